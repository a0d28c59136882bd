import type { ExpectedEntry, RecordedRequest, SiteCase } from '../cases.ts';
import { defineCases } from '../define.ts';

// No "private" case: the site has no messages between people.

const origin = 'https://critiquebrainz.org';
const uuid = (last: number) => `7d2a9e31-5c4f-4f0e-8a11-${String(last).padStart(12, '0')}`;
const review = (last: number) => `${origin}/review/${uuid(last)}`;

const navbar = (name: string | null) =>
  `<nav class="navbar"><ul class="nav navbar-nav">${
    name === null
      ? '<li><a href="/login/">Sign in</a></li>'
      : `<li class="dropdown"><a class="dropdown-toggle" href="#">${name} <span class="caret"></span></a>
       <ul class="dropdown-menu"><li><a href="/user/${uuid(1)}">Profile</a></li><li><a href="/login/logout">Sign out</a></li></ul></li>`
  }</ul></nav>`;
const reviewPage = (last: number, form: string, name: string | null = 'Nora Fields') => ({
  url: review(last),
  html: `${navbar(name)}<div id="review-entity"><h2>Tidal Rooms</h2><div id="review-content"><h3>Review by <a href="/user/${uuid(2)}">Harbour</a></h3>${form}</div></div>`,
});
const voteForm = (last: number) =>
  `<form method="POST" action="/review/${uuid(last)}/vote"><button type="submit" name="yes">Yes</button><button type="submit" name="no">No</button></form>`;
const voted = (last: number) =>
  `<form><span class="text-success">Useful.</span><a href="/review/${uuid(last)}/vote/delete" id="take">x</a></form>`;
const editor = (url: string, draft = true) => ({
  url: `${origin}${url}`,
  html: `${navbar('Nora Fields')}<h2>Tidal Rooms</h2><form id="review-editor" method="POST"><textarea name="text"></textarea>
    ${draft ? '<button type="button" id="btn-draft">Save as draft</button>' : ''}<button type="button" id="btn-publish">Publish</button></form>`,
});
const sheet = (url: string) => ({
  url: `${origin}${url}`,
  html: `${navbar('Nora Fields')}<form method="POST"><input type="hidden" name="csrf_token" value="x"><button type="submit" id="send">Send</button></form>`,
});

const posts = (url: string, form: Record<string, string>, location: string | null): RecordedRequest => ({
  url,
  form: { csrf_token: 'ImFiYyI.Zx', ...form },
  by: 'navigate',
  answer: location === null ? { type: 'text/html', body: '<p>Again</p>' } : { status: 302, location },
});
const written = (state: string, rating = '4') => ({
  state,
  text: 'Long, and worth it.',
  rating,
  license_choice: 'CC BY-SA 3.0',
  language: 'en',
  agreement: 'y',
});

const on = (
  name: string,
  page: SiteCase['page'],
  click: string,
  request: RecordedRequest,
  entry: ExpectedEntry | null,
  rest: Partial<SiteCase> = {},
): SiteCase => ({ name, about: 'do', page, act: [{ click }], sends: [request], expect: entry ? [entry] : [], ...rest });

const write = (last: number) => `/review/write/release_group/${uuid(last)}/`;

export default defineCases([
  on(
    'publishes a review',
    editor(write(10)),
    '#btn-publish',
    posts(write(10), written('publish'), `/review/${uuid(11)}`),
    {
      kind: 'review',
      object: { url: `${origin}/release-group/${uuid(10)}`, title: 'Tidal Rooms' },
      made: { url: review(11), id: uuid(11) },
      detail: { rating: '4/5' },
      account: 'Nora Fields',
      level: 'confirmed',
    },
  ),
  on(
    'keeps a review as a draft',
    editor(write(12)),
    '#btn-draft',
    posts(write(12), written('draft'), `/review/${uuid(13)}`),
    null,
    { about: 'draft' },
  ),
  on(
    'a review that is too short comes back',
    editor(write(14)),
    '#btn-publish',
    posts(write(14), written('publish'), null),
    null,
    {
      about: 'refusal',
    },
  ),
  on(
    'a review when the session has ended',
    editor(write(15)),
    '#btn-publish',
    posts(write(15), written('publish'), '/login/?next=x'),
    null,
    { about: 'refusal' },
  ),
  on(
    'changes a review',
    editor(`/review/${uuid(11)}/edit`, false),
    '#btn-publish',
    posts(`/review/${uuid(11)}/edit`, written('publish', '5'), `/review/${uuid(11)}`),
    { kind: 'review', revises: true, object: { url: review(11) }, detail: { rating: '5/5' } },
    { about: 'edit', after: ['publishes a review'] },
  ),
  on(
    'publishes what was a draft',
    editor(`/review/${uuid(16)}/edit`),
    '#btn-publish',
    posts(`/review/${uuid(16)}/edit`, written('publish'), `/review/${uuid(16)}`),
    { kind: 'review', object: { url: review(16) }, made: { url: review(16) } },
    { about: 'layout' },
  ),
  on(
    'deletes a review',
    sheet(`/review/${uuid(11)}/delete`),
    '#send',
    posts(`/review/${uuid(11)}/delete`, {}, `/user/${uuid(1)}`),
    { kind: 'review', undo: true, object: { url: review(11) } },
    { about: 'undo', after: ['publishes a review'] },
  ),
  on(
    'asks in which language a text is',
    editor(write(17)),
    '#btn-publish',
    { url: '/review/write/get_language', form: { text: 'Long, and' }, by: 'xhr' },
    null,
    { about: 'look-alike' },
  ),
  on(
    'rates an artist',
    {
      url: `${origin}/artist/${uuid(20)}`,
      html: `${navbar('Nora Fields')}<h2>Harbour Lights</h2><form id="rating-form" method="POST" action="/rate/"><label><input type="radio" name="rating" value="3"><i id="three">★</i></label></form>`,
    },
    '#three',
    posts('/rate/', { rating: '3', entity_id: uuid(20), entity_type: 'artist' }, `/artist/${uuid(20)}`),
    {
      kind: 'rating',
      object: { url: `${origin}/artist/${uuid(20)}`, title: 'Harbour Lights' },
      detail: { rating: '3/5' },
    },
  ),
  on(
    'takes the stars away',
    {
      url: `${origin}/artist/${uuid(20)}`,
      html: `${navbar('Nora Fields')}<form id="rating-form" method="POST" action="/rate/"><i id="none">×</i></form>`,
    },
    '#none',
    posts('/rate/', { rating: '', entity_id: uuid(20), entity_type: 'artist' }, `/artist/${uuid(20)}`),
    { kind: 'rating', undo: true, object: { url: `${origin}/artist/${uuid(20)}` } },
    { about: 'undo', after: ['rates an artist'] },
  ),
  on(
    'found a review useful',
    reviewPage(30, voteForm(30)),
    '[name="yes"]',
    posts(`/review/${uuid(30)}/vote`, { yes: '' }, `/review/${uuid(30)}`),
    {
      kind: 'vote',
      object: { url: review(30) },
      detail: { vote: 'up' },
      to: { name: 'Harbour', url: `${origin}/user/${uuid(2)}` },
    },
  ),
  on(
    'found a review not useful',
    reviewPage(31, voteForm(31)),
    '[name="no"]',
    posts(`/review/${uuid(31)}/vote`, { no: '' }, `/review/${uuid(31)}`),
    { kind: 'vote', object: { url: review(31) }, detail: { vote: 'down' } },
  ),
  on(
    'takes a vote back by a link',
    reviewPage(30, voted(30)),
    '#take',
    {
      method: 'GET',
      url: `/review/${uuid(30)}/vote/delete`,
      by: 'navigate',
      answer: { status: 302, location: `/review/${uuid(30)}` },
    },
    { kind: 'vote', undo: true, object: { url: review(30) } },
    { about: 'undo', after: ['found a review useful'] },
  ),
  on(
    'thinks again about a review',
    reviewPage(30, voteForm(30)),
    '[name="no"]',
    posts(`/review/${uuid(30)}/vote`, { no: '' }, `/review/${uuid(30)}`),
    { kind: 'vote', object: { url: review(30) }, detail: { vote: 'down' } },
    { about: 'switch', after: ['found a review useful'] },
  ),
  on(
    'votes with the keyboard',
    reviewPage(32, voteForm(32)),
    '[name="yes"]',
    posts(`/review/${uuid(32)}/vote`, { yes: '' }, `/review/${uuid(32)}`),
    { kind: 'vote', object: { url: review(32) }, detail: { vote: 'up' } },
    { about: 'keyboard', act: [{ press: 'Enter', in: '[name="yes"]' }] },
  ),
  on(
    'votes while nobody is signed in',
    reviewPage(33, voteForm(33), null),
    '[name="yes"]',
    posts(`/review/${uuid(33)}/vote`, { yes: '' }, '/login/'),
    null,
    { about: 'signed-out' },
  ),
  on(
    'a script of the page votes',
    reviewPage(34, voteForm(34)),
    '[name="yes"]',
    { ...posts(`/review/${uuid(34)}/vote`, { yes: '' }, `/review/${uuid(34)}`), by: 'fetch' },
    null,
    { about: 'synthetic', act: [{ synthetic: '[name="yes"]' }] },
  ),
  on(
    'comments on a review',
    reviewPage(
      35,
      `<form id="comment-add-form" method="POST" action="/comments/create"><textarea class="comment-text" name="text"></textarea><button type="submit" id="send">Submit</button></form>`,
    ),
    '#send',
    posts('/comments/create', { review_id: uuid(35), text: 'Quite so', state: 'publish' }, `/review/${uuid(35)}`),
    { kind: 'comment', object: { url: review(35) }, to: { name: 'Harbour' } },
  ),
  {
    name: 'a form sent twice is one vote',
    about: 'double',
    page: reviewPage(36, voteForm(36)),
    act: [{ click: '[name="yes"]' }],
    sends: [
      { ...posts(`/review/${uuid(36)}/vote`, { yes: '' }, `/review/${uuid(36)}`), by: 'fetch' },
      { ...posts(`/review/${uuid(36)}/vote`, { yes: '' }, `/review/${uuid(36)}`), by: 'fetch' },
    ],
    expect: [{ kind: 'vote', object: { url: review(36) } }],
  },
  on(
    'changes a comment',
    reviewPage(37, '<form><button type="submit" id="send">Save</button></form>'),
    '#send',
    posts(`/comments/${uuid(70)}/edit`, { text: 'Quite', state: 'publish' }, `/review/${uuid(37)}`),
    { kind: 'comment', revises: true, object: { url: `${review(37)}#${uuid(70)}`, id: uuid(70) } },
    { about: 'edit' },
  ),
  on(
    'deletes a comment on the page that asks',
    sheet(`/comments/${uuid(71)}/delete`),
    '#send',
    posts(`/comments/${uuid(71)}/delete`, {}, `/review/${uuid(37)}`),
    { kind: 'comment', undo: true, object: { url: `${origin}/comments/${uuid(71)}` } },
    { about: 'undo' },
  ),
  on(
    'reports a review',
    sheet(`/review/${uuid(38)}/report`),
    '#send',
    posts(`/review/${uuid(38)}/report`, { reason: 'Spam' }, `/review/${uuid(38)}`),
    { kind: 'moderation', object: { url: review(38) }, detail: { act: 'report' } },
  ),
  on(
    'hides a review',
    sheet(`/review/${uuid(39)}/hide`),
    '#send',
    posts(`/review/${uuid(39)}/hide`, { reason: 'Spam' }, `/review/${uuid(39)}`),
    { kind: 'moderation', object: { url: review(39) }, detail: { act: 'hide' } },
  ),
]);
