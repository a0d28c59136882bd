import type { Account, Commodity, Posting, Transaction } from './accounts.ts';
import type { Micros } from './micros.ts';
import { share } from './split.ts';

/** What accounts are told apart by. */
export type Dimension = 'site' | 'kind' | 'topic' | 'person' | 'month';

export interface Balance {
  account: Account;
  /** Empty where there is none: no topic, nobody named. */
  group: string;
  commodity: Commodity;
  amount: Micros;
}

/**
 * The balance of every account, told apart by one dimension. Something with several topics is split evenly between them,
 * to the last millionth, so that topics add up as sites do.
 */
export function balances(transactions: Iterable<Transaction>, by: Dimension): Balance[] {
  const sums = new Map<string, Balance>();
  for (const transaction of transactions) {
    for (const posting of transaction.postings) {
      for (const [group, amount] of groupsOf(transaction, posting, by)) {
        const { account, commodity } = posting;
        const key = JSON.stringify([account, group, commodity]);
        const sum = sums.get(key) ?? { account, group, commodity, amount: 0n };
        sum.amount += amount;
        sums.set(key, sum);
      }
    }
  }
  return [...sums.values()].filter(({ amount }) => amount !== 0n);
}

function groupsOf({ day, person, topics }: Transaction, posting: Posting, by: Dimension): [string, Micros][] {
  if (by === 'month') return [[day.slice(0, 7), posting.amount]];
  if (by === 'person') return [[person, posting.amount]];
  if (by !== 'topic') return [[posting[by], posting.amount]];
  const distinct = [...new Set(topics)];
  if (distinct.length === 0) return [['', posting.amount]];
  const parts = share(
    posting.amount,
    distinct.map(() => 1n),
  );
  return distinct.map((topic, i) => [topic, parts[i] ?? 0n]);
}

/** What is out of balance: per commodity, what a set of transactions does not add up to zero by. Empty if all is well. */
export function imbalance(transactions: Iterable<Transaction>): Map<Commodity, Micros> {
  const sums = new Map<Commodity, Micros>();
  for (const { postings } of transactions) {
    for (const { commodity, amount } of postings) sums.set(commodity, (sums.get(commodity) ?? 0n) + amount);
  }
  return new Map([...sums].filter(([, amount]) => amount !== 0n));
}
