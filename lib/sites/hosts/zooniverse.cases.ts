import type { RecordedRequest } from '../cases.ts';
import { defineCases } from '../define.ts';
import { pressCase, usualCases } from '../usual-cases.ts';

// No "switch" case: an upvote has no other value.
// No "draft" case: an unfinished classification is kept in the page.

const project = 'https://www.zooniverse.org/projects/wren/tide-marks';
const talk = `${project}/talk/12/345`;
const page = (url = talk) => ({
  url,
  html: '<a href="/users/nora">nora</a><div class="talk-discussion"><h1>What is this?</h1><div class="talk-comment"><a class="user-profile-link" href="/projects/wren/tide-marks/users/tomtom">tomtom</a><p>x</p><button class="up">Helpful</button></div></div><button class="do">Do</button>',
});
const call = (method: RecordedRequest['method'], path: string, json?: unknown): RecordedRequest => ({
  method: method ?? 'POST',
  url: `https://talk.zooniverse.org/${path}`,
  ...(json === undefined ? {} : { json }),
});
const classify = (completed = true): RecordedRequest => ({
  url: 'https://panoptes.zooniverse.org/api/classifications',
  json: { classifications: { completed, annotations: [], links: { project: '9', workflow: '8', subjects: ['777'] } } },
  answer: { status: 201 },
});
const at = (id: string) => ({ url: `${talk}?comment=${id}`, id });
const press = (
  about: Parameters<typeof pressCase>[0],
  name: string,
  sends: RecordedRequest,
  expect: Parameters<typeof pressCase>[5],
  after?: string,
  click = '.do',
  url?: string,
) => pressCase(about, name, page(url), click, sends, expect, after ? { after: [after] } : {});
const votes = press(
  'do',
  'finds a comment helpful',
  call('PUT', 'comments/61/upvote', {}),
  {
    kind: 'vote',
    object: { ...at('61'), title: 'What is this?' },
    to: { name: 'tomtom' },
    detail: { vote: 'up' },
    account: 'nora',
  },
  undefined,
  '.up',
);

export default defineCases([
  votes,
  ...usualCases(votes),
  press(
    'undo',
    'takes that back',
    call('PUT', 'comments/61/remove_upvote', {}),
    { kind: 'vote', undo: true, object: at('61') },
    'finds a comment helpful',
    '.up',
  ),
  press(
    'do',
    'classifies',
    classify(),
    { kind: 'other', object: { url: `${project}/talk/subjects/777`, id: '777' }, detail: { act: 'classify' } },
    undefined,
    '.do',
    `${project}/classify/workflow/8`,
  ),
  press('draft', 'a classification that is not finished', classify(false), [], undefined, '.do', `${project}/classify`),
  press('do', 'comments in a discussion', call('POST', 'comments', { comments: { body: 'x', discussion_id: 345 } }), {
    kind: 'comment',
    object: { url: talk },
  }),
  press(
    'do',
    'answers a comment',
    call('POST', 'comments', { comments: { body: 'x', discussion_id: 345, reply_id: 62 } }),
    { kind: 'comment', object: at('62') },
  ),
  press('edit', 'edits a comment', call('PUT', 'comments/63', { comments: { body: 'y' } }), {
    kind: 'edit',
    revises: true,
    object: at('63'),
  }),
  press('undo', 'deletes a comment', call('DELETE', 'comments/64'), { kind: 'comment', undo: true, object: at('64') }),
  press(
    'do',
    'begins a discussion',
    call('POST', 'discussions', { discussions: { title: 'Odd marks', board_id: 12, comments: [{ body: 'x' }] } }),
    { kind: 'post', object: { url: `${project}/talk/12`, title: 'Odd marks' } },
    undefined,
    '.do',
    `${project}/talk/12`,
  ),
  press(
    'do',
    'reports a comment',
    call('POST', 'moderations', { moderations: { target_id: 61, target_type: 'Comment' } }),
    { kind: 'moderation', object: { url: talk }, detail: { act: 'report' } },
  ),
  press(
    'layout',
    'comments in the talk of all projects',
    call('POST', 'comments', { comments: { body: 'x', discussion_id: 9 } }),
    { kind: 'comment', object: { url: 'https://www.zooniverse.org/talk/5/9' } },
    undefined,
    '.do',
    'https://www.zooniverse.org/talk/5/9?page=2',
  ),
  press(
    'private',
    'writes a message',
    call('POST', 'messages', { messages: { body: 'x', conversation_id: 4 } }),
    [],
    undefined,
    '.do',
    'https://www.zooniverse.org/inbox/4',
  ),
  pressCase(
    'look-alike',
    'what was read and who is followed are no acts',
    page(),
    '.do',
    [
      call('PUT', 'notifications/read', {}),
      call('POST', 'subscriptions', { subscriptions: { source_id: 345 } }),
      call('GET', 'comments?discussion_id=345'),
      { url: 'https://panoptes.zooniverse.org/api/project_preferences', json: {} },
    ],
    [],
  ),
]);
