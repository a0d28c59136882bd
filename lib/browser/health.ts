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
  /** The same since it was last seen working, and requests without a gesture since then. */
  row: z
    .object({ misses: z.int().nonnegative(), alone: z.int().nonnegative() })
    .default(() => ({ misses: 0, alone: 0 })),
  /** Requests that looked like contributions, but nobody had done anything. */
  alone: z.int().nonnegative(),
  /** Reasons why requests were not taken for contributions. */
  refused: z.record(z.string(), z.int().nonnegative()),
  /** Version of the definition that was counted with: of another one nothing is known yet. */
  version: z.int().optional(),
});
export type SiteHealth = z.infer<typeof siteHealthSchema>;

const fresh: SiteHealth = { presses: 0, misses: 0, row: { misses: 0, alone: 0 }, alone: 0, refused: {} };
const keyOf = (site: string) => `health.${site}`;

/**
 * Counts, per site, what became of what was noticed. Holds numbers only, nothing of any page.
 *
 * @param versionOf version of the definition in use: when it changes, its counts begin anew
 */
export function createHealth(
  area: LocalArea & Pick<SessionArea, 'get' | 'remove'>,
  now: () => Date,
  versionOf: (site: string) => number | undefined = () => undefined,
) {
  const turn = inTurn();

  async function of(site: string): Promise<SiteHealth> {
    const key = keyOf(site);
    return readHealth((await area.get(key))[key], versionOf(site));
  }

  /** Of many sites, by their ids. */
  async function ofAll(sites: readonly string[]): Promise<Map<string, SiteHealth>> {
    return new Map(await Promise.all(sites.map(async (site) => [site, await of(site)] as const)));
  }

  const count = (fate: Fate): Promise<void> =>
    turn(async () => area.set({ [keyOf(fate.site)]: counted(await of(fate.site), fate, now()) }));

  const forgetAll = (): Promise<void> =>
    turn(async () => area.remove(Object.keys(await area.get(null)).filter((key) => key.startsWith(keyOf('')))));

  return { of, ofAll, count, forgetAll };
}

function readHealth(stored: unknown, version: number | undefined): SiteHealth {
  const { data } = siteHealthSchema.safeParse(stored);
  if (version === undefined) return data ?? fresh;
  if (!data || (data.version ?? version) === version) return { ...fresh, ...data, version };
  // Another definition: when the site was last seen working is still true.
  return { ...fresh, ...(data.lastSeen === undefined ? {} : { lastSeen: data.lastSeen }), version };
}

/** One more fate, in numbers. */
export function counted(health: SiteHealth, fate: Fate, now: Date): SiteHealth {
  switch (fate.what) {
    case 'recorded':
      return {
        ...health,
        lastSeen: now.toISOString(),
        presses: health.presses + (fate.pressed ? 1 : 0),
        row: { misses: 0, alone: 0 },
      };
    case 'no-request':
      return {
        ...health,
        presses: health.presses + 1,
        misses: health.misses + 1,
        row: { ...health.row, misses: health.row.misses + 1 },
      };
    case 'no-gesture':
      return { ...health, alone: health.alone + 1, row: { ...health.row, alone: health.row.alone + 1 } };
    case 'refused':
      return { ...health, refused: { ...health.refused, [fate.why]: (health.refused[fate.why] ?? 0) + 1 } };
  }
}
