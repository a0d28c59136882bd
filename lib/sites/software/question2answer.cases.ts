import type { RecordedRequest, SiteCase } from '../cases.ts';
import { defineCases } from '../define.ts';
import { casesOn, everyWay } from '../press-cases.ts';

// No "edit" case: posts are changed in forms that are named by their number.
// No "draft" case: drafts stay in the browser.

const origin = 'https://ask.kiln.example';
const me =
  '<div class="qa-logged-in"><span class="qa-logged-in-data"><a class="qa-user-link" href="./user/ada">ada</a></span></div>';
const at =
  (path: string, who = me) =>
  (inside: string): SiteCase['page'] => ({
    url: origin + path,
    html: `<div class="qa-body-wrapper">${who}<div class="qa-main"><div class="qa-main-heading"><h1>How hot is raku?</h1></div>${inside}</div></div>`,
  });
const question = `${origin}/12/how-hot-is-raku`;
const press = casesOn(at('/12/how-hot-is-raku?show=13#a13'));
const votes = (id: string, vote = '1', classes = 'qa-vote-first-button qa-vote-up-button') =>
  `<form><button type="button" name="vote_${id}_${vote}_a${id}" class="act ${classes}">+</button></form>`;
const ask = (inside: string) =>
  `<div class="qa-q-view" id="q12"><span class="qa-q-view-who-data"><a href="/user/mole">mole</a></span><ul class="qa-q-view-tag-list"><li><a class="qa-tag-link" href="/tag/kiln">kiln</a></li></ul>${inside}</div>`;
const answer = (inside: string, id = '13') =>
  `<div class="qa-a-list-item" id="a${id}"><span class="qa-a-item-who-data"><a href="/user/wren">wren</a></span>${inside}</div>`;
const button = '<button class="act" type="button">act</button>';
const ajax = (operation: string, form: Record<string, string>, url = '/'): RecordedRequest => ({
  url,
  form: { ...form, code: 'x', qa: 'ajax', qa_operation: operation, qa_root: '../', qa_request: '12/how-hot-is-raku' },
  by: 'xhr',
  answer: { type: 'text/plain', body: 'QA_AJAX_RESPONSE\n1\n' },
});
const vote = (id: string, way: string) => ajax('vote', { postid: id, vote: way });
const voted = [{ select: '.act', set: { class: 'act qa-vote-one-button qa-voted-up-button' } }];
const there = { url: `${question}?show=13#a13`, id: '13' };
const up = press(
  'votes an answer up',
  answer(votes('13')),
  vote('13', '1'),
  {
    kind: 'vote',
    object: { ...there, title: 'How hot is raku?' },
    to: { name: 'wren', url: `${origin}/user/wren` },
    detail: { vote: 'up' },
    account: 'ada',
    level: 'confirmed',
  },
  { then: voted },
);

export default defineCases([
  up,
  ...everyWay(up, {
    refused: { status: 500 },
    signedOut: at(
      '/12/how-hot-is-raku',
      '<li class="qa-nav-user-item qa-nav-user-login"><a href="../login">Login</a></li>',
    )(answer(votes('13'))),
  }),
  press(
    'takes the vote back',
    answer(votes('13', '0', 'qa-vote-one-button qa-voted-up-button')),
    vote('13', '0'),
    {
      kind: 'vote',
      undo: true,
      object: there,
    },
    {
      after: ['votes an answer up'],
      then: [{ select: '.act', set: { class: 'act qa-vote-first-button qa-vote-up-button' } }],
    },
  ),
  press(
    'votes it down instead',
    answer(votes('13', '-1')),
    vote('13', '-1'),
    {
      kind: 'vote',
      object: there,
      detail: { vote: 'down' },
    },
    {
      about: 'switch',
      after: ['votes an answer up'],
      then: [{ select: '.act', set: { class: 'act qa-voted-down-button' } }],
    },
  ),
  press(
    'votes for the question',
    ask(votes('12')),
    vote('12', '1'),
    {
      kind: 'vote',
      object: { url: question, id: '12' },
      to: { name: 'mole' },
      topics: ['kiln'],
    },
    { then: voted },
  ),
  press(
    'votes in the list of questions, in a site in a folder',
    '',
    ajax('vote', { postid: '20', vote: '1' }, '/qa/'),
    {
      kind: 'vote',
      object: { url: `${origin}/qa/20/what-glaze`, id: '20', title: 'What glaze?' },
    },
    {
      about: 'layout',
      page: at('/qa/questions')(
        `<div class="qa-q-list-item" id="q20"><div class="qa-q-item-title"><a href="./20/what-glaze">What glaze?</a></div>${votes('20')}</div>`,
      ),
      then: voted,
    },
  ),
  press(
    'a vote that is refused with 200',
    answer(votes('13')),
    { ...vote('13', '1'), answer: { body: 'QA_AJAX_RESPONSE\n0\nNo' } },
    null,
    { about: 'refusal' },
  ),
  press(
    'answers a question',
    button,
    ajax('answer', { a_questionid: '12', a_content: 'Hot' }),
    {
      kind: 'answer',
      object: { url: question, id: '12', title: 'How hot is raku?' },
      made: { url: `${question}?show=15#a15`, id: '15' },
      level: 'confirmed',
    },
    { then: [{ select: '.qa-main', append: answer('', '15') }] },
  ),
  press(
    'comments on the question',
    button,
    ajax('comment', { c_questionid: '12', c_parentid: '12', c12_content: 'Hot' }),
    {
      kind: 'comment',
      object: { url: question, id: '12' },
    },
  ),
  press(
    'comments on an answer',
    answer(button),
    ajax('comment', { c_questionid: '12', c_parentid: '13', c13_content: 'Hot' }),
    {
      kind: 'comment',
      object: there,
      to: { name: 'wren' },
    },
  ),
  press(
    'marks a question as a favorite',
    button,
    ajax('favorite', { entitytype: 'Q', entityid: '12', favorite: '1' }),
    {
      kind: 'bookmark',
      object: { url: question, id: '12' },
    },
  ),
  press(
    'marks it no longer',
    button,
    ajax('favorite', { entitytype: 'Q', entityid: '12', favorite: '0' }),
    {
      kind: 'bookmark',
      undo: true,
      object: { url: question },
    },
    { after: ['marks a question as a favorite'] },
  ),
  press(
    'follows a person',
    button,
    ajax('favorite', { entitytype: 'U', entityid: '7', favorite: '1' }),
    {
      kind: 'follow',
      object: { url: `${origin}/user/mole`, id: '7' },
    },
    { page: at('/user/mole')(button) },
  ),
  press(
    'asks a question',
    `<form><input name="title" id="title"><button class="act">Ask</button></form>`,
    {
      url: '/ask',
      form: { title: 'What clay?', content: 'x', tags: 'clay', doask: '1', code: 'x' },
      by: 'navigate',
      answer: { status: 302, location: `${origin}/30/what-clay` },
    },
    {
      kind: 'post',
      object: { url: `${origin}/` },
      made: { url: `${origin}/30/what-clay`, id: '30' },
    },
    { page: at('/ask')('<form><input name="title" id="title"><button class="act">Ask</button></form>') },
  ),
  press('writes a private message', button, ajax('click_pm', { messageid: '4' }), null, {
    about: 'private',
    page: at('/message/mole')(button),
  }),
  press(
    'the page looks for similar questions',
    button,
    [
      ajax('asktitle', { title: 'What clay' }),
      ajax('show_cs', { c_questionid: '12', c_parentid: '13' }),
      ajax('notice', { noticeid: '3' }),
      ajax('category', { categoryid: '2' }),
    ],
    null,
    { about: 'look-alike' },
  ),
]);
