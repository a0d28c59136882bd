import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { unclaimedAfter } from '../../lib/capture/times.ts';
import type { Entry } from '../../lib/ledger/entry.ts';
import type { BrowserName, Page } from '../browser/browser.ts';
import { launch } from '../browser/launch.ts';
import { openWorld, type WorldAnswer, type WorldRequest } from '../browser/world.ts';
import { hostOf } from '../capture/meadow.ts';

/**
 * A thousand acts of a person in several pages at once, while the background is killed at random moments: each must
 * be recorded once, and none lost.
 *
 *     node tests/chaos/run.ts [--browser chromium|firefox] [--acts 1000] [--seed 1] [--headed]
 */
const { values } = parseArgs({
  options: {
    browser: { type: 'string', default: 'chromium' },
    extension: { type: 'string' },
    acts: { type: 'string', default: '1000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    headed: { type: 'boolean', default: false },
  },
});
const name = values.browser as BrowserName;
const extension = resolve(values.extension ?? `.output/${name === 'firefox' ? 'firefox' : 'chrome'}-mv3-e2e`);
const host = 'chaos.example';
const pages = 8;
/** A quick person presses a button about three times a second. */
const pace = 350;
const longestLife = 2_500;
/** The background's own alarm is what brings back what no event does; browsers ring it every half minute. */
const arrivesWithin = 90_000;

const random = randomFrom(Number(values.seed));
const ids = Array.from({ length: Number(values.acts) }, (_, at) => String(100_000 + at));
const shares = Array.from({ length: pages }, (_, page) => ids.filter((_, at) => at % pages === page));

const world = await openWorld();
const answered = new Map<string, number>();
/** The site's side: takes every act, and counts how often it was asked. */
function take({ url: { pathname } }: WorldRequest): WorldAnswer {
  const id = /^\/api\/v1\/statuses\/(\d+)\/favourite$/.exec(pathname)?.[1] ?? pathname;
  answered.set(id, (answered.get(id) ?? 0) + 1);
  return { headers: { 'content-type': 'application/json' }, body: '{}' };
}
const browser = await launch({ browser: name, extension, hostsTo: world.port, headless: !values.headed });
let acting = true;
let kills = 0;
try {
  await browser.extensionPage();
  const opened = await Promise.all(shares.map(open));
  const killing = killAtRandom();
  await Promise.all(opened.map(([page, posts]) => act(page, posts)));
  acting = false;
  await killing;
  const unsent = ids.filter((id) => answered.get(id) !== 1);
  if (unsent.length > 0) throw new Error(`the pages themselves did not send ${unsent.length} acts once: ${unsent}`);
  report(await arrived());
} finally {
  await browser.close();
  await world.close();
}

async function open(posts: string[], page: number): Promise<[Page, string[]]> {
  // A host for each page, so that no page's marks are taken for another's.
  world.tell(hostOf(`${page}.${host}`, { posts, writes: take }));
  const opened = await browser.newPage();
  await opened.goto(`https://${page}.${host}/home`);
  await opened.see('.star-icon');
  return [opened, posts];
}

async function act(page: Page, posts: string[]): Promise<void> {
  for (const id of posts) {
    const [pressed] = await Promise.all([
      page.click(`[data-id="${id}"] .star-icon`).then(
        () => true,
        (error: Error) => error,
      ),
      pause(pace * (0.5 + random())),
    ]);
    if (pressed !== true) throw pressed;
  }
}

async function killAtRandom(): Promise<void> {
  while (acting) {
    await pause(random() * longestLife);
    await browser.stopBackground();
    kills += 1;
  }
}

/** The ledger, when everything has come or nothing more is to be waited for. */
async function arrived(): Promise<Entry[]> {
  await pause(unclaimedAfter + 1_000);
  for (const until = Date.now() + arrivesWithin; ; await pause(1_000)) {
    const entries = await browser.readStore<Entry>('entries');
    if (entries.length >= ids.length || Date.now() > until) return entries;
  }
}

function report(entries: Entry[]): void {
  const times = Map.groupBy(entries, ({ object }) => object.id);
  const lost = ids.filter((id) => !times.has(id));
  const doubled = ids.filter((id) => (times.get(id)?.length ?? 0) > 1);
  const foreign = entries.filter(({ object }) => !ids.includes(object.id));
  const levels = Map.groupBy(entries, ({ evidence }) => evidence.level);
  console.log(`${ids.length} acts, background killed ${kills} times, seed ${values.seed}`);
  console.log([...levels].map(([level, of]) => `${of.length} ${level}`).join(', '));
  if (lost.length > 0) console.log(`lost: ${lost.join(' ')}`);
  if (doubled.length > 0) console.log(`recorded more than once: ${doubled.join(' ')}`);
  if (foreign.length > 0) console.log(`nobody's: ${foreign.map(({ object }) => object.url).join(' ')}`);
  const failed = lost.length + doubled.length + foreign.length;
  console.log(`${ids.length - lost.length - doubled.length} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}

/** Mulberry32: small, and the same numbers for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function pause(time: number): Promise<void> {
  return new Promise((resume) => setTimeout(resume, time));
}
