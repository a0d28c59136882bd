import type { ExpectedEntry, RecordedRequest, SiteCase } from '../cases.ts';
import { defineCases } from '../define.ts';

// No "draft" case beside the preview of a comment: the uploader sends nothing before "Submit".

const site = 'https://www.inaturalist.org';
const uuid = (last: number) => `0f6b8e55-6a1c-4c3a-9d70-${String(last).padStart(12, '0')}`;
const seen = (last: number) => `${site}/observations/${uuid(last)}`;

const header = (login: string | null) =>
  `<div id="header"><ul id="usernav" class="navtabs">${
    login === null
      ? '<li class="navtab signedout"><a class="signin_link" href="/login">Log In</a></li>'
      : `<li class="navtab user"><div id="usersubnav"><ul><li><a class="profile_link" href="/people/${login}">Profile</a></li><li><a class="profile_link" href="/people/${login}/edit">Account</a></li></ul></div></li>`
  }</ul></div>`;
const page = (path: string, body = '', login: string | null = 'nora_fields') => ({
  url: `${site}${path}`,
  html: `${header(login)}<div id="ObservationShow">${body}<button id="do">Do</button></div>`,
});
const call = (method: RecordedRequest['method'], path: string, json?: object): RecordedRequest => ({
  ...(method ? { method } : {}),
  url: path.startsWith('/v') ? `https://api.inaturalist.org${path}` : path,
  ...(json ? { json } : {}),
  by: 'fetch',
  answer: { type: 'application/json', body: '{"results":[]}' },
});
const does = (
  name: string,
  request: RecordedRequest,
  entry: ExpectedEntry | null,
  rest: Partial<SiteCase> = {},
): SiteCase => ({
  name,
  about: 'do',
  page: page('/observations/231450001'),
  act: [{ click: '#do' }],
  sends: [request],
  expect: entry ? [entry] : [],
  ...rest,
});

const names = (last: number) =>
  call('POST', '/v2/identifications', { identification: { observation_id: uuid(last), taxon_id: 12 }, fields: 'all' });

export default defineCases([
  does('names what somebody saw', names(1), {
    kind: 'answer',
    object: { url: seen(1), id: uuid(1) },
    account: 'nora_fields',
    audience: 'public',
    level: 'accepted',
  }),
  does(
    'agrees with a name',
    names(2),
    { kind: 'answer', object: { url: seen(2) } },
    {
      page: page(
        '/observations/231450002',
        `<div class="ActivityItem" id="activity_identification_${uuid(900)}"><a class="user" href="/people/harbour">harbour</a><button id="agree"><i class="fa fa-check"></i> Agree</button></div>`,
      ),
      act: [{ click: '#agree' }],
    },
  ),
  does(
    'agrees with the key a on Identify',
    names(3),
    { kind: 'answer', object: { url: seen(3) } },
    {
      about: 'keyboard',
      page: page('/observations/identify'),
      act: [{ press: 'a' }],
    },
  ),
  does(
    'names something by the older interface',
    call('POST', '/v1/identifications', { identification: { observation_id: 231450003, taxon_id: 12 } }),
    { kind: 'answer', object: { url: `${site}/observations/231450003`, id: '231450003' } },
    { about: 'layout' },
  ),
  does(
    'withdraws a name',
    call('PUT', `/v2/identifications/${uuid(901)}`, { identification: { current: false } }),
    { kind: 'answer', undo: true, object: { url: `${site}/observations/231450001` } },
    { about: 'undo' },
  ),
  does(
    'changes the words beside a name',
    call('PUT', `/v2/identifications/${uuid(902)}`, { identification: { body: 'Wing shape' } }),
    { kind: 'answer', revises: true, object: { url: `${site}/observations/231450001` } },
    { about: 'edit' },
  ),
  does(
    'deletes a name',
    call('DELETE', `/v2/identifications/${uuid(903)}?delete=true`),
    { kind: 'answer', undo: true, object: { url: `${site}/observations/231450001` } },
    { about: 'undo' },
  ),
  does('nominates a name as a tip', call('POST', `/v2/identifications/${uuid(904)}/nominate`), {
    kind: 'vote',
    object: { url: `${site}/identifications/${uuid(904)}` },
  }),
  does(
    'comments',
    call('POST', '/v2/comments', { comment: { parent_type: 'Observation', parent_id: uuid(5), body: 'Lovely' } }),
    { kind: 'comment', object: { url: seen(5) } },
  ),
  does(
    'comments on a journal post',
    {
      url: '/comments',
      form: { 'comment[parent_type]': 'Post', 'comment[parent_id]': '7', 'comment[body]': 'x' },
      by: 'navigate',
      answer: { status: 302, location: '/journal/harbour/7' },
    },
    { kind: 'comment', object: { url: `${site}/journal/harbour/7` } },
    { page: page('/journal/harbour/7?utm=1'), about: 'layout' },
  ),
  does(
    'looks at a comment before it is sent',
    {
      url: '/comments',
      form: { 'comment[parent_type]': 'Post', 'comment[parent_id]': '7', 'comment[body]': 'x', preview: 'Preview' },
    },
    null,
    { about: 'draft', page: page('/journal/harbour/7') },
  ),
  does(
    'changes a comment',
    call('PUT', `/v2/comments/${uuid(905)}`, { comment: { body: 'y' } }),
    { kind: 'comment', revises: true, object: { url: `${site}/comments/${uuid(905)}` } },
    { about: 'edit' },
  ),
  does(
    'deletes a comment',
    call('DELETE', `/v2/comments/${uuid(905)}`),
    { kind: 'comment', undo: true, object: { url: `${site}/comments/${uuid(905)}` } },
    { about: 'undo' },
  ),
  does('faves an observation', call('POST', `/v2/observations/${uuid(6)}/fave`, {}), {
    kind: 'like',
    object: { url: seen(6), id: uuid(6) },
  }),
  does(
    'faves no longer',
    call('DELETE', `/v2/observations/${uuid(6)}/fave`),
    { kind: 'like', undo: true, object: { url: seen(6) } },
    { about: 'undo', after: ['faves an observation'] },
  ),
  does(
    'faves by the older interface',
    call('POST', '/v1/votes/vote/observation/231450007', {}),
    { kind: 'like', object: { url: `${site}/observations/231450007` } },
    { about: 'layout' },
  ),
  does(
    'says that an observation still needs a name',
    call('POST', `/v2/observations/${uuid(8)}/fave`, { scope: 'needs_id', vote: 'yes' }),
    { kind: 'vote', object: { url: seen(8) }, detail: { vote: 'up', act: 'needs-id' } },
  ),
  does(
    'says that it does not',
    call('POST', `/v2/observations/${uuid(8)}/fave`, { scope: 'needs_id', vote: 'no' }),
    { kind: 'vote', object: { url: seen(8) }, detail: { vote: 'down', act: 'needs-id' } },
    { about: 'switch', after: ['says that an observation still needs a name'] },
  ),
  does(
    'takes that vote back',
    call('DELETE', `/v2/observations/${uuid(8)}/fave?scope=needs_id`),
    { kind: 'vote', undo: true, object: { url: seen(8) } },
    { about: 'undo', after: ['says that an observation still needs a name'] },
  ),
  does('says that a place is wrong', call('POST', `/v2/observations/${uuid(9)}/quality/location`, { agree: 'false' }), {
    kind: 'vote',
    object: { url: seen(9) },
    detail: { vote: 'down', act: 'quality location' },
  }),
  does(
    'annotates a life stage',
    call('POST', '/v2/annotations', {
      annotation: { resource_type: 'Observation', resource_id: uuid(10), controlled_attribute_id: 1 },
    }),
    { kind: 'edit', object: { url: seen(10) }, detail: { act: 'annotation' } },
  ),
  does(
    'removes an annotation',
    call('DELETE', `/v2/annotations/${uuid(910)}`),
    { kind: 'edit', undo: true, object: { url: `${site}/observations/231450001` } },
    { about: 'undo' },
  ),
  does('disagrees with an annotation', call('POST', `/v2/annotations/${uuid(911)}/vote`, { vote: 'bad' }), {
    kind: 'vote',
    object: { url: `${site}/observations/231450001` },
    detail: { vote: 'down', act: `annotation ${uuid(911)}` },
  }),
  does('adds an observation', call('POST', '/observations', { observation: { species_guess: 'Swift', taxon_id: 3 } }), {
    kind: 'post',
    object: { url: `${site}/observations` },
  }),
  does(
    'changes an observation',
    call('PUT', `/v2/observations/${uuid(11)}`, { observation: { description: 'x' } }),
    { kind: 'post', revises: true, object: { url: seen(11) } },
    { about: 'edit' },
  ),
  does(
    'deletes an observation',
    call('DELETE', `/v2/observations/${uuid(11)}`),
    { kind: 'post', undo: true, object: { url: seen(11) } },
    { about: 'undo' },
  ),
  does(
    'flags a comment',
    call('POST', '/flags', { flag: { flaggable_type: 'Comment', flaggable_id: 88, flag: 'spam' } }),
    { kind: 'moderation', object: { url: `${site}/comments/88` }, detail: { act: 'flag' } },
  ),
  does('follows somebody', call('POST', '/v2/relationships', { relationship: { friend_id: 4711, following: true } }), {
    kind: 'follow',
    object: { url: `${site}/people/4711` },
  }),
  does('follows by the older interface', call('PUT', '/v1/users/12', { friend_id: 4712 }), {
    kind: 'follow',
    object: { url: `${site}/people/4712` },
  }),
  does(
    'follows no longer by the older interface',
    call('PUT', '/v1/users/12', { remove_friend_id: 4712 }),
    { kind: 'follow', undo: true, object: { url: `${site}/people/4712` } },
    { about: 'undo', after: ['follows by the older interface'] },
  ),
  does('joins a project', call('POST', '/v2/projects/swift-count/membership'), {
    kind: 'follow',
    object: { url: `${site}/projects/swift-count` },
  }),
  does(
    'leaves a project',
    call('DELETE', '/v2/projects/swift-count/membership'),
    { kind: 'follow', undo: true, object: { url: `${site}/projects/swift-count` } },
    { about: 'undo', after: ['joins a project'] },
  ),
  does(
    'adds an observation to a project',
    call('POST', '/project_observations', { project_observation: { observation_id: 231450012, project_id: 5 } }),
    { kind: 'edit', object: { url: `${site}/observations/231450012` } },
  ),
  does(
    'publishes a journal post',
    {
      url: '/posts',
      form: { 'post[title]': 'Swifts', 'post[body]': 'x', commit: 'Publish' },
      by: 'navigate',
      answer: { status: 302, location: '/journal/nora_fields/991' },
    },
    { kind: 'post', made: { url: `${site}/journal/nora_fields/991`, id: '991' }, level: 'confirmed' },
    { page: page('/journal/nora_fields/new') },
  ),
  does(
    'saves a journal post as a draft',
    {
      url: '/posts',
      form: { 'post[title]': 'Swifts', 'post[body]': 'x', commit: 'Save as draft' },
      by: 'navigate',
      answer: { status: 302, location: '/journal/nora_fields/992' },
    },
    null,
    { about: 'draft', page: page('/journal/nora_fields/new') },
  ),
  does(
    'searches by POST',
    { ...call('POST', '/v2/observations', { fields: { id: true }, taxon_id: 3, per_page: 30 }) },
    null,
    { about: 'look-alike' },
  ),
  does('marks as reviewed', call('POST', `/v2/observations/${uuid(12)}/review`), null, { about: 'look-alike' }),
  does('has seen the news', call('PUT', `/v2/observations/${uuid(12)}/viewed_updates`), null, { about: 'look-alike' }),
  does('a name that is refused', { ...names(13), answer: { status: 422, body: '{"errors":[]}' } }, null, {
    about: 'refusal',
  }),
  does(
    'a message to somebody',
    { url: '/messages', form: { 'message[to_user_id]': '5', 'message[body]': 'x' }, by: 'navigate' },
    null,
    { about: 'private', page: page('/messages/new') },
  ),
  does('names something while nobody is signed in', names(14), null, {
    about: 'signed-out',
    page: page('/observations/231450014', '', null),
  }),
  does('a script of the page names', names(15), null, { about: 'synthetic', act: [{ synthetic: '#do' }] }),
  {
    name: 'one press that sends twice is one fave',
    about: 'double',
    page: page('/observations/231450016'),
    act: [{ click: '#do' }],
    sends: [
      call('POST', `/v2/observations/${uuid(16)}/fave`, {}),
      call('POST', `/v2/observations/${uuid(16)}/fave`, {}),
    ],
    expect: [{ kind: 'like', object: { url: seen(16) } }],
  },
  does(
    'takes the nomination of a tip back',
    call('DELETE', `/v2/identifications/${uuid(904)}/unnominate`),
    { kind: 'vote', undo: true, object: { url: `${site}/identifications/${uuid(904)}` } },
    { about: 'undo', after: ['nominates a name as a tip'] },
  ),
  does(
    'no longer says that a place is wrong',
    call('DELETE', `/v2/observations/${uuid(9)}/quality/location`),
    { kind: 'vote', undo: true, object: { url: seen(9) } },
    { about: 'undo', after: ['says that a place is wrong'] },
  ),
  does(
    'no longer disagrees with an annotation',
    call('DELETE', `/v2/annotations/${uuid(911)}/vote`),
    { kind: 'vote', undo: true, object: { url: `${site}/observations/231450001` } },
    { about: 'undo', after: ['disagrees with an annotation'] },
  ),
]);
