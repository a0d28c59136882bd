import type { RecordedRequest, SiteCase } from '../cases.ts';
import { defineCases } from '../define.ts';
import { casesOn, everyWay } from '../press-cases.ts';

// No "draft" case: it keeps none.

const origin = 'https://books.kiln.example';
const me = '<nav class="navbar"><a class="navbar-item" href="/user/ada/books">Your books</a></nav>';
const at =
  (path: string, who = me) =>
  (inside: string): SiteCase['page'] => ({
    url: origin + path,
    html: `${who}<main>${inside}</main><form class="interaction" name="favorite" action="/favorite/1" hidden></form>`,
  });
const press = casesOn(at('/book/77/s/raku'));
const button = '<button class="act" type="button">act</button>';
const link = `${origin}/user/mole/review/90`;
const card = (inside = button) =>
  `<article class="card"><h3 itemprop="author"><a itemprop="url" href="/user/mole"><span itemprop="name">Mole</span></a></h3><div class="breadcrumb"><a href="${link}#anchor-90">today</a></div><form class="interaction" name="favorite" action="/favorite/90" method="POST">${inside}</form></article>`;
const send = (
  url: string,
  form: Record<string, string> = {},
  by: 'fetch' | 'navigate' = 'fetch',
  status = 200,
): RecordedRequest => ({
  url,
  form: { csrfmiddlewaretoken: 't', ...form },
  by,
  answer: by === 'navigate' ? { status: 302, location: `${origin}/book/77/s/raku` } : { status },
});
const status = { url: link, id: '90' };
const book = { url: `${origin}/book/77`, id: '77' };
const fields = { book: '77', user: '5', reply_parent: '', content: 'Hot', privacy: 'public' };
const likes = press('likes a review', card('<button class="act" type="submit">like</button>'), send('/favorite/90'), {
  kind: 'like',
  object: status,
  to: { name: 'Mole', url: `${origin}/user/mole` },
  account: 'ada',
});

export default defineCases([
  likes,
  ...everyWay(likes, {
    refused: { status: 400 },
    signedOut: at('/', '<nav><input id="id_localname"></nav>')(card('<button class="act" type="submit">like</button>')),
  }),
  press(
    'likes it no longer',
    card(),
    send('/unfavorite/90'),
    { kind: 'like', undo: true, object: status },
    { after: ['likes a review'] },
  ),
  press(
    'a like that leads to the sign-in',
    card(),
    { ...send('/favorite/90'), by: 'navigate', answer: { status: 302, location: `${origin}/login?next=/` } },
    null,
    { about: 'refusal' },
  ),
  press(
    'likes without the script',
    card('<button class="act" type="submit">like</button>'),
    send('/favorite/90/', {}, 'navigate'),
    { kind: 'like', object: status },
    { about: 'layout' },
  ),
  press('boosts a review', card(), send('/boost/90'), { kind: 'share', object: status, to: { name: 'Mole' } }),
  press(
    'boosts it no longer',
    card(),
    send('/unboost/90'),
    { kind: 'share', undo: true, object: status },
    { after: ['boosts a review'] },
  ),
  press('reviews a book', button, send('/post/review', { ...fields, name: 'Good', rating: '4.00' }), {
    kind: 'review',
    object: book,
    detail: { rating: '4/5' },
    to: null,
  }),
  press(
    'reviews a book by halves',
    button,
    send('/post/review/', { ...fields, name: '', rating: '3.5' }, 'navigate'),
    {
      kind: 'review',
      object: book,
      detail: { rating: '3.5/5' },
    },
    { about: 'layout' },
  ),
  press('rates a book', button, send('/post/rating', { book: '77', user: '5', rating: '5', privacy: 'public' }), {
    kind: 'rating',
    object: book,
    detail: { rating: '5/5' },
  }),
  press(
    'rates it anew',
    button,
    send('/post/rating', { book: '77', user: '5', rating: '2', privacy: 'public' }),
    {
      kind: 'rating',
      object: book,
      detail: { rating: '2/5' },
    },
    { about: 'switch', after: ['rates a book'] },
  ),
  press('comments on a book', button, send('/post/comment', { ...fields, progress: '12' }), {
    kind: 'comment',
    object: book,
  }),
  press('answers a review', card(), send('/post/reply', { ...fields, book: '', reply_parent: '90' }), {
    kind: 'comment',
    object: status,
    to: { name: 'Mole' },
  }),
  press('tells the followers only', button, send('/post/comment', { ...fields, privacy: 'followers' }), {
    kind: 'comment',
    object: book,
    audience: 'limited',
  }),
  press(
    'writes to one person',
    card(),
    send('/post/reply', { ...fields, reply_parent: '90', privacy: 'direct' }),
    null,
    { about: 'private' },
  ),
  press('changes what was written', card(), send('/post/review/90', { ...fields, rating: '3' }), {
    kind: 'edit',
    object: status,
    revises: true,
  }),
  press('deletes what was written', card(), send('/delete-status/90'), { kind: 'comment', undo: true, object: status }),
  press('puts a book on a shelf', button, send('/shelve/', { book: '77', shelf: 'to-read' }), {
    kind: 'bookmark',
    object: book,
    detail: { act: 'to-read' },
  }),
  press(
    'takes it off',
    button,
    send('/unshelve/', { book: '77', shelf: '3' }),
    { kind: 'bookmark', undo: true, object: book },
    { after: ['puts a book on a shelf'] },
  ),
  press('follows a person', button, send('/follow/', { user: 'mole' }), {
    kind: 'follow',
    object: { url: `${origin}/user/mole` },
    to: { name: 'mole' },
  }),
  press(
    'follows the person no longer',
    button,
    send('/unfollow/', { user: 'mole' }),
    {
      kind: 'follow',
      undo: true,
      object: { url: `${origin}/user/mole` },
    },
    { after: ['follows a person'] },
  ),
  press(
    'the page asks',
    card(),
    [
      { method: 'GET', url: '/get-notifications/' },
      send('/block/5'),
      send('/hide-suggestions/'),
      { method: 'GET', url: '/search.json?q=raku' },
    ],
    null,
    { about: 'look-alike' },
  ),
]);
