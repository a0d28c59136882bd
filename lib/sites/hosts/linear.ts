import { defineSite } from '../define.ts';
import type { Action, RequestRule, Test, Value } from '../schema.ts';

/** Linear: GraphQL on a host of its own. The fields that a mutation asks for are those of the public schema. */

const mutation = (field: string, where: Test[] = []): RequestRule => ({
  url: 'https://client-api.linear.app/graphql',
  decode: ['json'],
  where: [{ at: '/json/query', matches: `^\\s*mutation\\b[^{]*\\{\\s*(?:${field})\\b` }, ...where],
});
const input = (...names: string[]) =>
  names.flatMap((name) => ['/json/variables/input/', '/json/variables/'].map((place) => place + name));
const here: Value = { from: '/page/url', via: [{ match: '^(https://linear\\.app/[^/?#]+/issue/[A-Z0-9]+-\\d+)' }] };
const limited: Test[] = [{ at: { text: 'members' }, is: 'members' }];
const onIssue: Pick<Action, 'take' | 'object' | 'to' | 'limited'> = {
  take: { here },
  object: { url: '{here}', id: '{here}', title: '/page/title' },
  to: { name: { text: '' } },
  limited,
};
/** Comments are addressed by the first letters of their number. */
const onComment = (...names: string[]): Pick<Action, 'take' | 'object' | 'to' | 'limited'> => ({
  ...onIssue,
  take: { here, comment: { from: input(...names), via: [{ match: '^([0-9a-f]{8})-' }] } },
  object: { url: ['{here}#comment-{comment}', '{here}'], title: '/page/title' },
});
const emoji: Value = { from: input('emoji') };

export default defineSite({
  id: 'linear',
  name: 'Linear',
  version: 1,
  group: 'work',
  confidence: 'medium',
  hosts: ['linear.app'],
  apiHosts: ['client-api.linear.app'],
  page: { title: { select: '[aria-label="Issue title"]' } },
  composers: ['[aria-label="Comment"][contenteditable="true"]'],
  actions: [
    {
      id: 'reply',
      kind: 'comment',
      request: mutation('commentCreate', [{ at: { from: input('parentId') }, present: true }]),
      ...onComment('parentId'),
      refusal: 'hidden',
    },
    { id: 'comment', kind: 'comment', request: mutation('commentCreate'), ...onIssue, refusal: 'hidden' },
    { id: 'edit-comment', kind: 'edit', edit: true, request: mutation('commentUpdate'), ...onComment('id') },
    {
      id: 'delete-comment',
      kind: 'comment',
      undo: true,
      undoes: ['comment', 'reply'],
      request: mutation('commentDelete'),
      ...onComment('id'),
    },
    {
      id: 'react',
      kind: 'like',
      request: mutation('reactionCreate'),
      ...onComment('commentId'),
      detail: { reaction: emoji, act: emoji },
    },
    { id: 'unreact', kind: 'like', undo: true, request: mutation('reactionDelete'), ...onIssue },
    {
      id: 'resolve',
      kind: 'moderation',
      request: mutation('commentResolve'),
      ...onComment('id'),
      detail: { act: { text: 'resolve' } },
    },
    {
      id: 'unresolve',
      kind: 'moderation',
      undo: true,
      request: mutation('commentUnresolve'),
      ...onComment('id'),
      detail: { act: { text: 'resolve' } },
    },
    ...[false, true].map(
      (undo): Action => ({
        id: undo ? 'unsubscribe' : 'subscribe',
        kind: 'follow',
        undo,
        request: mutation(undo ? 'issueUnsubscribe' : 'issueSubscribe'),
        ...onIssue,
      }),
    ),
    {
      id: 'create',
      kind: 'post',
      request: mutation('issueCreate'),
      take: { team: { from: '/page/url', via: [{ match: '^(https://linear\\.app/[^/?#]+)' }] } },
      object: { url: '{team}', title: { from: input('title') } },
      to: { name: { text: '' } },
      limited,
    },
    { id: 'edit', kind: 'edit', request: mutation('issueUpdate'), ...onIssue },
  ],
  unseen: [
    'Operations that the page sends several at once, and its live connection.',
    'A refusal: every answer is a success.',
    'Which comment a reaction that is taken back was for; who you are; the address of a new issue.',
  ],
  sources: ['Linear public GraphQL schema; clients of client-api.linear.app (2024-2026)'],
});
