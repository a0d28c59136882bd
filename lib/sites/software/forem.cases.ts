import type { PageChange, RecordedRequest } from '../cases.ts';
import { defineCases } from '../define.ts';

// No "switch" case: reactions stand side by side, none takes the place of another.

const origin = 'https://dev.to';
const path = '/ada/how-tides-are-predicted-4k2';
const article = origin + path;
const head = `<link rel="canonical" href="${article}"><meta name="user-signed-in" content="true">`;
const nav = '<a id="first-nav-link" href="/nora">@nora</a>';
const butt = (category: string, on = false) =>
  `<button id="reaction-butt-${category}" data-category="${category}" aria-pressed="${on}" class="crayons-reaction ${on ? 'user-activated' : ''}">1</button>`;
const comment = (
  id: string,
  by = 'tomtom',
  on = false,
) => `<div id="comment-node-${id}" class="comment" data-comment-id="${id}">
  <a class="crayons-link" href="/${by}">${by}</a> <a class="comment-date" href="/${by}/comment/2f3${id}">now</a>
  <button class="reaction-button${on ? ' reacted' : ''}" data-comment-id="${id}">2</button>
  <form class="comment-form"><textarea class="comment-textarea"></textarea><button>Submit</button></form><button class="more">…</button></div>`;
const page = (inside = '', on: string[] = []) => ({
  url: `${article}?utm=1`,
  head,
  html: `${nav}<header class="crayons-article__header__meta"><h1>How tides are predicted</h1><a class="crayons-link" href="/ada">Ada</a>
    <a class="crayons-tag">#science</a></header><div id="article-body" data-article-id="101">…</div>
    ${['like', 'unicorn', 'fire', 'readinglist'].map((one) => butt(one, on.includes(one))).join('')}
    <form class="comment-form" id="main"><textarea class="comment-textarea"></textarea><button>Submit</button></form>${inside}<div id="tree"></div>`,
});
const react = (category: string, type = 'Article', id = '101', result = 'create'): RecordedRequest => ({
  url: '/reactions',
  multipart: { reactable_type: type, reactable_id: id, category, authenticity_token: 't' },
  by: 'fetch',
  answer: { type: 'application/json', body: `{"result":"${result}","category":"${category}"}` },
});
const turns = (select: string, on: boolean): PageChange => ({
  select,
  set: { 'aria-pressed': String(on), class: on ? 'crayons-reaction user-activated' : 'crayons-reaction' },
});
const write = (comment: object, answer?: RecordedRequest['answer']): RecordedRequest => ({
  url: '/comments',
  json: { comment: { body_markdown: 'Newlyn', commentable_type: 'Article', ...comment } },
  by: 'fetch',
  ...(answer ? { answer } : {}),
});

export default defineCases([
  {
    name: 'likes an article',
    about: 'do',
    page: page(),
    act: [{ click: '#reaction-butt-like' }],
    sends: [react('like')],
    shows: [turns('#reaction-butt-like', true)],
    expect: [
      {
        kind: 'like',
        object: { url: article, id: 'article-101', title: 'How tides are predicted' },
        to: { name: 'Ada', url: `${origin}/ada` },
        detail: { reaction: 'like', act: 'like' },
        account: 'nora',
        topics: ['science'],
        level: 'confirmed',
      },
    ],
  },
  {
    name: 'takes the like back by the same request',
    about: 'undo',
    page: page('', ['like']),
    after: ['likes an article'],
    act: [{ click: '#reaction-butt-like' }],
    sends: [react('like', 'Article', '101', 'destroy')],
    shows: [turns('#reaction-butt-like', false)],
    expect: [{ kind: 'like', undo: true, object: { url: article }, level: 'confirmed' }],
  },
  {
    name: 'gives a unicorn with Enter',
    about: 'keyboard',
    page: page('', ['like']),
    act: [{ press: 'Enter', in: '#reaction-butt-unicorn' }],
    sends: [react('unicorn')],
    shows: [turns('#reaction-butt-unicorn', true)],
    expect: [
      { kind: 'like', object: { url: article }, detail: { reaction: 'unicorn', act: 'unicorn' }, level: 'confirmed' },
    ],
  },
  {
    name: 'likes on another Forem',
    about: 'layout',
    page: {
      ...page(),
      url: `https://community.example${path}`,
      head: `<meta name="forem:name" content="Tides"><link rel="canonical" href="https://community.example${path}">`,
    },
    act: [{ click: '#reaction-butt-fire' }],
    sends: [react('fire')],
    shows: [turns('#reaction-butt-fire', true)],
    expect: [
      { kind: 'like', object: { url: `https://community.example${path}` }, detail: { reaction: 'fire', act: 'fire' } },
    ],
  },
  {
    name: 'a reaction that is refused and taken back',
    about: 'refusal',
    page: page(),
    act: [{ click: '#reaction-butt-like' }],
    sends: [{ ...react('like'), answer: { status: 422 } }],
    shows: [turns('#reaction-butt-like', true)],
    then: [turns('#reaction-butt-like', false)],
    expect: [],
  },
  {
    name: 'a comment that is refused',
    about: 'refusal',
    page: page(),
    act: [{ type: '#main textarea', text: 'Newlyn' }, { click: '#main button' }],
    sends: [write({ commentable_id: '101' }, { status: 422, body: '{"error":"too fast"}' })],
    expect: [],
  },
  {
    name: 'a like while nobody is signed in',
    about: 'signed-out',
    page: { ...page(), head: '<meta name="user-signed-in" content="false">' },
    act: [{ click: '#reaction-butt-like' }],
    sends: [react('like')],
    expect: [],
  },
  {
    name: 'a script of the page presses like',
    about: 'synthetic',
    page: page(),
    act: [{ synthetic: '#reaction-butt-like' }],
    sends: [react('like')],
    shows: [turns('#reaction-butt-like', true)],
    expect: [],
  },
  {
    name: 'one press that sends the like twice counts once',
    about: 'double',
    page: page(),
    act: [{ click: '#reaction-butt-like' }],
    sends: [react('like'), react('like')],
    shows: [turns('#reaction-butt-like', true)],
    expect: [{ kind: 'like', object: { url: article } }],
  },
  {
    name: 'reading the reactions, previews and counts of visits are no acts',
    about: 'look-alike',
    page: page(),
    act: [{ click: '#reaction-butt-like' }],
    sends: [
      { method: 'GET', url: '/reactions?article_id=101', by: 'fetch' },
      { url: '/comments/preview', json: { comment: { body_markdown: 'x' } }, by: 'fetch' },
      { url: '/ahoy/visits', json: { visit_token: 'x' }, by: 'fetch' },
      { url: '/fallback_activity_recorder', json: {}, by: 'fetch' },
    ],
    expect: [],
  },
  {
    name: 'the old chat is private',
    about: 'private',
    page: { ...page(), url: `${origin}/connect/@ada` },
    act: [{ click: '#reaction-butt-like' }],
    sends: [react('like')],
    expect: [],
  },
  {
    name: 'keeps an article for later',
    about: 'do',
    page: page(),
    act: [{ click: '#reaction-butt-readinglist' }],
    sends: [react('readinglist')],
    shows: [turns('#reaction-butt-readinglist', true)],
    expect: [{ kind: 'bookmark', object: { url: article }, level: 'confirmed' }],
  },
  {
    name: 'likes a comment',
    about: 'do',
    page: page(comment('77')),
    act: [{ click: '.reaction-button' }],
    sends: [react('like', 'Comment', '77')],
    shows: [{ select: '.reaction-button', set: { class: 'reaction-button reacted' } }],
    expect: [
      {
        kind: 'like',
        object: { url: `${origin}/tomtom/comment/2f377`, id: 'comment-77' },
        to: { name: 'tomtom' },
        level: 'confirmed',
      },
    ],
  },
  {
    name: 'takes the like of a comment back',
    about: 'undo',
    page: page(comment('77', 'tomtom', true)),
    after: ['likes a comment'],
    act: [{ click: '.reaction-button' }],
    sends: [react('like', 'Comment', '77', 'destroy')],
    shows: [{ select: '.reaction-button', set: { class: 'reaction-button' } }],
    expect: [{ kind: 'like', undo: true, object: { url: `${origin}/tomtom/comment/2f377` } }],
  },
  {
    name: 'marks an article as spam, as a moderator',
    about: 'do',
    page: page('<button class="reaction-button" data-category="vomit">spam</button>'),
    act: [{ click: '[data-category="vomit"]' }],
    sends: [react('vomit')],
    shows: [{ select: '[data-category="vomit"]', set: { class: 'reaction-button reacted' } }],
    expect: [{ kind: 'moderation', object: { url: article }, detail: { act: 'vomit' } }],
  },
  {
    name: 'comments on an article',
    about: 'do',
    page: page(),
    act: [{ type: '#main textarea', text: 'Newlyn' }, { click: '#main button' }],
    sends: [write({ commentable_id: '101', parent_id: null })],
    then: [{ select: '#tree', append: comment('78', 'nora') }],
    expect: [
      {
        kind: 'comment',
        object: { url: article },
        to: { name: 'Ada' },
        made: { url: `${origin}/nora/comment/2f378` },
        level: 'confirmed',
      },
    ],
  },
  {
    name: 'answers a comment',
    about: 'do',
    page: page(comment('79')),
    act: [{ type: '#comment-node-79 textarea', text: 'Newlyn' }, { click: '#comment-node-79 form button' }],
    sends: [write({ commentable_id: '101', parent_id: '79' })],
    expect: [{ kind: 'comment', object: { url: `${origin}/tomtom/comment/2f379` }, to: { name: 'tomtom' } }],
  },
  {
    name: 'edits an own comment',
    about: 'edit',
    page: page(comment('80', 'nora')),
    act: [{ click: '#comment-node-80 form button' }],
    sends: [{ method: 'PUT', url: '/comments/80', json: { comment: { body_markdown: 'x' } }, by: 'fetch' }],
    expect: [{ kind: 'edit', revises: true, object: { url: `${origin}/nora/comment/2f380`, id: 'comment-80' } }],
  },
  {
    name: 'deletes an own comment',
    about: 'undo',
    page: page(comment('81', 'nora')),
    act: [{ click: '#comment-node-81 .more' }],
    sends: [{ method: 'DELETE', url: '/comments/81', by: 'fetch' }],
    expect: [{ kind: 'comment', undo: true, object: { id: 'comment-81' } }],
  },
  {
    name: 'hides a comment below an own article',
    about: 'do',
    page: page(comment('82')),
    act: [{ click: '#comment-node-82 .more' }],
    sends: [{ method: 'PATCH', url: '/comments/82/hide', by: 'fetch' }],
    expect: [{ kind: 'moderation', object: { id: 'comment-82' }, to: { name: 'tomtom' }, detail: { act: 'hide' } }],
  },
  {
    name: 'shows a hidden comment again',
    about: 'undo',
    page: page(comment('82')),
    after: ['hides a comment below an own article'],
    act: [{ click: '#comment-node-82 .more' }],
    sends: [{ method: 'PATCH', url: '/comments/82/unhide', by: 'fetch' }],
    expect: [{ kind: 'moderation', undo: true, object: { id: 'comment-82' } }],
  },
  {
    name: 'follows the author',
    about: 'do',
    page: page('<button class="follow-action-button" data-info="{}">Follow</button>'),
    act: [{ click: '.follow-action-button' }],
    sends: [
      { url: '/follows', multipart: { followable_type: 'User', followable_id: '9', verb: 'follow' }, by: 'fetch' },
    ],
    shows: [{ select: '.follow-action-button', set: { 'aria-pressed': 'true' } }],
    expect: [{ kind: 'follow', object: { url: `${origin}/ada`, id: 'user-9' } }],
  },
  {
    name: 'stops following',
    about: 'undo',
    page: page('<button class="follow-action-button" aria-pressed="true">Following</button>'),
    after: ['follows the author'],
    act: [{ click: '.follow-action-button' }],
    sends: [
      { url: '/follows', multipart: { followable_type: 'User', followable_id: '9', verb: 'unfollow' }, by: 'fetch' },
    ],
    shows: [{ select: '.follow-action-button', set: { 'aria-pressed': 'false' } }],
    expect: [{ kind: 'follow', undo: true, object: { url: `${origin}/ada` } }],
  },
  {
    name: 'publishes an article',
    about: 'do',
    page: { url: `${origin}/new`, html: `${nav}<button id="p">Publish</button>` },
    act: [{ click: '#p' }],
    sends: [{ url: '/articles', json: { article: { title: 'Neap', published: true } }, by: 'fetch' }],
    expect: [{ kind: 'post', object: { url: `${origin}/nora`, title: 'Neap' } }],
  },
  {
    name: 'keeps a draft',
    about: 'draft',
    page: { url: `${origin}/new`, html: `${nav}<button id="p">Save draft</button>` },
    act: [{ click: '#p' }],
    sends: [{ url: '/articles', json: { article: { title: 'Neap', published: false } }, by: 'fetch' }],
    expect: [],
  },
  {
    name: 'edits an own article',
    about: 'edit',
    page: { url: `${article}/edit`, html: `${nav}<button id="p">Save</button>` },
    act: [{ click: '#p' }],
    sends: [
      { method: 'PUT', url: '/articles/101', json: { article: { title: 'Neap', published: true } }, by: 'fetch' },
    ],
    expect: [{ kind: 'edit', revises: true, object: { id: 'article-101' } }],
  },
]);
