import { defineSite } from '../define.ts';
import type { Action } from '../schema.ts';

/** Any Trac: tickets and a wiki. Classic forms; a redirect means yes, the form again means no. */

const nobody = { name: { text: '' } };
const token = { at: '/form/__FORM_TOKEN', present: true };
const at = (path: string) => [`{origin}{url.base}${path}`, `{origin}${path}`];
const aTicket = {
  object: { url: at('/ticket/{url.ticket}'), id: '{url.ticket}' },
  refusal: 'redirect',
  refusedAt: ['*/login*'],
} satisfies Partial<Action>;
const ticket = ':base(.*)/ticket/:ticket(\\d+)';
const aPage = {
  object: {
    url: at('/wiki/{url.page}'),
    id: '{url.page}',
    title: '/url/page',
  },
  to: nobody,
  refusal: 'redirect',
  refusedAt: ['*/login*'],
} satisfies Partial<Action>;
const wiki = ':base(.*)/wiki/:page(.+)';

export default defineSite({
  id: 'trac',
  name: 'Trac',
  version: 1,
  group: 'work',
  confidence: 'high',
  signals: [
    { select: 'script[src*="/chrome/common/js/trac.js"]' },
    { select: 'link[rel="stylesheet"][href*="/chrome/common/css/trac.css"]' },
  ],
  account: {
    name: { of: 'page', select: '#metanav .first .trac-author-user, #metanav .trac-author-user' },
    url: '{origin}/',
    anonymous: true,
  },
  items: [
    {
      select: '.change[id^="trac-change-"]',
      read: {
        id: { attr: 'id', match: '^trac-change-(\\d+)-' },
        author: { select: '.trac-author, .trac-author-user' },
        title: { of: 'page', select: '#trac-ticket-title .summary, h1 .summary' },
      },
    },
  ],
  page: {
    title: { of: 'page', select: '#trac-ticket-title .summary, h1 .summary' },
    author: { of: 'page', select: 'td[headers="h_reporter"] .trac-author, td[headers="h_reporter"] .trac-author-user' },
  },
  composers: ['textarea#comment', 'textarea#text', '#field-description'],
  actions: [
    {
      id: 'edit-comment',
      kind: 'edit',
      edit: true,
      request: {
        url: ticket,
        where: [token, { at: '/form/edit_comment', present: true }, { at: '/form/cnum_edit', present: true }],
      },
      ...aTicket,
      take: { number: '/form/cnum_edit' },
      object: { url: at('/ticket/{url.ticket}#comment:{number}'), id: '{url.ticket}#{number}' },
      to: nobody,
    },
    {
      id: 'comment',
      kind: 'comment',
      request: {
        url: ticket,
        where: [token, { at: '/form/submit', present: true }, { at: '/form/comment', matches: '\\S' }],
      },
      control: { select: '#propertyform input[name="submit"]' },
      ...aTicket,
      made: { location: '*#:comment', url: '{made.location}', id: '{made.comment}' },
    },
    {
      id: 'edit-ticket',
      kind: 'edit',
      request: { url: ticket, where: [token, { at: '/form/submit', present: true }] },
      ...aTicket,
      to: nobody,
    },
    {
      id: 'new-ticket',
      kind: 'post',
      request: {
        url: ':base(.*)/newticket',
        where: [token, { at: '/form/submit', present: true }, { at: '/form/field_summary', matches: '\\S' }],
      },
      object: { url: at('/newticket'), title: { text: '' } },
      to: nobody,
      made: { location: '*/ticket/:id(\\d+)', url: '{made.location}', id: '{made.id}' },
      refusal: 'redirect',
      refusedAt: ['*/login*'],
    },
    {
      id: 'edit-wiki',
      kind: 'edit',
      request: { url: wiki, where: [token, { at: '/form/action', is: 'edit' }, { at: '/form/save', present: true }] },
      control: { select: '#edit input[name="save"]' },
      ...aPage,
    },
    {
      id: 'delete-wiki',
      kind: 'moderation',
      request: {
        url: wiki,
        where: [token, { at: '/form/action', is: 'delete' }, { at: '/form/cancel', present: false }],
      },
      ...aPage,
      detail: { act: { text: 'delete' } },
    },
  ],
  unseen: [
    'Whether a comment also changed the ticket: it is counted as a comment.',
    'Attachments, milestones, and votes of plugins.',
  ],
  sources: ['edgewall/trac trac/ticket/web_ui.py, trac/ticket/templates, trac/wiki/templates (2024-01)'],
});
