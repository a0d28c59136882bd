import { defineSite } from '../define.ts';
import type { Action, Test } from '../schema.ts';

/** The page of a film: `/film/<slug>/`. Requests name it by number (`film:51875`) or by a short id (`2aWW`). */
const film = {
  from: ['/page/film', '/page/url'],
  via: [{ match: '(/film/[^/?#]+/)' }, { format: 'https://letterboxd.com{}' }],
};
const number = (from: string) => ({ from, via: ['percent' as const, { match: '^film:(\\d+)$' }] });
const lid = (from: string) => ({ from, via: [{ match: '^([0-9a-zA-Z]+)$' }] });
const onFilm = (from: string): Pick<Action, 'take' | 'target' | 'object'> => ({
  take: { film, lid: lid(from) },
  target: number(from),
  object: { url: ['{film}', 'https://boxd.it/{lid}'] },
});
const yes = (field: string): Test[] => [{ at: `/form/${field}`, is: ['true', 'false'] }];
const no = (field: string): Test[] => [{ at: `/form/${field}`, is: 'false' }];
const uid = (things: string): Test => ({ at: '/url/uid', matches: `^(${things}):` });

/** Half stars are whole steps of ten on the older form and numbers from 0.5 to 5 on the newer interface. */
const halves = { from: '/form/rating', via: [{ match: '^([1-9]|10)$' }, { format: '{}/10' }] };
const stars = {
  from: '/json/rating',
  via: [{ match: '^(0\\.5|[1-4](?:\\.5)?|5)(?:\\.0)?$' }, { format: '{}/5' }],
};

const flag = (id: string, kind: Action['kind'], path: string, field: string, things: string): Action => ({
  id,
  kind,
  request: { url: `/s/:uid/${path}{/}?`, where: [uid(things), ...yes(field)] },
  ...onFilm('/url/uid'),
  undo: no(field),
});

export default defineSite({
  id: 'letterboxd',
  name: 'Letterboxd',
  version: 1,
  group: 'reviews',
  confidence: 'high',
  hosts: ['letterboxd.com', 'www.letterboxd.com'],
  apiHosts: ['api.letterboxd.com'],
  account: {
    name: { of: 'page', select: '.main-nav .nav-account a[href]', attr: 'href', match: 'letterboxd\\.com/([^/?#]+)/' },
    url: 'https://letterboxd.com/{account}/',
    signedOut: '.main-nav .sign-in-menu, .main-nav a[href*="/sign-in"]',
  },
  items: [
    {
      select: '.like-link-target[data-likeable-uid]',
      read: {
        id: { attr: 'data-likeable-uid' },
        review: { attr: 'data-likes-page', match: '^(/.+/)likes/' },
        author: { attr: 'data-owner' },
      },
    },
    {
      select: '[data-film-id], [data-postered-identifier]',
      read: {
        id: [{ attr: 'data-film-id' }, { attr: 'data-postered-identifier', match: 'film:(\\d+)' }],
        film: [{ attr: 'data-target-link' }, { attr: 'data-item-link' }, { select: 'a[href*="/film/"]', attr: 'href' }],
        title: [{ attr: 'data-item-name' }, { of: 'page', select: 'h1.headline-1 .name, h1.filmtitle .name' }],
        clears: { of: 'control', attr: 'class', match: '(rateit-reset)' },
      },
    },
  ],
  page: {
    title: { select: 'h1.headline-1 .name, h1.filmtitle .name' },
    clears: { of: 'control', attr: 'class', match: '(rateit-reset)' },
  },
  composers: ['textarea[name="review"]', 'textarea[name="comment"]'],
  actions: [
    {
      id: 'rate',
      kind: 'rating',
      request: { method: 'PATCH', url: '/api/v0/me/rate/:film{/}?' },
      control: { select: '.rateit-range, .rateit-reset' },
      ...onFilm('/url/film'),
      detail: { rating: stars },
      // Chromium does not show what a PATCH says: there the control tells.
      undo: [
        {
          any: [
            { at: '/json/rating', is: null },
            { at: '/page/clears', present: true },
          ],
        },
      ],
    },
    {
      id: 'rate-by-form',
      kind: 'rating',
      request: { url: '/s/:uid/rate{/}?', where: [uid('film'), { at: '/form/rating', matches: '^\\d+$' }] },
      control: { select: '.rateit-range, .rateit-reset' },
      ...onFilm('/url/uid'),
      detail: { rating: halves },
      undo: [{ at: '/form/rating', is: '0' }],
    },
    // One press of "Save" can be a review, stars and a like; the diary alone is a note to oneself.
    {
      id: 'review',
      kind: 'review',
      request: {
        url: ['/api/v0/production-log-entries', '/api/v0/log-entries'],
        where: [{ at: '/json/review/text', present: true }],
      },
      take: { film, lid: lid('/json/productionId') },
      object: { url: ['{film}', 'https://boxd.it/{lid}'] },
      detail: { rating: stars },
    },
    {
      id: 'rate-in-log',
      kind: 'rating',
      request: {
        url: ['/api/v0/production-log-entries', '/api/v0/log-entries'],
        where: [{ at: '/json/rating', present: true }],
      },
      take: { film, lid: lid('/json/productionId') },
      object: { url: ['{film}', 'https://boxd.it/{lid}'] },
      detail: { rating: stars },
    },
    {
      id: 'like-in-log',
      kind: 'like',
      also: true,
      request: {
        url: ['/api/v0/production-log-entries', '/api/v0/log-entries'],
        where: [{ at: '/json/like', is: true }],
      },
      take: { film, lid: lid('/json/productionId') },
      object: { url: ['{film}', 'https://boxd.it/{lid}'] },
    },
    { ...flag('watch', 'other', 'watch', 'watched', 'film'), detail: { act: { text: 'watched' } } },
    {
      ...flag('like-film', 'like', 'like', 'liked', 'film'),
      control: { select: '.film-like-link-target, [data-track-action="Liked"]', on: '.-on, :has(.-on)' },
      confidence: 'medium',
    },
    {
      id: 'like-review',
      kind: 'like',
      request: { url: '/s/:uid/like{/}?', where: [uid('viewing|filmlist|list'), ...yes('liked')] },
      target: '/url/uid',
      control: { select: '.like-link-target .ajax-click-action', on: '.-on' },
      object: { url: '{origin}{page.review}', id: '{url.uid}' },
      to: { name: '/page/author', url: 'https://letterboxd.com/{page.author}/' },
      undo: no('liked'),
      confidence: 'medium',
    },
    {
      id: 'watchlist',
      kind: 'bookmark',
      request: { method: 'PATCH', url: '/api/v0/me/watchlist/:film{/}?' },
      // The request's body says which way; so does the control.
      control: { select: '.film-watch-list-link-target, [data-track-action="Watchlist"]', on: '.-on, :has(.-on)' },
      ...onFilm('/url/film'),
      undo: 'toggle',
    },
    {
      id: 'watchlist-by-form',
      kind: 'bookmark',
      request: { url: '/film/:slug/:way(add-to-watchlist|remove-from-watchlist){/}?' },
      object: { url: 'https://letterboxd.com/film/{url.slug}/', id: '{url.slug}' },
      undo: [{ at: '/url/way', is: 'remove-from-watchlist' }],
    },
    {
      id: 'follow',
      kind: 'follow',
      request: { url: '/:name/:way(follow|unfollow){/}?' },
      object: { url: 'https://letterboxd.com/{url.name}/', id: '{url.name}' },
      to: { name: '/url/name', url: 'https://letterboxd.com/{url.name}/' },
      undo: [{ at: '/url/way', is: 'unfollow' }],
      confidence: 'low',
    },
  ],
  unseen: [
    'Comments and lists: their requests are not known well enough.',
    'Stars given with the arrow keys.',
    'How many stars you gave, where the browser does not show what the page sends.',
    'A diary entry without a review, stars or a like: that is a note to yourself.',
  ],
  sources: [
    'A public extension that watches Letterboxd ratings, and its tests (2026)',
    'Userscripts and clients (2022-2026)',
  ],
});
