import type { RecordedRequest } from '../cases.ts';
import { defineCases } from '../define.ts';
import { pressCase, usualCases } from '../usual-cases.ts';

// No "draft" case: unsent comments are kept in the browser.
// No "private" case: there are no messages between people; internal notes of service projects count as limited, like all else.

const origin = 'https://kiln.atlassian.net';
const here = `${origin}/browse/GLZ-7`;
const item = (id: string) =>
  `<div data-testid="comment-base-item-${id}"><div data-testid="issue-comment-base.ui.comment.ak-comment.${id}"><div data-testid="issue-comment-base.ui.comment.ak-comment.${id}-header"><h3>Wren Ash</h3></div>
  <p>Clay</p><button class="react" aria-label="Add reaction">+</button><button class="more">Edit</button></div></div>`;
const page = (inside = '', url = here) => ({
  url,
  html: `<a data-testid="issue.views.issue-base.foundation.breadcrumbs.current-issue.item" href="/browse/GLZ-7">GLZ-7</a>
  <h1 data-testid="issue.views.issue-base.foundation.summary.heading">Cracks in the celadon</h1>${inside}
  <div data-testid="issue.activity.comment"><div contenteditable="true" role="textbox"></div><div><button data-testid="comment-save-button">Save</button></div></div><button class="do">Do</button>`,
});
const call = (method: RecordedRequest['method'], url: string, json?: unknown, status = 200): RecordedRequest => ({
  method: method ?? 'POST',
  url,
  ...(json === undefined ? {} : { json }),
  answer: { status },
});
const issue = '/rest/api/3/issue/GLZ-7';
const save = '[data-testid="comment-save-button"]';
const limited = { audience: 'limited' } as const;
const at = (id: string) => ({ url: `${here}?focusedCommentId=${id}` });
const ari = (id: string) => ({
  emojiId: '1f44d',
  ari: `ari:cloud:jira:c1:comment/${id}`,
  containerAri: 'ari:cloud:jira:c1:issue/9',
});

const comments = pressCase(
  'do',
  'comments on an issue',
  page(),
  save,
  call('POST', `${issue}/comment`, { body: { type: 'doc' } }, 201),
  {
    kind: 'comment',
    object: { url: here, title: 'Cracks in the celadon' },
    ...limited,
  },
);

export default defineCases([
  comments,
  ...usualCases(comments),
  pressCase(
    'layout',
    'comments from a board, where the request has a number for the issue',
    page('', `${origin}/jira/software/projects/GLZ/boards/1?selectedIssue=GLZ-7`),
    save,
    call('POST', '/rest/internal/3/issue/10007/comment', { body: {} }, 201),
    {
      kind: 'comment',
      object: { url: here },
      ...limited,
    },
  ),
  pressCase(
    'layout',
    'comments by GraphQL',
    page(),
    save,
    call('POST', '/gateway/api/graphql?operation=AddIssueComment', {
      operationName: 'AddIssueComment',
      query: 'mutation AddIssueComment { x }',
      variables: {},
    }),
    {
      kind: 'comment',
      object: { url: here },
      ...limited,
    },
  ),
  pressCase('edit', 'edits a comment', page(item('501')), '.more', call('PUT', `${issue}/comment/501`, { body: {} }), {
    kind: 'edit',
    revises: true,
    object: at('501'),
    ...limited,
  }),
  pressCase(
    'undo',
    'deletes a comment',
    page(item('502')),
    '.more',
    call('DELETE', `${issue}/comment/502`, undefined, 204),
    { kind: 'comment', undo: true, object: at('502'), ...limited },
  ),
  pressCase(
    'do',
    'reacts to a comment',
    page(item('503')),
    '.react',
    call('POST', '/gateway/api/reactions/reactions', ari('503')),
    {
      kind: 'like',
      object: at('503'),
      to: { name: 'Wren Ash' },
      detail: { reaction: '1f44d', act: '1f44d' },
      ...limited,
    },
  ),
  pressCase(
    'undo',
    'takes the reaction back',
    page(item('503')),
    '.react',
    call('DELETE', '/gateway/api/reactions/reactions?ari=ari%3Acloud%3Ajira%3Ac1%3Acomment%2F503&emojiId=1f44d'),
    {
      kind: 'like',
      undo: true,
      object: at('503'),
      ...limited,
    },
    { after: ['reacts to a comment'] },
  ),
  pressCase(
    'undo',
    'takes a reaction back, with the comment in a body that is not shown',
    page(item('504')),
    '.react',
    call('DELETE', '/gateway/api/reactions/reactions', ari('504')),
    {
      kind: 'like',
      undo: true,
      object: at('504'),
      ...limited,
    },
  ),
  pressCase(
    'switch',
    'a second reaction stands beside the first',
    page(item('503')),
    '.react',
    call('POST', '/gateway/api/reactions/reactions', { ...ari('503'), emojiId: '2764' }),
    {
      kind: 'like',
      object: at('503'),
      detail: { reaction: '2764', act: '2764' },
      ...limited,
    },
    { after: ['reacts to a comment'] },
  ),
  pressCase('do', 'votes for an issue', page(), '.do', call('POST', `${issue}/votes`, undefined, 204), {
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
    call('DELETE', `${issue}/votes`, undefined, 204),
    { kind: 'vote', undo: true, object: { url: here }, ...limited },
    { after: ['votes for an issue'] },
  ),
  pressCase('do', 'watches an issue', page(), '.do', call('POST', `${issue}/watchers`, undefined, 204), {
    kind: 'follow',
    object: { url: here },
    detail: { act: 'watch' },
    ...limited,
  }),
  pressCase(
    'undo',
    'no longer watches it',
    page(),
    '.do',
    call('DELETE', `${issue}/watchers?accountId=5`, undefined, 204),
    { kind: 'follow', undo: true, object: { url: here }, ...limited },
    { after: ['watches an issue'] },
  ),
  pressCase(
    'do',
    'moves an issue on',
    page(),
    '.do',
    call('POST', `${issue}/transitions`, { transition: { id: '31' } }, 204),
    { kind: 'edit', object: { url: here }, detail: { act: 'transition' }, ...limited },
  ),
  pressCase('edit', 'changes a field', page(), '.do', call('PUT', issue, { fields: { summary: 'x' } }, 204), {
    kind: 'edit',
    object: { url: here },
    ...limited,
  }),
  pressCase(
    'do',
    'opens an issue',
    page(),
    '.do',
    call('POST', '/rest/api/3/issue', { fields: { project: { key: 'GLZ' }, summary: 'Drips' } }, 201),
    {
      kind: 'post',
      object: { url: `${origin}/browse/GLZ`, title: 'Drips' },
      ...limited,
    },
  ),
  pressCase(
    'look-alike',
    'reads by POST and queries are no acts',
    page(item('505')),
    save,
    [
      call('POST', '/gateway/api/graphql?operation=IssueComments', {
        operationName: 'IssueComments',
        query: 'query IssueComments { x }',
      }),
      call('POST', '/gateway/api/reactions/reactions/view', { aris: [] }),
      call('POST', '/rest/api/3/comment/list', { ids: [505] }),
      call('POST', '/rest/internal/2/reactions/view', { commentIds: ['505'] }),
      call('POST', '/rest/analytics/1.0/publish/bulk', []),
      call('GET', `${issue}/votes`),
    ],
    [],
  ),
  pressCase(
    'look-alike',
    'saves the description with the button of the same name',
    {
      url: here,
      html: '<div data-testid="issue.views.field.rich-text.editor-container"><button data-testid="comment-save-button">Save</button></div>',
    },
    save,
    call('POST', '/gateway/api/graphql', {
      operationName: 'UpdateDescription',
      query: 'mutation UpdateDescription { x }',
    }),
    [],
  ),
]);
