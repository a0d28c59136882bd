import type { RecordedRequest, SiteCase } from '../cases.ts';
import { defineCases } from '../define.ts';
import { pressCase as press, usualCases } from '../usual-cases.ts';

// No "edit" case: changes to a review are not seen.
// No "private" case: there are no messages between people.
// No "switch" case: there is only one way to vote.

const origin = 'https://www.g2.com';
const nav = (signedIn = true) =>
  `<header>${signedIn ? '<a href="/users/nora-tide">Nora</a>' : '<a href="/login?x">Sign in</a>'}</header>`;
const card = (id: string, on?: boolean) =>
  `<article><a href="/products/tides/reviews/tides-review-${id}?x=1">Calm</a><span itemprop="author">Tide W.</span><form action="/survey_responses/tides-review-${id}/helpful" onsubmit="event.preventDefault()"><button class="h"${on === undefined ? '' : ` aria-pressed="${on}"`}>Helpful</button></form><button class="share">Share</button></article>`;
const page = (id: string, on?: boolean, signedIn = true): SiteCase['page'] => ({
  url: `${origin}/products/tides/reviews?page=2`,
  html: `${nav(signedIn)}<h1>Tides</h1>${card('5000000')}${card(id, on)}`,
});
const helpful = 'article:last-of-type .h';
const send = (id: string, more: Partial<RecordedRequest> = {}): RecordedRequest => ({
  url: `/survey_responses/tides-review-${id}/helpful`,
  form: { authenticity_token: 'secret' },
  by: 'xhr',
  ...more,
});
const voted = (id: string) => ({
  kind: 'vote' as const,
  object: { url: `${origin}/products/tides/reviews/tides-review-${id}`, id },
});
const flips = (on: boolean) => [{ select: helpful, set: { 'aria-pressed': String(on) } }];
const finds = press(
  'do',
  'finds a review helpful',
  page('5000001', false),
  helpful,
  send('5000001'),
  {
    ...voted('5000001'),
    object: { ...voted('5000001').object, title: 'Tides' },
    to: { name: 'Tide W.' },
    detail: { vote: 'up' },
    account: 'nora-tide',
    level: 'confirmed',
  },
  { shows: flips(true) },
);
const form = (slug: string, signedIn = true): SiteCase['page'] => ({
  url: `${origin}/products/${slug}/take_survey?x`,
  html: `${nav(signedIn)}<h1>Tides</h1><form method="post" action="/products/${slug}/take_survey" onsubmit="event.preventDefault()"><textarea name="love"></textarea><button type="button" id="x">Close</button><button type="submit" id="go">Submit</button></form>`,
});
const review = (slug: string, more: Partial<RecordedRequest> = {}): RecordedRequest => ({
  url: `/products/${slug}/take_survey`,
  form: { commit: 'Submit', love: 'x' },
  by: 'xhr',
  answer: { status: 302, location: `/products/${slug}/take_survey/thank_you` },
  ...more,
});

export default defineCases([
  finds,
  ...usualCases(finds, undefined, ['signed-out']),
  press(
    'undo',
    'takes the vote back',
    page('5000001', true),
    helpful,
    send('5000001', { method: 'DELETE', form: {} }),
    { ...voted('5000001'), undo: true },
    {
      after: [finds.name],
      shows: flips(false),
    },
  ),
  press(
    'undo',
    'takes the vote back by the same request',
    page('5000001', true),
    helpful,
    send('5000001'),
    { ...voted('5000001'), undo: true },
    {
      after: [finds.name],
      shows: flips(false),
    },
  ),
  press(
    'do',
    'finds a review helpful, and only the button tells',
    page('5000002', false),
    helpful,
    { url: '/x', json: {} },
    { ...voted('5000002'), level: 'seen' },
    { shows: flips(true) },
  ),
  press('layout', 'finds a review helpful where no state shows', page('5000003'), helpful, send('5000003'), {
    ...voted('5000003'),
    level: 'accepted',
  }),
  press('refusal', 'a vote that only flickers', page('5000004', false), helpful, { url: '/x', json: {} }, [], {
    shows: flips(true),
    then: flips(false),
  }),
  press(
    'look-alike',
    'shares a review',
    page('5000005'),
    'article:last-of-type .share',
    send('5000005', { url: '/shares' }),
    [],
  ),
  press('signed-out', 'a press of nobody', page('5000006', false, false), helpful, send('5000006'), []),
  press(
    'do',
    'reviews a product',
    form('tides'),
    '#go',
    review('tides'),
    {
      kind: 'review',
      object: { url: `${origin}/products/tides/reviews`, title: 'Tides' },
      to: null,
      level: 'accepted',
    },
    {
      act: [{ type: 'textarea', text: 'Calm' }, { click: '#go' }],
    },
  ),
  press(
    'layout',
    'reviews a product whose answers have an address of their own',
    form('waves'),
    '#go',
    review('waves', { url: '/survey_responses/77' }),
    { kind: 'review', object: { url: `${origin}/products/waves/reviews` } },
  ),
  press(
    'refusal',
    'a review whose form comes back',
    form('reef'),
    '#go',
    review('reef', { answer: { status: 200 } }),
    [],
  ),
  press(
    'refusal',
    'a review that leads to signing in',
    form('gale'),
    '#go',
    review('gale', { answer: { status: 302, location: '/login?x' } }),
    [],
  ),
  press(
    'draft',
    'a review that is kept for later',
    form('calm'),
    '#go',
    review('calm', { form: { commit: 'Save for later', love: 'x' } }),
    [],
  ),
  press('look-alike', 'leaves the form', form('mole'), '#x', [], []),
]);
