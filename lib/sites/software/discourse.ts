import { defineSite } from '../define.ts';
import type { Action, Control, Item } from '../schema.ts';

/** Any Discourse forum. Requests name posts by number in the whole forum; an address needs topic and place in it. */

const topicLink = { of: 'page', select: 'h1[data-topic-id] a.fancy-title', attr: 'href', match: '^([^?#]+)' } as const;

const ofTopic: Item['read'] = {
  topicUrl: topicLink,
  title: { of: 'page', select: 'h1[data-topic-id] .fancy-title' },
  topics: { of: 'page', select: '#topic-title .discourse-tag', all: true },
};

const post: Pick<Action, 'object'> = {
  object: { url: ['{page.topicUrl}/{page.number}', '{origin}/p/{id}'], id: '{id}' },
};
const byPath = { take: { id: '/url/id' }, target: '/url/id', ...post } satisfies Partial<Action>;
const byField = (field: string): Partial<Action> & Pick<Action, 'object'> => ({
  take: { id: `/form/${field}` },
  target: `/form/${field}`,
  ...post,
});
/** The request names a vote or bookmark, or hides its body: only the post around the press has an address. */
const aroundPress: Pick<Action, 'object'> = {
  object: { url: '{page.topicUrl}/{page.number}', id: '{page.id}' },
};
const nobody = { name: { text: '' } };

const heart: Control = { select: 'button.toggle-like', on: '.has-like' };
const ribbon: Control = { select: '.topic-post button.bookmark', on: '.bookmarked' };
const publish: Control = { select: '#reply-control .save-or-cancel .create' };

const readPost: Item['read'] = {
  id: { attr: 'data-post-id' },
  number: { attr: 'id', match: '^post_(\\d+)$' },
  ...ofTopic,
  author: { select: '.names a[data-user-card]', attr: 'data-user-card' },
  authorUrl: { select: '.names a[data-user-card]', attr: 'href' },
};

/** A post of one's own appears below the others; others' posts arrive all the time. */
const ownPost = {
  appears: 'article[data-post-id]:has(.names a[data-user-card="{account}"])',
  read: { id: { attr: 'data-post-id' }, number: { attr: 'id', match: '^post_(\\d+)$' } },
};

export default defineSite({
  id: 'discourse',
  name: 'Discourse',
  version: 1,
  group: 'community',
  confidence: 'high',
  signals: [{ select: 'meta[name="generator"]', attr: 'content', matches: '^Discourse ' }],
  account: {
    name: [
      { of: 'page', select: '#current-user a[href*="/u/"]', attr: 'href', match: '/u/([^/?#]+)' },
      { of: 'page', select: 'a[data-link-name="my-posts"]', attr: 'href', match: '/u/([^/?#]+)' },
      { of: 'page', select: '#current-user img.avatar', attr: 'src', match: '/user_avatar/[^/]+/([^/]+)/' },
    ],
    url: '{origin}/u/{account}',
    signedOut: '.d-header .login-button',
  },
  items: [
    { select: 'article[data-post-id]', read: readPost },
    {
      select: '#reply-control',
      read: {
        id: { of: 'page', select: 'h1[data-topic-id]', attr: 'data-topic-id' },
        ...ofTopic,
        topicUrl: [{ select: '.reply-details a.topic-link', attr: 'href', match: '^([^?#]+)' }, topicLink],
        postUrl: { select: '.reply-details a.post-link', attr: 'href', match: '^([^?#]+)' },
      },
    },
  ],
  page: {
    // The post that the keys j and k have chosen.
    id: { select: '.topic-post.selected article[data-post-id]', attr: 'data-post-id' },
    number: { select: '.topic-post.selected article[data-post-id]', attr: 'id', match: '^post_(\\d+)$' },
    ...ofTopic,
  },
  composers: ['#reply-control textarea', '#reply-control .ProseMirror'],
  private: {
    paths: ['*/u/:name/messages', '*/u/:name/messages/*', '*/my/messages', '*/chat/*'],
    within: ['.archetype-private_message'],
  },
  actions: [
    {
      id: 'like',
      kind: 'like',
      request: { url: '*/post_actions{.json}?', where: [{ at: '/form/post_action_type_id', is: 2 }] },
      control: heart,
      ...byField('id'),
    },
    {
      id: 'flag-topic',
      kind: 'moderation',
      request: {
        url: '*/post_actions{.json}?',
        where: [
          { at: '/form/post_action_type_id', is: [4, 7, 8] },
          { at: '/form/flag_topic', is: true },
        ],
      },
      object: { url: '{origin}/t/{form.id}', id: '{form.id}' },
      to: nobody,
      detail: { act: { text: 'flag' } },
    },
    {
      // Type 6 is a message to the author, and private.
      id: 'flag',
      kind: 'moderation',
      request: { url: '*/post_actions{.json}?', where: [{ at: '/form/post_action_type_id', is: [3, 4, 7, 8] }] },
      ...byField('id'),
      detail: { act: { text: 'flag' } },
    },
    {
      // Which of them is taken back stands in a body that not every browser shows.
      id: 'unlike',
      kind: 'like',
      undo: true,
      undoes: ['like', 'flag'],
      request: { method: 'DELETE', url: '*/post_actions/:id(\\d+){.json}?' },
      control: heart,
      ...byPath,
    },
    {
      id: 'react',
      kind: 'like',
      request: {
        method: 'PUT',
        url: '*/discourse-reactions/posts/:id/custom-reactions/:reaction/toggle{.json}?',
      },
      control: [
        { select: '.pickable-reaction', on: '.is-used' },
        { select: '.discourse-reactions-reaction-button', on: ':has(.btn-toggle-reaction-emoji)' },
      ],
      ...byPath,
      detail: { reaction: '/url/reaction' },
      undo: 'toggle',
      confidence: 'medium',
    },
    {
      id: 'reply',
      kind: 'comment',
      request: { url: '*/posts{.json}?', where: [{ at: '/form/topic_id', present: true }] },
      control: publish,
      take: { id: '/form/topic_id', number: '/form/reply_to_post_number' },
      target: '/form/topic_id',
      object: {
        url: ['{page.topicUrl}/{number}', '{page.topicUrl}', '{origin}/t/{id}/{number}', '{origin}/t/{id}'],
        id: '{id}',
      },
      made: { ...ownPost, url: '{page.topicUrl}/{made.number}', id: '{made.id}' },
      private: [{ at: '/form/archetype', is: 'private_message' }],
    },
    {
      id: 'topic',
      kind: 'post',
      request: { url: '*/posts{.json}?', where: [{ at: '/form/title', present: true }] },
      control: publish,
      object: { url: ['{origin}/c/{form.category}', '{origin}/'], id: '{form.category}', title: { text: '' } },
      to: nobody,
      made: { ...ownPost, id: '{made.id}', url: '{origin}/p/{made.id}' },
      private: [
        {
          any: [
            { at: '/form/archetype', is: 'private_message' },
            { at: '/form/target_recipients', present: true },
          ],
        },
      ],
    },
    {
      id: 'edit',
      kind: 'edit',
      edit: true,
      request: { method: 'PUT', url: '*/posts/:id(\\d+){.json}?', where: [{ at: '/form/post[raw]', present: true }] },
      control: publish,
      take: { id: '/url/id' },
      object: { url: ['{page.postUrl}', '{origin}/p/{id}'], id: '{id}' },
      to: nobody,
    },
    {
      id: 'edit-topic',
      kind: 'edit',
      edit: true,
      request: { method: 'PUT', url: '*/t/:slug/:topic(\\d+){.json}?' },
      object: { url: ['{page.topicUrl}', '{origin}/t/{url.topic}'], id: '{url.topic}' },
      to: nobody,
    },
    {
      id: 'delete',
      kind: 'comment',
      undo: true,
      undoes: ['reply', 'topic'],
      request: { method: 'DELETE', url: '*/posts/:id(\\d+){.json}?' },
      ...byPath,
      to: nobody,
    },
    {
      id: 'accept',
      kind: 'other',
      request: { url: '*/solution/accept{.json}?' },
      control: { select: '.post-action-menu__solved-unaccepted, .post-action-menu__solved-accepted', on: '.accepted' },
      ...byField('id'),
      detail: { act: { text: 'accept' } },
    },
    {
      id: 'unaccept',
      kind: 'other',
      undo: true,
      request: { url: '*/solution/unaccept{.json}?' },
      ...byField('id'),
    },
    {
      id: 'vote-topic',
      kind: 'vote',
      request: { url: '*/voting/vote{.json}?' },
      object: { url: ['{page.topicUrl}', '{origin}/t/{form.topic_id}'], id: '{form.topic_id}' },
      to: nobody,
      detail: { vote: { text: 'up' } },
      confidence: 'medium',
    },
    {
      id: 'unvote-topic',
      kind: 'vote',
      undo: true,
      request: { url: '*/voting/unvote{.json}?' },
      object: { url: ['{page.topicUrl}', '{origin}/t/{form.topic_id}'], id: '{form.topic_id}' },
      to: nobody,
      confidence: 'medium',
    },
    {
      id: 'vote-post',
      kind: 'vote',
      request: { url: '*/post_voting/vote{.json}?' },
      ...byField('post_id'),
      detail: { vote: '/form/direction' },
    },
    {
      id: 'unvote-post',
      kind: 'vote',
      undo: true,
      request: { method: 'DELETE', url: '*/post_voting/vote{.json}?' },
      ...aroundPress,
    },
    {
      id: 'poll-vote',
      kind: 'vote',
      request: { method: 'PUT', url: '*/polls/vote{.json}?' },
      ...byField('post_id'),
      detail: { act: { text: 'poll' } },
    },
    {
      id: 'poll-unvote',
      kind: 'vote',
      undo: true,
      request: { method: 'DELETE', url: '*/polls/vote{.json}?' },
      ...aroundPress,
    },
    {
      id: 'bookmark',
      kind: 'bookmark',
      request: { url: '*/bookmarks{.json}?', where: [{ at: '/form/bookmarkable_type', is: 'Post' }] },
      control: ribbon,
      ...byField('bookmarkable_id'),
    },
    {
      id: 'unbookmark',
      kind: 'bookmark',
      undo: true,
      request: { method: 'DELETE', url: '*/bookmarks/:bookmark(\\d+){.json}?' },
      control: ribbon,
      ...aroundPress,
    },
  ],
  unseen: [
    'That a post waits for a moderator: it is counted as accepted, because the server says yes.',
    'Chat, on purpose: its requests do not tell a channel from a private conversation.',
    'Bookmarks that are taken away from a list, where the post is not on the page.',
  ],
  sources: [
    'discourse/discourse post/menu/buttons, models/action-summary, plugins discourse-reactions and discourse-solved (2023-2026)',
  ],
});
