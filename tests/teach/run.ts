import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Entry } from '../../lib/ledger/entry.ts';
import type { PageMessages } from '../../lib/messages.ts';
import type { Page } from '../browser/browser.ts';
import { launch } from '../browser/launch.ts';
import { openWorld, type Teller } from '../browser/world.ts';

/**
 * The whole way of teaching in a real Chromium: a person shows a control of a made-up site by pressing it, says what it
 * is, saves, and presses again. The build as people get it comes with the grant for that one site, as if the browser's
 * questions had been answered.
 *
 *     node tests/teach/run.ts [--extension FOLDER] [--pictures FOLDER]
 */
const { values } = parseArgs({ options: { extension: { type: 'string' }, pictures: { type: 'string' } } });
/** In the extension's own page. */
declare const chrome: typeof import('wxt/browser').browser;
const host = 'garden.example';

const post = (number: number) =>
  `<article class="css-1x2y3z" id="post-${number}"><h2><a href="/p/${number}">Post ${number}</a></h2><span class="author">Nora</span>
   <button class="sc-bdvvtL applaud" onclick="this.classList.toggle('given')">Like</button><button class="sc-bdvvtL">More</button></article>`;
const garden: Teller = ({ url }) =>
  url.hostname !== host
    ? undefined
    : {
        headers: { 'content-type': 'text/html' },
        body: `<!doctype html><title>Garden</title>${[1, 2, 3].map(post).join('')}<form><input type="password"><button type="button" id="enter">Enter</button></form>`,
      };

const extension = await mkdtemp(join(tmpdir(), 'contrail-teach-'));
await cp(resolve(values.extension ?? '.output/chrome-mv3'), extension, { recursive: true });
const manifestFile = join(extension, 'manifest.json');
const manifest = JSON.parse(await readFile(manifestFile, 'utf8')) as Record<string, unknown>;
manifest.host_permissions = [`*://${host}/*`];
await writeFile(manifestFile, JSON.stringify(manifest));

let passed = 0;
let failed = 0;
const world = await openWorld();
const browser = await launch({ browser: 'chromium', extension, hostsTo: world.port });
world.tell(garden);
try {
  const own = await browser.extensionPage();
  const say = <Name extends keyof PageMessages>(message: Name, input: PageMessages[Name]['input']) =>
    own.evaluate((given) => chrome.runtime.sendMessage(given) as Promise<PageMessages[Name]['output']>, {
      name: message,
      input,
    });
  const tabOf = (page: Page) =>
    own.evaluate(async (url) => (await chrome.tabs.query({})).find((tab) => tab.url === url)?.id ?? -1, page.url());
  const entries = () => browser.readStore<Entry>('entries');
  const until = async (holds: () => Promise<boolean>, most = 15_000) => {
    for (const end = Date.now() + most; Date.now() < end; await pause(150)) if (await holds()) return true;
    return false;
  };

  await say('consent', { given: true });
  const page = await browser.newPage();
  await page.goto(`https://${host}/feed`);
  const tab = await tabOf(page);
  const url = page.url();
  judge(
    'a page of a site that is described teaches nothing',
    await say('teachBegin', { tab, url: 'https://x.com/home' }),
    {
      problem: 'described',
    },
  );
  judge('nothing of the extension is in the page before it is asked for', await registered(own), []);

  judge('listening begins', await say('teachBegin', { tab, url }), {});
  await page.click('#enter');
  await until(async () => (await say('teach', { kind: 'like' })).state === 'refused');
  judge('a form with a password is refused', await say('teach', { kind: 'like' }), {
    state: 'refused',
    host,
    why: 'password',
  });

  judge('it can be tried again', await say('teachAgain', {}), {});
  const before = await page.evaluate(() => document.documentElement.outerHTML.replace(' given', ''));
  await page.click('#post-2 .applaud');
  await until(async () => (await say('teach', { kind: 'like' })).state === 'pressed');
  const shown = await say('teach', { kind: 'like' });
  judge('what was pressed and what would be recorded is shown', shown, {
    state: 'pressed',
    host,
    label: 'Like',
    control: '.applaud',
    item: '[id^="post-"]',
    weak: false,
    tookBack: false,
    found: {
      on: '.given',
      origins: [`*://${host}/*`],
      object: { url: `https://${host}/p/2`, title: 'Post 2' },
      to: 'Nora',
    },
  });
  judge(
    'the page is as it was but for what it did itself',
    await page.evaluate(() => document.documentElement.outerHTML.replace(' given', '')),
    before,
  );
  judge('a try is not recorded', (await entries()).length, 0);

  const screen = await browser.newPage();
  await screen.goto(browser.extensionUrl('dashboard.html#/sites/teach'));
  await screen.see('[data-testid=teach-object]');
  if (values.pictures) {
    await screen.screenshot(`${values.pictures}/teach.png`, { whole: true });
    await screen.resize(320, 800);
    await screen.screenshot(`${values.pictures}/teach-320.png`, { whole: true });
    await screen.resize(1200, 800);
  }
  await screen.click('[data-testid=teach-save]');
  await screen.see('[data-testid=teach-saved]');
  judge('saving watches that site and no other', await registered(own), [`*://${host}/*`]);

  const next = await browser.newPage();
  await next.goto(`https://${host}/feed`);
  await pause(500);
  await next.click('#post-3 .applaud');
  await until(async () => (await entries()).length === 1);
  const [like] = await entries();
  judge(
    'the next press is recorded as seen, of the right thing',
    like && [like.kind, like.object.url, like.object.title, like.evidence.level, like.definition],
    ['like', `https://${host}/p/3`, 'Post 3', 'seen', 'own-garden-example@1'],
  );
  await next.click('#post-3 .applaud');
  await until(async () => (await entries()).length === 2);
  const undone = (await entries()).find(({ id }) => id !== like?.id);
  judge(
    'and the one after it as taking it back',
    [undone?.kind, undone?.object.url, undone?.undo === undefined],
    ['like', `https://${host}/p/3`, false],
  );

  const kept = await say('own', {});
  await screen.goto(browser.extensionUrl('dashboard.html#/sites'));
  await screen.see('[data-testid=own-remove]');
  if (values.pictures) {
    await screen.evaluate(() => document.querySelector('[data-testid=own]')?.scrollIntoView());
    await screen.screenshot(`${values.pictures}/own.png`);
  }
  await screen.click('[data-testid=own-remove]');
  await until(async () => (await say('own', {})).sites.length === 0);
  judge('what is removed is watched no more', await registered(own), []);
  judge('and comes back from its file', await say('ownImport', { text: kept.file }), { added: 1 });
  const wide = kept.file.replaceAll('garden.example', 'x.com').replaceAll('own-garden-example', 'own-x-com');
  judge('a file for a site that is described is refused', await say('ownImport', { text: wide }), {
    refused: { problem: 'hosts', detail: 'own-x-com' },
  });
  await browser.stopBackground();
  judge('it is there after the background was ended', (await say('own', {})).sites, kept.sites);
} finally {
  await browser.close();
  await world.close();
  await rm(extension, { recursive: true, force: true });
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;

function judge(sentence: string, found: unknown, expected: unknown): void {
  const right = JSON.stringify(found) === JSON.stringify(expected);
  if (right) passed += 1;
  else failed += 1;
  console.log(right ? `· ${sentence}` : `✗ ${sentence}: ${JSON.stringify(found)}, not ${JSON.stringify(expected)}`);
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resume) => setTimeout(resume, milliseconds));
}

/** Match patterns of the pages that get the watcher. */
function registered(own: Page): Promise<string[]> {
  return own.evaluate(async () =>
    (await chrome.scripting.getRegisteredContentScripts()).flatMap(({ matches }) => matches ?? []),
  );
}
