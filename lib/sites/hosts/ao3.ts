import { defineSite } from '../define.ts';
import type { Action, RequestRule, Test } from '../schema.ts';

/** Archive of Our Own and other archives that run its software: classic forms, whose method hides in a field. */

const hidden = (is: string | string[]): Test => ({ at: '/form/_method', is });
const nobody = { name: { text: '' } };
const refusedAt = ['*/users/login', '*/auth_error', '*/lost_cookie'];
/** A button beside "post" that only shows or keeps. */
const draft: Test[] = [
  {
    any: [
      { at: '/form/preview_button', present: true },
      { at: '/form/save_button', present: true },
      { at: '/form/edit_button', present: true },
      { at: '/form/cancel_button', present: true },
    ],
  },
];
const work = { from: '/page/url', via: [{ match: '(/works/\\d+)' }] };
const onComment = (where?: Test[]): Pick<Action, 'request' | 'target' | 'object'> => ({
  request: { url: '/comments/:id(\\d+)', ...(where ? { where } : {}) },
  target: '/url/id',
  object: { url: '{origin}/comments/{url.id}', id: '{url.id}' },
});
const bookmarked = '/:kind(works|series|external_works)/:id(\\d+)/bookmarks';
const inForm = (name: string) => `/form/subscription[subscribable_${name}]`;
const subscribing = (request: RequestRule, undo: boolean): Action => ({
  id: undo ? 'unsubscribe' : 'subscribe',
  kind: 'follow',
  undo,
  request,
  take: {
    kind: { from: inForm('type'), via: [{ map: { Work: 'works', Series: 'series' } }] },
    id: inForm('id'),
    person: { from: '/page/url', via: [{ match: '/users/([^/?#]+)' }] },
  },
  object: { url: ['{origin}/{kind}/{id}', '{origin}/users/{person}'] },
  refusedAt,
});

export default defineSite({
  id: 'ao3',
  name: 'Archive of Our Own',
  version: 1,
  group: 'community',
  confidence: 'high',
  hosts: ['archiveofourown.org', 'squidgeworld.org', 'superlove.sayitditto.net'],
  account: {
    name: { of: 'page', select: '#greeting a[href^="/users/"]', attr: 'href', match: '/users/([^/?#]+)' },
    url: '{origin}/users/{account}',
    // Guests can leave kudos and comments.
    anonymous: true,
  },
  items: [
    {
      select: 'li.comment[id^="comment_"]',
      read: {
        id: { attr: 'id', match: '_(\\d+)$' },
        author: { select: '.byline a[href*="/users/"]', attr: 'href', match: '/users/([^/?#]+)' },
        authorUrl: { select: '.byline a[href*="/users/"]', attr: 'href', match: '^([^?#]+?/users/[^/?#]+)' },
      },
    },
  ],
  page: {
    title: { select: '.preface h2.title' },
    author: { select: '.preface a[rel="author"]', attr: 'href', match: '/users/([^/?#]+)' },
    authorUrl: { select: '.preface a[rel="author"]', attr: 'href', match: '^([^?#]+?/users/[^/?#]+)' },
    topics: { select: 'dd.fandom a.tag', all: true },
  },
  composers: ['.comment textarea', 'form.new_comment textarea', 'textarea[name="bookmark[bookmarker_notes]"]'],
  private: { paths: ['/users/*/inbox', '/users/*/inbox/*'] },
  actions: [
    {
      id: 'kudos',
      kind: 'like',
      request: { url: '/kudos{.js}?', where: [{ at: '/form/kudo[commentable_type]', is: 'Work' }] },
      control: { select: '#new_kudo', submits: true },
      take: { id: '/form/kudo[commentable_id]' },
      object: { url: '{origin}/works/{id}', id: '{id}' },
      detail: { reaction: { text: 'kudos' } },
    },
    {
      id: 'edit-comment',
      kind: 'edit',
      edit: true,
      ...onComment([hidden(['put', 'patch'])]),
      to: nobody,
      draft,
      refusedAt,
    },
    {
      id: 'delete-comment',
      kind: 'comment',
      undo: true,
      undoes: ['comment', 'reply'],
      ...onComment([hidden('delete')]),
      to: nobody,
      refusedAt,
    },
    {
      id: 'reply',
      kind: 'comment',
      ...onComment(),
      request: { url: '/comments/:id(\\d+)/comments' },
      control: { select: 'li.comment form.new_comment', submits: true },
      draft,
      refusal: 'redirect',
      refusedAt,
      made: { location: '*#comment_:id', url: '{origin}/comments/{made.id}', id: '{made.id}' },
    },
    {
      id: 'comment',
      kind: 'comment',
      request: {
        url: [
          '/:kind(works|chapters|admin_posts|tags)/:id/comments',
          '/works/:work(\\d+)/:kind(chapters)/:id/comments',
        ],
      },
      control: { select: 'form.new_comment', submits: true },
      take: {
        work,
        chapter: { from: '/path', via: [{ match: '/chapters/(\\d+)/' }] },
      },
      object: { url: ['{origin}{work}/chapters/{chapter}', '{origin}/{url.kind}/{url.id}'], id: '{url.kind}/{url.id}' },
      draft,
      refusal: 'redirect',
      refusedAt,
      made: { location: '*#comment_:id', url: '{origin}/comments/{made.id}', id: '{made.id}' },
    },
    {
      id: 'moderate',
      kind: 'moderation',
      ...onComment(),
      request: {
        method: ['POST', 'PUT'],
        url: [
          '/comments/:id(\\d+)/:act(approve|reject|review|freeze|unfreeze|hide|unhide)',
          '/:place(works|users)/:of/comments/:id(\\d+)/:act(approve|reject)',
        ],
      },
      detail: { act: '/url/act' },
      refusedAt,
    },
    {
      id: 'bookmark',
      kind: 'bookmark',
      request: { url: bookmarked },
      control: { select: 'form#bookmark-form, form.new_bookmark', submits: true },
      object: { url: '{origin}/{url.kind}/{url.id}', id: '{url.kind}/{url.id}' },
      private: [{ at: '/form/bookmark[private]', is: '1' }],
      refusal: 'redirect',
      refusedAt,
      made: { location: '/bookmarks/:id(\\d+)', url: '{origin}/bookmarks/{made.id}', id: '{made.id}' },
    },
    {
      id: 'edit-bookmark',
      kind: 'edit',
      edit: true,
      request: { url: '/bookmarks/:id(\\d+)', where: [hidden(['put', 'patch'])] },
      object: { url: '{origin}/bookmarks/{url.id}', id: '{url.id}' },
      to: nobody,
      private: [{ at: '/form/bookmark[private]', is: '1' }],
      refusedAt,
    },
    {
      id: 'delete-bookmark',
      kind: 'bookmark',
      undo: true,
      request: { url: '/bookmarks/:id(\\d+)', where: [hidden('delete')] },
      object: { url: '{origin}/bookmarks/{url.id}', id: '{url.id}' },
      to: nobody,
      refusedAt,
    },
    subscribing({ url: '/users/:user/subscriptions/:subscription(\\d+)', where: [hidden('delete')] }, true),
    subscribing({ url: '/users/:user/subscriptions' }, false),
    {
      id: 'post-work',
      kind: 'post',
      request: { url: '/works', where: [{ at: '/form/work[title]', matches: '\\S' }] },
      object: { url: ['{made.location}', '{origin}/works'], title: '/form/work[title]' },
      to: nobody,
      draft,
      made: { location: '/works/:id(\\d+)', url: '{made.location}', id: '{made.id}' },
      refusal: 'redirect',
      refusedAt,
    },
    {
      id: 'post-chapter',
      kind: 'post',
      request: { url: '/works/:id(\\d+)/chapters' },
      object: { url: ['{made.location}', '{origin}/works/{url.id}'], title: '/form/chapter[title]' },
      to: nobody,
      draft,
      made: { location: '/works/:work(\\d+)/chapters/:id(\\d+)', url: '{made.location}', id: '{made.id}' },
      refusal: 'redirect',
      refusedAt,
    },
  ],
  unseen: [
    'Kudos that were left before, where the page answers with a redirect: both look the same.',
    'Works that are posted from a draft; challenges, collections and the wrangling of tags.',
    'Private bookmarks and the list for later, on purpose.',
  ],
  sources: ['otwcode/otwarchive config/routes.rb, kudos and comments views (2023-2026); pages of works'],
});
