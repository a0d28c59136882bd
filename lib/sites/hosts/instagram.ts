import { defineSite } from '../define.ts';
import type { Action, Control, RequestRule, Step, Value } from '../schema.ts';

/**
 * Instagram writes in two ways that live side by side: GraphQL mutations, whose names change now and then, and an
 * older interface of plain paths. A post's address is its number in another notation.
 */

const operation: Value = { from: ['/form/fb_api_req_friendly_name', '/query/fb_api_req_friendly_name'] };
const mutation = (matches: string): RequestRule => ({
  url: ['/api/graphql{/}?', '/graphql/query{/}?'],
  decode: ['form', { json: '/form/variables' }],
  where: [{ at: operation, matches }],
});
const rest = (...paths: string[]): RequestRule => ({ url: paths });

/** `<number>` or `<number>_<owner>`; newer mutations wrap their arguments once more. */
const media = ['/url/id', '/form/variables/media_id', '/form/variables/input/media_id', '/form/variables/mediaId'];
const digits: Step = { match: '^(\\d+)' };
const number: Value = { from: media, via: [digits] };
const code: Value = { from: media, via: ['shortcode'] };
const postUrl = 'https://www.instagram.com/p/{code}/';
const inAddress = '/(?:p|reel|reels|tv)/([\\w-]{1,11})';

const onPost = (action: Omit<Action, 'object' | 'take'>): Action => ({
  take: { code, number },
  target: code,
  object: { url: postUrl, id: '{number}' },
  // An answer of 200 can be a page that says no.
  refusal: 'hidden',
  ...action,
});

/** Comments have small hearts with the same label: only the bar below a post has large ones. */
const flips = (size: string, off: string, on: string): Control => ({
  select: `[role="button"]:has(svg[aria-label="${off}"]${size}, svg[aria-label="${on}"]${size})`,
  on: `[role="button"]:has(svg[aria-label="${on}"])`,
});
const heart = flips('[height="24"]', 'Like', 'Unlike');
const smallHeart = flips(':not([height="24"])', 'Like', 'Unlike');
const ribbon = flips('', 'Save', 'Remove');

/** The post that a comment stands under: requests name the comment alone. */
const here: Value = { from: ['/page/post', '/page/url'], via: [{ match: `${inAddress}|^([\\w-]{1,11})$` }] };
const nobody = { name: { text: '' } };
const onComment: Pick<Action, 'take' | 'target' | 'object' | 'refusal'> = {
  take: { here, comment: '/url/comment' },
  target: '/url/comment',
  object: { url: ['https://www.instagram.com/p/{here}/c/{comment}/', 'https://www.instagram.com/'], id: '{comment}' },
  refusal: 'hidden',
};

const person: Value = { from: ['/url/id', '/form/variables/target_user_id', '/form/variables/input/target_user_id'] };
const following = (id: string, undo: boolean, names: string, ...paths: string[]): Action => ({
  id,
  kind: 'follow',
  undo,
  request: [mutation(`^usePolaris(?:${names})Mutation$`), rest(...paths)],
  take: { person },
  // The request holds a number only; the name stands around the button.
  object: { url: ['{page.authorUrl}', 'https://www.instagram.com/'], id: '{person}' },
  refusal: 'hidden',
});

const firstName = { select: 'header a[href], h2 a[href]', attr: 'href' };

export default defineSite({
  id: 'instagram',
  name: 'Instagram',
  version: 1,
  group: 'social',
  confidence: 'high',
  hosts: ['www.instagram.com', 'instagram.com'],
  apiHosts: ['i.instagram.com'],
  account: {
    // The one entry of the navigation with a portrait instead of a drawing.
    name: {
      of: 'page',
      select: 'span[aria-describedby] a[role="link"][href]:has(img)',
      attr: 'href',
      match: '^https?://[^/]+/([\\w.]{1,30})/?$',
    },
    url: 'https://www.instagram.com/{account}/',
    signedOut: '#loginForm, a[href^="/accounts/login/"]',
  },
  items: [
    {
      select: 'li:has(a[href*="/c/"])',
      read: {
        id: { select: 'a[href*="/c/"]', attr: 'href', match: '/c/(\\d+)' },
        post: { select: 'a[href*="/c/"]', attr: 'href', match: inAddress },
        author: { select: 'h3 a[href], h2 a[href]', attr: 'href', match: '/([\\w.]+)/?$' },
        authorUrl: { select: 'h3 a[href], h2 a[href]', attr: 'href' },
      },
    },
    {
      select: 'article',
      read: {
        id: { select: 'a[href*="/p/"], a[href*="/reel/"]', attr: 'href', match: inAddress },
        url: { select: 'a[href*="/p/"], a[href*="/reel/"]', attr: 'href', match: '^([^?]+)' },
        author: { ...firstName, match: '/([\\w.]+)/?$' },
        authorUrl: { ...firstName, match: '^(https?://[^/]+/[\\w.]+/?)(?:\\?|$)' },
        topics: { select: 'a[href*="/explore/tags/"]', all: true, match: '^#?(.+)$' },
      },
    },
    // The head of somebody's profile.
    {
      select: 'main header',
      read: {
        author: { select: 'a[href*="/followers"]', attr: 'href', match: '^https?://[^/]+/([\\w.]+)/' },
        authorUrl: { select: 'a[href*="/followers"]', attr: 'href', match: '^(https?://[^/]+/[\\w.]+/)' },
      },
    },
  ],
  composers: ['form textarea'],
  private: { paths: ['/direct{/*}?'] },
  actions: [
    onPost({
      id: 'unlike',
      kind: 'like',
      undo: true,
      request: [
        mutation(
          '^(?:use)?Polaris[A-Za-z]{0,40}(?:UnlikeMedia|UnlikePost|LikeMedia[A-Za-z]{0,40}Unlike)[A-Za-z]*Mutation$',
        ),
        rest('/api/v1/web/likes/:id/unlike/'),
      ],
      control: heart,
    }),
    onPost({
      id: 'like',
      kind: 'like',
      request: [
        mutation('^(?:use)?Polaris[A-Za-z]*Like(?:Media|Post)[A-Za-z]*Mutation$'),
        rest('/api/v1/web/likes/:id/like/'),
      ],
      control: heart,
    }),
    ...[false, true].map(
      (undo): Action => ({
        id: undo ? 'unlike-story' : 'like-story',
        kind: 'like',
        undo,
        request: mutation(`^usePolarisStoriesV3LikeMutation${undo ? 'Unlike' : 'Like'}Mutation$`),
        take: { code, number, user: { from: '/page/url', via: [{ match: '/stories/([\\w.]+)' }] } },
        object: { url: ['https://www.instagram.com/stories/{user}/{number}/', postUrl], id: '{number}' },
        to: {
          name: { from: '/page/url', via: [{ match: '/stories/([\\w.]+)' }] },
          url: 'https://www.instagram.com/{user}/',
        },
        detail: { act: { text: 'story' } },
        refusal: 'hidden',
      }),
    ),
    {
      id: 'reply',
      kind: 'comment',
      request: { url: '/api/v1/web/comments/:id/add/', where: [{ at: '/form/replied_to_comment_id', present: true }] },
      control: { select: 'form:has(textarea)', submits: true },
      take: { code, comment: '/form/replied_to_comment_id' },
      object: { url: 'https://www.instagram.com/p/{code}/c/{comment}/', id: '{comment}' },
      // The box stands below the post, the answer goes to a comment in it.
      to: nobody,
      refusal: 'hidden',
    },
    onPost({
      id: 'comment',
      kind: 'comment',
      request: rest('/api/v1/web/comments/:id/add/'),
      control: { select: 'form:has(textarea)', submits: true },
    }),
    {
      id: 'delete-comment',
      kind: 'comment',
      undo: true,
      undoes: ['comment', 'reply'],
      request: rest('/api/v1/web/comments/:id/delete/:comment/'),
      take: { code, comment: '/url/comment' },
      object: { url: 'https://www.instagram.com/p/{code}/c/{comment}/', id: '{comment}' },
      to: nobody,
      refusal: 'hidden',
    },
    {
      id: 'like-comment',
      kind: 'like',
      request: rest('/api/v1/web/comments/like/:comment/'),
      control: smallHeart,
      ...onComment,
    },
    {
      id: 'unlike-comment',
      kind: 'like',
      undo: true,
      request: rest('/api/v1/web/comments/unlike/:comment/'),
      control: smallHeart,
      ...onComment,
    },
    onPost({
      id: 'repost',
      kind: 'share',
      request: mutation('^usePolarisCreateMediaRepostMutation$'),
      detail: { act: { text: 'repost' } },
    }),
    onPost({
      id: 'undo-repost',
      kind: 'share',
      undo: true,
      request: mutation('^usePolarisDeleteMediaRepostMutation$'),
      detail: { act: { text: 'repost' } },
    }),
    onPost({
      id: 'save',
      kind: 'bookmark',
      request: [mutation('^usePolarisSaveMediaSaveMutation$'), rest('/api/v1/web/save/:id/save/')],
      control: ribbon,
    }),
    onPost({
      id: 'unsave',
      kind: 'bookmark',
      undo: true,
      request: [mutation('^usePolarisSaveMediaUnsaveMutation$'), rest('/api/v1/web/save/:id/unsave/')],
      control: ribbon,
    }),
    following(
      'unfollow',
      true,
      'Unfollow|ToggleFollowUserUnfollow',
      '/api/v1/friendships/destroy/:id/',
      '/web/friendships/:id/unfollow/',
    ),
    following(
      'follow',
      false,
      'Follow|ToggleFollowUserFollow',
      '/api/v1/friendships/create/:id/',
      '/web/friendships/:id/follow/',
    ),
    {
      id: 'story',
      kind: 'post',
      request: rest('/api/v1/web/create/configure_to_story/'),
      object: { url: ['https://www.instagram.com/stories/{account}/', 'https://www.instagram.com/'] },
      to: nobody,
      detail: { act: { text: 'story' } },
      refusal: 'hidden',
      // Pictures are sent before.
      within: 60_000,
    },
    {
      id: 'post',
      kind: 'post',
      request: rest(
        '/api/v1/media/configure/',
        '/api/v1/media/configure_sidecar/',
        '/api/v1/media/configure_to_clips/',
        '/api/v1/web/create/configure/',
      ),
      object: { url: ['https://www.instagram.com/{account}/', 'https://www.instagram.com/'] },
      to: nobody,
      refusal: 'hidden',
      within: 60_000,
    },
    onPost({
      id: 'delete-post',
      kind: 'post',
      undo: true,
      undoes: ['post', 'story'],
      request: rest('/api/v1/web/create/:id/delete/'),
      to: nobody,
    }),
  ],
  unseen: [
    'The address of a new post or comment: the page gets it only inside the answer.',
    'Whether a heart stayed red, where the page speaks another language than English; such likes stay at "accepted".',
    'Answers to stories, which are messages, and sending a post to somebody.',
    'Who was followed, where the button stands in a list: the request holds a number only.',
  ],
  sources: [
    'Observers and clients of the web interface in public repositories, with captured operations (2023-2026)',
    'mahdiparastesh/InstaTools GraphQlQuery (2024-2025): names of operations',
    'Automation of the page in 2026: labels and sizes of the icons',
  ],
});
