import type { ExpectedEntry, RecordedRequest, SiteCase } from '../cases.ts';
import { defineCases } from '../define.ts';

const site = 'https://myanimelist.net';
const header = (name: string | null) =>
  `<div id="header-menu">${name === null ? '<a class="btn-login" href="/login.php">Login</a>' : `<a class="header-profile-link" href="/profile/${name}">${name}</a>`}</div>`;
const title = (type: string, id: string, name: string | null = 'nora') => ({
  url: `${site}/${type}/${id}/The_Tide_Keeper`,
  html: `${header(name)}<h1 class="title-name">The Tide Keeper</h1><select id="myinfo_score"><option>8</option></select><input type="button" class="inputButton" id="do" value="Update">`,
});
const form = (path: string, extra = '') => ({
  url: `${site}${path}`,
  html: `${header('nora')}<form name="add_anime" method="post">${extra}<input type="submit" class="inputButton" id="do" value="Submit"></form>`,
});
const quick = (type: string, way: string, id: number, score: number, status = 200): RecordedRequest => ({
  url: `/ownlist/${type}/${way}.json`,
  json: { [`${type}_id`]: id, status: 2, score, num_watched_episodes: 12, csrf_token: 'x' },
  by: 'xhr',
  answer: { status, type: 'application/json', body: '{}' },
});
const posts = (url: string, fields: Record<string, string>, answer?: RecordedRequest['answer']): RecordedRequest => ({
  url,
  form: { csrf_token: 'x', ...fields },
  by: 'navigate',
  answer: answer ?? { type: 'text/html', body: '<div class="goodresult">Done</div>' },
});
const does = (
  name: string,
  page: SiteCase['page'],
  request: RecordedRequest,
  entry: ExpectedEntry | null,
  rest: Partial<SiteCase> = {},
): SiteCase => ({
  name,
  about: 'do',
  page,
  act: [{ click: '#do' }],
  sends: [request],
  expect: entry ? [entry] : [],
  ...rest,
});

export default defineCases([
  does('rates an anime', title('anime', '4001'), quick('anime', 'add', 4001, 8), {
    kind: 'rating',
    object: { url: `${site}/anime/4001`, id: '4001', title: 'The Tide Keeper' },
    detail: { rating: '8/10' },
    account: 'nora',
    level: 'accepted',
  }),
  does(
    'rates it anew',
    title('anime', '4001'),
    quick('anime', 'edit', 4001, 9),
    { kind: 'rating', object: { url: `${site}/anime/4001` }, detail: { rating: '9/10' } },
    { about: 'switch', after: ['rates an anime'] },
  ),
  does('rates a manga', title('manga', '4002'), quick('manga', 'edit', 4002, 10), {
    kind: 'rating',
    object: { url: `${site}/manga/4002` },
    detail: { rating: '10/10' },
  }),
  does('puts an anime on the list', title('anime', '4003'), quick('anime', 'add', 4003, 0), {
    kind: 'bookmark',
    object: { url: `${site}/anime/4003` },
    detail: { act: 'list' },
  }),
  does('has seen one more episode', title('anime', '4004'), quick('anime', 'edit', 4004, 0), null, {
    about: 'look-alike',
  }),
  does(
    'the list loads',
    title('anime', '4004'),
    { method: 'GET', url: '/animelist/nora/load.json?offset=0&status=7' },
    null,
    { about: 'look-alike' },
  ),
  does(
    'rates on the page for everything',
    form('/ownlist/anime/4005/edit'),
    posts('/ownlist/anime/4005/edit', {
      anime_id: '4005',
      'add_anime[score]': '6',
      'add_anime[status]': '2',
      submitIt: '0',
    }),
    { kind: 'rating', object: { url: `${site}/anime/4005` }, detail: { rating: '6/10' } },
    { about: 'layout' },
  ),
  does(
    'rates on the page for everything, again',
    form('/ownlist/anime/4005/edit'),
    posts('/ownlist/anime/4005/edit', { anime_id: '4005', 'add_anime[score]': '7', 'add_anime[status]': '2' }),
    { kind: 'rating', revises: true, object: { url: `${site}/anime/4005` }, detail: { rating: '7/10' } },
    { about: 'edit', after: ['rates on the page for everything'] },
  ),
  does(
    'takes an anime off the list',
    form('/ownlist/anime/4005/edit'),
    posts('/ownlist/anime/4005/delete', {}),
    { kind: 'rating', undo: true, object: { url: `${site}/anime/4005` } },
    { about: 'undo', after: ['rates on the page for everything'] },
  ),
  does(
    'a score when the session has ended',
    form('/ownlist/anime/4006/edit'),
    posts('/ownlist/anime/4006/edit', { 'add_anime[score]': '6' }, { status: 302, location: '/login.php?from=x' }),
    null,
    { about: 'refusal' },
  ),
  does('a score that is refused', title('anime', '4007'), quick('anime', 'edit', 4007, 5, 400), null, {
    about: 'refusal',
  }),
  does(
    'rates with the keyboard',
    title('anime', '4008'),
    quick('anime', 'edit', 4008, 5),
    { kind: 'rating', object: { url: `${site}/anime/4008` } },
    { about: 'keyboard', act: [{ press: 'Enter', in: '#do' }] },
  ),
  does(
    'answers in the forum',
    form('/forum/?action=message&topic_id=71', '<textarea name="msg_text"></textarea>'),
    posts('/forum/?action=message&topic_id=71', { msg_text: 'Same' }, { status: 302, location: '/forum/?topicid=71' }),
    { kind: 'comment', object: { url: `${site}/forum/?topicid=71` } },
  ),
  does(
    'looks at an answer before it is sent',
    form('/forum/?action=message&topic_id=72', '<textarea name="msg_text"></textarea>'),
    posts('/forum/?action=message&topic_id=72', { msg_text: 'Same', preview: 'Preview' }),
    null,
    { about: 'draft' },
  ),
  does(
    'writes a message',
    form('/mymessages.php?go=send&toname=harbour'),
    posts('/mymessages.php?go=send', { subject: 'x', message: 'y' }),
    null,
    { about: 'private' },
  ),
  does('rates while nobody is signed in', title('anime', '4009', null), quick('anime', 'add', 4009, 5), null, {
    about: 'signed-out',
  }),
  does('a script of the page rates', title('anime', '4010'), quick('anime', 'add', 4010, 5), null, {
    about: 'synthetic',
    act: [{ synthetic: '#do' }],
  }),
  {
    name: 'one press that sends twice is one rating',
    about: 'double',
    page: title('anime', '4011'),
    act: [{ click: '#do' }],
    sends: [quick('anime', 'add', 4011, 5), quick('anime', 'add', 4011, 5)],
    expect: [{ kind: 'rating', object: { url: `${site}/anime/4011` } }],
  },
]);
