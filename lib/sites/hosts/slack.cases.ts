import type { RecordedRequest } from '../cases.ts';
import { defineCases } from '../define.ts';
import { pressCase, usualCases } from '../usual-cases.ts';

const api = 'https://kiln.slack.com/api';
const place = 'https://kiln.slack.com/archives/C100';
const side = (type: string, selected = true) =>
  `<nav><div data-qa-channel-sidebar-channel="true" data-qa-channel-sidebar-channel-id="C100" data-qa-channel-sidebar-channel-type="${type}" data-qa-channel-sidebar-channel-is-selected="${selected}">glaze</div></nav>`;
const message = (ts: string, mine = false) =>
  `<div data-qa="message_container" data-msg-ts="${ts}" data-msg-channel-id="C100"><button data-qa="message_sender_name">wren</button><p>Clay</p>
  <div data-qa="reaction_bar"><button data-qa="reactji" class="c-reaction" aria-pressed="${mine}"><img data-stringify-emoji=":heart:" alt="">1</button></div><button class="more">More</button></div>`;
const input =
  '<div data-qa="message_input"><div contenteditable="true" role="textbox" class="box"></div></div><button data-qa="texty_send_button">Send</button>';
const page = (inside: string, sidebar = side('channel'), url = 'https://app.slack.com/client/T1/C100') => ({
  url,
  html: sidebar + inside + input,
});
const call = (method: string, fields: Record<string, string>, ok = true): RecordedRequest => ({
  url: `${api}/${method}?_x_id=1&slack_route=T1`,
  multipart: { token: 'xoxc-secret', channel: 'C100', ...fields, _x_mode: 'online' },
  answer: { type: 'application/json', body: JSON.stringify(ok ? { ok } : { ok, error: 'channel_not_found' }) },
});
const react = (timestamp: string, name = 'heart') =>
  call('reactions.add', { timestamp, name, _x_reason: 'changeReactionFromUserAction' });
const at = (second: string, rest = '000200') => ({ url: `${place}/p${second}${rest}` });
const pressed = (state: boolean) => [{ select: '[data-qa="reactji"]', set: { 'aria-pressed': String(state) } }];
const limited = { audience: 'limited' } as const;
const chip = '[data-qa="reactji"]';
const send = '[data-qa="texty_send_button"]';

const reacts = pressCase(
  'do',
  'reacts to a message',
  page(message('1760000001.000200')),
  chip,
  react('1760000001.000200'),
  {
    kind: 'like',
    object: at('1760000001'),
    to: { name: 'wren' },
    detail: { reaction: 'heart', act: 'heart' },
    level: 'confirmed',
    ...limited,
  },
  { shows: pressed(true) },
);
const write = (fields: Record<string, string> = {}) =>
  call('chat.postMessage', {
    blocks: '[{"type":"rich_text"}]',
    ts: '1760000009.xxxxx7',
    client_msg_id: 'u',
    _x_reason: 'webapp_message_send',
    ...fields,
  });

export default defineCases([
  reacts,
  ...usualCases(reacts, undefined, ['refusal', 'signed-out']),
  pressCase(
    'refusal',
    'a reaction that the answer takes back with 200',
    page(message('1760000002.000200')),
    chip,
    call('reactions.add', { timestamp: '1760000002.000200', name: 'heart' }, false),
    [],
    {
      shows: pressed(true),
      then: pressed(false),
    },
  ),
  pressCase(
    'signed-out',
    'a reaction after the session has ended',
    page(message('1760000003.000200')),
    chip,
    { ...react('1760000003.000200'), answer: { status: 403 } },
    [],
  ),
  pressCase(
    'undo',
    'takes a reaction back',
    page(message('1760000001.000200', true)),
    chip,
    call('reactions.remove', { timestamp: '1760000001.000200', name: 'heart' }),
    { kind: 'like', undo: true, object: at('1760000001'), ...limited },
    { after: ['reacts to a message'], shows: pressed(false) },
  ),
  pressCase(
    'switch',
    'a second reaction stands beside the first',
    page(message('1760000004.000200', true)),
    '.more',
    react('1760000004.000200', 'eyes'),
    {
      kind: 'like',
      object: at('1760000004'),
      detail: { reaction: 'eyes', act: 'eyes' },
      ...limited,
    },
  ),
  pressCase('do', 'posts in a channel', page(''), send, write(), {
    kind: 'post',
    object: { url: place, id: 'C100' },
    ...limited,
  }),
  pressCase(
    'keyboard',
    'posts with Enter in the field',
    page(''),
    '.box',
    write(),
    { kind: 'post', object: { url: place }, ...limited },
    { act: [{ press: 'Enter', in: '.box' }] },
  ),
  pressCase(
    'do',
    'answers in a thread',
    page(message('1760000005.000200')),
    send,
    write({ thread_ts: '1760000005.000200' }),
    {
      kind: 'comment',
      object: at('1760000005'),
      ...limited,
    },
  ),
  pressCase(
    'edit',
    'edits a message',
    page(message('1760000006.000200')),
    send,
    call('chat.update', { ts: '1760000006.000200', blocks: '[]' }),
    {
      kind: 'edit',
      revises: true,
      object: at('1760000006'),
      ...limited,
    },
  ),
  pressCase(
    'undo',
    'deletes a message',
    page(message('1760000007.000200')),
    '.more',
    call('chat.delete', { ts: '1760000007.000200' }),
    {
      kind: 'post',
      undo: true,
      object: at('1760000007'),
      ...limited,
    },
  ),
  pressCase(
    'do',
    'saves a message for later',
    page(message('1760000008.000200')),
    '.more',
    call('saved.add', { item_type: 'message', item_id: 'C100', ts: '1760000008.000200' }),
    {
      kind: 'bookmark',
      object: at('1760000008'),
      ...limited,
    },
  ),
  pressCase(
    'undo',
    'no longer saves it',
    page(message('1760000008.000200')),
    '.more',
    call('saved.delete', { item_type: 'message', item_id: 'C100', ts: '1760000008.000200' }),
    {
      kind: 'bookmark',
      undo: true,
      object: at('1760000008'),
      ...limited,
    },
    { after: ['saves a message for later'] },
  ),
  pressCase(
    'do',
    'pins a message',
    page(message('1760000010.000200')),
    '.more',
    call('pins.add', { timestamp: '1760000010.000200' }),
    {
      kind: 'moderation',
      object: at('1760000010'),
      detail: { act: 'pin' },
      ...limited,
    },
  ),
  pressCase(
    'undo',
    'no longer pins it',
    page(message('1760000010.000200')),
    '.more',
    call('pins.remove', { timestamp: '1760000010.000200' }),
    {
      kind: 'moderation',
      undo: true,
      object: at('1760000010'),
      detail: { act: 'pin' },
      ...limited,
    },
    { after: ['pins a message'] },
  ),
  pressCase('private', 'a direct message', page('', side('im')), send, write({ channel: 'D100' }), []),
  pressCase(
    'private',
    'a reaction in a closed channel',
    page(message('1760000011.000200'), side('private')),
    chip,
    react('1760000011.000200'),
    [],
    { shows: pressed(true) },
  ),
  pressCase(
    'private',
    'an answer in the list of all threads',
    page(message('1760000012.000200'), side('channel', false)),
    send,
    write({ thread_ts: '1760000012.000200' }),
    [],
  ),
  pressCase(
    'layout',
    'a window of its own, without the list of channels',
    page(message('1760000013.000200'), ''),
    chip,
    { ...react('1760000013.000200'), url: 'https://kiln.enterprise.slack.com/api/reactions.add?slack_route=E1' },
    {
      kind: 'like',
      object: { url: 'https://kiln.enterprise.slack.com/archives/C100/p1760000013000200' },
      ...limited,
    },
    { shows: pressed(true) },
  ),
  pressCase(
    'draft',
    'a draft that is kept, and a message for later',
    page(''),
    send,
    [
      call('drafts.create', { blocks: '[]', client_draft_id: 'x' }),
      call('drafts.update', { blocks: '[]' }),
      call('chat.scheduleMessage', { post_at: '1770000000' }),
    ],
    [],
  ),
  pressCase(
    'look-alike',
    'reads, marks and typing are no acts',
    page(message('1760000014.000200')),
    chip,
    [
      call('conversations.history', { limit: '28' }),
      call('conversations.mark', { ts: '1760000014.000200' }),
      call('reactions.get', { timestamp: '1760000014.000200' }),
      call('chat.update', { ts: '1760000014.000200', unfurl: '1' }),
      call('client.counts', {}),
    ],
    [],
  ),
]);
