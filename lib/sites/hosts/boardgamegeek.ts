import { defineSite } from '../define.ts';
import type { Action, RequestRule, Test } from '../schema.ts';

const things = 'boardgame|boardgameexpansion|boardgameaccessory|rpgitem|rpg|videogame';
/** The request names a thing by number; its address also says of what kind it is. */
const kindOfThing = { from: '/page/url', via: [{ match: `/(${things})/\\d+` }] };
const thingOfPage = { from: '/page/url', via: [{ match: `/((?:${things})/\\d+)` }] };
const page = { from: '/page/url', via: [{ match: '^([^?#]+)' }] };
const onThing = {
  take: { kind: kindOfThing },
  object: {
    url: ['{origin}/{kind}/{json.item.objectid}', '{origin}/boardgame/{json.item.objectid}'],
    id: '{json.item.objectid}',
  },
} satisfies Partial<Action>;
const onPage = { take: { thing: thingOfPage }, object: { url: '{origin}/{thing}' } } satisfies Partial<Action>;

const stars = (from: string) => ({ from, via: [{ match: '^(\\d{1,2}(?:\\.\\d{1,5})?)$' }, { format: '{}/10' }] });
const given = '^([1-9]|10|[1-9]\\.\\d+)$';

const collection = (path: string) => [
  `/api/collectionitems${path}`,
  `https://api.geekdo.com/api/collectionitems${path}`,
];
/** What a new thing in the collection and a changed one are sent with. A changed one repeats everything. */
const item = (...where: Test[]): RequestRule[] => [
  { url: collection('{/}?'), where: [{ at: '/json/item/objectid', present: true }, ...where] },
  { method: 'PUT', url: collection('/:collid'), where: [{ at: '/json/item/objectid', present: true }, ...where] },
];

const thumb = (id: string, type: string | undefined, rest: Omit<Action, 'id' | 'kind'>): Action => ({
  id,
  kind: 'like',
  request: {
    url: '/geekrecommend.php',
    where: [
      { at: '/form/action', is: ['recommend', 'unrecommend'] },
      { at: '/form/itemid', present: true },
      ...(type === undefined ? [] : [{ at: '/form/itemtype', is: type }]),
    ],
  },
  undo: [{ at: '/form/action', is: 'unrecommend' }],
  ...rest,
});

export default defineSite({
  id: 'boardgamegeek',
  name: 'BoardGameGeek',
  version: 1,
  group: 'reviews',
  confidence: 'medium',
  hosts: ['boardgamegeek.com', 'rpggeek.com', 'videogamegeek.com'],
  apiHosts: ['api.geekdo.com'],
  account: {
    name: {
      of: 'page',
      select: '.global-header a[href^="/profile/"], .global-header a[href^="/user/"]',
      attr: 'href',
      match: '/(?:profile|user)/([^/?#]+)',
    },
    url: '{origin}/user/{account}',
    signedOut: '.global-header a[href^="/login"]',
  },
  page: { title: { select: 'h1' } },
  private: { paths: ['/geekmail', '/geekmail/*', '/geekmail_controller.php'] },
  actions: [
    thumb('thumb-article', 'article', {
      take: { thread: { from: '/page/url', via: [{ match: '/thread/(\\d+)' }] } },
      object: {
        url: [
          '{origin}/thread/{thread}/article/{form.itemid}#{form.itemid}',
          '{origin}/article/{form.itemid}#{form.itemid}',
        ],
        id: '{form.itemid}',
      },
    }),
    thumb('thumb-list-item', 'listitem', {
      take: { list: { from: '/page/url', via: [{ match: '/geeklist/(\\d+)' }] } },
      object: { url: '{origin}/geeklist/{list}?itemid={form.itemid}', id: '{form.itemid}' },
    }),
    thumb('thumb-list', 'geeklist', { object: { url: '{origin}/geeklist/{form.itemid}', id: '{form.itemid}' } }),
    // Pictures, comments, files: the page is where they stand, the number tells them apart.
    thumb('thumb', undefined, {
      take: { page },
      object: { url: '{page}', id: '{form.itemtype} {form.itemid}' },
      detail: { act: { from: '/form/itemid', via: [{ format: 'thumb {}' }] } },
    }),
    {
      id: 'rate',
      kind: 'rating',
      request: item({ at: '/json/item/rating', matches: given }),
      ...onThing,
      detail: { rating: stars('/json/item/rating') },
    },
    {
      id: 'collect',
      kind: 'bookmark',
      also: true,
      request: item({
        any: ['own', 'wishlist', 'want', 'wanttobuy', 'wanttoplay', 'preordered'].flatMap((word) => [
          { at: `/json/item/status/${word}`, is: [true, 1] },
        ]),
      }),
      ...onThing,
      detail: { act: { text: 'collection' } },
    },
    {
      id: 'comment',
      kind: 'review',
      also: true,
      request: {
        url: collection('{/}?'),
        where: [
          { at: '/json/item/objectid', present: true },
          { at: '/json/item/textfield/comment/value', present: true },
        ],
      },
      ...onThing,
      detail: { rating: stars('/json/item/rating') },
    },
    {
      id: 'remove',
      kind: 'rating',
      undo: true,
      undoes: ['rate', 'collect'],
      request: { method: 'DELETE', url: collection('/:collid') },
      ...onPage,
    },
    {
      id: 'rate-by-form',
      kind: 'rating',
      request: {
        url: '/geekcollection.php',
        where: [
          { at: '/form/action', is: 'savedata' },
          { at: '/form/fieldname', is: 'rating' },
        ],
      },
      ...onPage,
      detail: { rating: stars('/form/rating') },
    },
    {
      id: 'play',
      kind: 'other',
      request: {
        url: '/geekplay.php',
        where: [
          {
            any: [
              { at: '/form/action', is: 'save' },
              { at: '/json/action', is: 'save' },
            ],
          },
        ],
      },
      take: { kind: kindOfThing, id: { from: ['/form/objectid', '/json/objectid'] } },
      object: { url: ['{origin}/{kind}/{id}', '{origin}/boardgame/{id}'], id: '{id}' },
      detail: { act: { text: 'play' } },
    },
  ],
  unseen: [
    'What you write in forums and lists: the requests are not known well enough.',
    'A comment that is changed in your collection.',
    'Tips in GeekGold.',
  ],
  sources: ['Bots and clients for BoardGameGeek (2012-2026)'],
});
