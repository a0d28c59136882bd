import type { RecordedRequest, SiteCase } from '../cases.ts';
import { defineCases } from '../define.ts';
import { pressCase as press, usualCases } from '../usual-cases.ts';

// No "edit" case: a changed review cannot be told from a new one.

const origin = 'https://www.walmart.com';
const nav = (signedIn = true) =>
  `<header>${signedIn ? '<span data-automation-id="account-first-name">Nora</span>' : '<a href="/account/login?x">Sign in</a>'}</header>`;
const form = (path: string, signedIn = true): SiteCase['page'] => ({
  url: `${origin}/reviews/write-review${path}`,
  html: `${nav(signedIn)}<h1>Tide clock</h1><form onsubmit="event.preventDefault()"><input type="radio" name="overallRating" value="4" checked><textarea></textarea><button type="submit">Submit</button></form>`,
});
const hash = '5ee7e3830d84d432276cdec384e8a3c65f926886f1667a4ff49364e453c9b200';
const op = (name: string, more: Partial<RecordedRequest> = {}): RecordedRequest => ({
  url: `/orchestra/home/graphql/${name}/${hash}`,
  json: { variables: {}, extensions: { persistedQuery: { version: 1, sha256Hash: hash } } },
  ...more,
});
const submit = '[type="submit"]';
const reviewed = (item: string) => ({ kind: 'review' as const, object: { url: `${origin}/ip/${item}`, id: item } });
const reviews = press(
  'do',
  'reviews a product',
  form('/458083664'),
  submit,
  op('SubmitReview'),
  {
    ...reviewed('458083664'),
    object: { ...reviewed('458083664').object, title: 'Tide clock' },
    detail: { rating: '4/5' },
    account: 'Nora',
    to: null,
    level: 'accepted',
  },
  { act: [{ type: 'textarea', text: 'Exact' }, { click: submit }] },
);
const page = (
  id: string,
  on = false,
  signedIn = true,
  path = '/reviews/product/458083664?page=2',
): SiteCase['page'] => ({
  url: origin + path,
  html: `${nav(signedIn)}<h1>Tide clock</h1><div data-review-id="${id}"><p>Exact</p><button aria-label="Helpful, 2 found this" aria-pressed="${on}">2</button><button aria-label="Not helpful, 1">1</button></div>`,
});
const helpful = '[aria-label^="Helpful"]';
const flips = (on: boolean) => [{ select: helpful, set: { 'aria-pressed': String(on) } }];
const voted = (id: string) => ({
  kind: 'vote' as const,
  object: { url: `${origin}/reviews/product/458083664#review-${id}`, id },
});

export default defineCases([
  reviews,
  ...usualCases(reviews, undefined, ['signed-out']),
  press(
    'layout',
    'reviews a product by an older link',
    form('?productId=165380538'),
    submit,
    op('CreateProductReview'),
    reviewed('165380538'),
  ),
  press('signed-out', 'a review of nobody', form('/458083665', false), submit, op('SubmitReview'), []),
  press('draft', 'a review that is kept while it is written', form('/458083666'), submit, op('SubmitReviewDraft'), []),
  press('look-alike', 'adds a photo before the review is sent', form('/458083667'), submit, op('AddReviewMedia'), []),
  press('look-alike', 'reads reviews by POST', page('r0'), 'h1', [op('ReviewsById'), op('ItemByIdBtf')], []),
  press('look-alike', 'an operation of reviews on another page', page('r0'), 'h1', op('SubmitReview'), []),
  press(
    'do',
    'finds a review helpful',
    page('r1'),
    helpful,
    op('UpdateReviewVote'),
    { ...voted('r1'), detail: { vote: 'up' }, level: 'confirmed' },
    { shows: flips(true) },
  ),
  press(
    'undo',
    'takes the vote back',
    page('r1', true),
    helpful,
    op('UpdateReviewVote'),
    { ...voted('r1'), undo: true },
    {
      after: ['finds a review helpful'],
      shows: flips(false),
    },
  ),
  press('switch', 'votes again after that', page('r1'), helpful, op('UpdateReviewVote'), voted('r1'), {
    after: ['takes the vote back'],
    shows: flips(true),
  }),
  press(
    'do',
    'finds a review helpful on the page of the product, and only the button tells',
    page('r2', false, true, '/ip/Tide-clock-brass/458083664?x'),
    helpful,
    { url: '/x', json: {} },
    { ...voted('r2'), level: 'seen' },
    { shows: flips(true) },
  ),
  press('look-alike', 'finds a review not helpful', page('r3'), '[aria-label^="Not"]', op('UpdateReviewVote'), []),
  press('refusal', 'a vote that only flickers', page('r4'), helpful, { url: '/x', json: {} }, [], {
    shows: flips(true),
    then: flips(false),
  }),
  press(
    'refusal',
    'a vote that is refused',
    page('r5'),
    helpful,
    op('UpdateReviewVote', { answer: { status: 412 } }),
    [],
  ),
  press(
    'private',
    'a message to a seller',
    { ...form('/1'), url: `${origin}/messages/1` },
    submit,
    op('SubmitReview'),
    [],
  ),
]);
