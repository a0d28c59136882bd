import { defineSite } from '../define.ts';
import type { Action, RequestRule, Test, Value } from '../schema.ts';

/**
 * Phabricator and Phorge. Every dialog is fetched by the POST that would also carry it out, and every comment is
 * previewed at the address it is sent to: only fields tell them apart.
 */

const there = (field: string, present = true): Test => ({ at: `/form/${field}`, present });
const commenting = (where: Test[]): RequestRule => ({
  url: '/:app(maniphest|differential|paste|pholio|ponder|phame|phriction|audit|diffusion)/*/edit/:id(\\d+)/comment/',
  where,
});
const actions = '/form/editengine.actions';
/** A stacked action: `[{"type":"accept",…}]`. */
const stacked = (types: string): Value => ({ from: actions, via: [{ match: `"type":"(${types})"` }] });
const shown: Value = { from: '/page/url', via: [{ match: '^(https?://[^/?#]+/[TDPMQ]\\d+)' }] };
const monogram: Value = {
  from: '/url/app',
  via: [{ map: { maniphest: 'T', differential: 'D', paste: 'P', pholio: 'M', ponder: 'Q' } }],
};
const nobody = { name: { text: '' } };
const onThing: Pick<Action, 'take' | 'object' | 'draft'> = {
  take: { shown, monogram },
  object: { url: ['{origin}/{monogram}{url.id}', '{shown}'], title: '/page/title' },
  draft: [there('__preview__')],
};
/** Named by an internal number: the page tells what it is. */
const onPage: Pick<Action, 'take' | 'object'> = {
  take: { shown },
  object: { url: ['{shown}', '{page.url}'], title: '/page/title' },
};
const reviews = 'accept|reject|resign';
const settles = 'status|priority|owner|abandon|reclaim|close|reopen|plan-changes|request-review|commandeer';
const title = { of: 'page', select: '.phui-header-header' } as const;

export default defineSite({
  id: 'phabricator',
  name: 'Phabricator and Phorge',
  version: 1,
  group: 'knowledge',
  confidence: 'medium',
  hosts: [
    'phabricator.wikimedia.org',
    'we.phorge.it',
    'reviews.freebsd.org',
    'reviews.llvm.org',
    'phabricator.services.mozilla.com',
  ],
  signals: [{ select: '.phabricator-main-menu' }, { select: '.phabricator-standard-page' }],
  account: {
    name: { of: 'page', select: '.phabricator-main-menu a[href*="/p/"]', attr: 'href', match: '/p/([^/?#]+)' },
    url: '{origin}/p/{account}/',
    signedOut: '.phabricator-main-menu a[href*="/auth/start/"]',
  },
  items: [
    {
      select: '.phui-timeline-shell',
      read: {
        author: { select: '.phui-timeline-title a[href*="/p/"]', attr: 'href', match: '/p/([^/?#]+)' },
        authorUrl: { select: '.phui-timeline-title a[href*="/p/"]', attr: 'href' },
        title,
      },
    },
  ],
  page: { title },
  composers: ['textarea[name="comment"]'],
  private: { paths: ['/conpherence', '/conpherence/*', '/Z*'] },
  actions: [
    {
      id: 'comment',
      kind: 'comment',
      request: commenting([{ at: '/form/comment', matches: '\\S' }]),
      ...onThing,
    },
    {
      id: 'review',
      kind: 'code-review',
      also: true,
      request: commenting([{ at: stacked(reviews), present: true }]),
      ...onThing,
      detail: {
        act: {
          from: actions,
          via: [
            { match: `"type":"(${reviews})"` },
            { map: { accept: 'approve', reject: 'request-changes', resign: 'resign' } },
          ],
        },
      },
    },
    {
      id: 'settle',
      kind: 'moderation',
      also: true,
      request: commenting([{ at: stacked(settles), present: true }]),
      ...onThing,
      detail: { act: stacked(settles) },
    },
    {
      id: 'token',
      kind: 'like',
      undo: [there('tokenPHID', false)],
      request: { url: '/token/give/:phid/', where: [there('__dialog__')] },
      ...onPage,
      detail: { reaction: '/form/tokenPHID' },
    },
    ...[false, true].map(
      (undo): Action => ({
        id: undo ? 'unsubscribe' : 'subscribe',
        kind: 'follow',
        undo,
        request: { url: `/subscriptions/${undo ? 'delete' : 'add'}/:phid/` },
        ...onPage,
        to: nobody,
      }),
    ),
    {
      id: 'edit-comment',
      kind: 'edit',
      edit: true,
      request: { url: '/transactions/edit/:phid/', where: [there('text'), there('__preview__', false)] },
      ...onPage,
      to: nobody,
    },
    {
      id: 'delete-comment',
      kind: 'moderation',
      becomes: [{ where: [{ at: '/page/author', same: '/account' }], kind: 'comment' }],
      undo: [{ at: '/page/author', same: '/account' }],
      undoes: ['comment'],
      request: { url: '/transactions/remove/:phid/', where: [there('__dialog__')] },
      ...onPage,
      detail: { act: { text: 'delete' } },
    },
    {
      id: 'edit-task',
      kind: 'edit',
      request: { url: '/maniphest/task/edit/:id(\\d+)/', where: [there('title')] },
      object: { url: '{origin}/T{url.id}', id: 'T{url.id}', title: '/form/title' },
      to: nobody,
      draft: [there('__preview__')],
      refusal: 'redirect',
    },
    {
      id: 'open-task',
      kind: 'post',
      request: {
        url: ['/maniphest/task/edit/', '/maniphest/task/edit/form/:form/'],
        where: [{ at: '/form/title', matches: '\\S' }],
      },
      object: { url: ['{made.location}', '{origin}/maniphest/'], title: '/form/title' },
      to: nobody,
      made: { location: '/T:id(\\d+)', url: '{made.location}', id: 'T{made.id}' },
      draft: [there('__preview__')],
      refusal: 'redirect',
    },
  ],
  unseen: [
    'Comments on single lines of a revision until they are sent with a comment; what you push.',
    'The address of a new comment; what a dialog refuses with status 200.',
    'Rooms for talk, on purpose.',
  ],
  sources: [
    'phacility/phabricator PhabricatorTokenGiveController, PhabricatorEditEngine, AphrontRequest (2016-2021); Phorge',
  ],
});
