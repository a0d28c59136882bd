import type { RecordedRequest, SiteCase } from '../cases.ts';
import { defineCases } from '../define.ts';
import { pressCase as press, usualCases } from '../usual-cases.ts';

// No "edit" case: a changed review cannot be told from a new one.

const origin = 'https://www.booking.com';
const nav = (signedIn = true) =>
  `<header>${signedIn ? '<span data-testid="header-profile"><span data-testid="header-profile-name">Nora</span></span>' : '<a data-testid="header-sign-in-button" href="#">Sign in</a>'}</header>`;
const card = (name: string, on = false) =>
  `<div data-testid="property-card"><a data-testid="title-link" href="${origin}/hotel/de/${name}.en-gb.html?aid=1"><div data-testid="title">Old Harbour</div></a><button data-testid="wishlist-button" aria-pressed="${on}">♥</button><button class="map">Map</button></div>`;
const search = (name: string, on = false, signedIn = true): SiteCase['page'] => ({
  url: `${origin}/searchresults.html?ss=Hamburg`,
  html: `${nav(signedIn)}<main>${card('other')}${card(name, on)}</main>`,
});
const heart = '[data-testid="property-card"]:last-child [data-testid="wishlist-button"]';
const graphql = (operationName: string, kind = 'mutation', more: Partial<RecordedRequest> = {}): RecordedRequest => ({
  url: '/dml/graphql?lang=en-gb',
  json: { operationName, variables: { input: {} }, query: `${kind} ${operationName}($input: X!) { x }` },
  ...more,
});
const flips = (on: boolean) => [{ select: heart, set: { 'aria-pressed': String(on) } }];
const house = (name: string) => ({ url: `${origin}/hotel/de/${name}.html`, id: `hotel/de/${name}` });
const saves = press(
  'do',
  'saves a house',
  search('old-harbour'),
  heart,
  graphql('AddToList'),
  { kind: 'bookmark', object: { ...house('old-harbour'), title: 'Old Harbour' }, account: 'Nora', level: 'confirmed' },
  { shows: flips(true) },
);
const reviews = (name: string, id?: string): SiteCase['page'] => ({
  url: `${origin}/hotel/de/${name}.en-gb.html?aid=1`,
  html: `${nav()}<h2>Old Harbour</h2><div data-testid="review-card"${id ? ` data-review-url="${id}"` : ''}><p>Calm</p><button data-testid="review-helpful-button">Helpful</button><button data-testid="review-unhelpful-button">Not helpful</button></div>`,
});
const helpful = '[data-testid="review-helpful-button"]';
const form = (name: string, signedIn = true): SiteCase['page'] => ({
  url: 'https://secure.booking.com/reviewtimeline.html?token=secret',
  html: `${nav(signedIn)}<main><h1>Your stay</h1><a href="${origin}/hotel/de/${name}.html">Old Harbour</a><form onsubmit="event.preventDefault()"><textarea></textarea><button type="submit">Submit</button></form></main>`,
});
const submit = '[type="submit"]';

export default defineCases([
  saves,
  ...usualCases(saves, undefined, ['signed-out']),
  press(
    'undo',
    'saves it no more',
    search('old-harbour', true),
    heart,
    graphql('RemoveFromList'),
    { kind: 'bookmark', undo: true, object: house('old-harbour') },
    {
      after: [saves.name],
      shows: flips(false),
    },
  ),
  press(
    'switch',
    'saves it again',
    search('old-harbour'),
    heart,
    graphql('AddToList'),
    { kind: 'bookmark', object: house('old-harbour') },
    {
      after: ['saves it no more'],
      shows: flips(true),
    },
  ),
  press(
    'do',
    'saves a house, and the request is of a kind nobody knows',
    search('quay'),
    heart,
    { url: '/x', json: {} },
    { kind: 'bookmark', object: house('quay'), level: 'seen' },
    { shows: flips(true) },
  ),
  press(
    'undo',
    'saves it no more, and only the button tells',
    search('quay', true),
    heart,
    { url: '/x', json: {} },
    { kind: 'bookmark', undo: true, object: house('quay'), level: 'seen' },
    {
      after: ['saves a house, and the request is of a kind nobody knows'],
      shows: flips(false),
    },
  ),
  press(
    'do',
    'saves a house by an operation whose name tells nothing',
    search('dock'),
    heart,
    graphql('ToggleList'),
    { kind: 'bookmark', object: house('dock'), level: 'confirmed' },
    { shows: flips(true) },
  ),
  press(
    'undo',
    'saves it no more by the same operation',
    search('dock', true),
    heart,
    graphql('ToggleList'),
    { kind: 'bookmark', undo: true, object: house('dock') },
    { after: ['saves a house by an operation whose name tells nothing'], shows: flips(false) },
  ),
  press('refusal', 'a heart that only flickers', search('reef'), heart, { url: '/x', json: {} }, [], {
    shows: flips(true),
    then: flips(false),
  }),
  press('look-alike', 'opens the map', search('pier'), '.map', graphql('MapThing'), []),
  press('look-alike', 'searches by POST', search('pier'), heart, graphql('FullSearch', 'query'), []),
  press('signed-out', 'a heart of nobody', search('mole', false, false), heart, graphql('AddToList'), []),
  press('do', 'finds a review helpful', reviews('old-harbour', 'a1b2c3'), helpful, graphql('VoteSomething'), {
    kind: 'vote',
    object: { url: `${house('old-harbour').url}#review-a1b2c3`, id: 'a1b2c3' },
    detail: { vote: 'up' },
  }),
  press(
    'layout',
    'finds a review helpful that tells no number',
    reviews('old-harbour'),
    helpful,
    graphql('VoteSomething'),
    { kind: 'vote', object: { url: `${house('old-harbour').url}#tab-reviews` } },
  ),
  press(
    'look-alike',
    'finds a review not helpful',
    reviews('old-harbour', 'a1b2c4'),
    '[data-testid="review-unhelpful-button"]',
    graphql('VoteSomething'),
    [],
  ),
  press(
    'do',
    'reviews a stay',
    form('old-harbour'),
    submit,
    graphql('SubmitSomething'),
    { kind: 'review', object: house('old-harbour'), to: null, level: 'accepted' },
    {
      act: [{ type: 'textarea', text: 'Calm' }, { click: submit }],
    },
  ),
  press(
    'look-alike',
    'asks a house a question',
    { ...form('wharf'), url: `${origin}/hotel/de/wharf.html` },
    submit,
    graphql('AskSomething'),
    [],
  ),
  press('draft', 'a review that is kept while it is written', form('jetty'), submit, graphql('SaveReviewDraft'), []),
  press(
    'refusal',
    'a review that is refused',
    form('weir'),
    submit,
    graphql('SubmitSomething', 'mutation', { answer: { status: 500 } }),
    [],
  ),
  press(
    'private',
    'a press among messages',
    { ...form('lock'), url: 'https://secure.booking.com/messages?x' },
    submit,
    graphql('SubmitSomething'),
    [],
  ),
]);
