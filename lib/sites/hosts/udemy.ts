import { defineSite } from '../define.ts';
import type { Action } from '../schema.ts';

const api = '/api-2.0/users/me';
const reviews = `${api}/subscribed-courses/:course(\\d+)/reviews`;
const discussions = '/api-2.0/courses/:course(\\d+)/discussions';
const replies = `${discussions}/:question(\\d+)/replies`;

/** Requests name a course by number, addresses by name; the page has the name. */
const slug = { from: '/page/url', via: [{ match: '/course/([\\w%-]+)' }] };
/** Questions and answers are for those who take the course. */
const inside = { limited: [{ at: '/host', present: true }] } satisfies Partial<Action>;
const onCourse = {
  take: { slug },
  object: {
    url: ['{origin}/course/{slug}/', '{origin}/course-dashboard-redirect/?course_id={url.course}'],
    id: '{url.course}',
  },
} satisfies Partial<Action>;
const onQuestion = {
  ...inside,
  take: { slug },
  object: { url: '{origin}/course/{slug}/learn/#questions/{url.question}', id: '{url.question}' },
} satisfies Partial<Action>;
const onAnswer = {
  ...inside,
  take: { slug },
  object: {
    url: '{origin}/course/{slug}/learn/#questions/{url.question}/replies/{url.answer}',
    id: '{url.answer}',
  },
} satisfies Partial<Action>;
const wishlisted = {
  kind: 'bookmark',
  take: { slug, course: { from: ['/url/course', '/json/course_id', '/form/course_id'] } },
  object: {
    url: ['{origin}/course/{slug}/', '{origin}/course-dashboard-redirect/?course_id={course}'],
    id: '{course}',
  },
} satisfies Partial<Action>;

export default defineSite({
  id: 'udemy',
  name: 'Udemy',
  version: 1,
  group: 'reviews',
  confidence: 'medium',
  hosts: ['*.udemy.com'],
  account: {
    name: { of: 'page', select: 'a[href*="/user/"]:not([href*="/user/edit"])', attr: 'href', match: '/user/([\\w-]+)' },
    url: '{origin}/user/{account}/',
    signedOut: '[data-purpose="header-login"], a[href*="/join/login-popup"]',
  },
  page: {
    title: [
      { of: 'page', select: '[data-purpose="lead-title"], [data-purpose="course-header-title"]' },
      { of: 'page', select: 'h1' },
    ],
  },
  composers: ['[data-purpose*="review"] textarea', 'form textarea', '.ProseMirror'],
  private: { paths: ['/message/*', '/user/messages/*', '/instructor/communication/messages/*'] },
  actions: [
    {
      id: 'rate',
      kind: 'rating',
      request: { url: `${reviews}{/}?` },
      becomes: [{ where: [{ at: '/json/content', matches: '\\S' }], kind: 'review' }],
      ...onCourse,
      detail: { rating: { from: '/json/rating', via: [{ match: '^([0-5](?:\\.5)?)' }, { format: '{}/5' }] } },
    },
    {
      id: 'change-review',
      kind: 'review',
      edit: true,
      request: { method: ['PUT', 'PATCH'], url: `${reviews}/:id(\\d+){/}?` },
      ...onCourse,
      detail: { rating: { from: '/json/rating', via: [{ match: '^([0-5](?:\\.5)?)' }, { format: '{}/5' }] } },
    },
    {
      id: 'delete-review',
      kind: 'review',
      undo: true,
      undoes: ['rate', 'change-review'],
      request: { method: 'DELETE', url: `${reviews}/:id(\\d+){/}?` },
      ...onCourse,
    },
    {
      id: 'ask',
      kind: 'post',
      request: { url: `${discussions}{/}?`, where: [{ at: '/json/title', present: true }] },
      ...inside,
      ...onCourse,
      confidence: 'high',
    },
    {
      id: 'delete-question',
      kind: 'post',
      undo: true,
      request: { method: 'DELETE', url: `${discussions}/:question(\\d+){/}?` },
      ...inside,
      ...onCourse,
      confidence: 'high',
    },
    {
      id: 'change-question',
      kind: 'post',
      edit: true,
      request: { method: ['PATCH', 'PUT'], url: `${discussions}/:question(\\d+){/}?` },
      ...inside,
      ...onCourse,
      confidence: 'high',
    },
    {
      id: 'answer',
      kind: 'answer',
      request: { url: `${replies}{/}?` },
      ...onQuestion,
      confidence: 'high',
    },
    {
      id: 'change-answer',
      kind: 'answer',
      edit: true,
      // Teachers mark the best answer by the same request: only a form that was sent is a change of words.
      demand: true,
      request: { method: ['PATCH', 'PUT'], url: `${replies}/:answer(\\d+){/}?` },
      control: { select: 'form button[type="submit"]', submits: true },
      ...onQuestion,
    },
    {
      id: 'delete-answer',
      kind: 'answer',
      undo: true,
      request: { method: 'DELETE', url: `${replies}/:answer(\\d+){/}?` },
      ...onQuestion,
      confidence: 'high',
    },
    {
      id: 'upvote-answer',
      kind: 'vote',
      request: { url: `${replies}/:answer(\\d+)/upvoters{/}?` },
      ...onAnswer,
      detail: { vote: { text: 'up' } },
      confidence: 'high',
    },
    {
      id: 'upvote-answer-no-more',
      kind: 'vote',
      undo: true,
      request: { method: 'DELETE', url: `${replies}/:answer(\\d+)/upvoters/*` },
      ...onAnswer,
      confidence: 'high',
    },
    {
      id: 'follow-question',
      kind: 'follow',
      request: { url: `${discussions}/:question(\\d+)/followers{/}?` },
      ...onQuestion,
      confidence: 'high',
    },
    {
      id: 'follow-question-no-more',
      kind: 'follow',
      undo: true,
      request: { method: 'DELETE', url: `${discussions}/:question(\\d+)/followers/*` },
      ...onQuestion,
      confidence: 'high',
    },
    {
      id: 'wishlist',
      request: {
        url: `${api}/wishlisted-courses{/}?`,
        where: [{ at: { from: ['/json/course_id', '/form/course_id'] }, present: true }],
      },
      ...wishlisted,
    },
    {
      id: 'wishlist-no-more',
      undo: true,
      request: { method: 'DELETE', url: `${api}/wishlisted-courses/:course(\\d+){/}?` },
      ...wishlisted,
    },
  ],
  unseen: [
    'Answers that a teacher marks as the best one.',
    'Votes on whether a review is helpful, and reports.',
    'The name of a course that is rated from the list of all your courses.',
  ],
  sources: [
    'Udemy’s own pages for questions and answers, and its Android client (public copies, 2017-2020)',
    'Address of reviews: own knowledge, confirmed by clients that read them',
  ],
});
