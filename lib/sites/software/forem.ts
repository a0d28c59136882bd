import { defineSite } from '../define.ts';
import type { Action, Control, Test } from '../schema.ts';

/**
 * Forem, the software of DEV: reactions are toggles, the same request does and undoes. The button tells which, it is
 * marked before the answer comes and unmarked again where that is no.
 */
const fields = (type: string, ...more: Test[]): Test[] => [
  { at: { from: ['/form/reactable_type', '/json/reactable_type'] }, is: type },
  ...more,
];
const id = ['/form/reactable_id', '/json/reactable_id'];
const category = ['/form/category', '/json/category'];
const named = (is: string | string[]): Test => ({ at: { from: category }, is });
const states = '[aria-pressed="true"], .user-activated, .reacted';

/** Each reaction has its own button; the page of an article has one article. */
const button = (name: string): Control => ({
  select: `#reaction-butt-${name}${name === 'like' ? ', #reaction-drawer-trigger' : ''}${name === 'readinglist' ? ', .bookmark-button[data-reactable-id]' : ''}`,
  on: `${states}, .selected`,
});
const nobody = { name: { text: '' } };

/** The article on the page; in lists the card around the button. */
const onArticle: Pick<Action, 'take' | 'target' | 'object'> = {
  take: { id: { from: id } },
  target: { from: id },
  object: { url: ['{page.link}', '{page.url}'], id: 'article-{id}' },
};

const react = (name: string): Action => ({
  id: `react-${name.replaceAll('_', '-')}`,
  kind: 'like',
  request: { url: '*/reactions', where: fields('Article', named(name)) },
  control: button(name),
  ...onArticle,
  detail: { reaction: { from: category }, act: { from: category } },
  undo: 'toggle',
  refusal: 'hidden',
});

const name = {
  select: '.crayons-story__secondary[href], a.crayons-article__author-link, .profile-preview-card__trigger',
};
const followButton: Control = { select: 'button.follow-action-button', on: '[aria-pressed="true"]' };

export default defineSite({
  id: 'forem',
  name: 'DEV and Forem',
  version: 1,
  group: 'knowledge',
  confidence: 'high',
  hosts: ['dev.to'],
  signals: [
    { select: 'meta[name="forem:name"]' },
    { select: 'meta[name="forem:domain"]' },
    { select: 'body[data-user-status][data-community-name]' },
  ],
  account: {
    name: [
      {
        of: 'page',
        select: '#first-nav-link[href], a#first-nav-link',
        attr: 'href',
        match: '^https?://[^/]+/([\\w-]+)$',
      },
      { of: 'page', select: '#nav-profile-image', attr: 'alt', match: '^(\\w+)$' },
    ],
    url: '{origin}/{account}',
    signedOut: 'body[data-user-status="logged-out"], meta[name="user-signed-in"][content="false"]',
  },
  items: [
    {
      select: '.comment[data-comment-id], [id^="comment-node-"]',
      read: {
        id: [{ attr: 'data-comment-id' }, { attr: 'id', match: '^comment-node-(\\d+)$' }],
        link: { select: 'a.comment-date, a[href*="/comment/"]', attr: 'href', match: '^([^?#]+)' },
        author: { select: 'a.crayons-link[href], .comment__header a[href]' },
        authorUrl: { select: 'a.crayons-link[href], .comment__header a[href]', attr: 'href' },
      },
    },
    {
      select: '.crayons-story',
      read: {
        id: { select: '[data-reactable-id]', attr: 'data-reactable-id' },
        link: {
          select: 'a.crayons-story__hidden-navigation-link, .crayons-story__title a',
          attr: 'href',
          match: '^([^?#]+)',
        },
        title: { select: '.crayons-story__title' },
        author: name,
        topics: { select: '.crayons-tag', all: true, match: '^#?\\s*(.+)$' },
      },
    },
    // Everything on the page of an article that is not a comment is about the article.
    {
      select: 'body:has(#article-body)',
      read: {
        id: { of: 'page', select: '#article-body[data-article-id]', attr: 'data-article-id' },
        link: { of: 'page', select: 'link[rel="canonical"]', attr: 'href', match: '^(https?://[^?#]+)' },
        title: { of: 'page', select: '#main-title h1, .crayons-article__header__meta h1' },
        author: { of: 'page', select: '.crayons-article__header__meta a.crayons-link' },
        authorUrl: { of: 'page', select: '.crayons-article__header__meta a.crayons-link', attr: 'href' },
        topics: { of: 'page', select: '.crayons-article__header__meta .crayons-tag', all: true, match: '^#?\\s*(.+)$' },
      },
    },
  ],
  composers: ['textarea.comment-textarea', '#article_body_markdown'],
  private: { paths: ['/connect{/*}?', '/chat{/*}?'] },
  actions: [
    ...['like', 'unicorn', 'exploding_head', 'raised_hands', 'fire'].map(react),
    {
      id: 'reading-list',
      kind: 'bookmark',
      request: { url: '*/reactions', where: fields('Article', named('readinglist')) },
      control: button('readinglist'),
      ...onArticle,
      undo: 'toggle',
      refusal: 'hidden',
    },
    {
      id: 'like-comment',
      kind: 'like',
      request: { url: '*/reactions', where: fields('Comment', named('like')) },
      control: { select: '.reaction-button[data-comment-id], .reaction-like', on: states },
      take: { id: { from: id } },
      target: { from: id },
      object: { url: ['{page.link}', '{page.url}#comment-node-{id}'], id: 'comment-{id}' },
      undo: 'toggle',
      refusal: 'hidden',
    },
    {
      id: 'signal',
      kind: 'moderation',
      request: {
        url: '*/reactions',
        where: [named(['thumbsup', 'thumbsdown', 'vomit']), { at: { from: id }, present: true }],
      },
      control: {
        select: '.reaction-button[data-category], .reaction-vomit-button, .level-rating-button',
        on: '.reacted',
      },
      take: { id: { from: id }, type: { from: ['/form/reactable_type', '/json/reactable_type'], via: ['lower'] } },
      object: { url: ['{page.link}', '{page.url}'], id: '{type}-{id}' },
      detail: { act: { from: category } },
      undo: 'toggle',
    },
    {
      id: 'reply',
      kind: 'comment',
      request: { url: '*/comments', where: [{ at: '/json/comment/parent_id', present: true }] },
      control: { select: 'form.comment-form', submits: true },
      take: { id: '/json/comment/parent_id' },
      target: '/json/comment/parent_id',
      object: { url: ['{page.link}', '{page.url}#comment-node-{id}'], id: 'comment-{id}' },
      made: {
        appears: '[id^="comment-node-"]:has(a[href$="/{account}"])',
        read: { link: { select: 'a[href*="/comment/"]', attr: 'href', match: '^([^?#]+)' } },
        url: '{made.link}',
      },
    },
    {
      id: 'comment',
      kind: 'comment',
      request: { url: '*/comments', where: [{ at: '/json/comment/commentable_id', present: true }] },
      control: { select: 'form.comment-form', submits: true },
      take: { id: '/json/comment/commentable_id' },
      target: '/json/comment/commentable_id',
      object: { url: ['{page.link}', '{page.url}'], id: 'article-{id}' },
      made: {
        appears: '[id^="comment-node-"]:has(a[href$="/{account}"])',
        read: { link: { select: 'a[href*="/comment/"]', attr: 'href', match: '^([^?#]+)' } },
        url: '{made.link}',
      },
    },
    {
      id: 'edit-comment',
      kind: 'edit',
      edit: true,
      request: [
        { method: ['PUT', 'PATCH'], url: '*/comments/:id(\\d+)' },
        { url: '*/comments/:id(\\d+)', where: [{ at: '/form/_method', is: ['patch', 'put'] }] },
      ],
      target: '/url/id',
      object: { url: ['{page.link}', '{page.url}'], id: 'comment-{url.id}' },
      to: nobody,
    },
    {
      id: 'delete-comment',
      kind: 'comment',
      undo: true,
      undoes: ['comment', 'reply'],
      request: [
        { method: 'DELETE', url: '*/comments/:id(\\d+)' },
        { url: '*/comments/:id(\\d+)', where: [{ at: '/form/_method', is: 'delete' }] },
      ],
      target: '/url/id',
      object: { url: ['{page.link}', '{page.url}'], id: 'comment-{url.id}' },
      to: nobody,
    },
    ...(['hide', 'unhide'] as const).map(
      (verb): Action => ({
        id: `${verb}-comment`,
        kind: 'moderation',
        undo: verb === 'unhide',
        request: { method: ['PATCH', 'POST'], url: `*/comments/:id(\\d+)/${verb}` },
        target: '/url/id',
        object: { url: ['{page.link}', '{page.url}#comment-node-{url.id}'], id: 'comment-{url.id}' },
        detail: { act: { text: 'hide' } },
        confidence: 'medium',
      }),
    ),
    {
      id: 'follow',
      kind: 'follow',
      request: {
        url: '*/follows',
        where: [{ at: { from: ['/form/followable_id', '/json/followable_id'] }, present: true }],
      },
      control: followButton,
      take: {
        id: { from: ['/form/followable_id', '/json/followable_id'] },
        type: { from: ['/form/followable_type', '/json/followable_type'], via: ['lower'] },
      },
      object: { url: ['{page.authorUrl}', '{page.url}'], id: '{type}-{id}' },
      undo: [{ at: { from: ['/form/verb', '/json/verb'] }, is: 'unfollow' }],
      confidence: 'medium',
    },
    {
      id: 'post',
      kind: 'post',
      request: { url: '*/articles', where: [{ at: '/json/article/title', present: true }] },
      object: { url: ['{origin}/{account}', '{origin}/'], title: '/json/article/title' },
      to: nobody,
      draft: [{ at: '/json/article/published', not: true }],
      confidence: 'medium',
    },
    {
      id: 'edit-post',
      kind: 'edit',
      edit: true,
      request: { method: ['PUT', 'PATCH'], url: '*/articles/:id(\\d+)' },
      object: { url: ['{origin}/{account}', '{origin}/'], id: 'article-{url.id}', title: '/json/article/title' },
      to: nobody,
      draft: [{ at: '/json/article/published', is: false }],
      confidence: 'medium',
    },
  ],
  unseen: [
    'The address of a new article: the page goes there without saying so first.',
    'A reaction with a key that presses no button: the request is the same for doing and undoing.',
    'Whether an article was a draft before it was published.',
  ],
  sources: [
    'forem/forem reactions_controller.rb, comments_controller.rb, initializeArticleReactions.js; pages of DEV (2026-07)',
    'Its Cypress specifications, which wait for POST /reactions',
  ],
});
