import type { RecordedRequest } from '../cases.ts';
import { defineCases } from '../define.ts';
import { pressCase, usualCases } from '../usual-cases.ts';

// No "private" case: there are no messages between people.

const origin = 'https://review.opendev.org';
const shown = `${origin}/c/kiln/glaze/+/900`;
const page = (url = `${shown}/3`) => ({
  url,
  html: '<gr-app><template shadowrootmode="open"><button class="send">Send</button><button class="do">Do</button></template></gr-app>',
});
const call = (method: RecordedRequest['method'], path: string, json?: unknown): RecordedRequest => ({
  method: method ?? 'POST',
  url: `/changes/kiln%2Fglaze~900/${path}`,
  ...(json === undefined ? {} : { json }),
});
const review = (json: unknown) => call('POST', 'revisions/3/review', json);
const press = (
  about: Parameters<typeof pressCase>[0],
  name: string,
  sends: RecordedRequest,
  expect: Parameters<typeof pressCase>[5],
  after?: string,
) => pressCase(about, name, page(), '.send', sends, expect, after ? { after: [after] } : {});
const approves = press(
  'do',
  'approves a change',
  review({ drafts: 'PUBLISH_ALL_REVISIONS', labels: { 'Code-Review': 2 }, reviewers: [] }),
  {
    kind: 'code-review',
    object: { url: shown, id: '900' },
    detail: { act: 'approve' },
  },
);
const star = (method: 'PUT' | 'DELETE'): RecordedRequest => ({
  method,
  url: '/accounts/self/starred.changes/kiln%2Fglaze~900',
});

export default defineCases([
  approves,
  ...usualCases(approves),
  press(
    'switch',
    'asks for changes after all',
    review({ drafts: 'PUBLISH_ALL_REVISIONS', labels: { 'Code-Review': -1 }, message: 'x' }),
    { kind: 'code-review', object: { url: shown }, detail: { act: 'request-changes' } },
    'approves a change',
  ),
  press(
    'do',
    'comments without a judgement',
    review({ drafts: 'PUBLISH_ALL_REVISIONS', labels: { 'Code-Review': 0 }, message: 'x' }),
    { kind: 'comment', object: { url: shown }, detail: { act: 'comment' } },
  ),
  press(
    'undo',
    'takes a vote back',
    call('DELETE', 'reviewers/1000/votes/Code-Review'),
    { kind: 'code-review', undo: true, object: { url: shown } },
    'approves a change',
  ),
  ...(
    [
      ['submit', 'revisions/3/submit'],
      ['abandon', 'abandon'],
      ['restore', 'restore'],
      ['rebase', 'revisions/3/rebase'],
      ['revert', 'revert'],
    ] as const
  ).map(([act, path]) =>
    press('do', `takes care of a change: ${act}`, call('POST', path, {}), {
      kind: 'moderation',
      object: { url: shown },
      detail: { act },
    }),
  ),
  press('edit', 'edits the message of a change', call('PUT', 'message', { message: 'x' }), {
    kind: 'edit',
    object: { url: shown },
  }),
  press('edit', 'publishes an edit', call('POST', 'edit:publish', {}), {
    kind: 'edit',
    object: { url: shown },
    detail: { act: 'publish' },
  }),
  press('do', 'stars a change', star('PUT'), { kind: 'bookmark', object: { url: shown } }),
  press(
    'undo',
    'no longer stars it',
    star('DELETE'),
    { kind: 'bookmark', undo: true, object: { url: shown } },
    'stars a change',
  ),
  press('draft', 'a comment that waits', call('PUT', 'revisions/3/drafts', { path: 'a.c', line: 3, message: 'x' }), []),
  press('draft', 'asks somebody to look', review({ reviewers: [{ reviewer: 1 }], add_to_attention_set: [] }), []),
  pressCase(
    'layout',
    'stars from a list, on a host of its own and below a path',
    {
      url: 'https://code.kiln.example/gerrit/dashboard/self',
      head: '<meta name="description" content="Gerrit Code Review">',
      html: '<button class="star">Star</button>',
    },
    '.star',
    { method: 'PUT', url: '/gerrit/accounts/self/starred.changes/901' },
    { kind: 'bookmark', object: { url: 'https://code.kiln.example/901' } },
  ),
  pressCase(
    'look-alike',
    'marks of what was seen and reads are no acts',
    page(),
    '.do',
    [
      call('PUT', 'revisions/3/files/a.c/reviewed'),
      call('DELETE', 'attention/self', {}),
      call('POST', 'reviewers', { reviewer: 1 }),
      call('PUT', 'topic', { topic: 'x' }),
      call('GET', 'detail'),
    ],
    [],
  ),
]);
