import type { ExpectedEntry, RecordedRequest, SiteCase } from '../cases.ts';
import { defineCases } from '../define.ts';
import { casesOn, everyWay } from '../press-cases.ts';

// No "draft" case: drafts stay in the browser.
// No "private" case: it has no messages between people.

const post = 'https://disqus.kiln.example/raku';
const frame = `https://disqus.com/embed/comments/?base=default&f=oven&t_u=${encodeURIComponent(post)}&t_d=Raku`;
const page = (inside: string, url = frame): SiteCase['page'] => ({
  url,
  html: `<div id="layout"><ul id="post-list" class="post-list">${inside}</ul></div>`,
});
const press = casesOn(page);
const button = '<button class="act">act</button>';
const item = (id: string, inside = button) =>
  `<li class="post" id="post-${id}"><a data-action="profile" data-username="mole" href="https://disqus.com/by/mole/">Mole</a><a class="time-ago" data-role="relative-time" href="${post}#comment-${id}">today</a>${inside}</li>`;
const up =
  '<ul><li class="voting" data-role="voting"><a class="act vote-up" data-action="upvote" href="#">+</a></li></ul>';
const call = (method: string, form: Record<string, string>): RecordedRequest => ({
  url: `/api/3.0/${method}`,
  form: { ...form, api_key: 'k' },
  by: 'xhr',
  answer: { body: '{"code":0}' },
});
const there = (id: string) => ({ url: `${post}#comment-${id}`, id });
const votes = press('votes a comment up', item('81', up), call('posts/vote.json', { post: '81', vote: '1' }), {
  kind: 'vote',
  object: there('81'),
  to: { name: 'Mole', url: 'https://disqus.com/by/mole/' },
  detail: { vote: 'up' },
});
const commented = press(
  'comments on a page',
  button,
  call('posts/create.json', { thread: '7', message: 'Hot' }),
  {
    kind: 'comment',
    object: { url: post, id: '7' },
    made: there('90'),
    to: null,
    level: 'confirmed',
  },
  { then: [{ select: '#post-list', append: item('90') }] },
);
const moderates = (name: string, act: string) =>
  press(name, item('83'), call(`posts/${act}.json`, { post: '83' }), {
    kind: 'moderation',
    object: there('83'),
    detail: { act },
  });
const onThread = (name: string, method: string, form: Record<string, string>, entry: ExpectedEntry, after?: string) =>
  press(
    name,
    button,
    call(method, { thread: '7', ...form }),
    { ...entry, object: { url: post, id: '7' } },
    after ? { after: [after] } : {},
  );

export default defineCases([
  votes,
  ...everyWay(votes, { refused: { status: 400, body: '{"code":2}' } }),
  press(
    'takes the vote back',
    item('81', up),
    call('posts/vote.json', { post: '81', vote: '0' }),
    {
      kind: 'vote',
      undo: true,
      object: there('81'),
    },
    { after: ['votes a comment up'] },
  ),
  press(
    'votes it down instead',
    item('81', up.replaceAll('up', 'down')),
    call('posts/vote', { post: '81', vote: '-1' }),
    {
      kind: 'vote',
      object: there('81'),
      detail: { vote: 'down' },
    },
    { about: 'switch', after: ['votes a comment up'] },
  ),
  press(
    'votes on a page of Disqus itself',
    item('81', up),
    call('posts/vote.json', { post: '81', vote: '1' }),
    {
      kind: 'vote',
      object: there('81'),
    },
    { about: 'layout', page: page(item('81', up), 'https://disqus.com/home/discussion/oven/raku/') },
  ),
  onThread('likes a page', 'threads/vote.json', { vote: '1' }, { kind: 'like' }),
  onThread('likes it no longer', 'threads/vote.json', { vote: '0' }, { kind: 'like', undo: true }, 'likes a page'),
  onThread('reacts to a page', 'threadReactions/vote', { reaction: '4' }, { kind: 'like' }),
  commented,
  press('reviews a page with stars', button, call('posts/create.json', { thread: '7', message: 'Hot', rating: '4' }), {
    kind: 'review',
    object: { url: post },
    detail: { rating: '4/5' },
  }),
  press('answers a comment', item('81'), call('posts/create.json', { thread: '7', parent: '81', message: 'Hot' }), {
    kind: 'comment',
    object: there('81'),
    to: { name: 'Mole' },
  }),
  press(
    'a comment without an account where one is needed',
    button,
    {
      ...call('posts/create.json', { thread: '7', message: 'Hot' }),
      answer: { status: 403, body: '{"code":4}' },
    },
    null,
    { about: 'signed-out' },
  ),
  press('changes a comment', item('90'), call('posts/update.json', { post: '90', message: 'Hotter' }), {
    kind: 'edit',
    object: there('90'),
    revises: true,
  }),
  press(
    'deletes a comment',
    item('90'),
    call('posts/remove.json', { post: '90' }),
    {
      kind: 'comment',
      undo: true,
      object: there('90'),
    },
    { after: ['comments on a page'] },
  ),
  moderates('reports a comment', 'report'),
  moderates('lets a comment in', 'approve'),
  moderates('says that a comment is spam', 'spam'),
  moderates('puts a comment on top', 'highlight'),
  press('follows a person', item('81'), call('users/follow.json', { target: 'username:mole' }), {
    kind: 'follow',
    object: { url: 'https://disqus.com/by/mole/' },
  }),
  press(
    'follows the person no longer',
    item('81'),
    call('users/unfollow.json', { target: '4455' }),
    {
      kind: 'follow',
      undo: true,
      object: { url: 'https://disqus.com/by/mole/', id: '4455' },
    },
    { after: ['follows a person'] },
  ),
  onThread('subscribes to a page', 'threads/subscribe.json', {}, { kind: 'bookmark' }),
  onThread(
    'does so no longer',
    'threads/unsubscribe.json',
    {},
    { kind: 'bookmark', undo: true },
    'subscribes to a page',
  ),
  press(
    'the frame reads and counts',
    item('81'),
    [
      { method: 'GET', url: '/api/3.0/threads/listPostsThreaded?thread=7' },
      { method: 'GET', url: '/api/3.0/posts/listUsersVotedPosts?post=81' },
      { method: 'GET', url: '/api/3.0/embed/threadDetails.json?thread=7' },
      { url: 'https://referrer.disqus.com/juggler/stat.gif', text: 'x', by: 'beacon' },
      call('posts/getContext.json', { post: '81' }),
    ],
    null,
    { about: 'look-alike' },
  ),
]);
