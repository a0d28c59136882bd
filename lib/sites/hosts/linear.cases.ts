import type { RecordedRequest } from '../cases.ts';
import { defineCases } from '../define.ts';
import { pressCase, usualCases } from '../usual-cases.ts';

// No "private" case: there are no messages between people.

const issue = 'https://linear.app/kiln/issue/GLZ-7';
const uuid = (start: string) => `${start.padEnd(8, '0')}-bbbb-4ccc-8ddd-eeeeeeeeeeee`;
const page = (url = `${issue}/cracked-celadon`) => ({
  url,
  html: '<div aria-label="Issue title">Cracked celadon</div><div aria-label="Comment" contenteditable="true" role="textbox"></div><button class="do">Do</button>',
});
const call = (field: string, variables: unknown, word = 'mutation'): RecordedRequest => ({
  url: 'https://client-api.linear.app/graphql',
  json: { operationName: 'X', query: `${word} X($input: In!) { ${field}(input: $input) { success } }`, variables },
  answer: { type: 'application/json', body: '{"data":{}}' },
});
const limited = { audience: 'limited' } as const;
const press = (
  about: Parameters<typeof pressCase>[0],
  name: string,
  sends: RecordedRequest,
  expect: Parameters<typeof pressCase>[5],
  after?: string,
  url?: string,
) => pressCase(about, name, page(url), '.do', sends, expect, after ? { after: [after] } : {});
const comments = press(
  'do',
  'comments on an issue',
  call('commentCreate', { input: { issueId: uuid('1'), body: 'x' } }),
  {
    kind: 'comment',
    object: { url: issue, title: 'Cracked celadon' },
    ...limited,
  },
);
const at = (start: string) => ({ url: `${issue}#comment-${start.padEnd(8, '0')}` });

export default defineCases([
  comments,
  ...usualCases(comments),
  press('do', 'answers a comment', call('commentCreate', { input: { issueId: uuid('1'), parentId: uuid('a1') } }), {
    kind: 'comment',
    object: at('a1'),
    ...limited,
  }),
  press('edit', 'edits a comment', call('commentUpdate', { id: uuid('a2'), input: { body: 'y' } }), {
    kind: 'edit',
    revises: true,
    object: at('a2'),
    ...limited,
  }),
  press('undo', 'deletes a comment', call('commentDelete', { id: uuid('a3') }), {
    kind: 'comment',
    undo: true,
    object: at('a3'),
    ...limited,
  }),
  press('do', 'reacts to a comment', call('reactionCreate', { input: { commentId: uuid('a4'), emoji: 'heart' } }), {
    kind: 'like',
    object: at('a4'),
    detail: { reaction: 'heart', act: 'heart' },
    ...limited,
  }),
  press(
    'switch',
    'a second reaction, to the issue itself',
    call('reactionCreate', { input: { issueId: uuid('1'), emoji: 'eyes' } }),
    { kind: 'like', object: { url: issue }, detail: { reaction: 'eyes', act: 'eyes' }, ...limited },
  ),
  press('undo', 'takes a reaction back', call('reactionDelete', { id: uuid('b1') }), {
    kind: 'like',
    undo: true,
    object: { url: issue },
    ...limited,
  }),
  press('do', 'settles a comment', call('commentResolve', { id: uuid('a5') }), {
    kind: 'moderation',
    object: at('a5'),
    detail: { act: 'resolve' },
    ...limited,
  }),
  press(
    'undo',
    'opens the comment again',
    call('commentUnresolve', { id: uuid('a5') }),
    { kind: 'moderation', undo: true, object: at('a5'), ...limited },
    'settles a comment',
  ),
  press('do', 'subscribes to an issue', call('issueSubscribe', { id: uuid('1') }), {
    kind: 'follow',
    object: { url: issue },
    ...limited,
  }),
  press(
    'undo',
    'no longer subscribes',
    call('issueUnsubscribe', { id: uuid('1') }),
    { kind: 'follow', undo: true, object: { url: issue }, ...limited },
    'subscribes to an issue',
  ),
  press('do', 'creates an issue', call('issueCreate', { input: { title: 'Drips', teamId: uuid('c') } }), {
    kind: 'post',
    object: { url: 'https://linear.app/kiln', title: 'Drips' },
    ...limited,
  }),
  press('edit', 'changes an issue', call('issueUpdate', { id: uuid('1'), input: { stateId: uuid('d') } }), {
    kind: 'edit',
    object: { url: issue },
    ...limited,
  }),
  press(
    'layout',
    'comments on an issue that is named without words',
    call('commentCreate', { issueId: uuid('1') }),
    { kind: 'comment', object: { url: issue }, ...limited },
    undefined,
    `${issue}#comment-1`,
  ),
  press('draft', 'a comment that is only kept', call('draftCreate', { input: { issueId: uuid('1') } }), []),
  press('look-alike', 'queries are no acts', call('commentCreate', {}, 'query'), []),
  press('look-alike', 'marks of what was seen are no acts', call('notificationMarkReadAll', {}), []),
]);
