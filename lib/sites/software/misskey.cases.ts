import type { ExpectedEntry, RecordedRequest, SiteCase } from '../cases.ts';
import { defineCases } from '../define.ts';

const origin = 'https://misskey.kiln.example';
const article = (id: string) =>
  `<article><a href="/@wren">wren</a><a href="/notes/${id}">2h</a><footer><button class="_button"><i class="ti ti-plus"></i></button></footer></article>`;
const page = (inside: string, path = '/timeline') => ({
  url: origin + path,
  html: `<div id="misskey_app">${inside}</div>`,
});
const form =
  '<div role="dialog"><textarea data-cy-post-form-text></textarea><button data-cy-open-post-form-submit>Note</button></div>';
const send = (endpoint: string, json: Record<string, unknown>, status = 204): RecordedRequest => ({
  url: `/api/${endpoint}`,
  json: { i: 'sEcReT0token', ...json },
  answer: { status },
});
const at = (id: string) => ({ url: `${origin}/notes/${id}`, id });

const press = (name: string, id: string, sends: RecordedRequest, entry: ExpectedEntry, after?: string): SiteCase => ({
  name,
  about: entry.undo ? 'undo' : 'do',
  page: page(article(id)),
  act: [{ click: 'footer button' }],
  sends: [sends],
  expect: [entry],
  ...(after ? { after: [after] } : {}),
});
const write = (name: string, json: Record<string, unknown>, expect: ExpectedEntry[], path?: string): SiteCase => ({
  name,
  about: 'do',
  page: page(form, path),
  act: [{ type: 'textarea', text: 'Clay' }, { click: '[data-cy-open-post-form-submit]' }],
  sends: [send('notes/create', { visibility: 'public', ...json }, 200)],
  expect,
});
const react = (noteId: string) => send('notes/reactions/create', { noteId, reaction: ':clay@.:' });

export default defineCases([
  press('reacts to a note', '9aa1', react('9aa1'), {
    kind: 'like',
    object: at('9aa1'),
    to: { name: 'wren', url: `${origin}/@wren` },
    detail: { reaction: ':clay@.:' },
  }),
  press(
    'takes a reaction back',
    '9aa1',
    send('notes/reactions/delete', { noteId: '9aa1' }),
    { kind: 'like', undo: true, object: at('9aa1') },
    'reacts to a note',
  ),
  {
    name: 'changes a reaction: taken back and given anew',
    about: 'switch',
    after: ['reacts to a note'],
    page: page(article('9aa1')),
    act: [{ click: 'footer button' }],
    sends: [
      send('notes/reactions/delete', { noteId: '9aa1' }),
      send('notes/reactions/create', { noteId: '9aa1', reaction: '❤' }),
    ],
    expect: [
      { kind: 'like', undo: true, object: at('9aa1') },
      { kind: 'like', object: at('9aa1'), detail: { reaction: '❤' } },
    ],
  },
  press('likes a note on Sharkey', '9aa2', send('notes/like', { noteId: '9aa2' }), {
    kind: 'like',
    object: at('9aa2'),
  }),
  {
    name: 'reacts from a picker at the end of the page',
    about: 'layout',
    page: page(`${article('9aa3')}<div class="picker"><button>❤</button></div>`),
    act: [{ click: '.picker button' }],
    sends: [react('9aa3')],
    expect: [{ kind: 'like', object: at('9aa3') }],
  },
  {
    name: 'reacts with the keyboard',
    about: 'keyboard',
    page: page(article('9aa4')),
    act: [{ press: 'e', in: 'footer button' }],
    sends: [react('9aa4')],
    expect: [{ kind: 'like', object: at('9aa4') }],
  },
  {
    name: 'a reaction that the server refuses',
    about: 'refusal',
    page: page(article('9aa5')),
    act: [{ click: 'footer button' }],
    sends: [{ ...react('9aa5'), answer: { status: 400, body: '{"error":{"code":"ALREADY_REACTED"}}' } }],
    expect: [],
  },
  {
    name: 'a reaction with a token that is no longer good',
    about: 'signed-out',
    page: page(article('9aa6')),
    act: [{ click: 'footer button' }],
    sends: [{ ...react('9aa6'), answer: { status: 401 } }],
    expect: [],
  },
  {
    name: 'a script reacts',
    about: 'synthetic',
    page: page(article('9aa7')),
    act: [{ synthetic: 'footer button' }],
    sends: [react('9aa7')],
    expect: [],
  },
  {
    name: 'one press that is sent twice counts once',
    about: 'double',
    page: page(article('9aa8')),
    act: [{ click: 'footer button' }],
    sends: [react('9aa8'), react('9aa8')],
    expect: [{ kind: 'like', object: at('9aa8') }],
  },
  {
    name: 'reads by POST',
    about: 'look-alike',
    page: page(article('9aa9')),
    act: [{ click: 'footer button' }],
    sends: [
      send('notes/reactions', { noteId: '9aa9', limit: 11 }, 200),
      send('notes/show', { noteId: '9aa9' }, 200),
      send('i/claim-achievement', { name: 'noteClipped1' }),
    ],
    expect: [],
  },
  write('posts a note', { text: 'Clay' }, [{ kind: 'post', object: { url: `${origin}/` }, audience: 'public' }]),
  write('posts for followers', { text: 'Clay', visibility: 'followers' }, [
    { kind: 'post', object: { url: `${origin}/` }, audience: 'limited' },
  ]),
  write('replies', { text: 'Clay', replyId: '9bb1', renoteId: null }, [{ kind: 'comment', object: at('9bb1') }]),
  write('quotes', { text: 'Clay', renoteId: '9bb2' }, [
    { kind: 'share', object: at('9bb2'), detail: { act: 'quote' } },
  ]),
  {
    ...write('writes to one person', { text: 'Clay', visibility: 'specified', visibleUserIds: ['9u1'] }, []),
    about: 'private',
  },
  { ...write('posts later', { text: 'Clay', scheduledAt: 1795000000000 }, []), about: 'draft' },
  press('passes a note on', '9bb3', send('notes/create', { renoteId: '9bb3', visibility: 'public' }, 200), {
    kind: 'share',
    object: at('9bb3'),
    to: { name: 'wren' },
  }),
  press(
    'passes it on no longer',
    '9bb3',
    send('notes/unrenote', { noteId: '9bb3' }),
    { kind: 'share', undo: true, object: at('9bb3') },
    'passes a note on',
  ),
  {
    ...press('edits a note', '9bb4', send('notes/edit', { editId: '9bb4', text: 'Loam' }, 200), {
      kind: 'edit',
      object: at('9bb4'),
      revises: true,
    }),
    about: 'edit',
  },
  press('deletes a note', '9bb4', send('notes/delete', { noteId: '9bb4' }), {
    kind: 'post',
    undo: true,
    object: at('9bb4'),
  }),
  press('votes in a poll', '9bb5', send('notes/polls/vote', { noteId: '9bb5', choice: 1 }), {
    kind: 'vote',
    object: at('9bb5'),
    detail: { act: 'poll' },
  }),
  press('keeps a note', '9bb6', send('notes/favorites/create', { noteId: '9bb6' }), {
    kind: 'bookmark',
    object: at('9bb6'),
  }),
  press(
    'keeps it no longer',
    '9bb6',
    send('notes/favorites/delete', { noteId: '9bb6' }),
    { kind: 'bookmark', undo: true, object: at('9bb6') },
    'keeps a note',
  ),
  press('clips a note', '9bb7', send('clips/add-note', { clipId: '9c1', noteId: '9bb7' }), {
    kind: 'bookmark',
    object: at('9bb7'),
  }),
  {
    name: 'follows a person',
    about: 'do',
    page: page('<button class="follow">Follow</button>', '/@wren'),
    act: [{ click: '.follow' }],
    sends: [send('following/create', { userId: '9u1' }, 200)],
    expect: [{ kind: 'follow', object: { url: `${origin}/@wren`, id: '9u1' }, to: { name: 'wren' } }],
  },
  {
    name: 'follows the person no longer',
    about: 'undo',
    after: ['follows a person'],
    page: page('<button class="follow">Following</button>', '/@wren'),
    act: [{ click: '.follow' }],
    sends: [send('following/delete', { userId: '9u1' }, 200)],
    expect: [{ kind: 'follow', undo: true, object: { url: `${origin}/@wren` } }],
  },
  {
    name: 'reports a person',
    about: 'do',
    page: page('<div role="dialog"><button>Send</button></div>'),
    act: [{ click: 'button' }],
    sends: [send('users/report-abuse', { userId: '9u2', comment: 'spam' })],
    expect: [{ kind: 'moderation', object: { url: `${origin}/users/9u2` }, detail: { act: 'report' } }],
  },
]);
