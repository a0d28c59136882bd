import { defineSite } from '../define.ts';
import type { Action, RequestRule, Test, Value } from '../schema.ts';

/** Bilibili. Every answer is 200 with a code in its body, so only the button tells whether an act took. */

const api = (path: string, where?: Test[]): RequestRule => ({
  url: `https://api.bilibili.com/${path}`,
  ...(where ? { where } : {}),
});
const form = (name: string, is: string): Test => ({ at: `/form/${name}`, is });
const bvid: Value = { from: '/form/bvid', via: [{ match: '^(BV\\w+)$' }] };
const shown: Value = { from: '/page/url', via: [{ match: '/video/(BV\\w+)' }] };
/** Videos have a number and a code; the page's address knows the code. */
const onVideo = (id: string): Pick<Action, 'take' | 'object'> => ({
  take: { bvid, shown, aid: id },
  object: {
    url: ['{bvid}', '{shown}', 'av{aid}'].map((code) => `https://www.bilibili.com/video/${code}`),
    title: '/page/title',
  },
});
/** What is commented on, by its type: 1 a video, 12 a column, 17 (and, by the page, 11) a dynamic. */
const ofType = (type: string): Value => ({ from: '/form/type', via: [{ map: { [type]: 'https://' } }] });
const places = [
  '{video}www.bilibili.com/video/{shown}',
  '{video}www.bilibili.com/video/av{oid}',
  '{column}www.bilibili.com/read/cv{oid}',
  '{dynamic}t.bilibili.com/{oid}',
  '{here}',
];
const here: Value = { from: '/page/url', via: [{ match: '^(https://(?:t|www)\\.bilibili\\.com/(?:opus/)?\\d+)' }] };
const commented: Action['take'] = {
  video: ofType('1'),
  column: ofType('12'),
  dynamic: ofType('17'),
  shown,
  here,
  oid: '/form/oid',
};
const onReply = (id: Value): Pick<Action, 'take' | 'object' | 'to'> => ({
  take: { ...commented, reply: id },
  object: { url: places.map((url) => `${url}#reply{reply}`), id: '{reply}', title: '/page/title' },
  to: { name: { text: '' } },
});
const nobody = { name: { text: '' } };
const like = { select: '.video-like', on: '.on' };

export default defineSite({
  id: 'bilibili',
  name: 'Bilibili',
  version: 1,
  group: 'social',
  confidence: 'medium',
  hosts: ['www.bilibili.com', 't.bilibili.com', 'space.bilibili.com', 'live.bilibili.com'],
  apiHosts: ['api.bilibili.com'],
  account: {
    name: {
      of: 'page',
      select: '.header-avatar-wrap a[href*="space.bilibili.com/"]',
      attr: 'href',
      match: 'space\\.bilibili\\.com/(\\d+)',
    },
    url: 'https://space.bilibili.com/{account}',
    signedOut: '.header-login-entry',
  },
  page: {
    title: { select: 'h1.video-title, .video-title h1' },
    author: { select: '.up-name, .up-detail-top a' },
    authorUrl: { select: 'a.up-name, .up-detail-top a', attr: 'href', match: '^([^?#]+)' },
    topics: { select: '.tag-panel a.tag-link', all: true },
  },
  actions: [
    {
      id: 'like',
      kind: 'like',
      undo: [form('like', '2')],
      request: api('x/web-interface/archive/like'),
      control: like,
      ...onVideo('/form/aid'),
      refusal: 'hidden',
    },
    {
      id: 'triple',
      kind: 'like',
      request: api('x/web-interface/archive/like/triple'),
      control: like,
      ...onVideo('/form/aid'),
      detail: { act: { text: 'triple' } },
      refusal: 'hidden',
    },
    {
      id: 'coin',
      kind: 'other',
      request: api('x/web-interface/coin/add'),
      ...onVideo('/form/aid'),
      detail: { act: { text: 'coin' } },
      refusal: 'hidden',
    },
    {
      id: 'bookmark',
      kind: 'bookmark',
      undo: [{ at: '/form/add_media_ids', present: false }],
      request: [
        api('x/v3/fav/resource/deal', [form('type', '2')]),
        api('medialist/gateway/coll/resource/deal', [form('type', '2')]),
      ],
      ...onVideo('/form/rid'),
      refusal: 'hidden',
    },
    {
      id: 'danmaku',
      kind: 'comment',
      request: api('x/v2/dm/post'),
      ...onVideo('/form/aid'),
      detail: { act: { text: 'danmaku' } },
    },
    {
      id: 'reply',
      kind: 'comment',
      request: api('x/v2/reply/add', [{ at: '/form/parent', matches: '^[1-9]' }]),
      ...onReply('/form/parent'),
    },
    {
      id: 'comment',
      kind: 'comment',
      request: api('x/v2/reply/add'),
      take: commented,
      object: { url: places, title: '/page/title' },
    },
    {
      id: 'delete-comment',
      kind: 'comment',
      undo: true,
      undoes: ['comment', 'reply'],
      request: api('x/v2/reply/del'),
      ...onReply('/form/rpid'),
    },
    {
      id: 'like-comment',
      kind: 'like',
      undo: [form('action', '0')],
      request: api('x/v2/reply/action'),
      ...onReply('/form/rpid'),
    },
    {
      id: 'dislike-comment',
      kind: 'vote',
      undo: [form('action', '0')],
      request: api('x/v2/reply/hate'),
      ...onReply('/form/rpid'),
      detail: { vote: { text: 'down' } },
    },
    {
      id: 'like-dynamic',
      kind: 'like',
      undo: [{ at: '/json/up', is: 2 }],
      request: api('x/dynamic/feed/dyn/thumb'),
      object: { url: 'https://t.bilibili.com/{json.dyn_id_str}', id: '{json.dyn_id_str}' },
      to: nobody,
    },
    {
      id: 'follow',
      kind: 'follow',
      undo: [form('act', '2')],
      // Five and six block.
      request: api('x/relation/modify', [{ at: '/form/act', is: ['1', '2'] }]),
      object: { url: 'https://space.bilibili.com/{form.fid}', id: '{form.fid}' },
      to: nobody,
    },
  ],
  unseen: [
    'A refusal of a comment, a coin or a follow: every answer of Bilibili is a success.',
    'Videos, columns and dynamics that you publish; gifts and chat in live rooms.',
    'The address of a new comment; private messages, on purpose.',
  ],
  sources: [
    'SocialSisterYi/bilibili-API-collect docs/video/action.md, comment/action.md, user/relation.md (2023-2026)',
  ],
});
