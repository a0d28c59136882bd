import { outcomeWatched, unclaimedAfter } from '../../lib/capture/times.ts';
import type { Entry } from '../../lib/ledger/entry.ts';
import type { ExpectedEntry } from '../../lib/sites/cases.ts';
import type { Browser } from '../browser/browser.ts';
import { differences } from '../replay/compare.ts';

/** Something a person does, and what must stand in the ledger for it. */
export interface Step {
  name: string;
  act(): Promise<void>;
  expect: ExpectedEntry[];
}

const arrivesWithin = 20_000;
/** Nothing is recorded later than this after an act. */
export const settles = Math.max(outcomeWatched, unclaimedAfter) + 1_000;

/**
 * Does the steps one after the other and compares the ledger after each. What a step without entries left behind is
 * seen at the next one that has some, and after the last when everything has settled.
 * @returns one line of trouble for each step that went wrong
 */
export async function walk(browser: Browser, steps: readonly Step[]): Promise<string[]> {
  const trouble: string[] = [];
  let known = await entriesOf(browser);
  let since: Step[] = [];
  const judge = async (patience: number, early: boolean) => {
    const expected = since.flatMap((step) => step.expect);
    const about = since.map((step) => step.name).join(', then ');
    const until = Date.now() + patience;
    let wrong: string[];
    let now: Entry[];
    do {
      await new Promise((resolve) => setTimeout(resolve, 200));
      now = await entriesOf(browser);
      const fresh = now.filter(({ seq }) => !known.some((entry) => entry.seq === seq));
      wrong = differences({ expect: expected }, fresh);
    } while (Date.now() < until && !(early && wrong.length === 0));
    if (wrong.length > 0) trouble.push([`✗ ${about}`, ...wrong].join('\n    '));
    known = now;
    since = [];
  };
  for (const step of steps) {
    since.push(step);
    try {
      await step.act();
    } catch (error) {
      trouble.push(`✗ ${step.name}\n    ${error instanceof Error ? error.message : error}`);
      since.pop();
      continue;
    }
    if (step.expect.length > 0) await judge(arrivesWithin, true);
  }
  since.push({ name: 'nothing more', act: async () => {}, expect: [] });
  await judge(settles, false);
  return trouble;
}

/** The whole ledger, oldest first. */
async function entriesOf(browser: Browser): Promise<Entry[]> {
  return (await browser.readStore<Entry>('entries')).sort((a, b) => a.seq - b.seq);
}
