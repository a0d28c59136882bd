import { defineSite } from '../define.ts';
import type { Action, Test } from '../schema.ts';

/** Misskey and its family (Sharkey, CherryPick, Iceshrimp…): every call is a POST with JSON, reads too. */

const api = (endpoint: string) => `/api/${endpoint}`;
const note = (field: string): Pick<Action, 'take' | 'target' | 'object'> => ({
  take: { id: `/json/${field}` },
  target: `/json/${field}`,
  object: { url: '{origin}/notes/{id}', id: '{id}' },
});
const nobody = { name: { text: '' } };
const create = (...where: [Test, ...Test[]]) => ({ url: api('notes/create'), where });
const there = (field: string, present = true): Test => ({ at: `/json/${field}`, present });

/** To named people only: a message. To followers: not for everyone. */
const written = {
  private: [{ at: '/json/visibility', is: 'specified' }],
  limited: [{ at: '/json/visibility', is: 'followers' }],
  draft: [there('scheduledAt')],
} satisfies Partial<Action>;

const shown = { from: '/page/url', via: [{ match: '/@([^/?#]+)$' }] };
const person: Pick<Action, 'take' | 'object'> = {
  take: { id: '/json/userId', shown },
  object: { url: ['{origin}/@{shown}', '{origin}/users/{id}'], id: '{id}' },
};

export default defineSite({
  id: 'misskey',
  name: 'Misskey',
  version: 1,
  group: 'community',
  confidence: 'high',
  signals: [
    { select: '#misskey_app' },
    { select: 'meta[name="application-name"]', attr: 'content', matches: '^(Misskey|Sharkey|CherryPick|Firefish)' },
  ],
  items: [
    {
      select: 'article',
      read: {
        id: { select: 'a[href^="/notes/"]', attr: 'href', match: '/notes/([^/?#]+)' },
        author: { select: 'a[href^="/@"]', attr: 'href', match: '/@([^/?#]+)' },
        authorUrl: { select: 'a[href^="/@"]', attr: 'href' },
        topics: { select: 'a[href^="/tags/"]', attr: 'href', match: '/tags/([^/?#]+)', all: true },
      },
    },
  ],
  composers: ['[data-cy-post-form-text]'],
  private: { paths: ['/chat', '/chat/*', '/my/messaging', '/my/messaging/*'] },
  actions: [
    {
      id: 'react',
      kind: 'like',
      request: { url: api('notes/reactions/create') },
      ...note('noteId'),
      detail: { reaction: '/json/reaction' },
    },
    { id: 'like', kind: 'like', request: { url: api('notes/like') }, ...note('noteId') },
    {
      id: 'unreact',
      kind: 'like',
      undo: true,
      request: { url: api('notes/reactions/delete') },
      ...note('noteId'),
    },
    {
      id: 'reply',
      kind: 'comment',
      request: create(there('replyId')),
      ...note('replyId'),
      ...written,
    },
    {
      id: 'quote',
      kind: 'share',
      request: create(there('renoteId'), {
        any: [
          { at: '/json/text', present: true },
          { at: '/json/fileIds/0', present: true },
          { at: '/json/poll/choices/0', present: true },
        ],
      }),
      ...note('renoteId'),
      ...written,
      detail: { act: { text: 'quote' } },
    },
    { id: 'renote', kind: 'share', request: create(there('renoteId')), ...note('renoteId'), ...written },
    { id: 'unrenote', kind: 'share', undo: true, request: { url: api('notes/unrenote') }, ...note('noteId') },
    {
      id: 'post',
      kind: 'post',
      request: { url: api('notes/create') },
      control: { select: '[data-cy-open-post-form-submit]' },
      object: { url: ['{origin}/channels/{json.channelId}', '{origin}/'] },
      to: nobody,
      ...written,
    },
    {
      id: 'edit',
      kind: 'edit',
      edit: true,
      request: { url: api('notes/edit') },
      take: { id: { from: ['/json/editId', '/json/noteId'] } },
      object: { url: '{origin}/notes/{id}', id: '{id}' },
      to: nobody,
      confidence: 'medium',
    },
    {
      id: 'delete',
      kind: 'post',
      undo: true,
      undoes: ['post', 'reply', 'quote', 'renote'],
      request: { url: api('notes/delete') },
      ...note('noteId'),
      to: nobody,
    },
    {
      id: 'poll-vote',
      kind: 'vote',
      request: { url: api('notes/polls/vote') },
      ...note('noteId'),
      detail: { act: { text: 'poll' } },
    },
    { id: 'bookmark', kind: 'bookmark', request: { url: api('notes/favorites/create') }, ...note('noteId') },
    {
      id: 'unbookmark',
      kind: 'bookmark',
      undo: true,
      request: { url: api('notes/favorites/delete') },
      ...note('noteId'),
    },
    { id: 'clip', kind: 'bookmark', request: { url: api('clips/add-note') }, ...note('noteId') },
    {
      id: 'follow',
      kind: 'follow',
      request: { url: api('following/create') },
      ...person,
      to: { name: shown, url: '{origin}/@{shown}' },
    },
    { id: 'unfollow', kind: 'follow', undo: true, request: { url: api('following/delete') }, ...person },
    {
      id: 'report',
      kind: 'moderation',
      request: { url: api('users/report-abuse') },
      take: { id: '/json/userId' },
      object: { url: '{origin}/users/{id}', id: '{id}' },
      to: nobody,
      detail: { act: { text: 'report' } },
      confidence: 'medium',
    },
  ],
  unseen: [
    'Who you are: the page does not say it in a place that lasts.',
    'The address of a new note.',
    'That a deleted note was a renote: its number is not that of the note it passed on.',
    'Messages and notes to named people, on purpose; the work of administrators.',
  ],
  sources: [
    'misskey-dev/misskey MkNote.vue, MkReactionsViewer.reaction.vue, misskey-api.ts (2023-2024); forks of Sharkey',
  ],
});
