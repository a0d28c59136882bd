import type { RecordedRequest, SiteCase } from '../cases.ts';
import { defineCases } from '../define.ts';
import { pressCase as press, usualCases } from '../usual-cases.ts';

// No "edit" case: a changed review cannot be told from a new one.
// No "private" case: messages to businesses are not on the map's pages.

const place = '0x47b1844e6eeb0a85:0x1f2e3d4c5b6a7988';
const me = (signedIn = true) =>
  signedIn
    ? '<a href="https://accounts.google.com/SignOutOptions?hl=en" aria-label="Google Account: Nora Tide &#10;(nora@example.org)">N</a>'
    : '<a href="https://accounts.google.com/ServiceLogin?hl=en">Sign in</a>';
const card = (id: string, pressed = false) =>
  `<div class="jftiEf" data-review-id="${id}" aria-label="Tide Waiter"><button data-href="https://www.google.com/maps/contrib/104779998134668984454/reviews?hl=en" data-review-id="${id}">Tide Waiter</button>
   <span role="img" aria-label="4 stars"></span><button class="GBkF3d like" data-review-id="${id}" aria-label="Like" aria-pressed="${pressed}">Like</button><button class="GBkF3d share" data-review-id="${id}" aria-label="Share Tide Waiter's review.">Share</button></div>`;
const map = (id: string, pressed = false, signedIn = true): SiteCase['page'] => ({
  url: `https://www.google.com/maps/place/Old+Harbour/@53.5,9.9,17z/data=!4m8!3m7!1s${place}!8m2!3d53.5!4d9.9!9m1!1b1`,
  html: `${me(signedIn)}<h1>Old Harbour</h1>${card('ChZDother')}${card(id, pressed)}<button data-value="Write a review">Write a review</button>`,
});
const like = '.jftiEf:last-of-type .like';
const rpc = (id = 'x1'): RecordedRequest => ({
  url: `/maps/_/LocalGuides/data/batchexecute?rpcids=${id}`,
  form: { 'f.req': `[[["${id}","[]",null,"generic"]]]` },
});
const shows = (state: boolean) => [{ select: like, set: { 'aria-pressed': String(state) } }];
const review = (id: string) => ({
  kind: 'like' as const,
  object: { url: `https://www.google.com/maps/reviews/data=!4m6!14m5!1m4!2m3!1s${id}!2m1!1s${place}`, id },
  level: 'seen' as const,
});
const likes = press(
  'do',
  'likes a review',
  map('ChZDone'),
  like,
  rpc(),
  {
    ...review('ChZDone'),
    object: { ...review('ChZDone').object, title: 'Old Harbour' },
    to: { name: 'Tide Waiter', url: 'https://www.google.com/maps/contrib/104779998134668984454' },
    account: 'Nora Tide',
  },
  { shows: shows(true) },
);

const form = (query: string, signedIn = true): SiteCase['page'] => ({
  url: `https://www.google.com/local/review/widget?${query}`,
  html: `${me(signedIn)}<h1>Old Harbour</h1><div role="radiogroup"><div role="radio" tabindex="0" data-rating="3" aria-checked="false">3</div><div role="radio" tabindex="0" data-rating="4" aria-checked="true">4</div></div>
    <div><textarea></textarea></div><button jsname="cancel">Cancel</button><button jsname="IJM3w">Post</button>`,
});
const post = 'button[jsname="IJM3w"]';
const thanks = [{ select: 'body', html: '<p>Thanks for sharing!</p>' }];
const written = [{ type: 'textarea', text: 'Calm at low water' }, { click: post }];
const reviewed = (url: string) => ({ kind: 'review' as const, object: { url }, level: 'seen' as const });
const placeId = 'ChIJN1t_tDeuEmsRUsoyG83frY4';

export default defineCases([
  likes,
  ...usualCases(likes, undefined, ['signed-out']),
  press(
    'undo',
    'likes it no more',
    map('ChZDone', true),
    like,
    rpc(),
    { ...review('ChZDone'), undo: true },
    {
      after: [likes.name],
      shows: shows(false),
    },
  ),
  press('switch', 'likes it again', map('ChZDone'), like, rpc(), review('ChZDone'), {
    after: [likes.name, 'likes it no more'].slice(1),
    shows: shows(true),
  }),
  press('signed-out', 'a press that leads to signing in', map('ChZDtwo', false, false), like, [], [], {
    shows: shows(true),
  }),
  press('refusal', 'a like that only flickers', map('ChZDthree'), like, rpc(), [], {
    shows: shows(true),
    then: shows(false),
  }),
  press(
    'layout',
    'likes a review in the results of a search, where no place is named',
    { url: 'https://www.google.de/search?q=old+harbour', html: `${me()}<h1>Old Harbour</h1>${card('ChZDfour')}` },
    like,
    rpc(),
    {
      kind: 'like',
      object: { url: 'https://www.google.com/maps/contrib/104779998134668984454/reviews', id: 'ChZDfour' },
    },
    { shows: shows(true) },
  ),
  press(
    'layout',
    'likes a review whose button says it in words',
    { ...map('ChZDnine'), html: map('ChZDnine').html.replaceAll(' aria-pressed="false"', '') },
    like,
    rpc(),
    review('ChZDnine'),
    { shows: [{ select: like, set: { 'aria-label': 'Unlike' } }] },
  ),
  press('look-alike', 'shares a review', map('ChZDfive'), '.jftiEf:last-of-type .share', rpc(), []),
  press(
    'look-alike',
    'opens the profile of somebody',
    map('ChZDsix'),
    '.jftiEf:last-of-type [data-href]',
    rpc('IJ4APc'),
    [],
  ),
  press('look-alike', 'opens the form for a review', map('ChZDseven'), '[data-value="Write a review"]', rpc(), []),
  press('look-alike', 'moves the map', map('ChZDeight'), 'h1', { method: 'GET', url: '/maps/preview/place?pb=x' }, []),
  press(
    'do',
    'reviews a place',
    form(`placeid=${placeId}`),
    post,
    rpc(),
    { ...reviewed(`https://www.google.com/maps/place/?q=place_id:${placeId}`), detail: { rating: '4/5' }, to: null },
    { act: written, then: thanks },
  ),
  press(
    'layout',
    'reviews a place that is known by its number',
    form(`fid=${place}`),
    post,
    rpc(),
    reviewed(`https://www.google.com/maps?ftid=${encodeURIComponent(place)}`),
    {
      act: written,
      then: thanks,
    },
  ),
  press('draft', 'leaves the form', form(`placeid=${placeId}1`), '[jsname="cancel"]', rpc(), [], {
    act: [{ type: 'textarea', text: 'Perhaps' }, { click: '[jsname="cancel"]' }],
    then: [{ select: 'body', html: '' }],
  }),
  press('refusal', 'a review that stays in its form', form(`placeid=${placeId}2`), post, rpc(), []),
  press('refusal', 'a review of a place that is not named', form('hl=en'), post, rpc(), [], { then: thanks }),
]);
