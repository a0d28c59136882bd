import type { RecordedRequest, SiteCase } from '../cases.ts';
import { defineCases } from '../define.ts';
import { casesOn, everyWay } from '../press-cases.ts';

// No "undo" case: a comment cannot be taken back.
// No "switch" case: nothing in it can be chosen one way or the other.
// No "private" case: it has no messages between people.

const origin = 'https://trac.kiln.example';
const head = '<script src="/chrome/common/js/trac.js"></script>';
const me =
  '<div id="metanav"><ul><li class="first">logged in as <span class="trac-author-user">ada</span></li></ul></div>';
const at =
  (path: string, who = me) =>
  (inside: string): SiteCase['page'] => ({
    url: origin + path,
    head,
    html: `${who}<h1 id="trac-ticket-title">#7 <span class="summary">Kiln too cold</span></h1><table><tr><td headers="h_reporter"><span class="trac-author">mole</span></td></tr></table>${inside}`,
  });
const press = casesOn(at('/ticket/7'));
const form = (name = 'submit') =>
  `<form id="propertyform" method="post"><textarea id="comment" name="comment"></textarea><input id="field-keywords" name="field_keywords"><input class="act" type="submit" name="${name}" value="Submit changes"></form>`;
const wiki =
  '<form id="edit" method="post"><textarea id="text" name="text"></textarea><input class="act" type="submit" id="save" name="save" value="Submit changes"></form>';
const post = (url: string, form: Record<string, string>, location: string | null): RecordedRequest => ({
  url,
  form: { __FORM_TOKEN: 'f0', ...form },
  by: 'navigate',
  answer:
    location === null
      ? { status: 200, type: 'text/html', body: '<p>Warning</p>' }
      : { status: 303, location: origin + location },
});
const change = (more: Record<string, string>, location: string | null = '/ticket/7#comment:3') =>
  post(
    '/ticket/7',
    { action: 'leave', view_time: '1', comment: '', field_summary: 'Kiln too cold', ...more },
    location,
  );
const ticket = { url: `${origin}/ticket/7`, id: '7' };
const comments = press('comments on a ticket', form(), change({ comment: 'Hot', submit: 'Submit changes' }), {
  kind: 'comment',
  object: { ...ticket, title: 'Kiln too cold' },
  to: { name: 'mole' },
  made: { url: `${origin}/ticket/7#comment:3` },
  account: 'ada',
  level: 'confirmed',
});

export default defineCases([
  comments,
  ...everyWay(comments, { refused: { status: 200, type: 'text/html', body: '<p>This ticket has been modified</p>' } }),
  press(
    'sends with Enter in a field',
    form(),
    change({ comment: 'Hot', submit: 'Submit changes' }),
    { kind: 'comment', object: ticket },
    {
      about: 'keyboard',
      act: [
        { type: '#field-keywords', text: 'clay' },
        { press: 'Enter', in: '#field-keywords' },
      ],
    },
  ),
  press(
    'comments without an account',
    form(),
    change({ comment: 'Hot', submit: 'Submit changes', author: 'Ada' }),
    {
      kind: 'comment',
      object: ticket,
      account: '',
    },
    { about: 'layout', page: at('/ticket/7', '')(form()) },
  ),
  press(
    'comments in a project in a folder',
    form(),
    post('/projects/kiln/ticket/7', { comment: 'Hot', submit: 'x' }, '/projects/kiln/ticket/7#comment:4'),
    {
      kind: 'comment',
      object: { url: `${origin}/projects/kiln/ticket/7` },
    },
    { about: 'layout', page: at('/projects/kiln/ticket/7')(form()) },
  ),
  press('a comment that leads to the sign-in', form(), change({ comment: 'Hot', submit: 'x' }, '/login'), null, {
    about: 'signed-out',
  }),
  press(
    'closes a ticket without a word',
    form(),
    change({ action: 'resolve', submit: 'x' }, '/ticket/7'),
    {
      kind: 'edit',
      object: ticket,
      to: null,
    },
    { about: 'edit' },
  ),
  press(
    'changes a comment',
    form(),
    post(
      '/ticket/7',
      { cnum_edit: '3', edited_comment: 'Hotter', edit_comment: 'Submit changes' },
      '/ticket/7#comment:3',
    ),
    {
      kind: 'edit',
      object: { url: `${origin}/ticket/7#comment:3`, id: '7#3' },
      revises: true,
    },
  ),
  press(
    'opens a ticket',
    form(),
    post('/newticket', { field_summary: 'Cold', field_description: 'x', submit: 'Create ticket' }, '/ticket/8'),
    {
      kind: 'post',
      object: { url: `${origin}/newticket` },
      made: { url: `${origin}/ticket/8`, id: '8' },
    },
    { page: at('/newticket')(form()) },
  ),
  press(
    'edits a wiki page',
    wiki,
    post(
      '/wiki/Kilns/Raku',
      { action: 'edit', text: 'Hot', version: '3', save: 'Submit changes' },
      '/wiki/Kilns/Raku?version=4',
    ),
    {
      kind: 'edit',
      object: { url: `${origin}/wiki/Kilns/Raku`, id: 'Kilns/Raku', title: 'Kilns/Raku' },
    },
    { page: at('/wiki/Kilns/Raku?action=edit')(wiki) },
  ),
  press('deletes a wiki page', wiki, post('/wiki/Raku', { action: 'delete', version: '3' }, '/wiki'), {
    kind: 'moderation',
    object: { url: `${origin}/wiki/Raku` },
    detail: { act: 'delete' },
  }),
  press(
    'looks at previews',
    form('preview'),
    [
      { ...change({ comment: 'Hot', preview: '1' }, null), by: 'xhr' },
      { ...post('/wiki/Raku', { action: 'edit', text: 'Hot', preview: 'Preview Page' }, null), by: 'xhr' },
      { url: '/wiki_render', form: { __FORM_TOKEN: 'f0', text: 'Hot' }, by: 'xhr' },
    ],
    null,
    { about: 'draft' },
  ),
  press(
    'searches and asks',
    form(),
    [
      { ...post('/query', { status: 'new', update: 'Update' }, null), by: 'xhr' },
      { ...post('/prefs', { editor_size: '20' }, null), by: 'xhr' },
      { ...post('/ticket/7', { submit: 'x', comment: 'no token', __FORM_TOKEN: '' }, null), by: 'xhr' },
    ],
    null,
    { about: 'look-alike' },
  ),
]);
