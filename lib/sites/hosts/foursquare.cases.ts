import type { RecordedRequest, SiteCase } from '../cases.ts';
import { defineCases } from '../define.ts';
import { pressCase as press, usualCases } from '../usual-cases.ts';

// No "edit" case: tips and check-ins are changed in the apps, by a call that is in no documentation.
// No "draft" case: nothing is kept before it is sent.

const page = (url = 'https://foursquare.com/v/old-harbour/4b0f', signedIn = true): SiteCase['page'] => ({
  url,
  html: `<header>${signedIn ? '<a href="/user/8801">Nora</a>' : '<a href="/login">Log in</a>'}</header><h1 class="venueName">Old Harbour</h1><textarea></textarea><button id="go">Go</button>`,
});
const swarm = page('https://www.swarmapp.com/user/8801');
const call = (
  path: string,
  form: Record<string, string> = {},
  more: Partial<RecordedRequest> = {},
): RecordedRequest => ({
  url: `https://api.foursquare.com/v2/${path}?v=20231010&oauth_token=SECRET`,
  form,
  by: 'xhr',
  ...more,
});
const venue = { url: 'https://foursquare.com/v/4b0f', id: '4b0f' };
const tip = { url: 'https://foursquare.com/item/77aa', id: '77aa' };
const checkin = { url: 'https://www.swarmapp.com/checkin/c1c1', id: 'c1c1' };
const person = { url: 'https://foursquare.com/user/9902', id: '9902' };
const list = { url: 'https://foursquare.com/list/l1l1', id: 'l1l1' };
const one = (
  about: SiteCase['about'],
  name: string,
  sends: RecordedRequest,
  expect: Parameters<typeof press>[5],
  rest: Parameters<typeof press>[6] = {},
  at = page(),
) => press(about, name, at, '#go', sends, expect, rest);
const pair = (
  [name, back]: [string, string],
  [does, undoes]: [RecordedRequest, RecordedRequest],
  entry: Parameters<typeof one>[3] & object,
  at = page(),
) => [
  one('do', name, does, entry, {}, at),
  one(
    'undo',
    back,
    undoes,
    { ...([entry].flat()[0] as SiteCase['expect'][number]), undo: true },
    { after: [name] },
    at,
  ),
];
const set = (path: string): [RecordedRequest, RecordedRequest] => [call(path, { set: '1' }), call(path, { set: '0' })];

const tips = one(
  'do',
  'leaves a tip',
  call('tips/add', { venueId: '4b0f', text: 'Calm at low water' }),
  { kind: 'review', object: { ...venue, title: 'Old Harbour' }, account: '8801', level: 'accepted' },
  { act: [{ type: 'textarea', text: 'Calm at low water' }, { click: '#go' }] },
);

export default defineCases([
  tips,
  ...usualCases(tips),
  ...pair(['likes a tip', 'likes a tip no more'], set('tips/77aa/like'), { kind: 'like', object: tip }),
  one('do', 'votes for a tip', call('tips/77aa/vote', { vote: 'true' }), {
    kind: 'vote',
    object: tip,
    detail: { vote: 'up' },
  }),
  one(
    'switch',
    'votes against it instead',
    call('tips/77aa/vote', { vote: 'false' }),
    { kind: 'vote', object: tip, detail: { vote: 'down' } },
    { after: ['votes for a tip'] },
  ),
  one(
    'undo',
    'takes the vote back',
    call('tips/77aa/removevote'),
    { kind: 'vote', undo: true, object: tip },
    { after: ['votes for a tip'] },
  ),
  one('do', 'reports a tip', call('tips/77aa/flag', { problem: 'spam' }), {
    kind: 'moderation',
    object: tip,
    detail: { act: 'report' },
  }),
  ...pair(['likes a place', 'likes a place no more'], set('venues/4b0f/like'), {
    kind: 'vote',
    object: venue,
    detail: { vote: 'up' },
  }),
  ...pair(['dislikes a place', 'dislikes a place no more'], set('venues/4b0f/dislike'), {
    kind: 'vote',
    object: venue,
    detail: { vote: 'down' },
  }),
  ...pair(['finds a place so-so', 'finds it so-so no more'], set('venues/4b0f/ok'), {
    kind: 'rating',
    object: venue,
    detail: { rating: '2/3' },
  }),
  one('do', 'corrects a place', call('venues/4b0f/proposeedit', { name: 'Old Harbour' }), {
    kind: 'edit',
    object: venue,
  }),
  one('do', 'reports that a place is closed', call('venues/4b0f/flag', { problem: 'closed' }), {
    kind: 'moderation',
    object: venue,
    detail: { act: 'report' },
  }),
  one('do', 'adds a place', call('venues/add', { name: 'New Quay', ll: '53,9' }), {
    kind: 'post',
    object: { url: 'https://foursquare.com/' },
  }),
  one(
    'do',
    'checks in',
    call('checkins/add', { venueId: '4b0f', shout: 'Wind' }),
    { audience: 'limited', kind: 'post', object: venue },
    {},
    swarm,
  ),
  one(
    'private',
    'checks in off the grid',
    call('checkins/add', { venueId: '4b0f', broadcast: 'private' }),
    [],
    {},
    swarm,
  ),
  ...pair(
    ['likes a check-in', 'likes a check-in no more'],
    set('checkins/c1c1/like'),
    { kind: 'like', object: checkin, audience: 'limited' },
    swarm,
  ),
  ...pair(
    ['comments on a check-in', 'deletes the comment'],
    [call('checkins/c1c1/addcomment', { text: 'x' }), call('checkins/c1c1/deletecomment', { commentId: 'm1' })],
    { kind: 'comment', object: checkin, audience: 'limited' },
    swarm,
  ),
  ...pair(['asks to be a friend', 'is a friend no more'], [call('users/9902/request'), call('users/9902/unfriend')], {
    kind: 'follow',
    object: person,
  }),
  ...pair(['follows a list', 'follows a list no more'], [call('lists/l1l1/follow'), call('lists/l1l1/unfollow')], {
    kind: 'follow',
    object: list,
  }),
  ...pair(
    ['saves a place', 'saves a place no more'],
    [call('lists/8801/additem', { venueId: '4b0f' }), call('lists/8801/deleteitem', { venueId: '4b0f' })],
    { kind: 'bookmark', object: venue },
  ),
  one(
    'layout',
    'likes a tip with the choice in the address',
    { ...call('tips/88bb/like'), url: 'https://api.foursquare.com/v2/tips/88bb/like?set=1&oauth_token=SECRET' },
    { kind: 'like', object: { id: '88bb' } },
    {},
    page('https://app.foursquare.com/v/old-harbour/4b0f'),
  ),
  one(
    'look-alike',
    'looks for places',
    { method: 'GET', url: 'https://api.foursquare.com/v2/venues/search?ll=53,9' },
    [],
  ),
  one('look-alike', 'reads tips and tells that they were seen', call('multi', { requests: '/venues/4b0f/tips' }), []),
  one(
    'signed-out',
    'a tip of nobody',
    call('tips/add', { venueId: '4b0f', text: 'x' }),
    [],
    {},
    page(undefined, false),
  ),
]);
