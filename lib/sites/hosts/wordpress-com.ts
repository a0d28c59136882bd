import { defineSite } from '../define.ts';
import type { Action } from '../schema.ts';

/**
 * WordPress.com: its Reader, and the likes and comments that Jetpack puts into blogs, in frames of their own. Requests
 * name blog and post by number; the page that they stand on is not told.
 */

const api = (path: string) => `https://public-api.wordpress.com/rest/:version/${path}`;
const place = {
  site: { from: '/url/site', via: [{ match: '^\\d+$' }] },
  domain: { from: '/url/site', via: [{ match: '^[^.]+\\..+$' }] },
  post: '/url/post',
};
const aPost = {
  take: place,
  object: {
    url: ['https://wordpress.com/reader/blogs/{site}/posts/{post}', 'https://{domain}/?p={post}'],
    id: '{url.site}/{post}',
  },
  // Answers come in an envelope that is always 200.
  refusal: 'hidden',
} satisfies Partial<Action>;
const aComment = {
  take: { ...place, comment: '/url/comment' },
  object: {
    url: [
      '{page.permalink}',
      'https://wordpress.com/comment/{domain}/{comment}',
      'https://wordpress.com/comment/{site}/{comment}',
    ],
    id: '{url.site}/{comment}',
  },
  refusal: 'hidden',
} satisfies Partial<Action>;
const aBlog = {
  take: { blog: { from: ['/form/url', '/json/url'], via: [{ match: '^(https?://[^?#]+)' }] } },
  object: { url: '{blog}' },
  refusal: 'hidden',
} satisfies Partial<Action>;

export default defineSite({
  id: 'wordpress-com',
  name: 'WordPress.com',
  version: 1,
  group: 'community',
  confidence: 'medium',
  hosts: ['wordpress.com', 'widgets.wp.com', 'public-api.wordpress.com', 'jetpack.wordpress.com'],
  items: [
    {
      select: '.comments__comment',
      read: {
        author: { select: '.comments__comment-username' },
        authorUrl: { select: 'a.comments__comment-username', attr: 'href' },
        permalink: { select: '.comments__comment-timestamp a', attr: 'href', match: '^(https?://.+#comment-\\d+)$' },
      },
    },
  ],
  composers: ['.comments__form textarea'],
  actions: [
    { id: 'like', kind: 'like', request: { url: api('sites/:site/posts/:post(\\d+)/likes/new') }, ...aPost },
    {
      id: 'unlike',
      kind: 'like',
      undo: true,
      request: { url: api('sites/:site/posts/:post(\\d+)/likes/mine/delete') },
      ...aPost,
    },
    {
      id: 'like-comment',
      kind: 'like',
      request: { url: api('sites/:site/comments/:comment(\\d+)/likes/new') },
      ...aComment,
    },
    {
      id: 'unlike-comment',
      kind: 'like',
      undo: true,
      request: { url: api('sites/:site/comments/:comment(\\d+)/likes/mine/delete') },
      ...aComment,
    },
    {
      id: 'comment',
      kind: 'comment',
      request: { url: api('sites/:site/posts/:post(\\d+)/replies/new') },
      ...aPost,
    },
    {
      id: 'reply',
      kind: 'comment',
      request: { url: api('sites/:site/comments/:comment(\\d+)/replies/new') },
      ...aComment,
    },
    {
      id: 'delete-comment',
      kind: 'comment',
      undo: true,
      undoes: ['comment', 'reply'],
      request: { url: api('sites/:site/comments/:comment(\\d+)/delete') },
      ...aComment,
    },
    { id: 'follow', kind: 'follow', request: { url: api('read/following/mine/new') }, ...aBlog },
    { id: 'unfollow', kind: 'follow', undo: true, request: { url: api('read/following/mine/delete') }, ...aBlog },
  ],
  unseen: [
    'The address that a post has on its own blog: it is named by its number.',
    'Comments in the frame of Jetpack, which are posted to the blog.',
    'Posts and edits made in the dashboard of WordPress.com; who you are.',
  ],
  sources: [
    'Automattic/jetpack modules/likes (2026)',
    'WordPress.com REST API: posts/likes, comments, read/following; Calypso Reader (2025)',
  ],
});
