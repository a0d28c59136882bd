import { defineSite } from '../define.ts';
import type { Action, RequestRule, Test, Value } from '../schema.ts';

/** Azure DevOps: pull requests and work items, by the documented REST API that the page itself speaks. */

const git = (path: string, method: RequestRule['method'] = 'POST', where?: Test[]): RequestRule => ({
  method,
  url: `*/_apis/git/repositories/:repo/:kind(pullRequests|pullrequests)/:number(\\d+)/${path}`,
  ...(where ? { where } : {}),
});
const wit = (path: string, method: RequestRule['method'] = 'POST'): RequestRule => ({
  method,
  url: [`*/_apis/wit/workItems/:item(\\d+)/${path}`, `*/_apis/wit/workitems/:item(\\d+)/${path}`],
});
const limited: Test[] = [{ at: { text: 'members' }, is: 'members' }];
/** Requests name repositories by number; the page's address names them by name. */
const pull: Value = { from: '/page/url', via: [{ match: '^(https?://[^?#]+/_git/[^/?#]+/pullrequest/\\d+)' }] };
const place: Value = {
  from: '/page/url',
  via: [{ match: '^(https?://(?:dev\\.azure\\.com/[^/?#]+/[^/?#]+|[^/.]+\\.visualstudio\\.com/[^/?#]+))' }],
};
const onPull: Pick<Action, 'take' | 'object' | 'to' | 'limited'> = {
  take: { pull },
  object: { url: '{pull}', id: '{url.number}', title: '/page/title' },
  to: { name: { text: '' } },
  limited,
};
const onThread: Pick<Action, 'take' | 'object' | 'to' | 'limited'> = {
  ...onPull,
  object: { url: '{pull}?discussionId={url.thread}', id: '{url.number}/{url.thread}', title: '/page/title' },
};
const onItem: Pick<Action, 'take' | 'object' | 'to' | 'limited'> = {
  take: { place },
  object: { url: '{place}/_workitems/edit/{url.item}', id: '{url.item}', title: '/page/title' },
  to: { name: { text: '' } },
  limited,
};
const onItemComment: Pick<Action, 'take' | 'object' | 'to' | 'limited'> = {
  ...onItem,
  object: {
    url: '{place}/_workitems/edit/{url.item}#{url.comment}',
    id: '{url.item}/{url.comment}',
    title: '/page/title',
  },
};
const thread = 'threads/:thread(\\d+)';
const comment = ':comment(\\d+)';
const pair = (make: (undo: boolean) => Action): Action[] => [make(false), make(true)];

export default defineSite({
  id: 'azure-devops',
  name: 'Azure DevOps',
  version: 1,
  group: 'work',
  confidence: 'medium',
  hosts: ['dev.azure.com', '*.visualstudio.com'],
  page: {
    title: {
      select: '.repos-pr-title-row input, .repos-pr-header h1, .work-item-title-textfield input',
      attr: 'value',
    },
  },
  composers: ['.repos-comment-editor textarea'],
  actions: [
    {
      id: 'vote',
      kind: 'code-review',
      undo: [{ at: '/json/vote', is: 0 }],
      request: git('reviewers/:reviewer', 'PUT', [{ at: '/json/vote', present: true }]),
      ...onPull,
      detail: {
        act: {
          from: '/json/vote',
          via: [{ map: { '10': 'approve', '5': 'approve', '-5': 'request-changes', '-10': 'request-changes' } }],
        },
      },
    },
    {
      id: 'comment',
      kind: 'comment',
      becomes: [{ where: [{ at: '/json/threadContext/filePath', present: true }], kind: 'code-review' }],
      request: git('threads'),
      ...onPull,
    },
    { id: 'reply', kind: 'comment', request: git(`${thread}/comments`), ...onThread },
    {
      id: 'edit-comment',
      kind: 'edit',
      edit: true,
      request: git(`${thread}/comments/${comment}`, 'PATCH'),
      ...onThread,
    },
    {
      id: 'delete-comment',
      kind: 'comment',
      undo: true,
      undoes: ['comment', 'reply'],
      request: git(`${thread}/comments/${comment}`, 'DELETE'),
      ...onThread,
    },
    ...pair((undo) => ({
      id: undo ? 'unlike' : 'like',
      kind: 'like',
      undo,
      request: git(`${thread}/comments/${comment}/likes`, undo ? 'DELETE' : 'POST'),
      ...onThread,
    })),
    {
      id: 'settle',
      kind: 'moderation',
      request: git(thread, 'PATCH'),
      ...onThread,
      detail: { act: { text: 'settle' } },
    },
    { id: 'comment-item', kind: 'comment', request: wit('comments'), ...onItem },
    {
      id: 'edit-item-comment',
      kind: 'edit',
      edit: true,
      request: wit(`comments/${comment}`, 'PATCH'),
      ...onItemComment,
    },
    {
      id: 'delete-item-comment',
      kind: 'comment',
      undo: true,
      undoes: ['comment-item'],
      request: wit(`comments/${comment}`, 'DELETE'),
      ...onItemComment,
    },
    ...pair((undo) => ({
      id: undo ? 'unreact' : 'react',
      kind: 'like',
      undo,
      request: wit(`comments/${comment}/reactions/:reaction`, undo ? 'DELETE' : 'PUT'),
      ...onItemComment,
      detail: { reaction: '/url/reaction', act: '/url/reaction' },
    })),
  ],
  unseen: [
    'Merged, abandoned and new pull requests: their requests have bodies that the browser does not show, or a live connection.',
    'Changes to the fields of work items.',
    'Who you are. Whether a project can be read by everybody: every entry counts as limited.',
  ],
  sources: [
    'Azure DevOps REST API 7.1 reference (git pull request threads, reviewers, likes; work item comments, reactions)',
  ],
});
