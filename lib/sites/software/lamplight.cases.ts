import type { PageChange, RecordedRequest } from '../cases.ts';
import { defineCases } from '../define.ts';

/** Markup as the community's server renders it, without icons and with ids that can be read. */
const origin = 'https://lamplight.example';
const head = '<meta name="generator" content="Lamplight 1">';
const csrf = 'vT0q3mZ1sYw';

const top = `<header class="top"><a class="brand" href="/"><span>Lamplight</span></a>
<nav aria-label="Lamplight"><a href="/">Home</a><a href="/questions">Questions</a></nav>
<div class="who"><a class="me" data-account="ada-lark" href="/@ada-lark">Ada Lark</a></div></header>`;
const signedOutTop = `<header class="top"><a class="brand" href="/"><span>Lamplight</span></a>
<div class="who"><a class="button sign-in" href="/sign-in">Sign in</a></div></header>`;
const page = (main: string) =>
  `${top}<div class="columns"><main id="main">${main}</main></div><p id="said" role="status"></p>`;
const token = `<input type="hidden" name="csrf" value="${csrf}">`;

const toggle = (action: string, act: string, on: boolean, fields = '', name = 'on', value = '1') =>
  `<form class="toggle" method="post" action="${action}" data-fetch="toggle">${token}${fields}<button name="${name}" value="${on ? '0' : value}" data-value="${value}" data-act="${act}" aria-pressed="${on}"><span class="label">${act}</span></button></form>`;
const reactions = (path: string, stands = '') =>
  ['like', 'thanks']
    .map((one) => toggle(`${path}/like`, one, stands === one, `<input type="hidden" name="reaction" value="${one}">`))
    .join('');
const commentForm = (path: string) =>
  `<form class="comment-form" method="post" action="${path}/comment" data-fetch="append">${token}<label><textarea name="body" rows="1" required data-composer></textarea></label><button data-act="comment">Comment</button></form>`;
const byline = (handle: string, name: string, link: string) =>
  `<p class="byline"><a class="author" rel="author" href="/@${handle}">${name}</a> <a class="permalink" rel="bookmark" href="${link}"><time datetime="2026-11-10T02:44:00.000Z">10 Nov 2026</time></a></p>`;
const labels =
  '<ul class="labels"><li><a class="topic" href="/topic/repairing">Repairing</a></li><li class="tag">chair</li></ul>';
const report = (path: string) =>
  `<details class="report" open><summary><span class="label">Report</span></summary><form class="sheet" method="post" action="${path}/report" data-report>${token}<label class="choice"><input type="radio" name="reason" value="spam" checked> It is advertising</label><button name="on" value="1" data-act="report">Report</button></form></details>`;

const comment = `<article class="item comment" data-item="comment" data-id="c1" id="c-c1">${byline('ada-lark', 'Ada Lark', '/q/q1#c-c1')}<div class="body"><p>Try a rope.</p></div></article>`;
const question = (acts: string, author = byline('tobias-reyes', 'Tobias Reyes', '/q/q1')) =>
  `<article class="item question" data-item="question" data-id="q1" id="q1">${author}<h1 class="title">How do I stop a kitchen chair from wobbling?</h1><div class="body"><p>It is an old beech chair.</p></div>${labels}<div class="acts">${acts}</div><div class="comments" role="group" id="comments" aria-label="Comments"><div data-list="comments"></div>${commentForm('/q/q1')}</div></article>`;
const answer = (acts: string, author = byline('maren-holt', 'Maren Holt', '/q/q1#a-a1')) =>
  `<article class="item answer" data-item="answer" data-id="a1" id="a-a1">${author}<div class="body"><p>Take the loose rungs out.</p></div><div class="acts">${acts}</div></article>`;
const answerForm = `<section class="compose" id="answer"><form class="answer-form" method="post" action="/q/q1/answer">${token}<label><textarea name="body" rows="6" data-composer data-draft="/q/q1/draft"></textarea></label><p class="buttons"><button class="strong" name="do" value="publish" data-act="answer">Publish answer</button><button name="do" value="preview">Preview</button><button name="do" value="draft">Keep as draft</button></p></form></section>`;
const thing = (mine: number) =>
  `<article class="item thing" data-item="thing" data-id="hand-drill" id="hand-drill"><h1 class="title">The hand drill from the tool library</h1><p class="score"><a class="author hidden" rel="author" href="/@maren-holt">Maren Holt</a><a class="permalink hidden" rel="bookmark" href="/t/hand-drill">Link to this</a></p>${labels}<div class="acts"><div class="rate" role="group" data-mine="${mine}">${[1, 2, 3, 4, 5].map((n) => toggle('/t/hand-drill/rate', `star-${n}`, mine === n, '', 'stars', String(n))).join('')}</div>${toggle('/t/hand-drill/bookmark', 'bookmark', false, '', 'toggle')}</div></article>`;
const review = `<section class="reviews"><article class="item review" data-item="review" data-id="r1" id="r-r1">${byline('pavel-lind', 'Pavel Lind', '/t/hand-drill#r-r1')}<p class="rating"><strong>Slow, quiet and exact</strong></p><div class="acts">${['up', 'down'].map((one) => toggle('/r/r1/vote', `vote-${one}`, false, `<input type="hidden" name="direction" value="${one}">`)).join('')}</div></article></section>`;
const reviewForm = `<section class="compose" id="review"><form class="review-form" method="post" action="/t/hand-drill/review">${token}<fieldset class="star-field"><label><input type="radio" name="stars" value="4" checked></label></fieldset><label>In a few words<input name="title"></label><label>Your review<textarea name="body" data-composer></textarea></label><p class="buttons"><button class="strong" data-act="review">Publish review</button></p></form></section>`;
const editForm = (type: string, id: string, path: string, link: string, act = 'edit') =>
  `<div data-editing="${type}" data-id="${id}"><h1>Edit</h1><form class="write-form" method="post" action="${path}/edit">${token}<label>Text<textarea name="body" data-composer>Take the loose rungs out.</textarea></label><p class="buttons"><button class="strong" data-act="${act}">Save</button><a class="button permalink" href="${link}">Go back</a></p></form><details class="danger" open><summary>Delete</summary><form method="post" action="${path}/delete">${token}<button data-act="delete">Delete it</button></form></details></div>`;
const person = (on: boolean) =>
  `<section class="person" data-item="person" data-id="maren-holt"><h1 class="title">Maren Holt</h1><p class="quiet"><a class="permalink" href="/@maren-holt">@maren-holt</a></p><div class="acts"><form class="toggle" method="post" action="/@maren-holt/${on ? 'unfollow' : 'follow'}" data-fetch="toggle">${token}<button name="on" value="${on ? '0' : '1'}" data-value="1" data-act="follow" aria-pressed="${on}"><span class="label">Follow</span></button></form></div></section>`;
const postForm = `<h1>Ask something</h1><form class="write-form" method="post" action="/new/question" data-kind="question">${token}<label>Title<input name="title" data-similar="/similar"></label><label>Text<textarea name="body" data-composer></textarea></label><label>Topic<select name="topic"><option value="repairing" selected>Repairing</option></select></label><p class="buttons"><button class="strong" data-act="question">Ask</button></p></form>`;

const questionPage = { url: `${origin}/q/q1`, head };
const thingPage = { url: `${origin}/t/hand-drill`, head };
const answerEditPage = {
  url: `${origin}/a/a1/edit`,
  head,
  html: page(editForm('answer', 'a1', '/a/a1', '/q/q1#a-a1')),
};

const press = (act: string, on: boolean): PageChange => ({
  select: `[data-item] button[data-act="${act}"]`,
  set: { 'aria-pressed': String(on), value: on ? '0' : '1' },
});
const json = { type: 'application/json', body: '{"ok":true,"acts":{}}' };
const refusedJson = {
  type: 'application/json',
  body: '{"ok":false,"reason":"You cannot do this with what is your own."}',
};
const sent = (
  url: string,
  form: Record<string, string>,
  answered: RecordedRequest['answer'] = json,
): RecordedRequest => ({
  url,
  form: { csrf, ...form },
  answer: answered,
});
const posted = (
  url: string,
  form: Record<string, string>,
  answered: NonNullable<RecordedRequest['answer']>,
): RecordedRequest => ({
  ...sent(url, form, answered),
  by: 'navigate',
});
const to = (location: string) => ({ status: 303, location });

const likeRequest = sent('/q/q1/like', { reaction: 'like', on: '1' });
const chair = { url: `${origin}/q/q1`, id: 'q1', title: 'How do I stop a kitchen chair from wobbling?' };
const givenAnswer = { url: `${origin}/q/q1#a-a1`, id: 'a1' };
const tobias = { name: 'Tobias Reyes', url: `${origin}/@tobias-reyes` };
const like = { kind: 'like', object: chair, to: tobias, detail: { reaction: 'like' } } as const;

export default defineCases([
  {
    name: 'likes a question',
    about: 'do',
    page: { ...questionPage, html: page(question(reactions('/q/q1'))) },
    act: [{ click: 'button[data-act="like"]' }],
    sends: [likeRequest],
    then: [press('like', true)],
    expect: [{ ...like, account: 'ada-lark', topics: ['repairing'], level: 'confirmed' }],
  },
  {
    name: 'takes a like back',
    about: 'undo',
    after: ['likes a question'],
    page: { ...questionPage, html: page(question(reactions('/q/q1', 'like'))) },
    act: [{ click: 'button[data-act="like"]' }],
    sends: [sent('/q/q1/like', { reaction: 'like', on: '0' })],
    then: [press('like', false)],
    expect: [{ kind: 'like', object: chair, undo: true, level: 'confirmed' }],
  },
  {
    name: 'thanks instead of liking',
    about: 'switch',
    after: ['likes a question'],
    page: { ...questionPage, html: page(question(reactions('/q/q1', 'like'))) },
    act: [{ click: 'button[data-act="thanks"]' }],
    sends: [sent('/q/q1/like', { reaction: 'thanks', on: '1' })],
    then: [press('thanks', true), press('like', false)],
    expect: [{ kind: 'like', object: chair, detail: { reaction: 'thanks' }, level: 'confirmed' }],
  },
  {
    name: 'likes with the keyboard',
    about: 'keyboard',
    page: { ...questionPage, html: page(question(reactions('/q/q1'))) },
    act: [{ press: 'Enter', in: 'button[data-act="like"]' }],
    sends: [likeRequest],
    then: [press('like', true)],
    expect: [{ ...like, level: 'confirmed' }],
  },
  {
    name: 'likes a question in the list on the front page',
    about: 'layout',
    page: {
      url: `${origin}/`,
      head,
      html: page(
        `<div class="feed"><article class="item post" data-item="post" data-id="p1">${byline('nour-haddad', 'Nour Haddad', '/p/p1')}<h2 class="title"><a href="/p/p1">Forty glass jars</a></h2></article><article class="item question" data-item="question" data-id="q1">${byline('tobias-reyes', 'Tobias Reyes', '/q/q1')}<h2 class="title"><a href="/q/q1">How do I stop a kitchen chair from wobbling?</a></h2>${labels}<div class="acts">${reactions('/q/q1')}</div></article></div>`,
      ),
    },
    act: [{ click: '[data-id="q1"] button[data-act="like"]' }],
    sends: [likeRequest],
    then: [press('like', true)],
    expect: [{ ...like, topics: ['repairing'], level: 'confirmed' }],
  },
  {
    name: 'likes without scripts: a form and a redirect',
    about: 'layout',
    page: { ...questionPage, html: page(question(reactions('/q/q1'))) },
    act: [{ click: 'button[data-act="like"]' }],
    sends: [{ ...likeRequest, by: 'navigate', answer: to('/q/q1') }],
    then: [press('like', true)],
    expect: [like],
  },
  {
    name: 'is not allowed to like what is its own',
    about: 'refusal',
    page: { ...questionPage, html: page(question(reactions('/q/q1'), byline('ada-lark', 'Ada Lark', '/q/q1'))) },
    act: [{ click: 'button[data-act="like"]' }],
    sends: [{ ...likeRequest, answer: refusedJson }],
    then: [{ select: '#said', html: 'You cannot do this with what is your own.' }],
    expect: [],
  },
  {
    name: 'is told to slow down',
    about: 'refusal',
    page: { ...questionPage, html: page(question(reactions('/q/q1'))) },
    act: [{ click: 'button[data-act="like"]' }],
    sends: [{ ...likeRequest, answer: { status: 429, type: 'application/json', body: '{"ok":false}' } }],
    expect: [],
  },
  {
    name: 'presses like while signed out',
    about: 'signed-out',
    page: { ...questionPage, html: page(question(reactions('/q/q1'))).replace(top, signedOutTop) },
    act: [{ click: 'button[data-act="like"]' }],
    sends: [{ ...likeRequest, answer: { status: 401, type: 'application/json', body: '{"ok":false}' } }],
    expect: [],
  },
  {
    name: 'is sent to the sign-in page because the session has ended',
    about: 'signed-out',
    page: { ...questionPage, html: page(answerForm) },
    act: [{ type: '.answer-form textarea', text: 'Glue' }, { click: 'button[data-act="answer"]' }],
    sends: [posted('/q/q1/answer', { body: 'Glue', do: 'publish' }, to('/sign-in?next=%2Fq%2Fq1'))],
    expect: [],
  },
  {
    name: 'is liked by a script, not by a person',
    about: 'synthetic',
    page: { ...questionPage, html: page(question(reactions('/q/q1'))) },
    act: [{ synthetic: 'button[data-act="like"]' }],
    sends: [likeRequest],
    then: [press('like', true)],
    expect: [],
  },
  {
    name: 'likes once although the request goes out twice',
    about: 'double',
    page: { ...questionPage, html: page(question(reactions('/q/q1'))) },
    act: [{ click: 'button[data-act="like"]' }],
    sends: [likeRequest, { ...likeRequest, after: 120 }],
    then: [press('like', true)],
    expect: [like],
  },
  {
    name: 'answers a question',
    about: 'do',
    page: { ...questionPage, html: page(question('') + answerForm) },
    act: [{ type: '.answer-form textarea', text: 'Scrape it first' }, { click: 'button[data-act="answer"]' }],
    sends: [posted('/q/q1/answer', { body: 'Scrape it first', do: 'publish' }, to('/q/q1#a-a1'))],
    expect: [
      { kind: 'answer', object: chair, made: givenAnswer, to: tobias, topics: ['repairing'], level: 'confirmed' },
    ],
  },
  {
    name: 'gets the form back because the answer is too short',
    about: 'refusal',
    page: { ...questionPage, html: page(question('') + answerForm) },
    act: [{ type: '.answer-form textarea', text: 'Glue' }, { click: 'button[data-act="answer"]' }],
    sends: [
      posted(
        '/q/q1/answer',
        { body: 'Glue', do: 'publish' },
        { status: 200, type: 'text/html', body: '<p class="refused" role="alert">A little more, please</p>' },
      ),
    ],
    expect: [],
  },
  {
    name: 'previews an answer',
    about: 'draft',
    page: { ...questionPage, html: page(question('') + answerForm) },
    act: [{ type: '.answer-form textarea', text: 'Scrape it first' }, { click: 'button[value="preview"]' }],
    sends: [
      posted(
        '/q/q1/answer',
        { body: 'Scrape it first', do: 'preview' },
        { status: 200, type: 'text/html', body: '<div class="preview"></div>' },
      ),
    ],
    expect: [],
  },
  {
    name: 'keeps an answer as a draft',
    about: 'draft',
    page: { ...questionPage, html: page(question('') + answerForm) },
    act: [{ type: '.answer-form textarea', text: 'Scrape it first' }, { click: 'button[value="draft"]' }],
    sends: [
      posted(
        '/q/q1/answer',
        { body: 'Scrape it first', do: 'draft' },
        { status: 200, type: 'text/html', body: '<p class="note">Kept</p>' },
      ),
    ],
    expect: [],
  },
  {
    name: 'writes an answer, and the page keeps the draft by itself',
    about: 'look-alike',
    page: { ...questionPage, html: page(question('') + answerForm) },
    act: [{ type: '.answer-form textarea', text: 'Scrape' }],
    sends: [sent('/q/q1/draft', { body: 'Scrape' })],
    expect: [],
  },
  {
    name: 'looks for questions like the one being asked',
    about: 'look-alike',
    page: { url: `${origin}/new/question`, head, html: page(postForm) },
    act: [{ type: 'input[name="title"]', text: 'Chair' }],
    sends: [sent('/similar', { title: 'Chair' })],
    expect: [],
  },
  {
    name: 'edits an own answer',
    about: 'edit',
    after: ['answers a question'],
    page: answerEditPage,
    act: [{ click: 'button[data-act="edit"]' }],
    sends: [posted('/a/a1/edit', { body: 'Scrape it first, then glue.' }, to('/q/q1#a-a1'))],
    expect: [{ kind: 'answer', object: givenAnswer, revises: true, level: 'confirmed' }],
  },
  {
    name: 'saves an edit that changes nothing',
    about: 'refusal',
    page: answerEditPage,
    act: [{ click: 'button[data-act="edit"]' }],
    sends: [
      posted(
        '/a/a1/edit',
        { body: 'Take the loose rungs out.' },
        { status: 200, type: 'text/html', body: '<p class="refused">Nothing was changed.</p>' },
      ),
    ],
    expect: [],
  },
  {
    name: 'deletes an own answer',
    about: 'undo',
    after: ['answers a question'],
    page: answerEditPage,
    act: [{ click: 'button[data-act="delete"]' }],
    sends: [posted('/a/a1/delete', {}, to('/q/q1'))],
    expect: [{ kind: 'answer', object: givenAnswer, undo: true }],
  },
  {
    name: 'comments on a question',
    about: 'do',
    page: { ...questionPage, html: page(question('')) },
    act: [{ type: '.comment-form textarea', text: 'Try a rope' }, { click: 'button[data-act="comment"]' }],
    sends: [
      sent(
        '/q/q1/comment',
        { body: 'Try a rope' },
        { status: 201, type: 'application/json', body: '{"ok":true,"id":"c1"}' },
      ),
    ],
    then: [{ select: '[data-list="comments"]', append: comment }],
    expect: [
      {
        kind: 'comment',
        object: chair,
        made: { url: `${origin}/q/q1#c-c1`, id: 'c1' },
        to: tobias,
        level: 'confirmed',
      },
    ],
  },
  {
    name: 'sends an empty comment',
    about: 'refusal',
    page: { ...questionPage, html: page(question('')) },
    act: [{ type: '.comment-form textarea', text: ' ' }, { click: 'button[data-act="comment"]' }],
    sends: [sent('/q/q1/comment', { body: ' ' }, { status: 422, type: 'application/json', body: '{"ok":false}' })],
    expect: [],
  },
  {
    name: 'accepts an answer to an own question',
    about: 'do',
    page: {
      ...questionPage,
      html: page(
        question('', byline('ada-lark', 'Ada Lark', '/q/q1')) +
          answer(
            `<form class="toggle" method="post" action="/q/q1/accept">${token}<input type="hidden" name="answer" value="a1"><button name="on" value="1" data-act="accept" aria-pressed="false">Accept this answer</button></form>`,
          ),
      ),
    },
    act: [{ click: 'button[data-act="accept"]' }],
    sends: [posted('/q/q1/accept', { answer: 'a1', on: '1' }, to('/q/q1#a-a1'))],
    expect: [{ kind: 'vote', object: givenAnswer, detail: { act: 'accept' }, to: { name: 'Maren Holt' } }],
  },
  {
    name: 'passes a question on',
    about: 'do',
    page: { ...questionPage, html: page(question(toggle('/q/q1/share', 'share', false))) },
    act: [{ click: 'button[data-act="share"]' }],
    sends: [sent('/q/q1/share', { on: '1' })],
    then: [press('share', true)],
    expect: [{ kind: 'share', object: chair, to: tobias, level: 'confirmed' }],
  },
  {
    name: 'no longer passes a question on',
    about: 'undo',
    after: ['passes a question on'],
    page: { ...questionPage, html: page(question(toggle('/q/q1/unshare', 'share', true))) },
    act: [{ click: 'button[data-act="share"]' }],
    sends: [sent('/q/q1/unshare', { on: '0' })],
    then: [press('share', false)],
    expect: [{ kind: 'share', object: chair, undo: true, level: 'confirmed' }],
  },
  {
    name: 'keeps a question',
    about: 'do',
    page: { ...questionPage, html: page(question(toggle('/q/q1/bookmark', 'bookmark', false, '', 'toggle'))) },
    act: [{ click: 'button[data-act="bookmark"]' }],
    sends: [sent('/q/q1/bookmark', { toggle: '1' })],
    then: [press('bookmark', true)],
    expect: [{ kind: 'bookmark', object: chair, level: 'confirmed' }],
  },
  {
    name: 'no longer keeps a question: the same request, told apart by the button',
    about: 'undo',
    after: ['keeps a question'],
    page: { ...questionPage, html: page(question(toggle('/q/q1/bookmark', 'bookmark', true, '', 'toggle'))) },
    act: [{ click: 'button[data-act="bookmark"]' }],
    sends: [sent('/q/q1/bookmark', { toggle: '0' })],
    then: [press('bookmark', false)],
    expect: [{ kind: 'bookmark', object: chair, undo: true, level: 'confirmed' }],
  },
  {
    name: 'reports an answer',
    about: 'do',
    page: { ...questionPage, html: page(question('') + answer(report('/a/a1'))) },
    act: [{ click: 'button[data-act="report"]' }],
    sends: [posted('/a/a1/report', { reason: 'spam', on: '1' }, to('/q/q1#a-a1'))],
    expect: [{ kind: 'moderation', object: givenAnswer, detail: { act: 'report' } }],
  },
  {
    name: 'rates a thing',
    about: 'do',
    page: { ...thingPage, html: page(thing(0)) },
    act: [{ click: 'button[data-act="star-4"]' }],
    sends: [sent('/t/hand-drill/rate', { stars: '4' })],
    then: [press('star-4', true), { select: '.rate', set: { 'data-mine': '4' } }],
    expect: [
      {
        kind: 'rating',
        object: { url: `${origin}/t/hand-drill`, id: 'hand-drill', title: 'The hand drill from the tool library' },
        detail: { rating: '4/5' },
        level: 'confirmed',
      },
    ],
  },
  {
    name: 'rates a thing anew',
    about: 'switch',
    after: ['rates a thing'],
    page: { ...thingPage, html: page(thing(4)) },
    act: [{ click: 'button[data-act="star-5"]' }],
    sends: [sent('/t/hand-drill/rate', { stars: '5' })],
    then: [press('star-5', true), press('star-4', false), { select: '.rate', set: { 'data-mine': '5' } }],
    expect: [{ kind: 'rating', object: { id: 'hand-drill' }, detail: { rating: '5/5' } }],
  },
  {
    name: 'takes a rating back',
    about: 'undo',
    after: ['rates a thing'],
    page: { ...thingPage, html: page(thing(4)) },
    act: [{ click: 'button[data-act="star-4"]' }],
    sends: [sent('/t/hand-drill/rate', { stars: '0' })],
    then: [press('star-4', false), { select: '.rate', set: { 'data-mine': '0' } }],
    expect: [{ kind: 'rating', object: { id: 'hand-drill' }, undo: true, level: 'confirmed' }],
  },
  {
    name: 'reviews a thing',
    about: 'do',
    page: { ...thingPage, html: page(thing(0) + reviewForm) },
    act: [{ type: '.review-form textarea', text: 'Good in the hand' }, { click: 'button[data-act="review"]' }],
    sends: [
      posted('/t/hand-drill/review', { stars: '4', title: '', body: 'Good in the hand' }, to('/t/hand-drill#r-r2')),
    ],
    expect: [
      {
        kind: 'review',
        object: { url: `${origin}/t/hand-drill`, id: 'hand-drill' },
        made: { url: `${origin}/t/hand-drill#r-r2`, id: 'r2' },
        detail: { rating: '4/5' },
        level: 'confirmed',
      },
    ],
  },
  {
    name: 'finds a review helpful',
    about: 'do',
    page: { ...thingPage, html: page(thing(0) + review) },
    act: [{ click: 'button[data-act="vote-up"]' }],
    sends: [sent('/r/r1/vote', { direction: 'up', on: '1' })],
    then: [press('vote-up', true)],
    expect: [
      {
        kind: 'vote',
        object: { url: `${origin}/t/hand-drill#r-r1`, id: 'r1' },
        to: { name: 'Pavel Lind', url: `${origin}/@pavel-lind` },
        detail: { vote: 'up' },
        level: 'confirmed',
      },
    ],
  },
  {
    name: 'improves the description of a thing',
    about: 'do',
    page: {
      url: `${origin}/t/hand-drill/edit`,
      head,
      html: page(editForm('thing', 'hand-drill', '/t/hand-drill', '/t/hand-drill', 'improve')),
    },
    act: [{ click: 'button[data-act="improve"]' }],
    sends: [posted('/t/hand-drill/edit', { body: 'It has nine bits.', summary: 'bits' }, to('/t/hand-drill'))],
    expect: [{ kind: 'edit', object: { url: `${origin}/t/hand-drill`, id: 'hand-drill' } }],
  },
  {
    name: 'asks a question',
    about: 'do',
    page: { url: `${origin}/new/question`, head, html: page(postForm) },
    act: [{ type: 'textarea[name="body"]', text: 'It drips' }, { click: 'button[data-act="question"]' }],
    sends: [
      posted(
        '/new/question',
        { title: 'Why does it drip?', body: 'It drips', topic: 'repairing', tags: '' },
        to('/q/q2'),
      ),
    ],
    expect: [
      {
        kind: 'post',
        object: { url: `${origin}/topic/repairing`, id: 'repairing' },
        made: { url: `${origin}/q/q2`, id: 'q2' },
        topics: ['repairing'],
        level: 'confirmed',
      },
    ],
  },
  {
    name: 'follows a person',
    about: 'do',
    page: { url: `${origin}/@maren-holt`, head, html: page(person(false)) },
    act: [{ click: 'button[data-act="follow"]' }],
    sends: [sent('/@maren-holt/follow', { on: '1' })],
    then: [press('follow', true)],
    expect: [
      {
        kind: 'follow',
        object: { url: `${origin}/@maren-holt`, id: 'maren-holt' },
        to: { name: 'Maren Holt', url: `${origin}/@maren-holt` },
        level: 'confirmed',
      },
    ],
  },
  {
    name: 'no longer follows a person',
    about: 'undo',
    after: ['follows a person'],
    page: { url: `${origin}/@maren-holt`, head, html: page(person(true)) },
    act: [{ click: 'button[data-act="follow"]' }],
    sends: [sent('/@maren-holt/unfollow', { on: '0' })],
    then: [press('follow', false)],
    expect: [{ kind: 'follow', object: { url: `${origin}/@maren-holt` }, undo: true, level: 'confirmed' }],
  },
  {
    name: 'writes a private message',
    about: 'private',
    page: {
      url: `${origin}/messages/maren-holt`,
      head,
      html: page(
        `<div data-private><h1>You and Maren Holt</h1><ol class="messages"></ol><form class="message-form" method="post" action="/messages/maren-holt">${token}<label><textarea name="body"></textarea></label><p class="buttons"><button class="strong">Send</button></p></form></div>`,
      ),
    },
    act: [{ type: '.message-form textarea', text: 'Hello' }, { click: '.message-form button' }],
    sends: [posted('/messages/maren-holt', { body: 'Hello' }, to('/messages/maren-holt'))],
    expect: [],
  },
]);
