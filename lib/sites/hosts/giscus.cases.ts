import type { RecordedRequest, SiteCase } from '../cases.ts';
import { defineCases } from '../define.ts';
import { casesOn, everyWay } from '../press-cases.ts';

// No "edit" case: comments are changed on GitHub.
// No "private" case: it has no messages between people.
// No "signed-out" case: without an account its buttons are off, and the box leads to the sign-in.

const post = 'https://garden.kiln.example/raku';
const page = (inside: string): SiteCase['page'] => ({
  url: `https://giscus.app/en/widget?origin=${encodeURIComponent(`${post}#comments`)}&repo=kiln%2Fgarden&term=raku`,
  html: `<main><div class="gsc-main">${inside}</div></main>`,
});
const press = casesOn(page);
const permalink = (id: string) => `https://github.com/kiln/garden/discussions/4#discussioncomment-${id}`;
const button = (reacted = false) =>
  `<button class="act gsc-direct-reaction-button${reacted ? ' has-reacted' : ''}">+</button>`;
const comment = (id: string, inside: string) =>
  `<div class="gsc-comment"><div class="gsc-comment-author"><a href="https://github.com/mole"><span class="link-primary">mole</span></a><a href="${permalink(id)}"><time>today</time></a></div>${inside}</div>`;
const box =
  '<form class="gsc-comment-box"><textarea class="gsc-comment-box-textarea"></textarea><button class="act" type="submit">Comment</button></form>';
const graphql = (query: string, variables: object, errors = false): RecordedRequest => ({
  url: 'https://api.github.com/graphql',
  json: { query: `\n  mutation(${query}`, variables },
  answer: { body: errors ? '{"errors":[{}]}' : '{"data":{}}' },
});
const add = '$content: ReactionContent!, $subjectId: ID!) {\n    toggleReaction: addReaction(input: {content';
const remove = add.replace('addReaction', 'removeReaction');
const wrote = '$body: String!, $discussionId: ID!) {\n    addDiscussionComment(input: {body';
const on = [{ select: '.act', set: { class: 'act gsc-direct-reaction-button has-reacted' } }];
const off = [{ select: '.act', set: { class: 'act gsc-direct-reaction-button' } }];
const heart = { content: 'HEART', subjectId: 'D_k1' };
const likes = press(
  'reacts to a post',
  `<div class="gsc-reactions">${button()}</div>`,
  graphql(add, heart),
  {
    kind: 'like',
    object: { url: post, id: 'D_k1' },
    detail: { reaction: 'heart' },
    to: null,
    level: 'confirmed',
  },
  { shows: on },
);
const commented = press('comments on a post', box, graphql(wrote, { body: 'Hot', discussionId: 'D_k1' }), {
  kind: 'comment',
  object: { url: post, id: 'D_k1' },
  to: null,
});

export default defineCases([
  likes,
  ...everyWay(likes, { refused: { status: 401 } }),
  press(
    'takes the reaction back',
    button(true),
    graphql(remove, heart),
    {
      kind: 'like',
      undo: true,
      object: { url: post },
      level: 'confirmed',
    },
    { after: ['reacts to a post'], shows: off },
  ),
  press(
    'reacts in another way as well',
    button(),
    graphql(add, { ...heart, content: 'ROCKET' }),
    {
      kind: 'like',
      object: { url: post },
      detail: { reaction: 'rocket' },
    },
    { about: 'switch', after: ['reacts to a post'], shows: on },
  ),
  press('a reaction that GitHub refuses with 200', button(), graphql(add, heart, true), null, {
    about: 'refusal',
    shows: on,
    then: off,
  }),
  press(
    'reacts to a comment',
    comment('71', button()),
    graphql(add, { ...heart, subjectId: 'DC_k7' }),
    {
      kind: 'like',
      object: { url: permalink('71'), id: 'DC_k7' },
      to: { name: 'mole', url: 'https://github.com/mole' },
      detail: { reaction: 'heart' },
    },
    { shows: on },
  ),
  press(
    'takes it back',
    comment('71', button(true)),
    graphql(remove, { ...heart, subjectId: 'DC_k7' }),
    {
      kind: 'like',
      undo: true,
      object: { url: permalink('71') },
    },
    { after: ['reacts to a comment'], shows: off },
  ),
  commented,
  press(
    'sends a comment with Control and Enter',
    box,
    graphql(wrote, { body: 'Hot', discussionId: 'D_k1' }),
    {
      kind: 'comment',
      object: { url: post },
    },
    {
      about: 'keyboard',
      act: [
        { type: 'textarea', text: 'Hot' },
        { press: 'Control+Enter', in: 'textarea' },
      ],
    },
  ),
  press(
    'answers a comment',
    comment('71', box),
    graphql('$body: String!, $discussionId: ID!, $replyToId: ID!) {\n    addDiscussionReply: addDiscussionComment(', {
      body: 'Hot',
      discussionId: 'D_k1',
      replyToId: 'DC_k7',
    }),
    { kind: 'comment', object: { url: permalink('71'), id: 'DC_k7' }, to: { name: 'mole' } },
  ),
  press(
    'reacts in a frame of another language',
    button(),
    graphql(add, heart),
    { kind: 'like', object: { url: post } },
    {
      about: 'layout',
      shows: on,
      page: {
        ...page(button()),
        url: `https://giscus.app/de/widget?repo=kiln%2Fgarden&origin=${encodeURIComponent(post)}`,
      },
    },
  ),
  press(
    'looks at a preview',
    box,
    { url: 'https://api.github.com/markdown', json: { text: 'Hot', mode: 'gfm' } },
    null,
    {
      about: 'draft',
    },
  ),
  press(
    'the frame reads, and makes room for the first comment',
    box,
    [
      { method: 'GET', url: '/api/discussions?repo=kiln%2Fgarden&term=raku&last=15' },
      { url: '/api/oauth/token', json: { session: 's' } },
      { url: '/api/discussions', json: { repo: 'kiln/garden', input: { title: 'raku' } } },
    ],
    null,
    { about: 'look-alike' },
  ),
]);
