import type { RecordedRequest } from '../cases.ts';
import { defineCases } from '../define.ts';
import { pressCase, usualCases } from '../usual-cases.ts';

// No "private" case: there are no messages between people.

const origin = 'https://issues.kiln.example';
const here = `${origin}/browse/GLZ-7`;
const head =
  '<meta name="application-name" content="JIRA"><meta name="ajs-remote-user" content="nora"><meta name="ajs-issue-key" content="GLZ-7">';
const item = (id: string) =>
  `<div id="comment-${id}" class="activity-comment"><a class="user-hover" rel="wren" href="/secure/ViewProfile.jspa?name=wren">Wren</a><p>Clay</p><button class="react">+</button><button class="more">Edit</button></div>`;
const page = (inside = '', url = here, before = '') => ({
  url,
  head,
  html: `${before}<a id="key-val" href="/browse/GLZ-7">GLZ-7</a><h1 id="summary-val">Cracks</h1>${inside}<form id="issue-comment-add"><textarea id="comment"></textarea><button type="submit" id="add">Add</button></form><button class="do">Do</button>`,
});
const call = (method: RecordedRequest['method'], url: string, json?: unknown): RecordedRequest => ({
  method: method ?? 'POST',
  url,
  ...(json === undefined ? {} : { json }),
});
const form = (url: string, form: Record<string, string>): RecordedRequest => ({ url, form });
const limited = { audience: 'limited' } as const;
const at = (id: string) => ({ url: `${here}?focusedCommentId=${id}`, id });
const add = (answer?: RecordedRequest['answer']): RecordedRequest => ({
  ...form('/secure/AddComment.jspa?atl_token=t', { id: '10007', comment: 'Clay', commentLevel: '' }),
  ...(answer ? { answer } : {}),
});

const comments = pressCase('do', 'comments on an issue', page(), '#add', add(), {
  kind: 'comment',
  object: { url: here, title: 'Cracks' },
  account: 'nora',
  ...limited,
});

export default defineCases([
  comments,
  ...usualCases(comments, undefined, ['refusal']),
  pressCase(
    'do',
    'comments by a form that leaves the page',
    page(),
    '#add',
    { ...add({ location: `${here}?focusedCommentId=612&page=x#comment-612` }), by: 'navigate' },
    {
      kind: 'comment',
      object: { url: here },
      made: { id: '612' },
      ...limited,
    },
  ),
  pressCase(
    'refusal',
    'a comment that ends at the login',
    page(),
    '#add',
    { ...add({ location: `${origin}/login.jsp?os_destination=x` }), by: 'navigate' },
    [],
  ),
  pressCase(
    'signed-out',
    'a comment while nobody is signed in',
    page('', here, '<div id="user-options"><a class="login-link" href="/login.jsp">Log in</a></div>'),
    '#add',
    add(),
    [],
  ),
  pressCase(
    'edit',
    'edits a comment',
    page(item('501')),
    '.more',
    form('/secure/EditComment.jspa', { id: '10007', commentId: '501', comment: 'x' }),
    { kind: 'edit', revises: true, object: at('501'), ...limited },
  ),
  pressCase(
    'undo',
    'deletes a comment',
    page(item('502')),
    '.more',
    form('/secure/DeleteComment.jspa', { id: '10007', commentId: '502' }),
    { kind: 'comment', undo: true, object: at('502'), ...limited },
  ),
  pressCase(
    'do',
    'reacts to a comment',
    page(item('503')),
    '.react',
    call('POST', '/rest/internal/2/reactions', { commentId: '503', emojiId: '1f44d' }),
    {
      kind: 'like',
      object: at('503'),
      to: { name: 'wren' },
      detail: { reaction: '1f44d', act: '1f44d' },
      ...limited,
    },
  ),
  pressCase(
    'undo',
    'takes the reaction back',
    page(item('503')),
    '.react',
    call('DELETE', '/rest/internal/2/reactions?commentId=503&emojiId=1f44d'),
    {
      kind: 'like',
      undo: true,
      object: at('503'),
      ...limited,
    },
    { after: ['reacts to a comment'] },
  ),
  pressCase(
    'switch',
    'a second reaction stands beside the first',
    page(item('503')),
    '.react',
    call('POST', '/rest/internal/2/reactions', { commentId: '503', emojiId: '2764' }),
    {
      kind: 'like',
      object: at('503'),
      detail: { reaction: '2764', act: '2764' },
      ...limited,
    },
    { after: ['reacts to a comment'] },
  ),
  pressCase('do', 'votes for an issue', page(), '.do', call('POST', '/rest/api/1.0/issues/10007/voters', {}), {
    kind: 'vote',
    object: { url: here },
    detail: { vote: 'up' },
    ...limited,
  }),
  pressCase(
    'undo',
    'no longer votes for it',
    page(),
    '.do',
    call('DELETE', '/rest/api/1.0/issues/10007/voters'),
    { kind: 'vote', undo: true, object: { url: here }, ...limited },
    { after: ['votes for an issue'] },
  ),
  pressCase('do', 'watches an issue', page(), '.do', call('POST', '/rest/api/1.0/issues/10007/watchers', {}), {
    kind: 'follow',
    object: { url: here },
    ...limited,
  }),
  pressCase(
    'undo',
    'no longer watches it',
    page(),
    '.do',
    call('DELETE', '/rest/api/2/issue/GLZ-7/watchers?username=nora'),
    { kind: 'follow', undo: true, object: { url: here }, ...limited },
    { after: ['watches an issue'] },
  ),
  pressCase(
    'do',
    'moves an issue on',
    page(),
    '.do',
    form('/secure/CommentAssignIssue.jspa?atl_token=t', { action: '5', id: '10007', resolution: '1' }),
    { kind: 'edit', object: { url: here }, detail: { act: 'transition' }, ...limited },
  ),
  pressCase(
    'edit',
    'changes a field',
    page(),
    '.do',
    form('/secure/AjaxIssueAction.jspa?decorator=null', { issueId: '10007', summary: 'x' }),
    { kind: 'edit', object: { url: here }, ...limited },
  ),
  pressCase(
    'do',
    'opens an issue',
    page(),
    '.do',
    form('/secure/QuickCreateIssue.jspa', { pid: '1', summary: 'Drips' }),
    { kind: 'post', object: { url: `${origin}/`, title: 'Drips' }, ...limited },
  ),
  pressCase(
    'layout',
    'below a path, on a board',
    page('', `${origin}/jira/secure/RapidBoard.jspa?rapidView=1&selectedIssue=GLZ-7`),
    '#add',
    form('/jira/secure/AddComment.jspa', { id: '10007', comment: 'x' }),
    {
      kind: 'comment',
      object: { url: `${origin}/jira/browse/GLZ-7` },
      ...limited,
    },
  ),
  pressCase(
    'draft',
    'opens the form of a new issue',
    page(),
    '.do',
    form('/secure/QuickCreateIssue!default.jspa?decorator=none', {}),
    [],
  ),
  pressCase(
    'look-alike',
    'reads by POST are no acts',
    page(item('505')),
    '.react',
    [
      call('POST', '/rest/internal/2/reactions/view', { commentIds: ['505'] }),
      call('POST', '/rest/analytics/1.0/publish/bulk', []),
      call('POST', '/rest/issueNav/1/issueTable', {}),
      call('POST', '/rest/webResources/1.0/resources', {}),
      call('POST', '/rest/api/2/search', { jql: 'x' }),
    ],
    [],
  ),
]);
