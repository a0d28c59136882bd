import { defineSite } from '../define.ts';
import type { Action, RequestRule, Test, Value } from '../schema.ts';

/** Zhihu: questions, answers, columns. The API says what is voted on; the page knows the question of an answer. */

const api = (path: string, method: RequestRule['method'] = 'POST', where?: Test[]): RequestRule => ({
  method,
  url: `/api/v4/${path}`,
  ...(where ? { where } : {}),
});
const question: Value = {
  from: ['/page/link', '/page/url'],
  via: [{ match: '/question/(\\d+)' }],
};
const answer = ['https://www.zhihu.com/question/{question}/answer/{id}', 'https://www.zhihu.com/answer/{id}'];
const onAnswer: Pick<Action, 'take' | 'target' | 'object'> = {
  take: { question, id: '/url/id' },
  target: '/url/id',
  object: { url: answer, id: '{id}', title: '/page/title' },
};
const onArticle: Pick<Action, 'target' | 'object'> = {
  target: '/url/id',
  object: { url: 'https://zhuanlan.zhihu.com/p/{url.id}', id: '{url.id}', title: '/page/title' },
};
const isType = (type: string): Value => ({ from: '/url/type', via: [{ map: { [type]: 'https://' } }] });
/** Comments are below answers, articles, questions and short posts alike. */
const below: Pick<Action, 'take' | 'object'> = {
  take: {
    question,
    answer: isType('answers'),
    article: isType('articles'),
    asked: isType('questions'),
    pin: isType('pins'),
    id: '/url/id',
  },
  object: {
    url: [
      '{answer}www.zhihu.com/question/{question}/answer/{id}',
      '{answer}www.zhihu.com/answer/{id}',
      '{article}zhuanlan.zhihu.com/p/{id}',
      '{asked}www.zhihu.com/question/{id}',
      '{pin}www.zhihu.com/pin/{id}',
    ],
    id: '{url.type}/{id}',
    title: '/page/title',
  },
};
const onComment: Pick<Action, 'take' | 'object' | 'to'> = {
  take: { here: { from: ['/page/link', '/page/url'], via: [{ match: '^([^?#]+)' }] } },
  object: { url: '{here}#comment-{url.id}', id: '{url.id}' },
  to: { name: { text: '' } },
};
const pair = (make: (undo: boolean) => Action): Action[] => [make(false), make(true)];
const method = (undo: boolean) => (undo ? 'DELETE' : 'POST') as 'DELETE' | 'POST';
const vote = { select: '.VoteButton', on: '.is-active' };
const zop = (name: string) => `"${name}":"?([^",}]+)`;

export default defineSite({
  id: 'zhihu',
  name: 'Zhihu',
  version: 1,
  group: 'knowledge',
  confidence: 'medium',
  hosts: ['www.zhihu.com', 'zhuanlan.zhihu.com'],
  account: {
    name: { of: 'page', select: '.AppHeader-profile a[href*="/people/"]', attr: 'href', match: '/people/([^/?#]+)' },
    url: 'https://www.zhihu.com/people/{account}',
    signedOut: '.AppHeader-login',
  },
  items: [
    {
      select: '.ContentItem[data-zop]',
      read: {
        id: { attr: 'data-zop', match: zop('itemId') },
        title: { attr: 'data-zop', match: '"title":"([^"]+)' },
        author: { attr: 'data-zop', match: '"authorName":"([^"]+)' },
        authorUrl: { select: '.AuthorInfo a.UserLink-link', attr: 'href' },
        link: { select: ':scope > meta[itemprop="url"], meta[itemprop="url"][content*="/answer/"]', attr: 'content' },
      },
    },
  ],
  page: {
    title: { select: '.QuestionHeader-title, .Post-Title' },
    topics: { select: '.QuestionTopic, .TopicLink', all: true },
  },
  composers: ['.public-DraftEditor-content'],
  private: { paths: ['/messages', '/messages/*', '/inbox', '/inbox/*'] },
  actions: [
    {
      id: 'vote-answer',
      kind: 'vote',
      undo: [{ at: '/json/type', is: 'neutral' }],
      request: api('answers/:id(\\d+)/voters'),
      control: vote,
      ...onAnswer,
      detail: { vote: '/json/type' },
    },
    {
      id: 'vote-article',
      kind: 'vote',
      undo: [{ at: '/json/voting', is: 0 }],
      request: api('articles/:id(\\d+)/voters'),
      control: vote,
      ...onArticle,
      detail: { vote: { from: '/json/voting', via: [{ map: { '1': 'up', '-1': 'down' } }] } },
    },
    ...pair((undo) => ({
      id: undo ? 'unthank' : 'thank',
      kind: 'like',
      undo,
      request: api('answers/:id(\\d+)/thankers', method(undo)),
      ...onAnswer,
      detail: { reaction: { text: 'thank' } },
    })),
    {
      id: 'comment',
      kind: 'comment',
      request: api('comment_v5/:type(answers|articles|questions|pins)/:id(\\d+)/comment'),
      ...below,
    },
    ...pair((undo) => ({
      id: undo ? 'unlike-comment' : 'like-comment',
      kind: 'like',
      undo,
      request: {
        ...api('comments/:id(\\d+)/:does(like|actions/like)', method(undo)),
      },
      ...onComment,
    })),
    {
      id: 'delete-comment',
      kind: 'comment',
      undo: true,
      undoes: ['comment'],
      request: { method: 'DELETE', url: ['/api/v4/comments/:id(\\d+)', '/api/v4/comment_v5/comment/:id(\\d+)'] },
      ...onComment,
    },
    ...pair((undo) => ({
      id: undo ? 'unfollow-question' : 'follow-question',
      kind: 'follow',
      undo,
      request: api('questions/:id(\\d+)/followers', method(undo)),
      object: { url: 'https://www.zhihu.com/question/{url.id}', id: '{url.id}' },
      to: { name: { text: '' } },
    })),
    ...pair((undo) => ({
      id: undo ? 'unfollow' : 'follow',
      kind: 'follow',
      undo,
      request: api('members/:name/followers', method(undo)),
      object: { url: 'https://www.zhihu.com/people/{url.name}', id: '{url.name}' },
      to: { name: '/url/name', url: 'https://www.zhihu.com/people/{url.name}' },
    })),
    {
      id: 'bookmark',
      kind: 'bookmark',
      undo: [{ at: '/form/add_collections', present: false }],
      request: api('collections/contents/:type(answer|article)/:id(\\d+)', 'PUT'),
      take: {
        question,
        id: '/url/id',
        answer: isType('answer'),
        article: isType('article'),
      },
      object: {
        url: [
          '{answer}www.zhihu.com/question/{question}/answer/{id}',
          '{answer}www.zhihu.com/answer/{id}',
          '{article}zhuanlan.zhihu.com/p/{id}',
        ],
        id: '{id}',
      },
    },
    {
      id: 'delete-answer',
      kind: 'answer',
      undo: true,
      request: api('answers/:id(\\d+)', 'DELETE'),
      ...onAnswer,
      to: { name: { text: '' } },
    },
    {
      id: 'answer',
      kind: 'answer',
      request: api('questions/:id(\\d+)/answers'),
      object: { url: 'https://www.zhihu.com/question/{url.id}', id: '{url.id}', title: '/page/title' },
      to: { name: { text: '' } },
      confidence: 'low',
    },
    {
      id: 'edit-answer',
      kind: 'edit',
      edit: true,
      request: api('answers/:id(\\d+)', 'PUT'),
      ...onAnswer,
      to: { name: { text: '' } },
      confidence: 'low',
    },
  ],
  unseen: [
    'Answers that the newer editor publishes, articles, questions and short posts of your own.',
    'The address of a comment: the entry names the page and the number.',
    'Private messages, on purpose.',
  ],
  sources: ['clients of /api/v4/answers, articles, comment_v5, members (2019-2026); markup of ContentItem'],
});
