import { defineSite } from '../define.ts';
import type { Action, Test, Value } from '../schema.ts';

/**
 * TikTok writes by POST with its arguments in the address, among dozens of others; some builds send the same names as
 * a form. `type=1` does, `type=0` undoes.
 */
const argument = (...names: string[]) => names.flatMap((name) => [`/query/${name}`, `/form/${name}`]);
const video: Value = { from: argument('aweme_id', 'item_id', 'itemId') };
const off: Test[] = [{ at: { from: argument('type', 'action', 'digg_type') }, is: ['0', '2'] }];

/** The author's name, where the page tells it; the address leads to the video without it too. */
const videoUrl = ['https://www.tiktok.com/@{page.author}/video/{id}', 'https://www.tiktok.com/@/video/{id}'];
const onVideo = (
  action: Partial<Action> & Pick<Action, 'id' | 'kind'> & { path: string | string[]; where?: Test[] },
): Action => {
  const { path, where, ...rest } = action;
  return {
    request: { url: path, where: [{ at: video, present: true }, ...(where ?? [])] },
    take: { id: video },
    target: video,
    object: { url: videoUrl, id: '{id}' },
    // 200 with a status code in the body can be a no.
    refusal: 'hidden',
    ...rest,
  };
};

/** Icons stand in buttons that say whether they are pressed; classes are hashes and labels are translated. */
const pressed = (...icons: string[]) => ({
  select: icons.map((icon) => `button:has([data-e2e="${icon}"])`).join(', '),
  on: '[aria-pressed="true"]',
});
const author = { attr: 'href', match: '/@([^/?#]+)' };
const inAddress = '/(?:video|photo)/(\\d+)';
const nobody = { name: { text: '' } };

export default defineSite({
  id: 'tiktok',
  name: 'TikTok',
  version: 1,
  group: 'social',
  confidence: 'high',
  hosts: ['www.tiktok.com', 'm.tiktok.com', 'tiktok.com'],
  account: {
    name: { of: 'page', select: 'a[data-e2e="nav-profile"]', ...author },
    url: 'https://www.tiktok.com/@{account}',
    signedOut: '[data-e2e="top-login-button"], [data-e2e="nav-login-button"]',
  },
  items: [
    // Comments in the list beside a video name their writers.
    {
      select: '[data-e2e^="comment-level-"], [class*="DivCommentItem"]',
      read: { commenter: { select: 'a[href*="/@"]', ...author } },
    },
    {
      select: '[data-e2e="feed-active-video"], [data-e2e="recommend-list-item-container"], article',
      read: {
        author: { select: 'a[href*="/@"]', ...author },
        authorUrl: { select: 'a[href*="/@"]', attr: 'href', match: '^(https?://[^/]+/@[^/?#]+)' },
        id: [
          { attr: 'id', match: 'xgwrapper-\\d+-(\\d+)' },
          { select: '[id^="xgwrapper-"]', attr: 'id', match: '-(\\d+)$' },
          { select: 'a[href*="/video/"]', attr: 'href', match: inAddress },
        ],
        topics: { select: 'a[href*="/tag/"]', all: true, match: '^#?(.+)$' },
      },
    },
    {
      select: '[data-e2e="browse-video-container"], [role="dialog"]',
      read: {
        author: [
          { select: '[data-e2e="browse-username"]' },
          { select: 'a[data-e2e="browse-user-avatar"], a[href*="/@"]', ...author },
        ],
      },
    },
  ],
  page: { author: { select: '[data-e2e="browse-username"]' } },
  composers: ['[data-e2e="comment-input"] [contenteditable="true"]'],
  private: { paths: ['/messages{/*}?'] },
  actions: [
    onVideo({
      id: 'like',
      kind: 'like',
      path: '/api/commit/item/digg/',
      control: pressed('like-icon', 'browse-like-icon'),
      undo: off,
    }),
    onVideo({
      id: 'favorite',
      kind: 'bookmark',
      path: ['/api/item/collect/', '/api/commit/item/collect/'],
      control: pressed('undefined-icon', 'favorite-icon', 'browse-favorite-icon'),
      undo: off,
      confidence: 'medium',
    }),
    onVideo({
      id: 'repost',
      kind: 'share',
      path: '/tiktok/v1/upvote/publish{/}?',
      detail: { act: { text: 'repost' } },
    }),
    onVideo({
      id: 'undo-repost',
      kind: 'share',
      undo: true,
      path: '/tiktok/v1/upvote/delete{/}?',
      detail: { act: { text: 'repost' } },
    }),
    onVideo({
      id: 'reply',
      kind: 'comment',
      path: '/api/comment/publish/',
      where: [{ at: { from: argument('reply_id') }, matches: '^[1-9]\\d+$' }],
      take: { id: video, comment: { from: argument('reply_id') } },
      object: { url: videoUrl, id: '{comment}' },
      to: { name: '/page/commenter', url: 'https://www.tiktok.com/@{page.commenter}' },
      detail: { act: { text: 'reply' } },
    }),
    onVideo({ id: 'comment', kind: 'comment', path: '/api/comment/publish/' }),
    {
      id: 'delete-comment',
      kind: 'comment',
      undo: true,
      undoes: ['comment', 'reply'],
      request: { url: '/api/comment/delete/' },
      take: { id: video, comment: { from: argument('cid') } },
      object: { url: [...videoUrl, 'https://www.tiktok.com/'], id: '{comment}' },
      to: nobody,
      refusal: 'hidden',
    },
    {
      id: 'like-comment',
      kind: 'like',
      request: { url: '/api/comment/digg/', where: [{ at: { from: argument('cid') }, present: true }] },
      take: { id: video, comment: { from: argument('cid') } },
      // Comments have no address of their own.
      object: { url: videoUrl, id: '{comment}' },
      to: { name: '/page/commenter', url: 'https://www.tiktok.com/@{page.commenter}' },
      detail: { act: { text: 'comment' } },
      undo: off,
      refusal: 'hidden',
    },
    {
      id: 'follow',
      kind: 'follow',
      request: { url: '/api/commit/follow/user/' },
      control: { select: '[data-e2e="feed-follow"], [data-e2e="browse-follow"], [data-e2e="follow-button"]' },
      take: { person: { from: argument('user_id') }, shown: { from: '/page/url', via: [{ match: '/@([^/?#]+)' }] } },
      object: {
        url: ['https://www.tiktok.com/@{page.author}', 'https://www.tiktok.com/@{shown}', 'https://www.tiktok.com/'],
        id: '{person}',
      },
      undo: off,
      refusal: 'hidden',
    },
    {
      id: 'post',
      kind: 'post',
      request: { url: '/tiktok/web/project/post/v1/' },
      object: { url: ['https://www.tiktok.com/@{account}', 'https://www.tiktok.com/'] },
      to: nobody,
      refusal: 'hidden',
      within: 60_000,
      confidence: 'medium',
    },
    onVideo({
      id: 'delete-post',
      kind: 'post',
      undo: true,
      undoes: ['post'],
      path: '/api/aweme/delete/',
      to: nobody,
    }),
  ],
  unseen: [
    'Comments have no address of their own: acts on them carry the address of the video.',
    'The address of a new video or comment: the page gets it only inside the answer.',
    'Sending a video to friends, which is a message, and what you give in live streams.',
    'A comment that TikTok refuses with a success status: nothing on the page can tell.',
  ],
  sources: [
    'An observer of the web client, recorded live (2026-08); web clients with full addresses (2021-2026)',
    'Names of elements (data-e2e) in public automation (2022-2026)',
  ],
});
