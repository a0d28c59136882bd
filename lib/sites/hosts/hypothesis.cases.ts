import type { RecordedRequest, SiteCase } from '../cases.ts';
import { defineCases } from '../define.ts';
import { casesOn, everyWay } from '../press-cases.ts';

// No "switch" case: nothing in it can be chosen one way or the other.
// No "draft" case: drafts stay in the browser.
// No "signed-out" case: without an account the box leads to the sign-in and sends nothing.

const page = (inside: string): SiteCase['page'] => ({
  url: 'https://hypothes.is/app.html',
  html: `<hypothesis-app>${inside}</hypothesis-app>`,
});
const press = casesOn(page);
const card = `<div data-testid="thread-card"><a href="https://hypothes.is/users/mole">mole</a><textarea></textarea><button class="act">Post</button></div>`;
const article = 'https://essay.kiln.example/raku';
const note = (more: object = {}) => ({
  uri: `${article}#firing`,
  group: '__world__',
  document: { title: ['Raku'] },
  permissions: { read: ['group:__world__'], update: ['acct:ada@hypothes.is'] },
  text: 'Hot',
  target: [{ source: article }],
  references: [],
  ...more,
});
const post = (json: unknown, host = 'hypothes.is'): RecordedRequest => ({
  url: `https://${host}/api/annotations`,
  json,
});
const on = (method: 'PUT' | 'PATCH' | 'DELETE', path: string, json?: unknown): RecordedRequest => ({
  method,
  url: `https://hypothes.is/api/annotations/${path}`,
  ...(json === undefined ? {} : { json }),
});
const there = (id: string) => ({ url: `https://hypothes.is/a/${id}`, id });
const notes = press('writes a note on a page', card, post(note()), {
  kind: 'comment',
  object: { url: article, title: 'Raku' },
  to: null,
  audience: 'public',
});

export default defineCases([
  notes,
  ...everyWay(notes, { refused: { status: 400 } }),
  press(
    'writes a note by the other host',
    card,
    post(note(), 'api.hypothes.is'),
    { kind: 'comment', object: { url: article } },
    { about: 'layout' },
  ),
  press(
    'types, then writes',
    card,
    post(note()),
    { kind: 'comment', object: { url: article } },
    {
      act: [
        { type: 'textarea', text: 'Hot' },
        { press: 'Control+Enter', in: 'textarea' },
      ],
      about: 'keyboard',
    },
  ),
  press('writes a note to a group', card, post(note({ group: 'g4', permissions: { read: ['group:g4'] } })), {
    kind: 'comment',
    object: { url: article },
    audience: 'limited',
  }),
  press('writes a note to oneself', card, post(note({ permissions: { read: ['acct:ada@hypothes.is'] } })), null, {
    about: 'private',
  }),
  press('a note on a file of the own machine', card, post(note({ uri: 'urn:x-pdf:1f' })), null, { about: 'refusal' }),
  press('answers a note', card, post(note({ references: ['n1'], target: [] })), {
    kind: 'comment',
    object: there('n1'),
    to: { name: 'mole', url: 'https://hypothes.is/users/mole' },
  }),
  press('changes a note', card, on('PATCH', 'n9', note()), { kind: 'edit', object: there('n9'), revises: true }),
  press('deletes a note', card, on('DELETE', 'n9'), { kind: 'comment', undo: true, object: there('n9') }),
  press('flags a note', card, on('PUT', 'n2/flag', {}), {
    kind: 'moderation',
    object: there('n2'),
    detail: { act: 'flag' },
  }),
  press('hides a note', card, on('PUT', 'n3/hide', {}), {
    kind: 'moderation',
    object: there('n3'),
    detail: { act: 'hide' },
  }),
  press(
    'shows it again',
    card,
    on('DELETE', 'n3/hide'),
    { kind: 'moderation', undo: true, object: there('n3') },
    { after: ['hides a note'] },
  ),
  press(
    'the sidebar reads',
    card,
    [
      { method: 'GET', url: `https://hypothes.is/api/search?uri=${encodeURIComponent(article)}` },
      { method: 'GET', url: 'https://hypothes.is/api/annotations/n1' },
      { url: 'https://hypothes.is/api/analytics/events', json: { event: 'client.realtime.apply_updates' } },
      { url: 'https://hypothes.is/api/token', form: { grant_type: 'refresh_token' }, by: 'xhr' },
    ],
    null,
    { about: 'look-alike' },
  ),
]);
