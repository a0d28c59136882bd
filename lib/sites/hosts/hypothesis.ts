import { defineSite } from '../define.ts';
import type { Action, Test } from '../schema.ts';

/**
 * Hypothesis: notes in the margin of any page, in a frame of hypothes.is. A note names the page it stands on; who may
 * read it stands in its permissions.
 */

const url = (rest = '') => [
  `https://hypothes.is/api/annotations${rest}`,
  `https://api.hypothes.is/api/annotations${rest}`,
];
const onlyMe: Test[] = [{ at: '/json/permissions/read/0', matches: '^acct:' }];
const aGroup: Test[] = [
  { at: '/json/group', present: true },
  { at: '/json/group', not: '__world__' },
];
/** The note itself has an address of its own. */
const aNote = {
  take: { id: '/url/id' },
  object: { url: 'https://hypothes.is/a/{id}', id: '{id}' },
} satisfies Partial<Action>;
const nobody = { name: { text: '' } };

export default defineSite({
  id: 'hypothesis',
  name: 'Hypothesis',
  version: 1,
  group: 'community',
  confidence: 'medium',
  hosts: ['hypothes.is'],
  apiHosts: ['api.hypothes.is'],
  items: [
    {
      select: '[data-testid="thread-card"], .annotation-card',
      read: {
        author: { select: 'a[href*="/users/"], .annotation-card__username' },
        authorUrl: { select: 'a[href*="/users/"]', attr: 'href' },
      },
    },
  ],
  composers: ['[data-testid="markdown-input"]', 'textarea'],
  actions: [
    {
      id: 'reply',
      kind: 'comment',
      request: { url: url(), where: [{ at: '/json/references/0', present: true }] },
      take: { id: '/json/references/0' },
      object: { url: 'https://hypothes.is/a/{id}', id: '{id}' },
      private: onlyMe,
      limited: aGroup,
    },
    {
      id: 'annotate',
      kind: 'comment',
      request: { url: url(), where: [{ at: '/json/uri', matches: '^https?://' }] },
      take: { page: { from: '/json/uri', via: [{ match: '^[^#]+' }] } },
      object: { url: '{page}', title: { from: '/json/document/title/0' } },
      to: nobody,
      private: onlyMe,
      limited: aGroup,
    },
    {
      id: 'edit',
      kind: 'edit',
      edit: true,
      request: { method: 'PATCH', url: url('/:id') },
      ...aNote,
      to: nobody,
    },
    {
      id: 'delete',
      kind: 'comment',
      undo: true,
      undoes: ['annotate', 'reply'],
      request: { method: 'DELETE', url: url('/:id') },
      ...aNote,
      to: nobody,
    },
    {
      id: 'flag',
      kind: 'moderation',
      request: { method: ['PUT', 'POST'], url: url('/:id/flag') },
      ...aNote,
      detail: { act: { text: 'flag' } },
    },
    {
      id: 'hide',
      kind: 'moderation',
      request: { method: 'PUT', url: url('/:id/hide') },
      ...aNote,
      detail: { act: { text: 'hide' } },
    },
    {
      id: 'unhide',
      kind: 'moderation',
      undo: true,
      request: { method: 'DELETE', url: url('/:id/hide') },
      ...aNote,
    },
  ],
  unseen: [
    'The address of a new note: only the answer of the server names it.',
    'Whether a changed note is for oneself alone: the browser hides the body of the request.',
    'Which of several answers is answered: a thread goes by its first note.',
    'Notes for oneself alone, on purpose. The sidebar of the browser extension.',
  ],
  sources: [
    'hypothesis/client src/sidebar/services/api.ts, helpers/permissions.ts (2026-07)',
    'Hypothesis API reference (v1)',
  ],
});
