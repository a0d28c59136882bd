import { defineSite } from '../define.ts';
import { here, ofPage, pageAddress } from '../embedded.ts';
import type { Action } from '../schema.ts';

/** Isso: comments below the posts of small sites. Its server is often on a host of its own. */

const aComment = {
  take: { here, id: '/url/id' },
  target: '/url/id',
  object: { url: pageAddress('#isso-{id}'), id: '{id}' },
} satisfies Partial<Action>;

export default defineSite({
  id: 'isso',
  name: 'Isso',
  version: 1,
  group: 'community',
  confidence: 'high',
  embedded: true,
  signals: [{ select: '#isso-thread, script[data-isso], .isso-postbox' }],
  items: [
    {
      select: '.isso-comment[id]',
      read: {
        ...ofPage,
        id: { attr: 'id', match: 'isso-(\\d+)$' },
        author: { select: '.isso-author' },
        authorUrl: { select: 'a.isso-author', attr: 'href' },
      },
    },
  ],
  page: ofPage,
  composers: ['.isso-textarea'],
  actions: [
    {
      // A vote that is given a second time is taken with the same answer and changes nothing.
      id: 'vote',
      kind: 'vote',
      request: { url: '*/id/:id(\\d+)/:way(like|dislike)' },
      control: { select: '.isso-upvote, .isso-downvote' },
      ...aComment,
      detail: { vote: { from: '/url/way', via: [{ map: { like: 'up', dislike: 'down' } }] } },
      refusal: 'hidden',
    },
    {
      id: 'reply',
      kind: 'comment',
      request: {
        url: '*/new',
        where: [
          { at: '/query/uri', present: true },
          { at: '/json/text', present: true },
          { at: '/json/parent', matches: '^\\d+$' },
        ],
      },
      take: { here, id: '/json/parent' },
      target: '/json/parent',
      object: { url: pageAddress('#isso-{id}'), id: '{id}' },
      made: {
        appears: '.isso-comment[id]',
        read: { id: { attr: 'id', match: 'isso-(\\d+)$' } },
        url: pageAddress('#isso-{made.id}'),
        id: '{made.id}',
      },
    },
    {
      id: 'comment',
      kind: 'comment',
      request: {
        url: '*/new',
        where: [
          { at: '/query/uri', present: true },
          { at: '/json/text', present: true },
        ],
      },
      take: { here },
      object: { url: pageAddress(), id: '{query.uri}' },
      to: { name: { text: '' } },
      made: {
        appears: '.isso-comment[id]',
        read: { id: { attr: 'id', match: 'isso-(\\d+)$' } },
        url: pageAddress('#isso-{made.id}'),
        id: '{made.id}',
      },
    },
    {
      id: 'edit',
      kind: 'edit',
      edit: true,
      request: { method: 'PUT', url: '*/id/:id(\\d+)', where: [{ at: '/json/text', present: true }] },
      ...aComment,
      to: { name: { text: '' } },
    },
    {
      id: 'delete',
      kind: 'comment',
      undo: true,
      undoes: ['comment', 'reply'],
      request: { method: 'DELETE', url: '*/id/:id(\\d+)' },
      ...aComment,
      to: { name: { text: '' } },
    },
  ],
  unseen: [
    'That a comment waits for approval: the server takes it either way.',
    'A vote that had been given before; who you are.',
    'Acts where the server of the comments has another address, unless that address is allowed too.',
  ],
  sources: ['posativ/isso isso/js/app/api.js, isso/js/app/templates (2022)'],
});
