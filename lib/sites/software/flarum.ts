import { defineSite } from '../define.ts';
import type { Action, Test } from '../schema.ts';

/**
 * Any Flarum forum. Changes are POSTs that call themselves PATCH in a header, so only the attributes in the body tell
 * what is done: exactly one of them is what the person wanted, and scrolling sends such requests too.
 */

const attribute = (name: string) => `/json/data/attributes/${name}`;
const has = (name: string): Test => ({ at: attribute(name), present: true });
const isFalse = (name: string): Test[] => [{ at: attribute(name), is: false }];
const nobody = { name: { text: '' } };

const discussion = '^([^?#]+?/d/[^/?#]+)';
const onPost: Pick<Action, 'take' | 'target' | 'object'> = {
  take: { id: '/url/id', discussion: { from: '/page/url', via: [{ match: discussion }] } },
  target: '/url/id',
  // A post's number in its discussion is on the page only; the API knows it by its own.
  object: { url: ['{discussion}/{page.number}', '{origin}/api/posts/{id}'], id: '{id}' },
};
const onDiscussion: Pick<Action, 'take' | 'object' | 'to'> = {
  take: { id: '/url/id' },
  object: { url: '{origin}/d/{id}', id: '{id}' },
  to: nobody,
};
const changePost = (...where: [Test, ...Test[]]) => ({ url: '*/api/posts/:id(\\d+)', where });
const changeDiscussion = (...where: [Test, ...Test[]]) => ({ url: '*/api/discussions/:id(\\d+)', where });
const moderate = (act: string, name: string): Action => ({
  id: act,
  kind: 'moderation',
  request: changeDiscussion({ at: attribute(name), is: [true, false] }),
  ...onDiscussion,
  detail: { act: { text: act } },
  undo: isFalse(name),
});

export default defineSite({
  id: 'flarum',
  name: 'Flarum',
  version: 1,
  group: 'community',
  confidence: 'high',
  signals: [
    { select: 'script#flarum-json-payload' },
    { select: '#flarum-loading' },
    { select: '#app.App .App-content' },
  ],
  account: {
    name: [
      { of: 'page', select: '.item-session .item-profile a', attr: 'href', match: '/u/([^/?#]+)' },
      { of: 'page', select: '.SessionDropdown .username' },
    ],
    url: '{origin}/u/{account}',
    signedOut: '.item-logIn',
  },
  items: [
    {
      select: '.PostStream-item[data-id]',
      read: {
        id: { attr: 'data-id' },
        number: { attr: 'data-number' },
        author: { select: '.PostUser-name a', attr: 'href', match: '/u/([^/?#]+)' },
        authorUrl: { select: '.PostUser-name a', attr: 'href' },
        title: { of: 'page', select: '.DiscussionHero-title' },
        topics: { of: 'page', select: '.DiscussionHero .TagLabel-name', all: true },
      },
    },
    {
      select: '.Composer',
      read: { discussion: { select: 'a[href*="/d/"]', attr: 'href', match: discussion } },
    },
  ],
  composers: ['.Composer .TextEditor-editor'],
  actions: [
    {
      id: 'like',
      kind: 'like',
      request: changePost({ at: attribute('isLiked'), is: [true, false] }),
      ...onPost,
      undo: isFalse('isLiked'),
    },
    {
      id: 'unreact',
      kind: 'like',
      undo: true,
      request: changePost({ at: attribute('reaction'), is: null }),
      ...onPost,
    },
    {
      id: 'react',
      kind: 'like',
      request: changePost(has('reaction')),
      control: { select: 'button[data-reaction]', on: '.active' },
      ...onPost,
      detail: { reaction: attribute('reaction') },
      undo: 'toggle',
      confidence: 'medium',
    },
    {
      id: 'edit',
      kind: 'edit',
      edit: true,
      request: changePost(has('content')),
      ...onPost,
      to: nobody,
    },
    {
      // Brought back again by the same request.
      id: 'delete',
      kind: 'comment',
      undo: true,
      undoes: ['reply'],
      request: changePost({ at: attribute('isHidden'), is: true }),
      ...onPost,
      to: nobody,
    },
    {
      id: 'reply',
      kind: 'comment',
      request: {
        url: '*/api/posts',
        where: [has('content'), { at: '/json/data/relationships/discussion/data/id', present: true }],
      },
      control: { select: '.Composer .item-submit button' },
      take: { id: '/json/data/relationships/discussion/data/id' },
      object: { url: ['{page.discussion}', '{origin}/d/{id}'], id: '{id}' },
      to: nobody,
      made: {
        appears: '.PostStream-item[data-id]:has(.PostUser-name a[href$="/u/{account}"])',
        read: { id: { attr: 'data-id' }, number: { attr: 'data-number' } },
        url: '{page.discussion}/{made.number}',
        id: '{made.id}',
      },
    },
    {
      id: 'topic',
      kind: 'post',
      request: { url: '*/api/discussions', where: [has('title'), has('content')] },
      control: { select: '.Composer .item-submit button' },
      object: { url: '{origin}/', title: { text: '' } },
      to: nobody,
    },
    {
      id: 'edit-topic',
      kind: 'edit',
      edit: true,
      request: changeDiscussion({
        any: [
          { at: attribute('title'), present: true },
          { at: '/json/data/relationships/tags/data/0/id', present: true },
        ],
      }),
      ...onDiscussion,
    },
    moderate('sticky', 'isSticky'),
    moderate('lock', 'isLocked'),
    {
      id: 'flag',
      kind: 'moderation',
      request: { url: '*/api/flags', where: [{ at: '/json/data/relationships/post/data/id', present: true }] },
      ...onPost,
      take: { ...onPost.take, id: '/json/data/relationships/post/data/id' },
      target: '/json/data/relationships/post/data/id',
      detail: { act: { text: 'flag' } },
    },
    {
      id: 'follow',
      kind: 'follow',
      request: changeDiscussion({ at: attribute('subscription'), is: 'follow' }),
      ...onDiscussion,
      confidence: 'medium',
    },
    {
      id: 'unfollow',
      kind: 'follow',
      undo: true,
      request: changeDiscussion({ at: attribute('subscription'), is: null }),
      ...onDiscussion,
      confidence: 'medium',
    },
  ],
  unseen: [
    'Votes and best answers of extensions.',
    'That a post waits for approval: the server takes it either way.',
    'Whether a post that is hidden is your own: hiding is taken as taking back.',
    'The address of a new discussion.',
  ],
  sources: [
    'flarum/framework Model.ts, PostStream.js, ReplyComposer.js, extensions/likes, extensions/flags (2024)',
    'FriendsOfFlarum/reactions PostReactAction.js (2025)',
  ],
});
