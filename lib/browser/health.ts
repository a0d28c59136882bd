import { z } from 'zod';
import type { Fate } from '../capture/correlate.ts';
import type { SessionArea } from '../capture/pending.ts';
import { inTurn } from './in-turn.ts';
import type { LocalArea } from './settings.ts';

const siteHealthSchema = z.object({
  /** When it was last seen working. */
  lastSeen: z.iso.datetime().optional(),
  /** Presses of known controls that did something, and how many of them had no request. */
  presses: z.int().nonnegative(),
  misses: z.int().nonnegative(),
  /** Requests that looked like contributions, but nobody had done anything. */
  alone: z.int().nonnegative(),
  /** Reasons why requests were not taken for contributions. */
  refused: z.record(z.string(), z.int().nonnegative()),
});
export type SiteHealth = z.infer<typeof siteHealthSchema>;

const fresh: SiteHealth = { presses: 0, misses: 0, alone: 0, refused: {} };
const keyOf = (site: string) => `health.${site}`;

/** Counts, per site, what became of what was noticed. Holds numbers only, nothing of any page. */
export function createHealth(area: LocalArea & Pick<SessionArea, 'get' | 'remove'>, now: () => Date) {
  const turn = inTurn();

  async function of(site: string): Promise<SiteHealth> {
    const key = keyOf(site);
    return siteHealthSchema.safeParse((await area.get(key))[key]).data ?? fresh;
  }

  const count = (fate: Fate): Promise<void> =>
    turn(async () => area.set({ [keyOf(fate.site)]: counted(await of(fate.site), fate, now()) }));

  const forgetAll = (): Promise<void> =>
    turn(async () => area.remove(Object.keys(await area.get(null)).filter((key) => key.startsWith(keyOf('')))));

  return { of, count, forgetAll };
}

/** One more fate, in numbers. */
export function counted(health: SiteHealth, fate: Fate, now: Date): SiteHealth {
  switch (fate.what) {
    case 'recorded':
      return { ...health, lastSeen: now.toISOString(), presses: health.presses + (fate.pressed ? 1 : 0) };
    case 'no-request':
      return { ...health, presses: health.presses + 1, misses: health.misses + 1 };
    case 'no-gesture':
      return { ...health, alone: health.alone + 1 };
    case 'refused':
      return { ...health, refused: { ...health.refused, [fate.why]: (health.refused[fate.why] ?? 0) + 1 } };
  }
}
