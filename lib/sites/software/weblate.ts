import { defineSite } from '../define.ts';
import type { Action, RequestRule, Test, Value } from '../schema.ts';

/** Weblate: every form of the editor goes to the address of the translation; the pressed button is a field. */

const editor = (where: Test[]): RequestRule => ({ url: ':base(.*)/translate/:path(.+)/', where });
const filled: Test = {
  any: [
    { at: '/form/target_0', present: true },
    { at: '/form/target', present: true },
  ],
};
const there = (name: string, present = true): Test => ({ at: `/form/${name}`, present });
const checksum: Value = { from: ['/form/checksum', '/query/checksum', '/page/checksum'] };
/** An installation at the root of its host has no base. */
const both = (urls: string[]) => urls.flatMap((url) => [url, url.replace('{url.base}', '')]);
const unit = '{origin}{url.base}/translate/{url.path}/';
const refusedAt = ['*/accounts/login/*'];
const onUnit: Pick<Action, 'take' | 'object' | 'refusal' | 'refusedAt'> = {
  take: { checksum },
  object: {
    url: [...both([`${unit}?checksum={checksum}`]), ...both([unit])],
    id: '{checksum}',
    title: { from: '/url/path', via: [{ match: '([^/]+/[^/]+)$' }] },
  },
  refusal: 'redirect',
  refusedAt,
};
const here: Value = { from: '/page/url', via: [{ match: '^(https?://[^?#]+/translate/[^?#]+)' }] };
const onPage: Pick<Action, 'take' | 'object' | 'refusedAt'> = {
  take: { here, checksum },
  object: { url: ['{here}?checksum={checksum}', '{here}', '{page.url}'], id: '{checksum}' },
  refusedAt,
};
const watching = (undo: boolean): Action => ({
  id: undo ? 'unwatch' : 'watch',
  kind: 'follow',
  undo,
  request: { url: `:base(.*)/accounts/${undo ? 'unwatch' : 'watch'}/:path(.+)/` },
  object: { url: both(['{origin}{url.base}/projects/{url.path}/']), id: '{url.path}' },
  refusedAt,
});

export default defineSite({
  id: 'weblate',
  name: 'Weblate',
  version: 1,
  group: 'knowledge',
  confidence: 'medium',
  hosts: ['hosted.weblate.org', 'translate.codeberg.org', 'l10n.opensuse.org'],
  signals: [{ select: 'footer a[href^="https://weblate.org"]' }, { select: 'script[src*="/loader-bootstrap"]' }],
  account: {
    name: {
      of: 'page',
      select: 'header a[href*="/user/"], nav a[href*="/user/"]',
      attr: 'href',
      match: '/user/([^/?#]+)',
    },
    url: '{origin}/user/{account}/',
    signedOut: '#login-button',
  },
  items: [
    {
      select: '.list-group-item:has(a[href*="/user/"])',
      read: {
        author: { select: 'a[href*="/user/"]', attr: 'href', match: '/user/([^/?#]+)' },
        authorUrl: { select: 'a[href*="/user/"]', attr: 'href' },
        checksum: { of: 'page', select: 'input[name="checksum"]', attr: 'value' },
      },
    },
  ],
  page: { checksum: { select: 'input[name="checksum"]', attr: 'value' } },
  composers: ['.translation-editor', '#id_comment'],
  actions: [
    ...(['upvote', 'downvote'] as const).map(
      (name): Action => ({
        id: name,
        kind: 'vote',
        request: editor([there(name)]),
        ...onUnit,
        detail: { vote: { text: name === 'upvote' ? 'up' : 'down' } },
      }),
    ),
    ...(['accept', 'accept_edit', 'accept_approve', 'delete', 'spam'] as const).map(
      (name): Action => ({
        id: name.replace('_', '-'),
        kind: 'moderation',
        request: editor([there(name)]),
        ...onUnit,
        detail: { act: { text: name === 'spam' || name === 'delete' ? 'reject' : 'accept' } },
      }),
    ),
    {
      id: 'suggest',
      kind: 'edit',
      request: editor([there('suggest'), filled]),
      control: { select: 'form.translation-form, form:has(.translation-editor)', submits: true },
      ...onUnit,
      to: { name: { text: '' } },
      detail: { act: { text: 'suggest' } },
    },
    {
      id: 'translate',
      kind: 'edit',
      request: [editor([filled, there('skip', false)]), { url: ':base(.*)/save-zen/:path(.+)/', where: [filled] }],
      control: { select: 'form.translation-form, form:has(.translation-editor)', submits: true },
      ...onUnit,
      // The page for many strings at once answers with JSON.
      refusal: 'status',
      to: { name: { text: '' } },
      detail: { act: { text: 'translate' } },
    },
    {
      id: 'comment',
      kind: 'comment',
      request: { url: '*/comment/:id(\\d+)/', where: [{ at: '/form/comment', matches: '\\S' }] },
      ...onPage,
      refusal: 'redirect',
    },
    {
      id: 'delete-comment',
      kind: 'moderation',
      becomes: [{ where: [{ at: '/page/author', same: '/account' }], kind: 'comment' }],
      undo: [{ at: '/page/author', same: '/account' }],
      undoes: ['comment'],
      request: { url: '*/delete-comment/:id(\\d+)/' },
      ...onPage,
      detail: { act: { text: 'delete' } },
    },
    {
      id: 'resolve-comment',
      kind: 'moderation',
      request: { url: '*/resolve-comment/:id(\\d+)/' },
      ...onPage,
      detail: { act: { text: 'resolve' } },
    },
    watching(true),
    watching(false),
  ],
  unseen: [
    'A refusal that is only said on the next page.',
    'Uploaded files, and work in the settings of a project.',
    'Which suggestion a vote was for: the entry names the text.',
  ],
  sources: ['WeblateOrg/weblate weblate/trans/views/edit.py, urls.py, templates (2020-2026)'],
});
