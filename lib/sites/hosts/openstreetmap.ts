import { defineSite } from '../define.ts';
import type { Action, RequestRule, Test } from '../schema.ts';

/** OpenStreetMap: the map's interface (also used by the editor in its frame) and classic forms for everything social. */

const site = 'https://www.openstreetmap.org';
/** The interface answers on a host of its own as well. */
const api = (path: string, method: RequestRule['method'] = 'POST', where?: Test[]): RequestRule => ({
  method,
  url: `/api/0.6/${path}`,
  ...(where ? { where } : {}),
});
const hidden = (is: string | string[]): Test => ({ at: '/form/_method', is });
const nobody = { name: { text: '' } };

const changeset: Pick<Action, 'object'> = { object: { url: `${site}/changeset/{url.id}`, id: 'changeset/{url.id}' } };
const note: Pick<Action, 'object'> = { object: { url: `${site}/note/{url.id}`, id: 'note/{url.id}' } };
const diary: Pick<Action, 'object'> = {
  object: { url: `${site}/user/{url.name}/diary/{url.id}`, id: 'diary/{url.id}' },
};
const moderation = (id: string, act: string, rest: Omit<Action, 'id' | 'kind' | 'detail'>): Action => ({
  id,
  kind: 'moderation',
  detail: { act: { text: act } },
  ...rest,
});
const element = ':type(node|way|relation)';

export default defineSite({
  id: 'openstreetmap',
  name: 'OpenStreetMap',
  version: 1,
  group: 'knowledge',
  confidence: 'high',
  hosts: ['www.openstreetmap.org'],
  apiHosts: ['api.openstreetmap.org'],
  account: {
    name: { of: 'page', select: '.user-menu .username, .user-button .username' },
    url: `${site}/user/{account}`,
    signedOut: 'header a[href^="/login"]',
  },
  items: [
    {
      select: 'article[id^="c"], .diary-comment',
      read: { author: { select: 'a[href^="/user/"]' }, authorUrl: { select: 'a[href^="/user/"]', attr: 'href' } },
    },
    {
      select: '.diary_post, .diary-entry',
      read: {
        title: { select: 'h1, h2' },
        author: { select: '.text-body-secondary a[href^="/user/"], a[href^="/user/"]:not([href*="/diary"])' },
        authorUrl: {
          select: '.text-body-secondary a[href^="/user/"], a[href^="/user/"]:not([href*="/diary"])',
          attr: 'href',
        },
      },
    },
    // The column beside the map is about one thing.
    {
      select: '#sidebar_content',
      read: {
        title: { select: 'h2' },
        author: { select: '.details a[href^="/user/"], p a[href^="/user/"]' },
        authorUrl: { select: '.details a[href^="/user/"], p a[href^="/user/"]', attr: 'href' },
      },
    },
  ],
  composers: ['textarea[name="text"]', '#diary_entry_body', '#diary_comment_body'],
  private: { paths: ['/messages{/*}?', '/message/*', '/user/:name/inbox'] },
  actions: [
    {
      id: 'map',
      kind: 'edit',
      // Opening and closing a changeset gives nothing; what is uploaded to it does. Large ones go up in several parts.
      request: api('changeset/:id(\\d+)/upload'),
      control: { select: '.save, .save-button' },
      ...changeset,
      to: nobody,
      within: 60_000,
    },
    {
      id: 'map-element',
      kind: 'edit',
      request: [api(`${element}/create`, 'PUT'), api(`${element}/:id(\\d+)`, ['PUT', 'DELETE'])],
      object: { url: [`${site}/{url.type}/{url.id}`, `${site}/`], id: '{url.type}/{url.id}' },
      to: nobody,
      within: 60_000,
    },
    {
      id: 'comment-changeset',
      kind: 'comment',
      request: api('changeset/:id(\\d+)/comment{.json}?'),
      control: { select: 'button[name="comment"]', submits: true },
      ...changeset,
    },
    ...(['DELETE', 'POST'] as const).map((method) =>
      moderation(method === 'DELETE' ? 'hide-changeset-comment' : 'unhide-changeset-comment', 'hide', {
        undo: method === 'POST',
        request: api('changeset_comments/:id(\\d+)/visibility{.json}?', method),
        object: { url: ['{page.url}', `${site}/`], id: 'changeset-comment/{url.id}' },
      }),
    ),
    {
      id: 'open-note',
      kind: 'post',
      request: api('notes{.json}?'),
      control: { select: 'input[type="submit"][name="add"]' },
      object: { url: [`${site}/note/{made.id}`, `${site}/`] },
      to: nobody,
      // The column of the new note takes the place of the form.
      made: {
        appears: '#sidebar_content button[data-url*="/notes/"]',
        read: { id: { attr: 'data-url', match: '/notes/(\\d+)' } },
        url: `${site}/note/{made.id}`,
        id: 'note/{made.id}',
      },
    },
    {
      id: 'comment-note',
      kind: 'comment',
      request: api('notes/:id(\\d+)/comment{.json}?'),
      control: { select: 'button[name="comment"]', submits: true },
      ...note,
    },
    moderation('close-note', 'close', {
      request: api('notes/:id(\\d+)/close{.json}?'),
      control: { select: 'button[name="close"]' },
      ...note,
    }),
    moderation('reopen-note', 'reopen', {
      request: api('notes/:id(\\d+)/reopen{.json}?'),
      control: { select: 'button[name="reopen"]' },
      ...note,
    }),
    moderation('hide-note', 'hide', { request: api('notes/:id(\\d+){.json}?', 'DELETE'), ...note }),

    {
      id: 'diary',
      kind: 'post',
      request: { url: '/diary', where: [{ at: '/form/diary_entry[title]', present: true }] },
      object: { url: [`${site}/user/{account}/diary/{made.id}`, `${site}/diary`], title: '/form/diary_entry[title]' },
      to: nobody,
      made: { location: '*/diary/:id(\\d+)', url: '{made.location}', id: 'diary/{made.id}' },
      refusal: 'redirect',
      refusedAt: ['*/login'],
    },
    {
      id: 'edit-diary',
      kind: 'edit',
      edit: true,
      request: { url: '/user/:name/diary/:id(\\d+)', where: [hidden(['patch', 'put'])] },
      ...diary,
      to: nobody,
      refusal: 'redirect',
      refusedAt: ['*/login'],
    },
    {
      id: 'comment-diary',
      kind: 'comment',
      request: { url: ['/user/:name/diary/:id(\\d+)/comments', '/user/:name/diary/:id(\\d+)/newcomment'] },
      ...diary,
      to: { name: '/url/name', url: `${site}/user/{url.name}` },
      refusal: 'redirect',
      refusedAt: ['*/login'],
    },
    moderation('hide-diary-comment', 'hide', {
      request: { url: '/diary_comments/:id(\\d+)/:verb(hide|unhide)' },
      object: { url: '{page.url}', id: 'diary-comment/{url.id}' },
      undo: [{ at: '/url/verb', is: 'unhide' }],
    }),
    moderation('hide-diary', 'hide', {
      request: { url: '/user/:name/diary/:id(\\d+)/:verb(hide|unhide)' },
      ...diary,
      undo: [{ at: '/url/verb', is: 'unhide' }],
    }),
    {
      id: 'follow',
      kind: 'follow',
      request: { url: '/user/:name/follow' },
      object: { url: `${site}/user/{url.name}`, id: 'user/{url.name}' },
      to: { name: '/url/name', url: `${site}/user/{url.name}` },
      undo: [hidden('delete')],
      refusal: 'redirect',
      refusedAt: ['*/login'],
    },
    {
      id: 'trace',
      kind: 'post',
      request: { url: '/traces', where: [{ at: '/form/trace[visibility]', present: true }] },
      object: { url: [`${site}/user/{account}/traces`, `${site}/traces`] },
      to: nobody,
      private: [{ at: '/form/trace[visibility]', is: ['private', 'trackable'] }],
      refusal: 'redirect',
      refusedAt: ['*/login'],
    },
    moderation('report', 'report', {
      request: { url: '/reports' },
      take: {
        id: '/form/report[issue][reportable_id]',
        type: { from: '/form/report[issue][reportable_type]', via: ['lower'] },
      },
      object: { url: '{page.url}', id: '{type}/{id}' },
      to: nobody,
      refusal: 'redirect',
      refusedAt: ['*/login'],
    }),
    moderation('settle-issue', 'settle', {
      request: { url: '/issues/:id(\\d+)/:verb(resolve|ignore|reopen)' },
      object: { url: `${site}/issues/{url.id}`, id: 'issue/{url.id}' },
      to: nobody,
    }),
  ],
  unseen: [
    'Edits with an editor on another site or a program of its own.',
    'Notes that you open without an account.',
    'The sandbox for developers, on purpose.',
    'Subscribing to notes and changesets, and messages, on purpose.',
  ],
  sources: [
    'openstreetmap/openstreetmap-website config/routes.rb, index_modules/note.js, new_note.js, changeset.js, id.js and views (2026-08)',
  ],
});
