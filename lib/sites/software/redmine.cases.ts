import type { RecordedRequest, SiteCase } from '../cases.ts';
import { defineCases } from '../define.ts';
import { casesOn, everyWay } from '../press-cases.ts';

// No "switch" case: nothing in it can be chosen one way or the other.

const origin = 'https://tracker.kiln.example';
const head = '<meta name="description" content="Redmine"><meta name="keywords" content="issue,bug,tracker">';
const me =
  '<div id="account"><div id="loggedas">Logged in as <a class="user active" href="/users/5">ada</a></div></div>';
const at =
  (path: string, who = me) =>
  (inside: string): SiteCase['page'] => ({ url: origin + path, head, html: `${who}<div id="content">${inside}</div>` });
const press = casesOn(at('/issues/12'));
const button = '<button class="act" type="button">act</button>';
const issue = (inside = button) =>
  `<div class="issue details"><div class="subject"><h3>Kiln too cold</h3></div><p class="author">Added by <a class="user" href="/users/7">Mole</a></p>${inside}</div>`;
const note = (id: string, by = 'Wren', inside = button) =>
  `<div id="change-${id}" class="journal"><h4 class="journal-header"><span class="journal-info"><a class="user" href="/users/8">${by}</a></span><a class="journal-link" href="#note-3">#3</a></h4>${inside}</div>`;
const form =
  '<form id="issue-form"><textarea id="issue_notes" name="issue[notes]"></textarea><input class="act" type="submit" name="commit" value="Submit"></form>';
const post = (url: string, form: Record<string, string>, location: string | null = null): RecordedRequest => ({
  url,
  form: { authenticity_token: 't', ...form },
  by: 'navigate',
  answer:
    location === null
      ? { status: 200, type: 'text/html', body: '<p>errors</p>' }
      : { status: 302, location: origin + location },
});
const update = (fields: Record<string, string>, location: string | null = '/issues/12') =>
  post('/issues/12', { _method: 'patch', 'issue[lock_version]': '4', 'issue[notes]': '', ...fields }, location);
const twelve = { url: `${origin}/issues/12`, id: '12' };
const ajax = (method: 'POST' | 'PUT' | 'DELETE', url: string, fields?: Record<string, string>): RecordedRequest => ({
  method,
  url,
  by: 'xhr',
  ...(fields ? { form: fields } : {}),
});
const comments = press('comments on an issue', issue('') + form, update({ 'issue[notes]': 'Hot' }), {
  kind: 'comment',
  object: { ...twelve, title: 'Kiln too cold' },
  to: { name: 'Mole', url: `${origin}/users/7` },
  account: 'ada',
});
const thumb = '<a class="act icon reaction-button" href="#" data-remote="true">1</a>';
const reacted = [{ select: '.act', set: { class: 'act icon reaction-button reacted' } }];
const off = [{ select: '.act', set: { class: 'act icon reaction-button' } }];

export default defineCases([
  comments,
  ...everyWay(comments, {
    refused: { status: 200, type: 'text/html', body: '<p>Not saved</p>' },
    signedOut: at('/issues/12', '<div id="account"><a class="login" href="/login">Sign in</a></div>')(issue('') + form),
  }),
  press(
    'a comment after the session has ended',
    issue('') + form,
    update({ 'issue[notes]': 'Hot' }, '/login?back_url=x'),
    null,
    {
      about: 'refusal',
    },
  ),
  press(
    'writes a private note',
    issue('') + form,
    update({ 'issue[notes]': 'Hot', 'issue[private_notes]': '1' }),
    null,
    {
      about: 'private',
    },
  ),
  press(
    'comments in a tracker in a folder',
    issue('') + form,
    { ...update({ 'issue[notes]': 'Hot' }, '/pm/issues/12'), url: '/pm/issues/12' },
    {
      kind: 'comment',
      object: { url: `${origin}/pm/issues/12` },
    },
    { about: 'layout', page: at('/pm/issues/12')(issue('') + form) },
  ),
  press(
    'changes the status of an issue',
    issue('') + form,
    update({ 'issue[status_id]': '5' }),
    {
      kind: 'edit',
      object: twelve,
      to: null,
    },
    { about: 'edit' },
  ),
  press(
    'opens an issue',
    form,
    post('/projects/kiln/issues', { 'issue[subject]': 'Cold' }, '/issues/13'),
    {
      kind: 'post',
      object: { url: `${origin}/projects/kiln`, id: 'kiln' },
      made: { url: `${origin}/issues/13`, id: '13' },
    },
    { page: at('/projects/kiln/issues/new')(form) },
  ),
  press(
    'changes an own note',
    note('31', 'ada'),
    ajax('POST', '/journals/31', { _method: 'put', 'journal[notes]': 'Hotter' }),
    {
      kind: 'edit',
      object: { url: `${origin}/issues/12#note-3`, id: '31' },
      revises: true,
    },
  ),
  press('changes the note of another', note('32'), ajax('PUT', '/journals/32', { 'journal[notes]': 'Hotter' }), {
    kind: 'edit',
    object: { url: `${origin}/issues/12#note-3`, id: '32' },
  }),
  press('empties a note', note('31', 'ada'), ajax('POST', '/journals/31', { _method: 'put', 'journal[notes]': '' }), {
    kind: 'comment',
    undo: true,
    object: { url: `${origin}/issues/12#note-3` },
  }),
  press(
    'likes an issue',
    issue(thumb),
    ajax('POST', '/reactions?object_type=Issue&object_id=12'),
    {
      kind: 'like',
      object: twelve,
      level: 'confirmed',
    },
    { then: reacted },
  ),
  press(
    'likes it no longer',
    issue(thumb.replace('button"', 'button reacted"')),
    ajax('DELETE', '/reactions/9?object_type=Issue&object_id=12'),
    {
      kind: 'like',
      undo: true,
      object: twelve,
    },
    { after: ['likes an issue'], then: off },
  ),
  press(
    'likes a note',
    note('33', 'Wren', thumb),
    ajax('POST', '/reactions?object_type=Journal&object_id=33'),
    {
      kind: 'like',
      object: { url: `${origin}/issues/12#note-3`, id: '33' },
      to: { name: 'Wren' },
    },
    { then: reacted },
  ),
  press(
    'likes the note no longer',
    note('33', 'Wren', thumb),
    ajax('DELETE', '/reactions/10?object_type=Journal&object_id=33'),
    {
      kind: 'like',
      undo: true,
      object: { url: `${origin}/issues/12#note-3` },
    },
    { after: ['likes a note'] },
  ),
  press(
    'likes news',
    thumb,
    ajax('POST', '/reactions?object_type=News&object_id=4'),
    {
      kind: 'like',
      object: { url: `${origin}/news/4` },
    },
    { page: at('/news/4')(thumb), then: reacted },
  ),
  press(
    'likes them no longer',
    thumb,
    ajax('DELETE', '/reactions/11?object_type=News&object_id=4'),
    {
      kind: 'like',
      undo: true,
      object: { url: `${origin}/news/4` },
    },
    { page: at('/news/4')(thumb), after: ['likes news'] },
  ),
  press(
    'watches an issue',
    issue('<a class="act issue-12-watcher icon icon-fav-off" href="#">Watch</a>'),
    ajax('POST', '/watchers/watch?object_type=issue&object_id=12'),
    {
      kind: 'follow',
      object: twelve,
    },
    { then: [{ select: '.act', set: { class: 'act issue-12-watcher icon icon-fav' } }] },
  ),
  press(
    'watches it no longer',
    issue('<a class="act issue-12-watcher icon icon-fav" href="#">Unwatch</a>'),
    ajax('DELETE', '/watchers/watch?object_type=issue&object_id=12'),
    {
      kind: 'follow',
      undo: true,
      object: twelve,
    },
    {
      after: ['watches an issue'],
      then: [{ select: '.act', set: { class: 'act issue-12-watcher icon icon-fav-off' } }],
    },
  ),
  press(
    'starts a topic',
    form,
    post('/boards/2/topics/new', { 'message[subject]': 'Raku', 'message[content]': 'How?' }, '/boards/2/topics/40'),
    {
      kind: 'post',
      object: { url: `${origin}/projects/kiln/boards/2`, id: '2' },
      made: { url: `${origin}/boards/2/topics/40`, id: '40' },
    },
    { page: at('/projects/kiln/boards/2')(form) },
  ),
  press(
    'answers in a topic',
    form,
    post('/boards/2/topics/40/replies', { 'reply[content]': 'Hot' }, '/boards/2/topics/40?r=41'),
    {
      kind: 'comment',
      object: { url: `${origin}/boards/2/topics/40`, id: '40' },
      made: { url: `${origin}/boards/2/topics/40?r=41#message-41`, id: '41' },
    },
    { page: at('/boards/2/topics/40')(form) },
  ),
  press(
    'changes a message',
    form,
    post('/boards/2/topics/41/edit', { 'message[content]': 'Hotter' }, '/boards/2/topics/40?r=41'),
    {
      kind: 'edit',
      object: { url: `${origin}/boards/2/topics/41` },
      revises: true,
    },
  ),
  press('deletes a message', form, post('/boards/2/topics/41/destroy', {}, '/boards/2/topics/40'), {
    kind: 'comment',
    undo: true,
    object: { url: `${origin}/boards/2/topics/41` },
  }),
  press(
    'comments on news',
    form,
    post('/news/4/comments', { 'comment[comments]': 'Hot' }, '/news/4'),
    {
      kind: 'comment',
      object: { url: `${origin}/news/4` },
    },
    { page: at('/news/4')(form) },
  ),
  press(
    'edits a wiki page',
    form,
    post(
      '/projects/kiln/wiki/Raku_firing',
      { _method: 'put', 'content[text]': 'Hot' },
      '/projects/kiln/wiki/Raku_firing',
    ),
    {
      kind: 'edit',
      object: { url: `${origin}/projects/kiln/wiki/Raku_firing`, title: 'Raku firing' },
    },
  ),
  press(
    'looks at previews',
    form,
    [
      ajax('POST', '/issues/preview?issue_id=12', { _method: 'patch', 'issue[notes]': 'Hot' }),
      ajax('POST', '/preview/text', { text: 'Hot' }),
      ajax('POST', '/boards/2/topics/preview', { 'message[content]': 'Hot' }),
    ],
    null,
    { about: 'draft' },
  ),
  press(
    'the form asks for other fields, a note is quoted',
    issue('') + form,
    [
      ajax('POST', '/issues/12/edit.js', {
        _method: 'patch',
        form_update_triggered_by: 'issue_tracker_id',
        'issue[notes]': 'Hot',
      }),
      ajax('POST', '/issues/12/quoted?journal_id=31'),
      { method: 'GET', url: '/issues/auto_complete?term=c' },
    ],
    null,
    { about: 'look-alike' },
  ),
]);
