import { defineSite } from '../define.ts';
import type { RequestRule } from '../schema.ts';

/** The newer pages write to a host of Amazon's. */
const api = 'https://kxbwmqov6jgg3daaamb744ycu4.appsync-api.us-east-1.amazonaws.com/graphql';
const operation = (name: string): RequestRule => ({ url: api, where: [{ at: '/json/operationName', is: name }] });
const mutation: RequestRule = { url: api, where: [{ at: '/json/query', matches: '^\\s*mutation' }] };

/** The request names a book by another id than its address: the card around the press, else the page, knows that. */
const book = { from: '/page/url', via: [{ match: '/book/show/(\\d+)' }] };
const bookUrl = 'https://www.goodreads.com/book/show/{book}';
const byNumber = 'https://www.goodreads.com/book/show/';
const label = '[data-testid="book-actions"] button[aria-label*="shel" i], .BookActions button[aria-label*="shel" i]';

export default defineSite({
  id: 'goodreads',
  name: 'Goodreads',
  version: 1,
  group: 'reviews',
  confidence: 'medium',
  hosts: ['www.goodreads.com'],
  account: {
    name: {
      of: 'page',
      select: '.Header a[href*="/user/show/"], .siteHeader a[href*="/user/show/"]',
      attr: 'href',
      match: '/user/show/(\\d+)',
    },
    url: 'https://www.goodreads.com/user/show/{account}',
    signedOut: '.Header a[href*="/user/sign_in"], .siteHeader a[href*="/user/sign_in"]',
  },
  items: [
    {
      select: '.BookCard, .BookListItem, [itemtype="http://schema.org/Book"]',
      read: {
        url: { select: 'a[href*="/book/show/"]', attr: 'href' },
        title: [{ select: '.BookCard__title' }, { select: 'a.bookTitle, h3 a' }],
        stars: { of: 'control', attr: 'aria-label', match: '([1-5])' },
      },
    },
  ],
  page: {
    title: [{ select: '[data-testid="bookTitle"]' }, { select: 'a.bookTitle' }],
    stars: { of: 'control', attr: 'aria-label', match: '([1-5])' },
  },
  composers: ['textarea[name="review[review]"]', '#review_review_usertext'],
  private: { paths: ['/message', '/message/*'] },
  actions: [
    {
      id: 'shelve',
      kind: 'bookmark',
      request: operation('ShelveBook'),
      control: { select: label, on: '[aria-label^="Shelved"]' },
      take: { book },
      object: { url: bookUrl, id: '{book}' },
      confidence: 'high',
    },
    {
      id: 'unshelve',
      kind: 'bookmark',
      undo: true,
      request: operation('UnshelveBook'),
      take: { book },
      object: { url: bookUrl, id: '{book}' },
      confidence: 'high',
    },
    {
      id: 'rate',
      kind: 'rating',
      demand: true,
      request: mutation,
      control: { select: '.BookRatingStars button[aria-label^="Rate"]' },
      take: { book },
      object: { url: bookUrl, id: '{book}' },
      detail: { rating: { from: '/page/stars', via: [{ format: '{}/5' }] } },
    },
    {
      id: 'shelve-by-form',
      kind: 'bookmark',
      request: { url: '/shelf/add_to_shelf', where: [{ at: '/form/book_id', present: true }] },
      object: { url: `${byNumber}{form.book_id}`, id: '{form.book_id}' },
      undo: [{ at: '/form/a', is: 'remove' }],
    },
    {
      id: 'review',
      kind: 'review',
      request: { url: '/review/edit/:id(\\d+)', where: [{ at: '/form/review[review]', present: true }] },
      control: { select: 'form[action*="/review/"]', submits: true },
      object: { url: `${byNumber}{url.id}`, id: '{url.id}' },
      detail: { rating: { from: '/form/review[rating]', via: [{ match: '^([1-5])$' }, { format: '{}/5' }] } },
      refusedAt: ['/user/sign_in'],
    },
    {
      id: 'rate-by-form',
      kind: 'rating',
      request: { url: '/review/edit/:id(\\d+)', where: [{ at: '/form/review[rating]', matches: '^[0-5]$' }] },
      control: { select: 'form[action*="/review/"]', submits: true },
      object: { url: `${byNumber}{url.id}`, id: '{url.id}' },
      detail: { rating: { from: '/form/review[rating]', via: [{ match: '^([1-5])$' }, { format: '{}/5' }] } },
      undo: [{ at: '/form/review[rating]', is: '0' }],
      refusedAt: ['/user/sign_in'],
    },
  ],
  unseen: [
    'Likes and comments on reviews on the newer pages.',
    'A change to a review: it looks like a new one.',
    'Groups, quotes, lists and challenges.',
  ],
  sources: [
    'gr8monk3ys/goodreads docs/superpowers/research/write-flows-captured.md (2026-06)',
    'Userscripts (2019-2026)',
  ],
});
