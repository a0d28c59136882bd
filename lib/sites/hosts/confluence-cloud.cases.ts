import type { RecordedRequest } from '../cases.ts';
import { defineCases } from '../define.ts';
import { pressCase, usualCases } from '../usual-cases.ts';

// No "private" case: there are no messages between people.

const origin = 'https://glaze.atlassian.net';
const here = `${origin}/wiki/spaces/POT/pages/70`;
const page = (url = `${here}/Celadon`) => ({
  url,
  head: '<meta name="confluence-base-url" content="https://glaze.atlassian.net/wiki">',
  html: '<h1 data-testid="title-text">Celadon</h1><button class="react">+</button><div data-testid="comment-editor"><div contenteditable="true" role="textbox"></div><button class="save">Save</button></div>',
});
const query = (name: string, field: string, variables: unknown, url = '/cgraphql'): RecordedRequest => ({
  url: `${url}?q=${name}`,
  json: [
    { operationName: name, variables, query: `mutation ${name}($input: In!) {\n  ${field}(input: $input) { id }\n}` },
  ],
});
const rest = (method: RecordedRequest['method'], path: string, json?: unknown): RecordedRequest => ({
  method: method ?? 'POST',
  url: `/wiki/${path}`,
  ...(json === undefined ? {} : { json }),
});
const limited = { audience: 'limited' } as const;
const at = (id: string) => ({ url: `${here}?focusedCommentId=${id}` });
const save = 'ReactionsConfluenceSaveReactionMutation';
const reaction = (emojiId: string, contentId = 70, contentType = 'PAGE') => ({
  cloudId: 'c',
  contentId,
  contentType,
  containerId: 9,
  containerType: 'SPACE',
  emojiId,
});

const reacts = pressCase(
  'do',
  'reacts to a page',
  page(),
  '.react',
  query(save, 'confluence_addReaction', reaction('2764'), '/wiki/cgraphql'),
  {
    kind: 'like',
    object: { url: here, title: 'Celadon' },
    detail: { reaction: '2764', act: '2764' },
    ...limited,
  },
);

export default defineCases([
  reacts,
  ...usualCases(reacts),
  pressCase(
    'undo',
    'takes the reaction back',
    page(),
    '.react',
    query('DeleteReactionMutation', 'confluence_deleteReaction', reaction('2764')),
    { kind: 'like', undo: true, object: { url: here }, ...limited },
    {
      after: ['reacts to a page'],
    },
  ),
  pressCase(
    'switch',
    'a second reaction stands beside the first',
    page(),
    '.react',
    query(save, 'confluence_addReaction', reaction('1f44d')),
    {
      kind: 'like',
      object: { url: here },
      detail: { reaction: '1f44d', act: '1f44d' },
      ...limited,
    },
    { after: ['reacts to a page'] },
  ),
  pressCase(
    'do',
    'reacts to a comment',
    page(),
    '.react',
    query(save, 'confluence_addReaction', reaction('2764', 81, 'COMMENT')),
    { kind: 'like', object: at('81'), ...limited },
  ),
  pressCase(
    'undo',
    'takes a reaction to a comment back',
    page(),
    '.react',
    query('x', 'confluence_deleteReaction', reaction('2764', 81, 'COMMENT')),
    { kind: 'like', undo: true, object: at('81'), ...limited },
    {
      after: ['reacts to a comment'],
    },
  ),
  pressCase(
    'do',
    'comments on a page',
    page(),
    '.save',
    query('CreateFooterCommentMutation', 'createFooterComment', { input: { containerId: '70' } }),
    { kind: 'comment', object: { url: here }, ...limited },
  ),
  pressCase(
    'layout',
    'comments by REST, on a page that the address does not name',
    page(`${origin}/wiki/home`),
    '.save',
    rest('POST', 'api/v2/footer-comments', { pageId: '70', body: {} }),
    {
      kind: 'comment',
      object: { url: `${origin}/wiki/pages/viewpage.action?pageId=70` },
      ...limited,
    },
  ),
  pressCase(
    'do',
    'answers a comment on a passage',
    page(),
    '.save',
    query('ReplyMutation', 'replyInlineComment', { input: { commentId: '82' } }),
    { kind: 'comment', object: at('82'), ...limited },
  ),
  pressCase(
    'edit',
    'edits a comment',
    page(),
    '.save',
    rest('PUT', 'api/v2/footer-comments/83', { version: { number: 2 } }),
    { kind: 'edit', revises: true, object: at('83'), ...limited },
  ),
  pressCase(
    'undo',
    'deletes a comment',
    page(),
    '.save',
    query('DeleteCommentMutation', 'deleteComment', { commentIdToDelete: '84' }),
    { kind: 'comment', undo: true, object: at('84'), ...limited },
  ),
  pressCase(
    'do',
    'settles a comment on a passage',
    page(),
    '.save',
    query('ResolveMutation', 'resolveInlineComment', { commentId: '85' }),
    { kind: 'moderation', object: at('85'), detail: { act: 'resolve' }, ...limited },
  ),
  pressCase(
    'edit',
    'publishes a page',
    page(`${origin}/wiki/spaces/POT/pages/edit-v2/70`),
    '.save',
    rest('PUT', 'rest/api/content/70?status=draft', { status: 'current', title: 'Celadon' }),
    { kind: 'edit', object: { url: here }, ...limited },
  ),
  pressCase(
    'draft',
    'a page that is only kept',
    page(),
    '.save',
    rest('PUT', 'rest/api/content/70?status=draft', { status: 'draft' }),
    [],
  ),
  pressCase(
    'look-alike',
    'queries and other mutations are no acts',
    page(),
    '.react',
    [
      {
        url: '/cgraphql?q=CommentsQuery',
        json: [{ operationName: 'CommentsQuery', query: 'query CommentsQuery { createFooterComment }' }],
      },
      query('AnalyticsMutation', 'trackView', {}),
      query('PdfExportPageUpdatePdfExportConfigurationMutation', 'updatePDFExportConfiguration', {}),
      { url: '/gateway/api/reactions/reactions/view', json: {} },
    ],
    [],
  ),
]);
