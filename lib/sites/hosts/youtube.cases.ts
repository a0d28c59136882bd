import type { PageChange, RecordedRequest } from '../cases.ts';
import { defineCases } from '../define.ts';

// No "draft" case: YouTube keeps no drafts of comments.
// No "private" case: YouTube has no private messages.

const origin = 'https://www.youtube.com';

/** A token as YouTube writes it: a protocol buffer in percent-encoded base64. */
function token(...fields: [number: number, value: number | string | number[]][]): string {
  return encodeURIComponent(btoa(String.fromCharCode(...message(...fields))));
}
function message(...fields: [number: number, value: number | string | number[]][]): number[] {
  return fields.flatMap(([number, value]) => {
    if (typeof value === 'number') return [...varint(number << 3), ...varint(value)];
    const bytes = typeof value === 'string' ? [...new TextEncoder().encode(value)] : value;
    return [...varint((number << 3) | 2), ...varint(bytes.length), ...bytes];
  });
}
const varint = (value: number): number[] => (value < 128 ? [value] : [(value & 127) | 128, ...varint(value >> 7)]);

/** An act on a comment: type, comment, video, channel. */
const onComment = (type: number, comment: string, video: string) =>
  token([1, type], [2, 2], [3, comment], [5, video], [23, 'UCtides0000000000000000A']);

const call = (endpoint: string, body: object, answer?: RecordedRequest['answer']): RecordedRequest => ({
  method: 'POST',
  url: `/youtubei/v1/${endpoint}?prettyPrint=false`,
  json: { context: { client: { hl: 'en', clientName: 'WEB', clientVersion: '2.20260901.01.00' } }, ...body },
  answer: answer ?? { type: 'application/json', body: '{"responseContext":{}}' },
});

const masthead = (signedIn: boolean) => `
  <ytd-masthead>${
    signedIn
      ? '<button id="avatar-btn">Account</button>'
      : '<a href="https://accounts.google.com/ServiceLogin?service=youtube">Sign in</a>'
  }</ytd-masthead>
  ${
    signedIn
      ? '<ytd-active-account-header-renderer hidden><span id="channel-handle">@norafields</span></ytd-active-account-header-renderer>'
      : ''
  }`;

const toggle = (tag: string, on: boolean) =>
  `<${tag}><button aria-pressed="${on}" aria-label="${tag}"><span>12</span></button></${tag}>`;

const comment = (id: string, video: string, liked = false, disliked = false) => `
  <ytd-comment-view-model>
    <a id="author-text" href="/@harbour">@harbour</a>
    <a class="published" href="/watch?v=${video}&amp;lc=${id}">2 days ago</a>
    <div id="content-text">Newlyn again.</div>
    <ytd-comment-engagement-bar>
      <div id="like-button"><button aria-pressed="${liked}">Like</button></div>
      <div id="dislike-button"><button aria-pressed="${disliked}">Dislike</button></div>
      <div id="creator-heart"><button id="creator-heart-button">Heart</button></div>
      <div id="reply-button-end"><button>Reply</button></div>
      <button class="translate">Translate</button>
    </ytd-comment-engagement-bar>
    <div id="reply-dialog"></div>
  </ytd-comment-view-model>`;

const thread = (inner: string) => `<ytd-comment-thread-renderer>${inner}</ytd-comment-thread-renderer>`;

const box = `<ytd-commentbox><div id="contenteditable-root" contenteditable="true" style="min-height: 1em"></div>
  <div id="submit-button"><button aria-label="Comment">Comment</button></div></ytd-commentbox>`;

interface Watch {
  liked?: boolean;
  disliked?: boolean;
  subscribed?: boolean;
  comments?: string;
  signedIn?: boolean;
}

const watch = (video: string, { liked, disliked, subscribed, comments, signedIn }: Watch = {}) => `
  ${masthead(signedIn ?? true)}
  <ytd-watch-flexy video-id="${video}">
    <ytd-watch-metadata>
      <h1>How tides are predicted</h1>
      <div id="owner"><ytd-channel-name><a href="/@mareel">Mareel</a></ytd-channel-name>
        <ytd-subscribe-button-renderer ${subscribed ? 'subscribed' : ''}><button>Subscribe</button></ytd-subscribe-button-renderer></div>
      <div id="actions">${toggle('like-button-view-model', liked ?? false)}${toggle('dislike-button-view-model', disliked ?? false)}
        <button class="share">Share</button></div>
    </ytd-watch-metadata>
    <ytd-comments><div id="header">${box}</div><div id="contents">${comments ?? ''}</div></ytd-comments>
  </ytd-watch-flexy>
  <div id="popups"></div>`;

const press = (select: string, on: boolean): PageChange => ({ select, set: { 'aria-pressed': String(on) } });
const like = 'like-button-view-model button';
const dislike = 'dislike-button-view-model button';

export default defineCases([
  {
    name: 'likes a video',
    about: 'do',
    page: { url: `${origin}/watch?v=tideVid0001&t=42s`, html: watch('tideVid0001') },
    act: [{ click: like }],
    sends: [call('like/like', { target: { videoId: 'tideVid0001' } })],
    shows: [press(like, true)],
    expect: [
      {
        kind: 'like',
        object: { url: `${origin}/watch?v=tideVid0001`, title: 'How tides are predicted' },
        to: { name: 'Mareel', url: `${origin}/@mareel` },
        account: '@norafields',
        audience: 'public',
        level: 'confirmed',
      },
    ],
  },
  {
    name: 'takes a like back',
    about: 'undo',
    page: { url: `${origin}/watch?v=tideVid0001`, html: watch('tideVid0001', { liked: true }) },
    after: ['likes a video'],
    act: [{ click: like }],
    sends: [call('like/removelike', { target: { videoId: 'tideVid0001' } })],
    shows: [press(like, false)],
    expect: [{ kind: 'like', undo: true, object: { url: `${origin}/watch?v=tideVid0001` }, level: 'confirmed' }],
  },
  {
    name: 'dislikes a video',
    about: 'do',
    page: { url: `${origin}/watch?v=tideVid0002`, html: watch('tideVid0002') },
    act: [{ click: dislike }],
    sends: [call('like/dislike', { target: { videoId: 'tideVid0002' } })],
    shows: [press(dislike, true)],
    expect: [
      { kind: 'vote', detail: { vote: 'down' }, object: { url: `${origin}/watch?v=tideVid0002` }, level: 'confirmed' },
    ],
  },
  {
    name: 'takes a dislike back',
    about: 'undo',
    page: { url: `${origin}/watch?v=tideVid0002`, html: watch('tideVid0002', { disliked: true }) },
    after: ['dislikes a video'],
    act: [{ click: dislike }],
    sends: [call('like/removelike', { target: { videoId: 'tideVid0002' } })],
    shows: [press(dislike, false)],
    expect: [
      {
        kind: 'vote',
        undo: true,
        detail: { vote: 'down' },
        object: { url: `${origin}/watch?v=tideVid0002` },
        level: 'confirmed',
      },
    ],
  },
  {
    name: 'likes what was disliked before',
    about: 'switch',
    page: { url: `${origin}/watch?v=tideVid0002`, html: watch('tideVid0002', { disliked: true }) },
    after: ['dislikes a video'],
    act: [{ click: like }],
    sends: [call('like/like', { target: { videoId: 'tideVid0002' } })],
    shows: [press(like, true), press(dislike, false)],
    expect: [{ kind: 'like', object: { url: `${origin}/watch?v=tideVid0002` }, level: 'confirmed' }],
  },
  {
    name: 'likes a playlist',
    about: 'do',
    page: {
      url: `${origin}/playlist?list=PLtides0001`,
      html: `${masthead(true)}<ytd-playlist-header-renderer>${toggle('like-button-view-model', false)}</ytd-playlist-header-renderer>`,
    },
    act: [{ click: like }],
    sends: [call('like/like', { target: { playlistId: 'PLtides0001' } })],
    shows: [press(like, true)],
    expect: [{ kind: 'like', object: { url: `${origin}/playlist?list=PLtides0001` } }],
  },
  {
    name: 'likes with the keyboard, on the focused button',
    about: 'keyboard',
    page: { url: `${origin}/watch?v=tideVid0003`, html: watch('tideVid0003') },
    act: [{ press: 'Enter', in: like }],
    sends: [call('like/like', { target: { videoId: 'tideVid0003' } })],
    shows: [press(like, true)],
    expect: [{ kind: 'like', object: { url: `${origin}/watch?v=tideVid0003` }, level: 'confirmed' }],
  },
  {
    name: 'likes the one of several stacked short films that is on screen',
    about: 'layout',
    page: {
      url: `${origin}/shorts/shortVid001`,
      html: `${masthead(true)}
        <ytd-reel-video-renderer><h2>Another</h2>${toggle('like-button-view-model', true)}</ytd-reel-video-renderer>
        <ytd-reel-video-renderer is-active><h2>Ebb in ten seconds</h2><ytd-channel-name><a href="/@mareel">@mareel</a></ytd-channel-name>
          ${toggle('like-button-view-model', false)}</ytd-reel-video-renderer>`,
    },
    act: [{ click: '[is-active] button' }],
    sends: [call('like/like', { target: { videoId: 'shortVid001' } })],
    shows: [press('[is-active] button', true)],
    expect: [
      {
        kind: 'like',
        object: { url: `${origin}/watch?v=shortVid001`, title: 'Ebb in ten seconds' },
        to: { name: '@mareel' },
        level: 'confirmed',
      },
    ],
  },
  {
    name: 'likes a song on YouTube Music',
    about: 'layout',
    page: {
      url: 'https://music.youtube.com/watch?v=songVid0001',
      html: `<ytmusic-player-bar><ytmusic-like-button-renderer>
        <yt-button-shape class="dislike"><button aria-pressed="false">Dislike</button></yt-button-shape>
        <yt-button-shape class="like"><button aria-pressed="false">Like</button></yt-button-shape>
        </ytmusic-like-button-renderer></ytmusic-player-bar>`,
    },
    act: [{ click: '.like button' }],
    sends: [call('like/like', { target: { videoId: 'songVid0001' } })],
    shows: [press('.like button', true)],
    expect: [{ kind: 'like', object: { url: `${origin}/watch?v=songVid0001` }, level: 'confirmed' }],
  },
  {
    name: 'a like that the page takes back after 200',
    about: 'refusal',
    page: { url: `${origin}/watch?v=tideVid0004`, html: watch('tideVid0004') },
    act: [{ click: like }],
    sends: [call('like/like', { target: { videoId: 'tideVid0004' } })],
    shows: [press(like, true)],
    then: [press(like, false)],
    expect: [],
  },
  {
    name: 'a script of the page presses like',
    about: 'synthetic',
    page: { url: `${origin}/watch?v=tideVid0005`, html: watch('tideVid0005') },
    act: [{ synthetic: like }],
    sends: [call('like/like', { target: { videoId: 'tideVid0005' } })],
    shows: [press(like, true)],
    expect: [],
  },
  {
    name: 'one press that sends the like twice counts once',
    about: 'double',
    page: { url: `${origin}/watch?v=tideVid0006`, html: watch('tideVid0006') },
    act: [{ click: like }],
    sends: [
      call('like/like', { target: { videoId: 'tideVid0006' } }),
      call('like/like', { target: { videoId: 'tideVid0006' } }),
    ],
    shows: [press(like, true)],
    expect: [{ kind: 'like', object: { url: `${origin}/watch?v=tideVid0006` } }],
  },
  {
    name: 'subscribing while signed out answers 200 and does nothing',
    about: 'signed-out',
    page: { url: `${origin}/watch?v=tideVid0007`, html: watch('tideVid0007', { signedIn: false }) },
    act: [{ click: 'ytd-subscribe-button-renderer button' }],
    sends: [call('subscription/subscribe', { channelIds: ['UCtides0000000000000000A'] })],
    expect: [],
  },
  {
    name: 'opening the share panel and the comment dialogs, and telemetry',
    about: 'look-alike',
    page: { url: `${origin}/watch?v=tideVid0008`, html: watch('tideVid0008') },
    act: [{ click: '.share' }],
    sends: [
      call('share/get_share_panel', { serializedSharedEntity: 'CgtmQnR0' }),
      call('comment/create_comment_dialog', { createCommentDialogParams: 'Egt0' }),
      call('log_event', { events: [{ interactionClick: 'like' }] }),
      call('notification/modify_channel_preference', { params: 'ChhV' }),
      call('next', { videoId: 'tideVid0008' }),
      call('feedback', { feedbackTokens: ['AB9zfp'] }),
    ],
    expect: [],
  },

  {
    name: 'comments on a video',
    about: 'do',
    // The token is one of a request that worked.
    page: {
      url: `${origin}/watch?v=Gp3BRbNSLEA`,
      html: watch('Gp3BRbNSLEA', { comments: thread(comment('UgxOld00000000000000AaABAg', 'Gp3BRbNSLEA')) }),
    },
    act: [{ type: '#contenteditable-root', text: 'Which stations?' }, { click: '#submit-button button' }],
    sends: [
      call('comment/create_comment', {
        createCommentParams: 'EgtHcDNCUmJOU0xFQSoAUAc%3D',
        commentText: 'Which stations?',
      }),
    ],
    then: [
      {
        select: '#contents',
        html: thread(comment('UgxNew00000000000000AaABAg', 'Gp3BRbNSLEA')),
      },
    ],
    expect: [
      {
        kind: 'comment',
        object: { url: `${origin}/watch?v=Gp3BRbNSLEA`, title: 'How tides are predicted' },
        made: { url: `${origin}/watch?v=Gp3BRbNSLEA&lc=UgxNew00000000000000AaABAg`, id: 'UgxNew00000000000000AaABAg' },
        to: { name: 'Mareel', url: `${origin}/@mareel` },
        level: 'confirmed',
      },
    ],
  },
  {
    name: 'a comment whose place in the list does not show',
    about: 'refusal',
    page: { url: `${origin}/watch?v=tideVid0010`, html: watch('tideVid0010') },
    act: [{ type: '#contenteditable-root', text: 'Again' }, { click: '#submit-button button' }],
    sends: [
      call(
        'comment/create_comment',
        { createCommentParams: token([2, 'tideVid0010'], [5, [8, 0]], [10, 7]), commentText: 'Again' },
        { type: 'application/json', body: '{"actions":[{"showErrorAction":{}}]}' },
      ),
    ],
    // The answer's body is out of sight: without the new comment nothing can tell.
    expect: [{ kind: 'comment', object: { url: `${origin}/watch?v=tideVid0010` }, level: 'accepted' }],
  },
  {
    name: 'a comment that the server refuses by status',
    about: 'refusal',
    page: { url: `${origin}/watch?v=tideVid0011`, html: watch('tideVid0011') },
    act: [{ type: '#contenteditable-root', text: 'Once more' }, { click: '#submit-button button' }],
    sends: [
      call(
        'comment/create_comment',
        { createCommentParams: token([2, 'tideVid0011'], [10, 7]), commentText: 'Once more' },
        { status: 403, type: 'application/json', body: '{"error":{}}' },
      ),
    ],
    expect: [],
  },
  {
    name: 'comments on a post of a channel',
    about: 'layout',
    page: {
      url: `${origin}/post/UgkxPost00000000000000000000000001`,
      html: `${masthead(true)}<ytd-comments><div id="header">${box}</div><div id="contents"></div></ytd-comments>`,
    },
    act: [{ type: '#contenteditable-root', text: 'Please do' }, { click: '#submit-button button' }],
    sends: [
      call('comment/create_comment', {
        createCommentParams: token([3, 'UgkxPost00000000000000000000000001'], [10, 7]),
        commentText: 'Please do',
      }),
    ],
    expect: [{ kind: 'comment', object: { url: `${origin}/post/UgkxPost00000000000000000000000001` } }],
  },
  {
    name: 'replies to a comment',
    about: 'do',
    // The token is one of a request that worked.
    page: {
      url: `${origin}/watch?v=jNQXAC9IVRw`,
      html: watch('jNQXAC9IVRw', {
        comments: thread(
          comment('Ugws8WkM4-stbgyJzI54AaABAg', 'jNQXAC9IVRw').replace(
            '<div id="reply-dialog"></div>',
            `<div id="reply-dialog">${box}</div>`,
          ) + '<ytd-comment-replies-renderer></ytd-comment-replies-renderer>',
        ),
      }),
    },
    act: [{ click: '#reply-dialog #submit-button button' }],
    sends: [
      call('comment/create_comment_reply', {
        createReplyParams: 'EgtqTlFYQUM5SVZSdyIaVWd3czhXa000LXN0Ymd5SnpJNTRBYUFCQWcqAggAUAc%3D',
        commentText: 'And Brest',
      }),
    ],
    then: [
      {
        select: 'ytd-comment-replies-renderer',
        append: comment('Ugws8WkM4-stbgyJzI54AaABAg.AbOBNn0tNCeAbOBPW6vShG', 'jNQXAC9IVRw'),
      },
    ],
    expect: [
      {
        kind: 'comment',
        object: { url: `${origin}/watch?v=jNQXAC9IVRw&lc=Ugws8WkM4-stbgyJzI54AaABAg` },
        made: { id: 'Ugws8WkM4-stbgyJzI54AaABAg.AbOBNn0tNCeAbOBPW6vShG' },
        to: { name: '@harbour', url: `${origin}/@harbour` },
        level: 'confirmed',
      },
    ],
  },
  {
    name: 'edits an own comment',
    about: 'edit',
    page: {
      url: `${origin}/watch?v=Gp3BRbNSLEA`,
      html: watch('Gp3BRbNSLEA', {
        comments: thread(
          comment('UgxNew00000000000000AaABAg', 'Gp3BRbNSLEA').replace(
            '<div id="reply-dialog"></div>',
            `<div id="edit-dialog">${box}</div>`,
          ),
        ),
      }),
    },
    after: ['comments on a video'],
    act: [{ click: '#edit-dialog #submit-button button' }],
    sends: [
      call('comment/update_comment', { updateCommentParams: token([1, 'x']), commentText: 'Which stations exactly?' }),
    ],
    expect: [
      {
        kind: 'edit',
        revises: true,
        object: { url: `${origin}/watch?v=Gp3BRbNSLEA&lc=UgxNew00000000000000AaABAg` },
      },
    ],
  },
  {
    name: 'deletes an own comment',
    about: 'undo',
    page: {
      url: `${origin}/watch?v=Gp3BRbNSLEA`,
      html: `${watch('Gp3BRbNSLEA', { comments: thread(comment('UgxNew00000000000000AaABAg', 'Gp3BRbNSLEA')) })}
        <yt-confirm-dialog-renderer role="dialog"><div id="confirm-button"><button>Delete</button></div></yt-confirm-dialog-renderer>`,
    },
    after: ['comments on a video'],
    act: [{ click: '#confirm-button button' }],
    sends: [
      call('comment/perform_comment_action', { actions: [onComment(6, 'UgxNew00000000000000AaABAg', 'Gp3BRbNSLEA')] }),
    ],
    then: [{ select: 'ytd-comment-thread-renderer', remove: true }],
    expect: [
      {
        kind: 'comment',
        undo: true,
        object: { url: `${origin}/watch?v=Gp3BRbNSLEA&lc=UgxNew00000000000000AaABAg` },
      },
    ],
  },
  {
    name: 'likes a comment',
    about: 'do',
    page: {
      url: `${origin}/watch?v=tideVid0020`,
      html: watch('tideVid0020', {
        comments:
          thread(comment('UgxOne00000000000000AaABAg', 'tideVid0020')) +
          thread(comment('UgxTwo00000000000000AaABAg', 'tideVid0020', true)),
      }),
    },
    act: [{ click: 'ytd-comment-thread-renderer:first-child #like-button button' }],
    sends: [
      call('comment/perform_comment_action', { actions: [onComment(5, 'UgxOne00000000000000AaABAg', 'tideVid0020')] }),
    ],
    shows: [press('ytd-comment-thread-renderer:first-child #like-button button', true)],
    expect: [
      {
        kind: 'like',
        object: {
          url: `${origin}/watch?v=tideVid0020&lc=UgxOne00000000000000AaABAg`,
          id: 'UgxOne00000000000000AaABAg',
          title: 'How tides are predicted',
        },
        to: { name: '@harbour' },
        level: 'confirmed',
      },
    ],
  },
  {
    name: 'takes the like of a comment back: the control tells, not the token',
    about: 'undo',
    page: {
      url: `${origin}/watch?v=tideVid0020`,
      html: watch('tideVid0020', { comments: thread(comment('UgxOne00000000000000AaABAg', 'tideVid0020', true)) }),
    },
    after: ['likes a comment'],
    act: [{ click: '#like-button button' }],
    sends: [
      call('comment/perform_comment_action', { actions: [onComment(5, 'UgxOne00000000000000AaABAg', 'tideVid0020')] }),
    ],
    shows: [press('#like-button button', false)],
    expect: [
      {
        kind: 'like',
        undo: true,
        object: { url: `${origin}/watch?v=tideVid0020&lc=UgxOne00000000000000AaABAg` },
        level: 'confirmed',
      },
    ],
  },
  {
    name: 'dislikes a comment and nothing else',
    about: 'do',
    page: {
      url: `${origin}/watch?v=tideVid0021`,
      html: watch('tideVid0021', { comments: thread(comment('UgxBad00000000000000AaABAg', 'tideVid0021')) }),
    },
    act: [{ click: '#dislike-button button' }],
    sends: [
      call('comment/perform_comment_action', { actions: [onComment(4, 'UgxBad00000000000000AaABAg', 'tideVid0021')] }),
    ],
    shows: [press('#dislike-button button', true)],
    expect: [
      {
        kind: 'vote',
        detail: { vote: 'down' },
        object: { url: `${origin}/watch?v=tideVid0021&lc=UgxBad00000000000000AaABAg` },
        level: 'confirmed',
      },
    ],
  },
  {
    name: 'asking for a translation of a comment',
    about: 'look-alike',
    page: {
      url: `${origin}/watch?v=tideVid0022`,
      html: watch('tideVid0022', { comments: thread(comment('UgxFar00000000000000AaABAg', 'tideVid0022')) }),
    },
    act: [{ click: '.translate' }],
    sends: [
      call('comment/perform_comment_action', { actions: [onComment(22, 'UgxFar00000000000000AaABAg', 'tideVid0022')] }),
    ],
    expect: [],
  },
  {
    name: 'some other act on a comment, from a menu nobody knows',
    about: 'look-alike',
    page: {
      url: `${origin}/watch?v=tideVid0023`,
      html: `${watch('tideVid0023', { comments: thread(comment('UgxPin00000000000000AaABAg', 'tideVid0023')) })}
        <ytd-menu-popup-renderer role="menu"><ytd-menu-service-item-renderer role="menuitem" tabindex="0">Pin</ytd-menu-service-item-renderer></ytd-menu-popup-renderer>`,
    },
    act: [{ click: 'ytd-menu-service-item-renderer' }],
    sends: [
      call('comment/perform_comment_action', { actions: [onComment(18, 'UgxPin00000000000000AaABAg', 'tideVid0023')] }),
    ],
    expect: [],
  },
  {
    name: 'gives a heart to a comment below an own video',
    about: 'do',
    page: {
      url: `${origin}/watch?v=tideVid0024`,
      html: watch('tideVid0024', { comments: thread(comment('UgxDear0000000000000AaABAg', 'tideVid0024')) }),
    },
    act: [{ click: '#creator-heart-button' }],
    sends: [
      call('comment/perform_comment_action', { actions: [onComment(9, 'UgxDear0000000000000AaABAg', 'tideVid0024')] }),
    ],
    expect: [
      {
        kind: 'like',
        detail: { reaction: 'heart', act: 'heart' },
        object: { url: `${origin}/watch?v=tideVid0024&lc=UgxDear0000000000000AaABAg` },
      },
    ],
  },
  {
    name: 'likes a post of a channel',
    about: 'do',
    page: {
      url: `${origin}/@mareel/posts`,
      html: `${masthead(true)}<ytd-backstage-post-thread-renderer><ytd-backstage-post-renderer>
        <a id="author-text" href="/@mareel">Mareel</a> <a href="/post/UgkxPost00000000000000000000000002">1 day ago</a>
        <ytd-comment-action-buttons-renderer><div id="like-button"><button aria-pressed="false">Like</button></div></ytd-comment-action-buttons-renderer>
        </ytd-backstage-post-renderer></ytd-backstage-post-thread-renderer>`,
    },
    act: [{ click: '#like-button button' }],
    sends: [
      call('comment/perform_comment_action', {
        actions: [token([1, 5], [2, 2], [3, 'UgkxPost00000000000000000000000002'], [23, 'UCtides0000000000000000A'])],
      }),
    ],
    shows: [press('#like-button button', true)],
    expect: [
      {
        kind: 'like',
        object: { url: `${origin}/post/UgkxPost00000000000000000000000002` },
        to: { name: 'Mareel', url: `${origin}/@mareel` },
        level: 'confirmed',
      },
    ],
  },

  {
    name: 'subscribes to a channel',
    about: 'do',
    page: { url: `${origin}/watch?v=tideVid0030`, html: watch('tideVid0030') },
    act: [{ click: 'ytd-subscribe-button-renderer button' }],
    sends: [call('subscription/subscribe', { channelIds: ['UCtides0000000000000000B'], params: 'EgIIAhgA' })],
    then: [{ select: 'ytd-subscribe-button-renderer', set: { subscribed: '' } }],
    expect: [
      {
        kind: 'follow',
        object: { url: `${origin}/channel/UCtides0000000000000000B`, id: 'UCtides0000000000000000B' },
        to: { name: 'Mareel' },
        level: 'confirmed',
      },
    ],
  },
  {
    name: 'ends a subscription in its dialog',
    about: 'undo',
    page: {
      url: `${origin}/watch?v=tideVid0030`,
      html: `${watch('tideVid0030', { subscribed: true })}
        <yt-confirm-dialog-renderer role="dialog"><div id="confirm-button"><button>Unsubscribe</button></div></yt-confirm-dialog-renderer>`,
    },
    after: ['subscribes to a channel'],
    act: [{ click: 'ytd-subscribe-button-renderer button' }, { click: '#confirm-button button' }],
    sends: [call('subscription/unsubscribe', { channelIds: ['UCtides0000000000000000B'], params: 'CgIIAhgA' })],
    then: [{ select: 'ytd-subscribe-button-renderer', set: { subscribed: null } }],
    expect: [{ kind: 'follow', undo: true, object: { url: `${origin}/channel/UCtides0000000000000000B` } }],
  },
  {
    name: 'saves a video to watch it later',
    about: 'do',
    page: {
      url: `${origin}/`,
      html: `${masthead(true)}<ytd-rich-item-renderer><a href="/watch?v=tideVid0031"><span id="video-title">The bore of the Severn</span></a>
        <ytd-channel-name><a href="/@mareel">Mareel</a></ytd-channel-name><button class="later">Watch later</button></ytd-rich-item-renderer>`,
    },
    act: [{ click: '.later' }],
    sends: [
      call('browse/edit_playlist', {
        playlistId: 'WL',
        actions: [{ addedVideoId: 'tideVid0031', action: 'ACTION_ADD_VIDEO' }],
      }),
    ],
    expect: [
      {
        kind: 'bookmark',
        object: { url: `${origin}/watch?v=tideVid0031`, title: 'The bore of the Severn' },
        detail: { act: 'watch-later' },
        to: { name: 'Mareel' },
      },
    ],
  },
  {
    name: 'removes a video from the list to watch later',
    about: 'undo',
    page: {
      url: `${origin}/playlist?list=WL`,
      html: `${masthead(true)}<ytd-playlist-video-renderer><a id="video-title" href="/watch?v=tideVid0031&amp;list=WL">The bore of the Severn</a>
        <button class="menu">Remove</button></ytd-playlist-video-renderer>`,
    },
    after: ['saves a video to watch it later'],
    act: [{ click: '.menu' }],
    sends: [
      call('browse/edit_playlist', {
        playlistId: 'WL',
        actions: [{ setVideoId: '56B44F6D10557CC6', action: 'ACTION_REMOVE_VIDEO' }],
      }),
    ],
    expect: [
      {
        kind: 'bookmark',
        undo: true,
        object: { url: `${origin}/watch?v=tideVid0031` },
        detail: { act: 'watch-later' },
      },
    ],
  },
  {
    name: 'writes in a live chat',
    about: 'do',
    page: {
      url: `${origin}/live_chat?continuation=0ofMyAN`,
      html: `<yt-live-chat-message-input-renderer>
        <yt-live-chat-text-input-field-renderer><div id="input" contenteditable="true" style="min-height: 1em"></div></yt-live-chat-text-input-field-renderer>
        <div id="send-button"><button>Send</button></div></yt-live-chat-message-input-renderer>`,
    },
    act: [{ type: '#input', text: 'Hello from Falmouth' }, { click: '#send-button button' }],
    sends: [
      call('live_chat/send_message', {
        params: btoa(
          token([1, message([5, message([1, 'UCtides0000000000000000A'], [2, 'liveVid0001'])])], [2, 1], [3, 4]),
        ),
        clientMessageId: 'CLi1',
        richMessage: { textSegments: [{ text: 'Hello from Falmouth' }] },
      }),
    ],
    expect: [
      {
        kind: 'comment',
        object: { url: `${origin}/watch?v=liveVid0001` },
        detail: { act: 'live-chat' },
        level: 'accepted',
      },
    ],
  },
]);
