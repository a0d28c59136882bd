import type { ExpectedEntry, RecordedRequest, SiteCase } from '../cases.ts';
import { defineCases } from '../define.ts';

// No "draft" case: drafts stay in the browser.

const origin = 'https://lemmy.kiln.example';
const head = '<meta name="Description" content="Lemmy">';
const me = '<nav><a href="/u/ada">ada</a></nav>';

const person = (name: string) => `<a class="person-listing" href="/u/${name}">${name}</a>`;
const post = (id: string, inside = '', by = 'wren') =>
  `<div class="post-listing" id="post-listing-${id}"><h1>Which clay?</h1>${person(by)} <a class="community-link" href="/c/pottery">Pottery</a>${inside}</div>`;
const comment = (id: string, inside = '', by = 'mole') =>
  `<article class="comment-node" id="comment-${id}">${person(by)}${inside}</article>`;
const form =
  '<div class="comment-form"><form class="markdown-textarea"><textarea></textarea><button type="submit">Reply</button></form></div>';
const button = '<button aria-pressed="false" class="act"><svg></svg></button>';
const page = (inside: string, path = '/post/70') => ({
  url: origin + path,
  head,
  html: `${me}<main id="main">${inside}</main>`,
});
const send = (path: string, json: unknown): RecordedRequest => ({ url: `/api/${path}`, json });
const put = (path: string, json: unknown): RecordedRequest => ({ ...send(path, json), method: 'PUT' });
const at = (thing: string, id: string) => ({ url: `${origin}/${thing}/${id}`, id });

/** A press on a button of a post or comment, and what comes of it. */
const press = (
  name: string,
  html: string,
  sends: RecordedRequest,
  entry: ExpectedEntry,
  after?: string,
  path?: string,
): SiteCase => ({
  name,
  about: entry.undo ? 'undo' : 'do',
  page: page(html, path),
  act: [{ click: '.act' }],
  sends: [sends],
  expect: [entry],
  ...(after ? { after: [after] } : {}),
});

export default defineCases([
  press('votes a post up', post('70', button), send('v3/post/like', { post_id: 70, score: 1 }), {
    kind: 'vote',
    object: { ...at('post', '70'), title: 'Which clay?' },
    to: { name: 'wren', url: `${origin}/u/wren` },
    detail: { vote: 'up' },
    account: 'ada',
  }),
  press(
    'takes the vote back',
    post('70', button),
    send('v3/post/like', { post_id: 70, score: 0 }),
    { kind: 'vote', undo: true, object: at('post', '70') },
    'votes a post up',
  ),
  {
    ...press(
      'votes the post down instead',
      post('70', button),
      send('v3/post/like', { post_id: 70, score: -1 }),
      { kind: 'vote', object: at('post', '70'), detail: { vote: 'down' } },
      'votes a post up',
    ),
    about: 'switch',
  },
  {
    ...press(
      'votes a comment up on a newer instance',
      comment('81', button),
      send('v4/comment/like', { comment_id: 81, is_upvote: true }),
      { kind: 'vote', object: at('comment', '81'), to: { name: 'mole' }, detail: { vote: 'up' } },
    ),
    about: 'layout',
  },
  press(
    'takes it back there: nothing is said',
    comment('81', button),
    send('v4/comment/like', { comment_id: 81 }),
    { kind: 'vote', undo: true, object: at('comment', '81') },
    'votes a comment up on a newer instance',
  ),
  {
    ...press('votes with the keyboard', post('71', button), send('v3/post/like', { post_id: 71, score: 1 }), {
      kind: 'vote',
      object: at('post', '71'),
    }),
    about: 'keyboard',
    act: [{ press: 'Enter', in: '.act' }],
  },
  {
    name: 'a vote that is refused',
    about: 'refusal',
    page: page(post('72', button)),
    act: [{ click: '.act' }],
    sends: [{ ...send('v3/post/like', { post_id: 72, score: 1 }), answer: { status: 400, body: '{"error":"x"}' } }],
    expect: [],
  },
  {
    name: 'a vote while nobody is signed in',
    about: 'signed-out',
    page: { url: `${origin}/post/72`, head, html: `<nav><a href="/login">Login</a></nav>${post('72', button)}` },
    act: [{ click: '.act' }],
    sends: [send('v3/post/like', { post_id: 72, score: 1 })],
    expect: [],
  },
  {
    name: 'a script votes',
    about: 'synthetic',
    page: page(post('73', button)),
    act: [{ synthetic: '.act' }],
    sends: [send('v3/post/like', { post_id: 73, score: 1 })],
    expect: [],
  },
  {
    name: 'one press that is sent twice counts once',
    about: 'double',
    page: page(post('74', button)),
    act: [{ click: '.act' }],
    sends: [send('v3/post/like', { post_id: 74, score: 1 }), send('v3/post/like', { post_id: 74, score: 1 })],
    expect: [{ kind: 'vote', object: at('post', '74') }],
  },
  {
    name: 'marks a post as read and hides it',
    about: 'look-alike',
    page: page(post('75', button)),
    act: [{ click: '.act' }],
    sends: [
      send('v3/post/mark_as_read', { post_ids: [75], read: true }),
      send('v3/post/hide', { post_ids: [75], hide: true }),
    ],
    expect: [],
  },
  {
    name: 'brings a deleted post back',
    about: 'look-alike',
    page: page(post('75', button)),
    act: [{ click: '.act' }],
    sends: [send('v3/post/delete', { post_id: 75, deleted: false })],
    expect: [],
  },
  {
    name: 'writes a private message',
    about: 'private',
    page: page(form, '/create_private_message/9'),
    act: [{ click: 'button[type="submit"]' }],
    sends: [send('v3/private_message', { content: 'Hi', recipient_id: 9 })],
    expect: [],
  },
  {
    name: 'comments on a post',
    about: 'do',
    page: page(`${post('76')}${form}`),
    act: [{ type: 'textarea', text: 'Stoneware' }, { click: 'button[type="submit"]' }],
    sends: [send('v3/comment', { content: 'Stoneware', post_id: 76 })],
    then: [{ select: '#main', append: comment('90', '', 'ada') }],
    expect: [{ kind: 'comment', object: at('post', '76'), made: at('comment', '90'), level: 'confirmed' }],
  },
  {
    name: 'replies with Control+Enter',
    about: 'keyboard',
    page: page(comment('82', form)),
    act: [
      { type: 'textarea', text: 'Why?' },
      { press: 'Control+Enter', in: 'textarea' },
    ],
    sends: [send('v3/comment', { content: 'Why?', post_id: 76, parent_id: 82 })],
    expect: [{ kind: 'comment', object: at('comment', '82'), to: { name: 'mole' } }],
  },
  {
    ...press('edits a comment', comment('90', button, 'ada'), put('v3/comment', { comment_id: 90, content: 'x' }), {
      kind: 'edit',
      object: at('comment', '90'),
      revises: true,
    }),
    about: 'edit',
  },
  {
    ...press('edits a post', post('77', button, 'ada'), put('v4/post', { post_id: 77, name: 'Clay' }), {
      kind: 'edit',
      object: at('post', '77'),
      revises: true,
    }),
    about: 'edit',
  },
  press(
    'deletes a comment',
    comment('90', button, 'ada'),
    send('v3/comment/delete', { comment_id: 90, deleted: true }),
    { kind: 'comment', undo: true, object: at('comment', '90') },
    'comments on a post',
  ),
  {
    name: 'posts in a community',
    about: 'do',
    page: page(
      '<form class="post-form"><input name="title"><button type="submit">Create</button></form>',
      '/create_post?communityId=5',
    ),
    act: [{ type: 'input', text: 'Which clay?' }, { click: 'button[type="submit"]' }],
    sends: [send('v3/post', { name: 'Which clay?', community_id: 5 })],
    then: [{ select: '#main', append: post('78', '', 'ada') }],
    expect: [{ kind: 'post', object: { url: `${origin}/c/pottery`, id: '5' }, made: at('post', '78') }],
  },
  press(
    'deletes a post',
    post('78', button, 'ada'),
    send('v3/post/delete', { post_id: 78, deleted: true }),
    { kind: 'post', undo: true, object: at('post', '78') },
    'posts in a community',
  ),
  press('saves a post', post('79', button), put('v3/post/save', { post_id: 79, save: true }), {
    kind: 'bookmark',
    object: at('post', '79'),
  }),
  press(
    'saves it no longer',
    post('79', button),
    put('v3/post/save', { post_id: 79, save: false }),
    { kind: 'bookmark', undo: true, object: at('post', '79') },
    'saves a post',
  ),
  press('saves a comment', comment('83', button), put('v3/comment/save', { comment_id: 83, save: true }), {
    kind: 'bookmark',
    object: at('comment', '83'),
  }),
  press(
    'follows a community',
    button,
    send('v3/community/follow', { community_id: 5, follow: true }),
    { kind: 'follow', object: { url: `${origin}/c/pottery` } },
    undefined,
    '/c/pottery',
  ),
  press(
    'follows it no longer',
    button,
    send('v3/community/follow', { community_id: 5, follow: false }),
    { kind: 'follow', undo: true, object: { url: `${origin}/c/pottery` } },
    'follows a community',
    '/c/pottery',
  ),
  press('reports a post', post('84', button), send('v3/post/report', { post_id: 84, reason: 'spam' }), {
    kind: 'moderation',
    object: at('post', '84'),
    detail: { act: 'report' },
  }),
  press('removes a comment', comment('85', button), send('v3/comment/remove', { comment_id: 85, removed: true }), {
    kind: 'moderation',
    object: at('comment', '85'),
    detail: { act: 'remove' },
  }),
  press('locks a post', post('86', button), send('v3/post/lock', { post_id: 86, locked: true }), {
    kind: 'moderation',
    object: at('post', '86'),
    detail: { act: 'lock' },
  }),
  press('features a post', post('87', button), send('v3/post/feature', { post_id: 87, featured: true }), {
    kind: 'moderation',
    object: at('post', '87'),
    detail: { act: 'feature' },
  }),
  press(
    'speaks as a moderator',
    comment('88', button),
    send('v3/comment/distinguish', { comment_id: 88, distinguished: true }),
    { kind: 'moderation', object: at('comment', '88'), detail: { act: 'distinguish' } },
  ),
  press('bans somebody', button, send('v3/community/ban_user', { community_id: 5, person_id: 4, ban: true }), {
    kind: 'moderation',
    object: { url: `${origin}/community/5` },
    detail: { act: 'ban' },
  }),
]);
