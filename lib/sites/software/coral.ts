import { defineSite } from '../define.ts';
import { here, ofPage } from '../embedded.ts';
import type { Action, RequestRule, Test } from '../schema.ts';

/**
 * Coral: comments below the articles of newspapers, in a shadow root of the article's own page. What is asked goes by
 * a number that changes with each release; what an act is about has a form of its own, and the button tells the rest.
 */

const input = (name: string) => `/json/variables/input/${name}`;
const has = (name: string): Test => ({ at: input(name), present: true });
const lacks = (name: string): Test => ({ at: input(name), present: false });
const graphql = (...where: [Test, ...Test[]]): RequestRule => ({ url: '*/api/graphql', where });
const aComment = (name: string) =>
  ({
    take: { here: { from: '/page/url', via: [{ match: '^[^?#]+' }] }, id: input(name) },
    target: input(name),
    object: { url: ['{page.canonical}?commentID={id}', '{here}?commentID={id}'], id: '{id}' },
    refusal: 'hidden',
  }) satisfies Partial<Action>;
/** Reacting and taking it back look the same. */
const reaction = {
  kind: 'like',
  demand: true,
  control: { select: '.coral-reactButton', on: '.coral-reactedButton' },
  ...aComment('commentID'),
  undo: 'toggle',
} satisfies Partial<Action>;

export default defineSite({
  id: 'coral',
  name: 'Coral',
  version: 1,
  group: 'community',
  confidence: 'medium',
  embedded: true,
  signals: [{ select: '#coral_thread, [class*="coral-createComment"], .coral.coral-comment' }],
  items: [
    {
      select: '[data-testid^="comment-"]:has(.coral-comment)',
      read: {
        ...ofPage,
        id: { attr: 'data-testid', match: '^comment-([0-9a-f]{8}-[0-9a-f-]{27})$' },
        author: { select: '.coral-comment-username' },
      },
    },
  ],
  page: ofPage,
  composers: ['.coral-rte-content', '.coral-createComment textarea'],
  actions: [
    {
      id: 'reply',
      kind: 'comment',
      request: graphql(has('storyID'), has('parentID'), has('body')),
      ...aComment('parentID'),
    },
    {
      id: 'comment',
      kind: 'comment',
      request: graphql(has('storyID'), lacks('parentID'), has('body'), has('clientMutationId')),
      take: { here, id: input('storyID') },
      object: { url: ['{page.canonical}', '{here}'], id: '{id}' },
      to: { name: { text: '' } },
      refusal: 'hidden',
    },
    {
      id: 'edit',
      kind: 'edit',
      edit: true,
      request: graphql(has('commentID'), has('body'), lacks('storyID')),
      ...aComment('commentID'),
      to: { name: { text: '' } },
    },
    {
      id: 'report',
      kind: 'moderation',
      request: graphql(has('commentID'), has('commentRevisionID'), has('reason')),
      ...aComment('commentID'),
      detail: { act: { text: 'report' } },
    },
    { id: 'react', request: graphql(has('commentID'), has('commentRevisionID'), lacks('reason')), ...reaction },
  ],
  unseen: [
    'What Coral refuses with 200, unless the page shows it; that a comment waits for approval.',
    'A reaction whose button was not found; what moderators do.',
    'Acts where the server of the comments has another address, unless that address is allowed too.',
    'Who you are.',
  ],
  sources: ['coralproject/talk client/src/core/client/stream (2026-07): mutations, classes.ts, network'],
});
