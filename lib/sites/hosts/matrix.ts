import { defineSite } from '../define.ts';
import type { Action, RequestRule, Test } from '../schema.ts';

/**
 * Matrix, in Element Web. The page is on one host and the homeserver on another. Whether a room is a conversation of
 * two or a public one is in no request: only the mark of public rooms above the timeline tells, so without it nothing
 * is recorded.
 */

const inRoom = (path: string, where?: Test[], method: RequestRule['method'] = 'PUT'): RequestRule => ({
  method,
  url: `*/_matrix/client/:version(r0|v1|v3)/rooms/:room/${path}`,
  ...(where ? { where } : {}),
});
const written = ['send/m.room.message/:txn', 'send/m.room.encrypted/:txn'];
const writing = (where?: Test[]): RequestRule[] => written.map((path) => inRoom(path, where));
const relation = '/json/m.relates_to';
const relates = (is: string): Test => ({ at: `${relation}/rel_type`, is });

const base = { text: 'https://matrix.to/#/' };
const onRelated: Pick<Action, 'take' | 'target' | 'object'> = {
  take: { base, id: { from: [`${relation}/event_id`, `${relation}/m.in_reply_to/event_id`] } },
  target: { from: [`${relation}/event_id`, `${relation}/m.in_reply_to/event_id`] },
  object: { url: '{base}{url.room}/{id}', id: '{id}' },
};
const onRoom: Pick<Action, 'take' | 'object' | 'to'> = {
  take: { base },
  object: { url: '{base}{url.room}', id: '{url.room}', title: '/page/room' },
  to: { name: { text: '' } },
};
/** A room with a published name counts where the page has no header to say more. */
const unknownRoom: Test[] = [
  { at: '/page/public', present: false },
  {
    any: [
      { at: '/page/header', present: true },
      { at: { from: '/page/url', via: [{ match: '#/room/(#|%23)' }] }, present: false },
    ],
  },
];
const publicOnly = { private: unknownRoom };

const globe =
  '.mx_RoomHeader_heading .mx_RoomHeader_icon.text-secondary, .mx_LegacyRoomHeader .mx_DecoratedRoomAvatar_icon_globe';
const around = {
  public: { of: 'page', select: globe, attr: 'class' },
  header: { of: 'page', select: '.mx_RoomHeader, .mx_LegacyRoomHeader', attr: 'class' },
  room: { of: 'page', select: '.mx_RoomHeader_heading' },
} as const;
const chip = '.mx_ReactionsRowButton';
const send = { select: '.mx_SendMessageComposer, .mx_BasicMessageComposer, .mx_MessageComposer', submits: true };

export default defineSite({
  id: 'matrix',
  name: 'Matrix (Element)',
  version: 1,
  group: 'community',
  confidence: 'medium',
  hosts: ['app.element.io', 'develop.element.io', 'staging.element.io'],
  apiHosts: ['matrix-client.matrix.org', 'matrix.org', '*.ems.host'],
  signals: [
    { select: '#matrixchat' },
    { select: 'meta[name="application-name"]', attr: 'content', matches: '^Element\\b' },
  ],
  items: [
    {
      select: '.mx_EventTile[data-event-id]',
      read: {
        id: { attr: 'data-event-id' },
        self: { attr: 'data-self' },
        chip: { of: 'control', attr: 'class', match: '\\b(mx_ReactionsRowButton)\\b' },
        author: { select: '.mx_DisambiguatedProfile_displayName' },
        ...around,
      },
    },
  ],
  page: around,
  composers: ['.mx_BasicMessageComposer_input'],
  actions: [
    {
      id: 'react',
      kind: 'like',
      request: inRoom('send/m.reaction/:txn', [relates('m.annotation')]),
      control: { select: chip, on: '.mx_ReactionsRowButton_selected' },
      ...onRelated,
      ...publicOnly,
      detail: { reaction: `${relation}/key`, act: `${relation}/key` },
    },
    {
      id: 'redact',
      kind: 'post',
      // What is redacted is named by its own event; the pressed chip tells the message it stood under.
      becomes: [
        { where: [{ at: '/page/chip', present: true }], kind: 'like' },
        { where: [{ at: '/page/self', is: 'false' }], kind: 'moderation' },
      ],
      undo: [
        {
          any: [
            { at: '/page/chip', present: true },
            { at: '/page/self', present: false },
            { at: '/page/self', is: 'true' },
          ],
        },
      ],
      undoes: ['react', 'post', 'reply'],
      request: inRoom('redact/:event/:txn'),
      control: { select: chip, on: '.mx_ReactionsRowButton_selected' },
      take: { base, chip: { from: '/page/chip', via: [{ map: { mx_ReactionsRowButton: base.text } }] } },
      object: { url: ['{chip}{url.room}/{page.id}', '{base}{url.room}/{url.event}'] },
      to: { name: { text: '' } },
      ...publicOnly,
      detail: { act: { text: 'delete' } },
    },
    { id: 'edit', kind: 'edit', edit: true, request: writing([relates('m.replace')]), ...onRelated, ...publicOnly },
    {
      id: 'reply',
      kind: 'comment',
      request: writing([
        {
          any: [
            { at: `${relation}/rel_type`, is: 'm.thread' },
            { at: `${relation}/m.in_reply_to/event_id`, present: true },
          ],
        },
      ]),
      control: send,
      ...onRelated,
      ...publicOnly,
    },
    { id: 'post', kind: 'post', request: writing(), control: send, ...onRoom, ...publicOnly },
    {
      id: 'poll-vote',
      kind: 'vote',
      request: ['send/org.matrix.msc3381.poll.response/:txn', 'send/m.poll.response/:txn'].map((path) => inRoom(path)),
      ...onRelated,
      ...publicOnly,
      detail: { act: { text: 'poll' } },
    },
    {
      id: 'report',
      kind: 'moderation',
      request: inRoom('report/:event', undefined, 'POST'),
      take: { base },
      target: '/url/event',
      object: { url: '{base}{url.room}/{url.event}', id: '{url.event}' },
      ...publicOnly,
      detail: { act: { text: 'report' } },
    },
    {
      id: 'moderate',
      kind: 'moderation',
      request: inRoom(':act(kick|ban|unban)', undefined, 'POST'),
      ...onRoom,
      ...publicOnly,
      detail: { act: '/url/act' },
    },
    {
      id: 'pin',
      kind: 'moderation',
      request: inRoom('state/m.room.pinned_events{/}?'),
      ...onRoom,
      ...publicOnly,
      detail: { act: { text: 'pin' } },
    },
  ],
  unseen: [
    'Rooms that the page does not mark as public: conversations, closed rooms and rooms of unknown kind, on purpose.',
    'Homeservers on hosts that you did not allow, and other clients than Element.',
    'Who you are, and the address of a new message.',
  ],
  sources: [
    'element-hq/element-web ReactionsRowButton.tsx, RoomHeader.tsx, EventTile.tsx (2023-2026); Matrix client-server specification',
  ],
});
