import { z } from 'zod';
import type { LineOutcome } from '../../lib/claim/protocol.ts';
import { newId } from '../ids.ts';
import { compareClaim, settle } from './decide.ts';
import { audit, type Desk } from './kit.ts';
import { Problem } from './problems.ts';
import { receiptAt } from './receipts.ts';
import type { Reward } from './rules.ts';
import type { ClaimTables } from './tables.ts';

/** What somebody sends who does not agree: why, and with which lines. */
const objectionSchema = z.strictObject({
  reason: z.string().trim().min(1).max(2000),
  lines: z.array(z.int().nonnegative()).max(1000).default([]),
});

/** So many objections to one claim are read. */
const mostOfOne = 5;

/**
 * Takes an objection to a decided claim.
 * @returns its id
 * @throws Problem `malformed-request`, `rate-limited`
 */
export async function object(desk: Desk, claim: ClaimTables['claims'], given: unknown): Promise<string> {
  const parsed = objectionSchema.safeParse(given);
  const [from, to] = [Number(claim.from_index), Number(claim.to_index)];
  if (!parsed.success || parsed.data.lines.some((line) => line < from || line >= to)) {
    throw new Problem('malformed-request', { detail: 'An objection has a reason, and lines of the claim.', step: 7 });
  }
  if (claim.status !== 'decided' || !claim.receipt) {
    throw new Problem('malformed-request', { detail: 'There is no decision yet.', step: 7 });
  }
  const at = desk.now();
  return desk.db.transaction().execute(async (write) => {
    await write.selectFrom('claims').select('id').where('id', '=', claim.id).forUpdate().execute();
    const open = await write.selectFrom('claim_objections').select('id').where('claim', '=', claim.id).execute();
    if (open.length >= mostOfOne) throw new Problem('rate-limited');
    const id = newId(at.getTime());
    const { reason, lines } = parsed.data;
    await write
      .insertInto('claim_objections')
      .values({
        id,
        claim: claim.id,
        reason,
        lines: JSON.stringify(lines),
        made_at: at,
        answer: null,
        upheld: null,
        answered_at: null,
      })
      .execute();
    await audit(write, at, { who: claim.account, what: 'objected', about: claim.id, detail: id });
    return id;
  });
}

/**
 * Answers an objection. Upheld, the lines that it names count as confirmed because a person says so; what they grant
 * goes through the same books, so nothing is granted twice, and a new receipt replaces the old one.
 * @returns whether it was open
 */
export async function answerObjection(
  desk: Desk,
  id: string,
  { keeper, upheld, answer }: { keeper: string; upheld: boolean; answer: string },
): Promise<boolean> {
  const { db } = desk;
  const objection = await db.selectFrom('claim_objections').selectAll().where('id', '=', id).executeTakeFirst();
  const claim =
    objection && (await db.selectFrom('claims').selectAll().where('id', '=', objection.claim).executeTakeFirst());
  if (!objection || !claim) return false;
  const compared = upheld ? await compareClaim(desk, claim) : undefined;
  const at = desk.now();
  return db.transaction().execute(async (write) => {
    const open = await write
      .updateTable('claim_objections')
      .set({ upheld, answer, answered_at: at })
      .where('id', '=', id)
      .where('answered_at', 'is', null)
      .executeTakeFirst();
    if (!open.numUpdatedRows) return false;
    await audit(write, at, {
      who: keeper,
      what: upheld ? 'upheld an objection' : 'turned an objection down',
      about: claim.id,
      detail: id,
    });
    if (!upheld) return true;
    const now = await write
      .selectFrom('claims')
      .selectAll()
      .where('id', '=', claim.id)
      .forUpdate()
      .executeTakeFirstOrThrow();
    const terms = await write
      .selectFrom('claim_terms')
      .select('content')
      .where('digest', '=', claim.terms)
      .executeTakeFirst();
    const receipt = now.receipt ? await receiptAt({ db: write as unknown as Desk['db'] }, now.receipt) : undefined;
    if (!compared || !terms || !receipt) throw new Problem('not-found', { detail: 'The lines are no longer kept.' });
    const chosen = new Set(JSON.parse(objection.lines) as number[]);
    const before = new Map<number, LineOutcome>();
    for (const [start, end, outcome] of receipt.credentialSubject.outcomes) {
      for (let index = start; index < end; index++) before.set(index, outcome);
    }
    const decided = compared.map((one) => {
      const said = before.get(one.index) ?? one.outcome;
      return { ...one, outcome: chosen.has(one.index) && one.act ? ('confirmed' as const) : said };
    });
    await settle(desk, write, now, JSON.parse(terms.content) as Reward['rule'], decided, before);
    return true;
  });
}
