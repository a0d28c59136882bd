import type { RecordedRequest, SiteCase } from '../cases.ts';
import { defineCases } from '../define.ts';
import { casesOn, everyWay } from '../press-cases.ts';

// No "switch" case: nothing in it can be chosen one way or the other.
// No "signed-out" case: the page does not say who is signed in; what nobody may do is refused.

const origin = 'https://lore.kiln.example';
const head = '<script src="/_assets/js/runtime.js?1"></script><script src="/_assets/js/app.js?1"></script>';
const at =
  (path: string) =>
  (inside: string): SiteCase['page'] => ({ url: origin + path, head, html: `<main>${inside}</main>` });
const press = casesOn(at('/en/kilns/raku#firing'));
const page = `${origin}/en/kilns/raku`;
const button = '<button class="act" type="button">act</button>';
const comment = (id: string) => `<div class="comments-post" id="comment-post-id-${id}">${button}</div>`;
const ask = (group: string, what: string, variables: object, kind = 'mutation ($id: Int!)') => ({
  operationName: null,
  variables,
  extensions: {},
  query: `${kind} {\n  ${group} {\n    ${what}(id: $id) {\n      responseResult {\n        succeeded\n      }\n    }\n  }\n}\n`,
});
const send = (...operations: unknown[]): RecordedRequest => ({
  url: '/graphql',
  json: operations,
  answer: { body: '[{"data":{}}]' },
});
const write = { pageId: 9, replyTo: 0, content: 'Hot', guestName: '', guestEmail: '' };
const saved = {
  id: 9,
  content: 'x',
  locale: 'en',
  path: 'kilns/raku',
  title: 'Raku',
  isPublished: true,
  isPrivate: false,
  tags: ['kiln'],
};
const wrote = press(
  'comments on a page',
  button,
  send(ask('comments', 'create', write)),
  {
    kind: 'comment',
    object: { url: page, id: '9' },
    made: { url: `${page}#comment-post-id-31`, id: '31' },
    level: 'confirmed',
  },
  { then: [{ select: 'main', append: comment('31') }] },
);

export default defineCases([
  wrote,
  ...everyWay(wrote, { refused: { status: 403 } }),
  press('answers a comment', comment('30'), send(ask('comments', 'create', { ...write, replyTo: 30 })), {
    kind: 'comment',
    object: { url: `${page}#comment-post-id-30`, id: '30' },
  }),
  press('changes a comment', comment('31'), send(ask('comments', 'update', { id: 31, content: 'Hotter' })), {
    kind: 'edit',
    object: { url: `${page}#comment-post-id-31` },
    revises: true,
  }),
  press('deletes a comment', comment('31'), send(ask('comments', 'delete', { id: 31 })), {
    kind: 'comment',
    undo: true,
    object: { url: `${page}#comment-post-id-31` },
  }),
  press(
    'edits a page, beside a reading in the same request',
    button,
    send(ask('pages', 'single', { id: 9 }, 'query ($id: Int!)'), ask('pages', 'update', saved)),
    {
      kind: 'edit',
      object: { url: page, title: 'Raku' },
      topics: ['kiln'],
    },
    { about: 'edit', page: at('/e/en/kilns/raku')(button) },
  ),
  press(
    'writes a page',
    button,
    send(ask('pages', 'create', { ...saved, path: 'kilns/wood fired' })),
    {
      kind: 'post',
      object: { url: `${origin}/en/kilns/wood%20fired` },
    },
    { about: 'layout', page: at('/e/en/kilns/wood')(button) },
  ),
  press('keeps a page unpublished', button, send(ask('pages', 'create', { ...saved, isPublished: false })), null, {
    about: 'draft',
  }),
  press('writes a private page', button, send(ask('pages', 'create', { ...saved, isPrivate: true })), null, {
    about: 'private',
  }),
  press(
    'the page reads comments and searches',
    button,
    [
      send(ask('comments', 'list', { locale: 'en', path: 'kilns/raku' }, 'query ($locale: String!)')),
      send(ask('comments', 'single', { id: 31 }, 'query ($id: Int!)')),
      send(ask('pages', 'search', { query: 'create update' }, 'query ($query: String!)')),
      send(ask('authentication', 'login', { username: 'ada', password: 'x' })),
    ],
    null,
    { about: 'look-alike' },
  ),
]);
