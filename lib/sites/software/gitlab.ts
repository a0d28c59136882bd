import { defineSite } from '../define.ts';
import type { Action, RequestRule, Test, Value } from '../schema.ts';

/**
 * GitLab, on gitlab.com and anywhere: older pages write to paths of the project, newer ones by GraphQL whose text is sent
 * in clear, so the field that is changed can be read. Projects are numbers in many requests: the page tells which.
 */
const graphql = (field: string, ...where: Test[]): RequestRule => ({
  url: '*/api/graphql',
  decode: ['json', { each: '/json' }],
  where: [{ at: '/item/query', matches: '^\\s*mutation' }, { at: '/item/query', matches: field }, ...where],
});
const input = (name: string) => [`/item/variables/input/${name}`, `/item/variables/${name}`];

const kinds = 'issues|merge_requests|work_items|snippets|commit|epics';
const project: Value = { from: '/page/url', via: [{ match: '^(https?://[^/]+/[^?#]+?)(?:/-/[^?#]*)?(?:[?#]|$)' }] };
const here: Value = { from: '/page/url', via: [{ match: `^(https?://[^?#]+/-/(?:${kinds})/\\w+)` }] };
const nobody = { name: { text: '' } };
const onPage: Pick<Action, 'take' | 'object'> = {
  take: { here, project },
  object: { url: ['{here}', '{project}'], id: '{here}' },
};
const onNote: Pick<Action, 'take' | 'target' | 'object'> = {
  take: { here, project },
  target: '/url/id',
  object: { url: ['{here}#note_{url.id}', '{project}'], id: 'note_{url.id}' },
};
const onIssue: Pick<Action, 'take' | 'object'> = {
  take: { here, project },
  object: { url: ['{project}/-/{url.type}/{url.iid}', '{here}'], id: '{url.type}/{url.iid}' },
};
const onMerge: Pick<Action, 'take' | 'object'> = {
  take: { here, project },
  object: { url: ['{project}/-/merge_requests/{url.iid}', '{here}'], id: 'merge_requests/{url.iid}' },
};
const own: Test = { at: '/page/author', same: '/account' };

const star = { select: '[data-testid="star-button"]', on: ':has([data-testid="star-icon"], use[href$="#star"])' };
const award = {
  select: '.js-awards-block button, [data-testid="award-button"], .award-control',
  on: '.selected, .active',
};
const emoji = { reaction: '/json/name', act: '/json/name' } as const;
const approve = { select: '[data-testid="approve-button"]' };
const noteForm = {
  select: '[data-testid="comment-button"], .js-main-target-form, .js-discussion-note-form',
  submits: true,
};

export default defineSite({
  id: 'gitlab',
  name: 'GitLab',
  version: 1,
  group: 'knowledge',
  confidence: 'medium',
  hosts: ['gitlab.com'],
  signals: [{ select: 'meta[property="og:site_name"][content="GitLab"]' }],
  account: {
    name: [
      {
        of: 'page',
        select: '.js-super-sidebar, .super-sidebar',
        attr: 'data-sidebar',
        match: '"username":"([\\w.-]+)"',
      },
      { of: 'page', select: 'a[data-testid="user-profile-link"]', attr: 'href', match: '/([\\w.-]+)$' },
    ],
    url: '{origin}/{account}',
    signedOut: 'a[href*="/users/sign_in"]',
  },
  items: [
    {
      select: '[id^="note_"]',
      read: {
        id: { attr: 'id', match: '^note_(\\d+)$' },
        author: { select: 'a.js-user-link, .note-header-info a[href]', attr: 'href', match: '/([\\w.-]+)$' },
        authorUrl: { select: 'a.js-user-link, .note-header-info a[href]', attr: 'href' },
        title: { of: 'page', select: 'h1.title, [data-testid="work-item-title"], [data-testid="title-content"]' },
      },
    },
  ],
  page: {
    title: { select: 'h1.title, [data-testid="work-item-title"], [data-testid="title-content"]' },
    author: {
      select: '.detail-page-header a.js-user-link, [data-testid="work-item-author"] a',
      attr: 'href',
      match: '/([\\w.-]+)$',
    },
    topics: { select: '.project-topic-list a, [data-testid="project_topic_list"] a', all: true },
  },
  composers: ['textarea[name="note[note]"]', '[data-testid="work-item-comment-form"] textarea', '.ProseMirror'],
  actions: [
    {
      id: 'star',
      kind: 'like',
      request: graphql('\\bstarProject\\b'),
      control: star,
      take: { project },
      object: { url: '{project}', id: '{project}' },
      detail: { reaction: { text: 'star' } },
      undo: [{ at: { from: input('starred') }, is: false }],
    },
    {
      id: 'react',
      kind: 'like',
      request: { url: '*/api/v4/projects/:project/:type(issues|merge_requests|snippets)/:iid/award_emoji' },
      control: award,
      ...onIssue,
      detail: emoji,
    },
    {
      id: 'unreact',
      kind: 'like',
      undo: true,
      request: {
        method: 'DELETE',
        url: '*/api/v4/projects/:project/:type(issues|merge_requests|snippets)/:iid/award_emoji/:award',
      },
      control: award,
      ...onIssue,
    },
    {
      id: 'react-note',
      kind: 'like',
      request: { url: '*/notes/:id(\\d+)/toggle_award_emoji' },
      control: award,
      ...onNote,
      detail: emoji,
      undo: 'toggle',
      refusal: 'hidden',
    },
    {
      id: 'comment',
      kind: 'comment',
      request: [
        {
          url: '*/notes',
          where: [
            {
              any: [
                { at: '/json/note/note', present: true },
                { at: '/form/note[note]', present: true },
              ],
            },
          ],
        },
        graphql('\\bcreateNote\\b'),
      ],
      control: noteForm,
      ...onPage,
      made: {
        appears: '[id^="note_"]:has(a[href$="/{account}"])',
        read: { id: { attr: 'id' } },
        url: '{here}#{made.id}',
        id: '{made.id}',
      },
    },
    {
      id: 'edit-note',
      kind: 'edit',
      edit: true,
      request: { method: 'PUT', url: '*/notes/:id(\\d+){.json}?' },
      ...onNote,
      to: nobody,
    },
    {
      id: 'edit-note-by-query',
      kind: 'edit',
      edit: true,
      request: graphql('\\bupdateNote\\b'),
      take: { here, note: { from: input('id'), via: [{ match: '/(\\d+)$' }] } },
      object: { url: ['{here}#note_{note}', '{page.url}'], id: 'note_{note}' },
      to: nobody,
    },
    {
      id: 'delete-note',
      kind: 'comment',
      undo: true,
      undoes: ['comment'],
      request: { method: 'DELETE', url: '*/notes/:id(\\d+){.json}?' },
      ...onNote,
      to: nobody,
    },
    {
      id: 'delete-note-by-query',
      kind: 'comment',
      undo: true,
      undoes: ['comment'],
      request: graphql('\\bdestroyNote\\b'),
      take: { here, note: { from: input('id'), via: [{ match: '/(\\d+)$' }] } },
      object: { url: ['{here}#note_{note}', '{page.url}'], id: 'note_{note}' },
      to: nobody,
    },
    {
      id: 'review',
      kind: 'code-review',
      // Comments wait in /drafts until the review is sent.
      request: { url: '*/-/merge_requests/:iid(\\d+)/drafts/publish' },
      ...onMerge,
      detail: {
        act: {
          from: ['/json/reviewer_state', '/form/reviewer_state'],
          via: [{ map: { approved: 'approve', requested_changes: 'request-changes', reviewed: 'comment' } }],
        },
      },
    },
    ...[false, true].map(
      (undo): Action => ({
        id: undo ? 'unapprove' : 'approve',
        kind: 'code-review',
        undo,
        request: { url: `*/api/v4/projects/:project/merge_requests/:iid(\\d+)/${undo ? 'unapprove' : 'approve'}` },
        control: approve,
        ...onMerge,
        detail: { act: { text: 'approve' } },
      }),
    ),
    {
      id: 'merge',
      kind: 'moderation',
      request: { url: '*/-/merge_requests/:iid(\\d+)/merge{.json}?' },
      ...onMerge,
      detail: { act: { text: 'merge' } },
    },
    ...(['POST', 'DELETE'] as const).map(
      (method): Action => ({
        id: method === 'POST' ? 'resolve' : 'unresolve',
        kind: 'moderation',
        undo: method === 'DELETE',
        request: { method, url: '*/discussions/:id/resolve' },
        ...onPage,
        detail: { act: { text: 'resolve' } },
      }),
    ),
    {
      id: 'open',
      kind: 'post',
      request: {
        url: '*/-/:type(issues|merge_requests)',
        where: [
          {
            any: [
              { at: '/form/issue[title]', present: true },
              { at: '/form/merge_request[title]', present: true },
            ],
          },
        ],
      },
      take: { project },
      object: {
        url: ['{made.location}', '{project}'],
        title: { from: ['/form/issue[title]', '/form/merge_request[title]'] },
      },
      to: nobody,
      made: { location: '*/-/:type/:iid(\\d+)', url: '{made.location}', id: '{made.type}/{made.iid}' },
      refusal: 'redirect',
      refusedAt: ['*/users/sign_in'],
    },
    {
      id: 'open-by-query',
      kind: 'post',
      request: graphql('\\b(?:workItemCreate|createIssue)\\b'),
      take: { project },
      object: { url: '{project}', title: { from: input('title') } },
      to: nobody,
      confidence: 'medium',
    },
    {
      id: 'settle',
      kind: 'moderation',
      request: graphql('\\b(?:workItemUpdate|updateIssue)\\b', {
        at: { from: input('stateEvent') },
        is: ['CLOSE', 'REOPEN', 'close', 'reopen'],
      }),
      ...onPage,
      detail: { act: { from: input('stateEvent'), via: ['lower'] } },
      confidence: 'medium',
    },
    {
      id: 'edit',
      kind: 'edit',
      edit: [own],
      request: [
        { method: ['PUT', 'PATCH'], url: '*/-/:type(issues|merge_requests)/:iid(\\d+){.json}?' },
        graphql('\\b(?:workItemUpdate|updateIssue)\\b', {
          any: [
            { at: { from: input('title') }, present: true },
            { at: { from: input('descriptionWidget/description') }, present: true },
          ],
        }),
      ],
      ...onPage,
      confidence: 'medium',
    },
    {
      id: 'follow',
      kind: 'follow',
      request: {
        url: ['*/users/:name/follow', '*/-/users/:name/follow', '*/users/:name/unfollow', '*/-/users/:name/unfollow'],
      },
      object: { url: '{origin}/{url.name}', id: '{url.name}' },
      to: { name: '/url/name', url: '{origin}/{url.name}' },
      undo: [{ at: '/path', matches: '/unfollow$' }],
      confidence: 'low',
    },
  ],
  unseen: [
    'Comments of a review that is not sent yet, on purpose.',
    'Labels, assignees and commands typed into comments: a comment with /close counts as a comment.',
    'What you push, and changes to files in the browser.',
    'The number of a new comment, until it appears on the page.',
  ],
  sources: [
    'gitlabhq/gitlabhq star_count.vue, awards_app/store/actions.js, create_work_item_note.mutation.graphql, toggle_award_emoji',
  ],
});
