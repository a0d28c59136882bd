import { defineSite } from '../define.ts';

/** A place by the number that stands in addresses of the map: two halves in hexadecimal. */
const place = { from: '/page/url', via: [{ match: '(0x[0-9a-f]+:0x[0-9a-f]+)' }] };

export default defineSite({
  id: 'google-maps',
  name: 'Google Maps',
  version: 1,
  group: 'reviews',
  confidence: 'medium',
  hosts: [
    'www.google.com',
    'maps.google.com',
    'search.google.com',
    'www.google.co.uk',
    'www.google.de',
    'www.google.fr',
    'www.google.es',
    'www.google.it',
    'www.google.nl',
    'www.google.be',
    'www.google.at',
    'www.google.ch',
    'www.google.pl',
    'www.google.se',
    'www.google.pt',
    'www.google.ie',
    'www.google.ca',
    'www.google.com.au',
    'www.google.com.br',
    'www.google.com.mx',
    'www.google.co.in',
    'www.google.co.jp',
    'www.google.com.tr',
  ],
  account: {
    // The label is "Google Account: name (mail)": the mail address is left alone.
    name: {
      of: 'page',
      select: 'a[href*="accounts.google.com/SignOutOptions"]',
      attr: 'aria-label',
      match: '[:：] ([^(（]+) [(（]',
    },
    url: 'https://www.google.com/maps/contrib/',
    signedOut: 'a[href*="accounts.google.com/ServiceLogin"]',
  },
  items: [
    {
      select: 'div[data-review-id][aria-label]',
      read: {
        id: { attr: 'data-review-id' },
        author: { attr: 'aria-label' },
        authorUrl: {
          select: '[data-href*="/maps/contrib/"]',
          attr: 'data-href',
          match: '^(https?://[^/]+/maps/contrib/\\d+)',
        },
        title: { of: 'page', select: 'h1' },
      },
    },
    // The form for a review is a page of its own in a frame.
    {
      select: 'html',
      read: {
        title: { select: 'h1, [role="heading"]' },
        stars: { select: '[data-rating][aria-checked="true"]', attr: 'data-rating' },
      },
    },
  ],
  composers: ['[role="radiogroup"] ~ * textarea', 'textarea'],
  actions: [
    {
      id: 'like-review',
      kind: 'like',
      control: {
        select:
          'button[data-review-id]:is([aria-pressed], [jsaction*="ThumbsUp"], [aria-label="Like"], [aria-label="Unlike"])',
        on: '[aria-pressed="true"], [aria-label="Unlike"]',
        // What is sent are numbered calls without names: press and state together are what there is.
        alone: true,
      },
      undo: 'toggle',
      take: { place },
      object: {
        url: [
          'https://www.google.com/maps/reviews/data=!4m6!14m5!1m4!2m3!1s{page.id}!2m1!1s{place}',
          '{page.authorUrl}/reviews',
        ],
        id: '{page.id}',
      },
    },
    {
      id: 'review',
      kind: 'review',
      control: {
        select: 'button[jsname="IJM3w"]',
        // The form goes and thanks come.
        shows: 'body:not(:has(textarea))',
        alone: true,
      },
      take: { place, id: { from: '/page/url', via: [{ match: '(ChIJ[\\w-]{10,})' }] } },
      object: {
        url: ['https://www.google.com/maps/place/?q=place_id:{id}', 'https://www.google.com/maps?ftid={place}'],
      },
      detail: { rating: { from: '/page/stars', via: [{ match: '^([1-5])$' }, { format: '{}/5' }] } },
      confidence: 'low',
    },
  ],
  unseen: [
    'A review whose form does not name the place, or closes before it says thanks.',
    'A change to a review: it looks like a new one.',
    'Photos, answers to questions, and suggested edits.',
    'Lists of saved places, which are private.',
    'Likes where the button shows no state.',
  ],
  sources: [
    'Scripts that read or write reviews (2020-2026): ids of cards, the frame of the form, its button',
    'Links to single reviews on other pages (2022-2026)',
  ],
});
