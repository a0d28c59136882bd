import type { PageChange, RecordedRequest } from '../cases.ts';
import { defineCases } from '../define.ts';

// No "edit" case: neither comments nor videos can be changed on the web.
// No "switch" case: there is one heart and no other reaction.
// No "draft" case: drafts stay on the device.

const origin = 'https://www.tiktok.com';
const urlOf = (id: string) => `${origin}/@ada_birds/video/${id}`;
const noise = 'aid=1988&app_name=tiktok_web&device_id=74110000000000&region=DE&msToken=Xa9&X-Bogus=DFSz&X-Gnarly=M1';
const nav = '<nav><a data-e2e="nav-profile" href="/@nora.fields">Profile</a></nav>';
const button = (icon: string, on = false) =>
  `<button aria-pressed="${on}" aria-label="x"><span data-e2e="${icon}">12</span></button>`;
const card = (id: string, on = false) => `<article data-e2e="recommend-list-item-container">
  <div id="xgwrapper-0-${id}"></div><a href="/@ada_birds">ada_birds</a> <a href="/tag/swifts">#swifts</a>
  <button data-e2e="feed-follow">+</button>${button('like-icon', on)}${button('undefined-icon', on)}${button('share-icon')}</article>`;
const detail = (
  id: string,
) => `${nav}<div data-e2e="browse-video-container"><a href="/@ada_birds"><span data-e2e="browse-username">ada_birds</span></a>
  ${button('browse-like-icon')}<div data-e2e="comment-input"><div contenteditable="true" style="min-height:2em"></div></div>
  <button data-e2e="comment-post">Post</button>
  <div data-e2e="comment-level-1"><a href="/@tomtom">tomtom</a> nice <button class="heart" data-of="${id}">3</button><button class="answer">Reply</button></div></div>`;
const feed = (...cards: string[]) => `${nav}<main>${cards.join('')}</main>`;

const commit = (path: string, args: string, body = '{"status_code":0}'): RecordedRequest => ({
  url: `${path}?${noise}&${args}`,
  by: 'fetch',
  answer: { type: 'application/json', body },
});
const digg = (id: string, type: 0 | 1, body?: string) =>
  commit('/api/commit/item/digg/', `aweme_id=${id}&type=${type}`, body);
const flips = (icon: string, to: boolean): PageChange => ({
  select: `button:has([data-e2e="${icon}"])`,
  set: { 'aria-pressed': String(to) },
});
const heart = [{ click: '[data-e2e="like-icon"]' }];

export default defineCases([
  {
    name: 'likes a video in the feed, whose address names none',
    about: 'do',
    page: { url: `${origin}/foryou`, html: feed(card('7411000000000000001')) },
    act: heart,
    sends: [digg('7411000000000000001', 1)],
    shows: [flips('like-icon', true)],
    expect: [
      {
        kind: 'like',
        object: { url: urlOf('7411000000000000001'), id: '7411000000000000001' },
        to: { name: 'ada_birds' },
        account: 'nora.fields',
        topics: ['swifts'],
        level: 'confirmed',
      },
    ],
  },
  {
    name: 'takes a like back',
    about: 'undo',
    page: { url: `${origin}/foryou`, html: feed(card('7411000000000000001', true)) },
    after: ['likes a video in the feed, whose address names none'],
    act: heart,
    sends: [digg('7411000000000000001', 0)],
    shows: [flips('like-icon', false)],
    expect: [{ kind: 'like', undo: true, object: { url: urlOf('7411000000000000001') }, level: 'confirmed' }],
  },
  {
    name: 'likes on the page of the video, with the arguments in a form',
    about: 'layout',
    page: { url: urlOf('7411000000000000002'), html: detail('7411000000000000002') },
    act: [{ click: '[data-e2e="browse-like-icon"]' }],
    sends: [
      { url: `/api/commit/item/digg/?${noise}`, form: { aweme_id: '7411000000000000002', type: '1' }, by: 'xhr' },
    ],
    shows: [flips('browse-like-icon', true)],
    expect: [{ kind: 'like', object: { url: urlOf('7411000000000000002') }, level: 'confirmed' }],
  },
  {
    name: 'likes with the key l while another video stands in focus',
    about: 'keyboard',
    page: { url: `${origin}/foryou`, html: feed(card('7411000000000000003')) },
    act: [{ press: 'l' }],
    sends: [digg('7411000000000000004', 1)],
    expect: [{ kind: 'like', object: { url: `${origin}/@/video/7411000000000000004` }, level: 'accepted' }],
  },
  {
    name: 'a like refused with 200 and taken back',
    about: 'refusal',
    page: { url: `${origin}/foryou`, html: feed(card('7411000000000000005')) },
    act: heart,
    sends: [digg('7411000000000000005', 1, '{"status_code":8,"status_msg":"login"}')],
    shows: [flips('like-icon', true)],
    then: [flips('like-icon', false)],
    expect: [],
  },
  {
    name: 'one press that sends the like twice counts once',
    about: 'double',
    page: { url: `${origin}/foryou`, html: feed(card('7411000000000000006')) },
    act: heart,
    sends: [digg('7411000000000000006', 1), digg('7411000000000000006', 1)],
    shows: [flips('like-icon', true)],
    expect: [{ kind: 'like', object: { url: urlOf('7411000000000000006') } }],
  },
  {
    name: 'a script of the page presses the heart',
    about: 'synthetic',
    page: { url: `${origin}/foryou`, html: feed(card('7411000000000000007')) },
    act: [{ synthetic: '[data-e2e="like-icon"]' }],
    sends: [digg('7411000000000000007', 1)],
    shows: [flips('like-icon', true)],
    expect: [],
  },
  {
    name: 'a like while nobody is signed in',
    about: 'signed-out',
    page: {
      url: `${origin}/foryou`,
      html: `<button data-e2e="top-login-button">Log in</button>${card('7411000000000000008')}`,
    },
    act: heart,
    sends: [digg('7411000000000000008', 1)],
    expect: [],
  },
  {
    name: 'reads, lists and "not interested" are no acts',
    about: 'look-alike',
    page: { url: `${origin}/foryou`, html: feed(card('7411000000000000009')) },
    act: [{ click: '[data-e2e="share-icon"]' }],
    sends: [
      commit('/api/comment/list/', 'aweme_id=7411000000000000009&count=20'),
      commit('/api/notice/digg/list/', 'aweme_id=7411000000000000009'),
      commit('/api/recommend/item_list/', 'count=6'),
      commit('/api/dislike/item/', 'aweme_id=7411000000000000009&type=1'),
    ],
    expect: [],
  },
  {
    name: 'what happens in the messages is private',
    about: 'private',
    page: { url: `${origin}/messages`, html: feed(card('7411000000000000010')) },
    act: heart,
    sends: [commit('/api/im/message/send/', 'id=1'), digg('7411000000000000010', 1)],
    expect: [],
  },
  {
    name: 'comments on a video with Enter',
    about: 'do',
    page: { url: urlOf('7411000000000000011'), html: detail('7411000000000000011') },
    act: [
      { type: '[contenteditable]', text: 'Where is this' },
      { press: 'Enter', in: '[contenteditable]' },
    ],
    sends: [commit('/api/comment/publish/', 'aweme_id=7411000000000000011&text=Where+is+this')],
    expect: [{ kind: 'comment', object: { url: urlOf('7411000000000000011') }, to: { name: 'ada_birds' } }],
  },
  {
    name: 'answers a comment',
    about: 'do',
    page: { url: urlOf('7411000000000000012'), html: detail('7411000000000000012') },
    act: [{ click: '.answer' }],
    sends: [
      commit(
        '/api/comment/publish/',
        'aweme_id=7411000000000000012&text=yes&reply_id=7412000000000000001&reply_to_reply_id=0',
      ),
    ],
    expect: [
      {
        kind: 'comment',
        object: { url: `${origin}/@/video/7411000000000000012`, id: '7412000000000000001' },
        to: { name: 'tomtom' },
        detail: { act: 'reply' },
      },
    ],
  },
  {
    name: 'likes a comment',
    about: 'do',
    page: { url: urlOf('7411000000000000013'), html: detail('7411000000000000013') },
    act: [{ click: '.heart' }],
    sends: [commit('/api/comment/digg/', 'aweme_id=7411000000000000013&cid=7412000000000000002&type=1')],
    expect: [
      { kind: 'like', object: { id: '7412000000000000002' }, to: { name: 'tomtom' }, detail: { act: 'comment' } },
    ],
  },
  {
    name: 'takes the like of a comment back',
    about: 'undo',
    page: { url: urlOf('7411000000000000013'), html: detail('7411000000000000013') },
    after: ['likes a comment'],
    act: [{ click: '.heart' }],
    sends: [commit('/api/comment/digg/', 'aweme_id=7411000000000000013&cid=7412000000000000002&type=0')],
    expect: [{ kind: 'like', undo: true, object: { id: '7412000000000000002' } }],
  },
  {
    name: 'deletes an own comment',
    about: 'undo',
    page: {
      url: urlOf('7411000000000000014'),
      html: `${detail('7411000000000000014')}<button id="yes">Delete</button>`,
    },
    act: [{ click: '#yes' }],
    sends: [commit('/api/comment/delete/', 'aweme_id=7411000000000000014&cid=7412000000000000003')],
    expect: [{ kind: 'comment', undo: true, object: { id: '7412000000000000003' } }],
  },
  {
    name: 'keeps a video among the favourites',
    about: 'do',
    page: { url: `${origin}/foryou`, html: feed(card('7411000000000000015')) },
    act: [{ click: '[data-e2e="undefined-icon"]' }],
    sends: [commit('/api/item/collect/', 'itemId=7411000000000000015&action=1')],
    shows: [flips('undefined-icon', true)],
    expect: [{ kind: 'bookmark', object: { url: urlOf('7411000000000000015') }, level: 'confirmed' }],
  },
  {
    name: 'takes a favourite back',
    about: 'undo',
    page: { url: `${origin}/foryou`, html: feed(card('7411000000000000015', true)) },
    after: ['keeps a video among the favourites'],
    act: [{ click: '[data-e2e="undefined-icon"]' }],
    sends: [commit('/api/item/collect/', 'itemId=7411000000000000015&action=0')],
    shows: [flips('undefined-icon', false)],
    expect: [{ kind: 'bookmark', undo: true, object: { url: urlOf('7411000000000000015') } }],
  },
  {
    name: 'reposts a video',
    about: 'do',
    page: { url: `${origin}/foryou`, html: feed(card('7411000000000000016')) },
    act: [{ click: '[data-e2e="share-icon"]' }],
    sends: [commit('/tiktok/v1/upvote/publish', 'item_id=7411000000000000016')],
    expect: [{ kind: 'share', object: { url: urlOf('7411000000000000016') }, detail: { act: 'repost' } }],
  },
  {
    name: 'takes a repost back',
    about: 'undo',
    page: { url: `${origin}/foryou`, html: feed(card('7411000000000000016')) },
    after: ['reposts a video'],
    act: [{ click: '[data-e2e="share-icon"]' }],
    sends: [commit('/tiktok/v1/upvote/delete', 'item_id=7411000000000000016')],
    expect: [{ kind: 'share', undo: true, object: { url: urlOf('7411000000000000016') } }],
  },
  {
    name: 'follows somebody from the feed',
    about: 'do',
    page: { url: `${origin}/foryou`, html: feed(card('7411000000000000017')) },
    act: [{ click: '[data-e2e="feed-follow"]' }],
    sends: [commit('/api/commit/follow/user/', 'user_id=6800000000000000001&type=1')],
    expect: [{ kind: 'follow', object: { url: `${origin}/@ada_birds`, id: '6800000000000000001' } }],
  },
  {
    name: 'unfollows somebody on their profile',
    about: 'undo',
    page: { url: `${origin}/@ada_birds`, html: feed('<button data-e2e="follow-button">Following</button>') },
    after: ['follows somebody from the feed'],
    act: [{ click: '[data-e2e="follow-button"]' }],
    sends: [commit('/api/commit/follow/user/', 'user_id=6800000000000000001&type=0')],
    expect: [{ kind: 'follow', undo: true, object: { url: `${origin}/@ada_birds` } }],
  },
  {
    name: 'uploads a video',
    about: 'do',
    page: { url: `${origin}/tiktokstudio/upload`, html: feed('<button id="post">Post</button>') },
    act: [{ click: '#post' }],
    sends: [commit('/tiktok/web/project/post/v1/', 'app_language=en')],
    expect: [{ kind: 'post', object: { url: `${origin}/@nora.fields` } }],
  },
  {
    name: 'deletes an own video',
    about: 'undo',
    page: { url: `${origin}/@nora.fields`, html: feed('<button id="yes">Delete</button>') },
    act: [{ click: '#yes' }],
    sends: [commit('/api/aweme/delete/', 'aweme_id=7411000000000000018')],
    expect: [{ kind: 'post', undo: true, object: { id: '7411000000000000018' } }],
  },
]);
