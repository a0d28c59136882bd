import type { ExpectedEntry, PageChange, RecordedRequest, SiteCase } from '../cases.ts';
import { defineCases } from '../define.ts';

// No "draft" case: nothing is sent before it is published.

const site = 'https://anilist.co';
const nav = (name: string | null) =>
  `<div id="nav" class="nav">${name === null ? '<a href="/login">Login</a>' : `<a class="link" href="/user/${name}/">Profile</a>`}</div>`;
const page = (path: string, body: string, name: string | null = 'nora') => ({
  url: `${site}${path}`,
  html: `${nav(name)}<h1>The Tide Keeper</h1>${body}<button id="do">Do</button>`,
});
const activity = (
  id: string,
  liked = false,
  replies = '',
) => `<div class="activity-entry"><div class="wrap"><a class="name" href="/user/harbour/">harbour</a>
  <a href="/activity/${id}"><time>1h</time></a><div class="actions"><div class="action likes"><div class="button ${liked ? 'liked' : ''}">♥</div></div></div></div>
  <div class="activity-replies">${replies}</div></div>`;
const graphql = (query: string, variables: object, body = '{"data":{}}'): RecordedRequest => ({
  url: `${site}/graphql`,
  json: { query, variables },
  by: 'fetch',
  answer: { type: 'application/json', body },
});
const toggles = (id: number, type: string, body?: string) =>
  graphql('mutation($id:Int,$type:LikeableType){ToggleLikeV2(id:$id,type:$type){__typename}}', { id, type }, body);
const saves = (field: string, variables: object) =>
  graphql(
    `mutation(${Object.keys(variables).map((name) => `$${name}:X`)}){${field}(${Object.keys(variables).map((name) => `${name}:$${name}`)}){id}}`,
    variables,
  );
const does = (
  name: string,
  at: SiteCase['page'],
  click: string,
  request: RecordedRequest,
  entry: ExpectedEntry | null,
  rest: Partial<SiteCase> = {},
): SiteCase => ({
  name,
  about: 'do',
  page: at,
  act: [{ click }],
  sends: [request],
  expect: entry ? [entry] : [],
  ...rest,
});
const heart = '.activity-entry .action.likes .button';
const lit = (select: string): PageChange => ({ select, set: { class: 'button liked' } });
const out = (select: string): PageChange => ({ select, set: { class: 'button' } });
const sends = (
  name: string,
  path: string,
  request: RecordedRequest,
  entry: ExpectedEntry | null,
  rest: Partial<SiteCase> = {},
) => does(name, page(path, ''), '#do', request, entry, rest);

export default defineCases([
  does(
    'likes a post',
    page('/home', activity('9001')),
    heart,
    toggles(9001, 'ACTIVITY'),
    {
      kind: 'like',
      object: { url: `${site}/activity/9001`, id: '9001' },
      to: { name: 'harbour', url: `${site}/user/harbour/` },
      account: 'nora',
      level: 'confirmed',
    },
    { then: [lit(heart)] },
  ),
  does(
    'takes the like back by the same request',
    page('/home', activity('9001', true)),
    heart,
    toggles(9001, 'ACTIVITY'),
    { kind: 'like', undo: true, object: { url: `${site}/activity/9001` } },
    { about: 'undo', after: ['likes a post'], then: [out(heart)] },
  ),
  does(
    'likes with everything in the text of the query',
    page('/home', activity('9002')),
    heart,
    graphql('mutation {Like: ToggleLikeV2(id: 9002, type: ACTIVITY) {__typename}}', {}),
    { kind: 'like', object: { url: `${site}/activity/9002`, id: '9002' } },
    { about: 'layout', then: [lit(heart)] },
  ),
  does(
    'a like that is refused with 200',
    page('/home', activity('9003')),
    heart,
    toggles(9003, 'ACTIVITY', '{"errors":[{"message":"Forbidden"}]}'),
    null,
    { about: 'refusal', shows: [lit(heart)], then: [out(heart)] },
  ),
  does(
    'likes with the keyboard',
    page('/home', activity('9004').replace('class="button', 'tabindex="0" role="button" class="button')),
    '',
    toggles(9004, 'ACTIVITY'),
    { kind: 'like', object: { url: `${site}/activity/9004` } },
    { about: 'keyboard', act: [{ press: 'Enter', in: heart }], then: [lit(heart)] },
  ),
  does(
    'likes a reply',
    page(
      '/activity/9005',
      activity(
        '9005',
        false,
        '<div class="reply"><a class="name" href="/user/mareel/">mareel</a><div class="action likes"><div class="button" id="r">♥</div></div></div>',
      ),
    ),
    '#r',
    toggles(77, 'ACTIVITY_REPLY'),
    {
      kind: 'like',
      object: { url: `${site}/activity/9005`, id: '77' },
      detail: { act: 'reply 77' },
      to: { name: 'mareel' },
    },
    { then: [lit('#r')] },
  ),
  does(
    'likes a thread',
    page('/forum/thread/501', '<div class="like-wrap thread"><div class="button" id="t">♥</div></div>'),
    '#t',
    toggles(501, 'THREAD'),
    { kind: 'like', object: { url: `${site}/forum/thread/501` }, level: 'confirmed' },
    { then: [lit('#t')] },
  ),
  does(
    'likes a comment of a thread',
    page(
      '/forum/thread/501',
      '<div class="comment-wrap"><a class="name" href="/user/mareel/">mareel</a><a class="hidden" href="/forum/thread/501/comment/88">#</a><div class="like-wrap thread_comment"><div class="button" id="c">♥</div></div></div>',
    ),
    '#c',
    toggles(88, 'THREAD_COMMENT'),
    { kind: 'like', object: { url: `${site}/forum/thread/501/comment/88` }, to: { name: 'mareel' } },
    { then: [lit('#c')] },
  ),
  sends('posts', '/home', saves('SaveTextActivity', { text: 'Low tide' }), {
    kind: 'post',
    object: { url: `${site}/home` },
    level: 'accepted',
  }),
  sends(
    'changes a post',
    '/home',
    saves('SaveTextActivity', { id: 9010, text: 'High tide' }),
    { kind: 'post', revises: true, object: { url: `${site}/activity/9010` } },
    { about: 'edit' },
  ),
  sends(
    'deletes a post',
    '/home',
    saves('DeleteActivity', { id: 9010 }),
    { kind: 'post', undo: true, object: { url: `${site}/activity/9010` } },
    { about: 'undo' },
  ),
  sends(
    'writes on the page of somebody',
    '/user/harbour/',
    saves('SaveMessageActivity', { message: 'x', recipientId: 5 }),
    {
      kind: 'post',
      object: { url: `${site}/user/harbour/` },
    },
  ),
  sends(
    'writes to somebody in private',
    '/user/harbour/',
    saves('SaveMessageActivity', { message: 'x', recipientId: 5, private: true }),
    null,
    { about: 'private' },
  ),
  sends('answers a post', '/activity/9011', saves('SaveActivityReply', { activityId: 9011, text: 'x' }), {
    kind: 'comment',
    object: { url: `${site}/activity/9011` },
  }),
  sends(
    'deletes a reply',
    '/activity/9011',
    saves('DeleteActivityReply', { id: 78 }),
    { kind: 'comment', undo: true, object: { url: `${site}/activity/9011`, id: '78' } },
    { about: 'undo', after: ['answers a post'] },
  ),
  sends(
    'reviews a manga',
    '/manga/301/Tide/',
    saves('SaveReview', { mediaId: 301, body: 'x', summary: 'y', score: 80 }),
    {
      kind: 'review',
      object: { url: `${site}/manga/301`, id: '301' },
      detail: { rating: '80/100' },
    },
  ),
  sends(
    'deletes a review',
    '/review/600',
    saves('DeleteReview', { id: 600 }),
    { kind: 'review', undo: true, object: { url: `${site}/review/600` } },
    { about: 'undo' },
  ),
  sends('votes for a review', '/review/601', saves('RateReview', { reviewId: 601, rating: 'UP_VOTE' }), {
    kind: 'vote',
    object: { url: `${site}/review/601` },
    detail: { vote: 'up' },
  }),
  sends(
    'votes against it instead',
    '/review/601',
    saves('RateReview', { reviewId: 601, rating: 'DOWN_VOTE' }),
    { kind: 'vote', object: { url: `${site}/review/601` }, detail: { vote: 'down' } },
    { about: 'switch', after: ['votes for a review'] },
  ),
  sends(
    'takes the vote back',
    '/review/601',
    saves('RateReview', { reviewId: 601, rating: 'NO_VOTE' }),
    { kind: 'vote', undo: true, object: { url: `${site}/review/601` } },
    { about: 'undo', after: ['votes for a review'] },
  ),
  sends(
    'recommends one thing to those who like another',
    '/anime/302/Tide/',
    saves('SaveRecommendation', { mediaId: 302, mediaRecommendationId: 303, rating: 'RATE_UP' }),
    { kind: 'vote', object: { url: `${site}/anime/302` }, detail: { vote: 'up', act: 'recommend 303' } },
  ),
  sends('opens a thread', '/forum/new', saves('SaveThread', { title: 'Tides', body: 'x' }), {
    kind: 'post',
    object: { url: `${site}/forum/overview` },
  }),
  sends('comments in a thread', '/forum/thread/502', saves('SaveThreadComment', { threadId: 502, comment: 'x' }), {
    kind: 'comment',
    object: { url: `${site}/forum/thread/502` },
  }),
  sends(
    'rates an anime',
    '/anime/304/Tide/',
    saves('SaveMediaListEntry', { mediaId: 304, score: 8, status: 'COMPLETED' }),
    {
      kind: 'rating',
      object: { url: `${site}/anime/304` },
      detail: { rating: '8' },
    },
  ),
  sends(
    'takes an anime off the list',
    '/anime/304/Tide/',
    saves('DeleteMediaListEntry', { id: 12 }),
    { kind: 'rating', undo: true, object: { url: `${site}/anime/304` } },
    { about: 'undo', after: ['rates an anime'] },
  ),
  sends('has seen one more episode', '/anime/305/Tide/', saves('SaveMediaListEntry', { mediaId: 305, progress: 4 }), {
    kind: 'other',
    object: { url: `${site}/anime/305` },
    detail: { act: 'list' },
  }),
  does(
    'favours a character',
    page('/character/40/Nami', '<div class="favourite" id="f">♥</div>'),
    '#f',
    saves('ToggleFavourite', { characterId: 40 }),
    { kind: 'bookmark', object: { url: `${site}/character/40` }, level: 'confirmed' },
    { then: [{ select: '#f', set: { class: 'favourite liked' } }] },
  ),
  does(
    'the page reads',
    page('/home', activity('9012')),
    heart,
    graphql('query($id:Int){Activity(id:$id){id}}', { id: 9012 }),
    null,
    { about: 'look-alike' },
  ),
  sends('changes a setting', '/settings', saves('UpdateUser', { about: 'x' }), null, { about: 'look-alike' }),
  does(
    'likes while nobody is signed in',
    page('/home', activity('9013'), null),
    heart,
    toggles(9013, 'ACTIVITY'),
    null,
    { about: 'signed-out' },
  ),
  does('a script of the page likes', page('/home', activity('9014')), '', toggles(9014, 'ACTIVITY'), null, {
    about: 'synthetic',
    act: [{ synthetic: heart }],
    then: [lit(heart)],
  }),
  {
    name: 'one press that sends twice is one like',
    about: 'double',
    page: page('/home', activity('9015')),
    act: [{ click: heart }],
    sends: [toggles(9015, 'ACTIVITY'), toggles(9015, 'ACTIVITY')],
    then: [lit(heart)],
    expect: [{ kind: 'like', object: { url: `${site}/activity/9015` } }],
  },
  ...(['anime', 'manga', 'staff', 'studio'] as const).map((what, at) =>
    does(
      `favours: ${what}`,
      page(`/${what}/${50 + at}/Tide`, '<div class="favourite" id="f">♥</div>'),
      '#f',
      saves('ToggleFavourite', { [`${what}Id`]: 50 + at }),
      { kind: 'bookmark', object: { url: `${site}/${what}/${50 + at}` }, level: 'confirmed' },
      { then: [{ select: '#f', set: { class: 'favourite isFavourite' } }] },
    ),
  ),
  sends(
    'deletes a comment',
    '/forum/thread/503',
    saves('DeleteThreadComment', { id: 90 }),
    { kind: 'comment', undo: true, object: { url: `${site}/forum/thread/503` } },
    { about: 'undo' },
  ),
  sends(
    'deletes a thread',
    '/forum/thread/504',
    saves('DeleteThread', { id: 504 }),
    { kind: 'post', undo: true, object: { url: `${site}/forum/thread/504` } },
    { about: 'undo' },
  ),
]);
