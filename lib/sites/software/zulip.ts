import { defineSite } from '../define.ts';
import type { Action, RequestRule, Test, Value } from '../schema.ts';

/** Zulip, in the cloud and on hosts of its own. Closed channels wear a lock above their messages. */

const json = (path: string, method: RequestRule['method'] = 'POST', where?: Test[]): RequestRule => ({
  method,
  url: `/json/${path}`,
  ...(where ? { where } : {}),
});
const closed: Test[] = [{ at: '/page/closed', present: true }];
const limited: Test[] = [{ at: '/page/web', present: false }];
const onMessage: Pick<Action, 'target' | 'object' | 'private' | 'limited'> = {
  target: '/url/id',
  object: { url: ['{page.link}', '{origin}/#narrow/near/{url.id}'], id: '{url.id}', title: '/page/topic' },
  private: closed,
  limited,
};
const toChannel: Test = { at: '/form/type', is: ['stream', 'channel'] };
/** The conversation that the page is about, where it is one. */
const here: Value = {
  from: '/page/url',
  via: [{ match: '^(https?://[^#]+#narrow/(?:channel|stream)/[^/]+/topic/[^/]+)' }],
};
const emoji = '/form/emoji_name';
const chip = { select: '.message_reaction', on: '.reacted' };
const time = '.message_time';
const starred: Pick<RequestRule, 'decode'> = { decode: [{ json: '/form/messages' }] };
const star = (op: string, undo: boolean): Action => ({
  id: undo ? 'unstar' : 'star',
  kind: 'bookmark',
  undo,
  request: {
    ...json('messages/flags', 'POST', [
      { at: '/form/flag', is: 'starred' },
      { at: '/form/op', is: op },
    ]),
    ...starred,
  },
  take: { id: '/form/messages/0' },
  target: '/form/messages/0',
  object: { url: ['{page.link}', '{origin}/#narrow/near/{id}'], id: '{id}', title: '/page/topic' },
  private: closed,
  limited,
});
const ofMessage = {
  id: { attr: 'data-message-id' },
  link: { select: time, attr: 'href' },
  author: { select: '.sender_name_text' },
} as const;
const inHeader = {
  topic: { of: 'page', select: '#message_view_header .narrow_description, .recipient_row .stream-topic-inner' },
  web: { of: 'page', select: '#message_view_header .zulip-icon-globe', attr: 'class' },
} as const;
const lock = '.zulip-icon-lock';

export default defineSite({
  id: 'zulip',
  name: 'Zulip',
  version: 1,
  group: 'community',
  confidence: 'medium',
  hosts: ['*.zulipchat.com', 'chat.zulip.org'],
  signals: [{ select: '#page-params[data-params*="zulip_version"]' }, { select: '#message_view_header' }],
  items: [
    // Conversations, closed channels: told by what stands above the message.
    {
      select: `.message_header_private_message ~ .message_row, .message_header:has(${lock}) ~ .message_row`,
      read: { ...ofMessage, closed: { attr: 'data-message-id' } },
    },
    { select: '.message_row[data-message-id]', read: { ...ofMessage, ...inHeader } },
  ],
  page: {
    closed: { of: 'page', select: `#compose ${lock}, #compose-recipient ${lock}`, attr: 'class' },
    web: { of: 'page', select: '#compose .zulip-icon-globe', attr: 'class' },
  },
  composers: ['#compose-textarea', '.message_edit_content'],
  actions: [
    {
      id: 'react',
      kind: 'like',
      request: json('messages/:id(\\d+)/reactions'),
      control: chip,
      ...onMessage,
      detail: { reaction: emoji },
    },
    {
      id: 'unreact',
      kind: 'like',
      undo: true,
      request: json('messages/:id(\\d+)/reactions', 'DELETE'),
      control: chip,
      ...onMessage,
    },
    {
      id: 'post',
      kind: 'post',
      request: json('messages', 'POST', [toChannel]),
      control: { select: '#send_message_form', submits: true },
      take: { here },
      object: {
        url: ['{here}', '{origin}/#narrow/channel/{form.to}/topic/{form.topic}', '{origin}/#narrow/channel/{form.to}'],
        title: '/form/topic',
      },
      to: { name: { text: '' } },
      private: closed,
      limited,
    },
    {
      id: 'edit',
      kind: 'edit',
      edit: true,
      request: json('messages/:id(\\d+)', 'PATCH'),
      ...onMessage,
    },
    {
      id: 'delete',
      kind: 'post',
      undo: true,
      undoes: ['post'],
      request: json('messages/:id(\\d+)', 'DELETE'),
      ...onMessage,
    },
    star('add', false),
    star('remove', true),
    {
      id: 'poll-vote',
      kind: 'vote',
      request: {
        ...json('submessage', 'POST', [{ at: '/form/content/type', is: 'vote' }]),
        decode: [{ json: '/form/content' }],
      },
      undo: [{ at: '/form/content/vote', is: -1 }],
      take: { id: '/form/message_id' },
      target: '/form/message_id',
      object: { url: ['{page.link}', '{origin}/#narrow/near/{id}'], id: '{id}' },
      private: closed,
      limited,
      detail: { act: { text: 'poll' } },
    },
    {
      id: 'report',
      kind: 'moderation',
      request: json('messages/:id(\\d+)/report'),
      ...onMessage,
      detail: { act: { text: 'report' } },
      confidence: 'low',
    },
  ],
  unseen: [
    'Direct messages and closed channels, on purpose.',
    'Which emoji was taken back, and whether an edit moved a message or changed its words.',
    'Who you are, and the address of a new message.',
    'Whether a deleted message was your own.',
  ],
  sources: [
    'zulip/zulip web/src/transmit.ts, reactions.ts, templates message_body.hbs, recipient_row.hbs, stream_privacy.hbs (2020-2026); REST API reference',
  ],
});
