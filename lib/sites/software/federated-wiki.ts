import { defineSite } from '../define.ts';
import type { Action, RequestRule, Test } from '../schema.ts';

/**
 * Any Federated Wiki. Each change of a page is one action of its journal, sent at once by whoever owns the wiki; the
 * changes of everybody else stay in their own browser and are sent nowhere.
 */
const sends = (...type: string[]): RequestRule => ({
  method: 'PUT',
  url: '/page/:slug/action',
  decode: ['form', { json: '/form/action' }],
  where: [{ at: '/form/action/type', is: type }],
});
/** The plus sign puts an empty place there, to be filled or left. */
const isEmptyPlace: Test = { at: '/form/action/item/type', is: 'factory' };
const onPage = {
  take: { slug: '/url/slug' },
  target: '/url/slug',
  object: { url: '{origin}/view/{slug}', id: '{slug}' },
  to: { name: { text: '' } },
} satisfies Partial<Action>;

export default defineSite({
  id: 'federated-wiki',
  name: 'Federated Wiki',
  version: 1,
  group: 'knowledge',
  confidence: 'high',
  signals: [{ select: 'body:has(> section.main .page > .paper) > footer .neighborhood' }],
  account: {
    name: { of: 'page', select: 'footer:has(#logout .fa-lock-open) span#site-owner' },
    url: '{origin}/',
    anonymous: true,
  },
  items: [
    { select: 'section.main .page', read: { id: { attr: 'id', match: '^([^_]+)' }, title: { select: 'h1 .title' } } },
  ],
  composers: ['.item.textEditing textarea'],
  actions: [
    {
      id: 'create',
      kind: 'edit',
      request: sends('create'),
      control: { select: '.future button.create' },
      ...onPage,
      detail: { act: { text: 'create' } },
    },
    {
      id: 'edit',
      kind: 'edit',
      request: sends('add', 'edit', 'move', 'remove'),
      draft: [isEmptyPlace],
      ...onPage,
      detail: { act: { from: '/form/action/type', via: [{ map: { move: 'move', remove: 'remove' } }] } },
    },
  ],
  unseen: [
    'Pages that were copied from the wiki of another (forks).',
    'That what was removed was an empty place.',
    'Changes in a wiki of others: they stay in your own browser.',
  ],
  sources: ['fedwiki/wiki-client 0.32: pageHandler, siteAdapter, editor', 'fedwiki/wiki-server: page/…/action'],
});
