import type { RecordedRequest, SiteCase } from '../cases.ts';
import { defineCases } from '../define.ts';
import { casesOn, everyWay } from '../press-cases.ts';

// No "switch" case: a comment can be liked in one way only.
// No "draft" case: drafts stay in the browser.
// No "private" case: it has no messages between people.
// No "signed-out" case: without an account its buttons lead to the sign-in.

const article = 'https://paper.kiln.example/raku';
const page = (inside: string, url = `${article}?from=front`): SiteCase['page'] => ({
  url,
  head: `<link rel="canonical" href="${article}">`,
  html: `<h1>Raku</h1><div id="coral_thread"><div class="host"><template shadowrootmode="open">${inside}</template></div></div>`,
});
const press = casesOn(page);
const one = '3f1c9a52-0000-4000-8000-000000000001';
const two = '3f1c9a52-0000-4000-8000-000000000002';
const react = (done = false) =>
  `<button class="act coral coral-reactButton${done ? ' coral-reactedButton' : ''}">Respect</button>`;
const comment = (id: string, inside: string) =>
  `<div data-testid="comment-${id}"><div class="coral coral-comment"><span class="coral coral-username coral-comment-username">Mole</span>${inside}</div></div>`;
const send = (input: object, answer: RecordedRequest['answer'] = { body: '{"data":{}}' }): RecordedRequest => ({
  url: 'https://coral.kiln.example/api/graphql',
  json: { id: '9c4f', query: '', variables: { input: { clientMutationId: '0', ...input } } },
  answer,
});
const given = { commentID: one, commentRevisionID: 'r1' };
const there = (id: string) => ({ url: `${article}?commentID=${id}`, id });
const on = [{ select: '.act', set: { class: 'act coral coral-reactButton coral-reactedButton' } }];
const off = [{ select: '.act', set: { class: 'act coral coral-reactButton' } }];
const likes = press(
  'respects a comment',
  comment(one, react()),
  send(given),
  {
    kind: 'like',
    object: { ...there(one), title: 'Raku' },
    to: { name: 'Mole' },
    level: 'confirmed',
  },
  { shows: on },
);
const button = '<button class="act coral coral-createComment-submit">Submit</button>';

export default defineCases([
  likes,
  ...everyWay(likes, { refused: { status: 401 } }),
  press(
    'respects it no longer',
    comment(one, react(true)),
    send(given),
    {
      kind: 'like',
      undo: true,
      object: there(one),
    },
    { after: ['respects a comment'], shows: off },
  ),
  press('a respect that is refused with 200', comment(one, react()), send(given, { body: '{"errors":[{}]}' }), null, {
    about: 'refusal',
    shows: on,
    then: off,
  }),
  press(
    'something else is sent about a comment',
    comment(one, '<button class="act">More</button>'),
    send(given),
    null,
    { about: 'look-alike' },
  ),
  press('comments on an article', button, send({ storyID: 's1', body: '<p>Hot</p>', nudge: true }), {
    kind: 'comment',
    object: { url: article, id: 's1', title: 'Raku' },
    to: null,
  }),
  press(
    'answers a comment',
    comment(two, button),
    send({ storyID: 's1', parentID: two, parentRevisionID: 'r2', body: '<p>Hot</p>' }),
    {
      kind: 'comment',
      object: there(two),
      to: { name: 'Mole' },
    },
  ),
  press(
    'comments without a shadow root, on a page that says no address',
    button,
    send({ storyID: 's1', body: 'Hot' }),
    {
      kind: 'comment',
      object: { url: article },
    },
    { about: 'layout', page: { url: article, html: `<div id="coral_thread">${button}</div>` } },
  ),
  press('changes a comment', comment(two, button), send({ commentID: two, body: 'Hotter' }), {
    kind: 'edit',
    object: there(two),
    revises: true,
  }),
  press(
    'reports a comment',
    comment(one, button),
    send({ ...given, reason: 'COMMENT_REPORTED_SPAM', additionalDetails: '' }),
    {
      kind: 'moderation',
      object: there(one),
      detail: { act: 'report' },
    },
  ),
  press(
    'the stream reads',
    button,
    [
      { method: 'GET', url: 'https://coral.kiln.example/api/graphql?id=9c4f&variables=%7B%22storyID%22%3A%22s1%22%7D' },
      { url: 'https://coral.kiln.example/api/graphql', json: { id: '1a', variables: { storyID: 's1' } } },
      send({ commentIDs: [one], storyID: 's1' }),
      send({ userID: 'u1' }),
    ],
    null,
    { about: 'look-alike' },
  ),
]);
