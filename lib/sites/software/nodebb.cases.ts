import type { ExpectedEntry, RecordedRequest, SiteCase } from '../cases.ts';
import { defineCases } from '../define.ts';

// No "draft" case: drafts stay in the browser.

const origin = 'https://nodebb.kiln.example';
const me = '<a component="header/profilelink" href="/user/ada">ada</a>';
const button = '<a component="post/reply" class="act" href="#">act</a>';
const item = (pid: string, inside = button, by = 'wren') =>
  `<li component="post" data-pid="${pid}" data-username="${by}" data-userslug="${by}"><a href="/user/${by}">${by}</a>${inside}</li>`;
const page = (inside: string, who = me, path = '/topic/12/raku/3') => ({
  url: origin + path,
  html: `${who}<div id="content"><h1 component="topic/title">Raku</h1><ul component="topic">${inside}</ul></div>`,
});
const send = (method: 'PUT' | 'POST' | 'DELETE', path: string, json?: unknown): RecordedRequest => ({
  method,
  url: `/api/v3/${path}`,
  ...(json === undefined ? {} : { json }),
});
const at = (pid: string) => ({ url: `${origin}/post/${pid}`, id: pid });
const topic = (tid: string) => ({ url: `${origin}/topic/${tid}`, id: tid });
const press = (
  name: string,
  html: string,
  sends: RecordedRequest[],
  expect: ExpectedEntry[],
  more: Partial<SiteCase> = {},
): SiteCase => ({
  name,
  about: expect[0]?.undo ? 'undo' : 'do',
  page: page(html),
  act: [{ click: '.act' }],
  sends,
  expect,
  ...more,
});
const up = '<a component="post/upvote" class="act" href="#">▲</a>';
const vote = (pid: string, delta = 1) => send('PUT', `posts/${pid}/vote`, { delta });
const voted = [{ select: '.act', set: { class: 'act upvoted' } }];

export default defineCases([
  press(
    'votes a post up',
    item('80', up),
    [vote('80')],
    [
      {
        kind: 'vote',
        object: { ...at('80'), title: 'Raku' },
        to: { name: 'wren', url: `${origin}/user/wren` },
        detail: { vote: 'up' },
        account: 'ada',
        level: 'confirmed',
      },
    ],
    { shows: voted },
  ),
  press(
    'takes the vote back',
    item('80', up.replace('act', 'act upvoted')),
    [send('DELETE', 'posts/80/vote')],
    [{ kind: 'vote', undo: true, object: at('80'), level: 'confirmed' }],
    { after: ['votes a post up'], shows: [{ select: '.act', set: { class: 'act' } }] },
  ),
  press(
    'votes it down instead',
    item('80', '<a component="post/downvote" class="act" href="#">▼</a>'),
    [vote('80', -1)],
    [{ kind: 'vote', object: at('80'), detail: { vote: 'down' } }],
    { about: 'switch', after: ['votes a post up'] },
  ),
  press('votes with the keyboard', item('81', up), [vote('81')], [{ kind: 'vote', object: at('81') }], {
    about: 'keyboard',
    act: [{ press: 'Enter', in: '.act' }],
  }),
  press(
    'votes for a post from elsewhere',
    item('https://far.example/n/1', up),
    [vote(encodeURIComponent('https://far.example/n/1'))],
    [{ kind: 'vote', object: { url: 'https://far.example/n/1' } }],
    { about: 'layout' },
  ),
  press(
    'votes in a forum in a folder',
    item('82', up),
    [{ ...vote('82'), url: '/forum/api/v3/posts/82/vote' }],
    [{ kind: 'vote', object: { url: `${origin}/forum/post/82` } }],
    { about: 'layout' },
  ),
  press('a vote for oneself', item('83', up), [{ ...vote('83'), answer: { status: 400 } }], [], { about: 'refusal' }),
  press('a vote while nobody is signed in', item('84', up), [vote('84')], [], {
    about: 'signed-out',
    page: page(item('84', up), '<div component="sidebar/right"><a href="/login">Login</a></div>'),
  }),
  press('a script votes', item('85', up), [vote('85')], [], { about: 'synthetic', act: [{ synthetic: '.act' }] }),
  press(
    'one press that is sent twice counts once',
    item('86', up),
    [vote('86'), vote('86')],
    [{ kind: 'vote', object: at('86') }],
    { about: 'double' },
  ),
  press(
    'reads on',
    item('87'),
    [send('PUT', 'topics/12/read'), { method: 'GET', url: '/api/v3/posts/87/upvoters' }],
    [],
    { about: 'look-alike' },
  ),
  press('writes in a chat', item('87'), [send('POST', 'chats/4', { message: 'Hi' })], [], {
    about: 'private',
    page: page(item('87'), me, '/user/ada/chats/4'),
  }),
  press(
    'bookmarks a post',
    item('88'),
    [send('PUT', 'posts/88/bookmark', {})],
    [{ kind: 'bookmark', object: at('88') }],
  ),
  press(
    'takes a bookmark away',
    item('88'),
    [send('DELETE', 'posts/88/bookmark')],
    [{ kind: 'bookmark', undo: true, object: at('88') }],
    { after: ['bookmarks a post'] },
  ),
  press(
    'replies to a post',
    item('89'),
    [send('POST', 'topics/12', { content: 'Hot', toPid: 89 })],
    [{ kind: 'comment', object: at('89'), to: { name: 'wren' } }],
  ),
  press(
    'replies to a topic',
    button,
    [send('POST', 'topics/12', { content: 'Hot' })],
    [{ kind: 'comment', object: topic('12'), level: 'accepted' }],
  ),
  press(
    'starts a topic',
    button,
    [send('POST', 'topics', { cid: 3, title: 'Raku', content: 'How?' })],
    [{ kind: 'post', object: { url: `${origin}/category/3` } }],
  ),
  press(
    'edits a post',
    item('90', button, 'ada'),
    [send('PUT', 'posts/90', { content: 'x' })],
    [{ kind: 'edit', object: at('90'), revises: true }],
    { about: 'edit' },
  ),
  press(
    'tags a topic',
    button,
    [send('PUT', 'topics/12/tags', { tags: ['kiln'] })],
    [{ kind: 'edit', object: topic('12') }],
  ),
  press(
    'deletes a post',
    item('90', button, 'ada'),
    [send('DELETE', 'posts/90/state')],
    [{ kind: 'comment', undo: true, object: at('90') }],
  ),
  press(
    'deletes a topic',
    button,
    [send('DELETE', 'topics/13/state')],
    [{ kind: 'post', undo: true, object: topic('13') }],
  ),
  press(
    'passes a topic on',
    button,
    [send('POST', 'topics/14/crossposts', { cid: 5 })],
    [{ kind: 'share', object: topic('14') }],
  ),
  press(
    'follows a person',
    button,
    [send('PUT', 'users/7/follow', {})],
    [{ kind: 'follow', object: { url: `${origin}/user/wren`, id: '7' }, to: { name: 'wren' } }],
    { page: page(button, me, '/user/wren') },
  ),
  press(
    'follows the person no longer',
    button,
    [send('DELETE', 'users/7/follow')],
    [{ kind: 'follow', undo: true, object: { url: `${origin}/user/wren` } }],
    { page: page(button, me, '/user/wren'), after: ['follows a person'] },
  ),
  press('follows a topic', button, [send('PUT', 'topics/15/follow', {})], [{ kind: 'follow', object: topic('15') }]),
  press(
    'flags a post',
    item('91'),
    [send('POST', 'flags', { type: 'post', id: 91, reason: 'spam' })],
    [{ kind: 'moderation', object: at('91'), detail: { act: 'flag' } }],
  ),
  press(
    'locks a topic',
    button,
    [send('PUT', 'topics/16/lock', {})],
    [{ kind: 'moderation', object: topic('16'), detail: { act: 'lock' } }],
  ),
  press(
    'locks it no longer',
    button,
    [send('DELETE', 'topics/16/lock')],
    [{ kind: 'moderation', undo: true, object: topic('16') }],
    { after: ['locks a topic'] },
  ),
  press(
    'pins a topic',
    button,
    [send('PUT', 'topics/17/pin', {})],
    [{ kind: 'moderation', object: topic('17'), detail: { act: 'pin' } }],
  ),
]);
