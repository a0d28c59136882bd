import type { RecordedRequest } from '../cases.ts';
import { defineCases } from '../define.ts';

// No "edit" case: the requests for edits have not been described by anybody.
// No "switch" case: there is one vote and no other.

const origin = 'https://www.kaggle.com';
const page = (path: string) => ({
  url: origin + path,
  html: `<h1>Tides of Newlyn</h1><button aria-label="Upvote" aria-pressed="false">12</button><textarea></textarea><button class="send">Post Comment</button>`,
});
const send = (method: string, json: object, more: Partial<RecordedRequest> = {}): RecordedRequest => ({
  url: `/api/i/${method}`,
  json,
  by: 'fetch',
  ...more,
});
const vote = [{ click: '[aria-label="Upvote"]' }];
const turns = (to: boolean) => [{ select: '[aria-label="Upvote"]', set: { 'aria-pressed': String(to) } }];
const write = [{ type: 'textarea', text: 'Thank you' }, { click: '.send' }];

export default defineCases([
  {
    name: 'votes for a notebook',
    about: 'do',
    page: page('/code/ada/tides?scriptVersionId=1'),
    act: vote,
    sends: [send('kernels.KernelsService/VoteKernel', { kernelId: 1, vote: true })],
    shows: turns(true),
    expect: [
      {
        kind: 'vote',
        object: { url: `${origin}/code/ada/tides`, title: 'Tides of Newlyn' },
        detail: { vote: 'up' },
        level: 'confirmed',
      },
    ],
  },
  {
    name: 'takes the vote back',
    about: 'undo',
    page: page('/code/ada/tides'),
    after: ['votes for a notebook'],
    act: vote,
    sends: [send('kernels.KernelsService/VoteKernel', { kernelId: 1, vote: false })],
    shows: turns(false),
    expect: [{ kind: 'vote', undo: true, object: { url: `${origin}/code/ada/tides` } }],
  },
  {
    name: 'votes for a data set from one of its tabs, with Enter',
    about: 'keyboard',
    page: page('/datasets/ada/newlyn/data'),
    act: [{ press: 'Enter', in: '[aria-label="Upvote"]' }],
    sends: [send('datasets.DatasetService/UpvoteDataset', { datasetId: 2 })],
    shows: turns(true),
    expect: [{ kind: 'vote', object: { url: `${origin}/datasets/ada/newlyn` } }],
  },
  {
    name: 'votes for a discussion',
    about: 'layout',
    page: page('/discussions/general/77'),
    act: vote,
    sends: [send('discussions.DiscussionsService/CreateForumMessageVote', { forumMessageId: 9 })],
    shows: turns(true),
    expect: [{ kind: 'vote', object: { url: `${origin}/discussions/general/77` } }],
  },
  {
    name: 'a vote that is refused',
    about: 'refusal',
    page: page('/code/ada/tides'),
    act: vote,
    sends: [send('kernels.KernelsService/VoteKernel', { kernelId: 3, vote: true }, { answer: { status: 403 } })],
    expect: [],
  },
  {
    name: 'a vote while nobody is signed in',
    about: 'signed-out',
    page: page('/code/ada/tides'),
    act: vote,
    sends: [send('kernels.KernelsService/VoteKernel', { kernelId: 4, vote: true }, { answer: { status: 401 } })],
    expect: [],
  },
  {
    name: 'a script of the page votes',
    about: 'synthetic',
    page: page('/code/ada/tides'),
    act: [{ synthetic: '[aria-label="Upvote"]' }],
    sends: [send('kernels.KernelsService/VoteKernel', { kernelId: 5, vote: true })],
    expect: [],
  },
  {
    name: 'one press that sends the vote twice counts once',
    about: 'double',
    page: page('/code/tom/swell'),
    act: vote,
    sends: [
      send('kernels.KernelsService/VoteKernel', { kernelId: 6, vote: true }),
      send('kernels.KernelsService/VoteKernel', { kernelId: 6, vote: true }),
    ],
    shows: turns(true),
    expect: [{ kind: 'vote', object: { url: `${origin}/code/tom/swell` } }],
  },
  {
    name: 'reads by the same path are no acts',
    about: 'look-alike',
    page: page('/code/ada/tides'),
    act: vote,
    sends: [
      send('discussions.DiscussionsService/GetForumTopicById', { forumTopicId: 1 }),
      send('kernels.KernelsService/ListKernels', {}),
      send('kernels.KernelsService/GetKernelVotes', {}),
      send('search.SearchWebService/FullSearchWeb', { query: 'upvote' }),
      send('users.UsersService/GetCurrentUser', {}),
    ],
    expect: [],
  },
  {
    name: 'a vote that comes without a press on the button',
    about: 'look-alike',
    page: page('/code/ada/tides'),
    act: [{ click: 'h1' }],
    sends: [send('kernels.KernelsService/VoteKernel', { kernelId: 7, vote: true })],
    expect: [],
  },
  {
    name: 'saving a notebook on the way is a draft',
    about: 'draft',
    page: page('/code/nora/notebook/edit'),
    act: write,
    sends: [send('kernels.KernelsService/SaveKernelDraft', { kernelId: 8 })],
    expect: [],
  },
  {
    name: 'a message is private',
    about: 'private',
    page: page('/messages/9'),
    act: write,
    sends: [send('messages.MessagesService/CreateMessage', { text: 'x' })],
    expect: [],
  },
  {
    name: 'comments on a notebook',
    about: 'do',
    page: page('/code/ada/tides/comments'),
    act: write,
    sends: [send('discussions.DiscussionsService/CreateForumMessage', { forumTopicId: 1, rawMarkdown: 'Thank you' })],
    expect: [{ kind: 'comment', object: { url: `${origin}/code/ada/tides` }, level: 'accepted' }],
  },
  {
    name: 'opens a discussion',
    about: 'do',
    page: page('/discussions/general'),
    act: write,
    sends: [send('discussions.DiscussionsService/CreateForumTopic', { title: 'x' })],
    expect: [{ kind: 'post', object: { url: `${origin}/discussions/general` } }],
  },
]);
