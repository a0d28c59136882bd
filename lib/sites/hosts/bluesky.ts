import { defineSite } from '../define.ts';
import type { Action, RequestRule, Step, Test } from '../schema.ts';

/**
 * Bluesky, and the server on which a person's own records lie. Everything given is a record in one's own repository
 * that points at another record by its `at://` address. A record taken away names only itself.
 */

const xrpc = (method: string) => `/xrpc/${method}`;
const aPost = '^at://[^/]+/app\\.bsky\\.feed\\.post/[^/]+$';
const did: Step[] = [{ match: '^at://([^/]+)/' }];
const rkey: Step[] = [{ match: '/([^/]+)$' }];

/** The post at an at-uri that stands at one of these pointers. */
const postAt = (...from: string[]): Pick<Action, 'take' | 'target' | 'object'> => ({
  take: { did: { from, via: did }, id: { from, via: rkey } },
  target: { from, via: rkey },
  object: { url: 'https://bsky.app/profile/{did}/post/{id}', id: '{id}' },
});

const record = (collection: string, ...tests: Test[]): RequestRule => ({
  url: xrpc('com.atproto.repo.createRecord'),
  where: [{ at: '/json/collection', is: collection }, ...tests],
});
const gone = (collection: string): RequestRule => ({
  url: xrpc('com.atproto.repo.deleteRecord'),
  where: [{ at: '/json/collection', is: collection }],
});

/** What was liked or reposted stands only around the press: the author's portrait holds the author's identifier. */
const aroundPress: Pick<Action, 'object'> = {
  object: {
    url: [
      'https://bsky.app/profile/{page.did}/post/{page.id}',
      'https://bsky.app/profile/{page.author}/post/{page.id}',
    ],
    id: '{page.id}',
  },
};

/** A new post, in the newer form (several writes at once) and in the older one. */
const written = (...tests: Test[]): RequestRule[] => [
  {
    url: xrpc('com.atproto.repo.applyWrites'),
    decode: [{ each: '/json/writes' }],
    where: [{ at: '/item/$type', matches: '#create$' }, { at: '/item/collection', is: 'app.bsky.feed.post' }, ...tests],
  },
  record('app.bsky.feed.post', ...tests),
];
const parent = ['/item/value/reply/parent/uri', '/json/record/reply/parent/uri'];
const quoted = ['item/value', 'json/record'].flatMap((at) => [
  `/${at}/embed/record/uri`,
  `/${at}/embed/record/record/uri`,
]);
/** The client names its new post itself. */
const newKey = { from: ['/item/rkey', '/json/rkey'] };
const made = { url: 'https://bsky.app/profile/{json.repo}/post/{key}', id: '{key}' };

const like = { select: '[data-testid="likeBtn"]' };
const repost = { select: '[data-testid="repostDropdownRepostBtn"], [data-testid="repostBtn"]' };
const publish = { select: '[data-testid="composerPublishBtn"]' };
const subject = '/json/record/subject/uri';

export default defineSite({
  id: 'bluesky',
  name: 'Bluesky',
  version: 1,
  group: 'community',
  confidence: 'high',
  hosts: ['bsky.app'],
  apiHosts: ['bsky.social', '*.host.bsky.network'],
  account: {
    name: { of: 'page', select: 'nav a[href^="/profile/"]', attr: 'href', match: '/profile/([^/?#]+)' },
    url: 'https://bsky.app/profile/{account}',
  },
  items: [
    {
      select: '[data-testid^="feedItem-by-"], [data-testid^="postThreadItem-by-"]',
      read: {
        id: [
          { attr: 'href', match: '/post/([^/?#]+)' },
          { select: 'a[href*="/post/"]', attr: 'href', match: '/post/([^/?#]+)' },
        ],
        did: { select: 'img[src*="/img/avatar"]', attr: 'src', match: '/(did:[^/]+)/' },
        author: { attr: 'data-testid', match: '-by-(.+)$' },
        authorUrl: { select: 'a[href^="/profile/"]', attr: 'href', match: '^([^?#]+/profile/[^/?#]+)' },
      },
    },
  ],
  page: {
    did: { select: '[data-testid="profileHeaderAviButton"] img', attr: 'src', match: '/(did:[^/]+)/' },
  },
  composers: ['[data-testid="composePostView"] [contenteditable="true"]'],
  private: { paths: ['/messages', '/messages/*'] },
  actions: [
    {
      id: 'like',
      kind: 'like',
      request: record('app.bsky.feed.like', { at: subject, matches: aPost }),
      control: like,
      ...postAt(subject),
    },
    {
      id: 'like-feed',
      kind: 'like',
      request: record('app.bsky.feed.like', { at: subject, matches: '/app\\.bsky\\.feed\\.generator/' }),
      take: { did: { from: subject, via: did }, id: { from: subject, via: rkey } },
      object: { url: 'https://bsky.app/profile/{did}/feed/{id}', id: '{id}' },
      to: { name: { text: '' } },
    },
    {
      id: 'unlike',
      kind: 'like',
      undo: true,
      request: gone('app.bsky.feed.like'),
      control: like,
      ...aroundPress,
    },
    {
      id: 'repost',
      kind: 'share',
      request: record('app.bsky.feed.repost', { at: subject, matches: aPost }),
      control: repost,
      ...postAt(subject),
    },
    {
      id: 'unrepost',
      kind: 'share',
      undo: true,
      request: gone('app.bsky.feed.repost'),
      control: repost,
      ...aroundPress,
    },
    {
      id: 'reply',
      kind: 'comment',
      request: written({ at: { from: parent }, present: true }),
      control: publish,
      ...postAt(...parent),
      take: { did: { from: parent, via: did }, id: { from: parent, via: rkey }, key: newKey },
      made,
    },
    {
      id: 'quote',
      kind: 'share',
      request: written({ at: { from: quoted }, matches: aPost }),
      control: publish,
      ...postAt(...quoted),
      take: { did: { from: quoted, via: did }, id: { from: quoted, via: rkey }, key: newKey },
      made,
      detail: { act: { text: 'quote' } },
    },
    {
      id: 'post',
      kind: 'post',
      request: written(),
      control: publish,
      take: { key: newKey },
      object: { url: [made.url, 'https://bsky.app/profile/{json.repo}', 'https://bsky.app/'] },
      to: { name: { text: '' } },
      made,
    },
    {
      id: 'delete',
      kind: 'post',
      undo: true,
      undoes: ['post', 'reply', 'quote'],
      request: gone('app.bsky.feed.post'),
      object: { url: 'https://bsky.app/profile/{json.repo}/post/{json.rkey}', id: '{json.rkey}' },
      to: { name: { text: '' } },
    },
    {
      id: 'follow',
      kind: 'follow',
      request: record('app.bsky.graph.follow'),
      object: { url: 'https://bsky.app/profile/{json.record.subject}', id: '{json.record.subject}' },
      to: { name: '/json/record/subject', url: 'https://bsky.app/profile/{json.record.subject}' },
    },
    {
      id: 'unfollow',
      kind: 'follow',
      undo: true,
      request: gone('app.bsky.graph.follow'),
      object: { url: 'https://bsky.app/profile/{page.did}', id: '{page.did}' },
      confidence: 'low',
    },
    {
      id: 'bookmark',
      kind: 'bookmark',
      request: { url: xrpc('app.bsky.bookmark.createBookmark') },
      ...postAt('/json/uri'),
      confidence: 'medium',
    },
    {
      id: 'unbookmark',
      kind: 'bookmark',
      undo: true,
      request: { url: xrpc('app.bsky.bookmark.deleteBookmark') },
      ...postAt('/json/uri'),
      confidence: 'medium',
    },
    {
      id: 'report-post',
      kind: 'moderation',
      request: {
        url: xrpc('com.atproto.moderation.createReport'),
        where: [{ at: '/json/subject/uri', matches: aPost }],
      },
      ...postAt('/json/subject/uri'),
      detail: { act: { text: 'report' } },
      confidence: 'medium',
    },
    {
      id: 'report-account',
      kind: 'moderation',
      request: {
        url: xrpc('com.atproto.moderation.createReport'),
        where: [{ at: '/json/subject/did', present: true }],
      },
      object: { url: 'https://bsky.app/profile/{json.subject.did}', id: '{json.subject.did}' },
      to: { name: { text: '' } },
      detail: { act: { text: 'report' } },
      confidence: 'medium',
    },
  ],
  unseen: [
    'Accounts on a server of their own outside bsky.network, and apps other than bsky.app.',
    'Which post a like was taken from, where the press was outside the post or its author has no portrait.',
    'Taking back a follow anywhere but on the profile, and a like of a feed.',
    'Changes of lists, feeds and your own profile.',
  ],
  sources: ['bluesky-social/social-app PostControls, PostFeedItem, lib/api (2024-2026)', 'AT Protocol lexicons'],
});
