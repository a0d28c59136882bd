import { defineSite } from '../define.ts';
import type { Action } from '../schema.ts';

const rating = (path = '') => `/api/:version(v\\d+)/ratings/rating/${path}{/}?`;
/** The page of the add-on: requests know it by number, the address by name. */
const addon = {
  from: '/page/url',
  via: [{ match: '^(https://[^/]+/[^/]+/(?:firefox|android|thunderbird)/addon/[^/?#]+/)' }],
};
const review = '{addon}reviews/{url.id}/';
const stars = { select: '.Rating--editable button.Rating-star' };
const fiveOf = (from: string) => ({ from, via: [{ match: '^([1-5])$' }, { format: '{}/5' }] });
const onReview = {
  take: { addon },
  target: '/url/id',
  object: { url: [review, '{page.url}'], id: '{url.id}' },
} satisfies Partial<Action>;

/**
 * A star makes a rating at once; words and other stars then change the same rating. The words of a PATCH cannot be
 * seen everywhere, so the control tells what was changed.
 */
const patch = { method: 'PATCH', url: rating(':id(\\d+)') } as const;

export default defineSite({
  id: 'firefox-add-ons',
  name: 'Firefox Add-ons',
  version: 1,
  group: 'reviews',
  confidence: 'high',
  hosts: ['addons.mozilla.org', 'addons.allizom.org', 'addons.thunderbird.net'],
  account: {
    name: { of: 'page', select: '.Header-user-menu .DropdownMenu-button-text' },
    url: '{page.profile}',
    signedOut: '.Header-authenticate-button',
  },
  items: [
    {
      select: '.AddonReviewCard',
      read: {
        id: { select: 'a[href*="/reviews/"]', attr: 'href', match: '/reviews/(\\d+)' },
        url: { select: 'a[href*="/reviews/"]', attr: 'href', match: '^([^?#]+)' },
        author: { select: '.AddonReviewCard-authorByLine a[href*="/user/"]' },
        authorUrl: { select: '.AddonReviewCard-authorByLine a[href*="/user/"]', attr: 'href', match: '^([^?#]+)' },
      },
    },
  ],
  page: {
    title: [{ select: '.AddonTitle', match: '^(.+?)( by .*)?$' }],
    profile: { select: '.Header-user-menu a[href*="/user/"]', attr: 'href', match: '^([^?#]+)' },
    star: { of: 'control', attr: 'value' },
  },
  composers: ['.DismissibleTextForm-textarea'],
  actions: [
    {
      id: 'review',
      kind: 'rating',
      request: { url: rating(), where: [{ at: '/json/score', present: true }] },
      control: stars,
      take: { addon },
      object: { url: ['{addon}', 'https://addons.mozilla.org/addon/{json.addon}/'], id: '{json.addon}' },
      detail: { rating: fiveOf('/json/score') },
    },
    {
      id: 'change-stars',
      kind: 'rating',
      also: true,
      demand: true,
      request: patch,
      control: stars,
      take: { addon },
      object: { url: '{addon}' },
      detail: { rating: { from: ['/json/score', '/page/star'], via: [{ match: '^([1-5])$' }, { format: '{}/5' }] } },
    },
    {
      id: 'write',
      kind: 'review',
      also: true,
      demand: true,
      request: patch,
      control: { select: '.AddonReviewManager .DismissibleTextForm-submit, .AddonReviewManager form', submits: true },
      take: { addon },
      object: { url: '{addon}' },
      // The same review again is the one that is there.
      made: { url: review, id: '{url.id}' },
    },
    {
      id: 'edit-card',
      kind: 'review',
      edit: true,
      also: true,
      demand: true,
      request: patch,
      control: { select: '.AddonReviewCard .DismissibleTextForm-submit', submits: true },
      take: { addon },
      object: { url: '{addon}' },
      made: { url: review, id: '{url.id}' },
      to: { name: { text: '' } },
    },
    {
      id: 'delete',
      kind: 'review',
      undo: true,
      undoes: ['review', 'write', 'change-stars'],
      request: { method: 'DELETE', url: rating(':id(\\d+)') },
      take: { addon },
      object: { url: ['{addon}', '{page.url}'] },
      made: { url: review, id: '{url.id}' },
      to: { name: { text: '' } },
    },
    {
      id: 'reply',
      kind: 'comment',
      request: { url: rating(':id(\\d+)/reply') },
      control: { select: '.AddonReviewCard-reply .DismissibleTextForm-submit', submits: true },
      ...onReview,
    },
    {
      id: 'flag',
      kind: 'moderation',
      request: { url: rating(':id(\\d+)/flag') },
      control: { select: '.FlagReview-button, .FlagReviewMenu button' },
      ...onReview,
      detail: { act: { text: 'flag' } },
    },
    {
      id: 'report',
      kind: 'moderation',
      request: { url: '/api/:version(v\\d+)/abuse/report/:what(addon|user|rating){/}?' },
      take: { addon, page: { from: '/page/url', via: [{ match: '^([^?#]+)' }] } },
      object: { url: ['{addon}', '{page}'] },
      detail: { act: { text: 'report' } },
      confidence: 'medium',
    },
    {
      id: 'collect',
      kind: 'bookmark',
      request: {
        url: '/api/:version(v\\d+)/accounts/account/:user/collections/:slug/addons{/}?',
        where: [{ at: '/json/addon', present: true }],
      },
      take: { addon },
      object: { url: ['{addon}', 'https://addons.mozilla.org/addon/{json.addon}/'] },
      detail: { act: { from: '/url/slug', via: [{ format: 'collection {}' }] } },
      confidence: 'medium',
    },
  ],
  unseen: [
    'Everything in Firefox itself, which lets no extension look at this site.',
    'Add-ons taken out of a collection.',
  ],
  sources: [
    'mozilla/addons-frontend src/amo/api/reviews.js, src/amo/components (2019-2023)',
    'mozilla/addons-server docs/topics/api/ratings.rst',
  ],
});
