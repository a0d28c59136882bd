import { defineSite } from '../define.ts';
import { here, ofPage, pageAddress } from '../embedded.ts';

/** Judge.me, the reviews of many shops: a widget in the shop's own page, whose requests go to judge.me. */
export default defineSite({
  id: 'judge-me',
  name: 'Judge.me',
  version: 1,
  group: 'reviews',
  confidence: 'medium',
  embedded: true,
  apiHosts: ['judge.me'],
  signals: [{ select: '.jdgm-widget, #judgeme_product_reviews, .jdgm-rev[data-review-id]' }],
  items: [
    {
      select: '.jdgm-rev',
      read: { ...ofPage, id: { attr: 'data-review-id' }, author: { select: '.jdgm-rev__author' } },
    },
  ],
  page: ofPage,
  composers: ['.jdgm-form textarea'],
  actions: [
    {
      // Once given it stands: a second press sends nothing.
      id: 'helpful',
      kind: 'vote',
      request: { url: 'https://judge.me/thumbs', where: [{ at: '/form/thumb_type', is: ['up', 'down'] }] },
      control: { select: '.jdgm-rev__thumb-btn' },
      take: { here, id: '/form/review_uuid' },
      target: '/form/review_uuid',
      // A review has no address of its own.
      object: { url: pageAddress('#jdgm-rev-{id}'), id: '{id}' },
      detail: { vote: '/form/thumb_type' },
    },
    {
      id: 'review',
      kind: 'review',
      request: {
        url: 'https://judge.me/api/v1/reviews',
        where: [{ at: { from: ['/form/rating', '/json/rating'] }, matches: '^[1-5]$' }],
      },
      control: { select: '.jdgm-form input[type="submit"], .jdgm-submit-rev', submits: true },
      take: { here, id: { from: ['/form/id', '/json/id'] } },
      object: { url: pageAddress(), id: '{id}' },
      to: { name: { text: '' } },
      detail: { rating: { from: ['/form/rating', '/json/rating'], via: [{ format: '{}/5' }] } },
      confidence: 'medium',
    },
  ],
  unseen: [
    'Reviews that are written from an e-mail, on judge.me itself.',
    'Questions and pictures.',
    'Who you are: the widget knows no accounts.',
  ],
  sources: ['A copy of the widget; storefronts (2020-2026); Judge.me API: reviews'],
});
