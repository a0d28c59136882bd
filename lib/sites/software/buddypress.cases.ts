import type { RecordedRequest, SiteCase } from '../cases.ts';
import { defineCases } from '../define.ts';
import { casesOn, everyWay } from '../press-cases.ts';
import wordpress from './wordpress.cases.ts';

// No "switch" case: nothing in it can be chosen one way or the other.

const origin = 'https://guild.kiln.example';
const bar =
  '<div id="wpadminbar"><span id="wp-admin-bar-my-account"><span class="display-name">Ada</span></span><span id="wp-admin-bar-my-account-buddypress"><a href="/members/ada/activity/">Activity</a></span></div>';
const at =
  (path: string) =>
  (inside: string): SiteCase['page'] => ({
    url: origin + path,
    html: `${bar}<div id="buddypress"><div id="activity-stream"><ul class="activity-list">${inside}</ul></div></div>`,
  });
const press = casesOn(at('/activity/'));
const button = '<button class="act">act</button>';
const link = (id: string) => `${origin}/activity/p/${id}/`;
const activity = (id: string, inside = button, classes = '') =>
  `<li class="activity-item ${classes}" id="activity-${id}" data-bp-activity-id="${id}"><div class="activity-header"><a href="${origin}/members/mole/">Mole</a> posted <a class="view activity-time-since" href="${link(id)}">today</a></div>${inside}</li>`;
const comment = (id: string, root: string) =>
  activity(
    root,
    `<ul><li class="comment-item" id="acomment-${id}" data-bp-activity-comment-id="${id}"><div class="acomment-meta"><a href="${origin}/members/wren/">Wren</a></div>${button}</li></ul>`,
  );
const member = `<li class="item-entry" data-bp-item-id="7" data-bp-item-component="members"><h2 class="list-title member-name"><a href="${origin}/members/mole/">Mole</a></h2><button class="act" data-bp-btn-action="not_friends">Add</button></li>`;
const ajax = (form: Record<string, string>, answer?: RecordedRequest['answer']): RecordedRequest => ({
  url: '/wp-admin/admin-ajax.php',
  form,
  by: 'xhr',
  ...(answer ? { answer } : {}),
});
const there = (id: string) => ({ url: link(id), id });
const fav = '<a class="act button fav" href="#">Favorite</a>';
const unfav = fav.replace('fav"', 'unfav"');
const faved = [{ select: '.act', set: { class: 'act button unfav' } }];
const likes = press(
  'marks an activity as a favorite',
  activity('11', fav),
  ajax({ action: 'activity_mark_fav', id: '11', nonce: 'n' }),
  {
    kind: 'like',
    object: there('11'),
    to: { name: 'Mole', url: `${origin}/members/mole/` },
    account: 'ada',
    level: 'confirmed',
  },
  { then: faved },
);
const mole = { url: `${origin}/members/mole/`, id: '7' };

/** What the site does outside the community is WordPress's: its cases hold on a page that says what it is. */
const inCommunity = ({ name, page, after, ...one }: SiteCase): SiteCase => ({
  ...one,
  name: `site of the community: ${name}`,
  page: { ...page, html: `<div id="buddypress"></div>${page.html}` },
  ...(after ? { after: after.map((earlier) => `site of the community: ${earlier}`) } : {}),
});

export default defineCases([
  likes,
  ...everyWay(likes),
  press(
    'a favorite that is refused with 200',
    activity('12', fav),
    ajax({ action: 'activity_mark_fav', id: '12' }, { body: '{"success":false}' }),
    null,
    { about: 'refusal' },
  ),
  press(
    'a favorite that is refused',
    activity('12', fav),
    ajax({ action: 'activity_mark_fav', id: '12' }, { status: 403 }),
    null,
    { about: 'signed-out' },
  ),
  press(
    'marks it no longer',
    activity('11', unfav),
    ajax({ action: 'activity_unmark_fav', id: '11' }),
    {
      kind: 'like',
      undo: true,
      object: there('11'),
    },
    { after: ['marks an activity as a favorite'], then: [{ select: '.act', set: { class: 'act button fav' } }] },
  ),
  press(
    'marks an activity of a site in a folder, with no link',
    `<li class="activity-item" id="activity-13" data-bp-activity-id="13">${fav}</li>`,
    {
      ...ajax({ action: 'activity_mark_fav', id: '13' }),
      url: '/club/wp-admin/admin-ajax.php',
    },
    { kind: 'like', object: { url: `${origin}/club/activity/p/13/` } },
    { about: 'layout', then: faved },
  ),
  press(
    'posts an update',
    '<button class="act" id="aw-whats-new-submit">Post</button>',
    ajax({ action: 'post_update', content: 'Hot', object: 'user', item_id: '3' }),
    {
      kind: 'post',
      object: { url: `${origin}/activity/` },
      made: there('20'),
      to: null,
      level: 'confirmed',
    },
    { then: [{ select: '.activity-list', append: activity('20', '', 'just-posted new-update') }] },
  ),
  press(
    'posts with Control and Enter',
    '<textarea id="whats-new"></textarea>',
    ajax({ action: 'post_update', content: 'Hot', object: 'group', item_id: '5' }),
    {
      kind: 'post',
      object: { url: `${origin}/groups/glaze/` },
    },
    {
      about: 'keyboard',
      page: at('/groups/glaze/')('<textarea id="whats-new"></textarea>'),
      act: [
        { type: '#whats-new', text: 'Hot' },
        { press: 'Control+Enter', in: '#whats-new' },
      ],
    },
  ),
  press(
    'comments on an activity',
    activity('11'),
    ajax({ action: 'new_activity_comment', comment_id: '11', form_id: '11', content: 'Hot' }),
    {
      kind: 'comment',
      object: there('11'),
      to: { name: 'Mole' },
    },
  ),
  press(
    'answers a comment',
    comment('31', '11'),
    ajax({ action: 'new_activity_comment', comment_id: '31', form_id: '11', content: 'Hot' }),
    {
      kind: 'comment',
      object: { url: `${link('11')}#acomment-31`, id: '31' },
      to: { name: 'Wren' },
    },
  ),
  press('deletes a comment', comment('31', '11'), ajax({ action: 'delete_activity', id: '31', is_comment: 'true' }), {
    kind: 'comment',
    undo: true,
    object: { id: '31' },
  }),
  press(
    'deletes an update',
    activity('20'),
    ajax({ action: 'delete_activity', id: '20', is_single: 'false' }),
    {
      kind: 'post',
      undo: true,
      object: there('20'),
    },
    { about: 'undo' },
  ),
  press('says that an activity is spam', activity('14'), ajax({ action: 'bp_spam_activity', id: '14' }), {
    kind: 'moderation',
    object: there('14'),
    detail: { act: 'spam' },
  }),
  press(
    'asks to be friends',
    member,
    ajax({ action: 'friends_add_friend', item_id: '7', nonce: 'n' }),
    {
      kind: 'follow',
      object: mole,
      to: { name: 'Mole' },
    },
    { page: at('/members/')(member) },
  ),
  press(
    'is friends no longer',
    member,
    ajax({ action: 'friends_remove_friend', item_id: '7', nonce: 'n' }),
    {
      kind: 'follow',
      undo: true,
      object: mole,
    },
    { page: at('/members/')(member), after: ['asks to be friends'] },
  ),
  press(
    'asks on the page of the person',
    button,
    ajax({ action: 'friends_add_friend', item_id: '7', nonce: 'n' }),
    {
      kind: 'follow',
      object: { url: `${origin}/members/mole/` },
    },
    {
      about: 'layout',
      page: at('/members/mole/friends/')(`<div id="item-header" data-bp-item-id="7">${button}</div>`),
    },
  ),
  press(
    'joins a group',
    button,
    ajax({ action: 'groups_join_group', item_id: '5', nonce: 'n' }),
    {
      kind: 'follow',
      object: { url: `${origin}/groups/glaze/`, id: '5' },
    },
    { page: at('/groups/glaze/members/')(button) },
  ),
  press(
    'leaves the group',
    button,
    ajax({ action: 'groups_leave_group', item_id: '5', nonce: 'n' }),
    {
      kind: 'follow',
      undo: true,
      object: { url: `${origin}/groups/glaze/` },
    },
    { page: at('/groups/glaze/')(button), after: ['joins a group'] },
  ),
  press('writes a message', button, ajax({ action: 'messages_send_reply', thread_id: '2', content: 'Hi' }), null, {
    about: 'private',
    page: at('/members/ada/messages/view/2/')(button),
  }),
  press(
    'the page filters and asks',
    button,
    [
      ajax({ action: 'activity_filter', scope: 'all' }),
      ajax({ action: 'members_filter', scope: 'all' }),
      ajax({ action: 'get_single_activity_content', id: '11' }),
      ajax({ action: 'activity_clear_new_mentions' }),
      ajax({ action: 'bp_nouveau_get_activity_objects', type: 'group' }),
      ajax({ action: 'messages_get_user_message_threads' }),
      ajax({ action: 'heartbeat' }),
    ],
    null,
    { about: 'look-alike' },
  ),
  ...wordpress.map(inCommunity),
]);
