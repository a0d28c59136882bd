import { defineSite } from '../define.ts';
import type { Action, Control } from '../schema.ts';

/** Any Pixelfed instance: partly Mastodon's API, partly its own, where one request does and undoes. */

const status = (id: string): Pick<Action, 'take' | 'target' | 'object'> => ({
  take: { id },
  target: id,
  object: { url: ['{origin}/p/{page.author}/{id}', '{origin}/i/web/post/{id}'], id: '{id}' },
});
const onPath = (does: string) => ({ request: { url: `/api/v1/statuses/:id/${does}` }, ...status('/url/id') });
const nobody = { name: { text: '' } };
const icon = (name: string): Control => ({ select: `button:has(i.fa-${name})`, on: `:has(i.fas.fa-${name})` });
/** Only one's own posts can be changed. */
const ownPost: Action['object'] = {
  url: ['{origin}/p/{account}/{id}', '{origin}/i/web/post/{id}'],
  id: '{id}',
};

export default defineSite({
  id: 'pixelfed',
  name: 'Pixelfed',
  version: 1,
  group: 'community',
  confidence: 'medium',
  signals: [
    { select: 'meta[property="og:site_name"]', attr: 'content', matches: '^Pixelfed$' },
    { select: 'nav img[src*="pixelfed-icon"]' },
  ],
  account: {
    name: { of: 'page', select: '.sidebar-component .username', match: '^\\s*@?([^@\\s]+)' },
    url: '{origin}/{account}',
    signedOut: 'nav a[href$="/login"]',
  },
  items: [
    {
      select: '.timeline-status-component, .post-timeline-component',
      read: {
        id: { select: 'a.timestamp', attr: 'href', match: '/(\\d+)/?$' },
        // A name with an @ is of another server, and has no page at /p/ here.
        author: { select: '.username a', match: '^\\s*@?([^@\\s]+)\\s*$' },
        authorUrl: { select: '.username a', attr: 'href' },
        topics: { select: 'a.hashtag', match: '^#?(.+)$', all: true },
      },
    },
  ],
  composers: ['.post-comment-input textarea', '.compose-modal-component textarea'],
  private: { paths: ['/i/web/direct', '/i/web/direct/*', '/account/direct', '/account/direct/*'] },
  actions: [
    { id: 'like', kind: 'like', control: icon('heart'), ...onPath('favourite') },
    { id: 'unlike', kind: 'like', undo: true, control: icon('heart'), ...onPath('unfavourite') },
    { id: 'share', kind: 'share', control: icon('retweet'), ...onPath('reblog') },
    { id: 'unshare', kind: 'share', undo: true, control: icon('retweet'), ...onPath('unreblog') },
    {
      id: 'bookmark',
      kind: 'bookmark',
      request: { url: '/i/bookmark' },
      control: icon('bookmark'),
      ...status('/json/item'),
      undo: 'toggle',
    },
    {
      id: 'comment',
      kind: 'comment',
      request: { url: '/api/v1/statuses', where: [{ at: '/json/in_reply_to_id', present: true }] },
      ...status('/json/in_reply_to_id'),
      private: [{ at: '/json/visibility', is: 'direct' }],
    },
    {
      id: 'post',
      kind: 'post',
      request: { url: '/api/compose/v0/publish{/text}?' },
      object: { url: ['{origin}/{account}', '{origin}/'], title: { text: '' } },
      to: nobody,
      limited: [{ at: '/json/visibility', is: 'private' }],
    },
    {
      id: 'edit',
      kind: 'edit',
      edit: true,
      request: { method: 'PUT', url: '/api/v1/statuses/:id(\\d+)' },
      take: { id: '/url/id' },
      object: ownPost,
      to: nobody,
    },
    {
      id: 'delete',
      kind: 'post',
      undo: true,
      undoes: ['post', 'comment'],
      request: { url: '/i/delete', where: [{ at: '/json/type', is: 'status' }] },
      take: { id: '/json/item' },
      object: ownPost,
      to: nobody,
    },
    {
      id: 'poll-vote',
      kind: 'vote',
      request: { url: '/api/v1/polls/:id/votes' },
      // A poll has a number of its own: only the post around it has an address.
      object: {
        url: ['{origin}/p/{page.author}/{page.id}', '{origin}/i/web/post/{page.id}'],
        id: '{page.id}',
      },
      detail: { act: { text: 'poll' } },
    },
    {
      id: 'follow',
      kind: 'follow',
      request: { url: '/api/v1/accounts/:id/follow' },
      object: { url: '{origin}/i/web/profile/{url.id}', id: '{url.id}', title: { text: '' } },
      to: nobody,
    },
    {
      id: 'unfollow',
      kind: 'follow',
      undo: true,
      request: { url: '/api/v1/accounts/:id/unfollow' },
      object: { url: '{origin}/i/web/profile/{url.id}', id: '{url.id}' },
      to: nobody,
    },
    {
      id: 'report',
      kind: 'moderation',
      request: { url: '/i/report', where: [{ at: '/json/type', is: 'post' }] },
      ...status('/json/id'),
      detail: { act: { text: 'report' } },
      confidence: 'medium',
    },
  ],
  unseen: [
    'Sharing from the menu, where one request shares and takes back and nothing shows which.',
    'Reactions to stories, and messages, on purpose.',
    'The address of something new, and instances that changed both their name and their sign.',
  ],
  sources: [
    'pixelfed/pixelfed resources/assets/components, routes/web-api.php, LikeController, BookmarkController (2024)',
  ],
});
