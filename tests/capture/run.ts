import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { outcomeWatched, unclaimedAfter } from '../../lib/capture/times.ts';
import type { Entry } from '../../lib/ledger/entry.ts';
import type { Browser, BrowserName, Page } from '../browser/browser.ts';
import { launch } from '../browser/launch.ts';
import { openWorld, type World } from '../browser/world.ts';
import { hostOf, type Manners } from './meadow.ts';
import { scenarios } from './scenarios.ts';

/**
 * What only a real browser can show of capture: trusted and forged events, pages that defend themselves, double
 * delivery, pages that go, a background that is killed.
 *
 *     node tests/capture/run.ts [--browser chromium|firefox] [--only "part of a name"] [--extension FOLDER] [--headed]
 */
const { values } = parseArgs({
  options: {
    browser: { type: 'string', default: 'chromium' },
    only: { type: 'string' },
    extension: { type: 'string' },
    headed: { type: 'boolean', default: false },
  },
});
const name = values.browser as BrowserName;
const extension = resolve(values.extension ?? `.output/${name === 'firefox' ? 'firefox' : 'chrome'}-mv3-e2e`);

/** Nothing is recorded later than this after an act. */
const settles = Math.max(outcomeWatched, unclaimedAfter) + 1_500;
const arrivesWithin = 20_000;

/** What a scenario is given: a host of its own in a browser that all share. */
export interface Given {
  browser: Browser;
  world: World;
  host: string;
  /** Opens a page of the host. */
  open(manners?: Manners, path?: string): Promise<Page>;
  /** Entries of the host so far. */
  entries(): Promise<Entry[]>;
  /** Waits until so many are there; throws where they do not come. */
  arrive(count: number): Promise<Entry[]>;
}

const world = await openWorld();
const browser = await launch({ browser: name, extension, hostsTo: world.port, headless: !values.headed });
const problems: string[] = [];
let passed = 0;
try {
  // The watcher is registered as the extension starts, which takes its time on a busy machine.
  await (await browser.extensionPage()).waitFor(async () => {
    const api = globalThis as unknown as Record<'browser' | 'chrome', typeof import('wxt/browser').browser | undefined>;
    return ((await (api.browser ?? api.chrome)?.scripting.getRegisteredContentScripts()) ?? []).length > 0;
  });
  for (const [number, scenario] of scenarios.entries()) {
    if (values.only && !scenario.name.includes(values.only)) continue;
    if (scenario.only && scenario.only !== name) continue;
    const host = scenario.host ?? `meadow-${number}.example`;
    const pages: Page[] = [];
    const given = givenFor(host, pages);
    try {
      await scenario.play(given);
      const expected = scenario.expect;
      if (expected > 0) await given.arrive(expected);
      await new Promise((resume) => setTimeout(resume, settles));
      const entries = await given.entries();
      if (entries.length !== expected)
        throw new Error(`${expected} expected, ${entries.length} there: ${entries.map(lineOf).join('; ')}`);
      scenario.look?.(entries);
      passed += 1;
      console.log(`· ${scenario.name}`);
    } catch (error) {
      problems.push(scenario.name);
      console.log(`✗ ${scenario.name}\n    ${error instanceof Error ? error.message : error}`);
    }
    await Promise.all(pages.map((page) => page.close().catch(() => {})));
  }
} finally {
  await browser.close();
  await world.close();
}
console.log(`${passed} passed, ${problems.length} failed`);
process.exitCode = problems.length === 0 && passed > 0 ? 0 : 1;

function givenFor(host: string, pages: Page[]): Given {
  const entries = async () => (await browser.readStore<Entry>('entries')).filter((entry) => entry.host === host);
  return {
    browser,
    world,
    host,
    entries,
    async open(manners = {}, path = '/home') {
      world.tell(hostOf(host, manners));
      const page = await browser.newPage();
      pages.push(page);
      await page.goto(`${host.endsWith('localhost') ? 'http' : 'https'}://${host}${path}`);
      return page;
    },
    async arrive(count) {
      for (const until = Date.now() + arrivesWithin; ; ) {
        const there = await entries();
        if (there.length >= count) return there;
        if (Date.now() > until)
          throw new Error(`${count} expected, ${there.length} came: ${there.map(lineOf).join('; ')}`);
        await new Promise((resume) => setTimeout(resume, 100));
      }
    },
  };
}

function lineOf({ kind, undo, object, evidence }: Entry): string {
  return `${undo ? 'undo of ' : ''}${kind} ${object.id} (${evidence.level}: ${evidence.signs.join(' ')})`;
}
