import { defineSite } from '../define.ts';
import type { Action, Test } from '../schema.ts';

/** Any Lemmy instance in its own web client: a JSON body for everything, in two versions of the API. */

const api = (path: string) => [`/api/v3/${path}`, `/api/v4/${path}`];
const things = { post: 'post_id', comment: 'comment_id' } as const;
type Thing = keyof typeof things;

const on = (thing: Thing): Pick<Action, 'take' | 'target' | 'object'> => ({
  take: { id: `/json/${things[thing]}` },
  target: `/json/${things[thing]}`,
  object: { url: `{origin}/${thing}/{id}`, id: '{id}' },
});
const nobody = { name: { text: '' } };
const isFalse = (field: string): Test[] => [{ at: `/json/${field}`, is: false }];

/** The request has the community's number; its address stands in the row of a list or is that of the page. */
const onCommunity: Pick<Action, 'take' | 'object'> = {
  take: { name: { from: '/page/url', via: [{ match: '/c/([^/?#]+)' }] } },
  object: {
    url: ['{page.community}', '{origin}/c/{name}', '{origin}/community/{json.community_id}'],
    id: '{json.community_id}',
  },
};

/** 0.19 counts −1, 0 and 1; 1.0 says true, false or nothing at all. */
const direction = ['/json/score', '/json/is_upvote'];

const onThing = (thing: Thing): Action[] => [
  {
    id: `vote-${thing}`,
    kind: 'vote',
    request: { url: api(`${thing}/like`) },
    ...on(thing),
    detail: {
      vote: { from: direction, via: [{ map: { '1': 'up', '-1': 'down', true: 'up', false: 'down' } }] },
    },
    undo: [
      {
        any: [
          { at: '/json/score', is: 0 },
          { at: { from: direction }, present: false },
        ],
      },
    ],
  },
  {
    id: `bookmark-${thing}`,
    kind: 'bookmark',
    request: { method: 'PUT', url: api(`${thing}/save`) },
    ...on(thing),
    undo: isFalse('save'),
  },
  {
    id: `edit-${thing}`,
    kind: 'edit',
    edit: true,
    request: { method: 'PUT', url: api(thing) },
    ...on(thing),
    to: nobody,
  },
  {
    id: `delete-${thing}`,
    kind: thing,
    undo: true,
    // The same request brings it back.
    request: { url: api(`${thing}/delete`), where: [{ at: '/json/deleted', is: true }] },
    ...on(thing),
    to: nobody,
  },
  {
    id: `report-${thing}`,
    kind: 'moderation',
    request: { url: api(`${thing}/report`) },
    ...on(thing),
    detail: { act: { text: 'report' } },
  },
  {
    id: `remove-${thing}`,
    kind: 'moderation',
    request: { url: api(`${thing}/remove`) },
    ...on(thing),
    detail: { act: { text: 'remove' } },
    undo: isFalse('removed'),
  },
];

const moderate = (act: string, thing: Thing, path: string, field: string): Action => ({
  id: act,
  kind: 'moderation',
  request: { url: api(path) },
  ...on(thing),
  detail: { act: { text: act } },
  undo: isFalse(field),
});

const person = 'a.person-listing[href*="/u/"]';
const author = { select: person, attr: 'href', match: '/u/([^/?#]+)' };
const authorUrl = { select: person, attr: 'href' };

export default defineSite({
  id: 'lemmy',
  name: 'Lemmy',
  version: 1,
  group: 'community',
  confidence: 'high',
  signals: [{ select: 'meta[name="Description"]', attr: 'content', matches: '^Lemmy$' }, { select: '.lemmy-site' }],
  account: {
    name: { of: 'page', select: 'nav a[href^="/u/"]', attr: 'href', match: '/u/([^/?#]+)' },
    url: '{origin}/u/{account}',
    signedOut: 'nav a[href^="/login"]',
  },
  items: [
    {
      select: 'article.comment-node',
      read: {
        id: { attr: 'id', match: '^comment-(\\d+)' },
        author,
        authorUrl,
        title: { of: 'page', select: '.post-listing h1' },
      },
    },
    {
      select: '.post-listing',
      read: {
        id: [
          { attr: 'id', match: '^post-listing-(\\d+)' },
          { select: 'a[href^="/post/"]', attr: 'href', match: '/post/(\\d+)' },
        ],
        author,
        authorUrl,
        title: [{ select: 'h1' }, { select: '.post-title a' }],
      },
    },
    { select: 'tr:has(.community-link)', read: { community: { select: '.community-link', attr: 'href' } } },
  ],
  composers: ['.markdown-textarea textarea'],
  private: { paths: ['/inbox', '/create_private_message/*'] },
  actions: [
    ...onThing('post'),
    ...onThing('comment'),
    moderate('lock', 'post', 'post/lock', 'locked'),
    moderate('feature', 'post', 'post/feature', 'featured'),
    moderate('distinguish', 'comment', 'comment/distinguish', 'distinguished'),
    {
      id: 'ban',
      kind: 'moderation',
      request: { url: api('community/ban_user') },
      ...onCommunity,
      to: nobody,
      detail: { act: { text: 'ban' } },
      undo: isFalse('ban'),
    },
    {
      id: 'reply',
      kind: 'comment',
      request: { url: api('comment'), where: [{ at: '/json/parent_id', present: true }] },
      take: { id: '/json/parent_id' },
      target: '/json/parent_id',
      object: { url: '{origin}/comment/{id}', id: '{id}' },
      made: {
        appears: 'article.comment-node:has(a.person-listing[href="/u/{account}"])',
        read: { id: { attr: 'id', match: '^comment-(\\d+)' } },
        url: '{origin}/comment/{made.id}',
        id: '{made.id}',
      },
      control: { select: '.comment-form form', submits: true },
    },
    {
      id: 'comment',
      kind: 'comment',
      request: { url: api('comment') },
      control: { select: '.comment-form form', submits: true },
      ...on('post'),
      made: {
        appears: 'article.comment-node:has(a.person-listing[href="/u/{account}"])',
        read: { id: { attr: 'id', match: '^comment-(\\d+)' } },
        url: '{origin}/comment/{made.id}',
        id: '{made.id}',
      },
    },
    {
      id: 'post',
      kind: 'post',
      request: { url: api('post') },
      control: { select: 'form.post-form', submits: true },
      object: { url: ['{made.community}', '{origin}/community/{json.community_id}'], id: '{json.community_id}' },
      to: nobody,
      made: {
        appears: '.post-listing:has(a.person-listing[href="/u/{account}"])',
        read: {
          id: { attr: 'id', match: '^post-listing-(\\d+)' },
          community: { select: '.community-link', attr: 'href' },
        },
        url: '{origin}/post/{made.id}',
        id: '{made.id}',
      },
    },
    {
      id: 'follow',
      kind: 'follow',
      request: { url: api('community/follow') },
      ...onCommunity,
      to: nobody,
      undo: isFalse('follow'),
    },
  ],
  unseen: [
    'Other web clients (Photon, Voyager, Alexandrite, mlmym) and apps.',
    'Very old instances that speak through a socket.',
    'Answers to reports and removals for good by an administrator.',
  ],
  sources: ['LemmyNet/lemmy-ui 1.0.0-beta.1, LemmyNet/lemmy api_routes_http.rs and api_routes_v4.rs (2024-2026)'],
});
