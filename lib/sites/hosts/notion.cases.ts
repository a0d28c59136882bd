import type { RecordedRequest } from '../cases.ts';
import { defineCases } from '../define.ts';
import { pressCase, usualCases } from '../usual-cases.ts';

// No "draft" case: an unsent comment is kept in the browser.
// No "private" case: there are no messages between people.
// No "switch" case: comments have no values to choose from.

const id = '0123456789abcdef0123456789abcdef';
const url = `https://www.notion.so/kiln/Celadon-${id}`;
const uuid = (end: string) => `aaaaaaaa-bbbb-4ccc-8ddd-${end.padStart(12, '0')}`;
const hex = (end: string) => uuid(end).replaceAll('-', '');
const page = (at = url) => ({
  url: at,
  html: `<div data-block-id="${uuid('9')}"><p>Clay</p></div><div contenteditable="true" role="textbox"></div><div role="button" tabindex="0" class="send">↑</div>`,
});
const op = (table: string, end: string, path: string[], command: string, args: unknown) => ({
  pointer: { table, id: uuid(end), spaceId: uuid('1') },
  path,
  command,
  args,
});
const save = (operations: unknown[], endpoint = 'saveTransactionsFanout'): RecordedRequest => ({
  url: `/api/v3/${endpoint}`,
  json: {
    requestId: uuid('2'),
    transactions: [{ id: uuid('3'), spaceId: uuid('1'), debug: { userAction: 'x' }, operations }],
  },
  answer: { type: 'application/json', body: '{}' },
});
const write = (comment: string, discussion: string) => [
  op('comment', comment, [], 'set', {
    id: uuid(comment),
    parent_id: uuid(discussion),
    parent_table: 'discussion',
    text: [['Clay']],
    alive: true,
  }),
  op('discussion', discussion, ['comments'], 'listAfter', { id: uuid(comment) }),
  op('block', '9', ['last_edited_time'], 'set', 1),
];
const at = (discussion: string, base = id) => ({
  url: `https://www.notion.so/${base}?d=${hex(discussion)}`,
  id: hex(discussion),
});
const limited = { audience: 'limited' } as const;

const comments = pressCase('do', 'comments in a discussion', page(), '.send', save(write('41', '31')), {
  kind: 'comment',
  object: at('31'),
  ...limited,
});

export default defineCases([
  comments,
  ...usualCases(comments),
  pressCase(
    'do',
    'begins a discussion',
    page(),
    '.send',
    save([
      op('discussion', '32', [], 'set', {
        id: uuid('32'),
        parent_id: uuid('9'),
        parent_table: 'block',
        resolved: false,
      }),
      ...write('42', '32'),
      op('comment', '42', ['text'], 'set', [['Clay']]),
      op('block', '9', ['discussions'], 'listAfter', { id: uuid('32') }),
    ]),
    { kind: 'comment', object: at('32'), ...limited },
  ),
  pressCase(
    'edit',
    'edits a comment',
    page(),
    '.send',
    save([op('comment', '43', ['text'], 'set', [['Loam']]), op('comment', '43', ['last_edited_time'], 'set', 1)]),
    {
      kind: 'edit',
      revises: true,
      object: { url: `https://www.notion.so/${id}`, id: hex('43') },
      ...limited,
    },
  ),
  pressCase('undo', 'deletes a comment', page(), '.send', save([op('comment', '44', [], 'update', { alive: false })]), {
    kind: 'comment',
    undo: true,
    object: { url: `https://www.notion.so/${id}`, id: hex('44') },
    ...limited,
  }),
  pressCase('do', 'settles a discussion', page(), '.send', save([op('discussion', '33', ['resolved'], 'set', true)]), {
    kind: 'moderation',
    object: at('33'),
    detail: { act: 'resolve' },
    ...limited,
  }),
  pressCase(
    'undo',
    'opens it again',
    page(),
    '.send',
    save([op('discussion', '33', ['resolved'], 'set', false)]),
    {
      kind: 'moderation',
      undo: true,
      object: at('33'),
      ...limited,
    },
    { after: ['settles a discussion'] },
  ),
  pressCase(
    'layout',
    'a page that is open beside another, by the older endpoint',
    page(`${url}?v=${'b'.repeat(32)}&p=${'c'.repeat(32)}&pm=s`),
    '.send',
    save(
      [
        {
          id: uuid('45'),
          table: 'comment',
          path: [],
          command: 'set',
          args: { parent_id: uuid('34'), parent_table: 'discussion' },
        },
      ],
      'saveTransactions',
    ),
    {
      kind: 'comment',
      object: at('34', 'c'.repeat(32)),
      ...limited,
    },
  ),
  pressCase(
    'look-alike',
    'reads by POST, typing in a page and marks of what was seen are no acts',
    page(),
    '.send',
    [
      { url: '/api/v3/syncRecordValuesMain', json: { requests: [] } },
      { url: '/api/v3/loadPageChunk', json: { pageId: uuid('9') } },
      save([
        op('block', '9', ['properties', 'title'], 'set', [['Clay']]),
        op('block', '9', [], 'update', { last_edited_time: 1 }),
      ]),
      save([op('space_view', '5', ['visited_templates'], 'set', [])]),
      save([op('thread_message', '6', [], 'set', { parent_table: 'thread' })]),
    ],
    [],
  ),
]);
