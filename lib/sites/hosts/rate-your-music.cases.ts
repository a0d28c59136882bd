import type { ExpectedEntry, RecordedRequest, SiteCase } from '../cases.ts';
import { defineCases } from '../define.ts';

// No "draft" case: what is sent is saved.

const origin = 'https://rateyourmusic.com';
const header = (name: string | null) =>
  `<header id="header">${name === null ? '<a href="/account/login">Log in</a>' : `<a href="/~${name}">${name}</a>`}</header>`;
const stars = (id: string) =>
  `<div class="my_catalog_rating" id="my_catalog_rating_l_${id}"><span class="rating_num">---</span></div>`;
const release = (path: string, id: string, name: string | null = 'nora') => ({
  url: `${origin}${path}?ref=x`,
  html: `${header(name)}<div class="album_title">Tidal Rooms</div>${stars(id)}<button id="do">Do</button>`,
});
const call = (action: string, fields: Record<string, string>, status = 200): RecordedRequest => ({
  url: `/httprequest/${action}`,
  form: { action, rym_ajax_req: '1', request_token: 'x', ...fields },
  by: 'xhr',
  answer: { status, type: 'text/javascript', body: 'rym();' },
});
const rates = (id: string, rating: string, status?: number) =>
  call('CatalogSetRating', { type: 'l', assoc_id: id, rating }, status);
const does = (
  name: string,
  page: SiteCase['page'],
  click: string,
  request: RecordedRequest,
  entry: ExpectedEntry | null,
  rest: Partial<SiteCase> = {},
): SiteCase => ({ name, about: 'do', page, act: [{ click }], sends: [request], expect: entry ? [entry] : [], ...rest });
const album = (last: string) => `/release/album/tidal-rooms/${last}/`;

export default defineCases([
  does('rates an album', release(album('slack'), '901'), '.rating_num', rates('901', '9'), {
    kind: 'rating',
    object: { url: `${origin}${album('slack')}`, id: 'l901', title: 'Tidal Rooms' },
    detail: { rating: '9/10' },
    account: 'nora',
    level: 'accepted',
  }),
  does(
    'rates it anew',
    release(album('slack'), '901'),
    '.rating_num',
    rates('901', '4'),
    { kind: 'rating', object: { url: `${origin}${album('slack')}` }, detail: { rating: '4/10' } },
    { about: 'switch', after: ['rates an album'] },
  ),
  does(
    'corrects the stars',
    release(album('slack'), '901'),
    '.rating_num',
    rates('901', '10'),
    { kind: 'rating', revises: true, object: { url: `${origin}${album('slack')}` }, detail: { rating: '10/10' } },
    { about: 'edit', after: ['rates an album'] },
  ),
  does(
    'takes the stars away',
    release(album('slack'), '901'),
    '.rating_num',
    rates('901', '0'),
    { kind: 'rating', undo: true, object: { url: `${origin}${album('slack')}` } },
    { about: 'undo', after: ['rates an album'] },
  ),
  does(
    'rates a row of a list',
    {
      url: `${origin}/collection/nora/recent/`,
      html: `${header('nora')}<table><tbody><tr><td><a class="album" href="${album('ebb')}">Ebb</a></td><td>${stars('902')}</td></tr></tbody></table>`,
    },
    '.rating_num',
    rates('902', '7'),
    { kind: 'rating', object: { url: `${origin}${album('ebb')}`, title: 'Ebb' }, detail: { rating: '7/10' } },
    { about: 'layout' },
  ),
  does(
    'a rating of something that the page does not name',
    { url: `${origin}/charts/`, html: `${header('nora')}<button id="do">★</button>` },
    '#do',
    rates('903', '7'),
    null,
    { about: 'look-alike' },
  ),
  does(
    'owns an album',
    release(album('flood'), '904'),
    '#do',
    call('CatalogSetOwnership', { type: 'l', assoc_id: '904', ownership: 'o' }),
    { kind: 'bookmark', object: { url: `${origin}${album('flood')}` } },
  ),
  does(
    'no longer owns it',
    release(album('flood'), '904'),
    '#do',
    call('CatalogSetOwnership', { type: 'l', assoc_id: '904', ownership: 'n' }),
    { kind: 'bookmark', undo: true, object: { url: `${origin}${album('flood')}` } },
    { about: 'undo', after: ['owns an album'] },
  ),
  does(
    'follows somebody',
    { url: `${origin}/~harbour`, html: `${header('nora')}<button id="do">Follow</button>` },
    '#do',
    call('FollowFollowUser', { user_id: '5511' }),
    { kind: 'follow', object: { url: `${origin}/~harbour`, id: '5511' } },
  ),
  does('searches', release(album('calm'), '905'), '#do', call('Search', { searchterm: 'tide', type: 'l' }), null, {
    about: 'look-alike',
  }),
  does(
    'loads more of a catalogue',
    release(album('calm'), '905'),
    '.rating_num',
    call('LoadCatalogPage', { page: '2', type: 'l', assoc_id: '905' }),
    null,
    { about: 'look-alike' },
  ),
  does('stars that are refused', release(album('wave'), '906'), '.rating_num', rates('906', '5', 403), null, {
    about: 'refusal',
  }),
  does(
    'rates with the keyboard',
    release(album('foam'), '907'),
    '',
    rates('907', '6'),
    { kind: 'rating', object: { url: `${origin}${album('foam')}` } },
    { about: 'keyboard', act: [{ press: 'Enter', in: '#do' }] },
  ),
  does(
    'in a private message',
    { url: `${origin}/private_messages/view?id=1`, html: `${header('nora')}<button id="do">Send</button>` },
    '#do',
    rates('908', '5'),
    null,
    { about: 'private' },
  ),
  does('rates while nobody is signed in', release(album('salt'), '909', null), '.rating_num', rates('909', '5'), null, {
    about: 'signed-out',
  }),
  does('a script of the page rates', release(album('brine'), '910'), '', rates('910', '5'), null, {
    about: 'synthetic',
    act: [{ synthetic: '.rating_num' }],
  }),
  {
    name: 'one press that sends twice is one rating',
    about: 'double',
    page: release(album('spray'), '911'),
    act: [{ click: '.rating_num' }],
    sends: [rates('911', '5'), rates('911', '5')],
    expect: [{ kind: 'rating', object: { url: `${origin}${album('spray')}` } }],
  },
]);
