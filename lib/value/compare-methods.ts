import type { Confidence } from './confidence.ts';
import type { Figure } from './figure.ts';
import { type Micros, microsInOne } from './micros.ts';

/** Whether methods differ by more than ten times: then that is said before any number (methods §8.7). */
export function disagree(figures: readonly Figure[]): boolean {
  const mids = figures
    .filter(({ range, currency }) => range && currency !== 'points')
    .map(({ range }) => range?.mid ?? 0n)
    .filter((mid) => mid !== 0n);
  const sizes = mids.map((mid) => (mid < 0n ? -mid : mid)).sort((a, b) => (a < b ? -1 : 1));
  const [least, most] = [sizes[0] ?? 0n, sizes.at(-1) ?? 0n];
  const signs = new Set(mids.map((mid) => mid > 0n));
  return most > least * 10n || signs.size > 1;
}

/** Below this an amount is written as "less than one cent". */
const cent: Micros = microsInOne / 100n;

/**
 * An amount with as many digits as its confidence bears (methods §8.6): high two; medium one, or two while the first
 * is a 1; low one.
 */
export function digits(amount: Micros, confidence: Confidence): { amount: Micros; lessThanCent: boolean } {
  const size = amount < 0n ? -amount : amount;
  if (size === 0n) return { amount: 0n, lessThanCent: false };
  if (size < cent) return { amount, lessThanCent: true };
  const text = size.toString();
  const kept = confidence === 'high' || (confidence === 'medium' && text.startsWith('1')) ? 2 : 1;
  const step = 10n ** BigInt(Math.max(0, text.length - kept));
  const rounded = ((size + step / 2n) / step) * step;
  return { amount: amount < 0n ? -rounded : rounded, lessThanCent: false };
}
