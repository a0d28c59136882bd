import { defineSite } from '../define.ts';
import type { RequestRule, Value } from '../schema.ts';

/** Bodies hold several operations, named by a hash: of each is said whether it changes something. */
const change: RequestRule = {
  url: '/gql/batch{/}?',
  decode: ['json', { each: '/json' }],
  where: [
    {
      any: [
        { at: '/item/extensions/operationType', is: 'mutation' },
        { at: '/item/query', matches: '^\\s*mutation' },
      ],
    },
  ],
};
const names = ['Helpful', 'Thanks', 'Love this', 'Oh no', 'Useful', 'Funny', 'Cool'];
const variables = (name: string) => [`/item/variables/${name}`, `/item/variables/input/${name}`];
const ids = [...variables('reviewEncId'), ...variables('encReviewId'), ...variables('reviewId')];
const review: Value = { from: [...ids, '/page/id'], via: [{ match: '^([\\w-]{22})$' }] };

export default defineSite({
  id: 'yelp',
  name: 'Yelp',
  version: 1,
  group: 'reviews',
  confidence: 'low',
  hosts: [
    'www.yelp.com',
    'm.yelp.com',
    'www.yelp.ca',
    'www.yelp.co.uk',
    'www.yelp.ie',
    'www.yelp.com.au',
    'www.yelp.co.nz',
    'www.yelp.de',
    'www.yelp.at',
    'www.yelp.ch',
    'www.yelp.fr',
    'www.yelp.be',
    'www.yelp.it',
    'www.yelp.es',
    'www.yelp.nl',
    'www.yelp.pl',
    'www.yelp.se',
    'www.yelp.dk',
    'www.yelp.no',
    'www.yelp.com.br',
    'www.yelp.com.mx',
    'www.yelp.co.jp',
    'www.yelp.com.sg',
  ],
  account: {
    name: {
      of: 'page',
      select: 'header a[href*="/user_details?userid="]',
      attr: 'href',
      match: 'userid=([\\w-]+)',
    },
    url: '{origin}/user_details?userid={account}',
    signedOut: 'header a[href*="/login"]',
  },
  items: [
    {
      select: '[data-review-id], li:has(a[href*="/user_details?userid="])',
      read: {
        id: [
          { attr: 'data-review-id' },
          { select: '[data-review-id]', attr: 'data-review-id' },
          { select: 'a[href*="hrid="]', attr: 'href', match: '[?&]hrid=([\\w-]{22})' },
        ],
        author: { select: 'a[href*="/user_details?userid="]:not(:has(img))' },
        authorUrl: { select: 'a[href*="/user_details?userid="]', attr: 'href', match: '^([^&#]+)' },
        reaction: { of: 'control', attr: 'aria-label', match: `^(${names.join('|')})` },
        title: { of: 'page', select: 'h1' },
      },
    },
  ],
  page: {
    title: { of: 'page', select: 'h1' },
    stars: { of: 'page', select: 'input[name="rating"]:checked', attr: 'value' },
    biz: { of: 'page', select: 'h1 a[href*="/biz/"], main a[href*="/biz/"]', attr: 'href', match: '(/biz/[^/?#]+)' },
  },
  composers: ['form textarea', 'form [contenteditable="true"]'],
  private: { paths: ['/mail', '/mail/*', '/messaging/*', '/raq/*'] },
  actions: [
    {
      id: 'react',
      kind: 'like',
      demand: true,
      request: change,
      control: {
        select: names.map((name) => `button[aria-label^="${name}"][aria-pressed]`).join(', '),
        on: '[aria-pressed="true"]',
        alone: true,
      },
      undo: 'toggle',
      take: { review, biz: { from: '/page/url', via: [{ match: '/biz/([^/?#]+)' }] } },
      target: { from: ids, via: [{ match: '^([\\w-]{22})$' }] },
      object: { url: '{origin}/biz/{biz}?hrid={review}', id: '{review}' },
      detail: { reaction: { from: '/page/reaction', via: ['lower'] } },
    },
    {
      id: 'review',
      kind: 'review',
      also: true,
      demand: true,
      request: [change, { url: '/writeareview/*' }],
      control: {
        select: 'form:has(textarea, [contenteditable="true"]) button[type="submit"]',
        submits: true,
      },
      draft: [{ at: '/item/operationName', matches: 'Draft|Autosave' }],
      take: {
        // Questions are asked in a form too, on the page of the place: only the form for reviews is meant.
        at: { from: '/page/url', via: [{ match: '^(https://[^/]+)/writeareview/' }] },
        form: { from: '/page/url', via: [{ match: '/writeareview/biz/([^/?#]+)' }] },
        biz: { from: ['/page/biz', '/page/url'], via: [{ match: '/biz/([^/?#]+)' }] },
      },
      object: { url: '{at}/biz/{biz}', id: '{form}' },
      detail: { rating: { from: '/page/stars', via: [{ match: '^([1-5])$' }, { format: '{}/5' }] } },
      refusedAt: ['/login', '/login/*'],
    },
  ],
  unseen: [
    'Reactions where a review does not tell its number, where buttons show no state, or in languages other than English.',
    'A change to a review: it looks like a new one.',
    'Tips, photos, questions, collections and compliments.',
  ],
  sources: ['Clients of the calls that read reviews (2024-2026); links to the form for reviews (2015-2026)'],
});
