import { randomUUID } from 'node:crypto';
import { base64urlnopad } from '@scure/base';
import { asRanges, type LineOutcome } from '../../lib/claim/protocol.ts';
import { type BuiltOn, cascade } from '../../lib/value/cascade.ts';
import { type Micros, microsInOne, parseMicros, writeMicros } from '../../lib/value/micros.ts';
import { amountOf, capped, monthOf, worthOf } from './amounts.ts';
import { audit, type Desk } from './kit.ts';
import { actOf, type ClaimedAct, type ReadLine, readCheckedLines, unpack } from './lines.ts';
import { identityOf, type Match, matchActs } from './match.ts';
import { issueReceipt } from './receipts.ts';
import type { Reward, RewardRule } from './rules.ts';
import type { ClaimTables, ClaimWrite } from './tables.ts';

type Claim = ClaimTables['claims'];

/** A line of a claim beside what the site's own log says. */
export interface Compared {
  index: number;
  leaf: string;
  act?: ClaimedAct;
  match?: Match;
  outcome: LineOutcome;
}

/**
 * Compares every line of a claim with the site's own log, by the rule that it was made under. Nothing is written.
 * Undefined where the lines are no longer kept.
 */
export async function compareClaim(desk: Desk, claim: Claim): Promise<Compared[] | undefined> {
  const upload = await desk.db
    .selectFrom('claim_uploads')
    .select('body')
    .where('claim', '=', claim.id)
    .executeTakeFirst();
  const rule = await ruleOf(desk, claim);
  if (!upload || !rule) return undefined;
  const from = Number(claim.from_index);
  const lines = readCheckedLines(await unpack(upload.body, Number(claim.to_index) - from), from);
  const shown = lines.flatMap(({ line }) => (line ? [actOf(line)] : []));
  const matches = await matchActs(desk.site.log, claim.account, shown);
  const undone = undoneBy(shown);
  let next = 0;
  return lines.map(({ index, leaf, line }: ReadLine): Compared => {
    const place = { index, leaf: base64urlnopad.encode(leaf) };
    if (!line) return { ...place, outcome: 'withheld' };
    const [act, match] = [shown[next] as ClaimedAct, matches[next] as Match];
    next += 1;
    return { ...place, act, match, outcome: outcomeOf(act, match, rule, desk.now(), undone.has(act)) };
  });
}

/** Acts that a later line of the same claim takes back. */
function undoneBy(acts: readonly ClaimedAct[]): Set<ClaimedAct> {
  const undone = new Set<ClaimedAct>();
  const standing = new Map<string, ClaimedAct>();
  for (const act of acts) {
    const key = `${act.kind}\n${act.made ?? act.object}`;
    if (act.manner === 'does') standing.set(key, act);
    const earlier = act.manner === 'undoes' && standing.get(key);
    if (!earlier) continue;
    undone.add(earlier);
    standing.delete(key);
  }
  return undone;
}

function outcomeOf(act: ClaimedAct, match: Match, rule: RewardRule, now: Date, isUndone: boolean): LineOutcome {
  if (match.is === 'notFound' || match.is === 'mismatched') return match.is;
  if (match.is === 'undone' || isUndone) return 'notEligible';
  return isEligible(act, match.act.at, rule, now) ? 'confirmed' : 'notEligible';
}

/** Whether a confirmed act is one that the rule recognises. Taking back and changing are true, and nothing to reward. */
function isEligible({ kind, evidence, manner }: ClaimedAct, at: Date, rule: RewardRule, now: Date): boolean {
  const { each, minAgeMinutes, period } = rule;
  return (
    manner === 'does' &&
    each[kind] !== undefined &&
    (rule.evidence as readonly string[]).includes(evidence) &&
    now.getTime() - at.getTime() >= minAgeMinutes * 60_000 &&
    (!period || (at >= new Date(period.from) && at < new Date(period.to)))
  );
}

/** The rule of the terms that a claim was made under, which may no longer be the current ones. */
async function ruleOf({ db, rewards }: Desk, claim: Claim): Promise<RewardRule | undefined> {
  const current = rewards.find(({ digest }) => digest === claim.terms);
  if (current) return current.rule;
  const kept = await db
    .selectFrom('claim_terms')
    .select('content')
    .where('digest', '=', claim.terms)
    .executeTakeFirst();
  return kept && (JSON.parse(kept.content) as Reward['rule']);
}

/**
 * Does one piece of work: takes a lease on a claim that waits, compares it, decides it in one transaction. A process
 * that dies anywhere leaves the claim as it was, and another takes it when the lease has ended; a process that comes
 * late finds the lease gone and changes nothing.
 * @returns whether there was something to do
 */
export async function workOnce(desk: Desk): Promise<boolean> {
  const { db, now, limits } = desk;
  const lease = randomUUID();
  const at = now();
  const job = await db.transaction().execute(async (write) => {
    const next = await write
      .selectFrom('claim_jobs')
      .selectAll()
      .where('run_at', '<=', at)
      .orderBy('run_at')
      .limit(1)
      .forUpdate()
      .skipLocked()
      .executeTakeFirst();
    if (!next) return undefined;
    await write
      .updateTable('claim_jobs')
      .set({ lease, run_at: new Date(at.getTime() + limits.lease), attempts: Number(next.attempts) + 1 })
      .where('claim', '=', next.claim)
      .execute();
    await write
      .updateTable('claims')
      .set({ status: 'checking' })
      .where('id', '=', next.claim)
      .where('status', '=', 'received')
      .execute();
    return next;
  });
  if (!job) return false;
  const claim = await db.selectFrom('claims').selectAll().where('id', '=', job.claim).executeTakeFirst();
  const compared = claim && (await compareClaim(desk, claim));
  await db.transaction().execute(async (write) => {
    const own = await write
      .deleteFrom('claim_jobs')
      .where('claim', '=', job.claim)
      .where('lease', '=', lease)
      .executeTakeFirst();
    if (!own.numDeletedRows || !claim) return;
    await decide(desk, write, claim, compared);
  });
  return true;
}

/** Decides a claim whose lines were compared, or lays it before people where the rule says so. */
async function decide(desk: Desk, write: ClaimWrite, claim: Claim, compared: Compared[] | undefined): Promise<void> {
  const now = await write
    .selectFrom('claims')
    .select('status')
    .where('id', '=', claim.id)
    .forUpdate()
    .executeTakeFirst();
  if (now?.status !== 'checking') return;
  const rule = await ruleOf(desk, claim);
  const at = desk.now();
  if (!rule || !compared) {
    await write
      .updateTable('claims')
      .set({ status: 'refused', detail: 'Its lines are no longer kept here.', decided_at: at })
      .where('id', '=', claim.id)
      .execute();
    return;
  }
  if (rule.decision === 'people' && claim.detail !== approved) {
    await write.updateTable('claims').set({ detail: waiting }).where('id', '=', claim.id).execute();
    await audit(write, at, { who: 'the desk', what: 'laid it before people', about: claim.id });
    return;
  }
  await settle(desk, write, claim, rule, compared);
}

/** What stands in `detail` while a claim waits for a person, and after one said yes. */
export const waiting = 'Somebody looks at it.';
export const approved = 'Somebody looked at it.';

/**
 * Grants what is confirmed and was never rewarded, and issues the receipt; part of the transaction of its caller.
 * @param before outcomes of an earlier receipt that this one replaces: what was granted then stays so
 */
export async function settle(
  desk: Desk,
  write: ClaimWrite,
  claim: Claim,
  rule: RewardRule,
  compared: readonly Compared[],
  before?: ReadonlyMap<number, LineOutcome>,
): Promise<void> {
  const at = desk.now();
  const confirmed = compared.filter(
    ({ index, outcome }) => outcome === 'confirmed' && before?.get(index) !== 'confirmed',
  );
  const fresh = await reward(write, claim, confirmed, at);
  const outcomes = compared.map(({ leaf, outcome, index }): LineOutcome => {
    if (outcome !== 'confirmed' || before?.get(index) === 'confirmed') return outcome;
    return fresh.has(leaf) ? 'confirmed' : 'alreadyClaimed';
  });
  const counted = confirmed
    .filter(({ leaf }) => fresh.has(leaf))
    .map(({ act, match }) => ({
      kind: (act as ClaimedAct).kind,
      day: dayOf(match, act as ClaimedAct),
    }));
  const days = await countsBefore(write, claim, counted);
  const budget = { reward: claim.reward, period: monthOf(at) };
  const granted = await lockBudgets(write, budget, claim.account);
  const whole = capped(rule, worthOf(rule, counted, days), granted);
  await spend(write, budget, claim.account, whole, granted);
  const parts = await passOn(write, claim.account, whole, rule);

  const own = parts.get(claim.account) ?? 0n;
  const payoutStatus = own > 0n && rule.payout.some((way) => way !== 'none') ? 'pending' : 'none';
  const receipt = await issueReceipt(desk, write, claim, {
    outcomes: asRanges(Number(claim.from_index), outcomes),
    ...(whole > 0n && { rewardGranted: amountOf(rule, own) }),
    payoutStatus,
  });
  const unit = 'points' in rule.unit ? rule.unit.points : rule.unit.currency;
  for (const [account, amount] of [...parts].sort(([one], [other]) => (one < other ? -1 : 1))) {
    if (amount === 0n) continue;
    const isOwn = account === claim.account;
    await write
      .insertInto('claim_grants')
      .values({
        receipt,
        account,
        claim: claim.id,
        amount: writeMicros(amount),
        unit,
        part: isOwn ? 'own' : 'passed on',
        status: payoutStatus === 'none' ? 'none' : 'pending',
        payout: isOwn ? claim.payout : null,
        reference: null,
        made_at: at,
      })
      .execute();
  }
  await write
    .updateTable('claims')
    .set({ status: 'decided', decided_at: at, receipt, detail: null })
    .where('id', '=', claim.id)
    .execute();
  const detail = `${outcomes.filter((outcome) => outcome === 'confirmed').length} of ${outcomes.length} confirmed, ${writeMicros(whole)} ${unit}`;
  await audit(write, at, { who: 'the desk', what: 'decided', about: claim.id, detail });
}

/** The day of the act by the site's own log. */
const dayOf = (match: Match | undefined, act: ClaimedAct): string =>
  (match?.is === 'confirmed' ? match.act.at : act.at).toISOString().slice(0, 10);

const rowsAtOnce = 1000;

/** Writes down acts as rewarded. @returns leaves of those that never were before, under any key and any stream */
async function reward(
  write: ClaimWrite,
  claim: Claim,
  confirmed: readonly Compared[],
  _at: Date,
): Promise<ReadonlySet<string>> {
  const rows = confirmed
    .map(({ leaf, act, match }) => ({
      account: claim.account,
      kind: (act as ClaimedAct).kind,
      // By the site's own words, so that one act cannot be described in two ways.
      object:
        match?.is === 'confirmed'
          ? identityOf(match.act)
          : ((act as ClaimedAct).made ?? (act as ClaimedAct).object ?? ''),
      leaf,
      claim: claim.id,
      day: dayOf(match, act as ClaimedAct),
      receiver: match?.is === 'confirmed' && match.act.receiver !== claim.account ? (match.act.receiver ?? null) : null,
    }))
    // In one order everywhere, so that two claims at once cannot wait for each other.
    .sort((one, other) => (one.kind + one.object < other.kind + other.object ? -1 : 1));
  const fresh = new Set<string>();
  for (let n = 0; n < rows.length; n += rowsAtOnce) {
    const written = await write
      .insertInto('claim_rewarded')
      .values(rows.slice(n, n + rowsAtOnce))
      .onConflict((clash) => clash.doNothing())
      .returning('leaf')
      .execute();
    for (const { leaf } of written) fresh.add(leaf);
  }
  return fresh;
}

/** How many acts of each kind and day other claims of the account were rewarded for. */
async function countsBefore(
  write: ClaimWrite,
  claim: Claim,
  counted: readonly { day: string }[],
): Promise<Map<string, number>> {
  const days = [...new Set(counted.map(({ day }) => day))];
  if (days.length === 0) return new Map();
  const rows = await write
    .selectFrom('claim_rewarded')
    .select((eb) => ['kind', 'day', eb.fn.countAll().as('n')])
    .where('account', '=', claim.account)
    .where('day', 'in', days)
    .where('claim', '<>', claim.id)
    .groupBy(['kind', 'day'])
    .execute();
  return new Map(rows.map(({ kind, day, n }) => [`${kind} ${day}`, Number(n)]));
}

type Granted = { account: Micros; all: Micros };

/** Locks what the account and the pool were granted in a period, always in the same order. */
async function lockBudgets(
  write: ClaimWrite,
  budget: { reward: string; period: string },
  account: string,
): Promise<Granted> {
  const granted: Micros[] = [];
  for (const whose of ['', account]) {
    await write
      .insertInto('claim_budgets')
      .values({ ...budget, account: whose, granted: '0' })
      .onConflict((clash) => clash.doNothing())
      .execute();
    const row = await write
      .selectFrom('claim_budgets')
      .select('granted')
      .where('reward', '=', budget.reward)
      .where('period', '=', budget.period)
      .where('account', '=', whose)
      .forUpdate()
      .executeTakeFirstOrThrow();
    granted.push(parseMicros(row.granted));
  }
  const [all = 0n, ofAccount = 0n] = granted;
  return { all, account: ofAccount };
}

async function spend(
  write: ClaimWrite,
  { reward, period }: { reward: string; period: string },
  account: string,
  amount: Micros,
  granted: Granted,
): Promise<void> {
  if (amount === 0n) return;
  for (const [whose, before] of [
    ['', granted.all],
    [account, granted.account],
  ] as const) {
    await write
      .updateTable('claim_budgets')
      .set({ granted: writeMicros(before + amount) })
      .where('reward', '=', reward)
      .where('period', '=', period)
      .where('account', '=', whose)
      .execute();
  }
}

/** Splits a grant between the one who claimed and the linked people that rewarded acts were done for. */
async function passOn(
  write: ClaimWrite,
  account: string,
  whole: Micros,
  rule: RewardRule,
): Promise<Map<string, Micros>> {
  if (whole === 0n || rule.keep === 100) return new Map([[account, whole]]);
  const sources = new Map<string, BuiltOn[]>();
  let floor = [account];
  for (let step = 0; step < rule.steps && floor.length > 0; step++) {
    const rows = await write
      .selectFrom('claim_rewarded')
      .innerJoin('claim_links', 'claim_links.account', 'claim_rewarded.receiver')
      .select((eb) => ['claim_rewarded.account', 'receiver', eb.fn.count('leaf').distinct().as('n')])
      .where('claim_rewarded.account', 'in', floor)
      .where('claim_links.revoked_at', 'is', null)
      .groupBy(['claim_rewarded.account', 'receiver'])
      .orderBy('receiver')
      .execute();
    const known = new Set(sources.keys());
    for (const work of floor) sources.set(work, []);
    for (const row of rows) sources.get(row.account)?.push({ work: row.receiver ?? '', weight: BigInt(Number(row.n)) });
    floor = [...new Set(rows.map(({ receiver }) => receiver ?? ''))].filter((of) => !known.has(of) && !sources.has(of));
  }
  const { kept } = cascade(whole, account, (of) => sources.get(of) ?? [], {
    keep: rule.keep,
    depth: rule.steps,
    stopBelow: microsInOne / 100n,
  });
  return new Map(kept);
}
