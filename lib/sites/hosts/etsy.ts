import { defineSite } from '../define.ts';
import type { Value } from '../schema.ts';

const listing: Value = { from: ['/page/id', '/page/url'], via: [{ match: '(?:^|/listing/)(\\d{6,})' }] };
/** Addresses begin with the language where the shop is not shown in its own. */
const listingUrl = 'https://www.etsy.com/listing/{id}';

export default defineSite({
  id: 'etsy',
  name: 'Etsy',
  version: 1,
  group: 'reviews',
  confidence: 'medium',
  hosts: ['www.etsy.com'],
  account: {
    name: { of: 'page', select: 'header a[href*="/people/"]', attr: 'href', match: '/people/([\\w-]+)' },
    url: 'https://www.etsy.com/people/{account}',
    signedOut: 'header .signin-header-action, header button.select-signin',
  },
  items: [
    // A form for a review, in the list of what was bought or in a dialog over it.
    {
      select: '[data-transaction-id], [role="dialog"]:has(textarea)',
      read: {
        id: { select: 'a[href*="/listing/"]', attr: 'href', match: '/listing/(\\d+)' },
        title: { select: 'a[href*="/listing/"]' },
        stars: { select: 'input[name*="rating"]:checked', attr: 'value' },
      },
    },
    {
      select: '[data-favorite-button-wrapper], button[data-listing-id]',
      read: {
        id: { select: '[data-listing-id]', attr: 'data-listing-id' },
        title: { of: 'page', select: 'h1[data-buy-box-listing-title]' },
      },
    },
  ],
  composers: ['[data-transaction-id] textarea', '[role="dialog"] textarea'],
  private: { paths: ['/messages', '/messages/*', '/:language/messages*', '/your/messages/*', '/conversations/*'] },
  actions: [
    {
      id: 'favorite',
      kind: 'bookmark',
      control: {
        select: 'button[data-accessible-btn-fave], button[data-ui="favorite-listing-button"]',
        on: ':has([data-favorited-icon]:not(.wt-display-none)):not(:has([data-not-favorited-icon].wt-display-block))',
        // What is sent was in no source: the heart and its filling are.
        alone: true,
      },
      undo: 'toggle',
      take: { id: listing },
      object: { url: listingUrl, id: '{id}' },
      confidence: 'high',
    },
    {
      id: 'review',
      kind: 'review',
      demand: true,
      // Reads are written to `specs/…` by POST.
      request: {
        method: ['POST', 'PUT'],
        url: '/api/v3/ajax/member/*',
        where: [{ at: '/path', matches: '/(reviews?|feedback)(/|$)' }],
      },
      control: {
        select: ':is([data-transaction-id], [role="dialog"]):has(textarea) button[type="submit"]',
        submits: true,
      },
      draft: [{ at: '/path', matches: '/specs/|draft' }],
      take: { id: listing },
      object: { url: listingUrl, id: '{id}' },
      detail: { rating: { from: '/page/stars', via: [{ match: '^([1-5])$' }, { format: '{}/5' }] } },
      confidence: 'low',
    },
  ],
  unseen: [
    'Changes to a review, and whether reviews of others are helpful.',
    'Shops that you follow, and lists of favourites.',
    'A review that is sent in a way that is not known.',
  ],
  sources: ['Saved pages with their hearts (2023-2026), page tests', 'Parsers that read reviews by POST (2024-2026)'],
});
