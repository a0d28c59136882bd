import { defineSite } from '../define.ts';
import type { Action, RequestRule, Test, Value } from '../schema.ts';

/** Comments in Notion: operations on records, several in a transaction, several transactions in a request. */

const operation = (table: string, where: Test[]): RequestRule => ({
  url: [
    '/api/v3/saveTransactionsFanout',
    '/api/v3/saveTransactionsMain',
    '/api/v3/saveTransactions',
    '/api/v3/submitTransaction',
  ],
  decode: ['json', { each: '/json/transactions' }, { each: '/item/operations' }],
  where: [{ at: { from: ['/item/pointer/table', '/item/table'] }, is: table }, ...where],
});
const path = (first: string): Test => ({ at: '/item/path/0', is: first });
const whole: Test = { at: '/item/path/0', present: false };
const plain: Value = { from: ['/item/args/parent_id', '/item/pointer/id', '/item/id'], via: [{ replace: ['-', ''] }] };
const limited: Test[] = [{ at: { text: 'members' }, is: 'members' }];
/** A page that is open beside another one is named after it. */
const peek: Value = { from: '/page/url', via: [{ match: '[?&]p=([0-9a-f]{32})' }] };
const shown: Value = { from: '/page/url', via: [{ match: '([0-9a-f]{32})(?:[?#]|$)' }] };
const pages = ['https://www.notion.so/{peek}', 'https://www.notion.so/{shown}'];
const onDiscussion: Pick<Action, 'take' | 'object' | 'to' | 'limited'> = {
  take: { peek, shown, discussion: plain },
  object: { url: pages.map((url) => `${url}?d={discussion}`), id: '{discussion}' },
  to: { name: { text: '' } },
  limited,
};
/** The record of a comment names itself, not its discussion. */
const onComment: Pick<Action, 'take' | 'object' | 'to' | 'limited'> = {
  ...onDiscussion,
  object: { url: pages, id: '{discussion}' },
};

export default defineSite({
  id: 'notion',
  name: 'Notion',
  version: 1,
  group: 'work',
  confidence: 'medium',
  hosts: ['www.notion.so', 'app.notion.com', '*.notion.site'],
  actions: [
    {
      id: 'comment',
      kind: 'comment',
      request: operation('comment', [
        whole,
        { at: '/item/command', is: ['set', 'update'] },
        { at: '/item/args/parent_table', is: 'discussion' },
      ]),
      ...onDiscussion,
    },
    {
      id: 'edit-comment',
      kind: 'edit',
      edit: true,
      request: operation('comment', [
        path('text'),
        // The text of a new comment is set after the comment itself.
        { at: { from: ['/json/transactions/0/operations/0/path/0'] }, is: 'text' },
      ]),
      ...onComment,
    },
    {
      id: 'delete-comment',
      kind: 'comment',
      undo: true,
      undoes: ['comment'],
      request: [
        operation('comment', [whole, { at: '/item/args/alive', is: false }]),
        operation('comment', [path('alive'), { at: '/item/args', is: false }]),
      ],
      ...onComment,
    },
    {
      id: 'resolve',
      kind: 'moderation',
      request: operation('discussion', [path('resolved')]),
      undo: [{ at: '/item/args', is: false }],
      ...onDiscussion,
      detail: { act: { text: 'resolve' } },
    },
  ],
  unseen: [
    'What you write in pages: every few letters are sent by themselves, so no act can be told.',
    'Reactions, and who you are.',
    'Which discussion a changed or deleted comment belongs to.',
    'Whether a page can be read by everybody: every entry counts as limited.',
  ],
  sources: ['clients of saveTransactions (2021-2026); captured records of comments and discussions'],
});
