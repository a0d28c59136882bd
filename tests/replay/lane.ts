import { outcomeWatched, unclaimedAfter } from '../../lib/capture/times.ts';
import type { Entry } from '../../lib/ledger/entry.ts';
import type { Browser } from '../browser/browser.ts';
import type { World } from '../browser/world.ts';
import { differences } from './compare.ts';
import { play } from './play.ts';
import type { Replay } from './rounds.ts';
import { hostsOf } from './stage.ts';

/** What follows an answer or a flip follows within this time: nothing can be recorded later than that. */
export const settles = Math.max(outcomeWatched, unclaimedAfter) + 1_000;
/** A machine under load may be late with what was expected, and only with that. */
export const lateness = 8_000;

/** One replay of a round. */
export class Lane {
  readonly #replay: Replay;
  readonly #browser: Browser;
  readonly #world: World;
  readonly #hosts: Set<string>;
  readonly #closing: (() => Promise<void>)[] = [];
  /** Entries of the cases before, by number. */
  #before = new Set<number>();
  #trouble: string | undefined;

  constructor(replay: Replay, browser: Browser, world: World) {
    this.#replay = replay;
    this.#browser = browser;
    this.#world = world;
    this.#hosts = new Set([replay.given, ...replay.before].flatMap((given) => [...hostsOf(given)]));
  }

  async play(): Promise<void> {
    try {
      let expected = 0;
      for (const earlier of this.#replay.before) {
        await this.#playOne(earlier);
        expected += earlier.expect.length;
        const stands = await until(
          Date.now() + settles + lateness,
          async () => (await this.#entries()).length >= expected,
        );
        if (!stands) throw new Error(`the case before, "${earlier.name}", was not recorded`);
      }
      this.#before = new Set((await this.#entries()).map(({ seq }) => seq));
      await this.#playOne(this.#replay.given);
    } catch (error) {
      this.#trouble = error instanceof Error ? error.message : String(error);
    }
  }

  async #playOne(given: Replay['given']): Promise<void> {
    const page = await this.#browser.newPage();
    this.#closing.push(() => page.close());
    await play(page, given, this.#world);
  }

  owns({ host, site }: Entry): boolean {
    return this.#hosts.has(host) || site === this.#replay.site;
  }

  async #entries(): Promise<Entry[]> {
    const entries = await this.#browser.readStore<Entry>('entries');
    return entries.filter((entry) => this.owns(entry) && !this.#before.has(entry.seq));
  }

  /** True as soon as nothing needs to be waited for. */
  async right(): Promise<boolean> {
    return this.#trouble !== undefined || differences(this.#replay.given, await this.#entries()).length === 0;
  }

  /** What is wrong, as one text; undefined if it is right. */
  problem(entries: readonly Entry[]): string | undefined {
    const own = entries.filter((entry) => this.owns(entry) && !this.#before.has(entry.seq));
    const wrong = this.#trouble === undefined ? differences(this.#replay.given, own) : [this.#trouble];
    if (wrong.length === 0) return undefined;
    return [`✗ ${this.#replay.site}: ${this.#replay.given.name}`, ...wrong].join('\n    ');
  }

  async close(): Promise<void> {
    await Promise.all(this.#closing.map((close) => close().catch(() => {})));
  }
}

/** Asks again and again until the answer is true or the time is over; tells which. */
export async function until(end: number, ask: () => boolean | Promise<boolean>): Promise<boolean> {
  while (Date.now() < end) {
    if (await ask()) return true;
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
  return false;
}
