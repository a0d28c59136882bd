import type { RecordedRequest, SiteCase } from '../cases.ts';
import { defineCases } from '../define.ts';
import { pressCase as press, usualCases } from '../usual-cases.ts';

// No "edit" case: a changed review cannot be told from a new one.
// No "private" case: the store has no messages.

const id = (last: string) => `abcdefghijklmnopabcdefghijklmno${last}`;
const me = (signedIn = true) =>
  signedIn
    ? '<a href="https://accounts.google.com/SignOutOptions?hl=en" aria-label="Google Account: Nora Tide (nora@example.org)">N</a>'
    : '<a href="https://accounts.google.com/ServiceLogin?hl=en">Sign in</a>';
const dialog = (last: string, signedIn = true): SiteCase['page'] => ({
  url: `https://chromewebstore.google.com/detail/tide-tables/${id(last)}/reviews?hl=en`,
  html: `${me(signedIn)}<h1>Tide Tables</h1><div role="dialog"><div role="radio" tabindex="0" aria-checked="true" aria-label="5 out of 5">★</div><textarea></textarea><button data-mdc-dialog-action="cancel">Cancel</button><button data-mdc-dialog-action="ok">Publish</button></div>`,
});
const page = (last: string, review: string, pressed = false, signedIn = true): SiteCase['page'] => ({
  url: `https://chromewebstore.google.com/detail/tide-tables/${id(last)}/reviews`,
  html: `${me(signedIn)}<h1>Tide Tables</h1><section data-review-id="${review}"><p>Exact</p><button aria-label="Helpful" aria-pressed="${pressed}">1</button><button aria-label="Unhelpful" aria-pressed="false">0</button></section>`,
});
const ok = '[data-mdc-dialog-action="ok"]';
const yes = '[aria-label="Helpful"]';
const rpc = (name: string): RecordedRequest => ({
  url: `/_/ChromeWebStoreConsumerFeUi/data/batchexecute?rpcids=${name}`,
  form: { 'f.req': `[[["${name}","[]",null,"1"]]]` },
});
const gone = [{ select: '[role="dialog"]', remove: true as const }];
const flips = (state: boolean) => [{ select: yes, set: { 'aria-pressed': String(state) } }];
const address = (last: string) => `https://chromewebstore.google.com/detail/${id(last)}`;
const vote = (last: string, review: string) => ({
  kind: 'vote' as const,
  object: { url: `${address(last)}/reviews#${review}`, id: review },
  level: 'seen' as const,
});

const reviews = press(
  'do',
  'reviews an extension',
  dialog('a'),
  ok,
  rpc('wWwWwW'),
  {
    kind: 'review',
    object: { url: address('a'), id: id('a'), title: 'Tide Tables' },
    detail: { rating: '5/5' },
    account: 'Nora Tide',
    to: null,
    level: 'seen',
  },
  { act: [{ type: 'textarea', text: 'Exact' }, { click: ok }], then: gone },
);
const finds = press('do', 'finds a review helpful', page('b', 'r1'), yes, rpc('wWwWwW'), vote('b', 'r1'), {
  shows: flips(true),
});

const cases: SiteCase[] = [
  reviews,
  ...usualCases(reviews, undefined, ['signed-out']),
  finds,
  press(
    'undo',
    'takes the vote back',
    page('b', 'r1', true),
    yes,
    rpc('wWwWwW'),
    { ...vote('b', 'r1'), undo: true },
    {
      after: [finds.name],
      shows: flips(false),
    },
  ),
  press('switch', 'votes again after that', page('b', 'r1'), yes, rpc('wWwWwW'), vote('b', 'r1'), {
    after: ['takes the vote back'],
    shows: flips(true),
  }),
  press('refusal', 'a vote that only flickers', page('c', 'r2'), yes, rpc('wWwWwW'), [], {
    shows: flips(true),
    then: flips(false),
  }),
  press('signed-out', 'a vote of nobody', page('d', 'r3', false, false), yes, [], [], { shows: flips(true) }),
  press('look-alike', 'loads more reviews', page('e', 'r4'), 'h1', [rpc('x1DgCd'), rpc('zTyKYc'), rpc('QcU9bc')], []),
  press('look-alike', 'votes against a review', page('f', 'r5'), '[aria-label="Unhelpful"]', rpc('wWwWwW'), []),
  press('draft', 'leaves the form', dialog('g'), '[data-mdc-dialog-action="cancel"]', [], [], { then: gone }),
  press(
    'layout',
    'reviews an extension at an address without its name',
    { ...dialog('h'), url: address('h') },
    ok,
    rpc('wWwWwW'),
    { kind: 'review', object: { url: address('h') } },
    { then: gone },
  ),
];

export default defineCases(
  cases.map((one) => ({
    ...one,
    unitOnly: 'Chromium lets no extension see this store, and Firefox plays the same pages.',
  })),
);
