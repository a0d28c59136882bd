import { defineSite } from '../define.ts';
import type { RequestRule } from '../schema.ts';

/** Addresses name the operation; its hash changes with each version of the site. */
const operation = (names: string): RequestRule => ({
  method: ['POST', 'PUT'],
  url: '/orchestra/:app/graphql/:op{/*}?',
  where: [{ at: '/url/op', matches: names }],
});
const verbs = '^([Ss]ubmit|[Uu]pdate|[Aa]dd|[Cc]reate|[Vv]ote|[Mm]ark|[Pp]ost)\\w*';

export default defineSite({
  id: 'walmart',
  name: 'Walmart',
  version: 1,
  group: 'reviews',
  confidence: 'low',
  hosts: ['www.walmart.com', 'www.walmart.ca'],
  account: {
    name: { of: 'page', select: '[data-automation-id="account-first-name"], [data-testid="account-first-name"]' },
    url: '{origin}/account',
    signedOut: 'header a[href*="/account/login"]',
  },
  items: [
    {
      select: '[data-testid="enhanced-review-content"], [data-review-id], li:has(button[aria-label*="helpful" i])',
      read: {
        id: [{ attr: 'data-review-id' }, { select: '[data-review-id]', attr: 'data-review-id' }],
        title: { of: 'page', select: 'h1' },
      },
    },
  ],
  page: {
    title: { of: 'page', select: 'h1' },
    stars: { of: 'page', select: '[name*="rating" i]:checked', attr: 'value' },
  },
  composers: ['form textarea'],
  private: { paths: ['/messages*', '/seller/*/contact*'] },
  actions: [
    {
      id: 'review',
      kind: 'review',
      request: operation(`${verbs}Review`),
      draft: [{ at: '/url/op', matches: 'Draft|Vote|Helpful|Feedback|Report|Media|Photo' }],
      take: { item: { from: '/page/url', via: [{ match: '/write-review(?:/|[?&]productId=)(\\d+)' }] } },
      object: { url: '{origin}/ip/{item}', id: '{item}' },
      detail: { rating: { from: '/page/stars', via: [{ match: '^([1-5])$' }, { format: '{}/5' }] } },
    },
    {
      id: 'helpful',
      kind: 'vote',
      also: true,
      demand: true,
      request: operation(`${verbs}(Vote|Helpful|Feedback)`),
      control: {
        select: 'button[aria-label*="helpful" i]:not([aria-label*="not helpful" i], [aria-label*="unhelpful" i])',
        on: '[aria-pressed="true"]',
        alone: true,
      },
      undo: 'toggle',
      take: {
        item: { from: '/page/url', via: [{ match: '/(?:reviews/product|ip|ip/[\\w%-]+)/(\\d+)' }] },
        review: { from: ['/json/variables/reviewId', '/json/variables/input/reviewId', '/page/id'] },
      },
      object: { url: '{origin}/reviews/product/{item}#review-{review}', id: '{review}' },
      detail: { vote: { text: 'up' } },
    },
  ],
  unseen: [
    'Changes to a review, reports, and votes against one.',
    'Votes where neither request nor page names the review.',
    'Questions and answers, and lists, which are for shopping.',
  ],
  sources: [
    'Clients of the calls that read products and reviews (2021-2026), links to the form for reviews (2021-2026)',
  ],
});
