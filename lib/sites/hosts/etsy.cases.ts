import type { RecordedRequest, SiteCase } from '../cases.ts';
import { defineCases } from '../define.ts';
import { pressCase as press, usualCases } from '../usual-cases.ts';

// No "edit" case: changes to a review are not seen.

const origin = 'https://www.etsy.com';
const nav = (signedIn = true) =>
  `<header>${signedIn ? '<a href="/people/noratide?ref=hdr">Nora</a>' : '<button class="signin-header-action select-signin">Sign in</button>'}</header>`;
const heart = (id: string, on = false) =>
  `<button class="wt-btn" data-ui="favorite-listing-button" data-listing-id="${id}" data-accessible-btn-fave="" data-favorite-label="Add to Favorites" data-favorited-label="Remove from Favorites">
   <div class="favorite-listing-button-icon-container" data-btn-fave=""><span class="etsy-icon empty ${on ? 'wt-display-none' : 'wt-display-block'}" data-not-favorited-icon="">♡</span><span class="etsy-icon full ${on ? 'wt-display-block' : 'wt-display-none'}" data-favorited-icon="">♥</span></div></button>`;
const card = (id: string, on = false) =>
  `<div class="v2-listing-card"><a href="${origin}/listing/${id}/tide-clock?ref=x">Tide clock</a><div data-favorite-button-wrapper="">${heart(id, on)}</div></div>`;
const results = (id: string, on = false, signedIn = true): SiteCase['page'] => ({
  url: `${origin}/search?q=tide+clock`,
  html: `${nav(signedIn)}${card('100000000')}${card(id, on)}<button class="sort">Sort</button>`,
});
const button = (id: string) => `[data-listing-id="${id}"]`;
const sends: RecordedRequest = { url: '/api/v3/ajax/member/x', json: { nonce: 'secret' } };
const flips = (id: string, on: boolean) => [
  { select: `${button(id)} .empty`, set: { class: `etsy-icon empty ${on ? 'wt-display-none' : 'wt-display-block'}` } },
  { select: `${button(id)} .full`, set: { class: `etsy-icon full ${on ? 'wt-display-block' : 'wt-display-none'}` } },
];
const kept = (id: string) => ({
  kind: 'bookmark' as const,
  object: { url: `${origin}/listing/${id}`, id },
  level: 'seen' as const,
});
const keeps = press(
  'do',
  'keeps a listing',
  results('100000001'),
  button('100000001'),
  sends,
  { ...kept('100000001'), account: 'noratide' },
  {
    shows: flips('100000001', true),
  },
);
const bought = (id: string, signedIn = true): SiteCase['page'] => ({
  url: `${origin}/your/purchases`,
  html: `${nav(signedIn)}<div data-transaction-id="42"><a href="/listing/${id}/tide-clock">Tide clock</a><form onsubmit="event.preventDefault()"><input type="radio" name="rating" value="5" checked><textarea></textarea><button type="button" class="later">Later</button><button type="submit">Post your review</button></form></div>`,
});
const submit = '[type="submit"]';
const review = (more: Partial<RecordedRequest> = {}): RecordedRequest => ({
  url: '/api/v3/ajax/member/transactions/42/reviews',
  json: { rating: 5, review: 'x' },
  ...more,
});
const reviewed = (id: string) => ({ kind: 'review' as const, object: { url: `${origin}/listing/${id}`, id } });

export default defineCases([
  keeps,
  ...usualCases(keeps, undefined, ['signed-out']),
  press(
    'undo',
    'keeps it no more',
    results('100000001', true),
    button('100000001'),
    sends,
    { ...kept('100000001'), undo: true },
    {
      after: [keeps.name],
      shows: flips('100000001', false),
    },
  ),
  press('switch', 'keeps it again', results('100000001'), button('100000001'), sends, kept('100000001'), {
    after: ['keeps it no more'],
    shows: flips('100000001', true),
  }),
  press(
    'layout',
    'keeps a listing on its own page, in another language',
    {
      url: `${origin}/de/listing/100000002/tide-clock`,
      html: `${nav()}<h1 data-buy-box-listing-title="true">Tide clock</h1>${heart('100000002')}`,
    },
    button('100000002'),
    sends,
    { ...kept('100000002'), object: { ...kept('100000002').object, title: 'Tide clock' } },
    { shows: flips('100000002', true) },
  ),
  press('refusal', 'a heart that only flickers', results('100000003'), button('100000003'), sends, [], {
    shows: flips('100000003', true),
    then: flips('100000003', false),
  }),
  press('signed-out', 'a heart of nobody', results('100000004', false, false), button('100000004'), [], [], {
    shows: flips('100000004', true),
  }),
  press(
    'look-alike',
    'sorts, and reads by POST',
    results('100000005'),
    '.sort',
    [
      { url: '/api/v3/ajax/bespoke/member/neu/specs/async_search_results', form: { x: '1' } },
      { url: '/api/v3/ajax/bespoke/member/neu/specs/reviews', json: {} },
    ],
    [],
  ),
  press(
    'do',
    'reviews what was bought',
    bought('100000006'),
    submit,
    review(),
    { ...reviewed('100000006'), detail: { rating: '5/5' }, to: null, level: 'accepted' },
    {
      act: [{ type: 'textarea', text: 'Exact' }, { click: submit }],
    },
  ),
  press(
    'layout',
    'reviews in a dialog',
    {
      url: `${origin}/your/purchases`,
      html: `${nav()}<div role="dialog"><a href="/listing/100000007/x">Tide clock</a><form onsubmit="event.preventDefault()"><textarea></textarea><button type="submit">Post</button></form></div>`,
    },
    submit,
    review({ method: 'PUT' }),
    reviewed('100000007'),
  ),
  press(
    'draft',
    'a review that is left for later',
    bought('100000008'),
    '.later',
    review({ url: '/api/v3/ajax/member/reviews/draft' }),
    [],
  ),
  press(
    'look-alike',
    'reads reviews by POST while sending nothing',
    bought('100000009'),
    submit,
    { url: '/api/v3/ajax/member/specs/reviews', json: {} },
    [],
  ),
  press('refusal', 'a review that is refused', bought('100000010'), submit, review({ answer: { status: 400 } }), []),
  press(
    'private',
    'a message to a shop',
    { ...bought('100000011'), url: `${origin}/messages/11` },
    submit,
    review(),
    [],
  ),
]);
