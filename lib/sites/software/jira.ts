import { defineSite } from '../define.ts';
import type { Action, RequestRule, Test, Value } from '../schema.ts';

/** Jira Data Center and Server, on any host and below a path: REST beside the older forms. */

const at = (path: string, method: RequestRule['method'] = 'POST'): RequestRule => ({
  method,
  url: `:base(.*)/${path}`,
});
/** An installation at the root of its host has no base. */
const both = (urls: string[]) => urls.flatMap((url) => [url, url.replace('{url.base}', '')]);
const isKey = { match: '^([A-Z][A-Z0-9_]+-\\d+)$' };
const key: Value = { from: ['/url/key', '/page/key'], via: [isKey] };
const shown: Value = {
  from: '/page/url',
  via: [{ match: '(?:/browse/|/issues/|selectedIssue=)([A-Z][A-Z0-9_]+-\\d+)' }],
};
const browse = ['{origin}{url.base}/browse/{key}', '{origin}{url.base}/browse/{shown}'];
const limited: Test[] = [{ at: { text: 'members' }, is: 'members' }];
const refusedAt = ['*/login.jsp', '*/secure/admin/WebSudo*'];
const nobody = { name: { text: '' } };
const onIssue: Pick<Action, 'take' | 'object' | 'limited' | 'refusedAt' | 'to'> = {
  take: { key, shown },
  object: { url: both(browse), id: '{key}', title: '/page/title' },
  to: nobody,
  limited,
  refusedAt,
};
const onComment = (id: Value): Pick<Action, 'take' | 'target' | 'object' | 'limited' | 'refusedAt'> => ({
  take: { key, shown, comment: id },
  target: id,
  object: {
    url: both(browse.map((url) => `${url}?focusedCommentId={comment}`)),
    id: '{comment}',
    title: '/page/title',
  },
  limited,
  refusedAt,
});
const comment: Value = { from: ['/url/id', '/form/commentId', '/json/commentId', '/query/commentId'] };
const emoji: Value = { from: ['/json/emojiId', '/query/emojiId'] };
const reaction = (undo: boolean): Action => ({
  id: undo ? 'unreact' : 'react',
  kind: 'like',
  undo,
  request: at('rest/internal/2/reactions', undo ? 'DELETE' : 'POST'),
  ...onComment(comment),
  detail: { reaction: emoji, act: emoji },
});
const toggle = (id: string, old: string, now: string, kind: Action['kind'], undo: boolean): Action => {
  const method = undo ? 'DELETE' : 'POST';
  return {
    id,
    kind,
    undo,
    request: [at(`rest/api/1.0/issues/:id/${old}`, method), at(`rest/api/:version/issue/:key/${now}`, method)],
    ...onIssue,
    detail: kind === 'vote' ? { vote: { text: 'up' } } : { act: { text: 'watch' } },
  };
};
const around = {
  key: [
    { of: 'page', select: '#key-val' },
    { of: 'page', select: 'meta[name="ajs-issue-key"]', attr: 'content' },
  ],
  title: { of: 'page', select: '#summary-val' },
} as const satisfies Record<string, unknown>;
const context = { key: [...around.key], title: around.title };

export default defineSite({
  id: 'jira',
  name: 'Jira Data Center',
  version: 1,
  group: 'work',
  confidence: 'medium',
  hosts: ['jira.atlassian.com', 'issues.apache.org'],
  signals: [{ select: 'meta[name="application-name"]', attr: 'content', matches: '^JIRA$' }, { select: 'body#jira' }],
  account: {
    name: { of: 'page', select: 'meta[name="ajs-remote-user"]', attr: 'content' },
    url: '{origin}/secure/ViewProfile.jspa?name={account}',
    signedOut: '#user-options .login-link, #header-details-user-fullname.login-link',
  },
  items: [
    {
      select: '.activity-comment[id^="comment-"]',
      read: {
        id: { attr: 'id', match: '^comment-(\\d+)' },
        author: { select: 'a.user-hover[rel]', attr: 'rel' },
        authorUrl: { select: 'a.user-hover[rel]', attr: 'href' },
        ...context,
      },
    },
  ],
  page: context,
  composers: ['#comment', '#issue-comment-add textarea'],
  actions: [
    {
      id: 'comment',
      kind: 'comment',
      request: [at('secure/AddComment.jspa'), at('rest/api/:version/issue/:key/comment')],
      control: { select: '#issue-comment-add', submits: true },
      ...onIssue,
      made: { location: '*/browse/:key?focusedCommentId=:id&*', url: '{made.location}', id: '{made.id}' },
    },
    {
      id: 'edit-comment',
      kind: 'edit',
      edit: true,
      request: [at('secure/EditComment.jspa'), at('rest/api/:version/issue/:key/comment/:id(\\d+)', 'PUT')],
      ...onComment(comment),
    },
    {
      id: 'delete-comment',
      kind: 'comment',
      undo: true,
      undoes: ['comment'],
      request: [at('secure/DeleteComment.jspa'), at('rest/api/:version/issue/:key/comment/:id(\\d+)', 'DELETE')],
      ...onComment(comment),
    },
    reaction(false),
    reaction(true),
    toggle('vote', 'voters', 'votes', 'vote', false),
    toggle('unvote', 'voters', 'votes', 'vote', true),
    toggle('watch', 'watchers', 'watchers', 'follow', false),
    toggle('unwatch', 'watchers', 'watchers', 'follow', true),
    {
      id: 'transition',
      kind: 'edit',
      request: [at('secure/CommentAssignIssue.jspa'), at('rest/api/:version/issue/:key/transitions')],
      ...onIssue,
      detail: { act: { text: 'transition' } },
    },
    {
      id: 'edit',
      kind: 'edit',
      request: [
        at('secure/AjaxIssueAction.jspa'),
        at('secure/QuickEditIssue.jspa'),
        at('rest/api/:version/issue/:key', 'PUT'),
      ],
      ...onIssue,
      // The same address gives the form itself.
      draft: [{ at: '/query/decorator', is: 'none' }],
    },
    {
      id: 'create',
      kind: 'post',
      request: [at('secure/QuickCreateIssue.jspa'), at('rest/api/:version/issue')],
      object: {
        url: both(['{origin}{url.base}/browse/{json.fields.project.key}', '{origin}{url.base}/']),
        title: { from: ['/form/summary', '/json/fields/summary'] },
      },
      to: nobody,
      limited,
      refusedAt,
      draft: [{ at: '/query/decorator', is: 'none' }],
    },
  ],
  unseen: [
    'The address of a new issue; that of a new comment where the page answers without a redirect.',
    'Errors that a form shows again with status 200.',
    'Whether a project can be read by everybody: every entry counts as limited.',
  ],
  sources: ['Jira Data Center REST reference; AddComment.jspa and reactions as helper extensions use them (2023-2026)'],
});
