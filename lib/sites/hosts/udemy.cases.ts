import type { RecordedRequest, SiteCase } from '../cases.ts';
import { defineCases } from '../define.ts';
import { pressCase as press, usualCases } from '../usual-cases.ts';

// No "switch" case: an answer can be voted for, not against.

const origin = 'https://www.udemy.com';
const nav = (signedIn = true) =>
  signedIn
    ? '<header><a href="/user/edit-profile/">Edit</a><a href="/user/nora-tide/" data-purpose="profile">Nora</a></header>'
    : '<header><a data-purpose="header-login" href="/join/login-popup/?next=x">Log in</a></header>';
const page = (path = '/course/reading-tides/learn/lecture/77?start=0#reviews', signedIn = true): SiteCase['page'] => ({
  url: origin + path,
  html: `${nav(signedIn)}<h1 data-purpose="course-header-title">Reading tides</h1><form onsubmit="event.preventDefault()"><textarea></textarea><button type="button" id="go">Go</button><button type="submit">Save</button></form>`,
});
const call = (path: string, json: unknown = {}, more: Partial<RecordedRequest> = {}): RecordedRequest => ({
  url: `/api-2.0${path}`,
  json,
  by: 'xhr',
  ...more,
});
const remove = (path: string): RecordedRequest => ({ method: 'DELETE', url: `/api-2.0${path}`, by: 'xhr' });
const patch = (path: string, json: unknown): RecordedRequest => call(path, json, { method: 'PATCH' });
const course = { url: `${origin}/course/reading-tides/`, id: '4711' };
const question = { url: `${origin}/course/reading-tides/learn/#questions/901`, id: '901' };
const answer = { url: `${origin}/course/reading-tides/learn/#questions/901/replies/55`, id: '55' };
const reviews = '/users/me/subscribed-courses/4711/reviews/';
const threads = '/courses/4711/discussions/';
const qa = '/course/reading-tides/learn/lecture/77#questions/901';
/** What everybody sees; the rest stays among those who take the course. */
const forAll = new Set<string>(['review', 'rating', 'bookmark']);
const one = (
  about: SiteCase['about'],
  name: string,
  sends: RecordedRequest,
  expect: Parameters<typeof press>[5],
  rest: Parameters<typeof press>[6] = {},
  at = page(qa),
) =>
  press(
    about,
    name,
    at,
    '#go',
    sends,
    [expect].flat().map((entry) => (forAll.has(entry.kind) ? entry : { ...entry, audience: 'limited' as const })),
    rest,
  );

const reviewed = one(
  'do',
  'reviews a course',
  call(reviews, { rating: 4, content: 'Exact' }),
  {
    kind: 'review',
    object: { ...course, title: 'Reading tides' },
    detail: { rating: '4/5' },
    account: 'nora-tide',
    level: 'accepted',
  },
  {},
  page(),
);

export default defineCases([
  reviewed,
  ...usualCases(reviewed),
  one('do', 'rates a course without words', call(reviews, { rating: 4.5, content: '' }), {
    kind: 'rating',
    object: course,
    detail: { rating: '4.5/5' },
  }),
  one(
    'edit',
    'changes a review',
    call(`${reviews}12/`, { rating: 5, content: 'Very exact' }, { method: 'PUT' }),
    { kind: 'review', revises: true, object: course, detail: { rating: '5/5' } },
    { after: [reviewed.name] },
  ),
  one(
    'undo',
    'deletes a review',
    remove(`${reviews}12/`),
    { kind: 'review', undo: true, object: course },
    { after: [reviewed.name] },
  ),
  one(
    'undo',
    'deletes a rating without words',
    remove(`${reviews}13/`),
    { kind: 'rating', undo: true, object: course },
    { after: ['rates a course without words'] },
  ),
  one(
    'layout',
    'rates from the list of all courses',
    call('/users/me/subscribed-courses/4712/reviews/', { rating: 3 }),
    { kind: 'rating', object: { url: `${origin}/course-dashboard-redirect/?course_id=4712` } },
    {},
    page('/home/my-courses/learning/'),
  ),
  one(
    'layout',
    'rates on the pages of a company',
    call(reviews, { rating: 2 }),
    { kind: 'rating', object: { url: 'https://harbour.udemy.com/course/reading-tides/' } },
    {},
    { ...page(), url: 'https://harbour.udemy.com/course/reading-tides/learn/lecture/77' },
  ),
  one(
    'do',
    'asks a question',
    call(`${threads}?fields=x`, { title: 'Why twice?', body: '<p>x</p>', ignore_warnings: false }),
    { kind: 'post', object: course },
  ),
  one(
    'edit',
    'changes a question',
    patch(`${threads}901/`, { title: 'Why twice a day?' }),
    { kind: 'post', revises: true, object: course },
    { after: ['asks a question'] },
  ),
  one(
    'undo',
    'deletes a question',
    remove(`${threads}901/`),
    { kind: 'post', undo: true, object: course },
    { after: ['asks a question'] },
  ),
  one('do', 'answers a question', call(`${threads}901/replies/`, { body: '<p>The moon</p>' }), {
    kind: 'answer',
    object: question,
  }),
  press(
    'edit',
    'changes an answer',
    page(qa),
    '[type="submit"]',
    patch(`${threads}901/replies/55/`, { body: '<p>The moon, mostly</p>' }),
    { kind: 'answer', revises: true, object: question, audience: 'limited' },
    { after: ['answers a question'] },
  ),
  one(
    'undo',
    'deletes an answer',
    remove(`${threads}901/replies/55/`),
    { kind: 'answer', undo: true, object: question },
    { after: ['answers a question'] },
  ),
  one(
    'look-alike',
    'marks the best answer by the request of a change',
    patch(`${threads}901/replies/55/`, { is_top_answer: true }),
    [],
  ),
  one('do', 'votes for an answer', call(`${threads}901/replies/55/upvoters/`, { userId: 7 }), {
    kind: 'vote',
    object: answer,
    detail: { vote: 'up' },
  }),
  one(
    'undo',
    'takes the vote back',
    remove(`${threads}901/replies/55/upvoters/7/`),
    { kind: 'vote', undo: true, object: answer },
    { after: ['votes for an answer'] },
  ),
  one('do', 'follows a question', call(`${threads}901/followers/`), { kind: 'follow', object: question }),
  one(
    'undo',
    'follows it no more',
    remove(`${threads}901/followers/7/`),
    { kind: 'follow', undo: true, object: question },
    { after: ['follows a question'] },
  ),
  one(
    'do',
    'puts a course on the wishlist',
    call('/users/me/wishlisted-courses/', { course_id: 4711 }),
    { kind: 'bookmark', object: course },
    {},
    page('/course/reading-tides/?referralCode=x'),
  ),
  one(
    'undo',
    'takes it off the wishlist',
    remove('/users/me/wishlisted-courses/4711/'),
    { kind: 'bookmark', undo: true, object: course },
    { after: ['puts a course on the wishlist'] },
    page('/course/reading-tides/'),
  ),
  one(
    'look-alike',
    'watches a lecture',
    call('/users/me/subscribed-courses/4711/completed-lectures/', { lecture_id: 77 }),
    [],
  ),
  one('look-alike', 'reads reviews and questions', { method: 'GET', url: `/api-2.0${reviews}?page=2` }, []),
  one(
    'draft',
    'a private note on a lecture',
    call('/users/me/subscribed-courses/4711/lectures/77/notes/', { body: 'x' }),
    [],
  ),
  one(
    'private',
    'a message to a teacher',
    call(`${threads}901/replies/`, { body: 'x' }),
    [],
    {},
    page('/message/inbox'),
  ),
  one('signed-out', 'a rating while nobody is signed in', call(reviews, { rating: 1 }), [], {}, page(undefined, false)),
]);
