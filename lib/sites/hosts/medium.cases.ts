import type { RecordedRequest } from '../cases.ts';
import { defineCases } from '../define.ts';

// No "edit" case: stories and responses are changed in an editor whose requests nobody has described.
// No "switch" case: claps only grow or are taken back.

const head = (id: string) =>
  `<meta property="al:ios:url" content="medium://p/${id}"><meta property="al:ios:app_name" content="Medium">`;
const story = (id: string, inside = '') => ({
  url: `https://medium.com/@ada/how-tides-are-predicted-${id}`,
  head: head(id),
  html: `<div data-testid="headerUserIcon"><a href="/@nora">N</a></div><h1 data-testid="storyTitle">How tides are predicted</h1>
    <a data-testid="authorName" href="/@ada?source=x">Ada</a><button data-testid="headerFollowButton">Follow</button><a href="/tag/science">Science</a>
    <button data-testid="headerClapButton">12</button><button data-testid="headerBookmarkButton">Save</button>
    <div role="textbox" data-slate-editor="true" contenteditable="true" style="min-height:2em"></div><button data-testid="ResponseRespondButton">Respond</button>${inside}`,
});
const op = (operationName: string, variables: object, url = '/_/graphql', ...more: object[]): RecordedRequest => ({
  url,
  json: [...more, { operationName, variables, query: `mutation ${operationName} { x }` }],
  by: 'fetch',
  answer: { type: 'application/json', body: '[{"data":{}}]' },
});
const clap = (targetPostId: string, numClaps = 1) => op('ClapMutation', { targetPostId, userId: 'abc', numClaps });
const press = [{ click: '[data-testid="headerClapButton"]' }];
const at = (id: string) => `https://medium.com/p/${id}`;

export default defineCases([
  {
    name: 'claps for a story, several times in one request',
    about: 'do',
    page: story('a1b2c3d4e501'),
    act: press,
    sends: [{ ...clap('a1b2c3d4e501', 7), after: 1200 }],
    expect: [
      {
        kind: 'like',
        object: { url: at('a1b2c3d4e501'), id: 'a1b2c3d4e501', title: 'How tides are predicted' },
        to: { name: 'Ada', url: 'https://medium.com/@ada' },
        detail: { reaction: 'clap' },
        account: 'nora',
        topics: ['science'],
        level: 'accepted',
      },
    ],
  },
  {
    name: 'takes the claps back',
    about: 'undo',
    page: story('a1b2c3d4e501'),
    after: ['claps for a story, several times in one request'],
    act: press,
    sends: [clap('a1b2c3d4e501', -7)],
    expect: [{ kind: 'like', undo: true, object: { url: at('a1b2c3d4e501') } }],
  },
  {
    name: 'claps with Enter, among other operations of one body',
    about: 'keyboard',
    page: story('a1b2c3d4e502'),
    act: [{ press: 'Enter', in: '[data-testid="headerClapButton"]' }],
    sends: [
      op('ClapMutation', { targetPostId: 'a1b2c3d4e502', userId: 'abc', numClaps: 1 }, '/_/graphql', {
        operationName: 'ClapCountQuery',
        variables: { postId: 'a1b2c3d4e502' },
      }),
    ],
    expect: [{ kind: 'like', object: { url: at('a1b2c3d4e502') } }],
  },
  {
    name: 'claps on a domain that Medium serves, with a single operation',
    about: 'layout',
    page: { ...story('a1b2c3d4e503'), url: 'https://blog.tides.example/how-tides-a1b2c3d4e503' },
    act: press,
    sends: [
      {
        url: '/_/graphql',
        json: { operationName: 'ClapMutation', variables: { targetPostId: 'a1b2c3d4e503', numClaps: 1 } },
        by: 'fetch',
      },
    ],
    expect: [{ kind: 'like', object: { url: at('a1b2c3d4e503') } }],
  },
  {
    name: 'a clap that is refused',
    about: 'refusal',
    page: story('a1b2c3d4e504'),
    act: press,
    sends: [{ ...clap('a1b2c3d4e504'), answer: { status: 403 } }],
    expect: [],
  },
  {
    name: 'a clap while nobody is signed in is a link to the form',
    about: 'signed-out',
    page: {
      ...story('a1b2c3d4e505'),
      html: '<h1 data-testid="storyTitle">x</h1><a data-testid="headerClapButton" href="https://medium.com/m/signin">12</a>',
    },
    act: press,
    sends: [clap('a1b2c3d4e505')],
    expect: [],
  },
  {
    name: 'a script of the page claps',
    about: 'synthetic',
    page: story('a1b2c3d4e506'),
    act: [{ synthetic: '[data-testid="headerClapButton"]' }],
    sends: [clap('a1b2c3d4e506')],
    expect: [],
  },
  {
    name: 'one press that sends the clap twice counts once',
    about: 'double',
    page: story('a1b2c3d4e507'),
    act: press,
    sends: [clap('a1b2c3d4e507'), clap('a1b2c3d4e507')],
    expect: [{ kind: 'like', object: { url: at('a1b2c3d4e507') } }],
  },
  {
    name: 'reads and the count of readers are no acts',
    about: 'look-alike',
    page: story('a1b2c3d4e508'),
    act: press,
    sends: [
      op('ClapCountQuery', { postId: 'a1b2c3d4e508' }),
      op('PostViewerEdgeContentQuery', { postId: 'a1b2c3d4e508' }),
      op('UpdatePostReadingProgressMutation', { postId: 'a1b2c3d4e508' }),
      { url: '/_/batch', text: '[{"key":"post.clap"}]', by: 'beacon' },
    ],
    expect: [],
  },
  {
    name: 'a saved step of the editor is a draft',
    about: 'draft',
    page: { url: 'https://medium.com/p/a1b2c3d4e509/edit', html: '<p contenteditable="true">x</p>' },
    act: [{ press: 'a', in: 'p' }],
    sends: [{ url: '/p/a1b2c3d4e509/deltas?logLockId=1', json: { deltas: [] }, by: 'fetch' }],
    expect: [],
  },
  {
    name: 'a note to the author alone',
    about: 'private',
    page: story('a1b2c3d4e510'),
    act: press,
    sends: [op('CreatePrivateNoteMutation', { postId: 'a1b2c3d4e510', content: 'x' })],
    expect: [],
  },
  {
    name: 'responds to a story',
    about: 'do',
    page: story('a1b2c3d4e511'),
    act: [{ type: '[role="textbox"]', text: 'And in winter' }, { click: '[data-testid="ResponseRespondButton"]' }],
    sends: [
      op('PublishPostThreadedResponse', {
        inResponseToPostId: 'a1b2c3d4e511',
        deltas: [{ type: 1 }],
        inResponseToQuoteId: null,
      }),
    ],
    expect: [{ kind: 'comment', object: { url: at('a1b2c3d4e511') }, to: { name: 'Ada' } }],
  },
  {
    name: 'claps for a response below the story',
    about: 'layout',
    page: story('a1b2c3d4e512', '<div class="response"><button class="r">1</button></div>'),
    act: [{ click: '.r' }],
    sends: [clap('beefbeef0001')],
    expect: [{ kind: 'like', object: { url: at('beefbeef0001'), id: 'beefbeef0001' } }],
  },
  {
    name: 'deletes an own response',
    about: 'undo',
    page: story('a1b2c3d4e513', '<button class="d">Delete</button>'),
    act: [{ click: '.d' }],
    sends: [op('DeletePostMutation', { targetPostId: 'beefbeef0002' })],
    expect: [{ kind: 'comment', undo: true, object: { url: at('beefbeef0002') } }],
  },
  {
    name: 'responds to a list',
    about: 'do',
    page: { url: 'https://medium.com/@ada/list/tides-77', html: '<button class="d">Respond</button>' },
    act: [{ click: '.d' }],
    sends: [op('PublishCatalogResponseMutation', { catalogId: '77', deltas: [] })],
    expect: [{ kind: 'comment', object: { url: 'https://medium.com/@ada/list/tides-77', id: 'list/77' } }],
  },
  {
    name: 'saves a story',
    about: 'do',
    page: story('a1b2c3d4e514'),
    act: [{ click: '[data-testid="headerBookmarkButton"]' }],
    sends: [
      op('AddToPredefinedCatalog', {
        type: 'READING_LIST',
        operation: { preprend: { type: 'POST', id: 'a1b2c3d4e514' } },
      }),
    ],
    expect: [{ kind: 'bookmark', object: { url: at('a1b2c3d4e514') } }],
  },
  {
    name: 'removes a saved story',
    about: 'undo',
    page: story('a1b2c3d4e514'),
    after: ['saves a story'],
    act: [{ click: '[data-testid="headerBookmarkButton"]' }],
    sends: [op('EditCatalogItems', { catalogId: '1', operations: [{ delete: { itemId: 'z9' } }] })],
    expect: [{ kind: 'bookmark', undo: true, object: { url: at('a1b2c3d4e514') } }],
  },
  {
    name: 'follows the author',
    about: 'do',
    page: story('a1b2c3d4e515'),
    act: [{ click: '[data-testid="headerFollowButton"]' }],
    sends: [op('FollowUserMutation', { targetUserId: 'f00' })],
    expect: [{ kind: 'follow', object: { url: 'https://medium.com/@ada', id: 'user/f00' } }],
  },
  {
    name: 'stops following',
    about: 'undo',
    page: story('a1b2c3d4e515'),
    after: ['follows the author'],
    act: [{ click: '[data-testid="headerFollowButton"]' }],
    sends: [op('UnfollowUserMutation', { targetUserId: 'f00' })],
    expect: [{ kind: 'follow', undo: true, object: { url: 'https://medium.com/@ada' } }],
  },
  {
    name: 'takes a newsletter',
    about: 'do',
    page: story('a1b2c3d4e516'),
    act: [{ click: '[data-testid="headerFollowButton"]' }],
    sends: [op('SubscribeNewsletterV3Mutation', { newsletterV3Id: 'n1' })],
    expect: [{ kind: 'other', object: { url: 'https://medium.com/@ada' }, detail: { act: 'newsletter' } }],
  },
]);
