import type { RecordedRequest } from '../cases.ts';
import { defineCases } from '../define.ts';
import { pressCase, usualCases } from '../usual-cases.ts';

// No "draft" case: drafts are kept in the browser and never sent.

const room = '!kilnfire:matrix.org';
const app = 'https://app.element.io/';
const globe =
  '<header class="mx_RoomHeader"><div class="mx_RoomHeader_heading">Kiln<svg class="mx_RoomHeader_icon text-secondary"></svg></div></header>';
const closed = '<header class="mx_RoomHeader"><div class="mx_RoomHeader_heading">Wren</div></header>';
const tile = (id: string, mine = false, self = false) =>
  `<li class="mx_EventTile" data-event-id="${id}" data-self="${self}"><span class="mx_DisambiguatedProfile_displayName">wren</span><p>Clay</p>
  <div class="mx_ReactionsRow"><div role="button" tabindex="0" class="mx_AccessibleButton mx_ReactionsRowButton${mine ? ' mx_ReactionsRowButton_selected' : ''}">❤ 1</div></div>
  <div class="mx_MessageActionBar"><button class="more">…</button></div></li>`;
const composer =
  '<div class="mx_MessageComposer"><div class="mx_BasicMessageComposer_input" contenteditable="true" role="textbox"></div><button class="mx_MessageComposer_sendMessage">Send</button></div>';
const page = (inside: string, head = globe, url = `${app}#/room/${room}`) => ({
  url,
  html: `<div id="matrixchat">${head}${inside}${composer}</div>`,
});
const api = 'https://matrix-client.matrix.org/_matrix/client/v3/rooms/!kilnfire%3Amatrix.org';
const put = (path: string, json: unknown = {}): RecordedRequest => ({
  method: 'PUT',
  url: `${api}/${path}`,
  json,
  answer: { status: 200, type: 'application/json', body: '{"event_id":"$new"}' },
});
const react = (event_id: string, key = '❤') =>
  put('send/m.reaction/m1.2', { 'm.relates_to': { rel_type: 'm.annotation', event_id, key } });
const at = (event: string) => ({ url: `https://matrix.to/#/${room}/${event}`, id: event });
const chip = '.mx_ReactionsRowButton';
const on = [{ select: chip, set: { class: 'mx_ReactionsRowButton mx_ReactionsRowButton_selected' } }];
const off = [{ select: chip, set: { class: 'mx_ReactionsRowButton' } }];
const send = '.mx_MessageComposer_sendMessage';

const reacts = pressCase(
  'do',
  'reacts to a message',
  page(tile('$a1')),
  chip,
  react('$a1'),
  {
    kind: 'like',
    object: at('$a1'),
    to: { name: 'wren' },
    detail: { reaction: '❤', act: '❤' },
    level: 'confirmed',
  },
  { shows: on },
);
const posts = pressCase(
  'do',
  'posts in a public room',
  page(''),
  send,
  put('send/m.room.message/m2', { msgtype: 'm.text', body: 'Clay' }),
  {
    kind: 'post',
    object: { url: `https://matrix.to/#/${room}`, id: room },
  },
);

export default defineCases([
  reacts,
  ...usualCases(reacts),
  pressCase(
    'undo',
    'takes a reaction back with the chip',
    page(tile('$a1', true)),
    chip,
    put('redact/%24reaction1/m3'),
    { kind: 'like', undo: true, object: { url: at('$a1').url } },
    { after: ['reacts to a message'], shows: off },
  ),
  pressCase('switch', 'a second reaction stands beside the first', page(tile('$a2')), chip, [react('$a2', '👍')], {
    kind: 'like',
    object: at('$a2'),
    detail: { reaction: '👍', act: '👍' },
  }),
  posts,
  pressCase(
    'do',
    'posts with Enter',
    page(''),
    send,
    put('send/m.room.encrypted/m4', { algorithm: 'm.megolm.v1.aes-sha2', ciphertext: 'x' }),
    {
      kind: 'post',
      object: { url: `https://matrix.to/#/${room}` },
    },
    { act: [{ press: 'Enter', in: '.mx_BasicMessageComposer_input' }] },
  ),
  pressCase(
    'do',
    'replies',
    page(tile('$a3')),
    send,
    put('send/m.room.message/m5', {
      msgtype: 'm.text',
      body: 'x',
      'm.relates_to': { 'm.in_reply_to': { event_id: '$a3' } },
    }),
    {
      kind: 'comment',
      object: at('$a3'),
    },
  ),
  pressCase(
    'do',
    'answers in a thread',
    page(tile('$a4')),
    send,
    put('send/m.room.message/m6', {
      msgtype: 'm.text',
      body: 'x',
      'm.relates_to': { rel_type: 'm.thread', event_id: '$a4', 'm.in_reply_to': { event_id: '$a9' } },
    }),
    {
      kind: 'comment',
      object: at('$a4'),
    },
  ),
  pressCase(
    'edit',
    'edits an own message',
    page(tile('$a5', false, true)),
    send,
    put('send/m.room.message/m7', {
      msgtype: 'm.text',
      body: '* x',
      'm.relates_to': { rel_type: 'm.replace', event_id: '$a5' },
    }),
    {
      kind: 'edit',
      revises: true,
      object: at('$a5'),
    },
  ),
  pressCase('undo', 'deletes an own message', page(tile('$a6', false, true)), '.more', put('redact/%24a6/m8'), {
    kind: 'post',
    undo: true,
    object: { url: at('$a6').url },
  }),
  pressCase('do', 'deletes a message of somebody else', page(tile('$a7')), '.more', put('redact/%24a7/m9'), {
    kind: 'moderation',
    object: { url: at('$a7').url },
    detail: { act: 'delete' },
  }),
  pressCase(
    'do',
    'votes in a poll',
    page(tile('$a8')),
    '.more',
    put('send/org.matrix.msc3381.poll.response/m10', {
      'm.relates_to': { rel_type: 'm.reference', event_id: '$a8' },
      'org.matrix.msc3381.poll.response': { answers: ['1'] },
    }),
    {
      kind: 'vote',
      object: at('$a8'),
      detail: { act: 'poll' },
    },
  ),
  pressCase(
    'do',
    'reports a message',
    page(tile('$b1')),
    '.more',
    { url: `${api}/report/%24b1`, json: { reason: 'spam' } },
    {
      kind: 'moderation',
      object: at('$b1'),
      detail: { act: 'report' },
    },
  ),
  pressCase(
    'do',
    'bans somebody',
    page(tile('$b2')),
    '.more',
    { url: `${api}/ban`, json: { user_id: '@spam:x.example' } },
    {
      kind: 'moderation',
      object: { url: `https://matrix.to/#/${room}`, title: 'Kiln' },
      detail: { act: 'ban' },
    },
  ),
  pressCase(
    'do',
    'pins a message',
    page(tile('$b3')),
    '.more',
    put('state/m.room.pinned_events/', { pinned: ['$b3'] }),
    {
      kind: 'moderation',
      object: { url: `https://matrix.to/#/${room}` },
      detail: { act: 'pin' },
    },
  ),
  pressCase('private', 'a reaction in a conversation of two', page(tile('$b4'), closed), chip, react('$b4'), [], {
    shows: on,
  }),
  pressCase(
    'private',
    'a message in a room that nothing is known of',
    page('', ''),
    send,
    put('send/m.room.message/m11', { msgtype: 'm.text', body: 'x' }),
    [],
  ),
  pressCase(
    'layout',
    'a room with a published name, where the header is hidden',
    page(tile('$b5'), '', `${app}#/room/#kiln:matrix.org`),
    chip,
    react('$b5'),
    { kind: 'like', object: at('$b5') },
    { shows: on },
  ),
  pressCase(
    'layout',
    'Element and homeserver on a host of their own',
    { ...page(tile('$b6')), url: `https://element.kiln.example/#/room/${room}` },
    chip,
    { ...react('$b6'), url: '/_matrix/client/v3/rooms/!kilnfire%3Amatrix.org/send/m.reaction/m12' },
    { kind: 'like', object: at('$b6') },
    { shows: on },
  ),
  pressCase(
    'look-alike',
    'typing, receipts and keys are no acts',
    page(tile('$b7')),
    chip,
    [
      put('typing/%40me%3Amatrix.org', { typing: true }),
      { url: `${api}/receipt/m.read/%24b7`, json: {} },
      { url: `${api}/read_markers`, json: { 'm.fully_read': '$b7' } },
      { url: 'https://matrix-client.matrix.org/_matrix/client/v3/keys/query', json: { device_keys: {} } },
      {
        method: 'PUT',
        url: 'https://matrix-client.matrix.org/_matrix/client/v3/sendToDevice/m.room.encrypted/m13',
        json: {},
      },
    ],
    [],
  ),
]);
