import type { RecordedRequest } from '../cases.ts';
import { defineCases } from '../define.ts';
import { pressCase, usualCases } from '../usual-cases.ts';

const origin = 'https://talk.kiln.example';
const here = `${origin}/pottery/channels/glaze`;
const side = (icon = 'icon-globe') =>
  `<ul id="SidebarContainer"><li class="SidebarChannel active"><i class="icon ${icon}"></i>glaze</li></ul>`;
const post = (id: string, mine = false) =>
  `<div id="post_${id}" class="post"><div class="post__header"><button class="user-popover">wren</button></div><p>Clay</p>
  <button id="postReaction-${id}-heart" class="Reaction Reaction--${mine ? 'reacted' : 'unreacted'}">1</button><button class="more">…</button></div>`;
const box = '<textarea id="post_textbox"></textarea><button data-testid="SendMessageButton">Send</button>';
const page = (inside: string, url = here, sidebar = side()) => ({
  url,
  head: '<meta name="application-name" content="Mattermost">',
  html: `<div id="root">${sidebar}${inside}${box}</div>`,
});
const call = (method: RecordedRequest['method'], path: string, json?: unknown, status = 200): RecordedRequest => ({
  method: method ?? 'POST',
  url: `/api/v4/${path}`,
  ...(json === undefined ? {} : { json }),
  answer: { status },
});
const react = (post_id: string, emoji_name = 'heart') =>
  call('POST', 'reactions', { user_id: 'u1', post_id, emoji_name, create_at: 0 }, 201);
const at = (id: string) => ({ url: `${origin}/pottery/pl/${id}`, id });
const turned = (state: string) => [{ select: '.Reaction', set: { class: `Reaction Reaction--${state}` } }];
const limited = { audience: 'limited' } as const;
const write = (root_id = '') =>
  call('POST', 'posts', { channel_id: 'c1', message: 'Clay', root_id, pending_post_id: 'u1:1', file_ids: [] }, 201);
const send = '[data-testid="SendMessageButton"]';

const reacts = pressCase(
  'do',
  'reacts to a message',
  page(post('p1')),
  '.Reaction',
  react('p1'),
  {
    kind: 'like',
    object: at('p1'),
    to: { name: 'wren' },
    detail: { reaction: 'heart', act: 'heart' },
    level: 'confirmed',
    ...limited,
  },
  { shows: turned('reacted') },
);

export default defineCases([
  reacts,
  ...usualCases(reacts),
  pressCase(
    'undo',
    'takes a reaction back',
    page(post('p1', true)),
    '.Reaction',
    call('DELETE', 'users/me/posts/p1/reactions/heart'),
    {
      kind: 'like',
      undo: true,
      object: at('p1'),
      ...limited,
    },
    { after: ['reacts to a message'], shows: turned('unreacted') },
  ),
  pressCase(
    'switch',
    'a second reaction, from the picker',
    page(`${post('p2')}<div role="dialog"><button class="pick">eyes</button></div>`),
    '.pick',
    react('p2', 'eyes'),
    {
      kind: 'like',
      object: at('p2'),
      detail: { reaction: 'eyes', act: 'eyes' },
      ...limited,
    },
  ),
  pressCase('do', 'posts in a channel', page(''), send, write(), {
    kind: 'post',
    object: { url: here, id: 'c1' },
    ...limited,
  }),
  pressCase(
    'do',
    'posts with Enter',
    page(''),
    send,
    write(),
    { kind: 'post', object: { url: here }, ...limited },
    { act: [{ press: 'Enter', in: '#post_textbox' }] },
  ),
  pressCase('do', 'answers in a thread', page(post('p3')), send, write('p3'), {
    kind: 'comment',
    object: at('p3'),
    ...limited,
  }),
  pressCase('edit', 'edits a message', page(post('p4')), '.more', call('PUT', 'posts/p4/patch', { message: 'Loam' }), {
    kind: 'edit',
    revises: true,
    object: at('p4'),
    ...limited,
  }),
  pressCase('undo', 'deletes a message', page(post('p5')), '.more', call('DELETE', 'posts/p5'), {
    kind: 'post',
    undo: true,
    object: at('p5'),
    ...limited,
  }),
  pressCase(
    'do',
    'saves a message',
    page(post('p6')),
    '.more',
    call('PUT', 'users/u1/preferences', [{ user_id: 'u1', category: 'flagged_post', name: 'p6', value: 'true' }]),
    {
      kind: 'bookmark',
      object: at('p6'),
      ...limited,
    },
  ),
  pressCase(
    'undo',
    'no longer saves it',
    page(post('p6')),
    '.more',
    call('POST', 'users/u1/preferences/delete', [{ user_id: 'u1', category: 'flagged_post', name: 'p6' }]),
    {
      kind: 'bookmark',
      undo: true,
      object: at('p6'),
      ...limited,
    },
    { after: ['saves a message'] },
  ),
  pressCase('do', 'pins a message', page(post('p7')), '.more', call('POST', 'posts/p7/pin'), {
    kind: 'moderation',
    object: at('p7'),
    detail: { act: 'pin' },
    ...limited,
  }),
  pressCase(
    'undo',
    'no longer pins it',
    page(post('p7')),
    '.more',
    call('POST', 'posts/p7/unpin'),
    { kind: 'moderation', undo: true, object: at('p7'), ...limited },
    { after: ['pins a message'] },
  ),
  pressCase('private', 'a direct message', page('', `${origin}/pottery/messages/@wren`), send, write(), []),
  pressCase(
    'private',
    'a reaction in a closed channel',
    page(post('p8'), here, side('icon-lock-outline')),
    '.Reaction',
    react('p8'),
    [],
    { shows: turned('reacted') },
  ),
  pressCase(
    'layout',
    'installed below a path',
    page(post('p9'), `${origin}/chat/pottery/channels/glaze`),
    '.Reaction',
    { ...react('p9'), url: '/chat/api/v4/reactions' },
    {
      kind: 'like',
      object: { url: `${origin}/chat/pottery/pl/p9` },
      ...limited,
    },
    { shows: turned('reacted') },
  ),
  pressCase(
    'draft',
    'a draft that is kept',
    page(''),
    send,
    call('POST', 'drafts', { channel_id: 'c1', message: 'Cl' }),
    [],
  ),
  pressCase(
    'look-alike',
    'reads by POST, views and other settings are no acts',
    page(post('q1')),
    '.Reaction',
    [
      call('POST', 'posts/ids', ['q1']),
      call('POST', 'users/ids', ['u1']),
      call('POST', 'channels/members/me/view', { channel_id: 'c1' }),
      call('POST', 'posts/ephemeral', { post: {} }),
      call('PUT', 'users/u1/preferences', [{ user_id: 'u1', category: 'display_settings', name: 'x', value: 'true' }]),
      call('GET', 'posts/q1/reactions'),
    ],
    [],
  ),
]);
