import type { RecordedRequest, SiteCase } from '../cases.ts';
import { defineCases } from '../define.ts';
import { pressCase as press, usualCases } from '../usual-cases.ts';

// No "edit" case: a changed review cannot be told from a new one.
// No "private" case: the store has no messages.

const me = (signedIn = true) =>
  signedIn
    ? '<a href="https://accounts.google.com/SignOutOptions?hl=en" aria-label="Google Account: Nora Tide (nora@example.org)">N</a>'
    : '<a href="https://accounts.google.com/ServiceLogin?hl=en">Sign in</a>';
const url = (id: string) => `https://play.google.com/store/apps/details?id=org.example.tides&reviewId=${id}`;
const card = (id: string, yes = false, no = false) =>
  `<div class="EGFGHd"><header data-review-id="${id}"><div>Tide Waiter</div></header><p>Exact.</p><div><button aria-label="Yes" aria-pressed="${yes}">Yes</button><button aria-label="No" aria-pressed="${no}">No</button></div><button aria-label="Show review information">⋮</button></div>`;
const store = (id: string, yes = false, no = false, signedIn = true): SiteCase['page'] => ({
  url: 'https://play.google.com/store/apps/details?id=org.example.tides&hl=en',
  html: `${me(signedIn)}<h1>Tides</h1><div data-g-id="reviews">${card('7f000000')}${card(id, yes, no)}</div>`,
});
const yes = '.EGFGHd:last-of-type [aria-label="Yes"]';
const no = '.EGFGHd:last-of-type [aria-label="No"]';
const rpc = (id: string): RecordedRequest => ({
  url: `/_/PlayStoreUi/data/batchexecute?rpcids=${id}`,
  form: { 'f.req': `[[["${id}","[]",null,"generic"]]]` },
});
const flips = (select: string, state: boolean) => ({ select, set: { 'aria-pressed': String(state) } });
const vote = (id: string, way: 'up' | 'down' = 'up') => ({
  kind: 'vote' as const,
  object: { url: url(id), id },
  detail: { vote: way },
  level: 'seen' as const,
});
const finds = press(
  'do',
  'finds a review helpful',
  store('7f000001'),
  yes,
  rpc('zZzZzZ'),
  { ...vote('7f000001'), object: { ...vote('7f000001').object, title: 'Tides' }, account: 'Nora Tide' },
  { shows: [flips(yes, true)] },
);
const dialog = (id: string, signedIn = true): SiteCase['page'] => ({
  url: `https://play.google.com/store/apps/details?id=${id}`,
  html: `${me(signedIn)}<h1>Tides</h1><div role="dialog"><div role="radio" tabindex="0" aria-checked="true" aria-label="Rate 4 stars out of five">★</div><textarea></textarea><button data-mdc-dialog-action="close">Cancel</button><button data-mdc-dialog-action="ok">Post</button></div>`,
});
const ok = '[data-mdc-dialog-action="ok"]';
const gone = [{ select: '[role="dialog"]', remove: true as const }];

export default defineCases([
  finds,
  ...usualCases(finds, undefined, ['signed-out']),
  press(
    'undo',
    'takes the vote back',
    store('7f000001', true),
    yes,
    rpc('zZzZzZ'),
    { ...vote('7f000001'), undo: true },
    {
      after: [finds.name],
      shows: [flips(yes, false)],
    },
  ),
  press('do', 'finds a review not helpful', store('7f000002'), no, rpc('zZzZzZ'), vote('7f000002', 'down'), {
    shows: [flips(no, true)],
  }),
  press(
    'undo',
    'takes the vote against it back',
    store('7f000002', false, true),
    no,
    rpc('zZzZzZ'),
    { ...vote('7f000002', 'down'), undo: true },
    {
      after: ['finds a review not helpful'],
      shows: [flips(no, false)],
    },
  ),
  press('switch', 'finds it helpful after all', store('7f000002', false, true), yes, rpc('zZzZzZ'), vote('7f000002'), {
    after: ['finds a review not helpful'],
    shows: [flips(yes, true), flips(no, false)],
  }),
  press('signed-out', 'a press while nobody is signed in', store('7f000003', false, false, false), yes, [], [], {
    shows: [flips(yes, true)],
  }),
  press('refusal', 'a vote that only flickers', store('7f000004'), yes, rpc('zZzZzZ'), [], {
    shows: [flips(yes, true)],
    then: [flips(yes, false)],
  }),
  press(
    'look-alike',
    'opens the menu of a review',
    store('7f000005'),
    '.EGFGHd:last-of-type [aria-label^="Show"]',
    rpc('oCPfdb'),
    [],
  ),
  press('look-alike', 'loads more reviews', store('7f000006'), 'h1', [rpc('UsvDTd'), rpc('IJ4APc'), rpc('lGYRle')], []),
  press(
    'do',
    'reviews an app',
    dialog('org.example.tides'),
    ok,
    rpc('yYyYyY'),
    {
      kind: 'review',
      object: {
        url: 'https://play.google.com/store/apps/details?id=org.example.tides',
        id: 'org.example.tides',
        title: 'Tides',
      },
      detail: { rating: '4/5' },
      to: null,
      level: 'seen',
    },
    { act: [{ type: 'textarea', text: 'Exact' }, { click: ok }], then: gone },
  ),
  press(
    'look-alike',
    'reports a review in a dialog',
    {
      ...dialog('org.example.mole'),
      html: dialog('org.example.mole').html.replace('Rate 4 stars out of five', 'Spam'),
    },
    ok,
    rpc('yYyYyY'),
    [],
    { then: gone },
  ),
  press('draft', 'leaves the form', dialog('org.example.calm'), '[data-mdc-dialog-action="close"]', [], [], {
    act: [{ type: 'textarea', text: 'Perhaps' }, { click: '[data-mdc-dialog-action="close"]' }],
    then: gone,
  }),
  press('refusal', 'a review that stays in its form', dialog('org.example.gale'), ok, rpc('yYyYyY'), []),
  press(
    'layout',
    'reviews an app with a button that submits',
    {
      ...dialog('org.example.reef'),
      html: dialog('org.example.reef').html.replace('data-mdc-dialog-action="ok"', 'type="submit"'),
    },
    '[type="submit"]',
    rpc('yYyYyY'),
    { kind: 'review', object: { id: 'org.example.reef' } },
    { then: gone },
  ),
]);
