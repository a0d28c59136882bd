import { defineSite } from '../define.ts';
import { ofPage } from '../embedded.ts';

/** Any shop on Magento 2 or Adobe Commerce: the review form of a product. */

/** The numbers of the options that a shop is installed with: five for each of four ratings, one star to five. */
const stars = Object.fromEntries(
  Array.from({ length: 20 }, (_, option) => [String(option + 1), `${(option % 5) + 1}/5`]),
);

export default defineSite({
  id: 'magento',
  name: 'Magento',
  version: 1,
  group: 'reviews',
  confidence: 'medium',
  signals: [
    { select: 'html:not(:has(.yotpo, .jdgm-widget)) form#review-form[action*="/review/product/post/"]' },
    { select: 'body.catalog-product-view script[type="text/x-magento-init"]' },
  ],
  page: ofPage,
  composers: ['#review_field'],
  actions: [
    {
      id: 'review',
      kind: 'review',
      request: {
        url: '*/review/product/post/id/:id(\\d+){/*}?',
        where: [
          { at: '/form/form_key', present: true },
          { at: '/form/nickname', present: true },
        ],
      },
      control: { select: '#review-form button.submit, #review-form button[type="submit"]', submits: true },
      take: { id: '/url/id', here: { from: '/page/url', via: [{ match: '^[^#?]+' }] } },
      object: { url: ['{page.canonical}', '{here}'], id: '{id}' },
      to: { name: { text: '' } },
      // The shop leads back to the product with a message, whichever it is.
      refusal: 'hidden',
      refusedAt: ['*/customer/account/login*'],
      detail: {
        rating: {
          from: ['/form/ratings[4]', '/form/ratings[1]', '/form/ratings[2]', '/form/ratings[3]'],
          via: [{ map: stars }],
        },
      },
    },
  ],
  unseen: [
    'What the shop refuses: it leads back to the product either way. A review waits for approval.',
    'Ratings that the shop has added by itself.',
    'Who you are.',
  ],
  sources: [
    'magento/magento2 app/code/Magento/Review: view/frontend/templates/form.phtml, Controller/Product/Post.php',
  ],
});
