import { defineSite } from '../define.ts';

export default defineSite({
  id: 'capterra',
  name: 'Capterra',
  version: 1,
  group: 'reviews',
  confidence: 'low',
  hosts: [
    'www.capterra.com',
    'reviews.capterra.com',
    'www.capterra.co.uk',
    'www.capterra.ca',
    'www.capterra.com.au',
    'www.capterra.in',
    'www.capterra.ie',
    'www.capterra.com.de',
    'www.capterra.fr',
    'www.capterra.es',
    'www.capterra.it',
    'www.capterra.nl',
    'www.capterra.com.br',
    'www.capterra.mx',
    'www.capterra.jp',
  ],
  account: {
    name: { of: 'page', select: '[data-testid="user-name"], [data-testid="profile-name"]' },
    url: 'https://www.capterra.com/',
    signedOut: 'header [data-testid*="sign-in"], header a[href*="/login"]',
  },
  items: [
    {
      select: '[data-review-id], [data-testid="review-card"], [id^="review-"]',
      read: {
        id: [{ attr: 'data-review-id' }, { attr: 'id', match: 'review-(\\d+)$' }],
        title: { of: 'page', select: 'h1' },
      },
    },
  ],
  page: { title: { of: 'page', select: 'h1' } },
  composers: ['form textarea'],
  actions: [
    {
      id: 'helpful',
      kind: 'vote',
      control: {
        select: 'button[data-testid*="helpful"][aria-pressed], button[aria-label*="helpful" i][aria-pressed]',
        on: '[aria-pressed="true"]',
        alone: true,
      },
      undo: 'toggle',
      take: { product: { from: '/page/url', via: [{ match: '(/p/\\d+/[\\w%.-]+)' }] } },
      object: { url: '{origin}{product}/reviews/#review-{page.id}', id: '{page.id}' },
      detail: { vote: { text: 'up' } },
    },
    {
      id: 'review',
      kind: 'review',
      demand: true,
      request: { url: 'https://reviews.capterra.com/*', where: [{ at: '/path', matches: '[Rr]eview|[Ss]ubmit' }] },
      control: { select: 'form:has(textarea) button[type="submit"]', submits: true },
      draft: [{ at: '/path', matches: '[Dd]raft|[Pp]artial|[Ss]ave|[Pp]rogress|[Vv]alidate' }],
      take: { product: { from: '/page/url', via: [{ match: '//reviews\\.capterra\\.com/new/(\\d+)' }] } },
      object: { url: 'https://www.capterra.com/p/{product}/', id: '{product}' },
    },
  ],
  unseen: [
    'Marks of a review, changes to one, and a review that is sent to another host.',
    'Votes where the button shows no state.',
    'Lists of products to compare.',
  ],
  sources: ['Links to the form for reviews (2018-2026); own knowledge of the rest'],
});
