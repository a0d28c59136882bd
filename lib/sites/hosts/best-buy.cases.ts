import type { RecordedRequest, SiteCase } from '../cases.ts';
import { defineCases } from '../define.ts';
import { pressCase as press, usualCases } from '../usual-cases.ts';

// No "undo" case: votes cannot be taken back, and reviews are deleted by letter.
// No "edit" case: a changed review cannot be told from a new one.
// No "switch" case: only votes for a review are seen.
// No "private" case: there are no messages between people.

const origin = 'https://www.bestbuy.com';
const nav = (signedIn = true) =>
  `<header>${signedIn ? '<span data-lid="hdr_signin"><span class="account-name">Nora</span></span>' : '<a href="/identity/signin?x">Sign in</a>'}</header>`;
const product = `${origin}/site/6418599.p?skuId=6418599`;
const page = (
  id: string,
  path = '/site/reviews/tide-clock-brass/6418599?page=2',
  signedIn = true,
): SiteCase['page'] => ({
  url: origin + path,
  html: `${nav(signedIn)}<h1>Tide clock</h1><ul><li class="review-item"${id ? ` data-review-id="${id}"` : ''}><p>Exact</p><button class="helpfulness-button" aria-label="Rate this review as helpful. 42 people found this review to be helpful.">42</button><button class="helpfulness-button" aria-label="Rate this review as unhelpful.">1</button><button class="share">Share</button></li></ul>`,
});
const helpful = '.helpfulness-button:not([aria-label*="unhelpful"])';
const vote = (id: string, more: Partial<RecordedRequest> = {}): RecordedRequest => ({
  url: `/ugc/v2/reviews/${id}/feedback`,
  json: { type: 'positive' },
  ...more,
});
const voted = (id: string) => ({ kind: 'vote' as const, object: { url: `${product}#review-${id}`, id } });
const shows = [{ select: helpful, set: { disabled: '' } }];
const finds = press(
  'do',
  'finds a review helpful',
  page('a1b2c3d4'),
  helpful,
  vote('a1b2c3d4'),
  {
    ...voted('a1b2c3d4'),
    object: { ...voted('a1b2c3d4').object, title: 'Tide clock' },
    detail: { vote: 'up' },
    account: 'Nora',
    level: 'confirmed',
  },
  { then: shows },
);
const form = (path: string, signedIn = true): SiteCase['page'] => ({
  url: origin + path,
  html: `${nav(signedIn)}<h1>Tide clock</h1><form onsubmit="event.preventDefault()"><input type="radio" name="overall-rating" value="5" checked><textarea></textarea><button type="submit">Submit</button></form>`,
});
const submission = '/site/reviews/submission/6418599/review?x';
const submit = '[type="submit"]';
const send = (path: string, more: Partial<RecordedRequest> = {}): RecordedRequest => ({
  url: `/ugc/v2/${path}`,
  json: {},
  ...more,
});
const read = (path: string): RecordedRequest => ({ method: 'GET', url: `/ugc/v2/${path}` });
const written = [{ type: 'textarea', text: 'Exact' }, { click: submit }];

export default defineCases([
  finds,
  ...usualCases(finds, undefined, ['signed-out']),
  press(
    'layout',
    'finds a review helpful on the page of the product',
    page('e5f6a7b8', '/site/tide-clock-brass/6418599.p?skuId=6418599'),
    helpful,
    vote('e5f6a7b8'),
    voted('e5f6a7b8'),
  ),
  press(
    'layout',
    'the same at the newer address of the product',
    page('e5f6a7b9', '/product/tide-clock-brass/J7X9/sku/6418599'),
    helpful,
    vote('e5f6a7b9'),
    voted('e5f6a7b9'),
  ),
  press(
    'do',
    'finds a review helpful, and only the button tells',
    page('c9d0e1f2'),
    helpful,
    { url: '/x', json: {} },
    { ...voted('c9d0e1f2'), level: 'seen' },
    { shows },
  ),
  press(
    'look-alike',
    'finds a review not helpful',
    page('a0000001'),
    '[aria-label*="unhelpful"]',
    vote('a0000001'),
    [],
  ),
  press('look-alike', 'shares a review', page('a0000002'), '.share', send('shares'), []),
  press(
    'look-alike',
    'turns the page of reviews and questions',
    page('a0000003'),
    helpful,
    [read('reviews?page=3&sku=6418599'), read('questions?page=1&sku=6418599')],
    [],
  ),
  press('signed-out', 'a press of nobody', page('a0000004', undefined, false), helpful, vote('a0000004'), []),
  press(
    'do',
    'reviews a product',
    form(submission),
    submit,
    send('reviews'),
    {
      kind: 'review',
      object: { url: product, id: '6418599', title: 'Tide clock' },
      detail: { rating: '5/5' },
      to: null,
      level: 'accepted',
    },
    { act: written },
  ),
  press(
    'refusal',
    'a review that is refused',
    form(submission),
    submit,
    send('reviews', { answer: { status: 422 } }),
    [],
  ),
  press('draft', 'a photo before the review is sent', form(submission), submit, send('reviews/photo'), []),
  press('look-alike', 'a form elsewhere on the site', form('/site/help/contact'), submit, send('reviews'), []),
  press(
    'do',
    'asks a question',
    form('/site/questions/tide-clock-brass/6418599'),
    submit,
    send('questions'),
    { kind: 'post', object: { url: product } },
    { act: written },
  ),
  press(
    'do',
    'answers a question',
    form('/site/questions/tide-clock-brass/6418599/question/q7'),
    submit,
    send('questions/q7/answers'),
    { kind: 'answer', object: { url: `${product}#question-q7`, id: 'q7' } },
    { act: written },
  ),
]);
