import type { RecordedRequest, SiteCase } from '../cases.ts';
import { defineCases } from '../define.ts';
import { casesOn, everyWay } from '../press-cases.ts';

const origin = 'https://mybb.kiln.example';
const thread = `${origin}/showthread.php?tid=12`;
const me =
  '<div id="panel"><span class="welcome">Welcome back, <a href="/member.php?action=profile&uid=5">ada</a>. <a class="logout" href="#">Log Out</a></span></div>';
const at =
  (path: string, who = me, head = `<link rel="canonical" href="${thread}">`) =>
  (inside: string): SiteCase['page'] => ({
    url: origin + path,
    head: `<script src="/jscripts/general.js?ver=1827"></script>${head}`,
    html: `${who}<div id="posts">${inside}</div>`,
  });
const press = casesOn(at('/showthread.php?tid=12&page=2'));
const button = '<button class="act" type="button">act</button>';
const form =
  '<form id="quick_reply_form" method="post" action="newreply.php?tid=12&processed=1"><textarea name="message" id="message"></textarea><input type="submit" class="act button" id="quick_reply_submit" value="Post Reply"></form>';
const post = (id: string, inside = button) =>
  `<div class="post" id="post_${id}"><div class="author_information"><span class="largetext"><a href="/member.php?action=profile&uid=7">Mole</a></span></div><div class="post_head"><a href="/showthread.php?tid=12&pid=${id}#pid${id}">#1</a></div><div class="post_body" id="pid_${id}"></div>${inside}</div>`;
const send = (
  url: string,
  form: Record<string, string>,
  by: 'xhr' | 'navigate' = 'xhr',
  answer: RecordedRequest['answer'] = { body: '{}' },
): RecordedRequest => ({
  url,
  form: { my_post_key: 'k', ...form },
  by,
  answer,
});
const fields = { action: 'do_newreply', tid: '12', subject: 'RE: Raku', message: 'Hot', method: 'quickreply' };
const link = (id: string) => `${origin}/showthread.php?tid=12&pid=${id}#pid${id}`;
const replies = press(
  'answers in a thread',
  form,
  send('/newreply.php?ajax=1', fields),
  {
    kind: 'comment',
    object: { url: thread, id: '12' },
    made: { url: link('90'), id: '90' },
    account: 'ada',
    level: 'confirmed',
  },
  { then: [{ select: '#posts', append: post('90', '') }] },
);

export default defineCases([
  replies,
  ...everyWay(replies, {
    refused: { status: 403 },
    signedOut: at('/showthread.php?tid=12', '<div id="panel"><a class="login" href="#">Login</a></div>')(form),
  }),
  press(
    'answers without the script: a page that says thanks',
    form,
    send('/newreply.php?tid=12&processed=1', fields, 'navigate', { status: 302, location: link('91') }),
    {
      kind: 'comment',
      object: { url: thread },
    },
    { about: 'layout' },
  ),
  press(
    'answers in a board in a folder that says no address',
    form,
    send('/forum/newreply.php?ajax=1', fields),
    {
      kind: 'comment',
      object: { url: `${origin}/forum/showthread.php?tid=12` },
    },
    { about: 'layout', page: at('/forum/showthread.php?tid=12', me, '')(form) },
  ),
  press(
    'an answer after the session has ended',
    form,
    send('/newreply.php?tid=12', fields, 'navigate', { status: 302, location: `${origin}/member.php?action=login` }),
    null,
    { about: 'refusal' },
  ),
  press(
    'looks at a preview, and keeps a draft',
    form,
    [
      send('/newreply.php?tid=12', { ...fields, previewpost: 'Preview' }),
      send('/newreply.php?tid=12', { ...fields, savedraft: 'Save' }),
    ],
    null,
    { about: 'draft' },
  ),
  press(
    'starts a thread',
    button,
    send('/newthread.php?fid=2&processed=1', { action: 'do_newthread', subject: 'Raku', message: 'How?' }),
    {
      kind: 'post',
      object: { url: `${origin}/forumdisplay.php?fid=2`, id: '2' },
    },
    { page: at('/newthread.php?fid=2', me, '')(button) },
  ),
  press(
    'changes a post',
    post('90'),
    send('/xmlhttp.php?action=edit_post&do=update_post&pid=90&my_post_key=k', { value: 'Hotter' }),
    {
      kind: 'edit',
      object: { url: link('90'), id: '90' },
      revises: true,
    },
  ),
  press(
    'changes a post in the form',
    button,
    send('/editpost.php?pid=90&processed=1', { action: 'do_editpost', message: 'Hotter' }),
    {
      kind: 'edit',
      object: { url: `${origin}/showthread.php?pid=90#pid90` },
      revises: true,
    },
  ),
  press(
    'deletes a post',
    post('90'),
    send('/editpost.php?ajax=1&action=deletepost&delete=1&my_post_key=k&pid=90', {}),
    {
      kind: 'comment',
      undo: true,
      object: { url: link('90') },
    },
    { after: ['answers in a thread'] },
  ),
  press('rates a thread', button, send('/ratethread.php?ajax=1&my_post_key=k&tid=12&rating=4', {}), {
    kind: 'rating',
    object: { url: thread },
    detail: { rating: '4/5' },
  }),
  press(
    'speaks for a person',
    post('80'),
    send('/reputation.php', { action: 'do_add', uid: '7', pid: '80', reputation: '1', comments: 'x' }),
    {
      kind: 'vote',
      object: { url: `${origin}/member.php?action=profile&uid=7`, id: '7' },
      to: { name: 'Mole' },
      detail: { vote: 'up' },
    },
  ),
  press(
    'speaks against the person',
    post('80'),
    send('/reputation.php', { action: 'do_add', uid: '7', pid: '80', reputation: '-1' }),
    {
      kind: 'vote',
      object: { id: '7' },
      detail: { vote: 'down' },
    },
    { about: 'switch', after: ['speaks for a person'] },
  ),
  press(
    'reports a post',
    post('81'),
    send('/report.php', { action: 'do_report', type: 'post', pid: '81', reason: '1' }),
    {
      kind: 'moderation',
      object: { url: link('81'), id: '81' },
      detail: { act: 'report' },
    },
  ),
  press(
    'writes a private message',
    button,
    send('/private.php', { action: 'do_send', to: 'mole', message: 'Hi' }),
    null,
    {
      about: 'private',
      page: at('/private.php?action=send', me, '')(button),
    },
  ),
  press(
    'the script asks',
    post('80'),
    [
      { method: 'GET', url: '/xmlhttp.php?action=edit_post&do=get_post&pid=80' },
      { method: 'GET', url: '/xmlhttp.php?action=get_multiquoted&load_all=1' },
      send('/xmlhttp.php?action=username_availability', { username: 'ada' }),
      { method: 'GET', url: '/reputation.php?action=add&uid=7&pid=80&modal=1' },
    ],
    null,
    { about: 'look-alike' },
  ),
]);
