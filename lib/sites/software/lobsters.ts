import { defineSite } from '../define.ts';
import type { Action, Control, Test } from '../schema.ts';

/** Lobsters and its forks: classic pages, small scripts, an id of a few letters for everything. */

const hidden = (is: string): Test => ({ at: '/form/_method', is });
const nobody = { name: { text: '' } };

/** Stories stand at /s/…, comments at /c/… */
const things = { stories: 's', comments: 'c' } as const;
type Thing = keyof typeof things;
const of = (thing: Thing): Pick<Action, 'target' | 'object'> => ({
  target: '/url/id',
  object: { url: `{origin}/${things[thing]}/{url.id}`, id: '{url.id}' },
});
const name = (act: string, thing: Thing) => (thing === 'stories' ? `${act}-story` : `${act}-comment`);

/** The mark stands on the container before the request goes out. */
const arrow: Control = { select: '.upvoter', on: '.upvoted .upvoter' };
const flagged: Control = { select: 'a.flagger, .flag_dropdown a, #flag_dropdown a', on: '.flagged a' };

const onThing = (thing: Thing): Action[] => [
  {
    id: name('vote', thing),
    kind: 'vote',
    request: { url: `/${thing}/:id/upvote` },
    control: arrow,
    ...of(thing),
    detail: { vote: { text: 'up' } },
    refusal: 'hidden',
  },
  {
    id: name('flag', thing),
    kind: 'moderation',
    // Older forks vote down instead, for the same reasons.
    request: { url: [`/${thing}/:id/flag`, `/${thing}/:id/downvote`] },
    control: flagged,
    ...of(thing),
    detail: { act: { text: 'flag' } },
  },
  {
    id: name('unvote', thing),
    kind: 'vote',
    undo: true,
    // One request for both, so whichever stands is taken back.
    undoes: [name('vote', thing), name('flag', thing)],
    request: { url: `/${thing}/:id/unvote` },
    control: arrow,
    ...of(thing),
    refusal: 'hidden',
  },
  {
    id: name('edit', thing),
    kind: 'edit',
    edit: true,
    request: { url: `/${thing}/:id`, where: [hidden('patch')] },
    ...of(thing),
    to: nobody,
    draft: [{ at: '/form/preview', present: true }],
  },
  {
    id: name('delete', thing),
    kind: thing === 'stories' ? 'post' : 'comment',
    undo: true,
    request: [
      { url: [`/${thing}/:id/delete`, `/${thing}/:id/destroy`, `/${thing}/:id/disown`] },
      { url: `/${thing}/:id`, where: [hidden('delete')] },
    ],
    undoes: [thing === 'stories' ? 'submit' : 'comment', ...(thing === 'stories' ? [] : ['reply'])],
    ...of(thing),
    to: nobody,
  },
  {
    id: `moderate-${thing === 'stories' ? 'story' : 'comment'}`,
    kind: 'moderation',
    request: [
      { method: 'DELETE', url: `/mod/${thing}/:id` },
      { url: `/mod/${thing}/:id`, where: [hidden('delete')] },
    ],
    ...of(thing),
    detail: { act: { text: 'delete' } },
  },
];

const author = 'a.u-author, .byline a[href^="/~"]:not(:has(img)), .byline a[href^="/u/"]:not(:has(img))';

export default defineSite({
  id: 'lobsters',
  name: 'Lobsters',
  version: 1,
  group: 'knowledge',
  confidence: 'high',
  hosts: ['lobste.rs'],
  signals: [{ select: 'meta[name="story-flags"]' }, { select: 'meta[name="comment-flags"]' }],
  account: {
    name: { of: 'page', select: 'body', attr: 'data-username' },
    url: '{origin}/~{account}',
    signedOut: 'a[href="/login"], form[action="/login"]',
  },
  items: [
    {
      select: '.comment[data-shortid]',
      read: {
        id: { attr: 'data-shortid' },
        author: { select: author },
        authorUrl: { select: author, attr: 'href' },
        title: { of: 'page', select: 'li.story a.u-url' },
        topics: { of: 'page', select: '.story a.tag', all: true },
      },
    },
    {
      select: 'li.story[data-shortid]',
      read: {
        id: { attr: 'data-shortid' },
        title: { select: 'a.u-url' },
        author: { select: author },
        authorUrl: { select: author, attr: 'href' },
        topics: { select: 'a.tag', all: true },
      },
    },
  ],
  composers: ['textarea[name="comment"]', 'textarea[name="story[description]"]'],
  private: { paths: ['/messages{/*}?', '/mod_mail{/*}?', '/mod_mails{/*}?'] },
  actions: [
    ...onThing('stories'),
    ...onThing('comments'),
    {
      id: 'save',
      kind: 'bookmark',
      request: { url: '/stories/:id/save' },
      ...of('stories'),
    },
    {
      id: 'unsave',
      kind: 'bookmark',
      undo: true,
      request: { url: '/stories/:id/unsave' },
      ...of('stories'),
    },
    {
      id: 'reply',
      kind: 'comment',
      request: { url: '/comments', where: [{ at: '/form/parent_comment_short_id', present: true }] },
      control: { select: '.comment-post, .comment_form_container form', submits: true },
      take: { id: '/form/parent_comment_short_id' },
      target: '/form/parent_comment_short_id',
      object: { url: '{origin}/c/{id}', id: '{id}' },
      draft: [{ at: '/form/preview', present: true }],
      made: {
        appears: '.comment[data-shortid]:has(.byline a[href$="/~{account}"])',
        read: { id: { attr: 'data-shortid' } },
        url: '{origin}/c/{made.id}',
        id: '{made.id}',
      },
      // The form comes back with 200 as well.
      refusal: 'hidden',
    },
    {
      id: 'comment',
      kind: 'comment',
      request: {
        url: '/comments',
        where: [
          { at: '/form/story_id', present: true },
          { at: '/form/comment', present: true },
        ],
      },
      control: { select: '.comment-post, .comment_form_container form', submits: true },
      take: { id: '/form/story_id' },
      target: '/form/story_id',
      object: { url: '{origin}/s/{id}', id: '{id}' },
      draft: [{ at: '/form/preview', present: true }],
      made: {
        appears: '.comment[data-shortid]:has(.byline a[href$="/~{account}"])',
        read: { id: { attr: 'data-shortid' } },
        url: '{origin}/c/{made.id}',
        id: '{made.id}',
      },
      refusal: 'hidden',
    },
    {
      id: 'submit',
      kind: 'post',
      request: { url: '/stories', where: [{ at: '/form/story[title]', present: true }] },
      control: { select: 'form[action="/stories"]', submits: true },
      object: { url: ['{origin}/s/{made.id}', '{origin}/'], id: '{made.id}' },
      to: nobody,
      made: { location: '*/s/:id{/*}?', url: '{origin}/s/{made.id}', id: '{made.id}' },
      draft: [{ at: '/form/preview', present: true }],
      refusal: 'redirect',
      refusedAt: ['*/login'],
    },
    {
      id: 'suggest',
      kind: 'edit',
      request: { url: '/stories/:id/suggestions' },
      ...of('stories'),
      detail: { act: { text: 'suggest' } },
    },
    {
      id: 'ban',
      kind: 'moderation',
      request: { url: '/~:name/ban' },
      object: { url: '{origin}/~{url.name}', id: '~{url.name}' },
      to: nobody,
      detail: { act: { text: 'ban' } },
    },
    {
      id: 'decide-hat',
      kind: 'moderation',
      request: { url: '/hat_requests/:id/:verdict(approve|reject)' },
      object: { url: '{origin}/hat_requests', id: '{url.id}' },
      to: nobody,
      detail: { act: '/url/verdict' },
    },
  ],
  unseen: [
    'Hiding stories, which gives nothing to anybody.',
    'A comment sent back with a question looks like success; until it appears on the page it stays at "accepted".',
  ],
  sources: [
    'lobsters/lobsters config/routes.rb, app/javascript/user.js, comment and story views and controllers (2026-08)',
  ],
});
