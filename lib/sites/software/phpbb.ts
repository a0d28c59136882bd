import { defineSite } from '../define.ts';
import type { Action, RequestRule, Test } from '../schema.ts';

/**
 * Any phpBB board (3.2 and later): classic forms and pages. The pressed button is a field of the form; success is a
 * redirect to the post. Some links write, and carry a hash then.
 */

/** The folder of the board, its slash included. */
const base = { from: '/path', via: [{ match: '^(.*?/)[^/]+\\.php' }] };
const topic = '{origin}{base}viewtopic.php?t={id}';
const post = '{origin}{base}viewtopic.php?p={id}#p{id}';
const nobody = { name: { text: '' } };

const posting = (mode: string[], ...where: Test[]): RequestRule => ({
  url: '*/posting.php',
  where: [{ at: '/query/mode', is: mode }, { at: '/form/post', present: true }, ...where],
});
const made: Action['made'] = {
  location: '*/viewtopic.php#p:id(\\d+)',
  url: '{origin}{base}viewtopic.php?p={made.id}#p{made.id}',
  id: '{made.id}',
};
const written = {
  control: { select: '#postform, #qr_postform', submits: true },
  refusal: 'redirect',
  made,
} satisfies Partial<Action>;
/** A link with a hash against forgery; without it the board only asks back. */
const link = (...where: Test[]): RequestRule => ({
  method: 'GET',
  url: '*/viewtopic.php',
  where: [{ at: '/query/hash', present: true }, { at: '/query/t', present: true }, ...where],
});
const onPost = (id: string): Pick<Action, 'take' | 'target' | 'object'> => ({
  take: { base, id },
  target: id,
  object: { url: post, id: '{id}' },
});
const onTopic: Pick<Action, 'take' | 'object'> = { take: { base, id: '/query/t' }, object: { url: topic, id: '{id}' } };

export default defineSite({
  id: 'phpbb',
  name: 'phpBB',
  version: 1,
  group: 'community',
  confidence: 'high',
  signals: [{ select: 'body#phpbb' }, { select: '#phpbb.nojs, #phpbb[class*="section-"]' }],
  account: {
    name: { of: 'page', select: '#username_logged_in .username, #username_logged_in .username-coloured' },
    url: '{origin}/',
    signedOut: 'a[href*="ucp.php?mode=login"]',
  },
  items: [
    {
      select: 'div.post[id^="p"]',
      read: {
        id: { attr: 'id', match: '^p(\\d+)$' },
        author: { select: '.postprofile .username, .postprofile .username-coloured' },
        title: { of: 'page', select: 'h2.topic-title a' },
      },
    },
  ],
  page: { title: { of: 'page', select: 'h2.topic-title a, h2.posting-title a' } },
  composers: ['#postform textarea[name="message"]', '#qr_postform textarea[name="message"]'],
  private: { within: ['.section-ucp form#postform'] },
  actions: [
    {
      id: 'reply-to-post',
      kind: 'comment',
      request: posting(['reply', 'quote'], { at: '/query/p', present: true }),
      take: { base, id: '/query/p' },
      object: { url: post, id: '{id}' },
      ...written,
    },
    {
      id: 'reply',
      kind: 'comment',
      request: posting(['reply'], { at: '/query/t', present: true }),
      ...onTopic,
      ...written,
    },
    {
      id: 'topic',
      kind: 'post',
      request: posting(['post']),
      take: { base, id: '/query/f' },
      object: { url: '{origin}{base}viewforum.php?f={id}', id: '{id}', title: { text: '' } },
      to: nobody,
      ...written,
    },
    {
      id: 'edit',
      kind: 'edit',
      edit: true,
      request: posting(['edit'], { at: '/form/delete', present: false }, { at: '/query/p', present: true }),
      take: { base, id: '/query/p' },
      object: { url: post, id: '{id}' },
      to: nobody,
      control: written.control,
      refusal: 'redirect',
    },
    {
      id: 'delete',
      kind: 'comment',
      undo: true,
      undoes: ['reply', 'topic'],
      request: [
        {
          url: '*/posting.php',
          where: [
            { at: '/query/mode', is: ['delete', 'soft_delete'] },
            { at: '/query/p', present: true },
            { at: '/form/confirm', present: true },
          ],
        },
        posting(['edit'], { at: '/form/delete', present: true }, { at: '/query/p', present: true }),
      ],
      take: { base, id: '/query/p' },
      object: { url: post, id: '{id}' },
      to: nobody,
    },
    {
      id: 'poll-vote',
      kind: 'vote',
      request: {
        url: '*/viewtopic.php',
        where: [
          { at: '/form/update', present: true },
          { at: '/form/vote_id[]', present: true },
          { at: '/query/t', present: true },
        ],
      },
      ...onTopic,
      to: nobody,
      detail: { act: { text: 'poll' } },
    },
    {
      id: 'follow',
      kind: 'follow',
      request: link({ at: '/query/watch', is: 'topic' }),
      ...onTopic,
      to: nobody,
    },
    {
      id: 'unfollow',
      kind: 'follow',
      undo: true,
      request: link({ at: '/query/unwatch', is: 'topic' }),
      ...onTopic,
      to: nobody,
    },
    {
      id: 'thank',
      kind: 'like',
      request: {
        method: 'GET',
        url: '*/viewtopic.php',
        where: [
          { at: '/query/thanks', present: true },
          { at: '/query/to_id', present: true },
          { at: '/query/from_id', present: true },
        ],
      },
      control: { select: 'a[id^="lnk_thanks_post"]', on: '[href*="rthanks="]' },
      ...onPost('/query/thanks'),
    },
    {
      // The link that takes thanks back only asks; the answer to that is sent.
      id: 'unthank',
      kind: 'like',
      undo: true,
      request: {
        url: '*/viewtopic.php',
        where: [
          { at: '/form/rthanks', present: true },
          { at: '/form/confirm', present: true },
        ],
      },
      ...onPost('/form/rthanks'),
    },
    {
      id: 'report',
      kind: 'moderation',
      request: { url: '*/app.php/post/:id(\\d+)/report', where: [{ at: '/form/submit', present: true }] },
      ...onPost('/url/id'),
      detail: { act: { text: 'report' } },
    },
  ],
  unseen: [
    'Posts that wait for a moderator: the board answers as it does to a mistake.',
    'Bookmarks of topics: the same link sets and removes them.',
    'The work of moderators in their own panel.',
    'Boards with rewritten addresses, and likes by other extensions than Thanks for posts.',
  ],
  sources: ['phpbb/phpbb posting.php, viewtopic.php, prosilver templates (2026)', 'rxu/thanks_for_posts (2024)'],
});
