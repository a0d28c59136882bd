import { defineSite } from '../define.ts';
import type { Action, RequestRule, Value } from '../schema.ts';

const answers = ['/api/onDemand:forum(Course|Mentor|Group)ForumAnswers.v1', '/api/onDemandDiscussionPromptAnswers.v1'];
const questions = ['/api/onDemand:forum(Course|Mentor|Group)ForumQuestions.v1'];
const ending = (urls: string[], end: string) => urls.map((url) => url + end);

/** Ids are joined with `~`; the last part is the thing's own. */
const own = [{ match: '([^~/]+)$' }];
const slug: Value = { from: '/page/url', via: [{ match: '/learn/([\\w%-]+)' }] };
const prompt: Value = { from: '/page/url', via: [{ match: '/discussionPrompt/([\\w-]+)' }] };
const threadHere: Value = { from: '/page/url', via: [{ match: '/threads/([\\w-]+)' }] };
const course = '{origin}/learn/{slug}';
const thread = `${course}/discussions/all/threads/{thread}`;
const discussion = [`${course}/discussionPrompt/{prompt}`, thread];

/** All of it is for those who take the course. */
const inside = { limited: [{ at: '/host', present: true }] } satisfies Partial<Action>;

const onThread = {
  take: { slug, prompt, thread: threadHere },
  object: { url: discussion },
} satisfies Partial<Action>;

/** `?action=upvote&id=…`: one address for many acts on a question or an answer. */
const acts = (urls: string[], actions: string[]): RequestRule => ({
  url: ending(urls, '{/}?'),
  where: [
    { at: '/query/action', is: actions },
    { at: '/query/id', present: true },
  ],
});
const onReply = {
  take: { slug, thread: threadHere, id: { from: '/query/id', via: own } },
  object: { url: [`${thread}/replies/{id}`, `${course}/discussions`], id: '{id}' },
} satisfies Partial<Action>;
const onQuestion = {
  take: { slug, thread: { from: '/query/id', via: own } },
  object: { url: thread, id: '{thread}' },
} satisfies Partial<Action>;

/** Another person's homework, as the page shows it for a review. */
const submission: Value = {
  from: ['/query/id', '/page/url'],
  via: [{ match: '(?:~|/review/)([\\w-]+)(?:[/?#]|$)' }],
};
const onHomework = {
  take: {
    slug,
    path: { from: '/page/url', via: [{ match: '(/learn/[\\w%-]+/peer/[^?#]+)' }] },
    item: { from: '/page/url', via: [{ match: '/peer/([\\w-]+)' }] },
    id: submission,
  },
  object: { url: ['{origin}{path}', `${course}/peer/{item}`] },
} satisfies Partial<Action>;

const takesBack = ['undoClose', 'unpin', 'removeForumAnswerBadge'];
const moderation = ['close', 'pin', 'addForumAnswerBadge', 'move', 'undoDelete', ...takesBack];
const act: Value = {
  from: '/query/action',
  via: [
    {
      map: {
        undoClose: 'close',
        unpin: 'pin',
        addForumAnswerBadge: 'highlight',
        removeForumAnswerBadge: 'highlight',
        undoDelete: 'restore',
        close: 'close',
        pin: 'pin',
        move: 'move',
      },
    },
  ],
};

export default defineSite({
  id: 'coursera',
  name: 'Coursera',
  version: 1,
  group: 'reviews',
  confidence: 'medium',
  hosts: ['www.coursera.org'],
  account: {
    name: {
      of: 'page',
      select: 'header a[href*="/user/"], [role="menu"] a[href*="/user/"]',
      attr: 'href',
      match: '/user/(\\w+)',
    },
    url: 'https://www.coursera.org/user/{account}',
    signedOut: 'header a[href*="authMode=login"], a[data-click-key*="login"]',
  },
  page: { title: { of: 'page', select: 'h1' } },
  composers: ['[data-slate-editor="true"]', '.rc-CMLEditor [contenteditable]', 'textarea'],
  private: { paths: ['/messages', '/messages/*'] },
  actions: [
    {
      id: 'answer',
      kind: 'answer',
      ...inside,
      request: { url: ending(answers, '{/}?'), where: [{ at: '/query/action', present: false }] },
      becomes: [
        {
          where: [
            { at: { from: ['/json/parentForumAnswerId', '/json/parentCourseItemForumAnswerId'] }, present: true },
          ],
          kind: 'comment',
        },
      ],
      take: {
        slug,
        prompt,
        thread: {
          from: [
            '/json/courseForumQuestionId',
            '/json/mentorForumQuestionId',
            '/json/groupForumQuestionId',
            '/json/courseItemForumQuestionId',
          ],
          via: own,
        },
      },
      object: { url: discussion },
      confidence: 'high',
    },
    {
      id: 'change-answer',
      kind: 'answer',
      ...inside,
      edit: true,
      request: { method: 'PUT', url: ending(answers, '/:id') },
      ...onThread,
      confidence: 'high',
    },
    {
      id: 'delete-answer',
      kind: 'answer',
      ...inside,
      undo: true,
      undoes: ['answer', 'change-answer'],
      request: { method: 'DELETE', url: ending(answers, '/:id') },
      ...onThread,
      confidence: 'high',
    },
    {
      id: 'ask',
      kind: 'post',
      ...inside,
      request: { url: ending(questions, '{/}?'), where: [{ at: '/query/action', present: false }] },
      take: { slug },
      object: { url: `${course}/discussions` },
      confidence: 'high',
    },
    {
      id: 'change-question',
      kind: 'post',
      ...inside,
      edit: true,
      request: { method: 'PUT', url: ending(questions, '/:id') },
      take: { slug },
      object: { url: `${course}/discussions` },
      confidence: 'high',
    },
    {
      id: 'delete-question',
      kind: 'post',
      ...inside,
      undo: true,
      request: { method: 'DELETE', url: ending(questions, '/:id') },
      take: { slug },
      object: { url: `${course}/discussions` },
      confidence: 'high',
    },
    {
      id: 'upvote-answer',
      kind: 'vote',
      ...inside,
      request: acts(answers, ['upvote', 'cancelUpvote']),
      undo: [{ at: '/query/action', is: 'cancelUpvote' }],
      ...onReply,
      detail: { vote: { text: 'up' } },
    },
    {
      id: 'upvote-question',
      kind: 'vote',
      ...inside,
      request: acts(questions, ['upvote', 'cancelUpvote']),
      undo: [{ at: '/query/action', is: 'cancelUpvote' }],
      ...onQuestion,
      detail: { vote: { text: 'up' } },
    },
    {
      id: 'moderate-answer',
      kind: 'moderation',
      ...inside,
      request: acts(answers, moderation),
      undo: [{ at: '/query/action', is: takesBack }],
      ...onReply,
      detail: { act },
      confidence: 'high',
    },
    {
      id: 'moderate-question',
      kind: 'moderation',
      ...inside,
      request: acts(questions, moderation),
      undo: [{ at: '/query/action', is: takesBack }],
      ...onQuestion,
      detail: { act },
      confidence: 'high',
    },
    {
      id: 'upvote-homework',
      kind: 'vote',
      ...inside,
      request: acts(['/api/onDemandPeerSubmissions.v1'], ['upvote', 'cancelUpvote']),
      undo: [{ at: '/query/action', is: 'cancelUpvote' }],
      ...onHomework,
      detail: { vote: { text: 'up' } },
      confidence: 'high',
    },
    {
      id: 'review-homework',
      kind: 'review',
      ...inside,
      request: { url: '/api/onDemandPeerReviews.v1{/}?', where: [{ at: '/query/action', present: false }] },
      ...onHomework,
      confidence: 'low',
    },
  ],
  unseen: [
    'Stars and words on a whole course.',
    'Following a thread, and reports.',
    'Which question a new one became: only the answer of the server tells.',
  ],
  sources: [
    'Coursera’s own pages for discussions and homework (public copy, about 2022)',
    'Scripts that answer in discussions (2024-2026)',
  ],
});
