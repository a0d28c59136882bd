import type { RecordedRequest } from '../cases.ts';
import { defineCases } from '../define.ts';
import { casesOn, everyWay } from '../press-cases.ts';

// No "private" case: the wiki has no messages between people.
// No "switch" case: nothing in it can be chosen one way or the other.

const origin = 'https://dokuwiki.kiln.example';
const head = '<meta name="generator" content="DokuWiki">';
const tools =
  '<div id="dokuwiki__usertools"><ul><li class="user">Logged in as: <bdi>Ada L.</bdi> (<bdi>ada</bdi>)</li></ul></div>';
const at =
  (path: string, who = tools) =>
  (inside: string) => ({
    url: origin + path,
    head,
    html: `<div id="dokuwiki__site">${who}<div class="pageId"><span>clay:raku</span></div>${inside}</div>`,
  });
const page = at('/doku.php?id=clay:raku&do=edit');
const press = casesOn(page);

const editor =
  '<form id="dw__editform" method="post"><textarea name="wikitext" id="wiki__text"></textarea><input name="summary" id="edit__summary"><button class="act" name="do[save]" id="edbtn__save" type="submit" value="1">Save</button></form>';
const button = '<button class="act" type="button">act</button>';
const address = `${origin}/doku.php?id=clay:raku`;
const fields = {
  sectok: 'a1',
  id: 'clay:raku',
  rev: '',
  date: '1700000000',
  prefix: '.',
  suffix: '',
  changecheck: 'f0',
};
const post = (form: Record<string, string>, location: string | null = address, url = '/doku.php?id=clay:raku') =>
  ({
    url,
    form,
    by: 'navigate',
    answer: location ? { status: 302, location } : { status: 200, type: 'text/html', body: '<p>Sorry</p>' },
  }) satisfies RecordedRequest;
const save = (more: Record<string, string> = {}, location: string | null = address, url?: string) =>
  post({ ...fields, wikitext: 'Hot', target: 'section', summary: '', 'do[save]': '1', ...more }, location, url);
const get = (query: string, location: string | null = address): RecordedRequest => ({
  method: 'GET',
  url: `/doku.php?id=clay:raku&${query}`,
  by: 'navigate',
  answer: location ? { status: 302, location } : { status: 200, type: 'text/html', body: '<p>Sorry</p>' },
});
const edited = { kind: 'edit' as const, object: { url: address, id: 'clay:raku', title: 'clay:raku' } };
const edits = press('edits a page', editor, save(), { ...edited, account: 'ada', level: 'confirmed' });
const subscription = { sectok: 'a1', id: 'clay:raku', do: 'subscribe', sub_style: 'every', 'do[subscribe]': '1' };

export default defineCases([
  edits,
  ...everyWay(edits, { refused: { status: 200, type: 'text/html', body: '<p>Somebody else changed it</p>' } }),
  press(
    'edits a section: the address is the page',
    editor,
    save({ prefix: 'Before.', suffix: 'After', hid: 'firing' }, `${address}#firing`),
    edited,
    { about: 'edit' },
  ),
  press(
    'edits in a wiki without doku.php in its addresses',
    editor,
    save({}, `${origin}/clay/raku`, '/clay/raku?do=edit'),
    { kind: 'edit', object: { url: `${origin}/clay/raku`, id: 'clay:raku' } },
    { about: 'layout', page: at('/clay/raku?do=edit')(editor) },
  ),
  press(
    'edits in a wiki with the id behind doku.php',
    editor,
    save({}, `${origin}/wiki/doku.php/clay:raku`, '/wiki/doku.php/clay:raku'),
    { kind: 'edit', object: { url: `${origin}/wiki/doku.php/clay:raku` } },
    { about: 'layout', page: at('/wiki/doku.php/clay:raku?do=edit')(editor) },
  ),
  press(
    'edits without an account',
    editor,
    save(),
    { ...edited, account: '' },
    {
      about: 'layout',
      page: at('/doku.php?id=clay:raku&do=edit', '')(editor),
    },
  ),
  press('saves with Enter in the summary', editor, save(), edited, {
    about: 'keyboard',
    act: [
      { type: '#edit__summary', text: 'heat' },
      { press: 'Enter', in: '#edit__summary' },
    ],
  }),
  press(
    'saves over what another has changed meanwhile',
    '<form id="dw__editform" method="post"><button class="act" name="do[save]" type="submit">Save</button></form>',
    post({ sectok: 'a1', id: 'clay:raku', wikitext: 'Hot', summary: '', 'do[save]': '1' }),
    edited,
  ),
  press('deletes a page', editor, save({ wikitext: '' }), { ...edited, detail: { act: 'delete' } }),
  press(
    'empties a section: the page stays',
    editor,
    save({ wikitext: '', prefix: 'Before.', suffix: 'After' }),
    { ...edited, detail: undefined },
    { about: 'edit' },
  ),
  press('a save that is not allowed', editor, save({}, null), null, { about: 'refusal' }),
  press('a save by somebody who may not write here any more', editor, save({}, null), null, {
    about: 'signed-out',
    page: at('/doku.php?id=clay:raku&do=edit', '')(editor),
  }),
  press(
    'looks at a preview',
    editor.replace('do[save]', 'do[preview]').replace('edbtn__save', 'edbtn__preview'),
    post({ ...fields, wikitext: 'Hot', target: 'section', summary: '', 'do[preview]': '1' }, null),
    null,
    { about: 'draft' },
  ),
  press('gives up', editor, post({ ...fields, wikitext: 'Hot', 'do[cancel]': '1' }), null, { about: 'draft' }),
  press(
    'the page keeps its lock and a draft',
    editor,
    [
      { url: '/lib/exe/ajax.php', form: { call: 'lock', ...fields, wikitext: 'Hot' }, by: 'xhr' },
      { url: '/lib/exe/ajax.php', form: { call: 'qsearch', q: 'raku' }, by: 'xhr' },
    ],
    null,
    { about: 'look-alike' },
  ),
  press('looks at old revisions and differences', button, get('do=revisions', null), null, { about: 'look-alike' }),
  press('signs in', button, post({ sectok: 'a1', do: 'login', u: 'ada', p: 'x', id: 'clay:raku' }), null, {
    about: 'look-alike',
  }),
  press('brings an old revision back', button, get('do=revert&rev=1690000000&sectok=a1'), {
    ...edited,
    detail: { act: 'revert' },
  }),
  press('an old revision that cannot be brought back', button, get('do=revert&rev=1&sectok=a1', null), null, {
    about: 'refusal',
  }),
  press('follows a page', button, post({ ...subscription, sub_action: 'subscribe', sub_target: 'clay:raku' }), {
    kind: 'follow',
    object: { url: address },
  }),
  press(
    'follows it no longer',
    button,
    get('do=subscribe&sub_target=clay%3Araku&sub_style=every&sub_action=unsubscribe&sectok=a1'),
    { kind: 'follow', undo: true, object: { url: address } },
    { after: ['follows a page'] },
  ),
  press('opens the list of what is followed', button, get('do=subscribe', null), null, { about: 'look-alike' }),
]);
