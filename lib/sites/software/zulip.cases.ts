import type { RecordedRequest } from '../cases.ts';
import { defineCases } from '../define.ts';
import { pressCase, usualCases } from '../usual-cases.ts';

const origin = 'https://kiln.zulipchat.com';
const topic = `${origin}/#narrow/channel/9-glaze/topic/celadon`;
const row = (id: string, mine = false, icon = 'hashtag') =>
  `<div class="recipient_row"><div class="message_header message_header_stream"><span class="stream-privacy"><i class="zulip-icon zulip-icon-${icon}"></i></span><span class="stream-topic-inner">celadon</span></div>
  <div class="message_row" data-message-id="${id}"><span class="sender_name_text">Wren</span><a class="message_time" href="#narrow/channel/9-glaze/topic/celadon/near/${id}">10:00</a>
  <div class="message_reaction${mine ? ' reacted' : ''}" role="button" tabindex="0" data-reaction-id="unicode_emoji,2764">1</div><button class="more">…</button></div></div>`;
const direct = (id: string) =>
  row(id).replace('message_header message_header_stream', 'message_header message_header_private_message');
const compose = (icon = 'hashtag') =>
  `<div id="compose"><form id="send_message_form"><span class="stream-privacy"><i class="zulip-icon zulip-icon-${icon}"></i></span><textarea id="compose-textarea"></textarea><button type="submit" id="compose-send-button">Send</button></form></div>`;
const page = (inside: string, url = topic, box = compose()) => ({
  url,
  html: `<div id="message_view_header"><span class="narrow_description">celadon</span></div>${inside}${box}`,
});
const call = (
  path: string,
  form: Record<string, string> = {},
  method: RecordedRequest['method'] = 'POST',
): RecordedRequest => ({
  method,
  url: `/json/${path}`,
  form,
  answer: { type: 'application/json', body: '{"result":"success"}' },
});
const react = (id: string, emoji_name = 'heart') =>
  call(`messages/${id}/reactions`, { emoji_name, emoji_code: '2764', reaction_type: 'unicode_emoji' });
const at = (id: string) => ({ url: `${topic}/near/${id}`, id });
const turned = (mine: boolean) => [
  { select: '.message_reaction', set: { class: `message_reaction${mine ? ' reacted' : ''}` } },
];
const limited = { audience: 'limited' } as const;
const write = (fields: Record<string, string> = {}) =>
  call('messages', {
    type: 'stream',
    to: '9',
    topic: 'celadon',
    content: 'Clay',
    local_id: '1.01',
    queue_id: 'q',
    ...fields,
  });
const send = '#compose-send-button';

const reacts = pressCase(
  'do',
  'reacts to a message',
  page(row('51')),
  '.message_reaction',
  react('51'),
  {
    kind: 'like',
    object: at('51'),
    to: { name: 'Wren' },
    detail: { reaction: 'heart' },
    level: 'confirmed',
    ...limited,
  },
  { shows: turned(true) },
);

export default defineCases([
  reacts,
  ...usualCases(reacts, { status: 400 }),
  pressCase(
    'undo',
    'takes a reaction back',
    page(row('51', true)),
    '.message_reaction',
    call('messages/51/reactions', {}, 'DELETE'),
    {
      kind: 'like',
      undo: true,
      object: at('51'),
      ...limited,
    },
    { after: ['reacts to a message'], shows: turned(false) },
  ),
  pressCase(
    'switch',
    'another reaction, for a message that is not in sight',
    page(row('52')),
    '.message_reaction',
    react('990', 'eyes'),
    {
      kind: 'like',
      object: { url: `${origin}/#narrow/near/990`, id: '990' },
      to: null,
      ...limited,
    },
  ),
  pressCase('do', 'writes in a topic', page(''), send, write(), {
    kind: 'post',
    object: { url: topic, title: 'celadon' },
    ...limited,
  }),
  pressCase(
    'do',
    'writes to a channel from the feed of all',
    page(row('53'), `${origin}/#feed`),
    send,
    write({ topic: 'ash glaze' }),
    {
      kind: 'post',
      object: { url: `${origin}/#narrow/channel/9/topic/ash%20glaze` },
      ...limited,
    },
  ),
  pressCase('do', 'writes in a channel that the whole web can read', page('', topic, compose('globe')), send, write(), {
    kind: 'post',
    object: { url: topic },
    audience: 'public',
  }),
  pressCase('edit', 'edits a message', page(row('54')), '.more', call('messages/54', { content: 'Loam' }, 'PATCH'), {
    kind: 'edit',
    revises: true,
    object: at('54'),
    ...limited,
  }),
  pressCase('undo', 'deletes a message', page(row('55')), '.more', call('messages/55', {}, 'DELETE'), {
    kind: 'post',
    undo: true,
    object: at('55'),
    ...limited,
  }),
  pressCase(
    'do',
    'stars a message',
    page(row('56')),
    '.more',
    call('messages/flags', { messages: '[56]', flag: 'starred', op: 'add' }),
    { kind: 'bookmark', object: at('56'), ...limited },
  ),
  pressCase(
    'undo',
    'no longer stars it',
    page(row('56')),
    '.more',
    call('messages/flags', { messages: '[56]', flag: 'starred', op: 'remove' }),
    {
      kind: 'bookmark',
      undo: true,
      object: at('56'),
      ...limited,
    },
    { after: ['stars a message'] },
  ),
  pressCase(
    'do',
    'votes in a poll',
    page(row('57')),
    '.more',
    call('submessage', { message_id: '57', msg_type: 'widget', content: '{"type":"vote","key":"canned,1","vote":1}' }),
    {
      kind: 'vote',
      object: at('57'),
      detail: { act: 'poll' },
      ...limited,
    },
  ),
  pressCase(
    'undo',
    'takes a vote in a poll back',
    page(row('57')),
    '.more',
    call('submessage', { message_id: '57', msg_type: 'widget', content: '{"type":"vote","key":"canned,1","vote":-1}' }),
    {
      kind: 'vote',
      undo: true,
      object: at('57'),
      ...limited,
    },
    { after: ['votes in a poll'] },
  ),
  pressCase('do', 'reports a message', page(row('58')), '.more', call('messages/58/report', { report_type: 'spam' }), {
    kind: 'moderation',
    object: at('58'),
    detail: { act: 'report' },
    ...limited,
  }),
  pressCase('private', 'a direct message', page(''), send, write({ type: 'direct', to: '[4]' }), []),
  pressCase('private', 'a reaction to a direct message', page(direct('59')), '.message_reaction', react('59'), [], {
    shows: turned(true),
  }),
  pressCase(
    'private',
    'a reaction in a closed channel',
    page(row('60', false, 'lock')),
    '.message_reaction',
    react('60'),
    [],
    { shows: turned(true) },
  ),
  pressCase('private', 'a message to a closed channel', page('', topic, compose('lock')), send, write(), []),
  pressCase(
    'layout',
    'on a host of its own',
    { ...page(row('61')), url: 'https://zulip.kiln.example/#narrow/channel/9-glaze/topic/celadon' },
    '.message_reaction',
    react('61'),
    {
      kind: 'like',
      object: { url: 'https://zulip.kiln.example/#narrow/channel/9-glaze/topic/celadon/near/61' },
      ...limited,
    },
    { shows: turned(true) },
  ),
  pressCase(
    'draft',
    'a draft that is kept, a message for later',
    page(''),
    send,
    [
      call('drafts', { drafts: '[{"type":"stream","to":[9],"topic":"celadon","content":"Cl"}]' }),
      call('scheduled_messages', { type: 'stream', to: '9', topic: 'celadon', content: 'Clay' }),
    ],
    [],
  ),
  pressCase(
    'look-alike',
    'scrolling, typing and previews are no acts',
    page(row('62')),
    '.more',
    [
      call('messages/flags', { messages: '[62,63]', flag: 'read', op: 'add' }),
      call('typing', { op: 'start', type: 'stream', stream_id: '9' }),
      call('messages/render', { content: 'Clay' }),
      call('users/me/presence', { status: 'active' }),
      call('submessage', { message_id: '62', msg_type: 'widget', content: '{"type":"question","question":"x"}' }),
    ],
    [],
  ),
]);
