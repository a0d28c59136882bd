import type { ExpectedEntry, RecordedRequest, SiteCase } from '../cases.ts';
import { defineCases } from '../define.ts';

// No "switch" case: see "changes a rating", which is the switch of stars; votes on edits are entered anew.

const origin = 'https://musicbrainz.org';
const artist = '5b11f4ce-a62d-471e-81fc-a69a8278c7da';
const mbid = (last: number) => `5b11f4ce-a62d-471e-81fc-${String(last).padStart(12, '0')}`;

const header = `<div class="header"><div class="top"><div class="links-container"><ul class="menu"><li class="account" tabindex="-1">
  <span class="menu-header">nora fields&nbsp;▾</span><ul><li><a href="/user/nora%20fields">Profile</a></li></ul></li></ul></div></div></div>`;
const anonymous = `<div class="header"><div class="links-container"><ul class="menu"><li><a href="/login?returnto=%2F">Log In</a></li></ul></div></div>`;

const rateUrl = (type: string, rating: number) =>
  `/rating/rate/?entity_type=${type}&entity_id=4711&rating=${rating}&returnto=%2F`;
const stars = (type: string) => `<span class="inline-rating"><span class="star-rating" tabindex="-1">
  <span class="current-rating" style="width: 0"></span>${[1, 2, 3, 4, 5]
    .map((n) => `<a class="stars-${n} set-rating" href="${rateUrl(type, n * 20).replaceAll('&', '&amp;')}">${n}</a>`)
    .join('')}</span></span>`;
const rates = (type: string, rating: number): RecordedRequest => ({
  method: 'GET',
  url: `${rateUrl(type, rating)}&json=1`,
  by: 'xhr',
  answer: { type: 'application/json', body: `{"rating":${rating},"rating_average":80,"rating_count":3}` },
});

const tags = `<div id="sidebar-tag-list"><ul><li><a href="/tag/shoegaze">shoegaze</a> <span class="tag-vote-buttons">
  <button type="button" class="tag-vote tag-upvote" title="Upvote">+</button><button type="button" class="tag-vote tag-downvote">−</button></span></li></ul></div>`;
const page = (type: string, id: string, body: string) => ({
  url: `${origin}/${type}/${id}`,
  html: `${header}<div id="page"><div id="content"><div class="${type}header"><h1><a href="/${type}/${id}"><bdi>Tidal Rooms</bdi></a></h1></div></div><div id="sidebar">${body}</div></div>`,
});

const edit = (
  id: number,
  at: number,
  voted = '-2',
) => `<div class="edit-list"><h2><a href="/edit/${id}">Edit #${id}</a></h2>
  <input type="hidden" name="enter-vote.vote.${at}.edit_id" value="${id}"><div class="voteopts">${['1', '0', '-1', '-2']
    .map(
      (vote) =>
        `<input type="radio" name="enter-vote.vote.${at}.vote" value="${vote}"${vote === voted ? ' checked' : ''}>`,
    )
    .join('')}</div><textarea class="edit-note" name="enter-vote.vote.${at}.edit_note"></textarea></div>`;
const votePage = (...edits: string[]) => ({
  url: `${origin}/edit/open`,
  html: `${header}<div id="content"><h1>Open edits</h1><form action="/edit/enter_votes" method="post">${edits.join('')}
    <button type="submit" class="submit positive">Submit votes &amp; edit notes</button></form></div>`,
});
const posts = (url: string, form: Record<string, string>, location?: string): RecordedRequest => ({
  url,
  form,
  by: 'navigate',
  answer: location === undefined ? { type: 'text/html', body: '<p>Again</p>' } : { status: 302, location },
});

const formPage = (url: string, html = '') => ({
  url: `${origin}${url}`,
  html: `${header}<div id="content"><h1>Edit</h1><form method="post">${html}<textarea class="edit-note"></textarea>
    <button type="submit" class="submit positive">Enter edit</button></form></div>`,
});
const enters = (
  name: string,
  url: string,
  request: RecordedRequest,
  entry: ExpectedEntry | null,
  about: SiteCase['about'] = 'do',
): SiteCase => ({
  name,
  about,
  page: formPage(url),
  act: [{ click: 'button.positive' }],
  sends: [request],
  expect: entry ? [entry] : [],
});

const linkCase = (
  name: string,
  at: string,
  path: string,
  entry: ExpectedEntry,
  rest: Partial<SiteCase> = {},
): SiteCase => ({
  name,
  about: 'do',
  page: {
    url: `${origin}${at}`,
    html: `${header}<div id="content"><h1><bdi>Harbour Lights</bdi></h1><a id="it" href="${path}">Do</a><a id="other" href="/about">About</a></div>`,
  },
  act: [{ click: '#it' }],
  sends: [{ method: 'GET', url: path, by: 'navigate', answer: { status: 302, location: at } }],
  expect: [entry],
  ...rest,
});

export default defineCases([
  {
    name: 'rates an artist',
    about: 'do',
    page: page('artist', artist, stars('artist')),
    act: [{ click: '.stars-4' }],
    sends: [rates('artist', 80)],
    expect: [
      {
        kind: 'rating',
        object: { url: `${origin}/artist/${artist}`, title: 'Tidal Rooms' },
        detail: { rating: '4/5' },
        account: 'nora fields',
        audience: 'public',
        level: 'accepted',
      },
    ],
  },
  {
    name: 'changes a rating',
    about: 'edit',
    page: page('artist', artist, stars('artist')),
    after: ['rates an artist'],
    act: [{ click: '.stars-5' }],
    sends: [rates('artist', 100)],
    expect: [
      { kind: 'rating', revises: true, object: { url: `${origin}/artist/${artist}` }, detail: { rating: '5/5' } },
    ],
  },
  {
    name: 'takes a rating away',
    about: 'undo',
    page: page('artist', artist, stars('artist')),
    after: ['rates an artist'],
    act: [{ click: '.stars-4' }],
    sends: [rates('artist', 0)],
    expect: [{ kind: 'rating', undo: true, object: { url: `${origin}/artist/${artist}` } }],
  },
  {
    name: 'rates a recording in the list of tracks',
    about: 'layout',
    page: page(
      'release',
      mbid(1),
      `<table class="tbl"><tbody><tr><td><a href="/recording/${mbid(2)}"><bdi>Slack Water</bdi></a></td><td>${stars('recording')}</td></tr></tbody></table>`,
    ),
    act: [{ click: '.stars-3' }],
    sends: [rates('recording', 60)],
    expect: [
      {
        kind: 'rating',
        object: { url: `${origin}/recording/${mbid(2)}`, title: 'Slack Water' },
        detail: { rating: '3/5' },
      },
    ],
  },
  {
    name: 'rates the release group on the page of a release',
    about: 'layout',
    page: {
      url: `${origin}/release/${mbid(3)}`,
      html: `${header}<div id="content"><div class="releaseheader"><h1><bdi>Tidal Rooms</bdi></h1><a href="/release-group/${mbid(4)}">all versions</a></div></div><div id="sidebar">${stars('release_group')}</div>`,
    },
    act: [{ click: '.stars-1' }],
    sends: [rates('release_group', 20)],
    expect: [{ kind: 'rating', object: { url: `${origin}/release-group/${mbid(4)}` }, detail: { rating: '1/5' } }],
  },
  {
    name: 'a rating of something that neither row nor page names',
    about: 'look-alike',
    page: page('release', mbid(5), stars('work')),
    act: [{ click: '.stars-1' }],
    sends: [rates('work', 20)],
    expect: [],
  },
  {
    name: 'votes a tag up',
    about: 'do',
    page: page('artist', mbid(6), tags),
    act: [{ click: '.tag-upvote' }],
    sends: [
      {
        method: 'GET',
        url: `/artist/${mbid(6)}/tags/upvote?tags=shoegaze`,
        by: 'xhr',
        after: 1000,
        answer: { type: 'application/json', body: '{"updates":[]}' },
      },
    ],
    expect: [
      {
        kind: 'vote',
        object: { url: `${origin}/artist/${mbid(6)}` },
        detail: { vote: 'up', act: 'tag shoegaze' },
        topics: ['shoegaze'],
      },
    ],
  },
  {
    name: 'withdraws the vote on a tag',
    about: 'undo',
    page: page('artist', mbid(6), tags),
    after: ['votes a tag up'],
    act: [{ click: '.tag-upvote' }],
    sends: [{ method: 'GET', url: `/artist/${mbid(6)}/tags/withdraw?tags=shoegaze`, by: 'xhr' }],
    expect: [{ kind: 'vote', undo: true, object: { url: `${origin}/artist/${mbid(6)}` } }],
  },
  {
    name: 'a tag while the session has ended',
    about: 'refusal',
    page: page('artist', mbid(7), tags),
    act: [{ click: '.tag-downvote' }],
    sends: [
      {
        method: 'GET',
        url: `/artist/${mbid(7)}/tags/downvote?tags=shoegaze`,
        by: 'xhr',
        answer: { status: 401, body: '{}' },
      },
    ],
    expect: [],
  },
  {
    name: 'reads tags and ratings',
    about: 'look-alike',
    page: page('artist', mbid(8), tags),
    act: [{ click: 'a[href^="/tag/"]' }],
    sends: [
      { method: 'GET', url: `/artist/${mbid(8)}/tags`, by: 'fetch' },
      { method: 'GET', url: `/artist/${mbid(8)}/ratings`, by: 'fetch' },
    ],
    expect: [],
  },
  {
    name: 'votes on two of three open edits, with a note to one',
    about: 'do',
    page: votePage(edit(9001, 0), edit(9002, 1), edit(9003, 2)),
    act: [{ click: 'button.positive' }],
    sends: [
      posts(
        '/edit/enter_votes',
        {
          'enter-vote.vote.0.edit_id': '9001',
          'enter-vote.vote.0.vote': '1',
          'enter-vote.vote.0.edit_note': '',
          'enter-vote.vote.1.edit_id': '9002',
          'enter-vote.vote.1.vote': '-2',
          'enter-vote.vote.1.edit_note': '',
          'enter-vote.vote.2.edit_id': '9003',
          'enter-vote.vote.2.vote': '0',
          'enter-vote.vote.2.edit_note': 'The sleeve says 1994.',
          url: '/edit/open',
        },
        '/edit/open',
      ),
    ],
    expect: [
      { kind: 'vote', object: { url: `${origin}/edit/9001`, id: '9001' }, detail: { vote: 'up' }, level: 'accepted' },
      { kind: 'vote', object: { url: `${origin}/edit/9003` }, detail: { vote: 'down' } },
      { kind: 'comment', object: { url: `${origin}/edit/9003` } },
    ],
  },
  {
    name: 'takes a vote on an edit back',
    about: 'undo',
    page: votePage(edit(9001, 0, '1')),
    after: ['votes on two of three open edits, with a note to one'],
    act: [{ click: 'button.positive' }],
    sends: [
      posts(
        '/edit/enter_votes',
        { 'enter-vote.vote.0.edit_id': '9001', 'enter-vote.vote.0.vote': '-2', 'enter-vote.vote.0.edit_note': '' },
        '/edit/9001',
      ),
    ],
    expect: [{ kind: 'vote', undo: true, object: { url: `${origin}/edit/9001` } }],
  },
  {
    name: 'submits votes with Enter in a note',
    about: 'keyboard',
    page: votePage(edit(9004, 0)),
    act: [{ press: 'Enter', in: 'button.positive' }],
    sends: [
      posts(
        '/edit/enter_votes',
        { 'enter-vote.vote.0.edit_id': '9004', 'enter-vote.vote.0.vote': '-1', 'enter-vote.vote.0.edit_note': '' },
        '/edit/9004',
      ),
    ],
    expect: [{ kind: 'vote', object: { url: `${origin}/edit/9004` } }],
  },
  enters(
    'changes an own note',
    '/edit-note/812/modify',
    posts('/edit-note/812/modify', { 'edit-note-modify.text': 'Better', 'edit-note-modify.reason': '' }, '/edit/9001'),
    { kind: 'comment', revises: true, object: { url: `${origin}/edit-note/812` } },
    'edit',
  ),
  enters(
    'leaves the form of an own note',
    '/edit-note/813/modify',
    posts('/edit-note/813/modify', { 'edit-note-modify.text': 'Better', 'edit-note-modify.cancel': '1' }, '/edit/9001'),
    null,
    'draft',
  ),
  enters(
    'deletes an own note',
    '/edit-note/814/delete',
    posts('/edit-note/814/delete', { 'edit-note-delete.reason': '' }, '/edit/9001'),
    { kind: 'comment', undo: true, object: { url: `${origin}/edit-note/814` } },
    'undo',
  ),
  enters(
    'cancels an own edit',
    '/edit/9010/cancel',
    posts('/edit/9010/cancel', { 'confirm.edit_note': 'Wrong sleeve' }, '/edit/9010'),
    { kind: 'edit', undo: true, object: { url: `${origin}/edit/9010` } },
    'undo',
  ),
  enters(
    'adds an artist',
    '/artist/create',
    posts('/artist/create', { 'edit-artist.name': 'Tidal Rooms' }, `/artist/${mbid(10)}`),
    { kind: 'edit', object: { url: `${origin}/artist/${mbid(10)}` }, level: 'confirmed' },
  ),
  enters(
    'corrects a work',
    `/work/${mbid(11)}/edit`,
    posts(`/work/${mbid(11)}/edit`, { 'edit-work.name': 'Slack Water' }, `/work/${mbid(11)}`),
    { kind: 'edit', object: { url: `${origin}/work/${mbid(11)}` }, detail: { act: 'edit-entity' } },
  ),
  enters(
    'a form that changes nothing comes back',
    `/work/${mbid(12)}/edit`,
    posts(`/work/${mbid(12)}/edit`, { 'edit-work.name': 'Slack Water' }),
    null,
    'refusal',
  ),
  enters(
    'merges two artists',
    '/artist/merge',
    posts('/artist/merge', { 'merge.target': '3', submit: 'merge' }, `/artist/${mbid(13)}`),
    { kind: 'edit', object: { url: `${origin}/artist/${mbid(13)}` } },
  ),
  enters(
    'gives a merge up',
    '/artist/merge',
    posts('/artist/merge', { submit: 'cancel' }, `/artist/${mbid(14)}`),
    null,
    'draft',
  ),
  enters(
    'adds an alias',
    `/label/${mbid(15)}/add-alias`,
    posts(`/label/${mbid(15)}/add-alias`, { 'edit-alias.name': 'TR' }, `/label/${mbid(15)}/aliases`),
    { kind: 'edit', object: { url: `${origin}/label/${mbid(15)}` }, detail: { act: 'add-alias' } },
  ),
  enters(
    'changes an alias',
    `/label/${mbid(15)}/alias/77/edit`,
    posts(`/label/${mbid(15)}/alias/77/edit`, { 'edit-alias.name': 'T.R.' }, `/label/${mbid(15)}/aliases`),
    { kind: 'edit', object: { url: `${origin}/label/${mbid(15)}` }, detail: { act: 'edit-alias' } },
  ),
  enters(
    'writes an annotation',
    `/release/${mbid(16)}/edit_annotation`,
    posts(`/release/${mbid(16)}/edit_annotation`, { 'edit-annotation.text': 'Two pressings.' }, `/release/${mbid(16)}`),
    { kind: 'edit', object: { url: `${origin}/release/${mbid(16)}` }, detail: { act: 'annotate' } },
  ),
  enters(
    'looks at an annotation before it is entered',
    `/release/${mbid(17)}/edit_annotation`,
    posts(
      `/release/${mbid(17)}/edit_annotation`,
      { 'edit-annotation.text': 'Two', 'edit-annotation.preview': 'Preview' },
      `/release/${mbid(17)}`,
    ),
    null,
    'draft',
  ),
  enters(
    'adds cover art',
    `/release/${mbid(18)}/add-cover-art`,
    posts(`/release/${mbid(18)}/add-cover-art`, { 'add-cover-art.id': '33' }, `/release/${mbid(18)}/cover-art`),
    { kind: 'edit', object: { url: `${origin}/release/${mbid(18)}` }, detail: { act: 'add-art' } },
  ),
  enters(
    'edits a release: two requests of one press are one edit',
    `/release/${mbid(19)}/edit`,
    { url: '/ws/js/edit/create', json: { edits: [{ edit_type: 32, to_edit: 5 }], editNote: '', makeVotable: false } },
    { kind: 'edit', object: { url: `${origin}/release/${mbid(19)}` }, level: 'accepted' },
    'double',
  ),
  enters(
    'the editor asks what its edits would be',
    `/release/${mbid(20)}/edit`,
    { url: '/ws/js/edit/preview', json: { edits: [{ edit_type: 32 }] } },
    null,
    'look-alike',
  ),
  linkCase('subscribes to an artist', `/artist/${mbid(21)}`, '/account/subscriptions/artist/add?id=4711', {
    kind: 'follow',
    object: { url: `${origin}/artist/${mbid(21)}` },
  }),
  linkCase(
    'unsubscribes from an artist',
    `/artist/${mbid(21)}`,
    '/account/subscriptions/artist/remove?id=4711',
    { kind: 'follow', undo: true, object: { url: `${origin}/artist/${mbid(21)}` } },
    { about: 'undo', after: ['subscribes to an artist'] },
  ),
  linkCase('subscribes to an editor', '/user/harbour', '/account/subscriptions/editor/add?id=12', {
    kind: 'follow',
    object: { url: `${origin}/user/harbour` },
  }),
  linkCase(
    'puts a release into a collection',
    `/release/${mbid(22)}`,
    `/collection/${mbid(90)}/collection_collaborator/add?release=4711`,
    { kind: 'bookmark', object: { url: `${origin}/release/${mbid(22)}` } },
  ),
  linkCase('approves an edit', '/edit/9020', '/edit/9020/approve', {
    kind: 'moderation',
    object: { url: `${origin}/edit/9020` },
    detail: { act: 'approve' },
  }),
  linkCase(
    'a link that the browser fetches ahead of a press',
    '/edit/9021',
    '/edit/9021/approve',
    { kind: 'moderation' },
    {
      about: 'look-alike',
      act: [{ click: '#other' }],
      sends: [{ method: 'GET', url: '/edit/9021/approve' }],
      expect: [],
    },
  ),
  {
    name: 'a message to another editor',
    about: 'private',
    page: formPage('/user/harbour/contact'),
    act: [{ click: 'button.positive' }],
    sends: [posts('/user/harbour/contact', { 'contact.subject': 'Hi', 'contact.body': 'x' }, '/user/harbour')],
    expect: [],
  },
  {
    name: 'rates while nobody is signed in',
    about: 'signed-out',
    page: { ...page('artist', mbid(23), ''), html: `${anonymous}<div id="content">${stars('artist')}</div>` },
    act: [{ click: '.stars-2' }],
    sends: [{ method: 'GET', url: rateUrl('artist', 40), answer: { status: 302, location: '/login' } }],
    expect: [],
  },
  {
    name: 'a script of the page rates',
    about: 'synthetic',
    page: page('artist', mbid(24), stars('artist')),
    act: [{ synthetic: '.stars-2' }],
    sends: [rates('artist', 40)],
    expect: [],
  },
  {
    name: 'one press that sends twice is one rating',
    about: 'double',
    page: page('label', mbid(25), stars('label')),
    act: [{ click: '.stars-2' }],
    sends: [rates('label', 40), rates('label', 40)],
    expect: [{ kind: 'rating', object: { url: `${origin}/label/${mbid(25)}` }, detail: { rating: '2/5' } }],
  },
  ...['event', 'place', 'series'].map(
    (type, at): SiteCase => ({
      name: `rates: ${type}`,
      about: 'do',
      page: page(type, mbid(40 + at), stars(type)),
      act: [{ click: '.stars-3' }],
      sends: [rates(type, 60)],
      expect: [{ kind: 'rating', object: { url: `${origin}/${type}/${mbid(40 + at)}` }, detail: { rating: '3/5' } }],
    }),
  ),
]);
