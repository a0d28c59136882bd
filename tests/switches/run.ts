import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { outcomeWatched, unclaimedAfter } from '../../lib/capture/times.ts';
import type { Entry } from '../../lib/ledger/entry.ts';
import type { PageMessages } from '../../lib/messages.ts';
import type { BrowserName, Page } from '../browser/browser.ts';
import { launch } from '../browser/launch.ts';
import { openWorld, type Teller } from '../browser/world.ts';

/**
 * The build as people get it: nothing is watched before consent, nothing on sites that are off, and a site that is
 * switched on is watched at once, in pages that are open already. Browsers ask a person before they grant a site to
 * an extension; here a copy of the build comes with the grant for three sites, as if that had been answered.
 *
 *     node tests/switches/run.ts [--browser chromium|firefox] [--extension FOLDER]
 */
const { values } = parseArgs({
  options: { browser: { type: 'string', default: 'chromium' }, extension: { type: 'string' } },
});
const name = values.browser as BrowserName;
const built = resolve(values.extension ?? `.output/${name === 'firefox' ? 'firefox' : 'chrome'}-mv3`);
const host = 'news.ycombinator.com';
const other = 'x.com';
const undescribed = 'somewhere.example';
const settles = Math.max(outcomeWatched, unclaimedAfter) + 1_000;

const hackerNews: Teller = ({ url, method }) => {
  if (url.hostname !== host) return undefined;
  if (method !== 'GET' || url.pathname !== '/item') return { body: 'ok' };
  const id = url.searchParams.get('id');
  return {
    headers: { 'content-type': 'text/html' },
    body: `<!doctype html><a id="me" href="user?id=nora">nora</a><table class="fatitem"><tr class="athing" id="${id}"><td>
      <a id="up_${id}" href="vote?id=${id}&how=up&auth=abc"
        onclick="event.preventDefault(); new Image().src = this.href; this.classList.add('nosee')">vote</a>
      <span class="titleline"><a href="https://a.example/">A story</a></span></td></tr></table>`,
  };
};

/** A page that no definition describes: it asks nobody, and says by itself whether it took what was pressed. */
const nobodys: Teller = ({ url }) =>
  url.hostname === undescribed
    ? {
        headers: { 'content-type': 'text/html;charset=utf-8' },
        body: `<!doctype html><h1>A walk</h1>${['Gefällt mir', 'Merken', 'Dislike']
          .map((name, at) => `<button id="b${at}" aria-label="${name}" aria-pressed="false">${name}</button>`)
          .join('')}<script>
          for (const one of document.querySelectorAll('button'))
            one.onclick = () => one.ariaPressed = String(one.ariaPressed === 'false');
          </script>`,
      }
    : undefined;

const extension = await mkdtemp(join(tmpdir(), 'contrail-granted-'));
await cp(built, extension, { recursive: true });
const manifestFile = join(extension, 'manifest.json');
const manifest = JSON.parse(await readFile(manifestFile, 'utf8')) as Record<string, unknown>;
const asked = manifest.host_permissions;
manifest.host_permissions = [`*://${host}/*`, `*://${other}/*`, `*://${undescribed}/*`];
await writeFile(manifestFile, JSON.stringify(manifest));

let passed = 0;
let failed = 0;
const world = await openWorld();
const browser = await launch({ browser: name, extension, hostsTo: world.port });
world.tell(hackerNews);
world.tell(nobodys);
try {
  const own = await browser.extensionPage();
  const say = <Name extends keyof PageMessages>(message: Name, input: PageMessages[Name]['input']) =>
    own.evaluate(
      (given) => {
        const api = globalThis as unknown as Record<
          'browser' | 'chrome',
          typeof import('wxt/browser').browser | undefined
        >;
        return (api.browser ?? api.chrome)?.runtime.sendMessage(given) as Promise<PageMessages[Name]['output']>;
      },
      { name: message, input },
    );
  const switchTo = (on: boolean) => say('switchSite', { site: 'hacker-news', host, on });
  const count = async () => (await browser.readStore<Entry>('entries')).length;
  const open = async (id: number): Promise<Page> => {
    const page = await browser.newPage();
    await page.goto(`https://${host}/item?id=${id}`);
    return page;
  };
  /** Votes and says how many entries came of it. */
  const vote = async (page: Page, id: number, expected: number): Promise<number> => {
    const before = await count();
    await page.click(`#up_${id}`);
    for (const until = Date.now() + 15_000; expected > 0 && (await count()) < before + expected && Date.now() < until; )
      await new Promise((resume) => setTimeout(resume, 100));
    await new Promise((resume) => setTimeout(resume, settles));
    return (await count()) - before;
  };

  judge('the build as people get it has no host of its own', asked, undefined);
  const early = await open(1);
  judge('nothing is recorded before consent', await vote(early, 1, 0), 0);
  await say('consent', { given: true });
  judge('nothing is recorded on a site that was not switched on', await vote(await open(2), 2, 0), 0);
  const waiting = await open(3);
  await switchTo(true);
  judge('a page that was open is watched as soon as its site is on', await vote(waiting, 3, 1), 1);
  judge('so is a page that is opened then', await vote(await open(4), 4, 1), 1);
  judge('only pages of that site get the watcher', await registered(own), [`*://${host}/*`]);
  await browser.stopBackground();
  judge('what was decided outlives the background', await vote(await open(5), 5, 1), 1);
  const last = await open(6);
  await switchTo(false);
  judge('a page that is still open is not watched once its site is off', await vote(last, 6, 0), 0);
  judge('no page gets the watcher then', await registered(own), []);
  await genericAlone();
  await switchTo(true);
  await say('consent', { given: false });
  judge('nothing is recorded after consent was withdrawn', await vote(await open(7), 7, 0), 0);
  judge('and no page gets the watcher', await registered(own), []);

  /** Pages that nobody described: off until both the setting and the host are on. */
  async function genericAlone(): Promise<void> {
    const page = await browser.newPage();
    await page.goto(`https://${undescribed}/posts/7`);
    const switched = { site: 'generic', host: undescribed, on: true };
    await say('switchSite', switched);
    judge('a site nobody described is not watched unless the person wants that', await registered(own), []);
    await say('generic', { on: true, not: ['bookmark'] });
    judge('only where it is wanted and allowed', await registered(own), [`*://${undescribed}/*`]);
    const before = await count();
    const wait = (ms: number) => new Promise((resume) => setTimeout(resume, ms));
    await wait(1_000);
    await page.evaluate(() => document.querySelector<HTMLElement>('#b0')?.click());
    await page.evaluate(() => document.querySelector<HTMLElement>('#b0')?.click());
    await page.click('#b0');
    await page.click('#b1');
    await page.click('#b2');
    await wait(settles);
    await page.click('#b0');
    await wait(settles);
    const found = (await browser.readStore<Entry>('entries')).slice(before);
    judge(
      'a like there is seen, and its being taken back; not a script, what was left out, a dislike',
      found.map(({ site, kind, undo, object, evidence }) => [site, kind, undo ?? false, object.url, evidence.level]),
      [false, true].map((undo) => ['generic', 'like', undo, `https://${undescribed}/posts/7`, 'seen']),
    );
    await say('generic', { on: false, not: [] });
    judge('and not once it is off', await registered(own), []);
  }
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

/** Match patterns of the pages that get the watcher. */
function registered(own: Page): Promise<string[]> {
  return own.evaluate(async () => {
    const api = globalThis as unknown as Record<'browser' | 'chrome', typeof import('wxt/browser').browser | undefined>;
    const scripts = (await (api.browser ?? api.chrome)?.scripting.getRegisteredContentScripts()) ?? [];
    return scripts.flatMap(({ matches }) => matches ?? []);
  });
}
