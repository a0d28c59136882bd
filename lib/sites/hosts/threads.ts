import { defineSite } from '../define.ts';
import type { Action, Control, RequestRule, Value } from '../schema.ts';

/** Threads: likes, reposts and follows are GraphQL mutations, everything written goes to plain paths. */

const operation: Value = { from: ['/form/fb_api_req_friendly_name', '/query/fb_api_req_friendly_name'] };
/** The prefix was `Barcelona` before 2026 and may change again. */
const mutation = (name: string): RequestRule => ({
  url: ['/api/graphql{/}?', '/graphql/query{/}?'],
  decode: ['form', { json: '/form/variables' }],
  where: [{ at: operation, matches: `^use(?:TH|Barcelona)${name}$` }],
});

const variables = (...names: string[]) =>
  names.flatMap((one) => [`/form/variables/${one}`, `/form/variables/input/${one}`]);
const mediaId = variables('mediaID', 'media_id', 'mediaId');
const code = (from: string[]): Value => ({ from, via: ['shortcode'] });

/** With the author's name where the page tells it; this address leads there without. */
const postUrl = ['https://www.threads.com/@{page.author}/post/{code}', 'https://www.threads.com/t/{code}'];
const onPost = (action: Omit<Action, 'object' | 'take'>): Action => ({
  take: { code: code(mediaId) },
  target: code(mediaId),
  object: { url: postUrl, id: '{code}' },
  refusal: 'hidden',
  ...action,
});

const flips = (off: string, on: string): Control => ({
  select: `[role="button"]:has(svg[aria-label="${off}"], svg[aria-label="${on}"])`,
  on: `[role="button"]:has(svg[aria-label="${on}"])`,
});

const nobody = { name: { text: '' } };
const info = '/form/text_post_app_info';
const written = (action: Omit<Action, 'request'> & { where?: RequestRule['where'] }): Action => {
  const { where, ...rest } = action;
  return {
    request: {
      url: [
        '/api/v1/media/configure_text_only_post/',
        '/api/v1/media/configure_text_post_app_feed/',
        '/api/v1/media/configure_text_post_app_sidecar/',
      ],
      ...(where ? { decode: ['form', { json: info }], where } : {}),
    },
    refusal: 'hidden',
    // Pictures are sent before.
    within: 60_000,
    ...rest,
  };
};

const person: Value = { from: variables('target_user_id', 'userID', 'user_id') };
const follow = (id: string, undo: boolean, name: string): Action => ({
  id,
  kind: 'follow',
  undo,
  request: mutation(name),
  take: { person, shown: { from: '/page/url', via: [{ match: '/@([\\w.]+)' }] } },
  object: { url: ['https://www.threads.com/@{page.author}', 'https://www.threads.com/@{shown}'], id: '{person}' },
  refusal: 'hidden',
  confidence: 'medium',
});

const permalink = { select: 'a[href*="/post/"]:has(time)', attr: 'href' };

export default defineSite({
  id: 'threads',
  name: 'Threads',
  version: 1,
  group: 'social',
  confidence: 'high',
  hosts: ['www.threads.com', 'www.threads.net', 'threads.com'],
  account: {
    // The entry of the navigation that leads to one's own profile.
    name: {
      of: 'page',
      select: 'nav a[href^="/@"], [role="navigation"] a[href^="/@"]',
      attr: 'href',
      match: '/@([\\w.]+)/?$',
    },
    url: 'https://www.threads.com/@{account}',
    signedOut: 'a[href^="/login"]',
  },
  items: [
    {
      select: '[data-pressable-container]',
      read: {
        id: { ...permalink, match: '/post/([\\w-]+)' },
        url: { ...permalink, match: '^(https?://[^/]+/@[\\w.]+/post/[\\w-]+)' },
        author: [
          { ...permalink, match: '/@([\\w.]+)/post/' },
          { select: 'a[href^="/@"]', attr: 'href', match: '/@([\\w.]+)' },
        ],
        authorUrl: { ...permalink, match: '^(https?://[^/]+/@[\\w.]+)' },
        topics: { select: 'a[href*="serp_type=tags"]', all: true, match: '^#?(.+)$' },
      },
    },
  ],
  composers: ['[role="textbox"][contenteditable="true"]'],
  private: { paths: ['/messages{/*}?', '/direct{/*}?'] },
  actions: [
    onPost({
      id: 'unlike',
      kind: 'like',
      undo: true,
      request: mutation('[A-Za-z]*Unlike[A-Za-z]*Mutation'),
      control: flips('Like', 'Unlike'),
    }),
    onPost({
      id: 'like',
      kind: 'like',
      request: mutation('Like[A-Za-z]*Mutation'),
      control: flips('Like', 'Unlike'),
    }),
    onPost({
      id: 'undo-repost',
      kind: 'share',
      undo: true,
      request: mutation('DeleteRepost[A-Za-z]*Mutation'),
      detail: { act: { text: 'repost' } },
    }),
    onPost({
      id: 'repost',
      kind: 'share',
      request: mutation('CreateRepost[A-Za-z]*Mutation'),
      detail: { act: { text: 'repost' } },
    }),
    written({
      id: 'reply',
      kind: 'comment',
      where: [
        {
          any: [
            { at: `${info}/reply_id`, present: true },
            { at: '/form/barcelona_source_reply_id', present: true },
          ],
        },
      ],
      take: { code: code([`${info}/reply_id`, '/form/barcelona_source_reply_id']) },
      target: code([`${info}/reply_id`, '/form/barcelona_source_reply_id']),
      object: { url: postUrl, id: '{code}' },
    }),
    written({
      id: 'quote',
      kind: 'share',
      where: [{ at: `${info}/quoted_post_id`, present: true }],
      take: { code: code([`${info}/quoted_post_id`]) },
      target: code([`${info}/quoted_post_id`]),
      object: { url: postUrl, id: '{code}' },
      detail: { act: { text: 'quote' } },
      confidence: 'medium',
    }),
    written({
      id: 'post',
      kind: 'post',
      object: { url: ['https://www.threads.com/@{account}', 'https://www.threads.com/'] },
      to: nobody,
    }),
    onPost({
      id: 'delete',
      kind: 'post',
      undo: true,
      undoes: ['post', 'reply', 'quote'],
      request: mutation('(?:Barcelona)?DeletePost[A-Za-z]*Mutation'),
      to: nobody,
      confidence: 'medium',
    }),
    follow('unfollow', true, '(?:Follow[A-Za-z]*)?Unfollow[A-Za-z]*Mutation'),
    follow('follow', false, 'Follow[A-Za-z]*FollowMutation'),
  ],
  unseen: [
    'The address of a new post: the page gets it only inside the answer.',
    'Whether a like stayed, where the page speaks another language than English; such likes stay at "accepted".',
    'Votes in polls and messages.',
  ],
  sources: [
    'An extension for a study of Threads (2026-06); public lists of its operations (2026-08)',
    'A report on replies with their fields (2026-06); official5ETa/ThreadsAutoComment threadsQs.ts',
  ],
});
