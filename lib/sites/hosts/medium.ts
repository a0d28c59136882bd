import { defineSite } from '../define.ts';
import type { Action, RequestRule } from '../schema.ts';

/**
 * Medium and the domains it serves for others: one GraphQL endpoint, a list of operations in each body. Responses are
 * stories with an id of their own.
 */
const operation = (matches: string): RequestRule => ({
  url: ['/_/graphql', 'https://medium.com/_/graphql'],
  decode: ['json', { each: '/json' }],
  where: [{ at: '/item/operationName', matches }],
});
const variable = (name: string) => `/item/variables/${name}`;

const storyUrl = 'https://medium.com/p/{id}';
const nobody = { name: { text: '' } };
const onStory = (from: string[], action: Omit<Action, 'object'>): Action => ({
  take: { id: { from: from.map(variable) } },
  target: { from: from.map(variable) },
  object: { url: storyUrl, id: '{id}' },
  ...action,
});

const ofPage = { of: 'page' } as const;
const testId = (id: string) => `[data-testid="${id}"]`;
const following = (undo: boolean): Action => ({
  id: undo ? 'unfollow' : 'follow',
  kind: 'follow',
  undo,
  request: operation(`^${undo ? 'Unfollow' : 'Follow'}User(?:Mutation)?$`),
  control: { select: `${testId('headerFollowButton')}, ${testId('footerFollowButton')}` },
  take: { id: { from: [variable('targetUserId'), variable('userId')] } },
  object: { url: ['{page.authorUrl}', '{page.url}'], id: 'user/{id}' },
});

export default defineSite({
  id: 'medium',
  name: 'Medium',
  version: 1,
  group: 'social',
  confidence: 'high',
  hosts: ['medium.com', '*.medium.com'],
  signals: [
    { select: 'meta[property="al:ios:app_name"][content="Medium"]' },
    { select: 'meta[name="twitter:app:name:iphone"][content="Medium"]' },
  ],
  account: {
    name: {
      ...ofPage,
      select: `${testId('headerUserIcon')} a[href*="/@"], a${testId('headerUserButton')}`,
      attr: 'href',
      match: '/@([\\w.-]+)',
    },
    url: 'https://medium.com/@{account}',
    signedOut: `a${testId('headerSignInButton')}, a${testId('headerSignUpButton')}, a${testId('headerClapButton')}`,
  },
  items: [
    {
      select: `article${testId('post-preview')}`,
      read: {
        id: [{ attr: 'data-post-id' }, { select: 'a[href*="-"]', attr: 'href', match: '-([0-9a-f]{8,12})(?:[?#]|$)' }],
        title: { select: 'h2' },
        author: { select: 'a[href*="/@"] p, a[href*="/@"]' },
        authorUrl: { select: 'a[href*="/@"]', attr: 'href', match: '^([^?#]+)' },
      },
    },
    // The page of one story; a response to it names another id.
    {
      select: 'body:has([data-testid="storyTitle"])',
      read: {
        id: {
          ...ofPage,
          select: 'meta[property="al:ios:url"], meta[property="al:android:url"]',
          attr: 'content',
          match: '/p/([0-9a-f]{8,12})',
        },
        title: { ...ofPage, select: testId('storyTitle') },
        author: { ...ofPage, select: testId('authorName') },
        authorUrl: {
          ...ofPage,
          select: `a${testId('authorName')}, a:has(${testId('authorName')})`,
          attr: 'href',
          match: '^([^?#]+)',
        },
        topics: { ...ofPage, select: 'a[href*="/tag/"]', attr: 'href', match: '/tag/([\\w-]+)', all: true },
      },
    },
  ],
  composers: ['[role="textbox"][data-slate-editor="true"]'],
  actions: [
    onStory(['targetPostId'], {
      id: 'clap',
      kind: 'like',
      // Many claps are one request with their number; a negative one takes them back.
      request: operation('^ClapMutation$'),
      control: { select: `${testId('headerClapButton')}, ${testId('footerClapButton')}` },
      undo: [{ at: variable('numClaps'), matches: '^(?:-|0$)' }],
      detail: { reaction: { text: 'clap' } },
      within: 15_000,
    }),
    onStory(['inResponseToPostId'], {
      id: 'respond',
      kind: 'comment',
      request: operation('^[Pp]ublishPostThreadedResponse'),
      control: { select: testId('ResponseRespondButton') },
    }),
    {
      id: 'respond-to-list',
      kind: 'comment',
      request: operation('^[Pp]ublishCatalogResponse'),
      take: { id: { from: [variable('catalogId'), variable('inResponseToCatalogId')] } },
      object: { url: '{page.url}', id: 'list/{id}' },
      confidence: 'medium',
    },
    onStory(['postId', 'targetPostId', 'id'], {
      id: 'delete',
      kind: 'comment',
      undo: true,
      undoes: ['respond', 'respond-to-list'],
      request: operation('^[Dd]elete(?:Post|Response)'),
      to: nobody,
      confidence: 'medium',
    }),
    {
      id: 'save',
      kind: 'bookmark',
      request: operation('^AddToPredefinedCatalog'),
      control: { select: `${testId('headerBookmarkButton')}, ${testId('footerBookmarkButton')}` },
      // The misspelling is Medium's.
      take: { id: { from: [variable('operation/preprend/id'), variable('operation/prepend/id')] } },
      target: { from: [variable('operation/preprend/id'), variable('operation/prepend/id')] },
      object: { url: storyUrl, id: '{id}' },
    },
    {
      id: 'unsave',
      kind: 'bookmark',
      undo: true,
      request: {
        ...operation('^EditCatalogItems'),
        where: [
          { at: '/item/operationName', matches: '^EditCatalogItems' },
          { at: variable('operations/0/delete/itemId'), present: true },
        ],
      },
      control: { select: `${testId('headerBookmarkButton')}, ${testId('footerBookmarkButton')}` },
      // Names the entry in the list, not the story: the story is the one around the button.
      object: { url: ['https://medium.com/p/{page.id}'], id: '{page.id}' },
    },
    following(true),
    following(false),
    ...[true, false].map(
      (undo): Action => ({
        id: undo ? 'unsubscribe' : 'subscribe',
        kind: 'other',
        undo,
        request: operation(`^${undo ? 'Unsubscribe' : 'Subscribe'}Newsletter`),
        object: { url: ['{page.authorUrl}', '{page.url}'] },
        detail: { act: { text: 'newsletter' } },
      }),
    ),
  ],
  unseen: [
    'Publishing a story: the editor is an older program that nobody has described.',
    'Highlights, and comments beside the text in drafts.',
    'Whether claps were taken back, where Medium says so in another way.',
  ],
  sources: [
    'Captured mutations of clap, follow and save (2026-04); a registry of operations (2026-02)',
    'Names of elements (data-testid) in public automation (2025-2026)',
  ],
});
