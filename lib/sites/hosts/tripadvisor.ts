import { defineSite } from '../define.ts';

const place = { from: '/page/address', via: [{ match: '-(g\\d+-d\\d+)' }] };

export default defineSite({
  id: 'tripadvisor',
  name: 'Tripadvisor',
  version: 1,
  group: 'reviews',
  confidence: 'low',
  hosts: [
    'www.tripadvisor.com',
    'www.tripadvisor.co.uk',
    'www.tripadvisor.ie',
    'www.tripadvisor.ca',
    'www.tripadvisor.com.au',
    'www.tripadvisor.co.nz',
    'www.tripadvisor.in',
    'www.tripadvisor.de',
    'www.tripadvisor.at',
    'www.tripadvisor.ch',
    'www.tripadvisor.fr',
    'www.tripadvisor.be',
    'www.tripadvisor.nl',
    'www.tripadvisor.it',
    'www.tripadvisor.es',
    'www.tripadvisor.pt',
    'www.tripadvisor.com.br',
    'www.tripadvisor.com.mx',
    'www.tripadvisor.jp',
    'www.tripadvisor.se',
    'www.tripadvisor.dk',
    'no.tripadvisor.com',
    'pl.tripadvisor.com',
    'www.tripadvisor.com.tr',
    'www.tripadvisor.com.sg',
  ],
  account: {
    name: {
      of: 'page',
      select: 'header a[href*="/Profile/"], nav a[href*="/Profile/"]',
      attr: 'href',
      match: '/Profile/([\\w.-]+)',
    },
    url: '{origin}/Profile/{account}',
    signedOut: 'header a[href*="/RegistrationController"], [data-automation="signInButton"]',
  },
  items: [
    {
      select: '[data-automation="reviewCard"], [data-reviewid], .review-container',
      read: {
        review: { select: 'a[href*="/ShowUserReviews-g"]', attr: 'href', match: '^([^?#]+)' },
        id: [
          { attr: 'data-reviewid' },
          { select: '[data-reviewid]', attr: 'data-reviewid' },
          { select: 'a[href*="/ShowUserReviews-g"]', attr: 'href', match: '-r(\\d+)' },
        ],
        address: { of: 'page', select: 'link[rel="canonical"]', attr: 'href' },
        author: { select: 'a[href*="/Profile/"]:not(:has(img))' },
        authorUrl: { select: 'a[href*="/Profile/"]', attr: 'href', match: '^([^?#]+)' },
        title: { of: 'page', select: 'h1' },
      },
    },
    {
      select: 'html',
      read: {
        place: { select: 'a[href*="_Review-g"]', attr: 'href', match: '^https://[^/]+(/[^?#]+)' },
        title: { select: 'h1' },
      },
    },
  ],
  composers: ['form textarea'],
  private: { paths: ['/Messages*', '/PrivateMessages*'] },
  actions: [
    {
      id: 'helpful',
      kind: 'vote',
      control: {
        // Queries are numbered, and what tells of a press travels with them: the button alone is believed.
        select: 'button[aria-label*="helpful vote" i], button[data-automation*="helpful" i]',
        on: '[aria-label*="remove" i], [aria-pressed="true"]',
        alone: true,
      },
      undo: 'toggle',
      take: { place },
      object: { url: ['{page.review}', '{origin}/ShowUserReviews-{place}-r{page.id}'], id: '{page.id}' },
      detail: { vote: { text: 'up' } },
    },
    {
      id: 'review',
      kind: 'review',
      control: {
        select: 'form:has(textarea) button[type="submit"]',
        submits: true,
        shows: 'body:not(:has(textarea))',
        alone: true,
      },
      take: {
        at: { from: '/page/url', via: [{ match: '^(https://[^/]+)/UserReviewEdit-' }] },
        place: { from: '/page/url', via: [{ match: '/UserReviewEdit-(g\\d+-d\\d+)' }] },
      },
      object: { url: ['{at}{page.place}', '{at}/UserReviewEdit-{place}'], id: '{place}' },
    },
  ],
  unseen: [
    'A review whose thanks come on another page, its marks, and changes to it.',
    'Votes in languages other than English.',
    'Posts in forums, photos, trips that you save or share, and answers to questions.',
  ],
  sources: ['Page parsers with cards and addresses of reviews (2020-2026), links to the form (2023-2026)'],
});
