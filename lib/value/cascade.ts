import { type Micros, microsInOne } from './micros.ts';
import { share } from './split.ts';

/** A work that another was built on, and how much of it, against the others. */
export interface BuiltOn {
  work: string;
  weight: bigint;
}

export interface CascadeRules {
  /** Parts of a hundred that a work keeps; the rest runs on. */
  keep: number;
  /** A path is followed for at most so many steps. */
  depth: number;
  /** Less than this is not split any further. */
  stopBelow: Micros;
}

/** Thirty to seventy: keep 30, pass on 70; six steps; nothing below a cent is split. */
export const thirtySeventy: CascadeRules = { keep: 30, depth: 6, stopBelow: microsInOne / 100n };

/** What flowed from one work to another, and on which floor of the tower (1 under the top glass). */
export interface Overflow {
  from: string;
  to: string;
  floor: number;
  amount: Micros;
}

export interface Cascade {
  /** What stays with each work; together exactly what was poured in. */
  kept: ReadonlyMap<string, Micros>;
  overflows: readonly Overflow[];
}

/**
 * Pours an amount into the top glass of a tower: each work keeps its part, the rest runs on to the works it was built
 * on, in proportion to their weights (methods §7.1). A work with no known source keeps all. Loops end by the number of
 * steps; what is left stays where it stopped. Value is divided, never made.
 * @throws RangeError for rules that cannot be followed
 */
export function cascade(
  amount: Micros,
  top: string,
  sources: (work: string) => readonly BuiltOn[],
  rules: CascadeRules = thirtySeventy,
): Cascade {
  const { keep, depth, stopBelow } = rules;
  if (!Number.isInteger(keep) || keep < 0 || keep > 100) throw new RangeError('A part is between 0 and 100.');
  if (!Number.isInteger(depth) || depth < 0) throw new RangeError('Steps are counted from 0.');
  const kept = new Map<string, Micros>();
  const overflows: Overflow[] = [];
  // Glass by glass and floor by floor: all that reaches a work on one floor is poured on at once, so that a tower with
  // many paths costs no more than its links, six times.
  let floor = new Map([[top, amount]]);
  for (let step = 0; floor.size > 0; step++) {
    const below = new Map<string, Micros>();
    for (const [work, held] of floor) {
      const on = step < depth && held >= stopBelow ? sources(work).filter(({ weight }) => weight > 0n) : [];
      const [own = 0n, rest = 0n] = on.length > 0 ? share(held, [BigInt(keep), BigInt(100 - keep)]) : [held, 0n];
      add(kept, work, own);
      if (rest === 0n) continue;
      share(
        rest,
        on.map(({ weight }) => weight),
      ).forEach((part, i) => {
        const to = on[i]?.work;
        if (to === undefined || part === 0n) return;
        overflows.push({ from: work, to, floor: step + 1, amount: part });
        add(below, to, part);
      });
    }
    floor = below;
  }
  return { kept, overflows };
}

function add(sums: Map<string, Micros>, key: string, amount: Micros): void {
  sums.set(key, (sums.get(key) ?? 0n) + amount);
}
