import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Entry } from '../../lib/ledger/entry.ts';
import { loadSites } from '../../scripts/load-sites.ts';
import type { Browser, BrowserName } from '../browser/browser.ts';
import { launch } from '../browser/launch.ts';
import { emptyStores } from '../browser/store.ts';
import { openWorld, type World } from '../browser/world.ts';
import { Lane, lateness, settles, until } from './lane.ts';
import { type Replay, replaysOf, roundsOf, selection } from './rounds.ts';

/**
 * Plays the recorded cases in a real browser: real host names, trusted input, and the entries read from the ledger.
 *
 *     node tests/replay/run.ts --browser chromium|firefox [--site x] [--case "name"] [--all] [--headed] [--browsers 2]
 *
 * Chromium plays every case; Firefox one act, one undo and one refusal of each site, or `--all`. What goes wrong is
 * played once more with nothing beside it, and that counts: a browser that drives a dozen pages can miss a beat, a real
 * fault fails twice.
 */
const { values } = parseArgs({
  options: {
    browser: { type: 'string', default: 'chromium' },
    site: { type: 'string', multiple: true },
    case: { type: 'string', multiple: true },
    extension: { type: 'string' },
    all: { type: 'boolean', default: false },
    headed: { type: 'boolean', default: false },
    browsers: { type: 'string', default: '2' },
    together: { type: 'string', default: '12' },
  },
});

const name = values.browser as BrowserName;
const extension = resolve(values.extension ?? `.output/${name === 'firefox' ? 'firefox' : 'chrome'}-mv3-e2e`);
const files = (await loadSites()).filter(({ site }) => !values.site || values.site.includes(site.id));
let replays = files.flatMap(({ site, cases }) => replaysOf(site.id, cases));
if (values.case) replays = replays.filter(({ given }) => values.case?.some((part) => given.name.includes(part)));
else if (name === 'firefox' && !values.all) replays = selection(replays);

let passed = 0;
const strays: string[] = [];
const uncertain = await playAll(roundsOf(replays, Number(values.together)), Number(values.browsers));
if (uncertain.length > 0) console.log(`Once more, alone: ${uncertain.length}`);
const wrong = await playAll(
  uncertain.map((replay) => [replay]),
  1,
);
const failed = wrong.length + strays.length;
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;

/** @returns those that went wrong */
async function playAll(rounds: Replay[][], browsers: number): Promise<Replay[]> {
  const waiting = [...rounds];
  const lists = await Promise.all(Array.from({ length: Math.min(browsers, rounds.length) }, () => playRounds(waiting)));
  return lists.flat();
}

/** One browser takes rounds until none is left; a broken one is replaced. */
async function playRounds(rounds: Replay[][]): Promise<Replay[]> {
  const wrong: Replay[] = [];
  while (rounds.length > 0) {
    const world = await openWorld();
    const browser = await launch({ browser: name, extension, hostsTo: world.port, headless: !values.headed });
    try {
      for (let round = rounds.shift(); round; round = rounds.shift()) {
        const taken = round;
        const found = await playRound(browser, world, taken).catch((error) => {
          for (const { site, given } of taken)
            console.log(`✗ ${site}: ${given.name}\n    the round broke: ${error.message}`);
          wrong.push(...taken);
          throw error;
        });
        wrong.push(...found);
      }
    } catch {
      // Said above, for each case of the round.
    } finally {
      await browser.close().catch(() => {});
      await world.close();
    }
  }
  return wrong;
}

async function playRound(browser: Browser, world: World, round: Replay[]): Promise<Replay[]> {
  const reader = await browser.extensionPage();
  await reader.evaluate(emptyStores, ['settings']);
  const lanes = round.map((replay) => new Lane(replay, browser, world));
  await Promise.all(lanes.map((lane) => lane.play()));
  await until(Date.now() + settles, () => false);
  await until(Date.now() + lateness, async () => (await Promise.all(lanes.map((lane) => lane.right()))).every(Boolean));
  const entries = await browser.readStore<Entry>('entries');
  const wrong = round.filter((_replay, at) => {
    const problem = lanes[at]?.problem(entries);
    if (problem !== undefined) console.log(problem);
    return problem !== undefined;
  });
  passed += round.length - wrong.length;
  for (const entry of entries.filter((entry) => !lanes.some((lane) => lane.owns(entry)))) {
    strays.push(`✗ an entry of nobody: ${JSON.stringify(entry)}`);
    console.log(strays.at(-1));
  }
  await Promise.all(lanes.map((lane) => lane.close()));
  return wrong;
}
