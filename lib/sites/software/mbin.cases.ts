import type { RecordedRequest, SiteCase } from '../cases.ts';
import { defineCases } from '../define.ts';
import { casesOn, everyWay } from '../press-cases.ts';

// No "draft" case: it keeps none.

const origin = 'https://mbin.kiln.example';
const me = '<header id="header"><a class="login" href="/u/ada"><span class="user-name">ada</span></a></header>';
const at =
  (path: string, who = me) =>
  (inside: string): SiteCase['page'] => ({
    url: origin + path,
    html: `${who}<main>${inside}</main><article class="entry" id="entry-1" data-controller="subject"><span class="vote__up"></span></article>`,
  });
const there = `${origin}/m/pottery/t/40/raku`;
const press = casesOn(at('/m/pottery/t/40/raku'));
const button = '<button class="act" type="button">act</button>';
const aside = (way: 'up' | 'down', active = false) =>
  `<aside class="vote"><form method="post" class="vote__${way}${active ? ' active' : ''}"><button class="act" type="button">1</button></form></aside>`;
const entry = (inside: string) =>
  `<article class="entry section subject" id="entry-40" data-controller="subject"><header><h2><a href="/m/pottery/t/40/raku">Raku</a></h2></header><a class="user-inline" href="/u/mole">mole</a>${inside}</article>`;
const comment = (id: string, inside: string) =>
  `<blockquote class="section comment entry-comment subject" id="entry-comment-${id}" data-controller="comment subject"><header><a class="user-inline" href="/u/wren">wren</a><a href="/m/pottery/t/40/raku/comment/${id}#entry-comment-${id}">today</a></header>${inside}</blockquote>`;
const send = (url: string, form: Record<string, string> = { token: 't' }): RecordedRequest => ({
  url,
  form,
  by: 'xhr',
});
const go = (url: string, location = '/m/pottery/t/40/raku'): RecordedRequest => ({
  url,
  form: { 'entry_comment[body]': 'Hot' },
  by: 'navigate',
  answer: { status: 302, location: origin + location },
});
const on = (way: string) => [{ select: `.vote__${way}:has(.act)`, set: { class: `vote__${way} active` } }];
const off = (way: string) => [{ select: `.vote__${way}:has(.act)`, set: { class: `vote__${way}` } }];
const likes = press(
  'favours a thread',
  entry(aside('up')),
  send('/ef/40?choice=1'),
  {
    kind: 'like',
    object: { url: there, id: '40', title: 'Raku' },
    to: { name: 'mole', url: `${origin}/u/mole` },
    account: 'ada',
    level: 'confirmed',
  },
  { then: on('up') },
);
const link = (id: string) => `${there}/comment/${id}#entry-comment-${id}`;
const small = `${origin}/m/pottery/p/50/hello`;

export default defineCases([
  likes,
  ...everyWay(likes, {
    refused: { status: 403 },
    signedOut: at(
      '/m/pottery',
      '<header id="header"><a class="login" href="/login">Log in</a></header>',
    )(entry(aside('up'))),
  }),
  press(
    'favours it no longer',
    entry(aside('up', true)),
    send('/ef/40?choice=1'),
    {
      kind: 'like',
      undo: true,
      object: { url: there },
    },
    { after: ['favours a thread'], then: off('up') },
  ),
  press(
    'votes a thread down',
    entry(aside('down')),
    send('/ev/40/-1'),
    {
      kind: 'vote',
      object: { url: there },
      detail: { vote: 'down' },
    },
    { about: 'switch', after: ['favours a thread'], then: on('down') },
  ),
  press('a favour that leads to the sign-in', entry(aside('up')), { ...go('/ef/40?choice=1', '/login') }, null, {
    about: 'refusal',
  }),
  press(
    'favours a comment',
    comment('70', aside('up')),
    send('/ecf/70?choice=1'),
    {
      kind: 'like',
      object: { url: link('70'), id: '70' },
      to: { name: 'wren' },
    },
    { then: on('up') },
  ),
  press(
    'favours a post',
    `<div class="post" id="post-50"><a href="/m/pottery/p/50/hello">today</a>${aside('up')}</div>`,
    send('/pf/50'),
    {
      kind: 'like',
      object: { url: small, id: '50' },
    },
    { about: 'layout', then: on('up') },
  ),
  press(
    'boosts a thread',
    entry('<button class="act boost-link">boost</button>'),
    send('/eb/40'),
    {
      kind: 'share',
      object: { url: there },
    },
    { then: [{ select: '.act', set: { class: 'act boost-link active' } }] },
  ),
  press('reports a comment', comment('70', button), send('/ecr/70', { 'report[reason]': 'x' }), {
    kind: 'moderation',
    object: { url: link('70') },
    detail: { act: 'report' },
  }),
  press(
    'keeps a thread',
    entry('<ul><li class="bookmark-standard"><a class="act" href="#">keep</a></li></ul>'),
    { method: 'GET', url: '/bos/40/entry' },
    {
      kind: 'bookmark',
      object: { url: there },
    },
  ),
  press(
    'keeps it no longer',
    entry('<ul><li class="bookmark-standard"><a class="act" href="#">keep</a></li></ul>'),
    { method: 'GET', url: '/rbo/40/entry' },
    {
      kind: 'bookmark',
      undo: true,
      object: { url: there },
    },
    { after: ['keeps a thread'] },
  ),
  press('comments on a thread', button, go('/m/pottery/t/40/raku/comment/create'), {
    kind: 'comment',
    object: { url: there, id: '40' },
  }),
  press(
    'answers a comment',
    comment('70', button),
    send('/m/pottery/t/40/raku/comment/create/70', { 'entry_comment[body]': 'Hot' }),
    {
      kind: 'comment',
      object: { url: link('70'), id: '70' },
      to: { name: 'wren' },
    },
  ),
  press('comments on a post', button, go('/m/pottery/p/50/hello/reply', '/m/pottery/p/50/hello'), {
    kind: 'comment',
    object: { url: small },
  }),
  press('answers a comment on a post', button, go('/m/pottery/p/50/hello/reply/51', '/m/pottery/p/50/hello'), {
    kind: 'comment',
    object: { url: `${small}/reply/51#post-comment-51` },
  }),
  press('changes a comment', comment('71', button), go('/m/pottery/t/40/raku/comment/71/edit'), {
    kind: 'edit',
    object: { url: link('71') },
    revises: true,
  }),
  press('changes a comment on a post', button, go('/m/pottery/p/50/hello/reply/52/edit'), {
    kind: 'edit',
    object: { url: `${small}/reply/52#post-comment-52` },
    revises: true,
  }),
  press('deletes a comment', comment('71', button), go('/m/pottery/t/40/raku/comments/71/delete'), {
    kind: 'comment',
    undo: true,
    object: { url: link('71') },
  }),
  press('deletes a comment on a post', button, go('/m/pottery/p/50/hello/reply/52/delete'), {
    kind: 'comment',
    undo: true,
    object: { url: `${small}/reply/52#post-comment-52` },
  }),
  press('starts a thread', button, go('/m/pottery/new_entry', '/m/pottery/newest'), {
    kind: 'post',
    object: { url: `${origin}/m/pottery` },
  }),
  press('changes a thread', button, go('/m/pottery/t/40/raku/edit'), {
    kind: 'edit',
    object: { url: there },
    revises: true,
  }),
  press('changes a post', button, go('/m/pottery/p/50/hello/edit'), {
    kind: 'edit',
    object: { url: small },
    revises: true,
  }),
  press('deletes a thread', button, go('/m/pottery/t/40/raku/delete', '/m/pottery'), {
    kind: 'post',
    undo: true,
    object: { url: there },
  }),
  press('deletes a post', button, go('/m/pottery/p/50/hello/delete', '/m/pottery'), {
    kind: 'post',
    undo: true,
    object: { url: small },
  }),
  press('subscribes to a magazine', button, send('/m/pottery/subscribe'), {
    kind: 'follow',
    object: { url: `${origin}/m/pottery` },
  }),
  press(
    'subscribes no longer',
    button,
    send('/m/pottery/unsubscribe'),
    {
      kind: 'follow',
      undo: true,
      object: { url: `${origin}/m/pottery` },
    },
    { after: ['subscribes to a magazine'] },
  ),
  press('follows a person', button, send('/u/mole/follow'), {
    kind: 'follow',
    object: { url: `${origin}/u/mole` },
    to: { name: 'mole' },
  }),
  press(
    'follows the person no longer',
    button,
    send('/u/mole/unfollow'),
    {
      kind: 'follow',
      undo: true,
      object: { url: `${origin}/u/mole` },
    },
    { after: ['follows a person'] },
  ),
  press('writes a message', button, send('/profile/messages/4', { 'message[body]': 'Hi' }), null, {
    about: 'private',
    page: at('/profile/messages/4')(button),
  }),
  press(
    'the page refreshes and asks',
    entry(button),
    [
      { method: 'GET', url: '/bor/40/entry' },
      { method: 'GET', url: '/ajax/fetch_entry/40' },
      { method: 'GET', url: '/er/40' },
      send('/ajax/fetch_title', { url: 'https://x.example' }),
      { method: 'GET', url: '/bos/40/entry' },
    ],
    null,
    { about: 'look-alike' },
  ),
]);
