import { defineSite } from '../define.ts';
import type { Action } from '../schema.ts';

/** Any PeerTube instance. Requests name a video in one of three ways; the page's own address is the short one. */

const video = { from: '/page/url', via: [{ match: '^([^?#;]+/w/(?!p/)[^?#;/]+)' }] };
const onVideo = {
  take: { id: '/url/id', video },
  object: { url: ['{video}', '{origin}/videos/watch/{id}'], id: '{id}' },
} satisfies Partial<Action>;
const nobody = { name: { text: '' } };

const rating = (id: string, value: string, button: string): Action => ({
  id,
  kind: value === 'dislike' ? 'vote' : 'like',
  request: { method: 'PUT', url: '/api/v1/videos/:id/rate', where: [{ at: '/json/rating', is: value }] },
  control: { select: `button.${button}`, on: '.activated, [aria-pressed="true"]' },
  ...onVideo,
  ...(value === 'dislike' ? { detail: { vote: { text: 'down' } } } : {}),
});

export default defineSite({
  id: 'peertube',
  name: 'PeerTube',
  version: 1,
  group: 'community',
  confidence: 'high',
  signals: [
    { select: 'meta[property="og:platform"]', attr: 'content', matches: '^PeerTube$' },
    { select: 'my-app my-menu, my-app my-video-watch' },
  ],
  account: {
    name: [
      { of: 'page', select: 'my-menu a[href*="/a/"], my-header a[href*="/a/"]', attr: 'href', match: '/a/([^/?#]+)' },
      { of: 'page', select: '.logged-in-info .username, .logged-in-username', match: '^@?([^@\\s]+)' },
    ],
    url: '{origin}/a/{account}',
    signedOut: 'my-menu a[href="/login"], my-header a[href="/login"]',
  },
  items: [
    {
      select: 'my-video-comment',
      read: {
        author: { select: '.comment-account a', attr: 'href', match: '/a/([^/?#]+)' },
        authorUrl: { select: '.comment-account a', attr: 'href' },
        thread: { select: 'a.comment-date', attr: 'href' },
        title: { of: 'page', select: 'h1.video-info-name' },
      },
    },
  ],
  page: {
    title: { of: 'page', select: 'h1.video-info-name' },
    author: { of: 'page', select: '.video-info-channel a[href*="/c/"]', attr: 'href', match: '/c/([^/?#]+)' },
    authorUrl: { of: 'page', select: '.video-info-channel a[href*="/c/"]', attr: 'href' },
    topics: { of: 'page', select: '.attribute-tags a', all: true },
  },
  composers: ['my-video-comment-add textarea'],
  actions: [
    rating('like', 'like', 'action-button-like'),
    rating('dislike', 'dislike', 'action-button-dislike'),
    {
      ...rating('unrate', 'none', 'action-button-like'),
      undo: true,
      undoes: ['like', 'dislike'],
    },
    {
      id: 'reply',
      kind: 'comment',
      request: { url: '/api/v1/videos/:id/comments/:comment(\\d+)' },
      take: { id: '/url/comment', video },
      object: {
        url: ['{page.thread}', '{video};threadId={id}', '{origin}/videos/watch/{url.id};threadId={id}'],
        id: '{id}',
      },
    },
    { id: 'comment', kind: 'comment', request: { url: '/api/v1/videos/:id/comment-threads' }, ...onVideo },
    {
      id: 'delete-comment',
      kind: 'comment',
      undo: true,
      request: { method: 'DELETE', url: '/api/v1/videos/:id/comments/:comment(\\d+)' },
      take: { id: '/url/comment', video },
      object: { url: ['{page.thread}', '{video};threadId={id}'], id: '{id}' },
      to: nobody,
      confidence: 'medium',
    },
    {
      id: 'subscribe',
      kind: 'follow',
      request: { url: '/api/v1/users/me/subscriptions', where: [{ at: '/json/uri', present: true }] },
      object: { url: '{origin}/c/{json.uri}', id: '{json.uri}', title: { text: '' } },
      to: { name: '/json/uri', url: '{origin}/c/{json.uri}' },
    },
    {
      id: 'unsubscribe',
      kind: 'follow',
      undo: true,
      request: { method: 'DELETE', url: '/api/v1/users/me/subscriptions/:uri' },
      object: { url: '{origin}/c/{url.uri}', id: '{url.uri}' },
      to: nobody,
    },
    {
      id: 'edit',
      kind: 'edit',
      // The last step of an upload is a change like any other.
      becomes: [{ where: [{ at: '/page/url', matches: '/videos/(upload|publish)' }], kind: 'post' }],
      edit: [{ at: '/page/url', matches: '/videos/(update|manage)/' }],
      request: { method: 'PUT', url: '/api/v1/videos/:id' },
      take: { id: '/url/id' },
      object: { url: '{origin}/videos/watch/{id}', id: '{id}' },
      to: nobody,
      confidence: 'medium',
    },
    {
      id: 'keep',
      kind: 'bookmark',
      request: { url: '/api/v1/video-playlists/:list/videos', where: [{ at: '/json/videoId', present: true }] },
      object: { url: '{origin}/videos/watch/{json.videoId}', id: '{json.videoId}', title: { text: '' } },
      to: nobody,
      confidence: 'medium',
    },
    {
      id: 'report',
      kind: 'moderation',
      request: { url: '/api/v1/abuses', where: [{ at: '/json/video/id', present: true }] },
      take: { id: '/json/video/id', video },
      object: { url: ['{video}', '{origin}/videos/watch/{id}'], id: '{id}' },
      detail: { act: { text: 'report' } },
      confidence: 'medium',
    },
  ],
  unseen: [
    'The address of a new comment, and whether you may delete it as its author or as a moderator.',
    'Taking a video out of a playlist: the request names only its place in the list.',
    'Reports of comments and accounts; deleting a video.',
  ],
  sources: ['Chocobozzz/PeerTube video-comment.service.ts, video-rate.component, video-comment.component (2024)'],
});
