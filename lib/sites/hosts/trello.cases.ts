import type { RecordedRequest } from '../cases.ts';
import { defineCases } from '../define.ts';
import { pressCase, usualCases } from '../usual-cases.ts';

// No "private" case: there are no messages between people.
// No "draft" case: unsent comments are kept in the browser.

const card = 'https://trello.com/c/AbCd1234';
const page = (url = `${card}/12-glaze`) => ({
  url,
  html: '<div data-testid="trello-card"><a data-testid="card-name" href="/c/WxYz5678/3-fire">Fire</a><button class="quick">…</button></div><h2 id="card-back-name">Glaze</h2><button class="do">Do</button>',
});
const call = (method: RecordedRequest['method'], path: string, form?: Record<string, string>): RecordedRequest => ({
  method: method ?? 'POST',
  url: `/1/${path}`,
  ...(form ? { form: { ...form, dsc: 'secret' } } : {}),
});
const limited = { audience: 'limited' } as const;
const press = (
  about: Parameters<typeof pressCase>[0],
  name: string,
  sends: RecordedRequest,
  expect: Parameters<typeof pressCase>[5],
  after?: string,
  url?: string,
) => pressCase(about, name, page(url), '.do', sends, expect, after ? { after: [after] } : {});
const comments = press('do', 'comments on a card', call('POST', 'cards/5f1/actions/comments', { text: 'x' }), {
  kind: 'comment',
  object: { url: card, title: 'Glaze' },
  ...limited,
});
const at = (id: string) => ({ url: `${card}#comment-${id}`, id });

export default defineCases([
  comments,
  ...usualCases(comments),
  press('edit', 'edits a comment', call('PUT', 'actions/6a1', { text: 'y' }), {
    kind: 'edit',
    revises: true,
    object: at('6a1'),
    ...limited,
  }),
  press('undo', 'deletes a comment', call('DELETE', 'actions/6a2'), {
    kind: 'comment',
    undo: true,
    object: at('6a2'),
    ...limited,
  }),
  press(
    'do',
    'reacts to a comment',
    call('POST', 'actions/6a3/reactions', { shortName: 'thumbsup', unified: '1F44D' }),
    { kind: 'like', object: at('6a3'), detail: { reaction: 'thumbsup' }, ...limited },
  ),
  press(
    'undo',
    'takes the reaction back',
    call('DELETE', 'actions/6a3/reactions/7b1'),
    { kind: 'like', undo: true, object: at('6a3'), ...limited },
    'reacts to a comment',
  ),
  press(
    'switch',
    'a second reaction stands beside the first',
    call('POST', 'actions/6a3/reactions', { shortName: 'heart' }),
    { kind: 'like', object: at('6a3'), detail: { reaction: 'heart' }, ...limited },
    'reacts to a comment',
  ),
  press('do', 'votes for a card', call('POST', 'cards/5f1/membersVoted', { value: 'm1' }), {
    kind: 'vote',
    object: { url: card },
    detail: { vote: 'up' },
    ...limited,
  }),
  press(
    'undo',
    'no longer votes for it',
    call('DELETE', 'cards/5f1/membersVoted/m1'),
    { kind: 'vote', undo: true, object: { url: card }, ...limited },
    'votes for a card',
  ),
  press('do', 'watches a card', call('PUT', 'cards/5f1', { subscribed: 'true' }), {
    kind: 'follow',
    object: { url: card },
    detail: { act: 'watch' },
    ...limited,
  }),
  press(
    'undo',
    'no longer watches it',
    call('PUT', 'cards/5f1', { subscribed: 'false' }),
    { kind: 'follow', undo: true, object: { url: card }, ...limited },
    'watches a card',
  ),
  press(
    'do',
    'adds a card',
    call('POST', 'cards', { name: 'Fire', idList: 'l1' }),
    { kind: 'post', object: { url: 'https://trello.com/b/BoArD123', title: 'Fire' }, ...limited },
    undefined,
    'https://trello.com/b/BoArD123/kiln',
  ),
  pressCase(
    'layout',
    'votes for a card of a list',
    page('https://trello.com/b/BoArD123/kiln'),
    '.quick',
    call('POST', 'cards/5f2/membersVoted', { value: 'm1' }),
    { kind: 'vote', object: { url: 'https://trello.com/c/WxYz5678', title: 'Fire' }, ...limited },
  ),
  pressCase(
    'look-alike',
    'moves, marks and reads are no acts',
    page(),
    '.do',
    [
      call('PUT', 'cards/5f1', { pos: '3', idList: 'l2' }),
      call('POST', 'cards/5f1/markAssociatedNotificationsRead', {}),
      call('POST', 'notifications/all/read', {}),
      call('GET', 'actions/6a3/reactions'),
      { url: '/gateway/api/graphql', json: { query: 'query X { x }' } },
    ],
    [],
  ),
]);
