import { defineSite } from '../define.ts';
import type { Action, RequestRule, Test } from '../schema.ts';
import wordpress from './wordpress.ts';

/**
 * A community on WordPress. BuddyPress sends everything to WordPress's one address and answers 200 also where it says
 * no; the rest of the site is WordPress and is described there.
 */

const ajax = (action: string | string[], ...where: Test[]): RequestRule => ({
  url: '*/wp-admin/admin-ajax.php',
  where: [{ at: '/form/action', is: action }, ...where],
});
const base = { from: '/path', via: [{ match: '^(.+)/wp-admin/' }] };
const activity = (id: string, more = '') => [
  `{page.permalink}${more}`,
  `{origin}{base}/activity/p/${id}/${more}`,
  `{origin}/activity/p/${id}/${more}`,
];
const anActivity = (id: string) =>
  ({
    take: { base, id },
    target: id,
    object: { url: activity('{id}'), id: '{id}' },
    refusal: 'hidden',
  }) satisfies Partial<Action>;
/** Comments stand below their activity, whose address has to be known. */
const aComment = (id: string) =>
  ({
    take: { base, id, root: { from: ['/form/form_id', '/page/root'] } },
    object: { url: activity('{root}', '#acomment-{id}'), id: '{id}' },
    refusal: 'hidden',
  }) satisfies Partial<Action>;
/** A person or a group: the link beside the button, or the page one is on. */
const entry = {
  take: {
    id: '/form/item_id',
    shown: { from: '/page/url', via: [{ match: '^(https?://[^?#]+/(?:members|groups)/[^/?#]+/)' }] },
  },
  target: '/form/item_id',
  object: { url: ['{page.link}', '{shown}'], id: '{id}' },
  control: { select: '[data-bp-btn-action]' },
  refusal: 'hidden',
} satisfies Partial<Action>;
const person = { of: 'item', select: '.acomment-meta a, .activity-header a' } as const;

export default defineSite({
  ...wordpress,
  id: 'buddypress',
  name: 'BuddyPress',
  version: 1,
  signals: [{ select: '#buddypress, body.buddypress' }],
  account: {
    name: [
      {
        of: 'page',
        select: '#wp-admin-bar-my-account-buddypress a[href*="/members/"]',
        attr: 'href',
        match: '/members/([^/?#]+)',
      },
      { of: 'page', select: '#wp-admin-bar-my-account .display-name' },
    ],
    url: '{origin}/',
    anonymous: true,
  },
  items: [
    {
      select: '.comment-item[id^="acomment-"]',
      read: { id: { attr: 'data-bp-activity-comment-id' }, author: person, authorUrl: { ...person, attr: 'href' } },
    },
    {
      select: '.activity-item[id^="activity-"]',
      read: {
        id: { attr: 'data-bp-activity-id' },
        root: { attr: 'data-bp-activity-id' },
        permalink: { select: 'a.activity-time-since', attr: 'href' },
        author: person,
        authorUrl: { ...person, attr: 'href' },
      },
    },
    {
      select: '[data-bp-item-id]',
      read: {
        id: { attr: 'data-bp-item-id' },
        link: { select: '.list-title a, .item-avatar a', attr: 'href' },
        author: { select: '.list-title a' },
        authorUrl: { select: '.list-title a', attr: 'href' },
      },
    },
    ...(wordpress.items ?? []),
  ],
  composers: ['#whats-new', '.ac-input', ...(wordpress.composers ?? [])],
  private: { paths: ['*/members/:name/messages', '*/members/:name/messages/*'] },
  actions: [
    {
      id: 'favorite',
      kind: 'like',
      request: ajax('activity_mark_fav'),
      control: { select: '.fav, .unfav', on: '.unfav' },
      ...anActivity('/form/id'),
    },
    {
      id: 'unfavorite',
      kind: 'like',
      undo: true,
      request: ajax('activity_unmark_fav'),
      control: { select: '.fav, .unfav', on: '.unfav' },
      ...anActivity('/form/id'),
    },
    {
      id: 'post',
      kind: 'post',
      request: ajax('post_update', { at: '/form/content', present: true }),
      control: { select: '#aw-whats-new-submit, #whats-new-submit input, #whats-new-form [type="submit"]' },
      take: { here: { from: '/page/url', via: [{ match: '^[^?#]+' }] } },
      object: { url: '{here}', id: '{form.item_id}' },
      to: { name: { text: '' } },
      made: {
        appears: '.activity-item.just-posted, .activity-item.new-update',
        read: {
          id: { attr: 'data-bp-activity-id' },
          link: { select: 'a.activity-time-since', attr: 'href' },
        },
        url: '{made.link}',
        id: '{made.id}',
      },
      refusal: 'hidden',
    },
    {
      id: 'comment-activity',
      kind: 'comment',
      request: ajax('new_activity_comment', { at: '/form/comment_id', same: '/form/form_id' }),
      ...anActivity('/form/form_id'),
    },
    {
      id: 'reply-activity',
      kind: 'comment',
      request: ajax('new_activity_comment', { at: '/form/comment_id', present: true }),
      ...aComment('/form/comment_id'),
    },
    {
      id: 'delete-activity-comment',
      kind: 'comment',
      undo: true,
      undoes: ['comment-activity', 'reply-activity'],
      request: [ajax('delete_activity', { at: '/form/is_comment', present: true }), ajax('delete_activity_comment')],
      ...aComment('/form/id'),
      object: {
        url: [...activity('{root}', '#acomment-{id}'), '{origin}{base}/activity/p/{id}/', '{origin}/activity/p/{id}/'],
        id: '{id}',
      },
    },
    {
      id: 'delete-activity',
      kind: 'post',
      undo: true,
      request: ajax('delete_activity'),
      ...anActivity('/form/id'),
    },
    {
      id: 'spam-activity',
      kind: 'moderation',
      request: ajax('bp_spam_activity'),
      ...anActivity('/form/id'),
      detail: { act: { text: 'spam' } },
    },
    {
      id: 'friend',
      kind: 'follow',
      request: ajax(['friends_add_friend', 'friends_accept_friendship']),
      ...entry,
    },
    {
      id: 'unfriend',
      kind: 'follow',
      undo: true,
      request: ajax(['friends_remove_friend', 'friends_withdraw_friendship']),
      ...entry,
    },
    { id: 'join', kind: 'follow', request: ajax(['groups_join_group', 'groups_request_membership']), ...entry },
    { id: 'leave', kind: 'follow', undo: true, request: ajax('groups_leave_group'), ...entry },
    ...wordpress.actions,
  ],
  unseen: [
    'What BuddyPress refuses looks like success until the page says otherwise: such acts stay at "accepted".',
    'Invitations, profiles and pictures; messages, on purpose.',
    ...(wordpress.unseen ?? []),
  ],
  sources: [
    'buddypress/buddypress src/bp-templates/bp-nouveau: includes/*/ajax.php, js, buddypress/activity, members, groups (2026-08)',
    ...wordpress.sources,
  ],
});
