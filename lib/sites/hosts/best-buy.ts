import { defineSite } from '../define.ts';
import type { Control, Value } from '../schema.ts';

/** The number of a product in all the addresses it has had. */
const sku: Value = {
  from: ['/page/url'],
  via: [{ match: '(?:/submission/|/sku/|/reviews/[\\w-]+/|/questions/[\\w-]+/|skuId=|/)(\\d{7,8})(?:[./?#&]|$)' }],
};
const product = 'https://www.bestbuy.com/site/{sku}.p?skuId={sku}';
const submit: Control = { select: 'form:has(textarea) button[type="submit"]', submits: true };
const reviewId: Value = { from: ['/path', '/page/id'], via: [{ match: '(?:/reviews/|^)([\\w-]{6,})' }] };

export default defineSite({
  id: 'best-buy',
  name: 'Best Buy',
  version: 1,
  group: 'reviews',
  confidence: 'low',
  hosts: ['www.bestbuy.com'],
  account: {
    name: { of: 'page', select: '[data-lid="hdr_signin"] .account-name, #account-menu-account-button .v-p-right-xxs' },
    url: 'https://www.bestbuy.com/',
    signedOut: '[data-lid="ubr_myaccount_signin"], header a[href*="/identity/signin"]',
  },
  items: [
    {
      select: '.review-item, [data-review-id], li:has(.helpfulness-button)',
      read: {
        id: [{ attr: 'data-review-id' }, { attr: 'id', match: 'review-([\\w-]+)$' }],
        title: { of: 'page', select: 'h1' },
      },
    },
  ],
  page: {
    title: { of: 'page', select: 'h1' },
    stars: { of: 'page', select: '[name*="rating" i]:checked', attr: 'value' },
  },
  composers: ['form textarea'],
  actions: [
    {
      id: 'helpful',
      kind: 'vote',
      demand: true,
      request: { method: ['POST', 'PUT'], url: '/ugc/v2/*' },
      control: {
        select: '.helpfulness-button:not([aria-label*="unhelpful" i], [data-track*="Unhelpful"])',
        on: '[aria-pressed="true"], [disabled]',
        alone: true,
      },
      take: { sku, review: reviewId },
      target: { from: '/path', via: [{ match: '/reviews/([\\w-]{6,})' }] },
      object: { url: [`${product}#review-{review}`, `${product}#reviews`], id: '{review}' },
      detail: { vote: { text: 'up' } },
    },
    {
      id: 'review',
      kind: 'review',
      also: true,
      demand: true,
      request: {
        method: ['POST', 'PUT'],
        url: ['/ugc/v2/*', '/site/reviews/submission/*'],
        where: [{ at: '/path', matches: 'reviews?(/|$)|/submission/' }],
      },
      control: submit,
      draft: [{ at: '/path', matches: 'draft|preview|photo|media|feedback|validate' }],
      take: { sku: { from: '/page/url', via: [{ match: '/reviews/submission/(\\d{7,8})' }] } },
      object: { url: product, id: '{sku}' },
      detail: { rating: { from: '/page/stars', via: [{ match: '^([1-5])$' }, { format: '{}/5' }] } },
    },
    {
      id: 'ask',
      kind: 'post',
      also: true,
      demand: true,
      request: { url: '/ugc/v2/questions{/}?' },
      control: submit,
      take: { sku },
      object: { url: product, id: '{sku}' },
    },
    {
      id: 'answer',
      kind: 'answer',
      also: true,
      demand: true,
      request: { url: ['/ugc/v2/questions/:question/answers{/}?', '/ugc/v2/answers{/}?'] },
      control: submit,
      take: { sku },
      object: { url: [`${product}#question-{url.question}`, `${product}#questions`], id: '{url.question}' },
    },
  ],
  unseen: [
    'Changes to a review, reports, and votes against one.',
    'Votes where the review does not tell its number: two of one product look like one.',
    'Lists of saved products.',
  ],
  sources: [
    'Clients of the calls that read reviews and questions (2019-2026), a parser with the button for votes (2025)',
  ],
});
