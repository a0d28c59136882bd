import type { ExpectedEntry, RecordedRequest, SiteCase } from '../cases.ts';
import { defineCases } from '../define.ts';

// No "draft" case: choosing stars sends nothing before "Rate" is pressed.
// No "private" case: there are no messages between people.

const nav = (name: string | null) =>
  name === null
    ? '<a class="imdb-header__signin-text" href="/registration/signin">Sign In</a>'
    : `<label><span class="navbar__user-menu-toggle__name">${name}</span></label>`;
const hero = (rated: boolean) =>
  `<div data-testid="hero-rating-bar__user-rating"><button>${rated ? '<span data-testid="hero-rating-bar__user-rating__score">8</span>' : '<span data-testid="hero-rating-bar__user-rating__unrated">Rate</span>'}</button></div>`;
const title = (tt: string, rated = false, name: string | null = 'Nora', extra = '') => ({
  url: `https://www.imdb.com/title/${tt}/?ref_=nv`,
  head: `<link rel="canonical" href="https://www.imdb.com/title/${tt}/">`,
  html: `${nav(name)}<main><section><h1>The Tide Keeper</h1>${hero(rated)}${extra}
    <div class="ipc-rating-prompt__rating-container"><button aria-label="Rate 8">★</button><button class="ipc-btn" id="rate">Rate</button></div></section></main>`,
});
const graphql = (operationName: string, variables: object, body = '{"data":{}}', query?: string): RecordedRequest => ({
  url: 'https://api.graphql.imdb.com/',
  json: { operationName, variables, query: query ?? `mutation ${operationName}($titleId: ID!) { x }` },
  by: 'fetch',
  answer: { type: 'application/json', body },
});
const rates = (titleId: string, rating: number, body?: string) =>
  graphql('UpdateTitleRating', { rating, titleId }, body);
const scored = {
  select: '[data-testid="hero-rating-bar__user-rating"] button',
  html: '<span data-testid="hero-rating-bar__user-rating__score">8</span>',
};
const unscored = {
  select: '[data-testid="hero-rating-bar__user-rating"] button',
  html: '<span data-testid="hero-rating-bar__user-rating__unrated">Rate</span>',
};
const does = (
  name: string,
  page: SiteCase['page'],
  click: string,
  request: RecordedRequest | null,
  entry: ExpectedEntry | null,
  rest: Partial<SiteCase> = {},
): SiteCase => ({
  name,
  about: 'do',
  page,
  act: [{ click }],
  sends: request ? [request] : [],
  expect: entry ? [entry] : [],
  ...rest,
});
const url = (tt: string) => `https://www.imdb.com/title/${tt}/`;
const watch = (pressed: boolean) =>
  `<button data-testid="tm-box-wl-button" aria-pressed="${pressed}">Watchlist</button>`;
const card = (rw: string) =>
  `<article><a href="/review/${rw}/?ref_=x">Permalink</a><a data-testid="author-link" href="/user/ur7/?ref_=x">harbour</a><div class="ipc-voting"><button class="ipc-voting__icon--up">Up</button><button class="ipc-voting__icon--down">Down</button></div></article>`;
const reviews = (rw: string) => ({
  url: 'https://www.imdb.com/title/tt7000001/reviews/',
  html: `${nav('Nora')}<h2>The Tide Keeper</h2>${card(rw)}`,
});

export default defineCases([
  does(
    'rates a title',
    title('tt7000001'),
    '#rate',
    rates('tt7000001', 8),
    {
      kind: 'rating',
      object: { url: url('tt7000001'), id: 'tt7000001', title: 'The Tide Keeper' },
      detail: { rating: '8/10' },
      account: 'Nora',
      level: 'confirmed',
    },
    { then: [scored] },
  ),
  does(
    'rates it anew',
    title('tt7000001', true),
    '#rate',
    rates('tt7000001', 9),
    { kind: 'rating', revises: true, object: { url: url('tt7000001') }, detail: { rating: '9/10' } },
    { about: 'edit', after: ['rates a title'] },
  ),
  does(
    'takes the rating away',
    title('tt7000001', true),
    '#rate',
    graphql('DeleteTitleRating', { titleId: 'tt7000001' }),
    { kind: 'rating', undo: true, object: { url: url('tt7000001') } },
    { about: 'undo', after: ['rates a title'], then: [unscored] },
  ),
  does(
    'rates with the keyboard',
    title('tt7000002'),
    '',
    rates('tt7000002', 3),
    { kind: 'rating', object: { url: url('tt7000002') }, detail: { rating: '3/10' } },
    { about: 'keyboard', act: [{ press: 'Enter', in: '#rate' }], then: [scored] },
  ),
  does(
    'rates a title of a list',
    {
      url: 'https://www.imdb.com/chart/top/',
      html: `${nav('Nora')}<ul><li class="ipc-metadata-list-summary-item"><a href="/title/tt7000003/?ref_=x"><h3 class="ipc-title__text">Low Water</h3></a><button id="row">Rate</button></li></ul>`,
    },
    '#row',
    rates('tt7000003', 7),
    { kind: 'rating', object: { url: url('tt7000003'), title: 'Low Water' }, level: 'accepted' },
    { about: 'layout' },
  ),
  does(
    'a rating that IMDb refuses with 200',
    title('tt7000004'),
    '#rate',
    rates('tt7000004', 5, '{"errors":[{"message":"Unauthorized"}]}'),
    null,
    { about: 'refusal' },
  ),
  does(
    'reads a title by POST',
    title('tt7000005'),
    '#rate',
    graphql('TMD_Storyline', { titleId: 'tt7000005' }, undefined, 'query TMD_Storyline { x }'),
    null,
    { about: 'look-alike' },
  ),
  does('opens the stars', title('tt7000006'), '[data-testid="hero-rating-bar__user-rating"] button', null, null, {
    about: 'look-alike',
  }),
  does(
    'puts a title on the watchlist',
    title('tt7000007', false, 'Nora', watch(false)),
    '[data-testid="tm-box-wl-button"]',
    graphql('AddConstToWatchlist', { const: 'tt7000007' }),
    { kind: 'bookmark', object: { url: url('tt7000007') }, level: 'confirmed' },
    { shows: [{ select: '[data-testid="tm-box-wl-button"]', set: { 'aria-pressed': 'true' } }] },
  ),
  does(
    'takes a title off the watchlist',
    title('tt7000007', false, 'Nora', watch(true)),
    '[data-testid="tm-box-wl-button"]',
    graphql('RemoveConstFromWatchlist', { const: 'tt7000007' }),
    { kind: 'bookmark', undo: true, object: { url: url('tt7000007') } },
    {
      about: 'switch',
      after: ['puts a title on the watchlist'],
      shows: [{ select: '[data-testid="tm-box-wl-button"]', set: { 'aria-pressed': 'false' } }],
    },
  ),
  does(
    'puts a title on the watchlist unseen by the network',
    title('tt7000008', false, 'Nora', watch(false)),
    '[data-testid="tm-box-wl-button"]',
    null,
    { kind: 'bookmark', object: { url: url('tt7000008') }, level: 'seen' },
    { about: 'layout', shows: [{ select: '[data-testid="tm-box-wl-button"]', set: { 'aria-pressed': 'true' } }] },
  ),
  does('finds a review helpful', reviews('rw9001'), '.ipc-voting__icon--up', graphql('Anything', { id: 'rw9001' }), {
    kind: 'vote',
    object: { url: 'https://www.imdb.com/review/rw9001/' },
    detail: { vote: 'up' },
    to: { name: 'harbour', url: 'https://www.imdb.com/user/ur7/' },
  }),
  does(
    'finds a review not helpful',
    reviews('rw9002'),
    '.ipc-voting__icon--down',
    graphql('Anything', { id: 'rw9002' }),
    {
      kind: 'vote',
      object: { url: 'https://www.imdb.com/review/rw9002/' },
      detail: { vote: 'down' },
    },
  ),
  does('rates while nobody is signed in', title('tt7000009', false, null), '#rate', rates('tt7000009', 5), null, {
    about: 'signed-out',
  }),
  does('a script of the page rates', title('tt7000010'), '', rates('tt7000010', 5), null, {
    about: 'synthetic',
    act: [{ synthetic: '#rate' }],
  }),
  {
    name: 'one press that sends twice is one rating',
    about: 'double',
    page: title('tt7000011'),
    act: [{ click: '#rate' }],
    sends: [rates('tt7000011', 6), rates('tt7000011', 6)],
    then: [scored],
    expect: [{ kind: 'rating', object: { url: url('tt7000011') } }],
  },
]);
