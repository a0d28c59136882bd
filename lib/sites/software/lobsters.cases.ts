import type { PageChange, RecordedRequest } from '../cases.ts';
import { defineCases } from '../define.ts';

// No "switch" case: there is one arrow; a flag can only be given while no vote stands.

const origin = 'https://lobste.rs';
const head = '<meta name="story-flags" content="{}"><meta name="comment-flags" content="{}">';

/** The account's name stands on the body itself, which a case's markup cannot set: entries here carry none. */
const page = (url: string, inside: string) => ({ url, head, html: inside });
const story = (id: string, marks = '') => `<ol><li id="story_${id}" class="story ${marks}" data-shortid="${id}">
  <a class="upvoter" href="#">12</a> <a class="u-url" href="https://example.org/${id}">On borrow checkers</a>
  <a class="tag" href="/t/rust">rust</a> <div class="byline"><a href="/~mareel"><img alt=""></a><a class="u-author" href="/~mareel">mareel</a>
  <a class="flagger">flag</a> <form class="saver" action="/stories/${id}/save"><button>save</button></form></div></li></ol>`;
const comment = (
  id: string,
  marks = '',
  by = 'harbour',
) => `<div id="c_${id}" class="comment ${marks}" data-shortid="${id}">
  <form action="/comments/${id}/upvote"><button class="upvoter">3</button></form>
  <div class="byline"><a href="/~${by}">${by}</a> <a class="flagger">flag</a></div><div class="reply_form_temporary">
  <div class="comment_form_container"><form><textarea name="comment"></textarea><button type="button" class="comment-post">Post</button><button type="button" class="comment-preview">Preview</button></form></div></div></div>`;
const box = `<div class="comment_form_container"><form><textarea id="comment" name="comment"></textarea><button type="button" class="comment-post">Post</button><button type="button" class="comment-preview">Preview</button></form></div><div id="tree"></div>`;

const send = (url: string, multipart: Record<string, string> = {}): RecordedRequest => ({
  url,
  multipart,
  by: 'fetch',
});
const write = (more: Record<string, string>): RecordedRequest =>
  send('/comments', { story_id: 'abc123', comment: 'Two phases', _method: 'post', show_tree_lines: 'true', ...more });
const marks = (select: string, set: string): PageChange => ({ select, set: { class: set } });

export default defineCases([
  {
    name: 'votes a story up',
    about: 'do',
    page: page(`${origin}/`, story('abc001')),
    act: [{ click: 'a.upvoter' }],
    sends: [send('/stories/abc001/upvote', { reason: '' })],
    shows: [marks('#story_abc001', 'story upvoted')],
    expect: [
      {
        kind: 'vote',
        object: { url: `${origin}/s/abc001`, id: 'abc001', title: 'On borrow checkers' },
        to: { name: 'mareel', url: `${origin}/~mareel` },
        detail: { vote: 'up' },
        topics: ['rust'],
        level: 'confirmed',
      },
    ],
  },
  {
    name: 'takes the vote back',
    about: 'undo',
    page: page(`${origin}/`, story('abc001', 'upvoted')),
    after: ['votes a story up'],
    act: [{ click: 'a.upvoter' }],
    sends: [send('/stories/abc001/unvote', { reason: '' })],
    shows: [marks('#story_abc001', 'story')],
    expect: [{ kind: 'vote', undo: true, object: { url: `${origin}/s/abc001` }, level: 'confirmed' }],
  },
  {
    name: 'votes a comment up with Enter on the arrow',
    about: 'keyboard',
    page: page(`${origin}/s/abc002/x`, story('abc002') + comment('com001')),
    act: [{ press: 'Enter', in: '#c_com001 .upvoter' }],
    sends: [send('/comments/com001/upvote')],
    shows: [marks('#c_com001', 'comment upvoted')],
    expect: [
      {
        kind: 'vote',
        object: { url: `${origin}/c/com001` },
        to: { name: 'harbour' },
        detail: { vote: 'up' },
        level: 'confirmed',
      },
    ],
  },
  {
    name: 'takes the vote on a comment back',
    about: 'undo',
    page: page(`${origin}/s/abc002/x`, comment('com001', 'upvoted')),
    after: ['votes a comment up with Enter on the arrow'],
    act: [{ click: '#c_com001 .upvoter' }],
    sends: [send('/comments/com001/unvote')],
    shows: [marks('#c_com001', 'comment')],
    expect: [{ kind: 'vote', undo: true, object: { url: `${origin}/c/com001` } }],
  },
  {
    name: 'flags a story',
    about: 'do',
    page: page(`${origin}/`, `${story('abc003')}<div id="flag_dropdown"><a data-key="S">Spam</a></div>`),
    act: [{ click: '#flag_dropdown a' }],
    sends: [send('/stories/abc003/flag', { reason: 'S' })],
    expect: [{ kind: 'moderation', object: { url: `${origin}/s/abc003` }, detail: { act: 'flag' } }],
  },
  {
    name: 'flags a comment on an older fork, which calls it a vote down',
    about: 'layout',
    page: page('https://crustaceans.example/s/abc003/x', comment('com003')),
    act: [{ click: '#c_com003 .flagger' }],
    sends: [send('/comments/com003/downvote', { reason: 'T' })],
    expect: [
      {
        kind: 'moderation',
        object: { url: 'https://crustaceans.example/c/com003' },
        to: { name: 'harbour' },
        detail: { act: 'flag' },
      },
    ],
  },
  {
    name: 'a vote that the server refuses',
    about: 'refusal',
    page: page(`${origin}/`, story('abc004')),
    act: [{ click: 'a.upvoter' }],
    sends: [{ ...send('/stories/abc004/upvote'), answer: { status: 400, body: "can't find story" } }],
    shows: [marks('#story_abc004', 'story upvoted')],
    expect: [],
  },
  {
    name: 'a vote while nobody is signed in',
    about: 'signed-out',
    page: page(`${origin}/`, `<a href="/login">Login</a>${story('abc005')}`),
    act: [{ click: 'a.upvoter' }],
    sends: [send('/stories/abc005/upvote')],
    expect: [],
  },
  {
    name: 'a script of the page votes',
    about: 'synthetic',
    page: page(`${origin}/`, story('abc006')),
    act: [{ synthetic: 'a.upvoter' }],
    sends: [send('/stories/abc006/upvote')],
    shows: [marks('#story_abc006', 'story upvoted')],
    expect: [],
  },
  {
    name: 'one press that sends the vote twice counts once',
    about: 'double',
    page: page(`${origin}/`, story('abc007')),
    act: [{ click: 'a.upvoter' }],
    sends: [send('/stories/abc007/upvote'), send('/stories/abc007/upvote')],
    shows: [marks('#story_abc007', 'story upvoted')],
    expect: [{ kind: 'vote', object: { url: `${origin}/s/abc007` } }],
  },
  {
    name: 'looking up a title, hiding and the forms for answers are no acts',
    about: 'look-alike',
    page: page(`${origin}/`, story('abc008')),
    act: [{ click: '.u-url' }],
    sends: [
      send('/stories/fetch_url_attributes', { fetch_url: 'https://example.org' }),
      send('/stories/check_url_dupe', { 'story[url]': 'https://example.org' }),
      send('/stories/abc008/hide'),
      { method: 'GET', url: '/comments/com008/reply', by: 'fetch' },
    ],
    expect: [],
  },
  {
    name: 'a message to somebody is private',
    about: 'private',
    page: page(`${origin}/messages`, '<form><textarea></textarea><button id="b">Send</button></form>'),
    act: [{ click: '#b' }],
    sends: [send('/messages', { 'message[body]': 'hi' }), send('/stories/abc009/upvote')],
    expect: [],
  },
  {
    name: 'comments on a story',
    about: 'do',
    page: page(`${origin}/s/abc123/x`, story('abc123') + box),
    act: [{ type: '#comment', text: 'Two phases' }, { click: '.comment-post' }],
    sends: [write({})],
    then: [{ select: '#tree', append: comment('com010', '', 'nora') }],
    expect: [{ kind: 'comment', object: { url: `${origin}/s/abc123`, id: 'abc123' } }],
  },
  {
    name: 'answers a comment with Control and Enter',
    about: 'keyboard',
    page: page(`${origin}/s/abc123/x`, story('abc123') + comment('com011')),
    act: [
      { type: '#c_com011 textarea', text: 'Two phases' },
      { press: 'Control+Enter', in: '#c_com011 textarea' },
    ],
    sends: [write({ parent_comment_short_id: 'com011' })],
    expect: [
      { kind: 'comment', object: { url: `${origin}/c/com011`, title: 'On borrow checkers' }, to: { name: 'harbour' } },
    ],
  },
  {
    name: 'previews of comment and story are drafts',
    about: 'draft',
    page: page(`${origin}/s/abc123/x`, story('abc123') + box),
    act: [{ click: '.comment-preview' }],
    sends: [
      write({ preview: 'true' }),
      write({ preview: 'true', parent_comment_short_id: 'com012' }),
      send('/stories/preview', { 'story[title]': 'x' }),
      send('/stories', { 'story[title]': 'x', preview: 'Preview' }),
    ],
    expect: [],
  },
  {
    name: 'edits an own comment',
    about: 'edit',
    page: page(`${origin}/s/abc123/x`, comment('com013', '', 'nora')),
    act: [{ click: '#c_com013 .comment-post' }],
    sends: [send('/comments/com013', { _method: 'patch', comment: 'Three phases' })],
    expect: [{ kind: 'edit', revises: true, object: { url: `${origin}/c/com013` } }],
  },
  {
    name: 'deletes an own comment',
    about: 'undo',
    page: page(`${origin}/s/abc123/x`, comment('com014', '', 'nora')),
    act: [{ click: '#c_com014 .flagger' }],
    sends: [send('/comments/com014/delete')],
    expect: [{ kind: 'comment', undo: true, object: { url: `${origin}/c/com014` } }],
  },
  {
    name: 'submits a story',
    about: 'do',
    page: page(
      `${origin}/stories/new`,
      '<form action="/stories"><input name="story[title]"><button>Submit</button></form>',
    ),
    act: [{ click: 'button' }],
    sends: [
      {
        url: '/stories',
        form: { 'story[title]': 'Tides', 'story[url]': 'https://example.org/tides', 'story[tags][]': 'science' },
        by: 'navigate',
        answer: { status: 302, location: `${origin}/s/new001/tides` },
      },
    ],
    expect: [{ kind: 'post', object: { url: `${origin}/s/new001` }, made: { id: 'new001' }, level: 'confirmed' }],
  },
  {
    name: 'a story sent back with its form',
    about: 'refusal',
    page: page(
      `${origin}/stories/new`,
      '<form action="/stories"><input name="story[title]"><button>Submit</button></form>',
    ),
    act: [{ click: 'button' }],
    sends: [
      {
        url: '/stories',
        form: { 'story[title]': 'Tides' },
        by: 'navigate',
        answer: { type: 'text/html', body: '<form></form>' },
      },
    ],
    expect: [],
  },
  {
    name: 'edits an own story',
    about: 'edit',
    page: page(`${origin}/stories/new001/edit`, '<form action="/stories/new001"><button>Save</button></form>'),
    act: [{ click: 'button' }],
    sends: [
      {
        url: '/stories/new001',
        form: { _method: 'patch', 'story[title]': 'Tides (2026)' },
        by: 'navigate',
        answer: { status: 302, location: `${origin}/s/new001/tides` },
      },
    ],
    expect: [{ kind: 'edit', revises: true, object: { url: `${origin}/s/new001` } }],
  },
  {
    name: 'suggests other tags',
    about: 'do',
    page: page(`${origin}/stories/abc020/suggest`, '<form><button>Suggest</button></form>'),
    act: [{ click: 'button' }],
    sends: [
      {
        url: '/stories/abc020/suggestions',
        form: { 'story[title]': 'x' },
        by: 'navigate',
        answer: { status: 302, location: `${origin}/s/abc020` },
      },
    ],
    expect: [{ kind: 'edit', object: { url: `${origin}/s/abc020` }, detail: { act: 'suggest' } }],
  },
  {
    name: 'saves a story',
    about: 'do',
    page: page(`${origin}/`, story('abc021')),
    act: [{ click: '.saver button' }],
    sends: [send('/stories/abc021/save')],
    expect: [{ kind: 'bookmark', object: { url: `${origin}/s/abc021` } }],
  },
  {
    name: 'removes a saved story',
    about: 'undo',
    page: page(`${origin}/`, story('abc021')),
    after: ['saves a story'],
    act: [{ click: '.saver button' }],
    sends: [send('/stories/abc021/unsave')],
    expect: [{ kind: 'bookmark', undo: true, object: { url: `${origin}/s/abc021` } }],
  },
  {
    name: 'removes a comment as a moderator',
    about: 'do',
    page: page(`${origin}/s/abc123/x`, comment('com022')),
    act: [{ click: '#c_com022 .flagger' }],
    sends: [{ method: 'DELETE', url: '/mod/comments/com022', by: 'fetch' }],
    expect: [{ kind: 'moderation', object: { url: `${origin}/c/com022` }, detail: { act: 'delete' } }],
  },
  {
    name: 'bans somebody',
    about: 'do',
    page: page(`${origin}/~spammer`, '<form action="/~spammer/ban"><button>Ban</button></form>'),
    act: [{ click: 'button' }],
    sends: [
      {
        url: '/~spammer/ban',
        form: { reason: 'spam' },
        by: 'navigate',
        answer: { status: 302, location: `${origin}/~spammer` },
      },
    ],
    expect: [{ kind: 'moderation', object: { url: `${origin}/~spammer` }, detail: { act: 'ban' } }],
  },
  {
    name: 'grants a hat',
    about: 'do',
    page: page(`${origin}/hat_requests`, '<form><button>Approve</button></form>'),
    act: [{ click: 'button' }],
    sends: [
      {
        url: '/hat_requests/7/approve',
        form: {},
        by: 'navigate',
        answer: { status: 302, location: `${origin}/hat_requests` },
      },
    ],
    expect: [{ kind: 'moderation', object: { url: `${origin}/hat_requests` }, detail: { act: 'approve' } }],
  },
]);
