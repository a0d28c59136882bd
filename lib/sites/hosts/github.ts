import { defineSite } from '../define.ts';
import type { Action, Item, RequestRule, Test, Value } from '../schema.ts';

/**
 * GitHub and GitHub Enterprise. Three ways of writing live side by side: issues through persisted GraphQL, pull
 * requests through `page_data` routes, and Rails forms for everything that is older.
 */

// ── issues: JSON sent as text/plain; ids are opaque, so the page's own address tells which issue it is ──
const mutation = (name: Test): RequestRule => ({ url: '/_graphql', decode: ['json'], where: [name] });
const called = (is: string): Test => ({ at: '/json/persistedQueryName', is });
const like = (matches: string): Test => ({ at: '/json/persistedQueryName', matches });
const input = (name: string) => [`/json/variables/input/${name}`, `/json/variables/${name}`];

/** The issue, pull request or discussion that the page shows; its repository. */
const here: Value = {
  from: '/page/url',
  via: [{ match: '^https?://[^/]+(/[^/]+/[^/]+/(?:issues|pull|discussions)/\\d+)' }],
};
const repository: Value = { from: '/page/url', via: [{ match: '^https?://[^/]+(/[^/?#]+/[^/?#]+)' }] };
const onPage = { take: { here, repository }, object: { url: '{origin}{here}', id: '{here}' } };
const inRepository = {
  take: { repository },
  object: { url: '{origin}{repository}', id: '{repository}', title: repository },
  to: { name: { text: '' } },
};

// ── pull requests ──
const pull = '{origin}/{url.owner}/{url.repo}/pull/{url.number}';
const onPull = { object: { url: pull, id: '/{url.owner}/{url.repo}/pull/{url.number}' } };
const pageData = (route: string, method: 'POST' | 'PUT' | 'PATCH' = 'POST'): RequestRule => ({
  method,
  url: `/:owner/:repo/pull/:number(\\d+)/page_data/${route}`,
});
const number = (from: string): Value => ({ from, via: [{ match: '^(\\d+)$' }] });
/** Comments are named by what they are. */
const onPullComment = {
  take: {
    comment: number('/json/issueCommentId'),
    inline: number('/json/commentId'),
    summary: number('/json/reviewSummaryCommentId'),
  },
  object: {
    url: [
      `${pull}#issuecomment-{comment}`,
      `${pull}#discussion_r{inline}`,
      `${pull}#pullrequestreview-{summary}`,
      pull,
    ],
  },
};

// ── forms: Rails hides the method in a field ──
const hidden = (is: string): Test => ({ at: '/form/_method', is });
const onComment = {
  take: { here },
  object: { url: '{origin}{here}#issuecomment-{url.id}', id: 'issuecomment-{url.id}' },
};

const own: Test = { at: '/page/author', same: '/account' };
const reaction = (from: string[]): Value => ({ from, via: [{ match: '^([A-Za-z_]+)' }] });
/** Several reactions to one thing stand side by side, so each is an act of its own. */
const reacting = (from: string[]) => ({ reaction: reaction(from), act: reaction(from) });
const verdict: Value = {
  from: ['/json/event', '/form/pull_request_review[event]'],
  via: [
    'lower',
    {
      map: { approve: 'approve', comment: 'comment', 'request changes': 'request-changes', reject: 'request-changes' },
    },
  ],
};

const moderation = (id: string, act: string, rest: Omit<Action, 'id' | 'kind' | 'detail'>): Action => ({
  id,
  kind: 'moderation',
  detail: { act: { text: act } },
  ...rest,
});

const anchors = '(?:issuecomment-|discussion_r|pullrequestreview-|discussioncomment-)\\d+';
const nameOf = '^https?://[^/]+/(?:apps/)?([^/?#]+)';
/** A new comment of one's own: those of others arrive live. */
const ownComment = (where: string, url: string) => ({
  appears: ['a.author', 'a[data-testid="avatar-link"]']
    .map((link) => `${where}:has(${link}[href$="/{account}"])`)
    .join(', '),
  read: {
    anchor: [
      { attr: 'id', match: `^(${anchors})$` },
      {
        select: `[id^="issuecomment-"], [id^="discussion_r"], [id^="discussioncomment-"]`,
        attr: 'id',
        match: `^(${anchors})`,
      },
      { select: 'a:has(relative-time), a.js-timestamp', attr: 'href', match: `#(${anchors})$` },
    ],
  },
  url: `${url}#{made.anchor}`,
  id: '{made.anchor}',
});

const author = 'a.author, a[data-testid="avatar-link"], a[data-testid="issue-body-header-author"]';
const ofPage = { of: 'page' } as const;
const around: Item['read'] = {
  title: [
    { ...ofPage, select: '[data-testid="issue-title"], .js-issue-title, .markdown-title' },
    { ...ofPage, select: 'meta[property="og:title"]', attr: 'content' },
  ],
  topics: { ...ofPage, select: 'a.topic-tag, .js-issue-labels .IssueLabel, [data-testid="issue-labels"] a', all: true },
  public: { ...ofPage, select: 'meta[name="octolytics-dimension-repository_public"]', attr: 'content' },
};
const ofComment: Item['read'] = {
  anchor: [
    { attr: 'id', match: `^(${anchors})$` },
    { select: 'a:has(relative-time), a.js-timestamp, a[id$="-permalink"]', attr: 'href', match: `#(${anchors})$` },
  ],
  author: { select: author, attr: 'href', match: nameOf },
  authorUrl: { select: author, attr: 'href', match: '^([^?#]+)' },
  ...around,
};

const star = {
  select: '[data-testid="star-button"], form[action$="/star"] button, form[action$="/unstar"] button',
  on: '.js-toggler-container.on button, [data-testid="star-button"][aria-label^="Starred"]',
};
const onRepository = {
  object: { url: '{origin}/{url.owner}/{url.repo}', id: '/{url.owner}/{url.repo}', title: '/url/repo' },
  to: { name: '/url/owner', url: '{origin}/{url.owner}' },
};
const composer = {
  select:
    '#react-issue-comment-composer button, [data-testid="comment-composer"] button[data-variant="primary"], form.js-new-comment-form',
  submits: true,
};

const issues: Action[] = [
  {
    id: 'comment-issue',
    kind: 'comment',
    request: mutation(called('addCommentMutation')),
    control: composer,
    ...onPage,
    made: ownComment('.react-issue-comment', '{origin}{here}'),
    refusal: 'hidden',
  },
  {
    id: 'open-issue',
    kind: 'post',
    request: mutation(called('createIssueMutation')),
    take: { repository },
    object: { url: ['{made.link}', '{origin}{repository}'], title: { from: input('title') } },
    to: { name: { text: '' } },
    made: {
      appears: '.react-issue-body, [data-testid="issue-viewer-issue-container"]',
      read: {
        link: { select: 'a[href*="#issue-"], a:has(relative-time)', attr: 'href', match: '^([^?#]+/issues/\\d+)' },
      },
      url: '{made.link}',
    },
    refusal: 'hidden',
  },
  moderation('close-issue', 'close', {
    request: mutation(called('updateIssueStateMutationCloseMutation')),
    ...onPage,
    refusal: 'hidden',
  }),
  moderation('reopen-issue', 'reopen', {
    request: mutation(called('updateIssueStateMutation')),
    ...onPage,
    refusal: 'hidden',
  }),
  ...(['add', 'remove'] as const).map(
    (verb): Action => ({
      id: verb === 'add' ? 'react' : 'unreact',
      kind: 'like',
      undo: verb === 'remove',
      request: mutation(called(`${verb}ReactionMutation`)),
      control: { select: 'div[aria-label="Reactions"] button[role="switch"]', on: '[aria-checked="true"]' },
      take: { here },
      object: { url: ['{origin}{here}#{page.anchor}', '{origin}{here}'] },
      detail: reacting(input('content')),
      refusal: 'status',
      confidence: 'medium',
    }),
  ),
  {
    id: 'edit-issue',
    kind: 'edit',
    edit: [own],
    request: mutation(like('^update(?:IssueComment|IssueBody|IssueTitle)\\w*Mutation$')),
    take: { here },
    object: { url: ['{origin}{here}#{page.anchor}', '{origin}{here}'] },
    refusal: 'hidden',
    confidence: 'low',
  },
  moderation('delete-issue-comment', 'delete', {
    becomes: [{ where: [own], kind: 'comment' }],
    undo: [own],
    request: mutation(like('^delete(?:Issue)?Comment\\w*Mutation$')),
    take: { here },
    object: { url: ['{origin}{here}#{page.anchor}', '{origin}{here}'] },
    refusal: 'hidden',
    confidence: 'low',
  }),
  moderation('triage', 'triage', {
    request: mutation(like('^(?:add|remove|set|update|replace)\\w*(?:Label|Assignee|Milestone)\\w*Mutation$')),
    ...onPage,
    refusal: 'hidden',
    confidence: 'low',
  }),
  moderation('hide-issue-comment', 'hide', {
    request: mutation(like('^minimize\\w*Mutation$')),
    take: { here },
    object: { url: ['{origin}{here}#{page.anchor}', '{origin}{here}'] },
    refusal: 'hidden',
    confidence: 'low',
  }),
];

const pulls: Action[] = [
  {
    id: 'review',
    kind: 'code-review',
    request: [pageData('submit_review', 'PUT'), { url: '/:owner/:repo/pull/:number(\\d+)/reviews' }],
    control: {
      select:
        '#pull_requests_submit_review, form[action*="/reviews"], [class*="ReviewMenuButton-module__ReviewMenuButton"]',
    },
    ...onPull,
    detail: { act: verdict },
    made: ownComment('[id^="pullrequestreview-"]', pull),
  },
  {
    id: 'review-comment',
    kind: 'code-review',
    becomes: [{ where: [{ at: '/json/inReplyTo', present: true }], kind: 'comment' }],
    request: pageData('create_review_comment'),
    take: { replied: number('/json/inReplyTo') },
    object: { url: [`${pull}#discussion_r{replied}`, pull] },
    detail: { act: { text: 'comment' } },
    // Only added to a review that is sent later.
    draft: [{ at: '/json/submitBatch', is: false }],
    made: ownComment('[id^="discussion_r"]', pull),
  },
  {
    id: 'edit-review-comment',
    kind: 'edit',
    edit: true,
    request: pageData('update_review_comment', 'PUT'),
    object: { url: `${pull}#discussion_r{json.commentId}`, id: 'discussion_r{json.commentId}' },
    to: { name: { text: '' } },
  },
  {
    id: 'comment-pull',
    kind: 'comment',
    request: [
      pageData('create_timeline_comment'),
      {
        url: '/:owner/:repo/pull/:number(\\d+)/comment',
        where: [{ at: '/form/comment[body]', present: true }],
      },
    ],
    control: composer,
    ...onPull,
    made: ownComment('.js-comment', pull),
  },
  // "Comment and close" is one form with two acts.
  ...(['close', 'open'] as const).map((verb) =>
    moderation(verb === 'close' ? 'comment-and-close' : 'comment-and-reopen', verb === 'close' ? 'close' : 'reopen', {
      also: true,
      request: {
        url: '/:owner/:repo/pull/:number(\\d+)/comment',
        where: [{ at: `/form/comment_and_${verb}`, present: true }],
      },
      control: { select: `button[name="comment_and_${verb}"]` },
      ...onPull,
    }),
  ),
  ...(['add', 'remove'] as const).map(
    (verb): Action => ({
      id: `${verb}-pull-reaction`,
      kind: 'like',
      undo: verb === 'remove',
      request: pageData(`${verb}_comment_reaction`),
      ...onPullComment,
      detail: reacting(['/json/reaction']),
    }),
  ),
  moderation('resolve', 'resolve', { request: pageData('resolve_thread'), ...onPull }),
  moderation('unresolve', 'resolve', { undo: true, request: pageData('unresolve_thread'), ...onPull }),
  moderation('hide-comment', 'hide', { request: pageData('hide_comment'), ...onPull }),
  moderation('unhide-comment', 'hide', { undo: true, request: pageData('unhide_comment'), ...onPull }),
  moderation('merge', 'merge', { request: pageData('merge'), ...onPull }),
  moderation('auto-merge', 'auto-merge', { request: pageData('enable_auto_merge'), ...onPull }),
  moderation('stop-auto-merge', 'auto-merge', {
    undo: true,
    request: [pageData('disable_auto_merge'), pageData('dequeue_pull_request')],
    ...onPull,
  }),
  moderation('close-pull', 'close', { request: pageData('close_pull_request'), ...onPull }),
  moderation('reopen-pull', 'reopen', { request: pageData('reopen_pull_request'), ...onPull }),
  moderation('to-draft', 'to-draft', { request: pageData('convert_to_draft'), ...onPull }),
  moderation('ready', 'ready', { request: pageData('mark_ready_for_review'), ...onPull }),
  moderation('dismiss-review', 'dismiss', { request: pageData('dismiss_review'), ...onPull }),
  {
    id: 'apply-suggestion',
    kind: 'edit',
    request: [pageData('apply_suggestions'), pageData('apply_review_suggestions')],
    ...onPull,
    detail: { act: { text: 'apply-suggestion' } },
  },
  {
    id: 'edit-pull',
    kind: 'edit',
    edit: [own],
    request: [pageData('update_title', 'PATCH'), pageData('update_description', 'PATCH')],
    ...onPull,
  },
];

const forms: Action[] = [
  {
    id: 'star',
    kind: 'like',
    request: { url: '/:owner/:repo/star' },
    control: star,
    ...onRepository,
  },
  {
    id: 'unstar',
    kind: 'like',
    undo: true,
    request: { url: '/:owner/:repo/unstar' },
    control: star,
    ...onRepository,
  },
  {
    id: 'watch',
    kind: 'follow',
    undo: [{ at: '/form/do', is: 'included' }],
    request: { url: '/notifications/subscribe', where: [{ at: '/form/do', is: ['subscribed', 'included'] }] },
    ...inRepository,
  },
  {
    id: 'follow',
    kind: 'follow',
    request: { url: '/users/follow', where: [{ at: '/query/target', present: true }] },
    object: { url: '{origin}/{query.target}', id: '{query.target}', title: '/query/target' },
    to: { name: '/query/target', url: '{origin}/{query.target}' },
    confidence: 'medium',
  },
  {
    id: 'unfollow',
    kind: 'follow',
    undo: true,
    request: { url: '/users/unfollow', where: [{ at: '/query/target', present: true }] },
    object: { url: '{origin}/{query.target}', id: '{query.target}', title: '/query/target' },
    to: { name: '/query/target', url: '{origin}/{query.target}' },
    confidence: 'medium',
  },
  {
    id: 'edit-comment',
    kind: 'edit',
    edit: [own],
    request: { url: '/:owner/:repo/issue_comments/:id(\\d+)', where: [hidden('put')] },
    control: { select: 'form.js-comment-update', submits: true },
    ...onComment,
  },
  moderation('delete-comment', 'delete', {
    becomes: [{ where: [own], kind: 'comment' }],
    undo: [own],
    request: { url: '/:owner/:repo/issue_comments/:id(\\d+)', where: [hidden('delete')] },
    ...onComment,
  }),
  {
    id: 'react-form',
    kind: 'like',
    undo: [{ at: '/form/input[content]', matches: ' unreact$' }],
    request: {
      url: ['*/reactions', '*/reactions/*', '*/update_reactions'],
      where: [{ at: '/form/input[content]', matches: ' (?:un)?react$' }],
    },
    control: { select: '.js-pick-reaction button' },
    take: { here, subject: '/form/input[subjectId]' },
    object: { url: ['{origin}{here}#{page.anchor}', '{origin}{here}', '{page.url}'], id: '{subject}' },
    detail: reacting(['/form/input[content]']),
    confidence: 'medium',
  },
  {
    id: 'open-pull',
    kind: 'post',
    request: { url: '/:owner/:repo/pull/create' },
    object: {
      url: ['{origin}/{url.owner}/{url.repo}/pull/{made.number}', '{origin}/{url.owner}/{url.repo}'],
      title: '/form/pull_request[title]',
    },
    to: { name: '/url/owner', url: '{origin}/{url.owner}' },
    made: {
      location: '/:owner/:repo/pull/:number(\\d+)',
      url: '{origin}/{url.owner}/{url.repo}/pull/{made.number}',
    },
    refusal: 'hidden',
    confidence: 'medium',
  },
  {
    id: 'fork',
    kind: 'other',
    request: { url: ['/:owner/:repo/fork', '/:owner/:repo/forks'] },
    ...onRepository,
    detail: { act: { text: 'fork' } },
    confidence: 'medium',
  },
  {
    id: 'comment-discussion',
    kind: 'comment',
    request: {
      url: '/:owner/:repo/discussions/:number(\\d+)/comments',
      where: [{ at: '/form/comment[body]', present: true }],
    },
    control: composer,
    object: { url: '{origin}/{url.owner}/{url.repo}/discussions/{url.number}' },
    made: ownComment('.js-comment', '{origin}/{url.owner}/{url.repo}/discussions/{url.number}'),
    confidence: 'low',
  },
  {
    id: 'open-discussion',
    kind: 'post',
    request: { url: '/:owner/:repo/discussions', where: [{ at: '/form/discussion[title]', present: true }] },
    object: {
      url: ['{origin}/{url.owner}/{url.repo}/discussions/{made.number}', '{origin}/{url.owner}/{url.repo}/discussions'],
      title: '/form/discussion[title]',
    },
    to: { name: { text: '' } },
    made: {
      location: '/:owner/:repo/discussions/:number(\\d+)',
      url: '{origin}/{url.owner}/{url.repo}/discussions/{made.number}',
    },
    refusal: 'hidden',
    confidence: 'low',
  },
  {
    id: 'upvote-discussion',
    kind: 'vote',
    undo: [hidden('delete')],
    request: { url: '/:owner/:repo/discussions/:number(\\d+)/:rest(.*upvote.*)' },
    object: {
      url: [
        '{origin}/{url.owner}/{url.repo}/discussions/{url.number}#{page.anchor}',
        '{origin}/{url.owner}/{url.repo}/discussions/{url.number}',
      ],
    },
    detail: { vote: { text: 'up' } },
    confidence: 'low',
  },
  {
    id: 'mark-answer',
    kind: 'other',
    undo: [hidden('delete')],
    request: { url: '/:owner/:repo/discussions/:number(\\d+)/:rest(.*answer.*)' },
    object: {
      url: [
        '{origin}/{url.owner}/{url.repo}/discussions/{url.number}#{page.anchor}',
        '{origin}/{url.owner}/{url.repo}/discussions/{url.number}',
      ],
    },
    detail: { act: { text: 'accept' } },
    confidence: 'low',
  },
  {
    id: 'commit',
    kind: 'edit',
    request: { url: '/:owner/:repo/tree-save/:rest(.+)' },
    ...onRepository,
    detail: { act: { text: 'commit' } },
    confidence: 'low',
  },
  {
    id: 'edit-wiki',
    kind: 'edit',
    request: { url: '/:owner/:repo/wiki{/:name}?', where: [{ at: '/form/wiki[body]', present: true }] },
    object: { url: ['{origin}/{url.owner}/{url.repo}/wiki/{url.name}', '{origin}/{url.owner}/{url.repo}/wiki'] },
    to: { name: { text: '' } },
    confidence: 'low',
  },
  {
    id: 'release',
    kind: 'post',
    request: { url: '/:owner/:repo/releases', where: [{ at: '/form/release[tag_name]', present: true }] },
    draft: [{ at: '/form/release[draft]', is: ['1', 'true'] }],
    take: { tag: '/form/release[tag_name]' },
    object: {
      url: '{origin}/{url.owner}/{url.repo}/releases/tag/{tag}',
      title: '/form/release[name]',
    },
    to: { name: { text: '' } },
    confidence: 'low',
  },
];

export default defineSite({
  id: 'github',
  name: 'GitHub',
  version: 1,
  group: 'work',
  confidence: 'high',
  hosts: ['github.com', 'gist.github.com'],
  // GitHub Enterprise, on a company's own host.
  signals: [
    { select: 'meta[name="expected-hostname"]' },
    { select: 'meta[property="og:site_name"]', attr: 'content', matches: '^GitHub( Enterprise)?$' },
  ],
  account: {
    name: { of: 'page', select: 'meta[name="user-login"]', attr: 'content' },
    url: '{origin}/{account}',
    signedOut: 'body.logged-out, meta[name="user-login"][content=""]',
  },
  items: [
    { select: '.react-issue-body', read: { ...ofComment, anchor: { attr: 'id', match: `^(${anchors})$` } } },
    { select: '.react-issue-comment, .review-comment, .js-comment, [data-testid="review-thread"]', read: ofComment },
  ],
  page: {
    author: [
      { select: 'a[data-testid="issue-body-header-author"], .gh-header-meta a.author', attr: 'href', match: nameOf },
      { select: '.js-comment a.author', attr: 'href', match: nameOf },
    ],
    authorUrl: [
      {
        select: 'a[data-testid="issue-body-header-author"], .gh-header-meta a.author',
        attr: 'href',
        match: '^([^?#]+)',
      },
      { select: '.js-comment a.author', attr: 'href', match: '^([^?#]+)' },
    ],
    ...around,
  },
  composers: [
    '#react-issue-comment-composer textarea',
    '[data-testid="comment-composer"] textarea',
    'textarea.js-comment-field',
    'textarea[name$="[body]"]',
    'textarea',
  ],
  // What happens in a private repository is for those who can see it.
  actions: [...issues, ...pulls, ...forms].map((action) => ({
    ...action,
    limited: [{ at: '/page/public', is: 'false' }],
  })),
  unseen: [
    'Commits pushed with git, and everything done with the command line or another program.',
    'Issues in a side panel of a board or a list: the page does not say which one it is.',
    'Number of a new comment, where the page shows it too late.',
    'Discussions, wiki, releases and the web editor are known only roughly.',
  ],
  sources: [
    'flazouh/gitquiet docs/spec/github-write-api.md (2026-08, verified on live repositories)',
    'refined-github/refined-github source/github-helpers/selectors.ts (2026-08), a recording of star, watch and close (2026-04)',
  ],
});
