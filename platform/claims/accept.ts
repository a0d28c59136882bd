import { randomBytes } from 'node:crypto';
import { base64 } from '@scure/base';
import { presentationDigest } from '../../lib/claim/digest.ts';
import { type Accepted, linkReward, type Presentation } from '../../lib/claim/protocol.ts';
import { sameHash } from '../../lib/ledger/merkle.ts';
import { newId } from '../ids.ts';
import { audit, claimUrl, clientId, type Desk, prefix } from './kit.ts';
import { type CheckedPresentation, checkPresentation, readAnswer } from './presentation.ts';
import { Problem } from './problems.ts';
import type { Reward } from './rules.ts';
import type { ClaimTables, ClaimWrite } from './tables.ts';
import { keepEvidence } from './witness.ts';

type Asked = ClaimTables['claim_requests'];

/**
 * Takes the answer to a request (standards section 8, step 5): everything that can be said about it before its lines
 * are there. The request is used up in the transaction that stores the claim, so of many answers at once one wins; the
 * same presentation again gets the same answer.
 * @throws Problem
 */
export async function acceptAnswer(desk: Desk, body: Uint8Array): Promise<Accepted> {
  const { db, namespace, now, site } = desk;
  const { state, presentation } = readAnswer(body, desk.limits, namespace);
  const asked = await db.selectFrom('claim_requests').selectAll().where('state', '=', state).executeTakeFirst();
  if (!asked) throw new Problem('nonce-unknown', { step: 5 });
  const before = await answerBefore(desk, asked, digestOf(presentation));
  if (before) return before;
  const at = now();
  if (asked.expires_at <= at) throw new Problem('request-expired', { step: 3 });
  const expected = { nonce: asked.nonce, domain: clientId(desk), platform: site.origin() };
  const checked = await checkPresentation(presentation, expected, at, namespace);
  if (presentation.claim.reward !== asked.reward) {
    throw new Problem('malformed-request', { detail: 'It claims something else than was asked for.', step: 5 });
  }
  const reward = asked.reward === linkReward ? undefined : rewardOf(desk, presentation);
  const payout = reward && (await payoutOf(desk, reward, presentation));

  const outcome = await db.transaction().execute(async (write) => {
    const used = await write
      .updateTable('claim_requests')
      .set({ used_by: checked.digest })
      .where('state', '=', state)
      .where('used_by', 'is', null)
      .executeTakeFirst();
    if (!used.numUpdatedRows) return null;
    return reward
      ? storeClaim(desk, write, checked, state, payout ?? null, at)
      : storeLink(desk, write, checked, asked, at);
  });
  if (outcome === 'contradiction') throw new Problem('checkpoint-inconsistent', { step: 9 });
  if (outcome) return outcome;
  const winner = await db.selectFrom('claim_requests').selectAll().where('state', '=', state).executeTakeFirst();
  const same = winner && (await answerBefore(desk, winner, checked.digest));
  if (same) return same;
  throw new Problem('nonce-used', { step: 5 });
}

function digestOf(presentation: Presentation): string {
  try {
    return presentationDigest(presentation);
  } catch {
    throw new Problem('proof-invalid', { detail: 'It has values that nobody can sign.', step: 5 });
  }
}

/** The answer that a used request was given. A link's redirect is not told twice: its code is for once. */
async function answerBefore(desk: Desk, asked: Asked, digest: string): Promise<Accepted | null> {
  if (asked.used_by === null) return null;
  if (asked.used_by !== digest || !asked.claim) throw new Problem('nonce-used', { step: 5 });
  const url = claimUrl(desk, asked.claim);
  return asked.reward === linkReward ? { claim: url } : { claim: url, upload: `${url}/upload` };
}

function rewardOf({ rewards }: Desk, { claim }: Presentation): Reward {
  const reward = rewards.find(({ rule }) => rule.id === claim.reward);
  if (!reward) throw new Problem('malformed-request', { detail: 'There is no such reward.', step: 5 });
  if (reward.digest !== claim.termsDigest) {
    throw new Problem('malformed-request', { detail: 'The terms have changed: read them again.', step: 5 });
  }
  return reward;
}

async function payoutOf({ wallets }: Desk, { rule }: Reward, { claim }: Presentation): Promise<string | null> {
  if (!claim.payout) return null;
  if (!rule.payout.includes('open-payments')) throw new Problem('payout-address-invalid', { step: 5 });
  const address = await wallets.check(claim.payout.id);
  if (!address) throw new Problem('payout-address-invalid', { step: 5 });
  return address;
}

/** @returns `contradiction` where what is shown cannot be true together with what is held; both are kept then */
async function storeClaim(
  desk: Desk,
  write: ClaimWrite,
  { presentation, stream, checkpoint, digest }: CheckedPresentation,
  state: string,
  payout: string | null,
  at: Date,
): Promise<Accepted | 'contradiction'> {
  const { holder, claim } = presentation;
  const link = await write
    .selectFrom('claim_links')
    .select('account')
    .where('did', '=', holder)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  const known = await write
    .selectFrom('claim_streams')
    .selectAll()
    .where('origin', '=', checkpoint.origin)
    .forUpdate()
    .executeTakeFirst();
  if (!link || link.account !== stream.account || known?.did !== holder) {
    throw new Problem('account-not-linked', { step: 5 });
  }
  const { fromIndex, toIndex } = claim;
  if (toIndex !== checkpoint.size || fromIndex >= toIndex || fromIndex > Number(known.held_size)) {
    const detail = 'The claimed lines must reach to the end of the log, and none before them may be missing here.';
    throw new Problem('malformed-request', { detail, step: 5 });
  }
  if (toIndex - fromIndex > desk.limits.entries) throw new Problem('too-many-entries', { step: 5 });
  const size = Number(known.witnessed_size);
  const isOther = size === checkpoint.size && !sameHash(base64.decode(known.witnessed_root), checkpoint.root);
  if (checkpoint.size < size || isOther) {
    const { origin, account, witnessed_checkpoint: held } = known;
    await keepEvidence(write, at, { stream: origin, account, held, shown: stream.checkpoint });
    return 'contradiction';
  }
  const decided = await write
    .selectFrom('claims')
    .select('receipt')
    .where('stream', '=', checkpoint.origin)
    .where('reward', '=', claim.reward)
    .where('status', '=', 'decided')
    .where('from_index', '<=', fromIndex)
    .where('to_index', '>=', toIndex)
    // What was withheld then may be shown now.
    .where('withheld', '=', 0)
    .where('receipt', 'is not', null)
    .executeTakeFirst();
  if (decided?.receipt) throw new Problem('already-claimed', { step: 5, receipt: decided.receipt });

  const id = newId(at.getTime());
  await write
    .insertInto('claims')
    .values({
      id,
      account: link.account,
      did: holder,
      stream: checkpoint.origin,
      reward: claim.reward,
      terms: claim.termsDigest,
      from_index: fromIndex,
      to_index: toIndex,
      digest,
      claim_id: claim.id,
      stream_id: stream.id,
      checkpoint: stream.checkpoint,
      payout,
      status: 'awaiting_upload',
      detail: null,
      uploaded: null,
      withheld: null,
      made_at: at,
      decided_at: null,
      receipt: null,
    })
    .execute();
  await write.updateTable('claim_requests').set({ claim: id }).where('state', '=', state).execute();
  await audit(write, at, {
    who: link.account,
    what: 'claimed',
    about: id,
    detail: `${claim.reward} ${fromIndex}–${toIndex}`,
  });
  const url = claimUrl(desk, id);
  return { claim: url, upload: `${url}/upload` };
}

/** A link waits for the person: only the session that began it can finish it, by the code of the redirect. */
async function storeLink(
  desk: Desk,
  write: ClaimWrite,
  { presentation, stream, checkpoint, digest }: CheckedPresentation,
  asked: Asked,
  at: Date,
): Promise<Accepted> {
  if (stream.account !== asked.account)
    throw new Problem('account-not-linked', { detail: 'The record is of another account.', step: 2 });
  const code = randomBytes(16).toString('base64url');
  const id = newId(at.getTime());
  await write
    .insertInto('claims')
    .values({
      id,
      account: asked.account,
      did: presentation.holder,
      stream: checkpoint.origin,
      reward: linkReward,
      terms: presentation.claim.termsDigest,
      from_index: 0,
      to_index: 0,
      digest,
      claim_id: presentation.claim.id,
      stream_id: stream.id,
      checkpoint: stream.checkpoint,
      payout: null,
      status: 'needs_link',
      detail: null,
      uploaded: null,
      withheld: null,
      made_at: at,
      decided_at: null,
      receipt: null,
    })
    .execute();
  await write
    .updateTable('claim_requests')
    .set({ claim: id, response_code: desk.keys.blind(`code ${code}`) })
    .where('state', '=', asked.state)
    .execute();
  return {
    claim: claimUrl(desk, id),
    redirect_uri: `${desk.site.origin()}${prefix}/link/finish?response_code=${code}`,
  };
}
