import type { RecordedRequest } from '../cases.ts';
import { defineCases } from '../define.ts';

// No "switch" case: there is one kind of like.
// No "edit" case: posts cannot be changed.
// No "draft" case: drafts stay in the browser.

const origin = 'https://bsky.app';
const pds = 'https://oyster.us-east.host.bsky.network/xrpc/';
const me = 'did:plc:me7adalark';
const wren = 'did:plc:wren5holt';

const nav = '<nav><a href="/profile/ada.example">Profile</a></nav>';
const item = (key: string, inside = '', kind = 'feedItem') =>
  `<div data-testid="${kind}-by-wren.example" href="/profile/wren.example/post/${key}"><a href="/profile/wren.example"><img src="https://cdn.bsky.app/img/avatar_thumbnail/plain/${wren}/bafk1@jpeg"></a>
  <a href="/profile/wren.example/post/${key}">2h</a>${inside}</div>`;
const heart = '<button data-testid="likeBtn" aria-label="Like (3 likes)"></button>';
const page = (inside: string, path = '/') => ({ url: origin + path, html: nav + inside });
const composer =
  '<div role="dialog" data-testid="composePostView"><div contenteditable="true"></div><button data-testid="composerPublishBtn">Post</button></div>';

const send = (method: string, json: unknown): RecordedRequest => ({ url: pds + method, json });
const uri = (key: string, of = wren) => `at://${of}/app.bsky.feed.post/${key}`;
const create = (collection: string, record: Record<string, unknown>) =>
  send('com.atproto.repo.createRecord', { repo: me, collection, record: { $type: collection, ...record } });
const remove = (collection: string, rkey: string) =>
  send('com.atproto.repo.deleteRecord', { repo: me, collection, rkey });
const like = (key: string) => create('app.bsky.feed.like', { subject: { uri: uri(key), cid: 'bafy1' } });
const write = (rkey: string, value: Record<string, unknown>) =>
  send('com.atproto.repo.applyWrites', {
    repo: me,
    validate: true,
    writes: [
      {
        $type: 'com.atproto.repo.applyWrites#create',
        collection: 'app.bsky.feed.post',
        rkey,
        value: { text: 'Hello', ...value },
      },
    ],
  });
const post = (key: string, of = wren) => ({ url: `${origin}/profile/${of}/post/${key}`, id: key });

export default defineCases([
  {
    name: 'likes a post in the feed',
    about: 'do',
    page: page(item('3kaa01', heart)),
    act: [{ click: '[data-testid="likeBtn"]' }],
    sends: [like('3kaa01')],
    expect: [
      {
        kind: 'like',
        object: post('3kaa01'),
        to: { name: 'wren.example', url: `${origin}/profile/wren.example` },
        account: 'ada.example',
        level: 'accepted',
      },
    ],
  },
  {
    name: 'takes a like back: the request names only the like',
    about: 'undo',
    after: ['likes a post in the feed'],
    page: page(item('3kaa01', heart)),
    act: [{ click: '[data-testid="likeBtn"]' }],
    sends: [remove('app.bsky.feed.like', '3like1')],
    expect: [{ kind: 'like', undo: true, object: post('3kaa01') }],
  },
  {
    name: 'likes in a thread, with Enter',
    about: 'keyboard',
    page: page(item('3kaa02', heart, 'postThreadItem'), '/profile/wren.example/post/3kaa00'),
    act: [{ press: 'Enter', in: '[data-testid="likeBtn"]' }],
    sends: [like('3kaa02')],
    expect: [{ kind: 'like', object: post('3kaa02') }],
  },
  {
    name: 'likes on the first server',
    about: 'layout',
    page: page(item('3kaa03', heart)),
    act: [{ click: '[data-testid="likeBtn"]' }],
    sends: [{ ...like('3kaa03'), url: 'https://bsky.social/xrpc/com.atproto.repo.createRecord' }],
    expect: [{ kind: 'like', object: post('3kaa03') }],
  },
  {
    name: 'likes a feed',
    about: 'do',
    page: page('<button data-testid="likeFeedBtn">Like</button>', '/profile/wren.example/feed/clay'),
    act: [{ click: '[data-testid="likeFeedBtn"]' }],
    sends: [create('app.bsky.feed.like', { subject: { uri: `at://${wren}/app.bsky.feed.generator/clay`, cid: 'b' } })],
    expect: [{ kind: 'like', object: { url: `${origin}/profile/${wren}/feed/clay` } }],
  },
  {
    name: 'a like that the server refuses',
    about: 'refusal',
    page: page(item('3kaa04', heart)),
    act: [{ click: '[data-testid="likeBtn"]' }],
    sends: [{ ...like('3kaa04'), answer: { status: 400, body: '{"error":"InvalidRequest"}' } }],
    expect: [],
  },
  {
    name: 'a like when the session has ended',
    about: 'signed-out',
    page: { url: origin, html: item('3kaa05', heart) },
    act: [{ click: '[data-testid="likeBtn"]' }],
    sends: [{ ...like('3kaa05'), answer: { status: 401 } }],
    expect: [],
  },
  {
    name: 'a script likes',
    about: 'synthetic',
    page: page(item('3kaa06', heart)),
    act: [{ synthetic: '[data-testid="likeBtn"]' }],
    sends: [like('3kaa06')],
    expect: [],
  },
  {
    name: 'one press that is sent twice counts once',
    about: 'double',
    page: page(item('3kaa07', heart)),
    act: [{ click: '[data-testid="likeBtn"]' }],
    sends: [like('3kaa07'), like('3kaa07')],
    expect: [{ kind: 'like', object: post('3kaa07') }],
  },
  {
    name: 'telemetry and reads at the same press',
    about: 'look-alike',
    page: page(item('3kaa08', heart)),
    act: [{ click: '[data-testid="likeBtn"]' }],
    sends: [
      send('app.bsky.feed.sendInteractions', {
        interactions: [{ item: uri('3kaa08'), event: 'app.bsky.feed.defs#interactionLike' }],
      }),
      { method: 'GET', url: `${pds}app.bsky.feed.getLikes?uri=${uri('3kaa08')}` },
    ],
    expect: [],
  },
  {
    name: 'writes a private message',
    about: 'private',
    page: page('<div contenteditable="true"></div><button id="send">Send</button>', '/messages/3conv'),
    act: [{ click: '#send' }],
    sends: [send('chat.bsky.convo.sendMessage', { convoId: '3conv', message: { text: 'Hi' } })],
    expect: [],
  },
  {
    name: 'reposts a post from the menu',
    about: 'do',
    page: page(`${item('3kaa10')}<div role="menu"><div data-testid="repostDropdownRepostBtn">Repost</div></div>`),
    act: [{ click: '[data-testid="repostDropdownRepostBtn"]' }],
    sends: [create('app.bsky.feed.repost', { subject: { uri: uri('3kaa10'), cid: 'bafy' } })],
    expect: [{ kind: 'share', object: post('3kaa10') }],
  },
  {
    name: 'takes a repost back',
    about: 'undo',
    after: ['reposts a post from the menu'],
    page: page(item('3kaa10', '<button data-testid="repostBtn"></button>')),
    act: [{ click: '[data-testid="repostBtn"]' }],
    sends: [remove('app.bsky.feed.repost', '3rep1')],
    expect: [{ kind: 'share', undo: true, object: post('3kaa10') }],
  },
  {
    name: 'replies',
    about: 'do',
    page: page(composer),
    act: [{ type: '[contenteditable]', text: 'So do I' }, { click: '[data-testid="composerPublishBtn"]' }],
    sends: [write('3mine1', { reply: { root: { uri: uri('3kaa11') }, parent: { uri: uri('3kaa12') } } })],
    expect: [{ kind: 'comment', object: post('3kaa12'), made: post('3mine1', me) }],
  },
  {
    name: 'quotes a post with a picture',
    about: 'do',
    page: page(composer),
    act: [{ click: '[data-testid="composerPublishBtn"]' }],
    sends: [
      write('3mine2', {
        embed: { $type: 'app.bsky.embed.recordWithMedia', record: { record: { uri: uri('3kaa13'), cid: 'b' } } },
      }),
    ],
    expect: [{ kind: 'share', object: post('3kaa13'), made: post('3mine2', me), detail: { act: 'quote' } }],
  },
  {
    name: 'posts with Control+Enter',
    about: 'keyboard',
    page: page(composer),
    act: [
      { type: '[contenteditable]', text: 'Hello' },
      { press: 'Control+Enter', in: '[contenteditable]' },
    ],
    sends: [write('3mine3', {})],
    expect: [{ kind: 'post', object: { url: post('3mine3', me).url }, made: post('3mine3', me), to: null }],
  },
  {
    name: 'posts in the older way, and only the server knows the address',
    about: 'layout',
    page: page(composer),
    act: [{ click: '[data-testid="composerPublishBtn"]' }],
    sends: [create('app.bsky.feed.post', { text: 'Hello' })],
    expect: [{ kind: 'post', object: { url: `${origin}/profile/${me}` } }],
  },
  {
    name: 'deletes an own post',
    about: 'undo',
    after: ['posts with Control+Enter'],
    page: page('<div role="dialog"><button data-testid="confirmBtn">Delete</button></div>'),
    act: [{ click: '[data-testid="confirmBtn"]' }],
    sends: [remove('app.bsky.feed.post', '3mine3')],
    expect: [{ kind: 'post', undo: true, object: post('3mine3', me) }],
  },
  {
    name: 'follows a person',
    about: 'do',
    page: page('<button data-testid="followBtn">Follow</button>', '/profile/wren.example'),
    act: [{ click: '[data-testid="followBtn"]' }],
    sends: [create('app.bsky.graph.follow', { subject: wren })],
    expect: [{ kind: 'follow', object: { url: `${origin}/profile/${wren}`, id: wren } }],
  },
  {
    name: 'follows a person no longer',
    about: 'undo',
    after: ['follows a person'],
    page: page(
      `<div data-testid="profileHeaderAviButton"><img src="https://cdn.bsky.app/img/avatar/plain/${wren}/bafk1@jpeg"></div><button data-testid="unfollowBtn">Following</button>`,
      '/profile/wren.example',
    ),
    act: [{ click: '[data-testid="unfollowBtn"]' }],
    sends: [remove('app.bsky.graph.follow', '3fol1')],
    expect: [{ kind: 'follow', undo: true, object: { url: `${origin}/profile/${wren}` } }],
  },
  {
    name: 'bookmarks a post',
    about: 'do',
    page: page(item('3kaa20', '<button data-testid="postBookmarkBtn"></button>')),
    act: [{ click: '[data-testid="postBookmarkBtn"]' }],
    sends: [send('app.bsky.bookmark.createBookmark', { uri: uri('3kaa20'), cid: 'b' })],
    expect: [{ kind: 'bookmark', object: post('3kaa20') }],
  },
  {
    name: 'takes a bookmark away',
    about: 'undo',
    after: ['bookmarks a post'],
    page: page(item('3kaa20', '<button data-testid="postBookmarkBtn"></button>')),
    act: [{ click: '[data-testid="postBookmarkBtn"]' }],
    sends: [send('app.bsky.bookmark.deleteBookmark', { uri: uri('3kaa20') })],
    expect: [{ kind: 'bookmark', undo: true, object: post('3kaa20') }],
  },
  {
    name: 'reports a post',
    about: 'do',
    page: page('<div role="dialog"><button id="submit">Submit</button></div>'),
    act: [{ click: '#submit' }],
    sends: [
      send('com.atproto.moderation.createReport', {
        reasonType: 'com.atproto.moderation.defs#reasonSpam',
        subject: { $type: 'com.atproto.repo.strongRef', uri: uri('3kaa21'), cid: 'b' },
      }),
    ],
    expect: [{ kind: 'moderation', object: post('3kaa21'), detail: { act: 'report' } }],
  },
  {
    name: 'reports an account',
    about: 'do',
    page: page('<div role="dialog"><button id="submit">Submit</button></div>'),
    act: [{ click: '#submit' }],
    sends: [
      send('com.atproto.moderation.createReport', {
        reasonType: 'com.atproto.moderation.defs#reasonSpam',
        subject: { $type: 'com.atproto.admin.defs#repoRef', did: wren },
      }),
    ],
    expect: [{ kind: 'moderation', object: { url: `${origin}/profile/${wren}` } }],
  },
]);
