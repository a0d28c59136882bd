import type { RecordedRequest } from '../cases.ts';
import { defineCases } from '../define.ts';

// No "switch" case: nothing in it can be chosen one way or the other, but in polls.

const origin = 'https://board.kiln.example';
const forum = `${origin}/forum/`;
const me = '<div id="username_logged_in"><span class="username">ada</span></div>';
const page = (inside: string, path = 'viewtopic.php?t=12', who = me) => ({
  url: forum + path,
  html: `<div id="phpbb" class="section-viewtopic">${who}<h2 class="topic-title"><a href="./viewtopic.php?t=12">Raku</a></h2>${inside}</div>`,
});
const post = (id: string, inside = '') =>
  `<div class="post" id="p${id}"><dl class="postprofile"><a class="username">wren</a></dl>${inside}</div>`;
const form = (name = 'post') =>
  `<form id="postform"><textarea name="message"></textarea><input type="submit" name="${name}" value="Go"></form>`;
const press = [{ type: 'textarea', text: 'Hot' }, { click: 'input[type="submit"]' }] as const;
const send = (query: string, fields: Record<string, string>, id?: string): RecordedRequest => ({
  url: `${forum}posting.php?${query}`,
  form: { subject: 'Re: Raku', message: 'Hot', form_token: 'x', ...fields },
  by: 'navigate',
  answer: id === undefined ? { type: 'text/html' } : { status: 302, location: `${forum}viewtopic.php?p=${id}#p${id}` },
});
const get = (query: string): RecordedRequest => ({ method: 'GET', url: `${forum}viewtopic.php?${query}`, by: 'xhr' });
const at = (id: string) => ({ url: `${forum}viewtopic.php?p=${id}#p${id}`, id });
const topic = { url: `${forum}viewtopic.php?t=12`, id: '12' };
const thanks = (id: string, sign = 'thanks') =>
  `<a id="lnk_thanks_post${id}" href="viewtopic.php?p=${id}&amp;${sign}=${id}&amp;to_id=3&amp;from_id=2">Thanks</a>`;
const thank = (id: string) => get(`f=2&p=${id}&thanks=${id}&to_id=3&from_id=2`);
const flipped = (id: string) => ({
  select: `#lnk_thanks_post${id}`,
  set: { href: `viewtopic.php?p=${id}&rthanks=${id}` },
});

export default defineCases([
  {
    name: 'replies to a topic',
    about: 'do',
    page: page(form()),
    act: [...press],
    sends: [send('mode=reply&t=12&sid=0a', { post: 'Submit' }, '90')],
    expect: [
      { kind: 'comment', object: { ...topic, title: 'Raku' }, made: at('90'), account: 'ada', level: 'confirmed' },
    ],
  },
  {
    name: 'replies with Enter on the button of the quick form',
    about: 'keyboard',
    page: page(form().replace('postform', 'qr_postform')),
    act: [
      { type: 'textarea', text: 'Hot' },
      { press: 'Enter', in: 'input[type="submit"]' },
    ],
    sends: [send('mode=reply&f=2&t=12', { post: 'Submit' }, '91')],
    expect: [{ kind: 'comment', object: topic, made: at('91') }],
  },
  {
    name: 'answers a post with a quotation',
    about: 'layout',
    page: page(form(), 'posting.php?mode=quote&p=80'),
    act: [...press],
    sends: [send('mode=quote&p=80', { post: 'Submit' }, '92')],
    expect: [{ kind: 'comment', object: at('80'), made: at('92') }],
  },
  {
    name: 'gets the form back',
    about: 'refusal',
    page: page(form()),
    act: [...press],
    sends: [send('mode=reply&t=12', { post: 'Submit' })],
    expect: [],
  },
  {
    name: 'replies while nobody is signed in',
    about: 'signed-out',
    page: page(form(), undefined, '<a href="./ucp.php?mode=login">Login</a>'),
    act: [...press],
    sends: [send('mode=reply&t=12', { post: 'Submit' })],
    expect: [],
  },
  {
    name: 'previews and keeps a draft',
    about: 'draft',
    page: page(form('preview')),
    act: [...press],
    sends: [
      { ...send('mode=reply&t=12', { preview: 'Preview' }), by: 'fetch' },
      { ...send('mode=reply&t=12', { save: 'Save' }), by: 'fetch' },
    ],
    expect: [],
  },
  {
    name: 'writes a private message',
    about: 'private',
    page: page(form(), 'ucp.php?i=pm&mode=compose'),
    act: [...press],
    sends: [{ ...send('', { post: 'Submit' }, '1'), url: `${forum}ucp.php?i=pm&mode=compose&action=post` }],
    expect: [],
  },
  {
    name: 'opens the form',
    about: 'look-alike',
    page: page('<a id="reply" href="#">Reply</a>'),
    act: [{ click: '#reply' }],
    sends: [
      { method: 'GET', url: `${forum}posting.php?mode=reply&t=12`, by: 'fetch' },
      get('t=12&watch=topic'),
      get('f=2&p=80&rthanks=80&to_id=3&from_id=2'),
    ],
    expect: [],
  },
  {
    name: 'starts a topic',
    about: 'do',
    page: page(form(), 'posting.php?mode=post&f=2'),
    act: [...press],
    sends: [send('mode=post&f=2', { post: 'Submit' }, '93')],
    expect: [{ kind: 'post', object: { url: `${forum}viewforum.php?f=2`, id: '2' }, made: at('93'), to: null }],
  },
  {
    name: 'edits a post',
    about: 'edit',
    after: ['replies to a topic'],
    page: page(form(), 'posting.php?mode=edit&p=90'),
    act: [...press],
    sends: [send('mode=edit&p=90', { post: 'Submit' }, '90')],
    expect: [{ kind: 'edit', object: at('90'), revises: true }],
  },
  {
    name: 'deletes a post',
    about: 'undo',
    after: ['replies to a topic'],
    page: page('<input type="button" class="button1" value="Yes">'),
    act: [{ click: '.button1' }],
    sends: [send('mode=soft_delete&p=90', { confirm: 'Yes' })],
    expect: [{ kind: 'comment', undo: true, object: at('90') }],
  },
  {
    name: 'votes in a poll',
    about: 'do',
    page: page('<form class="topic_poll"><input type="submit" name="update" value="Submit vote"></form>'),
    act: [{ click: 'input' }],
    sends: [{ ...send('', { update: 'Submit vote', 'vote_id[]': '2' }), url: `${forum}viewtopic.php?f=2&t=12` }],
    expect: [{ kind: 'vote', object: topic, detail: { act: 'poll' } }],
  },
  {
    name: 'follows a topic',
    about: 'do',
    page: page('<a id="watch" href="#">Subscribe</a>'),
    act: [{ click: '#watch' }],
    sends: [get('t=12&watch=topic&start=0&hash=0f')],
    expect: [{ kind: 'follow', object: topic }],
  },
  {
    name: 'follows it no longer',
    about: 'undo',
    after: ['follows a topic'],
    page: page('<a id="watch" href="#">Unsubscribe</a>'),
    act: [{ click: '#watch' }],
    sends: [get('t=12&unwatch=topic&start=0&hash=0f')],
    expect: [{ kind: 'follow', undo: true, object: topic }],
  },
  {
    name: 'thanks for a post',
    about: 'do',
    page: page(post('80', thanks('80'))),
    act: [{ click: '#lnk_thanks_post80' }],
    sends: [thank('80')],
    then: [flipped('80')],
    expect: [{ kind: 'like', object: at('80'), to: { name: 'wren' }, level: 'confirmed' }],
  },
  {
    name: 'takes thanks back in the box that asks',
    about: 'undo',
    after: ['thanks for a post'],
    page: page(
      `${post('80', thanks('80', 'rthanks'))}<div id="phpbb_confirm"><button class="button1">Yes</button></div>`,
    ),
    act: [{ click: '.button1' }],
    sends: [{ ...send('', { confirm: 'Yes', rthanks: '80' }), url: `${forum}viewtopic.php?f=2&p=80`, by: 'xhr' }],
    expect: [{ kind: 'like', undo: true, object: at('80') }],
  },
  {
    name: 'a script thanks',
    about: 'synthetic',
    page: page(post('81', thanks('81'))),
    act: [{ synthetic: '#lnk_thanks_post81' }],
    sends: [thank('81')],
    expect: [],
  },
  {
    name: 'one press that is sent twice counts once',
    about: 'double',
    page: page(post('82', thanks('82'))),
    act: [{ click: '#lnk_thanks_post82' }],
    sends: [thank('82'), thank('82')],
    then: [flipped('82')],
    expect: [{ kind: 'like', object: at('82') }],
  },
  {
    name: 'reports a post',
    about: 'do',
    page: page('<form id="report"><input type="submit" name="submit" value="Submit"></form>'),
    act: [{ click: 'input' }],
    sends: [{ ...send('', { submit: 'Submit', reason_id: '1' }), url: `${forum}app.php/post/83/report` }],
    expect: [{ kind: 'moderation', object: at('83'), detail: { act: 'report' } }],
  },
]);
