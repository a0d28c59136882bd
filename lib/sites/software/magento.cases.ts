import type { RecordedRequest, SiteCase } from '../cases.ts';
import { defineCases } from '../define.ts';
import { casesOn, everyWay } from '../press-cases.ts';

// No "undo" case: a review cannot be taken back by its author.
// No "edit" case: nor changed.
// No "switch" case: nothing in it can be chosen one way or the other.
// No "draft" case: the form keeps none.
// No "private" case: a shop has no messages between people.

const origin = 'https://clay.kiln.example';
const bowl = `${origin}/stoneware-body.html`;
const at =
  (url: string, head = `<link rel="canonical" href="${bowl}">`, path = '') =>
  (inside: string): SiteCase['page'] => ({
    url,
    head,
    html: `<h1>Stoneware body</h1><form id="review-form" class="review-form" method="post" action="${path}/review/product/post/id/55/">${inside}</form>`,
  });
const press = casesOn(at(bowl));
const form =
  '<input type="radio" name="ratings[4]" id="Rating_4" value="19"><textarea id="review_field" name="detail"></textarea><button type="submit" class="act action submit primary">Submit</button>';
const fields = { form_key: 'k', 'ratings[4]': '19', nickname: 'Ada', title: 'x', detail: 'y', validate_rating: '' };
const send = (form: Record<string, string>, location: string | null = bowl, path = ''): RecordedRequest => ({
  url: `${path}/review/product/post/id/55/`,
  form,
  by: 'navigate',
  answer: location ? { status: 302, location } : { status: 500 },
});
const reviewed = press('reviews a product', form, send(fields), {
  kind: 'review',
  object: { url: bowl, id: '55', title: 'Stoneware body' },
  detail: { rating: '4/5' },
  to: null,
  level: 'accepted',
});

export default defineCases([
  reviewed,
  ...everyWay(reviewed, { refused: { status: 500 } }),
  press(
    'sends the form with Enter',
    form.replace('<textarea', '<input id="summary_field"><textarea'),
    send(fields),
    {
      kind: 'review',
      object: { url: bowl },
    },
    {
      about: 'keyboard',
      act: [
        { type: '#summary_field', text: 'Good' },
        { press: 'Enter', in: '#summary_field' },
      ],
    },
  ),
  press(
    'rates the quality only',
    form,
    send({ ...fields, 'ratings[4]': '', 'ratings[1]': '2' }),
    {
      kind: 'review',
      object: { url: bowl },
      detail: { rating: '2/5' },
    },
    { about: 'layout' },
  ),
  press(
    "a rating of the shop's own stays unsaid",
    form,
    send({ ...fields, 'ratings[4]': '', 'ratings[7]': '33' }),
    {
      kind: 'review',
      object: { url: bowl },
      detail: undefined,
    },
    { about: 'layout' },
  ),
  press(
    'reviews a product in a store view that says no address',
    form,
    send(fields, `${origin}/de/x.html`, '/de'),
    {
      kind: 'review',
      object: { url: `${origin}/de/x.html` },
    },
    { about: 'layout', page: at(`${origin}/de/x.html?p=2#reviews`, '', '/de')(form) },
  ),
  press('a shop where an account is needed', form, send(fields, `${origin}/customer/account/login/`), null, {
    about: 'signed-out',
  }),
  press('a form without its key', form, send({ nickname: 'Ada' }), null, { about: 'look-alike' }),
  press(
    'looks through the reviews and fills the basket',
    form,
    [
      { method: 'GET', url: '/review/product/listAjax/id/55/?limit=10', by: 'xhr' },
      { url: '/checkout/cart/add/product/55/', form: { product: '55', form_key: 'k' }, by: 'xhr' },
      { url: '/wishlist/index/add/', form: { product: '55', form_key: 'k' }, by: 'xhr' },
    ],
    null,
    { about: 'look-alike' },
  ),
]);
