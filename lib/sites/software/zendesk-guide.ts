import { defineSite } from '../define.ts';
import type { Action, RequestRule, Test, Value } from '../schema.ts';

/** Help centers and communities of Zendesk, on its hosts and on others. Themes differ; the data attributes of votes last. */

const what = ':kind(articles|community/posts)/:id(\\d+)';
const item: Value = {
  from: '/page/url',
  via: [{ match: '^(https?://[^/]+/hc/[^/?#]+/(?:articles|community/posts)/\\d+[^/?#]*)' }],
};
const bare = '{origin}/hc/{url.locale}/{url.kind}/{url.id}';
const onItem: Pick<Action, 'take' | 'object' | 'to'> = {
  take: { item },
  object: { url: ['{item}', bare], id: '{url.id}', title: '/page/title' },
};
const nobody = { name: { text: '' } };
const refusedAt = ['*/hc/*/signin*', '*/access/*', '*/auth/*'];
const direction: Value = {
  from: ['/form/value', '/json/value', '/form/vote[value]', '/json/vote/value', '/url/dir', '/page/dir'],
  via: [{ map: { up: 'up', '1': 'up', down: 'down', '-1': 'down' } }],
};
const vote = {
  select:
    '[data-helper="vote"][data-type="up"], [data-helper="vote"][data-type="down"], .article-vote, .vote-up, .vote-down',
  on: '[aria-pressed="true"], [aria-selected="true"], .vote-voted, .article-vote-selected, .button-primary',
};
const voting = (id: string, comment: boolean): Action => ({
  id,
  kind: 'vote',
  undo: 'toggle',
  request: comment ? { url: `/hc/:locale/${what}/comments/:comment(\\d+)/vote` } : { url: `/hc/:locale/${what}/vote` },
  control: vote,
  ...onItem,
  ...(comment
    ? { object: { url: ['{item}/comments/{url.comment}', `${bare}/comments/{url.comment}`], id: '{url.comment}' } }
    : {}),
  detail: { vote: direction },
});
const api: RequestRule = {
  url: ['help_center/', 'help_center/:locale/', ''].map(
    (place) => `/api/v2/${place}:kind(articles|community/posts)/:id(\\d+)/:dir(up|down){.json}?`,
  ),
};
/** Forms hide the method. */
const deleted: Test = { at: '/form/_method', is: 'delete' };
const subscription = `/hc/:locale/${what}/:what(subscription|subscriptions){.json}?`;
const follow = (undo: boolean): Action => ({
  id: undo ? 'unfollow' : 'follow',
  kind: 'follow',
  undo,
  request: [
    ...(undo
      ? [
          { method: 'DELETE' as const, url: subscription },
          { url: subscription, where: [deleted] },
        ]
      : [{ url: subscription }]),
  ],
  ...onItem,
  to: nobody,
});
const around = { title: { of: 'page', select: '.article-title, .post-title h1, .post-title, h1' } } as const;
const pressed = { dir: { of: 'control', attr: 'data-type', match: '^(up|down)$' } } as const;

export default defineSite({
  id: 'zendesk-guide',
  name: 'Zendesk help centers',
  version: 1,
  group: 'knowledge',
  confidence: 'medium',
  hosts: ['*.zendesk.com'],
  signals: [
    { select: 'link[href*="zdassets.com/hc/"], script[src*="zdassets.com/hc/"]' },
    { select: '[data-helper="vote"][data-vote-url*="/hc/"]' },
  ],
  account: {
    name: { of: 'page', select: '.user-info .dropdown-toggle span, #user-name' },
    url: '{origin}/',
    // Articles can be judged without an account.
    anonymous: true,
  },
  items: [
    {
      select: 'li.comment, .comment-list > li',
      read: {
        id: { attr: 'id', match: '_(\\d+)$' },
        author: { select: '.comment-meta a, .comment-author a' },
        authorUrl: { select: '.comment-meta a, .comment-author a', attr: 'href' },
        ...around,
        ...pressed,
      },
    },
  ],
  page: {
    ...around,
    ...pressed,
    author: { of: 'page', select: '.post-author .post-meta a, .article-author .article-meta a' },
  },
  composers: ['.comment-form textarea', 'form.new_community_post textarea'],
  private: { paths: ['/hc/*/requests', '/hc/*/requests/*'] },
  actions: [
    voting('vote-comment', true),
    voting('vote', false),
    {
      id: 'vote-by-api',
      kind: 'vote',
      undo: 'toggle',
      request: api,
      control: vote,
      ...onItem,
      detail: { vote: direction },
    },
    {
      id: 'unvote-by-api',
      kind: 'vote',
      undo: true,
      request: { method: 'DELETE', url: '/api/v2/help_center/votes/:vote(\\d+){.json}?' },
      control: vote,
      take: { item },
      object: { url: '{item}', title: '/page/title' },
    },
    {
      id: 'comment',
      kind: 'comment',
      request: {
        url: `/hc/:locale/${what}/comments`,
        where: [
          {
            any: [
              { at: '/form/comment[body]', matches: '\\S' },
              { at: '/form/community_comment[body]', matches: '\\S' },
            ],
          },
        ],
      },
      control: { select: 'form.comment-form', submits: true },
      ...onItem,
      made: { location: '*/hc/*#:anchor', url: '{made.location}', id: '{made.anchor}' },
      refusal: 'redirect',
      refusedAt,
    },
    {
      id: 'edit-comment',
      kind: 'edit',
      edit: true,
      request: {
        url: `/hc/:locale/${what}/comments/:comment(\\d+)`,
        where: [{ at: '/form/_method', is: ['put', 'patch'] }],
      },
      take: { item },
      object: { url: ['{item}/comments/{url.comment}', `${bare}/comments/{url.comment}`], id: '{url.comment}' },
      to: nobody,
      refusal: 'redirect',
      refusedAt,
    },
    {
      id: 'delete-comment',
      kind: 'comment',
      undo: true,
      undoes: ['comment'],
      request: [
        { url: `/hc/:locale/${what}/comments/:comment(\\d+)`, where: [deleted] },
        { method: 'DELETE', url: `/hc/:locale/${what}/comments/:comment(\\d+)` },
      ],
      take: { item },
      object: { url: ['{item}/comments/{url.comment}', `${bare}/comments/{url.comment}`], id: '{url.comment}' },
      to: nobody,
    },
    {
      id: 'post',
      kind: 'post',
      request: { url: '/hc/:locale/community/posts', where: [{ at: '/form/community_post[title]', matches: '\\S' }] },
      object: {
        url: ['{made.location}', '{origin}/hc/{url.locale}/community/topics'],
        title: '/form/community_post[title]',
      },
      to: nobody,
      made: { location: '*/hc/*/community/posts/*', url: '{made.location}' },
      refusal: 'redirect',
      refusedAt,
    },
    follow(true),
    follow(false),
  ],
  unseen: [
    'Requests for support: they are private.',
    'Votes in themes that build their own buttons and show no state.',
    'Posts that wait for a moderator. Official answers, and the work of agents.',
  ],
  sources: [
    'article pages with the vote helper (2019-2022); zendesk/copenhagen_theme templates (2024-2025); Help Center API reference',
  ],
});
