import type { RecordedRequest, SiteCase } from '../cases.ts';
import { defineCases } from '../define.ts';
import { casesOn, everyWay } from '../press-cases.ts';

// No "switch" case: nothing in it can be chosen one way or the other.
// No "private" case: it has no messages between people.

const origin = 'https://shelf.kiln.example';
const head = `<meta name="token" content="t"><meta name="base-url" content="${origin}"><link rel="search" type="application/opensearchdescription+xml" title="Shelf" href="${origin}/opensearch.xml">`;
const me = '<a href="/user/ada" data-shortcut="profile_view">Profile</a>';
const at =
  (path: string, who = me) =>
  (inside: string): SiteCase['page'] => ({
    url: origin + path,
    head,
    html: `${who}<main><h1>Raku</h1>${inside}</main>`,
  });
const page = `${origin}/books/kilns/page/raku`;
const press = casesOn(at('/books/kilns/page/raku'));
const button = '<button class="act" type="button">act</button>';
const form = '<form method="POST"><input id="name" name="name"><button class="act" type="submit">Save</button></form>';
const comment = (id: string, local: string, inside = button) =>
  `<div class="comment-box" id="comment${local}" option:page-comment:comment-id="${id}"><div class="meta"><a href="${origin}/user/mole">Mole</a></div>${inside}</div>`;
const post = (url: string, form: Record<string, string>, location: string): RecordedRequest => ({
  url,
  form: { _token: 't', ...form },
  by: 'navigate',
  answer: { status: 302, location: origin + location },
});
const send = (method: 'POST' | 'PUT' | 'DELETE', path: string, json?: unknown): RecordedRequest => ({
  method,
  url: `/comment/${path}`,
  ...(json === undefined ? {} : { json }),
});
const write = { html: '<p>Hot</p>', parent_id: null };
const edits = press(
  'edits a page',
  form,
  post('/books/kilns/page/raku', { _method: 'PUT', name: 'Raku', html: 'x', summary: '' }, '/books/kilns/page/raku'),
  {
    kind: 'edit',
    object: { url: page, title: 'Raku' },
    account: 'ada',
  },
  { page: at('/books/kilns/page/raku/edit')(form) },
);

export default defineCases([
  edits,
  ...everyWay(edits, { refused: { status: 403 } }),
  press(
    'an edit after the session has ended',
    form,
    post('/books/kilns/page/raku', { _method: 'PUT', name: 'Raku' }, '/login'),
    null,
    { about: 'signed-out' },
  ),
  press(
    'gives a page another name',
    form,
    post('/books/kilns/page/raku', { _method: 'PUT', name: 'Raku firing' }, '/books/kilns/page/raku-firing'),
    {
      kind: 'edit',
      object: { url: `${origin}/books/kilns/page/raku-firing`, title: 'Raku firing' },
    },
    { about: 'edit' },
  ),
  press(
    'edits a page of a site in a folder',
    form,
    post('/docs/books/kilns/page/raku', { _method: 'PUT', name: 'Raku' }, '/docs/books/kilns/page/raku'),
    {
      kind: 'edit',
      object: { url: `${origin}/docs/books/kilns/page/raku` },
    },
    { about: 'layout' },
  ),
  press(
    'brings an old revision back',
    form,
    post('/books/kilns/page/raku/revisions/4/restore', { _method: 'PUT' }, '/books/kilns/page/raku'),
    {
      kind: 'edit',
      object: { url: page },
      detail: { act: 'revert' },
    },
  ),
  press(
    'writes a page',
    form,
    post('/books/kilns/draft/9', { name: 'Glaze', html: 'x' }, '/books/kilns/page/glaze'),
    {
      kind: 'post',
      object: { url: `${origin}/books/kilns`, id: 'kilns' },
      made: { url: `${origin}/books/kilns/page/glaze` },
    },
    { page: at('/books/kilns/draft/9')(form) },
  ),
  press(
    'comments on a page',
    button,
    send('POST', '9', write),
    {
      kind: 'comment',
      object: { url: page, id: '9', title: 'Raku' },
      made: { url: `${page}#comment3` },
      level: 'confirmed',
    },
    { then: [{ select: 'main', append: comment('31', '3') }] },
  ),
  press('answers a comment', comment('30', '2'), send('POST', '9', { ...write, parent_id: '2' }), {
    kind: 'comment',
    object: { url: `${page}#comment2` },
    to: { name: 'Mole', url: `${origin}/user/mole` },
  }),
  press('a comment that is not taken', button, { ...send('POST', '9', write), answer: { status: 422 } }, null, {
    about: 'refusal',
  }),
  press('changes a comment', comment('31', '3'), send('PUT', '31', { html: '<p>Hotter</p>' }), {
    kind: 'edit',
    object: { url: `${page}#comment3`, id: '31' },
    revises: true,
  }),
  press('deletes a comment', comment('31', '3'), send('DELETE', '31'), {
    kind: 'comment',
    undo: true,
    object: { url: `${page}#comment3` },
  }),
  press('keeps a page', form, post('/favourites/add', { type: 'page', id: '9' }, '/books/kilns/page/raku'), {
    kind: 'bookmark',
    object: { url: page, id: 'page:9' },
  }),
  press(
    'keeps it no longer',
    form,
    post('/favourites/remove', { type: 'page', id: '9' }, '/books/kilns/page/raku'),
    {
      kind: 'bookmark',
      undo: true,
      object: { url: page },
    },
    { after: ['keeps a page'] },
  ),
  press(
    'watches a page',
    form,
    post('/watching/update', { _method: 'PUT', type: 'page', id: '9', level: 'updates' }, '/books/kilns/page/raku'),
    {
      kind: 'follow',
      object: { url: page },
    },
  ),
  press(
    'watches it no longer',
    form,
    post('/watching/update', { _method: 'PUT', type: 'page', id: '9', level: 'default' }, '/books/kilns/page/raku'),
    {
      kind: 'follow',
      undo: true,
      object: { url: page },
    },
    { after: ['watches a page'] },
  ),
  press(
    'the editor keeps a draft',
    button,
    { method: 'PUT', url: '/ajax/page/9/save-draft', json: { name: 'Raku', html: 'x' } },
    null,
    { about: 'draft' },
  ),
  press(
    'the page asks',
    button,
    [
      { method: 'GET', url: '/ajax/page/9' },
      { method: 'GET', url: '/books/kilns/page/raku/revisions' },
      { url: '/comment/9', json: {} },
      { url: '/search/entity-selector', json: { term: 'x' } },
    ],
    null,
    { about: 'look-alike' },
  ),
]);
