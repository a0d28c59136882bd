import { defineSite } from '../define.ts';
import type { Action, Read, RequestRule } from '../schema.ts';

const uuid = '[0-9a-f]{8}-[0-9a-f-]{27}';
const types = 'artist|release-group|release|recording|label|work|event|series|place|area|instrument|genre|url';
const entity = `:type(${types})/:mbid`;
const turnedAway = ['/login'];

/** What the page is about, from its own address: `artist/<mbid>`. */
const ofPage = (among = types) => ({
  from: '/page/url',
  via: [{ match: `/((?:${among}|user)/[^/?#]+)` }],
});

/** Links write here: what a link leads to is done, so nothing but a press on that very link counts. */
const link = (url: string): RequestRule => ({ method: 'GET', url });

/** A rating names a row of the database. The entity is the row of the table, or the page. */
const rate = (type: string): Action => ({
  id: `rate-${type}`,
  kind: 'rating',
  request: {
    method: 'GET',
    url: '/rating/rate{/}?',
    where: [
      { at: '/query/entity_type', is: type.replace('-', '_') },
      { at: '/query/rating', matches: '^\\d+$' },
    ],
  },
  control: { select: '.star-rating a' },
  take: {
    entity: { from: [`/page/${type}`, '/page/url'], via: [{ match: `/(${type}/${uuid})` }] },
  },
  object: { url: '{origin}/{entity}' },
  detail: {
    rating: { from: '/query/rating', via: [{ map: { 20: '1/5', 40: '2/5', 60: '3/5', 80: '4/5', 100: '5/5' } }] },
  },
  undo: [{ at: '/query/rating', is: '0' }],
  refusedAt: turnedAway,
});
const rated = ['artist', 'release-group', 'recording', 'label', 'work', 'event', 'place', 'series'];
const links = Object.fromEntries(
  rated.map((type): [string, Read] => [type, { select: `a[href*="/${type}/"]`, attr: 'href' }]),
);

/** Votes and notes on edits come as rows: a page can show many open edits, each with its own radio buttons. */
const votes: RequestRule = {
  url: '/edit/enter_votes',
  decode: ['form', { numbered: 'enter-vote.vote.' }],
};
const onEdit = {
  object: { url: '{origin}/edit/{item.edit_id}', id: '{item.edit_id}' },
  refusal: 'redirect',
  refusedAt: turnedAway,
} satisfies Partial<Action>;

/** A form about an entity that leads on to it: the form again means that nothing changed. */
const form = (id: string, url: string, rest: Partial<Action> = {}): Action => ({
  id,
  kind: 'edit',
  request: { url },
  control: { select: 'form button.submit.positive, form button[type="submit"]', submits: true },
  object: { url: ['{origin}/{made.type}/{made.mbid}', '{origin}/{url.type}/{url.mbid}', '{origin}/{url.type}/create'] },
  made: { location: `/:type(${types})/:mbid` },
  detail: { act: { text: id } },
  refusal: 'redirect',
  refusedAt: turnedAway,
  ...rest,
});

export default defineSite({
  id: 'musicbrainz',
  name: 'MusicBrainz',
  version: 1,
  group: 'reviews',
  confidence: 'high',
  hosts: ['musicbrainz.org', 'beta.musicbrainz.org', 'test.musicbrainz.org'],
  account: {
    name: { of: 'page', select: 'li.account .menu-header', match: '^(.*[^▾\\s])' },
    url: '{origin}/user/{account}',
    signedOut: '.links-container a[href^="/login"]',
  },
  items: [
    { select: 'tr:has(.star-rating)', read: { ...links, title: { select: 'bdi' } } },
    { select: 'div.edit-note', read: { author: { select: 'h3 a[href^="/user/"]' } } },
  ],
  page: {
    title: [{ select: '#content h1 bdi' }, { select: '#content h1' }],
    // A release shows the stars of its release group.
    'release-group': { select: '.releaseheader a[href*="/release-group/"]', attr: 'href' },
    untouched: { select: '.voteopts input[checked][value="-2"]', attr: 'value' },
  },
  composers: ['textarea.edit-note', 'textarea[name="edit-note-modify.text"]', 'textarea[name="edit-annotation.text"]'],
  private: { paths: ['/user/:name/contact'] },
  actions: [
    ...rated.map(rate),
    {
      id: 'tag',
      kind: 'vote',
      request: {
        method: 'GET',
        url: `/${entity}/tags/:way(upvote|downvote|withdraw)`,
        where: [{ at: '/query/tags', present: true }],
      },
      control: { select: 'button.tag-vote, #tag-form button, #tag-form input' },
      object: { url: '{origin}/{url.type}/{url.mbid}', id: '{url.mbid}' },
      // One thing can carry many tags: each is a vote of its own.
      detail: {
        vote: { from: '/url/way', via: [{ map: { upvote: 'up', downvote: 'down' } }] },
        act: { from: '/query/tags', via: ['lower', { format: 'tag {}' }] },
      },
      topics: { from: '/query/tags', via: ['lower', 'trim'] },
      undo: [{ at: '/url/way', is: 'withdraw' }],
      // The page gathers presses for a second.
      within: 10_000,
    },
    {
      id: 'vote-on-edit',
      kind: 'vote',
      request: { ...votes, where: [{ at: '/item/vote', is: ['1', '0', '-1', '-2'] }] },
      control: { select: 'form[action*="enter_votes"], .edit-list form', submits: true },
      ...onEdit,
      detail: { vote: { from: '/item/vote', via: [{ map: { 1: 'up', 0: 'down' } }] } },
      undo: [{ at: '/item/vote', is: '-2' }],
      // "None" is what an edit says that nobody touched.
      draft: [
        { at: '/item/vote', is: '-2' },
        { at: '/page/untouched', present: true },
      ],
    },
    {
      id: 'note-on-edit',
      kind: 'comment',
      also: true,
      request: { ...votes, where: [{ at: '/item/edit_note', present: true }] },
      control: { select: 'form[action*="enter_votes"], .edit-list form', submits: true },
      ...onEdit,
    },
    {
      id: 'approve-edit',
      kind: 'moderation',
      demand: true,
      request: link('/edit/:id(\\d+)/approve'),
      control: { select: 'a[href*="/approve"]' },
      object: { url: '{origin}/edit/{url.id}', id: '{url.id}' },
      detail: { act: { text: 'approve' } },
      refusal: 'redirect',
      refusedAt: turnedAway,
    },
    {
      id: 'cancel-edit',
      kind: 'edit',
      undo: true,
      request: { url: '/edit/:id(\\d+)/cancel', where: [{ at: '/form/confirm.cancel', present: false }] },
      object: { url: '{origin}/edit/{url.id}', id: '{url.id}' },
      refusal: 'redirect',
      refusedAt: turnedAway,
    },
    ...(['modify', 'delete'] as const).map(
      (way): Action => ({
        id: `${way}-note`,
        kind: 'comment',
        ...(way === 'modify' ? { edit: true } : { undo: true }),
        request: {
          url: `/edit-note/:id(\\d+)/${way}`,
          where: [{ at: `/form/edit-note-${way}.cancel`, present: false }],
        },
        object: { url: '{origin}/edit-note/{url.id}', id: '{url.id}' },
        refusal: 'redirect',
        refusedAt: turnedAway,
      }),
    ),
    form('create', `/:type(${types})/create`),
    form('edit-entity', `/${entity}/edit`),
    form('merge', `/:type(${types})/merge`, {
      request: { url: `/:type(${types})/merge`, where: [{ at: '/form/submit', not: ['remove', 'cancel'] }] },
    }),
    form('add-alias', `/${entity}/add-alias`),
    form('edit-alias', `/${entity}/alias/:alias/:way(edit|delete)`),
    form('annotate', `/${entity}/edit_annotation`, { draft: [{ at: '/form/edit-annotation.preview', present: true }] }),
    form('add-art', '/:type(release|event)/:mbid/:way(add-cover-art|add-event-art)', { refusal: 'status' }),
    {
      id: 'edit-by-editor',
      kind: 'edit',
      // Reads of the same editor go to `preview`. One press can send several of these.
      request: { url: '/ws/js/edit/create', where: [{ at: '/json/edits/0/edit_type', present: true }] },
      control: { select: '#release-editor button.positive, #enter-edit, button.submit.positive' },
      take: { entity: ofPage() },
      object: { url: ['{origin}/{entity}', '{origin}/release/add'] },
      detail: { act: { text: 'edit-entity' } },
      within: 30_000,
    },
    {
      id: 'subscribe',
      kind: 'follow',
      demand: true,
      request: link('/account/subscriptions/:type(artist|label|series|collection|editor)/:way(add|remove)'),
      control: { select: 'a[href*="/account/subscriptions/"]' },
      take: { entity: ofPage(`${types}|collection`) },
      object: { url: '{origin}/{entity}' },
      undo: [{ at: '/url/way', is: 'remove' }],
      refusal: 'redirect',
      refusedAt: turnedAway,
    },
    {
      id: 'collect',
      kind: 'bookmark',
      demand: true,
      request: link('/collection/:mbid/collection_collaborator/:way(add|remove)'),
      control: { select: 'a[href*="/collection_collaborator/"]' },
      take: { entity: ofPage() },
      object: { url: '{origin}/{entity}' },
      detail: { act: { from: '/url/mbid', via: [{ format: 'collection {}' }] } },
      undo: [{ at: '/url/way', is: 'remove' }],
      refusal: 'redirect',
      refusedAt: turnedAway,
    },
  ],
  unseen: [
    'Which of several changes one press of the release editor made: they count as one edit.',
    'Ratings pressed in a place that neither names the rated thing nor is its page.',
    'A vote taken back on a page that also shows edits without a vote of yours.',
    'Things taken out of a collection on the page of the collection.',
    'Edits by Picard and other programs.',
  ],
  sources: ['metabrainz/musicbrainz-server lib/MusicBrainz/Server/Controller and root/ (2026-07)'],
});
