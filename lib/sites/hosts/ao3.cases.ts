import type { RecordedRequest } from '../cases.ts';
import { defineCases } from '../define.ts';
import { pressCase, usualCases } from '../usual-cases.ts';

// No "switch" case: kudos have no other value.

const origin = 'https://archiveofourown.org';
const work = `${origin}/works/58`;
const me = '<div id="greeting"><ul><li class="dropdown"><a href="/users/nora">Hi, nora!</a></li></ul></div>';
const comment = (id: string) =>
  `<ol class="thread"><li class="comment group" id="comment_${id}"><h4 class="byline"><a href="/users/tomtom/pseuds/tomtom">tomtom</a></h4><p>Fine.</p><button class="more">Edit</button>
  <form class="new_comment" action="/comments/${id}/comments"><textarea></textarea><input type="submit" class="reply" value="Comment"></form></li></ol>`;
const page = (inside = '', url = work, head = me) => ({
  url,
  html: `${head}<dl><dd class="fandom tags"><a class="tag" href="/tags/Tides">Tides</a></dd></dl><div class="preface"><h2 class="title">Slack Water</h2><h3><a rel="author" href="/users/wren/pseuds/wren">wren</a></h3></div>
  <form id="new_kudo" action="/kudos" method="post"><input type="submit" value="Kudos" id="kudo_submit"></form>
  <form id="bookmark-form"><input type="submit" class="mark" value="Create"></form>${inside}<form class="new_comment top"><textarea></textarea><input type="submit" class="send" value="Comment"></form><button class="do">Do</button>`,
});
const post = (url: string, form: Record<string, string> = {}, location?: string): RecordedRequest => ({
  url,
  form: { authenticity_token: 't', ...form },
  ...(location ? { by: 'navigate', answer: { location: origin + location } } : {}),
});
const kudo = (id: string) => post('/kudos.js', { 'kudo[commentable_id]': id, 'kudo[commentable_type]': 'Work' });
const write = { 'comment[comment_content]': 'Fine.', 'comment[pseud_id]': '1' };
const kudos = pressCase(
  'do',
  'leaves kudos',
  page(),
  '#kudo_submit',
  { ...kudo('58'), answer: { status: 201 } },
  {
    kind: 'like',
    object: { url: work, id: '58', title: 'Slack Water' },
    to: { name: 'wren', url: `${origin}/users/wren` },
    topics: ['Tides'],
    account: 'nora',
  },
);

export default defineCases([
  kudos,
  ...usualCases(kudos, { status: 422 }, ['signed-out']),
  pressCase(
    'signed-out',
    'a comment that ends at the login',
    page(),
    '.send',
    post('/works/58/comments', write, '/users/login'),
    [],
  ),
  pressCase(
    'do',
    'a guest leaves kudos',
    page('', work, '<div id="login"><a href="/users/login">Log in</a></div>'),
    '#kudo_submit',
    kudo('58'),
    { kind: 'like', object: { url: work }, account: '' },
  ),
  pressCase(
    'do',
    'comments on a work',
    page(),
    '.send',
    post('/works/58/comments', write, '/works/58?show_comments=true#comment_71'),
    {
      kind: 'comment',
      object: { url: work },
      made: { url: `${origin}/comments/71`, id: '71' },
      level: 'confirmed',
    },
  ),
  pressCase(
    'layout',
    'comments on a chapter, in an archive of its own',
    { ...page(), url: 'https://squidgeworld.org/works/58/chapters/90' },
    '.send',
    {
      ...post('/chapters/90/comments', write),
      by: 'navigate',
      answer: { location: 'https://squidgeworld.org/works/58/chapters/90#comment_72' },
    },
    {
      kind: 'comment',
      object: { url: 'https://squidgeworld.org/works/58/chapters/90' },
    },
  ),
  pressCase(
    'do',
    'answers a comment',
    page(comment('73')),
    '.reply',
    post('/comments/73/comments', write, '/works/58#comment_74'),
    {
      kind: 'comment',
      object: { url: `${origin}/comments/73`, id: '73' },
      to: { name: 'tomtom', url: `${origin}/users/tomtom` },
    },
  ),
  pressCase(
    'refusal',
    'a comment whose form comes back',
    page(),
    '.send',
    { ...post('/works/58/comments', write), by: 'navigate' },
    [],
  ),
  pressCase(
    'draft',
    'looks at a comment first',
    page(),
    '.send',
    { ...post('/works/58/comments', { ...write, preview_button: 'Preview' }), by: 'navigate' },
    [],
  ),
  pressCase(
    'edit',
    'edits a comment',
    page(comment('75')),
    '.more',
    post('/comments/75', { _method: 'patch', ...write }),
    { kind: 'edit', revises: true, object: { url: `${origin}/comments/75` } },
  ),
  pressCase(
    'undo',
    'deletes a comment',
    page(comment('76')),
    '.more',
    post('/comments/76', { _method: 'delete' }, '/works/58'),
    { kind: 'comment', undo: true, object: { url: `${origin}/comments/76` } },
  ),
  pressCase(
    'do',
    'freezes a thread',
    page(comment('77')),
    '.more',
    post('/comments/77/freeze', { _method: 'put' }, '/works/58'),
    { kind: 'moderation', object: { url: `${origin}/comments/77` }, detail: { act: 'freeze' } },
  ),
  pressCase(
    'do',
    'bookmarks a work',
    page(),
    '.mark',
    post('/works/58/bookmarks', { 'bookmark[private]': '0', 'bookmark[bookmarker_notes]': 'x' }, '/bookmarks/801'),
    {
      kind: 'bookmark',
      object: { url: work },
      made: { url: `${origin}/bookmarks/801` },
    },
  ),
  pressCase(
    'private',
    'bookmarks a work for nobody else',
    page(),
    '.mark',
    post('/works/58/bookmarks', { 'bookmark[private]': '1' }, '/bookmarks/802'),
    [],
  ),
  pressCase(
    'edit',
    'edits a bookmark',
    page(),
    '.do',
    post('/bookmarks/801', { _method: 'put', 'bookmark[private]': '0' }, '/bookmarks/801'),
    { kind: 'edit', revises: true, object: { url: `${origin}/bookmarks/801` } },
  ),
  pressCase(
    'undo',
    'deletes a bookmark',
    page(),
    '.do',
    post('/bookmarks/801', { _method: 'delete' }, '/users/nora/bookmarks'),
    { kind: 'bookmark', undo: true, object: { url: `${origin}/bookmarks/801` } },
  ),
  pressCase(
    'do',
    'subscribes to a work',
    page(),
    '.do',
    post('/users/nora/subscriptions', {
      'subscription[subscribable_id]': '58',
      'subscription[subscribable_type]': 'Work',
    }),
    { kind: 'follow', object: { url: work } },
  ),
  pressCase(
    'undo',
    'no longer subscribes',
    page(),
    '.do',
    post('/users/nora/subscriptions/5', {
      _method: 'delete',
      'subscription[subscribable_id]': '58',
      'subscription[subscribable_type]': 'Work',
    }),
    { kind: 'follow', undo: true, object: { url: work } },
    {
      after: ['subscribes to a work'],
    },
  ),
  pressCase(
    'do',
    'posts a work',
    page('', `${origin}/works/new`),
    '.do',
    post('/works', { 'work[title]': 'Neap', post_button: 'Post' }, '/works/60'),
    { kind: 'post', object: { url: `${origin}/works/60`, title: 'Neap' }, level: 'confirmed' },
  ),
  pressCase(
    'draft',
    'keeps a work as a draft',
    page('', `${origin}/works/new`),
    '.do',
    post('/works', { 'work[title]': 'Neap', save_button: 'Save Draft' }, '/works/61'),
    [],
  ),
  pressCase(
    'do',
    'posts a chapter',
    page('', `${work}/chapters/new`),
    '.do',
    post(
      '/works/58/chapters',
      { 'chapter[title]': 'Two', post_without_preview_button: 'Post' },
      '/works/58/chapters/95',
    ),
    { kind: 'post', object: { url: `${work}/chapters/95` } },
  ),
  pressCase(
    'look-alike',
    'lists for later, counters and comments that are shown are no acts',
    page(),
    '.do',
    [
      post('/works/58/mark_for_later', { _method: 'patch' }),
      post('/works/58/hit_count.json'),
      { method: 'GET', url: '/comments/show_comments?work_id=58' },
      { method: 'GET', url: '/works/58/kudos' },
      post('/comments/preview', write),
    ],
    [],
  ),
]);
