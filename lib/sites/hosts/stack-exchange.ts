import { defineSite } from '../define.ts';
import type { Control, Item, Test } from '../schema.ts';

/**
 * Stack Overflow, the whole Stack Exchange network and its Teams: one software, one set of requests (jQuery, urlencoded).
 * Votes answer 200 also where they are refused: the buttons tell.
 */

/** Teams have the same pages below `/c/<team>`. */
const url = (path: string) => `{/c/:team}?${path}`;
const at = (path: string) => [`{origin}/c/{url.team}${path}`, `{origin}${path}`];
const inTeam: Test[] = [{ at: '/url/team', present: true }];

/** A request names a post by number and does not say whether it is a question or an answer; the page does. */
const onPost = {
  take: { id: '/url/id' },
  target: '/url/id',
  object: { url: [...at('/a/{page.answer}'), ...at('/q/{page.asked}'), ...at('/posts/{id}')], id: '{id}' },
  limited: inTeam,
};
const onQuestion = { ...onPost, object: { url: at('/q/{id}'), id: '{id}' } };
const onComment = {
  take: { id: '/url/id' },
  target: '/url/id',
  object: {
    url: [...at('/questions/{page.question}/#comment{id}_{page.post}'), ...at('/posts/comments/{id}')],
    id: 'comment-{id}',
  },
  limited: inTeam,
};

const pressed = '[aria-pressed="true"]';
const up: Control = { select: '.js-vote-up-btn', on: pressed };
const down: Control = { select: '.js-vote-down-btn', on: pressed };
const either: Control = {
  select: '.js-vote-up-btn, .js-vote-down-btn',
  shows: `.js-vote-up-btn${pressed}, .js-vote-down-btn${pressed}`,
};
const thumb: Control = { select: '.js-comment-up, .comment-up', on: `.comment-up-on, .on, ${pressed}` };

const own: Test = { at: '/page/author', same: '/account' };
/** In a review queue these come along with the verdict: one act, counted as the review. */
const partOfReview: Test[] = [{ at: '/page/url', matches: '/review/[a-z-]+' }];

const maker = '.user-details[itemprop="author"] a[href*="/users/"]';
const ofPage = { of: 'page' } as const;
const mine = { ...ofPage, select: '[data-gps-track*="profile_summary"]' };
/** Known on every page, whatever was pressed. */
const around: Item['read'] = {
  question: { ...ofPage, select: '#question[data-questionid]', attr: 'data-questionid' },
  title: { ...ofPage, select: '#question-header h1 a, .question-hyperlink' },
  topics: { ...ofPage, select: '.question .post-tag', all: true },
  profile: { ...mine, attr: 'href', match: '^([^?]+)' },
};
const ofPost: Item['read'] = {
  author: { select: maker },
  authorUrl: { select: maker, attr: 'href', match: '^([^?]+)' },
  ...around,
};

export default defineSite({
  id: 'stack-exchange',
  name: 'Stack Exchange',
  version: 1,
  group: 'knowledge',
  confidence: 'high',
  hosts: [
    'stackoverflow.com',
    '*.stackoverflow.com',
    'stackexchange.com',
    '*.stackexchange.com',
    'serverfault.com',
    'meta.serverfault.com',
    'superuser.com',
    'meta.superuser.com',
    'askubuntu.com',
    'meta.askubuntu.com',
    'mathoverflow.net',
    'meta.mathoverflow.net',
    'stackapps.com',
    'stackoverflowteams.com',
  ],
  account: {
    name: [
      { ...mine, select: '[data-gps-track*="profile_summary"] .v-visible-sr' },
      { ...mine, select: '[data-gps-track*="profile_summary"] [title]', attr: 'title' },
      {
        ...mine,
        select: '[data-gps-track*="profile_summary"] img[alt]',
        attr: 'alt',
        match: "^(.+?)(?:'s user avatar)?$",
      },
      { ...mine, attr: 'href', match: '/users/\\d+/([^/?#]+)' },
    ],
    url: '{page.profile}',
    signedOut: 'a[data-gps-track="login.click"], a.login-link, .s-topbar a[href*="/users/login"]',
  },
  items: [
    {
      select: 'li.js-comment[data-comment-id]',
      read: {
        id: { attr: 'data-comment-id' },
        post: { select: 'a.comment-link', attr: 'href', match: '#comment\\d+_(\\d+)' },
        author: { select: '.comment-user' },
        authorUrl: { select: 'a.comment-user', attr: 'href', match: '^([^?]+)' },
        ...around,
      },
    },
    {
      select: '.answer[data-answerid]',
      read: { id: { attr: 'data-answerid' }, answer: { attr: 'data-answerid' }, ...ofPost },
    },
    {
      select: '.question[data-questionid], #question[data-questionid]',
      read: { id: { attr: 'data-questionid' }, asked: { attr: 'data-questionid' }, ...ofPost },
    },
  ],
  page: {
    // Outside any post the page is about its question: an answer goes to whoever asked.
    author: { select: `#question ${maker}` },
    authorUrl: { select: `#question ${maker}`, attr: 'href', match: '^([^?]+)' },
    ...around,
  },
  composers: ['textarea.wmd-input', '#wmd-input', '.ProseMirror', '.js-comment-form-layout textarea'],
  private: { paths: ['/rooms/*', '/chats/*', '/messages/*'] },
  actions: [
    {
      id: 'upvote',
      kind: 'vote',
      request: { url: url('/posts/:id(\\d+)/vote/2') },
      control: up,
      ...onPost,
      detail: { vote: { text: 'up' } },
      refusal: 'hidden',
    },
    {
      id: 'downvote',
      kind: 'vote',
      request: { url: url('/posts/:id(\\d+)/vote/3') },
      control: down,
      ...onPost,
      detail: { vote: { text: 'down' } },
      refusal: 'hidden',
    },
    {
      id: 'unvote',
      kind: 'vote',
      undo: true,
      request: { url: url('/posts/:id(\\d+)/vote/0') },
      control: either,
      ...onPost,
      refusal: 'hidden',
    },
    {
      id: 'accept',
      kind: 'other',
      request: { url: url('/posts/:id(\\d+)/vote/1') },
      ...onPost,
      detail: { act: { text: 'accept' } },
      refusal: 'hidden',
      confidence: 'medium',
    },
    {
      id: 'upvote-comment',
      kind: 'vote',
      request: { url: url('/posts/comments/:id(\\d+)/vote/2') },
      control: thumb,
      ...onComment,
      detail: { vote: { text: 'up' } },
      refusal: 'hidden',
      confidence: 'medium',
    },
    {
      id: 'unvote-comment',
      kind: 'vote',
      undo: true,
      request: { url: url('/posts/comments/:id(\\d+)/vote/0') },
      control: thumb,
      ...onComment,
      refusal: 'hidden',
      confidence: 'medium',
    },
    {
      id: 'save',
      kind: 'bookmark',
      request: { url: url('/posts/:id(\\d+)/save') },
      control: { select: '.js-saves-btn', on: pressed },
      undo: [{ at: '/query/isUndo', is: 'true' }],
      ...onPost,
      refusal: 'hidden',
    },
    {
      id: 'follow',
      kind: 'follow',
      request: { url: url('/posts/:id(\\d+)/vote/21') },
      control: { select: '.js-follow-post' },
      undo: [{ at: '/query/undo', is: 'true' }],
      ...onPost,
      refusal: 'hidden',
    },
    {
      id: 'comment',
      kind: 'comment',
      request: { url: url('/posts/:id(\\d+)/comments') },
      control: { select: '.js-comment-form-layout', submits: true },
      ...onPost,
      // The answer brings the whole list anew: its end is what was just written.
      made: {
        appears: 'li.js-comment[data-comment-id]:last-child',
        read: { id: { attr: 'data-comment-id' } },
        url: at('/questions/{page.question}/#comment{made.id}_{id}'),
        id: 'comment-{made.id}',
      },
    },
    {
      id: 'edit-comment',
      kind: 'edit',
      edit: true,
      request: { url: url('/posts/comments/:id(\\d+)/edit') },
      control: { select: '.js-comment-form-layout, .js-comment-edit-form', submits: true },
      ...onComment,
      to: { name: { text: '' } },
      confidence: 'medium',
    },
    {
      id: 'delete-comment',
      kind: 'moderation',
      becomes: [{ where: [own], kind: 'comment' }],
      undo: [own],
      request: { url: url('/posts/comments/:id(\\d+)/vote/10') },
      ...onComment,
      detail: { act: { text: 'delete' } },
      refusal: 'hidden',
    },
    {
      id: 'answer',
      kind: 'answer',
      request: { url: url('/questions/:id(\\d+)/answer/submit') },
      control: { select: '#post-form', submits: true },
      ...onQuestion,
      made: {
        location: '*/questions/:question(\\d+)/:slug/:id(\\d+)',
        appears: '.answer[data-answerid]',
        read: { id: { attr: 'data-answerid' } },
        url: at('/a/{made.id}'),
        id: '{made.id}',
      },
      refusal: 'hidden',
    },
    {
      id: 'ask',
      kind: 'post',
      request: { url: url('/questions/ask/submit') },
      control: { select: '#post-form', submits: true },
      object: { url: [...at('/q/{made.id}'), ...at('/questions')], title: '/form/title' },
      to: { name: { text: '' } },
      topics: { from: '/form/tagnames', via: ['words'] },
      made: { location: '*/questions/:id(\\d+)/*', url: at('/q/{made.id}'), id: '{made.id}' },
      limited: inTeam,
      refusal: 'hidden',
      confidence: 'medium',
    },
    {
      id: 'edit',
      kind: 'edit',
      edit: [own],
      request: { url: url('/posts/:id(\\d+)/edit-submit/:guid') },
      ...onPost,
      refusal: 'hidden',
      confidence: 'medium',
    },
    {
      id: 'delete',
      kind: 'moderation',
      becomes: [
        { where: [own, { at: '/page/answer', present: true }], kind: 'answer' },
        { where: [own, { at: '/page/asked', present: true }], kind: 'post' },
      ],
      undo: [own],
      request: { url: url('/posts/:id(\\d+)/vote/10') },
      ...onPost,
      detail: { act: { text: 'delete' } },
      draft: partOfReview,
      refusal: 'hidden',
    },
    {
      id: 'undelete',
      kind: 'moderation',
      request: { url: url('/posts/:id(\\d+)/vote/11') },
      ...onPost,
      detail: { act: { text: 'undelete' } },
      draft: partOfReview,
      refusal: 'hidden',
    },
    {
      id: 'flag',
      kind: 'moderation',
      request: { url: url('/flags/posts/:id(\\d+)/add/:type') },
      ...onPost,
      detail: { act: { text: 'flag' } },
      draft: partOfReview,
      refusal: 'hidden',
    },
    {
      id: 'unflag',
      kind: 'moderation',
      undo: true,
      request: { url: url('/flags/posts/:id(\\d+)/retract/:type') },
      ...onPost,
      detail: { act: { text: 'flag' } },
      refusal: 'hidden',
    },
    {
      id: 'flag-comment',
      kind: 'moderation',
      request: { url: url('/flags/comments/:id(\\d+)/add/:type') },
      ...onComment,
      detail: { act: { text: 'flag' } },
      refusal: 'hidden',
      confidence: 'medium',
    },
    {
      id: 'close',
      kind: 'moderation',
      request: { url: url('/flags/questions/:id(\\d+)/close/add') },
      ...onQuestion,
      detail: { act: { text: 'close' } },
      draft: partOfReview,
      refusal: 'hidden',
    },
    {
      id: 'unclose',
      kind: 'moderation',
      undo: true,
      request: { url: url('/flags/questions/:id(\\d+)/close/retract') },
      ...onQuestion,
      detail: { act: { text: 'close' } },
      refusal: 'hidden',
      confidence: 'low',
    },
    {
      id: 'reopen',
      kind: 'moderation',
      request: { url: url('/flags/questions/:id(\\d+)/reopen/add') },
      ...onQuestion,
      detail: { act: { text: 'reopen' } },
      draft: partOfReview,
      refusal: 'hidden',
    },
    {
      id: 'review',
      kind: 'moderation',
      // Skipping sends the same request: only a verdict counts.
      demand: true,
      request: { url: url('/review/task-reviewed/:id(\\d+)') },
      control: { select: '.js-review-submit, .js-review-actions button:not([title*="kip"])' },
      take: { id: '/url/id', queue: { from: '/page/url', via: [{ match: '/review/([a-z-]+)' }] } },
      object: { url: [...at('/review/{queue}/{id}'), ...at('/review')], id: 'review-{id}' },
      detail: { act: { text: 'review' } },
      limited: inTeam,
      refusal: 'hidden',
      confidence: 'medium',
    },
  ],
  unseen: [
    'Taking back the acceptance of an answer: it looks like taking back a vote.',
    'Number of a new answer or question, where the page goes on to it before it can be read.',
    'Tag wikis, articles, collectives and the staging ground.',
    'Chat, on purpose.',
  ],
  sources: [
    'samliew/SO-mod-userscripts lib/se-ajax-common.js, ReviewQueueHelper, SavedPostsHelper, WhenDidIVote (2023-12)',
    'userscripters/voting-overcharged (2022-12), saved pages and test suites up to 2026',
  ],
});
