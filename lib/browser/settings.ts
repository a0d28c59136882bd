import { z } from 'zod';
import { genericSorts } from '../sites/generic.ts';
import { inTurn } from './in-turn.ts';

const hour = z.strictObject({ day: z.int().min(0).max(6), hour: z.int().min(0).max(23) });

const settingsSchema = z.object({
  version: z.literal(1),
  consent: z.strictObject({ version: z.int().positive(), at: z.iso.datetime() }).nullable(),
  paused: z.boolean(),
  /** Sites with hosts of their own, by id: switched on or off. */
  sites: z.record(z.string(), z.boolean()),
  /** Hosts of self-hosted software (with port): which software, switched on or off. */
  instances: z.record(z.string(), z.strictObject({ site: z.string(), on: z.boolean() })),
  /** When the weekly notification comes, local time; null: never. */
  notice: hour.nullable(),
  /** Pages that no definition describes: off unless the person wants it; `not` names what is left out then. */
  generic: z
    .strictObject({ on: z.boolean(), not: z.array(z.enum(genericSorts)) })
    .default(() => ({ on: false, not: [] })),
});

/** What the person has decided. */
export type Settings = z.infer<typeof settingsSchema>;

export const mondayMorning = { day: 1, hour: 9 };

/** Before anybody decided anything: nothing is allowed. */
const undecided: Settings = {
  version: 1,
  consent: null,
  paused: false,
  sites: {},
  instances: {},
  notice: mondayMorning,
  generic: { on: false, not: [] },
};

/** The part of `storage.local` that is used. */
export interface LocalArea {
  get(key: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
}

const key = 'decisions';

/**
 * The person's decisions, stored as one value and written by the background alone. What is stored but cannot be read
 * counts as undecided: in doubt nothing is watched.
 */
export function createSettings(area: LocalArea) {
  const turn = inTurn();
  let current: Settings | undefined;

  const loaded = area.get(key).then((items) => {
    current = settingsSchema.safeParse(items[key]).data ?? undecided;
  });

  async function read(): Promise<Settings> {
    await loaded;
    return current ?? undecided;
  }

  /** Changes decisions; resolves when the change is stored. */
  function change(how: (settings: Settings) => Partial<Settings>): Promise<void> {
    return turn(async () => {
      const before = await read();
      const next = { ...before, ...how(before) };
      await area.set({ [key]: next });
      current = next;
    });
  }

  return {
    read,
    change,
    /** What is known right now; undefined in the first moments of the background's life. */
    now: () => current,
  };
}

export type SettingsStore = ReturnType<typeof createSettings>;
