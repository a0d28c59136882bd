import type { RecordedRequest, SiteCase } from '../cases.ts';
import { defineCases } from '../define.ts';
import { pressCase as press, usualCases } from '../usual-cases.ts';

// No "edit" case: changes to a review are not seen.
// No "switch" case: there is only one way to vote.

const origin = 'https://www.tripadvisor.com';
const nav = (signedIn = true) =>
  `<header>${signedIn ? '<a href="/Profile/noratide">Nora</a>' : '<a href="/RegistrationController?x">Sign in</a>'}</header>`;
const helpful = (on: boolean) =>
  `<button class="h" aria-label="Click to ${on ? 'remove' : 'add'} helpful vote">1</button>`;
const card = (id: string, on = false) =>
  `<div data-automation="reviewCard"><a href="/Profile/tidewaiter?fid=x"><img alt=""></a><a href="/Profile/tidewaiter?fid=x">Tide Waiter</a>
  <a href="/ShowUserReviews-g187331-d190616-r${id}-Old_Harbour-Hamburg.html?x=1">Calm at low water</a>${helpful(on)}<button class="menu" aria-label="Open Options Menu">…</button></div>`;
const page = (id: string, on = false, signedIn = true): SiteCase['page'] => ({
  url: `${origin}/Attraction_Review-g187331-d190616-Reviews-Old_Harbour-Hamburg.html`,
  html: `${nav(signedIn)}<h1>Old Harbour</h1>${card('900000000')}${card(id, on)}`,
});
const button = '[data-automation="reviewCard"]:last-of-type .h';
const ids = (events = false): RecordedRequest => ({
  url: '/data/graphql/ids',
  json: [
    {
      variables: events ? { events: [{ schemaName: 'user_navigated' }] } : { x: 1 },
      extensions: { preRegisteredQueryId: 'a1b2' },
    },
  ],
});
const flips = (on: boolean, select = button) => [
  { select, set: { 'aria-label': `Click to ${on ? 'remove' : 'add'} helpful vote` } },
];
const url = (id: string) => `${origin}/ShowUserReviews-g187331-d190616-r${id}-Old_Harbour-Hamburg.html`;
const vote = (id: string) => ({ kind: 'vote' as const, object: { url: url(id), id }, level: 'seen' as const });
const finds = press(
  'do',
  'finds a review helpful',
  page('900000001'),
  button,
  ids(),
  {
    ...vote('900000001'),
    object: { url: url('900000001'), id: '900000001', title: 'Old Harbour' },
    to: { name: 'Tide Waiter', url: `${origin}/Profile/tidewaiter` },
    detail: { vote: 'up' },
    account: 'noratide',
  },
  { shows: flips(true) },
);
const form = (place: string, link = true, signedIn = true): SiteCase['page'] => ({
  url: `${origin}/UserReviewEdit-${place}-Old_Harbour-Hamburg.html`,
  html: `${nav(signedIn)}<h1>Tell us about your visit</h1>${link ? `<a href="/Attraction_Review-${place}-Reviews-Old_Harbour-Hamburg.html?x">Old Harbour</a>` : ''}<form onsubmit="event.preventDefault()"><textarea></textarea><button type="button" id="x">Close</button><button type="submit">Submit review</button></form>`,
});
const submit = '[type="submit"]';
const thanks = [{ select: 'form', html: '<p>Thanks</p>' }];

export default defineCases([
  finds,
  ...usualCases(finds, undefined, ['signed-out']),
  press(
    'undo',
    'takes the vote back',
    page('900000001', true),
    button,
    ids(),
    { ...vote('900000001'), undo: true },
    {
      after: [finds.name],
      shows: flips(false),
    },
  ),
  press(
    'layout',
    'finds a review helpful that tells only its number',
    {
      url: `${origin}/Restaurant_Review-g1-d2-Reviews-Quay.html`,
      head: `<link rel="canonical" href="${origin}/Restaurant_Review-g1-d2-Reviews-Quay.html">`,
      html: `${nav()}<h1>Quay</h1><div data-reviewid="900000002">${helpful(false)}</div>`,
    },
    '.h',
    ids(),
    { kind: 'vote', object: { url: `${origin}/ShowUserReviews-g1-d2-r900000002` } },
    { shows: flips(true, '.h') },
  ),
  press(
    'layout',
    'finds a review helpful where the button is pressed in',
    { ...page('900000003'), html: page('900000003').html.replaceAll('class="h"', 'class="h" aria-pressed="false"') },
    button,
    ids(),
    vote('900000003'),
    {
      shows: [{ select: button, set: { 'aria-pressed': 'true' } }],
    },
  ),
  press('refusal', 'a vote that only flickers', page('900000004'), button, ids(), [], {
    shows: flips(true),
    then: flips(false),
  }),
  press(
    'look-alike',
    'opens the menu of a review',
    page('900000005'),
    '[data-automation="reviewCard"]:last-of-type .menu',
    ids(true),
    [],
  ),
  press('look-alike', 'moves about, and the page tells of it', page('900000006'), 'h1', [ids(true), ids()], []),
  press('signed-out', 'a press of nobody', page('900000007', false, false), button, [], [], { shows: flips(true) }),
  press('private', 'a press in the messages', { ...page('900000008'), url: `${origin}/Messages` }, button, ids(), [], {
    shows: flips(true),
  }),
  press(
    'do',
    'reviews a place',
    form('g187331-d190616'),
    submit,
    ids(),
    {
      kind: 'review',
      object: {
        url: `${origin}/Attraction_Review-g187331-d190616-Reviews-Old_Harbour-Hamburg.html`,
        id: 'g187331-d190616',
      },
      level: 'seen',
      to: null,
    },
    { act: [{ type: 'textarea', text: 'Calm' }, { click: submit }], then: thanks },
  ),
  press(
    'layout',
    'reviews a place that the form does not link',
    form('g187331-d190617', false),
    submit,
    ids(),
    { kind: 'review', object: { url: `${origin}/UserReviewEdit-g187331-d190617` } },
    { then: thanks },
  ),
  press('refusal', 'a review that stays in its form', form('g187331-d190618'), submit, ids(), []),
  press(
    'look-alike',
    'asks a question on the page of a place',
    { ...form('g187331-d190620'), url: `${origin}/Attraction_Review-g187331-d190620-Reviews-Old_Harbour.html` },
    submit,
    ids(),
    [],
    { then: thanks },
  ),
  press('draft', 'a review that is not sent', form('g187331-d190619'), '#x', ids(), [], {
    act: [{ type: 'textarea', text: 'Perhaps' }, { click: '#x' }],
  }),
]);
