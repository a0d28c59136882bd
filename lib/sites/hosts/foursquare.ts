import { defineSite } from '../define.ts';
import type { Action, RequestRule, Test, Value } from '../schema.ts';

/** Both sites write to one host; parameters stand in the address or in a form. */
const api = 'https://api.foursquare.com/v2/';
const given = (name: string): Value => ({ from: [`/query/${name}`, `/form/${name}`, `/json/${name}`] });
const to = (path: string, where?: Test[]): RequestRule => ({ url: api + path, ...(where ? { where } : {}) });
/** `set=0` takes back; without it the act is done. */
const set: Test[] = [{ at: given('set'), is: ['0', 'false'] }];

const venue = { url: 'https://foursquare.com/v/{id}', id: '{id}' };
const tip = { url: 'https://foursquare.com/item/{id}', id: '{id}' };
const checkin = { url: 'https://www.swarmapp.com/checkin/{id}', id: '{id}' };
const user = { url: 'https://foursquare.com/user/{id}', id: '{id}' };
const list = { url: 'https://foursquare.com/list/{id}', id: '{id}' };
const byUrl: Pick<Action, 'take' | 'target'> = { take: { id: '/url/id' }, target: '/url/id' };
const byVenue: Pick<Action, 'take'> = { take: { id: given('venueId') } };
/** Check-ins are shown to friends. */
const friends: Pick<Action, 'limited'> = { limited: [{ at: '/host', present: true }] };
const hasVenue: Test[] = [{ at: given('venueId'), present: true }];

export default defineSite({
  id: 'foursquare',
  name: 'Foursquare and Swarm',
  version: 1,
  group: 'reviews',
  confidence: 'medium',
  hosts: ['foursquare.com', '*.foursquare.com', 'www.swarmapp.com', 'swarmapp.com'],
  account: {
    name: {
      of: 'page',
      select: '#userMenu a[href*="/user/"], header a[href*="/user/"]',
      attr: 'href',
      match: '/user/(\\d+)',
    },
    url: 'https://foursquare.com/user/{account}',
    signedOut: 'a[href*="/login"]',
  },
  page: { title: { of: 'page', select: '.venueName, h1' } },
  composers: ['textarea'],
  actions: [
    { id: 'tip', kind: 'review', request: to('tips/add', hasVenue), ...byVenue, object: venue, confidence: 'high' },
    {
      id: 'like-tip',
      kind: 'like',
      request: to('tips/:id/like'),
      ...byUrl,
      object: tip,
      undo: set,
      confidence: 'high',
    },
    {
      id: 'vote-tip',
      kind: 'vote',
      request: to('tips/:id/vote', [{ at: given('vote'), present: true }]),
      ...byUrl,
      object: tip,
      detail: {
        vote: {
          from: ['/query/vote', '/form/vote', '/json/vote'],
          via: [{ map: { true: 'up', false: 'down', 1: 'up', 0: 'down' } }],
        },
      },
    },
    { id: 'vote-tip-no-more', kind: 'vote', undo: true, request: to('tips/:id/removevote'), ...byUrl, object: tip },
    {
      id: 'report-tip',
      kind: 'moderation',
      request: to('tips/:id/flag'),
      ...byUrl,
      object: tip,
      detail: { act: { text: 'report' } },
    },
    {
      id: 'like-venue',
      kind: 'vote',
      request: to('venues/:id/like'),
      ...byUrl,
      object: venue,
      undo: set,
      detail: { vote: { text: 'up' } },
      confidence: 'high',
    },
    {
      id: 'dislike-venue',
      kind: 'vote',
      request: to('venues/:id/dislike'),
      ...byUrl,
      object: venue,
      undo: set,
      detail: { vote: { text: 'down' } },
      confidence: 'high',
    },
    {
      id: 'ok-venue',
      kind: 'rating',
      request: to('venues/:id/ok'),
      ...byUrl,
      object: venue,
      undo: set,
      detail: { rating: { text: '2/3' } },
    },
    { id: 'correct-venue', kind: 'edit', request: to('venues/:id/:act(proposeedit|edit)'), ...byUrl, object: venue },
    {
      id: 'report-venue',
      kind: 'moderation',
      request: to('venues/:id/flag'),
      ...byUrl,
      object: venue,
      detail: { act: { text: 'report' } },
    },
    {
      id: 'add-venue',
      kind: 'post',
      request: to('venues/add', [{ at: given('name'), present: true }]),
      object: { url: 'https://foursquare.com/' },
    },
    {
      id: 'check-in',
      ...friends,
      kind: 'post',
      request: to('checkins/add', hasVenue),
      private: [{ at: given('broadcast'), matches: 'private' }],
      ...byVenue,
      object: venue,
      confidence: 'high',
    },
    {
      id: 'like-check-in',
      ...friends,
      kind: 'like',
      request: to('checkins/:id/like'),
      ...byUrl,
      object: checkin,
      undo: set,
      confidence: 'high',
    },
    {
      id: 'comment',
      ...friends,
      kind: 'comment',
      request: to('checkins/:id/addcomment'),
      ...byUrl,
      object: checkin,
      confidence: 'high',
    },
    {
      id: 'delete-comment',
      ...friends,
      kind: 'comment',
      undo: true,
      request: to('checkins/:id/deletecomment'),
      ...byUrl,
      object: checkin,
    },
    { id: 'befriend', kind: 'follow', request: to('users/:id/request'), ...byUrl, object: user, confidence: 'high' },
    {
      id: 'befriend-no-more',
      kind: 'follow',
      undo: true,
      request: to('users/:id/unfriend'),
      ...byUrl,
      object: user,
      confidence: 'high',
    },
    { id: 'follow-list', kind: 'follow', request: to('lists/:id/follow'), ...byUrl, object: list },
    {
      id: 'follow-list-no-more',
      kind: 'follow',
      undo: true,
      request: to('lists/:id/unfollow'),
      ...byUrl,
      object: list,
    },
    { id: 'save', kind: 'bookmark', request: to('lists/:list/additem', hasVenue), ...byVenue, object: venue },
    {
      id: 'save-no-more',
      kind: 'bookmark',
      undo: true,
      request: to('lists/:list/deleteitem', hasVenue),
      ...byVenue,
      object: venue,
    },
  ],
  unseen: [
    'Photos, and what a tip became: only the answer of the server tells.',
    'The pages of the city guide, which were closed in 2025.',
  ],
  sources: [
    'Documentation of the v2 API and its clients (2011-2024)',
    'A note on calls that are not documented (2016)',
  ],
});
