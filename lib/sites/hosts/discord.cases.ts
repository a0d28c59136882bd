import type { RecordedRequest } from '../cases.ts';
import { defineCases } from '../define.ts';
import { pressCase, usualCases } from '../usual-cases.ts';

// No "draft" case: drafts are kept in the browser and never sent.

const origin = 'https://discord.com';
const here = `${origin}/channels/100/200`;
const message = (id: string, mine = false) =>
  `<ol><li id="chat-messages-200-${id}"><div data-list-item-id="chat-messages___chat-messages-200-${id}"><h3><span id="message-username-${id}">wren</span></h3>
  <div id="message-content-${id}">Clay</div><div id="message-reactions-${id}"><div class="r" role="button" tabindex="0" aria-pressed="${mine}">❤ 1</div></div><button class="more">More</button></div></li></ol>`;
const box =
  '<form><div class="box" role="textbox" contenteditable="true" data-slate-editor="true"></div></form><button class="go">Go</button>';
const page = (inside: string, url = here) => ({ url, html: inside + box });
const call = (method: RecordedRequest['method'], path: string, json?: unknown, status = 200): RecordedRequest => ({
  method: method ?? 'POST',
  url: `/api/v9/${path}`,
  ...(json === undefined ? {} : { json }),
  answer: { status },
});
const heart = '%E2%9D%A4';
const put = (id: string, emoji = heart) =>
  call(
    'PUT',
    `channels/200/messages/${id}/reactions/${emoji}/%40me?location=Message%20Inline%20Button&type=0`,
    undefined,
    204,
  );
const at = (id: string) => ({ url: `${here}/${id}`, id });
const pressed = (state: boolean) => [{ select: '.r', set: { 'aria-pressed': String(state) } }];
const limited = { audience: 'limited' } as const;

const reacts = pressCase(
  'do',
  'reacts to a message',
  page(message('301')),
  '.r',
  put('301'),
  {
    kind: 'like',
    object: at('301'),
    to: { name: 'wren' },
    detail: { reaction: '❤', act: '❤' },
    level: 'confirmed',
    ...limited,
  },
  { shows: pressed(true) },
);
const write = (json: Record<string, unknown>, channel = '200') =>
  call('POST', `channels/${channel}/messages`, { content: 'Clay', nonce: '9', tts: false, flags: 0, ...json });

export default defineCases([
  reacts,
  ...usualCases(reacts),
  pressCase(
    'undo',
    'takes a reaction back',
    page(message('301', true)),
    '.r',
    call('DELETE', `channels/200/messages/301/reactions/${heart}/0/%40me?location=Message`, undefined, 204),
    { kind: 'like', undo: true, object: at('301'), ...limited },
    { after: ['reacts to a message'], shows: pressed(false) },
  ),
  pressCase(
    'switch',
    'a second reaction, with an emoji of the server',
    page(message('302')),
    '.r',
    put('302', 'clay:9001'),
    {
      kind: 'like',
      object: at('302'),
      detail: { reaction: 'clay', act: 'clay' },
      ...limited,
    },
  ),
  pressCase(
    'do',
    'posts in a channel',
    page(message('303')),
    '.box',
    write({}),
    { kind: 'post', object: { url: here, id: '200' }, ...limited },
    {
      act: [{ press: 'Enter', in: '.box' }],
    },
  ),
  pressCase(
    'do',
    'replies to a message',
    page(message('304')),
    '.box',
    write({ message_reference: { guild_id: '100', channel_id: '200', message_id: '304' } }),
    { kind: 'comment', object: at('304'), ...limited },
    {
      act: [{ press: 'Enter', in: '.box' }],
    },
  ),
  pressCase(
    'do',
    'writes in a thread',
    page(message('305'), `${here}/threads/400`),
    '.box',
    write({}, '400'),
    {
      kind: 'comment',
      object: { url: `${origin}/channels/100/400` },
      ...limited,
    },
    { act: [{ press: 'Enter', in: '.box' }] },
  ),
  pressCase(
    'do',
    'opens a thread in a forum',
    page(''),
    '.go',
    call('POST', 'channels/200/threads?use_nested_fields=true', { name: 'Glaze', message: { content: 'x' } }, 201),
    {
      kind: 'post',
      object: { url: here },
      ...limited,
    },
  ),
  pressCase(
    'do',
    'opens a thread from a message',
    page(message('306')),
    '.more',
    call('POST', 'channels/200/messages/306/threads', { name: 'Glaze' }, 201),
    {
      kind: 'post',
      object: at('306'),
      ...limited,
    },
  ),
  pressCase(
    'private',
    'forwards a message, perhaps to a conversation',
    page(message('307')),
    '.more',
    write({ message_reference: { type: 1, guild_id: '100', channel_id: '201', message_id: '307' } }, '999'),
    [],
  ),
  pressCase(
    'edit',
    'edits a message',
    page(message('308')),
    '.more',
    call('PATCH', 'channels/200/messages/308', { content: 'Loam' }),
    {
      kind: 'edit',
      revises: true,
      object: at('308'),
      ...limited,
    },
  ),
  pressCase(
    'undo',
    'deletes a message',
    page(message('309')),
    '.more',
    call('DELETE', 'channels/200/messages/309', undefined, 204),
    {
      kind: 'post',
      undo: true,
      object: at('309'),
      ...limited,
    },
  ),
  pressCase(
    'do',
    'votes in a poll',
    page(message('310')),
    '.more',
    call('PUT', 'channels/200/polls/310/answers/@me', { answer_ids: ['2'] }, 204),
    {
      kind: 'vote',
      object: at('310'),
      detail: { act: 'poll' },
      ...limited,
    },
  ),
  pressCase(
    'undo',
    'takes a vote in a poll back',
    page(message('310')),
    '.more',
    call('PUT', 'channels/200/polls/310/answers/@me', { answer_ids: [] }, 204),
    {
      kind: 'vote',
      undo: true,
      object: at('310'),
      ...limited,
    },
    { after: ['votes in a poll'] },
  ),
  ...(
    [
      ['pin', 'PUT', 'channels/200/messages/pins/311'],
      ['crosspost', 'POST', 'channels/200/messages/311/crosspost'],
    ] as const
  ).map(([act, method, path]) =>
    pressCase('do', `takes care of a message: ${act}`, page(message('311')), '.more', call(method, path), {
      kind: 'moderation',
      object: at('311'),
      detail: { act },
      ...limited,
    }),
  ),
  pressCase('do', 'bans somebody', page(message('312')), '.more', call('PUT', 'guilds/100/bans/77', {}, 204), {
    kind: 'moderation',
    object: { url: `${origin}/channels/100` },
    detail: { act: 'ban' },
    ...limited,
  }),
  pressCase(
    'private',
    'a reaction in a direct message',
    page(message('313'), `${origin}/channels/@me/200`),
    '.r',
    put('313'),
    [],
  ),
  pressCase('private', 'a direct message', page('', `${origin}/channels/@me/200`), '.box', write({}), [], {
    act: [{ press: 'Enter', in: '.box' }],
  }),
  pressCase(
    'layout',
    'reacts on the test version of the site, from a picker at the end of the page',
    {
      url: 'https://ptb.discord.com/channels/100/200',
      html: `${message('314')}<div role="dialog"><button class="pick">❤</button></div>`,
    },
    '.pick',
    put('314'),
    { kind: 'like', object: at('314'), ...limited },
  ),
  pressCase(
    'look-alike',
    'typing, marks of read messages and statistics are no acts',
    page(message('315')),
    '.more',
    [
      call('POST', 'channels/200/typing', undefined, 204),
      call('POST', 'channels/200/messages/315/ack', { token: null }),
      call('POST', 'science', { events: [] }, 204),
      call('GET', `channels/200/messages/315/reactions/${heart}?limit=100`),
      call('POST', 'channels/200/attachments', { files: [] }),
      call('POST', 'interactions', { type: 3 }, 204),
    ],
    [],
  ),
]);
