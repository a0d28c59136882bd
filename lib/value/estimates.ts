import type { Entry } from '../ledger/entry.ts';
import type { Given } from './accounts.ts';
import { type CountingRules, countEntries } from './acts.ts';
import type { Month, Rates } from './book.ts';
import type { Figure } from './figure.ts';
import type { PricingMethod } from './methods/method.ts';
import { pricer, valueActs } from './value-acts.ts';

/**
 * Entries that count, each with the middle of its estimate by one method, and the figure that they add up to: the
 * middle of its range is the sum of the estimates, to the last millionth.
 */
export function estimateEntries(
  entries: readonly Entry[],
  rules: CountingRules,
  method: PricingMethod,
  ratesFor: (month: Month) => Rates,
  currency: string,
): { given: Given[]; figure: Figure } {
  const counted = countEntries(entries, rules);
  const { worth } = pricer(method, ratesFor, currency);
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const given = counted.acts.flatMap((act): Given[] => {
    const entry = byId.get(act.id ?? '');
    const found = worth(act);
    return entry ? [{ entry, estimate: typeof found === 'string' ? undefined : found.range.mid }] : [];
  });
  return { given, figure: valueActs(method, counted, ratesFor, currency) };
}
