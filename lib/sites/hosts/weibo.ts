import { defineSite } from '../define.ts';
import type { Action, RequestRule, Test } from '../schema.ts';

/** Weibo, in its current web pages. Posts have a number in requests and a code in addresses; the number leads there too. */

const ajax = (path: string, where?: Test[]): RequestRule => ({ url: `/ajax/${path}`, ...(where ? { where } : {}) });
const onPost: Pick<Action, 'take' | 'object'> = {
  take: { id: { from: ['/form/id', '/form/mid'] } },
  object: { url: ['{page.link}', 'https://weibo.com/detail/{id}'], id: '{id}' },
};
const onComment = (field: string): Pick<Action, 'take' | 'object' | 'to'> => ({
  take: { id: `/form/${field}` },
  object: { url: ['{page.link}#{id}', 'https://weibo.com/#{id}'], id: '{id}' },
  to: { name: { text: '' } },
});
const onPerson = (field: string): Pick<Action, 'take' | 'object' | 'to'> => ({
  take: { id: { from: [`/form/${field}`, '/form/uid', '/form/friend_uid'] } },
  object: { url: 'https://weibo.com/u/{id}', id: '{id}' },
  to: { name: '/page/author', url: 'https://weibo.com/u/{id}' },
});
const comment: Test = { at: '/form/object_type', is: 'comment' };
const head = 'a[class*="head_name"], a[class*="head_cut"]';

export default defineSite({
  id: 'weibo',
  name: 'Weibo',
  version: 1,
  group: 'social',
  confidence: 'medium',
  hosts: ['weibo.com', 'www.weibo.com'],
  items: [
    {
      select: 'article',
      read: {
        link: { select: 'a[class*="head-info_time"]', attr: 'href', match: '^([^?#]+)' },
        author: { select: head },
        authorUrl: { select: head, attr: 'href', match: '^([^?#]+)' },
        topics: { select: 'a[href*="//s.weibo.com/weibo?q=%23"]', all: true, match: '^#(.+)#$' },
      },
    },
  ],
  composers: ['textarea[class*="Form_input"]'],
  private: { paths: ['/message', '/message/*'] },
  actions: [
    { id: 'like', kind: 'like', request: ajax('statuses/setLike'), ...onPost },
    {
      id: 'unlike-comment',
      kind: 'like',
      undo: true,
      request: ajax('statuses/destroyLike', [comment]),
      ...onComment('object_id'),
    },
    { id: 'unlike', kind: 'like', undo: true, request: ajax('statuses/:does(cancelLike|destroyLike)'), ...onPost },
    { id: 'like-comment', kind: 'like', request: ajax('statuses/updateLike', [comment]), ...onComment('object_id') },
    { id: 'comment', kind: 'comment', request: ajax('comments/create'), ...onPost },
    { id: 'reply', kind: 'comment', request: ajax('comments/reply'), ...onComment('cid') },
    {
      id: 'delete-comment',
      kind: 'comment',
      undo: true,
      undoes: ['comment', 'reply'],
      request: ajax('statuses/destroyComment'),
      ...onComment('cid'),
    },
    { id: 'repost', kind: 'share', request: ajax('statuses/normal_repost'), ...onPost },
    {
      id: 'post',
      kind: 'post',
      request: ajax('statuses/update'),
      object: { url: 'https://weibo.com/' },
      to: { name: { text: '' } },
      private: [{ at: '/form/visible', is: '1' }],
      limited: [{ at: '/form/visible', is: ['6', '10'] }],
    },
    {
      id: 'delete',
      kind: 'post',
      undo: true,
      undoes: ['post', 'repost'],
      request: ajax('statuses/destroy'),
      ...onPost,
      to: { name: { text: '' } },
    },
    { id: 'bookmark', kind: 'bookmark', request: ajax('statuses/createFavorites'), ...onPost },
    {
      id: 'unbookmark',
      kind: 'bookmark',
      undo: true,
      request: ajax('statuses/:does(destoryFavorites|destroyFavorites)'),
      ...onPost,
    },
    {
      id: 'poll-vote',
      kind: 'vote',
      request: ajax('statuses/setVote'),
      object: { url: ['{page.link}', 'https://weibo.com/'], id: '{form.vote_id}' },
      detail: { act: { text: 'poll' } },
      confidence: 'low',
    },
    { id: 'follow', kind: 'follow', request: ajax('friendships/create'), ...onPerson('friend_uid') },
    {
      id: 'unfollow',
      kind: 'follow',
      undo: true,
      request: ajax('friendships/:does(destory|destroy)'),
      ...onPerson('uid'),
    },
  ],
  unseen: [
    'A refusal that comes with status 200.',
    'Who you are, and the address of a new post or comment.',
    'Posts that only you can see and private messages, on purpose.',
    'The pages for phones and the older pages.',
  ],
  sources: ['clients of /ajax/statuses, /ajax/comments and /ajax/friendships (2022-2026)'],
});
