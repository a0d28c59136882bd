import { type BuiltOn, cascade } from '../../lib/value/cascade.ts';
import { microsInOne, writeMicros } from '../../lib/value/micros.ts';
import { amountOf, type Counted, capped, worthOf } from './amounts.ts';
import type { Desk } from './kit.ts';
import { identityOf } from './match.ts';
import { type RewardRule, readRules } from './rules.ts';
import type { SiteAct } from './site.ts';

/** What a rule would have granted to one account. */
export interface DryGrant {
  account: string;
  acts: number;
  amount: string;
  passedOn: string;
}

const most = 500;
const day = 86_400_000;

/**
 * Follows a rule through the site's own log of a time, for accounts that linked a key, as if each had claimed all of
 * it, in the order of accounts. Nothing is written.
 * @param rule as JSON
 * @param from first day, `2026-11-01`; `to` the last
 */
export async function dryRun(
  { db, site }: Desk,
  rule: string,
  from: string,
  to: string,
): Promise<{ accounts: DryGrant[] } | { problem: string }> {
  const read = readRule(rule);
  if ('problem' in read) return read;
  const [start, end] = [Date.parse(from), Date.parse(to) + day - 1];
  if (!(start <= end)) return { problem: 'The time ends before it begins.' };
  const linked = await db
    .selectFrom('claim_links')
    .select('account')
    .distinct()
    .where('revoked_at', 'is', null)
    .orderBy('account')
    .limit(most)
    .execute();
  const names = new Set(linked.map(({ account }) => account));
  let all = 0n;
  const accounts: DryGrant[] = [];
  for (const account of names) {
    const acts = distinct(await site.log.acts(account, new Date(start), new Date(end))).filter((act) =>
      counts(act, read),
    );
    const counted = acts.map(({ kind, at }) => ({ kind, day: at.toISOString().slice(0, 10) }) as Counted);
    const amount = capped(read, worthOf(read, counted, new Map()), { account: 0n, all });
    all += amount;
    if (amount === 0n) continue;
    const receivers = new Map<string, bigint>();
    for (const { receiver } of acts) {
      if (receiver && receiver !== account && names.has(receiver))
        receivers.set(receiver, (receivers.get(receiver) ?? 0n) + 1n);
    }
    const sources: BuiltOn[] = [...receivers].map(([work, weight]) => ({ work, weight }));
    const { kept } = cascade(amount, account, (of) => (of === account ? sources : []), {
      keep: read.keep,
      depth: 1,
      stopBelow: microsInOne / 100n,
    });
    const { value } = amountOf(read, amount);
    accounts.push({
      account,
      acts: acts.length,
      amount: value,
      passedOn: writeMicros(amount - (kept.get(account) ?? 0n)),
    });
  }
  return { accounts };
}

function readRule(text: string): RewardRule | { problem: string } {
  try {
    const [reward] = readRules([JSON.parse(text)]);
    return reward ? reward.rule : { problem: 'There is no rule.' };
  } catch (error) {
    return { problem: `This is no rule: ${error instanceof Error ? error.message : ''}` };
  }
}

/** One act for each thing and kind, as a claim would be rewarded. */
function distinct(acts: readonly SiteAct[]): SiteAct[] {
  const first = new Map<string, SiteAct>();
  for (const act of acts) {
    const key = `${act.kind}\n${identityOf(act)}`;
    if (!act.undoneAt && !act.revises && !first.has(key)) first.set(key, act);
  }
  return [...first.values()];
}

const counts = ({ kind, at }: SiteAct, { each, period }: RewardRule): boolean =>
  each[kind as keyof typeof each] !== undefined &&
  (!period || (at >= new Date(period.from) && at < new Date(period.to)));
