import { defineSite } from '../define.ts';
import type { Action, RequestRule } from '../schema.ts';

/** Reads are GETs of the same address, or POSTs with other names. */
const operation = (name: string): RequestRule => ({
  url: '/service/catalog/api/graphql',
  where: [{ at: '/json/operationName', matches: `^(?:${name})$` }],
});
/** The page of what it is about, with its slug and without its language. */
const thing = { from: '/page/url', via: [{ match: '/((?:release|master|artist|label)/\\d+[^/?#]*)' }] };
const onPage = {
  take: { thing },
  object: { url: ['https://www.discogs.com/{thing}', 'https://www.discogs.com/mycollection'] },
  refusal: 'hidden',
} satisfies Partial<Action>;
const onThing = { ...onPage, object: { url: 'https://www.discogs.com/{thing}' } } satisfies Partial<Action>;

export default defineSite({
  id: 'discogs',
  name: 'Discogs',
  version: 1,
  group: 'reviews',
  confidence: 'medium',
  hosts: ['www.discogs.com'],
  account: {
    name: {
      of: 'page',
      select: 'header a[href*="/user/"], #site_header a[href*="/user/"]',
      attr: 'href',
      match: '/user/([^/?#]+)',
    },
    url: 'https://www.discogs.com/user/{account}',
    signedOut: 'header a[href*="/login"], #site_header a[href*="/login"]',
  },
  page: { title: { select: 'h1' } },
  private: { paths: ['/messages', '/messages/*'] },
  actions: [
    {
      id: 'want',
      kind: 'bookmark',
      request: operation('Add\\w{0,40}Wantlist\\w{0,40}'),
      ...onThing,
      detail: { act: { text: 'wantlist' } },
      confidence: 'low',
    },
    {
      id: 'want-no-more',
      kind: 'bookmark',
      undo: true,
      request: operation('(?:Remove|Delete)\\w{0,40}Wantlist\\w{0,40}'),
      ...onThing,
      detail: { act: { text: 'wantlist' } },
      confidence: 'low',
    },
    {
      // Notes on one's own copies are one's own.
      id: 'note',
      kind: 'other',
      request: operation('EditCollectionItemNote'),
      take: { ...onPage.take, item: '/json/variables/input/discogsItemId' },
      object: { ...onPage.object, id: '{item}' },
      detail: { act: { text: 'collection-note' } },
      limited: [{ at: '/path', present: true }],
      refusal: 'hidden',
    },
    {
      id: 'remove-note',
      kind: 'other',
      undo: true,
      request: operation('RemoveCollectionItemNote'),
      take: { ...onPage.take, item: '/json/variables/input/discogsItemId' },
      object: { ...onPage.object, id: '{item}' },
      detail: { act: { text: 'collection-note' } },
      limited: [{ at: '/path', present: true }],
      refusal: 'hidden',
    },
    {
      id: 'collect',
      kind: 'bookmark',
      request: operation('Add\\w{0,40}Collection\\w{0,40}'),
      ...onThing,
      detail: { act: { text: 'collection' } },
      confidence: 'low',
    },
    {
      id: 'take-out',
      kind: 'bookmark',
      undo: true,
      request: operation('(?:Remove|Delete)\\w{0,40}Collection\\w{0,40}'),
      ...onThing,
      detail: { act: { text: 'collection' } },
      confidence: 'low',
    },
    {
      id: 'rate',
      kind: 'rating',
      request: operation('(?:Rate|Set|Edit|Update|Add)\\w{0,40}(?:Rating|Release)'),
      ...onThing,
      detail: {
        rating: {
          from: ['/json/variables/input/rating', '/json/variables/rating'],
          via: [{ match: '^([1-5])$' }, { format: '{}/5' }],
        },
      },
      undo: [
        {
          any: [
            { at: '/json/variables/input/rating', is: 0 },
            { at: '/json/variables/rating', is: 0 },
          ],
        },
      ],
      confidence: 'low',
    },
  ],
  unseen: [
    'Submissions to the database, votes on them, reviews and the forum.',
    'Ratings that are told by another operation than the expected ones.',
  ],
  sources: ['Userscripts and clients with captured operations (2024-2026)'],
});
