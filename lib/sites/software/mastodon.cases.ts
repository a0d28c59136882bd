import type { RecordedRequest } from '../cases.ts';
import { defineCases } from '../define.ts';

// No "switch" case: a favourite has no flavours to switch between.

const social = 'https://social.mill.example';

interface Post {
  id: string;
  author?: string;
  visibility?: string;
  starred?: boolean;
  boosted?: boolean;
  kept?: boolean;
  inside?: string;
}

const active = (on: boolean | undefined) => (on ? ' active' : '');

const bar = (name: string, { starred, boosted, kept }: Partial<Post>) => `
  <div class="${name}">
    <button type="button" class="status__action-bar__button icon-button"><svg class="icon icon-reply"></svg></button>
    <button type="button" class="status__action-bar__button icon-button${active(boosted)}"><svg class="icon icon-retweet"></svg></button>
    <button type="button" class="status__action-bar__button star-icon icon-button${active(starred)}"><svg class="icon icon-star"></svg></button>
    <button type="button" class="status__action-bar__button bookmark-icon icon-button${active(kept)}"><svg class="icon icon-bookmark"></svg></button>
    <button type="button" class="status__action-bar__button more icon-button"><svg class="icon icon-ellipsis-h"></svg></button>
  </div>`;

/** A post in a column. */
const post = ({ id, author = 'bob', visibility = 'public', inside = '', ...state }: Post) => `
  <article tabindex="-1"><div class="status__wrapper status__wrapper-${visibility} focusable" tabindex="0">
    <div class="status status-${visibility}" data-id="${id}">
      <div class="status__info">
        <a class="status__relative-time" href="/@${author}/${id}"><time>2h</time></a>
        <a class="status__display-name" href="/@${author}" data-hover-card-account="77"><bdi>${author}</bdi></a>
      </div>
      <div class="status__content"><p>The weir is open. <a class="mention hashtag" href="/tags/mills">#<span>mills</span></a></p></div>
      ${inside}
      ${bar('status__action-bar', state)}
    </div>
  </div></article>`;

/** A post on a page of its own: the buttons stand beside the text, not in it. */
const detailed = ({ id, author = 'bob', visibility = 'public', inside = '', ...state }: Post) => `
  <div class="focusable detailed-status__wrapper detailed-status__wrapper-${visibility}" tabindex="0">
    <div class="detailed-status">
      <a class="detailed-status__display-name" href="/@${author}" data-hover-card-account="77">${author}</a>
      <p>The weir is open.</p>${inside}
      <a class="detailed-status__datetime" href="/@${author}/${id}">1 Aug</a>
    </div>
    ${bar('detailed-status__action-bar', state)}
  </div>`;

const state = (
  acct = 'alice',
) => `<script id="initial-state" type="application/json">{"meta":{"access_token":"x","domain":
  "social.mill.example","me":"1001"},"compose":{"me":"1001"},"accounts":{"1001":{"id":"1001","username":"${acct}","acct":"${acct}"}}}</script>`;

const page = (content: string, url = `${social}/home`, head = state()) => ({
  url,
  head,
  html: `<div id="mastodon"><div class="ui"><div class="item-list">${content}</div></div></div>`,
});

const composing = (around = '', url = `${social}/home`) =>
  page(
    `<form class="compose-form">${around}<textarea class="autosuggest-textarea__textarea"></textarea>
       <button type="submit" class="button" id="publish">Post</button></form>`,
    url,
  );

const api = (path: string, rest: Partial<RecordedRequest> = {}): RecordedRequest => ({
  url: `/api/v1/${path}`,
  by: 'xhr',
  answer: { type: 'application/json', body: '{}' },
  ...rest,
});
const refused = { status: 422, type: 'application/json', body: '{"error":"Validation failed"}' };

/** What the composer sends. */
const written = (over: Record<string, unknown> = {}) =>
  api('statuses', {
    json: {
      status: 'A quiet morning at the lock.',
      in_reply_to_id: null,
      media_ids: [],
      sensitive: false,
      spoiler_text: '',
      visibility: 'public',
      poll: null,
      language: 'en',
      ...over,
    },
  });

export default defineCases([
  {
    name: 'likes a post',
    about: 'do',
    page: page(post({ id: '110001' })),
    act: [{ click: 'button.star-icon' }],
    sends: [api('statuses/110001/favourite')],
    shows: [{ select: 'button.star-icon', set: { class: 'status__action-bar__button star-icon icon-button active' } }],
    expect: [
      {
        kind: 'like',
        account: 'alice',
        object: { url: `${social}/@bob/110001`, id: '110001' },
        to: { name: 'bob', url: `${social}/@bob` },
        topics: ['mills'],
        level: 'confirmed',
      },
    ],
  },
  {
    name: 'takes a like back',
    about: 'undo',
    page: page(post({ id: '110001', starred: true })),
    after: ['likes a post'],
    act: [{ click: 'button.star-icon' }],
    sends: [api('statuses/110001/unfavourite')],
    shows: [{ select: 'button.star-icon', set: { class: 'status__action-bar__button star-icon icon-button' } }],
    expect: [{ kind: 'like', object: { url: `${social}/@bob/110001` }, undo: true, level: 'confirmed' }],
  },
  {
    name: 'likes a post from another server on its own page',
    about: 'layout',
    page: page(
      detailed({ id: '110002', author: 'cleo@far.example', inside: post({ id: '109999', author: 'dora' }) }),
      `${social}/@cleo@far.example/110002`,
    ),
    act: [{ click: '.detailed-status__action-bar button.star-icon' }],
    sends: [api('statuses/110002/favourite')],
    shows: [
      {
        select: '.detailed-status__action-bar button.star-icon',
        set: { class: 'status__action-bar__button star-icon icon-button active' },
      },
    ],
    expect: [
      {
        kind: 'like',
        object: { url: `${social}/@cleo@far.example/110002` },
        to: { name: 'cleo@far.example' },
        level: 'confirmed',
      },
    ],
  },
  {
    name: 'likes the focused post with a key',
    about: 'keyboard',
    page: page(post({ id: '110003' })),
    act: [{ press: 'f', in: '.status__wrapper' }],
    sends: [api('statuses/110003/favourite')],
    shows: [{ select: 'button.star-icon', set: { class: 'status__action-bar__button star-icon icon-button active' } }],
    expect: [{ kind: 'like', object: { id: '110003' } }],
  },
  {
    name: 'does not take the author from another post than the one that is liked',
    about: 'keyboard',
    page: page(post({ id: '110004' }) + post({ id: '110005', author: 'eve' })),
    act: [{ press: 'f', in: '[data-id="110004"] .star-icon' }],
    sends: [api('statuses/110005/favourite')],
    expect: [{ kind: 'like', object: { url: `${social}/web/statuses/110005` }, to: null }],
  },
  {
    name: 'does not count a like that the server refuses',
    about: 'refusal',
    page: page(post({ id: '110006' })),
    act: [{ click: 'button.star-icon' }],
    sends: [api('statuses/110006/favourite', { answer: refused })],
    shows: [{ select: 'button.star-icon', set: { class: 'status__action-bar__button star-icon icon-button active' } }],
    then: [{ select: 'button.star-icon', set: { class: 'status__action-bar__button star-icon icon-button' } }],
    expect: [],
  },
  {
    name: 'counts a like once where the client sends it twice',
    about: 'double',
    page: page(post({ id: '110007' })),
    act: [{ click: 'button.star-icon' }],
    sends: [api('statuses/110007/favourite'), api('statuses/110007/favourite')],
    shows: [{ select: 'button.star-icon', set: { class: 'status__action-bar__button star-icon icon-button active' } }],
    expect: [{ kind: 'like', object: { url: `${social}/@bob/110007` } }],
  },
  {
    name: 'does not count a like that a script presses',
    about: 'synthetic',
    page: page(post({ id: '110008' })),
    act: [{ synthetic: 'button.star-icon' }],
    sends: [api('statuses/110008/favourite')],
    expect: [],
  },
  {
    name: 'does not count what a visitor presses',
    about: 'signed-out',
    page: page(
      `${post({ id: '110009' })}<div class="sign-in-banner"><a href="/auth/sign_in">Login</a></div>`,
      `${social}/public`,
      '<script id="initial-state" type="application/json">{"meta":{"domain":"social.mill.example"},"accounts":{}}</script>',
    ),
    act: [{ click: 'button.star-icon' }],
    sends: [api('statuses/110009/favourite', { answer: { status: 200 } })],
    expect: [],
  },
  {
    name: 'marks a like for followers only as limited',
    about: 'do',
    page: page(post({ id: '110010', visibility: 'private' })),
    act: [{ click: 'button.star-icon' }],
    sends: [api('statuses/110010/favourite')],
    expect: [{ kind: 'like', object: { url: `${social}/@bob/110010` }, audience: 'limited' }],
  },
  {
    name: 'never records what is done to a private mention',
    about: 'private',
    page: page(post({ id: '110011', visibility: 'direct' })),
    act: [{ click: 'button.star-icon' }],
    sends: [api('statuses/110011/favourite')],
    expect: [],
  },
  {
    name: 'boosts a post through the menu',
    about: 'do',
    page: page(
      `${post({ id: '110020' })}<div class="dropdown-menu"><ul>
         <li class="dropdown-menu__item reblog-menu-item"><button type="button" id="boost" data-index="0">Boost</button></li>
         <li class="dropdown-menu__item reblog-menu-item"><button type="button" data-index="1">Quote</button></li></ul></div>`,
    ),
    act: [{ click: 'button:has(.icon-retweet)' }, { click: '#boost' }],
    sends: [api('statuses/110020/reblog')],
    shows: [{ select: 'button:has(.icon-retweet)', set: { class: 'status__action-bar__button icon-button active' } }],
    // In a browser the first press names the post; a player of single acts only knows its number.
    expect: [{ kind: 'share', object: { id: '110020' } }],
  },
  {
    name: 'boosts a post at once',
    about: 'do',
    page: page(post({ id: '110021', author: 'fay' })),
    act: [{ click: 'button:has(.icon-retweet)' }],
    sends: [api('statuses/110021/reblog')],
    shows: [{ select: 'button:has(.icon-retweet)', set: { class: 'status__action-bar__button icon-button active' } }],
    expect: [{ kind: 'share', object: { url: `${social}/@fay/110021` }, to: { name: 'fay' }, level: 'confirmed' }],
  },
  {
    name: 'takes a boost back',
    about: 'undo',
    page: page(post({ id: '110021', author: 'fay', boosted: true })),
    after: ['boosts a post at once'],
    act: [{ click: 'button:has(.icon-retweet)' }],
    sends: [api('statuses/110021/unreblog')],
    shows: [{ select: 'button:has(.icon-retweet)', set: { class: 'status__action-bar__button icon-button' } }],
    expect: [{ kind: 'share', object: { url: `${social}/@fay/110021` }, undo: true }],
  },
  {
    name: 'keeps a bookmark',
    about: 'do',
    page: page(post({ id: '110030' })),
    act: [{ click: 'button.bookmark-icon' }],
    sends: [api('statuses/110030/bookmark')],
    shows: [{ select: 'button.bookmark-icon', set: { class: 'bookmark-icon icon-button active' } }],
    expect: [{ kind: 'bookmark', object: { url: `${social}/@bob/110030` }, level: 'confirmed' }],
  },
  {
    name: 'drops a bookmark',
    about: 'undo',
    page: page(post({ id: '110030', kept: true })),
    after: ['keeps a bookmark'],
    act: [{ click: 'button.bookmark-icon' }],
    sends: [api('statuses/110030/unbookmark')],
    shows: [{ select: 'button.bookmark-icon', set: { class: 'bookmark-icon icon-button' } }],
    expect: [{ kind: 'bookmark', object: { url: `${social}/@bob/110030` }, undo: true }],
  },
  {
    name: 'posts, and knows its own post from those of others',
    about: 'do',
    page: composing(post({ id: '109001', author: 'alice' })),
    act: [{ type: 'textarea', text: 'A quiet morning at the lock.' }, { click: '#publish' }],
    sends: [written()],
    then: [
      { select: '.item-list', append: post({ id: '110041', author: 'gil' }) },
      { select: '.item-list', append: post({ id: '110042', author: 'alice' }) },
    ],
    expect: [
      {
        kind: 'post',
        object: { url: `${social}/@alice/110042` },
        made: { url: `${social}/@alice/110042`, id: '110042' },
        to: null,
        level: 'confirmed',
      },
    ],
  },
  {
    name: 'posts while only posts of others appear',
    about: 'do',
    page: composing(post({ id: '109002', author: 'alice' })),
    act: [{ type: 'textarea', text: 'Rain.' }, { click: '#publish' }],
    sends: [written({ status: 'Rain.' })],
    then: [{ select: '.item-list', append: post({ id: '110043', author: 'gil' }) }],
    expect: [{ kind: 'post', object: { url: `${social}/@alice` }, level: 'accepted' }],
  },
  {
    name: 'posts with Control and Enter, for followers',
    about: 'keyboard',
    page: composing(),
    act: [
      { type: 'textarea', text: 'Only for you.' },
      { press: 'Control+Enter', in: 'textarea' },
    ],
    sends: [written({ visibility: 'private' })],
    expect: [{ kind: 'post', object: { url: `${social}/@alice` }, audience: 'limited' }],
  },
  {
    name: 'does not count a post that the server refuses',
    about: 'refusal',
    page: composing(),
    act: [{ type: 'textarea', text: 'x' }, { click: '#publish' }],
    sends: [{ ...written(), answer: refused }],
    expect: [],
  },
  {
    name: 'replies',
    about: 'do',
    page: composing('<div class="reply-indicator"><a class="detailed-status__display-name" href="/@bob">bob</a></div>'),
    act: [{ type: 'textarea', text: '@bob I saw it too.' }, { click: '#publish' }],
    sends: [written({ in_reply_to_id: '110050' })],
    then: [{ select: '.item-list', append: post({ id: '110051', author: 'alice' }) }],
    expect: [
      {
        kind: 'comment',
        object: { url: `${social}/@bob/110050`, id: '110050' },
        to: { name: 'bob', url: `${social}/@bob` },
        made: { url: `${social}/@alice/110051` },
      },
    ],
  },
  {
    name: 'quotes',
    about: 'do',
    page: composing(`<div class="status__quote">${post({ id: '110060', author: 'hal@far.example' })}</div>`),
    act: [{ type: '.autosuggest-textarea__textarea', text: 'Worth reading.' }, { click: '#publish' }],
    sends: [written({ quoted_status_id: '110060' })],
    expect: [
      {
        kind: 'share',
        object: { url: `${social}/@hal@far.example/110060` },
        to: { name: 'hal@far.example' },
        detail: { act: 'quote' },
      },
    ],
  },
  {
    name: 'never records a private mention',
    about: 'private',
    page: composing(),
    act: [{ type: 'textarea', text: '@bob between us' }, { click: '#publish' }],
    sends: [written({ visibility: 'direct', in_reply_to_id: '110070' })],
    expect: [],
  },
  {
    name: 'does not count what is only scheduled',
    about: 'draft',
    page: composing(),
    act: [{ type: 'textarea', text: 'tomorrow' }, { click: '#publish' }],
    sends: [written({ scheduled_at: '2026-12-01T08:00:00Z' })],
    expect: [],
  },
  {
    name: 'edits a post of its own',
    about: 'edit',
    page: composing(),
    after: ['posts, and knows its own post from those of others'],
    act: [{ type: 'textarea', text: ' Corrected.' }, { click: '#publish' }],
    sends: [{ ...written(), method: 'PUT', url: '/api/v1/statuses/110042' }],
    expect: [{ kind: 'edit', object: { url: `${social}/@alice/110042` }, to: null, revises: true }],
  },
  {
    name: 'deletes a post of its own',
    about: 'undo',
    page: page(`${post({ id: '110042', author: 'alice' })}<div role="dialog"><button id="yes">Delete</button></div>`),
    after: ['posts, and knows its own post from those of others'],
    act: [{ click: '#yes' }],
    sends: [api('statuses/110042', { method: 'DELETE' })],
    expect: [{ kind: 'post', object: { url: `${social}/@alice/110042` }, undo: true }],
  },
  {
    name: 'votes in a poll',
    about: 'do',
    page: page(
      post({
        id: '110080',
        author: 'ida',
        inside: `<div class="poll"><label class="poll__option"><input type="radio" checked> Oak</label>
          <div class="poll__footer"><button class="button button-secondary" type="button">Vote</button></div></div>`,
      }),
    ),
    act: [{ click: '.poll__footer .button' }],
    sends: [api('polls/5551/votes', { json: { choices: ['0'] } })],
    expect: [{ kind: 'vote', object: { url: `${social}/@ida/110080` }, to: { name: 'ida' }, detail: { act: 'poll' } }],
  },
  {
    name: 'follows somebody from their profile',
    about: 'do',
    page: page(
      '<div class="account__header"><button class="button account__header__follow">Follow</button></div>',
      `${social}/@jo@far.example`,
    ),
    act: [{ click: '.account__header__follow' }],
    sends: [api('accounts/2001/follow', { json: { reblogs: true } })],
    expect: [
      { kind: 'follow', object: { url: `${social}/@jo@far.example`, id: '2001' }, to: { name: 'jo@far.example' } },
    ],
  },
  {
    name: 'stops following from a list',
    about: 'undo',
    page: page(
      `<div class="account"><a class="account__display-name" href="/@jo@far.example" data-hover-card-account="2001">jo</a>
       <div class="account__relationship"><button class="button">Unfollow</button></div></div>`,
      `${social}/@alice/following`,
    ),
    after: ['follows somebody from their profile'],
    act: [{ click: '.account__relationship button' }],
    sends: [api('accounts/2001/unfollow')],
    expect: [{ kind: 'follow', object: { url: `${social}/@jo@far.example` }, undo: true }],
  },
  {
    name: 'does not count the bell on a profile that is followed already',
    about: 'look-alike',
    page: page('<div class="account__header"><button id="bell">Notify</button></div>', `${social}/@kim`),
    act: [{ click: '#bell' }],
    sends: [api('accounts/2002/follow', { json: { notify: true } })],
    expect: [],
  },
  {
    name: 'follows a tag',
    about: 'do',
    page: page('<button id="follow">Follow</button>', `${social}/tags/watermills`),
    act: [{ click: '#follow' }],
    sends: [api('tags/watermills/follow')],
    expect: [{ kind: 'follow', object: { url: `${social}/tags/watermills` }, topics: ['watermills'] }],
  },
  {
    name: 'stops following a tag',
    about: 'undo',
    page: page('<button id="follow">Unfollow</button>', `${social}/tags/watermills`),
    after: ['follows a tag'],
    act: [{ click: '#follow' }],
    sends: [api('tags/watermills/unfollow')],
    expect: [{ kind: 'follow', object: { url: `${social}/tags/watermills` }, undo: true }],
  },
  {
    name: 'reports a post',
    about: 'do',
    page: page('<div role="dialog"><button id="submit">Submit report</button></div>'),
    act: [{ click: '#submit' }],
    sends: [
      api('reports', { json: { account_id: '2003', status_ids: ['110090'], comment: 'spam', category: 'spam' } }),
    ],
    expect: [
      { kind: 'moderation', object: { url: `${social}/web/statuses/110090` }, to: null, detail: { act: 'report' } },
    ],
  },
  {
    name: "removes one's own post from a quote",
    about: 'do',
    page: page(post({ id: '110095', author: 'lou' })),
    act: [{ click: '[data-id="110095"] .more' }],
    sends: [api('statuses/110094/quotes/110095/revoke')],
    expect: [{ kind: 'moderation', object: { url: `${social}/@lou/110095` }, detail: { act: 'revoke-quote' } }],
  },
  {
    name: 'does not count what the client asks and notes by itself',
    about: 'look-alike',
    page: page(post({ id: '110099' })),
    act: [{ click: '[data-id="110099"] .more' }],
    sends: [
      api('statuses/110099/favourited_by', { method: 'GET' }),
      api('statuses/110099/translate'),
      api('statuses/110099/mute'),
      api('statuses/110099/pin'),
      api('markers', { json: { home: { last_read_id: '110099' } } }),
      { url: '/api/web/settings', method: 'PUT', json: { data: {} }, by: 'xhr' },
      { url: '/api/v2/media', multipart: { description: 'weir' }, by: 'xhr' },
    ],
    expect: [],
  },
]);
