import { defineSite } from '../define.ts';
import type { Action, RequestRule } from '../schema.ts';

/** Disqus: comments below the pages of others, in a frame of disqus.com whose address names the page. */

const api = (method: string, where?: RequestRule['where']): RequestRule => ({
  url: `https://disqus.com/api/3.0/${method}{.json}?`,
  ...(where ? { where } : {}),
});
/** The page that the frame stands below. */
const thread = {
  from: '/page/url',
  via: [{ match: '[?&]t_u=([^&#]+)' }, 'percent' as const, { match: '^(https?://[^#]+)' }],
};
const aPost = (field: string) =>
  ({
    take: { thread, id: field },
    target: field,
    object: { url: ['{thread}#comment-{id}', '{page.permalink}'], id: '{id}' },
  }) satisfies Partial<Action>;
const aThread = {
  take: { thread, id: '/form/thread' },
  object: { url: ['{thread}', '{page.discussion}'], id: '{id}' },
  to: { name: { text: '' } },
} satisfies Partial<Action>;
const aPerson = {
  take: { id: '/form/target', name: { from: '/form/target', via: [{ match: '^username:(.+)$' }] } },
  object: { url: ['https://disqus.com/by/{name}/', '{page.profile}'], id: '{id}' },
} satisfies Partial<Action>;
const made = {
  appears: 'li.post[id^="post-"]',
  read: { id: { attr: 'id', match: '^post-(\\d+)$' } },
  url: '{thread}#comment-{made.id}',
  id: '{made.id}',
};
const detail = { rating: { from: '/form/rating', via: [{ match: '^[1-5]$' }, { format: '{}/5' }] } };
const moderate = (act: string): Action => ({
  id: act,
  kind: 'moderation',
  request: api(`posts/${act}`),
  ...aPost('/form/post'),
  detail: { act: { text: act } },
});
/** The part of the address that a discussion on Disqus's own pages has. */
const own = { of: 'page', select: 'link[rel="canonical"][href*="/home/discussion/"]', attr: 'href' } as const;

export default defineSite({
  id: 'disqus',
  name: 'Disqus',
  version: 1,
  group: 'community',
  confidence: 'medium',
  hosts: ['disqus.com'],
  page: { discussion: own },
  items: [
    {
      select: 'li.post[id^="post-"]',
      read: {
        id: { attr: 'id', match: '^post-(\\d+)$' },
        author: { select: 'a[data-action="profile"][data-username]' },
        authorUrl: { select: 'a[data-action="profile"][data-username]', attr: 'href' },
        profile: { select: 'a[data-action="profile"][data-username]', attr: 'href' },
        permalink: { select: 'a[data-role="relative-time"], a.time-ago', attr: 'href' },
        discussion: own,
      },
    },
  ],
  composers: ['[data-role="textarea"]', '.textarea[contenteditable]', '.postbox textarea'],
  actions: [
    {
      id: 'vote',
      kind: 'vote',
      request: api('posts/vote', [{ at: '/form/vote', is: ['1', '-1', '0'] }]),
      control: { select: '.vote-up, .vote-down' },
      ...aPost('/form/post'),
      detail: { vote: { from: '/form/vote', via: [{ map: { '1': 'up', '-1': 'down' } }] } },
      undo: [{ at: '/form/vote', is: '0' }],
    },
    {
      id: 'like-thread',
      kind: 'like',
      request: api('threads/vote', [{ at: '/form/vote', is: ['1', '0'] }]),
      ...aThread,
      undo: [{ at: '/form/vote', is: '0' }],
    },
    {
      id: 'react',
      kind: 'like',
      request: api('threadReactions/vote', [{ at: '/form/reaction', present: true }]),
      ...aThread,
      confidence: 'low',
    },
    {
      id: 'reply',
      kind: 'comment',
      request: api('posts/create', [{ at: '/form/parent', matches: '^\\d+$' }]),
      ...aPost('/form/parent'),
      made,
    },
    {
      id: 'comment',
      kind: 'comment',
      becomes: [{ where: [{ at: '/form/rating', matches: '^[1-5]$' }], kind: 'review' }],
      request: api('posts/create', [
        { at: '/form/thread', present: true },
        { at: '/form/message', present: true },
      ]),
      ...aThread,
      made,
      detail,
    },
    {
      id: 'edit',
      kind: 'edit',
      edit: true,
      request: api('posts/update', [{ at: '/form/message', present: true }]),
      ...aPost('/form/post'),
      to: { name: { text: '' } },
    },
    {
      id: 'delete',
      kind: 'comment',
      undo: true,
      undoes: ['comment', 'reply'],
      request: api('posts/remove'),
      ...aPost('/form/post'),
      to: { name: { text: '' } },
    },
    ...['report', 'approve', 'spam', 'highlight'].map(moderate),
    { id: 'follow', kind: 'follow', request: api('users/follow'), ...aPerson },
    { id: 'unfollow', kind: 'follow', undo: true, request: api('users/unfollow'), ...aPerson },
    { id: 'subscribe', kind: 'bookmark', request: api('threads/subscribe'), ...aThread },
    { id: 'unsubscribe', kind: 'bookmark', undo: true, request: api('threads/unsubscribe'), ...aThread },
  ],
  unseen: [
    'Which reaction to a page was chosen.',
    'That a comment is removed by a moderator and not by its author: it looks the same.',
    'That a comment waits for approval; who you are.',
  ],
  sources: [
    'Disqus API 3.0: posts, threads, users',
    'Markup of the embed in a blog mirror (2023); fooleap/disqus-php-api (2018)',
  ],
});
