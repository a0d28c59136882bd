import type { ExpectedEntry, RecordedRequest, SiteCase } from '../cases.ts';
import { defineCases } from '../define.ts';

// No "private" case: there are no messages between people.

const origin = 'https://letterboxd.com';
const nav = (name: string | null) =>
  `<nav class="main-nav"><ul>${
    name === null
      ? '<li class="navitem sign-in-menu"><a href="/sign-in/">Sign in</a></li>'
      : `<li class="navitem nav-account"><a href="/${name}/">${name}</a></li>`
  }</ul></nav>`;
const film = (slug: string, body = '', name: string | null = 'nora_fields') => ({
  url: `${origin}/film/${slug}/`,
  html: `${nav(name)}<h1 class="headline-1"><span class="name">The Tide Keeper</span></h1><div class="rateit"><button class="rateit-reset">×</button><div class="rateit-range" tabindex="0" role="slider">★★★★★</div></div>
    ${body}<button id="do">Save</button>`,
});
const filmUrl = (slug: string) => `${origin}/film/${slug}/`;
const call = (url: string, rest: Partial<RecordedRequest>): RecordedRequest => ({
  url,
  by: 'xhr',
  answer: { type: 'application/json', body: '{"result":true}' },
  ...rest,
});
const patches = (id: string, json: object) => call(`/api/v0/me/rate/${id}`, { method: 'PATCH', json });
const log = (json: object) => call('/api/v0/production-log-entries', { json });
const does = (
  name: string,
  page: SiteCase['page'],
  click: string,
  request: RecordedRequest,
  entries: ExpectedEntry | ExpectedEntry[] | null,
  rest: Partial<SiteCase> = {},
): SiteCase => ({
  name,
  about: 'do',
  page,
  act: [{ click }],
  sends: [request],
  expect: entries === null ? [] : [entries].flat(),
  ...rest,
});
const like = (id: string, path: string, on = '') =>
  `<p class="like-link-target" data-likeable-uid="viewing:${id}" data-likes-page="${path}likes/" data-owner="harbour"><a class="ajax-click-action ${on}" href="#">Like review</a></p>`;

export default defineCases([
  does('rates a film', film('the-tide-keeper'), '.rateit-range', patches('2aWW', { rating: 4.5 }), {
    kind: 'rating',
    object: { url: filmUrl('the-tide-keeper'), title: 'The Tide Keeper' },
    account: 'nora_fields',
    level: 'accepted',
  }),
  does(
    'takes the stars away',
    film('the-tide-keeper'),
    '.rateit-reset',
    patches('2aWW', { rating: null }),
    { kind: 'rating', undo: true, object: { url: filmUrl('the-tide-keeper') } },
    { about: 'undo', after: ['rates a film'] },
  ),
  does(
    'rates a film by the older form',
    film('low-water'),
    '.rateit-range',
    call('/s/film:51875/rate/', { form: { rating: '9', __csrf: 'x' } }),
    { kind: 'rating', object: { url: filmUrl('low-water') }, detail: { rating: '9/10' } },
    { about: 'layout' },
  ),
  does(
    'rates it anew',
    film('low-water'),
    '.rateit-range',
    call('/s/film:51875/rate/', { form: { rating: '6', __csrf: 'x' } }),
    { kind: 'rating', revises: true, object: { url: filmUrl('low-water') }, detail: { rating: '6/10' } },
    { about: 'edit', after: ['rates a film by the older form'] },
  ),
  does(
    'rates with the keyboard',
    film('spring-tide'),
    '',
    patches('3bXX', { rating: 3 }),
    { kind: 'rating', object: { url: filmUrl('spring-tide') } },
    { about: 'keyboard', act: [{ press: 'Enter', in: '.rateit-range' }] },
  ),
  does(
    'rates a poster in a list',
    {
      url: `${origin}/films/popular/`,
      html: `${nav('nora_fields')}<div class="film-poster" data-film-id="770" data-target-link="/film/neap-tide/" data-item-name="Neap Tide"><span class="rateit-range">★</span></div>`,
    },
    '.rateit-range',
    call('/s/film:770/rate/', { form: { rating: '8' } }),
    { kind: 'rating', object: { url: filmUrl('neap-tide'), title: 'Neap Tide' }, detail: { rating: '8/10' } },
    { about: 'layout' },
  ),
  does(
    'rates from a dialog far from any film',
    { url: `${origin}/nora_fields/films/diary/`, html: `${nav('nora_fields')}<button id="do">★</button>` },
    '#do',
    patches('4cYY', { rating: 4 }),
    { kind: 'rating', object: { url: 'https://boxd.it/4cYY' } },
    { about: 'layout' },
  ),
  does(
    'logs a film with a review, stars and a like',
    film('ebb'),
    '#do',
    log({
      productionId: '5dZZ',
      diaryDetails: { diaryDate: '2026-05-04', rewatch: false },
      review: { text: 'Slow, then not.', containsSpoilers: false },
      rating: 4.5,
      like: true,
      tags: [],
    }),
    [
      { kind: 'review', object: { url: filmUrl('ebb') }, detail: { rating: '4.5/5' } },
      { kind: 'like', object: { url: filmUrl('ebb') } },
    ],
  ),
  does('logs a film with stars', film('flood'), '#do', log({ productionId: '6eAA', rating: 2, tags: [] }), {
    kind: 'rating',
    object: { url: filmUrl('flood') },
    detail: { rating: '2/5' },
  }),
  does(
    'notes in the diary that a film was seen',
    film('calm'),
    '#do',
    log({ productionId: '7fBB', diaryDetails: { diaryDate: '2026-05-04' }, tags: [] }),
    null,
    { about: 'draft' },
  ),
  does('marks a film as watched', film('swell'), '#do', call('/s/film:771/watch/', { form: { watched: 'true' } }), {
    kind: 'other',
    object: { url: filmUrl('swell') },
    detail: { act: 'watched' },
  }),
  does(
    'likes a film',
    film('surge', '<span class="film-like-link-target"><a class="ajax">Like</a></span>'),
    '.film-like-link-target a',
    call('/s/film:772/like/', { form: { liked: 'true' } }),
    { kind: 'like', object: { url: filmUrl('surge') }, level: 'confirmed' },
    { then: [{ select: '.film-like-link-target', set: { class: 'film-like-link-target -on' } }] },
  ),
  does(
    'likes a film no longer',
    film('surge', '<span class="film-like-link-target -on"><a class="ajax">Like</a></span>'),
    '.film-like-link-target a',
    call('/s/film:772/like/', { form: { liked: 'false' } }),
    { kind: 'like', undo: true, object: { url: filmUrl('surge') } },
    {
      about: 'undo',
      after: ['likes a film'],
      then: [{ select: '.film-like-link-target', set: { class: 'film-like-link-target' } }],
    },
  ),
  does(
    'likes a review',
    film('surge', like('9001', '/harbour/film/surge/')),
    '.like-link-target a',
    call('/s/viewing:9001/like/', { form: { liked: 'true' } }),
    {
      kind: 'like',
      object: { url: `${origin}/harbour/film/surge/`, id: 'viewing:9001' },
      to: { name: 'harbour', url: `${origin}/harbour/` },
      level: 'confirmed',
    },
    { then: [{ select: '.like-link-target a', set: { class: 'ajax-click-action -on' } }] },
  ),
  does(
    'puts a film on the watchlist',
    film('wave', '<a class="film-watch-list-link-target">Watchlist</a>'),
    '.film-watch-list-link-target',
    call('/api/v0/me/watchlist/8gCC', { method: 'PATCH', json: { inWatchlist: true } }),
    { kind: 'bookmark', object: { url: filmUrl('wave') }, level: 'confirmed' },
    { then: [{ select: '.film-watch-list-link-target', set: { class: 'film-watch-list-link-target -on' } }] },
  ),
  does(
    'takes a film off the watchlist',
    film('wave', '<a class="film-watch-list-link-target -on">Watchlist</a>'),
    '.film-watch-list-link-target',
    call('/api/v0/me/watchlist/8gCC', { method: 'PATCH', json: { inWatchlist: false } }),
    { kind: 'bookmark', undo: true, object: { url: filmUrl('wave') } },
    {
      about: 'switch',
      after: ['puts a film on the watchlist'],
      then: [{ select: '.film-watch-list-link-target', set: { class: 'film-watch-list-link-target' } }],
    },
  ),
  does(
    'puts a film on the watchlist by the older form',
    film('foam'),
    '#do',
    call('/film/foam/add-to-watchlist/', { form: { __csrf: 'x' } }),
    { kind: 'bookmark', object: { url: filmUrl('foam') } },
    { about: 'layout' },
  ),
  does('follows somebody', film('foam'), '#do', call('/harbour/follow/', { form: { __csrf: 'x' } }), {
    kind: 'follow',
    object: { url: `${origin}/harbour/` },
    to: { name: 'harbour' },
  }),
  {
    name: 'the page looks things up',
    about: 'look-alike',
    page: film('salt'),
    act: [{ click: '#do' }],
    sends: [
      call('/s/check-viewingable-relation?viewingableUID=film:773', { method: 'GET' }),
      call('/s/autocompletefilm?q=salt', { method: 'GET' }),
      call('/s/full-text/viewing:9002/', { method: 'GET' }),
    ],
    expect: [],
  },
  does(
    'stars that are refused',
    film('brine'),
    '.rateit-range',
    { ...patches('9hDD', { rating: 1 }), answer: { status: 403 } },
    null,
    {
      about: 'refusal',
    },
  ),
  does(
    'rates while nobody is signed in',
    film('spray', '', null),
    '.rateit-range',
    patches('1iEE', { rating: 1 }),
    null,
    {
      about: 'signed-out',
    },
  ),
  does('a script of the page rates', film('shoal'), '', patches('1jFF', { rating: 1 }), null, {
    about: 'synthetic',
    act: [{ synthetic: '.rateit-range' }],
  }),
  {
    name: 'one press that sends twice is one rating',
    about: 'double',
    page: film('reef'),
    act: [{ click: '.rateit-range' }],
    sends: [patches('1kGG', { rating: 5 }), patches('1kGG', { rating: 5 })],
    expect: [{ kind: 'rating', object: { url: filmUrl('reef') } }],
  },
]);
