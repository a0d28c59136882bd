import type { SessionArea } from '../capture/pending.ts';
import { idleBeforeSleep, withinPress } from '../capture/times.ts';

interface Gap {
  from: number;
  to: number;
}

const mostGaps = 16;
/** Gaps closer together than this are one: a background that is killed again and again. */
const together = 60_000;
const noteEvery = 1_000;

/**
 * Knows when the background may have been dead although it should not have been. Browsers let it sleep after thirty
 * idle seconds and wake it for every event; a start sooner than that means it was killed, and events of that moment
 * may be lost.
 */
export function createLives(area: SessionArea, now: () => number) {
  const started = now();
  let noted = 0;
  let gaps: Gap[] = [];

  const loaded = area.get(null).then(async (items) => {
    gaps = (items.gaps as Gap[] | undefined) ?? [];
    const last = items.alive as number | undefined;
    if (last !== undefined && started - last <= idleBeforeSleep) gaps = withGap(gaps, { from: last, to: started });
    // What started this life was an event too.
    await area.set({ gaps, alive: started });
  });

  /** An event came. */
  function note(): void {
    const at = now();
    if (at - noted < noteEvery) return;
    noted = at;
    void loaded.then(() => area.set({ alive: at })).catch(() => undefined);
  }

  /** Whether a request soon after this instant may have gone by unseen. */
  async function mayHaveMissed(at: number): Promise<boolean> {
    await loaded;
    return gaps.some(({ from, to }) => from - withinPress <= at && at <= to);
  }

  return { note, mayHaveMissed };
}

function withGap(gaps: readonly Gap[], { from, to }: Gap): Gap[] {
  const last = gaps.at(-1);
  if (!last || from - last.to > together) return [...gaps, { from, to }].slice(-mostGaps);
  return [...gaps.slice(0, -1), { from: last.from, to }];
}
