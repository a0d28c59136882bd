import type { RecordedRequest } from '../cases.ts';
import { defineCases } from '../define.ts';
import { pressCase, usualCases } from '../usual-cases.ts';

// No "switch" case: a like has no other value.
// No "draft" case: unsent posts are kept in the page; posts for later go to an address of their own, which the look-alikes hold.
// No "edit" case: edits are not described, because their request is not known well enough.

const link = 'https://weibo.com/77/Qyj0ifs0m';
const page = (url = 'https://weibo.com/') => ({
  url,
  html: `<article><header><a class="ALink_default head_name_1" href="https://weibo.com/u/77?refer=x">wren</a><a class="head-info_time_6" href="${link}?x=1">10:00</a></header><p>Clay</p>
  <button class="woo-like-main">1</button><button class="do">Do</button></article><textarea class="Form_input_2"></textarea><button class="send">Send</button>`,
});
const call = (path: string, form: Record<string, string>): RecordedRequest => ({
  url: `/ajax/${path}`,
  form,
  answer: { type: 'application/json', body: '{"ok":1}' },
});
const at = { url: link, id: '5289' };
const likes = pressCase('do', 'likes a post', page(), '.woo-like-main', call('statuses/setLike', { id: '5289' }), {
  kind: 'like',
  object: at,
  to: { name: 'wren', url: 'https://weibo.com/u/77' },
});
const press = (
  about: Parameters<typeof pressCase>[0],
  name: string,
  path: string,
  form: Record<string, string>,
  expect: Parameters<typeof pressCase>[5],
  after?: string,
) => pressCase(about, name, page(), '.do', call(path, form), expect, after ? { after: [after] } : {});

export default defineCases([
  likes,
  ...usualCases(likes),
  press(
    'undo',
    'no longer likes it',
    'statuses/cancelLike',
    { id: '5289' },
    { kind: 'like', undo: true, object: at },
    'likes a post',
  ),
  press(
    'do',
    'likes a comment',
    'statuses/updateLike',
    { object_id: '61', object_type: 'comment' },
    { kind: 'like', object: { id: '61' } },
  ),
  press(
    'undo',
    'no longer likes the comment',
    'statuses/destroyLike',
    { object_id: '61', object_type: 'comment' },
    { kind: 'like', undo: true, object: { id: '61' } },
    'likes a comment',
  ),
  press(
    'do',
    'comments on a post',
    'comments/create',
    { id: '5289', comment: 'x', is_repost: '0' },
    { kind: 'comment', object: at },
  ),
  press(
    'do',
    'answers a comment',
    'comments/reply',
    { id: '5289', cid: '62', comment: 'x' },
    { kind: 'comment', object: { id: '62' } },
  ),
  press(
    'undo',
    'deletes a comment',
    'statuses/destroyComment',
    { cid: '63' },
    { kind: 'comment', undo: true, object: { id: '63' } },
  ),
  press('do', 'passes a post on', 'statuses/normal_repost', { id: '5289', comment: '' }, { kind: 'share', object: at }),
  pressCase('do', 'posts', page(), '.send', call('statuses/update', { content: 'x', visible: '0' }), {
    kind: 'post',
    object: { url: 'https://weibo.com/' },
    audience: 'public',
  }),
  pressCase('do', 'posts for friends', page(), '.send', call('statuses/update', { content: 'x', visible: '6' }), {
    kind: 'post',
    object: { url: 'https://weibo.com/' },
    audience: 'limited',
  }),
  pressCase(
    'private',
    'posts for nobody else',
    page(),
    '.send',
    call('statuses/update', { content: 'x', visible: '1' }),
    [],
  ),
  press('undo', 'deletes a post', 'statuses/destroy', { id: '5289' }, { kind: 'post', undo: true, object: at }),
  press('do', 'keeps a post', 'statuses/createFavorites', { id: '5289' }, { kind: 'bookmark', object: at }),
  press(
    'undo',
    'no longer keeps it',
    'statuses/destoryFavorites',
    { id: '5289' },
    { kind: 'bookmark', undo: true, object: at },
    'keeps a post',
  ),
  press(
    'do',
    'votes in a poll',
    'statuses/setVote',
    { vote_id: '9', items: '1' },
    { kind: 'vote', object: { url: link }, detail: { act: 'poll' } },
  ),
  press(
    'do',
    'follows somebody',
    'friendships/create',
    { friend_uid: '77' },
    { kind: 'follow', object: { url: 'https://weibo.com/u/77' }, to: { name: 'wren' } },
  ),
  press(
    'undo',
    'no longer follows',
    'friendships/destory',
    { uid: '77' },
    { kind: 'follow', undo: true, object: { url: 'https://weibo.com/u/77' } },
    'follows somebody',
  ),
  pressCase(
    'layout',
    'likes from outside of a post',
    page('https://www.weibo.com/77/Qyj0ifs0m'),
    '.send',
    call('statuses/setLike', { id: '5290' }),
    { kind: 'like', object: { url: 'https://weibo.com/detail/5290' } },
  ),
  press(
    'look-alike',
    'settings, plans and blocks are no acts',
    'statuses/modifyVisible',
    { ids: '5289', visible: '1' },
    [],
  ),
  pressCase(
    'look-alike',
    'reads and posts for later are no acts',
    page(),
    '.do',
    [
      call('statuses/schedule/upload', { content: 'x' }),
      call('statuses/filterUser', { uid: '77' }),
      { method: 'GET', url: '/ajax/statuses/buildComments?id=5289' },
      { method: 'GET', url: '/ajax/statuses/likeShow?id=5289' },
    ],
    [],
  ),
]);
