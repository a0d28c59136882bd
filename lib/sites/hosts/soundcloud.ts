import { defineSite } from '../define.ts';
import type { Action, RequestRule, Value } from '../schema.ts';

/** SoundCloud: requests name tracks by number, addresses by name; the item around the button knows the address. */

const api = (path: string, method: RequestRule['method']): RequestRule => ({
  method,
  url: `https://api-v2.soundcloud.com/${path}`,
});
const reserved =
  'discover|you|stream|feed|search|settings|messages|notifications|upload|charts|people|library|pages|terms-of-use|popular|getstarted';
/** The page of one track or list. */
const shown: Value = {
  from: '/page/url',
  via: [{ match: `^(https://soundcloud\\.com/(?!(?:${reserved})[/?#])[^/?#]+/(?:sets/)?[^/?#]+)` }],
};
const person: Value = { from: ['/page/link', '/page/url'], via: [{ match: '^(https://soundcloud\\.com/[^/?#]+)' }] };
const onTrack = (type: string): Pick<Action, 'take' | 'object'> => ({
  take: { shown, link: { from: '/page/link', via: [{ match: '^([^?#]+)' }] } },
  object: {
    url: ['{link}', '{shown}', `https://api.soundcloud.com/${type}/{url.id}`],
    id: `${type}/{url.id}`,
    title: '/page/title',
  },
});
const button = (name: string) => ({ select: `.sc-button-${name}`, on: '.sc-button-selected' });
const pair = (id: string, kind: Action['kind'], path: string, type: string, control?: Action['control']): Action[] =>
  [false, true].map((undo) => ({
    id: undo ? `un${id}` : id,
    kind,
    undo,
    request: api(path, undo ? 'DELETE' : 'PUT'),
    ...(control ? { control } : {}),
    ...onTrack(type),
  }));

export default defineSite({
  id: 'soundcloud',
  name: 'SoundCloud',
  version: 1,
  group: 'community',
  confidence: 'medium',
  hosts: ['soundcloud.com'],
  apiHosts: ['api-v2.soundcloud.com'],
  account: {
    name: { of: 'page', select: 'a.header__userNavUsernameButton', attr: 'href', match: '/([^/?#]+)$' },
    url: 'https://soundcloud.com/{account}',
    signedOut: '.header__login, .header__loginMenu',
  },
  items: [
    {
      select: '.soundList__item, .sound, .trackList__item, .playControls__soundBadge, .playableTile',
      read: {
        link: {
          select:
            'a.soundTitle__title, a.trackItem__trackTitle, a.playbackSoundBadge__titleLink, a.playableTile__artworkLink',
          attr: 'href',
        },
        title: { select: 'a.soundTitle__title, a.trackItem__trackTitle, .playbackSoundBadge__titleLink' },
        author: { select: '.soundTitle__username, .trackItem__username, .playbackSoundBadge__lightLink' },
        authorUrl: {
          select: 'a.soundTitle__username, a.trackItem__username, a.playbackSoundBadge__lightLink',
          attr: 'href',
        },
      },
    },
    {
      select: '.userBadgeListItem, .userBadge',
      read: { link: { select: 'a[href^="/"]', attr: 'href' }, author: { select: 'a.userBadgeListItem__heading' } },
    },
  ],
  page: {
    title: { select: '.fullHero .soundTitle__title, .soundTitle__title' },
    author: { select: '.fullHero .soundTitle__username, .profileHeaderInfo__userName' },
  },
  composers: ['.commentForm__input'],
  private: { paths: ['/messages', '/messages/*'] },
  actions: [
    ...pair('like', 'like', 'users/:user/track_likes/:id(\\d+)', 'tracks', button('like')),
    ...pair('like-playlist', 'like', 'users/:user/playlist_likes/:id(\\d+)', 'playlists', button('like')),
    ...pair('repost', 'share', 'me/track_reposts/:id(\\d+)', 'tracks', button('repost')),
    ...pair('repost-playlist', 'share', 'me/playlist_reposts/:id(\\d+)', 'playlists', button('repost')),
    {
      id: 'comment',
      kind: 'comment',
      request: api('tracks/:id(\\d+)/comments', 'POST'),
      control: { select: '.commentForm', submits: true },
      ...onTrack('tracks'),
    },
    {
      id: 'delete-comment',
      kind: 'comment',
      undo: true,
      undoes: ['comment'],
      request: api('comments/:id(\\d+)', 'DELETE'),
      ...onTrack('comments'),
      to: { name: { text: '' } },
    },
    ...[false, true].map(
      (undo): Action => ({
        id: undo ? 'unfollow' : 'follow',
        kind: 'follow',
        undo,
        request: api('me/followings/:id(\\d+)', undo ? 'DELETE' : 'POST'),
        control: button('follow'),
        take: { person },
        object: {
          url: ['{person}', 'https://api.soundcloud.com/users/{url.id}'],
          id: 'users/{url.id}',
          title: '/page/author',
        },
        to: { name: '/page/author', url: '{person}' },
      }),
    ),
  ],
  unseen: [
    'Tracks that you upload, and changes to lists.',
    'The number of the track around a button: its address is taken from the page.',
    'Private messages, on purpose.',
  ],
  sources: [
    'clients of api-v2.soundcloud.com track_likes, track_reposts, followings and comments (2019-2026); markup of the site',
  ],
});
