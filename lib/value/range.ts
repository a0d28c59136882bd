import { type Micros, toMicros } from './micros.ts';
import { approximate, compare, divideRounded, one, over, type Ratio, ratio, times } from './ratio.ts';

/** A low, a middle and a high answer, in millionths. Low and high are the 10th and 90th percentile of what is plausible. */
export interface Range {
  readonly low: Micros;
  readonly mid: Micros;
  readonly high: Micros;
}

/** The same before rounding. */
export interface ExactRange {
  readonly low: Ratio;
  readonly mid: Ratio;
  readonly high: Ratio;
}

export const nothing: Range = { low: 0n, mid: 0n, high: 0n };

/** Items that use the same rates move together: lows, middles and highs are added straight (methods §8.2). */
export const addRanges = (a: Range, b: Range): Range => ({
  low: a.low + b.low,
  mid: a.mid + b.mid,
  high: a.high + b.high,
});

/** `n` times the same. Exact. */
export const repeat = ({ low, mid, high }: Range, n: bigint): Range => ({ low: low * n, mid: mid * n, high: high * n });

/** The part `weight / full` of a range, each side rounded to the millionth. */
export const weigh = ({ low, mid, high }: Range, weight: bigint, full: bigint): Range => ({
  low: divideRounded(low * weight, full),
  mid: divideRounded(mid * weight, full),
  high: divideRounded(high * weight, full),
});

export const roundRange = ({ low, mid, high }: ExactRange): Range => ({
  low: toMicros(low),
  mid: toMicros(mid),
  high: toMicros(high),
});

export const scale = ({ low, mid, high }: ExactRange, by: Ratio): ExactRange => ({
  low: times(low, by),
  mid: times(mid, by),
  high: times(high, by),
});

/** Spreads are worked out as numbers and then held as whole 10⁻¹⁵ths, so that everything after them is exact. */
const spreadScale = 10n ** 15n;
const spread = (value: number): Ratio => ratio(BigInt(Math.round(value * 1e15)), spreadScale);

/**
 * The product of ranges (methods §8.1): the middles are multiplied exactly; on each side apart the distances combine as
 * `mid · exp(∓√Σ ln²)`. @throws RangeError where a side is not positive: such ranges take {@link extremes}
 */
export function multiply(factors: readonly ExactRange[]): ExactRange {
  const uncertain = factors.filter(({ low, high }) => compare(low, high) !== 0);
  const mid = factors.reduce((product, factor) => times(product, factor.mid), one);
  if (uncertain.length === 0) return { low: mid, mid, high: mid };
  const [only, ...more] = uncertain;
  if (only && more.length === 0) {
    // One source of doubt alone keeps its bounds as they are: no rounding, and a bound of zero is allowed.
    const rest = factors.reduce((product, factor) => (factor === only ? product : times(product, factor.mid)), one);
    return scale(only, rest);
  }
  return {
    low: times(mid, spread(Math.exp(-distance(uncertain, 'low')))),
    mid,
    high: times(mid, spread(Math.exp(distance(uncertain, 'high')))),
  };
}

/** How far one side lies from the middle, in e-folds, all factors together. */
function distance(factors: readonly ExactRange[], side: 'low' | 'high'): number {
  if (factors.some(({ low }) => low.n <= 0n)) throw new RangeError('Only positive ranges multiply.');
  return Math.hypot(...factors.map((factor) => Math.log(approximate(over(factor.mid, factor[side])))));
}

/** How far a factor spreads from low to high, in e-folds: which rate moves a result most. */
export const width = ({ low, high }: ExactRange): number =>
  low.n > 0n ? Math.log(approximate(over(high, low))) : Number.POSITIVE_INFINITY;

/** Smallest, middle and largest of several results, which may be negative (method d). */
export function extremes(results: readonly Ratio[]): ExactRange | undefined {
  const sorted = [...results].sort(compare);
  const [low, mid, high] = [sorted[0], sorted[(sorted.length - 1) >> 1], sorted.at(-1)];
  return low && mid && high ? { low, mid, high } : undefined;
}
