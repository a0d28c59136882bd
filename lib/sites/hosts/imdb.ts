import { defineSite } from '../define.ts';
import type { Action, RequestRule, Test } from '../schema.ts';

const api = 'https://api.graphql.imdb.com/';
const titleUrl = 'https://www.imdb.com/title/{id}/';

/** A mutation whose name is not known: believed only together with the control that was pressed. */
const mutation: RequestRule = {
  url: api,
  where: [
    {
      any: [
        { at: '/json/query', matches: '^\\s*mutation' },
        { at: '/json/operationName', matches: '^(Add|Create|Update|Set|Vote|Mark|Remove|Delete)' },
      ],
    },
  ],
};
const named = (operation: string): RequestRule => ({
  url: api,
  where: [{ at: '/json/operationName', is: operation } satisfies Test],
});

const onTitle = {
  take: { id: '/json/variables/titleId' },
  target: '/json/variables/titleId',
  object: { url: titleUrl, id: '{id}' },
  refusal: 'hidden',
} satisfies Partial<Action>;
/** The bar on a title's own page, which shows the person's number of stars. */
const stars = {
  shows: '[data-testid="hero-rating-bar__user-rating"]',
  on: ':has([data-testid="hero-rating-bar__user-rating__score"])',
};

const helpful = (way: 'up' | 'down'): Action => ({
  id: way === 'up' ? 'helpful' : 'not-helpful',
  kind: 'vote',
  also: true,
  demand: true,
  request: mutation,
  control: { select: `button.ipc-voting__icon--${way}` },
  object: { url: 'https://www.imdb.com/review/{page.review}/', id: '{page.review}' },
  detail: { vote: { text: way } },
  refusal: 'hidden',
  confidence: 'low',
});

export default defineSite({
  id: 'imdb',
  name: 'IMDb',
  version: 1,
  group: 'reviews',
  confidence: 'medium',
  hosts: ['www.imdb.com', 'm.imdb.com'],
  account: {
    name: { of: 'page', select: '.navbar__user-menu-toggle__name' },
    url: 'https://www.imdb.com/',
    signedOut: '.imdb-header__signin-text',
  },
  items: [
    {
      select: 'article:has(.ipc-voting)',
      read: {
        review: { select: 'a[href*="/review/rw"]', attr: 'href', match: '/review/(rw\\d+)' },
        author: { select: '[data-testid="author-link"]' },
        authorUrl: { select: '[data-testid="author-link"]', attr: 'href', match: '^([^?#]+)' },
        title: { of: 'page', select: 'h2, h1' },
      },
    },
    {
      select: '.ipc-metadata-list-summary-item',
      read: {
        id: { select: 'a[href*="/title/tt"]', attr: 'href', match: '/title/(tt\\d+)' },
        title: { select: '.ipc-title__text' },
      },
    },
    {
      select: 'section:has([data-testid^="hero-rating-bar__user-rating"])',
      read: {
        id: { of: 'page', select: 'link[rel="canonical"]', attr: 'href', match: '/title/(tt\\d+)' },
        title: { select: 'h1' },
      },
    },
  ],
  page: {
    id: { select: 'link[rel="canonical"]', attr: 'href', match: '/title/(tt\\d+)' },
    title: { select: 'h1' },
  },
  actions: [
    {
      id: 'rate',
      kind: 'rating',
      request: named('UpdateTitleRating'),
      control: { select: '.ipc-rating-prompt__rating-container > .ipc-btn', ...stars },
      ...onTitle,
      detail: {
        rating: { from: '/json/variables/rating', via: [{ match: '^([1-9]|10)$' }, { format: '{}/10' }] },
      },
      confidence: 'high',
    },
    {
      id: 'unrate',
      kind: 'rating',
      undo: true,
      request: named('DeleteTitleRating'),
      control: { select: '.ipc-rating-prompt__rating-container .ipc-btn', ...stars },
      ...onTitle,
    },
    {
      id: 'watchlist',
      kind: 'bookmark',
      also: true,
      demand: true,
      undo: 'toggle',
      request: mutation,
      control: { select: '[data-testid="tm-box-wl-button"]', on: '[aria-pressed="true"]', alone: true },
      take: { id: { from: ['/page/id', '/page/url'], via: [{ match: '(tt\\d+)' }] } },
      object: { url: titleUrl, id: '{id}' },
      refusal: 'hidden',
      confidence: 'low',
    },
    helpful('up'),
    helpful('down'),
  ],
  unseen: [
    'Reviews and corrections, which are written on another host.',
    'Lists, and titles marked as watched.',
    'Whether a vote on a review was taken back.',
  ],
  sources: [
    'Importers and extensions that rate on IMDb (2020-2026)',
    'Page tests of others with the test ids of IMDb (2023-2026)',
  ],
});
