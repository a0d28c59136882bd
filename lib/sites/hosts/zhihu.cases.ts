import type { RecordedRequest } from '../cases.ts';
import { defineCases } from '../define.ts';
import { pressCase, usualCases } from '../usual-cases.ts';

const origin = 'https://www.zhihu.com';
const me = '<div class="AppHeader-profile"><a href="/people/nora">nora</a></div>';
const item = (id: string, active = false) =>
  `<div class="ContentItem AnswerItem" data-zop='{"authorName":"wren","itemId":${id},"title":"How is celadon made?","type":"answer"}'><meta itemprop="url" content="${origin}/question/5/answer/${id}"><div class="AuthorInfo"><a class="UserLink-link" href="${origin}/people/wren">wren</a></div>
  <button class="Button VoteButton VoteButton--up${active ? ' is-active' : ''}">Up</button><button class="Button VoteButton VoteButton--down">Down</button><button class="do">Do</button></div>`;
const page = (inside = item('81'), url = `${origin}/question/5`, head = me) => ({
  url,
  html: `${head}<h1 class="QuestionHeader-title">How is celadon made?</h1>${inside}<button class="out">Do</button>`,
});
const call = (method: RecordedRequest['method'], path: string, json?: unknown): RecordedRequest => ({
  method: method ?? 'POST',
  url: `/api/v4/${path}`,
  ...(json === undefined ? {} : { json }),
  answer: { status: method === 'DELETE' ? 204 : 200 },
});
const at = (id: string) => ({ url: `${origin}/question/5/answer/${id}`, id });
const turned = (which: string, on: boolean) => [
  {
    select: `.VoteButton--${which}`,
    set: { class: `Button VoteButton VoteButton--${which}${on ? ' is-active' : ''}` },
  },
];
const up = call('POST', 'answers/81/voters', { type: 'up' });
const votes = pressCase(
  'do',
  'votes for an answer',
  page(),
  '.VoteButton--up',
  up,
  {
    kind: 'vote',
    object: { ...at('81'), title: 'How is celadon made?' },
    to: { name: 'wren', url: `${origin}/people/wren` },
    detail: { vote: 'up' },
    account: 'nora',
    level: 'confirmed',
  },
  { shows: turned('up', true) },
);
const article = {
  url: 'https://zhuanlan.zhihu.com/p/91',
  html: `${me}<h1 class="Post-Title">Kilns</h1><button class="VoteButton">Up</button>`,
};

// No "draft" case: drafts go to an address of their own, which the look-alikes hold.

export default defineCases([
  votes,
  ...usualCases(votes),
  pressCase(
    'undo',
    'takes the vote back',
    page(item('81', true)),
    '.VoteButton--up',
    call('POST', 'answers/81/voters', { type: 'neutral' }),
    { kind: 'vote', undo: true, object: at('81') },
    { after: ['votes for an answer'] },
  ),
  pressCase(
    'switch',
    'votes against it after all',
    page(item('81', true)),
    '.VoteButton--down',
    call('POST', 'answers/81/voters', { type: 'down' }),
    { kind: 'vote', object: at('81'), detail: { vote: 'down' } },
    {
      after: ['votes for an answer'],
      shows: turned('down', true),
    },
  ),
  pressCase(
    'signed-out',
    'a vote while nobody is signed in',
    page(item('81'), undefined, '<button class="AppHeader-login">Log in</button>'),
    '.VoteButton--up',
    up,
    [],
  ),
  pressCase('do', 'votes for an article', article, '.VoteButton', call('POST', 'articles/91/voters', { voting: 1 }), {
    kind: 'vote',
    object: { url: 'https://zhuanlan.zhihu.com/p/91', title: 'Kilns' },
    detail: { vote: 'up' },
  }),
  pressCase(
    'undo',
    'takes the vote for the article back',
    article,
    '.VoteButton',
    call('POST', 'articles/91/voters', { voting: 0 }),
    { kind: 'vote', undo: true, object: { url: 'https://zhuanlan.zhihu.com/p/91' } },
    { after: ['votes for an article'] },
  ),
  pressCase('do', 'thanks for an answer', page(), '.do', call('POST', 'answers/81/thankers'), {
    kind: 'like',
    object: at('81'),
    detail: { reaction: 'thank' },
  }),
  pressCase(
    'undo',
    'takes the thanks back',
    page(),
    '.do',
    call('DELETE', 'answers/81/thankers'),
    { kind: 'like', undo: true, object: at('81') },
    { after: ['thanks for an answer'] },
  ),
  pressCase(
    'do',
    'comments on an answer',
    page(),
    '.do',
    call('POST', 'comment_v5/answers/81/comment', { content: 'x' }),
    { kind: 'comment', object: { url: at('81').url } },
  ),
  pressCase(
    'layout',
    'comments on an article',
    { ...article, url: 'https://zhuanlan.zhihu.com/p/91?x=1' },
    '.VoteButton',
    call('POST', 'comment_v5/articles/91/comment', { content: 'x' }),
    { kind: 'comment', object: { url: 'https://zhuanlan.zhihu.com/p/91' } },
  ),
  pressCase('undo', 'deletes a comment', page(), '.do', call('DELETE', 'comment_v5/comment/61'), {
    kind: 'comment',
    undo: true,
    object: { id: '61' },
  }),
  pressCase('do', 'likes a comment', page(), '.do', call('POST', 'comments/62/like'), {
    kind: 'like',
    object: { url: `${at('81').url}#comment-62` },
  }),
  pressCase(
    'undo',
    'no longer likes the comment',
    page(),
    '.do',
    call('DELETE', 'comments/62/like'),
    { kind: 'like', undo: true, object: { id: '62' } },
    { after: ['likes a comment'] },
  ),
  pressCase('do', 'follows a question', page(), '.out', call('POST', 'questions/5/followers'), {
    kind: 'follow',
    object: { url: `${origin}/question/5` },
  }),
  pressCase(
    'undo',
    'no longer follows it',
    page(),
    '.out',
    call('DELETE', 'questions/5/followers'),
    { kind: 'follow', undo: true, object: { url: `${origin}/question/5` } },
    { after: ['follows a question'] },
  ),
  pressCase('do', 'follows somebody', page(), '.out', call('POST', 'members/wren/followers'), {
    kind: 'follow',
    object: { url: `${origin}/people/wren` },
    to: { name: 'wren' },
  }),
  pressCase(
    'undo',
    'no longer follows',
    page(),
    '.out',
    call('DELETE', 'members/wren/followers'),
    { kind: 'follow', undo: true, object: { url: `${origin}/people/wren` } },
    { after: ['follows somebody'] },
  ),
  pressCase(
    'do',
    'keeps an answer',
    page(),
    '.do',
    { method: 'PUT', url: '/api/v4/collections/contents/answer/81', form: { add_collections: '9' } },
    { kind: 'bookmark', object: at('81') },
  ),
  pressCase(
    'undo',
    'no longer keeps it',
    page(),
    '.do',
    { method: 'PUT', url: '/api/v4/collections/contents/answer/81', form: { remove_collections: '9' } },
    { kind: 'bookmark', undo: true, object: at('81') },
    { after: ['keeps an answer'] },
  ),
  pressCase('do', 'answers a question', page(), '.out', call('POST', 'questions/5/answers', { content: 'x' }), {
    kind: 'answer',
    object: { url: `${origin}/question/5` },
  }),
  pressCase('edit', 'edits an answer', page(), '.do', call('PUT', 'answers/81', { content: 'x' }), {
    kind: 'edit',
    revises: true,
    object: at('81'),
  }),
  pressCase('undo', 'deletes an answer', page(), '.do', call('DELETE', 'answers/81'), {
    kind: 'answer',
    undo: true,
    object: at('81'),
  }),
  pressCase(
    'private',
    'writes a message',
    page(item('81'), `${origin}/messages/wren`),
    '.out',
    call('POST', 'chat', { content: 'x', receiver_id: 'r' }),
    [],
  ),
  pressCase(
    'look-alike',
    'drafts, reads and marks are no acts',
    page(),
    '.do',
    [
      call('POST', 'questions/5/draft', { content: 'x' }),
      call('POST', 'questions/5/unsubscribe'),
      call('GET', 'answers/81/voters'),
      { url: '/lastread/touch', form: { items: '[["answer","81","read"]]' } },
    ],
    [],
  ),
]);
