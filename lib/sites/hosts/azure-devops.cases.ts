import type { RecordedRequest } from '../cases.ts';
import { defineCases } from '../define.ts';
import { pressCase, usualCases } from '../usual-cases.ts';

// No "private" case: there are no messages between people.
// No "draft" case: unsent comments are kept in the page.

const base = 'https://dev.azure.com/kiln/glaze';
const pull = `${base}/_git/oven/pullrequest/7`;
const item = `${base}/_workitems/edit/31`;
const page = (url = `${pull}?_a=files`) => ({
  url,
  html: '<div class="repos-pr-title-row"><input value="Fix the ramp"></div><button class="do">Do</button>',
});
const call = (
  method: RecordedRequest['method'],
  path: string,
  json?: unknown,
  area = 'git/repositories/0a-1b/pullRequests/7',
): RecordedRequest => ({
  method: method ?? 'POST',
  url: `/kiln/11-22/_apis/${area}/${path}?api-version=7.1`,
  ...(json === undefined ? {} : { json }),
});
const work = (method: RecordedRequest['method'], path: string, json?: unknown) =>
  call(method, path, json, 'wit/workItems/31');
const limited = { audience: 'limited' } as const;
const press = (
  about: Parameters<typeof pressCase>[0],
  name: string,
  sends: RecordedRequest,
  expect: Parameters<typeof pressCase>[5],
  after?: string,
  url?: string,
) => pressCase(about, name, page(url), '.do', sends, expect, after ? { after: [after] } : {});
const vote = (vote: number) => call('PUT', 'reviewers/u-1', { vote });
const approves = press('do', 'approves a pull request', vote(10), {
  kind: 'code-review',
  object: { url: pull, id: '7', title: 'Fix the ramp' },
  detail: { act: 'approve' },
  ...limited,
});
const thread = { url: `${pull}?discussionId=5` };

export default defineCases([
  approves,
  ...usualCases(approves),
  press(
    'undo',
    'takes the vote back',
    vote(0),
    { kind: 'code-review', undo: true, object: { url: pull }, ...limited },
    'approves a pull request',
  ),
  press(
    'switch',
    'rejects after all',
    vote(-10),
    { kind: 'code-review', object: { url: pull }, detail: { act: 'request-changes' }, ...limited },
    'approves a pull request',
  ),
  press('do', 'comments on a pull request', call('POST', 'threads', { comments: [{ content: 'x' }], status: 1 }), {
    kind: 'comment',
    object: { url: pull },
    ...limited,
  }),
  press(
    'do',
    'comments on a line',
    call('POST', 'threads', { comments: [{ content: 'x' }], threadContext: { filePath: '/a.c' } }),
    { kind: 'code-review', object: { url: pull }, ...limited },
  ),
  press('do', 'answers in a thread', call('POST', 'threads/5/comments', { content: 'x', parentCommentId: 1 }), {
    kind: 'comment',
    object: thread,
    ...limited,
  }),
  press('edit', 'edits a comment', call('PATCH', 'threads/5/comments/2', { content: 'y' }), {
    kind: 'edit',
    revises: true,
    object: thread,
    ...limited,
  }),
  press('undo', 'deletes a comment', call('DELETE', 'threads/5/comments/2'), {
    kind: 'comment',
    undo: true,
    object: thread,
    ...limited,
  }),
  press('do', 'likes a comment', call('POST', 'threads/5/comments/1/likes'), {
    kind: 'like',
    object: thread,
    ...limited,
  }),
  press(
    'undo',
    'no longer likes it',
    call('DELETE', 'threads/5/comments/1/likes'),
    { kind: 'like', undo: true, object: thread, ...limited },
    'likes a comment',
  ),
  press('do', 'settles a thread', call('PATCH', 'threads/5', { status: 2 }), {
    kind: 'moderation',
    object: thread,
    detail: { act: 'settle' },
    ...limited,
  }),
  press(
    'do',
    'comments on a work item',
    work('POST', 'comments', { text: 'x' }),
    { kind: 'comment', object: { url: item }, ...limited },
    undefined,
    item,
  ),
  press(
    'edit',
    'edits a comment of a work item',
    work('PATCH', 'comments/9', { text: 'y' }),
    { kind: 'edit', revises: true, object: { url: `${item}#9` }, ...limited },
    undefined,
    item,
  ),
  press(
    'undo',
    'deletes a comment of a work item',
    work('DELETE', 'comments/9'),
    { kind: 'comment', undo: true, object: { url: `${item}#9` }, ...limited },
    undefined,
    item,
  ),
  press(
    'do',
    'reacts to a comment of a work item',
    work('PUT', 'comments/9/reactions/heart'),
    { kind: 'like', object: { url: `${item}#9` }, detail: { reaction: 'heart', act: 'heart' }, ...limited },
    undefined,
    item,
  ),
  press(
    'undo',
    'takes the reaction back',
    work('DELETE', 'comments/9/reactions/heart'),
    { kind: 'like', undo: true, object: { url: `${item}#9` }, ...limited },
    'reacts to a comment of a work item',
    item,
  ),
  pressCase(
    'layout',
    'on the older host',
    page('https://kiln.visualstudio.com/glaze/_git/oven/pullrequest/8'),
    '.do',
    {
      method: 'PUT',
      url: '/11-22/_apis/git/repositories/0a-1b/pullRequests/8/reviewers/u-1?api-version=7.1',
      json: { vote: 5 },
    },
    {
      kind: 'code-review',
      object: { url: 'https://kiln.visualstudio.com/glaze/_git/oven/pullrequest/8' },
      detail: { act: 'approve' },
      ...limited,
    },
  ),
  pressCase(
    'look-alike',
    'queries by POST and marks of what was seen are no acts',
    page(),
    '.do',
    [
      { url: '/kiln/_apis/Contribution/HierarchyQuery/project/11-22', json: {} },
      call('PUT', 'reviewers/u-1', { isFlagged: true }),
      call('GET', 'threads'),
      { url: '/kiln/11-22/_apis/wit/workItemsBatch', json: { ids: [31] } },
      { url: '/kiln/11-22/_apis/visits/artifactVisits', json: [] },
    ],
    [],
  ),
]);
