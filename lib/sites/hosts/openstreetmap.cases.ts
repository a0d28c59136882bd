import type { RecordedRequest } from '../cases.ts';
import { defineCases } from '../define.ts';

// No "switch" case: nothing here takes the place of another.

const site = 'https://www.openstreetmap.org';
const header = '<header><div class="user-menu"><span class="username">nora</span></div></header>';
const column = (inside: string) =>
  `${header}<div id="sidebar_content"><h2>Thing</h2><p>by <a href="/user/ada">ada</a></p>${inside}</div>`;
const notePage = (id: string) =>
  column(`<textarea name="text"></textarea><button name="comment" data-url="/api/0.6/notes/${id}/comment.json" data-method="POST">Comment</button>
    <button name="close" data-url="/api/0.6/notes/${id}/close.json">Resolve</button><button name="reopen">Reactivate</button><button name="hide">Hide</button>`);
const changesetPage = column(
  '<article id="c5"><a href="/user/tomtom">tomtom</a><button name="hide">Hide</button></article><textarea name="text"></textarea><button name="comment">Comment</button>',
);
const send = (url: string, more: Partial<RecordedRequest> = {}): RecordedRequest => ({ url, by: 'fetch', ...more });
const leaves = (url: string, form: Record<string, string>, location: string): RecordedRequest => ({
  url,
  form,
  by: 'navigate',
  answer: { status: 302, location: `${site}${location}` },
});
const button = (inside = '') => `${header}${inside}<form method="post"><button id="go">Go</button></form>`;
const go = [{ click: '#go' }];

export default defineCases([
  {
    name: 'edits the map',
    about: 'do',
    page: { url: `${site}/id`, html: '<button class="save">Save</button><button class="save-button">Upload</button>' },
    act: [{ click: '.save-button' }],
    sends: [
      send('/api/0.6/changeset/create', { method: 'PUT', text: '<osm><changeset/></osm>', contentType: 'text/xml' }),
      send('/api/0.6/changeset/150001/upload', { text: '<osmChange/>', contentType: 'text/xml' }),
      send('/api/0.6/changeset/150001/close', { method: 'PUT' }),
    ],
    expect: [{ kind: 'edit', object: { url: `${site}/changeset/150001`, id: 'changeset/150001' }, level: 'accepted' }],
  },
  {
    name: 'edits the map through the host of the interface, in two parts',
    about: 'double',
    page: { url: `${site}/id`, html: '<button class="save-button">Upload</button>' },
    act: [{ click: '.save-button' }],
    sends: [
      send('https://api.openstreetmap.org/api/0.6/changeset/150002/upload', { text: '<osmChange/>' }),
      send('https://api.openstreetmap.org/api/0.6/changeset/150002/upload', { text: '<osmChange/>' }),
    ],
    expect: [{ kind: 'edit', object: { url: `${site}/changeset/150002` } }],
  },
  {
    name: 'an upload with a conflict',
    about: 'refusal',
    page: { url: `${site}/id`, html: '<button class="save-button">Upload</button>' },
    act: [{ click: '.save-button' }],
    sends: [send('/api/0.6/changeset/150003/upload', { text: '<osmChange/>', answer: { status: 409 } })],
    expect: [],
  },
  {
    name: 'changes a single point with a small tool',
    about: 'layout',
    page: { url: `${site}/node/77`, html: column('<button id="go">Save</button>') },
    act: go,
    sends: [send('/api/0.6/node/77', { method: 'PUT', text: '<osm/>' })],
    expect: [{ kind: 'edit', object: { url: `${site}/node/77` } }],
  },
  {
    name: 'comments on a changeset',
    about: 'do',
    page: { url: `${site}/changeset/150004`, html: changesetPage },
    act: [{ type: 'textarea', text: 'Thanks' }, { click: 'button[name="comment"]' }],
    sends: [send('/api/0.6/changeset/150004/comment', { form: { text: 'Thanks' } })],
    expect: [
      {
        kind: 'comment',
        object: { url: `${site}/changeset/150004` },
        to: { name: 'ada', url: `${site}/user/ada` },
        account: 'nora',
      },
    ],
  },
  {
    name: 'a script of the page comments',
    about: 'synthetic',
    page: { url: `${site}/changeset/150005`, html: changesetPage },
    act: [{ synthetic: 'button[name="comment"]' }],
    sends: [send('/api/0.6/changeset/150005/comment', { form: { text: 'x' } })],
    expect: [],
  },
  {
    name: 'hides a comment on a changeset',
    about: 'do',
    page: { url: `${site}/changeset/150006`, html: changesetPage },
    act: [{ click: '#c5 button' }],
    sends: [send('/api/0.6/changeset_comments/5/visibility', { method: 'DELETE' })],
    expect: [
      {
        kind: 'moderation',
        object: { url: `${site}/changeset/150006`, id: 'changeset-comment/5' },
        detail: { act: 'hide' },
        to: { name: 'tomtom' },
      },
    ],
  },
  {
    name: 'shows it again',
    about: 'undo',
    page: { url: `${site}/changeset/150006`, html: changesetPage },
    after: ['hides a comment on a changeset'],
    act: [{ click: '#c5 button' }],
    sends: [send('/api/0.6/changeset_comments/5/visibility')],
    expect: [{ kind: 'moderation', undo: true, object: { id: 'changeset-comment/5' } }],
  },
  {
    name: 'opens a note, and learns its number from the column',
    about: 'do',
    page: {
      url: `${site}/note/new`,
      html: column('<textarea name="text"></textarea><input type="submit" name="add" value="Add Note">'),
    },
    act: [{ type: 'textarea', text: 'Bridge closed' }, { click: 'input[name="add"]' }],
    sends: [send('/api/0.6/notes.json', { form: { lat: '50.1', lon: '-5.5', text: 'Bridge closed' } })],
    then: [
      {
        select: '#sidebar_content',
        append: '<button name="comment" data-url="/api/0.6/notes/4001/comment.json">Comment</button>',
      },
    ],
    expect: [
      {
        kind: 'post',
        object: { url: `${site}/note/4001` },
        made: { url: `${site}/note/4001`, id: 'note/4001' },
        level: 'confirmed',
      },
    ],
  },
  {
    name: 'comments on a note with Enter on the button',
    about: 'keyboard',
    page: { url: `${site}/note/4002`, html: notePage('4002') },
    act: [
      { type: 'textarea', text: 'Open again' },
      { press: 'Enter', in: 'button[name="comment"]' },
    ],
    sends: [send('/api/0.6/notes/4002/comment.json', { form: { text: 'Open again' } })],
    expect: [{ kind: 'comment', object: { url: `${site}/note/4002` } }],
  },
  {
    name: 'settles a note',
    about: 'do',
    page: { url: `${site}/note/4003`, html: notePage('4003') },
    act: [{ click: 'button[name="close"]' }],
    sends: [send('/api/0.6/notes/4003/close.json', { form: { text: '' } })],
    expect: [{ kind: 'moderation', object: { url: `${site}/note/4003` }, detail: { act: 'close' } }],
  },
  {
    name: 'opens a settled note again',
    about: 'do',
    page: { url: `${site}/note/4003`, html: notePage('4003') },
    act: [{ click: 'button[name="reopen"]' }],
    sends: [send('/api/0.6/notes/4003/reopen.json')],
    expect: [{ kind: 'moderation', object: { url: `${site}/note/4003` }, detail: { act: 'reopen' } }],
  },
  {
    name: 'hides a note',
    about: 'do',
    page: { url: `${site}/note/4004`, html: notePage('4004') },
    act: [{ click: 'button[name="hide"]' }],
    sends: [send('/api/0.6/notes/4004.json', { method: 'DELETE' })],
    expect: [{ kind: 'moderation', object: { url: `${site}/note/4004` }, detail: { act: 'hide' } }],
  },
  {
    name: 'a comment while nobody is signed in',
    about: 'signed-out',
    page: {
      url: `${site}/note/4005`,
      html: `<header><a href="/login?referer=x">Log In</a></header>${notePage('4005').slice(header.length)}`,
    },
    act: [{ click: 'button[name="comment"]' }],
    sends: [send('/api/0.6/notes/4005/comment.json', { form: { text: 'x' } })],
    expect: [],
  },
  {
    name: 'subscribing, searching and previews are no acts',
    about: 'look-alike',
    page: { url: `${site}/note/4006`, html: notePage('4006') },
    act: [{ click: 'button[name="comment"]' }],
    sends: [
      send('/api/0.6/notes/4006/subscription'),
      send('/search/nominatim_query', { form: { query: 'Newlyn' } }),
      send('/preview/markdown', { form: { text: 'x' } }),
      send('/api/0.6/changeset/create', { method: 'PUT' }),
    ],
    expect: [],
  },
  {
    name: 'the preview of a diary entry is a draft',
    about: 'draft',
    page: { url: `${site}/diary/new`, html: button() },
    act: go,
    sends: [send('/preview/markdown', { form: { text: 'x' } })],
    expect: [],
  },
  {
    name: 'a message is private',
    about: 'private',
    page: { url: `${site}/messages/new`, html: button() },
    act: go,
    sends: [
      send('/messages', { form: { 'message[title]': 'hi' } }),
      send('/api/0.6/notes/4007/comment.json', { form: { text: 'x' } }),
    ],
    expect: [],
  },
  {
    name: 'writes a diary entry',
    about: 'do',
    page: { url: `${site}/diary/new`, html: button() },
    act: go,
    sends: [
      leaves('/diary', { 'diary_entry[title]': 'Mapping Newlyn', 'diary_entry[body]': 'x' }, '/user/nora/diary/501'),
    ],
    expect: [
      {
        kind: 'post',
        object: { url: `${site}/user/nora/diary/501`, title: 'Mapping Newlyn' },
        made: { id: 'diary/501' },
        level: 'confirmed',
      },
    ],
  },
  {
    name: 'edits a diary entry',
    about: 'edit',
    page: { url: `${site}/user/nora/diary/501/edit`, html: button() },
    act: go,
    sends: [leaves('/user/nora/diary/501', { _method: 'patch', 'diary_entry[title]': 'x' }, '/user/nora/diary/501')],
    expect: [{ kind: 'edit', revises: true, object: { url: `${site}/user/nora/diary/501` } }],
  },
  {
    name: 'comments on a diary entry',
    about: 'do',
    page: {
      url: `${site}/user/ada/diary/502`,
      html: button('<div class="diary_post"><h2>Walls</h2><a href="/user/ada">ada</a></div>'),
    },
    act: go,
    sends: [leaves('/user/ada/diary/502/comments', { 'diary_comment[body]': 'Nice' }, '/user/ada/diary/502')],
    expect: [{ kind: 'comment', object: { url: `${site}/user/ada/diary/502` }, to: { name: 'ada' } }],
  },
  {
    name: 'a comment sent back with its form',
    about: 'refusal',
    page: { url: `${site}/user/ada/diary/503`, html: button() },
    act: go,
    sends: [
      {
        url: '/user/ada/diary/503/comments',
        form: { 'diary_comment[body]': '' },
        by: 'navigate',
        answer: { type: 'text/html', body: '<form></form>' },
      },
    ],
    expect: [],
  },
  {
    name: 'follows a mapper',
    about: 'do',
    page: { url: `${site}/user/ada`, html: button() },
    act: go,
    sends: [leaves('/user/ada/follow', { authenticity_token: 'x' }, '/user/ada')],
    expect: [{ kind: 'follow', object: { url: `${site}/user/ada` }, to: { name: 'ada' } }],
  },
  {
    name: 'stops following',
    about: 'undo',
    page: { url: `${site}/user/ada`, html: button() },
    after: ['follows a mapper'],
    act: go,
    sends: [leaves('/user/ada/follow', { _method: 'delete' }, '/user/ada')],
    expect: [{ kind: 'follow', undo: true, object: { url: `${site}/user/ada` } }],
  },
  {
    name: 'shares a trace with everybody',
    about: 'do',
    page: { url: `${site}/traces/new`, html: button() },
    act: go,
    sends: [
      {
        url: '/traces',
        multipart: { 'trace[description]': 'Coast', 'trace[visibility]': 'identifiable' },
        by: 'navigate',
        answer: { status: 302, location: `${site}/user/nora/traces` },
      },
    ],
    expect: [{ kind: 'post', object: { url: `${site}/user/nora/traces` } }],
  },
  {
    name: 'reports somebody',
    about: 'do',
    page: { url: `${site}/reports/new?reportable_id=9&reportable_type=User`, html: button() },
    act: go,
    sends: [
      leaves(
        '/reports',
        { 'report[issue][reportable_id]': '9', 'report[issue][reportable_type]': 'User' },
        '/user/spam',
      ),
    ],
    expect: [{ kind: 'moderation', object: { id: 'user/9' }, detail: { act: 'report' } }],
  },
]);
