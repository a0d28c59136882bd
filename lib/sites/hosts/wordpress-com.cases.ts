import type { ExpectedEntry, RecordedRequest, SiteCase } from '../cases.ts';
import { defineCases } from '../define.ts';
import { casesOn, everyWay } from '../press-cases.ts';

// No "edit" case: comments are changed in the dashboard.
// No "switch" case: nothing in it can be chosen one way or the other.
// No "draft" case: drafts of posts belong to the dashboard.
// No "private" case: it has no messages between people.

const page = (inside: string, url = 'https://wordpress.com/reader'): SiteCase['page'] => ({
  url,
  html: `<main>${inside}</main>`,
});
const press = casesOn(page);
const button = '<button class="act">act</button>';
const permalink = 'https://oven.kiln.example/raku/#comment-55';
const comment = `<div class="comments__comment"><a class="comments__comment-username" href="https://mole.example/">Mole</a><span class="comments__comment-timestamp"><a href="${permalink}">today</a></span>${button}</div>`;
const call = (path: string, form: Record<string, string> = {}, version = 'v1.1'): RecordedRequest => ({
  url: `https://public-api.wordpress.com/rest/${version}/${path}?http_envelope=1`,
  form: { ...form, locale: 'en' },
  by: 'xhr',
});
const post = { url: 'https://wordpress.com/reader/blogs/901/posts/41', id: '901/41' };
const likes = press('likes a post in the Reader', button, call('sites/901/posts/41/likes/new'), {
  kind: 'like',
  object: post,
  level: 'accepted',
});
const step = (name: string, path: string, entry: ExpectedEntry, after?: string, inside = comment) =>
  press(name, inside, call(path), entry, after ? { after: [after] } : {});

export default defineCases([
  likes,
  ...everyWay(likes, { refused: { status: 403 } }),
  step(
    'likes it no longer',
    'sites/901/posts/41/likes/mine/delete',
    { kind: 'like', undo: true, object: post },
    'likes a post in the Reader',
  ),
  press(
    'likes a post from the frame in a blog',
    '<a class="act like" href="#">Like</a>',
    call('sites/901/posts/42/likes/new', {}, 'v1'),
    {
      kind: 'like',
      object: { url: 'https://wordpress.com/reader/blogs/901/posts/42' },
    },
    {
      about: 'layout',
      page: page(
        '<a class="act like" href="#">Like</a>',
        'https://widgets.wp.com/likes/?ver=14#blog_id=901&post_id=42&origin=oven.kiln.example',
      ),
    },
  ),
  press(
    'likes a post of a blog that goes by its name',
    button,
    call('sites/oven.kiln.example/posts/43/likes/new'),
    {
      kind: 'like',
      object: { url: 'https://oven.kiln.example/?p=43' },
    },
    { about: 'layout' },
  ),
  press(
    'a like while nobody is signed in',
    button,
    { ...call('sites/901/posts/44/likes/new'), answer: { status: 403 } },
    null,
    { about: 'signed-out' },
  ),
  step('likes a comment', 'sites/901/comments/55/likes/new', {
    kind: 'like',
    object: { url: permalink, id: '901/55' },
    to: { name: 'Mole' },
  }),
  step(
    'likes the comment no longer',
    'sites/901/comments/55/likes/mine/delete',
    { kind: 'like', undo: true, object: { url: permalink } },
    'likes a comment',
  ),
  step('comments on a post', 'sites/901/posts/41/replies/new', { kind: 'comment', object: post }, undefined, button),
  step('answers a comment', 'sites/901/comments/55/replies/new', {
    kind: 'comment',
    object: { url: permalink },
    to: { name: 'Mole' },
  }),
  step(
    'answers a comment from a notification',
    'sites/901/comments/56/replies/new',
    { kind: 'comment', object: { url: 'https://wordpress.com/comment/901/56' } },
    undefined,
    button,
  ),
  step(
    'deletes a comment',
    'sites/901/comments/57/delete',
    { kind: 'comment', undo: true, object: { url: 'https://wordpress.com/comment/901/57' } },
    undefined,
    button,
  ),
  press('follows a blog', button, call('read/following/mine/new', { url: 'https://oven.kiln.example' }), {
    kind: 'follow',
    object: { url: 'https://oven.kiln.example/' },
  }),
  press(
    'follows it no longer',
    button,
    call('read/following/mine/delete', { url: 'https://oven.kiln.example' }),
    {
      kind: 'follow',
      undo: true,
      object: { url: 'https://oven.kiln.example/' },
    },
    { after: ['follows a blog'] },
  ),
  press(
    'the page reads',
    button,
    [
      { method: 'GET', url: 'https://public-api.wordpress.com/rest/v1.1/sites/901/posts/41/likes' },
      { method: 'GET', url: 'https://public-api.wordpress.com/rest/v1.1/batch?urls[]=/me' },
      call('me/notifications/seen', { time: '1' }),
      call('read/seen', { post_id: '41' }),
    ],
    null,
    { about: 'look-alike' },
  ),
]);
