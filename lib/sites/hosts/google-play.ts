import { defineSite } from '../define.ts';

const app = { from: '/page/url', via: [{ match: '[?&]id=([\\w.]+)' }] };
const appUrl = 'https://play.google.com/store/apps/details?id={app}';

export default defineSite({
  id: 'google-play',
  name: 'Google Play',
  version: 1,
  group: 'reviews',
  confidence: 'low',
  hosts: ['play.google.com'],
  account: {
    name: {
      of: 'page',
      select: 'a[href*="accounts.google.com/SignOutOptions"]',
      attr: 'aria-label',
      match: '[:：] ([^(（]+) [(（]',
    },
    url: 'https://play.google.com/',
    signedOut: 'a[href*="accounts.google.com/ServiceLogin"]',
  },
  items: [
    {
      select: 'div:has(> header[data-review-id])',
      read: {
        id: { select: 'header[data-review-id]', attr: 'data-review-id' },
        title: { of: 'page', select: 'h1' },
      },
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
      id: 'helpful',
      kind: 'vote',
      control: {
        select: '[aria-label="Yes"][aria-pressed], [aria-label^="Helpful"][aria-pressed]',
        on: '[aria-pressed="true"]',
        alone: true,
      },
      undo: 'toggle',
      take: { app },
      object: { url: `${appUrl}&reviewId={page.id}`, id: '{page.id}' },
      detail: { vote: { text: 'up' } },
    },
    {
      id: 'not-helpful',
      kind: 'vote',
      control: {
        select: '[aria-label="No"][aria-pressed], [aria-label^="Not helpful"][aria-pressed]',
        on: '[aria-pressed="true"]',
        alone: true,
      },
      undo: 'toggle',
      take: { app },
      object: { url: `${appUrl}&reviewId={page.id}`, id: '{page.id}' },
      detail: { vote: { text: 'down' } },
    },
    {
      id: 'review',
      kind: 'review',
      control: {
        select:
          '[role="dialog"]:has(textarea):has([role="radio"]:is([data-rating], [aria-label*="star" i], [aria-label*="out of 5"])) :is([data-mdc-dialog-action="ok"], button[type="submit"])',
        shows: 'body:not(:has([role="dialog"] textarea))',
        alone: true,
      },
      take: { app },
      object: { url: appUrl, id: '{app}' },
      detail: { rating: { from: '/page/stars', via: [{ format: '{}/5' }] } },
    },
  ],
  unseen: [
    'Votes where the buttons show no state, or in languages other than English.',
    'Stars that are saved without words, and changes to a review.',
    'Reports of reviews, wishlists, and answers of developers.',
  ],
  sources: ['Parsers of review cards and of the calls that read them (2019-2026); calls that write were in no source'],
});
