import { defineSite } from '../define.ts';
import type { Action, Control, Item, RequestRule, Test, Value } from '../schema.ts';

/**
 * Reddit as it is now. One GraphQL endpoint, told apart by `operation`; comments have an endpoint of their own that
 * answers with markup, also where it refuses. What is pressed sits in open shadow roots.
 */

const input = (name: string) => `/json/variables/input/${name}`;
const operation = (name: string, ...where: Test[]): RequestRule => ({
  url: '/svc/shreddit/graphql',
  decode: ['json'],
  where: [{ at: '/json/operation', is: name }, ...where],
});

/** What an act was done to and whose it is. */
type Place = Required<Pick<Action, 'take' | 'target' | 'object' | 'to'>>;

const www = 'https://www.reddit.com';
const author: Place['to'] = { name: '/page/author', url: `${www}/user/{page.author}/` };
const nobody: Place['to'] = { name: { text: '' } };

const bare = (from: string[]): Value => ({ from, via: [{ match: '^(?:t\\d_)?(\\w+)$' }] });
const ofAddress = (match: string): Value => ({ from: '/page/url', via: [{ match }] });
/** The thread that the page is, by its address: comments name themselves only. */
const thread = ofAddress('/comments/(\\w+)');

const onPost = (...id: string[]): Place => ({
  take: { id: { from: id }, id36: bare(id) },
  target: { from: id },
  object: { url: [`${www}{page.link}`, `${www}/comments/{id36}/`], id: '{id}' },
  to: author,
});
const onComment = (...id: string[]): Place => ({
  take: { id: { from: id }, id36: bare(id), thread },
  target: { from: id },
  object: { url: [`${www}{page.link}`, `${www}/comments/{thread}/comment/{id36}/`], id: '{id}' },
  to: author,
});
const post = onPost(input('postId'));
const comment = onComment(input('commentId'));
const community: Place = {
  take: { id: input('inputs/0/subredditId'), here: ofAddress('^https?://[^/]+/r/(\\w+)') },
  target: input('inputs/0/subredditId'),
  object: { url: [`${www}/r/{page.community}/`, `${www}/r/{here}/`], id: '{id}' },
  to: nobody,
};
const profile: Place = {
  take: { id: input('accountId'), here: ofAddress('^https?://[^/]+/user/([^/?#]+)') },
  target: input('accountId'),
  object: { url: `${www}/user/{here}/`, id: '{id}' },
  to: { name: ofAddress('^https?://[^/]+/user/([^/?#]+)'), url: `${www}/user/{here}/` },
};
/** The community a new post goes to, as the form or the page's address names it. */
const destination: Value = {
  from: [input('subredditName'), input('subreddit'), '/page/url'],
  via: [{ match: '(?:/r/|^r/|^)(\\w+)(?:$|/)' }],
};

const on = '[aria-pressed="true"]';
const up: Control = { select: 'button[upvote], [data-action-bar-action="upvote"]', on };
const down: Control = { select: 'button[downvote], [data-action-bar-action="downvote"]', on };
const arrows: Control = {
  select: 'button[upvote], button[downvote]',
  shows: `button[upvote]${on}, button[downvote]${on}`,
};
const send: Control = { select: 'shreddit-composer button[type="submit"], button[slot="submit-button"]' };

/** What a vote says, for posts and comments alike. */
const votes = (of: string, name: string, place: Place): Action[] => [
  {
    id: `upvote-${of}`,
    kind: 'vote',
    request: operation(name, { at: input('voteState'), is: 'UP' }),
    control: up,
    ...place,
    detail: { vote: { text: 'up' } },
    refusal: 'hidden',
  },
  {
    id: `downvote-${of}`,
    kind: 'vote',
    request: operation(name, { at: input('voteState'), is: 'DOWN' }),
    control: down,
    ...place,
    detail: { vote: { text: 'down' } },
    refusal: 'hidden',
  },
  {
    id: `unvote-${of}`,
    kind: 'vote',
    undo: true,
    request: operation(name, { at: input('voteState'), is: 'NONE' }),
    control: arrows,
    ...place,
    refusal: 'hidden',
  },
];

/** One's own new comment: those of others are loaded while one scrolls. */
const ownComment = {
  appears: 'shreddit-comment[author="{account}"]',
  read: {
    id: { attr: 'thingid' },
    link: { attr: 'permalink', match: '^(?:https?://[^/]+)?(/.*)$' },
  },
  url: `${www}{made.link}`,
  id: '{made.id}',
};
const ownPost = {
  appears: 'shreddit-post[author="{account}"]',
  read: {
    id: { attr: 'id' },
    link: { attr: 'permalink', match: '^(?:https?://[^/]+)?(/.*)$' },
  },
  url: `${www}{made.link}`,
  id: '{made.id}',
};

const ofPost: Item['read'] = {
  id: { attr: 'id' },
  link: { attr: 'permalink', match: '^(?:https?://[^/]+)?(/.*)$' },
  author: { attr: 'author' },
  title: { attr: 'post-title' },
  topics: { attr: 'subreddit-prefixed-name', match: '^r/(\\w+)$' },
  community: { attr: 'subreddit-prefixed-name', match: '^r/(\\w+)$' },
};
/** The same of the one post that a thread's page is about. */
const ofThread: Item['read'] = Object.fromEntries(
  Object.entries(ofPost).map(([name, read]) => [name, { ...read, of: 'page', select: 'shreddit-post' }]),
);

export default defineSite({
  id: 'reddit',
  name: 'Reddit',
  version: 1,
  group: 'social',
  confidence: 'high',
  hosts: ['www.reddit.com', 'sh.reddit.com', 'new.reddit.com'],
  // Known at once by its elements: on www the old layout is still there for those who kept it.
  only: [
    { select: 'shreddit-app' },
    { select: 'shreddit-post, shreddit-comment, shreddit-composer, shreddit-join-button, shreddit-vote-animations' },
    { select: 'comment-composer-host, r-post-composer-form, reddit-header-large' },
  ],
  account: {
    name: [
      { of: 'page', select: 'rs-current-user', attr: 'display-name' },
      {
        of: 'page',
        select: '#user-drawer-content a[href^="/user/"], reddit-header-large a[href^="/user/"]',
        attr: 'href',
        match: '/user/(?!me(?:/|$))([^/?#]+)',
      },
      { of: 'page', select: '#expand-user-drawer-button img[alt^="u/"]', attr: 'alt', match: '^u/([\\w-]+)' },
    ],
    url: `${www}/user/{account}/`,
    signedOut: 'shreddit-app[user-logged-in="false"], #login-button',
  },
  items: [
    {
      select: 'shreddit-comment',
      read: {
        id: { attr: 'thingid' },
        link: { attr: 'permalink', match: '^(?:https?://[^/]+)?(/.*)$' },
        author: { attr: 'author' },
        title: { of: 'page', select: 'shreddit-post', attr: 'post-title' },
        topics: { attr: 'permalink', match: '/r/(\\w+)/' },
      },
    },
    // In front of the post that may hold it.
    {
      select: 'shreddit-join-button, shreddit-subreddit-header-buttons',
      read: { id: { attr: 'subreddit-id' }, community: { attr: 'name', match: '^(?:r/)?(\\w+)$' } },
    },
    { select: 'follow-button', read: { id: { attr: 'redditor-id' } } },
    { select: 'shreddit-post', read: ofPost },
  ],
  page: ofThread,
  composers: [
    'shreddit-composer [contenteditable="true"]',
    'shreddit-composer textarea',
    'shreddit-composer',
    'r-post-composer-form',
  ],
  private: { paths: ['/chat', '/chat/*', '/room/*', '/message/*', '/notifications/messages*'], within: ['rs-app'] },
  actions: [
    ...votes('post', 'UpdatePostVoteState', post),
    ...votes('comment', 'UpdateCommentVoteState', comment),
    {
      id: 'save-post',
      kind: 'bookmark',
      request: operation('UpdatePostSaveState'),
      undo: [{ at: input('saveState'), is: 'NONE' }],
      ...post,
      refusal: 'hidden',
    },
    {
      id: 'save-comment',
      kind: 'bookmark',
      request: operation('UpdateCommentSaveState'),
      undo: [{ at: input('saveState'), is: 'NONE' }],
      ...comment,
      refusal: 'hidden',
    },
    {
      id: 'follow-post',
      kind: 'follow',
      request: operation('UpdatePostFollowState'),
      undo: [{ at: input('followState'), is: ['UNFOLLOWED', 'NONE'] }],
      ...post,
      refusal: 'hidden',
      confidence: 'medium',
    },
    {
      id: 'follow-comment',
      kind: 'follow',
      request: operation('UpdateCommentFollowState'),
      undo: [{ at: input('followState'), is: ['UNFOLLOWED', 'NONE'] }],
      ...comment,
      refusal: 'hidden',
      confidence: 'medium',
    },
    {
      id: 'join',
      kind: 'follow',
      request: operation('UpdateSubredditSubscriptions'),
      control: { select: 'shreddit-join-button' },
      undo: [{ at: input('inputs/0/subscribeState'), is: 'NONE' }],
      ...community,
      refusal: 'hidden',
    },
    {
      id: 'follow-user',
      kind: 'follow',
      request: operation('UpdateProfileFollowState'),
      control: { select: 'follow-button' },
      undo: [{ at: input('state'), is: 'NONE' }],
      ...profile,
      refusal: 'hidden',
    },
    {
      id: 'comment',
      kind: 'comment',
      request: { url: '/svc/shreddit/:id(t3_\\w+)/create-comment' },
      control: send,
      ...onPost('/url/id'),
      made: ownComment,
      refusal: 'hidden',
    },
    {
      id: 'reply',
      kind: 'comment',
      request: { url: '/svc/shreddit/:id(t1_\\w+)/create-comment' },
      control: send,
      ...onComment('/url/id'),
      made: ownComment,
      refusal: 'hidden',
      confidence: 'medium',
    },
    {
      id: 'post',
      kind: 'post',
      request: operation('CreatePost'),
      control: { select: 'r-post-form-submit-button, #submit-post-button, #inner-post-submit-button' },
      take: { community: destination },
      object: {
        url: [`${www}{made.link}`, `${www}/r/{community}/`, `${www}/`],
        title: input('title'),
      },
      to: nobody,
      topics: destination,
      made: ownPost,
      refusal: 'hidden',
    },
    {
      id: 'post-on-profile',
      kind: 'post',
      request: operation('CreateProfilePost'),
      control: { select: 'r-post-form-submit-button, #submit-post-button, #inner-post-submit-button' },
      object: { url: [`${www}{made.link}`, `${www}/user/{account}/`, `${www}/`], title: input('title') },
      to: nobody,
      topics: { text: '' },
      made: ownPost,
      refusal: 'hidden',
    },
    {
      id: 'edit-post',
      kind: 'edit',
      edit: true,
      request: [operation('UpdatePost'), operation('EditPost'), { url: '/svc/shreddit/:id(t3_\\w+)/edit-post' }],
      ...onPost(input('postId'), '/url/id'),
      to: nobody,
      refusal: 'hidden',
      confidence: 'low',
    },
    {
      id: 'edit-comment',
      kind: 'edit',
      edit: true,
      request: [
        operation('UpdateComment'),
        operation('EditComment'),
        { url: '/svc/shreddit/:id(t1_\\w+)/edit-comment' },
      ],
      ...onComment(input('commentId'), '/url/id'),
      to: nobody,
      refusal: 'hidden',
      confidence: 'low',
    },
    {
      id: 'delete-comment',
      kind: 'comment',
      undo: true,
      request: operation('DeleteComment'),
      ...comment,
      to: nobody,
      refusal: 'hidden',
      confidence: 'medium',
    },
    {
      id: 'delete-post',
      kind: 'post',
      undo: true,
      request: operation('DeletePost'),
      ...post,
      to: nobody,
      refusal: 'hidden',
      confidence: 'low',
    },
  ],
  unseen: [
    'A comment that is refused with a notice stays at "accepted": the answer alone tells.',
    'Reports, polls, awards and what moderators do.',
    'Joining a community from a list that does not say which one it is.',
    'Chat and messages, on purpose.',
  ],
  sources: [
    'live-mapped automation sources and command-line clients (2026-03 to 2026-10): operations, inputs, attributes',
    'an extension that watches UpdatePostSaveState through webRequest',
  ],
});
