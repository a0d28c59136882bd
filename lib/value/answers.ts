import type { Counted } from './acts.ts';
import type { Month, Rates } from './book.ts';
import type { Figure, Method } from './figure.ts';
import { advertising } from './methods/advertising.ts';
import { licensing } from './methods/licensing.ts';
import type { PricingMethod } from './methods/method.ts';
import { points } from './methods/points.ts';
import { replacement } from './methods/replacement.ts';
import { revenueShare } from './methods/revenue-share.ts';
import { surplus } from './methods/surplus.ts';
import { valueActs } from './value-acts.ts';

/** The methods that put a price on each act. Payouts need a programme and its metric; peers need weights. */
export const pricing = {
  replacement,
  advertising,
  'revenue-share': revenueShare,
  surplus,
  licensing,
} as const satisfies Partial<Record<Method, PricingMethod>>;
export type PricingName = keyof typeof pricing;

/** The methods that answer from the ledger alone, in the order in which they are shown. */
export const answering = [
  'replacement',
  'advertising',
  'revenue-share',
  'surplus',
  'licensing',
  'peers',
] as const satisfies Method[];
export type Answering = (typeof answering)[number];

/**
 * The answer of one method. By the person's own weights, everything counts that has a weight: whether somebody used
 * it is a question of a group's weights.
 */
export function answer(
  method: Answering,
  counted: Counted,
  ratesFor: (month: Month) => Rates,
  currency: string,
): Figure {
  if (method === 'peers') return points('own', counted, ratesFor, () => true);
  return valueActs(pricing[method], counted, ratesFor, currency);
}
