import type { Kind } from '../ledger/kinds.ts';
import { type Micros, microsInOne } from './micros.ts';

/**
 * How many acts of a kind, on one account in one day, count in full. A long day of the work that the kind is; beyond it
 * more of the same is worth less (`asm-burst`). The person can set their own.
 */
const fullPerDay: Record<Kind, number> = {
  like: 100,
  vote: 100,
  rating: 40,
  review: 20,
  answer: 40,
  comment: 80,
  post: 30,
  share: 50,
  edit: 150,
  'code-review': 30,
  moderation: 300,
  follow: 40,
  bookmark: 60,
  other: 40,
};

export const fullOf = (kind: Kind, own: Partial<Record<Kind, number | undefined>> = {}): number =>
  own[kind] ?? fullPerDay[kind];

/** The weight of the i-th act of its day (from 1): one up to `full`, then `full / i`, in millionths of an act. */
export const burstWeight = (i: number, full: number): Micros =>
  i <= full ? microsInOne : (microsInOne * BigInt(full)) / BigInt(i);

/** Weights of those of a day's `n` acts that count less than one. */
export function reducedWeights(n: number, full: number): Micros[] {
  return Array.from({ length: Math.max(0, n - full) }, (_, i) => burstWeight(full + 1 + i, full));
}
