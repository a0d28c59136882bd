import type { RecordedRequest } from '../cases.ts';
import { defineCases } from '../define.ts';
import { pressCase, usualCases } from '../usual-cases.ts';

// No "edit" case: nothing can be edited in the pages that are described.
// No "draft" case: unsent comments are kept in the page.

const video = 'https://www.bilibili.com/video/BV1uJ411r7hL';
const me = '<div class="header-avatar-wrap"><a href="https://space.bilibili.com/42">nora</a></div>';
const page = (url = `${video}/?spm=x`, on = false, head = me) => ({
  url,
  html: `${head}<h1 class="video-title">Throwing a bowl</h1><a class="up-name" href="https://space.bilibili.com/7?x=1">wren</a><div class="tag-panel"><a class="tag-link">Clay</a></div>
  <div class="video-like${on ? ' on' : ''}" role="button" tabindex="0">12</div><button class="do">Do</button>`,
});
const call = (path: string, form: Record<string, string>, code = 0): RecordedRequest => ({
  url: `https://api.bilibili.com/${path}`,
  form: { ...form, csrf: 'secret' },
  answer: { type: 'application/json', body: JSON.stringify({ code }) },
});
const like = (state: string) => call('x/web-interface/archive/like', { aid: '796', like: state });
const turned = (on: boolean) => [{ select: '.video-like', set: { class: `video-like${on ? ' on' : ''}` } }];
const likes = pressCase(
  'do',
  'likes a video',
  page(),
  '.video-like',
  like('1'),
  {
    kind: 'like',
    object: { url: video, title: 'Throwing a bowl' },
    to: { name: 'wren', url: 'https://space.bilibili.com/7' },
    topics: ['Clay'],
    account: '42',
    level: 'confirmed',
  },
  { shows: turned(true) },
);
const reply = (id: string) => ({ url: `${video}#reply${id}` });

export default defineCases([
  likes,
  ...usualCases(likes),
  pressCase(
    'undo',
    'no longer likes it',
    page(undefined, true),
    '.video-like',
    like('2'),
    { kind: 'like', undo: true, object: { url: video } },
    { after: ['likes a video'], shows: turned(false) },
  ),
  pressCase(
    'refusal',
    'a like that the answer refuses with 200',
    page(),
    '.video-like',
    call('x/web-interface/archive/like', { aid: '796', like: '1' }, -403),
    [],
    {
      shows: turned(true),
      then: turned(false),
    },
  ),
  pressCase(
    'signed-out',
    'a like while nobody is signed in',
    page(undefined, false, '<div class="header-login-entry">Log in</div>'),
    '.video-like',
    like('1'),
    [],
  ),
  pressCase(
    'do',
    'likes, pays and keeps with one long press',
    page(),
    '.video-like',
    call('x/web-interface/archive/like/triple', { aid: '796' }),
    { kind: 'like', object: { url: video }, detail: { act: 'triple' } },
    { shows: turned(true) },
  ),
  pressCase(
    'do',
    'gives a coin',
    page(),
    '.do',
    call('x/web-interface/coin/add', { aid: '796', multiply: '1', select_like: '0' }),
    { kind: 'other', object: { url: video }, detail: { act: 'coin' } },
  ),
  pressCase(
    'do',
    'keeps a video',
    page(),
    '.do',
    call('x/v3/fav/resource/deal', { rid: '796', type: '2', add_media_ids: '5', del_media_ids: '' }),
    { kind: 'bookmark', object: { url: video } },
  ),
  pressCase(
    'undo',
    'no longer keeps it',
    page(),
    '.do',
    call('x/v3/fav/resource/deal', { rid: '796', type: '2', add_media_ids: '', del_media_ids: '5' }),
    { kind: 'bookmark', undo: true, object: { url: video } },
    { after: ['keeps a video'] },
  ),
  pressCase(
    'do',
    'writes across the video',
    page(),
    '.do',
    call('x/v2/dm/post', { type: '1', oid: '55', msg: 'wow', aid: '796', bvid: 'BV1uJ411r7hL', progress: '1' }),
    { kind: 'comment', object: { url: video }, detail: { act: 'danmaku' } },
  ),
  pressCase(
    'do',
    'comments on a video',
    page(),
    '.do',
    call('x/v2/reply/add', { oid: '796', type: '1', message: 'x', plat: '1' }),
    { kind: 'comment', object: { url: video } },
  ),
  pressCase(
    'layout',
    'comments on a dynamic',
    page('https://t.bilibili.com/881'),
    '.do',
    call('x/v2/reply/add', { oid: '881', type: '17', message: 'x' }),
    { kind: 'comment', object: { url: 'https://t.bilibili.com/881' } },
  ),
  pressCase(
    'do',
    'answers a comment',
    page(),
    '.do',
    call('x/v2/reply/add', { oid: '796', type: '1', root: '31', parent: '31', message: 'x' }),
    { kind: 'comment', object: reply('31') },
  ),
  pressCase('undo', 'deletes a comment', page(), '.do', call('x/v2/reply/del', { oid: '796', type: '1', rpid: '32' }), {
    kind: 'comment',
    undo: true,
    object: reply('32'),
  }),
  pressCase(
    'do',
    'likes a comment',
    page(),
    '.do',
    call('x/v2/reply/action', { oid: '796', type: '1', rpid: '33', action: '1' }),
    { kind: 'like', object: reply('33') },
  ),
  pressCase(
    'undo',
    'no longer likes the comment',
    page(),
    '.do',
    call('x/v2/reply/action', { oid: '796', type: '1', rpid: '33', action: '0' }),
    { kind: 'like', undo: true, object: reply('33') },
    { after: ['likes a comment'] },
  ),
  pressCase(
    'do',
    'finds a comment bad',
    page(),
    '.do',
    call('x/v2/reply/hate', { oid: '796', type: '1', rpid: '34', action: '1' }),
    { kind: 'vote', object: reply('34'), detail: { vote: 'down' } },
  ),
  pressCase(
    'switch',
    'likes the comment instead',
    page(),
    '.do',
    [
      call('x/v2/reply/hate', { oid: '796', type: '1', rpid: '34', action: '0' }),
      call('x/v2/reply/action', { oid: '796', type: '1', rpid: '34', action: '1' }),
    ],
    [
      { kind: 'vote', undo: true, object: reply('34') },
      { kind: 'like', object: reply('34') },
    ],
    { after: ['finds a comment bad'] },
  ),
  pressCase(
    'do',
    'likes a dynamic',
    page('https://t.bilibili.com/'),
    '.do',
    { url: 'https://api.bilibili.com/x/dynamic/feed/dyn/thumb?csrf=s', json: { dyn_id_str: '882', up: 1 } },
    { kind: 'like', object: { url: 'https://t.bilibili.com/882' } },
  ),
  pressCase('do', 'follows somebody', page(), '.do', call('x/relation/modify', { fid: '7', act: '1', re_src: '11' }), {
    kind: 'follow',
    object: { url: 'https://space.bilibili.com/7' },
  }),
  pressCase(
    'undo',
    'no longer follows',
    page(),
    '.do',
    call('x/relation/modify', { fid: '7', act: '2' }),
    { kind: 'follow', undo: true, object: { url: 'https://space.bilibili.com/7' } },
    { after: ['follows somebody'] },
  ),
  pressCase(
    'private',
    'writes a message',
    page(),
    '.do',
    { url: 'https://api.vc.bilibili.com/web_im/v1/web_im/send_msg', form: { 'msg[content]': 'x' } },
    [],
  ),
  pressCase(
    'look-alike',
    'blocks, heartbeats and reads are no acts',
    page(),
    '.do',
    [
      call('x/relation/modify', { fid: '7', act: '5' }),
      call('x/click-interface/web/heartbeat', { aid: '796' }),
      call('x/web-interface/share/add', { aid: '796' }),
      { method: 'GET', url: 'https://api.bilibili.com/x/web-interface/archive/has/like?aid=796' },
    ],
    [],
  ),
]);
