import { defineSite } from '../define.ts';
import type { Action, RequestRule, Test } from '../schema.ts';

/**
 * Pinterest posts forms to "resources": the verb stands in the path, the arguments are JSON in the field `data`. One of
 * them, `ApiResource`, wraps most of the rest and names what it means in `options.url`.
 */
const option = (name: string) => `/form/data/options/${name}`;
const resource = (name: string, verb: string, ...where: Test[]): RequestRule => ({
  url: [`/resource/${name}Resource/${verb}/`, `/_ngjs/resource/${name}Resource/${verb}/`],
  decode: ['form', { json: '/form/data' }],
  ...(where.length > 0 ? { where } : {}),
});
const wrapped = (verb: string, matches: string) => resource('Api', verb, { at: option('url'), matches });

const pinUrl = 'https://www.pinterest.com/pin/{id}/';
const nobody = { name: { text: '' } };
const onPin = (from: string, action: Omit<Action, 'object'>): Action => ({
  take: { id: option(from) },
  target: option(from),
  object: { url: pinUrl, id: '{id}' },
  ...action,
});
const onShown: Pick<Action, 'object' | 'to'> = { object: { url: ['{page.link}', '{page.url}'] }, to: nobody };

const countries = [
  ...['at', 'ca', 'ch', 'cl', 'de', 'dk', 'es', 'fr', 'ie', 'it', 'jp', 'kr', 'nz', 'ph', 'pt', 'ru', 'se'].map(
    (one) => `pinterest.${one}`,
  ),
  'pinterest.co.uk',
  'pinterest.co.kr',
  'pinterest.com.au',
  'pinterest.com.mx',
];

export default defineSite({
  id: 'pinterest',
  name: 'Pinterest',
  version: 1,
  group: 'social',
  confidence: 'high',
  hosts: ['pinterest.com', '*.pinterest.com', ...countries.map((one) => `*.${one}`)],
  account: {
    name: {
      of: 'page',
      select: '[data-test-id="header-profile"] a[href], a[data-test-id="header-profile"]',
      attr: 'href',
      match: '^https?://[^/]+/([\\w-]+)/?$',
    },
    url: 'https://www.pinterest.com/{account}/',
    signedOut: '[data-test-id="simple-login-button"], [data-test-id="unauth-header"]',
  },
  items: [
    {
      select: '[data-test-id="pin"], [data-test-pin-id]',
      read: {
        id: [
          { attr: 'data-test-pin-id' },
          { select: '[data-test-pin-id]', attr: 'data-test-pin-id' },
          { select: 'a[href*="/pin/"]', attr: 'href', match: '/pin/(?:[^/]+--)?(\\d+)' },
        ],
        link: { select: 'a[href*="/pin/"]', attr: 'href', match: '^([^?#]+)' },
      },
    },
    {
      select: '[data-test-id="closeup-body"], [data-test-id="CloseupMainPin"]',
      read: {
        title: { select: '[data-test-id="pinTitle"], h1' },
        author: { select: '[data-test-id="creator-profile-name"]' },
        authorUrl: {
          select: '[data-test-id="creator-avatar"] a, a[data-test-id="creator-profile-link"]',
          attr: 'href',
          match: '^([^?#]+)',
        },
      },
    },
  ],
  private: { paths: ['/messages{/*}?'], within: ['[data-test-id="conversation-container"]'] },
  actions: [
    onPin('pin_id', {
      id: 'save',
      kind: 'bookmark',
      request: resource('Repin', 'create'),
      control: { select: '[data-test-id="PinBetterSaveButton"]' },
    }),
    {
      id: 'remove-pin',
      kind: 'bookmark',
      undo: true,
      // A pin of one's own, saved or made: its number is not the one that was saved.
      undoes: ['save', 'pin'],
      request: resource('Pin', 'delete'),
      take: { id: option('id') },
      object: { url: pinUrl, id: '{id}' },
      to: nobody,
    },
    {
      id: 'pin',
      kind: 'post',
      request: [resource('Pin', 'create'), resource('StoryPin', 'create')],
      object: { url: ['https://www.pinterest.com/{account}/', 'https://www.pinterest.com/'], title: option('title') },
      to: nobody,
      within: 60_000,
    },
    onPin('id', {
      id: 'edit-pin',
      kind: 'edit',
      edit: true,
      request: resource('Pin', 'update'),
      to: nobody,
      confidence: 'medium',
    }),
    onPin('pinId', {
      id: 'comment',
      kind: 'comment',
      request: resource('AggregatedComment', 'create'),
    }),
    {
      id: 'delete-comment',
      kind: 'comment',
      undo: true,
      undoes: ['comment'],
      request: resource('AggregatedComment', 'delete'),
      take: { id: option('commentId') },
      ...onShown,
      object: { url: ['{page.link}', '{page.url}'], id: 'comment/{id}' },
    },
    ...(['create', 'delete'] as const).map(
      (verb): Action => ({
        id: verb === 'create' ? 'like-comment' : 'unlike-comment',
        kind: 'like',
        undo: verb === 'delete',
        request: resource('AggregatedCommentLike', verb),
        take: { id: { from: [option('commentId'), option('aggregatedCommentId'), option('objectId')] } },
        ...onShown,
        object: { url: ['{page.link}', '{page.url}'], id: 'comment/{id}' },
        confidence: 'medium',
      }),
    ),
    ...(['create', 'update', 'delete'] as const).map(
      (verb): Action => ({
        id: { create: 'react', update: 'react-again', delete: 'unreact' }[verb],
        kind: 'like',
        undo: verb === 'delete',
        ...(verb === 'delete' ? { undoes: ['react', 'react-again'] } : {}),
        request: wrapped(verb, '^/v3/pins/\\d+/react'),
        control: { select: '[data-test-id="react-button"]' },
        take: { id: { from: option('url'), via: [{ match: '/pins/(\\d+)/' }] } },
        target: { from: option('url'), via: [{ match: '/pins/(\\d+)/' }] },
        object: { url: pinUrl, id: '{id}' },
        confidence: 'low',
      }),
    ),
    ...(['update', 'delete'] as const).map(
      (verb): Action => ({
        id: verb === 'update' ? 'follow-board' : 'unfollow-board',
        kind: 'follow',
        undo: verb === 'delete',
        request: wrapped(verb, '^/v3/boards/\\d+/follow'),
        take: { id: { from: option('url'), via: [{ match: '/boards/(\\d+)/' }] } },
        ...onShown,
        object: { url: '{page.url}', id: 'board/{id}' },
        detail: { act: { text: 'board' } },
      }),
    ),
    ...(['create', 'delete'] as const).map(
      (verb): Action => ({
        id: verb === 'create' ? 'follow' : 'unfollow',
        kind: 'follow',
        undo: verb === 'delete',
        request: resource('UserFollow', verb),
        take: { id: option('user_id') },
        object: { url: ['{page.authorUrl}', '{page.url}'], id: 'user/{id}' },
      }),
    ),
  ],
  unseen: [
    'The address of a new pin: the page gets it only inside the answer.',
    'Which pin you removed from your boards belongs to which you saved: they have different numbers.',
    'Reactions to pins are described by guess and may be missed.',
    'Making boards, and messages, on purpose.',
  ],
  sources: [
    'bstoilov/py3-pinterest Pinterest.py (2026-05): resources and options',
    'A client checked against the site (2026-04)',
  ],
});
