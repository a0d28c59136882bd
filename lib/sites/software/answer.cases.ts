import type { RecordedRequest, SiteCase } from '../cases.ts';
import { defineCases } from '../define.ts';
import { casesOn, everyWay } from '../press-cases.ts';

// No "draft" case: drafts stay in the browser.
// No "private" case: it has no messages between people.

const origin = 'https://answer.kiln.example';
const head = '<meta name="generator" content="Answer 1.5.0 - https://github.com/apache/answer version abc">';
const me = '<div id="header"><div class="nav-item"><a href="/users/ada">ada</a></div></div>';
const at =
  (path: string, who = me) =>
  (inside: string): SiteCase['page'] => ({
    url: origin + path,
    head,
    html: `${who}<h1>How hot is raku?</h1><a class="badge-tag">kiln</a>${inside}`,
  });
const question = `${origin}/questions/10010000000000012`;
const press = casesOn(at('/questions/10010000000000012/how-hot-is-raku'));
const button = '<button class="act btn">act</button>';
const answer = (inside = button, id = '20') =>
  `<div class="answer-item" id="${id}"><a href="/users/wren">wren</a>${inside}</div>`;
const comment = (id: string) => `<div class="comment-item" id="${id}"><a href="/users/mole">mole</a>${button}</div>`;
const send = (path: string, json: unknown, method: 'POST' | 'PUT' | 'DELETE' = 'POST'): RecordedRequest => ({
  method,
  url: `/answer/api/v1/${path}`,
  json,
  by: 'xhr',
});
const there = { url: `${question}/20`, id: '20' };
const up = press('votes an answer up', answer(), send('vote/up', { object_id: '20', is_cancel: false }), {
  kind: 'vote',
  object: { ...there, title: 'How hot is raku?' },
  to: { name: 'wren', url: `${origin}/users/wren` },
  detail: { vote: 'up' },
  topics: ['kiln'],
  account: 'ada',
});
const ten = '10010000000000012';

export default defineCases([
  up,
  ...everyWay(up, {
    refused: { status: 400 },
    signedOut: at('/questions/10010000000000012', '<div id="header"><a href="/users/login">Log in</a></div>')(answer()),
  }),
  press(
    'takes the vote back',
    answer(),
    send('vote/up', { object_id: '20', is_cancel: true }),
    {
      kind: 'vote',
      undo: true,
      object: there,
    },
    { after: ['votes an answer up'] },
  ),
  press(
    'votes it down instead',
    answer(),
    send('vote/down', { object_id: '20', is_cancel: false }),
    {
      kind: 'vote',
      object: there,
      detail: { vote: 'down' },
    },
    { about: 'switch', after: ['votes an answer up'] },
  ),
  press(
    'votes for the question',
    button,
    send('vote/up', { object_id: ten, is_cancel: false }),
    {
      kind: 'vote',
      object: { url: question, id: ten },
    },
    { about: 'layout' },
  ),
  press('votes for a comment', answer(comment('31')), send('vote/up', { object_id: '31', is_cancel: false }), {
    kind: 'vote',
    object: { url: `${question}?commentId=31`, id: '31' },
    to: { name: 'mole' },
  }),
  press(
    'comments on an answer',
    answer(),
    send('comment', { object_id: '20', original_text: 'Hot', mention_username_list: [] }),
    {
      kind: 'comment',
      object: there,
      to: { name: 'wren' },
    },
  ),
  press(
    'answers a comment',
    answer(comment('31')),
    send('comment', { object_id: '20', reply_comment_id: '31', original_text: 'Hot' }),
    {
      kind: 'comment',
      object: { url: `${question}?commentId=31`, id: '31' },
      to: { name: 'mole' },
    },
  ),
  press(
    'changes a comment',
    answer(comment('32')),
    send('comment', { comment_id: '32', original_text: 'Hotter' }, 'PUT'),
    {
      kind: 'edit',
      object: { url: `${question}?commentId=32` },
      revises: true,
    },
  ),
  press('deletes a comment', answer(comment('32')), send('comment', undefined, 'DELETE'), {
    kind: 'comment',
    undo: true,
    object: { url: `${question}?commentId=32` },
  }),
  press(
    'reacts to an answer',
    answer(),
    send('meta/reaction', { object_id: '20', emoji: 'heart', reaction: 'activate' }, 'PUT'),
    {
      kind: 'like',
      object: there,
      detail: { reaction: 'heart' },
    },
  ),
  press(
    'reacts no longer',
    answer(),
    send('meta/reaction', { object_id: '20', emoji: 'heart', reaction: 'deactivate' }, 'PUT'),
    {
      kind: 'like',
      undo: true,
      object: there,
    },
    { after: ['reacts to an answer'] },
  ),
  press('keeps a question', button, send('collection/switch', { object_id: ten, group_id: '0', bookmark: true }), {
    kind: 'bookmark',
    object: { url: question },
  }),
  press(
    'keeps it no longer',
    button,
    send('collection/switch', { object_id: ten, group_id: '0', bookmark: false }),
    {
      kind: 'bookmark',
      undo: true,
      object: { url: question },
    },
    { after: ['keeps a question'] },
  ),
  press(
    'follows a tag',
    button,
    send('follow', { object_id: '7', is_cancel: false }),
    {
      kind: 'follow',
      object: { url: `${origin}/tags/kiln`, id: '7' },
    },
    { page: at('/tags/kiln')(button) },
  ),
  press(
    'answers a question',
    button,
    send('answer', { question_id: ten, content: 'Very hot', html: 'x' }),
    {
      kind: 'answer',
      object: { url: question, id: ten },
      made: { url: `${question}/25`, id: '25' },
      to: null,
      level: 'confirmed',
    },
    { then: [{ select: 'body', append: answer('', '25') }] },
  ),
  press(
    'an answer that is not taken',
    button,
    { ...send('answer', { question_id: ten, content: 'x' }), answer: { status: 400 } },
    null,
    { about: 'refusal' },
  ),
  press(
    'edits an answer',
    button,
    send('answer', { id: '20', content: 'Very hot', edit_summary: '' }, 'PUT'),
    {
      kind: 'edit',
      object: { url: `${question}/20`, id: '20' },
    },
    { about: 'edit', page: at('/posts/10010000000000012/20/edit')(button) },
  ),
  press('deletes an answer', answer(), send('answer', undefined, 'DELETE'), {
    kind: 'answer',
    undo: true,
    object: { url: `${question}/20` },
  }),
  press('accepts an answer', answer(), send('answer/acceptance', { question_id: ten, answer_id: '20' }), {
    kind: 'other',
    object: there,
    detail: { act: 'accept' },
  }),
  press(
    'accepts it no longer',
    answer(),
    send('answer/acceptance', { question_id: ten, answer_id: '' }),
    {
      kind: 'other',
      undo: true,
      object: { url: `${question}/20` },
    },
    { after: ['accepts an answer'] },
  ),
  press(
    'asks a question',
    button,
    send('question', { title: 'What clay?', content: 'x', tags: [] }),
    {
      kind: 'post',
      object: { url: `${origin}/questions`, title: 'What clay?' },
    },
    { page: at('/questions/ask')(button) },
  ),
  press('edits a question', button, send('question', { id: ten, title: 'How hot?', content: 'x' }, 'PUT'), {
    kind: 'edit',
    object: { url: question },
  }),
  press('deletes a question', button, send('question', undefined, 'DELETE'), {
    kind: 'post',
    undo: true,
    object: { url: question },
  }),
  press('reports an answer', answer(), send('report', { object_id: '20', report_type: 1, content: 'x' }), {
    kind: 'moderation',
    object: there,
    detail: { act: 'report' },
  }),
  press('closes a question', button, send('question/status', { id: ten, close_type: 1 }, 'PUT'), {
    kind: 'moderation',
    object: { url: question },
    detail: { act: 'close' },
  }),
  press(
    'opens it again',
    button,
    send('question/reopen', { question_id: ten }, 'PUT'),
    {
      kind: 'moderation',
      undo: true,
      object: { url: question },
    },
    { after: ['closes a question'] },
  ),
  press(
    'the page reads and renders',
    button,
    [
      { method: 'GET', url: '/answer/api/v1/comment/page?object_id=20' },
      send('post/render', { content: 'x' }),
      send('notification/read/state/all', {}, 'PUT'),
      send('chat/completions', { messages: [] }),
      send('ai/conversation/vote', { object_id: '20' }),
    ],
    null,
    { about: 'look-alike' },
  ),
]);
