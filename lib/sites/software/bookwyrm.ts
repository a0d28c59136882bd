import { defineSite } from '../define.ts';
import type { Action, Test } from '../schema.ts';

/** Any BookWyrm: reviews, quotes and talk about books. Small forms, sent by a script or by the browser. */

const signIn = ['*/login*'];
const nobody = { name: { text: '' } };
const toStatus = {
  take: { id: '/url/id' },
  target: '/url/id',
  object: { url: '{page.permalink}', id: '{id}' },
  refusedAt: signIn,
} satisfies Partial<Action>;
/** Written to named people only. */
const shared = {
  private: [{ at: '/form/privacy', is: 'direct' }] as Test[],
  limited: [{ at: '/form/privacy', is: 'followers' }] as Test[],
  refusedAt: signIn,
} satisfies Partial<Action>;
const aBook = {
  take: { id: '/form/book' },
  object: { url: '{origin}/book/{id}', id: '{id}' },
  to: nobody,
  ...shared,
} satisfies Partial<Action>;
const stars = {
  rating: { from: '/form/rating', via: [{ match: '^([1-5](?:\\.5)?)(?:\\.0+|0)?$' }, { format: '{}/5' }] },
};
const person = {
  take: { name: '/form/user' },
  object: { url: '{origin}/user/{name}', id: '{name}' },
  to: { name: '/form/user' },
  refusedAt: signIn,
} satisfies Partial<Action>;
const write = (type: string, ...where: Test[]) => ({
  url: `/post/${type}{/}?`,
  where: [{ at: '/form/user', present: true }, ...where] as [Test, ...Test[]],
});

export default defineSite({
  id: 'bookwyrm',
  name: 'BookWyrm',
  version: 1,
  group: 'reviews',
  confidence: 'high',
  signals: [
    { select: 'script[src*="/js/bookwyrm.js"]' },
    { select: 'form.interaction[name="favorite"][action^="/favorite/"]' },
  ],
  account: {
    name: {
      of: 'page',
      select: 'nav a[href^="/user/"][href$="/books"], nav a.navbar-item[href^="/user/"]',
      attr: 'href',
      match: '/user/([^/?#]+)',
    },
    url: '{origin}/user/{account}',
    signedOut: 'nav #id_localname',
  },
  items: [
    {
      select: 'article.card',
      read: {
        id: [
          { select: 'form[action^="/favorite/"]', attr: 'action', match: '/favorite/(\\d+)' },
          { select: '[id^="anchor-"]', attr: 'id', match: '^anchor-(\\d+)$' },
        ],
        permalink: { select: '.breadcrumb a[href*="/user/"]', attr: 'href', match: '^([^#]+)' },
        author: { select: '[itemprop="author"] [itemprop="name"]' },
        authorUrl: { select: '[itemprop="author"] a[itemprop="url"]', attr: 'href' },
      },
    },
  ],
  page: { title: { of: 'page', select: 'h1[itemprop="name"], h1.title' } },
  composers: ['form.submit-status textarea', 'textarea[name="content"]'],
  private: { paths: ['/direct-messages', '/direct-messages/*'] },
  actions: [
    {
      id: 'favorite',
      kind: 'like',
      request: { url: '/favorite/:id(\\d+){/}?' },
      control: { select: 'form[name="favorite"] button', submits: true },
      ...toStatus,
    },
    {
      id: 'unfavorite',
      kind: 'like',
      undo: true,
      request: { url: '/unfavorite/:id(\\d+){/}?' },
      ...toStatus,
    },
    {
      id: 'boost',
      kind: 'share',
      request: { url: '/boost/:id(\\d+){/}?' },
      ...toStatus,
    },
    {
      id: 'unboost',
      kind: 'share',
      undo: true,
      request: { url: '/unboost/:id(\\d+){/}?' },
      ...toStatus,
    },
    {
      id: 'edit-status',
      kind: 'edit',
      edit: true,
      request: { url: '/post/:type/:id(\\d+){/}?', where: [{ at: '/form/user', present: true }] },
      ...toStatus,
      ...shared,
      object: { url: ['{page.permalink}', '{origin}/book/{form.book}'], id: '{id}' },
      to: nobody,
    },
    {
      id: 'reply',
      kind: 'comment',
      request: write('reply', { at: '/form/reply_parent', present: true }),
      take: { id: '/form/reply_parent' },
      target: '/form/reply_parent',
      object: { url: '{page.permalink}', id: '{id}' },
      ...shared,
    },
    {
      id: 'review',
      kind: 'review',
      request: write('review', { at: '/form/book', present: true }),
      ...aBook,
      detail: stars,
    },
    {
      id: 'rate',
      kind: 'rating',
      request: write('rating', { at: '/form/rating', present: true }),
      ...aBook,
      detail: stars,
    },
    {
      id: 'comment',
      kind: 'comment',
      request: write('(comment|quotation)', { at: '/form/book', present: true }),
      ...aBook,
    },
    {
      id: 'delete-status',
      kind: 'comment',
      undo: true,
      undoes: ['reply', 'review', 'rate', 'comment'],
      request: { url: '/delete-status/:id(\\d+){/}?' },
      ...toStatus,
      to: nobody,
    },
    {
      id: 'shelve',
      kind: 'bookmark',
      request: { url: '/shelve{/}?', where: [{ at: '/form/book', present: true }] },
      take: { id: '/form/book' },
      object: { url: '{origin}/book/{id}', id: '{id}' },
      to: nobody,
      detail: { act: '/form/shelf' },
      refusedAt: signIn,
    },
    {
      id: 'unshelve',
      kind: 'bookmark',
      undo: true,
      request: { url: '/unshelve{/}?', where: [{ at: '/form/book', present: true }] },
      take: { id: '/form/book' },
      object: { url: '{origin}/book/{id}', id: '{id}' },
      to: nobody,
      refusedAt: signIn,
    },
    {
      id: 'follow',
      kind: 'follow',
      request: { url: '/follow{/}?', where: [{ at: '/form/user', present: true }] },
      ...person,
    },
    {
      id: 'unfollow',
      kind: 'follow',
      undo: true,
      request: { url: '/unfollow{/}?', where: [{ at: '/form/user', present: true }] },
      ...person,
    },
  ],
  unseen: [
    'The address of what you wrote: the page comes back as it was.',
    'Lists, reading dates, and what is changed about books and authors.',
    'Direct messages, on purpose.',
  ],
  sources: [
    'bookwyrm-social/bookwyrm bookwyrm/urls.py, templates/snippets, views/interaction.py, views/status.py (2026-08)',
  ],
});
