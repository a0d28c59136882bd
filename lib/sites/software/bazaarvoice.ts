import { defineSite } from '../define.ts';
import { here, ofPage, pageAddress } from '../embedded.ts';
import type { Action, Test } from '../schema.ts';

/**
 * Bazaarvoice, the reviews of large shops. Requests go to its own API or to a door of the shop with the same tail;
 * parameters stand in the address or in the body, in any case. The answer is 200 with `HasErrors` where it says no.
 */

/** A parameter as the display, the forms and older clients write it. */
const given = (name: string) => ({
  from: [`/form/${name}`, `/query/${name}`, `/form/${name.toLowerCase()}`, `/query/${name.toLowerCase()}`],
});
const at = (tail: string) => `*/data/${tail}.json`;
/** Anything but `Submit` only looks whether it could be taken. */
const submitted: Test = { at: { ...given('Action'), via: ['lower'] }, is: 'submit' };
const ofProduct = {
  take: { here, id: given('ProductId') },
  object: { url: pageAddress(), id: '{id}' },
  to: { name: { text: '' } },
  refusal: 'hidden',
} satisfies Partial<Action>;
const ofContent = (id: string): Pick<Action, 'take' | 'target' | 'object' | 'refusal'> => ({
  take: { here, id: given(id), type: { ...given('ContentType'), via: ['lower', { replace: ['_', '-'] }] } },
  target: given(id),
  // None of them has an address of its own: the page's, with the id that Bazaarvoice gives.
  object: { url: [...pageAddress('#bv-{type}-{id}'), ...pageAddress('#bv-{id}')], id: '{id}' },
  refusal: 'hidden',
});

export default defineSite({
  id: 'bazaarvoice',
  name: 'Bazaarvoice',
  version: 1,
  group: 'reviews',
  confidence: 'medium',
  embedded: true,
  apiHosts: ['api.bazaarvoice.com', 'stg.api.bazaarvoice.com'],
  signals: [
    { select: '[data-bv-show], [data-bv-product-id], #BVRRContainer, .bv-cv2-cleanslate' },
    { select: 'script[src*="apps.bazaarvoice.com/"], script[src*="display.ugc.bazaarvoice.com/"]' },
  ],
  items: [
    {
      select: '.bv-content-item[data-content-id]',
      read: { ...ofPage, id: { attr: 'data-content-id' }, author: { select: '.bv-author' } },
    },
  ],
  page: ofPage,
  actions: [
    {
      id: 'helpful',
      kind: 'vote',
      request: {
        url: at('submitfeedback'),
        where: [{ at: { ...given('FeedbackType'), via: ['lower'] }, is: 'helpfulness' }],
      },
      ...ofContent('ContentId'),
      detail: { vote: { ...given('Vote'), via: ['lower', { map: { positive: 'up', negative: 'down' } }] } },
    },
    {
      id: 'report',
      kind: 'moderation',
      request: {
        url: at('submitfeedback'),
        where: [{ at: { ...given('FeedbackType'), via: ['lower'] }, is: 'inappropriate' }],
      },
      ...ofContent('ContentId'),
      detail: { act: { text: 'report' } },
    },
    {
      id: 'review',
      kind: 'review',
      request: { url: at('submitreview'), where: [submitted] },
      ...ofProduct,
      detail: { rating: { ...given('Rating'), via: [{ match: '^[1-5]$' }, { format: '{}/5' }] } },
    },
    { id: 'question', kind: 'post', request: { url: at('submitquestion'), where: [submitted] }, ...ofProduct },
    {
      id: 'answer',
      kind: 'answer',
      request: { url: at('submitanswer'), where: [submitted] },
      ...ofContent('QuestionId'),
    },
    {
      id: 'comment',
      kind: 'comment',
      request: { url: at('submitreviewcomment'), where: [submitted] },
      ...ofContent('ReviewId'),
    },
  ],
  unseen: [
    'What Bazaarvoice refuses looks like success: such acts stay at "accepted".',
    'Reviews that are written from an e-mail, and pictures.',
    'Who you are: the shop knows, its page does not say.',
  ],
  sources: ['Bazaarvoice Conversations API: submission; clients of shops (2013-2024)'],
});
