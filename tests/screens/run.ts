import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { localDay, shiftDay } from '../../lib/ledger/local-day.ts';
import { verifyRecord } from '../../lib/record/verify.ts';
import { unpackZip } from '../../lib/record/zip.ts';
import { dayHere, weekName, weekOf, weekStartOf } from '../../lib/report/calendar.ts';
import type { Browser, BrowserName, Page } from '../browser/browser.ts';
import { launch } from '../browser/launch.ts';
import { emptyStores } from '../browser/store.ts';
import { openWorld, type World } from '../browser/world.ts';
import { generate } from './generate.ts';
import { keyboardWalk, overflowOf, violationsOf } from './page-tools.ts';
import { seed } from './seed.ts';

/**
 * Looks at every screen in a real browser: with no data, three days and a year; light and dark; wide and at 320
 * pixels; left to right and right to left. No screen may have an axe violation, be wider than its window, or hide a
 * control from the keyboard; then the controls are pressed. Pictures for people go to `out/screens/`.
 *
 *     node tests/screens/run.ts [--browser chromium|firefox] [--only light-en] [--pictures]
 */
const { values } = parseArgs({
  options: {
    browser: { type: 'string', default: 'chromium' },
    only: { type: 'string' },
    pictures: { type: 'boolean', default: false },
    extension: { type: 'string' },
    /** The build as people get it, where nothing is allowed before consent. */
    plain: { type: 'string' },
  },
});

const name = values.browser as BrowserName;
const extension = resolve(values.extension ?? `.output/${name === 'firefox' ? 'firefox' : 'chrome'}-mv3-e2e`);
const plain = resolve(values.plain ?? `.output/${name === 'firefox' ? 'firefox' : 'chrome'}-mv3`);
const folder = resolve('out/screens');
const wide = 1280;
const narrow = 320;
const height = 800;

/** Firefox speaks no other language without a language pack: it shows two looks. */
const looks = (
  [
    { scheme: 'light', language: 'en' },
    { scheme: 'dark', language: 'de' },
    { scheme: 'light', language: 'ar' },
  ] as const
)
  .filter(({ language }) => name === 'chromium' || language !== 'ar')
  .map(({ scheme, language }) => ({ scheme, language: name === 'chromium' ? language : ('en' as const) }));

const data = { empty: 0, little: 3, full: 365 } as const;
type Amount = keyof typeof data;

let passed = 0;
const problems: string[] = [];

for (const look of looks) {
  const label = `${look.scheme}-${look.language}`;
  if (values.only && values.only !== label) continue;
  const world = await openWorld();
  world.tell(({ url }) =>
    url.host === 'news.ycombinator.com'
      ? { headers: { 'content-type': 'text/html' }, body: '<title>News</title>' }
      : undefined,
  );
  const browser = await launch({
    browser: name,
    extension,
    hostsTo: world.port,
    colorScheme: look.scheme,
    language: look.language,
  });
  try {
    for (const amount of Object.keys(data) as Amount[]) await showAll(browser, look, amount);
    if (label === 'light-en') await press(browser, world);
  } finally {
    await browser.close();
    await world.close();
  }
}

if (!values.only) await consent();

for (const problem of problems) console.log(`✗ ${problem}`);
console.log(`${passed} passed, ${problems.length} failed`);
process.exitCode = problems.length === 0 && passed > 0 ? 0 : 1;

/** One thing that must hold. */
function expect(holds: boolean, what: string): void {
  if (holds) passed += 1;
  else problems.push(what);
}

async function showAll(browser: Browser, look: (typeof looks)[number], amount: Amount): Promise<void> {
  const label = `${look.scheme}-${look.language}`;
  const page = await browser.newPage();
  await page.goto(browser.extensionUrl('dashboard.html'));
  await page.see('h1');
  await page.evaluate(emptyStores, ['settings']);
  const until = `${dayHere(new Date())}T20:30:00Z`;
  const acts = generate({ until, days: data[amount], perDay: amount === 'little' ? 2 : 11 });
  await seed(page, acts);
  const last = acts.at(-1);
  // The week of the newest act: this week may be a day old and have nothing in it.
  const day = last ? localDay(last.at, last.zone) : dayHere(new Date());
  const week = weekName(weekOf(day, weekStartOf(look.language)));

  const screens = {
    week: `#/week/${week}`,
    ledger: '#/ledger',
    // These take the longest to look through, and with little in them they look as with much.
    ...(amount !== 'little' && {
      value: `#/value/${day.slice(0, 7)}`,
      flow: `#/flow/${day.slice(0, 7)}`,
      profile: `#/profile/${day.slice(0, 4)}`,
    }),
    ...(amount === 'full' && { month: `#/week/${day.slice(0, 7)}` }),
    records: '#/records',
    // The settings say the same whatever the ledger holds.
    ...(amount === 'full' && { settings: '#/settings', sites: '#/sites', lists: '#/sites/lists' }),
  };
  for (const [screen, hash] of Object.entries(screens)) {
    for (const width of [wide, narrow]) {
      await page.resize(width, height);
      await open(page, browser.extensionUrl(`dashboard.html${hash}`));
      if ((screen === 'week' || screen === 'month') && amount !== 'empty') await page.see('.chart svg');
      if (screen === 'value' && amount !== 'empty') await openValue(page);
      if (screen === 'ledger' && amount !== 'empty') await page.click('.entries summary');
      await inspect(page, `${screen}-${amount}-${width}-${label}`, screen !== 'ledger');
    }
  }
  for (const width of [360, narrow]) {
    await page.resize(width, 600);
    await open(page, browser.extensionUrl('popup.html'));
    await inspect(page, `popup-${amount}-${width}-${label}`, true);
  }
  if (amount === 'empty') {
    for (const width of [wide, narrow]) {
      await page.resize(width, height);
      await open(page, browser.extensionUrl('welcome.html'));
      await inspect(page, `welcome-${width}-${label}`, true);
    }
  }
  await page.close();
}

/** Opens what the Value screen keeps folded: how the first figure was made, the person's rates, the rate card. */
async function openValue(page: Page): Promise<void> {
  await page.see('[data-testid=accounts] tbody tr');
  await page.evaluate(() => {
    for (const details of document.querySelectorAll(
      '.value > details, #method-replacement, #method-replacement details',
    ))
      (details as HTMLDetailsElement).open = true;
  });
}

/** The first minutes: nothing is watched, the welcome page asks, both answers hold and can be changed. */
async function consent(): Promise<void> {
  const browser = await launch({ browser: name, extension: plain });
  try {
    const page = await browser.newPage();
    const popup = async (selector: string, what: string) => {
      await page.resize(360, 600);
      await open(page, browser.extensionUrl('popup.html'));
      await page.see(selector);
      await inspect(page, `popup-${what}-light-en`, true);
    };
    await popup('.button.primary', 'no-consent');
    await page.resize(wide, height);
    await open(page, browser.extensionUrl('welcome.html'));
    await page.click('[data-testid=consent-no]');
    await page.see('.decision h2');
    await inspect(page, 'welcome-declined-light-en', true);
    await popup('.button.primary', 'declined');

    await page.resize(wide, height);
    await open(page, browser.extensionUrl('welcome.html'));
    await page.click('[data-testid=consent-yes]');
    await page.see('.decision h2');
    await inspect(page, 'welcome-given-light-en', true);
    await popup('.counts', 'consent');
    await open(page, browser.extensionUrl('dashboard.html#/sites'));
    await page.see('.site-row');
    await inspect(page, 'sites-all-off-light-en', false);
    const on = await page.evaluate(() => document.querySelectorAll('.site-row .switch[aria-checked=true]').length);
    expect(on === 0, 'consent switches no site on');
  } finally {
    await browser.close();
  }
}

/** Opens a page of the extension afresh and waits until it has read what it shows. */
async function open(page: Page, url: string): Promise<void> {
  // A change of the fragment alone would not load the page again.
  await page.goto('about:blank');
  await page.goto(url);
  await page.waitFor(() => document.querySelector('h1') !== null && document.querySelector('[aria-busy]') === null);
}

async function inspect(page: Page, what: string, whole: boolean): Promise<void> {
  const violations = await violationsOf(page);
  for (const violation of violations) problems.push(`${what}: ${violation}`);
  if (violations.length === 0) passed += 1;
  const overflow = await overflowOf(page);
  expect(overflow === 0, `${what}: ${overflow} pixels wider than its window`);
  if (!values.pictures) return;
  await mkdir(folder, { recursive: true });
  await page.screenshot(`${folder}/${name === 'firefox' ? 'firefox-' : ''}${what}.png`, { whole });
}

/** Uses the screens as a person does. The ledger holds a year when this begins. */
async function press(browser: Browser, world: World): Promise<void> {
  const page = await browser.newPage();
  await page.resize(wide, height);

  for (const path of ['dashboard.html#/week', 'dashboard.html#/settings', 'popup.html', 'welcome.html']) {
    await open(page, browser.extensionUrl(path));
    const { missed, unmarked } = await keyboardWalk(page);
    expect(missed.length === 0, `${path}: the Tab key does not reach ${missed.join(', ')}`);
    expect(unmarked.length === 0, `${path}: the focus is not seen on ${unmarked.join(', ')}`);
  }

  await open(page, browser.extensionUrl('dashboard.html#/week'));
  await page.press('b');
  expect(await page.evaluate(() => document.querySelector('.blurred .private') !== null), 'b blurs');
  await page.press('b');
  expect(await page.evaluate(() => document.querySelector('.blurred') === null), 'b shows again');

  await page.click('a[href^="#/week/"]');
  await page.see('a[href="#/week"].note');
  expect(true, 'the week before is shown');

  await ledgerByKeyboard(page, browser);
  await forgetOne(page, browser);
  await makeRecord(page, browser);
  await sites(page, browser);
  await settings(page, browser);
  await popupOnSite(page, browser, world);
  await page.close();
}

async function ledgerByKeyboard(page: Page, browser: Browser): Promise<void> {
  await open(page, browser.extensionUrl('dashboard.html#/ledger'));
  const focused = () =>
    page.evaluate(() => [...document.querySelectorAll('summary')].indexOf(document.activeElement as HTMLElement));
  await page.press('ArrowDown', '.entries summary');
  await page.press('ArrowDown');
  expect((await focused()) === 2, 'arrow keys walk over the entries');
  await page.press('Enter');
  expect(await page.evaluate(() => document.querySelectorAll('details[open]').length === 1), 'Enter opens an entry');
  await page.press('End');
  expect((await focused()) === 49, 'End goes to the last entry of the page');

  const first = () => page.evaluate(() => document.querySelector('.entries > li')?.id ?? '');
  const newest = await first();
  await page.click('nav.row .button');
  await page.waitFor((known: string) => document.querySelector('.entries > li')?.id !== known, newest);
  await page.click('nav.row .button');
  await page.waitFor((known: string) => document.querySelector('.entries > li')?.id === known, newest);
  expect(true, 'pages turn back and forth');

  await page.click('.chip');
  await page.waitFor(
    () => new Set([...document.querySelectorAll('.entries .mark')].map((mark) => mark.classList.value)).size === 1,
  );
  expect(true, 'a family filters');
  await page.type('input[type=search]', 'zzzz');
  await page.waitFor(() => document.querySelectorAll('.entries > li').length === 0);
  expect(true, 'text that is nowhere finds nothing');
}

async function forgetOne(page: Page, browser: Browser): Promise<void> {
  await open(page, browser.extensionUrl('dashboard.html#/ledger'));
  const before = (await browser.readStore<{ kind?: string }>('entries')).filter(({ kind }) => kind).length;
  const id = await page.evaluate(() => document.querySelector('.entries > li')?.id ?? '');
  await page.click('.entries summary');
  await page.click('.forget');
  await page.see('.confirm');
  expect(
    await page.evaluate(() => document.activeElement?.matches('.confirm .danger') ?? false),
    'the question has the focus',
  );
  await page.click('.confirm .danger');
  await page.waitFor((gone: string) => document.getElementById(gone) === null, id);
  const after = (await browser.readStore<{ kind?: string }>('entries')).filter(({ kind }) => kind).length;
  expect(after === before - 1, `forgetting takes one entry away (${before} to ${after})`);
}

async function makeRecord(page: Page, browser: Browser): Promise<void> {
  await open(page, browser.extensionUrl('dashboard.html#/records'));
  await page.click('[data-testid=make-record]');
  await page.see('[data-testid=download-record]');
  const packed = await page.evaluate(async () => {
    const link = document.querySelector<HTMLAnchorElement>('[data-testid=download-record]');
    const bytes = new Uint8Array(await (await fetch(link?.href ?? '')).arrayBuffer());
    return [...bytes];
  });
  const files = await unpackZip(Uint8Array.from(packed));
  expect(files.has('record.json') && files.has('index.html'), 'the record holds its files');
  const shown = await page.evaluate(() =>
    Number(/\d+/.exec(document.querySelector('.preview .note')?.textContent ?? '')?.[0]),
  );
  const table = new TextDecoder().decode(files.get('activities.csv')).trim().split('\r\n').length - 1;
  expect(table === shown, `the record shows what the preview said (${shown}, ${table})`);
  expect(/id="record-copy"/.test(new TextDecoder().decode(files.get('index.html'))), 'its page carries the verifier');
  const verdict = await verifyRecord(files, { now: Date.now() });
  expect(verdict.ok, `the record verifies outside of the browser (${verdict.ok || verdict.what})`);
  await checkRecord(page);
  await page.click('[data-testid=preset-portfolio]');
  await page.waitFor(() => document.querySelector('[data-testid=download-record]') === null);
  expect(true, 'a preset is a new choice');
}

/** The record that was just made is dropped on the check, then a damaged copy of it. */
async function checkRecord(page: Page): Promise<void> {
  const drop = (change: number) =>
    page.evaluate(async (flip: number) => {
      const link = document.querySelector<HTMLAnchorElement>('[data-testid=download-record]');
      const bytes = new Uint8Array(await (await fetch(link?.href ?? '')).arrayBuffer());
      const at = Math.floor(bytes.length / 2);
      bytes[at] = (bytes[at] ?? 0) ^ flip;
      const given = new DataTransfer();
      given.items.add(new File([bytes], 'record.zip', { type: 'application/zip' }));
      document.querySelector('.drop')?.dispatchEvent(new DragEvent('drop', { dataTransfer: given, bubbles: true }));
    }, change);
  await drop(0);
  await page.see('.verdict.good');
  await inspect(page, 'records-valid-light-en', true);
  await drop(1);
  await page.see('.verdict.danger-text');
  expect(
    await page.evaluate(() => document.querySelectorAll('.steps .danger-text').length === 1),
    'the step that failed is marked',
  );
  await inspect(page, 'records-not-valid-light-en', true);
}

async function sites(page: Page, browser: Browser): Promise<void> {
  await open(page, browser.extensionUrl('dashboard.html#/sites'));
  const rows = () => page.evaluate(() => document.querySelectorAll('.site-row').length);
  const all = await rows();
  await page.type('.all-sites input[type=search]', 'mastodon');
  await page.waitFor((known: number) => document.querySelectorAll('.site-row').length < known, all);
  await page.click('.site-row summary');
  await page.see('.site-details');
  await inspect(page, 'sites-opened-light-en', false);
  await page.click('.site-row .add-host .button');
  await page.see('.add-host [role=alert]');
  expect(true, 'what is no host name is not switched on');
  await page.type('.all-sites input[type=search]', 'zzzz');
  await page.see('.all-sites .nothing');
  expect((await rows()) === 0, 'a site that is nowhere is not found');

  await open(page, browser.extensionUrl('dashboard.html#/sites/lists'));
  await page.type('[data-testid=list-address]', 'http://lists.example/');
  await page.click('[data-testid=list-look]');
  await page.see('[data-problem=address]');
  await inspect(page, 'lists-refused-light-en', true);
}

async function settings(page: Page, browser: Browser): Promise<void> {
  await open(page, browser.extensionUrl('dashboard.html#/settings'));
  await page.click('[data-testid=self-check]');
  await page.waitFor(() =>
    [...document.querySelectorAll('.setting [role=status]')].some((status) =>
      /All is well/.test(status.textContent ?? ''),
    ),
  );
  expect(true, 'the check finds a sound ledger');

  await page.click('.tools .icon-button');
  await page.see('.tools [aria-label="Go on"]');
  await open(page, browser.extensionUrl('popup.html'));
  await page.see('.paused');
  await inspect(page, 'popup-paused-light-en', true);
  await page.click('[aria-label="Go on"]');
  await page.see('[aria-label="Pause"]');
  expect(true, 'pause is one state for all screens');

  await open(page, browser.extensionUrl('dashboard.html#/settings'));
  await page.type('.settings form:has([data-testid=forget-everything]) input', 'forge');
  expect(
    await page.evaluate(
      () => document.querySelector<HTMLButtonElement>('[data-testid=forget-everything]')?.disabled ?? false,
    ),
    'half a word forgets nothing',
  );
  await page.type('.settings form:has([data-testid=forget-everything]) input', 't');
  await page.click('[data-testid=forget-everything]');
  await page.waitFor(() =>
    /Everything is forgotten/.test(
      document.querySelector('.settings form:has([data-testid=forget-everything])')?.textContent ?? '',
    ),
  );
  expect((await browser.readStore('entries')).length === 0, 'everything is forgotten');
  const soon = shiftDay(dayHere(new Date()), -1);
  await seed(page, generate({ until: `${soon}T20:00:00Z`, days: 2, perDay: 4 }));
}

/** The popup over a page of a site that Contrail knows. Only Chromium shows two tabs in one window here. */
async function popupOnSite(page: Page, browser: Browser, world: World): Promise<void> {
  if (browser.name !== 'chromium') return;
  const site = await browser.newPage();
  await site.goto('https://news.ycombinator.com/');
  expect(world.requests.length > 0, 'the site is served');
  await page.resize(360, 600);
  await open(page, browser.extensionUrl('popup.html'));
  await page.see('.here h2');
  await inspect(page, 'popup-site-light-en', true);
  await page.click('.here .switch');
  await page.see('.here .switch[aria-checked=false]');
  await inspect(page, 'popup-site-off-light-en', true);
  await page.click('.here .switch');
  await page.see('.here .switch[aria-checked=true]');
  expect(true, 'the popup switches the site');
  await site.close();
}
