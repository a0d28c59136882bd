import { defineSite } from '../define.ts';
import type { Action, RequestRule } from '../schema.ts';

/**
 * Any Mbin or kbin. Each kind of thing has short paths of its own for what is done to it; votes, favourites and boosts
 * are the same request whether they are given or taken back, so the button tells.
 */

const nobody = { name: { text: '' } };
const signIn = ['*/login'];
/** What follows the first letters of a path: threads, their comments, posts, their comments. */
const subject = (what: string, rest = ''): string[] =>
  ['e', 'ec', 'p', 'pc'].map((kind) => `/${kind}${what}/:id(\\d+)${rest}`);
const toSubject = {
  take: { id: '/url/id' },
  target: '/url/id',
  object: { url: '{page.permalink}', id: '{id}' },
  refusedAt: signIn,
} satisfies Partial<Action>;
const thread = '/m/:magazine/t/:thread(\\d+)/:slug';
const post = '/m/:magazine/p/:thread(\\d+)/:slug';
const places = {
  t: '{origin}/m/{url.magazine}/t/{url.thread}/{url.slug}',
  p: '{origin}/m/{url.magazine}/p/{url.thread}/{url.slug}',
};
/** One thing done to threads and to posts, which live at two addresses. */
const onBoth = (
  id: string,
  rest: { t: string | string[]; p: string | string[] },
  action: (at: 't' | 'p') => Omit<Action, 'id' | 'request'>,
): Action[] =>
  (['t', 'p'] as const).map((at) => ({
    id: at === 't' ? id : `${id}-post`,
    request: { url: [rest[at]].flat().map((tail) => `${at === 't' ? thread : post}${tail}`) } satisfies RequestRule,
    refusedAt: signIn,
    ...action(at),
  }));
const comments = { t: '/comment', p: '/reply' };
const person = { select: '.user-inline', attr: 'href', match: '/u/([^/?#]+)$' };
const by = { author: person, authorUrl: { select: '.user-inline', attr: 'href' } };
const title = { of: 'page', select: 'article.entry.isSingle h1, article.entry h1' } as const;
const ownAddress = (href: string) => ({ select: `a[href*="${href}"]`, attr: 'href' });

export default defineSite({
  id: 'mbin',
  name: 'Mbin',
  version: 1,
  group: 'community',
  confidence: 'high',
  signals: [
    { select: 'body[data-controller~="mbin"][data-notifications-endpoint-value]' },
    {
      select:
        'body[data-controller~="mbin"][data-controller~="notifications"], body[data-controller~="kbin"][data-controller~="notifications"]',
    },
    { select: 'article.entry[id^="entry-"][data-controller~="subject"] .vote__up' },
    {
      select:
        'blockquote.entry-comment[data-controller~="subject"] .vote__up, .post-comment[data-controller~="subject"] .vote__up',
    },
  ],
  account: {
    name: { of: 'page', select: '#header .login .user-name, #header .user-name' },
    url: '{origin}/u/{account}',
    signedOut: '#header a.login[href$="/login"]',
  },
  items: [
    {
      select: '.entry-comment[id^="entry-comment-"]',
      read: { id: { attr: 'id', match: '-(\\d+)$' }, permalink: ownAddress('#entry-comment-'), title, ...by },
    },
    {
      select: '.post-comment[id^="post-comment-"]',
      read: { id: { attr: 'id', match: '-(\\d+)$' }, permalink: ownAddress('#post-comment-'), ...by },
    },
    {
      select: 'article.entry[id^="entry-"]',
      read: {
        id: { attr: 'id', match: '-(\\d+)$' },
        permalink: {
          select: 'header a[href*="/t/"], a[href*="/t/"][href$="#comments"]',
          attr: 'href',
          match: '^([^#]+)',
        },
        title: { select: 'header h1, header h2' },
        ...by,
      },
    },
    {
      select: '.post[id^="post-"]',
      read: {
        id: { attr: 'id', match: '-(\\d+)$' },
        permalink: { select: 'a[href*="/p/"]', attr: 'href', match: '^([^#]+)' },
        ...by,
      },
    },
  ],
  page: { title },
  composers: ['#entry_comment_body', '#post_comment_body', '#post_body', '#entry_body'],
  private: { paths: ['/profile/messages', '/profile/messages/*', '/u/:name/message'] },
  actions: [
    {
      id: 'favourite',
      kind: 'like',
      request: { url: subject('f') },
      control: { select: '.vote__up button', on: '.vote__up.active button' },
      ...toSubject,
      undo: 'toggle',
    },
    {
      id: 'downvote',
      kind: 'vote',
      request: { url: subject('v', '/-1') },
      control: { select: '.vote__down button', on: '.vote__down.active button' },
      ...toSubject,
      detail: { vote: { text: 'down' } },
      undo: 'toggle',
    },
    {
      id: 'boost',
      kind: 'share',
      request: { url: subject('b') },
      control: { select: '.boost-link', on: '.active' },
      ...toSubject,
      undo: 'toggle',
    },
    {
      id: 'report',
      kind: 'moderation',
      request: { url: subject('r') },
      ...toSubject,
      detail: { act: { text: 'report' } },
    },
    {
      // A link that is followed by the page's script: whoever reads ahead would follow it too.
      id: 'bookmark',
      kind: 'bookmark',
      demand: true,
      request: { method: 'GET', url: '/bos/:id(\\d+)/:type' },
      control: { select: '.bookmark-standard a' },
      ...toSubject,
    },
    {
      id: 'unbookmark',
      kind: 'bookmark',
      undo: true,
      demand: true,
      request: { method: 'GET', url: '/rbo/:id(\\d+)/:type' },
      control: { select: '.bookmark-standard a' },
      ...toSubject,
    },
    ...onBoth('reply', { t: '/comment/create/:parent(\\d+)', p: '/reply/:parent(\\d+)' }, (at) => ({
      kind: 'comment',
      take: { parent: '/url/parent' },
      target: '/url/parent',
      object: {
        url: `${places[at]}${comments[at]}/{parent}#${at === 't' ? 'entry' : 'post'}-comment-{parent}`,
        id: '{parent}',
      },
    })),
    ...onBoth('comment', { t: '/comment/create', p: '/reply' }, (at) => ({
      kind: 'comment',
      object: { url: places[at], id: '{url.thread}' },
    })),
    ...onBoth('edit-comment', { t: '/comment/:comment(\\d+)/edit', p: '/reply/:comment(\\d+)/edit' }, (at) => ({
      kind: 'edit',
      edit: true,
      take: { id: '/url/comment' },
      object: { url: `${places[at]}${comments[at]}/{id}#${at === 't' ? 'entry' : 'post'}-comment-{id}`, id: '{id}' },
      to: nobody,
    })),
    ...onBoth(
      'delete-comment',
      { t: ['/comments/:comment(\\d+)/delete', '/comment/:comment(\\d+)/delete'], p: '/reply/:comment(\\d+)/delete' },
      (at) => ({
        kind: 'comment',
        undo: true,
        take: { id: '/url/comment' },
        object: { url: `${places[at]}${comments[at]}/{id}#${at === 't' ? 'entry' : 'post'}-comment-{id}`, id: '{id}' },
        to: nobody,
      }),
    ),
    ...onBoth('edit', { t: '/edit', p: '/edit' }, (at) => ({
      kind: 'edit',
      edit: true,
      object: { url: places[at], id: '{url.thread}' },
      to: nobody,
    })),
    ...onBoth('delete', { t: '/delete', p: '/delete' }, (at) => ({
      kind: 'post',
      undo: true,
      object: { url: places[at], id: '{url.thread}' },
      to: nobody,
    })),
    {
      id: 'post',
      kind: 'post',
      request: { url: ['/new_entry', '/m/:magazine/new_entry', '/microblog/create'] },
      object: { url: ['{origin}/m/{url.magazine}', '{origin}/'], title: { text: '' } },
      to: nobody,
      refusal: 'redirect',
      refusedAt: signIn,
    },
    {
      id: 'subscribe',
      kind: 'follow',
      request: { url: ['/m/:magazine/subscribe', '/m/:magazine/unsubscribe'] },
      object: { url: '{origin}/m/{url.magazine}', id: '{url.magazine}' },
      to: nobody,
      refusedAt: signIn,
      undo: [{ at: '/path', matches: '/unsubscribe$' }],
    },
    {
      id: 'follow',
      kind: 'follow',
      request: { url: ['/u/:person/follow', '/u/:person/unfollow'] },
      object: { url: '{origin}/u/{url.person}', id: '{url.person}' },
      to: { name: '/url/person' },
      refusedAt: signIn,
      undo: [{ at: '/path', matches: '/unfollow$' }],
    },
  ],
  unseen: [
    'A vote whose button was not found: it is the same request when it is taken back.',
    'Which thread a new one became; what moderators do in their panel.',
  ],
  sources: ['MbinOrg/mbin config/mbin_routes, templates/components, src/Controller (2026-08)'],
});
