import type { Namespace } from '../namespace.ts';
import { type Document, flawOfProof, type Proof } from '../record/data-integrity.ts';
import { type DidDocument, keyInDocument } from '../record/did-web.ts';
import { judgeNote, parseNote, parseVerifierKey } from '../record/note.ts';
import { ClaimError } from './errors.ts';
import { ask, type ClaimWorld, platformOrigin } from './http.ts';
import { type Discovery, didDocumentSchema, didWebOf, type Receipt, receiptSchema } from './protocol.ts';

/** What was claimed, and so what a receipt must be about. */
export interface Claimed {
  platform: string;
  holder: string;
  claimId: string;
  digest: string;
  streamId: string;
  /** Text of the checkpoint, without signatures. */
  checkpoint: string;
  from: number;
  to: number;
}

const skew = 5 * 60_000;

/**
 * Checks a receipt: that it is about this claim, covers every line once, carries the checkpoint that was shown with
 * the witness's signature where the platform is one, and that the platform's own key signed it.
 * @throws ClaimError `bad-receipt` with what does not fit
 */
export async function checkReceipt(
  world: ClaimWorld,
  given: unknown,
  claimed: Claimed,
  { witness }: Pick<Discovery, 'witness'>,
  namespace: Namespace,
): Promise<Receipt> {
  const refuse = (what: string): never => {
    throw new ClaimError('bad-receipt', what);
  };
  const parsed = receiptSchema(namespace).safeParse(given);
  if (!parsed.success) return refuse('shape');
  const receipt = parsed.data;
  const origin = platformOrigin(claimed.platform);
  const { credentialSubject: subject, issuer } = receipt;
  if (issuer !== didWebOf(origin) || new URL(receipt.id).origin !== origin) refuse('issuer');
  if (subject.id !== claimed.holder || subject.claimId !== claimed.claimId) refuse('claim');
  if (subject.presentationDigest !== claimed.digest || subject.stream !== claimed.streamId) refuse('presentation');
  let next = claimed.from;
  for (const [from, to] of subject.outcomes) {
    if (from !== next || to <= from) refuse('outcomes');
    next = to;
  }
  if (next !== claimed.to) refuse('outcomes');
  if (Date.parse(receipt.validFrom) > world.now().getTime() + skew) refuse('time');

  const note = parseNote(subject.checkpoint);
  if (note?.text !== claimed.checkpoint) refuse('checkpoint');
  const witnessKey = witness && parseVerifierKey(witness.vkey);
  if (note && witnessKey) {
    const { verdict } = await judgeNote(note, witnessKey);
    if (verdict === 'bad') refuse('witness');
  }
  const document = await ask(world, `${origin}/.well-known/did.json`, didDocumentSchema, { cache: 'no-cache' });
  if (document.id !== issuer) refuse('issuer');
  const flaw = await flawOfProof(receipt as unknown as Document, receipt.proof as Proof, {
    purpose: 'assertionMethod',
    issuer,
    keyOf: (method) => keyInDocument(document as unknown as DidDocument, method),
  });
  if (flaw) refuse('signature');
  return receipt;
}
