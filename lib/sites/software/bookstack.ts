import { defineSite } from '../define.ts';
import type { Action, RequestRule, Test } from '../schema.ts';

/** Any BookStack: books of pages, with comments. Forms say `_method` where the browser can only post. */

const put = (url: string | string[], ...where: Test[]): RequestRule => ({
  url,
  where: [{ at: '/form/_method', is: 'PUT' }, ...where],
});
const here = { from: '/page/url', via: [{ match: '^[^?#]+' }] };
const nobody = { name: { text: '' } };
/** A page can get another address by an edit: the redirect leads to the one it has. */
const saved = {
  take: { place: { from: '/made/location', via: [{ match: '^[^?#]+' }] } },
  to: nobody,
  made: { location: '*/books/*' },
  refusal: 'redirect',
  refusedAt: ['*/login'],
} satisfies Partial<Action>;
const bookmark = {
  kind: 'bookmark',
  take: { here, id: '/form/id' },
  object: { url: '{here}', id: '{form.type}:{id}' },
  to: nobody,
  refusal: 'redirect',
  refusedAt: ['*/login'],
} satisfies Partial<Action>;
const aComment = {
  take: { here, id: '/url/id' },
  target: '/url/id',
  object: { url: ['{here}#{page.anchor}', '{here}'], id: '{id}' },
} satisfies Partial<Action>;
const made = {
  appears: '.comment-box[id^="comment"]',
  read: { anchor: { attr: 'id' } },
  url: '{here}#{made.anchor}',
  id: '{made.anchor}',
};

export default defineSite({
  id: 'bookstack',
  name: 'BookStack',
  version: 1,
  group: 'knowledge',
  confidence: 'high',
  signals: [
    {
      select:
        'html:has(meta[name="token"]):has(meta[name="base-url"]) link[rel="search"][href$="/opensearch.xml"][type="application/opensearchdescription+xml"]',
    },
    { select: '.comment-box[option\\:page-comment\\:comment-id]' },
  ],
  account: {
    name: { of: 'page', select: 'a[data-shortcut="profile_view"]', attr: 'href', match: '/user/([^/?#]+)' },
    url: '{origin}/user/{account}',
  },
  items: [
    {
      select: '.comment-box[id^="comment"]',
      read: {
        id: { attr: 'option:page-comment:comment-id' },
        anchor: { attr: 'id' },
        author: { select: '.meta a[href*="/user/"]' },
        authorUrl: { select: '.meta a[href*="/user/"]', attr: 'href' },
        title: { of: 'page', select: 'h1' },
      },
    },
  ],
  page: {
    title: { of: 'page', select: '.page-content h1, h1' },
    topics: { of: 'page', select: '.tag-name', all: true },
  },
  composers: ['#markdown-editor-input', '#html-editor', '.comment-container textarea'],
  actions: [
    {
      id: 'reply',
      kind: 'comment',
      request: {
        url: '*/comment/:page(\\d+)',
        where: [
          { at: '/json/html', present: true },
          { at: '/json/parent_id', matches: '^\\d+$' },
        ],
      },
      take: { here, id: '/json/parent_id' },
      object: { url: '{here}#comment{id}', id: '{id}' },
      made,
    },
    {
      id: 'comment',
      kind: 'comment',
      request: { url: '*/comment/:page(\\d+)', where: [{ at: '/json/html', present: true }] },
      take: { here },
      object: { url: '{here}', id: '{url.page}' },
      to: nobody,
      made,
    },
    {
      id: 'edit-comment',
      kind: 'edit',
      edit: true,
      request: { method: 'PUT', url: '*/comment/:id(\\d+)', where: [{ at: '/json/html', present: true }] },
      ...aComment,
      to: nobody,
    },
    {
      id: 'delete-comment',
      kind: 'comment',
      undo: true,
      undoes: ['comment', 'reply'],
      request: { method: 'DELETE', url: '*/comment/:id(\\d+)' },
      ...aComment,
      to: nobody,
    },
    {
      id: 'edit-page',
      kind: 'edit',
      request: put('*/books/:book/page/:page', { at: '/form/name', present: true }),
      ...saved,
      object: { url: '{place}', title: '/form/name' },
    },
    {
      id: 'restore-page',
      kind: 'edit',
      request: put('*/books/:book/page/:page/revisions/:revision(\\d+)/restore'),
      ...saved,
      object: { url: '{place}' },
      detail: { act: { text: 'revert' } },
    },
    {
      id: 'new-page',
      kind: 'post',
      request: { url: '*/books/:book/draft/:id(\\d+)', where: [{ at: '/form/name', matches: '\\S' }] },
      ...saved,
      take: { ...saved.take, book: { from: '/path', via: [{ match: '^(.+)/draft/\\d+$' }] } },
      object: { url: '{origin}{book}', id: '{url.book}', title: { text: '' } },
      made: { ...saved.made, url: '{place}' },
    },
    { id: 'favourite', request: { url: '*/favourites/add', where: [{ at: '/form/id', present: true }] }, ...bookmark },
    {
      id: 'unfavourite',
      undo: true,
      request: { url: '*/favourites/remove', where: [{ at: '/form/id', present: true }] },
      ...bookmark,
    },
    {
      id: 'watch',
      kind: 'follow',
      request: put('*/watching/update', { at: '/form/level', present: true }),
      take: { here },
      object: { url: '{here}', id: '{form.type}:{form.id}' },
      to: nobody,
      undo: [{ at: '/form/level', is: ['default', 'ignore'] }],
      refusal: 'redirect',
      refusedAt: ['*/login'],
    },
  ],
  unseen: [
    'Books, chapters and shelves that are made, moved or sorted.',
    'Drawings and pictures; what a save changed.',
  ],
  sources: ['BookStackApp/BookStack routes/web.php, resources/views, resources/js/components (2024-10)'],
});
