import type { RecordedRequest, SiteCase } from '../cases.ts';
import { defineCases } from '../define.ts';
import { casesOn, everyWay } from '../press-cases.ts';

// No "undo" case: nothing can be taken back in the display.
// No "edit" case: a review can be written once.
// No "private" case: it has no messages between people.
// No "signed-out" case: who is signed in is the shop's affair, and guests may vote and write.

const origin = 'https://store.kiln.example';
const bowl = `${origin}/p/wheel-4`;
const page = (inside: string, url = bowl): SiteCase['page'] => ({
  url,
  head: `<link rel="canonical" href="${bowl}">`,
  html: `<h1>Wheel 4</h1><div data-bv-show="reviews" data-bv-product-id="w4">${inside}</div>`,
});
const press = casesOn(page);
const button = '<button class="act bv-content-btn">act</button>';
const review = (id: string) =>
  `<li class="bv-content-item" data-content-id="${id}"><span class="bv-author">Mole</span>${button}</li>`;
const call = (tail: string, form: Record<string, string>, host = 'https://api.bazaarvoice.com'): RecordedRequest => ({
  url: `${host}/data/${tail}.json?ApiVersion=5.4&PassKey=k`,
  form,
  by: 'xhr',
});
const vote = (id: string, way = 'Positive') =>
  call('submitfeedback', { ContentType: 'review', ContentId: id, FeedbackType: 'helpfulness', Vote: way });
const there = (id: string, type = 'review-') => ({ url: `${bowl}#bv-${type}${id}`, id });
const liked = press('finds a review helpful', review('301'), vote('301'), {
  kind: 'vote',
  object: { ...there('301'), title: 'Wheel 4' },
  to: { name: 'Mole' },
  detail: { vote: 'up' },
  level: 'accepted',
});
const fields = { ProductId: 'w4', Rating: '4', Title: 'x', ReviewText: 'y', UserNickname: 'Ada' };

export default defineCases([
  liked,
  ...everyWay(liked, { refused: { status: 403 } }),
  press(
    'finds it unhelpful instead',
    review('301'),
    vote('301', 'Negative'),
    {
      kind: 'vote',
      object: there('301'),
      detail: { vote: 'down' },
    },
    { about: 'switch', after: ['finds a review helpful'] },
  ),
  press(
    'finds an answer helpful: parameters in the address, in small letters',
    button,
    {
      url: 'https://api.bazaarvoice.com/data/submitfeedback.json?contenttype=answer&contentid=77&feedbacktype=helpfulness&vote=Positive&passkey=k',
      by: 'xhr',
    },
    { kind: 'vote', object: there('77', 'answer-'), detail: { vote: 'up' } },
    { about: 'layout' },
  ),
  press(
    'finds a review helpful inside a shadow root',
    `<div class="host"><template shadowrootmode="open">${button}</template></div>`,
    vote('302'),
    { kind: 'vote', object: there('302') },
    { about: 'layout' },
  ),
  press(
    'reports a review',
    review('303'),
    call('submitfeedback', { ContentType: 'review', ContentId: '303', FeedbackType: 'inappropriate', ReasonText: 'x' }),
    { kind: 'moderation', object: there('303'), detail: { act: 'report' } },
  ),
  press('reviews a product', button, call('submitreview', { Action: 'Submit', ...fields }), {
    kind: 'review',
    object: { url: bowl, id: 'w4', title: 'Wheel 4' },
    detail: { rating: '4/5' },
    to: null,
  }),
  press(
    "reviews a product by the shop's own door",
    button,
    call('submitreview', { action: 'submit', productid: 'w4', rating: '5' }, `${origin}/bv`),
    { kind: 'review', object: { url: bowl, id: 'w4' }, detail: { rating: '5/5' } },
    { about: 'layout' },
  ),
  press(
    'looks whether a review could be taken',
    button,
    [
      call('submitreview', { Action: 'Preview', ...fields }),
      call('submitreview', fields),
      call('uploadphoto', { ContentType: 'review', PhotoUrl: 'x' }),
    ],
    null,
    { about: 'draft' },
  ),
  press(
    'asks a question',
    button,
    call('submitquestion', { Action: 'Submit', ProductId: 'w4', QuestionSummary: 'x' }),
    {
      kind: 'post',
      object: { url: bowl, id: 'w4' },
    },
  ),
  press('answers a question', button, call('submitanswer', { Action: 'Submit', QuestionId: '88', AnswerText: 'x' }), {
    kind: 'answer',
    object: { url: `${bowl}#bv-88`, id: '88' },
  }),
  press('comments on a review', review('304'), call('submitreviewcomment', { Action: 'Submit', ReviewId: '304' }), {
    kind: 'comment',
    object: { url: `${bowl}#bv-304`, id: '304' },
    to: { name: 'Mole' },
  }),
  press(
    'looks through the reviews',
    button,
    [
      { url: 'https://api.bazaarvoice.com/data/batch.json', form: { 'resource.q0': 'reviews' }, by: 'xhr' },
      { method: 'GET', url: 'https://api.bazaarvoice.com/data/reviews.json?Filter=ProductId:w4' },
      { url: 'https://network.bazaarvoice.com/st.gif', text: 'x', by: 'beacon' },
    ],
    null,
    { about: 'look-alike' },
  ),
]);
