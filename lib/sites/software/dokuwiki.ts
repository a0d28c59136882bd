import { defineSite } from '../define.ts';
import type { Action, RequestRule, Test } from '../schema.ts';

/**
 * Any DokuWiki. Everything is a form that posts to the page's own address, whichever of the three ways of making
 * addresses the wiki has; what is done stands in `do`. A redirect to the page means yes, any page means no.
 */

/** `do` is the name of the pressed button, `do[save]`; older forms have a plain field. */
const does = (what: string): Test => ({
  any: [
    { at: `/form/do[${what}]`, present: true },
    { at: '/form/do', is: what },
  ],
});
const form = (...where: Test[]): RequestRule => ({ url: '*', decode: ['form'], where });
const link = (what: string, ...where: Test[]): RequestRule => ({
  method: 'GET',
  url: '*',
  where: [{ at: '/query/do', is: what }, { at: '/query/sectok', present: true }, ...where],
});

/** The redirect leads to the page by the wiki's own way of making addresses, and to the section that was edited. */
const aPage = {
  take: {
    id: { from: ['/form/id', '/query/id', '/page/shown'] },
    address: { from: '/made/location', via: [{ match: '^[^#]+' }] },
  },
  object: { url: ['{address}'], id: '{id}', title: { from: ['/form/id', '/query/id', '/page/shown'] } },
  to: { name: { text: '' } },
  made: { location: '*' },
  refusal: 'redirect',
} satisfies Partial<Action>;

export default defineSite({
  id: 'dokuwiki',
  name: 'DokuWiki',
  version: 1,
  group: 'knowledge',
  confidence: 'high',
  signals: [{ select: 'meta[name="generator"][content^="DokuWiki"]' }, { select: '#dokuwiki__site, #dokuwiki__top' }],
  account: {
    name: [
      { of: 'page', select: '#dokuwiki__usertools .user bdi + bdi, #dokuwiki__header .user bdi + bdi' },
      { of: 'page', select: '#dokuwiki__usertools .user, #dokuwiki__header .user', match: '\\(([^()]+)\\)\\s*$' },
    ],
    url: '{origin}/',
    anonymous: true,
  },
  page: { shown: { of: 'page', select: '.pageId span' } },
  composers: ['#wiki__text'],
  actions: [
    {
      // A page that is saved without a text is gone: whatever was taken out of a section stays an edit.
      id: 'delete',
      kind: 'edit',
      request: form(
        does('save'),
        { at: '/form/wikitext', is: '' },
        { at: '/form/prefix', is: ['', '.'] },
        { at: '/form/suffix', is: '' },
      ),
      ...aPage,
      detail: { act: { text: 'delete' } },
    },
    {
      id: 'edit',
      kind: 'edit',
      request: form(does('save'), {
        any: [
          { at: '/form/wikitext', present: true },
          { at: '/form/wikitext', is: '' },
        ],
      }),
      control: { select: '#edbtn__save, #dw__editform [name="do[save]"]' },
      ...aPage,
    },
    {
      id: 'revert',
      kind: 'edit',
      request: [link('revert', { at: '/query/rev', present: true }), form({ at: '/form/do', is: 'revert' })],
      ...aPage,
      detail: { act: { text: 'revert' } },
    },
    {
      id: 'subscribe',
      kind: 'follow',
      request: [
        link('subscribe', { at: '/query/sub_action', is: ['subscribe', 'unsubscribe'] }),
        form({ at: '/form/sub_action', is: ['subscribe', 'unsubscribe'] }, { at: '/form/sub_target', present: true }),
      ],
      ...aPage,
      undo: [{ at: { from: ['/form/sub_action', '/query/sub_action'] }, is: 'unsubscribe' }],
    },
  ],
  unseen: [
    'Comments, votes and tasks that plugins add.',
    'Files that are uploaded in the media manager.',
    'That a save changed nothing: the wiki says yes all the same.',
  ],
  sources: ['DokuWiki 2022-07-31 (Igor): inc/Action, inc/Ui, inc/Form, template "dokuwiki"'],
});
