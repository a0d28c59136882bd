import { defineSite } from '../define.ts';

const address = '/detail/[^/?#]*/?([a-p]{32})';
const item = { from: '/page/url', via: [{ match: address }] };

export default defineSite({
  id: 'chrome-web-store',
  name: 'Chrome Web Store',
  version: 1,
  group: 'reviews',
  confidence: 'low',
  hosts: ['chromewebstore.google.com'],
  account: {
    name: {
      of: 'page',
      select: 'a[href*="accounts.google.com/SignOutOptions"]',
      attr: 'aria-label',
      match: '[:：] ([^(（]+) [(（]',
    },
    url: 'https://chromewebstore.google.com/',
    signedOut: 'a[href*="accounts.google.com/ServiceLogin"]',
  },
  items: [
    {
      select: '[data-review-id]',
      read: { id: { attr: 'data-review-id' }, title: { of: 'page', select: 'h1' } },
    },
    {
      select: 'html',
      read: {
        title: { select: 'h1' },
        stars: { select: '[role="dialog"] [role="radio"][aria-checked="true"]', attr: 'aria-label', match: '([1-5])' },
      },
    },
  ],
  composers: ['[role="dialog"] textarea'],
  actions: [
    {
      id: 'review',
      kind: 'review',
      control: {
        select:
          '[role="dialog"]:has(textarea):has([role="radio"]:is([data-rating], [aria-label*="star" i], [aria-label*="out of 5"])) :is([data-mdc-dialog-action="ok"], button[type="submit"])',
        shows: 'body:not(:has([role="dialog"] textarea))',
        alone: true,
      },
      take: { item },
      object: { url: 'https://chromewebstore.google.com/detail/{item}', id: '{item}' },
      detail: { rating: { from: '/page/stars', via: [{ format: '{}/5' }] } },
    },
    {
      id: 'helpful',
      kind: 'vote',
      control: {
        select: '[aria-label^="Helpful"][aria-pressed], [aria-label="Yes"][aria-pressed]',
        on: '[aria-pressed="true"]',
        alone: true,
      },
      undo: 'toggle',
      take: { item },
      object: { url: 'https://chromewebstore.google.com/detail/{item}/reviews#{page.id}', id: '{page.id}' },
      detail: { vote: { text: 'up' } },
    },
  ],
  unseen: [
    'Anything in Chrome and its relatives, which let no extension see this store: only Firefox does.',
    'Changes to a review, votes against one, reports, and answers of developers.',
    'Votes in languages other than English.',
  ],
  sources: ['Clients of the calls that read the store (2024-2026); calls that write were in no source'],
});
