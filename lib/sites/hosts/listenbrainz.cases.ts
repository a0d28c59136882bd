import type { ExpectedEntry, RecordedRequest, SiteCase } from '../cases.ts';
import { defineCases } from '../define.ts';

// No "draft" case: the site keeps no drafts and shows no previews.
// No "private" case: it has no messages; recommending to named people is a share with a small audience.

const origin = 'https://listenbrainz.org';
const mbid = (last: number) => `c8f1a2d0-44b1-4a6e-9d0b-${String(last).padStart(12, '0')}`;
const track = (last: number) => `${origin}/track/${mbid(last)}/`;

const nav = (account: string | null) =>
  `<nav role="navigation"><div id="side-nav"><div class="navbar-bottom">${
    account === null
      ? '<a href="/login/">Sign in</a>'
      : `<div class="username">${account}</div><a href="/login/logout/">Logout</a>`
  }</div></div></nav>`;
const card = (last: number, state = '') => `<div class="card listen-card">
  <div class="title-duration"><a href="/track/${mbid(last)}/">Slack Water</a></div>
  <button type="button" title="Love" class="love ${state === 'loved' ? 'loved' : ''}">♥</button>
  <button type="button" title="Hate" class="hate ${state === 'hated' ? 'hated' : ''}">♡</button>
  <div class="recommendation-controls"><ul><li id="r"><button class="like">Like</button></li></ul></div></div>`;
const page = (...parts: string[]) => ({
  url: `${origin}/user/nora_fields/`,
  html: `${nav('nora_fields')}<main>${parts.join('')}</main>`,
});
const api = (path: string, json?: object, answer?: RecordedRequest['answer']): RecordedRequest => ({
  url: `https://api.listenbrainz.org/1${path}`,
  ...(json ? { json } : {}),
  by: 'fetch',
  answer: answer ?? { type: 'application/json', body: '{"status":"ok"}' },
});
const feedback = (last: number, score: number) =>
  api('/feedback/recording-feedback', { recording_mbid: mbid(last), recording_msid: mbid(last + 500), score });

/** A press on a button of a dialog that sends one call. */
const sends = (
  name: string,
  request: RecordedRequest,
  entry: ExpectedEntry | null,
  rest: Partial<SiteCase> = {},
): SiteCase => ({
  name,
  about: 'do',
  page: page('<div role="dialog" class="modal"><button type="submit" id="send">Send</button></div>'),
  act: [{ click: '#send' }],
  sends: [request],
  expect: entry ? [entry] : [],
  ...rest,
});

export default defineCases([
  {
    name: 'loves a track',
    about: 'do',
    page: page(card(1), card(2)),
    act: [{ click: '.listen-card:first-of-type .love' }],
    sends: [feedback(1, 1)],
    then: [{ select: '.listen-card:first-of-type .love', set: { class: 'love loved' } }],
    expect: [
      {
        kind: 'like',
        object: { url: track(1), id: mbid(1), title: 'Slack Water' },
        detail: { reaction: 'love' },
        account: 'nora_fields',
        level: 'confirmed',
      },
    ],
  },
  {
    name: 'no longer loves a track',
    about: 'undo',
    page: page(card(1, 'loved')),
    after: ['loves a track'],
    act: [{ click: '.love' }],
    sends: [feedback(1, 0)],
    then: [{ select: '.love', set: { class: 'love' } }],
    expect: [{ kind: 'like', undo: true, object: { url: track(1) } }],
  },
  {
    name: 'hates what was loved',
    about: 'switch',
    page: page(card(1, 'loved')),
    after: ['loves a track'],
    act: [{ click: '.hate' }],
    sends: [feedback(1, -1)],
    then: [
      { select: '.love', set: { class: 'love' } },
      { select: '.hate', set: { class: 'hate hated' } },
    ],
    expect: [{ kind: 'like', object: { url: track(1) }, detail: { reaction: 'hate' } }],
  },
  {
    name: 'loves a track with the keyboard',
    about: 'keyboard',
    page: page(card(3)),
    act: [{ press: 'Enter', in: '.love' }],
    sends: [feedback(3, 1)],
    then: [{ select: '.love', set: { class: 'love loved' } }],
    expect: [{ kind: 'like', object: { url: track(3) }, level: 'confirmed' }],
  },
  {
    name: 'loves a track in the menu of its card',
    about: 'layout',
    page: page(`${card(4)}<ul class="dropdown-menu" role="menu"><li><button id="menu-love">Love</button></li></ul>`),
    act: [{ click: '#menu-love' }],
    sends: [feedback(5, 1)],
    expect: [{ kind: 'like', object: { url: track(5) }, level: 'accepted' }],
  },
  {
    name: 'the site refuses a heart',
    about: 'refusal',
    page: page(card(6)),
    act: [{ click: '.love' }],
    sends: [{ ...feedback(6, 1), answer: { status: 401, body: '{"code":401}' } }],
    expect: [],
  },
  {
    name: 'a repeated request after a failure is one heart',
    about: 'double',
    page: page(card(7)),
    act: [{ click: '.love' }],
    sends: [{ ...feedback(7, 1), answer: { status: 503 } }, feedback(7, 1), feedback(7, 1)],
    then: [{ select: '.love', set: { class: 'love loved' } }],
    expect: [{ kind: 'like', object: { url: track(7) } }],
  },
  {
    name: 'a script of the page loves',
    about: 'synthetic',
    page: page(card(8)),
    act: [{ synthetic: '.love' }],
    sends: [feedback(8, 1)],
    expect: [],
  },
  {
    name: 'nobody is signed in',
    about: 'signed-out',
    page: { url: `${origin}/user/harbour/`, html: `${nav(null)}${card(9)}` },
    act: [{ click: '.love' }],
    sends: [feedback(9, 1)],
    expect: [],
  },
  {
    name: 'the page reads by POST',
    about: 'look-alike',
    page: page(card(10)),
    act: [{ click: '.love' }],
    sends: [
      { url: `${origin}/user/nora_fields/`, json: {}, by: 'fetch' },
      api('/user/nora_fields/feedback/get-feedback-for-recordings', { recording_mbids: [mbid(10)] }),
      api('/submit-listens', { listen_type: 'single', payload: [] }),
      api('/popularity/recording', { recording_mbids: [mbid(10)] }),
      api('/feedback/user/nora_fields/get-feedback-for-recordings', { recordings: mbid(10) }),
    ],
    expect: [],
  },
  {
    name: 'hides an event of the feed',
    about: 'look-alike',
    page: page(card(11)),
    act: [{ click: '.hate' }],
    sends: [api('/user/nora_fields/feed/events/hide', { event_type: 'like', id: 3 })],
    expect: [],
  },
  {
    name: 'judges a recommendation',
    about: 'do',
    page: page(card(12)),
    act: [{ click: '#r button' }],
    sends: [api('/recommendation/feedback/submit', { recording_mbid: mbid(12), rating: 'like' })],
    expect: [{ kind: 'like', object: { url: track(12) }, detail: { reaction: 'like', act: 'recommendation' } }],
  },
  {
    name: 'takes the judgement back',
    about: 'undo',
    page: page(card(12)),
    after: ['judges a recommendation'],
    act: [{ click: '#r button' }],
    sends: [api('/recommendation/feedback/delete', { recording_mbid: mbid(12) })],
    expect: [{ kind: 'like', undo: true, object: { url: track(12) } }],
  },
  sends('pins a track', api('/pin', { recording_mbid: mbid(13), blurb_content: 'x' }), {
    kind: 'post',
    object: { url: track(13) },
  }),
  sends(
    'changes the words of a pin',
    api('/pin/update/41', { blurb_content: 'y' }),
    { kind: 'post', revises: true, object: { url: `${origin}/user/nora_fields/`, id: 'pin 41' } },
    { about: 'edit' },
  ),
  sends(
    'deletes a pin',
    api('/pin/delete/42', {}),
    { kind: 'post', undo: true, object: { id: 'pin 42' } },
    { about: 'undo' },
  ),
  sends(
    'reviews an album',
    api('/user/nora_fields/timeline-event/create/review', {
      metadata: {
        entity_name: 'Tidal Rooms',
        entity_id: mbid(14),
        entity_type: 'release_group',
        text: 'x',
        language: 'en',
        rating: 4,
      },
    }),
    {
      kind: 'review',
      object: { url: `${origin}/album/${mbid(14)}/`, title: 'Tidal Rooms' },
      detail: { rating: '4/5' },
    },
  ),
  sends(
    'recommends a track to followers',
    api('/user/nora_fields/timeline-event/create/recording', { metadata: { recording_mbid: mbid(15) } }),
    { kind: 'share', object: { url: track(15) }, detail: { act: 'recommend' } },
  ),
  sends(
    'recommends a track to two friends',
    api('/user/nora_fields/timeline-event/create/recommend-personal', {
      metadata: { recording_mbid: mbid(16), users: ['harbour', 'mareel'], blurb_content: 'x' },
    }),
    { kind: 'share', object: { url: track(16) }, audience: 'limited' },
  ),
  sends(
    'says thanks for a recommendation',
    api('/user/nora_fields/timeline-event/create/thanks', {
      metadata: { original_event_type: 'recording_recommendation', original_event_id: 877, blurb_content: '' },
    }),
    { kind: 'like', object: { id: '877' }, detail: { reaction: 'thanks' } },
  ),
  sends('follows somebody', api('/user/harbour/follow'), {
    kind: 'follow',
    object: { url: `${origin}/user/harbour/` },
    to: { name: 'harbour' },
  }),
  sends(
    'follows somebody no longer',
    api('/user/harbour/unfollow'),
    { kind: 'follow', undo: true, object: { url: `${origin}/user/harbour/` } },
    { about: 'undo', after: ['follows somebody'] },
  ),
  sends(
    'links a recording to MusicBrainz',
    api('/metadata/submit_manual_mapping/', { recording_msid: mbid(517), recording_mbid: mbid(17) }),
    { kind: 'edit', object: { url: track(17) } },
  ),
  sends('makes a playlist', api('/playlist/create', { playlist: { title: 'Tides' } }), {
    kind: 'post',
    object: { url: `${origin}/user/nora_fields/playlists/` },
  }),
  sends(
    'renames a playlist',
    api(`/playlist/edit/${mbid(18)}`, { playlist: { title: 'Low tides' } }),
    { kind: 'post', revises: true, object: { url: `${origin}/playlist/${mbid(18)}/` } },
    { about: 'edit' },
  ),
  sends(
    'adds a track to a playlist',
    api(`/playlist/${mbid(19)}/item/add`, { playlist: { track: [] } }),
    { kind: 'post', revises: true, object: { url: `${origin}/playlist/${mbid(19)}/` } },
    { about: 'edit' },
  ),
  sends(
    'deletes a playlist',
    api(`/playlist/${mbid(20)}/delete`),
    { kind: 'post', undo: true, object: { url: `${origin}/playlist/${mbid(20)}/` } },
    { about: 'undo' },
  ),
  sends('copies a playlist', api(`/playlist/${mbid(21)}/copy`), {
    kind: 'post',
    object: { url: `${origin}/playlist/${mbid(21)}/` },
    detail: { act: 'copy' },
  }),
  sends(
    'reports somebody',
    { url: `${origin}/user/spam_er/report-user/`, json: { reason: 'x' } },
    {
      kind: 'moderation',
      object: { url: `${origin}/user/spam_er/` },
      detail: { act: 'report' },
    },
  ),
]);
