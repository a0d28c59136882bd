import type { RecordedRequest, SiteCase } from '../cases.ts';
import { defineCases } from '../define.ts';
import { casesOn, everyWay } from '../press-cases.ts';

// No "edit" case: reviews are changed from the e-mail.
// No "draft" case: the widget keeps none.
// No "private" case: it has no messages between people.
// No "signed-out" case: it has no accounts.

const origin = 'https://glaze.kiln.example';
const bowl = `${origin}/products/celadon`;
const at =
  (url: string, canonical = `<link rel="canonical" href="${bowl}">`) =>
  (inside: string): SiteCase['page'] => ({
    url,
    head: canonical,
    html: `<h1>Celadon</h1><div class="yotpo yotpo-main-widget" data-product-id="88">${inside}</div>`,
  });
const press = casesOn(at(bowl));
const review = (id: string) =>
  `<div class="yotpo-review" data-review-id="${id}"><span class="yotpo-user-name">Mole</span><div class="act yotpo-icon" role="button" tabindex="0">+</div></div>`;
const form =
  '<div class="write-review"><textarea name="review_content"></textarea><button class="act">Post</button></div>';
const vote = (id: string, way: string): RecordedRequest => ({
  url: `https://api.yotpo.com/reviews/${id}/vote/${way}`,
  by: 'xhr',
});
const body = {
  appkey: 'k',
  sku: '88',
  product_title: 'Celadon',
  product_url: `${bowl}?utm_source=x`,
  display_name: 'Ada',
  review_content: 'x',
  review_title: 'y',
  review_score: 5,
};
const send = (json: unknown): RecordedRequest => ({ url: 'https://api.yotpo.com/v1/widget/reviews', json });
const there = (id: string) => ({ url: `${bowl}#yotpo-review-${id}`, id });
const liked = press('finds a review helpful', review('501'), vote('501', 'up'), {
  kind: 'vote',
  object: { ...there('501'), title: 'Celadon' },
  to: { name: 'Mole' },
  detail: { vote: 'up' },
});
const reviewed = press('reviews a product', form, send(body), {
  kind: 'review',
  object: { url: bowl, id: '88', title: 'Celadon' },
  detail: { rating: '5/5' },
  to: null,
});

export default defineCases([
  liked,
  ...everyWay(
    press(
      'finds one more helpful',
      review('502').replace('div class="act', 'button class="act').replace('+</div>', '+</button>'),
      vote('502', 'up'),
      { kind: 'vote', object: there('502') },
    ),
    { refused: { status: 404 } },
  ),
  press(
    'takes it back',
    review('501'),
    vote('501', 'up/true'),
    { kind: 'vote', undo: true, object: there('501') },
    {
      after: ['finds a review helpful'],
    },
  ),
  press(
    'finds it unhelpful instead',
    review('501'),
    vote('501', 'down'),
    {
      kind: 'vote',
      object: there('501'),
      detail: { vote: 'down' },
    },
    { about: 'switch', after: ['finds a review helpful'] },
  ),
  reviewed,
  press(
    'reviews a product in a shop that says no address',
    form,
    send({ ...body, product_url: bowl }),
    { kind: 'review', object: { url: bowl } },
    { about: 'layout', page: at(`${origin}/collections/all`, '')(form) },
  ),
  press('a review that is not taken', form, { ...send(body), answer: { status: 400 } }, null, { about: 'refusal' }),
  press('a form without a rating', form, send({ ...body, review_score: 0 }), null, { about: 'refusal' }),
  press(
    'looks through the reviews',
    review('501'),
    [
      { method: 'GET', url: 'https://api.yotpo.com/reviews/501' },
      { method: 'GET', url: 'https://api.yotpo.com/products/k/88/reviews.json' },
      { url: 'https://api.yotpo.com/batch', json: { methods: [] } },
    ],
    null,
    { about: 'look-alike' },
  ),
]);
