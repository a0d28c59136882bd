import { defineSite } from '../define.ts';
import type { Action, RequestRule, Test } from '../schema.ts';

/** Mattermost, on any host and below a path. Closed channels wear a lock in the list of channels. */

const api = (path: string, method: RequestRule['method'] = 'POST', where?: Test[]): RequestRule => ({
  method,
  url: `*/api/v4/${path}`,
  ...(where ? { where } : {}),
});
const team = { from: '/page/url', via: [{ match: '^(https?://[^?#]+)/(?:channels|pl)/' }] };
const here = { from: '/page/url', via: [{ match: '^(https?://[^?#]+/channels/[^/?#]+)' }] };
const open: Pick<Action, 'private' | 'limited'> = {
  private: [{ at: '/page/closed', present: true }],
  limited: [{ at: { text: 'team' }, is: 'team' }],
};
const onPost = (id: string): Pick<Action, 'take' | 'target' | 'object' | 'private' | 'limited'> => ({
  take: { team, id },
  target: id,
  object: { url: '{team}/pl/{id}', id: '{id}' },
  ...open,
});
const flagged: Pick<RequestRule, 'decode' | 'where'> = {
  decode: [{ each: '/json' }],
  where: [{ at: '/item/category', is: 'flagged_post' }],
};
const around = {
  closed: {
    of: 'page',
    select: '.SidebarChannel.active .icon-lock-outline, #channelHeaderTitle .icon-lock-outline',
    attr: 'class',
  },
} as const;
const chip = { select: '[id^="postReaction-"]', on: '.Reaction--reacted' };
const user = { select: '.post__header .user-popover, .user-popover' };

export default defineSite({
  id: 'mattermost',
  name: 'Mattermost',
  version: 1,
  group: 'work',
  confidence: 'medium',
  signals: [
    { select: 'meta[name="application-name"]', attr: 'content', matches: '^Mattermost' },
    { select: '#root #channel_view, #root .SidebarChannel, #SidebarContainer .SidebarChannel' },
  ],
  items: [
    {
      select: '[id^="post_"], [id^="rhsPost_"]',
      read: { id: { attr: 'id', match: '_([a-z0-9]+)$' }, author: user, ...around },
    },
  ],
  page: around,
  composers: ['#post_textbox', '#reply_textbox', '#edit_textbox'],
  private: { paths: ['*/messages/*', '*/threads', '*/threads/*'] },
  actions: [
    {
      id: 'react',
      kind: 'like',
      request: api('reactions'),
      control: chip,
      ...onPost('/json/post_id'),
      detail: { reaction: '/json/emoji_name', act: '/json/emoji_name' },
      // Sent when the movement of the chip is over.
      within: 5000,
    },
    {
      id: 'unreact',
      kind: 'like',
      undo: true,
      request: api('users/:user/posts/:post/reactions/:emoji', 'DELETE'),
      control: chip,
      ...onPost('/url/post'),
      detail: { reaction: '/url/emoji', act: '/url/emoji' },
      within: 5000,
    },
    {
      id: 'reply',
      kind: 'comment',
      request: api('posts', 'POST', [{ at: '/json/root_id', present: true }]),
      ...onPost('/json/root_id'),
    },
    {
      id: 'post',
      kind: 'post',
      request: api('posts', 'POST', [{ at: '/json/channel_id', present: true }]),
      take: { here },
      object: { url: '{here}', id: '{json.channel_id}' },
      to: { name: { text: '' } },
      ...open,
    },
    {
      id: 'edit',
      kind: 'edit',
      edit: true,
      request: [api('posts/:post/patch', 'PUT'), api('posts/:post', 'PUT')],
      ...onPost('/url/post'),
    },
    {
      id: 'delete',
      kind: 'post',
      undo: true,
      undoes: ['post', 'reply'],
      request: api('posts/:post', 'DELETE'),
      ...onPost('/url/post'),
    },
    {
      id: 'save',
      kind: 'bookmark',
      request: { ...api('users/:user/preferences', 'PUT'), ...flagged },
      ...onPost('/item/name'),
    },
    {
      id: 'unsave',
      kind: 'bookmark',
      undo: true,
      request: { ...api('users/:user/preferences/delete'), ...flagged },
      ...onPost('/item/name'),
    },
    ...[false, true].map(
      (undo): Action => ({
        id: undo ? 'unpin' : 'pin',
        kind: 'moderation',
        undo,
        request: api(`posts/:post/${undo ? 'unpin' : 'pin'}`),
        ...onPost('/url/post'),
        detail: { act: { text: 'pin' } },
      }),
    ),
  ],
  unseen: [
    'Direct and group messages and closed channels, on purpose; also the list of all threads.',
    'Who you are, and the address of a new message.',
    'Commands that begin with a slash, calls, boards and playbooks.',
    'Whether a deleted message was your own.',
  ],
  sources: ['mattermost/mattermost reaction.tsx, sidebar_base_channel_icon.tsx, client4.ts (2023-2024); API reference'],
});
