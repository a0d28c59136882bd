import type { Micros } from './micros.ts';

/**
 * Splits a whole amount by weights, to the last unit: the parts add up to the amount, and each is its exact part
 * rounded down or up. What rounding down leaves over goes one unit each to the largest remainders, of equals to the
 * first. Hamilton's method of apportionment.
 * @param weights not negative, at least one above zero unless the amount is zero
 * @throws RangeError otherwise
 */
export function share(amount: Micros, weights: readonly bigint[]): Micros[] {
  const all = weights.reduce((sum, weight) => sum + weight, 0n);
  if (weights.some((weight) => weight < 0n)) throw new RangeError('Weights are not negative.');
  if (amount === 0n) return weights.map(() => 0n);
  if (all === 0n) throw new RangeError('There is nobody to split between.');
  if (amount < 0n) return share(-amount, weights).map((part) => -part);
  const parts = weights.map((weight) => (amount * weight) / all);
  const remainders = weights.map((weight, i) => ({ i, left: (amount * weight) % all }));
  let over = amount - parts.reduce((sum, part) => sum + part, 0n);
  remainders.sort((a, b) => (a.left > b.left ? -1 : a.left < b.left ? 1 : a.i - b.i));
  for (const { i } of remainders) {
    if (over === 0n) break;
    parts[i] = (parts[i] ?? 0n) + 1n;
    over -= 1n;
  }
  return parts;
}
