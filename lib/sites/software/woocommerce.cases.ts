import type { RecordedRequest, SiteCase } from '../cases.ts';
import { defineCases } from '../define.ts';
import { casesOn, everyWay } from '../press-cases.ts';
import wordpress from './wordpress.cases.ts';

// No "private" case: a shop has no messages between people.
// No "switch" case: nothing in it can be chosen one way or the other; another number of stars is another review.

const origin = 'https://shop.kiln.example';
const product = `${origin}/product/raku-bowl/`;
const head = `<meta name="generator" content="WooCommerce 9.1.2"><link rel="https://api.w.org/" href="${origin}/wp-json/"><link rel="canonical" href="${product}">`;
const bar =
  '<div id="wpadminbar"><span id="wp-admin-bar-my-account"><span class="display-name">ada</span></span></div>';
const page = (inside: string, who = bar): SiteCase['page'] => ({
  url: product,
  head,
  html: `${who}<h1 class="product_title">Raku bowl</h1><span class="posted_in"><a href="/c/bowls/">Bowls</a></span>${inside}`,
});
const press = casesOn(page);
const form = (button = 'Submit') =>
  `<div id="review_form_wrapper"><div id="review_form"><form id="commentform" class="comment-form" action="/wp-comments-post.php" method="post"><p class="stars"><a class="star-4" href="#">4</a></p><select name="rating" id="rating"></select><textarea id="comment" name="comment"></textarea><button class="act" name="submit" type="submit">${button}</button></form></div></div>`;
const reviews = (inside: string) =>
  `<div id="reviews" class="woocommerce-Reviews"><ol class="commentlist"><li class="review" id="li-comment-9"><div id="comment-9" class="comment_container"><strong class="woocommerce-review__author">Mole</strong></div></li></ol>${inside}</div>`;
const send = (fields: Record<string, string>, id: string | null): RecordedRequest => ({
  url: '/wp-comments-post.php',
  form: { comment: 'Lovely', submit: 'Submit', comment_post_ID: '41', comment_parent: '0', ...fields },
  by: 'navigate',
  answer:
    id === null
      ? { status: 409, type: 'text/html', body: '<p>Duplicate comment detected</p>' }
      : { status: 302, location: `${product}#comment-${id}` },
});
const made = (id: string) => ({ url: `${product}#comment-${id}`, id });
const bowl = { url: product, id: '41', title: 'Raku bowl' };
const first = press('reviews a product', reviews(form()), send({ rating: '4' }, '10'), {
  kind: 'review',
  object: bowl,
  made: made('10'),
  detail: { rating: '4/5' },
  account: 'ada',
  topics: ['Bowls'],
  to: null,
  level: 'confirmed',
});

/** What a shop's blog and dashboard do is WordPress's: its cases hold on a page that says that it is a shop too. */
const asShop = ({ name, page: { head: before = '', ...rest }, after, ...one }: SiteCase): SiteCase => ({
  ...one,
  name: `blog of the shop: ${name}`,
  page: { ...rest, head: `<meta name="generator" content="WooCommerce 9.1.2">${before}` },
  ...(after ? { after: after.map((earlier) => `blog of the shop: ${earlier}`) } : {}),
});

export default defineCases([
  first,
  ...everyWay(first, { refused: { status: 200, type: 'text/html', body: '<p>Please select a rating</p>' } }),
  press(
    'reviews a product while not signed in',
    reviews(form()),
    send({ rating: '2', author: 'Ada' }, '11'),
    {
      kind: 'review',
      object: bowl,
      made: made('11'),
      detail: { rating: '2/5' },
      account: '',
    },
    { about: 'layout', page: page(reviews(form()), '') },
  ),
  press(
    'a review that waits: the secret in the address is not kept',
    reviews(form()),
    {
      ...send({ rating: '5' }, '12'),
      answer: { status: 302, location: `${product}?unapproved=12&moderation-hash=5f0c9d#comment-12` },
    },
    { kind: 'review', object: bowl, made: made('12') },
    { about: 'layout' },
  ),
  press('answers a review', reviews(form()), send({ comment_parent: '9' }, '13'), {
    kind: 'comment',
    object: made('9'),
    made: made('13'),
  }),
  press('the same review again', reviews(form()), send({ rating: '4' }, null), null, { about: 'refusal' }),
  press(
    'a review where an account is needed',
    reviews(form()),
    { ...send({}, '1'), answer: { status: 302, location: `${origin}/wp-login.php?redirect_to=x` } },
    null,
    { about: 'signed-out' },
  ),
  press(
    'puts a bowl into the basket',
    reviews('<button class="act">Add</button>'),
    [
      { url: '/?wc-ajax=add_to_cart', form: { product_id: '41', quantity: '1' }, by: 'xhr' },
      { url: '/wp-admin/admin-ajax.php', form: { action: 'add_to_wishlist', add_to_wishlist: '41' }, by: 'xhr' },
      { url: '/wp-json/wc/store/v1/cart/add-item', json: { id: 41, quantity: 1 } },
    ],
    null,
    { about: 'look-alike' },
  ),
  press(
    'looks for reviews',
    reviews('<button class="act">More</button>'),
    { method: 'GET', url: '/wp-json/wc/store/v1/products/reviews?product_id=41&rating=4' },
    null,
    { about: 'look-alike' },
  ),
  ...wordpress.map(asShop),
]);
