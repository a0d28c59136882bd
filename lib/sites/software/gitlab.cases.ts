import type { RecordedRequest } from '../cases.ts';
import { defineCases } from '../define.ts';

// No "private" case: there are no messages between people.
// No "switch" case: reactions stand side by side, none takes the place of another.

const project = 'https://gitlab.com/coast/tools/tides';
const issue = `${project}/-/issues/7`;
const merge = `${project}/-/merge_requests/9`;
const aside = `<aside class="js-super-sidebar" data-sidebar='{"is_logged_in":true,"name":"Nora","username":"nora"}'></aside>`;
const note = (
  id: string,
  by = 'tomtom',
  on = false,
) => `<li id="note_${id}"><div class="note-header-info"><a class="js-user-link" href="/${by}">${by}</a></div>
  <div class="js-awards-block"><button data-name="thumbsup" class="${on ? 'selected' : ''}">1</button></div><button class="more">…</button></li>`;
const page = (url: string, inside = '') => ({
  url,
  html: `${aside}<h1 class="title">Off by one hour</h1><button data-testid="star-button"><svg><use href="/icons.svg#star-o"></use></svg>Star</button>
    <button data-testid="approve-button">Approve</button><div class="js-awards-block top"><button data-name="heart">1</button></div><ul id="notes">${inside}</ul>
    <form class="js-main-target-form"><textarea name="note[note]"></textarea><button type="button" data-testid="comment-button">Comment</button></form>`,
});
const query = (text: string, variables: object, operationName = 'x'): RecordedRequest => ({
  url: '/api/graphql',
  json: { operationName, query: text, variables },
  by: 'fetch',
  answer: { type: 'application/json', body: '{"data":{}}' },
});
const send = (url: string, json?: object, more: Partial<RecordedRequest> = {}): RecordedRequest => ({
  url,
  ...(json ? { json } : {}),
  by: 'fetch',
  ...more,
});
const starring = (starred: boolean) =>
  query(
    'mutation updateStar($projectId: ProjectID!, $starred: Boolean!) { starProject(input: {projectId: $projectId}) { count } }',
    {
      projectId: 'gid://gitlab/Project/11',
      starred,
    },
  );
const star = [{ click: '[data-testid="star-button"]' }];
const comment = [{ type: 'textarea', text: 'Seen here too' }, { click: '[data-testid="comment-button"]' }];

export default defineCases([
  {
    name: 'stars a project',
    about: 'do',
    page: page(project),
    act: star,
    sends: [starring(true)],
    expect: [{ kind: 'like', object: { url: project }, detail: { reaction: 'star' }, account: 'nora' }],
  },
  {
    name: 'takes a star back',
    about: 'undo',
    page: page(project),
    after: ['stars a project'],
    act: star,
    sends: [starring(false)],
    expect: [{ kind: 'like', undo: true, object: { url: project } }],
  },
  {
    name: 'stars with Enter on a host of its own, among other operations of one body',
    about: 'keyboard',
    page: {
      ...page('https://git.coast.example/tools/tides?tab=x'),
      head: '<meta property="og:site_name" content="GitLab">',
    },
    act: [{ press: 'Enter', in: '[data-testid="star-button"]' }],
    sends: [
      {
        ...send('/api/graphql'),
        json: [
          { operationName: 'getProject', query: 'query getProject { project { starCount } }', variables: {} },
          {
            operationName: 'updateStar',
            query: 'mutation updateStar { starProject(input: {}) { count } }',
            variables: { starred: true },
          },
        ],
      },
    ],
    expect: [{ kind: 'like', object: { url: 'https://git.coast.example/tools/tides' } }],
  },
  {
    name: 'a star that is refused',
    about: 'refusal',
    page: page(project),
    act: star,
    sends: [{ ...starring(true), answer: { status: 401 } }],
    expect: [],
  },
  {
    name: 'a star while nobody is signed in',
    about: 'signed-out',
    page: { url: project, html: `<a href="/users/sign_in?x=1">Sign in</a>${page(project).html}` },
    act: star,
    sends: [starring(true)],
    expect: [],
  },
  {
    name: 'a script of the page stars',
    about: 'synthetic',
    page: page(project),
    act: [{ synthetic: '[data-testid="star-button"]' }],
    sends: [starring(true)],
    expect: [],
  },
  {
    name: 'one press that sends the star twice counts once',
    about: 'double',
    page: page(project),
    act: star,
    sends: [starring(true), starring(true)],
    expect: [{ kind: 'like', object: { url: project } }],
  },
  {
    name: 'reads by GraphQL, previews and subscriptions are no acts',
    about: 'look-alike',
    page: page(issue),
    act: comment,
    sends: [
      query('query workItemNotes { workItem { createNote: notes { id } } }', { id: '1' }),
      send('/coast/tools/tides/-/preview_markdown', { text: 'x' }),
      send('/coast/tools/tides/-/issues/7/toggle_subscription', {}),
      send('/coast/tools/tides/noteable/issue/7/notes', {}),
      send('/-/todos', { issuable_id: 7 }),
    ],
    expect: [],
  },
  {
    name: 'a comment that waits for the review',
    about: 'draft',
    page: page(merge),
    act: comment,
    sends: [send('/coast/tools/tides/-/merge_requests/9/drafts', { draft_note: { note: 'x' } })],
    expect: [],
  },
  {
    name: 'comments on a merge request, and learns the number',
    about: 'do',
    page: page(merge),
    act: comment,
    sends: [
      send('/coast/tools/tides/notes?target_id=5&target_type=merge_request', {
        note: { note: 'Seen here too', noteable_type: 'MergeRequest' },
      }),
    ],
    then: [{ select: '#notes', append: note('61', 'nora') }],
    expect: [
      {
        kind: 'comment',
        object: { url: merge, title: 'Off by one hour' },
        made: { url: `${merge}#note_61`, id: 'note_61' },
        level: 'confirmed',
      },
    ],
  },
  {
    name: 'comments on an issue of the newer kind',
    about: 'layout',
    page: page(`${project}/-/work_items/8`),
    act: comment,
    sends: [
      query('mutation createWorkItemNote($input: CreateNoteInput!) { createNote(input: $input) { note { id } } }', {
        input: { noteableId: 'gid://gitlab/WorkItem/80', body: 'Seen here too' },
      }),
    ],
    expect: [{ kind: 'comment', object: { url: `${project}/-/work_items/8` } }],
  },
  {
    name: 'edits an own comment',
    about: 'edit',
    page: page(issue, note('62', 'nora')),
    act: [{ click: '#note_62 .more' }],
    sends: [send('/coast/tools/tides/notes/62', { note: { note: 'y' } }, { method: 'PUT' })],
    expect: [{ kind: 'edit', revises: true, object: { url: `${issue}#note_62`, id: 'note_62' } }],
  },
  {
    name: 'deletes an own comment by GraphQL',
    about: 'undo',
    page: page(issue, note('63', 'nora')),
    act: [{ click: '#note_63 .more' }],
    sends: [
      query('mutation destroyNote($input: DestroyNoteInput!) { destroyNote(input: $input) { errors } }', {
        input: { id: 'gid://gitlab/Note/63' },
      }),
    ],
    expect: [{ kind: 'comment', undo: true, object: { url: `${issue}#note_63` } }],
  },
  {
    name: 'reacts to an issue',
    about: 'do',
    page: page(issue),
    act: [{ click: '.top button' }],
    sends: [send('/api/v4/projects/11/issues/7/award_emoji', { name: 'heart' })],
    expect: [{ kind: 'like', object: { url: issue }, detail: { reaction: 'heart', act: 'heart' } }],
  },
  {
    name: 'takes a reaction to an issue back',
    about: 'undo',
    page: page(issue),
    after: ['reacts to an issue'],
    act: [{ click: '.top button' }],
    sends: [send('/api/v4/projects/11/issues/7/award_emoji/5', undefined, { method: 'DELETE' })],
    expect: [{ kind: 'like', undo: true, object: { url: issue } }],
  },
  {
    name: 'reacts to a comment, by a request that does and undoes',
    about: 'do',
    page: page(issue, note('64')),
    act: [{ click: '#note_64 [data-name]' }],
    sends: [send('/coast/tools/tides/notes/64/toggle_award_emoji', { name: 'thumbsup' })],
    shows: [{ select: '#note_64 [data-name]', set: { class: 'selected' } }],
    expect: [
      {
        kind: 'like',
        object: { url: `${issue}#note_64` },
        to: { name: 'tomtom' },
        detail: { reaction: 'thumbsup', act: 'thumbsup' },
        level: 'confirmed',
      },
    ],
  },
  {
    name: 'takes a reaction to a comment back by the same request',
    about: 'undo',
    page: page(issue, note('64', 'tomtom', true)),
    after: ['reacts to a comment, by a request that does and undoes'],
    act: [{ click: '#note_64 [data-name]' }],
    sends: [send('/coast/tools/tides/notes/64/toggle_award_emoji', { name: 'thumbsup' })],
    shows: [{ select: '#note_64 [data-name]', set: { class: '' } }],
    expect: [{ kind: 'like', undo: true, object: { url: `${issue}#note_64` }, level: 'confirmed' }],
  },
  {
    name: 'sends a review',
    about: 'do',
    page: page(merge),
    act: comment,
    sends: [
      send('/coast/tools/tides/-/merge_requests/9/drafts/publish', { note: 'x', reviewer_state: 'requested_changes' }),
    ],
    expect: [{ kind: 'code-review', object: { url: merge }, detail: { act: 'request-changes' } }],
  },
  {
    name: 'approves',
    about: 'do',
    page: page(`${merge}/diffs`),
    act: [{ click: '[data-testid="approve-button"]' }],
    sends: [send('/api/v4/projects/11/merge_requests/9/approve')],
    expect: [{ kind: 'code-review', object: { url: merge }, detail: { act: 'approve' } }],
  },
  {
    name: 'takes an approval back',
    about: 'undo',
    page: page(merge),
    after: ['approves'],
    act: [{ click: '[data-testid="approve-button"]' }],
    sends: [send('/api/v4/projects/11/merge_requests/9/unapprove')],
    expect: [{ kind: 'code-review', undo: true, object: { url: merge } }],
  },
  {
    name: 'merges',
    about: 'do',
    page: page(merge),
    act: [{ click: '[data-testid="approve-button"]' }],
    sends: [send('/coast/tools/tides/-/merge_requests/9/merge', { sha: 'a1' })],
    expect: [{ kind: 'moderation', object: { url: merge }, detail: { act: 'merge' } }],
  },
  {
    name: 'closes an issue of the newer kind',
    about: 'do',
    page: page(`${project}/-/work_items/10`),
    act: comment,
    sends: [
      query('mutation w($input: WorkItemUpdateInput!) { workItemUpdate(input: $input) { errors } }', {
        input: { id: 'x', stateEvent: 'CLOSE' },
      }),
    ],
    expect: [{ kind: 'moderation', object: { url: `${project}/-/work_items/10` }, detail: { act: 'close' } }],
  },
  {
    name: 'opens an issue',
    about: 'do',
    page: page(`${project}/-/issues/new`),
    act: comment,
    sends: [
      {
        url: '/coast/tools/tides/-/issues',
        form: { 'issue[title]': 'Neap' },
        by: 'navigate',
        answer: { status: 302, location: `${project}/-/issues/12` },
      },
    ],
    expect: [
      {
        kind: 'post',
        object: { url: `${project}/-/issues/12`, title: 'Neap' },
        made: { id: 'issues/12' },
        level: 'confirmed',
      },
    ],
  },
  {
    name: 'follows somebody',
    about: 'do',
    page: page('https://gitlab.com/tomtom'),
    act: comment,
    sends: [send('/-/users/tomtom/follow')],
    expect: [{ kind: 'follow', object: { url: 'https://gitlab.com/tomtom' }, to: { name: 'tomtom' } }],
  },
]);
