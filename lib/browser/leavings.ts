import type { Gesture } from '../capture/gesture.ts';
import type { SessionArea } from '../capture/pending.ts';
import { gestureKept } from '../capture/times.ts';
import { inTurn } from './in-turn.ts';

const prefix = 'leaving.';
const keyOf = (tab: number) => `${prefix}${tab}`;
const most = 8;

/** The last gestures of pages that are gone or about to go, by tab, for a minute. */
export function createLeavings(
  area: SessionArea & { get(key: string): Promise<Record<string, unknown>> },
  now: () => number,
) {
  const turn = inTurn();

  async function of(tab: number): Promise<Gesture[]> {
    const key = keyOf(tab);
    const stored = ((await area.get(key))[key] ?? []) as Gesture[];
    return stored.filter(({ at }) => now() - at < gestureKept);
  }

  /** Keeps a gesture; told twice (at the submit and again as the page goes), it is kept once. */
  const keep = (tab: number, gesture: Gesture): Promise<void> =>
    turn(async () => {
      const others = (await of(tab)).filter(({ id }) => id !== gesture.id);
      await area.set({ [keyOf(tab)]: [...others, gesture].slice(-most) });
    });

  const forget = (tab: number): Promise<void> => turn(() => area.remove([keyOf(tab)]));

  const forgetAll = (): Promise<void> =>
    turn(async () => area.remove(Object.keys(await area.get(null)).filter((key) => key.startsWith(prefix))));

  return { of, keep, forget, forgetAll };
}
