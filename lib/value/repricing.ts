import type { Act } from './acts.ts';
import { type Book, type Month, ratesNow, ratesOf } from './book.ts';
import type { RateCard } from './card.ts';
import { rowName } from './card-faults.ts';
import type { PricingMethod } from './methods/method.ts';
import type { Range } from './range.ts';
import { valueActs } from './value-acts.ts';

/** One thing that differs between two cards. `from` or `to` is absent where a row came or went. */
export interface RateChange {
  list: string;
  row: string;
  field?: string;
  from?: unknown;
  to?: unknown;
}

/** What a new card changes, row by row; notes and the card's own version and day are not among it. */
export function rateChanges(before: RateCard, after: RateCard): RateChange[] {
  const changes: RateChange[] = [];
  for (const list of Object.keys(after) as (keyof RateCard)[]) {
    if (['version', 'asOf', 'notes'].includes(list)) continue;
    const [old, now] = [rowsOf(before, list), rowsOf(after, list)];
    for (const [row, value] of old) {
      if (!now.has(row)) changes.push({ list, row, from: value });
    }
    for (const [row, value] of now) {
      if (old.has(row)) changes.push(...fieldChanges(list, row, old.get(row), value));
      else changes.push({ list, row, to: value });
    }
  }
  return changes;
}

function rowsOf(card: RateCard, list: keyof RateCard): Map<string, unknown> {
  const value = card[list];
  if (!Array.isArray(value)) return new Map([['', value]]);
  return new Map(value.map((row, i) => [rowName(list, row) ?? String(i), row]));
}

function fieldChanges(list: string, row: string, old: unknown, now: unknown): RateChange[] {
  const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
  if (same(old, now)) return [];
  if (typeof old !== 'object' || typeof now !== 'object' || !old || !now) return [{ list, row, from: old, to: now }];
  const [a, b] = [old as Record<string, unknown>, now as Record<string, unknown>];
  return [...new Set([...Object.keys(a), ...Object.keys(b)])]
    .filter((field) => !same(a[field], b[field]))
    .map((field) => ({ list, row, field, from: a[field], to: b[field] }));
}

/** What a change of rates does to one month by one method. */
export interface Effect {
  month: Month;
  closed: boolean;
  before: Range | null;
  /** The same as `before` where the month is closed. */
  after: Range | null;
  /** What a closed month would come to if the person opened it again. */
  ifReopened: Range | null;
}

/**
 * Shows what a change of the book does, before it is made. Closed months stay as they are.
 * @param months the acts of each month
 * @throws BookError where a closed month's rates are gone from the new book
 */
export function effectOfChange(
  before: Book,
  after: Book,
  months: ReadonlyMap<Month, readonly Act[]>,
  method: PricingMethod,
  currency: string,
): Effect[] {
  return [...months].map(([month, acts]) => ({
    month,
    closed: after.closings.some((closing) => closing.month === month),
    before: valueActs(method, { acts }, (at) => ratesOf(before, at), currency).range,
    after: valueActs(method, { acts }, (at) => ratesOf(after, at), currency).range,
    ifReopened: valueActs(method, { acts }, (at) => ratesNow(after, at), currency).range,
  }));
}
