import { defineSite } from '../define.ts';
import type { Action, Control, Item, Test, Value } from '../schema.ts';

/**
 * Reddit in its old layout, on its own host and for those who kept it on www. All writes are posts of a form to
 * `/api/<op>`; things are named by full names (`t3_…` a post, `t1_…` a comment, `t4_…` a private message).
 */

/** The page of a thing: as it links itself, else by its name and the thread around it. */
const placeOf = (...id: string[]): Required<Pick<Action, 'take' | 'target' | 'object' | 'to'>> => ({
  take: {
    id: { from: id },
    post: { from: id, via: [{ match: '^t3_(\\w+)$' }] },
    comment: { from: id, via: [{ match: '^t1_(\\w+)$' }] },
    thread: { from: '/page/url', via: [{ match: '/comments/(\\w+)' }] },
  },
  target: { from: id },
  object: {
    url: ['{origin}{page.link}', '{origin}/comments/{post}/', '{origin}/comments/{thread}/comment/{comment}/'],
    id: '{id}',
  },
  to: { name: '/page/author', url: '{origin}/user/{page.author}/' },
});
const thing = placeOf('/form/id', '/query/id');
const parent = placeOf('/form/thing_id');
const nobody: Action['to'] = { name: { text: '' } };

const direction: Value = { from: ['/form/dir', '/query/dir'] };
const own: Test = { at: '/page/author', same: '/account' };
const isComment = (at: string): Test => ({ at, matches: '^t1_' });
const isPost = (at: string): Test => ({ at, matches: '^t3_' });

const up: Control = { select: '.arrow.up, .arrow.upmod', on: '.upmod' };
const down: Control = { select: '.arrow.down, .arrow.downmod', on: '.downmod' };
const arrows: Control = {
  select: '.arrow',
  shows: '.arrow.upmod, .arrow.downmod',
};

/** One's own new comment: others are loaded on demand. */
const ownComment: NonNullable<Action['made']> = {
  appears: '.thing.comment[data-author="{account}"]',
  read: { id: { attr: 'data-fullname' }, link: { attr: 'data-permalink' } },
  url: '{origin}{made.link}',
  id: '{made.id}',
};

const subreddit: Value = {
  from: ['/form/sr_name', '/form/sr', '/form/r', '/page/topics'],
  via: [{ match: '^(?!t5_)([\\w-]+)$' }],
};

const ofThing: Item['read'] = {
  id: { attr: 'data-fullname' },
  link: [{ attr: 'data-permalink' }, { select: 'a.bylink', attr: 'href', match: '^https?://[^/]+(/[^?#]+)' }],
  author: [{ attr: 'data-author' }, { select: '.tagline a.author' }],
  title: { select: 'a.title' },
  topics: { attr: 'data-subreddit' },
};
/** The post of a thread's page, for what lies outside any thing (the first comment form). */
const ofThread: Item['read'] = {
  id: { select: '#siteTable .thing.link', attr: 'data-fullname' },
  link: { select: '#siteTable .thing.link', attr: 'data-permalink' },
  author: { select: '#siteTable .thing.link', attr: 'data-author' },
  title: { select: '#siteTable .thing.link a.title' },
  topics: { select: '#siteTable .thing.link', attr: 'data-subreddit' },
};

export default defineSite({
  id: 'reddit-old',
  name: 'Reddit (old layout)',
  version: 1,
  group: 'social',
  confidence: 'high',
  hosts: ['old.reddit.com', 'www.reddit.com', 'np.reddit.com'],
  only: [{ select: '.thing[data-fullname]' }, { select: '#header-bottom-right' }, { select: 'body > #header' }],
  account: {
    name: { of: 'page', select: '#header-bottom-right .user > a[href*="/user/"], .user > a[href*="/user/"]' },
    url: '{origin}/user/{account}/',
    signedOut: '.user a.login-required, .user a.login-link',
  },
  items: [{ select: '.thing[data-fullname]', read: ofThing }],
  page: ofThread,
  composers: ['form.usertext textarea', '#newlink textarea'],
  private: { paths: ['/message/*', '/chat/*'], within: ['.thing.message'] },
  actions: [
    {
      id: 'upvote',
      kind: 'vote',
      request: { url: '/api/vote', where: [{ at: direction, is: '1' }] },
      control: up,
      ...thing,
      detail: { vote: { text: 'up' } },
    },
    {
      id: 'downvote',
      kind: 'vote',
      request: { url: '/api/vote', where: [{ at: direction, is: '-1' }] },
      control: down,
      ...thing,
      detail: { vote: { text: 'down' } },
    },
    {
      id: 'unvote',
      kind: 'vote',
      undo: true,
      request: { url: '/api/vote', where: [{ at: direction, is: '0' }] },
      control: arrows,
      ...thing,
    },
    {
      id: 'comment',
      kind: 'comment',
      request: { url: '/api/comment' },
      control: { select: 'form.usertext', submits: true },
      ...parent,
      private: [{ at: '/form/thing_id', matches: '^t4_' }],
      made: ownComment,
      refusal: 'hidden',
    },
    {
      id: 'edit',
      kind: 'edit',
      edit: true,
      request: { url: '/api/editusertext' },
      control: { select: 'form.usertext', submits: true },
      ...parent,
      to: nobody,
      refusal: 'hidden',
    },
    {
      id: 'delete-comment',
      kind: 'comment',
      undo: true,
      request: { url: '/api/del', where: [isComment('/form/id')] },
      ...thing,
      to: nobody,
    },
    {
      id: 'delete-post',
      kind: 'post',
      undo: true,
      request: { url: '/api/del', where: [isPost('/form/id')] },
      ...thing,
      to: nobody,
    },
    {
      id: 'post',
      kind: 'post',
      request: { url: '/api/submit' },
      control: { select: '#newlink', submits: true },
      take: { subreddit },
      object: { url: ['{origin}/r/{subreddit}/', '{origin}/'], title: '/form/title' },
      to: nobody,
      topics: subreddit,
      refusal: 'hidden',
    },
    {
      id: 'save',
      kind: 'bookmark',
      request: { url: '/api/save' },
      ...thing,
    },
    {
      id: 'unsave',
      kind: 'bookmark',
      undo: true,
      request: { url: '/api/unsave' },
      ...thing,
    },
    {
      id: 'subscribe',
      kind: 'follow',
      undo: [{ at: '/form/action', is: 'unsub' }],
      request: { url: '/api/subscribe' },
      take: { subreddit, here: { from: '/page/url', via: [{ match: '/r/([\\w-]+)' }] } },
      object: { url: ['{origin}/r/{subreddit}/', '{origin}/r/{here}/'] },
      to: nobody,
    },
    {
      id: 'friend',
      kind: 'follow',
      request: { url: '/api/friend', where: [{ at: '/form/type', is: 'friend' }] },
      object: { url: '{origin}/user/{form.name}/', id: '{form.name}' },
      to: { name: '/form/name', url: '{origin}/user/{form.name}/' },
    },
    {
      id: 'unfriend',
      kind: 'follow',
      undo: true,
      request: { url: '/api/unfriend', where: [{ at: '/form/type', is: 'friend' }] },
      object: { url: '{origin}/user/{form.name}/', id: '{form.name}' },
      to: { name: '/form/name', url: '{origin}/user/{form.name}/' },
    },
    // The same endpoint bans, approves and appoints.
    {
      id: 'relate',
      kind: 'moderation',
      request: { url: '/api/friend', where: [{ at: '/form/type', present: true }] },
      object: { url: '{origin}/user/{form.name}/', id: '{form.name}' },
      to: nobody,
      detail: { act: '/form/type' },
    },
    {
      id: 'unrelate',
      kind: 'moderation',
      undo: true,
      request: { url: '/api/unfriend', where: [{ at: '/form/type', present: true }] },
      object: { url: '{origin}/user/{form.name}/', id: '{form.name}' },
      to: nobody,
      detail: { act: '/form/type' },
    },
    {
      id: 'report',
      kind: 'moderation',
      request: { url: '/api/report' },
      ...parent,
      to: nobody,
      detail: { act: { text: 'report' } },
      refusal: 'hidden',
    },
    {
      id: 'moderate',
      kind: 'moderation',
      // What one does to one's own post is no moderation.
      becomes: [{ where: [own], kind: 'edit' }],
      request: {
        url: '/api/:act(approve|remove|lock|unlock|marknsfw|unmarknsfw|set_subreddit_sticky|ignore_reports|unignore_reports|selectflair|flair)',
      },
      ...placeOf('/form/id', '/form/link', '/form/thing_id'),
      to: nobody,
      detail: { act: '/url/act' },
    },
    {
      id: 'distinguish',
      kind: 'moderation',
      undo: [{ at: '/url/how', is: 'no' }],
      request: { url: '/api/distinguish/:how' },
      ...thing,
      to: nobody,
      detail: { act: { text: 'distinguish' } },
    },
  ],
  unseen: [
    'A comment that is refused with a notice stays at "accepted": the answer alone tells.',
    'The address of a new post, which only the answer names.',
    'Messages, on purpose.',
  ],
  sources: ["the site's own source (reddit/reddit, 2017), still how the old layout writes in 2026"],
});
