import { defineSite } from '../define.ts';
import type { Action, Test } from '../schema.ts';

/** Remark42: comments below a post, in a frame of their own host. Every request names the post's address. */

const site: Test = { at: '/query/site', present: true };
const aComment = {
  take: { id: '/url/id', post: '/query/url' },
  target: '/url/id',
  object: { url: '{post}#remark42__comment-{id}', id: '{id}' },
} satisfies Partial<Action>;

export default defineSite({
  id: 'remark42',
  name: 'Remark42',
  version: 1,
  group: 'community',
  confidence: 'high',
  signals: [
    { select: '[id^="remark42__comment-"]' },
    { select: 'link[href$="remark.mjs"], script[src$="remark.mjs"], a[href="https://remark42.com/"]' },
  ],
  items: [
    {
      select: '[id^="remark42__comment-"]',
      read: {
        id: { attr: 'id', match: '^remark42__comment-(.+)$' },
        author: { select: 'button[class*="username"], a[class*="username"]' },
      },
    },
  ],
  actions: [
    {
      // A vote the other way only takes the first one back; the one after that counts.
      id: 'vote',
      kind: 'vote',
      request: { method: 'PUT', url: '*/api/v1/vote/:id', where: [site, { at: '/query/vote', is: ['1', '-1'] }] },
      ...aComment,
      detail: { vote: { from: '/query/vote', via: [{ map: { '1': 'up', '-1': 'down' } }] } },
    },
    {
      id: 'reply',
      kind: 'comment',
      request: {
        url: '*/api/v1/comment',
        where: [site, { at: '/json/locator/url', present: true }, { at: '/json/pid', present: true }],
      },
      take: { id: '/json/pid', post: '/json/locator/url' },
      target: '/json/pid',
      object: { url: '{post}#remark42__comment-{id}', id: '{id}', title: '/json/title' },
    },
    {
      id: 'comment',
      kind: 'comment',
      request: { url: '*/api/v1/comment', where: [site, { at: '/json/locator/url', present: true }] },
      take: { post: '/json/locator/url' },
      object: { url: '{post}', title: '/json/title' },
      to: { name: { text: '' } },
    },
    {
      id: 'delete',
      kind: 'comment',
      undo: true,
      undoes: ['comment', 'reply'],
      request: { method: 'PUT', url: '*/api/v1/comment/:id', where: [site, { at: '/json/delete', is: true }] },
      ...aComment,
      to: { name: { text: '' } },
    },
    {
      id: 'edit',
      kind: 'edit',
      edit: true,
      request: { method: 'PUT', url: '*/api/v1/comment/:id', where: [site, { at: '/json/text', present: true }] },
      ...aComment,
      to: { name: { text: '' } },
    },
    {
      id: 'remove',
      kind: 'moderation',
      request: { method: 'DELETE', url: '*/api/v1/admin/comment/:id', where: [site] },
      ...aComment,
      detail: { act: { text: 'remove' } },
    },
    {
      id: 'pin',
      kind: 'moderation',
      request: { method: 'PUT', url: '*/api/v1/admin/pin/:id', where: [site, { at: '/query/pin', is: ['0', '1'] }] },
      ...aComment,
      detail: { act: { text: 'pin' } },
      undo: [{ at: '/query/pin', is: '0' }],
    },
  ],
  unseen: [
    'Whether a vote the other way only takes the first one back.',
    'Blocking and verifying people; who you are.',
  ],
  sources: ['umputun/remark42 frontend/apps/remark42/app/common/api.ts, components/comment (2026)'],
});
