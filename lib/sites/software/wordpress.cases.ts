import type { ExpectedEntry, RecordedRequest, SiteCase } from '../cases.ts';
import { defineCases } from '../define.ts';

// No "private" case: WordPress itself has no messages between people.
// No "switch" case: nothing in it can be chosen one way or the other.

const origin = 'https://kilnblog.example';
const post = `${origin}/2026/10/raku/`;
const head = `<meta name="generator" content="WordPress 6.8"><link rel="https://api.w.org/" href="${origin}/wp-json/"><link rel="canonical" href="${post}">`;
const bar =
  '<div id="wpadminbar"><span id="wp-admin-bar-my-account"><span class="display-name">ada</span></span></div>';
const title =
  '<h1 class="entry-title">Raku at home</h1><span class="entry-meta"><span class="author"><a href="/author/wren/">Wren</a></span></span><a rel="tag">kilns</a>';
const form =
  '<form id="commentform" action="/wp-comments-post.php" method="post"><textarea id="comment" name="comment"></textarea><input type="submit" id="submit" name="submit" value="Post"></form>';
const comment = (id: string, inside = '') =>
  `<li class="comment" id="comment-${id}"><div class="comment-author"><b class="fn"><a href="https://mole.example/">Mole</a></b></div>${inside}</li>`;

const page = (inside: string, url = post) => ({ url, head, html: bar + title + inside });
const send = (fields: Record<string, string>, id: string | null): RecordedRequest => ({
  url: '/wp-comments-post.php',
  form: { comment: 'Lovely', comment_post_ID: '41', comment_parent: '0', submit: 'Post', ...fields },
  by: 'navigate',
  answer:
    id === null
      ? { status: 200, type: 'text/html', body: '<p>Duplicate comment detected</p>' }
      : { status: 302, location: `${post}#comment-${id}` },
});
const made = (id: string) => ({ url: `${post}#comment-${id}`, id });
const typed = [{ type: '#comment', text: 'Lovely' }, { click: '#submit' }] satisfies SiteCase['act'];

const row = (id: string) =>
  `<table><tbody id="the-comment-list"><tr id="comment-${id}"><td class="column-author"><strong>Mole</strong></td><td><span class="submitted-on"><a href="${post}#comment-${id}">today</a></span><a class="act" href="#">act</a></td></tr></tbody></table>`;
const ajax = (fields: Record<string, string>): RecordedRequest => ({
  url: '/wp-admin/admin-ajax.php',
  form: fields,
  by: 'xhr',
});
/** A press in the dashboard's list of comments. */
const dash = (name: string, id: string, sends: RecordedRequest, entry: ExpectedEntry, after?: string): SiteCase => ({
  name,
  about: entry.undo ? 'undo' : 'do',
  page: { url: `${origin}/wp-admin/edit-comments.php`, html: `${bar}<div id="wpbody">${row(id)}</div>` },
  act: [{ click: '.act' }],
  sends: [sends],
  expect: [entry],
  ...(after ? { after: [after] } : {}),
});
const editor = (button: string) => ({
  url: `${origin}/wp-admin/post.php?post=50&action=edit`,
  html: `${bar}<div id="wpbody"><button class="${button}">Go</button></div>`,
});
const save = (json: unknown): RecordedRequest => ({ url: '/wp-json/wp/v2/posts/50?_locale=user', json });

export default defineCases([
  {
    name: 'comments on a post',
    about: 'do',
    page: page(comment('9') + form),
    act: typed,
    sends: [send({}, '10')],
    expect: [
      {
        kind: 'comment',
        object: { url: post, id: '41', title: 'Raku at home' },
        to: { name: 'Wren', url: `${origin}/author/wren/` },
        made: made('10'),
        account: 'ada',
        topics: ['kilns'],
        level: 'confirmed',
      },
    ],
  },
  {
    name: 'replies to a comment, without an account',
    about: 'layout',
    page: { url: `${post}?replytocom=9`, head, html: title + comment('9', form) },
    act: typed,
    sends: [send({ comment_parent: '9', author: 'Ada', email: 'ada@kilnblog.example' }, '11')],
    expect: [
      {
        kind: 'comment',
        object: made('9'),
        to: { name: 'Mole', url: 'https://mole.example/' },
        made: made('11'),
        account: '',
      },
    ],
  },
  {
    name: 'sends a comment with Enter on the button',
    about: 'keyboard',
    page: page(form),
    act: [
      { type: '#comment', text: 'Lovely' },
      { press: 'Enter', in: '#submit' },
    ],
    sends: [send({}, '12')],
    expect: [{ kind: 'comment', object: { url: post }, made: made('12') }],
  },
  {
    name: 'a comment that waits: the secret in the address is not kept',
    about: 'layout',
    page: page(form),
    act: typed,
    sends: [
      {
        ...send({}, '13'),
        answer: { status: 302, location: `${post}?unapproved=13&moderation-hash=5f0c9d#comment-13` },
      },
    ],
    expect: [{ kind: 'comment', object: { url: post }, made: made('13') }],
  },
  {
    name: 'a comment said twice comes back with 200',
    about: 'refusal',
    page: page(form),
    act: typed,
    sends: [send({}, null)],
    expect: [],
  },
  {
    name: 'a comment where an account is needed leads to the sign-in page',
    about: 'signed-out',
    page: { url: post, head, html: title + form },
    act: typed,
    sends: [{ ...send({}, '1'), answer: { status: 302, location: `${origin}/wp-login.php?redirect_to=x` } }],
    expect: [],
  },
  {
    name: 'a script comments',
    about: 'synthetic',
    page: page(form),
    act: [{ synthetic: '#submit' }],
    sends: [send({}, '14')],
    expect: [],
  },
  {
    name: 'one press that is sent twice counts once',
    about: 'double',
    page: page(form),
    act: typed,
    sends: [
      { ...send({}, '15'), by: 'fetch' },
      { ...send({}, '15'), by: 'fetch' },
    ],
    expect: [{ kind: 'comment', object: { url: post } }],
  },
  {
    name: 'the heartbeat of the dashboard',
    about: 'look-alike',
    page: page(form),
    act: [{ click: '#comment' }],
    sends: [ajax({ action: 'heartbeat', interval: '60' }), ajax({ action: 'closed-postboxes', page: 'post' })],
    expect: [],
  },
  {
    name: 'gives stars with a comment',
    about: 'do',
    page: page(form),
    act: typed,
    sends: [send({ rating: '4' }, '16')],
    expect: [{ kind: 'review', object: { url: post }, made: made('16'), detail: { rating: '4/5' } }],
  },
  dash(
    'replies in the dashboard',
    '20',
    ajax({ action: 'replyto-comment', comment_ID: '20', comment_post_ID: '41', content: 'Thanks' }),
    { kind: 'comment', object: made('20'), to: { name: 'Mole' } },
  ),
  {
    ...dash(
      'corrects a comment in the dashboard',
      '21',
      ajax({ action: 'edit-comment', comment_ID: '21', content: 'Thanks' }),
      { kind: 'edit', object: made('21') },
    ),
    about: 'edit',
  },
  {
    name: 'replies in the row that opens below the comment, to a comment that nobody else sees yet',
    about: 'layout',
    page: {
      url: `${origin}/wp-admin/edit-comments.php`,
      html: `${bar}<div id="wpbody"><table><tbody id="the-comment-list"><tr id="comment-25" class="unapproved"><td class="column-author"><strong>Mole</strong></td><td class="column-response"><a class="comments-edit-item-link" href="#">Kettles</a><a class="comments-view-item-link" href="${post}">View Post</a></td></tr><tr id="replyrow"><td><input type="hidden" id="comment_ID" value="25"><button type="button" class="save">Reply</button></td></tr></tbody></table></div>`,
    },
    act: [{ click: '#replyrow .save' }],
    sends: [ajax({ action: 'replyto-comment', comment_ID: '25', comment_post_ID: '41', content: 'Thanks' })],
    expect: [{ kind: 'comment', object: { ...made('25'), title: 'Kettles' }, to: { name: 'Mole' } }],
  },
  dash('approves a comment', '22', ajax({ action: 'dim-comment', id: '22', dimClass: 'unapproved', new: 'approved' }), {
    kind: 'moderation',
    object: made('22'),
    detail: { act: 'approve' },
  }),
  dash(
    'approves it no longer',
    '22',
    ajax({ action: 'dim-comment', id: '22', dimClass: 'unapproved', new: 'unapproved' }),
    { kind: 'moderation', undo: true, object: made('22') },
    'approves a comment',
  ),
  dash(
    'approves a comment by its link',
    '23',
    {
      method: 'GET',
      url: '/wp-admin/comment.php?action=approvecomment&c=23&_wpnonce=ab',
      by: 'navigate',
      answer: { status: 302, location: '/wp-admin/edit-comments.php' },
    },
    { kind: 'moderation', object: made('23'), detail: { act: 'approve' } },
  ),
  dash('says that a comment is spam', '24', ajax({ action: 'delete-comment', id: '24', spam: '1' }), {
    kind: 'moderation',
    object: made('24'),
    detail: { act: 'spam' },
  }),
  dash(
    'says that it is none',
    '24',
    ajax({ action: 'delete-comment', id: '24', unspam: '1' }),
    { kind: 'moderation', undo: true, object: made('24') },
    'says that a comment is spam',
  ),
  dash(
    'a theme comments by script',
    '25',
    { url: '/wp-json/wp/v2/comments', json: { post: 41, parent: 0, content: 'Lovely' } },
    { kind: 'comment', object: { url: `${origin}/?p=41` } },
  ),
  {
    name: 'publishes a post',
    about: 'do',
    page: editor('editor-post-publish-button'),
    act: [{ click: 'button' }],
    sends: [save({ id: 50, status: 'publish', title: 'Raku' })],
    expect: [{ kind: 'post', object: { url: `${origin}/?p=50` }, made: { url: `${origin}/?p=50` }, to: null }],
  },
  {
    name: 'publishes a post on a site without readable addresses',
    about: 'layout',
    page: editor('editor-post-publish-button'),
    act: [{ click: 'button' }],
    sends: [
      { url: '/blog/index.php?rest_route=%2Fwp%2Fv2%2Fposts%2F51&_locale=user', json: { id: 51, status: 'publish' } },
    ],
    expect: [{ kind: 'post', object: { url: `${origin}/blog/?p=51`, id: '51' } }],
  },
  dash(
    'a theme comments by script on a site without readable addresses',
    '26',
    { url: '/index.php?rest_route=/wp/v2/comments', json: { post: 42, content: 'Lovely' } },
    { kind: 'comment', object: { url: `${origin}/?p=42` } },
  ),
  {
    name: 'comments on a post without a readable address',
    about: 'layout',
    page: {
      url: `${origin}/?p=41`,
      head: head.replace(post, `${origin}/?p=41`),
      html: bar + title + form,
    },
    act: typed,
    sends: [{ ...send({}, null), answer: { status: 302, location: `${origin}/?p=41#comment-17` } }],
    expect: [
      { kind: 'comment', object: { url: `${origin}/?p=41` }, made: { url: `${origin}/?p=41#comment-17`, id: '17' } },
    ],
  },
  {
    name: 'updates a post in a folder of its own',
    about: 'edit',
    page: editor('editor-post-publish-button'),
    act: [{ click: '.editor-post-publish-button' }],
    sends: [{ url: '/blog/wp-json/wp/v2/posts/50', json: { id: 50, content: 'Raku' } }],
    expect: [{ kind: 'edit', object: { url: `${origin}/blog/?p=50` }, revises: true }],
  },
  {
    name: 'keeps a draft',
    about: 'draft',
    page: editor('editor-post-save-draft'),
    act: [{ click: '.editor-post-save-draft' }],
    sends: [
      save({ id: 50, content: 'Raku' }),
      save({ id: 50, status: 'draft' }),
      { url: '/wp-json/wp/v2/posts/50/autosaves', json: { content: 'Raku' } },
    ],
    expect: [],
  },
]);
