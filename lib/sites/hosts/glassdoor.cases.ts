import type { RecordedRequest, SiteCase } from '../cases.ts';
import { defineCases } from '../define.ts';
import { pressCase as press, usualCases } from '../usual-cases.ts';

// No "edit" case: changes to a review are not seen.
// No "switch" case: there is only one way to vote.

const origin = 'https://www.glassdoor.com';
const nav = (signedIn = true) =>
  `<header>${signedIn ? '<span data-test="profile-name">Nora</span>' : '<button data-test="sign-in-button">Sign in</button>'}</header>`;
const card = (id: string, on = false, link = true) =>
  `<li id="empReview_${id}">${link ? `<a href="/Reviews/Employee-Review-Tide-Clocks-RVW${id}.htm?countryRedirect=true">Calm place</a>` : ''}<button class="h" data-test="review-helpful-button" aria-pressed="${on}">Helpful</button><button data-test="review-share">Share</button></li>`;
const page = (id: string, on = false, signedIn = true, link = true): SiteCase['page'] => ({
  url: `${origin}/Reviews/Tide-Clocks-Reviews-E4711.htm`,
  html: `${nav(signedIn)}<h1>Tide Clocks Reviews</h1><ul>${card('70000000')}${card(id, on, link)}</ul>`,
});
const helpful = 'li:last-child .h';
const graph = (
  operationName: string,
  kind = 'mutation',
  batch = true,
  more: Partial<RecordedRequest> = {},
): RecordedRequest => {
  const query = { operationName, variables: { id: 1 }, query: `${kind} ${operationName}($id: Int) { x }` };
  return { url: '/graph', json: batch ? [query] : query, ...more };
};
const flips = (on: boolean) => [{ select: helpful, set: { 'aria-pressed': String(on) } }];
const voted = (id: string) => ({
  kind: 'vote' as const,
  object: { url: `${origin}/Reviews/Employee-Review-Tide-Clocks-RVW${id}.htm`, id },
});
const finds = press(
  'do',
  'finds a review helpful',
  page('70000001'),
  helpful,
  graph('VoteSomething'),
  {
    ...voted('70000001'),
    object: { ...voted('70000001').object, title: 'Tide Clocks Reviews' },
    detail: { vote: 'up' },
    account: 'Nora',
    to: null,
    level: 'confirmed',
  },
  { shows: flips(true) },
);
const survey = (query: string, signedIn = true): SiteCase['page'] => ({
  url: `${origin}/mz-survey/employer/collectReview_input.htm?${query}`,
  html: `${nav(signedIn)}<h1>Review</h1><form onsubmit="event.preventDefault()"><textarea></textarea><button id="go">Submit</button></form>`,
});
const review = (more: Partial<RecordedRequest> = {}): RecordedRequest => ({
  url: '/mz-survey/employer/collectReview_submit.htm',
  form: { employerId: '4711', pros: 'x' },
  by: 'xhr',
  ...more,
});
const reviewed = (id = '4711') => ({
  kind: 'review' as const,
  object: { url: `${origin}/Reviews/-Reviews-E${id}.htm`, id },
});

export default defineCases([
  finds,
  ...usualCases(finds, undefined, ['signed-out']),
  press(
    'undo',
    'takes the vote back',
    page('70000001', true),
    helpful,
    graph('VoteSomething'),
    { ...voted('70000001'), undo: true },
    {
      after: [finds.name],
      shows: flips(false),
    },
  ),
  press(
    'do',
    'finds a review helpful with a query that travels alone',
    page('70000002'),
    helpful,
    graph('VoteSomething', 'mutation', false),
    voted('70000002'),
    { shows: flips(true) },
  ),
  press(
    'do',
    'finds a review helpful, and only the button tells',
    page('70000003'),
    helpful,
    { url: '/x', json: {} },
    { ...voted('70000003'), level: 'seen' },
    { shows: flips(true) },
  ),
  press(
    'layout',
    'finds a review helpful that has no address',
    page('70000004', false, true, false),
    helpful,
    graph('VoteSomething'),
    { kind: 'vote', object: { url: `${origin}/Reviews/Employee-Review-RVW70000004.htm` } },
    { shows: flips(true) },
  ),
  press('refusal', 'a vote that only flickers', page('70000005'), helpful, { url: '/x', json: {} }, [], {
    shows: flips(true),
    then: flips(false),
  }),
  press(
    'look-alike',
    'shares a review',
    page('70000006'),
    'li:last-child [data-test="review-share"]',
    graph('ShareSomething'),
    [],
  ),
  press('look-alike', 'reads reviews by POST', page('70000007'), helpful, graph('EmployerReviews', 'query'), []),
  press('look-alike', 'fetches a token', page('70000008'), helpful, { method: 'GET', url: '/api/csrftoken' }, []),
  press('signed-out', 'a press of nobody', page('70000009', false, false), helpful, graph('VoteSomething'), []),
  press(
    'do',
    'reviews a company',
    survey('employerId=4711'),
    '#go',
    review(),
    { ...reviewed(), level: 'accepted' },
    {
      act: [{ type: 'textarea', text: 'Calm' }, { click: '#go' }],
    },
  ),
  press(
    'layout',
    'reviews a company that the survey links',
    {
      ...survey('employerId=4711'),
      html: `${nav()}<main><a href="/Reviews/Tide-Clocks-Reviews-E4711.htm?x">Tide Clocks</a><button id="go">Submit</button></main>`,
    },
    '#go',
    review(),
    { kind: 'review', object: { url: `${origin}/Reviews/Tide-Clocks-Reviews-E4711.htm`, id: '4711' } },
  ),
  press(
    'layout',
    'reviews a company that only the address names',
    survey('i=1&employerId=4712'),
    '#go',
    { url: '/mz-survey/employer/collectReview_submit.htm', json: { pros: 'x' } },
    reviewed('4712'),
  ),
  press(
    'refusal',
    'a review that leads to signing in',
    survey('employerId=4711'),
    '#go',
    review({ answer: { status: 302, location: '/profile/login_input.htm' } }),
    [],
  ),
  press(
    'draft',
    'one page of the survey',
    survey('employerId=4711'),
    '#go',
    review({ url: '/mz-survey/start_input.htm' }),
    [],
  ),
  press(
    'private',
    'a press among messages',
    { ...page('70000010'), url: `${origin}/messages` },
    helpful,
    graph('VoteSomething'),
    [],
  ),
]);
