import type { RecordedRequest, SiteCase } from '../cases.ts';
import { defineCases } from '../define.ts';
import { pressCase as press, usualCases } from '../usual-cases.ts';

// No "edit" case: changes to a review are not seen.

const origin = 'https://www.airbnb.com';
const nav = (signedIn = true) =>
  `<header>${signedIn ? '<a href="/users/profile/31415?x">Profile</a>' : '<a href="/login">Log in</a>'}</header>`;
const heart = (on: boolean) =>
  `<button data-testid="listing-card-save-button" aria-label="${on ? 'Remove from' : 'Add to'} wishlist: Lighthouse">♥</button>`;
const card = (room: string, on = false) =>
  `<div data-testid="card-container"><a href="/rooms/${room}?adults=2&amp;search=x">Open</a><div data-testid="listing-card-title">Lighthouse</div>${heart(on)}<button class="next" aria-label="Next photo">›</button></div>`;
const search = (room: string, on = false, signedIn = true): SiteCase['page'] => ({
  url: `${origin}/s/Hamburg/homes?adults=2`,
  html: `${nav(signedIn)}<main>${card('1000')}${card(room, on)}</main>`,
});
const press1 = '[data-testid="card-container"]:last-child [data-testid="listing-card-save-button"]';
const hash = 'd05a0fe2f4d8c47ce79ee2c272989c78432d652480aebec2cf6fa22e93eb9f94';
const op = (operationName: string, more: Partial<RecordedRequest> = {}): RecordedRequest => ({
  url: `/api/v3/${operationName}/${hash}?operationName=${operationName}&locale=en&currency=EUR`,
  json: { operationName, variables: {}, extensions: { persistedQuery: { version: 1, sha256Hash: hash } } },
  ...more,
});
const flips = (on: boolean, select = press1) => [
  { select, set: { 'aria-label': `${on ? 'Remove from' : 'Add to'} wishlist: Lighthouse` } },
];
const saved = (room: string) => ({ kind: 'bookmark' as const, object: { url: `${origin}/rooms/${room}`, id: room } });
const saves = press(
  'do',
  'saves a home from the results',
  search('1001'),
  press1,
  op('CreateWishlistItemMutation'),
  { ...saved('1001'), object: { ...saved('1001').object, title: 'Lighthouse' }, account: '31415', level: 'confirmed' },
  { shows: flips(true) },
);
const home = (room: string, test = 'unsaved'): SiteCase['page'] => ({
  url: `${origin}/rooms/${room}?check_in=2026-05-01`,
  html: `${nav()}<main><h1>Lighthouse</h1><button data-testid="pdp-save-button-${test}">Save</button></main>`,
});
const form = (stay: string, link = true, signedIn = true): SiteCase['page'] => ({
  url: `${origin}/reviews/${stay}/edit`,
  html: `${nav(signedIn)}<main><h1>How was it?</h1>${link ? '<a href="/rooms/1010">Lighthouse</a>' : ''}<textarea></textarea><button id="go">Submit</button></main>`,
});

export default defineCases([
  saves,
  ...usualCases(saves, undefined, ['signed-out']),
  press(
    'undo',
    'saves it no more',
    search('1001', true),
    press1,
    op('RemoveWishlistItemMutation'),
    { ...saved('1001'), undo: true },
    {
      after: [saves.name],
      shows: flips(false),
    },
  ),
  press('switch', 'saves it again', search('1001'), press1, op('CreateWishlistItemMutation'), saved('1001'), {
    after: [saves.name, 'saves it no more'].slice(1),
    shows: flips(true),
  }),
  press(
    'layout',
    'saves a home on its own page, and the operation has another name',
    home('1002'),
    '[data-testid^="pdp-save-button"]',
    op('PdpHeartMutation'),
    { ...saved('1002'), level: 'seen' },
    {
      shows: [{ select: '[data-testid^="pdp-save-button"]', set: { 'data-testid': 'pdp-save-button-saved' } }],
    },
  ),
  press(
    'undo',
    'saves it no more there',
    home('1002', 'saved'),
    '[data-testid^="pdp-save-button"]',
    op('PdpHeartMutation'),
    { ...saved('1002'), undo: true, level: 'seen' },
    {
      after: ['saves a home on its own page, and the operation has another name'],
      shows: [{ select: '[data-testid^="pdp-save-button"]', set: { 'data-testid': 'pdp-save-button-unsaved' } }],
    },
  ),
  press('refusal', 'a heart that only flickers', search('1003'), press1, op('AnythingMutation'), [], {
    shows: flips(true),
    then: flips(false),
  }),
  press(
    'look-alike',
    'turns to the next photo',
    search('1004'),
    '[data-testid="card-container"]:last-child .next',
    op('StaysSearch'),
    [],
  ),
  press(
    'look-alike',
    'reads reviews and lists',
    search('1005'),
    press1,
    [op('StaysPdpReviewsQuery', { method: 'GET', json: undefined }), op('WishlistIndexPageQuery')],
    [],
  ),
  press('signed-out', 'a heart of nobody', search('1006', false, false), press1, op('CreateWishlistItemMutation'), []),
  press(
    'do',
    'reviews a stay',
    form('777'),
    '#go',
    op('SubmitGuestReview'),
    { kind: 'review', object: { url: `${origin}/rooms/1010`, id: '1010' }, to: null, level: 'accepted' },
    {
      act: [{ type: 'textarea', text: 'Light' }, { click: '#go' }],
    },
  ),
  press(
    'layout',
    'reviews a stay whose home the page does not link',
    form('778', false),
    '#go',
    op('CreateReviewMutation'),
    { kind: 'review', object: { url: `${origin}/reviews/778` } },
  ),
  press('draft', 'a review that is kept while it is written', form('779'), '#go', op('CreateReviewDraftMutation'), []),
  press(
    'refusal',
    'a review that is refused',
    form('780'),
    '#go',
    op('SubmitGuestReview', { answer: { status: 400 } }),
    [],
  ),
  press(
    'private',
    'a message to a host',
    { ...form('781'), url: `${origin}/guest/messages/781` },
    '#go',
    op('CreateMessageViaductMutation'),
    [],
  ),
  press(
    'look-alike',
    'a message to a host from the page of a home',
    home('1007'),
    'h1',
    op('CreateMessageViaductMutation'),
    [],
  ),
]);
