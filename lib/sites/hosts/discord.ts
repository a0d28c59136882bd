import { defineSite } from '../define.ts';
import type { Action, RequestRule, Test, Value } from '../schema.ts';

/** Discord: servers only. The server stands in the page's address, everything else in the path of the request. */

const channel = (path: string, method: RequestRule['method'] = 'POST', where?: Test[]): RequestRule => ({
  method,
  url: `/api/v:version(\\d+)/channels/:channel(\\d+)/${path}`,
  ...(where ? { where } : {}),
});
const me = ':me(@me|%40me)';
const reaction = 'messages/:message(\\d+)/reactions/:emoji';
const guild: Value = { from: '/page/url', via: [{ match: '/channels/(\\d+)/' }] };
const address = 'https://discord.com/channels/{guild}/{url.channel}';
const onMessage: Pick<Action, 'take' | 'target' | 'object' | 'limited'> = {
  take: { guild },
  target: '/url/message',
  object: { url: `${address}/{url.message}`, id: '{url.message}' },
  limited: [{ at: { text: 'members' }, is: 'members' }],
};
const onChannel: Pick<Action, 'take' | 'object' | 'to' | 'limited'> = {
  take: { guild },
  object: { url: address, id: '{url.channel}' },
  to: { name: { text: '' } },
  limited: onMessage.limited,
};
/** Where a forwarded message goes may be a conversation. */
const notForward: Test = { at: '/json/message_reference/type', not: 1 };
const chips = { select: '[id^="message-reactions-"] [aria-pressed]', on: '[aria-pressed="true"]' };
const emoji: Value = { from: '/url/emoji', via: [{ match: '^([^:]+)' }] };
const moderation = (id: string, request: Action['request']): Action => ({
  id,
  kind: 'moderation',
  request,
  ...onMessage,
  detail: { act: { text: id } },
});

export default defineSite({
  id: 'discord',
  name: 'Discord',
  version: 1,
  group: 'community',
  confidence: 'medium',
  hosts: ['discord.com', 'ptb.discord.com', 'canary.discord.com'],
  items: [
    {
      select: 'li[id^="chat-messages-"]',
      read: {
        id: { attr: 'id', match: '-(\\d+)$' },
        author: { select: '[id^="message-username-"]', match: '^([^\\n]{1,80})' },
      },
    },
  ],
  composers: ['[role="textbox"][data-slate-editor]'],
  private: { paths: ['/channels/@me', '/channels/@me/*'] },
  actions: [
    {
      id: 'react',
      kind: 'like',
      request: channel(`${reaction}/${me}`, 'PUT'),
      control: chips,
      ...onMessage,
      detail: { reaction: emoji, act: emoji },
    },
    {
      id: 'unreact',
      kind: 'like',
      undo: true,
      request: [channel(`${reaction}/${me}`, 'DELETE'), channel(`${reaction}/:type(\\d)/${me}`, 'DELETE')],
      control: chips,
      ...onMessage,
      detail: { reaction: emoji, act: emoji },
    },
    {
      id: 'reply',
      kind: 'comment',
      request: channel('messages', 'POST', [notForward, { at: '/json/message_reference/message_id', present: true }]),
      take: { guild, message: '/json/message_reference/message_id' },
      object: { url: `${address}/{message}`, id: '{message}' },
      target: '/json/message_reference/message_id',
      limited: onMessage.limited,
    },
    {
      id: 'post',
      kind: 'post',
      // A thread is a channel of its own.
      becomes: [
        {
          where: [{ at: '/url/channel', same: { from: '/page/url', via: [{ match: '/threads/(\\d+)' }] } }],
          kind: 'comment',
        },
      ],
      request: channel('messages', 'POST', [notForward]),
      ...onChannel,
    },
    { id: 'thread', kind: 'post', request: channel('threads'), ...onChannel },
    { id: 'thread-from-message', kind: 'post', request: channel('messages/:message(\\d+)/threads'), ...onMessage },
    {
      id: 'edit',
      kind: 'edit',
      edit: true,
      request: channel('messages/:message(\\d+)', 'PATCH'),
      ...onMessage,
      confidence: 'medium',
    },
    {
      id: 'delete',
      kind: 'post',
      undo: true,
      undoes: ['post', 'reply', 'thread'],
      request: channel('messages/:message(\\d+)', 'DELETE'),
      ...onMessage,
    },
    {
      id: 'poll-vote',
      kind: 'vote',
      undo: [{ at: '/json/answer_ids/0', present: false }],
      request: channel(`polls/:message(\\d+)/answers/${me}`, 'PUT'),
      ...onMessage,
      detail: { act: { text: 'poll' } },
    },
    moderation('pin', [channel('pins/:message(\\d+)', 'PUT'), channel('messages/pins/:message(\\d+)', 'PUT')]),
    moderation('crosspost', channel('messages/:message(\\d+)/crosspost')),
    {
      id: 'ban',
      kind: 'moderation',
      request: { method: 'PUT', url: '/api/v:version(\\d+)/guilds/:guild(\\d+)/bans/:user(\\d+)' },
      object: { url: 'https://discord.com/channels/{url.guild}', id: '{url.guild}/{url.user}' },
      to: { name: { text: '' } },
      detail: { act: { text: 'ban' } },
      limited: onMessage.limited,
    },
  ],
  unseen: [
    'Direct messages and group conversations, on purpose.',
    'Who you are, and the address of a new message.',
    'Whether a deleted message was your own, and what changed in an edited one.',
    'Which channels of a server only some of its members can read: every entry counts as limited.',
    'Forwarded messages, because they may go to a conversation; commands and buttons of bots.',
  ],
  sources: ['Discord API documentation; discord.js and nostrum routes; page scrapers (2023-2026)'],
});
