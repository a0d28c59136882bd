import { defineSite } from '../define.ts';
import type { Action, RequestRule, Value } from '../schema.ts';

/** Addresses name the operation, and a hash that changes with each version of the site. */
const operation = (names: string): RequestRule => ({
  url: '/api/v3/:op{/*}?',
  where: [{ at: '/url/op', matches: names }],
});
const room: Value = { from: ['/page/room', '/page/url'], via: [{ match: '(?:^|/rooms/(?:plus/)?)(\\d{3,})' }] };
const heart = {
  select: 'button[data-testid="listing-card-save-button"], button[data-testid^="pdp-save-button"]',
  on: '[data-testid$="-saved"], [aria-pressed="true"], [aria-label^="Remove" i], [aria-label^="Saved" i]',
};
const onRoom = {
  take: { room },
  object: { url: '{origin}/rooms/{room}', id: '{room}' },
} satisfies Partial<Action>;

export default defineSite({
  id: 'airbnb',
  name: 'Airbnb',
  version: 1,
  group: 'reviews',
  confidence: 'low',
  hosts: [
    'www.airbnb.com',
    'www.airbnb.co.uk',
    'www.airbnb.ie',
    'www.airbnb.ca',
    'www.airbnb.com.au',
    'www.airbnb.co.nz',
    'www.airbnb.co.in',
    'www.airbnb.de',
    'www.airbnb.at',
    'www.airbnb.ch',
    'www.airbnb.fr',
    'www.airbnb.be',
    'www.airbnb.nl',
    'www.airbnb.it',
    'www.airbnb.es',
    'www.airbnb.pt',
    'www.airbnb.com.br',
    'www.airbnb.mx',
    'www.airbnb.pl',
    'www.airbnb.se',
    'www.airbnb.dk',
    'www.airbnb.no',
    'www.airbnb.fi',
    'www.airbnb.cz',
    'www.airbnb.gr',
    'www.airbnb.jp',
  ],
  account: {
    name: {
      of: 'page',
      select: 'a[href*="/users/profile/"], a[href^="/users/show/"]',
      attr: 'href',
      match: '/users/(?:profile|show)/(\\d+)',
    },
    url: '{origin}/users/show/{account}',
    signedOut: '[data-testid="cypress-headernav-login"], [data-testid="header-login"], header a[href*="/login"]',
  },
  items: [
    {
      select: '[data-testid="card-container"], [itemprop="itemListElement"]',
      read: {
        room: { select: 'a[href*="/rooms/"]', attr: 'href', match: '/rooms/(?:plus/)?(\\d+)' },
        title: { select: '[data-testid="listing-card-title"]' },
      },
    },
  ],
  page: {
    room: { of: 'page', select: 'main a[href*="/rooms/"]', attr: 'href', match: '/rooms/(?:plus/)?(\\d+)' },
    title: { of: 'page', select: 'h1' },
  },
  composers: ['main textarea'],
  private: {
    paths: [
      '/guest/messages*',
      '/hosting/messages*',
      '/messaging/*',
      '/messages/*',
      '/guest/inbox*',
      '/hosting/inbox*',
    ],
  },
  actions: [
    {
      id: 'save',
      kind: 'bookmark',
      request: operation('^(Add|Create|Save)\\w*Wishlist'),
      control: { ...heart, alone: true },
      undo: 'toggle',
      ...onRoom,
    },
    {
      id: 'save-no-more',
      kind: 'bookmark',
      undo: true,
      request: operation('^(Remove|Delete|Unsave)\\w*Wishlist'),
      control: heart,
      ...onRoom,
    },
    {
      id: 'review',
      kind: 'review',
      request: operation('^(Submit|Create|Publish)\\w*Review'),
      draft: [{ at: '/url/op', matches: 'Draft|Translat|Helpful|Report' }],
      take: { room, stay: { from: '/page/url', via: [{ match: '/reviews/(\\d+)' }] } },
      object: { url: ['{origin}/rooms/{room}', '{origin}/reviews/{stay}'], id: '{room}' },
    },
  ],
  unseen: [
    'Which home was saved, where a list is chosen in a dialog that was not opened from its card.',
    'Stars of single questions of a review, and changes to a review.',
    'Reviews of guests by hosts, told apart from those of homes.',
    'Messages, which are private.',
  ],
  sources: [
    'Clients that read the site or write its messages: addresses name their operation (2023-2026)',
    'Page tests with test ids',
  ],
});
