import type { RecordedRequest } from '../cases.ts';
import { defineCases } from '../define.ts';
import { pressCase, usualCases } from '../usual-cases.ts';

// No "switch" case: a like has no other value.
// No "private" case: there are no messages between people.

const origin = 'https://wiki.kiln.example';
const here = `${origin}/display/POT/Celadon`;
const view = `${origin}/pages/viewpage.action?pageId=70`;
const head =
  '<meta name="confluence-base-url" content="https://wiki.kiln.example"><meta name="ajs-page-id" content="70"><meta name="ajs-remote-user" content="nora">';
const item = (id: string) =>
  `<div class="comment" id="comment-${id}"><h4 class="author"><a data-username="wren" href="/display/~wren">Wren</a></h4><p>Clay</p><a class="like-button" href="#" role="button">Like</a><button class="more">Edit</button></div>`;
const page = (inside = '', url = here, before = '') => ({
  url,
  head,
  html: `${before}<h1 id="title-text">Celadon</h1><div id="likes-section"><a class="like-button page" href="#" role="button">Like</a></div><div id="comments-section">${inside}<button id="rte-button-publish">Save</button></div><button class="do">Do</button>`,
});
const call = (method: RecordedRequest['method'], url: string, json?: unknown): RecordedRequest => ({
  method: method ?? 'POST',
  url,
  ...(json === undefined ? {} : { json }),
});
const form = (url: string, form: Record<string, string> = {}): RecordedRequest => ({ url, form });
const limited = { audience: 'limited' } as const;
const at = (id: string) => ({ url: `${view}&focusedCommentId=${id}` });

const likes = pressCase('do', 'likes a page', page(), '.page', call('POST', '/rest/likes/1.0/content/70/likes', {}), {
  kind: 'like',
  object: { url: view, id: '70', title: 'Celadon' },
  account: 'nora',
  ...limited,
});

export default defineCases([
  likes,
  ...usualCases(likes),
  pressCase(
    'undo',
    'no longer likes it',
    page(),
    '.page',
    call('DELETE', '/rest/likes/1.0/content/70/likes'),
    { kind: 'like', undo: true, object: { url: view }, ...limited },
    { after: ['likes a page'] },
  ),
  pressCase(
    'do',
    'likes a comment',
    page(item('81')),
    '.comment .like-button',
    call('POST', '/rest/likes/1.0/content/81/likes', {}),
    {
      kind: 'like',
      object: at('81'),
      to: { name: 'wren' },
      ...limited,
    },
  ),
  pressCase(
    'signed-out',
    'a like while nobody is signed in',
    page('', here, '<a id="login-link" href="/login.action">Log in</a>'),
    '.page',
    call('POST', '/rest/likes/1.0/content/70/likes', {}),
    [],
  ),
  pressCase(
    'do',
    'comments on a page',
    page(),
    '#rte-button-publish',
    form('/rest/tinymce/1/content/70/comment?actions=true', { html: '<p>Clay</p>', watch: 'false', uuid: 'u' }),
    { kind: 'comment', object: { url: view }, ...limited },
  ),
  pressCase(
    'do',
    'answers a comment',
    page(item('82')),
    '#rte-button-publish',
    form('/rest/tinymce/1/content/70/comments/82/comment?actions=true', { html: 'x' }),
    { kind: 'comment', object: at('82'), ...limited },
  ),
  pressCase(
    'do',
    'comments on a passage',
    page(),
    '.do',
    call('POST', '/rest/inlinecomments/1.0/comments', { containerId: '70', body: 'x', originalSelection: 'glaze' }),
    { kind: 'comment', object: { url: view }, ...limited },
  ),
  pressCase(
    'edit',
    'edits a comment',
    page(item('83')),
    '.more',
    call('PUT', '/rest/tinymce/1/content/70/comments/83?actions=true', {}),
    { kind: 'edit', revises: true, object: at('83'), ...limited },
  ),
  pressCase('undo', 'deletes a comment', page(item('84')), '.more', call('DELETE', '/rest/tinymce/1/content/84'), {
    kind: 'comment',
    undo: true,
    object: at('84'),
    ...limited,
  }),
  pressCase(
    'do',
    'creates a page',
    page('', `${origin}/pages/createpage.action?spaceKey=POT`),
    '.do',
    {
      ...form('/pages/docreatepage.action', { title: 'Ash glaze', spaceKey: 'POT', wysiwygContent: 'x' }),
      by: 'navigate',
      answer: { location: `${origin}/display/POT/Ash+glaze` },
    },
    {
      kind: 'post',
      object: { url: `${origin}/display/POT/Ash+glaze`, title: 'Ash glaze' },
      level: 'confirmed',
      ...limited,
    },
  ),
  pressCase(
    'refusal',
    'a new page whose form comes back',
    page('', `${origin}/pages/createpage.action?spaceKey=POT`),
    '.do',
    { ...form('/pages/docreatepage.action', { title: '', spaceKey: 'POT' }), by: 'navigate' },
    [],
  ),
  pressCase(
    'edit',
    'edits a page',
    page('', `${origin}/pages/editpage.action?pageId=70`),
    '.do',
    {
      ...form('/pages/doeditpage.action?pageId=70', { title: 'Celadon', wysiwygContent: 'x' }),
      by: 'navigate',
      answer: { location: here },
    },
    { kind: 'edit', object: { url: view }, ...limited },
  ),
  pressCase(
    'edit',
    'edits a page in the newer editor',
    page('', `${origin}/pages/resumedraft.action?draftId=70`),
    '.do',
    call('PUT', '/rest/api/content/70?status=draft', { status: 'current', type: 'page', title: 'Celadon' }),
    { kind: 'edit', object: { url: view }, ...limited },
  ),
  pressCase('do', 'watches a page', page(), '.do', form('/users/addpagenotificationajax.action', { entityId: '70' }), {
    kind: 'follow',
    object: { url: view },
    detail: { act: 'watch' },
    ...limited,
  }),
  pressCase(
    'undo',
    'no longer watches it',
    page(),
    '.do',
    call('DELETE', '/rest/api/user/watch/content/70'),
    { kind: 'follow', undo: true, object: { url: view }, ...limited },
    { after: ['watches a page'] },
  ),
  pressCase(
    'layout',
    'below a path',
    page(item('85'), `${origin}/confluence/pages/viewpage.action?pageId=70`),
    '.comment .like-button',
    call('POST', '/confluence/rest/likes/1.0/content/85/likes', {}),
    {
      kind: 'like',
      object: { url: `${origin}/confluence/pages/viewpage.action?pageId=70&focusedCommentId=85` },
      ...limited,
    },
  ),
  pressCase(
    'draft',
    'drafts and live editing',
    page(),
    '.do',
    [
      call('POST', '/rest/tinymce/1/drafts', { draftId: '70' }),
      call('PUT', '/rest/api/content/70?status=draft', { status: 'draft', type: 'page' }),
      call('POST', '/synchrony/v1/data', {}),
    ],
    [],
  ),
  pressCase(
    'look-alike',
    'reads and statistics are no acts',
    page(),
    '.page',
    [
      call('GET', '/rest/likes/1.0/content/70/likes?expand=personCard'),
      call('POST', '/rest/analytics/1.0/publish/bulk', []),
      call('POST', '/rest/webResources/1.0/resources', {}),
      call('POST', '/rest/quickreload/1.0/x', {}),
    ],
    [],
  ),
]);
