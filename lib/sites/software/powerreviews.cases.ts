import type { RecordedRequest, SiteCase } from '../cases.ts';
import { defineCases } from '../define.ts';
import { casesOn, everyWay } from '../press-cases.ts';

// No "undo" case: nothing can be taken back in the display.
// No "edit" case: a review can be written once.
// No "draft" case: the display keeps none.
// No "private" case: it has no messages between people.
// No "signed-out" case: who is signed in is the shop's affair, and guests may vote and write.

const origin = 'https://tools.kiln.example';
const bowl = `${origin}/p/trimming-set`;
const page = (inside: string, url = `${bowl}?ref=mail`): SiteCase['page'] => ({
  url,
  head: `<link rel="canonical" href="${bowl}">`,
  html: `<h1>Trimming set</h1><div id="pr-reviewdisplay" class="p-w-r">${inside}</div>`,
});
const press = casesOn(page);
const button = '<button class="act">act</button>';
const review = (way = 'yes') =>
  `<div class="pr-review"><p class="pr-rd-author-nickname">Mole</p><button class="act pr-helpful-btn pr-helpful-${way}">act</button></div>`;
const call = (path: string, json: unknown): RecordedRequest => ({
  url: `https://writeservices.powerreviews.com${path}`,
  json,
});
const vote = (id: number, type = 'helpful') => call('/voteugc', { merchant_id: 9, ugc_id: id, vote_type: type });
const there = (id: string) => ({ url: `${bowl}#pr-review-${id}`, id });
const liked = press('finds a review helpful', review(), vote(601), {
  kind: 'vote',
  object: { ...there('601'), title: 'Trimming set' },
  to: { name: 'Mole' },
  detail: { vote: 'up' },
});
const submit = '/api/b2b/writereview/submit_review?apikey=k&merchant_id=9&page_id=ts1';

export default defineCases([
  liked,
  ...everyWay(liked, { refused: { status: 400 } }),
  press(
    'finds it unhelpful instead',
    review('no'),
    vote(601, 'unhelpful'),
    {
      kind: 'vote',
      object: there('601'),
      detail: { vote: 'down' },
    },
    { about: 'switch', after: ['finds a review helpful'] },
  ),
  press(
    'finds a review helpful on a page that says no address',
    review(),
    vote(602),
    {
      kind: 'vote',
      object: there('602'),
    },
    { about: 'layout', page: { ...page(review(), bowl), head: '' } },
  ),
  press('answers a question', button, call('/qa/answer?merchant_id=9&question_id=31', { answer: 'x' }), {
    kind: 'answer',
    object: { url: `${bowl}#pr-question-31`, id: '31' },
  }),
  press('asks a question', button, call('/qa/question?merchant_id=9&page_id=ts1', { question: 'x' }), {
    kind: 'post',
    object: { url: bowl, id: 'ts1' },
  }),
  press('reviews a product', button, call(submit, { fields: [{ key: 'rating', value: 4 }] }), {
    kind: 'review',
    object: { url: bowl, id: 'ts1' },
    to: null,
  }),
  press('a review that is not taken', button, { ...call(submit, {}), answer: { status: 400 } }, null, {
    about: 'refusal',
  }),
  press(
    'opens the form and looks through the reviews',
    button,
    [
      { method: 'GET', url: 'https://writeservices.powerreviews.com/api/b2b/writereview/review_template?page_id=ts1' },
      { method: 'GET', url: 'https://readservices-b2c.powerreviews.com/m/9/product/ts1/reviews' },
      call('/voteugc', { merchant_id: 9, ugc_id: 601 }),
    ],
    null,
    { about: 'look-alike' },
  ),
]);
