import { defineSite } from '../define.ts';
import type { Action } from '../schema.ts';

const site = 'https://myanimelist.net';
const login = { refusedAt: ['/login.php'] };
const type = ':type(anime|manga)';

/** The quick form of a title's page sends JSON, and says which title in a field named after its kind. */
const quick = (way: 'add' | 'edit') => `/ownlist/${type}/${way}.json`;
const onTitle = {
  take: { id: { from: ['/json/anime_id', '/json/manga_id'] } },
  object: { url: `${site}/{url.type}/{id}`, id: '{id}' },
  ...login,
} satisfies Partial<Action>;
const onPath = { object: { url: `${site}/{url.type}/{url.id}`, id: '{url.id}' }, ...login } satisfies Partial<Action>;
const ofTen = (from: string | string[]) => ({ from, via: [{ match: '^([1-9]|10)$' }, { format: '{}/10' }] });
const formScore = ['/form/add_anime[score]', '/form/add_manga[score]'];
const given = '^([1-9]|10)$';

export default defineSite({
  id: 'myanimelist',
  name: 'MyAnimeList',
  version: 1,
  group: 'reviews',
  confidence: 'medium',
  hosts: ['myanimelist.net'],
  account: {
    name: { of: 'page', select: 'a.header-profile-link' },
    url: `${site}/profile/{account}`,
    signedOut: '#header-menu .btn-login, a.btn-login',
  },
  page: { title: [{ select: 'h1.title-name' }, { select: 'h1 .h1-title [itemprop="name"]' }] },
  composers: ['textarea[name="msg_text"]'],
  private: { paths: ['/mymessages.php'] },
  actions: [
    {
      id: 'rate',
      kind: 'rating',
      request: { url: [quick('add'), quick('edit')], where: [{ at: '/json/score', matches: given }] },
      control: { select: '#myinfo_score, .js-form-user-score, .inputButton' },
      ...onTitle,
      detail: { rating: ofTen('/json/score') },
    },
    {
      id: 'list',
      kind: 'bookmark',
      request: { url: quick('add') },
      ...onTitle,
      detail: { act: { text: 'list' } },
    },
    {
      id: 'rate-by-form',
      kind: 'rating',
      request: { url: `/ownlist/${type}/:id(\\d+)/edit`, where: [{ at: { from: formScore }, matches: given }] },
      control: { select: 'form[name="add_anime"], form[name="add_manga"], .inputButton', submits: true },
      ...onPath,
      detail: { rating: ofTen(formScore) },
    },
    {
      id: 'unlist',
      kind: 'rating',
      undo: true,
      request: { url: `/ownlist/${type}/:id(\\d+)/delete` },
      ...onPath,
    },
    {
      id: 'forum',
      kind: 'comment',
      request: {
        url: '/forum{/}?',
        where: [
          { at: '/query/action', is: 'message' },
          { at: '/query/topic_id', present: true },
          { at: '/form/msg_text', present: true },
        ],
      },
      object: { url: `${site}/forum/?topicid={query.topic_id}`, id: '{query.topic_id}' },
      draft: [{ at: '/form/preview', present: true }],
      refusal: 'redirect',
      ...login,
      confidence: 'low',
    },
  ],
  unseen: [
    'Reviews and reactions to them, comments on profiles, clubs: their requests are not known well enough.',
    'Episodes and chapters counted up, because that is a note to yourself.',
    'A title on your list without a score that is taken off again.',
  ],
  sources: ['Extensions and clients that write to lists (2019-2026)'],
});
