import type { RecordedRequest } from '../cases.ts';
import { defineCases } from '../define.ts';
import { pressCase, usualCases } from '../usual-cases.ts';

// No "private" case: there are no messages between people.
// No "switch" case: the page does not tell an earlier vote; a second vote is an entry of its own.

const origin = 'https://hosted.weblate.org';
const path = '/translate/kiln/app/de/';
const me = '<header><a href="/user/nora/">nora</a></header>';
const item = (by: string) =>
  `<div class="list-group-item"><a href="/user/${by}/">${by}</a><p>Ton</p><button class="on">Go</button></div>`;
const page = (inside = '', url = `${origin}${path}?offset=4`, head = me) => ({
  url,
  html: `${head}<form class="translation-form" method="post"><input type="hidden" name="checksum" value="abc12"><textarea class="translation-editor" name="target_0"></textarea><button type="submit" class="save">Save</button><button type="submit" name="suggest" class="suggest">Suggest</button></form>${inside}<button class="do">Do</button>
  <footer><a href="https://weblate.org/">Weblate</a></footer>`,
});
const post = (url: string, form: Record<string, string>, location = `${path}?offset=5`): RecordedRequest => ({
  url,
  form: { csrfmiddlewaretoken: 't', ...form },
  by: 'navigate',
  answer: { location: new URL(location, origin).href },
});
const save = (form: Record<string, string> = {}, location?: string) =>
  post(`${path}?offset=4`, { checksum: 'abc12', target_0: 'Ton', ...form }, location);
const unit = { url: `${origin}${path}?checksum=abc12` };
const there = { select: '.do', set: { 'data-x': '1' } };

const translates = pressCase('do', 'translates a text', page(), '.save', save(), {
  kind: 'edit',
  object: { ...unit, id: 'abc12' },
  detail: { act: 'translate' },
  account: 'nora',
});

export default defineCases([
  translates,
  ...usualCases(translates, undefined, ['double', 'signed-out']),
  pressCase(
    'double',
    'a text that is sent twice for one press',
    page(),
    '.do',
    [
      { url: '/save-zen/kiln/app/de/', form: { checksum: 'abc13', target_0: 'Ton' } },
      { url: '/save-zen/kiln/app/de/', form: { checksum: 'abc13', target_0: 'Ton' } },
    ],
    { kind: 'edit', object: { url: `${origin}/translate/kiln/app/de/?checksum=abc13` } },
    { shows: [there] },
  ),
  pressCase('signed-out', 'a text that ends at the login', page(), '.save', save({}, '/accounts/login/?next=x'), []),
  pressCase('do', 'suggests a text', page(), '.suggest', save({ suggest: '1' }), {
    kind: 'edit',
    object: unit,
    detail: { act: 'suggest' },
  }),
  pressCase(
    'do',
    'votes for a suggestion',
    page(item('tomtom')),
    '.on',
    post(`${path}?offset=4`, { upvote: '31', checksum: 'abc12' }),
    { kind: 'vote', object: unit, to: { name: 'tomtom' }, detail: { vote: 'up' } },
  ),
  pressCase(
    'do',
    'votes against a suggestion',
    page(item('tomtom')),
    '.on',
    post(`${path}?offset=4`, { downvote: '31' }),
    { kind: 'vote', object: unit, detail: { vote: 'down' } },
  ),
  ...(
    [
      ['accept', 'accept'],
      ['accept_edit', 'accept'],
      ['accept_approve', 'accept'],
      ['delete', 'reject'],
      ['spam', 'reject'],
    ] as const
  ).map(([field, act]) =>
    pressCase(
      'do',
      `settles a suggestion: ${field}`,
      page(item('tomtom')),
      '.on',
      post(`${path}?offset=4`, { [field]: '31' }),
      { kind: 'moderation', object: unit, detail: { act } },
    ),
  ),
  pressCase(
    'do',
    'comments on a text',
    page(),
    '.do',
    post(
      '/comment/991/',
      { comment: 'Which clay?', scope: 'translation', next: path },
      `${path}?checksum=abc12#comments`,
    ),
    { kind: 'comment', object: unit },
  ),
  pressCase('undo', 'deletes an own comment', page(item('nora')), '.on', post('/delete-comment/7/', {}), {
    kind: 'comment',
    undo: true,
    object: unit,
  }),
  pressCase('edit', 'deletes a comment of somebody else', page(item('tomtom')), '.on', post('/delete-comment/8/', {}), {
    kind: 'moderation',
    object: unit,
    detail: { act: 'delete' },
  }),
  pressCase('do', 'settles a comment', page(item('tomtom')), '.on', post('/resolve-comment/9/', {}), {
    kind: 'moderation',
    object: unit,
    detail: { act: 'resolve' },
  }),
  pressCase(
    'do',
    'watches a project',
    page('', `${origin}/projects/kiln/`),
    '.do',
    post('/accounts/watch/kiln/', {}, '/projects/kiln/'),
    { kind: 'follow', object: { url: `${origin}/projects/kiln/` } },
  ),
  pressCase(
    'undo',
    'no longer watches it',
    page('', `${origin}/projects/kiln/`),
    '.do',
    post('/accounts/unwatch/kiln/', {}, '/projects/kiln/'),
    { kind: 'follow', undo: true, object: { url: `${origin}/projects/kiln/` } },
    { after: ['watches a project'] },
  ),
  pressCase(
    'layout',
    'on a host of its own and below a path',
    page('', 'https://l10n.kiln.example/weblate/translate/kiln/app/de/?offset=4'),
    '.save',
    {
      ...save(),
      url: '/weblate/translate/kiln/app/de/?offset=4',
      answer: { location: 'https://l10n.kiln.example/weblate/translate/kiln/app/de/?offset=5' },
    },
    { kind: 'edit', object: { url: 'https://l10n.kiln.example/weblate/translate/kiln/app/de/?checksum=abc12' } },
  ),
  pressCase('draft', 'skips a text', page(), '.save', save({ skip: '1' }), []),
  pressCase(
    'look-alike',
    'suggestions of machines, searches and other languages are no acts',
    page(),
    '.do',
    [
      { url: '/js/translate/weblate/991/', form: { q: 'x' } },
      { url: '/js/memory/991/', form: { q: 'Ton' } },
      { url: '/search/', form: { q: 'Ton' } },
      { method: 'GET', url: `${path}?offset=6` },
    ],
    [],
  ),
]);
