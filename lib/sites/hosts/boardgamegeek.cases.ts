import type { ExpectedEntry, RecordedRequest, SiteCase } from '../cases.ts';
import { defineCases } from '../define.ts';

// No "draft" case: what is sent is saved.

const origin = 'https://boardgamegeek.com';
const header = (name: string | null) =>
  `<div class="global-header">${name === null ? '<a href="/login?redirect=1">Sign In</a>' : `<a href="/profile/${name}">${name}</a>`}</div>`;
const page = (path: string, name: string | null = 'nora', host = origin) => ({
  url: `${host}${path}`,
  html: `${header(name)}<h1>Tide Pools</h1><button id="do">Do</button>`,
});
const thumb = (itemtype: string, itemid: string, action = 'recommend'): RecordedRequest => ({
  url: '/geekrecommend.php',
  form: { action, itemtype, itemid, value: '1', ajax: '1' },
  by: 'xhr',
  answer: { type: 'application/json', body: '{}' },
});
const item = (objectid: string, fields: object, method: 'POST' | 'PUT' = 'POST'): RecordedRequest => ({
  method,
  url: `/api/collectionitems${method === 'PUT' ? '/551' : ''}`,
  json: { item: { objecttype: 'thing', objectid, ...fields } },
  by: 'fetch',
  answer: { type: 'application/json', body: '{}' },
});
const does = (
  name: string,
  path: string,
  request: RecordedRequest,
  entries: ExpectedEntry | ExpectedEntry[] | null,
  rest: Partial<SiteCase> = {},
): SiteCase => ({
  name,
  about: 'do',
  page: page(path),
  act: [{ click: '#do' }],
  sends: [request],
  expect: entries === null ? [] : [entries].flat(),
  ...rest,
});

export default defineCases([
  does('thumbs an answer', '/thread/901/tides?page=2', thumb('article', '7001'), {
    kind: 'like',
    object: { url: `${origin}/thread/901/article/7001#7001`, id: '7001' },
    account: 'nora',
    level: 'accepted',
  }),
  does(
    'takes the thumb back',
    '/thread/901/tides',
    thumb('article', '7001', 'unrecommend'),
    { kind: 'like', undo: true, object: { url: `${origin}/thread/901/article/7001#7001` } },
    { about: 'undo', after: ['thumbs an answer'] },
  ),
  does(
    'thumbs an answer from another page',
    '/subscriptions',
    thumb('article', '7002'),
    { kind: 'like', object: { url: `${origin}/article/7002#7002` } },
    { about: 'layout' },
  ),
  does('thumbs a thing of a list', '/geeklist/301/tides', thumb('listitem', '7003'), {
    kind: 'like',
    object: { url: `${origin}/geeklist/301?itemid=7003` },
  }),
  does('thumbs a list', '/geeklist/302/tides', thumb('geeklist', '302'), {
    kind: 'like',
    object: { url: `${origin}/geeklist/302` },
  }),
  does('thumbs a picture', '/image/88/tide-pools', thumb('image', '88'), {
    kind: 'like',
    object: { url: `${origin}/image/88/tide-pools` },
    detail: { act: 'thumb 88' },
  }),
  does('asks who gave thumbs', '/thread/902/tides', thumb('article', '7004', 'recspy'), null, { about: 'look-alike' }),
  does('rates a game', '/boardgame/501/tide-pools', item('501', { rating: 8.5 }), {
    kind: 'rating',
    object: { url: `${origin}/boardgame/501`, id: '501', title: 'Tide Pools' },
    detail: { rating: '8.5/10' },
  }),
  does(
    'rates it anew',
    '/boardgame/501/tide-pools',
    item('501', { rating: 9 }, 'PUT'),
    { kind: 'rating', revises: true, object: { url: `${origin}/boardgame/501` }, detail: { rating: '9/10' } },
    { about: 'edit', after: ['rates a game'] },
  ),
  does(
    'takes a game out of the collection',
    '/boardgame/501/tide-pools',
    { method: 'DELETE', url: '/api/collectionitems/551', by: 'fetch' },
    { kind: 'rating', undo: true, object: { url: `${origin}/boardgame/501` } },
    { about: 'undo', after: ['rates a game'] },
  ),
  does(
    'rates, collects and comments at once',
    '/boardgame/502/low-water',
    item('502', { rating: 7, status: { own: true }, textfield: { comment: { value: 'Calm.' } } }),
    [
      { kind: 'rating', object: { url: `${origin}/boardgame/502` }, detail: { rating: '7/10' } },
      { kind: 'bookmark', object: { url: `${origin}/boardgame/502` } },
      { kind: 'review', object: { url: `${origin}/boardgame/502` }, detail: { rating: '7/10' } },
    ],
  ),
  does(
    'rates a book of rules on a sister site',
    '/rpgitem/601/tides',
    item('601', { rating: 6 }),
    { kind: 'rating', object: { url: 'https://rpggeek.com/rpgitem/601' } },
    { about: 'layout', page: page('/rpgitem/601/tides', 'nora', 'https://rpggeek.com') },
  ),
  does(
    'rates by the older form',
    '/boardgame/503/ebb',
    {
      url: '/geekcollection.php',
      form: { action: 'savedata', fieldname: 'rating', rating: '5', collid: '9', ajax: '1' },
      by: 'xhr',
    },
    { kind: 'rating', object: { url: `${origin}/boardgame/503` }, detail: { rating: '5/10' } },
    { about: 'layout' },
  ),
  does(
    'logs a play',
    '/boardgame/504/flood',
    { url: '/geekplay.php', form: { action: 'save', objectid: '504', playdate: '2026-05-04', ajax: '1' }, by: 'xhr' },
    { kind: 'other', object: { url: `${origin}/boardgame/504` }, detail: { act: 'play' } },
  ),
  does(
    'thinks again about a rating',
    '/boardgame/501/tide-pools',
    item('501', { rating: 3 }, 'PUT'),
    { kind: 'rating', object: { url: `${origin}/boardgame/501` }, detail: { rating: '3/10' } },
    { about: 'switch', after: ['rates a game'] },
  ),
  does('a thumb that is refused', '/thread/903/tides', { ...thumb('article', '7005'), answer: { status: 403 } }, null, {
    about: 'refusal',
  }),
  does(
    'a thumb with the keyboard',
    '/thread/904/tides',
    thumb('article', '7006'),
    { kind: 'like', object: { url: `${origin}/thread/904/article/7006#7006` } },
    { about: 'keyboard', act: [{ press: 'Enter', in: '#do' }] },
  ),
  does('in a private message', '/geekmail/compose', thumb('article', '7007'), null, { about: 'private' }),
  does('while nobody is signed in', '/thread/905/tides', thumb('article', '7008'), null, {
    about: 'signed-out',
    page: page('/thread/905/tides', null),
  }),
  does('a script of the page gives a thumb', '/thread/906/tides', thumb('article', '7009'), null, {
    about: 'synthetic',
    act: [{ synthetic: '#do' }],
  }),
  {
    name: 'one press that sends twice is one thumb',
    about: 'double',
    page: page('/thread/907/tides'),
    act: [{ click: '#do' }],
    sends: [thumb('article', '7010'), thumb('article', '7010')],
    expect: [{ kind: 'like', object: { url: `${origin}/thread/907/article/7010#7010` } }],
  },
]);
