import type { RecordedRequest } from '../cases.ts';
import { defineCases } from '../define.ts';
import { pressCase, usualCases } from '../usual-cases.ts';

const origin = 'https://phabricator.wikimedia.org';
const menu = '<div class="phabricator-main-menu"><a href="/p/nora/">nora</a></div>';
const page = (url = `${origin}/T7`, by = 'tomtom', head = menu) => ({
  url,
  html: `${head}<h1><span class="phui-header-header">Cracked celadon</span></h1><div class="phui-timeline-shell"><div class="phui-timeline-title"><a href="/p/${by}/">${by}</a></div><button class="more">…</button></div>
  <form><textarea name="comment"></textarea><button type="button" class="send">Submit</button></form><button class="do">Do</button>`,
});
const post = (url: string, form: Record<string, string> = {}, location?: string): RecordedRequest => ({
  url,
  form: { __csrf__: 'secret', __form__: '1', ...form },
  ...(location ? { by: 'navigate', answer: { location: origin + location } } : {}),
});
const at = { url: `${origin}/T7` };
const comment = (form: Record<string, string>, path = '/maniphest/task/edit/7/comment/') =>
  post(path, { __ajax__: 'true', ...form });
const press = (
  about: Parameters<typeof pressCase>[0],
  name: string,
  sends: RecordedRequest,
  expect: Parameters<typeof pressCase>[5],
  after?: string,
  where = page(),
) => pressCase(about, name, where, '.do', sends, expect, after ? { after: [after] } : {});
const comments = pressCase(
  'do',
  'comments on a task',
  page(),
  '.send',
  comment({ comment: 'x', 'editengine.actions': '[]' }),
  {
    kind: 'comment',
    object: { ...at, title: 'Cracked celadon' },
    account: 'nora',
  },
);
const revision = page(`${origin}/D9`);
const onRevision = '/differential/revision/edit/9/comment/';
const token = (form: Record<string, string> = {}) => post('/token/give/PHID-TASK-abc/', { __dialog__: '1', ...form });

// No "switch" case: a token is taken back before another one is given.

export default defineCases([
  comments,
  ...usualCases(comments),
  press(
    'signed-out',
    'a comment while nobody is signed in',
    comment({ comment: 'x' }),
    [],
    undefined,
    page(undefined, 'tomtom', '<div class="phabricator-main-menu"><a href="/auth/start/">Log In</a></div>'),
  ),
  press(
    'do',
    'comments and accepts a revision',
    comment({ comment: 'x', 'editengine.actions': '[{"type":"accept","value":true}]' }, onRevision),
    [
      { kind: 'comment', object: { url: `${origin}/D9` } },
      { kind: 'code-review', object: { url: `${origin}/D9` }, detail: { act: 'approve' } },
    ],
    undefined,
    revision,
  ),
  press(
    'do',
    'asks for changes without a word',
    comment({ comment: '', 'editengine.actions': '[{"type":"reject","value":true}]' }, onRevision),
    { kind: 'code-review', object: { url: `${origin}/D9` }, detail: { act: 'request-changes' } },
    undefined,
    revision,
  ),
  press(
    'do',
    'closes a task',
    comment({ comment: '', 'editengine.actions': '[{"type":"status","value":"resolved"}]' }),
    { kind: 'moderation', object: at, detail: { act: 'status' } },
  ),
  press('do', 'gives a token', token({ tokenPHID: 'PHID-TOKN-like-1' }), {
    kind: 'like',
    object: at,
    detail: { reaction: 'PHID-TOKN-like-1' },
  }),
  press('undo', 'takes the token back', token(), { kind: 'like', undo: true, object: at }, 'gives a token'),
  press('do', 'subscribes to a task', post('/subscriptions/add/PHID-TASK-abc/'), { kind: 'follow', object: at }),
  press(
    'undo',
    'no longer subscribes',
    post('/subscriptions/delete/PHID-TASK-abc/'),
    { kind: 'follow', undo: true, object: at },
    'subscribes to a task',
  ),
  press('edit', 'edits a comment', post('/transactions/edit/PHID-XACT-TASK-x/', { __dialog__: '1', text: 'y' }), {
    kind: 'edit',
    revises: true,
    object: at,
  }),
  pressCase(
    'undo',
    'deletes an own comment',
    page(undefined, 'nora'),
    '.more',
    post('/transactions/remove/PHID-XACT-TASK-x/', { __dialog__: '1' }),
    { kind: 'comment', undo: true, object: at },
  ),
  pressCase(
    'do',
    'deletes a comment of somebody else',
    page(),
    '.more',
    post('/transactions/remove/PHID-XACT-TASK-y/', { __dialog__: '1' }),
    { kind: 'moderation', object: at, detail: { act: 'delete' } },
  ),
  press(
    'edit',
    'edits a task',
    post('/maniphest/task/edit/7/', { title: 'Cracks', description: 'x' }, '/T7'),
    { kind: 'edit', object: at },
    undefined,
    page(`${origin}/maniphest/task/edit/7/`),
  ),
  press(
    'do',
    'opens a task',
    post('/maniphest/task/edit/form/1/', { title: 'Drips' }, '/T8'),
    { kind: 'post', object: { url: `${origin}/T8`, title: 'Drips' }, level: 'confirmed' },
    undefined,
    page(`${origin}/maniphest/task/edit/form/1/`),
  ),
  press(
    'refusal',
    'a new task whose form comes back',
    { ...post('/maniphest/task/edit/form/1/', { title: 'Drips' }), by: 'navigate' },
    [],
    undefined,
    page(`${origin}/maniphest/task/edit/form/1/`),
  ),
  press(
    'layout',
    'on a host of its own',
    comment({ comment: 'x' }),
    { kind: 'comment', object: { url: 'https://phorge.kiln.example/T7' } },
    undefined,
    page('https://phorge.kiln.example/T7'),
  ),
  press(
    'private',
    'writes in a room',
    post('/conpherence/update/4/', { text: 'x', action: 'message' }),
    [],
    undefined,
    page(`${origin}/Z4`),
  ),
  press('draft', 'a preview goes to the same address', comment({ comment: 'x', __preview__: '1' }), []),
  pressCase(
    'look-alike',
    'dialogs that are only fetched, and drafts of lines, are no acts',
    page(),
    '.do',
    [
      post('/token/give/PHID-TASK-abc/', { __wflow__: 'true' }),
      post('/transactions/remove/PHID-XACT-TASK-x/', { __wflow__: 'true' }),
      post('/differential/comment/inline/edit/9/', { op: 'new', text: 'x' }),
      post('/maniphest/task/edit/7/comment/', { comment: ' ', 'editengine.actions': '[]' }),
      post('/notification/individual/', {}),
    ],
    [],
  ),
]);
