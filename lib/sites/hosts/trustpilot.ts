import { defineSite } from '../define.ts';
import type { Action, Control } from '../schema.ts';

const byId = [{ match: '([0-9a-f]{24})' }];
const useful: Control = {
  select: 'button[name="find-useful"], [data-find-useful-button]',
  on: '[aria-pressed="true"]',
};
/** How a vote travels is not known; that a write names the review, right after the press, is. */
const onReview: Omit<Action, 'id' | 'request' | 'control'> = {
  kind: 'vote',
  demand: true,
  take: { id: { from: ['/path', '/json/reviewId', '/page/id', '/page/url'], via: byId } },
  target: { from: ['/path', '/json/reviewId'], via: byId },
  object: { url: '{origin}/reviews/{id}', id: '{id}' },
  detail: { vote: { text: 'up' } },
};
const namesReview = [
  {
    any: [
      { at: '/path', matches: '[0-9a-f]{24}' },
      { at: '/json/reviewId', matches: '^[0-9a-f]{24}$' },
    ],
  },
];

export default defineSite({
  id: 'trustpilot',
  name: 'Trustpilot',
  version: 1,
  group: 'reviews',
  confidence: 'medium',
  hosts: ['*.trustpilot.com'],
  account: {
    name: {
      of: 'page',
      select: 'header a[href*="/users/"], nav a[href*="/users/"]',
      attr: 'href',
      match: '/users/([0-9a-f]{24})',
    },
    url: 'https://www.trustpilot.com/users/{account}',
    signedOut: 'header a[href*="/users/connect"], nav a[href*="/users/connect"]',
  },
  items: [
    {
      select: 'article[data-service-review-card-paper], article:has([data-consumer-name-typography])',
      read: {
        id: { select: 'a[href*="/reviews/"]', attr: 'href', match: '/reviews/([0-9a-f]{24})' },
        author: { select: '[data-consumer-name-typography]' },
        authorUrl: { select: 'a[href*="/users/"]', attr: 'href', match: '^([^?#]+/users/[0-9a-f]{24})' },
        title: { of: 'page', select: '#business-unit-title h1, h1' },
      },
    },
    {
      select: 'body:has(textarea)',
      read: { title: { select: 'h1' }, stars: { select: 'input[type="radio"]:checked', attr: 'value' } },
    },
  ],
  composers: ['form textarea'],
  actions: [
    {
      id: 'useful',
      ...onReview,
      request: { method: ['POST', 'PUT'], url: '/api/*', where: namesReview },
      control: { ...useful, alone: true },
      undo: 'toggle',
    },
    {
      id: 'not-useful-any-more',
      ...onReview,
      request: { method: 'DELETE', url: '/api/*', where: namesReview },
      control: useful,
      undo: true,
    },
    {
      id: 'review',
      kind: 'review',
      also: true,
      demand: true,
      request: { url: ['/api/*', '/evaluate/*'], where: [{ at: '/path', matches: 'review|^/evaluate/' }] },
      control: { select: 'form:has(textarea) button[type="submit"]', submits: true },
      take: { domain: { from: '/page/url', via: [{ match: '/evaluate/(?:embed/)?([\\w.-]+)' }] } },
      object: { url: '{origin}/review/{domain}', id: '{domain}' },
      detail: { rating: { from: '/page/stars', via: [{ match: '^([1-5])$' }, { format: '{}/5' }] } },
      to: { name: { text: '' } },
      refusedAt: ['/users/connect'],
      confidence: 'low',
    },
  ],
  unseen: [
    'Changes to a review, and reviews that are deleted: both happen on your profile.',
    'Reports of reviews, which are sent from a dialog of their own.',
    'Replies of companies, which are written on another host.',
  ],
  sources: ['Saved pages of reviews (2024) and page parsers (2022-2026)'],
});
