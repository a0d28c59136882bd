import type { RecordedRequest, SiteCase } from '../cases.ts';
import { defineCases } from '../define.ts';
import { casesOn, everyWay } from '../press-cases.ts';

// No "switch" case: a message can be liked in one way only.

const origin = 'https://smf.kiln.example';
const me = '<a id="profile_menu_top" href="/index.php?action=profile"><span class="textmenu">ada</span></a>';
const at =
  (path: string, who = me, canonical = `${origin}/index.php?topic=12.0`) =>
  (inside: string): SiteCase['page'] => ({
    url: origin + path,
    head: `<link rel="canonical" href="${canonical}">`,
    html: `<img id="smflogo" alt="">${who}<div id="display_head"><h2><span id="top_subject">Raku</span></h2></div><div id="forumposts">${inside}</div>`,
  });
const press = casesOn(at('/index.php?topic=12.0'));
const button = '<button class="act" type="button">act</button>';
const message = (
  id: string,
  inside: string,
  link = `<a href="${origin}/index.php?topic=12.msg${id}#msg${id}">Raku</a>`,
) =>
  `<div class="windowbg" id="msg${id}"><div class="post_wrapper"><div class="poster"><h4><a href="/index.php?action=profile;u=7">mole</a></h4></div>${link}<div class="inner" data-msgid="${id}" id="msg_${id}"></div>${inside}</div></div>`;
const like = (state = 'like') =>
  `<ul><li class="smflikebutton"><a class="act msg_like" href="#"><span class="main_icons ${state}"></span> Like</a></li></ul>`;
const form =
  '<form id="postmodify" method="post"><input name="subject" id="subject"><textarea name="message"></textarea><input class="act" type="submit" name="post" value="Post"></form>';
const get = (query: string, by: 'xhr' | 'navigate' = 'xhr', location?: string): RecordedRequest => ({
  method: 'GET',
  url: `/index.php?${query}`,
  by,
  ...(location ? { answer: { status: 302, location: origin + location } } : {}),
});
const post = (
  query: string,
  form: Record<string, string>,
  location: string | null = '/index.php?topic=12.new#new',
): RecordedRequest => ({
  url: `/index.php?${query}`,
  form: { ab12: 'sess', ...form },
  by: location === null ? 'xhr' : 'navigate',
  answer:
    location === null ? { status: 200, type: 'text/html', body: 'x' } : { status: 302, location: origin + location },
});
const on = [{ select: '.smflikebutton a', html: '<span class="main_icons unlike"></span> Unlike' }];
const off = [{ select: '.smflikebutton a', html: '<span class="main_icons like"></span> Like' }];
const link = (id: string) => ({ url: `${origin}/index.php?topic=12.msg${id}#msg${id}`, id });
const likes = press(
  'likes a message',
  message('55', like()),
  get('action=likes;ltype=msg;sa=like;like=55;ab12=sess;js=1'),
  {
    kind: 'like',
    object: { ...link('55'), title: 'Raku' },
    to: { name: 'mole' },
    account: 'ada',
    level: 'confirmed',
  },
  { then: on },
);
const topic = { url: `${origin}/index.php?topic=12.0`, id: '12' };

export default defineCases([
  likes,
  ...everyWay(likes, {
    refused: { status: 403 },
    signedOut: at(
      '/index.php?topic=12.0',
      '<li class="button_login"><a href="/index.php?action=login">Log in</a></li>',
    )(message('55', like())),
  }),
  press(
    'likes it no longer',
    message('55', like('unlike')),
    get('action=likes;ltype=msg;sa=like;like=55;ab12=sess;js=1'),
    {
      kind: 'like',
      undo: true,
      object: link('55'),
    },
    { after: ['likes a message'], then: off },
  ),
  press(
    'answers in a topic',
    form,
    post('board=3;action=post2', { topic: '12', subject: 'Re: Raku', message: 'Hot', post: 'Post' }),
    {
      kind: 'comment',
      object: topic,
      to: null,
    },
  ),
  press(
    'answers in the full editor of a board in a folder',
    form,
    {
      ...post('action=post2;start=0;board=3', { topic: '12', subject: 'Re: Raku', message: 'Hot', post: 'Post' }),
      url: '/forum/index.php?action=post2;start=0;board=3',
    },
    {
      kind: 'comment',
      object: { url: `${origin}/forum/index.php?topic=12.0` },
    },
    { about: 'layout' },
  ),
  press(
    'an answer that is not taken shows the form again',
    form,
    {
      ...post('board=3;action=post2', { topic: '12', message: 'Hot', post: 'Post' }),
      by: 'navigate',
      answer: { status: 200, type: 'text/html', body: 'x' },
    },
    null,
    { about: 'refusal' },
  ),
  press(
    'looks at a preview, and keeps a draft',
    form,
    [
      post('board=3;action=post2', { topic: '12', subject: 'Re: Raku', message: 'Hot', preview: 'Preview' }, null),
      post('board=3;action=post2', { topic: '12', subject: 'Re: Raku', message: 'Hot', save_draft: '1' }, null),
    ],
    null,
    { about: 'draft' },
  ),
  press(
    'starts a topic',
    form,
    post(
      'action=post2;start=0;board=3',
      { topic: '0', subject: 'Glaze', message: 'How?', post: 'Post' },
      '/index.php?board=3.0',
    ),
    {
      kind: 'post',
      object: { url: `${origin}/index.php?board=3.0`, id: '3', title: 'Glaze' },
    },
    { page: at('/index.php?action=post;board=3.0', me, `${origin}/index.php?board=3.0`)(form) },
  ),
  press(
    'changes a message',
    message('56', button),
    post('action=jsmodify;topic=12;msg=56;ab12=sess;xml', { subject: 'Raku', message: 'Hotter', topic: '12' }, null),
    {
      kind: 'edit',
      object: link('56'),
      revises: true,
    },
  ),
  press(
    'deletes a message',
    message('56', button),
    get('action=deletemsg;topic=12.0;msg=56;ab12=sess', 'navigate', '/index.php?topic=12.0'),
    {
      kind: 'comment',
      undo: true,
      object: link('56'),
    },
  ),
  press(
    'reports a message',
    message('57', button, ''),
    post('action=reporttm', { msg: '57', topic: '12', comment: 'x', save: '1' }),
    {
      kind: 'moderation',
      object: link('57'),
      detail: { act: 'report' },
    },
  ),
  press(
    'writes a private message',
    button,
    post('action=pm;sa=send2', { to: 'mole', subject: 'Hi', message: 'Hi' }),
    null,
    { about: 'private' },
  ),
  press(
    'the page asks',
    message('55', like()),
    [
      get('action=likes;sa=view;ltype=msg;like=55;ab12=sess'),
      get('action=quotefast;quote=55;xml'),
      post('action=post2;xml', { topic: '12', message: 'Hot', preview: '1' }, null),
      post('action=quickmod2;topic=12.0', { 'msgs[]': '55' }, null),
    ],
    null,
    { about: 'look-alike' },
  ),
]);
