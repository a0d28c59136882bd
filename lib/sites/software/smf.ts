import { defineSite } from '../define.ts';
import type { Action, RequestRule, Test } from '../schema.ts';

/**
 * Any Simple Machines Forum (2.1). Its addresses part what they say with semicolons, so that the first parameter holds
 * all of them: `?action=likes;ltype=msg;sa=like;like=55`.
 */

const query = ['/query/action', '/query/board', '/query/topic'];
const says = (pattern: string): Test => ({ at: { from: query }, matches: pattern });
const part = (name: string) => ({ from: query, via: [{ match: `(?:^|;)${name}=(\\d+)` }] });
const script = (method: 'GET' | 'POST', ...where: [Test, ...Test[]]): RequestRule => ({
  method,
  url: '*/index.php',
  where,
});
const nobody = { name: { text: '' } };
const path = '/path';
const topicAt = '{origin}{path}?topic={topic}.0';
const messageAt = ['{page.permalink}', '{origin}{path}?topic={topic}.msg{id}#msg{id}', '{origin}{path}?msg={id}'];
const onPage = { of: 'page', select: 'link[rel="canonical"]', attr: 'href', match: 'topic=(\\d+)' } as const;
const aMessage = (id: Action['target'] & object) =>
  ({
    take: { path, id, topic: { from: ['/page/topic'] } },
    target: id,
    object: { url: messageAt, id: '{id}' },
  }) satisfies Partial<Action>;
const written: Test = { at: '/form/message', matches: '\\S' };
const draft: Test[] = [
  {
    any: [
      { at: '/form/preview', present: true },
      { at: '/form/save_draft', present: true },
    ],
  },
];

export default defineSite({
  id: 'smf',
  name: 'Simple Machines Forum',
  version: 1,
  group: 'community',
  confidence: 'medium',
  signals: [
    { select: '#smflogo, script[src*="/scripts/smf_jquery_plugins.js"]' },
    { select: '#quickModForm[action*="action=quickmod2"], #forumposts .inner[data-msgid]' },
  ],
  account: {
    name: { of: 'page', select: '#profile_menu_top .textmenu' },
    url: '{origin}/',
    signedOut: '.button_login a[href*="action=login"]',
  },
  items: [
    {
      select: '#forumposts .windowbg, .post_wrapper',
      read: {
        id: { select: '.inner[data-msgid]', attr: 'data-msgid' },
        permalink: { select: 'a[href*="#msg"]', attr: 'href', match: '^([^;]+#msg\\d+)$' },
        author: { select: '.poster h4 a' },
        authorUrl: { select: '.poster h4 a', attr: 'href' },
        title: { of: 'page', select: '#display_head h2 #top_subject, #display_head h2' },
        topic: onPage,
      },
    },
  ],
  page: { topic: onPage, title: { of: 'page', select: '#display_head h2 #top_subject, #display_head h2' } },
  composers: ['#quickreply textarea', 'textarea[name="message"]'],
  actions: [
    {
      id: 'like',
      kind: 'like',
      request: script('GET', says('^likes;'), says(';sa=like(;|$)'), says('ltype=msg')),
      control: { select: '.smflikebutton a', on: ':has(.unlike)' },
      demand: true,
      ...aMessage(part('like')),
      undo: 'toggle',
    },
    {
      id: 'reply',
      kind: 'comment',
      request: script('POST', says('(?:^|;action=)post2(?:;|$)'), written, { at: '/form/topic', matches: '^[1-9]' }),
      control: { select: '#postmodify [name="post"]', submits: true },
      take: { path, topic: '/form/topic' },
      object: { url: topicAt, id: '{topic}' },
      to: nobody,
      draft,
      refusal: 'redirect',
      refusedAt: ['*?action=login*'],
    },
    {
      id: 'topic',
      kind: 'post',
      request: script('POST', says('(?:^|;action=)post2(?:;|$)'), written, { at: '/form/subject', matches: '\\S' }),
      take: { path, board: { from: query, via: [{ match: '(?:^|board=)(\\d+)' }] } },
      object: { url: ['{origin}{path}?board={board}.0', '{origin}{path}'], id: '{board}', title: '/form/subject' },
      to: nobody,
      draft,
      refusal: 'redirect',
      refusedAt: ['*?action=login*'],
    },
    {
      id: 'edit',
      kind: 'edit',
      edit: true,
      request: script('POST', says('^jsmodify;'), written),
      ...aMessage(part('msg')),
      to: nobody,
    },
    {
      id: 'delete',
      kind: 'comment',
      undo: true,
      request: script('GET', says('^deletemsg;')),
      ...aMessage(part('msg')),
      to: nobody,
      refusal: 'redirect',
      refusedAt: ['*?action=login*'],
    },
    {
      id: 'report',
      kind: 'moderation',
      request: script('POST', says('^reporttm'), { at: '/form/msg', present: true }),
      ...aMessage({ from: '/form/msg' }),
      detail: { act: { text: 'report' } },
      refusal: 'redirect',
      refusedAt: ['*?action=login*'],
    },
  ],
  unseen: [
    'Polls, notifications, and what moderators do.',
    'Changes in the full editor, and boards with other addresses.',
    'Private messages, on purpose.',
  ],
  sources: ['SimpleMachines/SMF Themes/default (2024-10): Display.template.php, index.template.php, scripts'],
});
