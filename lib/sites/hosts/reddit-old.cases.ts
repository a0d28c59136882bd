import type { RecordedRequest, SiteCase } from '../cases.ts';
import { defineCases } from '../define.ts';

const old = 'https://old.reddit.com';

interface Votes {
  vote?: 'up' | 'down';
  inside?: string;
}

const midcol = (
  vote?: 'up' | 'down',
) => `<div class="midcol ${vote === 'up' ? 'likes' : vote === 'down' ? 'dislikes' : 'unvoted'}">
  <div class="arrow ${vote === 'up' ? 'upmod' : 'up'}" role="button" aria-label="upvote" data-event-action="upvote" tabindex="0">▲</div>
  <div class="arrow ${vote === 'down' ? 'downmod' : 'down'}" role="button" aria-label="downvote" data-event-action="downvote" tabindex="0">▼</div></div>`;

const form = (id: string, op = 'comment') => `<form class="usertext" onsubmit="return post_form(this, '${op}')">
  <input type="hidden" name="thing_id" value="${id}"><textarea name="text"></textarea><button type="submit" class="save">save</button></form>`;

const link = (id: string, author: string, { vote, inside = '' }: Votes = {}) => `
  <div class="thing link" id="thing_t3_${id}" data-fullname="t3_${id}" data-type="link" data-author="${author}" data-subreddit="mills"
    data-permalink="/r/mills/comments/${id}/the_weir/">${midcol(vote)}
    <div class="entry unvoted"><a class="title" href="/r/mills/comments/${id}/the_weir/">The weir at dawn</a>
      <p class="tagline">by <a class="author" href="/user/${author}">${author}</a></p>
      <ul class="flat-list buttons"><li class="save-button"><a href="#">save</a></li>
        <li><form class="toggle"><span class="option"><a href="#" class="togglebutton">delete</a></span>
          <span class="error">are you sure? <a href="#" class="yes">yes</a></span></form></li></ul></div>${inside}</div>`;

const comment = (id: string, on: string, author: string, { vote, inside = '' }: Votes = {}) => `
  <div class="thing comment" id="thing_t1_${id}" data-fullname="t1_${id}" data-type="comment" data-author="${author}" data-subreddit="mills"
    data-permalink="/r/mills/comments/${on}/the_weir/${id}/">${midcol(vote)}
    <div class="entry unvoted"><p class="tagline"><a class="author" href="/user/${author}">${author}</a></p><div class="md">Oak lasts.</div>
      <ul class="flat-list buttons"><li><a href="#" class="yes">yes</a></li></ul></div>
    <div class="child">${inside}</div></div>`;

const page = (content: string, path = '/r/mills/', host = old, user = 'ann_other'): SiteCase['page'] => ({
  url: host + path,
  html: `<div id="header" role="banner"><div id="header-bottom-right">${
    user
      ? `<span class="user"><a href="${host}/user/${user}/">${user}</a>&nbsp;(<span class="userkarma">7</span>)</span>`
      : `<span class="user">Want to join? <a href="${host}/login" class="login-required login-link">Log in</a></span>`
  }</div></div><div class="content"><div id="siteTable">${content}</div></div>`,
});
/** A thread: its post, then what is said below. */
const thread = (id: string, author: string, below: string, extra: Votes = {}): SiteCase['page'] => {
  const whole = page(link(id, author, extra), `/r/mills/comments/${id}/the_weir/`);
  return { ...whole, html: `${whole.html}<div class="commentarea">${below}<div id="tree"></div></div>` };
};

const api = (op: string, fields: Record<string, string>, rest: Partial<RecordedRequest> = {}): RecordedRequest => ({
  url: `/api/${op}`,
  form: { uh: 'f0f0f0', r: 'mills', renderstyle: 'html', ...fields },
  by: 'xhr',
  answer: { type: 'application/json', body: '{}' },
  ...rest,
});
const vote = (id: string, dir: '1' | '0' | '-1') =>
  api(`vote?dir=${dir}&id=${id}&sr=mills`, { id, dir, vh: 'v1', isTrusted: 'true' });
const arrow = (select: string, name: string) => ({ select, set: { class: `arrow ${name}` } });

const plain = (
  name: string,
  where: SiteCase['page'],
  click: string,
  send: RecordedRequest,
  entry: SiteCase['expect'][number],
): SiteCase => ({
  name,
  about: entry.undo ? 'undo' : 'do',
  page: where,
  act: [{ click }],
  sends: [send],
  expect: [entry],
});

export default defineCases([
  {
    name: 'votes a post up',
    about: 'do',
    page: page(link('2aaa01', 'bob') + link('2aaa99', 'zoe')),
    act: [{ click: '#thing_t3_2aaa01 .arrow.up' }],
    sends: [vote('t3_2aaa01', '1')],
    shows: [arrow('#thing_t3_2aaa01 .arrow.up', 'upmod')],
    expect: [
      {
        kind: 'vote',
        account: 'ann_other',
        object: { url: `${old}/r/mills/comments/2aaa01/the_weir/`, id: 't3_2aaa01', title: 'The weir at dawn' },
        to: { name: 'bob', url: `${old}/user/bob/` },
        detail: { vote: 'up' },
        topics: ['mills'],
        level: 'confirmed',
      },
    ],
  },
  {
    name: 'takes the vote back',
    about: 'undo',
    page: page(link('2aaa01', 'bob', { vote: 'up' })),
    after: ['votes a post up'],
    act: [{ click: '.arrow.upmod' }],
    sends: [vote('t3_2aaa01', '0')],
    shows: [arrow('.arrow.upmod', 'up')],
    expect: [{ kind: 'vote', object: { id: 't3_2aaa01' }, undo: true, level: 'confirmed' }],
  },
  {
    name: 'votes a comment down',
    about: 'do',
    page: thread('2aaa02', 'bob', comment('m001', '2aaa02', 'cleo', { inside: comment('m002', '2aaa02', 'dora') })),
    act: [{ click: '#thing_t1_m002 .arrow.down' }],
    sends: [vote('t1_m002', '-1')],
    shows: [arrow('#thing_t1_m002 .arrow.down', 'downmod')],
    expect: [
      {
        kind: 'vote',
        object: { url: `${old}/r/mills/comments/2aaa02/the_weir/m002/` },
        to: { name: 'dora' },
        detail: { vote: 'down' },
        level: 'confirmed',
      },
    ],
  },
  {
    name: 'changes a vote from down to up',
    about: 'switch',
    page: thread('2aaa02', 'bob', comment('m002', '2aaa02', 'dora', { vote: 'down' })),
    after: ['votes a comment down'],
    act: [{ click: '#thing_t1_m002 .arrow.up' }],
    sends: [vote('t1_m002', '1')],
    shows: [arrow('#thing_t1_m002 .arrow.up', 'upmod'), arrow('#thing_t1_m002 .arrow.downmod', 'down')],
    expect: [{ kind: 'vote', object: { id: 't1_m002' }, detail: { vote: 'up' } }],
  },
  {
    name: 'takes back a vote above one that stays',
    about: 'undo',
    page: thread(
      '2aaa03',
      'bob',
      comment('m003', '2aaa03', 'cleo', { vote: 'up', inside: comment('m004', '2aaa03', 'eve', { vote: 'up' }) }),
    ),
    act: [{ click: '#thing_t1_m003 > .midcol .arrow.upmod' }],
    sends: [vote('t1_m003', '0')],
    shows: [arrow('#thing_t1_m003 > .midcol .arrow.upmod', 'up')],
    expect: [{ kind: 'vote', object: { id: 't1_m003' }, undo: true, level: 'confirmed' }],
  },
  {
    name: 'votes on www in the old layout',
    about: 'layout',
    page: page(link('2aaa04', 'fay'), '/r/mills/', 'https://www.reddit.com'),
    act: [{ click: '.arrow.up' }],
    sends: [vote('t3_2aaa04', '1')],
    shows: [arrow('.arrow.up', 'upmod')],
    expect: [{ kind: 'vote', object: { url: 'https://www.reddit.com/r/mills/comments/2aaa04/the_weir/' } }],
  },
  {
    name: 'votes with a key, and does not take another post for it',
    about: 'keyboard',
    page: page(link('2aaa05', 'gil') + link('2aaa06', 'hal')),
    act: [{ press: 'a', in: '#thing_t3_2aaa05 .arrow.up' }],
    sends: [vote('t3_2aaa06', '1')],
    expect: [{ kind: 'vote', object: { url: `${old}/comments/2aaa06/` }, to: null, detail: { vote: 'up' } }],
  },
  {
    name: 'does not count a refused vote',
    about: 'refusal',
    page: page(link('2aaa07', 'ida')),
    act: [{ click: '.arrow.up' }],
    sends: [{ ...vote('t3_2aaa07', '1'), answer: { status: 403, body: '{}' } }],
    shows: [arrow('.arrow.up', 'upmod')],
    expect: [],
  },
  {
    name: 'does not count a vote of a visitor',
    about: 'signed-out',
    page: page(link('2aaa08', 'jo'), '/r/mills/', old, ''),
    act: [{ click: '.arrow.up' }],
    sends: [vote('t3_2aaa08', '1')],
    expect: [],
  },
  {
    name: 'does not count a vote that a script presses',
    about: 'synthetic',
    page: page(link('2aaa09', 'kim')),
    act: [{ synthetic: '.arrow.up' }],
    sends: [vote('t3_2aaa09', '1')],
    expect: [],
  },
  {
    name: 'counts a vote once where it is sent twice',
    about: 'double',
    page: page(link('2aaa10', 'lou')),
    act: [{ click: '.arrow.up' }],
    sends: [vote('t3_2aaa10', '1'), vote('t3_2aaa10', '1')],
    shows: [arrow('.arrow.up', 'upmod')],
    expect: [{ kind: 'vote', object: { id: 't3_2aaa10' } }],
  },
  {
    name: 'comments on a post',
    about: 'do',
    page: thread('2bbb01', 'bob', form('t3_2bbb01') + comment('m010', '2bbb01', 'ann_other')),
    act: [{ type: 'textarea', text: 'Lovely light.' }, { click: '.save' }],
    sends: [api('comment', { thing_id: 't3_2bbb01', text: 'Lovely light.' })],
    then: [
      { select: '#tree', append: comment('m011', '2bbb01', 'zoe') },
      { select: '#tree', append: comment('m012', '2bbb01', 'ann_other') },
    ],
    expect: [
      {
        kind: 'comment',
        object: { url: `${old}/r/mills/comments/2bbb01/the_weir/`, id: 't3_2bbb01', title: 'The weir at dawn' },
        made: { url: `${old}/r/mills/comments/2bbb01/the_weir/m012/`, id: 't1_m012' },
        to: { name: 'bob' },
        level: 'confirmed',
      },
    ],
  },
  {
    name: 'replies to a comment',
    about: 'do',
    page: thread('2bbb02', 'bob', comment('m020', '2bbb02', 'cleo', { inside: form('t1_m020') })),
    act: [{ type: 'textarea', text: 'Why oak?' }, { click: '.save' }],
    sends: [api('comment', { thing_id: 't1_m020', text: 'Why oak?' })],
    then: [{ select: '#tree', append: comment('m021', '2bbb02', 'ann_other') }],
    expect: [
      {
        kind: 'comment',
        object: { url: `${old}/r/mills/comments/2bbb02/the_weir/m020/` },
        to: { name: 'cleo' },
        made: { id: 't1_m021' },
      },
    ],
  },
  {
    name: 'leaves a comment at accepted where none appears: a refusal is 200 too',
    about: 'refusal',
    page: thread('2bbb03', 'bob', form('t3_2bbb03')),
    act: [{ type: 'textarea', text: 'Again.' }, { click: '.save' }],
    sends: [api('comment', { thing_id: 't3_2bbb03', text: 'Again.' }, { answer: { body: '{"success":false}' } })],
    expect: [{ kind: 'comment', object: { id: 't3_2bbb03' }, level: 'accepted' }],
  },
  {
    name: 'never records the answer to a private message',
    about: 'private',
    page: page(`<div class="thing message" data-fullname="t4_p1">${form('t4_p1')}</div>`, '/message/messages/p1'),
    act: [{ type: 'textarea', text: 'between us' }, { click: '.save' }],
    sends: [
      api('comment', { thing_id: 't4_p1', text: 'between us' }),
      api('compose', { to: 'bob', text: 'between us' }),
    ],
    expect: [],
  },
  {
    name: 'edits a comment of its own',
    about: 'edit',
    page: thread('2bbb01', 'bob', comment('m012', '2bbb01', 'ann_other', { inside: form('t1_m012', 'editusertext') })),
    after: ['comments on a post'],
    act: [{ type: 'textarea', text: ' Indeed.' }, { click: '.save' }],
    sends: [api('editusertext', { thing_id: 't1_m012', text: 'Lovely light. Indeed.' })],
    expect: [
      { kind: 'edit', object: { url: `${old}/r/mills/comments/2bbb01/the_weir/m012/` }, to: null, revises: true },
    ],
  },
  {
    ...plain(
      'deletes a comment of its own',
      thread('2bbb01', 'bob', comment('m012', '2bbb01', 'ann_other')),
      '#thing_t1_m012 .yes',
      api('del', { id: 't1_m012', executed: 'deleted' }),
      { kind: 'comment', object: { url: `${old}/r/mills/comments/2bbb01/the_weir/m012/` }, undo: true },
    ),
    after: ['comments on a post'],
  },
  plain('deletes a post of its own', page(link('2ccc01', 'ann_other')), '.yes', api('del', { id: 't3_2ccc01' }), {
    kind: 'post',
    object: { id: 't3_2ccc01' },
    undo: true,
  }),
  {
    name: 'posts',
    about: 'do',
    page: page(
      '<form id="newlink"><textarea name="text"></textarea><button type="submit" id="send">submit</button></form>',
      '/r/mills/submit',
    ),
    act: [{ type: 'textarea', text: 'It leaks.' }, { click: '#send' }],
    sends: [api('submit', { kind: 'self', title: 'A new sluice', text: 'It leaks.', sr: 'mills' })],
    expect: [{ kind: 'post', object: { url: `${old}/r/mills/`, title: 'A new sluice' }, topics: ['mills'], to: null }],
  },
  plain('saves a post', page(link('2ccc02', 'bob')), '.save-button a', api('save', { id: 't3_2ccc02' }), {
    kind: 'bookmark',
    object: { url: `${old}/r/mills/comments/2ccc02/the_weir/` },
  }),
  {
    ...plain(
      'no longer saves a post',
      page(link('2ccc02', 'bob')),
      '.save-button a',
      api('unsave', { id: 't3_2ccc02' }),
      {
        kind: 'bookmark',
        object: { id: 't3_2ccc02' },
        undo: true,
      },
    ),
    after: ['saves a post'],
  },
  plain(
    'subscribes',
    page('<a href="#" class="option active add" id="join">join</a>'),
    '#join',
    api('subscribe', { sr: 't5_2abc', sr_name: 'mills', action: 'sub' }),
    { kind: 'follow', object: { url: `${old}/r/mills/` }, to: null },
  ),
  {
    ...plain(
      'unsubscribes',
      page('<a href="#" class="option active remove" id="join">leave</a>'),
      '#join',
      api('subscribe', { sr: 't5_2abc', action: 'unsub' }),
      { kind: 'follow', object: { url: `${old}/r/mills/` }, undo: true },
    ),
    after: ['subscribes'],
  },
  plain(
    'befriends',
    page('<a href="#" id="friend">+ friends</a>', '/user/mo/'),
    '#friend',
    api('friend', { name: 'mo', type: 'friend', container: 't2_1' }),
    { kind: 'follow', object: { url: `${old}/user/mo/` }, to: { name: 'mo' } },
  ),
  {
    ...plain(
      'is no longer a friend',
      page('<a href="#" id="friend">- friends</a>', '/user/mo/'),
      '#friend',
      api('unfriend', { name: 'mo', type: 'friend', container: 't2_1' }),
      { kind: 'follow', object: { url: `${old}/user/mo/` }, undo: true },
    ),
    after: ['befriends'],
  },
  plain(
    'bans',
    page('<button id="ban">ban</button>', '/r/mills/about/banned'),
    '#ban',
    api('friend', { name: 'spammer', type: 'banned', container: 't5_2abc' }),
    { kind: 'moderation', object: { url: `${old}/user/spammer/` }, detail: { act: 'banned' } },
  ),
  {
    ...plain(
      'lifts a ban',
      page('<button id="ban">unban</button>', '/r/mills/about/banned'),
      '#ban',
      api('unfriend', { name: 'spammer', type: 'banned', container: 't5_2abc' }),
      { kind: 'moderation', object: { url: `${old}/user/spammer/` }, detail: { act: 'banned' }, undo: true },
    ),
    after: ['bans'],
  },
  plain(
    'reports a post',
    page(link('2ddd01', 'spammer')),
    '.yes',
    api('report', { thing_id: 't3_2ddd01', reason: 'site_reason_selected', site_reason: 'Spam' }),
    { kind: 'moderation', object: { id: 't3_2ddd01' }, to: null, detail: { act: 'report' } },
  ),
  plain('removes a post', page(link('2ddd02', 'spammer')), '.yes', api('remove', { id: 't3_2ddd02', spam: 'true' }), {
    kind: 'moderation',
    object: { url: `${old}/r/mills/comments/2ddd02/the_weir/` },
    detail: { act: 'remove' },
  }),
  plain(
    'approves a comment',
    thread('2ddd03', 'bob', comment('m030', '2ddd03', 'nan')),
    '#thing_t1_m030 .yes',
    api('approve', { id: 't1_m030' }),
    {
      kind: 'moderation',
      object: { url: `${old}/r/mills/comments/2ddd03/the_weir/m030/` },
      detail: { act: 'approve' },
    },
  ),
  plain(
    'gives flair to a post of its own',
    page(link('2ddd04', 'ann_other')),
    '.yes',
    api('selectflair', { link: 't3_2ddd04', flair_template_id: 'f' }),
    {
      kind: 'edit',
      object: { id: 't3_2ddd04' },
      detail: { act: 'selectflair' },
    },
  ),
  plain(
    'distinguishes a comment',
    thread('2ddd05', 'bob', comment('m040', '2ddd05', 'ann_other')),
    '#thing_t1_m040 .yes',
    api('distinguish/yes', { id: 't1_m040' }),
    {
      kind: 'moderation',
      object: { id: 't1_m040' },
      detail: { act: 'distinguish' },
    },
  ),
  {
    name: 'does not count hiding, loading, reading and fetching titles',
    about: 'look-alike',
    page: page(link('2eee01', 'bob')),
    act: [{ click: '.togglebutton' }],
    sends: [
      api('hide', { id: 't3_2eee01' }),
      api('morechildren', { link_id: 't3_2eee01', children: 'm1,m2' }),
      api('store_visits', { links: 't3_2eee01' }),
      api('read_message', { id: 't4_p2' }),
      api('expando', { link_id: 't3_2eee01' }),
      api('fetch_title', { url: 'https://mill.example' }),
      api('share', { parent: 't3_2eee01', share_to: 'bob' }),
    ],
    expect: [],
  },
  // No "draft" case: the old layout keeps none and previews nothing on the server.
]);
