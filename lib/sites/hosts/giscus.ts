import { defineSite } from '../define.ts';
import type { Action, Test } from '../schema.ts';

/**
 * giscus: comments below a post that live in the discussions of a GitHub repository. Everything happens in a frame
 * of giscus.app, which talks to GitHub by itself.
 */

/** The post that the frame stands below is named in the frame's address. */
const post = {
  from: '/page/url',
  via: [{ match: '[?&]origin=([^&#]+)' }, 'percent' as const, { match: '^(https?://[^#]+)' }],
};
const asks = (what: string): Test => ({ at: '/json/query', matches: what });
const graphql = (...where: Test[]) => ({ url: 'https://api.github.com/graphql', where });
const button = {
  select: '.gsc-direct-reaction-button, .gsc-emoji-button',
  on: '.has-reacted',
};
const reaction = {
  from: '/json/variables/content',
  via: [
    {
      map: {
        THUMBS_UP: '+1',
        THUMBS_DOWN: '-1',
        LAUGH: 'laugh',
        HOORAY: 'hooray',
        CONFUSED: 'confused',
        HEART: 'heart',
        ROCKET: 'rocket',
        EYES: 'eyes',
      },
    },
  ],
};
const react = (add: boolean, subject: string) =>
  graphql(asks(`toggleReaction: ${add ? 'add' : 'remove'}Reaction`), {
    at: '/json/variables/subjectId',
    matches: `^${subject}`,
  });
const toPost = {
  kind: 'like',
  control: button,
  take: { post, id: '/json/variables/subjectId' },
  object: { url: '{post}', id: '{id}' },
  to: { name: { text: '' } },
  refusal: 'hidden',
} satisfies Partial<Action>;
const toComment = {
  kind: 'like',
  control: button,
  take: { id: '/json/variables/subjectId' },
  object: { url: '{page.permalink}', id: '{id}' },
  refusal: 'hidden',
} satisfies Partial<Action>;
const author = {
  author: { select: '.gsc-comment-author .link-primary, .gsc-reply-author .link-primary' },
  authorUrl: { select: '.gsc-comment-author a, .gsc-reply-author a', attr: 'href' },
  permalink: { select: 'a[href*="#discussioncomment-"]', attr: 'href' },
};

export default defineSite({
  id: 'giscus',
  name: 'giscus',
  version: 1,
  group: 'community',
  confidence: 'high',
  hosts: ['giscus.app'],
  apiHosts: ['api.github.com'],
  items: [
    { select: '.gsc-reply', read: author },
    { select: '.gsc-comment', read: author },
  ],
  composers: ['.gsc-comment-box-textarea'],
  actions: [
    {
      id: 'reply',
      kind: 'comment',
      request: graphql(asks('addDiscussionComment'), { at: '/json/variables/replyToId', present: true }),
      take: { id: '/json/variables/replyToId' },
      object: { url: '{page.permalink}', id: '{id}' },
      refusal: 'hidden',
    },
    {
      id: 'comment',
      kind: 'comment',
      request: graphql(asks('addDiscussionComment'), { at: '/json/variables/discussionId', present: true }),
      take: { post, id: '/json/variables/discussionId' },
      object: { url: '{post}', id: '{id}' },
      to: { name: { text: '' } },
      refusal: 'hidden',
    },
    { id: 'react', request: react(true, 'D_'), ...toPost, detail: { reaction } },
    { id: 'unreact', undo: true, request: react(false, 'D_'), ...toPost },
    { id: 'react-to-comment', request: react(true, 'DC_'), ...toComment, detail: { reaction } },
    { id: 'unreact-to-comment', undo: true, request: react(false, 'DC_'), ...toComment },
  ],
  unseen: [
    'What GitHub refuses with 200, unless the page shows it.',
    'A copy of giscus that somebody runs on another host.',
    'Who you are: the frame does not say.',
  ],
  sources: ['giscus/giscus services/github, components (2025)'],
});
