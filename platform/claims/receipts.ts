import type { Receipt } from '../../lib/claim/protocol.ts';
import { contextUrl, credentialsContext } from '../../lib/record/context.ts';
import { signDocument } from '../../lib/record/data-integrity.ts';
import { claimUrl, type Desk } from './kit.ts';
import type { ClaimTables, ClaimWrite } from './tables.ts';

type Claim = ClaimTables['claims'];
type Subject = Receipt['credentialSubject'];
type Said = Pick<Subject, 'outcomes' | 'rewardGranted' | 'payoutStatus' | 'payoutReference'>;

/**
 * Signs and keeps a receipt of a claim, in the transaction that decides; a later one of the same claim names the one
 * it replaces.
 * @returns its URL
 */
export async function issueReceipt(desk: Desk, write: ClaimWrite, claim: Claim, said: Said): Promise<string> {
  const at = desk.now();
  const earlier = await write.selectFrom('claim_receipts').select('id').where('claim', '=', claim.id).execute();
  const id = `${claimUrl(desk, claim.id)}/receipts/${earlier.length + 1}`;
  const created = `${at.toISOString().slice(0, 19)}Z`;
  const now = await write.selectFrom('claims').select('receipt').where('id', '=', claim.id).executeTakeFirstOrThrow();
  const document = await signDocument(
    {
      '@context': [credentialsContext, contextUrl(desk.namespace)],
      id,
      type: ['VerifiableCredential', 'ContributionReceiptCredential'],
      issuer: desk.keys.did,
      validFrom: created,
      credentialSubject: {
        id: claim.did,
        type: 'ContributionReceipt',
        claimId: claim.claim_id,
        presentationDigest: claim.digest,
        stream: claim.stream_id,
        checkpoint: claim.checkpoint,
        ...said,
        ...(now.receipt && { supersedes: now.receipt }),
      },
    },
    desk.keys.receipts,
    { created, purpose: 'assertionMethod' },
  );
  await write
    .insertInto('claim_receipts')
    .values({ id, claim: claim.id, document: JSON.stringify(document), made_at: at })
    .execute();
  return id;
}

/** A receipt as it was issued. */
export async function receiptAt({ db }: Pick<Desk, 'db'>, id: string): Promise<Receipt | undefined> {
  const row = await db.selectFrom('claim_receipts').select('document').where('id', '=', id).executeTakeFirst();
  return row && (JSON.parse(row.document) as Receipt);
}
