import { defineSite } from '../define.ts';
import type { Action, RequestRule, Value } from '../schema.ts';

/**
 * Product Hunt reads and writes through one GraphQL path. The names of its writes are known from other clients only, so
 * every act here also needs the known button, or says how sure it is.
 */
const operation: Value = { from: ['/json/operationName', '/json/query'], via: ['lower'] };
const mutation = (matches: string): RequestRule => ({
  url: '/frontend/graphql',
  where: [
    { at: operation, matches },
    { at: operation, matches: '^(?!query)' },
  ],
});
const variable = (...names: string[]) =>
  names.flatMap((name) => [`/json/variables/${name}`, `/json/variables/input/${name}`]);

const subject: Value = { from: variable('postId', 'subjectId', 'productId', 'id') };
/** The launch around the button, else the one the page is about. */
const shown: Value = { from: '/page/url', via: [{ match: '^(https?://[^/]+/(?:posts|products|p/[^/?#]+)/[^/?#]+)' }] };
const onThing: Pick<Action, 'take' | 'object'> = {
  take: { id: subject, shown },
  object: { url: ['{page.link}', '{shown}', '{page.url}'], id: '{id}' },
};
const button = { select: '[data-test="vote-button"]' };

export default defineSite({
  id: 'product-hunt',
  name: 'Product Hunt',
  version: 1,
  group: 'knowledge',
  confidence: 'low',
  hosts: ['www.producthunt.com'],
  account: {
    name: { of: 'page', select: 'header a[href^="/@"]', attr: 'href', match: '/@([\\w-]+)' },
    url: 'https://www.producthunt.com/@{account}',
    signedOut: '[data-test="header-nav-link-login"], header button[data-test*="login"]',
  },
  items: [
    {
      select: '[data-test^="post-item"]',
      read: {
        link: { select: 'a[href^="/posts/"], a[href^="/products/"]', attr: 'href', match: '^([^?#]+)' },
        title: { select: '[data-test^="post-name"]' },
        topics: { select: 'a[href^="/topics/"]', all: true },
      },
    },
  ],
  page: { title: { select: 'h1' } },
  composers: ['form textarea', '[contenteditable="true"]'],
  private: { paths: ['/messages{/*}?'] },
  actions: [
    {
      id: 'unvote',
      kind: 'vote',
      undo: true,
      request: mutation('vote\\w*(?:delete|destroy|remove)|(?:delete|destroy|remove)\\w*vote'),
      control: button,
      demand: true,
      ...onThing,
    },
    {
      id: 'vote',
      kind: 'vote',
      request: mutation('vote\\w*(?:create|add)|(?:create|add)\\w*vote'),
      control: button,
      demand: true,
      ...onThing,
      detail: { vote: { text: 'up' } },
    },
    {
      id: 'review',
      kind: 'review',
      request: mutation('review\\w*create|create\\w*review'),
      ...onThing,
      detail: { rating: { from: variable('rating'), via: [{ match: '^([1-5])$' }, { format: '{}/5' }] } },
    },
    { id: 'comment', kind: 'comment', request: mutation('comment\\w*create|create\\w*comment'), ...onThing },
  ],
  unseen: [
    'Edits and deletions, follows, and votes for comments: their requests have not been described by anybody.',
    'Whether a vote took: the button shows it in colours only.',
    'Comments and reviews are recognised by the look of their names and may be missed.',
  ],
  sources: ['Clients and readers of the site (2020-2026): names of elements; names of writes from one other client'],
});
