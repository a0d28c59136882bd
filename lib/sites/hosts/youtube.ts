import { defineSite } from '../define.ts';
import type { Action, Control, Read, RequestRule, Step, Value } from '../schema.ts';

/** A call of the site's own interface. */
const call = (...endpoints: string[]): RequestRule => ({ url: endpoints.map((one) => `/youtubei/v1/${one}`) });

/**
 * What a request is about often stands in a token: a protocol buffer in base64. Only numbers of fields are known, so
 * each value must also look like what it should be.
 */
const inToken = (pointer: string, field: number, pattern: string): Value => ({
  from: pointer,
  via: [{ protobuf: [field] }, { match: `^(${pattern})$` }],
});
const videoPattern = '[\\w-]{11}';
const commentPattern = '[\\w-]{10,}(?:\\.[\\w-]+)?';

/** `perform_comment_action` carries one token for every kind of act on a comment. */
const actionToken = '/json/actions/0';
const actionType = { from: actionToken, via: [{ protobuf: [1] }] satisfies Step[] };

const video = 'https://www.youtube.com/watch?v={video}';
/** Comments stand below videos and below posts; the page knows what the token leaves out. */
const comment = [
  'https://www.youtube.com/watch?v={video}&lc={comment}',
  'https://www.youtube.com/watch?v={page.video}&lc={comment}',
  'https://www.youtube.com/post/{page.post}?lc={comment}',
  'https://www.youtube.com/post/{post}?lc={comment}',
];

const newComment = [
  'https://www.youtube.com/watch?v={video}&lc={made.comment}',
  'https://www.youtube.com/post/{post}?lc={made.comment}',
];

/** The address of a post's own page. */
const postOfPage: Value = { from: '/page/url', via: [{ match: '/post/(Ugk[\\w-]+)' }] };

/** Pressed state is told to assistive technology in every language. */
const pressed = (...buttons: string[]): Control => ({ select: buttons.join(', '), on: '[aria-pressed="true"]' });
const likeButton = pressed(
  'like-button-view-model button',
  '#segmented-like-button button',
  'ytd-reel-player-overlay-renderer #like-button button',
  'ytmusic-like-button-renderer .like button',
);
const dislikeButton = pressed(
  'dislike-button-view-model button',
  '#segmented-dislike-button button',
  'ytd-reel-player-overlay-renderer #dislike-button button',
  'ytmusic-like-button-renderer .dislike button',
);

const comments = ['ytd-comment-engagement-bar', 'ytd-comment-view-model', 'ytd-comment-renderer'];
const posts = ['ytd-backstage-post-renderer', 'ytd-post-renderer'];
const within = (places: readonly string[], button: string) => places.map((place) => `${place} ${button} button`);

const sendComment: Control = { select: 'ytd-commentbox #submit-button, ytd-comment-dialog-renderer #submit-button' };

/**
 * An act on a comment that the token alone does not tell: the control that was pressed does. Several such acts share
 * one request, so each stands beside the others and demands its own control.
 */
const onComment = (action: Omit<Action, 'object'> & Partial<Action>): Action => ({
  also: true,
  demand: true,
  request: {
    ...call('comment/perform_comment_action'),
    // 22 asks for a translation, 6 deletes.
    where: [
      { at: actionType, not: ['22', '6'] },
      { at: actionToken, present: true },
    ],
  },
  take: {
    video: inToken(actionToken, 5, videoPattern),
    comment: inToken(actionToken, 3, commentPattern),
    post: postOfPage,
  },
  target: inToken(actionToken, 3, commentPattern),
  object: { url: comment, id: '{comment}' },
  confidence: 'medium',
  ...action,
});

/** A change to something of one's own goes to nobody. */
const nobody = { name: { text: '' } };

const commentLink = { select: 'a[href*="lc="]', attr: 'href' };
const titleOfVideo: Read[] = [
  { of: 'page', select: 'ytd-watch-flexy:not([hidden]) ytd-watch-metadata h1' },
  { of: 'page', select: 'ytd-watch-flexy:not([hidden]) h1' },
];

export default defineSite({
  id: 'youtube',
  name: 'YouTube',
  version: 1,
  group: 'social',
  confidence: 'high',
  hosts: ['www.youtube.com', 'm.youtube.com', 'music.youtube.com', 'studio.youtube.com'],
  account: {
    // The name only stands in the page once its account menu was opened.
    name: { of: 'page', select: 'ytd-active-account-header-renderer #channel-handle', match: '(@[^\\s]+)' },
    url: 'https://www.youtube.com/{account}',
    signedOut: 'ytd-masthead a[href*="ServiceLogin"], ytmusic-nav-bar a.sign-in-link',
  },
  items: [
    {
      // A reply is written inside the comment it answers, or below the first comment of its thread.
      select: 'ytd-comment-view-model, ytd-comment-renderer, ytd-comment-thread-renderer',
      read: {
        id: { ...commentLink, match: `[?&]lc=(${commentPattern})` },
        video: { ...commentLink, match: `[?&]v=(${videoPattern})` },
        author: { select: '#author-text' },
        authorUrl: { select: '#author-text', attr: 'href' },
        title: titleOfVideo,
      },
    },
    {
      select: posts.join(', '),
      read: {
        post: { select: 'a[href*="/post/"]', attr: 'href', match: '/post/(Ugk[\\w-]+)' },
        author: { select: '#author-text' },
        authorUrl: { select: '#author-text', attr: 'href' },
      },
    },
    // Several short films are stacked in one page.
    {
      select: 'ytd-reel-video-renderer',
      read: {
        title: { select: 'h2, yt-shorts-video-title-view-model' },
        author: { select: 'ytd-channel-name a, yt-reel-channel-bar-view-model a' },
        authorUrl: { select: 'ytd-channel-name a, yt-reel-channel-bar-view-model a', attr: 'href' },
      },
    },
    {
      select: 'ytd-watch-metadata',
      read: {
        title: { select: 'h1' },
        author: { select: '#owner ytd-channel-name a' },
        authorUrl: { select: '#owner ytd-channel-name a', attr: 'href' },
        topics: { select: 'a[href^="/hashtag/"]', all: true, match: '^#?(.+)$' },
      },
    },
    {
      select: 'ytd-rich-item-renderer, ytd-video-renderer, ytd-compact-video-renderer, ytd-playlist-video-renderer',
      read: {
        id: { select: 'a[href*="/watch?v="]', attr: 'href', match: `[?&]v=(${videoPattern})` },
        title: { select: '#video-title' },
        author: { select: 'ytd-channel-name a' },
        authorUrl: { select: 'ytd-channel-name a', attr: 'href' },
      },
    },
  ],
  // The page of the last video stays in the document, hidden, while other pages show.
  page: {
    video: { select: 'ytd-watch-flexy[video-id]:not([hidden])', attr: 'video-id' },
    title: titleOfVideo,
    author: { select: 'ytd-watch-flexy:not([hidden]) #owner ytd-channel-name a' },
    authorUrl: { select: 'ytd-watch-flexy:not([hidden]) #owner ytd-channel-name a', attr: 'href' },
  },
  composers: ['#contenteditable-root', 'yt-live-chat-text-input-field-renderer #input'],
  actions: [
    {
      id: 'like',
      kind: 'like',
      request: call('like/like'),
      control: likeButton,
      take: { video: '/json/target/videoId', list: '/json/target/playlistId' },
      object: { url: [video, 'https://www.youtube.com/playlist?list={list}'] },
      refusal: 'hidden',
    },
    {
      id: 'dislike',
      kind: 'vote',
      request: call('like/dislike'),
      control: dislikeButton,
      take: { video: '/json/target/videoId', list: '/json/target/playlistId' },
      object: { url: [video, 'https://www.youtube.com/playlist?list={list}'] },
      detail: { vote: { text: 'down' } },
      refusal: 'hidden',
    },
    {
      id: 'remove-like',
      kind: 'like',
      undo: true,
      undoes: ['like', 'dislike'],
      request: call('like/removelike'),
      control: [likeButton, dislikeButton],
      take: { video: '/json/target/videoId', list: '/json/target/playlistId' },
      object: { url: [video, 'https://www.youtube.com/playlist?list={list}'] },
    },

    {
      id: 'comment',
      kind: 'comment',
      request: call('comment/create_comment'),
      control: sendComment,
      take: { video: inToken('/json/createCommentParams', 2, videoPattern), post: postOfPage },
      object: {
        url: [
          video,
          'https://www.youtube.com/post/{post}',
          'https://www.youtube.com/post/{page.post}',
          'https://www.youtube.com/watch?v={page.video}',
        ],
      },
      made: {
        // Older comments load at the end of the list, the new one stands first.
        appears: 'ytd-comments #contents > ytd-comment-thread-renderer:first-child a[href*="lc="]',
        read: { comment: { attr: 'href', match: `[?&]lc=(${commentPattern})` } },
        url: newComment,
        id: '{made.comment}',
      },
      refusal: 'hidden',
    },
    {
      id: 'reply',
      kind: 'comment',
      request: call('comment/create_comment_reply'),
      control: sendComment,
      take: {
        video: inToken('/json/createReplyParams', 2, videoPattern),
        comment: inToken('/json/createReplyParams', 4, commentPattern),
        post: postOfPage,
      },
      target: inToken('/json/createReplyParams', 4, commentPattern),
      object: { url: [...comment, 'https://www.youtube.com/watch?v={page.video}&lc={page.id}'] },
      made: {
        appears: 'ytd-comment-replies-renderer a[href*="lc="]',
        read: { comment: { attr: 'href', match: `[?&]lc=(${commentPattern})` } },
        url: newComment,
        id: '{made.comment}',
      },
      refusal: 'hidden',
    },
    {
      id: 'edit-comment',
      kind: 'edit',
      edit: true,
      request: call('comment/update_comment', 'comment/update_comment_reply'),
      control: sendComment,
      take: { comment: '/page/id', post: postOfPage },
      object: {
        url: [
          'https://www.youtube.com/watch?v={page.video}&lc={page.id}',
          'https://www.youtube.com/post/{post}?lc={comment}',
          'https://www.youtube.com/watch?v={page.video}',
        ],
      },
      to: nobody,
      confidence: 'medium',
    },
    {
      id: 'delete-comment',
      kind: 'comment',
      undo: true,
      request: { ...call('comment/perform_comment_action'), where: [{ at: actionType, is: '6' }] },
      take: {
        video: inToken(actionToken, 5, videoPattern),
        comment: inToken(actionToken, 3, commentPattern),
        post: postOfPage,
      },
      object: { url: comment, id: '{comment}' },
      to: nobody,
    },
    onComment({
      id: 'like-comment',
      kind: 'like',
      undo: 'toggle',
      control: pressed(...within(comments, '#like-button')),
    }),
    onComment({
      id: 'dislike-comment',
      kind: 'vote',
      undo: 'toggle',
      control: pressed(...within(comments, '#dislike-button')),
      detail: { vote: { text: 'down' } },
    }),
    onComment({
      id: 'like-post',
      kind: 'like',
      undo: 'toggle',
      control: pressed(...within(posts, '#like-button'), ...within(posts, 'like-button-view-model')),
      take: { post: postOfPage },
      object: { url: ['https://www.youtube.com/post/{page.post}', 'https://www.youtube.com/post/{post}'] },
    }),
    onComment({
      id: 'heart-comment',
      kind: 'like',
      control: { select: '#creator-heart-button' },
      detail: { reaction: { text: 'heart' }, act: { text: 'heart' } },
      confidence: 'low',
    }),

    {
      id: 'subscribe',
      kind: 'follow',
      request: call('subscription/subscribe'),
      control: {
        select: 'ytd-subscribe-button-renderer, yt-subscribe-button-view-model',
        on: '[subscribed], :has(button[aria-pressed="true"])',
      },
      object: { url: 'https://www.youtube.com/channel/{json.channelIds.0}', id: '{json.channelIds.0}' },
    },
    {
      id: 'unsubscribe',
      kind: 'follow',
      undo: true,
      request: call('subscription/unsubscribe'),
      control: {
        select: 'yt-confirm-dialog-renderer #confirm-button',
        shows: 'ytd-subscribe-button-renderer[subscribed], yt-subscribe-button-view-model[subscribed]',
      },
      object: { url: 'https://www.youtube.com/channel/{json.channelIds.0}', id: '{json.channelIds.0}' },
    },
    {
      id: 'save',
      kind: 'bookmark',
      request: {
        ...call('browse/edit_playlist'),
        decode: ['json', { each: '/json/actions' }],
        where: [{ at: '/item/action', is: 'ACTION_ADD_VIDEO' }],
      },
      take: { video: '/item/addedVideoId' },
      target: '/item/addedVideoId',
      object: { url: video },
      detail: { act: { from: '/json/playlistId', via: [{ map: { WL: 'watch-later' }, else: 'playlist' }] } },
    },
    {
      id: 'unsave',
      kind: 'bookmark',
      undo: true,
      request: {
        ...call('browse/edit_playlist'),
        decode: ['json', { each: '/json/actions' }],
        where: [{ at: '/item/action', is: ['ACTION_REMOVE_VIDEO', 'ACTION_REMOVE_VIDEO_BY_VIDEO_ID'] }],
      },
      take: { video: { from: ['/item/removedVideoId', '/page/id'] } },
      object: { url: video },
      detail: { act: { from: '/json/playlistId', via: [{ map: { WL: 'watch-later' }, else: 'playlist' }] } },
    },
    {
      id: 'chat',
      kind: 'comment',
      request: call('live_chat/send_message'),
      control: { select: 'yt-live-chat-message-input-renderer #send-button' },
      take: {
        // A token within a token: the inner one is percent-encoded base64 again.
        video: {
          from: '/json/params',
          via: ['percent', 'base64', { protobuf: [1, 5, 2] }, { match: `^(${videoPattern})$` }],
        },
        ofPage: { from: '/page/url', via: [{ match: `[?&]v=(${videoPattern})` }] },
      },
      object: { url: [video, 'https://www.youtube.com/watch?v={ofPage}'] },
      detail: { act: { text: 'live-chat' } },
      refusal: 'hidden',
    },
  ],
  unseen: [
    'Pinning, removing and reporting other people’s comments: their requests look alike and their menus differ by language.',
    'Taking a heart back.',
    'A like that replaces a dislike leaves the dislike standing here, and the other way round.',
    'Whether a comment is held for review.',
    'Sharing: opening the panel is no share, and what follows happens elsewhere.',
    'Who you are, until the account menu was opened once.',
  ],
  sources: [
    'LuanRT/YouTube.js: endpoints and protos/misc/params.proto (2022-2026)',
    'Clients that write comments, with tokens of requests that worked (2026)',
    'Extensions that name the elements of watch page, comments and subscribe button (2025-2026)',
  ],
});
