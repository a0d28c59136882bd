import type { RecordedRequest } from '../cases.ts';
import { defineCases } from '../define.ts';

// No "edit" case: the requests for edits have not been described by anybody.
// No "switch" case: there is one vote and no other.
// No "draft" case: drafts of launches go through a form of their own that nobody has described.

const origin = 'https://www.producthunt.com';
const header = '<header><a href="/@nora">Nora</a></header>';
const list = (
  slug: string,
) => `${header}<div data-test="post-item-1"><a href="/posts/${slug}?ref=home"><span data-test="post-name-1">Tide clock</span></a>
  <button data-test="vote-button">41</button></div>`;
const launch = `${header}<h1>Tide clock</h1><button data-test="vote-button">41</button><form><textarea></textarea><button type="button" class="send">Comment</button></form>`;
const send = (operationName: string, variables: object, more: Partial<RecordedRequest> = {}): RecordedRequest => ({
  url: '/frontend/graphql',
  json: { operationName, variables, extensions: {} },
  by: 'fetch',
  ...more,
});
const vote = [{ click: '[data-test="vote-button"]' }];

export default defineCases([
  {
    name: 'votes for a launch in the list',
    about: 'do',
    page: { url: `${origin}/`, html: list('tide-clock') },
    act: vote,
    sends: [send('PostVoteCreate', { postId: '501' })],
    expect: [
      {
        kind: 'vote',
        object: { url: `${origin}/posts/tide-clock`, id: '501', title: 'Tide clock' },
        detail: { vote: 'up' },
        account: 'nora',
        level: 'accepted',
      },
    ],
  },
  {
    name: 'takes the vote back',
    about: 'undo',
    page: { url: `${origin}/`, html: list('tide-clock') },
    after: ['votes for a launch in the list'],
    act: vote,
    sends: [send('PostVoteDestroy', { postId: '501' })],
    expect: [{ kind: 'vote', undo: true, object: { url: `${origin}/posts/tide-clock` } }],
  },
  {
    name: 'votes on the page of a product, with the text of the query alone',
    about: 'layout',
    page: { url: `${origin}/products/tide-clock/launches`, html: launch },
    act: vote,
    sends: [
      {
        url: '/frontend/graphql',
        json: { query: 'mutation { voteCreate(input: {}) { node { id } } }', variables: { input: { postId: '502' } } },
        by: 'fetch',
      },
    ],
    expect: [{ kind: 'vote', object: { url: `${origin}/products/tide-clock`, id: '502' } }],
  },
  {
    name: 'votes with Enter on the button',
    about: 'keyboard',
    page: { url: `${origin}/posts/moon-clock`, html: launch },
    act: [{ press: 'Enter', in: '[data-test="vote-button"]' }],
    sends: [send('VoteCreate', { input: { postId: '503' } })],
    expect: [{ kind: 'vote', object: { url: `${origin}/posts/moon-clock` } }],
  },
  {
    name: 'a vote that is refused',
    about: 'refusal',
    page: { url: `${origin}/`, html: list('tide-clock') },
    act: vote,
    sends: [send('PostVoteCreate', { postId: '504' }, { answer: { status: 422 } })],
    expect: [],
  },
  {
    name: 'a vote while nobody is signed in',
    about: 'signed-out',
    page: {
      url: `${origin}/`,
      html: `<button data-test="header-nav-link-login">Sign in</button>${list('tide-clock')}`,
    },
    act: vote,
    sends: [send('PostVoteCreate', { postId: '505' })],
    expect: [],
  },
  {
    name: 'a script of the page votes',
    about: 'synthetic',
    page: { url: `${origin}/`, html: list('tide-clock') },
    act: [{ synthetic: '[data-test="vote-button"]' }],
    sends: [send('PostVoteCreate', { postId: '506' })],
    expect: [],
  },
  {
    name: 'one press that sends the vote twice counts once',
    about: 'double',
    page: { url: `${origin}/`, html: list('sun-clock') },
    act: vote,
    sends: [send('PostVoteCreate', { postId: '507' }), send('PostVoteCreate', { postId: '507' })],
    expect: [{ kind: 'vote', object: { url: `${origin}/posts/sun-clock` } }],
  },
  {
    name: 'reads by the same path, and a vote without the button, are no acts',
    about: 'look-alike',
    page: { url: `${origin}/posts/tide-clock`, html: launch },
    act: [{ click: 'h1' }],
    sends: [
      send('PostVotersList', { postId: '508' }),
      send('PostPageQuery', { slug: 'tide-clock' }),
      {
        url: '/frontend/graphql',
        json: { query: 'query voteCreateState { viewer { id } }', variables: {} },
        by: 'fetch',
      },
      send('PostVoteCreate', { postId: '508' }),
    ],
    expect: [],
  },
  {
    name: 'a message is private',
    about: 'private',
    page: { url: `${origin}/messages/9`, html: launch },
    act: [{ click: '.send' }],
    sends: [send('CommentCreate', { subjectId: '509' })],
    expect: [],
  },
  {
    name: 'comments on a launch',
    about: 'do',
    page: { url: `${origin}/posts/tide-clock`, html: launch },
    act: [{ type: 'textarea', text: 'Lovely' }, { click: '.send' }],
    sends: [send('CommentCreate', { input: { subjectId: '510', body: 'Lovely' } })],
    expect: [{ kind: 'comment', object: { url: `${origin}/posts/tide-clock`, id: '510' } }],
  },
  {
    name: 'reviews a product',
    about: 'do',
    page: { url: `${origin}/products/tide-clock/reviews/new`, html: launch },
    act: [{ click: '.send' }],
    sends: [send('ReviewCreate', { input: { productId: '511', rating: 4 } })],
    expect: [{ kind: 'review', object: { url: `${origin}/products/tide-clock` }, detail: { rating: '4/5' } }],
  },
]);
