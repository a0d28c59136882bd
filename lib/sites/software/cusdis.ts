import { defineSite } from '../define.ts';
import { here, ofPage, pageAddress } from '../embedded.ts';

/** Cusdis: comments below a post, in a frame without an address of its own. What is sent names the post. */

const post = { from: '/json/pageUrl', via: [{ match: '^(https?://[^#]+)' }] };

export default defineSite({
  id: 'cusdis',
  name: 'Cusdis',
  version: 1,
  group: 'community',
  confidence: 'high',
  embedded: true,
  apiHosts: ['cusdis.com'],
  signals: [
    { select: '#cusdis_thread[data-app-id]' },
    { select: 'script[src$="/js/cusdis.es.js"], script[src$="/js/cusdis.umd.js"], script[src$="/js/iframe.umd.js"]' },
  ],
  page: ofPage,
  composers: ['textarea[name="reply_content"]'],
  actions: [
    {
      id: 'comment',
      kind: 'comment',
      request: {
        url: '*/api/open/comments',
        where: [
          { at: '/json/appId', present: true },
          { at: '/json/content', present: true },
        ],
      },
      take: { post, here, id: { from: ['/json/parentId', '/json/pageId'] } },
      // A comment has no address: an answer to one is the page's too.
      object: { url: ['{post}', ...pageAddress()], id: '{id}', title: '/json/pageTitle' },
      to: { name: { text: '' } },
    },
  ],
  unseen: ['That a comment waits for approval: it always does.', 'Who you are, and whom you answered.'],
  sources: ['djyde/cusdis widget/components/Reply.svelte, pages/api/open/comments.ts (2023)'],
});
