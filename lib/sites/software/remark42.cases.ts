import type { RecordedRequest, SiteCase } from '../cases.ts';
import { defineCases } from '../define.ts';
import { casesOn, everyWay } from '../press-cases.ts';

// No "private" case: it has no messages between people.
// No "signed-out" case: without an account its buttons lead to the sign-in and send nothing.

const origin = 'https://remark.kiln.example';
const post = 'https://notes.kiln.example/raku';
const page = (inside: string): SiteCase['page'] => ({
  url: `${origin}/web/iframe.html?site_id=notes&url=${encodeURIComponent(post)}`,
  head: '<link rel="modulepreload" href="remark.mjs">',
  html: `<div id="remark42">${inside}</div>`,
});
const press = casesOn(page);
const button = '<button class="act">act</button>';
const comment = (id: string, inside = button) =>
  `<article id="remark42__comment-${id}"><button class="comment_username">Mole</button>${inside}</article>`;
const query = `site=notes&url=${encodeURIComponent(post)}`;
const send = (method: 'POST' | 'PUT' | 'DELETE', path: string, json?: unknown): RecordedRequest => ({
  method,
  url: `/api/v1/${path}`,
  ...(json === undefined ? {} : { json }),
});
const write = (more: object = {}) =>
  send('POST', 'comment?site=notes', { title: 'Raku', text: 'Hot', locator: { site: 'notes', url: post }, ...more });
const there = (id: string) => ({ url: `${post}#remark42__comment-${id}`, id });
const votes = press('votes a comment up', comment('c1'), send('PUT', `vote/c1?${query}&vote=1`), {
  kind: 'vote',
  object: there('c1'),
  to: { name: 'Mole' },
  detail: { vote: 'up' },
});

export default defineCases([
  votes,
  ...everyWay(votes, { refused: { status: 403 } }),
  press(
    'votes it down instead',
    comment('c1'),
    send('PUT', `vote/c1?${query}&vote=-1`),
    {
      kind: 'vote',
      object: there('c1'),
      detail: { vote: 'down' },
    },
    { about: 'switch', after: ['votes a comment up'] },
  ),
  press('comments on a post', button, write(), { kind: 'comment', object: { url: post, title: 'Raku' }, to: null }),
  press('answers a comment', comment('c1'), write({ pid: 'c1' }), {
    kind: 'comment',
    object: there('c1'),
    to: { name: 'Mole' },
  }),
  press(
    'answers a comment of a server in a folder',
    comment('c1'),
    { ...write({ pid: 'c1' }), url: '/remark/api/v1/comment?site=notes' },
    {
      kind: 'comment',
      object: there('c1'),
    },
    { about: 'layout' },
  ),
  press('a comment that is not taken', button, { ...write(), answer: { status: 401 } }, null, { about: 'refusal' }),
  press('changes a comment', comment('c9'), send('PUT', `comment/c9?${query}`, { text: 'Hotter' }), {
    kind: 'edit',
    object: there('c9'),
    revises: true,
  }),
  press('deletes a comment', comment('c9'), send('PUT', `comment/c9?${query}`, { delete: true }), {
    kind: 'comment',
    undo: true,
    object: there('c9'),
  }),
  press('removes a comment of another', comment('c2'), send('DELETE', `admin/comment/c2?${query}`), {
    kind: 'moderation',
    object: there('c2'),
    detail: { act: 'remove' },
  }),
  press('pins a comment', comment('c3'), send('PUT', `admin/pin/c3?${query}&pin=1`), {
    kind: 'moderation',
    object: there('c3'),
    detail: { act: 'pin' },
  }),
  press(
    'pins it no longer',
    comment('c3'),
    send('PUT', `admin/pin/c3?${query}&pin=0`),
    {
      kind: 'moderation',
      undo: true,
      object: there('c3'),
    },
    { after: ['pins a comment'] },
  ),
  press('looks at a preview', button, send('POST', 'preview?site=notes', { text: 'Hot' }), null, { about: 'draft' }),
  press(
    'the frame reads comments and asks who is there',
    button,
    [
      { method: 'GET', url: `/api/v1/find?${query}&sort=-active&format=tree` },
      { method: 'GET', url: '/auth/status?site=notes' },
      send('POST', 'picture?site=notes'),
      send('POST', 'email/subscribe?site=notes', { address: 'a@b.example' }),
    ],
    null,
    { about: 'look-alike' },
  ),
]);
