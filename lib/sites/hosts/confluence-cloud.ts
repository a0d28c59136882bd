import { defineSite } from '../define.ts';
import type { Action, RequestRule, Test, Value } from '../schema.ts';

/**
 * Confluence in the cloud, on the hosts of Jira. Its GraphQL takes lists of operations; the names of operations change
 * with the page, so those are read by the fields of the schema that they ask for.
 */

const graph = (field: string): RequestRule => ({
  url: ['/cgraphql', '/wiki/cgraphql', '/gateway/api/graphql'],
  decode: ['json', { each: '/json' }],
  where: [{ at: '/item/query', matches: `^\\s*mutation\\b[^{]*\\{\\s*(?:${field})\\b` }],
});
const v2 = (path: string, method: RequestRule['method'] = 'POST'): RequestRule => ({
  method,
  url: `/wiki/api/v2/${path}`,
});
const input = (...names: string[]) =>
  names.flatMap((name) => [`/item/variables/${name}`, `/item/variables/input/${name}`]);
const here: Value = { from: '/page/url', via: [{ match: '^(https?://[^/]+/wiki/spaces/[^/?#]+/pages/\\d+)' }] };
const limited: Test[] = [{ at: { text: 'members' }, is: 'members' }];
const onPage: Pick<Action, 'take' | 'object' | 'to' | 'limited'> = {
  take: { here, page: { from: [...input('containerId', 'pageId'), '/json/pageId'], via: [{ match: '^(\\d+)$' }] } },
  object: { url: ['{here}', '{origin}/wiki/pages/viewpage.action?pageId={page}'], title: '/page/title' },
  to: { name: { text: '' } },
  limited,
};
const onComment = (id: Value): Pick<Action, 'take' | 'object' | 'limited'> => ({
  take: { here, comment: id },
  object: { url: ['{here}?focusedCommentId={comment}', '{here}'], title: '/page/title' },
  limited,
});
const emoji: Value = { from: input('emojiId') };
/** A reaction or like names page or comment by number and, where it says so, by type. */
const liked = (rest: Partial<Action> & Pick<Action, 'id' | 'request'>): Action => ({
  kind: 'like',
  take: {
    here,
    comment: { from: input('contentId'), via: [{ match: '^(\\d+)$' }] },
  },
  object: { url: ['{here}?focusedCommentId={comment}', '{here}'], title: '/page/title' },
  to: { name: { text: '' } },
  limited,
  detail: { reaction: emoji, act: emoji },
  ...rest,
});
const isComment = (there: boolean): Test => ({
  at: { from: input('contentType'), via: [{ match: '(COMMENT)$' }] },
  present: there,
});
const pair = (undo: boolean): Action[] => {
  const request = graph(
    undo ? 'confluence_deleteReaction|deleteReaction|unlikeContent' : 'confluence_addReaction|addReaction|likeContent',
  );
  const id = undo ? 'unreact' : 'react';
  return [
    liked({ id: `${id}-comment`, undo, request: { ...request, where: [...(request.where ?? []), isComment(true)] } }),
    liked({ id, undo, request, object: { url: '{here}', title: '/page/title' } }),
  ];
};

export default defineSite({
  id: 'confluence-cloud',
  name: 'Confluence Cloud',
  version: 1,
  group: 'work',
  confidence: 'low',
  hosts: ['*.atlassian.net'],
  only: [{ select: '#com-atlassian-confluence, meta[name="confluence-base-url"]' }],
  page: { title: { of: 'page', select: '#title-text, [data-test-id="title-text"], [data-testid="title-text"]' } },
  composers: ['[data-testid="comment-editor"] [contenteditable="true"]'],
  actions: [
    ...pair(false),
    ...pair(true),
    {
      id: 'comment',
      kind: 'comment',
      request: [
        graph(
          'createFooterComment|createInlineComment|confluence_createFooterComment\\w*|confluence_createInlineComment\\w*',
        ),
        v2('footer-comments'),
        v2('inline-comments'),
      ],
      ...onPage,
    },
    {
      id: 'reply',
      kind: 'comment',
      request: graph('replyInlineComment|confluence_replyToComment'),
      ...onComment({ from: input('commentId', 'parentCommentId') }),
    },
    {
      id: 'edit-comment',
      kind: 'edit',
      edit: true,
      request: [graph('updateComment|confluence_updateComment'), v2(':type(footer|inline)-comments/:id(\\d+)', 'PUT')],
      ...onComment({ from: ['/url/id', ...input('commentId')] }),
    },
    {
      id: 'delete-comment',
      kind: 'comment',
      undo: true,
      undoes: ['comment', 'reply'],
      request: [
        graph('deleteComment|confluence_deleteComment'),
        v2(':type(footer|inline)-comments/:id(\\d+)', 'DELETE'),
      ],
      ...onComment({ from: ['/url/id', ...input('commentIdToDelete', 'commentId')] }),
    },
    {
      id: 'resolve',
      kind: 'moderation',
      request: graph('resolveInlineComment|confluence_resolveInlineComment'),
      ...onComment({ from: input('commentId') }),
      detail: { act: { text: 'resolve' } },
    },
    {
      id: 'publish',
      kind: 'edit',
      request: {
        method: 'PUT',
        url: ['/wiki/rest/api/content/:id(\\d+)', '/wiki/api/v2/pages/:id(\\d+)'],
        where: [{ at: '/json/status', is: 'current' }],
      },
      take: { here: { from: '/page/url', via: [{ match: '^(https?://[^/]+/wiki/spaces/[^/?#]+/pages/)' }] } },
      object: { url: ['{here}{url.id}', '{origin}/wiki/pages/viewpage.action?pageId={url.id}'], id: '{url.id}' },
      to: { name: { text: '' } },
      limited,
    },
  ],
  unseen: [
    'Operations whose fields are not known yet: the page changes them often.',
    'Live changes to a page before it is published, on purpose.',
    'The address of a new comment, and who you are.',
    'Whether a space can be read by everybody: every entry counts as limited.',
  ],
  sources: ['Confluence Cloud REST v2 reference; clients of cgraphql for reactions and comments (2022-2026)'],
});
