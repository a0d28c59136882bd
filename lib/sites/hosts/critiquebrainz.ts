import { defineSite } from '../define.ts';
import type { Action } from '../schema.ts';

const review = '{origin}/review/{url.id}';
const classic = { refusal: 'redirect', refusedAt: ['/login', '/login/'] } satisfies Partial<Action>;
const onReview = { object: { url: review, id: '{url.id}' }, ...classic } satisfies Partial<Action>;

/** What is reviewed has a page here too, under its type. */
const pageOfType = {
  release_group: 'release-group',
  artist: 'artist',
  label: 'label',
  recording: 'recording',
  work: 'work',
  event: 'event',
  place: 'place',
  bb_author: 'author',
  bb_series: 'series',
  bb_edition_group: 'edition-group',
  bb_literary_work: 'literary-work',
};
const stars = { from: '/form/rating', via: [{ match: '^([1-5])$' }, { format: '{}/5' }] };
/** The button that was pressed is a field without a value. */
const pressed = (name: string) => [{ at: `/form/${name}`, matches: '^' }];

const helpful = (way: 'yes' | 'no'): Action => ({
  id: way === 'yes' ? 'helpful' : 'not-helpful',
  kind: 'vote',
  request: { url: '/review/:id/vote', where: pressed(way) },
  control: { select: `form[action$="/vote"] button[name="${way}"]` },
  ...onReview,
  detail: { vote: { text: way === 'yes' ? 'up' : 'down' } },
});

/** A comment is a place on the page of the review. */
const ownComment = (way: 'edit' | 'delete'): Action => ({
  id: `${way}-comment`,
  kind: 'comment',
  ...(way === 'edit' ? { edit: true } : { undo: true }),
  request: { url: `/comments/:id/${way}` },
  take: { review: { from: '/page/url', via: [{ match: '/review/([0-9a-f-]{36})' }] } },
  object: { url: ['{origin}/review/{review}#{url.id}', '{origin}/comments/{url.id}'], id: '{url.id}' },
  to: { name: { text: '' } },
  ...classic,
});

export default defineSite({
  id: 'critiquebrainz',
  name: 'CritiqueBrainz',
  version: 1,
  group: 'reviews',
  confidence: 'high',
  hosts: ['critiquebrainz.org'],
  account: {
    name: { of: 'page', select: '.navbar .dropdown:has(a[href*="/user/"]) .dropdown-toggle' },
    url: '{page.profile}',
    signedOut: '.navbar a[href="/login/"]',
  },
  page: {
    title: [{ select: '#review-entity h2' }, { select: 'h2' }],
    author: { select: '#review-content h3 a[href*="/user/"]' },
    authorUrl: { select: '#review-content h3 a[href*="/user/"]', attr: 'href' },
    profile: { select: '.navbar .dropdown-menu a[href*="/user/"]', attr: 'href' },
    // A review that is out already cannot become a draft again.
    draft: { select: '#btn-draft', attr: 'id' },
  },
  composers: ['#review-editor textarea[name="text"]', 'textarea.comment-text'],
  actions: [
    {
      id: 'review',
      kind: 'review',
      request: { url: '/review/write/:type/:entity{/}?', where: [{ at: '/form/license_choice', present: true }] },
      control: { select: '#btn-publish' },
      take: { type: { from: '/url/type', via: [{ map: pageOfType }] } },
      object: { url: '{origin}/{type}/{url.entity}', id: '{url.entity}' },
      to: { name: { text: '' } },
      made: { location: '/review/:id', url: '{origin}/review/{made.id}', id: '{made.id}' },
      detail: { rating: stars },
      draft: [{ at: '/form/state', is: 'draft' }],
      ...classic,
    },
    {
      id: 'edit-review',
      kind: 'review',
      edit: [{ at: '/page/draft', present: false }],
      request: { url: '/review/:id/edit' },
      control: { select: '#btn-publish' },
      ...onReview,
      to: { name: { text: '' } },
      made: { location: '/review/:id', url: review, id: '{url.id}' },
      detail: { rating: stars },
      draft: [{ at: '/form/state', is: 'draft' }],
    },
    {
      id: 'rate',
      kind: 'rating',
      request: { url: '/rate{/}?', where: [{ at: '/form/entity_id', present: true }] },
      control: { select: 'form#rating-form' },
      take: { type: { from: '/form/entity_type', via: [{ map: pageOfType }] } },
      object: { url: '{origin}/{type}/{form.entity_id}', id: '{form.entity_id}' },
      detail: { rating: stars },
      undo: [{ at: '/form/rating', present: false }],
      ...classic,
    },
    helpful('yes'),
    helpful('no'),
    {
      id: 'take-vote-back',
      kind: 'vote',
      undo: true,
      demand: true,
      request: { method: 'GET', url: '/review/:id/vote/delete' },
      control: { select: 'a[href*="/vote/delete"]' },
      ...onReview,
    },
    {
      id: 'comment',
      kind: 'comment',
      request: { url: '/comments/create', where: [{ at: '/form/review_id', present: true }] },
      control: { select: '#comment-add-form', submits: true },
      object: { url: '{origin}/review/{form.review_id}', id: '{form.review_id}' },
      draft: [{ at: '/form/state', is: 'draft' }],
      ...classic,
    },
    ownComment('edit'),
    ownComment('delete'),
    {
      id: 'report',
      kind: 'moderation',
      request: { url: '/review/:id/report' },
      ...onReview,
      detail: { act: { text: 'report' } },
    },
    {
      id: 'hide',
      kind: 'moderation',
      request: { url: '/review/:id/:way(hide|unhide)' },
      ...onReview,
      detail: { act: { text: 'hide' } },
      undo: [{ at: '/url/way', is: 'unhide' }],
    },
    {
      id: 'delete-review',
      kind: 'review',
      undo: true,
      request: { url: '/review/:id/delete' },
      ...onReview,
      to: { name: { text: '' } },
      made: { url: review, id: '{url.id}' },
    },
  ],
  unseen: [
    'The address of a new comment: the site leads back to the review.',
    'Reviews written on other sites of the family.',
  ],
  sources: ['metabrainz/critiquebrainz critiquebrainz/frontend/views, forms and templates (2026-07)'],
});
