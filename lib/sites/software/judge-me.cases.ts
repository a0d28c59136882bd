import type { SiteCase } from '../cases.ts';
import { defineCases } from '../define.ts';
import { casesOn, everyWay } from '../press-cases.ts';

// No "undo" case: a vote and a review cannot be taken back in the widget.
// No "edit" case: reviews are changed from the e-mail, on judge.me itself.
// No "draft" case: the widget keeps none.
// No "private" case: it has no messages between people.
// No "signed-out" case: it has no accounts.

const origin = 'https://mugs.kiln.example';
const bowl = `${origin}/products/raku-bowl`;
const at =
  (url: string, canonical = `<link rel="canonical" href="${bowl}">`) =>
  (inside: string): SiteCase['page'] => ({
    url,
    head: `${canonical}<meta property="og:title" content="Raku bowl">`,
    html: `<div id="judgeme_product_reviews" class="jdgm-widget jdgm-review-widget" data-id="771">${inside}</div>`,
  });
const press = casesOn(at(`${bowl}?variant=3`));
const review = (id: string, way = 'up') =>
  `<div class="jdgm-rev" data-review-id="${id}"><span class="jdgm-rev__author">Mole</span><button class="act jdgm-rev__thumb-btn" data-thumb-vote="${way}">+</button></div>`;
const form =
  '<form class="jdgm-form"><a data-alt="4" href="#">4</a><textarea name="review_body"></textarea><input type="submit" class="act jdgm-btn jdgm-submit-rev" value="Submit"></form>';
const thumbs = (id: string, way = 'up') => ({
  url: 'https://judge.me/thumbs',
  form: { review_uuid: id, thumb_type: way },
  by: 'xhr' as const,
});
const fields = {
  shop_domain: 'mugs.kiln.example',
  platform: 'shopify',
  id: '771',
  name: 'Ada',
  rating: '4',
  body: 'x',
};
const liked = press('finds a review helpful', review('a1b2'), thumbs('a1b2'), {
  kind: 'vote',
  object: { url: `${bowl}#jdgm-rev-a1b2`, id: 'a1b2', title: 'Raku bowl' },
  to: { name: 'Mole' },
  detail: { vote: 'up' },
  level: 'accepted',
});
const reviewed = press(
  'reviews a product',
  form,
  { url: 'https://judge.me/api/v1/reviews', form: fields, by: 'xhr' },
  { kind: 'review', object: { url: bowl, id: '771', title: 'Raku bowl' }, detail: { rating: '4/5' }, to: null },
);

export default defineCases([
  liked,
  ...everyWay(liked, { refused: { status: 422 } }),
  press(
    'finds it unhelpful instead',
    review('a1b2', 'down'),
    thumbs('a1b2', 'down'),
    {
      kind: 'vote',
      object: { url: `${bowl}#jdgm-rev-a1b2` },
      detail: { vote: 'down' },
    },
    { about: 'switch', after: ['finds a review helpful'] },
  ),
  press('finds another review of the page helpful', review('c3d4'), thumbs('c3d4'), {
    kind: 'vote',
    object: { url: `${bowl}#jdgm-rev-c3d4` },
  }),
  press(
    'a vote for another review than the one around the press',
    review('a1b2'),
    thumbs('e5f6'),
    {
      kind: 'vote',
      object: { url: `${bowl}#jdgm-rev-e5f6` },
      to: null,
    },
    { about: 'layout' },
  ),
  reviewed,
  press(
    'reviews a product, in JSON, in a shop that says no address',
    form,
    { url: 'https://judge.me/api/v1/reviews', json: { ...fields, rating: 5 } },
    { kind: 'review', object: { url: bowl }, detail: { rating: '5/5' } },
    { about: 'layout', page: at(`${bowl}#reviews`, '')(form) },
  ),
  press(
    'a review that is not taken',
    form,
    {
      url: 'https://judge.me/api/v1/reviews',
      form: fields,
      by: 'xhr',
      answer: { status: 422 },
    },
    null,
    { about: 'refusal' },
  ),
  press(
    'opens the form and looks through the reviews',
    '<a class="act jdgm-write-rev-link" href="#">Write</a>',
    [
      { method: 'GET', url: 'https://judge.me/api/v1/reviews?shop_domain=mugs.kiln.example&page=2' },
      { method: 'GET', url: 'https://judge.me/reviews/reviews_for_widget?page=2' },
      { url: 'https://judge.me/api/v1/reviews', form: { shop_domain: 'mugs.kiln.example' }, by: 'xhr' },
    ],
    null,
    { about: 'look-alike' },
  ),
]);
