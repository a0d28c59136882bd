import type { ExpectedEntry, RecordedRequest, SiteCase } from '../cases.ts';
import { defineCases } from '../define.ts';

// No "draft" case: nothing is kept before it is posted.
// No "edit" case: a changed review is sent as a new one is.

const origin = 'https://www.goodreads.com';
const header = (id: string | null) =>
  `<header class="Header">${id === null ? '<a href="/user/sign_in">Sign In</a>' : `<a href="/user/show/${id}-nora">Profile</a>`}</header>`;
const shelf = (label: string) =>
  `<div data-testid="book-actions"><button id="shelf" aria-label="${label}">Want to read</button></div>`;
const stars = `<div class="BookRatingStars">${[1, 2, 3, 4, 5].map((n) => `<button aria-label="Rate ${n} out of 5">★</button>`).join('')}</div>`;
const book = (id: string, label = 'Tap to shelve book as want to read', user: string | null = '4711') => ({
  url: `${origin}/book/show/${id}-the-tide-tables?from_search=true`,
  html: `${header(user)}<h1 data-testid="bookTitle">The Tide Tables</h1>${shelf(label)}${stars}<div role="dialog"><button id="remove">Remove</button></div>`,
});
const graphql = (operationName: string, input: object, status = 200, kind = 'mutation'): RecordedRequest => ({
  url: 'https://kxbwmqov6jgg3daaamb744ycu4.appsync-api.us-east-1.amazonaws.com/graphql',
  json: { operationName, variables: { input }, query: `${kind} ${operationName}($input: In!) { x }` },
  by: 'fetch',
  answer: { status, type: 'application/json', body: '{"data":{}}' },
});
const shelve = (status?: number) =>
  graphql('ShelveBook', { id: 'kca://book/amzn1.gr.book.v1.abc', shelfName: 'to-read' }, status);
const shelved = { select: '#shelf', set: { 'aria-label': 'Shelved as want to read' } };
const does = (
  name: string,
  page: SiteCase['page'],
  click: string,
  request: RecordedRequest,
  entry: ExpectedEntry | null,
  rest: Partial<SiteCase> = {},
): SiteCase => ({ name, about: 'do', page, act: [{ click }], sends: [request], expect: entry ? [entry] : [], ...rest });
const url = (id: string) => `${origin}/book/show/${id}`;
const editor = (id: string) => ({
  url: `${origin}/review/edit/${id}`,
  html: `${header('4711')}<a class="bookTitle" href="/book/show/${id}">The Tide Tables</a><form action="/review/edit/${id}" method="post"><textarea name="review[review]"></textarea><input type="submit" id="post" value="Post"></form>`,
});
const posts = (id: string, form: Record<string, string>): RecordedRequest => ({
  url: `/review/edit/${id}`,
  form,
  by: 'navigate',
  answer: { status: 302, location: `/review/show/99${id}` },
});

export default defineCases([
  does(
    'puts a book on a shelf',
    book('5001'),
    '#shelf',
    shelve(),
    {
      kind: 'bookmark',
      object: { url: url('5001'), id: '5001', title: 'The Tide Tables' },
      account: '4711',
      level: 'confirmed',
    },
    { then: [shelved] },
  ),
  does(
    'takes a book off its shelf',
    book('5001', 'Shelved as want to read'),
    '#remove',
    graphql('UnshelveBook', { id: 'kca://book/amzn1.gr.book.v1.abc' }),
    { kind: 'bookmark', undo: true, object: { url: url('5001') } },
    { about: 'undo', after: ['puts a book on a shelf'] },
  ),
  does(
    'shelves with the keyboard',
    book('5002'),
    '',
    shelve(),
    { kind: 'bookmark', object: { url: url('5002') } },
    { about: 'keyboard', act: [{ press: 'Enter', in: '#shelf' }], then: [shelved] },
  ),
  does(
    'shelves a book of a list',
    {
      url: `${origin}/list/show/1`,
      html: `${header('4711')}<div class="BookListItem"><h3><a href="/book/show/5003.Low_Water">Low Water</a></h3><button id="row">Want to read</button></div>`,
    },
    '#row',
    shelve(),
    { kind: 'bookmark', object: { url: url('5003'), title: 'Low Water' }, level: 'accepted' },
    { about: 'layout' },
  ),
  does('rates a book', book('5004'), '[aria-label="Rate 4 out of 5"]', graphql('RateSomething', { rating: 4 }), {
    kind: 'rating',
    object: { url: url('5004') },
    detail: { rating: '4/5' },
  }),
  does(
    'rates it anew',
    book('5004'),
    '[aria-label="Rate 2 out of 5"]',
    graphql('RateSomething', { rating: 2 }),
    { kind: 'rating', object: { url: url('5004') }, detail: { rating: '2/5' } },
    { about: 'switch', after: ['rates a book'] },
  ),
  does('a mutation that no known control belongs to', book('5005'), '#remove', graphql('Anything', { id: 1 }), null, {
    about: 'look-alike',
  }),
  does(
    'reads reviews by POST',
    book('5006'),
    '[aria-label="Rate 1 out of 5"]',
    graphql('getReviews', {}, 200, 'query'),
    null,
    {
      about: 'look-alike',
    },
  ),
  does(
    'shelves on an older page',
    { url: `${origin}/shelf/show/tides`, html: `${header('4711')}<button id="row">Want to Read</button>` },
    '#row',
    { url: '/shelf/add_to_shelf', form: { book_id: '5007', name: 'to-read', a: '' }, by: 'xhr' },
    { kind: 'bookmark', object: { url: url('5007'), id: '5007' } },
    { about: 'layout' },
  ),
  does(
    'takes a book off on an older page',
    { url: `${origin}/shelf/show/tides`, html: `${header('4711')}<button id="row">Remove</button>` },
    '#row',
    { url: '/shelf/add_to_shelf', form: { book_id: '5007', name: 'to-read', a: 'remove' }, by: 'xhr' },
    { kind: 'bookmark', undo: true, object: { url: url('5007') } },
    { about: 'undo', after: ['shelves on an older page'] },
  ),
  does(
    'reviews a book',
    editor('5008'),
    '#post',
    posts('5008', { 'review[rating]': '5', 'review[review]': 'Exact.' }),
    { kind: 'review', object: { url: url('5008'), title: 'The Tide Tables' }, detail: { rating: '5/5' } },
  ),
  does('rates without words', editor('5009'), '#post', posts('5009', { 'review[rating]': '3', 'review[review]': '' }), {
    kind: 'rating',
    object: { url: url('5009') },
    detail: { rating: '3/5' },
  }),
  does(
    'a review when the session has ended',
    editor('5010'),
    '#post',
    {
      ...posts('5010', { 'review[rating]': '3', 'review[review]': 'x' }),
      answer: { status: 302, location: '/user/sign_in' },
    },
    null,
    { about: 'refusal' },
  ),
  does('shelving that is refused', book('5011'), '#shelf', shelve(401), null, { about: 'refusal' }),
  does(
    'a message to a friend',
    { url: `${origin}/message/new/12`, html: `${header('4711')}<button id="row">Send</button>` },
    '#row',
    { url: '/shelf/add_to_shelf', form: { book_id: '5012' }, by: 'xhr' },
    null,
    { about: 'private' },
  ),
  does('shelves while nobody is signed in', book('5013', undefined, null), '#shelf', shelve(), null, {
    about: 'signed-out',
  }),
  does('a script of the page shelves', book('5014'), '', shelve(), null, {
    about: 'synthetic',
    act: [{ synthetic: '#shelf' }],
  }),
  {
    name: 'one press that sends twice is one shelf',
    about: 'double',
    page: book('5015'),
    act: [{ click: '#shelf' }],
    sends: [shelve(), shelve()],
    then: [shelved],
    expect: [{ kind: 'bookmark', object: { url: url('5015') } }],
  },
]);
