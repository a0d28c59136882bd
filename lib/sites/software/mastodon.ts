import { defineSite } from '../define.ts';
import type { Control, Item, Test } from '../schema.ts';

/**
 * Any Mastodon instance, in its own web client. Other software that speaks the same API has its own marks. The API
 * answers with an honest status; the page flips first and back again where the answer is no.
 */

const acct = '/@([^/?#]+)';
/** A post's address holds its author's name; where that is not known, this address leads to it. */
const post = { url: ['{origin}/@{page.author}/{id}', '{origin}/web/statuses/{id}'], id: '{id}' };
const person = { url: ['{origin}/@{page.acct}', '{origin}/@{shown}', '{origin}/web/accounts/{id}'], id: '{id}' };
/** Whose profile the page is about, by its address. */
const shown = { from: '/page/url', via: [{ match: acct }] };

const followersOnly: Test[] = [{ at: '/page/visibility', is: 'private' }];
const writtenForFollowers: Test[] = [{ at: '/json/visibility', is: 'private' }];
const writtenAsMessage: Test[] = [{ at: '/json/visibility', is: 'direct' }];
const scheduled: Test[] = [{ at: '/json/scheduled_at', present: true }];

/** One button does and undoes; the request says which. */
const star: Control = { select: 'button.star-icon', on: '.active' };
const ribbon: Control = { select: 'button.bookmark-icon', on: '.active' };
const boost: Control[] = [
  {
    select:
      '.status__action-bar button:has(.icon-retweet), .detailed-status__action-bar button:has(.icon-retweet), button.retweet-icon',
    on: '.active',
  },
  // The button may open a menu of two: boost and quote.
  { select: '.reblog-menu-item button' },
];
const publish: Control = { select: '.compose-form', submits: true };
const follow: Control = { select: 'button.account__header__follow, .account__relationship button, .hover-card button' };

const onPost = (does: string) => ({
  request: { url: `*/api/v1/statuses/:id/${does}` },
  take: { id: '/url/id' },
  target: '/url/id',
  object: post,
  limited: followersOnly,
});

/** A post around the gesture; a quoted post inside it has the classes of a list. */
const ofPost = (name: string, time: string): Item['read'] => ({
  id: [{ attr: 'data-id' }, { select: time, attr: 'href', match: '/(\\d+)/?$' }],
  author: [
    { select: name, attr: 'href', match: acct },
    { select: time, attr: 'href', match: acct },
  ],
  authorUrl: { select: name, attr: 'href' },
  visibility: { attr: 'class', match: '(?:status|wrapper)-(public|unlisted|private|direct)' },
  topics: { select: 'a.hashtag, .hashtag-bar a', all: true, match: '^#?(.+)$' },
});

/** A new post of one's own in the column: others' posts arrive all the time. */
const ownPost = {
  appears: '.status[data-id]:has(a.status__display-name[href$="/@{account}"])',
  read: { id: { attr: 'data-id' } },
  url: '{origin}/@{account}/{made.id}',
  id: '{made.id}',
};

export default defineSite({
  id: 'mastodon',
  name: 'Mastodon',
  version: 1,
  group: 'community',
  confidence: 'high',
  signals: [{ select: 'div#mastodon' }, { select: 'script#initial-state[type="application/json"]' }],
  account: {
    name: [
      // What the page was started with names the account that it belongs to, on every screen.
      { of: 'page', select: 'script#initial-state', match: '"me":"\\d+".*?"acct":"([^"@]+)"' },
      { of: 'page', select: '.navigation-bar .display-name__account', match: '^@?([^@\\s]+)' },
      { of: 'page', select: '.navigation-panel a[href^="/@"]', attr: 'href', match: acct },
    ],
    url: '{origin}/@{account}',
    signedOut: '.sign-in-banner, .ui__header__links a[href="/auth/sign_in"]',
  },
  items: [
    { select: '.status[data-id]', read: ofPost('a.status__display-name', 'a.status__relative-time') },
    {
      select: '.detailed-status__wrapper',
      read: ofPost('a.detailed-status__display-name', 'a.detailed-status__datetime'),
    },
    // People: a row of a list, the card that opens over a name, a suggestion.
    {
      select: '.account, .hover-card, .account-card, .inline-follow-suggestions__body__scrollable__card',
      read: {
        id: { select: '[data-hover-card-account]', attr: 'data-hover-card-account' },
        acct: { select: 'a[href*="/@"]', attr: 'href', match: acct },
        author: { select: 'a[href*="/@"]', attr: 'href', match: acct },
        authorUrl: { select: 'a[href*="/@"]', attr: 'href' },
      },
    },
  ],
  page: {
    replied: { select: '.reply-indicator a[href*="/@"]', attr: 'href', match: acct },
    quoted: { select: '.compose-form .status a.status__display-name', attr: 'href', match: acct },
  },
  composers: ['.compose-form textarea', '.autosuggest-textarea__textarea'],
  private: {
    paths: ['/conversations', '/conversations/*', '/chats', '/chats/*'],
    within: ['.status-direct', '.status__wrapper-direct', '.detailed-status__wrapper-direct', '.conversation'],
  },
  actions: [
    { id: 'like', kind: 'like', control: star, ...onPost('favourite') },
    { id: 'unlike', kind: 'like', undo: true, control: star, ...onPost('unfavourite') },
    { id: 'boost', kind: 'share', control: boost, within: 20_000, ...onPost('reblog') },
    { id: 'unboost', kind: 'share', undo: true, control: boost, within: 20_000, ...onPost('unreblog') },
    { id: 'bookmark', kind: 'bookmark', control: ribbon, ...onPost('bookmark') },
    { id: 'unbookmark', kind: 'bookmark', undo: true, control: ribbon, ...onPost('unbookmark') },
    {
      id: 'reply',
      kind: 'comment',
      request: { url: '*/api/v1/statuses', where: [{ at: '/json/in_reply_to_id', present: true }] },
      control: publish,
      take: { id: '/json/in_reply_to_id' },
      object: { url: ['{origin}/@{page.replied}/{id}', '{origin}/web/statuses/{id}'], id: '{id}' },
      to: { name: '/page/replied', url: '{origin}/@{page.replied}' },
      made: ownPost,
      draft: scheduled,
      private: writtenAsMessage,
      limited: writtenForFollowers,
    },
    {
      id: 'quote',
      kind: 'share',
      request: { url: '*/api/v1/statuses', where: [{ at: '/json/quoted_status_id', present: true }] },
      control: publish,
      take: { id: '/json/quoted_status_id' },
      object: { url: ['{origin}/@{page.quoted}/{id}', '{origin}/web/statuses/{id}'], id: '{id}' },
      to: { name: '/page/quoted', url: '{origin}/@{page.quoted}' },
      detail: { act: { text: 'quote' } },
      made: ownPost,
      draft: scheduled,
      private: writtenAsMessage,
      limited: writtenForFollowers,
    },
    {
      id: 'post',
      kind: 'post',
      request: { url: '*/api/v1/statuses' },
      control: publish,
      object: { url: ['{origin}/@{account}/{made.id}', '{origin}/@{account}', '{origin}/'] },
      made: ownPost,
      draft: scheduled,
      private: writtenAsMessage,
      limited: writtenForFollowers,
    },
    {
      id: 'edit',
      kind: 'edit',
      edit: true,
      request: { method: 'PUT', url: '*/api/v1/statuses/:id' },
      control: publish,
      take: { id: '/url/id' },
      // Only one's own posts can be edited, wherever the form stands.
      object: { url: ['{origin}/@{account}/{id}', '{origin}/web/statuses/{id}'], id: '{id}' },
      to: { name: { text: '' } },
      private: writtenAsMessage,
      limited: writtenForFollowers,
    },
    {
      id: 'delete',
      kind: 'post',
      undo: true,
      undoes: ['post', 'reply', 'quote'],
      request: { method: 'DELETE', url: '*/api/v1/statuses/:id' },
      take: { id: '/url/id' },
      object: { url: ['{origin}/@{account}/{id}', '{origin}/web/statuses/{id}'], id: '{id}' },
      to: { name: { text: '' } },
    },
    {
      id: 'poll-vote',
      kind: 'vote',
      request: { url: '*/api/v1/polls/:id/votes' },
      control: { select: '.poll__footer button.button' },
      // A poll has a number of its own: only the post around it has an address.
      object: { url: '{origin}/@{page.author}/{page.id}', id: '{page.id}' },
      detail: { act: { text: 'poll' } },
      limited: followersOnly,
    },
    {
      id: 'follow',
      kind: 'follow',
      request: { url: '*/api/v1/accounts/:id/follow' },
      control: follow,
      take: { id: '/url/id', shown },
      target: '/url/id',
      object: person,
      to: { name: { from: ['/page/acct', '/page/url'], via: [{ match: '(?:/@|^)([^/?#]+)$' }] }, url: person.url },
      // The same request changes what a follower gets to see: bells and boosts.
      draft: [
        {
          any: [
            { at: '/json/notify', present: true },
            { at: '/json/reblogs', is: false },
          ],
        },
      ],
    },
    {
      id: 'unfollow',
      kind: 'follow',
      undo: true,
      request: { url: '*/api/v1/accounts/:id/unfollow' },
      control: follow,
      take: { id: '/url/id', shown },
      target: '/url/id',
      object: person,
    },
    {
      id: 'follow-tag',
      kind: 'follow',
      request: { url: '*/api/v1/tags/:tag/follow' },
      object: { url: '{origin}/tags/{url.tag}', id: '#{url.tag}', title: '/url/tag' },
      topics: '/url/tag',
    },
    {
      id: 'unfollow-tag',
      kind: 'follow',
      undo: true,
      request: { url: '*/api/v1/tags/:tag/unfollow' },
      object: { url: '{origin}/tags/{url.tag}', id: '#{url.tag}', title: '/url/tag' },
    },
    {
      id: 'report',
      kind: 'moderation',
      request: { url: '*/api/v1/reports' },
      take: { status: '/json/status_ids/0', id: '/json/account_id' },
      object: {
        url: ['{origin}/web/statuses/{status}', '{origin}/web/accounts/{id}'],
        id: '{id}',
      },
      to: { name: { text: '' } },
      detail: { act: { text: 'report' } },
    },
    {
      id: 'revoke-quote',
      kind: 'moderation',
      request: { url: '*/api/v1/statuses/:quoted/quotes/:id/revoke' },
      take: { id: '/url/id' },
      target: '/url/id',
      object: post,
      to: { name: { text: '' } },
      detail: { act: { text: 'revoke-quote' } },
    },
  ],
  unseen: [
    'What you do with an app or another web client.',
    'Posts in a second window of the same account, until they appear in this one.',
    'Scheduled posts, on purpose, and private mentions, on purpose.',
    'The moderation pages below /admin.',
  ],
  sources: [
    'mastodon/mastodon config/routes/api.rb, actions/compose.js, components/status_action_bar, boost_button, poll (2024-2026)',
  ],
});
