import { defineSite } from '../define.ts';
import type { Action, RequestRule, Test } from '../schema.ts';

/** Bitbucket Cloud. The page speaks the public API below `/!api/`, so its routes are the documented ones. */

const repo = (path: string, method: RequestRule['method'] = 'POST', where?: Test[]): RequestRule => ({
  method,
  url: `/!api/:version(2.0|internal)/repositories/:owner/:repo/${path}`,
  ...(where ? { where } : {}),
});
const limited: Test[] = [{ at: '/page/locked', present: true }];
const at = 'https://bitbucket.org/{url.owner}/{url.repo}';
const pull = 'pullrequests/:number(\\d+)';
const pullUrl = `${at}/pull-requests/{url.number}`;
const onPull: Pick<Action, 'object' | 'limited'> = {
  object: { url: pullUrl, id: '{url.owner}/{url.repo}/{url.number}', title: '/page/title' },
  limited,
};
const onPullComment: Pick<Action, 'object' | 'to' | 'limited'> = {
  object: { url: `${pullUrl}#comment-{url.comment}`, id: '{url.comment}', title: '/page/title' },
  to: { name: { text: '' } },
  limited,
};
const issue = 'issues/:number(\\d+)';
const onIssue: Pick<Action, 'object' | 'limited'> = {
  object: { url: `${at}/issues/{url.number}`, id: '{url.owner}/{url.repo}/issues/{url.number}', title: '/page/title' },
  limited,
};
/** POST or PUT does, DELETE takes back. */
const pair = (
  id: string,
  kind: Action['kind'],
  path: string,
  verb: 'POST' | 'PUT',
  rest: Omit<Action, 'id' | 'kind'>,
): Action[] =>
  [false, true].map((undo) => ({
    id: undo ? `un${id}` : id,
    kind,
    undo,
    request: repo(path, undo ? 'DELETE' : verb),
    ...rest,
  }));
const act = (text: string) => ({ detail: { act: { text } } });

export default defineSite({
  id: 'bitbucket',
  name: 'Bitbucket Cloud',
  version: 1,
  group: 'work',
  confidence: 'medium',
  hosts: ['bitbucket.org'],
  page: {
    title: { select: '[data-qa="pr-header-title"], [data-testid="pr-header-title"], h1' },
    locked: {
      select: '[data-testid="repository-private-icon"], [aria-label="Private repository"]',
      attr: 'aria-label',
    },
  },
  composers: ['.ak-editor-content-area [contenteditable="true"]'],
  actions: [
    ...pair('approve', 'code-review', `${pull}/approve`, 'POST', { ...onPull, ...act('approve') }),
    ...pair('request-changes', 'code-review', `${pull}/request-changes`, 'POST', {
      ...onPull,
      ...act('request-changes'),
    }),
    ...pair('resolve', 'moderation', `${pull}/comments/:comment(\\d+)/resolve`, 'POST', {
      ...onPullComment,
      ...act('resolve'),
    }),
    {
      id: 'comment',
      kind: 'comment',
      becomes: [
        {
          where: [
            { at: '/json/inline/path', present: true },
            { at: '/json/parent/id', present: false },
          ],
          kind: 'code-review',
        },
      ],
      request: repo(`${pull}/comments`),
      take: { parent: '/json/parent/id' },
      object: { url: [`${pullUrl}#comment-{parent}`, pullUrl], title: '/page/title' },
      // Waits for the review to be sent.
      draft: [{ at: '/json/pending', is: true }],
      limited,
    },
    {
      id: 'edit-comment',
      kind: 'edit',
      edit: true,
      request: repo(`${pull}/comments/:comment(\\d+)`, 'PUT'),
      ...onPullComment,
    },
    {
      id: 'delete-comment',
      kind: 'comment',
      undo: true,
      undoes: ['comment'],
      request: repo(`${pull}/comments/:comment(\\d+)`, 'DELETE'),
      ...onPullComment,
    },
    { id: 'task', kind: 'comment', request: repo(`${pull}/tasks`), ...onPull, ...act('task') },
    { id: 'merge', kind: 'moderation', request: repo(`${pull}/merge`), ...onPull, ...act('merge') },
    { id: 'decline', kind: 'moderation', request: repo(`${pull}/decline`), ...onPull, ...act('decline') },
    { id: 'edit-pull', kind: 'edit', request: repo(pull, 'PUT'), ...onPull },
    {
      id: 'open-pull',
      kind: 'post',
      request: repo('pullrequests'),
      object: { url: `${at}/pull-requests`, title: '/json/title' },
      to: { name: '/url/owner', url: 'https://bitbucket.org/{url.owner}' },
      draft: [{ at: '/json/draft', is: true }],
      limited,
    },
    ...pair('vote', 'vote', `${issue}/vote`, 'PUT', { ...onIssue, detail: { vote: { text: 'up' } } }),
    ...pair('watch', 'follow', `${issue}/watch`, 'PUT', { ...onIssue, ...act('watch') }),
    { id: 'comment-issue', kind: 'comment', request: repo(`${issue}/comments`), ...onIssue },
    {
      id: 'open-issue',
      kind: 'post',
      request: repo('issues'),
      object: { url: `${at}/issues`, title: '/json/title' },
      to: { name: '/url/owner', url: 'https://bitbucket.org/{url.owner}' },
      limited,
    },
  ],
  unseen: [
    'Comments of a review that is not sent yet, on purpose.',
    'The address of a new comment or pull request, and who you are.',
    'What you push, and changes to files in the browser; reactions.',
  ],
  sources: ['Bitbucket Cloud REST API 2.0 reference; requests of the pages below /!api/ in extensions (2020-2025)'],
});
