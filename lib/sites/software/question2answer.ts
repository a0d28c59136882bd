import { defineSite } from '../define.ts';
import type { Action, RequestRule, Test } from '../schema.ts';

/**
 * Any Question2Answer. Its script posts everything to the root of the site, and `qa_operation` says what; the answer
 * is 200 also where it says no.
 */

const ajax = (operation: string, ...where: Test[]): RequestRule => ({
  url: '*',
  decode: ['form'],
  where: [{ at: '/form/qa', is: 'ajax' }, { at: '/form/qa_operation', is: operation }, ...where],
});
/** The question that one is on. */
const here = { from: '/page/url', via: [{ match: '^[^?#]+' }] };
const nobody = { name: { text: '' } };
const there = [
  '{here}?show={page.answer}#a{page.answer}',
  '{here}?show={page.comment}#c{page.comment}',
  '{page.question}',
  '{here}',
];
const favorite = {
  take: { here, id: '/form/entityid' },
  object: { url: '{here}', id: '{id}' },
  to: nobody,
  refusal: 'hidden',
  undo: [{ at: '/form/favorite', is: '0' }],
} satisfies Partial<Action>;
const author = {
  author: { select: '.qa-q-view-who-data a, .qa-a-item-who-data a, .qa-c-item-who-data a, .qa-q-item-who-data a' },
  authorUrl: {
    select: '.qa-q-view-who-data a, .qa-a-item-who-data a, .qa-c-item-who-data a, .qa-q-item-who-data a',
    attr: 'href',
  },
};
const title = { of: 'page', select: '.qa-main-heading h1 .entry-title, .qa-main-heading h1, h1' } as const;
const topics = { of: 'page', select: '.qa-q-view-tag-list .qa-tag-link', all: true } as const;
/** The number of a post, as its element is called: `q12`, `a13`, `c14`. */
const numbered = (letter: string) => ({ attr: 'id', match: `^${letter}(\\d+)$` });

export default defineSite({
  id: 'question2answer',
  name: 'Question2Answer',
  version: 1,
  group: 'knowledge',
  confidence: 'high',
  signals: [
    { select: '.qa-body-wrapper .qa-main, body[class*="qa-template-"]' },
    { select: 'script[src*="/qa-content/qa-page.js"], script[src*="/qa-content/qa-global.js"]' },
  ],
  account: {
    name: { of: 'page', select: '.qa-logged-in-data a.qa-user-link', attr: 'href', match: '/user/([^/?#]+)' },
    url: '{origin}/user/{account}',
    signedOut: '.qa-nav-user-login',
  },
  items: [
    {
      select: '.qa-c-list-item[id^="c"]',
      read: { id: numbered('c'), comment: numbered('c'), title, topics, ...author },
    },
    {
      select: '.qa-a-list-item[id^="a"]',
      read: { id: numbered('a'), answer: numbered('a'), title, topics, ...author },
    },
    { select: '.qa-q-view[id^="q"]', read: { id: numbered('q'), title, topics, ...author } },
    {
      select: '.qa-q-list-item[id^="q"]',
      read: {
        id: numbered('q'),
        question: { select: '.qa-q-item-title a', attr: 'href', match: '^([^?#]+)' },
        title: { select: '.qa-q-item-title a' },
        topics: { select: '.qa-q-item-tag-list .qa-tag-link', all: true },
        ...author,
      },
    },
  ],
  page: { title, topics },
  composers: ['textarea[name="a_content"]', 'textarea[name$="_content"]', 'textarea[name="content"]'],
  actions: [
    {
      id: 'vote',
      kind: 'vote',
      request: ajax('vote', { at: '/form/vote', is: ['1', '-1', '0'] }),
      control: { select: '[name^="vote_"]', on: '.qa-voted-up-button, .qa-voted-down-button' },
      take: { here, id: '/form/postid' },
      target: '/form/postid',
      object: { url: there, id: '{id}' },
      detail: { vote: { from: '/form/vote', via: [{ map: { '1': 'up', '-1': 'down' } }] } },
      undo: [{ at: '/form/vote', is: '0' }],
      refusal: 'hidden',
    },
    {
      id: 'answer',
      kind: 'answer',
      request: ajax('answer', { at: '/form/a_questionid', present: true }),
      take: { here, id: '/form/a_questionid' },
      object: { url: '{here}', id: '{id}' },
      made: {
        appears: '.qa-a-list-item[id^="a"]',
        read: { id: numbered('a') },
        url: '{here}?show={made.id}#a{made.id}',
        id: '{made.id}',
      },
      refusal: 'hidden',
    },
    {
      id: 'comment-on-question',
      kind: 'comment',
      request: ajax('comment', { at: '/form/c_parentid', same: '/form/c_questionid' }),
      take: { here, id: '/form/c_questionid' },
      object: { url: '{here}', id: '{id}' },
      made: {
        appears: '.qa-c-list-item[id^="c"]',
        read: { id: numbered('c') },
        url: '{here}?show={made.id}#c{made.id}',
        id: '{made.id}',
      },
      refusal: 'hidden',
    },
    {
      id: 'comment',
      kind: 'comment',
      request: ajax('comment', { at: '/form/c_parentid', present: true }),
      take: { here, id: '/form/c_parentid' },
      target: '/form/c_parentid',
      object: { url: '{here}?show={id}#a{id}', id: '{id}' },
      made: {
        appears: '.qa-c-list-item[id^="c"]',
        read: { id: numbered('c') },
        url: '{here}?show={made.id}#c{made.id}',
        id: '{made.id}',
      },
      refusal: 'hidden',
    },
    { id: 'bookmark', kind: 'bookmark', request: ajax('favorite', { at: '/form/entitytype', is: 'Q' }), ...favorite },
    {
      id: 'follow',
      kind: 'follow',
      request: ajax('favorite', { at: '/form/entitytype', is: ['U', 'T', 'C'] }),
      ...favorite,
    },
    {
      id: 'ask',
      kind: 'post',
      request: {
        url: '*/ask',
        where: [
          { at: '/form/doask', present: true },
          { at: '/form/title', matches: '\\S' },
        ],
      },
      take: { root: { from: '/path', via: [{ match: '^(.+)/ask$' }] } },
      object: { url: ['{origin}{root}/', '{origin}/'], title: '/form/title' },
      to: nobody,
      made: { location: '*/:id(\\d+)/*', url: '{made.location}', id: '{made.id}' },
      refusal: 'redirect',
      refusedAt: ['*/login*'],
    },
  ],
  unseen: [
    'Accepting an answer, flags, and what moderators press: the script names the button in a field of its own.',
    'Sites whose addresses have the question behind a `?`.',
    'Private messages and walls, on purpose.',
  ],
  sources: [
    'q2a/question2answer qa-content/qa-page.js, qa-question.js, qa-include/ajax, qa-theme-base.php (1.8, 2024)',
  ],
});
