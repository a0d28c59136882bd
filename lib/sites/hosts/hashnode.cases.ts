import type { RecordedRequest } from '../cases.ts';
import { defineCases } from '../define.ts';

// No "private" case: there are no messages between people.
// No "switch" case: there is one heart and no other reaction.

const article = 'https://tides.hashnode.dev/how-tides-are-predicted';
const page = (url = `${article}?source=feed`) => ({
  url,
  head: '<meta name="author" content="Ada Birds">',
  html: '<h1>How tides are predicted</h1><button aria-label="Like">12</button><textarea></textarea><button class="send">Comment</button>',
});
const send = (operationName: string, input: object, more: Partial<RecordedRequest> = {}): RecordedRequest => ({
  url: 'https://gql.hashnode.com/',
  json: { operationName, variables: { input }, query: `mutation ${operationName}($input: X!) { x }` },
  by: 'fetch',
  answer: { type: 'application/json', body: '{"data":{}}' },
  ...more,
});
const like = [{ click: '[aria-label="Like"]' }];
const write = [{ type: 'textarea', text: 'By harmonics' }, { click: '.send' }];

export default defineCases([
  {
    name: 'likes an article',
    about: 'do',
    page: page(),
    act: like,
    sends: [send('LikePost', { postId: '601', likesCount: 1 })],
    expect: [
      {
        kind: 'like',
        object: { url: article, id: '601', title: 'How tides are predicted' },
        to: { name: 'Ada Birds' },
        level: 'accepted',
      },
    ],
  },
  {
    name: 'likes on the main host, by a path of its own',
    about: 'layout',
    page: page('https://hashnode.com/post/how-tides'),
    act: like,
    sends: [send('likePost', { postId: '602' }, { url: '/api/graphql' })],
    expect: [{ kind: 'like', object: { url: 'https://hashnode.com/post/how-tides' } }],
  },
  {
    name: 'likes with Enter',
    about: 'keyboard',
    page: page(),
    act: [{ press: 'Enter', in: '[aria-label="Like"]' }],
    sends: [send('LikePost', { postId: '603' })],
    expect: [{ kind: 'like', object: { id: '603' } }],
  },
  {
    name: 'a like that is refused',
    about: 'refusal',
    page: page(),
    act: like,
    sends: [send('LikePost', { postId: '604' }, { answer: { status: 403 } })],
    expect: [],
  },
  {
    name: 'a like while nobody is signed in',
    about: 'signed-out',
    page: page(),
    act: like,
    sends: [send('LikePost', { postId: '605' }, { answer: { status: 401 } })],
    expect: [],
  },
  {
    name: 'a script of the page likes',
    about: 'synthetic',
    page: page(),
    act: [{ synthetic: '[aria-label="Like"]' }],
    sends: [send('LikePost', { postId: '606' })],
    expect: [],
  },
  {
    name: 'one press that sends the like twice counts once',
    about: 'double',
    page: page(),
    act: like,
    sends: [send('LikePost', { postId: '607' }), send('LikePost', { postId: '607' })],
    expect: [{ kind: 'like', object: { id: '607' } }],
  },
  {
    name: 'reads are no acts',
    about: 'look-alike',
    page: page(),
    act: like,
    sends: [
      send('PostLikers', { postId: '608' }),
      { ...send('x', {}), json: { query: 'query { likePost: post(id: 1) { likes } }', variables: {} } },
    ],
    expect: [],
  },
  {
    name: 'a draft is saved',
    about: 'draft',
    page: page('https://hashnode.com/draft/65'),
    act: write,
    sends: [send('CreateDraft', { title: 'x' }), send('UpdateDraft', { id: '65' })],
    expect: [],
  },
  {
    name: 'comments on an article',
    about: 'do',
    page: page(),
    act: write,
    sends: [send('AddComment', { postId: '609', contentMarkdown: 'By harmonics' })],
    expect: [{ kind: 'comment', object: { url: article, id: '609' }, to: { name: 'Ada Birds' } }],
  },
  {
    name: 'edits an own comment',
    about: 'edit',
    page: page(),
    act: write,
    sends: [send('UpdateComment', { id: '610' })],
    expect: [{ kind: 'edit', revises: true, object: { url: article, id: '610' } }],
  },
  {
    name: 'removes an own comment',
    about: 'undo',
    page: page(),
    act: write,
    sends: [send('RemoveComment', { id: '611' })],
    expect: [{ kind: 'comment', undo: true, object: { id: '611' } }],
  },
  {
    name: 'publishes an article',
    about: 'do',
    page: page('https://hashnode.com/draft/66'),
    act: write,
    sends: [send('PublishDraft', { draftId: '66' })],
    expect: [{ kind: 'post', object: { url: 'https://hashnode.com/' } }],
  },
]);
