import { defineSite } from '../define.ts';
import type { Action } from '../schema.ts';

/** Any Bugzilla: classic forms, and an answer page with 200 whether it took the change or not. */

const base = { from: '/path', via: [{ match: '^(.+)/(?:process_bug|post_bug|rest|jsonrpc)\\b' }] };
const aBug = {
  take: { base, id: { from: ['/form/id', '/url/id'] } },
  object: { url: ['{origin}{base}/show_bug.cgi?id={id}', '{origin}/show_bug.cgi?id={id}'], id: '{id}' },
  refusal: 'hidden',
  within: 10_000,
} satisfies Partial<Action>;
const written = { at: '/form/comment', matches: '\\S' };

export default defineSite({
  id: 'bugzilla',
  name: 'Bugzilla',
  version: 1,
  group: 'work',
  confidence: 'high',
  signals: [{ select: '#bugzilla-body' }, { select: 'link[rel="search"][href*="search_plugin.cgi"]' }],
  account: {
    name: {
      of: 'page',
      select: '#header li:has(a[href*="index.cgi?logout=1"]), #footer li:has(a[href*="index.cgi?logout=1"])',
      match: '([^\\s|]+)\\s*$',
    },
    url: '{origin}/',
    signedOut: '#login_link_top, #mini_login_top',
  },
  page: {
    title: { of: 'page', select: '#short_desc_nonedit_display' },
    author: { of: 'page', select: '#bz_show_bug_column_2 .vcard .fn' },
  },
  composers: ['textarea#comment'],
  actions: [
    {
      id: 'comment',
      kind: 'comment',
      request: [
        { url: '*/process_bug.cgi', where: [{ at: '/form/id', present: true }, written] },
        { url: '*/rest/bug/:id(\\d+)/comment', where: [{ at: '/json/comment', matches: '\\S' }] },
      ],
      control: { select: '#commit, #commit_top, #changeform input[type="submit"]', submits: true },
      ...aBug,
      private: [{ at: { from: ['/form/comment_is_private', '/json/is_private'] }, is: ['1', 'on', 'true'] }],
    },
    {
      id: 'edit-bug',
      kind: 'edit',
      request: {
        url: '*/process_bug.cgi',
        where: [
          { at: '/form/id', present: true },
          { at: '/form/delta_ts', present: true },
        ],
      },
      ...aBug,
      to: { name: { text: '' } },
    },
    {
      id: 'new-bug',
      kind: 'post',
      request: {
        url: '*/post_bug.cgi',
        where: [
          { at: '/form/product', present: true },
          { at: '/form/short_desc', matches: '\\S' },
        ],
      },
      take: { base, product: '/form/product' },
      object: {
        url: [
          '{origin}{base}/describecomponents.cgi?product={product}',
          '{origin}/describecomponents.cgi?product={product}',
        ],
        id: '{product}',
        title: { text: '' },
      },
      to: { name: { text: '' } },
      refusal: 'hidden',
    },
  ],
  unseen: [
    'Whether Bugzilla took a change: the page that follows says it, with 200 either way.',
    'The number of a new bug; whether a comment also changed the bug.',
    'Attachments and their reviews, votes, and the new look of bugzilla.mozilla.org.',
  ],
  sources: ['bugzilla/bugzilla template/en/default/bug, process_bug.cgi, post_bug.cgi (2026-06)'],
});
