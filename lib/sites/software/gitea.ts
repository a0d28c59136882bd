import { defineSite } from '../define.ts';
import type { Action, RequestRule, Test, Value } from '../schema.ts';

/**
 * Gitea and Forgejo, which share their routes, on hosts of their own and below a path. Forms answer with a redirect, or
 * with 200 and the redirect inside.
 */

const repo = ':base(.*)/:owner/:repo';
const repoUrl = '{origin}{url.base}/{url.owner}/{url.repo}';
/** An installation at the root of its host has no base, and an empty name fills no template. */
const both = (url: string) => [url, url.replace('{url.base}', '')];
const on = (path: string, where?: Test[], method?: RequestRule['method']): RequestRule => ({
  url: `${repo}${path}`,
  ...(where ? { where } : {}),
  ...(method ? { method } : {}),
});

const nobody = { name: { text: '' } };
const title: Value = '/page/title';
const signIn = ['*/user/login'];

const onRepo: Pick<Action, 'object' | 'to' | 'refusedAt'> = {
  object: { url: both(repoUrl), id: '/{url.owner}/{url.repo}', title: '/url/repo' },
  to: { name: '/url/owner', url: both('{origin}{url.base}/{url.owner}') },
  refusedAt: signIn,
};
/** Issues and pull requests share their numbers. */
const issue = '/:type(issues|pulls)/:number(\\d+)';
const issueUrl = `${repoUrl}/{url.type}/{url.number}`;
const onIssue: Pick<Action, 'object' | 'refusedAt'> = {
  object: { url: both(issueUrl), id: '/{url.owner}/{url.repo}/{url.type}/{url.number}', title },
  refusedAt: signIn,
};
const pull = '/pulls/:number(\\d+)';
const pullUrl = `${repoUrl}/pulls/{url.number}`;
const onPull: Pick<Action, 'object' | 'refusedAt'> = {
  object: { url: both(pullUrl), id: '/{url.owner}/{url.repo}/pulls/{url.number}', title },
  refusedAt: signIn,
};
/** Requests about a comment name the comment alone; the page's address tells the issue. */
const here: Value = { from: '/page/url', via: [{ match: '^(https?://[^?#]+/(?:issues|pulls)/\\d+)' }] };
const onComment: Pick<Action, 'take' | 'target' | 'object' | 'refusedAt'> = {
  take: { here },
  target: '/url/id',
  object: { url: ['{here}#issuecomment-{url.id}', ...both(repoUrl)], id: 'issuecomment-{url.id}', title },
  refusedAt: signIn,
};
const own: Test = { at: '/page/author', same: '/account' };

/** Several reactions to one thing stand side by side, so each is an act of its own. */
const content = { reaction: '/form/content', act: '/form/content' } as const;
const reaction = (undo: boolean, where: 'issue' | 'comment'): Action => ({
  id: `${undo ? 'unreact' : 'react'}${where === 'comment' ? '-comment' : ''}`,
  kind: 'like',
  undo,
  request: on(`${where === 'issue' ? issue : '/comments/:id(\\d+)'}/reactions/${undo ? 'unreact' : 'react'}`),
  ...(where === 'issue' ? onIssue : onComment),
  detail: content,
});

const starring = (undo: boolean): Action => ({
  id: undo ? 'unstar' : 'star',
  kind: 'like',
  undo,
  request: on(`/action/${undo ? 'unstar' : 'star'}`),
  control: { select: 'form[action$="/action/star"] button, form[action$="/action/unstar"] button' },
  ...onRepo,
  detail: { reaction: { text: 'star' } },
});
const watching = (undo: boolean): Action => ({
  id: undo ? 'unwatch' : 'watch',
  kind: 'follow',
  undo,
  request: on(`/action/${undo ? 'unwatch' : 'watch'}`),
  ...onRepo,
  detail: { act: { text: 'watch' } },
});
const moderation = (id: string, act: string, request: Action['request'], rest: Partial<Action> = {}): Action => ({
  id,
  kind: 'moderation',
  request,
  ...onIssue,
  detail: { act: { text: act } },
  ...rest,
});
const onList = (path: string, act: string) =>
  moderation(`${act}-in-list`, act, on(`/:type(issues|pulls)/${path}`), {
    take: { number: { from: '/form/issue_ids', via: [{ match: '^(\\d+)$' }] }, here },
    object: { url: ['{here}', ...both(`${repoUrl}/{url.type}`)], title },
    to: nobody,
  });
/** The pressed button is a field without a value. */
const pending: Test[] = [{ at: '/form/pending_review', matches: '^' }];

const author = 'a.author, .comment-header a.author, .timeline .author';

export default defineSite({
  id: 'gitea',
  name: 'Gitea and Forgejo',
  version: 1,
  group: 'knowledge',
  confidence: 'high',
  hosts: ['codeberg.org', 'gitea.com'],
  signals: [
    { select: 'meta[name="author"]', attr: 'content', matches: '^(?:Gitea|Forgejo)\\b' },
    { select: 'meta[name="keywords"]', attr: 'content', matches: '\\b(?:gitea|forgejo)\\b' },
    { select: 'footer a[href*="about.gitea.com"], footer a[href*="forgejo.org"]' },
  ],
  account: {
    name: { of: 'page', select: '.user-menu .header strong, nav .menu .header strong' },
    url: '{origin}/{account}',
    signedOut: '#navbar a[href*="/user/login"], nav a[href*="/user/login"]',
  },
  items: [
    {
      select: '[id^="issuecomment-"]',
      read: {
        id: { attr: 'id', match: '^issuecomment-(\\d+)$' },
        author: { select: author },
        authorUrl: { select: author, attr: 'href' },
        title: {
          of: 'page',
          select: '#issue-title-display h1, .issue-title-header h1, #issue-title',
          match: '^(.+?)(?: #\\d+)?$',
        },
      },
    },
    {
      select: '.timeline-item.comment',
      read: {
        author: { select: author },
        authorUrl: { select: author, attr: 'href' },
        title: {
          of: 'page',
          select: '#issue-title-display h1, .issue-title-header h1, #issue-title',
          match: '^(.+?)(?: #\\d+)?$',
        },
      },
    },
  ],
  page: {
    title: { select: '#issue-title-display h1, .issue-title-header h1, #issue-title', match: '^(.+?)(?: #\\d+)?$' },
    topics: { select: '#repo-topics a.topic, .repo-topic', all: true },
  },
  composers: ['textarea[name="content"]'],
  actions: [
    starring(true),
    starring(false),
    watching(true),
    watching(false),
    reaction(true, 'issue'),
    reaction(false, 'issue'),
    reaction(true, 'comment'),
    reaction(false, 'comment'),

    {
      id: 'comment',
      kind: 'comment',
      request: on(`${issue}/comments`, [{ at: '/form/content', matches: '\\S' }]),
      control: { select: '#comment-form', submits: true },
      ...onIssue,
      made: { location: '*#issuecomment-:id', url: '{made.location}', id: 'issuecomment-{made.id}' },
    },
    // The button beside "comment" closes or reopens, with words or without.
    ...(['close', 'reopen'] as const).map(
      (act): Action =>
        moderation(act, act, on(`${issue}/comments`, [{ at: '/form/status', is: act }]), {
          also: true,
          control: { select: '#comment-form', submits: true },
        }),
    ),
    { id: 'edit-comment', kind: 'edit', edit: [own], request: on('/comments/:id(\\d+)'), ...onComment },
    {
      id: 'delete-comment',
      kind: 'moderation',
      becomes: [{ where: [own], kind: 'comment' }],
      undo: [own],
      undoes: ['comment'],
      request: on('/comments/:id(\\d+)/delete'),
      ...onComment,
      detail: { act: { text: 'delete' } },
    },
    {
      id: 'edit-issue',
      kind: 'edit',
      request: on(`${issue}/:part(content|title)`),
      ...onIssue,
      detail: { act: '/url/part' },
    },
    {
      id: 'open-issue',
      kind: 'post',
      request: on('/issues/new', [{ at: '/form/title', present: true }]),
      control: { select: 'form.new-issue, #new-issue', submits: true },
      object: { url: ['{made.location}', ...both(repoUrl)], title: '/form/title' },
      to: nobody,
      made: { location: '*/issues/:id', url: '{made.location}', id: '{made.location}' },
      refusedAt: signIn,
    },
    {
      id: 'open-pull',
      kind: 'post',
      request: on('/compare/*', [{ at: '/form/title', present: true }]),
      object: { url: ['{made.location}', ...both(repoUrl)], title: '/form/title' },
      to: nobody,
      made: { location: '*/pulls/:id', url: '{made.location}', id: '{made.location}' },
      refusedAt: signIn,
    },

    {
      id: 'review',
      kind: 'code-review',
      request: on(`${pull}/files/reviews/submit`),
      control: { select: '#review-box button[name="type"]' },
      ...onPull,
      detail: {
        act: {
          from: '/form/type',
          via: [{ map: { approve: 'approve', comment: 'comment', reject: 'request-changes' } }],
        },
      },
    },
    {
      id: 'review-comment',
      kind: 'code-review',
      // An answer in a thread.
      becomes: [{ where: [{ at: '/form/reply', matches: '^[1-9]\\d*$' }], kind: 'comment' }],
      request: on(`${pull}/files/reviews/comments`),
      ...onPull,
      detail: { act: { text: 'comment' } },
      draft: pending,
    },
    moderation('dismiss-review', 'dismiss-review', on('/:type(issues|pulls)/dismiss_review'), {
      take: { here },
      object: { url: ['{here}', ...both(`${repoUrl}/{url.type}`)], title },
    }),
    moderation('resolve', 'resolve', on('/:type(issues|pulls)/resolve_conversation'), {
      take: { here },
      object: { url: ['{here}', ...both(`${repoUrl}/{url.type}`)], title },
      undo: [{ at: { from: ['/form/action', '/query/action'] }, is: 'UnResolve' }],
    }),
    moderation('merge', 'merge', on(`${pull}/merge`), onPull),
    onList('status', 'status'),
    onList('labels', 'label'),
    onList('assignee', 'assign'),
    onList('milestone', 'milestone'),
    moderation('lock', 'lock', on(`${issue}/lock`)),
    moderation('unlock', 'lock', on(`${issue}/unlock`), { undo: true }),

    {
      id: 'edit-file',
      kind: 'edit',
      request: on('/:how(_edit|_new|_delete|_upload|_diffpatch|_cherrypick)/*', [
        { at: '/form/commit_choice', present: true },
      ]),
      ...onRepo,
      to: nobody,
    },
    {
      id: 'edit-wiki',
      kind: 'edit',
      request: on('/wiki{/:page}?', [
        { at: '/query/action', is: ['new', '_new', 'edit', '_edit'] },
        { at: '/form/content', present: true },
      ]),
      object: { url: both(`${repoUrl}/wiki`), id: '/{url.owner}/{url.repo}/wiki/{form.title}', title: '/form/title' },
      to: nobody,
      confidence: 'medium',
    },
    {
      id: 'follow',
      kind: 'follow',
      request: {
        url: ':base(.*)/:name',
        where: [{ at: { from: ['/query/action', '/form/action'] }, is: ['follow', 'unfollow'] }],
      },
      object: { url: both('{origin}{url.base}/{url.name}'), id: '/{url.name}', title: '/url/name' },
      to: { name: '/url/name', url: both('{origin}{url.base}/{url.name}') },
      undo: [{ at: { from: ['/query/action', '/form/action'] }, is: 'unfollow' }],
      confidence: 'medium',
    },
  ],
  unseen: [
    'The address of a new comment or issue where the page answers with 200 instead of a redirect.',
    'What you push, or do through other programs.',
    'Comments of a review that is not sent yet, on purpose.',
    'Time tracking, and subscribing to single issues.',
  ],
  sources: ['go-gitea/gitea routers/web/web.go and templates (2023-2024); Forgejo shares these routes'],
});
