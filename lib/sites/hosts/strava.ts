import { defineSite } from '../define.ts';
import type { Action } from '../schema.ts';

/** Strava: kudos and comments for activities, as the feed and the page of an activity send them. */

const activity: Pick<Action, 'object' | 'limited'> = {
  object: { url: 'https://www.strava.com/activities/{url.id}', id: '{url.id}', title: '/page/title' },
};

export default defineSite({
  id: 'strava',
  name: 'Strava',
  version: 1,
  group: 'community',
  confidence: 'medium',
  hosts: ['www.strava.com'],
  account: {
    name: {
      of: 'page',
      select: '.user-nav a[href^="/athletes/"], .user-menu a[href^="/athletes/"]',
      attr: 'href',
      match: '/athletes/(\\d+)',
    },
    url: 'https://www.strava.com/athletes/{account}',
    signedOut: 'header .btn-login, a.btn-login',
  },
  items: [
    {
      select: '[data-testid="web-feed-entry"], .feed-entry',
      read: {
        title: { select: '[data-testid="activity_name"]' },
        author: { select: '[data-testid="owners-name"]' },
        authorUrl: { select: 'a[data-testid="owners-name"]', attr: 'href', match: '^([^?#]+)' },
      },
    },
  ],
  page: {
    title: { select: '.activity-name' },
    author: { select: '.activity-summary-container .title a, h2 a.minimal[href^="/athletes/"]' },
    authorUrl: { select: '.activity-summary-container .title a, h2 a.minimal[href^="/athletes/"]', attr: 'href' },
  },
  actions: [
    {
      id: 'kudos',
      kind: 'like',
      request: { url: ['/feed/activity/:id(\\d+)/kudo', '/activities/:id(\\d+)/kudo'] },
      control: { select: '[data-testid="kudos_button"], .js-add-kudo' },
      ...activity,
      detail: { reaction: { text: 'kudos' } },
    },
    {
      id: 'comment',
      kind: 'comment',
      request: { url: ['/feed/activity/:id(\\d+)/comment', '/activities/:id(\\d+)/comments'] },
      ...activity,
    },
    {
      id: 'delete-comment',
      kind: 'comment',
      undo: true,
      undoes: ['comment'],
      request: {
        method: 'DELETE',
        url: ['/feed/activity/:id(\\d+)/comment/:comment(\\d+)', '/activities/:id(\\d+)/comments/:comment(\\d+)'],
      },
      ...activity,
      confidence: 'low',
    },
  ],
  unseen: [
    'Following, clubs, challenges, posts, segments and their stars.',
    'Likes of comments. The audience of an activity: the page does not say it.',
    'Activities that you upload.',
  ],
  sources: ['clients of /feed/activity/{id}/kudo and comment (2018-2026); markup of the feed'],
});
