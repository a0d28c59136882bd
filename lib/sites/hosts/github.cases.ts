import type { ExpectedEntry, RecordedRequest, SiteCase } from '../cases.ts';
import { defineCases } from '../define.ts';

// No "switch" case: reactions stand side by side, and nothing else has two ways.
// No "private" case: there are no messages; what is private are whole repositories, see "limited".

const site = 'https://github.com';
const wheel = '/ann/wheel';

interface Head {
  login?: string;
  public?: boolean;
}
const head = ({ login = 'ann', public: open = true }: Head = {}) =>
  `<meta name="user-login" content="${login}"><meta name="octolytics-dimension-repository_public" content="${open}">
   <meta property="og:site_name" content="GitHub"><meta name="expected-hostname" content="github.com">`;

const page = (path: string, html: string, about: Head = {}) => ({
  url: path.startsWith('https:') ? path : site + path,
  head: head(about),
  html: `<main>${html}</main>`,
});

const issueComment = (id: number, author: string, inside = '') => `
  <div class="react-issue-comment"><a data-testid="avatar-link" href="/${author}"></a>
    <a href="/mill/wheel/issues/12#issuecomment-${id}"><relative-time>today</relative-time></a><p>It creaks.</p>
    <div aria-label="Reactions"><button role="switch" aria-checked="false" class="thumb">👍</button></div>${inside}</div>`;

/** An issue in the current (React) layout. */
const issue = (number: number, below = '', about: Head = {}) =>
  page(
    `/mill/wheel/issues/${number}`,
    `<h1 data-testid="issue-title">The wheel creaks</h1><div data-testid="issue-labels"><a href="#">oak</a></div>
     <div class="react-issue-body"><a data-testid="issue-body-header-author" href="/bob">bob</a>
       <a href="/mill/wheel/issues/${number}#issue-1"><relative-time>today</relative-time></a><p>See #issuecomment-5.</p></div>
     <div id="timeline">${below}</div>
     <div id="react-issue-comment-composer"><textarea aria-labelledby="comment-composer-heading"></textarea>
       <button id="close">Close issue</button><button id="send">Comment</button></div>`,
    about,
  );

const pullComment = (id: number, author: string, inside = '') => `
  <div class="timeline-comment js-comment" id="issuecomment-${id}"><a class="author" href="/${author}">${author}</a>
    <a href="#issuecomment-${id}" id="issuecomment-${id}-permalink" class="js-timestamp"><relative-time>today</relative-time></a>${inside}</div>`;

/** A pull request, with the form still in use. */
const pull = (number: number, inside = '', about: Head = {}) =>
  page(
    `/mill/wheel/pull/${number}`,
    `<h1><bdi class="js-issue-title">Grease the axle</bdi></h1><div class="gh-header-meta"><a class="author" href="/cleo">cleo</a></div>
     <div id="timeline"></div>${inside}
     <form class="js-new-comment-form" action="/mill/wheel/pull/${number}/comment">
       <textarea id="new_comment_field" name="comment[body]"></textarea>
       <button type="submit" name="comment_and_close" value="1">Close with comment</button><button type="submit" id="send">Comment</button></form>`,
    about,
  );
const address = (number: number) => `${site}/mill/wheel/pull/${number}`;

const mutation = (persistedQueryName: string, variables: unknown, body = '{"data":{}}'): RecordedRequest => ({
  url: '/_graphql',
  text: JSON.stringify({ persistedQueryName, query: '0f1e2d3c4b5a69788796a5b4c3d2e1f0', variables }),
  contentType: 'text/plain;charset=UTF-8',
  answer: { type: 'application/json', body },
});
const onPull = (
  number: number,
  route: string,
  json: unknown = {},
  method: 'POST' | 'PUT' | 'PATCH' = 'POST',
): RecordedRequest => ({
  method,
  url: `/mill/wheel/pull/${number}/page_data/${route}`,
  json,
  answer: { type: 'application/json', body: '{}' },
});
const form = (
  url: string,
  fields: Record<string, string> = {},
  rest: Partial<RecordedRequest> = {},
): RecordedRequest => ({
  url,
  form: { authenticity_token: 'x', ...fields },
  ...rest,
});

/** One press of a button, one request, one entry. */
const plain = (
  name: string,
  where: SiteCase['page'],
  send: RecordedRequest,
  entry: ExpectedEntry,
  about: SiteCase['about'] = 'do',
): SiteCase => ({
  name,
  about,
  page: where,
  act: [{ click: '#go' }],
  sends: [send],
  expect: [entry],
});
const go = '<button id="go" type="button">Go</button>';

/** Acts on a pull request that carry nothing but their route. */
const routes: [name: string, number: number, route: string, act: string, undo?: true][] = [
  ['resolves a thread', 301, 'resolve_thread', 'resolve'],
  ['opens a resolved thread again', 302, 'unresolve_thread', 'resolve', true],
  ['hides a comment', 303, 'hide_comment', 'hide'],
  ['shows a hidden comment again', 304, 'unhide_comment', 'hide', true],
  ['merges', 305, 'merge', 'merge'],
  ['lets a pull request merge by itself', 306, 'enable_auto_merge', 'auto-merge'],
  ['no longer lets it merge by itself', 307, 'disable_auto_merge', 'auto-merge', true],
  ['closes a pull request', 308, 'close_pull_request', 'close'],
  ['reopens a pull request', 309, 'reopen_pull_request', 'reopen'],
  ['makes a pull request a draft', 310, 'convert_to_draft', 'to-draft'],
  ['says that a pull request is ready', 311, 'mark_ready_for_review', 'ready'],
  ['dismisses a review', 312, 'dismiss_review', 'dismiss'],
];

/** The older star: two forms, one of which is shown. */
const starred = (on: boolean) =>
  page(
    '/mill/wheel',
    `<div class="js-toggler-container${on ? ' on' : ''}" id="stars">
       <div class="starred"><form action="/mill/wheel/unstar"><button type="submit" aria-label="Unstar this repository">Starred</button></form></div>
       <div class="unstarred"><form action="/mill/wheel/star"><button type="submit" aria-label="Star this repository">Star</button></form></div>
     </div><a class="topic-tag" href="/topics/mills">mills</a>`,
  );
const container = (on: boolean) => ({ select: '#stars', set: { class: `js-toggler-container${on ? ' on' : ''}` } });

export default defineCases([
  {
    name: 'comments on an issue, and knows its own comment',
    about: 'do',
    page: issue(12, issueComment(100, 'ann')),
    act: [{ type: 'textarea', text: 'Mine does too.' }, { click: '#send' }],
    sends: [
      mutation('addCommentMutation', { connections: [], input: { subjectId: 'I_kwDO1', body: 'Mine does too.' } }),
    ],
    then: [
      { select: '#timeline', append: issueComment(101, 'zoe') },
      { select: '#timeline', append: issueComment(102, 'ann') },
    ],
    expect: [
      {
        kind: 'comment',
        account: 'ann',
        object: { url: `${site}/mill/wheel/issues/12`, title: 'The wheel creaks' },
        made: { url: `${site}/mill/wheel/issues/12#issuecomment-102` },
        to: { name: 'bob', url: `${site}/bob` },
        topics: ['oak'],
        level: 'confirmed',
      },
    ],
  },
  {
    name: 'comments with Control and Enter',
    about: 'keyboard',
    page: issue(13),
    act: [
      { type: 'textarea', text: 'Grease it.' },
      { press: 'Control+Enter', in: 'textarea' },
    ],
    sends: [mutation('addCommentMutation', { input: { subjectId: 'I_kwDO2', body: 'Grease it.' } })],
    then: [{ select: '#timeline', append: issueComment(110, 'ann') }],
    expect: [{ kind: 'comment', made: { url: `${site}/mill/wheel/issues/13#issuecomment-110` }, object: {} }],
  },
  {
    name: 'leaves a comment at accepted where none appears: errors come with 200',
    about: 'refusal',
    page: issue(14),
    act: [{ type: 'textarea', text: 'x' }, { click: '#send' }],
    sends: [
      mutation(
        'addCommentMutation',
        { input: { subjectId: 'I_kwDO3', body: 'x' } },
        '{"errors":[{"message":"locked"}]}',
      ),
    ],
    expect: [{ kind: 'comment', object: { url: `${site}/mill/wheel/issues/14` }, level: 'accepted' }],
  },
  {
    name: 'marks what happens in a private repository as limited',
    about: 'layout',
    page: issue(15, '', { public: false }),
    act: [{ type: 'textarea', text: 'Between us.' }, { click: '#send' }],
    sends: [mutation('addCommentMutation', { input: { subjectId: 'I_kwDO4', body: 'x' } })],
    expect: [{ kind: 'comment', object: { url: `${site}/mill/wheel/issues/15` }, audience: 'limited' }],
  },
  {
    name: 'comments on a company host',
    about: 'layout',
    page: page(
      'https://git.mill.example/mill/wheel/issues/3',
      '<div class="react-issue-body"><a data-testid="issue-body-header-author" href="/bob">bob</a></div><textarea></textarea><button id="send">Comment</button>',
    ),
    act: [{ type: 'textarea', text: 'Here too.' }, { click: '#send' }],
    sends: [mutation('addCommentMutation', { input: { subjectId: 'I_kwDO5', body: 'x' } })],
    expect: [{ kind: 'comment', object: { url: 'https://git.mill.example/mill/wheel/issues/3' }, to: { name: 'bob' } }],
  },
  {
    name: 'opens an issue',
    about: 'do',
    page: page(
      '/mill/wheel/issues/new',
      '<textarea></textarea><button id="create">Create</button><div id="next"></div>',
    ),
    act: [{ type: 'textarea', text: 'The sluice leaks.' }, { click: '#create' }],
    sends: [
      mutation('createIssueMutation', { input: { repositoryId: 'R_1', title: 'Leak', body: 'The sluice leaks.' } }),
    ],
    then: [
      {
        select: '#next',
        html: '<div class="react-issue-body"><a href="/mill/wheel/issues/77#issue-900"><relative-time>now</relative-time></a></div>',
      },
    ],
    expect: [
      {
        kind: 'post',
        object: { url: `${site}/mill/wheel/issues/77`, title: 'Leak' },
        made: { url: `${site}/mill/wheel/issues/77` },
        to: null,
        level: 'confirmed',
      },
    ],
  },
  {
    name: 'comments and closes an issue with one press',
    about: 'do',
    page: issue(16),
    act: [{ type: 'textarea', text: 'Done.' }, { click: '#close' }],
    sends: [
      mutation('addCommentMutation', { input: { subjectId: 'I_kwDO6', body: 'Done.' } }),
      mutation('updateIssueStateMutationCloseMutation', { id: 'I_kwDO6', newStateReason: 'COMPLETED' }),
    ],
    expect: [
      { kind: 'comment', object: { url: `${site}/mill/wheel/issues/16` } },
      { kind: 'moderation', object: { url: `${site}/mill/wheel/issues/16` }, detail: { act: 'close' } },
    ],
  },
  {
    name: 'reopens an issue',
    about: 'do',
    page: issue(17),
    act: [{ click: '#close' }],
    sends: [mutation('updateIssueStateMutation', { id: 'I_kwDO7' })],
    expect: [{ kind: 'moderation', object: { url: `${site}/mill/wheel/issues/17` }, detail: { act: 'reopen' } }],
  },
  {
    name: 'reacts to a comment',
    about: 'do',
    page: issue(18, issueComment(180, 'dora')),
    act: [{ click: '.thumb' }],
    sends: [mutation('addReactionMutation', { input: { subjectId: 'IC_1', content: 'THUMBS_UP' } })],
    then: [{ select: '.thumb', set: { 'aria-checked': 'true' } }],
    expect: [
      {
        kind: 'like',
        object: { url: `${site}/mill/wheel/issues/18#issuecomment-180` },
        to: { name: 'dora' },
        detail: { reaction: 'THUMBS_UP', act: 'THUMBS_UP' },
        level: 'confirmed',
      },
    ],
  },
  {
    name: 'takes a reaction back',
    about: 'undo',
    page: {
      ...issue(18, issueComment(180, 'dora')),
      html: issue(18, issueComment(180, 'dora')).html.replace('aria-checked="false"', 'aria-checked="true"'),
    },
    after: ['reacts to a comment'],
    act: [{ click: '.thumb' }],
    sends: [mutation('removeReactionMutation', { input: { subjectId: 'IC_1', content: 'THUMBS_UP' } })],
    then: [{ select: '.thumb', set: { 'aria-checked': 'false' } }],
    expect: [
      {
        kind: 'like',
        object: { url: `${site}/mill/wheel/issues/18#issuecomment-180` },
        detail: { reaction: 'THUMBS_UP', act: 'THUMBS_UP' },
        undo: true,
      },
    ],
  },
  {
    name: 'adds a second reaction, which stands beside the first',
    about: 'do',
    page: issue(18, issueComment(180, 'dora')),
    after: ['reacts to a comment'],
    act: [{ click: '.react-issue-comment p' }],
    sends: [mutation('addReactionMutation', { input: { subjectId: 'IC_1', content: 'HEART' } })],
    expect: [
      {
        kind: 'like',
        object: { url: `${site}/mill/wheel/issues/18#issuecomment-180` },
        detail: { reaction: 'HEART', act: 'HEART' },
      },
    ],
  },
  {
    name: 'edits a comment of its own on an issue',
    about: 'edit',
    page: issue(12, issueComment(102, 'ann', go)),
    after: ['comments on an issue, and knows its own comment'],
    act: [{ click: '#go' }],
    sends: [mutation('updateIssueCommentMutation', { input: { id: 'IC_2', body: 'Mine does, too.' } })],
    expect: [{ kind: 'edit', object: { url: `${site}/mill/wheel/issues/12#issuecomment-102` }, revises: true }],
  },
  {
    name: 'deletes a comment of its own on an issue',
    about: 'undo',
    page: issue(12, issueComment(102, 'ann', go)),
    after: ['comments on an issue, and knows its own comment'],
    act: [{ click: '#go' }],
    sends: [mutation('deleteIssueCommentMutation', { input: { id: 'IC_2' } })],
    expect: [{ kind: 'comment', object: { url: `${site}/mill/wheel/issues/12#issuecomment-102` }, undo: true }],
  },
  plain(
    'hides a comment on an issue',
    issue(19, issueComment(190, 'eve', go)),
    mutation('minimizeCommentMutation', { input: { subjectId: 'IC_3', classifier: 'SPAM' } }),
    { kind: 'moderation', object: { url: `${site}/mill/wheel/issues/19#issuecomment-190` }, detail: { act: 'hide' } },
  ),
  plain(
    'labels an issue',
    issue(20, go),
    mutation('setLabelsForLabelableMutation', { input: { labelableId: 'I_8', labelIds: ['LA_1'] } }),
    { kind: 'moderation', object: { url: `${site}/mill/wheel/issues/20` }, detail: { act: 'triage' } },
  ),
  {
    name: 'reviews a pull request',
    about: 'do',
    page: page(
      '/mill/wheel/pull/200/files',
      `<div class="gh-header-meta"><a class="author" href="/cleo">cleo</a></div><textarea></textarea>
       <button class="prc-Button ReviewMenuButton-module__ReviewMenuButton--x1">Submit review</button>`,
    ),
    act: [{ type: 'textarea', text: 'Well greased.' }, { click: '[class*="ReviewMenuButton"]' }],
    sends: [onPull(200, 'submit_review', { body: 'Well greased.', event: 'request changes', headSha: 'a1' }, 'PUT')],
    expect: [
      {
        kind: 'code-review',
        object: { url: address(200) },
        to: { name: 'cleo', url: `${site}/cleo` },
        detail: { act: 'request-changes' },
      },
    ],
  },
  plain(
    'reviews a pull request by the older form',
    page('/mill/wheel/pull/201/files', `<form id="pull_requests_submit_review">${go}</form>`),
    form('/mill/wheel/pull/201/reviews', {
      'pull_request_review[event]': 'approve',
      'pull_request_review[body]': 'ok',
    }),
    { kind: 'code-review', object: { url: address(201) }, detail: { act: 'approve' } },
    'layout',
  ),
  plain(
    'comments on a line, at once',
    page('/mill/wheel/pull/202/files', go),
    onPull(202, 'create_review_comment', {
      text: 'Oil?',
      path: 'axle.ts',
      line: 3,
      side: 'right',
      submitBatch: true,
      inReplyTo: null,
    }),
    { kind: 'code-review', object: { url: address(202) }, detail: { act: 'comment' } },
  ),
  plain(
    'answers a comment on a line',
    page('/mill/wheel/pull/203/files', go),
    onPull(203, 'create_review_comment', { text: 'Yes.', submitBatch: true, inReplyTo: 5551 }),
    { kind: 'comment', object: { url: `${address(203)}#discussion_r5551` } },
  ),
  {
    name: 'does not count a line comment that waits in a review',
    about: 'draft',
    page: page('/mill/wheel/pull/204/files', go),
    act: [{ click: '#go' }],
    sends: [onPull(204, 'create_review_comment', { text: 'later', submitBatch: false }), onPull(204, 'abandon_review')],
    expect: [],
  },
  plain(
    'edits a line comment',
    page('/mill/wheel/pull/205/files', go),
    onPull(205, 'update_review_comment', { body: 'Oil or grease?', commentId: 5552 }, 'PUT'),
    { kind: 'edit', object: { url: `${address(205)}#discussion_r5552` }, to: null, revises: true },
    'edit',
  ),
  {
    name: 'comments on a pull request',
    about: 'do',
    page: pull(206),
    act: [{ type: '#new_comment_field', text: 'Thanks.' }, { click: '#send' }],
    sends: [form('/mill/wheel/pull/206/comment?sticky=true', { 'comment[body]': 'Thanks.', issue: '206' })],
    then: [{ select: '#timeline', append: pullComment(2060, 'ann') }],
    expect: [
      {
        kind: 'comment',
        object: { url: address(206), title: 'Grease the axle' },
        made: { url: `${address(206)}#issuecomment-2060` },
        to: { name: 'cleo' },
        level: 'confirmed',
      },
    ],
  },
  {
    name: 'comments on a pull request and closes it',
    about: 'do',
    page: pull(207),
    act: [{ type: '#new_comment_field', text: 'Not now.' }, { click: '[name="comment_and_close"]' }],
    sends: [form('/mill/wheel/pull/207/comment', { 'comment[body]': 'Not now.', comment_and_close: '1' })],
    expect: [
      { kind: 'comment', object: { url: address(207) } },
      { kind: 'moderation', object: { url: address(207) }, detail: { act: 'close' } },
    ],
  },
  {
    name: 'closes and reopens a pull request without a word',
    about: 'do',
    page: pull(208),
    act: [{ click: '[name="comment_and_close"]' }],
    sends: [form('/mill/wheel/pull/208/comment', { 'comment[body]': '', comment_and_open: '1' })],
    expect: [{ kind: 'moderation', object: { url: address(208) }, detail: { act: 'reopen' } }],
  },
  plain(
    'comments in the newer layout of pull requests',
    pull(209, go),
    onPull(209, 'create_timeline_comment', { text: 'Good.' }),
    { kind: 'comment', object: { url: address(209) }, to: { name: 'cleo' } },
    'layout',
  ),
  plain(
    'reacts on a pull request',
    pull(210, pullComment(2100, 'fay', go)),
    onPull(210, 'add_comment_reaction', { reaction: 'HEART', issueCommentId: 2100 }),
    {
      kind: 'like',
      object: { url: `${address(210)}#issuecomment-2100` },
      to: { name: 'fay' },
      detail: { reaction: 'HEART', act: 'HEART' },
    },
  ),
  {
    ...plain(
      'takes a reaction on a pull request back',
      pull(210, pullComment(2100, 'fay', go)),
      onPull(210, 'remove_comment_reaction', { reaction: 'HEART', issueCommentId: 2100 }),
      { kind: 'like', object: { url: `${address(210)}#issuecomment-2100` }, undo: true },
      'undo',
    ),
    after: ['reacts on a pull request'],
  },
  ...routes.map(([name, number, route, act, undo]) =>
    plain(
      name,
      pull(number, go),
      onPull(number, route),
      { kind: 'moderation', object: { url: address(number) }, detail: { act }, ...(undo ? { undo } : {}) },
      undo ? 'undo' : 'do',
    ),
  ),
  plain('applies a suggestion', pull(320, go), onPull(320, 'apply_suggestions', { currentOID: 'a' }), {
    kind: 'edit',
    object: { url: address(320) },
    detail: { act: 'apply-suggestion' },
  }),
  plain(
    'changes a title',
    pull(321, go),
    onPull(321, 'update_title', { id: 1, title: 'Grease both axles' }, 'PATCH'),
    { kind: 'edit', object: { url: address(321) }, to: { name: 'cleo' } },
    'edit',
  ),
  {
    name: 'does not count a refused merge',
    about: 'refusal',
    page: pull(322, go),
    act: [{ click: '#go' }],
    sends: [
      { ...onPull(322, 'merge'), answer: { status: 422, type: 'application/json', body: '{"error":"conflict"}' } },
    ],
    expect: [],
  },
  {
    name: 'stars a repository',
    about: 'do',
    page: starred(false),
    act: [{ click: '.unstarred button' }],
    sends: [{ url: '/mill/wheel/star', multipart: { authenticity_token: 'x', context: 'repository' } }],
    then: [container(true)],
    expect: [
      {
        kind: 'like',
        object: { url: `${site}/mill/wheel`, title: 'wheel' },
        to: { name: 'mill', url: `${site}/mill` },
        topics: ['mills'],
      },
    ],
  },
  {
    name: 'stars a repository in the newer layout',
    about: 'layout',
    page: page('/mill/pond', '<button data-testid="star-button" aria-label="Star mill/pond (12)">Star</button>'),
    act: [{ click: '[data-testid="star-button"]' }],
    sends: [{ url: '/mill/pond/star', multipart: { context: 'repository' } }],
    shows: [{ select: '[data-testid="star-button"]', set: { 'aria-label': 'Starred mill/pond (13)' } }],
    expect: [{ kind: 'like', object: { url: `${site}/mill/pond` }, level: 'confirmed' }],
  },
  {
    name: 'takes the star back',
    about: 'undo',
    page: starred(true),
    after: ['stars a repository'],
    act: [{ click: '.starred button' }],
    sends: [form('/mill/wheel/unstar', { context: 'repository' })],
    then: [container(false)],
    expect: [{ kind: 'like', object: { url: `${site}/mill/wheel` }, undo: true }],
  },
  {
    name: 'counts a star once where it is sent twice',
    about: 'double',
    page: page('/mill/sluice', go),
    act: [{ click: '#go' }],
    sends: [form('/mill/sluice/star'), form('/mill/sluice/star')],
    expect: [{ kind: 'like', object: { url: `${site}/mill/sluice` } }],
  },
  {
    name: 'does not count a star that a script presses',
    about: 'synthetic',
    page: starred(false),
    act: [{ synthetic: '.unstarred button' }],
    sends: [form('/mill/wheel/star')],
    expect: [],
  },
  {
    name: 'does not count a star of a visitor',
    about: 'signed-out',
    page: page('/mill/wheel', go, { login: '' }),
    act: [{ click: '#go' }],
    sends: [form('/mill/wheel/star', {}, { answer: { status: 302, location: `${site}/login` } })],
    expect: [],
  },
  plain('stars a gist', { ...page('https://gist.github.com/gil/0a1b2c', go) }, form('/gil/0a1b2c/star'), {
    kind: 'like',
    object: { url: 'https://gist.github.com/gil/0a1b2c' },
  }),
  plain(
    'watches a repository',
    page('/mill/race', go),
    form('/notifications/subscribe', { do: 'subscribed', repository_id: '9' }),
    {
      kind: 'follow',
      object: { url: `${site}/mill/race` },
      to: null,
    },
  ),
  {
    ...plain(
      'no longer watches a repository',
      page('/mill/race', go),
      form('/notifications/subscribe', { do: 'included', repository_id: '9' }),
      { kind: 'follow', object: { url: `${site}/mill/race` }, undo: true },
      'undo',
    ),
    after: ['watches a repository'],
  },
  plain('follows somebody', page('/hal', go), form('/users/follow?target=hal'), {
    kind: 'follow',
    object: { url: `${site}/hal` },
    to: { name: 'hal' },
  }),
  {
    ...plain(
      'no longer follows somebody',
      page('/hal', go),
      form('/users/unfollow?target=hal'),
      { kind: 'follow', object: { url: `${site}/hal` }, undo: true },
      'undo',
    ),
    after: ['follows somebody'],
  },
  plain(
    'edits a comment of its own on a pull request',
    pull(206, pullComment(2060, 'ann', go)),
    form('/mill/wheel/issue_comments/2060', { _method: 'put', 'issue_comment[body]': 'Many thanks.' }),
    { kind: 'edit', object: { url: `${address(206)}#issuecomment-2060` }, revises: true },
    'edit',
  ),
  {
    ...plain(
      'deletes a comment of its own on a pull request',
      pull(206, pullComment(2060, 'ann', go)),
      form('/mill/wheel/issue_comments/2060', { _method: 'delete' }),
      { kind: 'comment', object: { url: `${address(206)}#issuecomment-2060` }, undo: true },
      'undo',
    ),
    after: ['comments on a pull request'],
  },
  plain(
    'reacts by a form',
    pull(212, pullComment(2120, 'ida', go)),
    form('/mill/wheel/reactions', { _method: 'put', 'input[subjectId]': 'IC_9', 'input[content]': 'ROCKET react' }),
    {
      kind: 'like',
      object: { url: `${address(212)}#issuecomment-2120`, id: 'IC_9' },
      to: { name: 'ida' },
      detail: { reaction: 'ROCKET', act: 'ROCKET' },
    },
    'layout',
  ),
  {
    ...plain(
      'takes a reaction by a form back',
      pull(212, pullComment(2120, 'ida', go)),
      form('/mill/wheel/reactions', { _method: 'put', 'input[subjectId]': 'IC_9', 'input[content]': 'ROCKET unreact' }),
      { kind: 'like', object: { url: `${address(212)}#issuecomment-2120` }, undo: true },
      'undo',
    ),
    after: ['reacts by a form'],
  },
  plain(
    'opens a pull request',
    page('/mill/wheel/compare/main...ann:grease', `<form action="/mill/wheel/pull/create">${go}</form>`),
    form(
      '/mill/wheel/pull/create',
      { 'pull_request[title]': 'Grease', 'pull_request[body]': 'x' },
      { answer: { status: 302, location: '/mill/wheel/pull/400' } },
    ),
    {
      kind: 'post',
      object: { url: address(400), title: 'Grease' },
      made: { url: address(400) },
      to: { name: 'mill' },
      level: 'confirmed',
    },
  ),
  plain(
    'forks',
    page('/mill/wheel/fork', go),
    form('/mill/wheel/fork', { name: 'wheel' }, { answer: { status: 302, location: wheel } }),
    {
      kind: 'other',
      object: { url: `${site}/mill/wheel` },
      detail: { act: 'fork' },
    },
  ),
  plain(
    'comments in a discussion',
    page('/mill/wheel/discussions/5', go),
    form('/mill/wheel/discussions/5/comments', { 'comment[body]': 'I would use oak.' }),
    { kind: 'comment', object: { url: `${site}/mill/wheel/discussions/5` } },
  ),
  plain(
    'opens a discussion',
    page('/mill/wheel/discussions/new', go),
    form(
      '/mill/wheel/discussions',
      { 'discussion[title]': 'Oak or elm?', 'discussion[body]': 'x' },
      { answer: { status: 302, location: '/mill/wheel/discussions/6' } },
    ),
    { kind: 'post', object: { url: `${site}/mill/wheel/discussions/6`, title: 'Oak or elm?' }, to: null },
  ),
  plain(
    'votes for a discussion',
    page('/mill/wheel/discussions/7', go),
    form('/mill/wheel/discussions/7/upvote', { _method: 'put' }),
    { kind: 'vote', object: { url: `${site}/mill/wheel/discussions/7` }, detail: { vote: 'up' } },
  ),
  plain(
    'marks an answer',
    page(
      '/mill/wheel/discussions/8',
      `<div class="js-comment" id="discussioncomment-81"><a class="author" href="/jo">jo</a>${go}</div>`,
    ),
    form('/mill/wheel/discussions/8/comments/81/mark_as_answer', { _method: 'put' }),
    {
      kind: 'other',
      object: { url: `${site}/mill/wheel/discussions/8#discussioncomment-81` },
      to: { name: 'jo' },
      detail: { act: 'accept' },
    },
  ),
  plain(
    'commits in the web editor',
    page('/mill/wheel/edit/main/axle.md', go),
    form('/mill/wheel/tree-save/main/axle.md', { value: 'x' }),
    {
      kind: 'edit',
      object: { url: `${site}/mill/wheel` },
      detail: { act: 'commit' },
    },
  ),
  plain(
    'edits a wiki page',
    page('/mill/wheel/wiki/Oil/_edit', go),
    form('/mill/wheel/wiki/Oil', { _method: 'put', 'wiki[body]': 'x' }),
    {
      kind: 'edit',
      object: { url: `${site}/mill/wheel/wiki/Oil` },
      to: null,
    },
  ),
  plain(
    'publishes a release',
    page('/mill/wheel/releases/new', go),
    form('/mill/wheel/releases', { 'release[tag_name]': 'v1.2', 'release[name]': 'Greased' }),
    { kind: 'post', object: { url: `${site}/mill/wheel/releases/tag/v1.2`, title: 'Greased' } },
  ),
  {
    name: 'does not count a release that stays a draft',
    about: 'draft',
    page: page('/mill/wheel/releases/new', go),
    act: [{ click: '#go' }],
    sends: [form('/mill/wheel/releases', { 'release[tag_name]': 'v1.3', 'release[draft]': '1' })],
    expect: [],
  },
  {
    name: 'does not count reads, previews, preferences and pages that look alike',
    about: 'look-alike',
    page: pull(330, go),
    act: [{ click: '#go' }],
    sends: [
      { method: 'GET', url: '/_graphql?body=%7B%22persistedQueryName%22%3A%22IssueViewerQuery%22%7D' },
      mutation('IssueViewerSecondaryViewQuery', { number: 330 }),
      mutation('updateIssueSubscriptionMutation', { input: { subscribableId: 'I_9' } }),
      { method: 'GET', url: '/mill/wheel/pull/330/page_data/merge_box' },
      onPull(330, 'diff_view_preference', { view: 'split' }, 'PUT'),
      onPull(330, 'delete_head_ref'),
      form('/preview', { text: 'x' }),
      form('/mill/wheel/star/', {}, { method: 'PUT' }),
    ],
    expect: [],
  },
]);
