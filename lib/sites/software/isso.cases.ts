import type { RecordedRequest, SiteCase } from '../cases.ts';
import { defineCases } from '../define.ts';
import { casesOn, everyWay } from '../press-cases.ts';

// No "private" case: it has no messages between people.
// No "signed-out" case: it has no accounts.

const origin = 'https://diary.kiln.example';
const post = `${origin}/2026/raku/`;
const page = (inside: string, head = `<link rel="canonical" href="${post}">`): SiteCase['page'] => ({
  url: `${post}?from=feed#isso-3`,
  head,
  html: `<h1>Raku</h1><section id="isso-thread"><div id="isso-root">${inside}</div></section>`,
});
const press = casesOn(page);
const server = 'https://comments.kiln.example';
const button = (name: string) => `<a class="act isso-${name}" href="#">${name}</a>`;
const comment = (id: string, inside: string) =>
  `<div class="isso-comment" id="isso-${id}"><a class="isso-author" href="https://mole.example/">Mole</a>${inside}</div>`;
const box =
  '<div class="isso-postbox"><textarea class="isso-textarea"></textarea><input class="act" type="submit" value="Submit"></div>';
const send = (method: 'POST' | 'PUT' | 'DELETE', path: string, json?: unknown): RecordedRequest => ({
  method,
  url: `${server}${path}`,
  by: 'xhr',
  ...(json === undefined ? {} : { json }),
});
const write = (json: object = {}) =>
  send('POST', '/new?uri=%2F2026%2Fraku%2F', { author: 'Ada', email: null, text: 'Hot', parent: null, ...json });
const there = (id: string) => ({ url: `${post}#isso-${id}`, id });
const votes = press('votes a comment up', comment('3', button('upvote')), send('POST', '/id/3/like'), {
  kind: 'vote',
  object: { ...there('3'), title: 'Raku' },
  to: { name: 'Mole', url: 'https://mole.example/' },
  detail: { vote: 'up' },
});

export default defineCases([
  votes,
  ...everyWay(votes, { refused: { status: 500 } }),
  press(
    'votes it down instead',
    comment('3', button('downvote')),
    send('POST', '/id/3/dislike'),
    {
      kind: 'vote',
      object: there('3'),
      detail: { vote: 'down' },
    },
    { about: 'switch', after: ['votes a comment up'] },
  ),
  press(
    'comments on a post',
    box,
    write(),
    {
      kind: 'comment',
      object: { url: post, id: '/2026/raku/', title: 'Raku' },
      made: there('9'),
      to: null,
      level: 'confirmed',
    },
    { then: [{ select: '#isso-root', append: comment('9', '') }] },
  ),
  press('answers a comment', comment('3', box), write({ parent: 3 }), {
    kind: 'comment',
    object: there('3'),
    to: { name: 'Mole' },
  }),
  press(
    'comments where the server is below the site, and the page says no address',
    box,
    {
      ...write(),
      url: '/isso/new?uri=%2F2026%2Fraku%2F',
    },
    { kind: 'comment', object: { url: `${post}?from=feed` } },
    { about: 'layout', page: page(box, '') },
  ),
  press('a comment that is not taken', box, { ...write(), answer: { status: 400 } }, null, { about: 'refusal' }),
  press(
    'a comment that somebody may not change',
    comment('9', button('save')),
    {
      ...send('PUT', '/id/9', { text: 'Hotter' }),
      answer: { status: 403 },
    },
    null,
    { about: 'refusal' },
  ),
  press('changes a comment', comment('9', button('save')), send('PUT', '/id/9', { text: 'Hotter' }), {
    kind: 'edit',
    object: there('9'),
    revises: true,
  }),
  press('deletes a comment', comment('9', button('delete')), send('DELETE', '/id/9'), {
    kind: 'comment',
    undo: true,
    object: there('9'),
  }),
  press('looks at a preview', box, send('POST', '/preview', { text: 'Hot' }), null, { about: 'draft' }),
  press(
    'the page counts and reads comments',
    box,
    [
      send('POST', '/count', ['/2026/raku/']),
      { method: 'GET', url: `${server}/?uri=%2F2026%2Fraku%2F` },
      { method: 'GET', url: `${server}/id/3?plain=1` },
      { url: `${server}/new`, json: { text: 'no thread' } },
    ],
    null,
    { about: 'look-alike' },
  ),
]);
