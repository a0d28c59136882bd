import type { RecordedRequest } from '../cases.ts';
import { defineCases } from '../define.ts';
import { pressCase, usualCases } from '../usual-cases.ts';

// No "switch" case: kudos have no other value.
// No "draft" case: unsent comments are kept in the page.
// No "edit" case: comments cannot be edited.

const origin = 'https://www.strava.com';
const me = '<ul class="user-nav"><li><a href="/athletes/42">nora</a></li></ul>';
const page = (url = `${origin}/dashboard`, head = me) => ({
  url,
  html: `${head}<div data-testid="web-feed-entry"><a data-testid="owners-name" href="/athletes/7">Wren</a><a data-testid="activity_name" href="/activities/900">Over the hill</a>
  <button data-testid="kudos_button">Kudos</button><button class="send">Post</button></div>`,
});
const post = (path: string, json?: unknown): RecordedRequest => ({
  url: path,
  ...(json ? { json } : {}),
  answer: { type: 'application/json', body: '{"success":"true"}' },
});
const at = { url: `${origin}/activities/900`, id: '900' };
const kudos = pressCase('do', 'gives kudos', page(), '[data-testid="kudos_button"]', post('/feed/activity/900/kudo'), {
  kind: 'like',
  object: { ...at, title: 'Over the hill' },
  to: { name: 'Wren', url: `${origin}/athletes/7` },
  detail: { reaction: 'kudos' },
  account: '42',
});

export default defineCases([
  kudos,
  ...usualCases(kudos),
  pressCase(
    'signed-out',
    'kudos while nobody is signed in',
    page(`${origin}/activities/900`, '<header><a class="btn-login" href="/login">Log in</a></header>'),
    '[data-testid="kudos_button"]',
    post('/feed/activity/900/kudo'),
    [],
  ),
  pressCase(
    'do',
    'comments on an activity',
    page(),
    '.send',
    post('/feed/activity/900/comment', { comment: 'Fine.' }),
    { kind: 'comment', object: at },
  ),
  pressCase(
    'undo',
    'deletes a comment',
    page(),
    '.send',
    { method: 'DELETE', url: '/feed/activity/900/comment/31' },
    { kind: 'comment', undo: true, object: at },
    { after: ['comments on an activity'] },
  ),
  pressCase(
    'layout',
    'gives kudos on the page of an activity',
    {
      url: `${origin}/activities/900`,
      html: `${me}<section class="activity-summary-container"><h2><span class="title"><a class="minimal" href="/athletes/7">Wren</a></span></h2></section><h1 class="activity-name">Over the hill</h1><button class="js-add-kudo">Kudos</button>`,
    },
    '.js-add-kudo',
    post('/feed/activity/900/kudo'),
    { kind: 'like', object: { ...at, title: 'Over the hill' }, to: { name: 'Wren' } },
  ),
  pressCase(
    'private',
    'writes a message',
    page(`${origin}/messages`),
    '.send',
    post('/messages/api/v1/channels/5/messages', { text: 'x' }),
    [],
  ),
  pressCase(
    'look-alike',
    'who gave kudos, and what the page counts, are no acts',
    page(),
    '.send',
    [
      { method: 'GET', url: '/feed/activity/900/kudos' },
      { method: 'GET', url: '/feed/activity/900/comments' },
      { method: 'GET', url: '/feed/activity/900/group_athletes' },
      post('/analytics/events', { e: 'kudo' }),
    ],
    [],
  ),
]);
