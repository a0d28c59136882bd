import { defineSite } from '../define.ts';
import type { Action, RequestRule, Test, Value } from '../schema.ts';

/**
 * Kaggle reads and writes through one kind of path, `/api/i/<package>.<Service>/<Method>`, always by POST. Its writes
 * have not been described by anybody, so they are told by the verb that their method begins with.
 */
const call = (matches: string, ...where: Test[]): RequestRule => ({
  url: '/api/i/:service/:method',
  where: [{ at: '/url/method', matches }, ...where],
});
const body = (...names: string[]) => names.map((name) => `/json/${name}`);

/** The notebook, data set, model or discussion that the page is about. */
const shown: Value = {
  from: '/page/url',
  via: [{ match: '^([^?#]+?)(?:/(?:comments|data|code|notebook))?/?(?:[?#]|$)' }],
};
const onPage: Pick<Action, 'take' | 'object'> = {
  take: { shown },
  object: { url: ['{page.link}', '{shown}'] },
};
const arrow = { select: 'button[aria-label*="pvote"]', on: '[aria-pressed="true"]' };
const takenBack: Test[] = [
  {
    any: [
      { at: '/url/method', matches: '^(?:Delete|Remove|Un)' },
      { at: { from: body('vote', 'isUpvote', 'upvote', 'voted') }, is: false },
      { at: { from: body('voteType', 'type') }, matches: '(?:NONE|UNSPECIFIED|REMOVE)' },
    ],
  },
];

export default defineSite({
  id: 'kaggle',
  name: 'Kaggle',
  version: 1,
  group: 'knowledge',
  confidence: 'low',
  hosts: ['www.kaggle.com'],
  items: [
    {
      select: '[data-testid="discussions-comment"], [id^="comment-"]',
      read: { link: { select: 'a[href*="#"]', attr: 'href' }, author: { select: 'a[href^="/"]' } },
    },
  ],
  page: { title: { select: 'h1' } },
  composers: ['textarea', '[contenteditable="true"]'],
  private: { paths: ['/messages{/*}?'] },
  actions: [
    {
      id: 'vote',
      kind: 'vote',
      request: call('^(?!Get|List|Search|Fetch|Load|Check|Count)\\w*(?:Vote|Upvote)'),
      control: arrow,
      // A guess needs the known button.
      demand: true,
      ...onPage,
      detail: { vote: { text: 'up' } },
      undo: takenBack,
    },
    {
      id: 'comment',
      kind: 'comment',
      request: call('^(?:Create|Add|Post)\\w*(?:Message|Comment|Reply)', {
        at: '/url/service',
        matches: '^(?!messages)',
      }),
      ...onPage,
    },
    {
      id: 'topic',
      kind: 'post',
      request: call('^(?:Create|Add|Post)\\w*Topic'),
      ...onPage,
      to: { name: { text: '' } },
    },
  ],
  unseen: [
    'Who you are here: no lasting mark in the page tells it.',
    'Edits, deletions, follows and bookmarks: their requests have not been described by anybody.',
    'Votes and comments are recognised by the look of their names and may be missed, votes on pages in other languages always.',
    'Notebooks, data sets and submissions to competitions.',
  ],
  sources: ['Clients that read the site (2024-2026): the shape of its requests'],
});
