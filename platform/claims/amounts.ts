import type { Amount } from '../../lib/claim/protocol.ts';
import type { Kind } from '../../lib/ledger/kinds.ts';
import { burstWeight } from '../../lib/value/burst.ts';
import { type Micros, microsInOne, parseMicros, writeMicros } from '../../lib/value/micros.ts';
import type { RewardRule } from './rules.ts';

/** An act that counts: its kind, and its day in UTC. */
export interface Counted {
  kind: Kind;
  day: string;
}

const least = (one: Micros, other: Micros): Micros => (one < other ? one : other);
const notBelowZero = (amount: Micros): Micros => (amount < 0n ? 0n : amount);

/**
 * What acts are worth by a rule, before caps: each kind's amount, and less for many of a kind in one day.
 * @param before how many of a kind (`kind day`) were rewarded to the same account on that day already
 */
export function worthOf(
  { each, fullPerDay }: Pick<RewardRule, 'each' | 'fullPerDay'>,
  acts: readonly Counted[],
  before: ReadonlyMap<string, number>,
): Micros {
  const counts = new Map(before);
  let sum = 0n;
  for (const { kind, day } of acts) {
    const n = (counts.get(`${kind} ${day}`) ?? 0) + 1;
    counts.set(`${kind} ${day}`, n);
    const full = fullPerDay[kind];
    const weight = full === undefined ? microsInOne : burstWeight(n, full);
    sum += (parseMicros(each[kind] ?? '0') * weight) / microsInOne;
  }
  return sum;
}

/** What caps leave of an amount. @param granted in this period so far: to the account, and to all */
export function capped(
  { capPerMonth, poolPerMonth }: Pick<RewardRule, 'capPerMonth' | 'poolPerMonth'>,
  amount: Micros,
  granted: { account: Micros; all: Micros },
): Micros {
  const ofAccount = capPerMonth === undefined ? amount : notBelowZero(parseMicros(capPerMonth) - granted.account);
  const ofAll = poolPerMonth === undefined ? amount : notBelowZero(parseMicros(poolPerMonth) - granted.all);
  return least(amount, least(ofAccount, ofAll));
}

/** An amount as a receipt writes it. */
export function amountOf({ unit }: Pick<RewardRule, 'unit'>, micros: Micros): Amount {
  const value = writeMicros(micros);
  return 'points' in unit
    ? { type: 'Points', value, name: unit.points }
    : { type: 'MonetaryAmount', value, currency: unit.currency };
}

/** Calendar month of a decision (UTC): the period of caps and pools. */
export const monthOf = (at: Date): string => at.toISOString().slice(0, 7);
