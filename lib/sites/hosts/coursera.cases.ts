import type { RecordedRequest, SiteCase } from '../cases.ts';
import { defineCases } from '../define.ts';
import { pressCase as press, usualCases } from '../usual-cases.ts';

// No "switch" case: things can be voted for, not against.

const origin = 'https://www.coursera.org';
const nav = (signedIn = true) =>
  signedIn
    ? '<header><a href="/user/0a1b2c3d4e">Profile</a></header>'
    : '<header><a href="/?authMode=login">Log in</a></header>';
const page = (path: string, signedIn = true): SiteCase['page'] => ({
  url: origin + path,
  html: `${nav(signedIn)}<h1>Why twice a day?</h1><textarea></textarea><button id="go">Go</button>`,
});
const here = '/learn/tides/discussions/weeks/2/threads/q7_Abc?sort=popularSort&page=1';
const thread = { url: `${origin}/learn/tides/discussions/all/threads/q7_Abc` };
const reply = { url: `${thread.url}/replies/r5_Xyz`, id: 'r5_Xyz' };
const forum = { url: `${origin}/learn/tides/discussions` };
const homework = '/learn/tides/peer/i9Aa/tide-table/review/s3-Hw?x=1';
const paper = { url: `${origin}/learn/tides/peer/i9Aa/tide-table/review/s3-Hw` };
const call = (name: string, json?: unknown, more: Partial<RecordedRequest> = {}): RecordedRequest => ({
  url: `/api/${name}`,
  ...(json === undefined ? {} : { json }),
  by: 'xhr',
  ...more,
});
const answers = 'onDemandCourseForumAnswers.v1/';
const questions = 'onDemandCourseForumQuestions.v1/';
const cml = {
  typeName: 'cml',
  definition: { dtdId: 'discussion/1', value: '<co-content><text>x</text></co-content>' },
};
const act = (api: string, action: string, id: string) => call(`${api}?action=${action}&id=${encodeURIComponent(id)}`);
const one = (
  about: SiteCase['about'],
  name: string,
  sends: RecordedRequest,
  expect: Parameters<typeof press>[5],
  rest: Parameters<typeof press>[6] = {},
  at = page(here),
) =>
  press(
    about,
    name,
    at,
    '#go',
    sends,
    [expect].flat().map((entry) => ({ ...entry, audience: 'limited' as const })),
    rest,
  );

const answered = one(
  'do',
  'answers in a thread',
  call(`${answers}?fields=content&includes=profiles`, { content: cml, courseForumQuestionId: 'c0urse~q7_Abc' }),
  {
    kind: 'answer',
    object: { ...thread, title: 'Why twice a day?' },
    account: '0a1b2c3d4e',
    level: 'accepted',
  },
  { act: [{ type: 'textarea', text: 'The moon' }, { click: '#go' }] },
);
const answer = 'c0urse~r5_Xyz';

export default defineCases([
  answered,
  ...usualCases(answered),
  one(
    'do',
    'comments on an answer',
    call(answers, { content: cml, courseForumQuestionId: 'c0urse~q7_Abc', parentForumAnswerId: answer }),
    { kind: 'comment', object: thread },
  ),
  one(
    'edit',
    'changes an answer',
    call(`${answers}7~${answer}`, { content: cml }, { method: 'PUT' }),
    { kind: 'answer', revises: true, object: thread },
    { after: [answered.name] },
  ),
  one(
    'undo',
    'deletes an answer',
    call(`${answers}7~${answer}`, undefined, { method: 'DELETE' }),
    { kind: 'answer', undo: true, object: thread },
    { after: [answered.name] },
  ),
  one(
    'layout',
    'answers a prompt between two lectures',
    call(answers, { content: cml, courseForumQuestionId: 'c0urse~q8' }),
    { kind: 'answer', object: { url: `${origin}/learn/tides/discussionPrompt/iT3m` } },
    {},
    page('/learn/tides/discussionPrompt/iT3m/how-high'),
  ),
  one(
    'layout',
    'answers a prompt that is graded',
    call('onDemandDiscussionPromptAnswers.v1/', { content: cml, courseItemForumQuestionId: 'c0urse~iT3m~q9' }),
    { kind: 'answer', object: { url: `${origin}/learn/tides/discussionPrompt/iT3m` } },
    {},
    page('/learn/tides/discussionPrompt/iT3m'),
  ),
  one(
    'do',
    'asks a question',
    call(questions, { content: { question: 'Why?', details: cml }, courseForumId: 'c0urse~f1' }),
    { kind: 'post', object: forum },
    {},
    page('/learn/tides/discussions/forums/f1'),
  ),
  one(
    'edit',
    'changes a question',
    call(`${questions}7~c0urse~q7_Abc`, { content: { question: 'Why twice?' } }, { method: 'PUT' }),
    { kind: 'post', revises: true, object: forum },
    { after: ['asks a question'] },
  ),
  one(
    'undo',
    'deletes a question',
    call(`${questions}7~c0urse~q7_Abc`, undefined, { method: 'DELETE' }),
    { kind: 'post', undo: true, object: forum },
    { after: ['asks a question'] },
  ),
  one('do', 'votes for an answer', act(answers, 'upvote', `7~${answer}`), {
    kind: 'vote',
    object: reply,
    detail: { vote: 'up' },
  }),
  one(
    'undo',
    'takes the vote for an answer back',
    act(answers, 'cancelUpvote', `7~${answer}`),
    { kind: 'vote', undo: true, object: reply },
    { after: ['votes for an answer'] },
  ),
  one('do', 'votes for a question', act(questions, 'upvote', '7~c0urse~q7_Abc'), {
    kind: 'vote',
    object: thread,
    detail: { vote: 'up' },
  }),
  one(
    'undo',
    'takes the vote for a question back',
    act(questions, 'cancelUpvote', '7~c0urse~q7_Abc'),
    { kind: 'vote', undo: true, object: thread },
    { after: ['votes for a question'] },
  ),
  one('do', 'highlights an answer', act(answers, 'addForumAnswerBadge', `7~${answer}`), {
    kind: 'moderation',
    object: reply,
    detail: { act: 'highlight' },
  }),
  one(
    'undo',
    'highlights it no more',
    act(answers, 'removeForumAnswerBadge', `7~${answer}`),
    { kind: 'moderation', undo: true, object: reply, detail: { act: 'highlight' } },
    { after: ['highlights an answer'] },
  ),
  one('do', 'closes a thread', act(questions, 'close', '7~c0urse~q7_Abc'), {
    kind: 'moderation',
    object: thread,
    detail: { act: 'close' },
  }),
  one(
    'undo',
    'opens it again',
    act(questions, 'undoClose', '7~c0urse~q7_Abc'),
    { kind: 'moderation', undo: true, object: thread, detail: { act: 'close' } },
    { after: ['closes a thread'] },
  ),
  one(
    'do',
    'reviews the homework of another',
    call('onDemandPeerReviews.v1', { courseId: 'c0urse', itemId: 'i9Aa', submissionId: 's3-Hw' }),
    { kind: 'review', object: paper },
    {},
    page(homework),
  ),
  one(
    'do',
    'votes for the homework of another',
    act('onDemandPeerSubmissions.v1', 'upvote', '7~c0urse~i9Aa~s3-Hw'),
    { kind: 'vote', object: paper },
    {},
    page(homework),
  ),
  one(
    'undo',
    'takes the vote for it back',
    act('onDemandPeerSubmissions.v1', 'cancelUpvote', '7~c0urse~i9Aa~s3-Hw'),
    { kind: 'vote', undo: true, object: paper },
    { after: ['votes for the homework of another'] },
    page(homework),
  ),
  one(
    'look-alike',
    'hands in the own homework',
    call('onDemandPeerSubmissions.v1/?fields=x', { courseId: 'c0urse', itemId: 'i9Aa', draftCreatedAt: 1 }),
    [],
    {},
    page('/learn/tides/peer/i9Aa/tide-table/submit'),
  ),
  one(
    'draft',
    'saves a review of homework for later',
    call('onDemandPeerReviewDrafts.v1', { x: 1 }),
    [],
    {},
    page(homework),
  ),
  one(
    'look-alike',
    'searches by POST',
    {
      url: '/graphql-gateway?opname=Search',
      json: [{ operationName: 'Search', variables: {}, query: 'query Search { x }' }],
    },
    [],
  ),
  one(
    'look-alike',
    'reads a thread',
    call(`${answers}?q=byForumQuestionId&userCourseQuestionId=7~c~q`, undefined, { method: 'GET' }),
    [],
  ),
  one(
    'private',
    'a message to another person',
    call(answers, { content: cml, courseForumQuestionId: 'c0urse~q7_Abc' }),
    [],
    {},
    page('/messages/inbox'),
  ),
  one(
    'signed-out',
    'an answer of nobody',
    call(answers, { content: cml, courseForumQuestionId: 'c0urse~q7_Abc' }),
    [],
    {},
    page(here, false),
  ),
]);
