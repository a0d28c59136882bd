import { defineSite } from '../define.ts';
import type { Action, RequestRule, Test } from '../schema.ts';

/**
 * Any WordPress site: comments first. A comment is a classic form, and the redirect leads to it. Whoever has no account
 * can comment too. The dashboard sends its own small requests to one address, and `action` tells them apart.
 */

const nobody = { name: { text: '' } };
const signIn = ['*/wp-login.php'];

/** A comment stands on the page of its post; requests know the post's number only. */
const permalink = '{page.canonical}';
const commentForm = { select: 'form#commentform, form[action$="/wp-comments-post.php"]', submits: true };
const underPost = {
  control: commentForm,
  refusal: 'redirect',
  refusedAt: signIn,
  // The Location of a comment that waits has a secret in it: the address is put together from the page's own.
  made: {
    location: '*#comment-:id',
    url: [`${permalink}#comment-{made.id}`, '{page.url}#comment-{made.id}'],
    id: '{made.id}',
  },
} satisfies Partial<Action>;

const form = (...where: Test[]): RequestRule => ({
  url: '*/wp-comments-post.php',
  where: [{ at: '/form/comment_post_ID', present: true }, ...where],
});
const isReply: Test = { at: '/form/comment_parent', matches: '^[1-9]' };

const ajax = (action: string, ...where: Test[]): RequestRule => ({
  url: '*/wp-admin/admin-ajax.php',
  where: [{ at: '/form/action', is: action }, ...where],
});

/** A comment in the dashboard's list: its row links to where it stands. */
const inDashboard = (...id: string[]): Pick<Action, 'take' | 'target' | 'object' | 'to'> => ({
  take: { id: { from: id } },
  target: { from: id },
  object: {
    url: ['{page.permalink}', '{page.post}#comment-{id}', '{origin}/wp-admin/comment.php?action=editcomment&c={id}'],
    id: '{id}',
  },
});

/** The number of a post leads to it, below the folder in which WordPress stands. */
const byNumber = (...from: string[]): Pick<Action, 'take' | 'object'> => ({
  take: {
    base: { from: '/path', via: [{ match: '^(.+)/(?:wp-(?:json|admin)/|index\\.php$)' }] },
    id: { from, via: [{ match: '(\\d+)$' }] },
  },
  object: { url: ['{origin}{base}/?p={id}', '{origin}/?p={id}'], id: '{id}' },
});
const published = {
  control: { select: '.editor-post-publish-button' },
  to: nobody,
  ...byNumber('/url/id', '/query/rest_route'),
} satisfies Partial<Action>;
/** What is stored through the API; without readable addresses its path stands in `rest_route`. */
const stored = (where: Test): RequestRule[] => [
  { method: ['POST', 'PUT'], url: '*/wp-json/wp/v2/:type(posts|pages)/:id(\\d+)', where: [where] },
  {
    method: ['POST', 'PUT'],
    url: '*/index.php',
    where: [{ at: '/query/rest_route', matches: '^/wp/v2/(?:posts|pages)/\\d+$' }, where],
  },
];

export default defineSite({
  id: 'wordpress',
  name: 'WordPress',
  version: 1,
  group: 'community',
  confidence: 'high',
  // Shops and communities on WordPress have their own marks, and their own definitions.
  signals: [
    { select: 'html:not(:has(body.woocommerce, body.buddypress, #buddypress)) form[action$="/wp-comments-post.php"]' },
    { select: 'html:not(:has(body.woocommerce, body.buddypress, #buddypress)) link[rel="https://api.w.org/"]' },
    { select: 'body.wp-admin' },
    { select: '#wpbody' },
  ],
  account: {
    name: [
      { of: 'page', select: '#wp-admin-bar-my-account .display-name' },
      { of: 'page', select: '.logged-in-as a[href*="profile.php"]', match: '([^\\s.]+)\\.?$' },
    ],
    url: '{origin}/',
    anonymous: true,
  },
  items: [
    {
      select: 'li.comment, li.pingback, [id^="div-comment-"]',
      read: {
        id: { attr: 'id', match: 'comment-(\\d+)$' },
        canonical: { of: 'page', select: 'link[rel="canonical"]', attr: 'href', match: '^([^#]+)' },
        author: { select: '.comment-author .fn' },
        authorUrl: { select: '.comment-author .fn a', attr: 'href' },
        title: { of: 'page', select: 'h1.entry-title, h1.wp-block-post-title, h1' },
      },
    },
    {
      select: 'tr[id^="comment-"], #the-comment-list [id^="comment-"]',
      read: {
        id: { attr: 'id', match: 'comment-(\\d+)$' },
        permalink: { select: '.submitted-on a', attr: 'href' },
        // A comment that nobody may see yet has no link of its own.
        post: { select: '.column-response .comments-view-item-link', attr: 'href' },
        author: { select: '.column-author strong' },
        title: { select: '.column-response .comments-edit-item-link' },
      },
    },
    {
      // The form to answer or change a comment opens in a row of its own below that of the comment.
      select: '#replyrow',
      read: {
        id: { select: '#comment_ID', attr: 'value' },
        permalink: { of: 'page', select: 'tr:has(+ #replyrow) .submitted-on a', attr: 'href' },
        post: { of: 'page', select: 'tr:has(+ #replyrow) .comments-view-item-link', attr: 'href' },
        author: { of: 'page', select: 'tr:has(+ #replyrow) .column-author strong' },
        title: { of: 'page', select: 'tr:has(+ #replyrow) .column-response .comments-edit-item-link' },
      },
    },
  ],
  page: {
    canonical: { of: 'page', select: 'link[rel="canonical"]', attr: 'href', match: '^([^#]+)' },
    title: { of: 'page', select: 'h1.entry-title, h1.wp-block-post-title, h1' },
    author: { of: 'page', select: '.entry-meta .author a, .byline .author a, a[rel="author"]' },
    authorUrl: { of: 'page', select: '.entry-meta .author a, .byline .author a, a[rel="author"]', attr: 'href' },
    topics: { of: 'page', select: 'a[rel~="tag"]', all: true },
  },
  composers: ['textarea#comment', 'textarea[name="comment"]', '#replycontent'],
  actions: [
    {
      id: 'reply',
      kind: 'comment',
      request: form(isReply),
      take: { id: '/form/comment_parent' },
      target: '/form/comment_parent',
      object: { url: [`${permalink}#comment-{id}`, '{page.url}#comment-{id}'], id: '{id}' },
      ...underPost,
    },
    {
      id: 'comment',
      kind: 'comment',
      // Some themes and plugins put stars into the form.
      becomes: [{ where: [{ at: '/form/rating', matches: '^[1-5]$' }], kind: 'review' }],
      request: form(),
      object: { url: [permalink, '{page.url}'], id: '{form.comment_post_ID}' },
      ...underPost,
      detail: { rating: { from: '/form/rating', via: [{ match: '^[1-5]$' }, { format: '{}/5' }] } },
    },
    {
      id: 'reply-in-dashboard',
      kind: 'comment',
      request: ajax('replyto-comment'),
      ...inDashboard('/form/comment_ID'),
      control: { select: '#replysubmit .save, #replyrow .save' },
    },
    {
      id: 'edit-comment',
      kind: 'edit',
      request: [
        ajax('edit-comment'),
        { url: '*/wp-admin/comment.php', where: [{ at: '/form/action', is: 'editedcomment' }] },
      ],
      ...inDashboard('/form/comment_ID'),
    },
    {
      id: 'approve',
      kind: 'moderation',
      request: [
        ajax('dim-comment', { at: '/form/new', is: ['approved', 'unapproved'] }),
        {
          method: 'GET',
          url: '*/wp-admin/comment.php',
          where: [
            { at: '/query/action', is: ['approvecomment', 'unapprovecomment'] },
            { at: '/query/_wpnonce', present: true },
          ],
        },
      ],
      ...inDashboard('/form/id', '/query/c'),
      detail: { act: { text: 'approve' } },
      undo: [
        {
          any: [
            { at: '/form/new', is: 'unapproved' },
            { at: '/query/action', is: 'unapprovecomment' },
          ],
        },
      ],
    },
    {
      id: 'restore',
      kind: 'moderation',
      undo: true,
      undoes: ['remove'],
      request: [
        ajax('delete-comment', { at: '/form/untrash', present: true }),
        ajax('delete-comment', { at: '/form/unspam', present: true }),
      ],
      ...inDashboard('/form/id'),
    },
    {
      id: 'remove',
      kind: 'moderation',
      request: ajax('delete-comment'),
      ...inDashboard('/form/id'),
      detail: { act: { from: '/form/spam', via: [{ map: { '1': 'spam' }, else: 'remove' }] } },
    },
    {
      id: 'comment-by-script',
      kind: 'comment',
      request: [
        { url: '*/wp-json/wp/v2/comments' },
        { url: '*/index.php', where: [{ at: '/query/rest_route', is: '/wp/v2/comments' }] },
      ],
      ...byNumber('/json/post'),
      confidence: 'medium',
    },
    {
      id: 'publish',
      kind: 'post',
      request: stored({ at: '/json/status', is: 'publish' }),
      ...published,
      made: { url: '{origin}/?p={id}', id: '{id}' },
    },
    {
      // Without a new status only the button tells an update of what is public from the saving of a draft.
      id: 'update',
      kind: 'edit',
      edit: true,
      demand: true,
      request: stored({ at: '/json/status', present: false }),
      ...published,
      confidence: 'medium',
    },
  ],
  unseen: [
    'Likes by Jetpack and comments through WordPress.com: they live in frames of another site.',
    'Whether a comment waits for approval: the site takes it either way.',
    'Moving one of your own posts to the bin, and the older editor.',
    'Who a visitor without an account is.',
  ],
  sources: ['WordPress core: wp-comments-post.php, wp-admin/admin-ajax.php, REST API handbook, comment templates'],
});
