import { defineSite } from '../define.ts';
import wordpress from './wordpress.ts';

/**
 * A shop on WordPress. Its reviews are WordPress's comments on a product, sent by the same form, with stars; the rest
 * of the site is WordPress and is described there.
 */

const product = { of: 'page', select: '#review_form_wrapper', attr: 'id' } as const;
const canonical = { of: 'page', select: 'link[rel="canonical"]', attr: 'href', match: '^([^#]+)' } as const;
const title = {
  of: 'page',
  select: '.product_title, .wp-block-post-title, h1.entry-title, h1',
} as const;

export default defineSite({
  ...wordpress,
  id: 'woocommerce',
  name: 'WooCommerce',
  version: 1,
  group: 'reviews',
  signals: [
    { select: 'html:not(:has(#buddypress)) body:is(.woocommerce, .woocommerce-page)' },
    { select: '#reviews.woocommerce-Reviews, #review_form_wrapper #review_form' },
    { select: 'html:not(:has(#buddypress)) meta[name="generator"][content^="WooCommerce"]' },
  ],
  items: [
    {
      select: 'li.review',
      read: {
        id: { attr: 'id', match: 'comment-(\\d+)$' },
        canonical,
        product,
        author: { select: '.woocommerce-review__author' },
        title,
      },
    },
    ...(wordpress.items ?? []),
  ],
  page: {
    ...wordpress.page,
    title,
    product,
    topics: { of: 'page', select: '.posted_in a, .tagged_as a, a[rel~="tag"]', all: true },
  },
  actions: wordpress.actions.map((action) =>
    action.id === 'comment'
      ? // Shops can do without stars; on a product it is a review all the same.
        {
          ...action,
          becomes: [...(action.becomes ?? []), { where: [{ at: '/page/product', present: true }], kind: 'review' }],
        }
      : action,
  ),
  unseen: [
    'Reviews that a plugin collects in its own way, by e-mail or on another site.',
    'Whether a review waits for approval: the shop takes it either way.',
    ...(wordpress.unseen ?? []).slice(-2),
  ],
  sources: [
    'WooCommerce plugins/woocommerce/templates/single-product-reviews.php and single-product/review-meta.php (2023-24)',
    ...wordpress.sources,
  ],
});
