import { defineSite } from '../define.ts';
import type { Action } from '../schema.ts';

/**
 * Any XenForo 2 board. It often says no with 200, so the page is asked: a reaction that stands has its mark. The same
 * request gives a reaction, changes it and takes it back.
 */

const base = { from: '/path', via: [{ match: '^(.+)/(?:threads|posts|forums|profile-posts|members)/' }] };
const at = (path: string) => [`{origin}{base}${path}`, `{origin}${path}`];
const nobody = { name: { text: '' } };

const post = {
  take: { base, id: '/url/id' },
  target: '/url/id',
  object: { url: ['{page.permalink}', ...at('/posts/{id}/')], id: '{id}' },
} satisfies Partial<Action>;
/** `raku-firing.12`: the number is what counts, the address has the words too. */
const thread = {
  take: { base, slug: '/url/slug', id: { from: '/url/slug', via: [{ match: '(\\d+)$' }] } },
  object: { url: at('/threads/{slug}/'), id: '{id}' },
  to: nobody,
} satisfies Partial<Action>;
const own: Action['made'] = {
  appears: 'article.message--post[data-author="{account}"]',
  read: { id: { attr: 'data-content', match: '^post-(\\d+)' } },
  url: at('/threads/{slug}/post-{made.id}'),
  id: '{made.id}',
};

export default defineSite({
  id: 'xenforo',
  name: 'XenForo',
  version: 1,
  group: 'community',
  confidence: 'medium',
  signals: [{ select: 'html#XF' }, { select: '.p-body article.message--post[data-content^="post-"]' }],
  account: {
    name: { of: 'page', select: '.p-navgroup-link--user .p-navgroup-linkText' },
    url: '{origin}/',
    signedOut: '.p-navgroup-link--logIn',
  },
  items: [
    {
      select: 'article.message--post[data-content]',
      read: {
        id: { attr: 'data-content', match: '^post-(\\d+)' },
        permalink: { select: '.message-attribution a[href*="/post-"]', attr: 'href', match: '^([^?#]+)' },
        author: { attr: 'data-author' },
        authorUrl: { select: '.message-name a', attr: 'href' },
        title: { of: 'page', select: 'h1.p-title-value' },
        topics: { of: 'page', select: '.js-tagList a', all: true },
      },
    },
  ],
  page: { title: { of: 'page', select: 'h1.p-title-value' } },
  composers: ['.js-quickReply .fr-element', '.js-quickReply textarea', 'form[action*="/post-thread"] .fr-element'],
  private: { paths: ['*/conversations/*', '*/direct-messages/*'] },
  actions: [
    {
      id: 'react',
      kind: 'like',
      request: { url: '*/posts/:id(\\d+)/react' },
      // The picker's own links have no state: what stands afterwards on the post's link decides.
      control: { select: '.actionBar a.reaction[href*="/react"]', on: '.has-reaction' },
      ...post,
      detail: {
        reaction: { from: ['/query/reaction_id', '/form/reaction_id'], via: [{ map: { '1': 'like' }, else: 'other' }] },
      },
      undo: 'toggle',
      refusal: 'hidden',
    },
    {
      id: 'reply',
      kind: 'comment',
      request: { url: '*/threads/:slug/add-reply' },
      control: { select: 'form.js-quickReply', submits: true },
      ...thread,
      made: own,
      confidence: 'medium',
    },
    {
      id: 'topic',
      kind: 'post',
      request: { url: '*/forums/:slug/post-thread', where: [{ at: '/form/title', present: true }] },
      take: { base, slug: '/url/slug', id: { from: '/url/slug', via: [{ match: '(\\d+)$' }] } },
      object: { url: at('/forums/{slug}/'), id: '{id}', title: { text: '' } },
      to: nobody,
      confidence: 'medium',
    },
    {
      id: 'edit',
      kind: 'edit',
      edit: true,
      request: {
        url: '*/posts/:id(\\d+)/edit',
        where: [
          {
            any: [
              { at: '/form/message_html', present: true },
              { at: '/form/message', present: true },
            ],
          },
        ],
      },
      ...post,
      to: nobody,
    },
    {
      id: 'delete',
      kind: 'comment',
      undo: true,
      undoes: ['reply', 'topic'],
      request: { url: '*/posts/:id(\\d+)/delete' },
      ...post,
      to: nobody,
      confidence: 'medium',
    },
    {
      id: 'bookmark',
      kind: 'bookmark',
      request: { url: '*/posts/:id(\\d+)/bookmark' },
      ...post,
      undo: [{ at: { from: ['/form/delete', '/query/delete'] }, is: '1' }],
      confidence: 'low',
    },
    {
      id: 'follow',
      kind: 'follow',
      request: { url: '*/threads/:slug/watch' },
      ...thread,
      undo: [{ at: { from: ['/form/stop', '/query/stop'] }, is: '1' }],
    },
    {
      id: 'report',
      kind: 'moderation',
      request: { url: '*/posts/:id(\\d+)/report', where: [{ at: '/form/message', present: true }] },
      ...post,
      detail: { act: { text: 'report' } },
    },
  ],
  unseen: [
    'Boards with addresses of the form index.php?threads/… or with other words for threads and posts.',
    'Votes for answers and the choice of a solution: the same request gives and takes them, and nothing sure tells which.',
    'Profile posts, media, resources and the work of moderators.',
    'Who reacted where the board does not mark your own reaction.',
  ],
  sources: ['Markup of XenForo 2 boards and scripts for them (2020-2026): react, watch, quick reply'],
});
