import { defineSite } from '../define.ts';
import type { Action, RequestRule, Test, Value } from '../schema.ts';

/** Jira in the cloud. The page writes by REST or by the GraphQL gateway; reactions have a gateway of their own. */

const rest = (path: string, method: RequestRule['method'] = 'POST'): RequestRule => ({
  method,
  url: `/rest/:api(api|internal)/:version/issue/${path}`,
});
const gateway = (word: string): RequestRule => ({
  url: '/gateway/api/graphql',
  where: [
    { at: '/json/query', matches: '^\\s*mutation\\b' },
    { at: { from: ['/json/operationName', '/query/operation', '/query/q'] }, matches: word },
  ],
});
const isKey = { match: '^([A-Z][A-Z0-9_]+-\\d+)$' };
const shown: Value = {
  from: ['/page/url'],
  via: [{ match: '(?:/browse/|/issues/|selectedIssue=)([A-Z][A-Z0-9_]+-\\d+)' }],
};
/** Requests may name an issue by its number; the page says its key. */
const take = { key: { from: '/url/key', via: [isKey] }, crumb: { from: '/page/key', via: [isKey] }, shown };
const issue = ['{origin}/browse/{key}', '{origin}/browse/{crumb}', '{origin}/browse/{shown}'];
const limited: Test[] = [{ at: { text: 'members' }, is: 'members' }];
const onIssue: Pick<Action, 'take' | 'object' | 'limited'> = {
  take,
  object: { url: issue, title: '/page/title' },
  limited,
};
const onComment = (id: Value): Pick<Action, 'take' | 'target' | 'object' | 'limited'> => ({
  take: { ...take, comment: id },
  target: id,
  object: { url: issue.map((url) => `${url}?focusedCommentId={comment}`), id: '{comment}', title: '/page/title' },
  limited,
});
const reacted: Value = { from: ['/json/ari', '/query/ari'], via: [{ match: ':comment/(\\d+)$' }] };
const emoji: Value = { from: ['/json/emojiId', '/query/emojiId'] };
const reaction = (undo: boolean): Action => ({
  id: undo ? 'unreact' : 'react',
  kind: 'like',
  undo,
  request: { method: undo ? 'DELETE' : 'POST', url: '/gateway/api/reactions/reactions' },
  ...onComment(reacted),
  object: {
    url: [
      ...issue.slice(1).map((url) => `${url}?focusedCommentId={comment}`),
      // The body of a DELETE is not shown: the comment around the press.
      ...issue.slice(1).map((url) => `${url}?focusedCommentId={page.id}`),
    ],
    title: '/page/title',
  },
  detail: { reaction: emoji, act: emoji },
});
const toggle = (id: string, path: string, kind: Action['kind'], undo: boolean, act: string): Action => ({
  id,
  kind,
  undo,
  request: rest(`:key/${path}`, undo ? 'DELETE' : 'POST'),
  ...onIssue,
  to: { name: { text: '' } },
  ...(kind === 'vote' ? { detail: { vote: { text: 'up' } } } : { detail: { act: { text: act } } }),
});
const crumb = '[data-testid="issue.views.issue-base.foundation.breadcrumbs.current-issue.item"]';
const around = {
  key: { of: 'page', select: crumb, attr: 'href', match: '/browse/([^/?#]+)' },
  title: { of: 'page', select: '[data-testid="issue.views.issue-base.foundation.summary.heading"]' },
} as const;

export default defineSite({
  id: 'jira-cloud',
  name: 'Jira Cloud',
  version: 1,
  group: 'work',
  confidence: 'medium',
  hosts: ['*.atlassian.net', '*.jira.com'],
  items: [
    {
      select: '[data-testid^="comment-base-item-"], [data-testid^="issue-comment-base.ui.comment.ak-comment."]',
      read: {
        id: { attr: 'data-testid', match: '(\\d+)(?:-[a-z]+)?$' },
        author: { select: '[data-testid$="-header"] [data-testid*="profilecard"], [data-testid$="-header"] h3' },
        ...around,
      },
    },
  ],
  page: around,
  composers: ['[data-testid^="issue.activity.comment"] [contenteditable="true"]'],
  actions: [
    { id: 'comment', kind: 'comment', request: rest(':key/comment'), ...onIssue },
    {
      id: 'comment-by-query',
      kind: 'comment',
      request: gateway('(?:[Aa]dd|[Cc]reate|[Ss]ave)\\w{0,40}Comment'),
      // The editor of the description has the same button.
      control: { select: ':not([data-testid*="rich-text"]) > * [data-testid="comment-save-button"]' },
      demand: true,
      ...onIssue,
      confidence: 'low',
    },
    {
      id: 'edit-comment',
      kind: 'edit',
      edit: true,
      request: rest(':key/comment/:id(\\d+)', 'PUT'),
      ...onComment('/url/id'),
    },
    {
      id: 'delete-comment',
      kind: 'comment',
      undo: true,
      undoes: ['comment'],
      request: rest(':key/comment/:id(\\d+)', 'DELETE'),
      ...onComment('/url/id'),
    },
    reaction(false),
    reaction(true),
    toggle('vote', 'votes', 'vote', false, ''),
    toggle('unvote', 'votes', 'vote', true, ''),
    toggle('watch', 'watchers', 'follow', false, 'watch'),
    toggle('unwatch', 'watchers', 'follow', true, 'watch'),
    {
      id: 'transition',
      kind: 'edit',
      request: rest(':key/transitions'),
      ...onIssue,
      detail: { act: { text: 'transition' } },
    },
    { id: 'edit', kind: 'edit', request: rest(':key', 'PUT'), ...onIssue },
    {
      id: 'create',
      kind: 'post',
      request: [{ url: '/rest/:api(api|internal)/:version/issue' }, { url: '/secure/QuickCreateIssue.jspa' }],
      object: { url: ['{origin}/browse/{json.fields.project.key}', '{origin}/'], title: '/json/fields/summary' },
      to: { name: { text: '' } },
      limited,
    },
  ],
  unseen: [
    'Comments that are sent by GraphQL under a name that is not known yet.',
    'The address of a new comment or issue, and who you are.',
    'Changes that the page sends by GraphQL only: fields, ranks, boards.',
    'Whether a project can be read by everybody: every entry counts as limited.',
  ],
  sources: [
    'Jira Cloud REST API reference; clients of /gateway/api/reactions (2026); DOM maps of the issue view (2023-2026)',
  ],
});
