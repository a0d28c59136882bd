import type { Entry } from '../lib/ledger/entry.ts';
import type { ExpectedEntry } from '../lib/sites/cases.ts';
import type { ChromiumBrowser } from '../tests/browser/chromium.ts';
import { settles } from '../tests/real/ledger.ts';
import { differences } from '../tests/replay/compare.ts';
import { playWeek, type VisitorAct } from './visitor.ts';

const arrivesWithin = 15_000;

/**
 * Plays the visitor's week in the demo community and compares the ledger with it.
 * @returns what is different, in words; nothing if the ledger holds just what the visitor did
 */
export async function playCommunityWeek(browser: ChromiumBrowser, url: string): Promise<string[]> {
  const page = await browser.context.newPage();
  let done = 0;
  const acts = await playWeek(page, url, {
    // What a page shows of an act confirms it, so the visitor stays until it is noted down, or clearly is not.
    async after() {
      done += 1;
      const until = Date.now() + arrivesWithin;
      while ((await browser.readStore('entries')).length < done && Date.now() < until) await pause(100);
    },
    refused: () => pause(settles),
  });
  await pause(settles);
  const entries = await browser.readStore<Entry>('entries');
  await page.close();
  return differences({ expect: acts.map(expectedOf) }, entries);
}

const expectedOf = ({ kind, object, made, ...rest }: VisitorAct): ExpectedEntry => ({
  ...rest,
  kind: kind as ExpectedEntry['kind'],
  object: { url: object },
  ...(made === undefined ? {} : { made: { url: made } }),
});

const pause = (time: number) => new Promise<void>((resolve) => setTimeout(resolve, time));
