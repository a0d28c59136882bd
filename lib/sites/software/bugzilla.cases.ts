import type { RecordedRequest, SiteCase } from '../cases.ts';
import { defineCases } from '../define.ts';
import { casesOn, everyWay } from '../press-cases.ts';

// No "undo" case: a comment cannot be taken back.
// No "switch" case: nothing in it can be chosen one way or the other.
// No "draft" case: the comment is previewed in the page alone.

const origin = 'https://bugs.kiln.example';
const me =
  '<div id="header"><ul class="links"><li>| <a href="index.cgi?logout=1">Log out</a> ada@kiln.example</li></ul></div>';
const at =
  (path: string, who = me) =>
  (inside: string): SiteCase['page'] => ({
    url: origin + path,
    html: `${who}<div id="bugzilla-body"><span id="short_desc_nonedit_display">Kiln too cold</span>${inside}</div>`,
  });
const press = casesOn(at('/show_bug.cgi?id=77'));
const form =
  '<form id="changeform" method="post"><textarea id="comment" name="comment"></textarea><input id="see_also" name="see_also"><input class="act" type="submit" id="commit" value="Save Changes"></form>';
const post = (path: string, form: Record<string, string>, body = '<p>Changes submitted</p>'): RecordedRequest => ({
  url: path,
  form: { token: 't', ...form },
  by: 'navigate',
  answer: { status: 200, type: 'text/html', body },
});
const save = (fields: Record<string, string>, path = '/process_bug.cgi') =>
  post(path, { delta_ts: '2026-08-01 10:00:00', id: '77', comment: '', ...fields });
const bug = { url: `${origin}/show_bug.cgi?id=77`, id: '77' };
const comments = press('comments on a bug', form, save({ comment: 'Hot' }), {
  kind: 'comment',
  object: { ...bug, title: 'Kiln too cold' },
  account: 'ada@kiln.example',
  level: 'accepted',
});

export default defineCases([
  comments,
  ...everyWay(comments, {
    refused: { status: 500 },
    signedOut: at(
      '/show_bug.cgi?id=77',
      '<li id="mini_login_container_top"><a id="login_link_top" href="#">Log In</a></li>',
    )(form),
  }),
  press(
    'saves with Enter in a field',
    form,
    save({ comment: 'Hot' }),
    { kind: 'comment', object: bug },
    {
      about: 'keyboard',
      act: [
        { type: '#see_also', text: '78' },
        { press: 'Enter', in: '#see_also' },
      ],
    },
  ),
  press(
    'comments in a Bugzilla in a folder',
    form,
    save({ comment: 'Hot' }, '/bugzilla/process_bug.cgi'),
    {
      kind: 'comment',
      object: { url: `${origin}/bugzilla/show_bug.cgi?id=77` },
    },
    { about: 'layout', page: at('/bugzilla/show_bug.cgi?id=77')(form) },
  ),
  press(
    'a script of the page comments over REST',
    '<button class="act">Send</button>',
    { url: '/rest/bug/77/comment', json: { comment: 'Hot' } },
    {
      kind: 'comment',
      object: bug,
    },
    { about: 'layout' },
  ),
  press('writes a private comment', form, save({ comment: 'Hot', comment_is_private: '1' }), null, {
    about: 'private',
  }),
  press(
    'changes the status of a bug',
    form,
    save({ bug_status: 'RESOLVED', resolution: 'FIXED' }),
    {
      kind: 'edit',
      object: bug,
      to: null,
    },
    { about: 'edit' },
  ),
  press(
    'opens a bug',
    form,
    post('/post_bug.cgi', { product: 'Kilns & ovens', short_desc: 'Cold', component: 'Raku' }),
    {
      kind: 'post',
      object: { url: `${origin}/describecomponents.cgi?product=Kilns%20%26%20ovens`, id: 'Kilns & ovens' },
    },
    { page: at('/enter_bug.cgi?product=Kilns')(form) },
  ),
  press('a bug without a summary', form, post('/post_bug.cgi', { product: 'Kilns', short_desc: ' ' }), null, {
    about: 'refusal',
  }),
  press(
    'the page asks and searches',
    form,
    [
      { url: '/jsonrpc.cgi', json: { method: 'Bug.possible_duplicates', params: {} } },
      { url: '/jsonrpc.cgi', json: { method: 'Bug.render_comment', params: { text: 'Hot' } } },
      post('/buglist.cgi', { quicksearch: 'kiln' }),
      { method: 'GET', url: '/rest/bug/77/comment' },
    ],
    null,
    { about: 'look-alike' },
  ),
]);
