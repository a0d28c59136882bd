import { defineSite } from '../define.ts';
import type { Action, RequestRule, Test, Value } from '../schema.ts';

const isChange: Test = { at: '/json/query', matches: '^\\s*mutation' };
const change = (...where: Test[]): RequestRule => ({ url: '/dml/graphql', where: [isChange, ...where] });
const adds = '[Aa]dd|[Ss]ave|[Cc]reate';
const takesBack = '[Rr]emove|[Dd]elete|[Uu]nsave';

const hotel: Value = { from: ['/page/hotel', '/page/url'], via: [{ match: '(hotel/\\w\\w/[\\w-]+)' }] };
const hotelUrl = 'https://www.booking.com/{hotel}.html';
const heart = 'button[data-testid="wishlist-button"]';
const pressedIn = '[aria-pressed="true"], [aria-checked="true"]';
const onHotel = {
  demand: true,
  take: { hotel },
  object: { url: hotelUrl, id: '{hotel}' },
} satisfies Partial<Action>;

export default defineSite({
  id: 'booking',
  name: 'Booking.com',
  version: 1,
  group: 'reviews',
  confidence: 'low',
  hosts: ['www.booking.com', 'secure.booking.com'],
  account: {
    name: { of: 'page', select: '[data-testid="header-profile"] [data-testid="header-profile-name"]' },
    url: 'https://www.booking.com/',
    signedOut: '[data-testid="header-sign-in-button"]',
  },
  items: [
    {
      select: '[data-testid="property-card"]',
      read: {
        hotel: { select: 'a[href*="/hotel/"]', attr: 'href', match: '(hotel/\\w\\w/[\\w-]+)' },
        title: { select: '[data-testid="title"]' },
      },
    },
    {
      select: '[data-testid="review-card"], [data-testid="featuredreview"]',
      read: {
        id: { attr: 'data-review-url' },
        title: { of: 'page', select: 'h2' },
      },
    },
  ],
  page: {
    hotel: {
      of: 'page',
      select: 'link[rel="canonical"], main a[href*="/hotel/"]',
      attr: 'href',
      match: '(hotel/\\w\\w/[\\w-]+)',
    },
    title: { of: 'page', select: 'h2, h1' },
  },
  composers: ['form textarea'],
  private: { paths: ['/messages*', '/chat*'] },
  actions: [
    {
      id: 'save-no-more',
      kind: 'bookmark',
      undo: true,
      request: change({ at: '/json/operationName', matches: takesBack }),
      control: { select: heart, on: pressedIn },
      ...onHotel,
    },
    {
      id: 'save',
      kind: 'bookmark',
      request: change({ at: '/json/operationName', matches: adds }),
      control: { select: heart, on: pressedIn },
      ...onHotel,
    },
    {
      // Where the name of the operation tells no direction, the button must.
      id: 'save-or-not',
      kind: 'bookmark',
      also: true,
      request: change({
        at: { from: '/json/operationName', via: [{ match: `${adds}|${takesBack}` }] },
        present: false,
      }),
      control: {
        select: ':is(button[data-testid="wishlist-button"]):is([aria-pressed], [aria-checked])',
        on: pressedIn,
        alone: true,
      },
      undo: 'toggle',
      ...onHotel,
    },
    {
      id: 'helpful',
      kind: 'vote',
      also: true,
      request: change(),
      control: {
        select:
          '[data-testid="review-card"] button[data-testid*="helpful"]:not([data-testid*="unhelpful"], [data-testid*="not-helpful"])',
        on: '[aria-pressed="true"], [disabled]',
        alone: true,
      },
      ...onHotel,
      object: { url: [`${hotelUrl}#review-{page.id}`, `${hotelUrl}#tab-reviews`], id: '{page.id}' },
      detail: { vote: { text: 'up' } },
    },
    {
      id: 'review',
      kind: 'review',
      also: true,
      request: change(),
      draft: [{ at: '/json/operationName', matches: 'Draft|Autosave|Track' }],
      control: { select: 'form:has(textarea) button[type="submit"]', submits: true },
      ...onHotel,
      // Houses are asked questions in a form too: only pages for reviews are meant.
      take: { hotel, at: { from: '/page/url', via: [{ match: '^(https)://[^/]+/[\\w-]*review' }] } },
      object: { url: '{at}://www.booking.com/{hotel}.html', id: '{hotel}' },
    },
  ],
  unseen: [
    'Marks of a review, changes to one, and reviews on pages that do not link the house.',
    'Votes where a review does not tell its number: two of one house look like one.',
    'Who you are, where the page does not say your name.',
  ],
  sources: [
    'Parsers of pages and of the calls that read them (2023-2026); names of calls that write were in no source',
  ],
});
