import { defineSite } from '../define.ts';
import type { Action, RequestRule, Test } from '../schema.ts';

/** Any MyBB forum: classic forms and small requests of its script. Many boards say yes with a page and not a redirect. */

const base = { from: '/path', via: [{ match: '^(.+)/[a-z]+\\.php$' }] };
const asked = (name: string) => ({ from: [`/form/${name}`, `/query/${name}`] });
const form = (file: string, action: string, ...where: Test[]): RequestRule => ({
  url: `*/${file}.php`,
  where: [{ at: asked('action'), is: action }, { at: asked('my_post_key'), present: true }, ...where],
});
const nobody = { name: { text: '' } };
const draft: Test[] = [
  {
    any: [
      { at: '/form/previewpost', present: true },
      { at: '/form/savedraft', present: true },
    ],
  },
];
const aThread = {
  take: { base, id: asked('tid') },
  object: {
    url: ['{page.canonical}', '{origin}{base}/showthread.php?tid={id}', '{origin}/showthread.php?tid={id}'],
    id: '{id}',
  },
} satisfies Partial<Action>;
const aPost = {
  take: { base, id: asked('pid') },
  target: asked('pid'),
  object: {
    url: [
      '{page.permalink}',
      '{origin}{base}/showthread.php?pid={id}#pid{id}',
      '{origin}/showthread.php?pid={id}#pid{id}',
    ],
    id: '{id}',
  },
} satisfies Partial<Action>;

export default defineSite({
  id: 'mybb',
  name: 'MyBB',
  version: 1,
  group: 'community',
  confidence: 'medium',
  signals: [
    { select: 'script[src*="/jscripts/general.js?ver="]' },
    { select: '#quick_reply_form[action^="newreply.php"], .post[id^="post_"] .post_body[id^="pid_"]' },
  ],
  account: {
    name: { of: 'page', select: '#panel .welcome a:not(.logout), #panel .welcome strong a' },
    url: '{origin}/',
    signedOut: '#panel a.login, #quick_login',
  },
  items: [
    {
      select: '.post[id^="post_"]',
      read: {
        id: { attr: 'id', match: '^post_(\\d+)$' },
        permalink: { select: '.post_head a[href*="#pid"]', attr: 'href' },
        author: { select: '.author_information .largetext a' },
        authorUrl: { select: '.author_information .largetext a', attr: 'href' },
        title: { of: 'page', select: '.thead strong, h1' },
      },
    },
  ],
  page: { canonical: { of: 'page', select: 'link[rel="canonical"]', attr: 'href', match: '^([^#]+)' } },
  composers: ['textarea#message', 'textarea[name="message"]'],
  private: { paths: ['*/private.php'] },
  actions: [
    {
      id: 'reply',
      kind: 'comment',
      request: form(
        'newreply',
        'do_newreply',
        { at: asked('tid'), present: true },
        { at: '/form/message', matches: '\\S' },
      ),
      control: { select: '#quick_reply_submit, form[action^="newreply.php"] input[name="submit"]', submits: true },
      ...aThread,
      to: nobody,
      draft,
      refusal: 'hidden',
      refusedAt: ['*/member.php*'],
      made: {
        appears: '.post[id^="post_"]',
        read: {
          id: { attr: 'id', match: '^post_(\\d+)$' },
          link: { select: '.post_head a[href*="#pid"]', attr: 'href' },
        },
        url: ['{made.link}', '{origin}{base}/showthread.php?pid={made.id}#pid{made.id}'],
        id: '{made.id}',
      },
    },
    {
      id: 'thread',
      kind: 'post',
      request: form(
        'newthread',
        'do_newthread',
        { at: '/form/subject', matches: '\\S' },
        { at: '/form/message', matches: '\\S' },
      ),
      take: { base, id: asked('fid') },
      object: {
        url: ['{origin}{base}/forumdisplay.php?fid={id}', '{origin}/forumdisplay.php?fid={id}'],
        id: '{id}',
      },
      to: nobody,
      draft,
      refusal: 'hidden',
      refusedAt: ['*/member.php*'],
    },
    {
      id: 'edit',
      kind: 'edit',
      edit: true,
      request: [
        form('editpost', 'do_editpost', { at: asked('pid'), present: true }),
        form('xmlhttp', 'edit_post', { at: asked('do'), is: 'update_post' }, { at: asked('pid'), present: true }),
      ],
      ...aPost,
      to: nobody,
      draft,
      refusal: 'hidden',
    },
    {
      id: 'delete',
      kind: 'comment',
      undo: true,
      request: form('editpost', 'deletepost', { at: asked('delete'), is: '1' }),
      ...aPost,
      to: nobody,
      refusal: 'hidden',
    },
    {
      id: 'rate-thread',
      kind: 'rating',
      request: {
        method: ['POST', 'GET'],
        url: '*/ratethread.php',
        where: [
          { at: asked('rating'), matches: '^[1-5]$' },
          { at: asked('my_post_key'), present: true },
        ],
      },
      ...aThread,
      to: nobody,
      detail: { rating: { ...asked('rating'), via: [{ format: '{}/5' }] } },
      refusal: 'hidden',
    },
    {
      id: 'reputation',
      kind: 'vote',
      request: form(
        'reputation',
        'do_add',
        { at: '/form/uid', present: true },
        { at: '/form/reputation', matches: '^-?\\d+$' },
      ),
      take: { base, id: '/form/uid' },
      object: {
        url: ['{origin}{base}/member.php?action=profile&uid={id}', '{origin}/member.php?action=profile&uid={id}'],
        id: '{id}',
        title: { text: '' },
      },
      detail: {
        vote: { from: '/form/reputation', via: [{ match: '^(-?)\\d*[1-9]' }, { map: { '-': 'down' }, else: 'up' }] },
      },
      refusal: 'hidden',
    },
    {
      id: 'report',
      kind: 'moderation',
      request: form('report', 'do_report', { at: '/form/pid', present: true }),
      ...aPost,
      detail: { act: { text: 'report' } },
      refusal: 'hidden',
    },
  ],
  unseen: [
    'What the board refuses: it answers with a page, and with 200.',
    'Polls, subscriptions, and what moderators do; private messages, on purpose.',
  ],
  sources: [
    'mybb/mybb newreply.php, newthread.php, editpost.php, reputation.php, jscripts, install/resources/mybb_theme.xml (1.8, 2024)',
  ],
});
