import { type GenericSort, genericLabels } from './generic-labels.ts';
import type { Action, Control, Read, Site, Value } from './schema.ts';

/** Id of the definition for pages that no definition describes. */
export const genericId = 'generic';

/** Each can be switched off by itself, in this order on the screen. */
export const genericSorts = ['like', 'upvote', 'helpful', 'bookmark', 'follow'] as const satisfies GenericSort[];

/**
 * Pages that nobody described, on hosts where the person wants that: toggles whose name says what they do, in the most
 * spoken languages. No request is understood, so all that counts is the person's own press and the control showing
 * afterwards that it took (`seen`). It has no hosts and no marks, so it is never found for a page; the background
 * gives it (`lib/browser/generic.ts`).
 */
export function genericSite(sorts: readonly GenericSort[] = genericSorts): Site {
  return {
    id: genericId,
    name: 'Pages nobody described',
    version: 1,
    group: 'community',
    confidence: 'low',
    items,
    page: { ...ofPage, ...ofControl },
    private: { paths: privatePaths, within: neverHere },
    actions: sorts.map(actionOf),
    unseen: [
      'Reviews, comments and answers: a form that goes away does not show that the page took it.',
      'Shares: a press on a share link is only an intention. If the other network is described, the share is seen there.',
      'Controls that do not show their state, or are named in other words.',
      'Pages can be private without their address saying so: no list of such places is complete.',
    ],
    sources: [
      'WAI-ARIA 1.2: aria-pressed, aria-checked',
      'schema.org: Review, Comment',
      'common names of such controls',
    ],
  };
}

/** Kinds of the ledger; a vote for something is an upvote, by whatever name. */
const kinds = { like: 'like', upvote: 'vote', helpful: 'vote', bookmark: 'bookmark', follow: 'follow' } as const;

function actionOf(sort: GenericSort): Action {
  const offered = Object.values(genericLabels).flatMap(({ [sort]: [offers] }) => offers.split('|'));
  const done = Object.values(genericLabels).flatMap(({ [sort]: [, words] }) => words.split('|'));
  return {
    id: sort,
    kind: kinds[sort],
    control: controlsOf(sort),
    undo: 'toggle',
    take: { here: { from: '/page/url', via: [{ match: '^[^#]+' }] } },
    object: {
      url: ['{page.permalink}', '{page.canonical}#{page.id}', '{here}#{page.id}', '{page.canonical}', '{here}'],
    },
    ...(kinds[sort] === 'vote' ? { detail: { vote: { text: 'up' } } } : {}),
    // Not a draft, but the same: nothing counts whose name is not exactly one of these. What is named by its text alone
    // counts only while it offers: a pressed "Following" is as often a filter of a feed.
    draft: [
      { at: named('/page/label', [...offered, ...done]), present: false },
      { at: named('/page/shown', offered), present: false },
    ],
    confidence: 'low',
  };
}

/** The name without emoji, counts and marks around it, if it is one of these. */
const named = (from: string, words: readonly string[]): Value => ({
  from,
  via: [
    { match: '(\\p{L}.*)' },
    { match: '^([^\\p{N}\\[\\](){}·•|:;!！…]+)' },
    'trim',
    'lower',
    { map: Object.fromEntries(words.map((word) => [word, word])) },
  ],
});

const pressed = '[aria-pressed="true"], [aria-checked="true"]';
/** State that only a class tells, where the class says what is done; `active` is as often a menu that is open. */
const classes: Record<GenericSort, string> = {
  like: '.liked, .is-liked, .has-liked',
  upvote: '.upvoted, .is-upvoted, .has-upvoted',
  // A vote that cannot be cast again.
  helpful: '.is-helpful, [disabled], [aria-disabled="true"]',
  bookmark: '.bookmarked, .is-bookmarked',
  follow: '.following, .is-following',
};

const longest = 1024;

/** Controls named by `aria-label`, in as many selectors as the languages need, and toggles named by what they show. */
function controlsOf(sort: GenericSort): Control[] {
  const controls: Control[] = [];
  const on = [pressed, classes[sort]];
  let select = '';
  let state = on.join(', ');
  const add = () => select !== '' && controls.push({ select, on: state, alone: true });
  for (const { [sort]: words } of Object.values(genericLabels)) {
    const [offers, done] = words.map((some) => startsWith(some.split('|')));
    const both = [offers, done].join(', ');
    if (select.length + both.length + 2 > longest || state.length + (done?.length ?? 0) + 2 > longest) {
      add();
      select = '';
      state = on.join(', ');
    }
    select = select === '' ? both : `${select}, ${both}`;
    state = `${state}, ${done}`;
  }
  add();
  controls.push({ select: shownToggle, on: pressed, alone: true });
  if (sort === 'helpful') {
    controls.push({ select: helpfulButton, on: '[disabled], [aria-disabled="true"]', alone: true });
    // Where thanks take the place of the button: the state of the item, asked only when the button is gone.
    controls.push({ select: helpfulButton, shows: '[class*="thank" i], [data-testid*="thank" i]', alone: true });
  }
  return controls;
}

const shownToggle = ['[aria-pressed]', '[role="switch"][aria-checked]', '[role="checkbox"][aria-checked]']
  .map((toggle) => `${toggle}:not([aria-label])`)
  .join(', ');

const reviewed = ['[itemprop="review"]', '[itemtype$="schema.org/Review"]', '[data-review-id]', '[id^="review-"]'];
const helpfulMarks = ['class*="helpful"', 'class*="useful"', 'class*="vote"', 'name*="helpful"'];
const helpfulButton = `:is(${reviewed.join(', ')}) button:is(${helpfulMarks
  .map((mark) => `[${mark} i]`)
  .join(', ')}):not([aria-pressed], [aria-label])`;

/** `i` folds the letters of ASCII only, so other alphabets are asked for in both cases. */
function startsWith(words: readonly string[]): string {
  const shortest = words.filter((word) => !words.some((other) => other !== word && word.startsWith(other)));
  const cased = shortest.flatMap((word) => {
    const capital = word.charAt(0).toLocaleUpperCase('en') + word.slice(1);
    return capital !== word && word.charCodeAt(0) > 127 ? [word, capital] : [word];
  });
  return cased.map((word) => `[aria-label^="${word}" i]`).join(', ');
}

const ofPage = {
  canonical: { of: 'page', select: 'link[rel="canonical"]', attr: 'href', match: '^([^#]+)' },
  title: [
    { of: 'page', select: 'meta[property="og:title"]', attr: 'content' },
    { of: 'page', select: 'h1' },
  ],
} satisfies Record<string, Read | Read[]>;

/** What is pressed is named by `aria-label`; only without one by its text, or by `title` where the text has no letters. */
const ofControl = {
  label: { of: 'control', attr: 'aria-label' },
  shown: [
    { of: 'control', select: ':scope:not([aria-label])', match: '(\\p{L}\\p{L}.*|\\p{Lo}.*)' },
    { of: 'control', select: ':scope:not([aria-label])', attr: 'title' },
  ],
} satisfies Record<string, Read | Read[]>;

/** A review or comment goes before the article that it stands in. */
const items: Site['items'] = [
  {
    select: [
      ...reviewed,
      '[itemprop="comment"]',
      '[itemtype$="schema.org/Comment"]',
      '[itemtype$="schema.org/UserReview"]',
      '[data-comment-id]',
      '[id^="comment-"]',
    ].join(', '),
    read: {
      ...ofPage,
      ...ofControl,
      id: [{ attr: 'id' }, { attr: 'data-review-id' }, { attr: 'data-comment-id' }],
      permalink: [
        { select: 'a[rel~="bookmark"]', attr: 'href' },
        { select: 'a[itemprop="url"]', attr: 'href' },
      ],
    },
  },
  {
    select: 'article, [role="article"]',
    read: {
      ...ofPage,
      ...ofControl,
      id: { attr: 'id' },
      permalink: [
        { select: 'a[rel~="bookmark"]', attr: 'href' },
        { select: 'h1 a[href], h2 a[href], h3 a[href]', attr: 'href' },
      ],
      title: { select: 'h1, h2, h3' },
    },
  },
];

const privatePlaces =
  'messages|message|messaging|messenger|inbox|mail|webmail|email|chat|chats|dm|dms|direct|conversation|conversations|' +
  'checkout|payment|payments|cart|login|signin|signup|register|account|settings|bank|banking|patient|patients|health|medical';
const privateHosts =
  'mail|webmail|email|inbox|chat|messages|messenger|bank|banking|onlinebanking|ebanking|patient|mychart|health|portal|login|accounts|pay';

/** Places where nothing is read; a list that cannot be complete, as the definition says of itself. */
const privatePaths = [
  `*/:place(${privatePlaces}){/*}?`,
  `https://(${privateHosts}).*/*`,
  `http://(${privateHosts}).*/*`,
];

/** Regions in which a toggle is something else, or in which nothing is to be read. */
const neverHere = [
  ...['filter', 'facet', 'cookie', 'consent', 'newsletter', 'survey', 'inbox', 'conversation', 'editor'].flatMap(
    (word) => [`[class*="${word}" i]`, `[id*="${word}" i]`],
  ),
  ...['sort', 'nps', 'csat', 'chat'].flatMap((word) => [
    `[class^="${word}" i]`,
    `[class*=" ${word}" i]`,
    `[id^="${word}" i]`,
  ]),
  '[role="log"]',
  '[role="search"]',
  'search',
  '[role="radiogroup"]',
  '[role="tablist"]',
  '[role="menubar"]',
  '[contenteditable]:not([contenteditable="false"])',
  'form:has(input[type="password"], input[autocomplete^="cc-"], input[name*="card" i])',
];
