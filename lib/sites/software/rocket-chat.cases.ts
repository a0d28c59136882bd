import type { RecordedRequest } from '../cases.ts';
import { defineCases } from '../define.ts';
import { pressCase, usualCases } from '../usual-cases.ts';

// No "draft" case: drafts are kept in the browser and never sent.

const origin = 'https://chat.kiln.example';
const here = `${origin}/channel/glaze`;
const message = (id: string, mine = false) =>
  `<div role="listitem" data-qa-type="message" data-mid="${id}" data-own="false"><span data-username="wren">Wren</span><p>Clay</p>
  <div role="button" tabindex="0" class="rcx-message-reactions__reaction${mine ? ' rcx-message-reactions__reaction--mine' : ''}">1</div><button class="more">…</button></div>`;
const page = (inside: string, url = here) => ({
  url,
  head: '<meta name="application-name" content="Rocket.Chat">',
  html: `${inside}<textarea name="msg"></textarea><button class="send">Send</button>`,
});
const rest = (path: string, json: unknown): RecordedRequest => ({
  url: `/api/v1/${path}`,
  json,
  answer: { type: 'application/json', body: '{"success":true}' },
});
const call = (method: string, ...params: unknown[]) =>
  rest(`method.call/${method}`, { message: JSON.stringify({ msg: 'method', id: '7', method, params }) });
const at = (id: string) => ({ url: `${here}?msg=${id}`, id });
const chip = '.rcx-message-reactions__reaction';
const turned = (mine: boolean) => [
  {
    select: chip,
    set: { class: `rcx-message-reactions__reaction${mine ? ' rcx-message-reactions__reaction--mine' : ''}` },
  },
];
const limited = { audience: 'limited' } as const;
const react = (messageId: string, more: object = {}) => rest('chat.react', { messageId, reaction: ':heart:', ...more });
const toggles = pressCase(
  'do',
  'reacts with the chip, by the same request that takes it back',
  page(message('m1')),
  chip,
  react('m1'),
  {
    kind: 'like',
    object: at('m1'),
    to: { name: 'wren' },
    detail: { reaction: 'heart', act: 'heart' },
    level: 'confirmed',
    ...limited,
  },
  { shows: turned(true) },
);

export default defineCases([
  toggles,
  ...usualCases(toggles),
  pressCase(
    'undo',
    'takes a reaction back with the chip',
    page(message('m1', true)),
    chip,
    react('m1'),
    { kind: 'like', undo: true, object: at('m1'), ...limited },
    {
      after: [toggles.name],
      shows: turned(false),
    },
  ),
  pressCase(
    'refusal',
    'a reaction that the page takes back',
    page(message('m2')),
    chip,
    react('m2', { shouldReact: true }),
    [],
    {
      shows: turned(true),
      then: turned(false),
    },
  ),
  pressCase(
    'do',
    'reacts from the picker',
    page(`${message('m3')}<div role="dialog"><button class="pick">heart</button></div>`),
    '.pick',
    react('m3', { shouldReact: true }),
    {
      kind: 'like',
      object: at('m3'),
      ...limited,
    },
  ),
  pressCase(
    'undo',
    'takes a reaction from the picker back',
    page(message('m3', true)),
    '.more',
    react('m3', { shouldReact: false }),
    { kind: 'like', undo: true, object: at('m3'), ...limited },
    {
      after: ['reacts from the picker'],
      shows: turned(false),
    },
  ),
  pressCase(
    'switch',
    'a second reaction on an older server',
    page(message('m4')),
    chip,
    call('setReaction', ':eyes:', 'm4'),
    {
      kind: 'like',
      object: at('m4'),
      detail: { reaction: 'eyes', act: 'eyes' },
      ...limited,
    },
    { shows: turned(true) },
  ),
  pressCase(
    'do',
    'writes in a channel',
    page(''),
    '.send',
    call('sendMessage', { _id: 'n1', rid: 'r1', msg: 'Clay' }),
    {
      kind: 'post',
      object: { url: here },
      made: at('n1'),
      ...limited,
    },
  ),
  pressCase(
    'do',
    'writes with Enter, by the newer route',
    page(''),
    '.send',
    rest('chat.sendMessage', { message: { _id: 'n2', rid: 'r1', msg: 'Clay' } }),
    {
      kind: 'post',
      object: { url: here },
      made: at('n2'),
      ...limited,
    },
    { act: [{ press: 'Enter', in: 'textarea' }] },
  ),
  pressCase(
    'do',
    'answers in a thread',
    page(message('m5')),
    '.send',
    call('sendMessage', { _id: 'n3', rid: 'r1', msg: 'Clay', tmid: 'm5' }),
    {
      kind: 'comment',
      object: at('m5'),
      made: at('n3'),
      ...limited,
    },
  ),
  pressCase(
    'edit',
    'edits a message',
    page(message('m6')),
    '.more',
    call('updateMessage', { _id: 'm6', rid: 'r1', msg: 'Loam' }),
    { kind: 'edit', revises: true, object: at('m6'), ...limited },
  ),
  pressCase(
    'undo',
    'deletes a message',
    page(message('m7')),
    '.more',
    rest('chat.delete', { roomId: 'r1', msgId: 'm7' }),
    { kind: 'post', undo: true, object: at('m7'), ...limited },
  ),
  pressCase('do', 'stars a message', page(message('m8')), '.more', rest('chat.starMessage', { messageId: 'm8' }), {
    kind: 'bookmark',
    object: at('m8'),
    ...limited,
  }),
  pressCase(
    'undo',
    'no longer stars it',
    page(message('m8')),
    '.more',
    call('starMessage', { _id: 'm8', rid: 'r1', starred: false }),
    { kind: 'bookmark', undo: true, object: at('m8'), ...limited },
    {
      after: ['stars a message'],
    },
  ),
  pressCase('do', 'pins a message', page(message('m9')), '.more', rest('chat.pinMessage', { messageId: 'm9' }), {
    kind: 'moderation',
    object: at('m9'),
    detail: { act: 'pin' },
    ...limited,
  }),
  pressCase(
    'undo',
    'no longer pins it',
    page(message('m9')),
    '.more',
    rest('chat.unPinMessage', { messageId: 'm9' }),
    { kind: 'moderation', undo: true, object: at('m9'), ...limited },
    {
      after: ['pins a message'],
    },
  ),
  pressCase(
    'do',
    'reports a message',
    page(message('o1')),
    '.more',
    rest('chat.reportMessage', { messageId: 'o1', description: 'spam' }),
    {
      kind: 'moderation',
      object: at('o1'),
      detail: { act: 'report' },
      ...limited,
    },
  ),
  pressCase(
    'private',
    'a direct message',
    page('', `${origin}/direct/u1u2`),
    '.send',
    call('sendMessage', { _id: 'n4', rid: 'u1u2', msg: 'Clay' }),
    [],
  ),
  pressCase(
    'private',
    'a reaction in a closed group',
    page(message('o2'), `${origin}/group/board`),
    chip,
    react('o2'),
    [],
    { shows: turned(true) },
  ),
  pressCase(
    'layout',
    'installed below a path',
    page(message('o3'), `${origin}/talk/channel/glaze`),
    chip,
    { ...react('o3'), url: '/talk/api/v1/chat.react' },
    {
      kind: 'like',
      object: { url: `${origin}/talk/channel/glaze?msg=o3` },
      ...limited,
    },
    { shows: turned(true) },
  ),
  pressCase(
    'look-alike',
    'reads and presence are no acts',
    page(message('o4')),
    chip,
    [
      call('readMessages', 'r1'),
      call('UserPresence:online'),
      call('loadHistory', 'r1', null, 50),
      rest('subscriptions.read', { rid: 'r1' }),
    ],
    [],
  ),
]);
