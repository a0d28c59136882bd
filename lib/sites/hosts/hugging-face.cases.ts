import type { RecordedRequest } from '../cases.ts';
import { defineCases } from '../define.ts';

// No "private" case: there are no messages between people.
// No "switch" case: nothing here takes the place of another.

const origin = 'https://huggingface.co';
const page = (path: string, header = '') => ({
  url: origin + path,
  html: `<header>${header}</header><h1>tide-net</h1><button class="like">like</button><form><textarea></textarea><button type="button" class="send">Comment</button></form>`,
});
const send = (url: string, json?: object, more: Partial<RecordedRequest> = {}): RecordedRequest => ({
  url,
  ...(json ? { json } : {}),
  by: 'fetch',
  ...more,
});
const like = [{ click: '.like' }];
const press = [{ click: '.send' }];

export default defineCases([
  {
    name: 'likes a model',
    about: 'do',
    page: page('/ada/tide-net'),
    act: like,
    sends: [send('/api/models/ada/tide-net/like')],
    expect: [
      {
        kind: 'like',
        object: { url: `${origin}/ada/tide-net`, id: 'models/ada/tide-net', title: 'tide-net' },
        to: { name: 'ada', url: `${origin}/ada` },
        level: 'accepted',
      },
    ],
  },
  {
    name: 'takes the like back',
    about: 'undo',
    page: page('/ada/tide-net'),
    after: ['likes a model'],
    act: like,
    sends: [send('/api/models/ada/tide-net/like', undefined, { method: 'DELETE' })],
    expect: [{ kind: 'like', undo: true, object: { url: `${origin}/ada/tide-net` } }],
  },
  {
    name: 'likes a data set, which stands below its type',
    about: 'layout',
    page: page('/datasets/ada/tides'),
    act: like,
    sends: [send('/api/datasets/ada/tides/like')],
    expect: [{ kind: 'like', object: { url: `${origin}/datasets/ada/tides` } }],
  },
  {
    name: 'likes a space with Enter',
    about: 'keyboard',
    page: page('/spaces/ada/clock'),
    act: [{ press: 'Enter', in: '.like' }],
    sends: [send('/api/spaces/ada/clock/like')],
    expect: [{ kind: 'like', object: { url: `${origin}/spaces/ada/clock` } }],
  },
  {
    name: 'a like that is refused',
    about: 'refusal',
    page: page('/ada/moon-net'),
    act: like,
    sends: [send('/api/models/ada/moon-net/like', undefined, { answer: { status: 403 } })],
    expect: [],
  },
  {
    name: 'a like while nobody is signed in',
    about: 'signed-out',
    page: page('/ada/tide-net', '<a href="/login">Log In</a>'),
    act: like,
    sends: [send('/api/models/ada/tide-net/like', undefined, { answer: { status: 401 } })],
    expect: [],
  },
  {
    name: 'a script of the page likes',
    about: 'synthetic',
    page: page('/ada/tide-net'),
    act: [{ synthetic: '.like' }],
    sends: [send('/api/models/ada/tide-net/like')],
    expect: [],
  },
  {
    name: 'one press that sends the like twice counts once',
    about: 'double',
    page: page('/ada/tide-net'),
    act: like,
    sends: [send('/api/models/ada/tide-net/like'), send('/api/models/ada/tide-net/like')],
    expect: [{ kind: 'like', object: { url: `${origin}/ada/tide-net` } }],
  },
  {
    name: 'events, marks of reading and preparations are no acts',
    about: 'look-alike',
    page: page('/ada/tide-net'),
    act: like,
    sends: [
      send('/api/event', { name: 'like' }),
      send('/api/discussions/mark-as-read', {}),
      send('/api/models/ada/tide-net/preupload/main', { files: [] }),
      send('/api/models/ada/tide-net', undefined, { method: 'GET' }),
    ],
    expect: [],
  },
  {
    name: 'the preview of a comment is a draft',
    about: 'draft',
    page: page('/ada/tide-net/discussions/7'),
    act: press,
    sends: [send('/api/preview', { text: 'x' })],
    expect: [],
  },
  {
    name: 'opens a discussion',
    about: 'do',
    page: page('/ada/tide-net/discussions/new'),
    act: press,
    sends: [send('/api/models/ada/tide-net/discussions', { title: 'Licence', description: 'x', pullRequest: false })],
    expect: [{ kind: 'post', object: { url: `${origin}/ada/tide-net/discussions`, title: 'Licence' } }],
  },
  {
    name: 'comments in a discussion',
    about: 'do',
    page: page('/datasets/ada/tides/discussions/7'),
    act: [{ type: 'textarea', text: 'Thanks' }, { click: '.send' }],
    sends: [send('/api/datasets/ada/tides/discussions/7/comment', { comment: 'Thanks' })],
    expect: [{ kind: 'comment', object: { url: `${origin}/datasets/ada/tides/discussions/7` } }],
  },
  {
    name: 'edits an own comment',
    about: 'edit',
    page: page('/ada/tide-net/discussions/7'),
    act: press,
    sends: [send('/api/models/ada/tide-net/discussions/7/comment/65a1b2c3d4e5f60718293a4b/edit', { content: 'x' })],
    expect: [
      { kind: 'edit', revises: true, object: { url: `${origin}/ada/tide-net/discussions/7#65a1b2c3d4e5f60718293a4b` } },
    ],
  },
  {
    name: 'closes a discussion',
    about: 'do',
    page: page('/ada/tide-net/discussions/8'),
    act: press,
    sends: [send('/api/models/ada/tide-net/discussions/8/status', { status: 'closed' })],
    expect: [
      { kind: 'moderation', object: { url: `${origin}/ada/tide-net/discussions/8` }, detail: { act: 'status' } },
    ],
  },
  {
    name: 'votes for a paper',
    about: 'do',
    page: page('/papers/2601.00001'),
    act: like,
    sends: [send('/api/papers/2601.00001/upvote')],
    expect: [{ kind: 'vote', object: { url: `${origin}/papers/2601.00001` }, detail: { vote: 'up' } }],
  },
  {
    name: 'takes the vote back',
    about: 'undo',
    page: page('/papers/2601.00001'),
    after: ['votes for a paper'],
    act: like,
    sends: [send('/api/papers/2601.00001/upvote', undefined, { method: 'DELETE' })],
    expect: [{ kind: 'vote', undo: true, object: { url: `${origin}/papers/2601.00001` } }],
  },
  {
    name: 'follows somebody',
    about: 'do',
    page: page('/ada'),
    act: like,
    sends: [send('/api/users/ada/follow')],
    expect: [{ kind: 'follow', object: { url: `${origin}/ada` }, to: { name: 'ada' } }],
  },
]);
