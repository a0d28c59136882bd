import type { RecordedRequest, SiteCase } from '../cases.ts';
import { defineCases } from '../define.ts';
import { pressCase as press, usualCases } from '../usual-cases.ts';

// No "edit" case: a changed review cannot be told from a new one.

const origin = 'https://www.yelp.com';
const id = (last: string) => `Xy-9_abcdefghijklmno${last}`;
const nav = (signedIn = true) =>
  `<header>${signedIn ? '<a href="/user_details?userid=NoraTide0123456789abcd">Nora</a>' : '<a href="/login?return_url=x">Log In</a>'}</header>`;
const card = (last: string, pressed = '', known = true) =>
  `<li><div class="user-passport-info"><a href="/user_details?userid=Harbour0123456789abcde&utm=x">Tide W.</a></div>
  ${known ? `<a href="/biz_photos/old-harbour?hrid=${id(last)}">2 photos</a>` : ''}<p>Calm</p>
  ${['Helpful', 'Thanks', 'Love this', 'Oh no'].map((name) => `<button type="button" class="r" aria-label="${name}" aria-pressed="${name === pressed}">${name}</button>`).join('')}<button type="button" class="more" aria-label="Report">…</button></li>`;
const page = (last: string, pressed = '', signedIn = true): SiteCase['page'] => ({
  url: `${origin}/biz/old-harbour-hamburg?osq=tea`,
  html: `${nav(signedIn)}<h1>Old Harbour</h1><ul>${card('zz')}${card(last, pressed)}</ul>`,
});
const button = (name: string) => `li:last-child [aria-label="${name}"]`;
const batch = (operationName: string, operationType = 'mutation', variables: object = {}): RecordedRequest => ({
  url: '/gql/batch',
  json: [
    { operationName: 'GetSuggestions', variables: {}, extensions: { operationType: 'query', documentId: 'aa' } },
    { operationName, variables, extensions: { operationType, documentId: 'bb' } },
  ],
});
const flips = (name: string, state: boolean) => ({ select: button(name), set: { 'aria-pressed': String(state) } });
const liked = (last: string, reaction = 'helpful') => ({
  kind: 'like' as const,
  object: { url: `${origin}/biz/old-harbour-hamburg?hrid=${id(last)}`, id: id(last) },
  detail: { reaction },
});
const finds = press(
  'do',
  'finds a review helpful',
  page('01'),
  button('Helpful'),
  batch('SomeReaction'),
  {
    ...liked('01'),
    object: { ...liked('01').object, title: 'Old Harbour' },
    to: { name: 'Tide W.', url: `${origin}/user_details?userid=Harbour0123456789abcde` },
    account: 'NoraTide0123456789abcd',
    level: 'confirmed',
  },
  { shows: [flips('Helpful', true)] },
);
const form = (biz: string, signedIn = true): SiteCase['page'] => ({
  url: `${origin}/writeareview/biz/${biz}?return_url=x`,
  html: `${nav(signedIn)}<h1>Old Harbour</h1><form onsubmit="event.preventDefault()"><input type="radio" name="rating" value="4" checked><textarea></textarea><button type="button" id="x">Close</button><button type="submit">Post Review</button></form>`,
});
const submit = '[type="submit"]';
const written = [{ type: 'textarea', text: 'Calm' }, { click: submit }];

export default defineCases([
  finds,
  ...usualCases(finds, undefined, ['signed-out']),
  press(
    'undo',
    'takes the reaction back',
    page('01', 'Helpful'),
    button('Helpful'),
    batch('SomeReaction'),
    { ...liked('01'), undo: true },
    {
      after: [finds.name],
      shows: [flips('Helpful', false)],
    },
  ),
  press(
    'switch',
    'loves it instead',
    page('01', 'Helpful'),
    button('Love this'),
    batch('SomeReaction'),
    liked('01', 'love this'),
    {
      after: [finds.name],
      shows: [flips('Helpful', false), flips('Love this', true)],
    },
  ),
  press(
    'do',
    'is sorry, and the request is of a kind nobody knows',
    page('02'),
    button('Oh no'),
    { url: '/x', json: {} },
    { ...liked('02', 'oh no'), level: 'seen' },
    {
      shows: [flips('Oh no', true)],
    },
  ),
  press(
    'layout',
    'thanks for a review that tells its number in the request alone',
    { url: `${origin}/biz/old-harbour-hamburg`, html: `${nav()}<h1>Old Harbour</h1><ul>${card('03', '', false)}</ul>` },
    button('Thanks'),
    batch('SomeReaction', 'mutation', { reviewEncId: id('03') }),
    liked('03', 'thanks'),
  ),
  press('refusal', 'a reaction that only flickers', page('04'), button('Helpful'), { url: '/x', json: {} }, [], {
    shows: [flips('Helpful', true)],
    then: [flips('Helpful', false)],
  }),
  press('look-alike', 'opens the menu of a review', page('05'), 'li:last-child .more', batch('SomeMenu'), []),
  press(
    'look-alike',
    'reads more reviews by POST',
    page('06'),
    button('Helpful'),
    batch('GetBusinessReviewFeed', 'query'),
    [],
  ),
  press('signed-out', 'a press of nobody', page('07', '', false), button('Helpful'), batch('SomeReaction'), []),
  press(
    'private',
    'a press in the messages',
    { ...page('08'), url: `${origin}/messaging/biz/x` },
    button('Helpful'),
    batch('SomeReaction'),
    [],
  ),
  press(
    'do',
    'reviews a place',
    form('old-harbour-hamburg'),
    submit,
    batch('SubmitSomething'),
    {
      kind: 'review',
      object: { url: `${origin}/biz/old-harbour-hamburg`, id: 'old-harbour-hamburg' },
      detail: { rating: '4/5' },
      to: null,
      level: 'accepted',
    },
    { act: written },
  ),
  press(
    'layout',
    'reviews a place by the older form',
    form('HgbmSUfm2jFgBkkU_ToULw'),
    submit,
    { url: '/writeareview/biz/HgbmSUfm2jFgBkkU_ToULw', form: { rating: '4', comment: 'Calm' }, by: 'xhr' },
    { kind: 'review', object: { url: `${origin}/biz/HgbmSUfm2jFgBkkU_ToULw` } },
    { act: written },
  ),
  press(
    'layout',
    'reviews a place that the form links by its name',
    {
      ...form('Abc'),
      html: form('Abc').html.replace('Old Harbour', '<a href="/biz/old-harbour-hamburg?x">Old Harbour</a>'),
    },
    submit,
    batch('SubmitSomething'),
    { kind: 'review', object: { url: `${origin}/biz/old-harbour-hamburg`, id: 'Abc' } },
    { act: written },
  ),
  press(
    'look-alike',
    'asks a question on the page of a place',
    { ...form('Abc'), url: `${origin}/biz/old-harbour-hamburg` },
    submit,
    batch('AskSomething'),
    [],
  ),
  press('draft', 'a review that is kept while it is written', form('quay'), submit, batch('SaveReviewDraft'), []),
  press(
    'refusal',
    'a review that leads to signing in',
    form('reef'),
    submit,
    { url: '/writeareview/biz/reef', form: {}, by: 'xhr', answer: { status: 302, location: '/login?x=1' } },
    [],
  ),
]);
