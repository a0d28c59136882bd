import { defineSite } from '../define.ts';
import type { RequestRule } from '../schema.ts';

/** Everything is a POST to the name of what it does, reads too. */
const call = (action: string): RequestRule => ({ url: `/httprequest/${action}` });
const thing = {
  from: ['/page/link', '/page/url'],
  via: [{ match: '(/(?:release|film|game|song|work)/[^?#]+)' }],
};
const onThing = {
  take: { thing },
  object: { url: '{origin}{thing}', id: '{form.type}{form.assoc_id}' },
  target: '/form/assoc_id',
} as const;

export default defineSite({
  id: 'rate-your-music',
  name: 'Rate Your Music',
  version: 1,
  group: 'reviews',
  confidence: 'medium',
  hosts: ['rateyourmusic.com', 'glitchwave.com', 'www.glitchwave.com'],
  account: {
    name: { of: 'page', select: 'header a[href^="/~"], #header a[href^="/~"]', attr: 'href', match: '/~([^/?#]+)' },
    url: '{origin}/~{account}',
    signedOut: 'header a[href^="/account/login"], #header a[href^="/account/login"]',
  },
  items: [
    {
      select: 'tr:has([id^="my_catalog_rating_"]), .page_charts_section_charts_item:has([id^="my_catalog_rating_"])',
      read: {
        id: { select: '[id^="my_catalog_rating_"]', attr: 'id', match: '_(\\d+)$' },
        link: { select: 'a[href*="/release/"], a[href*="/film/"], a[href*="/game/"]', attr: 'href' },
        title: { select: 'a.album, a.release' },
      },
    },
  ],
  page: { title: { select: '.album_title, h1' } },
  private: { paths: ['/private_messages', '/private_messages/*'] },
  actions: [
    {
      id: 'rate',
      kind: 'rating',
      request: { ...call('CatalogSetRating'), where: [{ at: '/form/rating', matches: '^\\d+$' }] },
      control: { select: '[id^="my_catalog_rating_"], .rating_num' },
      ...onThing,
      detail: { rating: { from: '/form/rating', via: [{ match: '^([1-9]|10)$' }, { format: '{}/10' }] } },
      undo: [{ at: '/form/rating', is: '0' }],
      confidence: 'high',
    },
    {
      id: 'own',
      kind: 'bookmark',
      request: { ...call('CatalogSetOwnership'), where: [{ at: '/form/ownership', present: true }] },
      ...onThing,
      detail: { act: { text: 'ownership' } },
      undo: [{ at: '/form/ownership', is: 'n' }],
    },
    {
      id: 'follow',
      kind: 'follow',
      request: { ...call('FollowFollowUser'), where: [{ at: '/form/user_id', present: true }] },
      take: { user: { from: '/page/url', via: [{ match: '(/~[^/?#]+)' }] } },
      object: { url: '{origin}{user}', id: '{form.user_id}' },
    },
  ],
  unseen: [
    'Reviews, lists, comments and additions to the catalogue: their requests are not known well enough.',
    'A rating pressed where neither the row nor the page shows the way to what is rated.',
    'Following somebody no longer.',
  ],
  sources: ['Clients of Rate Your Music (2019-2024)', 'A copy of its rating script'],
});
