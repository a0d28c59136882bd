import { defineSite } from '../define.ts';
import type { Action } from '../schema.ts';

const types = 'author|work|edition-group|edition|publisher|series';
const entity = `:type(${types})/:bbid`;
const onEntity = { object: { url: '{origin}/{url.type}/{url.bbid}', id: '{url.bbid}' } };
const submit = { select: 'button[type="submit"], button.btn-success' };

const change = (way: 'edit' | 'merge' | 'delete'): Action => ({
  id: `${way}-entity`,
  kind: 'edit',
  request: { url: `/${entity}/${way}/handler` },
  control: submit,
  ...onEntity,
  detail: { act: { text: way } },
});

const onCollection = (id: string, way: string, rest: Partial<Action>): Action => ({
  id,
  kind: 'post',
  request: { url: `/collection/:id/${way}/handler` },
  control: submit,
  object: { url: '{origin}/collection/{url.id}', id: '{url.id}' },
  ...rest,
});

export default defineSite({
  id: 'bookbrainz',
  name: 'BookBrainz',
  version: 1,
  group: 'reviews',
  confidence: 'high',
  hosts: ['bookbrainz.org'],
  account: {
    name: { of: 'page', select: '#user-dropdown' },
    url: '{page.profile}',
    signedOut: '.navbar a[href="/register"]',
  },
  page: {
    title: { select: '#content h1' },
    // The menu with the way to one's own page is made when it is opened first.
    profile: { select: '.navbar a[href^="/editor/"]', attr: 'href', match: '^(.*/editor/\\d+)' },
  },
  composers: ['textarea[name="note"]', '.modal textarea'],
  actions: [
    {
      id: 'create-entity',
      kind: 'edit',
      request: { url: [`/:type(${types})/create/handler`, '/create/handler'] },
      control: submit,
      object: { url: '{origin}/' },
      detail: { act: { text: 'create' } },
    },
    change('edit'),
    change('merge'),
    change('delete'),
    {
      id: 'note',
      kind: 'comment',
      request: { url: '/revision/:id(\\d+)/note' },
      control: submit,
      object: { url: '{origin}/revision/{url.id}', id: '{url.id}' },
    },
    {
      id: 'review',
      kind: 'review',
      // The same address is read by GET. The body carries a token of CritiqueBrainz, which stays where it is.
      request: { url: `/${entity}/reviews`, where: [{ at: '/json/review/entityBBID', present: true }] },
      control: { select: '.modal button[type="submit"], .modal .btn-success' },
      ...onEntity,
      detail: { rating: { from: '/json/review/rating', via: [{ match: '^([1-5])$' }, { format: '{}/5' }] } },
      refusal: 'hidden',
    },
    {
      id: 'create-collection',
      kind: 'post',
      request: { url: '/collection/create/handler' },
      control: submit,
      object: { url: '{origin}/collections' },
    },
    onCollection('edit-collection', 'edit', { edit: true }),
    onCollection('delete-collection', 'delete', { undo: true }),
    {
      id: 'collect',
      kind: 'bookmark',
      request: { url: '/collection/:id/add' },
      control: { select: '.modal button' },
      take: { entity: { from: '/page/url', via: [{ match: `/((?:${types})/[0-9a-f-]{36})` }] } },
      object: { url: '{origin}/{entity}' },
      detail: { act: { from: '/url/id', via: [{ format: 'collection {}' }] } },
    },
  ],
  unseen: [
    'The address of what you add: only the answer names it.',
    'Whether CritiqueBrainz took a review: the answer says so, not its status.',
    'Things taken out of a collection.',
  ],
  sources: ['metabrainz/bookbrainz-site src/server/routes, src/client/components (2026-08)'],
});
