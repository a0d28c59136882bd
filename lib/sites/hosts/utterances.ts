import { defineSite } from '../define.ts';
import type { Action } from '../schema.ts';

/** utterances: comments below a post that live in the issues of a GitHub repository, in a frame of utteranc.es. */

const issues = 'https://api.github.com/repos/:owner/:repo/issues';
/** The post that the frame stands below is named in the frame's address. */
const post = {
  from: '/page/url',
  via: [{ match: '[?&]url=([^&#]+)' }, 'percent' as const, { match: '^(https?://[^#]+)' }],
};
const toPost = {
  kind: 'like',
  take: { post, owner: '/url/owner', repo: '/url/repo', issue: '/url/issue' },
  object: { url: ['{post}', 'https://github.com/{owner}/{repo}/issues/{issue}'], id: '{owner}/{repo}#{issue}' },
  to: { name: { text: '' } },
} satisfies Partial<Action>;
const toComment = {
  kind: 'like',
  take: { id: '/url/comment' },
  target: '/url/comment',
  object: { url: '{page.permalink}', id: '{id}' },
} satisfies Partial<Action>;

export default defineSite({
  id: 'utterances',
  name: 'utterances',
  version: 1,
  group: 'community',
  confidence: 'high',
  hosts: ['utteranc.es'],
  apiHosts: ['api.github.com'],
  items: [
    {
      select: '.timeline-comment',
      read: {
        id: { select: '[reaction-url]', attr: 'reaction-url', match: '/comments/(\\d+)/' },
        author: { select: '.comment-meta strong' },
        authorUrl: { select: '.comment-meta a:has(strong)', attr: 'href' },
        permalink: { select: '.comment-meta a[href*="#issuecomment-"]', attr: 'href' },
      },
    },
  ],
  composers: ['.new-comment-header + .comment-body textarea'],
  actions: [
    {
      id: 'comment',
      request: { url: `${issues}/:issue(\\d+)/comments` },
      ...toPost,
      kind: 'comment',
      made: {
        appears: '.timeline-comment.current-user',
        read: { url: { select: '.comment-meta a[href*="#issuecomment-"]', attr: 'href' } },
        url: '{made.url}',
      },
    },
    {
      // Pressed a second time it is sent again, and taken back by a second request.
      id: 'unreact-to-comment',
      undo: true,
      request: { method: 'DELETE', url: `${issues}/comments/:comment(\\d+)/reactions/:reaction(\\d+)` },
      ...toComment,
    },
    {
      id: 'react-to-comment',
      request: {
        url: `${issues}/comments/:comment(\\d+)/reactions`,
        where: [{ at: '/json/content', present: true }],
      },
      ...toComment,
      detail: { reaction: '/json/content' },
    },
    {
      id: 'unreact',
      undo: true,
      request: { method: 'DELETE', url: `${issues}/:issue(\\d+)/reactions/:reaction(\\d+)` },
      ...toPost,
    },
    {
      id: 'react',
      request: { url: `${issues}/:issue(\\d+)/reactions`, where: [{ at: '/json/content', present: true }] },
      ...toPost,
      detail: { reaction: '/json/content' },
    },
  ],
  unseen: ['Who you are: the frame does not say.'],
  sources: ['utterance/utterances src/github.ts, src/reactions.ts, src/comment-component.ts (2023)'],
});
