import type { RecordedRequest, SiteCase } from '../cases.ts';
import { defineCases } from '../define.ts';
import { pressCase as press, usualCases } from '../usual-cases.ts';

// No "edit" case: changes to a review are not seen.
// No "private" case: there are no messages between people.

const nav = (signedIn = true) =>
  `<header>${signedIn ? '<span data-testid="user-name">Nora</span>' : '<a href="/login">Sign in</a>'}</header>`;
const form = (product: string, signedIn = true): SiteCase['page'] => ({
  url: `https://reviews.capterra.com/new/${product}?utm_source=vp`,
  html: `${nav(signedIn)}<h1>Tides</h1><form onsubmit="event.preventDefault()"><textarea></textarea><button type="button" id="back">Back</button><button type="submit">Submit</button></form>`,
});
const submit = '[type="submit"]';
const review = (more: Partial<RecordedRequest> = {}): RecordedRequest => ({
  url: 'https://reviews.capterra.com/api/reviews',
  json: { pros: 'x' },
  ...more,
});
const reviewed = (product: string) => ({
  kind: 'review' as const,
  object: { url: `https://www.capterra.com/p/${product}/`, id: product },
});
const reviews = press(
  'do',
  'reviews a product',
  form('166320'),
  submit,
  review(),
  {
    ...reviewed('166320'),
    object: { ...reviewed('166320').object, title: 'Tides' },
    account: 'Nora',
    to: null,
    level: 'accepted',
  },
  { act: [{ type: 'textarea', text: 'Calm' }, { click: submit }] },
);
const page = (id: string, on = false, signedIn = true, at = 'https://www.capterra.com'): SiteCase['page'] => ({
  url: `${at}/p/166320/Tides/reviews/?page=2`,
  html: `${nav(signedIn)}<h1>Tides</h1><div data-review-id="${id}"><p>Calm</p><button data-testid="helpful-button" aria-pressed="${on}">Helpful</button></div>`,
});
const helpful = '[data-testid="helpful-button"]';
const unnamed: RecordedRequest = { url: '/x', json: {} };
const flips = (on: boolean) => [{ select: helpful, set: { 'aria-pressed': String(on) } }];
const voted = (id: string, at = 'https://www.capterra.com') => ({
  kind: 'vote' as const,
  object: { url: `${at}/p/166320/Tides/reviews/#review-${id}`, id },
  level: 'seen' as const,
});

export default defineCases([
  reviews,
  ...usualCases(reviews, undefined, ['signed-out']),
  press('signed-out', 'a review of nobody', form('166321', false), submit, review(), []),
  press(
    'draft',
    'a review that is kept while it is written',
    form('166322'),
    submit,
    review({ url: 'https://reviews.capterra.com/api/reviews/draft' }),
    [],
  ),
  press('look-alike', 'goes back a step', form('166323'), '#back', review(), []),
  press(
    'look-alike',
    'asks for the questions of the form',
    form('166324'),
    submit,
    review({ url: 'https://reviews.capterra.com/api/questions' }),
    [],
  ),
  press(
    'look-alike',
    'sends a form elsewhere on the site',
    { ...form('1'), url: 'https://www.capterra.com/p/166320/Tides/' },
    submit,
    review(),
    [],
  ),
  press(
    'do',
    'finds a review helpful',
    page('r1'),
    helpful,
    unnamed,
    { ...voted('r1'), detail: { vote: 'up' } },
    { shows: flips(true) },
  ),
  press(
    'undo',
    'takes the vote back',
    page('r1', true),
    helpful,
    unnamed,
    { ...voted('r1'), undo: true },
    {
      after: ['finds a review helpful'],
      shows: flips(false),
    },
  ),
  press('switch', 'votes again after that', page('r1'), helpful, unnamed, voted('r1'), {
    after: ['takes the vote back'],
    shows: flips(true),
  }),
  press(
    'layout',
    'finds a review helpful in another country',
    page('r2', false, true, 'https://www.capterra.fr'),
    helpful,
    unnamed,
    voted('r2', 'https://www.capterra.fr'),
    { shows: flips(true) },
  ),
  press('refusal', 'a vote that only flickers', page('r3'), helpful, unnamed, [], {
    shows: flips(true),
    then: flips(false),
  }),
  press('signed-out', 'a vote of nobody', page('r4', false, false), helpful, unnamed, [], { shows: flips(true) }),
]);
