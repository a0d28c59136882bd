import type { RecordedRequest, SiteCase } from '../cases.ts';
import { defineCases } from '../define.ts';

// No "private" case: there are no messages between people.
// No "switch" case: reactions stand side by side, none takes the place of another.

const origin = 'https://codeberg.org';
const repo = `${origin}/ada/tides`;
const nav =
  '<nav id="navbar"><div class="menu user-menu"><div class="header">Signed in as <strong>nora</strong></div></div></nav>';
const comment = (id: string, by = 'tomtom') => `<div class="timeline-item comment" id="issuecomment-${id}">
  <div class="comment-header"><a class="author" href="/${by}">${by}</a></div><div class="reactions" data-action-url="/ada/tides/comments/${id}/reactions">
  <button class="comment-reaction-button" data-reaction-content="heart" data-has-reacted="false">1</button></div><button class="edit">Edit</button></div>`;
const form = `<form id="comment-form"><textarea name="content"></textarea><button class="close" name="status" value="close">Close with comment</button><button class="send">Comment</button></form>`;
const issue = (inside = '') => `${nav}<div id="issue-title-display"><h1>Off by one hour #7</h1></div>${inside}${form}`;
const home = `${nav}<form action="/ada/tides/action/star"><button class="star">Star</button></form><form action="/ada/tides/action/watch"><button class="watch">Watch</button></form>`;

const post = (url: string, form: Record<string, string> = {}, answer?: RecordedRequest['answer']): RecordedRequest => ({
  url,
  form,
  by: 'fetch',
  ...(answer ? { answer } : {}),
});
const leaves = (url: string, form: Record<string, string>, location: string): RecordedRequest => ({
  url,
  form,
  by: 'navigate',
  answer: { status: 303, location },
});
const asked = (text: string) => ({ type: 'application/json', body: `{"redirect":"${text}"}` });

export default defineCases([
  {
    name: 'stars a repository',
    about: 'do',
    page: { url: repo, html: home },
    act: [{ click: '.star' }],
    sends: [post('/ada/tides/action/star')],
    expect: [
      {
        kind: 'like',
        object: { url: repo, id: '/ada/tides', title: 'tides' },
        to: { name: 'ada', url: `${origin}/ada` },
        detail: { reaction: 'star' },
        account: 'nora',
        level: 'accepted',
      },
    ],
  },
  {
    name: 'takes a star back',
    about: 'undo',
    page: { url: repo, html: home.replace('action/star', 'action/unstar') },
    after: ['stars a repository'],
    act: [{ click: '.star' }],
    sends: [post('/ada/tides/action/unstar')],
    expect: [{ kind: 'like', undo: true, object: { url: repo } }],
  },
  {
    name: 'stars with Enter, on a host of its own and below a path',
    about: 'layout',
    page: {
      url: 'https://code.example.net/git/ada/tides',
      head: '<meta name="author" content="Gitea - Git with a cup of tea">',
      html: home,
    },
    act: [{ click: '.star' }],
    sends: [leaves('/git/ada/tides/action/star', {}, 'https://code.example.net/git/ada/tides')],
    expect: [{ kind: 'like', object: { url: 'https://code.example.net/git/ada/tides' } }],
  },
  {
    name: 'stars with Enter on the focused button',
    about: 'keyboard',
    page: { url: `${origin}/ada/moon`, html: home },
    act: [{ press: 'Enter', in: '.star' }],
    sends: [post('/ada/moon/action/star')],
    expect: [{ kind: 'like', object: { url: `${origin}/ada/moon` } }],
  },
  {
    name: 'a star while nobody is signed in leads to the form',
    about: 'signed-out',
    page: {
      url: repo,
      html: `<nav id="navbar"><a href="/user/login?redirect_to=x">Sign in</a></nav>${home.slice(nav.length)}`,
    },
    act: [{ click: '.star' }],
    sends: [leaves('/ada/tides/action/star', {}, `${origin}/user/login`)],
    expect: [],
  },
  {
    name: 'a star after the session has ended leads to the form',
    about: 'refusal',
    page: { url: repo, html: home },
    act: [{ click: '.star' }],
    sends: [leaves('/ada/tides/action/star', {}, `${origin}/user/login`)],
    expect: [],
  },
  {
    name: 'a script of the page presses the star',
    about: 'synthetic',
    page: { url: repo, html: home },
    act: [{ synthetic: '.star' }],
    sends: [post('/ada/tides/action/star')],
    expect: [],
  },
  {
    name: 'one press that sends the star twice counts once',
    about: 'double',
    page: { url: repo, html: home },
    act: [{ click: '.star' }],
    sends: [post('/ada/tides/action/star'), post('/ada/tides/action/star')],
    expect: [{ kind: 'like', object: { url: repo } }],
  },
  {
    name: 'previews, marks of seen files and the log of a run are no acts',
    about: 'look-alike',
    page: { url: `${repo}/pulls/9/files`, html: issue() },
    act: [{ click: '.send' }],
    sends: [
      post('/ada/tides/markup', { mode: 'comment', text: 'x' }),
      post('/ada/tides/pulls/9/viewed-files'),
      post('/ada/tides/issues/9/watch', { watch: '1' }),
      post('/ada/tides/actions/runs/3/jobs/0', {}),
      post('/ada/tides/issues/9/times/start'),
    ],
    expect: [],
  },
  {
    name: 'watches a repository',
    about: 'do',
    page: { url: repo, html: home },
    act: [{ click: '.watch' }],
    sends: [post('/ada/tides/action/watch')],
    expect: [{ kind: 'follow', object: { url: repo }, detail: { act: 'watch' } }],
  },
  {
    name: 'no longer watches it',
    about: 'undo',
    page: { url: repo, html: home },
    after: ['watches a repository'],
    act: [{ click: '.watch' }],
    sends: [post('/ada/tides/action/unwatch')],
    expect: [{ kind: 'follow', undo: true, object: { url: repo } }],
  },
  {
    name: 'reacts to a comment',
    about: 'do',
    page: { url: `${repo}/issues/7`, html: issue(comment('51')) },
    act: [{ click: '.comment-reaction-button' }],
    sends: [post('/ada/tides/comments/51/reactions/react', { content: 'heart' })],
    expect: [
      {
        kind: 'like',
        object: { url: `${repo}/issues/7#issuecomment-51`, title: 'Off by one hour' },
        to: { name: 'tomtom', url: `${origin}/tomtom` },
        detail: { reaction: 'heart', act: 'heart' },
      },
    ],
  },
  {
    name: 'takes a reaction to a comment back',
    about: 'undo',
    page: { url: `${repo}/issues/7`, html: issue(comment('51')) },
    after: ['reacts to a comment'],
    act: [{ click: '.comment-reaction-button' }],
    sends: [post('/ada/tides/comments/51/reactions/unreact', { content: 'heart' })],
    expect: [{ kind: 'like', undo: true, object: { url: `${repo}/issues/7#issuecomment-51` } }],
  },
  {
    name: 'reacts to an issue',
    about: 'do',
    page: { url: `${repo}/issues/7`, html: issue('<button class="r">+1</button>') },
    act: [{ click: '.r' }],
    sends: [post('/ada/tides/issues/7/reactions/react', { content: '+1' })],
    expect: [{ kind: 'like', object: { url: `${repo}/issues/7` }, detail: { reaction: '+1', act: '+1' } }],
  },
  {
    name: 'takes a reaction to an issue back',
    about: 'undo',
    page: { url: `${repo}/issues/7`, html: issue('<button class="r">+1</button>') },
    after: ['reacts to an issue'],
    act: [{ click: '.r' }],
    sends: [post('/ada/tides/issues/7/reactions/unreact', { content: '+1' })],
    expect: [{ kind: 'like', undo: true, object: { url: `${repo}/issues/7` } }],
  },
  {
    name: 'comments on an issue, by a redirect',
    about: 'do',
    page: { url: `${repo}/issues/7`, html: issue() },
    act: [{ type: 'textarea', text: 'Seen here too' }, { click: '.send' }],
    sends: [
      leaves(
        '/ada/tides/issues/7/comments',
        { content: 'Seen here too', status: '' },
        `${repo}/issues/7#issuecomment-52`,
      ),
    ],
    expect: [
      {
        kind: 'comment',
        object: { url: `${repo}/issues/7`, title: 'Off by one hour' },
        made: { url: `${repo}/issues/7#issuecomment-52`, id: 'issuecomment-52' },
        account: 'nora',
        level: 'confirmed',
      },
    ],
  },
  {
    name: 'comments and closes with one press',
    about: 'do',
    page: { url: `${repo}/issues/8`, html: issue() },
    act: [{ type: 'textarea', text: 'Fixed' }, { click: '.close' }],
    sends: [post('/ada/tides/issues/8/comments', { content: 'Fixed', status: 'close' }, asked('/ada/tides/issues/8'))],
    expect: [
      { kind: 'comment', object: { url: `${repo}/issues/8` } },
      { kind: 'moderation', object: { url: `${repo}/issues/8` }, detail: { act: 'close' } },
    ],
  },
  {
    name: 'reopens without a word',
    about: 'do',
    page: { url: `${repo}/pulls/9`, html: issue() },
    act: [{ click: '.close' }],
    sends: [post('/ada/tides/pulls/9/comments', { content: '', status: 'reopen' }, asked('/ada/tides/pulls/9'))],
    expect: [{ kind: 'moderation', object: { url: `${repo}/pulls/9` }, detail: { act: 'reopen' } }],
  },
  {
    name: 'edits an own comment',
    about: 'edit',
    page: { url: `${repo}/issues/7`, html: issue(comment('53', 'nora')) },
    act: [{ click: '.edit' }],
    sends: [post('/ada/tides/comments/53', { content: 'Seen twice' })],
    expect: [{ kind: 'edit', revises: true, object: { url: `${repo}/issues/7#issuecomment-53` } }],
  },
  {
    name: 'deletes an own comment',
    about: 'undo',
    page: { url: `${repo}/issues/7`, html: issue(comment('54', 'nora')) },
    act: [{ click: '.edit' }],
    sends: [post('/ada/tides/comments/54/delete')],
    expect: [{ kind: 'comment', undo: true, object: { url: `${repo}/issues/7#issuecomment-54` } }],
  },
  {
    name: 'deletes somebody else’s comment',
    about: 'do',
    page: { url: `${repo}/issues/7`, html: issue(comment('55')) },
    act: [{ click: '.edit' }],
    sends: [post('/ada/tides/comments/55/delete')],
    expect: [{ kind: 'moderation', object: { url: `${repo}/issues/7#issuecomment-55` }, detail: { act: 'delete' } }],
  },
  {
    name: 'opens an issue',
    about: 'do',
    page: {
      url: `${repo}/issues/new`,
      html: `${nav}<form id="new-issue"><input name="title"><button>Create</button></form>`,
    },
    act: [{ click: '#new-issue button' }],
    sends: [leaves('/ada/tides/issues/new', { title: 'Neap tides', content: 'x' }, `${repo}/issues/11`)],
    expect: [
      {
        kind: 'post',
        object: { url: `${repo}/issues/11`, title: 'Neap tides' },
        made: { url: `${repo}/issues/11` },
        level: 'confirmed',
      },
    ],
  },
  {
    name: 'opens a pull request',
    about: 'do',
    page: { url: `${repo}/compare/main...fix`, html: `${nav}<form id="new-issue"><button>Create</button></form>` },
    act: [{ click: '#new-issue button' }],
    sends: [post('/ada/tides/compare/main...fix', { title: 'Fix the hour' }, asked('/ada/tides/pulls/12'))],
    expect: [{ kind: 'post', object: { url: repo, title: 'Fix the hour' }, level: 'accepted' }],
  },
  {
    name: 'edits the title of an issue',
    about: 'edit',
    page: { url: `${repo}/issues/7`, html: issue('<button class="t">Save</button>') },
    act: [{ click: '.t' }],
    sends: [post('/ada/tides/issues/7/title', { title: 'Off by two hours' })],
    expect: [{ kind: 'edit', object: { url: `${repo}/issues/7` }, detail: { act: 'title' } }],
  },
  {
    name: 'approves a pull request',
    about: 'do',
    page: {
      url: `${repo}/pulls/9/files`,
      html: `${nav}<form id="review-box"><button name="type" value="approve">Approve</button></form>`,
    },
    act: [{ click: '#review-box button' }],
    sends: [
      post(
        '/ada/tides/pulls/9/files/reviews/submit',
        { type: 'approve', content: 'Good', commit_id: 'ab12' },
        asked('/x'),
      ),
    ],
    expect: [{ kind: 'code-review', object: { url: `${repo}/pulls/9` }, detail: { act: 'approve' } }],
  },
  {
    name: 'comments on a line at once, and answers there',
    about: 'do',
    page: { url: `${repo}/pulls/10/files`, html: `${nav}<form><button class="l">Add comment</button></form>` },
    act: [{ click: '.l' }],
    sends: [
      post('/ada/tides/pulls/10/files/reviews/comments', {
        content: 'x',
        path: 'a.c',
        line: '3',
        single_review: 'true',
      }),
      post('/ada/tides/pulls/10/files/reviews/comments', {
        content: 'x',
        path: 'a.c',
        line: '3',
        reply: '60',
        single_review: 'true',
      }),
    ],
    expect: [
      { kind: 'code-review', object: { url: `${repo}/pulls/10` }, detail: { act: 'comment' } },
      { kind: 'comment', object: { url: `${repo}/pulls/10` } },
    ],
  },
  {
    name: 'a comment on a line that waits for the review',
    about: 'draft',
    page: { url: `${repo}/pulls/10/files`, html: `${nav}<form><button class="l">Start review</button></form>` },
    act: [{ click: '.l' }],
    sends: [
      post('/ada/tides/pulls/10/files/reviews/comments', { content: 'x', path: 'a.c', line: '3', pending_review: '' }),
    ],
    expect: [],
  },
  ...(
    [
      ['merge', 'pulls/13/merge', { do: 'squash' }],
      ['resolve', 'issues/resolve_conversation', { origin: 'timeline', action: 'Resolve', comment_id: '5' }],
      ['label', 'issues/labels', { action: 'attach', issue_ids: '811', id: '4' }],
      ['lock', 'pulls/13/lock', { reason: 'heat' }],
      ['dismiss-review', 'issues/dismiss_review', { review_id: '3' }],
    ] as [string, string, Record<string, string>][]
  ).map(
    ([act, path, fields]): SiteCase => ({
      name: `takes care of a pull request: ${act}`,
      about: 'do',
      page: { url: `${repo}/pulls/13`, html: issue('<button class="m">Go</button>') },
      act: [{ click: '.m' }],
      sends: [post(`/ada/tides/${path}`, fields)],
      expect: [{ kind: 'moderation', object: { url: `${repo}/pulls/13` }, detail: { act } }],
    }),
  ),
  {
    name: 'changes a file in the browser',
    about: 'do',
    page: { url: `${repo}/_edit/main/README.md`, html: `${nav}<form><button class="c">Commit</button></form>` },
    act: [{ click: '.c' }],
    sends: [
      leaves(
        '/ada/tides/_edit/main/README.md',
        { tree_path: 'README.md', content: 'x', commit_choice: 'direct' },
        `${repo}/src/branch/main/README.md`,
      ),
    ],
    expect: [{ kind: 'edit', object: { url: repo } }],
  },
  {
    name: 'changes a page of the wiki',
    about: 'edit',
    page: { url: `${repo}/wiki/Home?action=_edit`, html: `${nav}<form><button class="c">Save</button></form>` },
    act: [{ click: '.c' }],
    sends: [leaves('/ada/tides/wiki/Home?action=_edit', { title: 'Home', content: 'x' }, `${repo}/wiki/Home`)],
    expect: [{ kind: 'edit', object: { url: `${repo}/wiki`, title: 'Home' } }],
  },
  {
    name: 'follows somebody',
    about: 'do',
    page: { url: `${origin}/tomtom`, html: `${nav}<button class="f">Follow</button>` },
    act: [{ click: '.f' }],
    sends: [post('/tomtom?action=follow')],
    expect: [{ kind: 'follow', object: { url: `${origin}/tomtom` }, to: { name: 'tomtom', url: `${origin}/tomtom` } }],
  },
  {
    name: 'stops following',
    about: 'undo',
    page: { url: `${origin}/tomtom`, html: `${nav}<button class="f">Unfollow</button>` },
    after: ['follows somebody'],
    act: [{ click: '.f' }],
    sends: [post('/tomtom?action=unfollow')],
    expect: [{ kind: 'follow', undo: true, object: { url: `${origin}/tomtom` } }],
  },
]);
