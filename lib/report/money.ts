import { digits } from '../value/compare-methods.ts';
import type { Confidence } from '../value/confidence.ts';
import type { Figure } from '../value/figure.ts';
import type { Micros } from '../value/micros.ts';
import type { Range } from '../value/range.ts';
import type { Words } from './words.ts';

/** An amount of money or points, as it is: for what was received and for sums that must be exact. */
export function exactAmount(amount: Micros, currency: string, words: Words): string {
  if (currency === 'points') return words.say('points', words.number(Number(amount) / 1e6));
  const format = new Intl.NumberFormat(words.locale, { style: 'currency', currency, currencyDisplay: 'code' });
  return format.format(Number(amount) / 1e6);
}

/** An amount with no more digits than can be stood for (methods §8.6). */
export function roughAmount(amount: Micros, currency: string, confidence: Confidence | null, words: Words): string {
  if (currency === 'points') return words.say('points', words.number(Number(amount) / 1e6));
  const { amount: rounded, lessThanCent } = digits(amount, confidence ?? 'low');
  if (lessThanCent) return words.say('lessThanCent');
  const value = Number(rounded) / 1e6;
  const whole = Number.isInteger(value);
  return new Intl.NumberFormat(words.locale, {
    style: 'currency',
    currency,
    currencyDisplay: 'code',
    minimumFractionDigits: whole ? 0 : 2,
    maximumFractionDigits: whole ? 0 : 2,
  }).format(value);
}

/** A range in words: from where to where, and about where its middle lies. */
export function rangeText(range: Range, currency: string, confidence: Confidence | null, words: Words): string {
  const [low, mid, high] = [range.low, range.mid, range.high].map((amount) =>
    roughAmount(amount, currency, confidence, words),
  ) as [string, string, string];
  if (range.low === range.high) return currency === 'points' ? mid : words.say('rangeOne', mid);
  return range.low < 0n ? words.say('rangeBelowZero', high, mid) : words.say('rangeFull', low, high, mid);
}

/** The answer of one method in words. */
export const figureText = ({ range, currency, confidence }: Figure, words: Words): string =>
  range ? rangeText(range, currency, confidence, words) : words.say('valueUnknown');
