import { defineSite } from '../define.ts';
import type { Action, RequestRule, Value } from '../schema.ts';

/**
 * Hashnode and the blogs on its domain: GraphQL on hosts that have changed over the years. The names of the operations
 * are those of its public interface, as far as it ever had them.
 */
const operation: Value = { from: ['/json/operationName', '/json/query'] };
const mutation = (matches: string): RequestRule => ({
  url: ['/graphql', '/api/graphql', 'https://gql.hashnode.com/', 'https://api.hashnode.com/'],
  where: [
    { at: operation, matches },
    { at: operation, matches: '^(?!\\s*query)' },
  ],
});
const variable = (...names: string[]) =>
  names.flatMap((name) => [`/json/variables/${name}`, `/json/variables/input/${name}`]);

/** The article that the page shows; requests hold its number only. */
const shown: Value = { from: '/page/url', via: [{ match: '^([^?#]+)' }] };
const onPage: Pick<Action, 'take' | 'object'> = {
  take: { shown, id: { from: variable('postId', 'commentId', 'replyId', 'id') } },
  object: { url: ['{page.canonical}', '{shown}'], id: '{id}' },
};
const nobody = { name: { text: '' } };

export default defineSite({
  id: 'hashnode',
  name: 'Hashnode',
  version: 1,
  group: 'knowledge',
  confidence: 'low',
  hosts: ['hashnode.com', '*.hashnode.dev'],
  page: {
    title: { select: 'h1' },
    canonical: { select: 'link[rel="canonical"]', attr: 'href' },
    author: { select: 'meta[name="author"]', attr: 'content' },
  },
  composers: ['textarea', '[contenteditable="true"]'],
  actions: [
    { id: 'like', kind: 'like', request: mutation('\\b[lL]ikePost'), ...onPage },
    {
      id: 'like-comment',
      kind: 'like',
      request: mutation('\\b[lL]ike(?:Comment|Reply)'),
      ...onPage,
      to: nobody,
      detail: { act: { text: 'comment' } },
    },
    { id: 'comment', kind: 'comment', request: mutation('\\b[aA]dd(?:Comment|Reply)'), ...onPage },
    {
      id: 'edit-comment',
      kind: 'edit',
      edit: true,
      request: mutation('\\b[uU]pdate(?:Comment|Reply)'),
      ...onPage,
      to: nobody,
    },
    {
      id: 'delete-comment',
      kind: 'comment',
      undo: true,
      undoes: ['comment'],
      request: mutation('\\b[rR]emove(?:Comment|Reply)'),
      ...onPage,
      to: nobody,
    },
    {
      id: 'publish',
      kind: 'post',
      request: mutation('\\b[pP]ublish(?:Post|Draft)'),
      object: { url: '{origin}/', title: { from: variable('title') } },
      to: nobody,
    },
  ],
  unseen: [
    'Who you are here: no lasting mark in the page tells it.',
    'Blogs with an address of their own.',
    'Taking back a like, follows and bookmarks: their requests have not been described by anybody.',
    'Everything is recognised by the names of an older public interface and may be missed.',
  ],
  sources: ['The public schema of Hashnode, of today and of the years before (2023-2026)'],
});
