import { defineSite } from '../define.ts';
import { here, ofPage, pageAddress } from '../embedded.ts';

/** PowerReviews, the reviews of large shops: a display in the shop's own page, whose acts go to its write service. */

const service = 'https://writeservices.powerreviews.com';

export default defineSite({
  id: 'powerreviews',
  name: 'PowerReviews',
  version: 1,
  group: 'reviews',
  confidence: 'medium',
  embedded: true,
  apiHosts: ['writeservices.powerreviews.com'],
  signals: [
    { select: '#pr-reviewdisplay, .p-w-r .pr-review-display, .p-w-r[data-testid]' },
    { select: 'script[src*="ui.powerreviews.com/"]' },
  ],
  items: [{ select: '.pr-review', read: { ...ofPage, author: { select: '.pr-rd-author-nickname' } } }],
  page: ofPage,
  composers: ['.pr-war textarea', '#pr-write textarea'],
  actions: [
    {
      id: 'helpful',
      kind: 'vote',
      request: { url: `${service}/voteugc`, where: [{ at: '/json/vote_type', is: ['helpful', 'unhelpful'] }] },
      control: { select: '.pr-helpful-yes, .pr-helpful-no' },
      take: { here, id: '/json/ugc_id' },
      object: { url: pageAddress('#pr-review-{id}'), id: '{id}' },
      detail: { vote: { from: '/json/vote_type', via: [{ map: { helpful: 'up', unhelpful: 'down' } }] } },
    },
    {
      id: 'answer',
      kind: 'answer',
      request: { url: `${service}/qa/answer`, where: [{ at: '/query/question_id', present: true }] },
      take: { here, id: '/query/question_id' },
      object: { url: pageAddress('#pr-question-{id}'), id: '{id}' },
    },
    {
      id: 'question',
      kind: 'post',
      request: { url: `${service}/qa/question` },
      take: { here, id: '/query/page_id' },
      object: { url: pageAddress(), id: '{id}' },
      to: { name: { text: '' } },
    },
    {
      id: 'review',
      kind: 'review',
      request: { url: `${service}/api/b2b/writereview/submit_review` },
      take: { here, id: '/query/page_id' },
      object: { url: pageAddress(), id: '{id}' },
      to: { name: { text: '' } },
      confidence: 'low',
    },
  ],
  unseen: [
    'How many stars a review gives.',
    'Reviews that are written from an e-mail, and pictures.',
    'Who you are: the shop knows, its page does not say.',
  ],
  sources: ['Storefronts (2019-2026); PowerReviews developer documentation'],
});
