import { defineSite } from '../define.ts';
import type { Action, RequestRule, Step, Test, Value } from '../schema.ts';

/**
 * Tumblr's web client speaks JSON to /api/v2. A post, a reblog, a question and a draft are one request: what it carries
 * tells them apart.
 */
const api = (path: string, method: RequestRule['method'] = 'POST', where?: Test[]): RequestRule => ({
  method,
  url: `/api/v2/${path}`,
  ...(where ? { where } : {}),
});
const nobody = { name: { text: '' } };
/** Blogs are named by name, by host (`ada.tumblr.com`) or by an opaque `t:…`. */
const blogName: Step = { match: '^(?!t:)([\\w-]{1,32})' };
const named = (from: string[]): Value => ({ from, via: [blogName] });

const postOf = (blog: string) => [
  `https://www.tumblr.com/{${blog}}/{id}`,
  'https://www.tumblr.com/{page.blog}/{id}',
  '{page.url}',
];
const onPost = (action: Omit<Action, 'object'> & { ids: string[]; blogs?: string[] }): Action => {
  const { ids, blogs, ...rest } = action;
  return {
    take: { id: { from: ids }, blog: named(blogs ?? ['/json/tumblelog_name', '/json/tumblelog']) },
    target: { from: ids },
    object: { url: postOf('blog'), id: '{id}' },
    ...rest,
  };
};
/** Nobody sees these yet, or nobody but the writer. */
const waiting: Test[] = [{ at: '/json/state', is: ['draft', 'queue', 'private', 'unapproved', 'submission'] }];

export default defineSite({
  id: 'tumblr',
  name: 'Tumblr',
  version: 1,
  group: 'social',
  confidence: 'high',
  hosts: ['www.tumblr.com'],
  account: {
    name: {
      of: 'page',
      select: 'nav a[href^="/blog/"], header a[href^="/blog/"]',
      attr: 'href',
      match: '/blog/([\\w-]+)',
    },
    url: 'https://www.tumblr.com/{account}',
    signedOut: 'a[href^="/login"], a[href^="/register"]',
  },
  items: [
    {
      select: '[tabindex="-1"][data-id]',
      read: {
        id: { attr: 'data-id' },
        blog: { select: 'header a[rel="author"]', attr: 'href', match: '^https?://www\\.tumblr\\.com/([\\w-]+)' },
        author: { select: 'header a[rel="author"]' },
        authorUrl: { select: 'header a[rel="author"]', attr: 'href', match: '^([^?#]+)' },
        topics: { select: 'a[href*="/tagged/"]', all: true, match: '^#?(.+)$' },
      },
    },
  ],
  composers: ['[contenteditable="true"]', 'textarea'],
  private: { paths: ['/messaging{/*}?', '/messages{/*}?'] },
  actions: [
    ...[false, true].map((undo) =>
      onPost({
        id: undo ? 'unlike' : 'like',
        kind: 'like',
        undo,
        request: api(undo ? 'user/unlike' : 'user/like'),
        control: {
          select: 'button:has(use[href^="#managed-icon__ds-like"]), button:has(use[href^="#managed-icon__like"])',
        },
        ids: ['/json/id', '/form/id'],
      }),
    ),
    onPost({
      id: 'reply',
      kind: 'comment',
      request: api('user/post/reply'),
      ids: ['/json/post_id', '/form/post_id'],
    }),
    onPost({
      id: 'delete-reply',
      kind: 'moderation',
      // One's own replies and those below one's own posts go the same way.
      becomes: [{ where: [{ at: '/json/note_tumblelog', same: '/account' }], kind: 'comment' }],
      undo: [{ at: '/json/note_tumblelog', same: '/account' }],
      undoes: ['reply'],
      request: api('blog/:blog/notes/delete'),
      ids: ['/json/post_id'],
      blogs: ['/url/blog'],
      to: nobody,
      detail: { act: { text: 'delete' } },
    }),
    onPost({
      id: 'flag-reply',
      kind: 'moderation',
      request: api('blog/:blog/notes/flag'),
      ids: ['/json/post_id'],
      blogs: ['/url/blog'],
      to: nobody,
      detail: { act: { text: 'flag' } },
    }),
    onPost({
      id: 'reblog',
      kind: 'share',
      request: api('blog/:blog/posts', 'POST', [{ at: '/json/parent_post_id', present: true }]),
      ids: ['/json/parent_post_id'],
      blogs: ['/page/blog'],
      draft: waiting,
      detail: { act: { text: 'reblog' } },
    }),
    {
      id: 'ask',
      kind: 'comment',
      request: api('blog/:blog/posts', 'POST', [{ at: '/json/state', is: 'ask' }]),
      take: { blog: named(['/url/blog', '/page/blog']) },
      object: { url: ['https://www.tumblr.com/{blog}', '{page.url}'], id: '{blog}' },
      to: { name: named(['/url/blog', '/page/blog']), url: 'https://www.tumblr.com/{blog}' },
      detail: { act: { text: 'ask' } },
    },
    {
      id: 'post',
      kind: 'post',
      request: api('blog/:blog/posts'),
      draft: waiting,
      take: { blog: named(['/url/blog']) },
      object: { url: ['https://www.tumblr.com/{blog}', 'https://www.tumblr.com/{account}', 'https://www.tumblr.com/'] },
      to: nobody,
      within: 60_000,
    },
    {
      id: 'edit',
      kind: 'edit',
      edit: true,
      request: api('blog/:blog/posts/:id(\\d+)', 'PUT'),
      draft: waiting,
      take: { blog: named(['/url/blog']), id: '/url/id' },
      object: { url: [...postOf('blog'), 'https://www.tumblr.com/{account}/{id}'], id: '{id}' },
      to: nobody,
    },
    {
      id: 'delete',
      kind: 'post',
      undo: true,
      undoes: ['post', 'reblog'],
      request: api('blog/:blog/post/delete'),
      take: { blog: named(['/url/blog']), id: { from: ['/json/id', '/form/id'] } },
      object: { url: postOf('blog'), id: '{id}' },
      to: nobody,
    },
    {
      id: 'poll',
      kind: 'vote',
      request: { url: ['/api/v2/polls/:poll', '/api/v2/polls/:blog/:id/:poll/vote', '/api/v2/polls/:blog/:id/:poll'] },
      take: { blog: named(['/url/blog', '/page/blog']), id: { from: ['/url/id', '/page/id'] } },
      object: { url: ['https://www.tumblr.com/{blog}/{id}', '{page.url}'], id: 'poll/{url.poll}' },
      detail: { act: { text: 'poll' } },
      confidence: 'medium',
    },
    {
      id: 'react',
      kind: 'like',
      request: api('communities/:community/posts/:id(\\d+)/reactions', 'PUT'),
      object: { url: 'https://www.tumblr.com/communities/{url.community}/post/{url.id}', id: '{url.id}' },
      target: '/url/id',
      detail: { act: { text: 'community' } },
    },
    {
      id: 'unreact',
      kind: 'like',
      undo: true,
      request: api('communities/:community/posts/:id(\\d+)/reactions/:reaction', 'DELETE'),
      object: { url: 'https://www.tumblr.com/communities/{url.community}/post/{url.id}', id: '{url.id}' },
      target: '/url/id',
      detail: { act: { text: 'community' } },
    },
    ...[false, true].map(
      (undo): Action => ({
        id: undo ? 'unfollow' : 'follow',
        kind: 'follow',
        undo,
        request: api(undo ? 'user/unfollow' : 'user/follow'),
        take: { blog: { from: ['/json/url', '/form/url'], via: [{ match: '^(?:https?://)?([\\w-]+)' }] } },
        object: { url: 'https://www.tumblr.com/{blog}', id: '{blog}' },
        to: {
          name: { from: ['/json/url', '/form/url'], via: [{ match: '^(?:https?://)?([\\w-]+)' }] },
          url: 'https://www.tumblr.com/{blog}',
        },
      }),
    ),
  ],
  unseen: [
    'Likes and reblogs on blogs with a look and an address of their own.',
    'The address of a new post: the page gets it only inside the answer.',
    'A queued post, because nothing of yours is open when Tumblr publishes it.',
    'Answers to questions count as edits: they are sent like one.',
  ],
  sources: [
    'tumblr/docs api.md and web-platform.md (2024-10); helpers of the web client (2023-2024)',
    'AprilSylph/XKit-Rewritten (2026-08): elements and requests',
  ],
});
