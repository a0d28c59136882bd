import type { RecordedRequest } from '../cases.ts';
import { defineCases } from '../define.ts';
import { pressCase, usualCases } from '../usual-cases.ts';

// No "private" case: there are no messages between people.

const origin = 'https://bitbucket.org';
const pull = `${origin}/kiln/glaze/pull-requests/7`;
const page = (url = pull, before = '') => ({
  url,
  html: `${before}<h1>Fix the ramp</h1><button class="do">Do</button><div class="ak-editor-content-area"><div contenteditable="true" role="textbox"></div></div>`,
});
const call = (method: RecordedRequest['method'], path: string, json?: unknown, version = '2.0'): RecordedRequest => ({
  method: method ?? 'POST',
  url: `/!api/${version}/repositories/kiln/glaze/${path}`,
  ...(json === undefined ? {} : { json }),
});
const press = (
  about: Parameters<typeof pressCase>[0],
  name: string,
  sends: RecordedRequest,
  expect: Parameters<typeof pressCase>[5],
  after?: string,
  url?: string,
) => pressCase(about, name, page(url), '.do', sends, expect, after ? { after: [after] } : {});
const approves = press('do', 'approves a pull request', call('POST', 'pullrequests/7/approve'), {
  kind: 'code-review',
  object: { url: pull, title: 'Fix the ramp' },
  detail: { act: 'approve' },
});
const issue = `${origin}/kiln/glaze/issues/3`;

export default defineCases([
  approves,
  ...usualCases(approves),
  press(
    'undo',
    'no longer approves',
    call('DELETE', 'pullrequests/7/approve'),
    { kind: 'code-review', undo: true, object: { url: pull } },
    'approves a pull request',
  ),
  press('do', 'asks for changes', call('POST', 'pullrequests/7/request-changes'), {
    kind: 'code-review',
    object: { url: pull },
    detail: { act: 'request-changes' },
  }),
  press(
    'undo',
    'no longer asks for them',
    call('DELETE', 'pullrequests/7/request-changes'),
    { kind: 'code-review', undo: true, object: { url: pull } },
    'asks for changes',
  ),
  pressCase(
    'switch',
    'approves instead',
    page(),
    '.do',
    [call('DELETE', 'pullrequests/7/request-changes'), call('POST', 'pullrequests/7/approve')],
    [
      { kind: 'code-review', undo: true, object: { url: pull } },
      { kind: 'code-review', object: { url: pull }, detail: { act: 'approve' } },
    ],
    { after: ['asks for changes'] },
  ),
  press(
    'do',
    'comments on a pull request',
    call('POST', 'pullrequests/7/comments', { content: { raw: 'x' } }, 'internal'),
    { kind: 'comment', object: { url: pull } },
  ),
  press(
    'do',
    'comments on a line',
    call('POST', 'pullrequests/7/comments', { content: { raw: 'x' }, inline: { path: 'a.c', to: 3 } }),
    { kind: 'code-review', object: { url: pull } },
  ),
  press(
    'do',
    'answers a comment',
    call('POST', 'pullrequests/7/comments', { content: { raw: 'x' }, parent: { id: 51 } }),
    { kind: 'comment', object: { url: `${pull}#comment-51` } },
  ),
  press(
    'draft',
    'a comment that waits for the review',
    call('POST', 'pullrequests/7/comments', { content: { raw: 'x' }, pending: true }),
    [],
  ),
  press('edit', 'edits a comment', call('PUT', 'pullrequests/7/comments/52', { content: { raw: 'y' } }), {
    kind: 'edit',
    revises: true,
    object: { url: `${pull}#comment-52` },
  }),
  press('undo', 'deletes a comment', call('DELETE', 'pullrequests/7/comments/53'), {
    kind: 'comment',
    undo: true,
    object: { url: `${pull}#comment-53` },
  }),
  press('do', 'settles a comment', call('POST', 'pullrequests/7/comments/54/resolve'), {
    kind: 'moderation',
    object: { url: `${pull}#comment-54` },
    detail: { act: 'resolve' },
  }),
  press(
    'undo',
    'opens the comment again',
    call('DELETE', 'pullrequests/7/comments/54/resolve'),
    { kind: 'moderation', undo: true, object: { url: `${pull}#comment-54` } },
    'settles a comment',
  ),
  press('do', 'adds a task', call('POST', 'pullrequests/7/tasks', { content: { raw: 'x' } }), {
    kind: 'comment',
    object: { url: pull },
    detail: { act: 'task' },
  }),
  press('do', 'merges', call('POST', 'pullrequests/7/merge', { merge_strategy: 'squash' }), {
    kind: 'moderation',
    object: { url: pull },
    detail: { act: 'merge' },
  }),
  press('do', 'declines', call('POST', 'pullrequests/7/decline'), {
    kind: 'moderation',
    object: { url: pull },
    detail: { act: 'decline' },
  }),
  press('edit', 'edits the title of a pull request', call('PUT', 'pullrequests/7', { title: 'x' }), {
    kind: 'edit',
    object: { url: pull },
  }),
  press('do', 'opens a pull request', call('POST', 'pullrequests', { title: 'Fix', source: {} }), {
    kind: 'post',
    object: { url: `${origin}/kiln/glaze/pull-requests`, title: 'Fix' },
  }),
  press(
    'do',
    'votes for an issue',
    call('PUT', 'issues/3/vote'),
    { kind: 'vote', object: { url: issue }, detail: { vote: 'up' } },
    undefined,
    issue,
  ),
  press(
    'undo',
    'no longer votes for it',
    call('DELETE', 'issues/3/vote'),
    { kind: 'vote', undo: true, object: { url: issue } },
    'votes for an issue',
    issue,
  ),
  press(
    'do',
    'watches an issue',
    call('PUT', 'issues/3/watch'),
    { kind: 'follow', object: { url: issue }, detail: { act: 'watch' } },
    undefined,
    issue,
  ),
  press(
    'undo',
    'no longer watches it',
    call('DELETE', 'issues/3/watch'),
    { kind: 'follow', undo: true, object: { url: issue } },
    'watches an issue',
    issue,
  ),
  press(
    'do',
    'comments on an issue',
    call('POST', 'issues/3/comments', { content: { raw: 'x' } }),
    { kind: 'comment', object: { url: issue } },
    undefined,
    issue,
  ),
  press('do', 'opens an issue', call('POST', 'issues', { title: 'Drips' }), {
    kind: 'post',
    object: { url: `${origin}/kiln/glaze/issues`, title: 'Drips' },
  }),
  pressCase(
    'layout',
    'approves in a closed repository',
    page(pull, '<span role="img" aria-label="Private repository" data-testid="repository-private-icon"></span>'),
    '.do',
    call('POST', 'pullrequests/7/approve', undefined, 'internal'),
    {
      kind: 'code-review',
      object: { url: pull },
      audience: 'limited',
    },
  ),
  press('look-alike', 'reads and previews are no acts', call('POST', 'pullrequests/7/diffstat', {}), []),
  pressCase(
    'look-alike',
    'marks of what was seen are no acts',
    page(),
    '.do',
    [
      call('GET', 'pullrequests/7/comments'),
      call('POST', 'pullrequests/7/conflicts', {}),
      { url: '/!api/internal/content-preview', json: { text: 'x' } },
      { url: '/!api/internal/analytics', json: {} },
    ],
    [],
  ),
]);
