import type { ExpectedEntry, RecordedRequest, SiteCase } from '../cases.ts';
import { defineCases } from '../define.ts';

// No "draft" case: nothing is sent before it is meant.

const origin = 'https://www.discogs.com';
const header = (name: string | null) =>
  `<header>${name === null ? '<a href="/login?return_to=x">Log In</a>' : `<a href="/user/${name}">${name}</a>`}</header>`;
const release = (slug: string, name: string | null = 'nora', prefix = '') => ({
  url: `${origin}${prefix}/release/${slug}?ev=rr`,
  html: `${header(name)}<h1>Tidal Rooms</h1><button id="do">Do</button>`,
});
const graphql = (operationName: string, input: object, status = 200): RecordedRequest => ({
  url: '/service/catalog/api/graphql',
  json: { operationName, variables: { input }, extensions: { persistedQuery: { version: 1, sha256Hash: 'ab12' } } },
  by: 'fetch',
  answer: { status, type: 'application/json', body: '{"data":{}}' },
});
const does = (
  name: string,
  page: SiteCase['page'],
  request: RecordedRequest,
  entry: ExpectedEntry | null,
  rest: Partial<SiteCase> = {},
): SiteCase => ({
  name,
  about: 'do',
  page,
  act: [{ click: '#do' }],
  sends: [request],
  expect: entry ? [entry] : [],
  ...rest,
});
const url = (slug: string) => `${origin}/release/${slug}`;

export default defineCases([
  does('wants a release', release('901-Tidal-Rooms'), graphql('AddReleaseToWantlist', { discogsId: 901 }), {
    kind: 'bookmark',
    object: { url: url('901-Tidal-Rooms'), title: 'Tidal Rooms' },
    detail: { act: 'wantlist' },
    account: 'nora',
    level: 'accepted',
  }),
  does(
    'wants it no more',
    release('901-Tidal-Rooms'),
    graphql('RemoveReleaseFromWantlist', { discogsId: 901 }),
    { kind: 'bookmark', undo: true, object: { url: url('901-Tidal-Rooms') } },
    { about: 'undo', after: ['wants a release'] },
  ),
  does(
    'puts a release into the collection, on a page in German',
    release('902-Ebb', 'nora', '/de'),
    graphql('AddReleaseToCollection', { discogsId: 902 }),
    { kind: 'bookmark', object: { url: url('902-Ebb') }, detail: { act: 'collection' } },
    { about: 'layout' },
  ),
  does(
    'takes it out of the collection',
    release('902-Ebb'),
    graphql('RemoveCollectionItem', { discogsItemId: 7 }),
    { kind: 'bookmark', undo: true, object: { url: url('902-Ebb') } },
    { about: 'undo', after: ['puts a release into the collection, on a page in German'] },
  ),
  does('rates a release', release('903-Flood'), graphql('UpdateReleaseRating', { discogsId: 903, rating: 4 }), {
    kind: 'rating',
    object: { url: url('903-Flood') },
    detail: { rating: '4/5' },
  }),
  does(
    'rates it anew',
    release('903-Flood'),
    graphql('UpdateReleaseRating', { discogsId: 903, rating: 2 }),
    { kind: 'rating', object: { url: url('903-Flood') }, detail: { rating: '2/5' } },
    { about: 'switch', after: ['rates a release'] },
  ),
  does(
    'corrects a rating',
    release('903-Flood'),
    graphql('UpdateReleaseRating', { discogsId: 903, rating: 5 }),
    { kind: 'rating', revises: true, object: { url: url('903-Flood') }, detail: { rating: '5/5' } },
    { about: 'edit', after: ['rates a release'] },
  ),
  does(
    'takes the rating away',
    release('903-Flood'),
    graphql('UpdateReleaseRating', { discogsId: 903, rating: 0 }),
    { kind: 'rating', undo: true, object: { url: url('903-Flood') } },
    { about: 'undo', after: ['rates a release'] },
  ),
  does(
    'writes a note on an own copy',
    release('904-Calm'),
    graphql('EditCollectionItemNote', { discogsItemId: 8, discogsNoteTypeId: 3, noteText: 'x' }),
    { kind: 'other', object: { url: url('904-Calm'), id: '8' }, audience: 'limited' },
  ),
  does(
    'removes a note from an own copy',
    release('904-Calm'),
    graphql('RemoveCollectionItemNote', { discogsItemId: 8, discogsNoteTypeId: 3 }),
    { kind: 'other', undo: true, object: { url: url('904-Calm') }, audience: 'limited' },
    { about: 'undo' },
  ),
  ...['UserReleaseData', 'ReleaseAllImages', 'ViewerCollectionListData', 'ArtistDiscographyData'].map((name) =>
    does(`reads ${name}`, release('905-Wave'), graphql(name, { discogsId: 905 }), null, { about: 'look-alike' }),
  ),
  does('wanting that is refused', release('906-Foam'), graphql('AddReleaseToWantlist', { discogsId: 906 }, 401), null, {
    about: 'refusal',
  }),
  does(
    'wants with the keyboard',
    release('907-Salt'),
    graphql('AddReleaseToWantlist', { discogsId: 907 }),
    { kind: 'bookmark', object: { url: url('907-Salt') } },
    { about: 'keyboard', act: [{ press: 'Enter', in: '#do' }] },
  ),
  does(
    'in a private message',
    { url: `${origin}/messages/compose`, html: `${header('nora')}<button id="do">Send</button>` },
    graphql('EditCollectionItemNote', { discogsItemId: 9 }),
    null,
    { about: 'private' },
  ),
  does(
    'while nobody is signed in',
    release('908-Brine', null),
    graphql('AddReleaseToWantlist', { discogsId: 908 }),
    null,
    {
      about: 'signed-out',
    },
  ),
  does('a script of the page wants', release('909-Spray'), graphql('AddReleaseToWantlist', { discogsId: 909 }), null, {
    about: 'synthetic',
    act: [{ synthetic: '#do' }],
  }),
  {
    name: 'one press that sends twice is one wish',
    about: 'double',
    page: release('910-Reef'),
    act: [{ click: '#do' }],
    sends: [graphql('AddReleaseToWantlist', { discogsId: 910 }), graphql('AddReleaseToWantlist', { discogsId: 910 })],
    expect: [{ kind: 'bookmark', object: { url: url('910-Reef') } }],
  },
]);
