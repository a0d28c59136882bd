import { defineSite } from '../define.ts';
import type { Action, RequestRule, Test, Value } from '../schema.ts';

/** Slack: channels that everybody in the workspace can join. Every answer is 200; the body, which is not read, says no. */

const method = (name: string, where?: Test[]): RequestRule => ({
  url: `https://*.slack.com/api/${name}`,
  ...(where ? { where } : {}),
});
/** Numbers of messages are times; a placeholder with letters is no number yet. */
const stamp = (from: string): Value => ({ from, via: [{ match: '^(\\d+\\.\\d+)$' }, { replace: ['.', ''] }] });
const closed: Pick<Action, 'private' | 'limited'> = {
  private: [
    {
      any: [
        { at: '/form/channel', matches: '^[DG]' },
        { at: '/form/item_id', matches: '^[DG]' },
        { at: '/page/type', is: ['private', 'im', 'mpim'] },
        { at: '/page/locked', present: true },
        // A view over several channels: nothing says which of them are closed.
        { at: '/page/none', present: true },
      ],
    },
  ],
  limited: [{ at: { text: 'workspace' }, is: 'workspace' }],
};
const place = 'https://{workspace}/archives/{channel}';
const onMessage = (field: string): Pick<Action, 'take' | 'target' | 'object' | 'private' | 'limited'> => ({
  take: { workspace: '/host', channel: { from: ['/form/channel', '/form/item_id'] }, at: stamp(`/form/${field}`) },
  target: `/form/${field}`,
  object: { url: `${place}/p{at}`, id: '{channel}/{at}' },
  ...closed,
});
const chip = { select: 'button[data-qa="reactji"]', on: '[aria-pressed="true"], .c-reaction--reacted' };
const name = '/form/name';
const sidebar = '[data-qa-channel-sidebar-channel-type]';
const around = {
  type: {
    of: 'page',
    select: '[data-qa-channel-sidebar-channel-is-selected="true"]',
    attr: 'data-qa-channel-sidebar-channel-type',
  },
  none: {
    of: 'page',
    select: `body:has(${sidebar}):not(:has([data-qa-channel-sidebar-channel-is-selected="true"])) ${sidebar}`,
    attr: 'data-qa-channel-sidebar-channel-type',
  },
  locked: { of: 'page', select: '.p-view_header .c-icon--lock, .p-view_header [data-qa="lock"]', attr: 'class' },
} as const;

export default defineSite({
  id: 'slack',
  name: 'Slack',
  version: 1,
  group: 'work',
  confidence: 'medium',
  hosts: ['app.slack.com'],
  apiHosts: ['*.slack.com'],
  items: [
    {
      select: '[data-qa="message_container"][data-msg-ts]',
      read: {
        id: { attr: 'data-msg-ts' },
        author: { select: '[data-qa="message_sender_name"]' },
        ...around,
      },
    },
  ],
  page: around,
  composers: ['[data-qa="message_input"] [contenteditable]'],
  actions: [
    {
      id: 'react',
      kind: 'like',
      request: method('reactions.add'),
      control: chip,
      ...onMessage('timestamp'),
      detail: { reaction: name, act: name },
      refusal: 'hidden',
    },
    {
      id: 'unreact',
      kind: 'like',
      undo: true,
      request: method('reactions.remove'),
      control: chip,
      ...onMessage('timestamp'),
      detail: { reaction: name, act: name },
      refusal: 'hidden',
    },
    {
      id: 'reply',
      kind: 'comment',
      request: method('chat.postMessage', [{ at: '/form/thread_ts', present: true }]),
      ...onMessage('thread_ts'),
    },
    {
      id: 'post',
      kind: 'post',
      request: method('chat.postMessage'),
      take: { workspace: '/host', channel: '/form/channel' },
      object: { url: place, id: '{channel}' },
      to: { name: { text: '' } },
      ...closed,
    },
    {
      id: 'edit',
      kind: 'edit',
      edit: true,
      request: method('chat.update'),
      ...onMessage('ts'),
      // A person's own edit, not the page settling a link preview.
      draft: [{ at: '/form/blocks', present: false }],
    },
    {
      id: 'delete',
      kind: 'post',
      undo: true,
      undoes: ['post', 'reply'],
      request: method('chat.delete'),
      ...onMessage('ts'),
    },
    { id: 'save', kind: 'bookmark', request: method('saved.add'), ...onMessage('ts') },
    { id: 'unsave', kind: 'bookmark', undo: true, request: method('saved.delete'), ...onMessage('ts') },
    {
      id: 'pin',
      kind: 'moderation',
      request: method('pins.add'),
      ...onMessage('timestamp'),
      detail: { act: { text: 'pin' } },
    },
    {
      id: 'unpin',
      kind: 'moderation',
      undo: true,
      request: method('pins.remove'),
      ...onMessage('timestamp'),
      detail: { act: { text: 'pin' } },
    },
  ],
  unseen: [
    'Direct messages, group messages and closed channels, on purpose; also replies in the list of all threads.',
    'In a window without the list of channels: whether the channel is closed, where its heading shows no lock.',
    'A refusal without a change on the page: every answer of Slack is a success.',
    'Messages that you pass on, because they may go to a conversation; files, and messages for later.',
    'Who you are, and the address of a new message.',
  ],
  sources: [
    'captured requests of chat.postMessage and reactions.add (2025), selector lists (2025-2026), docs.slack.dev',
  ],
});
