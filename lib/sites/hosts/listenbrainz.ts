import { defineSite } from '../define.ts';
import type { Action, Control } from '../schema.ts';

/** The application talks to another host, always by POST. Its page loader POSTs to the pages' own addresses: reads. */
const api = (path: string) => `https://api.listenbrainz.org/1${path}{/}?`;
const nobody = { name: { text: '' } };

/** A track without an id of MusicBrainz has no page of its own. */
const track = 'https://listenbrainz.org/track/{mbid}/';
const onTrack = {
  take: { mbid: '/json/recording_mbid' },
  target: '/json/recording_mbid',
  object: { url: track, id: '{mbid}' },
  to: nobody,
} satisfies Partial<Action>;

const hearts: Control[] = [
  { select: 'button[title="Love"]', on: '.loved' },
  { select: 'button[title="Hate"]', on: '.hated' },
];

const playlist = 'https://listenbrainz.org/playlist/{url.mbid}/';
const onPlaylist = (id: string, path: string, rest: Partial<Action>): Action => ({
  id,
  kind: 'post',
  request: { url: api(path) },
  object: { url: playlist, id: '{url.mbid}' },
  to: nobody,
  ...rest,
});

/** Something for the person's followers or for named people: `metadata` says what. */
const event = (id: string, rest: Partial<Action>): Action => ({
  id,
  kind: 'share',
  request: { url: api(`/user/:me/timeline-event/create/${id}`) },
  take: { mbid: '/json/metadata/recording_mbid' },
  target: '/json/metadata/recording_mbid',
  object: { url: [track, '{origin}/user/{url.me}/'] },
  to: nobody,
  detail: { act: { text: id } },
  ...rest,
});

export default defineSite({
  id: 'listenbrainz',
  name: 'ListenBrainz',
  version: 1,
  group: 'reviews',
  confidence: 'high',
  hosts: ['listenbrainz.org'],
  apiHosts: ['api.listenbrainz.org'],
  account: {
    name: { of: 'page', select: '.navbar-bottom .username' },
    url: '{origin}/user/{account}/',
    signedOut: '.navbar-bottom a[href^="/login/"]:not([href*="logout"])',
  },
  items: [
    {
      select: '.listen-card',
      read: {
        id: { select: 'a[href*="/track/"]', attr: 'href', match: '/track/([0-9a-f-]{36})' },
        title: { select: '.title-duration a, .title-duration' },
      },
    },
  ],
  composers: ['#review-text', '#blurb-content'],
  actions: [
    {
      id: 'love-or-hate',
      kind: 'like',
      request: { url: api('/feedback/recording-feedback'), where: [{ at: '/json/score', is: ['1', '-1', '0'] }] },
      control: hearts,
      ...onTrack,
      detail: { reaction: { from: '/json/score', via: [{ map: { 1: 'love', '-1': 'hate' } }] } },
      undo: [{ at: '/json/score', is: '0' }],
    },
    {
      id: 'rate-recommendation',
      kind: 'like',
      request: { url: api('/recommendation/feedback/submit'), where: [{ at: '/json/rating', present: true }] },
      control: { select: '.recommendation-controls li', on: ':has(.selected)' },
      ...onTrack,
      // A heart on the same track is another opinion, kept beside this one.
      detail: { reaction: '/json/rating', act: { text: 'recommendation' } },
    },
    {
      id: 'unrate-recommendation',
      kind: 'like',
      undo: true,
      request: { url: api('/recommendation/feedback/delete') },
      ...onTrack,
      detail: { act: { text: 'recommendation' } },
    },
    {
      id: 'edit-pin',
      kind: 'post',
      edit: true,
      request: { url: api('/pin/update/:row(\\d+)') },
      object: { url: '{origin}/user/{account}/', id: 'pin {url.row}' },
      to: nobody,
    },
    {
      id: 'delete-pin',
      kind: 'post',
      undo: true,
      request: { url: api('/pin/delete/:row(\\d+)') },
      object: { url: '{origin}/user/{account}/', id: 'pin {url.row}' },
      to: nobody,
    },
    {
      id: 'pin',
      kind: 'post',
      request: { url: api('/pin') },
      take: { mbid: '/json/recording_mbid' },
      target: '/json/recording_mbid',
      object: { url: [track, '{origin}/user/{account}/'] },
      to: nobody,
      detail: { act: { text: 'pin' } },
    },
    {
      id: 'review',
      kind: 'review',
      request: { url: api('/user/:me/timeline-event/create/review') },
      control: { select: '#CBReviewModal button[type="submit"], form:has(#review-text) button[type="submit"]' },
      take: {
        id: '/json/metadata/entity_id',
        type: {
          from: '/json/metadata/entity_type',
          via: [{ map: { recording: 'track', artist: 'artist', release_group: 'album' } }],
        },
      },
      object: { url: '{origin}/{type}/{id}/', id: '{id}', title: '/json/metadata/entity_name' },
      to: nobody,
      detail: { rating: { from: '/json/metadata/rating', via: [{ match: '^([1-5])$' }, { format: '{}/5' }] } },
    },
    event('recording', { detail: { act: { text: 'recommend' } } }),
    event('recommend-personal', { limited: [{ at: '/path', present: true }] }),
    event('thanks', {
      kind: 'like',
      take: { event: '/json/metadata/original_event_id', type: '/json/metadata/original_event_type' },
      target: '/json/metadata/original_event_id',
      object: { url: '{origin}/feed/#{type}-{event}', id: '{event}' },
      detail: { reaction: { text: 'thanks' } },
      confidence: 'medium',
    }),
    {
      id: 'follow',
      kind: 'follow',
      request: { url: api('/user/:name/:way(follow|unfollow)') },
      control: { select: 'button.lb-follow-button', on: '.following' },
      object: { url: '{origin}/user/{url.name}/', id: '{url.name}' },
      to: { name: '/url/name', url: '{origin}/user/{url.name}/' },
      undo: [{ at: '/url/way', is: 'unfollow' }],
    },
    {
      id: 'link-recording',
      kind: 'edit',
      request: { url: api('/metadata/submit_manual_mapping') },
      ...onTrack,
    },
    onPlaylist('edit-playlist', '/playlist/edit/:mbid', { edit: true }),
    onPlaylist('change-tracks', '/playlist/:mbid/item/:way(add|move|delete)', { edit: true }),
    onPlaylist('delete-playlist', '/playlist/:mbid/delete', { undo: true }),
    onPlaylist('copy-playlist', '/playlist/:mbid/copy', { detail: { act: { text: 'copy' } } }),
    {
      id: 'create-playlist',
      kind: 'post',
      request: { url: api('/playlist/create') },
      object: { url: '{origin}/user/{account}/playlists/' },
      to: nobody,
    },
    {
      id: 'report-user',
      kind: 'moderation',
      request: { url: 'https://listenbrainz.org/user/:name/report-user{/}?' },
      object: { url: '{origin}/user/{url.name}/', id: '{url.name}' },
      to: { name: '/url/name', url: '{origin}/user/{url.name}/' },
      detail: { act: { text: 'report' } },
    },
  ],
  unseen: [
    'What you listen to: that is no gift, and it is not looked at.',
    'Love and hate for a track that MusicBrainz does not know, because it has no page.',
    'The address of a new review, playlist or pin: only the answer names it.',
    'A pin that is let go without being deleted.',
  ],
  sources: [
    'metabrainz/listenbrainz-server frontend/js/src/utils/APIService.ts, frontend/js/src/common/listens, listenbrainz/webserver/views (2026-08)',
  ],
});
