import type { RecordedRequest } from '../cases.ts';
import { defineCases } from '../define.ts';

// No "edit" case: the requests for edits have not been described by anybody.

const origin = 'https://www.quora.com';
const question = `${origin}/How-are-tides-predicted`;
const header = '<header><a href="/profile/Nora-Fields">Nora</a></header>';
const answer = (by: string, up = false) => `<div class="q-box dom_annotate_question_answer_item_0">
  <a href="/profile/${by}">${by}</a> <a class="answer_timestamp" href="/How-are-tides-predicted/answer/${by}">1y</a>
  <div class="q-click-wrapper puppeteer_test_votable_upvote_button" role="button" tabindex="0" aria-pressed="${up}">12</div><div class="q-click-wrapper puppeteer_test_votable_downvote_button" aria-pressed="false">0</div>
  <button class="go">…</button></div>`;
const page = (inside = '') => ({
  url: question,
  html: `${header}<div class="puppeteer_test_question_title">How are tides predicted?</div>${inside}<div class="doc" contenteditable="true" style="min-height:2em"></div><button class="send">Post</button>`,
});
const send = (queryName: string, variables: object): RecordedRequest => ({
  url: `/graphql/gql_POST?q=${queryName}`,
  json: { queryName, variables, extensions: { hash: 'ab12' } },
  by: 'fetch',
});
const vote = (oid: number, voteType: string) =>
  send('voteUtils_voteChange_Mutation', { oid, entityType: 'answer', voteType });
const up = [{ click: '.puppeteer_test_votable_upvote_button' }];
const write = [{ type: '.doc', text: 'By harmonics' }, { click: '.send' }];
const at = (by: string) => `${question}/answer/${by}`;

export default defineCases([
  {
    name: 'votes an answer up',
    about: 'do',
    page: page(answer('Ada-Birds')),
    act: up,
    sends: [vote(301, 'upvote')],
    shows: [{ select: '.puppeteer_test_votable_upvote_button', set: { 'aria-pressed': 'true' } }],
    expect: [
      {
        kind: 'vote',
        object: { url: at('Ada-Birds'), id: 'answer/301' },
        to: { name: 'Ada-Birds', url: `${origin}/profile/Ada-Birds` },
        detail: { vote: 'up' },
        account: 'Nora-Fields',
        level: 'confirmed',
      },
    ],
  },
  {
    name: 'takes the vote back',
    about: 'undo',
    page: page(answer('Ada-Birds', true)),
    after: ['votes an answer up'],
    act: up,
    sends: [vote(301, 'none')],
    shows: [{ select: '.puppeteer_test_votable_upvote_button', set: { 'aria-pressed': 'false' } }],
    expect: [{ kind: 'vote', undo: true, object: { url: at('Ada-Birds') } }],
  },
  {
    name: 'turns a vote around',
    about: 'switch',
    page: page(answer('Ada-Birds', true)),
    after: ['votes an answer up'],
    act: [{ click: '.puppeteer_test_votable_downvote_button' }],
    sends: [vote(301, 'downvote')],
    expect: [{ kind: 'vote', object: { url: at('Ada-Birds') }, detail: { vote: 'down' } }],
  },
  {
    name: 'votes by the older operation, in a space',
    about: 'layout',
    page: { ...page(answer('Tom')), url: 'https://tidewatch.quora.com/' },
    act: [{ click: '.puppeteer_test_votable_downvote_button' }],
    sends: [send('AnswerDownvoteButton_answerDownvoteAdd_Mutation', { aid: 302 })],
    expect: [{ kind: 'vote', object: { id: 'answer/302' }, detail: { vote: 'down' } }],
  },
  {
    name: 'votes with Enter on the focused button',
    about: 'keyboard',
    page: page(answer('Harbour')),
    act: [{ press: 'Enter', in: '.puppeteer_test_votable_upvote_button' }],
    sends: [vote(303, 'upvote')],
    expect: [{ kind: 'vote', object: { url: at('Harbour') } }],
  },
  {
    name: 'a vote that is refused',
    about: 'refusal',
    page: page(answer('Ada-Birds')),
    act: up,
    sends: [{ ...vote(304, 'upvote'), answer: { status: 403 } }],
    expect: [],
  },
  {
    name: 'a vote while nobody is signed in',
    about: 'signed-out',
    page: {
      url: question,
      html: `<button class="puppeteer_test_login_button_submit">Login</button>${answer('Ada-Birds')}`,
    },
    act: up,
    sends: [vote(305, 'upvote')],
    expect: [],
  },
  {
    name: 'a script of the page votes',
    about: 'synthetic',
    page: page(answer('Ada-Birds')),
    act: [{ synthetic: '.puppeteer_test_votable_upvote_button' }],
    sends: [vote(306, 'upvote')],
    expect: [],
  },
  {
    name: 'one press that sends the vote twice counts once',
    about: 'double',
    page: page(answer('Tom')),
    act: up,
    sends: [vote(307, 'upvote'), vote(307, 'upvote')],
    expect: [{ kind: 'vote', object: { url: at('Tom') } }],
  },
  {
    name: 'reads, lists of voters, blocks and saved drafts are no acts',
    about: 'look-alike',
    page: page(answer('Ada-Birds')),
    act: [{ click: '.go' }],
    sends: [
      { ...send('UpvoterListModalQuery', { oid: 301 }), url: '/graphql/gql_para_POST?q=UpvoterListModalQuery' },
      send('UpvoterListModalQuery', { oid: 301 }),
      send('userBlockModal_userSetBlock_Mutation', { uid: 5 }),
      send('LoginForm_loginDo_Mutation', {}),
    ],
    expect: [],
  },
  {
    name: 'a draft and the look for questions like it',
    about: 'draft',
    page: page(),
    act: write,
    sends: [
      send('draftUtils_postDraftSave_Mutation', { isAutoSaved: true }),
      send('askQuestionStepUtils_questionCreate_Mutation', {
        titlePlaintext: 'Why tides?',
        shouldCheckDuplicate: true,
      }),
    ],
    expect: [],
  },
  {
    name: 'a message is private',
    about: 'private',
    page: { ...page(), url: `${origin}/messages/thread/9` },
    act: write,
    sends: [send('messageUtils_messageAdd_Mutation', { content: 'x' }), vote(308, 'upvote')],
    expect: [],
  },
  {
    name: 'asks a question',
    about: 'do',
    page: page(),
    act: write,
    sends: [
      send('askQuestionStepUtils_questionCreate_Mutation', {
        titlePlaintext: 'Why tides?',
        shouldCheckDuplicate: false,
      }),
    ],
    expect: [{ kind: 'post', object: { url: `${origin}/`, title: 'Why tides?' }, detail: { act: 'question' } }],
  },
  {
    name: 'answers a question',
    about: 'do',
    page: page(),
    act: write,
    sends: [send('AnswerEditor_answerCreate_Mutation', { qid: 41, content: '{}' })],
    expect: [{ kind: 'answer', object: { url: question, id: 'question/41' } }],
  },
  {
    name: 'comments on an answer',
    about: 'do',
    page: page(answer('Tom')),
    act: [{ click: '.go' }],
    sends: [send('CommentForm_commentAdd_Mutation', { content: '{}' })],
    expect: [{ kind: 'comment', object: { url: at('Tom') }, to: { name: 'Tom' } }],
  },
  {
    name: 'follows the writer of an answer',
    about: 'do',
    page: page(answer('Tom')),
    act: [{ click: '.go' }],
    sends: [send('UserFollow_userFollow_Mutation', { uid: 77 })],
    expect: [{ kind: 'follow', object: { url: `${origin}/profile/Tom`, id: 'user/77' } }],
  },
  {
    name: 'stops following',
    about: 'undo',
    page: page(answer('Tom')),
    after: ['follows the writer of an answer'],
    act: [{ click: '.go' }],
    sends: [send('UserFollow_userUnfollow_Mutation', { uid: 77 })],
    expect: [{ kind: 'follow', undo: true, object: { url: `${origin}/profile/Tom` } }],
  },
]);
