import { defineSite } from '../define.ts';
import type { Action, RequestRule, Test, Value } from '../schema.ts';

/** Confluence Data Center and Server, on any host and below a path. */

const at = (path: string, method: RequestRule['method'] = 'POST'): RequestRule => ({
  method,
  url: `:base(.*)/${path}`,
});
/** An installation at the root of its host has no base. */
const both = (urls: string[]) => urls.flatMap((url) => [url, url.replace('{url.base}', '')]);
const digits = { match: '^(\\d+)$' };
const view = '{origin}{url.base}/pages/viewpage.action?pageId=';
const limited: Test[] = [{ at: { text: 'members' }, is: 'members' }];
const rest: Pick<Action, 'limited' | 'refusedAt'> = { limited, refusedAt: ['*/login.action', '*/dologin.action'] };
const shown: Value = { from: '/page/page', via: [digits] };
const nobody = { name: { text: '' } };
const onPage = (from: string[]): Partial<Action> & Pick<Action, 'object'> => ({
  take: { page: { from, via: [digits] } },
  object: { url: both([`${view}{page}`]), id: '{page}', title: '/page/title' },
  to: nobody,
  ...rest,
});
/** Pages and comments share their numbers: the comment around the press tells which is meant. */
const onContent: Partial<Action> & Pick<Action, 'object'> = {
  take: { shown },
  target: '/url/id',
  object: {
    url: both([`${view}{shown}&focusedCommentId={page.id}`, `${view}{url.id}`]),
    id: '{url.id}',
    title: '/page/title',
  },
  ...rest,
};
const like = (undo: boolean): Action => ({
  id: undo ? 'unlike' : 'like',
  kind: 'like',
  undo,
  request: at('rest/likes/1.0/content/:id(\\d+)/likes', undo ? 'DELETE' : 'POST'),
  control: { select: 'a.like-button, button.like-button' },
  ...onContent,
});
const watch = (undo: boolean): Action => ({
  id: undo ? 'unwatch' : 'watch',
  kind: 'follow',
  undo,
  request: [
    at(`users/${undo ? 'remove' : 'add'}pagenotificationajax.action`),
    at('rest/api/user/watch/content/:id(\\d+)', undo ? 'DELETE' : 'POST'),
  ],
  ...onPage(['/url/id', '/form/entityId', '/query/entityId', '/page/page']),
  detail: { act: { text: 'watch' } },
});
const around = {
  page: { of: 'page', select: 'meta[name="ajs-page-id"]', attr: 'content' },
  title: { of: 'page', select: '#title-text' },
} as const;

export default defineSite({
  id: 'confluence',
  name: 'Confluence Data Center',
  version: 1,
  group: 'work',
  confidence: 'medium',
  hosts: ['cwiki.apache.org'],
  signals: [{ select: 'meta[name="confluence-base-url"], meta#confluence-context-path' }],
  account: {
    name: { of: 'page', select: 'meta[name="ajs-remote-user"]', attr: 'content' },
    url: '{origin}/display/~{account}',
    signedOut: '#login-link',
  },
  items: [
    {
      select: '.comment[id^="comment-"]',
      read: {
        id: { attr: 'id', match: '^comment-(\\d+)' },
        author: { select: '.author a[data-username]', attr: 'data-username' },
        authorUrl: { select: '.author a[data-username]', attr: 'href' },
        ...around,
      },
    },
  ],
  page: around,
  composers: ['#comments-section textarea', '#wysiwygTextarea'],
  actions: [
    like(false),
    like(true),
    {
      id: 'comment',
      kind: 'comment',
      request: at('rest/tinymce/1/content/:page(\\d+)/comment'),
      control: { select: '#comments-section #rte-button-publish' },
      ...onPage(['/url/page']),
    },
    {
      id: 'reply',
      kind: 'comment',
      request: at('rest/tinymce/1/content/:page(\\d+)/comments/:id(\\d+)/comment'),
      target: '/url/id',
      object: { url: both([`${view}{url.page}&focusedCommentId={url.id}`]), id: '{url.id}', title: '/page/title' },
      ...rest,
    },
    {
      id: 'comment-inline',
      kind: 'comment',
      request: at('rest/inlinecomments/1.0/comments'),
      ...onPage(['/json/containerId', '/page/page']),
    },
    {
      id: 'edit-comment',
      kind: 'edit',
      edit: true,
      request: at('rest/tinymce/1/content/:page(\\d+)/comments/:id(\\d+)', 'PUT'),
      target: '/url/id',
      object: { url: both([`${view}{url.page}&focusedCommentId={url.id}`]), id: '{url.id}', title: '/page/title' },
      ...rest,
    },
    {
      id: 'delete-comment',
      kind: 'comment',
      undo: true,
      undoes: ['comment', 'reply'],
      request: [at('rest/tinymce/1/content/:id(\\d+)', 'DELETE'), at('pages/doremovecomment.action')],
      take: { shown, comment: { from: ['/url/id', '/form/commentId', '/query/commentId'], via: [digits] } },
      target: { from: ['/url/id', '/form/commentId', '/query/commentId'] },
      object: { url: both([`${view}{shown}&focusedCommentId={comment}`]), id: '{comment}', title: '/page/title' },
      ...rest,
    },
    {
      id: 'create',
      kind: 'post',
      request: at('pages/docreatepage.action'),
      object: { url: ['{made.location}', ...both(['{origin}{url.base}/'])], title: '/form/title' },
      to: nobody,
      made: { location: '*/(display|pages|spaces)/*', url: '{made.location}' },
      refusal: 'redirect',
      ...rest,
    },
    {
      id: 'edit',
      kind: 'edit',
      request: [
        at('pages/doeditpage.action'),
        {
          ...at('rest/api/content/:id(\\d+)', 'PUT'),
          where: [
            { at: '/json/status', is: 'current' },
            { at: '/json/type', not: 'comment' },
          ],
        },
      ],
      ...onPage(['/url/id', '/query/pageId', '/form/pageId']),
    },
    watch(false),
    watch(true),
  ],
  unseen: [
    'The address of a new comment.',
    'Who changed what in a page that several people edit at once.',
    'Whether a space can be read by everybody: every entry counts as limited.',
  ],
  sources: ['Confluence REST reference; Atlassian performance scripts for tinymce comments; admin scripts (2022-2026)'],
});
