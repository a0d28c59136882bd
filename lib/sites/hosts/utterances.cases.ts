import type { RecordedRequest, SiteCase } from '../cases.ts';
import { defineCases } from '../define.ts';
import { casesOn, everyWay } from '../press-cases.ts';

// No "edit" case: comments are changed on GitHub.
// No "private" case: it has no messages between people.
// No "signed-out" case: without an account its buttons are off, and the box leads to the sign-in.

const post = 'https://shed.kiln.example/raku';
const page = (inside: string): SiteCase['page'] => ({
  url: `https://utteranc.es/utterances.html?src=x&repo=kiln%2Fshed&issue-term=pathname&url=${encodeURIComponent(post)}&origin=https%3A%2F%2Fshed.kiln.example`,
  html: `<main class="timeline">${inside}</main>`,
});
const press = casesOn(page);
const permalink = (id: string) => `https://github.com/kiln/shed/issues/4#issuecomment-${id}`;
const api = 'https://api.github.com/repos/kiln/shed/issues';
const comment = (
  id: string,
  inside = '<button class="act" reaction type="submit" value="heart">+</button>',
  who = '',
) =>
  `<article class="timeline-comment${who}"><header class="comment-header"><span class="comment-meta"><a class="text-link" href="https://github.com/mole"><strong>mole</strong></a><a class="text-link" href="${permalink(id)}">today</a></span></header><div class="comment-footer" reaction-url="${api}/comments/${id}/reactions">${inside}</div></article>`;
const box =
  '<form class="comment"><header class="new-comment-header"></header><div class="comment-body"><textarea></textarea></div><button class="act" type="submit">Comment</button></form>';
const send = (path: string, json: unknown, status = 201): RecordedRequest => ({
  url: `${api}${path}`,
  json,
  answer: { status, body: '{}' },
});
const drop = (path: string): RecordedRequest => ({ method: 'DELETE', url: `${api}${path}`, answer: { status: 204 } });
const likes = press('reacts to a comment', comment('71'), send('/comments/71/reactions', { content: 'heart' }), {
  kind: 'like',
  object: { url: permalink('71'), id: '71' },
  to: { name: 'mole', url: 'https://github.com/mole' },
  detail: { reaction: 'heart' },
});

export default defineCases([
  likes,
  ...everyWay(likes, { refused: { status: 403 } }),
  press(
    'takes the reaction back',
    comment('71'),
    drop('/comments/71/reactions/5'),
    {
      kind: 'like',
      undo: true,
      object: { url: permalink('71') },
    },
    { after: ['reacts to a comment'] },
  ),
  press(
    'reacts in another way',
    comment('71'),
    send('/comments/71/reactions', { content: 'eyes' }),
    {
      kind: 'like',
      object: { url: permalink('71') },
      detail: { reaction: 'eyes' },
    },
    { about: 'switch', after: ['reacts to a comment'] },
  ),
  press(
    'a reaction to another comment than the one around the press has no address',
    comment('71'),
    send('/comments/72/reactions', { content: 'eyes' }),
    null,
    { about: 'layout' },
  ),
  press(
    'comments on a post',
    box,
    send('/4/comments', { body: 'Hot' }),
    {
      kind: 'comment',
      object: { url: post, id: 'kiln/shed#4' },
      made: { url: permalink('90') },
      to: null,
      level: 'confirmed',
    },
    { then: [{ select: 'main', append: comment('90', '', ' current-user') }] },
  ),
  press(
    'comments below a post that the frame does not name',
    box,
    send('/4/comments', { body: 'Hot' }),
    {
      kind: 'comment',
      object: { url: 'https://github.com/kiln/shed/issues/4' },
    },
    {
      about: 'layout',
      page: { ...page(box), url: 'https://utteranc.es/utterances.html?repo=kiln%2Fshed&issue-number=4' },
    },
  ),
  press('a comment that is not taken', box, send('/4/comments', { body: 'Hot' }, 401), null, { about: 'refusal' }),
  press('reacts to a post', '<button class="act" reaction>+</button>', send('/4/reactions', { content: '+1' }), {
    kind: 'like',
    object: { url: post },
    detail: { reaction: '+1' },
  }),
  press(
    'takes that back',
    '<button class="act" reaction>+</button>',
    drop('/4/reactions/6'),
    {
      kind: 'like',
      undo: true,
      object: { url: post },
    },
    { after: ['reacts to a post'] },
  ),
  press(
    'the frame shows how a comment will look',
    box,
    { url: 'https://api.github.com/markdown', json: { text: 'Hot' } },
    null,
    {
      about: 'draft',
    },
  ),
  press(
    'the frame reads, and makes room for the first comment',
    box,
    [
      { method: 'GET', url: `${api}/4/comments?page=1&per_page=25` },
      { url: 'https://api.utteranc.es/token', json: 's' },
      { url: 'https://api.utteranc.es/repos/kiln/shed/issues', json: { title: 'raku' } },
    ],
    null,
    { about: 'look-alike' },
  ),
]);
