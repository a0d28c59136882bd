import { defineSite } from '../define.ts';
import type { Action, Control, RequestRule, Test, Value } from '../schema.ts';

/**
 * LinkedIn writes in two ways that live side by side: server-driven requests, whose name stands in the query, and the
 * Voyager interface with URNs in path, query or body. Both name the post by its activity.
 */
const sdui = (name: string, where: Test[] = []): RequestRule => ({
  url: '/flagship-web/rsc-action/actions/server-request',
  where: [{ at: '/query/sduiid', is: `com.linkedin.sdui.${name}` }, ...where],
});
const voyager = (path: string, method: RequestRule['method'] = 'POST', where?: Test[]): RequestRule => ({
  method,
  url: `/voyager/api/${path}`,
  ...(where ? { where } : {}),
});
/** GraphQL by its prefix: the rest of the query's id changes with each release. */
const graphql = (prefix: string, ...where: Test[]) =>
  voyager('graphql', 'POST', [
    { at: '/query/action', is: 'execute' },
    { at: '/query/queryId', matches: `^${prefix}\\.` },
    ...where,
  ]);

const payload = '/json/serverRequest/requestedArguments/payload';
const alone = '/json/requestedArguments/payload';
const inPayload = (path: string) => [`${payload}/${path}`, `${alone}/${path}`];
const activityPath = 'threadUrnActivityThreadUrn/activityUrn/activityId';
const commentPath = 'threadUrnCommentThreadUrn/commentUrn';

/** URNs as texts: `urn:li:activity:1`, `urn:li:comment:(activity:1,2)`; older ones say ugcPost or share. */
const threadUrn = [
  '/query/threadUrn',
  '/json/threadUrn',
  '/json/variables/threadUrn',
  '/json/variables/entity/threadUrn',
  '/json/variables/resourceKey',
  '/url/urn',
];
const postInUrn = '(?:^urn:li:|\\(urn:li:|\\()((?:activity|ugcPost|share):\\d+)';
const takes: Record<string, Value> = {
  activity: {
    from: [
      ...inPayload(`threadUrn/${activityPath}`),
      ...inPayload(`collection/threadUrn/${activityPath}`),
      ...inPayload('feedUpdateUrn/updateUrnActivityUrn/activityUrn/activityId'),
    ],
  },
  thread: { from: inPayload(`threadUrn/${commentPath}/thread`), via: [{ match: '((?:activity|ugcPost|share):\\d+)' }] },
  comment: { from: inPayload(`threadUrn/${commentPath}/commentId`) },
  post: { from: threadUrn, via: [{ match: postInUrn }] },
  reply: { from: threadUrn, via: [{ match: 'comment:\\([^)]*,(\\d+)\\)' }] },
};
const update = 'https://www.linkedin.com/feed/update/urn:li:';
const commentUrl = (post: string, comment: string) =>
  `${update}{${post}}/?commentUrn=urn%3Ali%3Acomment%3A%28{${post}}%2C{${comment}}%29`;
const target: Pick<Action, 'take' | 'object'> = {
  take: takes,
  object: {
    url: [
      commentUrl('thread', 'comment'),
      commentUrl('post', 'reply'),
      `${update}activity:{activity}/`,
      `${update}{post}/`,
    ],
  },
};
const nobody = { name: { text: '' } };

/** In the page of a post the button says whether it is pressed; in the newer feed its label does. */
const reactButton: Control[] = [
  { select: 'button.react-button__trigger', on: '[aria-pressed="true"]' },
  { select: 'button[aria-label^="Reaction button state"]', on: ':not([aria-label$="no reaction"])' },
];
const reactionType: Value = {
  from: [
    ...inPayload('reactionType'),
    '/json/reactionType',
    '/json/variables/reactionType',
    '/json/variables/entity/reactionType',
  ],
  via: [
    { match: '^(?:ReactionType_)?([A-Z]+)$' },
    {
      map: {
        LIKE: 'like',
        PRAISE: 'celebrate',
        APPRECIATION: 'support',
        EMPATHY: 'love',
        INTEREST: 'insightful',
        ENTERTAINMENT: 'funny',
      },
    },
  ],
};

const personName = {
  select: '.update-components-actor__title span[aria-hidden="true"], .update-components-actor__title',
};

export default defineSite({
  id: 'linkedin',
  name: 'LinkedIn',
  version: 1,
  group: 'social',
  confidence: 'high',
  hosts: ['www.linkedin.com'],
  account: {
    name: {
      of: 'page',
      select: '.feed-identity-module a[href*="/in/"], .profile-card a[href*="/in/"], a.global-nav__me-profile-link',
      attr: 'href',
      match: '/in/([^/?#]+)',
    },
    url: 'https://www.linkedin.com/in/{account}/',
    signedOut:
      'a.nav__button-secondary[href*="/login"], form.login__form, [data-tracking-control-name*="nav-header-signin"]',
  },
  items: [
    {
      select: '.comments-comment-entity, [data-id^="urn:li:comment"]',
      read: {
        urn: { attr: 'data-id' },
        author: { select: '.comments-comment-meta__description-title' },
        authorUrl: { select: 'a[href*="/in/"]', attr: 'href', match: '^([^?#]+)' },
      },
    },
    {
      select: '.feed-shared-update-v2, div[data-urn^="urn:li:activity"], div[data-id^="urn:li:activity"]',
      read: {
        urn: [{ attr: 'data-urn' }, { attr: 'data-id' }],
        author: personName,
        authorUrl: { select: 'a.update-components-actor__meta-link', attr: 'href', match: '^([^?#]+)' },
      },
    },
    {
      select: '[componentkey]:has(button[aria-label^="Open control menu for post by "])',
      read: {
        author: {
          select: 'button[aria-label^="Open control menu for post by "]',
          attr: 'aria-label',
          match: 'post by (.+)$',
        },
      },
    },
  ],
  composers: ['.ql-editor[contenteditable="true"]', '[role="textbox"][contenteditable="true"]'],
  private: { paths: ['/messaging{/*}?'], within: ['.msg-overlay-container', '#msg-overlay', '.msg-form'] },
  actions: [
    {
      id: 'unreact',
      kind: 'like',
      undo: true,
      request: [
        sdui('reactions.delete'),
        voyager('voyagerSocialDashReactions{/:urn(.+)}?', 'DELETE'),
        graphql('voyagerSocialDashReactions', { at: '/json/variables/resourceKey', present: true }),
      ],
      control: reactButton,
      ...target,
    },
    {
      id: 'react',
      kind: 'like',
      request: [
        sdui('reactions.create'),
        voyager('voyagerSocialDashReactions'),
        voyager('voyagerFeedReactions'),
        graphql('voyagerSocialDashReactions'),
      ],
      control: reactButton,
      ...target,
      detail: { reaction: reactionType },
    },
    {
      id: 'reply',
      kind: 'comment',
      request: voyager('voyagerSocialDashNormComments', 'POST', [{ at: '/json/threadUrn', matches: 'comment:' }]),
      control: { select: 'button[class*="comments-comment-box__submit-button"]' },
      ...target,
    },
    {
      id: 'comment',
      kind: 'comment',
      request: [sdui('comments.createComment'), voyager('voyagerSocialDashNormComments')],
      control: { select: 'button[class*="comments-comment-box__submit-button"]' },
      ...target,
      made: {
        appears: 'article.comments-comment-entity[data-id^="urn:li:comment"]:has(a[href*="/in/{account}"])',
        read: { urn: { attr: 'data-id' } },
        url: 'https://www.linkedin.com/feed/update/urn:li:activity:{activity}/?commentUrn={made.urn}',
        id: '{made.urn}',
      },
    },
    {
      id: 'edit-comment',
      kind: 'edit',
      edit: true,
      request: sdui('comments.updateComment'),
      take: takes,
      object: { url: [...target.object.url, '{page.url}'] },
      to: nobody,
      confidence: 'medium',
    },
    {
      id: 'delete-comment',
      kind: 'comment',
      undo: true,
      undoes: ['comment', 'reply'],
      request: [voyager('feed/comments/:urn(.+)', 'DELETE'), sdui('comments.deleteComment')],
      take: takes,
      object: { url: [...target.object.url, '{page.url}'] },
      to: nobody,
    },
    {
      id: 'repost',
      kind: 'share',
      request: sdui('feed.requests.createInstantRepost'),
      ...target,
      detail: { act: { text: 'repost' } },
    },
    {
      id: 'undo-repost',
      kind: 'share',
      undo: true,
      request: graphql('voyagerFeedDashReposts'),
      ...target,
      object: { url: [...target.object.url, '{page.url}'] },
      detail: { act: { text: 'repost' } },
    },
    {
      id: 'edit-post',
      kind: 'edit',
      edit: true,
      request: graphql('voyagerContentcreationDashShares', {
        any: [
          { at: '/json/variables/resourceKey', present: true },
          { at: '/json/variables/updateUrn', present: true },
        ],
      }),
      take: {
        post: {
          from: ['/json/variables/updateUrn', '/json/variables/resourceKey'],
          via: [{ match: '((?:activity|ugcPost|share):\\d+)' }],
        },
      },
      object: { url: [`${update}{post}/`, '{page.url}'], id: '{post}' },
      to: nobody,
    },
    {
      id: 'post',
      kind: 'post',
      request: [graphql('voyagerContentcreationDashShares'), voyager('contentcreation/normShares')],
      object: { url: ['https://www.linkedin.com/in/{account}/', 'https://www.linkedin.com/feed/'] },
      to: nobody,
      made: {
        appears: '.artdeco-toast-item a[href*="/feed/update/"]',
        read: { link: { attr: 'href', match: '^([^?#]+)' } },
        url: '{made.link}',
      },
    },
    {
      id: 'delete-post',
      kind: 'post',
      undo: true,
      undoes: ['post'],
      request: sdui('update.deletePost'),
      take: takes,
      object: { url: [...target.object.url, '{page.url}'] },
      to: nobody,
    },
    {
      id: 'save',
      kind: 'bookmark',
      request: sdui('update.saveState'),
      ...target,
      undo: [{ at: { from: inPayload('isSaved') }, is: false }],
    },
  ],
  unseen: [
    'Following and inviting people: the requests do not say in which direction, or are messages in kind.',
    'Whether a reaction stayed, in the newer feed in other languages than English.',
    'What you do as a company page counts under your own name.',
    'Messages, on purpose.',
  ],
  sources: [
    'Notes on where writes go, captured live (2026-08); a map of endpoints for comments and posts (2026-07)',
    'Probes of the two layouts of the feed (2026-06 and 2026-08); clients for Voyager (2025-2026)',
  ],
});
