import { defineSite } from '../define.ts';
import type { Action, RequestRule, Test } from '../schema.ts';

/** Any Redmine: issues, forums, news and wikis. Forms say `_method` where the browser can only post. */

/** PUT, PATCH and DELETE, said by the method or by the form. */
const change = (
  how: 'put' | 'patch' | 'delete',
  url: string,
  where: [Test, ...Test[]] | [] = [],
): [RequestRule, RequestRule] => [
  { url, where: [{ at: '/form/_method', is: how }, ...where] },
  {
    method: how === 'delete' ? 'DELETE' : how === 'put' ? 'PUT' : 'PATCH',
    url,
    ...(where.length > 0 ? { where } : {}),
  },
];
/** Below the folder that Redmine stands in, where it has one. */
const at = (path: string) => [`{origin}{url.base}${path}`, `{origin}${path}`];
const nobody = { name: { text: '' } };
const signIn = ['*/login*'];
const anIssue = {
  object: { url: at('/issues/{url.id}'), id: '{url.id}' },
  refusal: 'redirect',
  refusedAt: signIn,
} satisfies Partial<Action>;
const aNote = { take: { id: '/url/id' }, object: { url: '{page.link}', id: '{url.id}' } } satisfies Partial<Action>;
const aTopic = {
  take: { topic: '/url/topic' },
  object: { url: at('/boards/{url.board}/topics/{topic}'), id: '{topic}' },
  refusal: 'redirect',
  refusedAt: signIn,
} satisfies Partial<Action>;
const base = { from: '/path', via: [{ match: '^(.+)/(?:reactions|watchers)' }] };
const type = { from: '/query/object_type', via: ['lower' as const] };
const named = (kind: string, folder: string) => ({
  where: { at: type, is: kind } satisfies Test,
  url: [`{origin}{base}/${folder}/{id}`, `{origin}/${folder}/{id}`],
});
/** Each kind of thing that can be liked, with where it stands. */
const things = [
  { name: 'issue', ...named('issue', 'issues') },
  { name: 'news', ...named('news', 'news') },
  {
    name: 'note',
    where: { at: type, is: ['journal', 'message', 'comment'] } satisfies Test,
    url: ['{page.link}', '{page.url}'],
  },
];
const reactions = things.flatMap(({ name, where, url }): Action[] => {
  const about = {
    kind: 'like' as const,
    take: { base, id: '/query/object_id' },
    object: { url, id: '{id}' },
    control: { select: '.reaction-button', on: '.reacted' },
  };
  return [
    { id: `like-${name}`, request: { url: '*/reactions', where: [where] }, ...about },
    {
      id: `unlike-${name}`,
      undo: true,
      request: change('delete', '*/reactions/:reaction(\\d+)', [where]),
      ...about,
    },
  ];
});
const watch = {
  kind: 'follow',
  take: { base, id: '/query/object_id' },
  object: { url: ['{origin}{base}/issues/{id}', '{origin}/issues/{id}'], id: '{id}' },
  control: { select: '[class*="-watcher"]', on: '.icon-fav' },
} satisfies Partial<Action>;
const isIssue: Test = { at: type, is: 'issue' };

export default defineSite({
  id: 'redmine',
  name: 'Redmine',
  version: 1,
  group: 'work',
  confidence: 'high',
  signals: [
    {
      select:
        'html:has(meta[name="keywords"][content="issue,bug,tracker"]) meta[name="description"][content="Redmine"]',
    },
  ],
  account: {
    name: [
      { of: 'page', select: '#loggedas a.user, .flyout-menu__avatar a.user' },
      { of: 'page', select: '.user-login', match: '^@(.+)$' },
    ],
    url: '{origin}/',
    signedOut: '#account a.login, a.login[href*="/login"]',
  },
  items: [
    {
      select: '[id^="change-"]',
      read: {
        id: { attr: 'id', match: '^change-(\\d+)$' },
        link: { select: 'a.journal-link, a[href*="#note-"]', attr: 'href' },
        author: { select: '.journal-info a.user, h4 a.user' },
        authorUrl: { select: '.journal-info a.user, h4 a.user', attr: 'href' },
        title: { of: 'page', select: '.subject h3' },
      },
    },
    {
      select: '.message.reply[id^="message-"]',
      read: {
        id: { attr: 'id', match: '^message-(\\d+)$' },
        link: { select: 'a[href*="#message-"]', attr: 'href' },
        author: { select: '.reply-header a.user, h4 a.user' },
        authorUrl: { select: '.reply-header a.user, h4 a.user', attr: 'href' },
      },
    },
  ],
  page: {
    title: { of: 'page', select: '.subject h3' },
    author: { of: 'page', select: '.issue .author a.user' },
    authorUrl: { of: 'page', select: '.issue .author a.user', attr: 'href' },
  },
  composers: [
    '#issue_notes',
    '#issue_description',
    '[id^="journal_"][id$="_notes"]',
    '#message_content',
    '#content_text',
    '#comment_comments',
  ],
  actions: [
    {
      id: 'comment',
      kind: 'comment',
      request: change('patch', ':base(.*)/issues/:id(\\d+)', [{ at: '/form/issue[notes]', matches: '\\S' }]),
      ...anIssue,
      private: [{ at: '/form/issue[private_notes]', is: '1' }],
    },
    {
      id: 'edit-issue',
      kind: 'edit',
      request: change('patch', ':base(.*)/issues/:id(\\d+)', [{ at: '/form/issue[lock_version]', present: true }]),
      ...anIssue,
      to: nobody,
    },
    {
      id: 'new-issue',
      kind: 'post',
      request: {
        url: [':base(.*)/projects/:project/issues', ':base(.*)/issues'],
        where: [{ at: '/form/issue[subject]', matches: '\\S' }],
      },
      object: { url: [...at('/projects/{url.project}'), ...at('/issues')], id: '{url.project}', title: { text: '' } },
      to: nobody,
      made: { location: '*/issues/:id(\\d+)', url: '{made.location}', id: '{made.id}' },
      refusal: 'redirect',
      refusedAt: signIn,
    },
    {
      id: 'delete-note',
      kind: 'comment',
      undo: true,
      request: change('put', '*/journals/:id(\\d+){.js}?', [{ at: '/form/journal[notes]', is: '' }]),
      ...aNote,
      to: nobody,
    },
    {
      id: 'edit-note',
      kind: 'edit',
      edit: [{ at: '/page/author', same: '/account' }],
      request: change('put', '*/journals/:id(\\d+){.js}?', [{ at: '/form/journal[notes]', present: true }]),
      ...aNote,
      to: nobody,
    },
    ...reactions,
    { id: 'watch', request: { url: '*/watchers/watch', where: [isIssue] }, ...watch },
    { id: 'unwatch', undo: true, request: change('delete', '*/watchers/watch', [isIssue]), ...watch },
    {
      id: 'topic',
      kind: 'post',
      request: {
        url: ':base(.*)/boards/:board(\\d+)/topics/new',
        where: [{ at: '/form/message[subject]', matches: '\\S' }],
      },
      object: { url: '{here}', id: '{url.board}', title: { text: '' } },
      take: { here: { from: '/page/url', via: [{ match: '^[^?#]+' }] } },
      to: nobody,
      made: { location: '*/boards/:board/topics/:id(\\d+)', url: '{made.location}', id: '{made.id}' },
      refusal: 'redirect',
      refusedAt: signIn,
    },
    {
      id: 'reply',
      kind: 'comment',
      request: {
        url: ':base(.*)/boards/:board(\\d+)/topics/:topic(\\d+)/replies',
        where: [{ at: '/form/reply[content]', matches: '\\S' }],
      },
      ...aTopic,
      to: nobody,
      made: {
        location: '*?r=:id(\\d+)',
        url: [
          '{origin}{url.base}/boards/{url.board}/topics/{topic}?r={made.id}#message-{made.id}',
          '{origin}/boards/{url.board}/topics/{topic}?r={made.id}#message-{made.id}',
        ],
        id: '{made.id}',
      },
    },
    {
      id: 'edit-message',
      kind: 'edit',
      edit: true,
      request: {
        url: ':base(.*)/boards/:board(\\d+)/topics/:topic(\\d+)/edit',
        where: [{ at: '/form/message[content]', present: true }],
      },
      ...aTopic,
      to: nobody,
    },
    {
      id: 'delete-message',
      kind: 'comment',
      undo: true,
      request: { url: ':base(.*)/boards/:board(\\d+)/topics/:topic(\\d+)/destroy' },
      ...aTopic,
      to: nobody,
    },
    {
      id: 'comment-news',
      kind: 'comment',
      request: {
        url: ':base(.*)/news/:id(\\d+)/comments',
        where: [{ at: '/form/comment[comments]', matches: '\\S' }],
      },
      object: { url: at('/news/{url.id}'), id: '{url.id}' },
      to: nobody,
      refusal: 'redirect',
      refusedAt: signIn,
    },
    {
      id: 'edit-wiki',
      kind: 'edit',
      request: change('put', ':base(.*)/projects/:project/wiki/:page', [{ at: '/form/content[text]', present: true }]),
      object: {
        url: at('/projects/{url.project}/wiki/{url.page}'),
        id: '{url.page}',
        title: { from: '/url/page', via: [{ replace: ['_', ' '] }] },
      },
      to: nobody,
      refusal: 'redirect',
      refusedAt: signIn,
    },
  ],
  unseen: [
    'Whether a note also changed the issue: it is counted as a comment.',
    'Changes to many issues at once, time entries, files and polls.',
  ],
  sources: ['redmine/redmine config/routes.rb, app/views, app/helpers, app/controllers (2026-08)'],
});
