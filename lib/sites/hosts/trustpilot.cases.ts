import type { RecordedRequest } from '../cases.ts';
import { defineCases } from '../define.ts';
import { pressCase as press, usualCases } from '../usual-cases.ts';

// No "private" case: there are no messages between people.
// No "switch" case: there is only one way to vote.
// No "edit" case: reviews are changed on the profile, in a form that is not known.

const origin = 'https://www.trustpilot.com';
const id = (last: string) => `65aa11bb22cc33dd44ee${last}`;
const nav = (signedIn = true) =>
  signedIn
    ? `<header><a href="/users/5f00aa11bb22cc33dd44ee55">Nora</a></header>`
    : `<header><a href="/users/connect?redirect=x">Log in</a></header>`;
const button = (pressed?: boolean) =>
  `<button name="find-useful" type="button" data-find-useful-button="true"${pressed === undefined ? '' : ` aria-pressed="${pressed}"`}>Useful</button>`;
const card = (last: string, pressed?: boolean) =>
  `<article data-service-review-card-paper="true"><aside><a name="consumer-profile" data-consumer-profile-link="true" href="/users/64dd00112233445566778899"><span data-consumer-name-typography="true">Tidewaiter</span></a></aside>
  <section data-service-review-rating="2"><a data-review-title-typography="true" href="/reviews/${id(last)}?ref=x"><h2>Late by a tide</h2></a></section>
  ${button(pressed)}<button name="share-review" data-share-review-button="true">Share</button><button data-report-review-button="true">Report</button></article>`;
const page = (last: string, pressed?: boolean, signedIn = true) => ({
  url: `${origin}/review/tideclocks.example?page=2`,
  html: `${nav(signedIn)}<div id="business-unit-title"><h1>Tide Clocks</h1></div>${card('0000')}${card(last, pressed)}`,
});
const useful = 'article:last-of-type button[name="find-useful"]';
const write = (last: string, more: Partial<RecordedRequest> = {}): RecordedRequest => ({
  url: `/api/reviews/${id(last)}/likes`,
  json: {},
  ...more,
});
const unnamed: RecordedRequest = { url: '/api/x', json: {} };
const shows = (state: boolean) => [{ select: useful, set: { 'aria-pressed': String(state) } }];
const entry = (last: string) => ({
  kind: 'vote' as const,
  object: { url: `${origin}/reviews/${id(last)}`, id: id(last) },
});
const form = (domain: string, signedIn = true) => ({
  url: `${origin}/evaluate/${domain}?utm_source=mail`,
  html: `${nav(signedIn)}<h1>Tide Clocks</h1><form onsubmit="event.preventDefault()"><label><input type="radio" name="rating" value="3"></label><label><input type="radio" name="rating" value="4" checked></label>
    <textarea></textarea><button type="button" id="draft">Save</button><button type="submit">Submit review</button></form>`,
});
const submit = 'button[type="submit"]';
const review: RecordedRequest = { url: '/api/reviews', json: { stars: 4 } };

const finds = press(
  'do',
  'finds a review useful',
  page('0001', false),
  useful,
  write('0001'),
  {
    ...entry('0001'),
    to: { name: 'Tidewaiter', url: `${origin}/users/64dd00112233445566778899` },
    detail: { vote: 'up' },
    account: '5f00aa11bb22cc33dd44ee55',
    level: 'confirmed',
  },
  { shows: shows(true) },
);
const undone = { ...entry('0001'), undo: true as const };

export default defineCases([
  finds,
  ...usualCases(finds, undefined, ['signed-out']),
  press('signed-out', 'a press while nobody is signed in', page('0001', false, false), useful, write('0001'), []),
  press('undo', 'finds it useful no more', page('0001', true), useful, write('0001', { method: 'DELETE' }), undone, {
    after: [finds.name],
    shows: shows(false),
  }),
  press('undo', 'the same where no state shows', page('0001'), useful, write('0001', { method: 'DELETE' }), undone, {
    after: [finds.name],
  }),
  press('layout', 'finds a review useful where no state shows', page('0002'), useful, write('0002'), {
    ...entry('0002'),
    level: 'accepted',
  }),
  press(
    'do',
    'the request names nothing, the button tells',
    page('0003', false),
    useful,
    unnamed,
    { ...entry('0003'), level: 'seen' },
    { shows: shows(true) },
  ),
  press(
    'undo',
    'the button tells that it was taken back',
    page('0003', true),
    useful,
    unnamed,
    { ...entry('0003'), undo: true, level: 'seen' },
    { after: ['the request names nothing, the button tells'], shows: shows(false) },
  ),
  press(
    'layout',
    'finds a review useful on its own page, in another country',
    { url: `https://de.trustpilot.com/reviews/${id('0004')}`, html: `${nav()}<h1>Tide Clocks</h1>${card('0004')}` },
    'button[name="find-useful"]',
    { url: '/api/useful', json: { reviewId: id('0004') } },
    { kind: 'vote', object: { url: `https://de.trustpilot.com/reviews/${id('0004')}` } },
  ),
  press('refusal', 'a press that only flickers', page('0006', false), useful, unnamed, [], {
    shows: shows(true),
    then: shows(false),
  }),
  press('look-alike', 'shares a review', page('0007'), 'article:last-of-type [name="share-review"]', write('0007'), []),
  press(
    'look-alike',
    'opens the dialog for reports',
    page('0008'),
    'article:last-of-type [data-report-review-button]',
    [],
    [],
  ),
  press(
    'look-alike',
    'looks up the other reviews of somebody',
    page('0009'),
    useful,
    { method: 'GET', url: `/api/businessunitprofile/service-reviews/${id('0009')}/stack` },
    [],
  ),
  press(
    'do',
    'reviews a company',
    form('tideclocks.example'),
    submit,
    review,
    {
      kind: 'review',
      object: { url: `${origin}/review/tideclocks.example`, id: 'tideclocks.example', title: 'Tide Clocks' },
      to: null,
      detail: { rating: '4/5' },
      level: 'accepted',
    },
    { act: [{ type: 'textarea', text: 'Keeps time' }, { click: submit }] },
  ),
  press(
    'draft',
    'a review that is not sent',
    form('calm.example'),
    '#draft',
    { url: '/api/review-drafts', json: {} },
    [],
    {
      act: [{ type: 'textarea', text: 'Perhaps' }, { click: '#draft' }],
    },
  ),
  press(
    'refusal',
    'a review that is refused',
    form('gale.example'),
    submit,
    { ...review, answer: { status: 422 } },
    [],
  ),
  press('signed-out', 'a review of nobody', form('reef.example', false), submit, review, []),
]);
