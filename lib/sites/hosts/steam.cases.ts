import type { ExpectedEntry, RecordedRequest, SiteCase } from '../cases.ts';
import { defineCases } from '../define.ts';

const store = 'https://store.steampowered.com';
const community = 'https://steamcommunity.com';
// No "draft" case: reviews are kept nowhere before they are posted.

const header = (name: string | null) =>
  `<div id="global_header"><a class="username menuitem supernav" href="${community}/id/nora/">NORA</a></div><div id="global_actions">${
    name === null
      ? `<a class="global_action_link" href="${store}/login/?redir=x">login</a>`
      : `<button id="account_pulldown">${name}</button><a href="${community}/id/nora/" class="user_avatar"></a>`
  }</div>`;
const review = (
  id: string,
  author: string,
  appid: string,
  active = '',
) => `<div class="review_box" id="ReviewContent${id}">
  <div class="persona_name"><a href="${community}/profiles/${author}/?snr=1">harbour</a></div>
  <a href="${community}/profiles/${author}/recommended/${appid}/?snr=1_5">Recommended</a>
  <div class="control_block">${['Up', 'Down', 'Tag']
    .map(
      (way) =>
        `<a id="RecommendationVote${way}Btn${id}${way === 'Tag' ? '_1' : ''}" class="btn_grey_grey ${active === way ? 'btn_active' : ''}" href="javascript:void(0)"><span>${way}</span></a>`,
    )
    .join('')}</div></div>`;
const appPage = (appid: string, body: string, name: string | null = 'nora_fields') => ({
  url: `${store}/app/${appid}/Tide_Pools/`,
  html: `${header(name)}<div id="appHubAppName">Tide Pools</div>${body}<div id="do">Do</div>`,
});
const page = (path: string) => ({
  url: `${community}${path}`,
  html: `${header('nora_fields')}<div class="commentthread_comments"></div><div class="commentthread_entry_submitlink"><a id="do" href="javascript:void(0)">Post</a></div>`,
});
const post = (url: string, form: Record<string, string>, body = '{"success":1}'): RecordedRequest => ({
  url,
  form: { sessionid: 'a1b2', ...form },
  by: 'xhr',
  answer: { type: 'application/json', body },
});
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

const author = (last: number) => `7656119800000${String(last).padStart(4, '0')}`;
const permalink = (last: number, appid: string) => `${community}/profiles/${author(last)}/recommended/${appid}/`;
const up = (id: string) => ({ select: `#RecommendationVoteUpBtn${id}`, set: { class: 'btn_grey_grey btn_active' } });

export default defineCases([
  does(
    'finds a review helpful',
    appPage('440', review('9001', author(1), '440') + review('9002', author(2), '440')),
    '#RecommendationVoteUpBtn9001 span',
    post('/userreviews/rate/9001', { rateup: 'true' }),
    {
      kind: 'vote',
      object: { url: permalink(1, '440'), id: '9001', title: 'Tide Pools' },
      to: { name: 'harbour', url: `${community}/profiles/${author(1)}/` },
      detail: { vote: 'up' },
      account: 'nora_fields',
      level: 'confirmed',
    },
    { then: [up('9001')] },
  ),
  does(
    'changes its mind about a review',
    appPage('440', review('9001', author(1), '440', 'Up')),
    '#RecommendationVoteDownBtn9001',
    post('https://store.steampowered.com//userreviews/rate/9001', { rateup: 'false' }),
    { kind: 'vote', object: { url: permalink(1, '440') }, detail: { vote: 'down' } },
    {
      about: 'switch',
      after: ['finds a review helpful'],
      then: [
        { select: '#RecommendationVoteUpBtn9001', set: { class: 'btn_grey_grey' } },
        { select: '#RecommendationVoteDownBtn9001', set: { class: 'btn_grey_grey btn_active' } },
      ],
    },
  ),
  does(
    'a vote that Steam refuses with 200',
    appPage('440', review('9003', author(3), '440')),
    '#RecommendationVoteUpBtn9003',
    post('/userreviews/rate/9003', { rateup: 'true' }, '{"success":15}'),
    null,
    { about: 'refusal' },
  ),
  does(
    'votes with the keyboard',
    appPage('440', review('9004', author(4), '440')),
    '',
    post('/userreviews/rate/9004', { rateup: 'true' }),
    { kind: 'vote', object: { url: permalink(4, '440') } },
    { about: 'keyboard', act: [{ press: 'Enter', in: '#RecommendationVoteUpBtn9004' }], then: [up('9004')] },
  ),
  does(
    'votes on the page of the review itself',
    {
      url: `${permalink(5, '440')}?insideModal=0`,
      html: `${header('nora_fields')}<a id="RecommendationVoteUpBtn9005" class="btn_grey_grey">Yes</a>`,
    },
    '#RecommendationVoteUpBtn9005',
    post('/userreviews/rate/9005', { rateup: 'true' }),
    { kind: 'vote', object: { url: permalink(5, '440'), id: '9005' } },
    { about: 'layout', then: [up('9005')] },
  ),
  does(
    'finds a review funny',
    appPage('570', review('9006', author(6), '570')),
    '#RecommendationVoteTagBtn9006_1',
    post('/userreviews/votetag/9006', { tagid: '1', rateup: 'true' }),
    { kind: 'like', object: { url: permalink(6, '570') }, detail: { reaction: 'funny' }, level: 'confirmed' },
    { then: [{ select: '#RecommendationVoteTagBtn9006_1', set: { class: 'btn_active' } }] },
  ),
  does(
    'no longer finds a review funny',
    appPage('570', review('9006', author(6), '570', 'Tag')),
    '#RecommendationVoteTagBtn9006_1',
    post('/userreviews/votetag/9006', { tagid: '1', rateup: 'false' }),
    { kind: 'like', undo: true, object: { url: permalink(6, '570') } },
    {
      about: 'undo',
      after: ['finds a review funny'],
      then: [{ select: '#RecommendationVoteTagBtn9006_1', set: { class: '' } }],
    },
  ),
  does(
    'reviews a game',
    appPage('620', '<textarea id="game_recommendation"></textarea><a id="submit_recommendation">Post</a>'),
    '#submit_recommendation',
    post('/friends/recommendgame', {
      appid: '620',
      steamworksappid: '620',
      comment: 'Calm.',
      rated_up: 'true',
      is_public: 'true',
      language: 'english',
    }),
    {
      kind: 'review',
      object: { url: `${store}/app/620/`, id: '620' },
      made: { url: `${community}/id/nora/recommended/620/` },
      detail: { vote: 'up' },
      audience: 'public',
      level: 'accepted',
    },
  ),
  does(
    'reviews a game for friends',
    appPage('621', '<a id="submit_recommendation">Post</a>'),
    '#submit_recommendation',
    post('/friends/recommendgame', { appid: '621', comment: 'Dull.', rated_up: 'false', is_public: 'false' }),
    { kind: 'review', object: { url: `${store}/app/621/` }, detail: { vote: 'down' }, audience: 'limited' },
    { about: 'layout' },
  ),
  does(
    'changes a review',
    page('/id/nora/recommended/620/'),
    '#do',
    post('/userreviews/update/9100', { review_text: 'Very calm.', voted_up: 'true' }),
    { kind: 'review', revises: true, object: { url: `${community}/id/nora/recommended/620/` } },
    { about: 'edit', after: ['reviews a game'] },
  ),
  does(
    'changes who may answer a review',
    page('/id/nora/recommended/620/'),
    '#do',
    post('/userreviews/update/9100', { comments_disabled: 'true' }),
    null,
    { about: 'look-alike' },
  ),
  does(
    'deletes a review',
    page('/id/nora/recommended/620/'),
    '#do',
    post('/id/nora/recommended/', { action: 'delete', appid: '620' }),
    { kind: 'review', undo: true, object: { url: `${store}/app/620/` } },
    { about: 'undo', after: ['reviews a game'] },
  ),
  does(
    'reports a review',
    appPage('440', review('9007', author(7), '440')),
    '.control_block',
    post('/userreviews/report/9007', { reportnote: 'Spam' }),
    { kind: 'moderation', object: { url: permalink(7, '440') }, detail: { act: 'report' } },
  ),
  does(
    'answers a review as the developer',
    appPage('440', review('9008', author(8), '440')),
    '.control_block',
    post('/userreviews/setdeveloperresponse/9008', { developer_response: 'Thanks' }),
    { kind: 'comment', object: { url: permalink(8, '440') }, to: { name: 'harbour' } },
  ),
  does(
    'comments on a profile',
    page(`/profiles/${author(20)}`),
    '#do',
    post(`/comment/Profile/post/${author(20)}/-1/`, { comment: 'Hi', count: '6', feature2: '-1' }),
    {
      kind: 'comment',
      object: { url: `${community}/profiles/${author(20)}/` },
      made: { id: '3811' },
      level: 'confirmed',
    },
    {
      then: [
        {
          select: '.commentthread_comments',
          append: '<div class="commentthread_comment" id="comment_3811"><div>Hi</div></div>',
        },
      ],
    },
  ),
  does(
    'answers in a forum',
    page('/app/440/discussions/0/5511/'),
    '#do',
    post('/comment/ForumTopic/post/1035/8811/', { comment: 'Same here', count: '15', feature2: '5511' }),
    { kind: 'comment', object: { url: `${community}/app/440/discussions/0/5511/` }, level: 'accepted' },
  ),
  does(
    'comments in the workshop',
    page('/sharedfiles/filedetails/?id=771'),
    '#do',
    post('/comment/PublishedFile_Public/post/76561190/771/', { comment: 'Nice' }),
    { kind: 'comment', object: { url: `${community}/sharedfiles/filedetails/?id=771` } },
  ),
  does(
    'deletes a comment',
    page('/app/440/discussions/0/5511/'),
    '#do',
    post('/comment/ForumTopic/delete/1035/8811/', { gidcomment: '3900', count: '15' }),
    { kind: 'comment', undo: true, object: { url: `${community}/app/440/discussions/0/5511/` } },
    { about: 'undo' },
  ),
  does(
    'votes for a thing of the workshop',
    page('/sharedfiles/filedetails/?id=772'),
    '#do',
    post('/sharedfiles/voteup', { id: '772' }),
    { kind: 'vote', object: { url: `${community}/sharedfiles/filedetails/?id=772` }, detail: { vote: 'up' } },
  ),
  does(
    'favourites a thing of the workshop',
    page('/sharedfiles/filedetails/?id=773'),
    '#do',
    post('/sharedfiles/favorite', { id: '773', appid: '440' }),
    { kind: 'bookmark', object: { url: `${community}/sharedfiles/filedetails/?id=773` } },
  ),
  does(
    'announces something',
    page('/groups/tides/announcements/create'),
    '#do',
    post('/gid/5512/announcements', { action: 'post', headline: 'x' }),
    {
      kind: 'post',
      object: { url: `${community}/gid/5512` },
    },
  ),
  does('wishes for a game', appPage('630', ''), '#do', post('/api/addtowishlist', { appid: '630' }), {
    kind: 'bookmark',
    object: { url: `${store}/app/630/` },
  }),
  does(
    'no longer wishes for a game',
    appPage('630', ''),
    '#do',
    post('/api/removefromwishlist', { appid: '630' }),
    { kind: 'bookmark', undo: true, object: { url: `${store}/app/630/` } },
    { about: 'undo', after: ['wishes for a game'] },
  ),
  does('follows a curator', appPage('631', ''), '#do', post('/curators/ajaxfollow', { clanid: '33', follow: '1' }), {
    kind: 'follow',
    object: { url: `${store}/curator/33/` },
  }),
  {
    name: 'the page reads votes, comments and reports by POST',
    about: 'look-alike',
    page: appPage('440', review('9009', author(9), '440')),
    act: [{ click: '#RecommendationVoteUpBtn9009' }],
    sends: [
      post('/userreviews/ajaxgetvotes/', { 'recommendationids[0]': '9009' }),
      post('/userreviews/ajaxgetreports/9009', {}),
      post('/comment/ForumTopic/render/1035/8811/', { start: '15', count: '15' }),
    ],
    expect: [],
  },
  does(
    'writes in a chat',
    { url: `${community}/chat/`, html: `${header('nora_fields')}<button id="do">Send</button>` },
    '#do',
    post('/comment/Profile/post/1/-1/', { comment: 'x' }),
    null,
    { about: 'private' },
  ),
  does(
    'votes while nobody is signed in',
    appPage('440', review('9010', author(10), '440'), null),
    '#RecommendationVoteUpBtn9010',
    post('/userreviews/rate/9010', { rateup: 'true' }, '{"success":21}'),
    null,
    { about: 'signed-out' },
  ),
  does(
    'a script of the page votes',
    appPage('440', review('9011', author(11), '440')),
    '',
    post('/userreviews/rate/9011', { rateup: 'true' }),
    null,
    { about: 'synthetic', act: [{ synthetic: '#RecommendationVoteUpBtn9011' }], then: [up('9011')] },
  ),
  {
    name: 'one press that sends twice is one vote',
    about: 'double',
    page: appPage('440', review('9012', author(12), '440')),
    act: [{ click: '#RecommendationVoteUpBtn9012' }],
    sends: [
      post('/userreviews/rate/9012', { rateup: 'true' }),
      post('https://store.steampowered.com//userreviews/rate/9012', { rateup: 'true' }),
    ],
    then: [up('9012')],
    expect: [{ kind: 'vote', object: { url: permalink(12, '440') } }],
  },
  ...[
    ['moderate', 'moderate', { moderatorhidden: 'true' }],
    ['clear-flag', 'cleardeveloperflag', {}],
  ].map(([act, path, form], at) =>
    does(
      `tends its reviews: ${act}`,
      appPage('441', review(`950${at}`, author(50 + at), '441')),
      '.control_block',
      post(`/userreviews/${path}/950${at}`, form as Record<string, string>),
      { kind: 'moderation', object: { url: permalink(50 + at, '441') }, detail: { act: act as string } },
    ),
  ),
  does(
    'comments in a group',
    page('/groups/tides'),
    '#do',
    post('/comment/Clan/post/1035827/-1/', { comment: 'Hi', count: '6' }),
    { kind: 'comment', object: { url: `${community}/gid/1035827` } },
  ),
  ...['Recommendation', 'UserStatusPublished'].map((type) =>
    does(
      `comments on what somebody showed: ${type}`,
      page(`/id/harbour/${type === 'Recommendation' ? 'recommended/440/' : 'status/77/'}`),
      '#do',
      post(`/comment/${type}/post/1035/440/`, { comment: 'Hi', count: '6' }),
      {
        kind: 'comment',
        object: { url: `${community}/id/harbour/${type === 'Recommendation' ? 'recommended/440/' : 'status/77/'}` },
      },
    ),
  ),
  does(
    'votes against a thing of the workshop',
    page('/sharedfiles/filedetails/?id=774'),
    '#do',
    post('/sharedfiles/votedown', { id: '774' }),
    { kind: 'vote', object: { url: `${community}/sharedfiles/filedetails/?id=774` }, detail: { vote: 'down' } },
  ),
]);
