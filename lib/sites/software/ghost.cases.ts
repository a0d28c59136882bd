import type { RecordedRequest, SiteCase } from '../cases.ts';
import { defineCases } from '../define.ts';
import { casesOn, everyWay } from '../press-cases.ts';

// No "draft" case: drafts stay in the browser.
// No "private" case: it has no messages between people.

const origin = 'https://letter.kiln.example';
const post = `${origin}/raku/`;
const at =
  (url: string) =>
  (inside: string): SiteCase['page'] => ({
    url,
    head: '<meta name="generator" content="Ghost 5.120"><meta property="og:title" content="Raku">',
    html: `<div id="ghost-comments-root"><section data-testid="content-box">${inside}</section></div>`,
  });
const press = casesOn(at(post));
const comment = (id: string, inside = '<button class="act">act</button>') =>
  `<div data-testid="animated-comment" id="${id}"><h4>Mole</h4>${inside}</div>`;
const like = '<button class="act" data-testid="like-button">2</button>';
const box =
  '<div class="box"><div class="ProseMirror" contenteditable="true"></div><button class="act">Add</button></div>';
const send = (method: 'POST' | 'PUT' | 'DELETE', path: string, json?: unknown): RecordedRequest => ({
  method,
  url: `/members/api/${path}`,
  ...(json === undefined ? {} : { json }),
});
const write = (more: object) =>
  send('POST', 'comments/', { comments: [{ post_id: 'p1', html: '<p>Hot</p>', ...more }] });
const there = (id: string) => ({ url: `${post}#ghost-comments-${id}`, id });
const likes = press('likes a comment', comment('64a1', like), send('POST', 'comments/64a1/like/'), {
  kind: 'like',
  object: there('64a1'),
  to: { name: 'Mole' },
});
const hide = (id: string, status: string): RecordedRequest => ({
  method: 'PUT',
  url: `/ghost/api/admin/comments/${id}/`,
  json: { comments: [{ id, status }] },
});

export default defineCases([
  likes,
  ...everyWay(likes, { refused: { status: 404 } }),
  press(
    'likes it no longer',
    comment('64a1', like),
    send('DELETE', 'comments/64a1/like/'),
    {
      kind: 'like',
      undo: true,
      object: there('64a1'),
    },
    { after: ['likes a comment'] },
  ),
  press(
    'a like while nobody is signed in',
    comment('64a1', like),
    {
      ...send('POST', 'comments/64a1/like/'),
      answer: { status: 401 },
    },
    null,
    { about: 'signed-out' },
  ),
  press(
    'likes a comment in a site in a folder',
    comment('64a1', like),
    {
      ...send('POST', 'comments/64a1/like/'),
      url: '/blog/members/api/comments/64a1/like/',
    },
    { kind: 'like', object: { url: `${origin}/blog/raku/#ghost-comments-64a1` } },
    {
      about: 'layout',
      page: at(`${origin}/blog/raku/#ghost-comments`)(comment('64a1', like)),
    },
  ),
  press(
    'comments on a post',
    box,
    write({}),
    {
      kind: 'comment',
      object: { url: post, id: 'p1', title: 'Raku' },
      made: there('64b2'),
      to: null,
      level: 'confirmed',
    },
    { then: [{ select: 'section', append: comment('64b2') }] },
  ),
  press('answers a comment', comment('64a1'), write({ parent_id: '64a1' }), {
    kind: 'comment',
    object: there('64a1'),
    to: { name: 'Mole' },
  }),
  press('answers an answer', comment('64a3'), write({ parent_id: '64a1', in_reply_to_id: '64a3' }), {
    kind: 'comment',
    object: there('64a3'),
    to: { name: 'Mole' },
  }),
  press('a comment that is not taken', box, { ...write({}), answer: { status: 422 } }, null, { about: 'refusal' }),
  press(
    'changes a comment',
    comment('64b2'),
    send('PUT', 'comments/64b2/', { comments: [{ id: '64b2', html: 'x' }] }),
    {
      kind: 'edit',
      object: there('64b2'),
      revises: true,
    },
  ),
  press(
    'deletes a comment',
    comment('64b2'),
    send('PUT', 'comments/64b2/', { comments: [{ id: '64b2', status: 'deleted' }] }),
    {
      kind: 'comment',
      undo: true,
      object: there('64b2'),
    },
  ),
  press('reports a comment', comment('64a4'), send('POST', 'comments/64a4/report/'), {
    kind: 'moderation',
    object: there('64a4'),
    detail: { act: 'report' },
  }),
  press('hides a comment', comment('64a5'), hide('64a5', 'hidden'), {
    kind: 'moderation',
    object: there('64a5'),
    detail: { act: 'hide' },
  }),
  press(
    'shows it again',
    comment('64a5'),
    hide('64a5', 'published'),
    {
      kind: 'moderation',
      undo: true,
      object: there('64a5'),
    },
    { after: ['hides a comment'] },
  ),
  press(
    'says that a post was worth it',
    box,
    send('POST', 'feedback/?uuid=u', { feedback: [{ post_id: 'p1', score: 1 }] }),
    {
      kind: 'vote',
      object: { url: post, id: 'p1' },
      detail: { vote: 'up' },
    },
  ),
  press(
    'says that it was not',
    box,
    send('POST', 'feedback/?uuid=u', { feedback: [{ post_id: 'p1', score: 0 }] }),
    {
      kind: 'vote',
      object: { url: post },
      detail: { vote: 'down' },
    },
    { about: 'switch', after: ['says that a post was worth it'] },
  ),
  press(
    'gives a name, and reads',
    box,
    [
      send('PUT', 'member/', { name: 'Ada', expertise: 'Potter' }),
      { method: 'GET', url: '/members/api/comments/post/p1/?limit=20' },
      { method: 'GET', url: '/members/api/comments/counts/?ids=p1' },
      send('POST', 'send-magic-link/', { email: 'a@b.example' }),
    ],
    null,
    { about: 'look-alike' },
  ),
]);
