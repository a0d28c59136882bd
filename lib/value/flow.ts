import { type Ratio, ratio, zero } from './ratio.ts';

/** What went to or came from one counterpart, in whatever is counted: acts, minutes. Whole numbers. */
export type Exchanged = ReadonlyMap<string, number>;

/** A counterpart and what passed between, most first. */
export interface Counterpart {
  name: string;
  given: number;
  received: number;
}

/** Adds up what passed to or from each counterpart; things without one are left out. */
export function sumBy<T>(
  items: Iterable<T>,
  who: (item: T) => string | undefined,
  much: (item: T) => number,
): Exchanged {
  const sums = new Map<string, number>();
  for (const item of items) {
    const name = who(item);
    if (name) sums.set(name, (sums.get(name) ?? 0) + much(item));
  }
  return sums;
}

/** Whom I lifted and who lifted me, side by side. */
export function counterparts(given: Exchanged, received: Exchanged): Counterpart[] {
  const names = new Set([...given.keys(), ...received.keys()]);
  return [...names]
    .map((name) => ({ name, given: given.get(name) ?? 0, received: received.get(name) ?? 0 }))
    .sort((a, b) => b.given + b.received - (a.given + a.received) || (a.name < b.name ? -1 : 1));
}

/**
 * How even an exchange is, from 0 (one-way) to 1 (even): `2 · Σ min / Σ (given + received)` (methods §7.2). A low one is
 * no fault: most reading is one-way. Zero where nothing passed.
 */
export function reciprocity(given: Exchanged, received: Exchanged): Ratio {
  let [even, all] = [0, 0];
  for (const { given: out, received: back } of counterparts(given, received)) {
    even += Math.min(out, back);
    all += out + back;
  }
  return all === 0 ? zero : ratio(2 * even, all);
}

/** How much went to small makers and how much to big ones. */
export interface HeadAndTail {
  small: number;
  big: number;
  /** To makers whose size nobody knows. */
  unknown: number;
  /** The part of all that went to the fifth of counterparts who got most, from 0 to 1. */
  concentration: Ratio;
}

/**
 * @param reach how many people follow a maker, where a page said so
 * @param bigFrom followers from which a maker is big
 */
export function headAndTail(
  given: Exchanged,
  reach: (name: string) => number | undefined,
  bigFrom = 10_000,
): HeadAndTail {
  const result = { small: 0, big: 0, unknown: 0 };
  for (const [name, much] of given) {
    const followers = reach(name);
    result[followers === undefined ? 'unknown' : followers >= bigFrom ? 'big' : 'small'] += much;
  }
  const sorted = [...given.values()].sort((a, b) => b - a);
  const sum = (amounts: readonly number[]) => amounts.reduce((all, much) => all + much, 0);
  const head = sum(sorted.slice(0, Math.ceil(sorted.length / 5)));
  const all = sum(sorted);
  return { ...result, concentration: all === 0 ? zero : ratio(head, all) };
}
