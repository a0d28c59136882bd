import type { Maker, Works } from '../../lib/value/built-on.ts';
import { type BuiltOn, type Cascade, type CascadeRules, cascade } from '../../lib/value/cascade.ts';
import type { Micros } from '../../lib/value/micros.ts';

/** One glass of a floor: a maker, and what reaches and stays with them there. */
export interface Glass {
  /** Null: makers nobody knows, or all the small ones together. */
  maker: Maker | null;
  amount: Micros;
}

/** A tower as it is drawn: what was poured, what stays at the top, and the glasses of each floor, largest first. */
export interface Tower {
  top: Micros;
  kept: Micros;
  floors: Glass[][];
  cascade: Cascade;
}

/** The work at the top: everything the person made in the time, taken together. */
export const topWork = 'me';

/** What the top is built on: every own work of the time, each as often as it was built on something. */
export function sourcesFromTop(
  works: Works,
  sources: (work: string) => readonly BuiltOn[],
): (work: string) => readonly BuiltOn[] {
  const weights = new Map<string, bigint>();
  for (const { to } of works.links) weights.set(to, (weights.get(to) ?? 0n) + 1n);
  const top = [...weights].map(([work, weight]) => ({ work, weight }));
  return (work) => (work === topWork ? top : sources(work));
}

/** Pours an amount and heaps what reaches each floor by maker. */
export function towerOf(
  amount: Micros,
  works: Works,
  sources: (work: string) => readonly BuiltOn[],
  rules: CascadeRules,
): Tower {
  const poured = cascade(amount, topWork, sources, rules);
  const floors: Map<string, Glass>[] = [];
  for (const { to, floor, amount: part } of poured.overflows) {
    const maker = works.makers.get(to) ?? null;
    const key = maker ? JSON.stringify([maker.site, maker.url ?? maker.name]) : '';
    floors[floor - 1] ??= new Map();
    const glasses = floors[floor - 1] as Map<string, Glass>;
    const glass = glasses.get(key) ?? { maker, amount: 0n };
    glass.amount += part;
    glasses.set(key, glass);
  }
  return {
    top: amount,
    kept: poured.kept.get(topWork) ?? 0n,
    floors: floors.map((glasses) =>
      [...glasses.values()].sort((a, b) => (a.amount > b.amount ? -1 : a.amount < b.amount ? 1 : 0)),
    ),
    cascade: poured,
  };
}
