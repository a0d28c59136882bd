import type { RecordedRequest } from '../cases.ts';
import { defineCases } from '../define.ts';
import { pressCase, usualCases } from '../usual-cases.ts';

// No "draft" case: an unsent comment is kept in the page.
// No "private" case: there are no messages between people.
// No "undo" case: a comment is deleted by the same request as everything else, and by buttons that are not known well enough.
// No "edit" case: as for undo.
// No "switch" case: comments have no values to choose from.

const base = 'https://docs.google.com';
const path = (app = 'document', user = '') => `/${app}/${user}d/1AbC_dEf`;
const page = (at = path(), disabled = false) => ({
  url: `${base}${at}/edit#heading=h.1`,
  html: `<input class="docs-title-input" value="Glazes"><div class="docos-docoview"><div class="docos-input-textarea" contenteditable="true" role="textbox"></div>
  <div role="button" tabindex="0" class="docos-input-post jfk-button jfk-button-action" aria-disabled="${disabled}">Comment</div><div role="button" tabindex="0" class="docos-input-cancel">Cancel</div></div>`,
});
const sync = (body: string, at = path()): RecordedRequest => ({
  url: `${at}/docos/p/sync?id=1AbC_dEf&reqid=0&sid=s&token=t`,
  form: { p: body },
  answer: { type: 'application/json', body: ")]}'[]" },
});
const written = '[[["AAABx1",[["u",[["text/html","Clay"],["text/plain","Clay"]]]],"kix.a1",1]],1760000000000]';
const at = (app = 'document') => ({ url: `${base}/${app}/d/1AbC_dEf/edit`, id: '1AbC_dEf', title: 'Glazes' });
const limited = { audience: 'limited' } as const;
const post = '.docos-input-post';

const comments = pressCase('do', 'comments on a passage', page(), post, sync(written), {
  kind: 'comment',
  object: at(),
  ...limited,
});

export default defineCases([
  comments,
  ...usualCases(comments),
  pressCase('do', 'comments on a sheet', page(path('spreadsheets')), post, sync(written, path('spreadsheets')), {
    kind: 'comment',
    object: at('spreadsheets'),
    ...limited,
  }),
  pressCase(
    'layout',
    'comments on slides with a second account',
    page(path('presentation', 'u/1/')),
    post,
    sync(written, path('presentation', 'u/1/')),
    {
      kind: 'comment',
      object: at('presentation'),
      ...limited,
    },
  ),
  pressCase(
    'look-alike',
    'the page asks for news after another press',
    page(),
    '.docos-input-cancel',
    sync('[[],1760000000000]'),
    [],
  ),
  pressCase('look-alike', 'the button of an empty comment', page(path(), true), post, sync('[[],1760000000000]'), []),
  pressCase(
    'look-alike',
    'other requests of the page are no acts',
    page(),
    post,
    [
      {
        url: `${path()}/save?id=1AbC_dEf`,
        form: { rev: '1', bundles: '[{"commands":[{"ty":"is","s":"C","ibi":1}]}]' },
      },
      { url: `${path()}/bind`, text: '' },
      { url: `${path()}/leave`, text: '' },
      { url: `${path()}/naLogImpressions`, form: { impressionBatch: '[]' } },
    ],
    [],
  ),
]);
