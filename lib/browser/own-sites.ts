import { z } from 'zod';
import { mergeDefinitions } from '../lists/merge.ts';
import type { Site } from '../sites/schema.ts';
import { judgeOwn } from '../teach/own.ts';
import type { Definitions } from './definitions.ts';
import { inTurn } from './in-turn.ts';
import type { LocalArea } from './settings.ts';

const key = 'own';
const stored = z.object({ version: z.literal(1), sites: z.array(z.unknown()).max(512) });

/**
 * The definitions that the person taught or brought along. They are laid over what came with the extension and with
 * lists, whenever either changes. Each is judged anew when it is loaded: what a newer version does not take is kept
 * and not used.
 */
export function createOwnSites(area: LocalArea, definitions: Pick<Definitions, 'shipped' | 'use'>) {
  const turn = inTurn();
  let own: readonly Site[] = [];
  let unread: unknown[] = [];
  let below: readonly Site[] = definitions.shipped;
  const lay = () => definitions.use(mergeDefinitions(below, [], own));

  const loaded = turn(async () => {
    const { sites } = stored.safeParse((await area.get(key))[key]).data ?? { sites: [] };
    own = sites.flatMap((site) => {
      try {
        return judgeOwn([site]);
      } catch {
        unread.push(site);
        return [];
      }
    });
    if (own.length > 0) lay();
  });

  const keep = (how: (before: readonly Site[]) => readonly Site[]): Promise<void> =>
    turn(async () => {
      const next = judgeOwn(how(own));
      await area.set({ [key]: { version: 1, sites: [...next, ...unread] } });
      own = next;
      lay();
    });

  return {
    loaded,
    /** In the place of `definitions.use`, for what lies below. */
    over(sites: readonly Site[]): void {
      below = sites;
      lay();
    },
    /** What would be in use without the person's own. */
    below: () => below,
    all: async (): Promise<readonly Site[]> => {
      await loaded;
      return own;
    },
    /** Adds definitions, or puts them in the place of those with the same id. @throws ListError */
    add: (sites: readonly Site[]): Promise<void> =>
      keep((before) => [...before.filter(({ id }) => !sites.some((site) => site.id === id)), ...sites]),
    remove: (id: string): Promise<void> => keep((before) => before.filter((site) => site.id !== id)),
    forgetAll: (): Promise<void> =>
      keep(() => {
        unread = [];
        return [];
      }),
  };
}

export type OwnSites = ReturnType<typeof createOwnSites>;
