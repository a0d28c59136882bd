import type { ExpectedEntry, RecordedRequest, SiteCase } from '../cases.ts';
import { defineCases } from '../define.ts';

// No "switch" case: nothing here can be switched.
// No "private" case: the site has no messages between people.
// No "draft" case: nothing is kept before it is entered; the seeded editor is a look-alike.

const origin = 'https://bookbrainz.org';
const bbid = (last: number) => `e3f1b0c2-90aa-4d7b-8f33-${String(last).padStart(12, '0')}`;

const nav = (name: string | null) =>
  `<nav class="navbar BookBrainz">${
    name === null
      ? '<a href="/register" class="nav-link"> Sign In / Register</a>'
      : `<div class="dropdown"><a id="user-dropdown" class="dropdown-toggle" href="#"><span><svg></svg>  ${name}</span></a>
       <div class="dropdown-menu"><a href="/editor/71">Profile</a><a href="/editor/71/revisions">Revisions</a></div></div>`
  }</nav>`;
const page = (path: string, name: string | null = 'nora_fields') => ({
  url: `${origin}${path}`,
  html: `${nav(name)}<div id="content"><h1>The Tide Tables</h1><form><textarea name="note"></textarea><button type="submit" class="btn btn-success" id="send">Submit</button></form>
    <div class="modal"><button type="submit" class="btn btn-success" id="ok">OK</button></div></div>`,
});
const json = (url: string, body: object, answer?: RecordedRequest['answer']): RecordedRequest => ({
  url,
  json: body,
  by: 'xhr',
  answer: answer ?? { type: 'application/json', body: '{}' },
});
const review = (last: number, rating: number) => ({
  accessToken: 'xyz',
  review: { entityBBID: bbid(last), entityType: 'EditionGroup', language: 'en', rating, textContent: 'Useful.' },
});
const sends = (
  name: string,
  path: string,
  request: RecordedRequest,
  entry: ExpectedEntry | null,
  rest: Partial<SiteCase> = {},
): SiteCase => ({
  name,
  about: 'do',
  page: page(path),
  act: [{ click: '#send' }],
  sends: [request],
  expect: entry ? [entry] : [],
  ...rest,
});

export default defineCases([
  sends('adds an author', '/author/create', json('/author/create/handler', { nameSection: {} }), {
    kind: 'edit',
    object: { url: `${origin}/` },
    detail: { act: 'create' },
  }),
  sends(
    'adds a book with everything around it',
    '/create',
    json('/create/handler', { e0: {} }),
    { kind: 'edit', object: { url: `${origin}/` } },
    { about: 'layout' },
  ),
  sends('corrects a work', `/work/${bbid(1)}/edit`, json(`/work/${bbid(1)}/edit/handler`, { nameSection: {} }), {
    kind: 'edit',
    object: { url: `${origin}/work/${bbid(1)}`, id: bbid(1), title: 'The Tide Tables' },
    account: 'nora_fields',
    detail: { act: 'edit' },
    level: 'accepted',
  }),
  sends('merges editions', `/edition/${bbid(2)}/merge`, json(`/edition/${bbid(2)}/merge/handler`, {}), {
    kind: 'edit',
    object: { url: `${origin}/edition/${bbid(2)}` },
    detail: { act: 'merge' },
  }),
  sends(
    'deletes a publisher',
    `/publisher/${bbid(3)}/delete`,
    json(`/publisher/${bbid(3)}/delete/handler`, { note: 'x' }),
    {
      kind: 'edit',
      object: { url: `${origin}/publisher/${bbid(3)}` },
      detail: { act: 'delete' },
    },
  ),
  sends('writes a note on a revision', '/revision/5512', json('/revision/5512/note', { note: 'Source?' }), {
    kind: 'comment',
    object: { url: `${origin}/revision/5512`, id: '5512' },
  }),
  sends(
    'sends a note with the keyboard',
    '/revision/5513',
    json('/revision/5513/note', { note: 'Source?' }),
    { kind: 'comment', object: { url: `${origin}/revision/5513` } },
    { about: 'keyboard', act: [{ press: 'Enter', in: '#send' }] },
  ),
  sends(
    'reviews a book',
    `/edition-group/${bbid(4)}`,
    json(`/edition-group/${bbid(4)}/reviews`, review(4, 4), { type: 'application/json', body: '{"reviewID":"9"}' }),
    { kind: 'review', object: { url: `${origin}/edition-group/${bbid(4)}` }, detail: { rating: '4/5' } },
    { act: [{ click: '#ok' }] },
  ),
  sends(
    'reads the reviews of a book',
    `/edition-group/${bbid(5)}`,
    { method: 'GET', url: `/edition-group/${bbid(5)}/reviews` },
    null,
    { about: 'look-alike' },
  ),
  sends(
    'fetches the token for reviews',
    `/edition-group/${bbid(6)}`,
    { url: '/external-service/critiquebrainz/refresh', by: 'xhr' },
    null,
    { about: 'look-alike', act: [{ click: '#ok' }] },
  ),
  sends(
    'opens the editor filled by another site',
    '/author/create',
    { url: '/author/create', form: { 'nameSection.value': 'X' }, by: 'navigate' },
    null,
    { about: 'look-alike' },
  ),
  sends('makes a collection', '/collection/create', json('/collection/create/handler', { name: 'Tides' }), {
    kind: 'post',
    object: { url: `${origin}/collections` },
  }),
  sends(
    'renames a collection',
    `/collection/${bbid(7)}/edit`,
    json(`/collection/${bbid(7)}/edit/handler`, { name: 'Low tides' }),
    { kind: 'post', revises: true, object: { url: `${origin}/collection/${bbid(7)}` } },
    { about: 'edit' },
  ),
  sends(
    'deletes a collection',
    `/collection/${bbid(8)}`,
    json(`/collection/${bbid(8)}/delete/handler`, {}),
    { kind: 'post', undo: true, object: { url: `${origin}/collection/${bbid(8)}` } },
    { about: 'undo', act: [{ click: '#ok' }] },
  ),
  sends(
    'puts a series into a collection',
    `/series/${bbid(9)}`,
    json(`/collection/${bbid(90)}/add`, { bbids: [bbid(9)] }),
    { kind: 'bookmark', object: { url: `${origin}/series/${bbid(9)}` } },
    { act: [{ click: '#ok' }] },
  ),
  sends(
    'an edit that nothing was changed by',
    `/work/${bbid(10)}/edit`,
    json(`/work/${bbid(10)}/edit/handler`, {}, { status: 400, body: '{"error":"no changes"}' }),
    null,
    { about: 'refusal' },
  ),
  sends('edits while nobody is signed in', `/work/${bbid(11)}/edit`, json(`/work/${bbid(11)}/edit/handler`, {}), null, {
    about: 'signed-out',
    page: page(`/work/${bbid(11)}/edit`, null),
  }),
  sends('a script of the page edits', `/work/${bbid(12)}/edit`, json(`/work/${bbid(12)}/edit/handler`, {}), null, {
    about: 'synthetic',
    act: [{ synthetic: '#send' }],
  }),
  {
    name: 'one press that sends twice is one edit',
    about: 'double',
    page: page(`/work/${bbid(13)}/edit`),
    act: [{ click: '#send' }],
    sends: [json(`/work/${bbid(13)}/edit/handler`, {}), json(`/work/${bbid(13)}/edit/handler`, {})],
    expect: [{ kind: 'edit', object: { url: `${origin}/work/${bbid(13)}` } }],
  },
]);
