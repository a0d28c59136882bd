import { defineSite } from '../define.ts';
import { here, ofPage } from '../embedded.ts';
import type { Action } from '../schema.ts';

/** Comments of members below the posts of any Ghost site: a frame without an address of its own. */

const aComment = {
  take: { here, id: '/url/id' },
  target: '/url/id',
  object: { url: '{here}#ghost-comments-{id}', id: '{id}' },
} satisfies Partial<Action>;
const comments = '*/members/api/comments';
const made = {
  appears: '[data-testid="animated-comment"][id]',
  read: { id: { attr: 'id' } },
  url: '{here}#ghost-comments-{made.id}',
  id: '{made.id}',
};
const hide = '*/ghost/api/admin/comments/:id{/}?';

export default defineSite({
  id: 'ghost',
  name: 'Ghost',
  version: 1,
  group: 'community',
  confidence: 'high',
  signals: [
    { select: 'meta[name="generator"][content^="Ghost "]' },
    { select: 'script[data-ghost-comments], #ghost-comments-root, [data-testid="animated-comment"][id]' },
  ],
  items: [
    {
      select: '[data-testid="animated-comment"][id]',
      read: { id: { attr: 'id' }, author: { select: 'h4' } },
    },
  ],
  page: { title: ofPage.title },
  composers: ['[data-testid="form-editor"] [contenteditable]', '.ProseMirror[contenteditable="true"]'],
  actions: [
    {
      id: 'like',
      kind: 'like',
      request: { url: `${comments}/:id/like{/}?` },
      control: { select: '[data-testid="like-button"]' },
      ...aComment,
    },
    {
      id: 'unlike',
      kind: 'like',
      undo: true,
      request: { method: 'DELETE', url: `${comments}/:id/like{/}?` },
      control: { select: '[data-testid="like-button"]' },
      ...aComment,
    },
    {
      id: 'report',
      kind: 'moderation',
      request: { url: `${comments}/:id/report{/}?` },
      ...aComment,
      detail: { act: { text: 'report' } },
    },
    {
      id: 'reply',
      kind: 'comment',
      request: {
        url: `${comments}{/}?`,
        decode: ['json', { each: '/json/comments' }],
        where: [
          { at: '/item/html', present: true },
          { at: { from: ['/item/in_reply_to_id', '/item/parent_id'] }, present: true },
        ],
      },
      take: { here, id: { from: ['/item/in_reply_to_id', '/item/parent_id'] } },
      target: { from: ['/item/in_reply_to_id', '/item/parent_id'] },
      object: { url: '{here}#ghost-comments-{id}', id: '{id}' },
      made,
    },
    {
      id: 'comment',
      kind: 'comment',
      request: {
        url: `${comments}{/}?`,
        decode: ['json', { each: '/json/comments' }],
        where: [
          { at: '/item/html', present: true },
          { at: '/item/post_id', present: true },
        ],
      },
      take: { here },
      object: { url: '{here}', id: '{item.post_id}' },
      to: { name: { text: '' } },
      made,
    },
    {
      id: 'delete',
      kind: 'comment',
      undo: true,
      undoes: ['comment', 'reply'],
      request: {
        method: 'PUT',
        url: `${comments}/:id{/}?`,
        decode: ['json', { each: '/json/comments' }],
        where: [{ at: '/item/status', is: 'deleted' }],
      },
      ...aComment,
      to: { name: { text: '' } },
    },
    {
      id: 'edit',
      kind: 'edit',
      edit: true,
      request: {
        method: 'PUT',
        url: `${comments}/:id{/}?`,
        decode: ['json', { each: '/json/comments' }],
        where: [{ at: '/item/html', present: true }],
      },
      ...aComment,
      to: { name: { text: '' } },
    },
    {
      id: 'hide',
      kind: 'moderation',
      request: {
        method: 'PUT',
        url: hide,
        decode: ['json', { each: '/json/comments' }],
        where: [{ at: '/item/status', is: ['hidden', 'published'] }],
      },
      ...aComment,
      detail: { act: { text: 'hide' } },
      undo: [{ at: '/item/status', is: 'published' }],
    },
    {
      id: 'feedback',
      kind: 'vote',
      request: {
        url: '*/members/api/feedback{/}?',
        decode: ['json', { each: '/json/feedback' }],
        where: [{ at: '/item/score', is: ['0', '1'] }],
      },
      take: { here },
      object: { url: '{here}', id: '{item.post_id}' },
      to: { name: { text: '' } },
      detail: { vote: { from: '/item/score', via: [{ map: { '1': 'up', '0': 'down' } }] } },
      confidence: 'medium',
    },
  ],
  unseen: ['What is written in the admin, posts included.', 'Who you are: the frame knows, its page does not say.'],
  sources: ['TryGhost/Ghost apps/comments-ui/src/utils/api.ts, components/content/Comment.tsx (2023-2025)'],
});
