import { defineSite } from '../define.ts';
import type { Action, Value } from '../schema.ts';

const review: Value = { from: ['/path', '/page/id'], via: [{ match: '(?:-review-|^)(\\d+)' }] };
const helpful = {
  kind: 'vote',
  demand: true,
  take: { review },
  target: { from: '/path', via: [{ match: '-review-(\\d+)' }] },
  object: { url: ['{page.review}', '{origin}/survey_responses/{review}'], id: '{review}' },
  detail: { vote: { text: 'up' } },
} satisfies Partial<Action>;
const button = {
  select:
    'form[action*="helpful"] button, form[action*="/votes"] button, a[data-method][href*="helpful"], button[aria-label*="helpful" i]',
  on: '[aria-pressed="true"], .is-active',
};
const isVote = [{ at: '/path', matches: 'helpful|votes?(/|$)' }];

export default defineSite({
  id: 'g2',
  name: 'G2',
  version: 1,
  group: 'reviews',
  confidence: 'low',
  hosts: ['www.g2.com'],
  account: {
    name: {
      of: 'page',
      select: 'header a[href*="/users/"], nav a[href*="/users/"]',
      attr: 'href',
      match: '/users/([\\w-]+)',
    },
    url: 'https://www.g2.com/users/{account}',
    signedOut: 'header a[href*="/login"], nav a[href*="/login"]',
  },
  items: [
    {
      select: '[itemprop="review"], article:has(a[href*="-review-"]), .paper:has(a[href*="-review-"])',
      read: {
        review: { select: 'a[href*="-review-"]', attr: 'href', match: '^([^?#]+)' },
        id: { select: 'a[href*="-review-"]', attr: 'href', match: '-review-(\\d+)' },
        author: { select: '[itemprop="author"]' },
        title: { of: 'page', select: 'h1' },
      },
    },
  ],
  page: { title: { of: 'page', select: 'h1' } },
  composers: ['form textarea'],
  actions: [
    {
      id: 'helpful',
      ...helpful,
      request: { method: ['POST', 'PUT', 'PATCH'], url: '/*', where: isVote },
      control: { ...button, alone: true },
      undo: 'toggle',
    },
    {
      id: 'helpful-no-more',
      ...helpful,
      undo: true,
      request: { method: 'DELETE', url: '/*', where: isVote },
      control: button,
    },
    {
      id: 'review',
      kind: 'review',
      demand: true,
      request: {
        url: ['/products/:slug/take_survey{/*}?', '/products/:slug/survey_responses{/*}?', '/survey_responses{/*}?'],
      },
      control: { select: 'form:has(textarea)', submits: true },
      draft: [
        {
          at: { from: ['/form/commit', '/form/draft', '/form/save_for_later'] },
          matches: '[Dd]raft|[Ss]ave|^(true|1)$',
        },
      ],
      take: { slug: { from: '/page/url', via: [{ match: '/products/([\\w.-]+)' }] } },
      object: { url: ['{origin}/products/{url.slug}/reviews', '{origin}/products/{slug}/reviews'] },
      // The form comes back with 200 until it is whole.
      refusal: 'redirect',
      refusedAt: ['/login*', '/users/sign_in*'],
    },
  ],
  unseen: [
    'Marks of a review, and changes to one.',
    'Questions and answers, comparisons and lists.',
    'Votes where neither the address nor the button tells.',
  ],
  sources: ['Links to the form and to single reviews (2019-2026); own knowledge of how its forms are sent'],
});
