import { defineSite } from '../define.ts';
import type { Action } from '../schema.ts';

/** Any NodeBB forum (3 and later): the method and the path say what is done. */

/** The folder of the forum, where it has one. */
const base = { from: '/path', via: [{ match: '^(.+)/api/v3/' }] };
const at = (path: string) => [`{origin}{base}${path}`, `{origin}${path}`];
const nobody = { name: { text: '' } };

/** Posts from elsewhere in the fediverse go by their own address. */
const aPost = (id: string): Pick<Action, 'take' | 'target' | 'object'> => ({
  take: { base, id, remote: { from: id, via: [{ match: '^https?://.+' }] } },
  target: id,
  object: { url: ['{remote}', ...at('/post/{id}')], id: '{id}' },
});
const aTopic = {
  take: { base, id: '/url/tid' },
  object: { url: at('/topic/{id}'), id: '{id}' },
  to: nobody,
} satisfies Partial<Action>;
const post = (act: string) => `*/api/v3/posts/:pid/${act}`;
const topic = (act: string) => `*/api/v3/topics/:tid(\\d+)/${act}`;

/** Something that PUT sets and DELETE takes away. */
const pair = (
  id: string,
  url: string,
  action: Pick<Action, 'kind' | 'object'> & Partial<Action>,
  method: 'PUT' | 'POST' = 'PUT',
): Action[] => {
  const { detail, ...rest } = action;
  return [
    { id, request: { method, url }, ...action },
    { id: `un${id}`, undo: true, request: { method: 'DELETE', url }, ...rest },
  ];
};
const moderate = (act: string): Action[] =>
  pair(act, topic(act), { kind: 'moderation', ...aTopic, detail: { act: { text: act } } });

const shown = { from: '/page/url', via: [{ match: '/user/([^/?#]+)' }] };
const votes = {
  select: '[component="post/upvote"], [component="post/downvote"]',
  on: '.upvoted, .downvoted',
};
const own = {
  appears: '[component="post"][data-userslug="{account}"]',
  read: { id: { attr: 'data-pid' } },
  url: at('/post/{made.id}'),
  id: '{made.id}',
};

export default defineSite({
  id: 'nodebb',
  name: 'NodeBB',
  version: 1,
  group: 'community',
  confidence: 'high',
  signals: [
    { select: '[component="brand/anchor"], [component="header/avatar"], [component="sidebar/left"]' },
    { select: '#content [component="topic"], #content [component="category"], #content [component="post"][data-pid]' },
  ],
  account: {
    name: { of: 'page', select: '[component="header/profilelink"]', attr: 'href', match: '/user/([^/?#]+)' },
    url: '{origin}/user/{account}',
    signedOut: '[component="sidebar/right"] a[href$="/login"], #logged-out-menu',
  },
  items: [
    {
      select: '[component="post"][data-pid]',
      read: {
        id: { attr: 'data-pid' },
        author: { attr: 'data-username' },
        authorUrl: { select: 'a[href*="/user/"]', attr: 'href' },
        title: { of: 'page', select: '[component="topic/title"]' },
        topics: { of: 'page', select: '[component="topic/tags"] a .tag, .tags .tag', all: true },
      },
    },
  ],
  composers: ['[component="topic/quickreply/text"]', '.composer textarea.write'],
  private: { paths: ['*/user/:name/chats', '*/user/:name/chats/*', '*/chats', '*/chats/*'] },
  actions: [
    {
      id: 'vote',
      kind: 'vote',
      request: { method: 'PUT', url: post('vote') },
      control: votes,
      ...aPost('/url/pid'),
      detail: { vote: { from: '/json/delta', via: [{ map: { '1': 'up', '-1': 'down' } }] } },
    },
    {
      id: 'unvote',
      kind: 'vote',
      undo: true,
      request: { method: 'DELETE', url: post('vote') },
      control: votes,
      ...aPost('/url/pid'),
    },
    ...pair('bookmark', post('bookmark'), { kind: 'bookmark', ...aPost('/url/pid') }),
    {
      id: 'reply-to-post',
      kind: 'comment',
      request: { url: '*/api/v3/topics/:tid(\\d+)', where: [{ at: '/json/toPid', present: true }] },
      ...aPost('/json/toPid'),
      made: own,
    },
    { id: 'reply', kind: 'comment', request: { url: '*/api/v3/topics/:tid(\\d+)' }, ...aTopic, made: own },
    {
      id: 'topic',
      kind: 'post',
      request: { url: '*/api/v3/topics', where: [{ at: '/json/cid', present: true }] },
      take: { base, id: '/json/cid' },
      object: { url: at('/category/{id}'), id: '{id}', title: { text: '' } },
      to: nobody,
    },
    {
      id: 'edit',
      kind: 'edit',
      edit: true,
      request: { method: 'PUT', url: '*/api/v3/posts/:pid' },
      ...aPost('/url/pid'),
      to: nobody,
    },
    { id: 'tag', kind: 'edit', request: { method: 'PUT', url: topic('tags') }, ...aTopic },
    {
      id: 'delete',
      kind: 'comment',
      undo: true,
      undoes: ['reply', 'reply-to-post', 'topic'],
      request: { method: 'DELETE', url: [post('state'), '*/api/v3/posts/:pid'] },
      ...aPost('/url/pid'),
      to: nobody,
    },
    {
      id: 'delete-topic',
      kind: 'post',
      undo: true,
      request: { method: 'DELETE', url: [topic('state'), '*/api/v3/topics/:tid(\\d+)'] },
      ...aTopic,
    },
    ...pair('crosspost', topic('crossposts'), { kind: 'share', ...aTopic }, 'POST'),
    ...pair('follow-topic', topic('follow'), { kind: 'follow', ...aTopic }),
    ...pair('follow', '*/api/v3/users/:uid(\\d+)/follow', {
      kind: 'follow',
      take: { base, id: '/url/uid', shown },
      object: { url: [...at('/user/{shown}'), ...at('/uid/{id}')], id: '{id}' },
      to: { name: shown },
    }),
    {
      id: 'flag',
      kind: 'moderation',
      request: { url: '*/api/v3/flags', where: [{ at: '/json/type', is: 'post' }] },
      ...aPost('/json/id'),
      detail: { act: { text: 'flag' } },
    },
    ...moderate('lock'),
    ...moderate('pin'),
  ],
  unseen: [
    'What goes over the socket only: reactions of a plugin, merging and forking topics, very old forums.',
    'That a post waits for a moderator: the server takes it either way.',
    'Moving topics, banning people and the queue of posts; chats, on purpose.',
  ],
  sources: ['NodeBB/NodeBB src/routes/write, public/src/client/topic (4.15, 2026)', 'nodebb-theme-harmony (2024)'],
});
