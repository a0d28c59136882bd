import type { RecordedRequest } from '../cases.ts';
import { defineCases } from '../define.ts';

const overflow = 'https://stackoverflow.com';

const top = `<header class="s-topbar"><a href="/users/501/ann-other?tab=profile" class="s-topbar--item s-user-card"
  data-gps-track="profile_summary.click()"><span class="v-visible-sr">Ann Other</span></a></header>`;
const topSignedOut =
  '<header class="s-topbar"><a href="/users/login" class="s-topbar--item" data-gps-track="login.click">Log in</a></header>';

interface Post {
  id: number;
  author?: string;
  up?: boolean;
  down?: boolean;
  saved?: boolean;
  inside?: string;
}

const body = ({ id, author = 'Bob', up = false, down = false, saved = false, inside = '' }: Post) => `
  <div class="js-voting-container" data-post-id="${id}">
    <button class="js-vote-up-btn" aria-pressed="${up}" aria-label="Up vote">▲</button>
    <div class="js-vote-count" itemprop="upvoteCount">3</div>
    <button class="js-vote-down-btn" aria-pressed="${down}" aria-label="Down vote">▼</button>
    <button class="js-saves-btn" aria-pressed="${saved}">Save</button>
    <button class="js-accept">✓</button>
  </div>
  <div class="s-prose js-post-body"><p>How is it turned?</p></div>
  <div class="js-post-menu"><button class="js-follow-post">Follow</button><button class="js-delete-post">Delete</button></div>
  <div class="post-signature"><div class="user-details" itemprop="author"><a href="/users/7/${author.toLowerCase()}">${author}</a></div></div>
  <div class="js-comments-container" data-post-id="${id}"><ul class="comments-list js-comments-list">${inside}</ul>
    <form class="js-comment-form-layout"><textarea name="comment"></textarea><button type="submit" class="js-add-comment">Add comment</button></form>
  </div>`;

const comment = (id: number, on: number, author = 'Cleo', voted = false) => `
  <li class="comment js-comment" data-comment-id="${id}">
    <button class="js-comment-up comment-up${voted ? ' comment-up-on' : ' comment-up-off'}">▲</button>
    <span class="comment-copy">Which wheel?</span> – <a href="/users/9/x" class="comment-user">${author}</a>
    <span class="comment-date"><a class="comment-link" href="#comment${id}_${on}">today</a></span>
    <button class="js-save-comment">Save edits</button><button class="js-comment-delete">×</button>
  </li>`;

const question = (post: Post) => `
  <div id="question-header"><h1><a href="/questions/${post.id}/wheel" class="question-hyperlink">How is a mill wheel turned?</a></h1></div>
  <div id="question" class="question js-question" data-questionid="${post.id}">${body(post)}
    <div class="post-taglist"><a class="post-tag" href="/questions/tagged/mills">mills</a>
      <a class="post-tag" href="/questions/tagged/c%2b%2b">c++</a></div></div>`;

const answer = (post: Post) =>
  `<div id="answer-${post.id}" class="answer js-answer" data-answerid="${post.id}">${body(post)}</div>`;

const page = (content: string, url: string, head = top) => ({ url, html: `${head}<div id="content">${content}</div>` });

/** A question page with one answer. */
const asked = (asks: Post, answers?: Post) =>
  page(question(asks) + (answers ? answer(answers) : ''), `${overflow}/questions/${asks.id}/wheel`);

/** A dialog over a question. */
const closing = (id: number) =>
  page(
    `${question({ id })}<aside role="dialog"><button id="ok">OK</button></aside>`,
    `${overflow}/questions/${id}/wheel`,
  );

const post = (url: string, form: Record<string, string> = {}, body = '{"Success":true}'): RecordedRequest => ({
  url,
  form: { fkey: '0123456789abcdef', ...form },
  by: 'xhr',
  answer: { type: 'application/json', body },
});
const no = '{"Success":false,"Message":"You need 15 reputation"}';
const press = (select: string, on: boolean) => ({ select, set: { 'aria-pressed': String(on) } });

export default defineCases([
  {
    name: 'votes a question up',
    about: 'do',
    page: asked({ id: 1001 }),
    act: [{ click: '.js-vote-up-btn' }],
    sends: [post('/posts/1001/vote/2')],
    shows: [press('.js-vote-up-btn', true)],
    expect: [
      {
        kind: 'vote',
        account: 'Ann Other',
        object: { url: `${overflow}/q/1001`, id: '1001', title: 'How is a mill wheel turned?' },
        to: { name: 'Bob', url: `${overflow}/users/7/bob` },
        detail: { vote: 'up' },
        topics: ['mills', 'c++'],
        level: 'confirmed',
      },
    ],
  },
  {
    name: 'takes the vote back',
    about: 'undo',
    page: asked({ id: 1001, up: true }),
    after: ['votes a question up'],
    act: [{ click: '.js-vote-up-btn' }],
    sends: [post('/posts/1001/vote/0')],
    shows: [press('.js-vote-up-btn', false)],
    expect: [{ kind: 'vote', object: { url: `${overflow}/q/1001` }, undo: true, level: 'confirmed' }],
  },
  {
    name: 'votes an answer down',
    about: 'do',
    page: asked({ id: 1002 }, { id: 2002, author: 'Dora' }),
    act: [{ click: '.answer .js-vote-down-btn' }],
    sends: [post('/posts/2002/vote/3')],
    shows: [press('.answer .js-vote-down-btn', true)],
    expect: [
      {
        kind: 'vote',
        object: { url: `${overflow}/a/2002` },
        to: { name: 'Dora' },
        detail: { vote: 'down' },
        level: 'confirmed',
      },
    ],
  },
  {
    name: 'changes a vote from down to up',
    about: 'switch',
    page: asked({ id: 1002 }, { id: 2002, author: 'Dora', down: true }),
    after: ['votes an answer down'],
    act: [{ click: '.answer .js-vote-up-btn' }],
    sends: [post('/posts/2002/vote/2')],
    shows: [press('.answer .js-vote-up-btn', true), press('.answer .js-vote-down-btn', false)],
    expect: [{ kind: 'vote', object: { url: `${overflow}/a/2002` }, detail: { vote: 'up' } }],
  },
  {
    name: 'does not count a vote that is refused with 200',
    about: 'refusal',
    page: asked({ id: 1003 }),
    act: [{ click: '.js-vote-up-btn' }],
    sends: [post('/posts/1003/vote/2', {}, no)],
    shows: [press('.js-vote-up-btn', true)],
    then: [press('.js-vote-up-btn', false)],
    expect: [],
  },
  {
    name: 'does not count taking back a vote that is locked in',
    about: 'refusal',
    page: asked({ id: 1004, down: true }),
    act: [{ click: '.js-vote-down-btn' }],
    sends: [post('/posts/1004/vote/0', {}, '{"Success":false,"Message":"Your vote is now locked in"}')],
    expect: [],
  },
  {
    name: 'votes by a key of a userscript, without naming the wrong author',
    about: 'keyboard',
    page: asked({ id: 1005 }, { id: 2005, author: 'Eve' }),
    act: [{ press: 'u', in: '#question .js-vote-up-btn' }],
    sends: [post('/posts/2005/vote/2')],
    expect: [{ kind: 'vote', object: { url: `${overflow}/posts/2005`, id: '2005' }, to: null, detail: { vote: 'up' } }],
  },
  {
    name: 'does not count a vote of a visitor',
    about: 'signed-out',
    page: page(question({ id: 1006 }), `${overflow}/questions/1006/wheel`, topSignedOut),
    act: [{ click: '.js-vote-up-btn' }],
    sends: [post('/posts/1006/vote/2', {}, '{"Success":false,"Message":"Thanks for the feedback"}')],
    expect: [],
  },
  {
    name: 'does not count a vote that a script presses',
    about: 'synthetic',
    page: asked({ id: 1007 }),
    act: [{ synthetic: '.js-vote-up-btn' }],
    sends: [post('/posts/1007/vote/2')],
    expect: [],
  },
  {
    name: 'counts a vote once where it is sent twice',
    about: 'double',
    page: asked({ id: 1008 }),
    act: [{ click: '.js-vote-up-btn' }],
    sends: [post('/posts/1008/vote/2'), post('/posts/1008/vote/2')],
    shows: [press('.js-vote-up-btn', true)],
    expect: [{ kind: 'vote', object: { url: `${overflow}/q/1008` } }],
  },
  {
    name: 'accepts an answer',
    about: 'do',
    page: asked({ id: 1009, author: 'Ann Other' }, { id: 2009, author: 'Fay' }),
    act: [{ click: '.answer .js-accept' }],
    sends: [post('/posts/2009/vote/1')],
    expect: [
      {
        kind: 'other',
        object: { url: `${overflow}/a/2009` },
        to: { name: 'Fay' },
        detail: { act: 'accept' },
        level: 'accepted',
      },
    ],
  },
  {
    name: 'votes a comment up',
    about: 'do',
    page: asked({ id: 1010, inside: comment(30, 1010) }),
    act: [{ click: '.js-comment-up' }],
    sends: [post('/posts/comments/30/vote/2')],
    then: [{ select: '.js-comment-up', set: { class: 'js-comment-up comment-up comment-up-on' } }],
    expect: [
      {
        kind: 'vote',
        object: { url: `${overflow}/questions/1010/#comment30_1010` },
        to: { name: 'Cleo' },
        detail: { vote: 'up' },
        level: 'confirmed',
      },
    ],
  },
  {
    name: 'takes back the vote on a comment',
    about: 'undo',
    page: asked({ id: 1010, inside: comment(30, 1010, 'Cleo', true) }),
    after: ['votes a comment up'],
    act: [{ click: '.js-comment-up' }],
    sends: [post('/posts/comments/30/vote/0')],
    then: [{ select: '.js-comment-up', set: { class: 'js-comment-up comment-up comment-up-off' } }],
    expect: [{ kind: 'vote', object: { url: `${overflow}/questions/1010/#comment30_1010` }, undo: true }],
  },
  {
    name: 'saves an answer',
    about: 'do',
    page: asked({ id: 1011 }, { id: 2011 }),
    act: [{ click: '.answer .js-saves-btn' }],
    sends: [post('/posts/2011/save', { listId: '1', listName: 'For later' })],
    shows: [press('.answer .js-saves-btn', true)],
    expect: [{ kind: 'bookmark', object: { url: `${overflow}/a/2011` }, level: 'confirmed' }],
  },
  {
    name: 'no longer saves an answer',
    about: 'undo',
    page: asked({ id: 1011 }, { id: 2011, saved: true }),
    after: ['saves an answer'],
    act: [{ click: '.answer .js-saves-btn' }],
    sends: [post('/posts/2011/save?isUndo=true')],
    shows: [press('.answer .js-saves-btn', false)],
    expect: [{ kind: 'bookmark', object: { url: `${overflow}/a/2011` }, undo: true }],
  },
  {
    name: 'follows a question',
    about: 'do',
    page: asked({ id: 1012 }),
    act: [{ click: '.js-follow-post' }],
    sends: [post('/posts/1012/vote/21?undo=false')],
    expect: [{ kind: 'follow', object: { url: `${overflow}/q/1012` } }],
  },
  {
    name: 'stops following a question',
    about: 'undo',
    page: asked({ id: 1012 }),
    after: ['follows a question'],
    act: [{ click: '.js-follow-post' }],
    sends: [post('/posts/1012/vote/21?undo=true')],
    expect: [{ kind: 'follow', object: { url: `${overflow}/q/1012` }, undo: true }],
  },
  {
    name: 'comments on an answer',
    about: 'do',
    page: asked({ id: 1013 }, { id: 2013, author: 'Gil', inside: comment(40, 2013) }),
    act: [{ type: '.answer textarea', text: 'Undershot or overshot?' }, { click: '.answer .js-add-comment' }],
    sends: [post('/posts/2013/comments', { comment: 'Undershot or overshot?' }, '<li>…</li>')],
    then: [{ select: '.answer .js-comments-list', html: comment(40, 2013) + comment(41, 2013, 'Ann Other') }],
    expect: [
      {
        kind: 'comment',
        object: { url: `${overflow}/a/2013` },
        made: { url: `${overflow}/questions/1013/#comment41_2013`, id: 'comment-41' },
        to: { name: 'Gil' },
        level: 'confirmed',
      },
    ],
  },
  {
    name: 'does not count a comment that comes too soon after the last',
    about: 'refusal',
    page: asked({ id: 1014 }),
    act: [{ type: '#question textarea', text: 'And?' }, { click: '#question .js-add-comment' }],
    sends: [{ ...post('/posts/1014/comments', { comment: 'And?' }), answer: { status: 409, body: 'Wait 5 seconds' } }],
    expect: [],
  },
  {
    name: 'edits a comment of its own',
    about: 'edit',
    page: asked({ id: 1013 }, { id: 2013, author: 'Gil', inside: comment(41, 2013, 'Ann Other') }),
    after: ['comments on an answer'],
    act: [{ click: '.answer .js-save-comment' }],
    sends: [post('/posts/comments/41/edit', { comment: 'Undershot, or overshot?' })],
    expect: [{ kind: 'edit', object: { url: `${overflow}/questions/1013/#comment41_2013` }, to: null, revises: true }],
  },
  {
    name: 'deletes a comment of its own',
    about: 'undo',
    page: asked({ id: 1013 }, { id: 2013, author: 'Gil', inside: comment(41, 2013, 'Ann Other') }),
    after: ['comments on an answer'],
    act: [{ click: '.answer .js-comment-delete' }],
    sends: [post('/posts/comments/41/vote/10')],
    expect: [{ kind: 'comment', object: { url: `${overflow}/questions/1013/#comment41_2013` }, undo: true }],
  },
  {
    name: "deletes somebody's comment as a moderator",
    about: 'do',
    page: asked({ id: 1015, inside: comment(50, 1015, 'Hal') }),
    act: [{ click: '.js-comment-delete' }],
    sends: [post('/posts/comments/50/vote/10')],
    expect: [{ kind: 'moderation', to: { name: 'Hal' }, detail: { act: 'delete' } }],
  },
  {
    name: 'answers a question',
    about: 'do',
    page: page(
      `${question({ id: 1016, author: 'Ida' })}<form id="post-form" class="js-add-answer-component" action="/questions/1016/answer/submit">
         <textarea id="wmd-input" class="wmd-input" name="post-text"></textarea><button id="submit-button" type="submit">Post</button></form>`,
      `${overflow}/questions/1016/wheel`,
    ),
    act: [{ type: '#wmd-input', text: 'By the water that runs below it.' }, { click: '#submit-button' }],
    sends: [post('/questions/1016/answer/submit', { 'post-text': 'By the water.', referrer: '' })],
    then: [{ select: '#content', append: answer({ id: 2016, author: 'Ann Other' }) }],
    expect: [
      {
        kind: 'answer',
        object: { url: `${overflow}/q/1016`, title: 'How is a mill wheel turned?' },
        made: { url: `${overflow}/a/2016`, id: '2016' },
        to: { name: 'Ida' },
        topics: ['mills', 'c++'],
        level: 'confirmed',
      },
    ],
  },
  {
    name: 'leaves an answer at accepted where none appears',
    about: 'refusal',
    page: page(
      `${question({ id: 1017 })}<form id="post-form"><textarea id="wmd-input" class="wmd-input"></textarea><button id="submit-button">Post</button></form>`,
      `${overflow}/questions/1017/wheel`,
    ),
    act: [{ type: '#wmd-input', text: 'x' }, { click: '#submit-button' }],
    sends: [
      post('/questions/1017/answer/submit', { 'post-text': 'x' }, '{"success":false,"errors":{"Body":["too short"]}}'),
    ],
    expect: [{ kind: 'answer', object: { url: `${overflow}/q/1017` }, level: 'accepted' }],
  },
  {
    name: 'asks a question on a smaller site',
    about: 'do',
    page: page(
      '<form id="post-form"><textarea id="wmd-input" class="wmd-input"></textarea><button id="submit-button">Review</button></form>',
      'https://woodworking.stackexchange.com/questions/ask',
    ),
    act: [{ type: '#wmd-input', text: 'Which oak lasts in water?' }, { click: '#submit-button' }],
    sends: [
      {
        ...post('/questions/ask/submit', {
          title: 'Oak under water',
          'post-text': 'Which?',
          tagnames: 'oak water-resistance',
        }),
        by: 'navigate',
        answer: { status: 302, location: '/questions/88/oak-under-water' },
      },
    ],
    expect: [
      {
        kind: 'post',
        object: { url: 'https://woodworking.stackexchange.com/q/88', title: 'Oak under water' },
        made: { url: 'https://woodworking.stackexchange.com/q/88' },
        topics: ['oak', 'water-resistance'],
        to: null,
      },
    ],
  },
  {
    name: "improves somebody's answer",
    about: 'edit',
    page: asked({ id: 1018 }, { id: 2018, author: 'Jo', inside: '<button id="save-edits">Save edits</button>' }),
    act: [{ click: '#save-edits' }],
    sends: [
      post('/posts/2018/edit-submit/9f2c0d3e-1111-4a5b-8c7d-0123456789ab', {
        'post-text': 'x',
        'edit-comment': 'spelling',
      }),
    ],
    expect: [{ kind: 'edit', object: { url: `${overflow}/a/2018` }, to: { name: 'Jo' } }],
  },
  {
    name: 'improves an answer of its own',
    about: 'edit',
    page: asked({ id: 1019 }, { id: 2019, author: 'Ann Other', inside: '<button id="save-edits">Save edits</button>' }),
    act: [{ click: '#save-edits' }],
    sends: [post('/posts/2019/edit-submit/9f2c0d3e-2222-4a5b-8c7d-0123456789ab', { 'post-text': 'x' })],
    expect: [{ kind: 'edit', object: { url: `${overflow}/a/2019` }, revises: true }],
  },
  {
    name: 'deletes an answer of its own',
    about: 'undo',
    page: asked({ id: 1016 }, { id: 2016, author: 'Ann Other' }),
    after: ['answers a question'],
    act: [{ click: '.answer .js-delete-post' }],
    sends: [post('/posts/2016/vote/10')],
    expect: [{ kind: 'answer', object: { url: `${overflow}/a/2016` }, undo: true }],
  },
  {
    name: 'votes to delete',
    about: 'do',
    page: asked({ id: 1020, author: 'Kim' }),
    act: [{ click: '.js-delete-post' }],
    sends: [post('/posts/1020/vote/10')],
    expect: [{ kind: 'moderation', object: { url: `${overflow}/q/1020` }, detail: { act: 'delete' } }],
  },
  {
    name: 'votes to undelete',
    about: 'do',
    page: asked({ id: 1030, author: 'Kim' }),
    act: [{ click: '.js-delete-post' }],
    sends: [post('/posts/1030/vote/11')],
    expect: [{ kind: 'moderation', object: { url: `${overflow}/q/1030` }, detail: { act: 'undelete' } }],
  },
  {
    name: 'flags an answer in a dialog',
    about: 'do',
    page: page(
      `${question({ id: 1021 })}${answer({ id: 2021, author: 'Lou' })}<aside role="dialog"><button id="flag">Flag</button></aside>`,
      `${overflow}/questions/1021/wheel`,
    ),
    act: [{ click: '#flag' }],
    sends: [post('/flags/posts/2021/add/AnswerNotAnAnswer', {}, '{"Success":true,"Outcome":0}')],
    expect: [{ kind: 'moderation', object: { id: '2021' }, detail: { act: 'flag' } }],
  },
  {
    name: 'takes a flag back',
    about: 'undo',
    page: page(
      `${question({ id: 1021 })}<aside role="dialog"><button id="retract">Retract</button></aside>`,
      `${overflow}/questions/1021/wheel`,
    ),
    after: ['flags an answer in a dialog'],
    act: [{ click: '#retract' }],
    sends: [post('/flags/posts/2021/retract/AnswerNotAnAnswer')],
    expect: [{ kind: 'moderation', object: { id: '2021' }, detail: { act: 'flag' }, undo: true }],
  },
  {
    name: 'flags a comment',
    about: 'do',
    page: asked({ id: 1022, inside: comment(60, 1022, 'Mo') }),
    act: [{ click: '.js-comment' }],
    sends: [post('/flags/comments/60/add/CommentNoLongerNeeded')],
    expect: [
      { kind: 'moderation', object: { url: `${overflow}/questions/1022/#comment60_1022` }, detail: { act: 'flag' } },
    ],
  },
  {
    name: 'votes to close',
    about: 'do',
    page: closing(1023),
    act: [{ click: '#ok' }],
    sends: [post('/flags/questions/1023/close/add', { closeReasonId: 'Duplicate', duplicateOfQuestionId: '5' })],
    expect: [{ kind: 'moderation', object: { url: `${overflow}/q/1023` }, detail: { act: 'close' } }],
  },
  {
    name: 'takes a vote to close back',
    about: 'undo',
    page: closing(1023),
    after: ['votes to close'],
    act: [{ click: '#ok' }],
    sends: [post('/flags/questions/1023/close/retract')],
    expect: [{ kind: 'moderation', object: { url: `${overflow}/q/1023` }, detail: { act: 'close' }, undo: true }],
  },
  {
    name: 'votes to reopen',
    about: 'do',
    page: closing(1023),
    act: [{ click: '#ok' }],
    sends: [post('/flags/questions/1023/reopen/add')],
    expect: [{ kind: 'moderation', object: { url: `${overflow}/q/1023` }, detail: { act: 'reopen' } }],
  },
  {
    name: 'gives a verdict in a review queue, which counts once',
    about: 'layout',
    page: page(
      `${question({ id: 1024 })}<div class="js-review-actions"><button class="js-review-submit">Submit</button></div>`,
      `${overflow}/review/close/7001`,
    ),
    act: [{ click: '.js-review-submit' }],
    sends: [
      post('/flags/questions/1024/close/add', { closeReasonId: 'NeedMoreFocus' }),
      post('/review/task-reviewed/7001', { resultTypeId: '8' }),
    ],
    expect: [{ kind: 'moderation', object: { url: `${overflow}/review/close/7001` }, detail: { act: 'review' } }],
  },
  {
    name: 'does not count skipping a review',
    about: 'look-alike',
    page: page(
      `${question({ id: 1025 })}<div class="js-review-actions"><button id="skip" title="skip this question">Skip</button></div>`,
      `${overflow}/review/close/7002`,
    ),
    act: [{ click: '#skip' }],
    sends: [post('/review/task-reviewed/7002', { resultTypeId: '1' })],
    expect: [],
  },
  {
    name: 'votes in a team, for the team only',
    about: 'layout',
    page: page(answer({ id: 2026, author: 'Nan' }), 'https://stackoverflowteams.com/c/millers/questions/1026'),
    act: [{ click: '.js-vote-up-btn' }],
    sends: [post('/c/millers/posts/2026/vote/2')],
    shows: [press('.js-vote-up-btn', true)],
    expect: [{ kind: 'vote', object: { url: 'https://stackoverflowteams.com/c/millers/a/2026' }, audience: 'limited' }],
  },
  {
    name: 'does not count what the page keeps and asks while one writes',
    about: 'draft',
    page: page(
      `${question({ id: 1027 })}<form id="post-form"><textarea id="wmd-input" class="wmd-input"></textarea></form>`,
      `${overflow}/questions/1027/wheel`,
    ),
    act: [{ type: '#wmd-input', text: 'perhaps' }],
    sends: [
      post('/posts/1027/editor-heartbeat/answer', { text: 'perhaps' }),
      post('/posts/validate-body', { body: 'perhaps', type: 'answer' }),
    ],
    expect: [],
  },
  {
    name: 'does not count loading the next review, comments or a dialog',
    about: 'look-alike',
    page: page(question({ id: 1028 }), `${overflow}/review/close`),
    act: [{ click: '.js-follow-post' }],
    sends: [
      post('/review/next-task/7003'),
      { method: 'GET', url: '/posts/1028/comments', by: 'xhr' },
      { method: 'GET', url: '/posts/popup/close/1028', by: 'xhr' },
      post('/posts/save/manage-save', { postId: '1028', listId: '2' }),
    ],
    expect: [],
  },
  {
    name: 'never records chat',
    about: 'private',
    page: page(
      '<textarea id="input"></textarea><button id="send">send</button>',
      'https://chat.stackexchange.com/rooms/1/mills',
    ),
    act: [{ type: '#input', text: 'hello' }, { click: '#send' }],
    sends: [post('/chats/1/messages/new', { text: 'hello' })],
    expect: [],
  },
]);
