import type { RecordedRequest } from '../cases.ts';
import { defineCases } from '../define.ts';
import { pressCase, usualCases } from '../usual-cases.ts';

// No "switch" case: likes have no other value.
// No "edit" case: comments cannot be edited.
// No "draft" case: unsent comments are kept in the page.

const origin = 'https://soundcloud.com';
const track = `${origin}/wren/slack-water`;
const me = '<a class="header__userNavUsernameButton" href="/nora">nora</a>';
const item = (on = false) =>
  `<div class="soundList__item"><a class="soundTitle__username" href="/wren">Wren</a><a class="soundTitle__title" href="/wren/slack-water?in=x">Slack Water</a>
  <button class="sc-button sc-button-like${on ? ' sc-button-selected' : ''}">Like</button><button class="sc-button sc-button-repost">Repost</button></div>`;
const page = (inside = item(), url = `${origin}/feed`, head = me) => ({
  url,
  html: `${head}${inside}<button class="sc-button sc-button-follow">Follow</button><form class="commentForm"><input class="commentForm__input"><button type="submit" class="send">Send</button></form><button class="do">Do</button>`,
});
const call = (method: RecordedRequest['method'], path: string, json?: unknown): RecordedRequest => ({
  method: method ?? 'POST',
  url: `https://api-v2.soundcloud.com/${path}?client_id=x&app_version=1`,
  ...(json === undefined ? {} : { json }),
});
const turned = (name: string, on: boolean) => [
  { select: `.sc-button-${name}`, set: { class: `sc-button sc-button-${name}${on ? ' sc-button-selected' : ''}` } },
];
const likes = pressCase(
  'do',
  'likes a track',
  page(),
  '.sc-button-like',
  call('PUT', 'users/42/track_likes/900'),
  {
    kind: 'like',
    object: { url: track, id: 'tracks/900', title: 'Slack Water' },
    to: { name: 'Wren', url: `${origin}/wren` },
    account: 'nora',
    level: 'confirmed',
  },
  { shows: turned('like', true) },
);

export default defineCases([
  likes,
  ...usualCases(likes),
  pressCase(
    'undo',
    'no longer likes it',
    page(item(true)),
    '.sc-button-like',
    call('DELETE', 'users/42/track_likes/900'),
    { kind: 'like', undo: true, object: { url: track } },
    { after: ['likes a track'], shows: turned('like', false) },
  ),
  pressCase(
    'signed-out',
    'a like while nobody is signed in',
    page(item(), undefined, '<div class="header__login">Sign in</div>'),
    '.sc-button-like',
    call('PUT', 'users/42/track_likes/900'),
    [],
  ),
  pressCase(
    'do',
    'likes a list on its page',
    page(
      '<div class="listen"><button class="sc-button sc-button-like">Like</button></div>',
      `${origin}/wren/sets/tides`,
    ),
    '.sc-button-like',
    call('PUT', 'users/42/playlist_likes/55'),
    { kind: 'like', object: { url: `${origin}/wren/sets/tides`, id: 'playlists/55' } },
  ),
  pressCase(
    'undo',
    'no longer likes the list',
    page(
      '<div class="listen"><button class="sc-button sc-button-like sc-button-selected">Like</button></div>',
      `${origin}/wren/sets/tides`,
    ),
    '.sc-button-like',
    call('DELETE', 'users/42/playlist_likes/55'),
    { kind: 'like', undo: true, object: { url: `${origin}/wren/sets/tides` } },
    { after: ['likes a list on its page'] },
  ),
  pressCase(
    'do',
    'passes a track on',
    page(),
    '.sc-button-repost',
    call('PUT', 'me/track_reposts/900'),
    { kind: 'share', object: { url: track } },
    { shows: turned('repost', true) },
  ),
  pressCase(
    'undo',
    'no longer passes it on',
    page(),
    '.sc-button-repost',
    call('DELETE', 'me/track_reposts/900'),
    { kind: 'share', undo: true, object: { url: track } },
    { after: ['passes a track on'] },
  ),
  pressCase(
    'do',
    'passes a list on',
    page('', `${origin}/wren/sets/tides`),
    '.do',
    call('PUT', 'me/playlist_reposts/55'),
    { kind: 'share', object: { url: `${origin}/wren/sets/tides` } },
  ),
  pressCase(
    'undo',
    'no longer passes the list on',
    page('', `${origin}/wren/sets/tides`),
    '.do',
    call('DELETE', 'me/playlist_reposts/55'),
    { kind: 'share', undo: true, object: { url: `${origin}/wren/sets/tides` } },
    { after: ['passes a list on'] },
  ),
  pressCase(
    'do',
    'comments on a track',
    page('', track),
    '.send',
    call('POST', 'tracks/900/comments', { comment: { body: 'x', timestamp: 1000 } }),
    { kind: 'comment', object: { url: track } },
  ),
  pressCase('undo', 'deletes a comment', page('', track), '.do', call('DELETE', 'comments/31'), {
    kind: 'comment',
    undo: true,
    object: { url: track },
  }),
  pressCase(
    'do',
    'follows somebody',
    page('', `${origin}/wren`),
    '.sc-button-follow',
    call('POST', 'me/followings/7'),
    { kind: 'follow', object: { url: `${origin}/wren` } },
    { shows: turned('follow', true) },
  ),
  pressCase(
    'undo',
    'no longer follows',
    page('', `${origin}/wren`),
    '.sc-button-follow',
    call('DELETE', 'me/followings/7'),
    { kind: 'follow', undo: true, object: { url: `${origin}/wren` } },
    { after: ['follows somebody'] },
  ),
  pressCase(
    'layout',
    'likes from the bar of what is playing',
    page(
      '<div class="playControls__soundBadge"><a class="playbackSoundBadge__lightLink" href="/wren">Wren</a><a class="playbackSoundBadge__titleLink" href="/wren/neap">Neap</a><button class="sc-button sc-button-like">Like</button></div>',
      `${origin}/discover`,
    ),
    '.sc-button-like',
    call('PUT', 'users/42/track_likes/901'),
    { kind: 'like', object: { url: `${origin}/wren/neap` } },
    { shows: turned('like', true) },
  ),
  pressCase(
    'private',
    'writes a message',
    page('', `${origin}/messages/7:42`),
    '.do',
    call('POST', 'users/42/conversations/7', { contents: 'x' }),
    [],
  ),
  pressCase(
    'look-alike',
    'plays, statistics and reads are no acts',
    page(),
    '.sc-button-like',
    [
      call('POST', 'me/play-history', { track_urn: 'x' }),
      { url: 'https://eventgateway.soundcloud.com/events', json: { events: [] } },
      call('GET', 'tracks/900/comments'),
      call('GET', 'me/track_reposts/ids'),
    ],
    [],
  ),
]);
