import type { ExpectedEntry, RecordedRequest, SiteCase } from '../cases.ts';
import { defineCases } from '../define.ts';

// No "draft" case: words are sent with "Submit review" only.
// No "private" case: there are no messages between people.

const origin = 'https://addons.mozilla.org';
const addon = (slug: string) => `${origin}/en-US/firefox/addon/${slug}/`;
const header = (name: string | null) =>
  `<header class="Header">${
    name === null
      ? '<a class="Header-authenticate-button Button" href="/api/v5/accounts/login/start/">Log in</a>'
      : `<div class="DropdownMenu Header-user-menu"><button class="DropdownMenu-button"><span class="DropdownMenu-button-text">${name}</span></button><ul><li><a href="/en-US/firefox/user/5511/">View My Profile</a></li></ul></div>`
  }</header>`;
const stars = `<div class="Rating Rating--editable">${[1, 2, 3, 4, 5]
  .map((n) => `<button class="Rating-star" value="${n}" title="Rate this add-on ${n} out of 5"></button>`)
  .join('')}</div>`;
const form = `<form class="DismissibleTextForm-form"><textarea class="DismissibleTextForm-textarea"></textarea><button type="submit" class="DismissibleTextForm-submit">Submit review</button></form>`;
const page = (slug: string, body = '', name: string | null = 'nora fields') => ({
  url: `${addon(slug)}?src=search`,
  html: `${header(name)}<h1 class="AddonTitle">Tide Clock <span>by harbour</span></h1><div class="AddonReviewManager">${stars}${body}</div><button id="other">Other</button>`,
});
const card = (slug: string, id: string, body: string) => ({
  url: `${addon(slug)}reviews/`,
  html: `${header('nora fields')}<div class="AddonReviewCard"><div class="AddonReviewCard-authorByLine"><a href="/en-US/firefox/user/77/">mareel</a> <a href="/en-US/firefox/addon/${slug}/reviews/${id}/?src=x">2 days ago</a></div>${body}</div>`,
});
const call = (method: RecordedRequest['method'], path: string, json?: object, status = 200): RecordedRequest => ({
  ...(method ? { method } : {}),
  url: `/api/v5/${path}`,
  ...(json ? { json } : {}),
  by: 'fetch',
  answer: { status, type: 'application/json', body: '{"id":9}' },
});
const creates = (number: number, score: number) =>
  call('POST', 'ratings/rating/?lang=en-US', { addon: number, score, version: 5 }, 201);
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

export default defineCases([
  does('rates an add-on', page('tide-clock'), '[value="4"]', creates(901, 4), {
    kind: 'rating',
    object: { url: addon('tide-clock'), id: '901' },
    detail: { rating: '4/5' },
    account: 'nora fields',
    level: 'accepted',
  }),
  does(
    'rates with the keyboard',
    page('tide-table'),
    '',
    creates(902, 5),
    { kind: 'rating', object: { url: addon('tide-table') }, detail: { rating: '5/5' } },
    { about: 'keyboard', act: [{ press: 'Enter', in: '[value="5"]' }] },
  ),
  does(
    'gives other stars',
    page('tide-clock'),
    '[value="2"]',
    call('PATCH', 'ratings/rating/551/', { score: 2 }),
    { kind: 'rating', object: { url: addon('tide-clock') }, detail: { rating: '2/5' } },
    { about: 'switch', after: ['rates an add-on'] },
  ),
  does(
    'adds words to the stars',
    page('tide-clock', form),
    '.DismissibleTextForm-submit',
    call('PATCH', 'ratings/rating/551/', { body: 'Right on the minute.' }),
    {
      kind: 'review',
      object: { url: addon('tide-clock') },
      made: { url: `${addon('tide-clock')}reviews/551/`, id: '551' },
    },
    { after: ['rates an add-on'] },
  ),
  does(
    'changes the words on the page of reviews',
    card('tide-clock', '551', form),
    '.DismissibleTextForm-submit',
    call('PATCH', 'ratings/rating/551/', { body: 'Right on the second.' }),
    { kind: 'review', revises: true, object: { url: addon('tide-clock') } },
    { about: 'edit', after: ['adds words to the stars'] },
  ),
  does(
    'deletes a review',
    card('tide-clock', '551', '<button class="AddonReviewCard-delete" id="delete">Delete</button>'),
    '#delete',
    call('DELETE', 'ratings/rating/551/', undefined, 204),
    { kind: 'review', undo: true, object: { url: addon('tide-clock') } },
    { about: 'undo', after: ['adds words to the stars'] },
  ),
  does(
    'rates in an older build and another language',
    { ...page('tide-map'), url: `${origin}/de/android/addon/tide-map/` },
    '[value="3"]',
    { ...creates(903, 3), url: '/api/v4/ratings/rating/' },
    { kind: 'rating', object: { url: `${origin}/de/android/addon/tide-map/` }, detail: { rating: '3/5' } },
    { about: 'layout' },
  ),
  does(
    'answers a review as the developer',
    card('tide-clock', '552', `<div class="AddonReviewCard-reply">${form}</div>`),
    '.DismissibleTextForm-submit',
    call('POST', 'ratings/rating/552/reply/', { body: 'Thanks' }, 201),
    { kind: 'comment', object: { url: `${addon('tide-clock')}reviews/552/`, id: '552' }, to: { name: 'mareel' } },
  ),
  does(
    'flags a review',
    card(
      'tide-clock',
      '553',
      '<ul class="FlagReviewMenu"><li><button class="FlagReview-button">Spam</button></li></ul>',
    ),
    '.FlagReview-button',
    call('POST', 'ratings/rating/553/flag/', { flag: 'rating_flag_reason_spam' }, 202),
    { kind: 'moderation', object: { url: `${addon('tide-clock')}reviews/553/` }, detail: { act: 'flag' } },
  ),
  does(
    'reports an add-on',
    page('bad-tide'),
    '#other',
    call('POST', 'abuse/report/addon/', { addon: 'bad-tide' }, 201),
    {
      kind: 'moderation',
      object: { url: addon('bad-tide') },
      detail: { act: 'report' },
    },
  ),
  does(
    'puts an add-on into a collection',
    page('tide-log'),
    '#other',
    call('POST', 'accounts/account/5511/collections/sea/addons/', { addon: 904 }, 201),
    { kind: 'bookmark', object: { url: addon('tide-log') }, detail: { act: 'collection sea' } },
  ),
  does('reads ratings', page('tide-log'), '#other', call('GET', 'ratings/rating/?addon=904&user=5511'), null, {
    about: 'look-alike',
  }),
  does(
    'a change that no known control belongs to',
    page('tide-log'),
    '#other',
    call('PATCH', 'ratings/rating/554/', { is_latest: true }),
    null,
    { about: 'look-alike' },
  ),
  does(
    'a rating that is refused',
    page('tide-rock'),
    '[value="1"]',
    { ...creates(905, 1), answer: { status: 429 } },
    null,
    {
      about: 'refusal',
    },
  ),
  does('rates while nobody is signed in', page('tide-sand', '', null), '[value="1"]', creates(906, 1), null, {
    about: 'signed-out',
  }),
  does('a script of the page rates', page('tide-kelp'), '', creates(907, 1), null, {
    about: 'synthetic',
    act: [{ synthetic: '[value="1"]' }],
  }),
  {
    name: 'one press that sends twice is one rating',
    about: 'double',
    page: page('tide-reef'),
    act: [{ click: '[value="5"]' }],
    sends: [creates(908, 5), creates(908, 5)],
    expect: [{ kind: 'rating', object: { url: addon('tide-reef') } }],
  },
]);
