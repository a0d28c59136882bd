import { defineSite } from '../define.ts';
import { here, ofPage, pageAddress } from '../embedded.ts';
import type { Action } from '../schema.ts';

/** Yotpo, the reviews of many shops: a widget in the shop's own page. A vote that is taken back ends in `/true`. */

const vote = {
  kind: 'vote',
  take: { here, id: '/url/id' },
  target: '/url/id',
  object: { url: pageAddress('#yotpo-review-{id}'), id: '{id}' },
} satisfies Partial<Action>;
const written = (name: string) => ({ from: [`/json/${name}`, `/form/${name}`] });

export default defineSite({
  id: 'yotpo',
  name: 'Yotpo',
  version: 1,
  group: 'reviews',
  confidence: 'medium',
  embedded: true,
  apiHosts: ['api.yotpo.com'],
  signals: [
    { select: '.yotpo.yotpo-main-widget, .yotpo-widget-instance, [data-yotpo-instance-id], #yotpo-reviews-widget' },
    { select: 'script[src*="staticw2.yotpo.com/"], script[src*="cdn-widgetsrepository.yotpo.com/"]' },
  ],
  items: [
    {
      select: '[data-review-id], .yotpo-review',
      read: {
        ...ofPage,
        id: { attr: 'data-review-id' },
        author: { select: '.yotpo-user-name, .yotpo-reviewer-name' },
      },
    },
  ],
  page: ofPage,
  composers: ['.yotpo textarea', '.yotpo-widget-instance textarea'],
  actions: [
    {
      id: 'unhelpful',
      undo: true,
      request: { url: 'https://api.yotpo.com/reviews/:id/vote/:way(up|down)/true' },
      ...vote,
    },
    {
      id: 'helpful',
      request: { url: 'https://api.yotpo.com/reviews/:id/vote/:way(up|down)' },
      ...vote,
      detail: { vote: '/url/way' },
    },
    {
      id: 'review',
      kind: 'review',
      request: {
        url: 'https://api.yotpo.com/v1/widget/reviews',
        where: [{ at: written('review_score'), matches: '^[1-5]$' }],
      },
      take: {
        here,
        id: written('sku'),
        address: { from: ['/json/product_url', '/form/product_url'], via: [{ match: '^https?://[^#]+' }] },
      },
      object: { url: [...pageAddress().slice(0, 1), '{address}', '{here}'], id: '{id}' },
      to: { name: { text: '' } },
      detail: { rating: { ...written('review_score'), via: [{ format: '{}/5' }] } },
    },
  ],
  unseen: [
    'Reviews that are written from an e-mail, questions, answers and pictures.',
    'Who you are: the widget knows no accounts.',
  ],
  sources: ['Storefronts (2018-2024); Yotpo API reference: create review, vote'],
});
