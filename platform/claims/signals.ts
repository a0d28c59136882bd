import type { LineOutcome } from '../../lib/claim/protocol.ts';
import type { Desk } from './kit.ts';
import { receiptAt } from './receipts.ts';

/** A reason to look at an account. */
export interface Signal {
  account: string;
  what: string;
  about: string;
  /** Claim that it is about. */
  link?: string;
}

const looksAt = 200;
/** So much of a claim outside the log, or rewarded before, stands out. */
const notable = 0.2;
const burst = 5;

/** What stands out among the newest claims: acts outside the log, acts twice, several keys, bursts, contradictions. */
export async function signalsOf(desk: Desk): Promise<Signal[]> {
  const { db } = desk;
  const signals: Signal[] = [];
  const contradictions = await db
    .selectFrom('claim_evidence')
    .selectAll()
    .orderBy('id', 'desc')
    .limit(looksAt)
    .execute();
  for (const { account, stream } of contradictions) {
    signals.push({ account, what: 'two checkpoints that contradict each other', about: stream });
  }
  const keys = await db
    .selectFrom('claim_links')
    .select((eb) => ['account', eb.fn.countAll().as('n')])
    .where('revoked_at', 'is', null)
    .groupBy('account')
    .having((eb) => eb.fn.countAll(), '>', 1)
    .limit(looksAt)
    .execute();
  for (const { account, n } of keys) signals.push({ account, what: 'several keys', about: String(n) });

  const claims = await db
    .selectFrom('claims')
    .selectAll()
    .where('reward', '<>', 'link')
    .orderBy('id', 'desc')
    .limit(looksAt)
    .execute();
  const perMinute = new Map<string, number>();
  for (const claim of claims) {
    const minute = `${claim.account} ${claim.made_at.toISOString().slice(0, 16)}`;
    const n = (perMinute.get(minute) ?? 0) + 1;
    perMinute.set(minute, n);
    if (n === burst)
      signals.push({
        account: claim.account,
        what: 'many claims in one minute',
        about: minute.slice(-16),
        link: claim.id,
      });
    const receipt = claim.receipt ? await receiptAt(desk, claim.receipt) : undefined;
    if (!receipt) continue;
    const counts = countsOf(receipt.credentialSubject.outcomes);
    const shown = [...counts].reduce((sum, [outcome, of]) => sum + (outcome === 'withheld' ? 0 : of), 0);
    const outside = (counts.get('notFound') ?? 0) + (counts.get('mismatched') ?? 0);
    const twice = counts.get('alreadyClaimed') ?? 0;
    const part = (of: number) => `${of} of ${shown} lines`;
    if (outside > shown * notable)
      signals.push({
        account: claim.account,
        what: 'acts that our log does not have',
        about: part(outside),
        link: claim.id,
      });
    if (twice > shown * notable)
      signals.push({
        account: claim.account,
        what: 'acts that were rewarded before',
        about: part(twice),
        link: claim.id,
      });
  }
  return signals;
}

function countsOf(outcomes: readonly (readonly [number, number, LineOutcome])[]): Map<LineOutcome, number> {
  const counts = new Map<LineOutcome, number>();
  for (const [from, to, outcome] of outcomes) counts.set(outcome, (counts.get(outcome) ?? 0) + to - from);
  return counts;
}
