import { defineSite } from '../define.ts';
import type { Action, RequestRule, Test, Value } from '../schema.ts';

/** Zooniverse: classifications go to one host, the talk about them to another. */

const talk = (path: string, method: RequestRule['method'] = 'POST'): RequestRule => ({
  method,
  url: `https://talk.zooniverse.org/${path}`,
});
const project: Value = {
  from: '/page/url',
  via: [{ match: '^(https://www\\.zooniverse\\.org/projects/[^/?#]+/[^/?#]+)' }],
};
const site = { text: 'https://www.zooniverse.org' };
const take = {
  project,
  site,
  shown: { from: '/page/url', via: [{ match: '/talk/(\\d+/\\d+)' }] } satisfies Value,
  base: {
    from: '/page/url',
    via: [{ match: '^(https://www\\.zooniverse\\.org(?:/projects/[^/?#]+/[^/?#]+)?)/talk' }],
  } satisfies Value,
};
/** The discussion that the page shows; a comment in it is named in the query, as the site does it. */
const onDiscussion: Pick<Action, 'take' | 'object' | 'to'> = {
  take,
  object: { url: ['{base}/talk/{shown}', '{page.url}'], title: '/page/title' },
  to: { name: { text: '' } },
};
const onComment: Pick<Action, 'take' | 'object'> = {
  take,
  object: { url: ['{base}/talk/{shown}?comment={url.id}', '{page.url}'], id: '{url.id}', title: '/page/title' },
};
const subject: Value = { from: '/json/classifications/links/subjects/0' };
const there = (at: string, present = true): Test => ({ at, present });

export default defineSite({
  id: 'zooniverse',
  name: 'Zooniverse',
  version: 1,
  group: 'knowledge',
  confidence: 'medium',
  hosts: ['www.zooniverse.org'],
  apiHosts: ['talk.zooniverse.org', 'panoptes.zooniverse.org'],
  account: {
    name: { of: 'page', select: 'a[href^="/users/"]', attr: 'href', match: '/users/([^/?#]+)' },
    url: 'https://www.zooniverse.org/users/{account}',
    // Everybody can classify.
    anonymous: true,
  },
  items: [
    {
      select: '.talk-comment',
      read: {
        author: { select: '.user-profile-link, a[href*="/users/"]', attr: 'href', match: '/users/([^/?#]+)' },
        authorUrl: { select: '.user-profile-link, a[href*="/users/"]', attr: 'href' },
        title: { of: 'page', select: '.talk-discussion h1, .talk h1' },
      },
    },
  ],
  page: { title: { select: '.talk-discussion h1, .talk h1' } },
  composers: ['.talk-comment-box textarea', '.markdown-editor textarea'],
  private: { paths: ['/inbox', '/inbox/*'] },
  actions: [
    {
      id: 'classify',
      kind: 'other',
      request: {
        url: ['https://panoptes.zooniverse.org/api/classifications', 'https://www.zooniverse.org/api/classifications'],
        decode: ['json'],
        where: [{ at: '/json/classifications/completed', not: false }],
      },
      take: { project, subject },
      object: { url: ['{project}/talk/subjects/{subject}', '{project}'], id: '{subject}' },
      to: { name: { text: '' } },
      detail: { act: { text: 'classify' } },
    },
    {
      id: 'upvote',
      kind: 'vote',
      request: talk('comments/:id(\\d+)/upvote', 'PUT'),
      ...onComment,
      detail: { vote: { text: 'up' } },
    },
    {
      id: 'remove-upvote',
      kind: 'vote',
      undo: true,
      request: talk('comments/:id(\\d+)/remove_upvote', 'PUT'),
      ...onComment,
    },
    {
      id: 'reply',
      kind: 'comment',
      request: { ...talk('comments'), where: [there('/json/comments/reply_id')] },
      take: { ...take, replied: '/json/comments/reply_id' },
      object: { url: ['{base}/talk/{shown}?comment={replied}', '{page.url}'], id: '{replied}', title: '/page/title' },
    },
    { id: 'comment', kind: 'comment', request: talk('comments'), ...onDiscussion },
    { id: 'edit-comment', kind: 'edit', edit: true, request: talk('comments/:id(\\d+)', 'PUT'), ...onComment },
    {
      id: 'delete-comment',
      kind: 'comment',
      undo: true,
      undoes: ['comment', 'reply'],
      request: talk('comments/:id(\\d+)', 'DELETE'),
      ...onComment,
    },
    {
      id: 'discussion',
      kind: 'post',
      request: talk('discussions'),
      take: {
        board: {
          from: '/page/url',
          via: [{ match: '^(https://www\\.zooniverse\\.org/[^?#]*talk(?:/\\d+|/subjects/\\d+)?)' }],
        },
      },
      object: { url: '{board}', title: '/json/discussions/title' },
      to: { name: { text: '' } },
    },
    {
      id: 'report',
      kind: 'moderation',
      request: talk('moderations'),
      ...onDiscussion,
      detail: { act: { text: 'report' } },
    },
  ],
  unseen: [
    'Projects that run on hosts of their own.',
    'Collections, favourites and following a discussion.',
    'Private messages, on purpose.',
  ],
  sources: [
    'zooniverse/talk-api config/routes.rb; Panoptes API; zooniverse/front-end-monorepo and Panoptes-Front-End (2016-2026)',
  ],
});
