import { defineSite } from '../define.ts';
import type { Action, RequestRule, Test } from '../schema.ts';

/** Any Apache Answer. One API; every act names its object by a number that pages carry too. */

const api = (path: string, where: Test[] = [], method: 'POST' | 'PUT' | 'DELETE' = 'POST'): RequestRule => ({
  method,
  url: `*/answer/api/v1/${path}`,
  ...(where.length > 0 ? { where } : {}),
});
const has = (name: string): Test => ({ at: `/json/${name}`, present: true });
const question = { from: '/page/url', via: [{ match: '^(https?://[^?#]+/questions/[^/?#]+)' }] };
const nobody = { name: { text: '' } };
/** Where the thing stands that the press was in: a comment, an answer, or the question itself. */
const places = ['{question}?commentId={page.comment}', '{question}/{page.answer}', '{question}'];
const anObject = {
  take: { question, id: '/json/object_id' },
  target: '/json/object_id',
  object: { url: places, id: '{id}' },
} satisfies Partial<Action>;
const cancelled: Test[] = [{ at: '/json/is_cancel', is: true }];
const vote = (way: 'up' | 'down'): Action => ({
  id: `vote-${way}`,
  kind: 'vote',
  request: api(`vote/${way}`, [has('object_id')]),
  ...anObject,
  detail: { vote: { text: way } },
  undo: cancelled,
});
/** Chromium shows no body of a DELETE: the page alone tells which it is. */
const gone = (what: 'question' | 'answer' | 'comment', kind: 'post' | 'answer' | 'comment'): Action => ({
  id: `delete-${what}`,
  kind,
  undo: true,
  request: api(what, [], 'DELETE'),
  take: { question },
  object: { url: what === 'question' ? '{question}' : what === 'answer' ? places.slice(1) : places },
  to: nobody,
});
const author = {
  author: { select: 'a[href*="/users/"] span, a[href*="/users/"]' },
  authorUrl: { select: 'a[href*="/users/"]', attr: 'href' },
};
const title = { of: 'page', select: 'h1' } as const;
const topics = { of: 'page', select: 'a.badge-tag', all: true } as const;

export default defineSite({
  id: 'answer',
  name: 'Apache Answer',
  version: 1,
  group: 'knowledge',
  confidence: 'high',
  signals: [{ select: 'meta[name="generator"][content^="Answer "][content*="apache/answer"]' }],
  account: {
    name: {
      of: 'page',
      select: '#header .nav-item a[href*="/users/"], #header a.dropdown-item[href*="/users/"]',
      attr: 'href',
      match: '/users/([^/?#]+)$',
    },
    url: '{origin}/users/{account}',
    signedOut: '#header a[href$="/users/login"]',
  },
  items: [
    {
      select: '.comment-item[id]',
      read: { id: { attr: 'id' }, comment: { attr: 'id' }, title, topics, ...author },
    },
    { select: '.answer-item[id]', read: { id: { attr: 'id' }, answer: { attr: 'id' }, title, topics, ...author } },
  ],
  page: { title, topics },
  actions: [
    vote('up'),
    vote('down'),
    {
      id: 'reply',
      kind: 'comment',
      request: api('comment', [has('original_text'), has('reply_comment_id')]),
      take: { question, id: '/json/reply_comment_id' },
      object: { url: '{question}?commentId={id}', id: '{id}' },
    },
    { id: 'comment', kind: 'comment', request: api('comment', [has('object_id'), has('original_text')]), ...anObject },
    {
      id: 'edit-comment',
      kind: 'edit',
      edit: true,
      request: api('comment', [has('comment_id')], 'PUT'),
      take: { question, id: '/json/comment_id' },
      object: { url: '{question}?commentId={id}', id: '{id}' },
      to: nobody,
    },
    {
      id: 'react',
      kind: 'like',
      request: api(
        'meta/reaction',
        [has('object_id'), { at: '/json/reaction', is: ['activate', 'deactivate'] }],
        'PUT',
      ),
      ...anObject,
      detail: { reaction: '/json/emoji' },
      undo: [{ at: '/json/reaction', is: 'deactivate' }],
    },
    {
      id: 'bookmark',
      kind: 'bookmark',
      request: api('collection/switch', [has('object_id')]),
      ...anObject,
      undo: [{ at: '/json/bookmark', is: false }],
    },
    {
      id: 'follow',
      kind: 'follow',
      request: api('follow', [has('object_id')]),
      take: { here: { from: '/page/url', via: [{ match: '^[^?#]+' }] }, id: '/json/object_id' },
      object: { url: '{here}', id: '{id}' },
      to: nobody,
      undo: cancelled,
    },
    {
      id: 'answer',
      kind: 'answer',
      request: api('answer', [has('question_id'), has('content')]),
      take: { question, id: '/json/question_id' },
      object: { url: ['{question}', '{origin}/questions/{id}'], id: '{id}' },
      to: nobody,
      made: {
        appears: '.answer-item[id]',
        read: { id: { attr: 'id' } },
        url: '{question}/{made.id}',
        id: '{made.id}',
      },
    },
    {
      id: 'edit-answer',
      kind: 'edit',
      request: api('answer', [has('id'), has('content')], 'PUT'),
      take: {
        id: '/json/id',
        question: { from: '/page/url', via: [{ match: '/(?:posts|questions)/([^/?#]+)' }] },
      },
      object: { url: '{origin}/questions/{question}/{id}', id: '{id}' },
      to: nobody,
    },
    {
      id: 'accept',
      kind: 'other',
      request: api('answer/acceptance', [has('question_id')]),
      take: { question, id: '/json/answer_id' },
      target: { from: '/json/answer_id' },
      object: { url: ['{question}/{page.answer}', '{question}/{id}'], id: '{id}' },
      detail: { act: { text: 'accept' } },
      undo: [{ at: '/json/answer_id', is: ['', '0'] }],
    },
    {
      id: 'ask',
      kind: 'post',
      request: api('question', [has('title'), has('content')]),
      object: { url: '{origin}/questions', title: '/json/title' },
      to: nobody,
    },
    {
      id: 'edit-question',
      kind: 'edit',
      request: api('question', [has('id'), has('content')], 'PUT'),
      take: { id: '/json/id' },
      object: { url: '{origin}/questions/{id}', id: '{id}', title: '/json/title' },
      to: nobody,
    },
    gone('question', 'post'),
    gone('answer', 'answer'),
    gone('comment', 'comment'),
    {
      id: 'report',
      kind: 'moderation',
      request: api('report', [has('object_id')]),
      ...anObject,
      detail: { act: { text: 'report' } },
    },
    {
      id: 'close',
      kind: 'moderation',
      request: [api('question/status', [has('id')], 'PUT'), api('question/reopen', [], 'PUT')],
      take: { id: { from: ['/json/id', '/json/question_id'] }, question },
      object: { url: ['{question}', '{origin}/questions/{id}'], id: '{id}' },
      to: nobody,
      detail: { act: { text: 'close' } },
      undo: [{ at: '/path', matches: '/reopen$' }],
    },
  ],
  unseen: [
    'The address of a new question: only the answer of the server names it.',
    'That an edit waits for a review; reviews of pending posts; tags.',
    'Talks with the assistant, on purpose.',
  ],
  sources: ['apache/answer internal/router, internal/schema, ui/src/services, ui/src/components (2026-07)'],
});
