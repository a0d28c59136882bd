import { defineSite } from '../define.ts';
import type { Action, RequestRule, Test } from '../schema.ts';

/** Any Wiki.js (2.x): one GraphQL address, several operations in one body, and 200 whatever comes of them. */

const asks = (group: string, what: string, ...where: Test[]): RequestRule => ({
  url: '/graphql',
  decode: ['json', { each: '/json' }],
  where: [
    { at: '/item/query', matches: `^\\s*mutation` },
    { at: '/item/query', matches: `\\b${group} \\{\\s+${what}\\b` },
    ...where,
  ],
});
const variable = (name: string) => `/item/variables/${name}`;
const here = { from: '/page/url', via: [{ match: '^[^?#]+' }] };
const nobody = { name: { text: '' } };
const aComment = {
  take: { here, id: variable('id') },
  object: { url: '{here}#comment-post-id-{id}', id: '{id}' },
  to: nobody,
  refusal: 'hidden',
} satisfies Partial<Action>;
const made = {
  appears: '[id^="comment-post-id-"]',
  read: { id: { attr: 'id', match: '(\\d+)$' } },
  url: '{here}#comment-post-id-{made.id}',
  id: '{made.id}',
};
const aPage = {
  take: { locale: variable('locale'), path: variable('path') },
  object: { url: '{origin}/{locale}/{path}', id: '{locale}/{path}', title: variable('title') },
  to: nobody,
  topics: variable('tags'),
  draft: [{ at: variable('isPublished'), is: false }],
  private: [{ at: variable('isPrivate'), is: true }],
  refusal: 'hidden',
} satisfies Partial<Action>;

export default defineSite({
  id: 'wiki-js',
  name: 'Wiki.js',
  version: 1,
  group: 'knowledge',
  confidence: 'medium',
  signals: [{ select: 'html:has(script[src*="/_assets/js/runtime.js"]) script[src*="/_assets/js/app.js"]' }],
  composers: ['.comments-main textarea', '.CodeMirror textarea', '.ck-content[contenteditable]'],
  actions: [
    {
      id: 'reply',
      kind: 'comment',
      request: asks('comments', 'create', { at: variable('replyTo'), matches: '^[1-9]' }),
      take: { here, id: variable('replyTo') },
      object: { url: '{here}#comment-post-id-{id}', id: '{id}' },
      to: nobody,
      made,
      refusal: 'hidden',
    },
    {
      id: 'comment',
      kind: 'comment',
      request: asks('comments', 'create', { at: variable('content'), matches: '\\S' }),
      take: { here },
      object: { url: '{here}', id: '{item.variables.pageId}' },
      to: nobody,
      made,
      refusal: 'hidden',
    },
    { id: 'edit-comment', kind: 'edit', edit: true, request: asks('comments', 'update'), ...aComment },
    {
      id: 'delete-comment',
      kind: 'comment',
      undo: true,
      undoes: ['comment', 'reply'],
      request: asks('comments', 'delete'),
      ...aComment,
    },
    {
      id: 'new-page',
      kind: 'post',
      request: asks('pages', 'create', { at: variable('path'), present: true }),
      ...aPage,
    },
    {
      id: 'edit-page',
      kind: 'edit',
      request: asks('pages', 'update', { at: variable('path'), present: true }),
      ...aPage,
    },
  ],
  unseen: [
    'What the wiki refuses: it answers 200 either way.',
    'Moving, restoring and deleting pages; files.',
    'Who you are: the page does not say.',
  ],
  sources: ['requarks/wiki client/components/comments.vue, editor.vue, client-app.js (2.5, 2026-05)'],
});
