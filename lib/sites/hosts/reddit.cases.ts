import type { RecordedRequest } from '../cases.ts';
import { defineCases } from '../define.ts';

const www = 'https://www.reddit.com';

interface Votes {
  up?: boolean;
  down?: boolean;
}

const arrows = ({ up = false, down = false }: Votes) => `
  <template shadowrootmode="open"><div class="action-row">
    <button upvote aria-pressed="${up}"><span>▲</span></button><span>12</span>
    <button downvote aria-pressed="${down}"><span>▼</span></button>
    <slot></slot></div></template>`;

const post = (id: string, author: string, votes: Votes & { community?: string; inside?: string } = {}) => `
  <article><shreddit-post id="t3_${id}" permalink="/r/${votes.community ?? 'mills'}/comments/${id}/the_weir/" author="${author}"
    post-title="The weir at dawn" subreddit-prefixed-name="r/${votes.community ?? 'mills'}" post-type="text">${arrows(votes)}
    ${votes.inside ?? ''}<button class="menu">…</button></shreddit-post></article>`;

const comment = (id: string, on: string, author: string, votes: Votes & { inside?: string } = {}) => `
  <shreddit-comment thingid="t1_${id}" postid="t3_${on}" permalink="/r/mills/comments/${on}/comment/${id}/" author="${author}" depth="0">
    <div id="t1_${id}-comment-rtjson-content"><p>Oak lasts.</p></div>
    <shreddit-comment-action-row comment-id="t1_${id}" slot="actionRow">${arrows(votes)}</shreddit-comment-action-row>
    ${votes.inside ?? ''}
  </shreddit-comment>`;

const composer = `<comment-composer-host><shreddit-composer>
  <div contenteditable="true" role="textbox" slot="rte"></div>
  <button type="submit" slot="submit-button">Comment</button></shreddit-composer></comment-composer-host>`;

const app = (content: string, signedIn = true) => `<shreddit-app user-logged-in="${signedIn}">
  <reddit-header-large>${
    signedIn ? '<a href="/user/ann_other/">View profile</a>' : '<a id="login-button" href="/login">Log In</a>'
  }</reddit-header-large><div id="main">${content}</div></shreddit-app>`;
const page = (content: string, path = '/r/mills/', signedIn = true) => ({
  url: www + path,
  html: app(content, signedIn),
});
/** A thread with its post and what is said below it. */
const thread = (id: string, author: string, below: string) =>
  page(post(id, author) + below, `/r/mills/comments/${id}/the_weir/`);

const ask = (
  operation: string,
  input: Record<string, unknown>,
  body = '{"data":{"x":{"ok":true}}}',
): RecordedRequest => ({
  url: '/svc/shreddit/graphql',
  json: { operation, variables: { input }, csrf_token: '0123456789abcdef' },
  answer: { type: 'application/json', body },
});
const say = (parent: string): RecordedRequest => ({
  url: `/svc/shreddit/${parent}/create-comment?cujTrackingId=1`,
  form: {
    content: '{"document":[{"e":"par","c":[{"e":"text","t":"Lovely."}]}]}',
    mode: 'richText',
    richTextMedia: '[]',
    csrf_token: '0123456789abcdef',
  },
  answer: { type: 'text/vnd.reddit.partial+html', body: '<shreddit-comment></shreddit-comment>' },
});
const press = (select: string, on: boolean) => ({ select, set: { 'aria-pressed': String(on) } });

const postUp = 'shreddit-post >>> button[upvote]';
const postDown = 'shreddit-post >>> button[downvote]';
const row = (id: string) => `shreddit-comment-action-row[comment-id="t1_${id}"]`;

export default defineCases([
  {
    name: 'votes a post up in the feed',
    about: 'do',
    page: page(post('1aaa01', 'bob') + post('1aaa99', 'zoe'), '/'),
    act: [{ click: '#t3_1aaa01 >>> button[upvote]' }],
    sends: [ask('UpdatePostVoteState', { postId: 't3_1aaa01', voteState: 'UP' })],
    shows: [press('#t3_1aaa01 >>> button[upvote]', true)],
    expect: [
      {
        kind: 'vote',
        account: 'ann_other',
        object: { url: `${www}/r/mills/comments/1aaa01/the_weir/`, id: 't3_1aaa01', title: 'The weir at dawn' },
        to: { name: 'bob', url: `${www}/user/bob/` },
        detail: { vote: 'up' },
        topics: ['mills'],
        level: 'confirmed',
      },
    ],
  },
  {
    name: 'takes the vote back',
    about: 'undo',
    page: page(post('1aaa01', 'bob', { up: true })),
    after: ['votes a post up in the feed'],
    act: [{ click: postUp }],
    sends: [ask('UpdatePostVoteState', { postId: 't3_1aaa01', voteState: 'NONE' })],
    shows: [press(postUp, false)],
    expect: [
      { kind: 'vote', object: { url: `${www}/r/mills/comments/1aaa01/the_weir/` }, undo: true, level: 'confirmed' },
    ],
  },
  {
    name: 'votes a post down',
    about: 'do',
    page: page(post('1aaa02', 'cleo')),
    act: [{ click: postDown }],
    sends: [ask('UpdatePostVoteState', { postId: 't3_1aaa02', voteState: 'DOWN' })],
    shows: [press(postDown, true)],
    expect: [{ kind: 'vote', object: { id: 't3_1aaa02' }, detail: { vote: 'down' }, level: 'confirmed' }],
  },
  {
    name: 'changes a vote from down to up',
    about: 'switch',
    page: page(post('1aaa02', 'cleo', { down: true })),
    after: ['votes a post down'],
    act: [{ click: postUp }],
    sends: [ask('UpdatePostVoteState', { postId: 't3_1aaa02', voteState: 'UP' })],
    shows: [press(postUp, true), press(postDown, false)],
    expect: [{ kind: 'vote', object: { id: 't3_1aaa02' }, detail: { vote: 'up' } }],
  },
  {
    name: 'does not count a vote that is answered with errors and reverted',
    about: 'refusal',
    page: page(post('1aaa03', 'dora')),
    act: [{ click: postUp }],
    sends: [
      ask('UpdatePostVoteState', { postId: 't3_1aaa03', voteState: 'UP' }, '{"data":{"x":{"ok":false}},"errors":[{}]}'),
    ],
    shows: [press(postUp, true)],
    then: [press(postUp, false)],
    expect: [],
  },
  {
    name: 'does not count a vote of a visitor',
    about: 'signed-out',
    page: page(post('1aaa04', 'eve'), '/r/mills/', false),
    act: [{ click: postUp }],
    sends: [ask('UpdatePostVoteState', { postId: 't3_1aaa04', voteState: 'UP' })],
    expect: [],
  },
  {
    name: 'does not count a vote that a script presses',
    about: 'synthetic',
    page: page(post('1aaa05', 'fay')),
    act: [{ synthetic: postUp }],
    sends: [ask('UpdatePostVoteState', { postId: 't3_1aaa05', voteState: 'UP' })],
    expect: [],
  },
  {
    name: 'counts a vote once where it is sent twice',
    about: 'double',
    page: page(post('1aaa06', 'gil')),
    act: [{ click: postUp }],
    sends: [
      ask('UpdatePostVoteState', { postId: 't3_1aaa06', voteState: 'UP' }),
      ask('UpdatePostVoteState', { postId: 't3_1aaa06', voteState: 'UP' }),
    ],
    shows: [press(postUp, true)],
    expect: [{ kind: 'vote', object: { id: 't3_1aaa06' } }],
  },
  {
    name: 'votes with a key, and does not take the post from the wrong card',
    about: 'keyboard',
    page: page(post('1aaa07', 'hal') + post('1aaa08', 'ida'), '/'),
    act: [{ press: 'a', in: '#t3_1aaa07 .menu' }],
    sends: [ask('UpdatePostVoteState', { postId: 't3_1aaa08', voteState: 'UP' })],
    expect: [
      { kind: 'vote', object: { url: `${www}/comments/1aaa08/`, id: 't3_1aaa08' }, to: null, detail: { vote: 'up' } },
    ],
  },
  {
    name: 'votes a comment up',
    about: 'do',
    page: thread('1bbb01', 'bob', comment('k001', '1bbb01', 'cleo')),
    act: [{ click: `${row('k001')} >>> button[upvote]` }],
    sends: [ask('UpdateCommentVoteState', { commentId: 't1_k001', voteState: 'UP' })],
    shows: [press(`${row('k001')} >>> button[upvote]`, true)],
    expect: [
      {
        kind: 'vote',
        object: { url: `${www}/r/mills/comments/1bbb01/comment/k001/`, id: 't1_k001', title: 'The weir at dawn' },
        to: { name: 'cleo' },
        detail: { vote: 'up' },
        level: 'confirmed',
      },
    ],
  },
  {
    name: 'takes back the vote on a comment below which another vote stands',
    about: 'undo',
    page: thread(
      '1bbb01',
      'bob',
      comment('k001', '1bbb01', 'cleo', { up: true, inside: comment('k002', '1bbb01', 'dora', { up: true }) }),
    ),
    after: ['votes a comment up'],
    act: [{ click: `${row('k001')} >>> button[upvote]` }],
    sends: [ask('UpdateCommentVoteState', { commentId: 't1_k001', voteState: 'NONE' })],
    shows: [press(`${row('k001')} >>> button[upvote]`, false)],
    expect: [{ kind: 'vote', object: { id: 't1_k001' }, undo: true, level: 'confirmed' }],
  },
  {
    name: 'votes a reply down',
    about: 'do',
    page: thread('1bbb02', 'bob', comment('k003', '1bbb02', 'cleo', { inside: comment('k004', '1bbb02', 'eve') })),
    act: [{ click: `${row('k004')} >>> button[downvote]` }],
    sends: [ask('UpdateCommentVoteState', { commentId: 't1_k004', voteState: 'DOWN' })],
    shows: [press(`${row('k004')} >>> button[downvote]`, true)],
    expect: [
      { kind: 'vote', object: { id: 't1_k004' }, to: { name: 'eve' }, detail: { vote: 'down' }, level: 'confirmed' },
    ],
  },
  {
    name: 'knows a comment by the thread where the page does not show it',
    about: 'layout',
    page: page('<button id="up">Upvote</button>', '/r/mills/comments/1bbb03/the_weir/comment/k005/'),
    act: [{ click: '#up' }],
    sends: [ask('UpdateCommentVoteState', { commentId: 't1_k005', voteState: 'UP' })],
    expect: [{ kind: 'vote', object: { url: `${www}/comments/1bbb03/comment/k005/`, id: 't1_k005' } }],
  },
  {
    name: 'saves a post from its menu',
    about: 'do',
    page: page(post('1ccc01', 'bob')),
    act: [{ click: '.menu' }],
    sends: [ask('UpdatePostSaveState', { postId: 't3_1ccc01', saveState: 'SAVED' })],
    expect: [{ kind: 'bookmark', object: { url: `${www}/r/mills/comments/1ccc01/the_weir/` }, level: 'accepted' }],
  },
  {
    name: 'no longer saves a post',
    about: 'undo',
    page: page(post('1ccc01', 'bob')),
    after: ['saves a post from its menu'],
    act: [{ click: '.menu' }],
    sends: [ask('UpdatePostSaveState', { postId: 't3_1ccc01', saveState: 'NONE' })],
    expect: [{ kind: 'bookmark', object: { id: 't3_1ccc01' }, undo: true }],
  },
  {
    name: 'saves a comment',
    about: 'do',
    page: thread('1ccc02', 'bob', comment('k010', '1ccc02', 'cleo')),
    act: [{ click: row('k010') }],
    sends: [ask('UpdateCommentSaveState', { commentId: 't1_k010', saveState: 'SAVED' })],
    expect: [{ kind: 'bookmark', object: { url: `${www}/r/mills/comments/1ccc02/comment/k010/` } }],
  },
  {
    name: 'follows a post',
    about: 'do',
    page: page(post('1ccc03', 'bob')),
    act: [{ click: '.menu' }],
    sends: [ask('UpdatePostFollowState', { postId: 't3_1ccc03', followState: 'FOLLOWED' })],
    expect: [{ kind: 'follow', object: { id: 't3_1ccc03' } }],
  },
  {
    name: 'follows a comment',
    about: 'do',
    page: thread('1ccc04', 'bob', comment('k011', '1ccc04', 'cleo')),
    act: [{ click: row('k011') }],
    sends: [ask('UpdateCommentFollowState', { commentId: 't1_k011', followState: 'FOLLOWED' })],
    expect: [{ kind: 'follow', object: { id: 't1_k011' } }],
  },
  {
    name: 'joins a community from its page',
    about: 'do',
    page: page(
      '<shreddit-join-button subreddit-id="t5_2abc"><button>Join</button></shreddit-join-button>',
      '/r/watermills/',
    ),
    act: [{ click: 'shreddit-join-button button' }],
    sends: [
      ask('UpdateSubredditSubscriptions', { inputs: [{ subredditId: 't5_2abc', subscribeState: 'SUBSCRIBED' }] }),
    ],
    expect: [{ kind: 'follow', object: { url: `${www}/r/watermills/`, id: 't5_2abc' }, to: null }],
  },
  {
    name: 'leaves a community from the feed',
    about: 'undo',
    page: page(
      post('1ccc05', 'bob', {
        community: 'watermills',
        inside:
          '<shreddit-join-button subreddit-id="t5_2abc" name="watermills"><button>Joined</button></shreddit-join-button>',
      }),
      '/',
    ),
    after: ['joins a community from its page'],
    act: [{ click: 'shreddit-join-button button' }],
    sends: [ask('UpdateSubredditSubscriptions', { inputs: [{ subredditId: 't5_2abc', subscribeState: 'NONE' }] })],
    expect: [{ kind: 'follow', object: { url: `${www}/r/watermills/` }, undo: true }],
  },
  {
    name: 'follows somebody',
    about: 'do',
    page: page('<follow-button redditor-id="t2_9xyz"><button>Follow</button></follow-button>', '/user/jo_miller/'),
    act: [{ click: 'follow-button button' }],
    sends: [ask('UpdateProfileFollowState', { accountId: 't2_9xyz', state: 'FOLLOWED' })],
    expect: [{ kind: 'follow', object: { url: `${www}/user/jo_miller/`, id: 't2_9xyz' }, to: { name: 'jo_miller' } }],
  },
  {
    name: 'comments on a post',
    about: 'do',
    page: thread('1ddd01', 'bob', `${composer}<div id="tree">${comment('k020', '1ddd01', 'ann_other')}</div>`),
    act: [
      { type: 'shreddit-composer [contenteditable]', text: 'Lovely light.' },
      { click: 'button[slot="submit-button"]' },
    ],
    sends: [say('t3_1ddd01')],
    then: [
      { select: '#tree', append: comment('k021', '1ddd01', 'zoe') },
      { select: '#tree', append: comment('k022', '1ddd01', 'ann_other') },
    ],
    expect: [
      {
        kind: 'comment',
        object: { url: `${www}/r/mills/comments/1ddd01/the_weir/`, id: 't3_1ddd01' },
        made: { url: `${www}/r/mills/comments/1ddd01/comment/k022/`, id: 't1_k022' },
        to: { name: 'bob' },
        level: 'confirmed',
      },
    ],
  },
  {
    name: 'replies to a comment with Control and Enter',
    about: 'keyboard',
    page: thread('1ddd02', 'bob', comment('k030', '1ddd02', 'cleo', { inside: composer })),
    act: [
      { type: 'shreddit-composer [contenteditable]', text: 'Why oak?' },
      { press: 'Control+Enter', in: 'shreddit-composer [contenteditable]' },
    ],
    sends: [say('t1_k030')],
    then: [{ select: 'shreddit-comment', append: comment('k031', '1ddd02', 'ann_other') }],
    expect: [
      {
        kind: 'comment',
        object: { url: `${www}/r/mills/comments/1ddd02/comment/k030/` },
        to: { name: 'cleo' },
        made: { id: 't1_k031' },
      },
    ],
  },
  {
    name: 'leaves a comment at accepted where none appears: a refusal is 200 too',
    about: 'refusal',
    page: thread('1ddd03', 'bob', composer),
    act: [{ type: 'shreddit-composer [contenteditable]', text: 'Again.' }, { click: 'button[slot="submit-button"]' }],
    sends: [say('t3_1ddd03')],
    then: [{ select: 'comment-composer-host', append: '<div role="alert">You are doing that too much.</div>' }],
    expect: [{ kind: 'comment', object: { id: 't3_1ddd03' }, level: 'accepted' }],
  },
  {
    name: 'posts to a community',
    about: 'do',
    page: page(
      '<r-post-composer-form><textarea id="title"></textarea><r-post-form-submit-button><button>Post</button></r-post-form-submit-button></r-post-composer-form>',
      '/r/mills/submit/',
    ),
    act: [{ click: 'r-post-form-submit-button button' }],
    sends: [ask('CreatePost', { title: 'A new sluice', subredditName: 'r/mills', content: { richText: '{}' } })],
    then: [{ select: '#main', append: post('1eee01', 'ann_other') }],
    expect: [
      {
        kind: 'post',
        object: { url: `${www}/r/mills/comments/1eee01/the_weir/`, title: 'A new sluice' },
        made: { url: `${www}/r/mills/comments/1eee01/the_weir/`, id: 't3_1eee01' },
        topics: ['mills'],
        to: null,
        level: 'confirmed',
      },
    ],
  },
  {
    name: 'posts to its own profile',
    about: 'do',
    page: page(
      '<r-post-form-submit-button><button>Post</button></r-post-form-submit-button>',
      '/user/ann_other/submit/',
    ),
    act: [{ click: 'r-post-form-submit-button button' }],
    sends: [ask('CreateProfilePost', { title: 'Back at the mill', content: { richText: '{}' }, isNsfw: false })],
    expect: [{ kind: 'post', object: { url: `${www}/user/ann_other/`, title: 'Back at the mill' }, level: 'accepted' }],
  },
  {
    name: 'edits a comment of its own',
    about: 'edit',
    page: thread('1ddd01', 'bob', comment('k022', '1ddd01', 'ann_other', { inside: composer })),
    after: ['comments on a post'],
    act: [{ click: 'button[slot="submit-button"]' }],
    sends: [{ ...say('t1_k022'), url: '/svc/shreddit/t1_k022/edit-comment' }],
    expect: [
      { kind: 'edit', object: { url: `${www}/r/mills/comments/1ddd01/comment/k022/` }, to: null, revises: true },
    ],
  },
  {
    name: 'edits a post of its own',
    about: 'edit',
    page: thread('1eee01', 'ann_other', '<button id="save">Save edits</button>'),
    after: ['posts to a community'],
    act: [{ click: '#save' }],
    sends: [ask('UpdatePost', { postId: 't3_1eee01', content: { richText: '{}' } })],
    expect: [{ kind: 'edit', object: { id: 't3_1eee01' }, revises: true }],
  },
  {
    name: 'deletes a comment of its own',
    about: 'undo',
    page: thread('1ddd01', 'bob', comment('k022', '1ddd01', 'ann_other')),
    after: ['comments on a post'],
    act: [{ click: row('k022') }],
    sends: [ask('DeleteComment', { commentId: 't1_k022' }, '{"data":{"deleteComment":{"ok":true}}}')],
    expect: [{ kind: 'comment', object: { url: `${www}/r/mills/comments/1ddd01/comment/k022/` }, undo: true }],
  },
  {
    name: 'deletes a post of its own',
    about: 'undo',
    page: thread('1eee01', 'ann_other', ''),
    after: ['posts to a community'],
    act: [{ click: '.menu' }],
    sends: [ask('DeletePost', { postId: 't3_1eee01' })],
    expect: [{ kind: 'post', object: { url: `${www}/r/mills/comments/1eee01/the_weir/` }, undo: true }],
  },
  {
    name: 'does not count drafts and what is checked while one types',
    about: 'draft',
    page: page('<button id="draft">Save draft</button>', '/r/mills/submit/'),
    act: [{ click: '#draft' }],
    sends: [
      ask('CreateDraft', { title: 'later' }),
      ask('CreateMediaUploadLease', { mimetype: 'image/png' }),
      ask('EvaluateCommentAutomationsByPostId', { postId: 't3_1fff01' }),
    ],
    expect: [],
  },
  {
    name: 'does not count hiding, reading, notifications and telemetry',
    about: 'look-alike',
    page: page(post('1fff02', 'bob')),
    act: [{ click: '.menu' }],
    sends: [
      ask('UpdatePostHideState', { postId: 't3_1fff02', hideState: 'HIDDEN' }),
      ask('MarkNotificationRead', { id: '1' }),
      ask('GeneratedUsernames', {}),
      { method: 'GET', url: '/svc/shreddit/comments/r/mills/t3_1fff02' },
      { url: '/svc/shreddit/events', json: { events: [] }, by: 'beacon' },
    ],
    expect: [],
  },
  {
    name: 'never records what is done among messages',
    about: 'private',
    page: page(post('1fff03', 'bob'), '/message/inbox/'),
    act: [{ click: postUp }],
    sends: [ask('UpdatePostVoteState', { postId: 't3_1fff03', voteState: 'UP' })],
    expect: [],
  },
]);
