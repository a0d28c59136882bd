import { defineSite } from '../define.ts';
import type { Action, RequestRule, Test, Value } from '../schema.ts';

/** Trello. The page speaks the public API on its own host; cards have a number there and a short name in addresses. */

const api = (path: string, method: RequestRule['method'] = 'POST', where?: Test[]): RequestRule => ({
  method,
  url: `/1/${path}`,
  ...(where ? { where } : {}),
});
/** The open card, or the card of a list around the press. */
const card: Value = { from: ['/page/link', '/page/url'], via: [{ match: '/c/(\\w{6,12})' }] };
const limited: Test[] = [{ at: { text: 'members' }, is: 'members' }];
const onCard: Pick<Action, 'take' | 'object' | 'to' | 'limited'> = {
  take: { card },
  object: { url: 'https://trello.com/c/{card}', id: '{card}', title: '/page/title' },
  to: { name: { text: '' } },
  limited,
};
const onAction: Pick<Action, 'take' | 'object' | 'to' | 'limited'> = {
  ...onCard,
  object: { url: 'https://trello.com/c/{card}#comment-{url.action}', id: '{url.action}', title: '/page/title' },
};
const emoji: Value = { from: ['/form/shortName', '/json/shortName'] };
const title = {
  of: 'page',
  select: '[data-testid="card-back-title-input"], .js-title-helper, #card-back-name',
} as const;

export default defineSite({
  id: 'trello',
  name: 'Trello',
  version: 1,
  group: 'work',
  confidence: 'medium',
  hosts: ['trello.com'],
  apiHosts: ['api.trello.com'],
  items: [
    {
      select: '[data-testid="trello-card"]',
      read: {
        link: { select: 'a[href*="/c/"]', attr: 'href' },
        title: { select: '[data-testid="card-name"]' },
      },
    },
  ],
  page: { title },
  composers: ['[data-testid="card-back-new-comment-input-skeleton"]', '.js-new-comment-input'],
  actions: [
    { id: 'comment', kind: 'comment', request: api('cards/:id/actions/comments'), ...onCard },
    {
      id: 'edit-comment',
      kind: 'edit',
      edit: true,
      request: [api('actions/:action', 'PUT'), api('actions/:action/text', 'PUT')],
      ...onAction,
    },
    {
      id: 'delete-comment',
      kind: 'comment',
      undo: true,
      undoes: ['comment'],
      request: api('actions/:action', 'DELETE'),
      ...onAction,
    },
    {
      id: 'react',
      kind: 'like',
      request: api('actions/:action/reactions'),
      ...onAction,
      detail: { reaction: emoji },
    },
    {
      id: 'unreact',
      kind: 'like',
      undo: true,
      request: api('actions/:action/reactions/:reaction', 'DELETE'),
      ...onAction,
    },
    ...[false, true].map(
      (undo): Action => ({
        id: undo ? 'unvote' : 'vote',
        kind: 'vote',
        undo,
        request: undo ? api('cards/:id/membersVoted/:member', 'DELETE') : api('cards/:id/membersVoted'),
        ...onCard,
        detail: { vote: { text: 'up' } },
      }),
    ),
    {
      id: 'watch',
      kind: 'follow',
      undo: [{ at: { from: ['/form/subscribed', '/json/subscribed', '/query/subscribed'] }, is: ['false', false] }],
      request: api('cards/:id', 'PUT', [
        { at: { from: ['/form/subscribed', '/json/subscribed', '/query/subscribed'] }, present: true },
      ]),
      ...onCard,
      detail: { act: { text: 'watch' } },
    },
    {
      id: 'add-card',
      kind: 'post',
      request: api('cards', 'POST'),
      take: { board: { from: '/page/url', via: [{ match: '/b/(\\w{6,12})' }] } },
      object: {
        url: ['https://trello.com/b/{board}', 'https://trello.com/'],
        title: { from: ['/form/name', '/json/name'] },
      },
      to: { name: { text: '' } },
      limited,
    },
  ],
  unseen: [
    'Cards that are moved, changed or archived; checklists and files.',
    'What newer parts of the page send by GraphQL.',
    'Whether a board can be read by everybody: every entry counts as limited.',
    'The address of a new card or comment, and who you are.',
  ],
  sources: ['Trello REST API reference (cards, actions, reactions); clients of it (2018-2026)'],
});
