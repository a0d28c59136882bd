import { rootOfBlock, sameHash } from '../ledger/merkle.ts';
import type { Namespace } from '../namespace.ts';
import { contextUrl, credentialsContext } from './context.ts';
import { type Document, flawOfProof } from './data-integrity.ts';
import { type DidDocument, keyInDocument } from './did-web.ts';
import { type Checkpoint, parseCheckpoint, parseNote } from './note.ts';
import { did, instant, multihash, proof, type RecordProof, type RecordStream, uuid } from './schema.ts';
import { exactly, list, object, optional, row, type Shape, text, whole } from './shape.ts';

/** A platform's signed receipt, as far as a reader of the record needs it. */
export interface Receipt {
  '@context': [string, string];
  id: string;
  type: ['VerifiableCredential', 'ContributionReceiptCredential'];
  /** did:web of the platform. */
  issuer: string;
  validFrom: string;
  validUntil?: string;
  credentialSubject: {
    /** Key of the stream that was claimed. */
    id: string;
    type: 'ContributionReceipt';
    claimId: string;
    presentationDigest: string;
    /** Id of the stream. */
    stream: string;
    checkpoint: string;
    /** `[from, to, outcome]`, one after the other without a gap. */
    outcomes: [number, number, string][];
  };
  proof: RecordProof;
}

/** Shape of a receipt in a namespace. It may say more: what was granted, and how it was paid. */
export function receiptShape(namespace: Namespace): Shape {
  const outcome = text(32, { like: /^[A-Za-z]+$/ });
  return object<Receipt>(
    {
      '@context': row(exactly(credentialsContext), exactly(contextUrl(namespace))),
      id: text(2048),
      type: row(exactly('VerifiableCredential'), exactly('ContributionReceiptCredential')),
      issuer: text(512, { like: /^did:web:[^#?/]+$/ }),
      validFrom: instant,
      validUntil: optional(instant),
      credentialSubject: object<Receipt['credentialSubject']>(
        {
          id: did,
          type: exactly('ContributionReceipt'),
          claimId: text(256),
          presentationDigest: multihash,
          stream: uuid,
          checkpoint: text(4096),
          outcomes: list(row(whole(0), whole(1), outcome), { least: 1, most: 200_000 }),
        },
        { open: true },
      ),
      proof,
    },
    { open: true },
  );
}

/** What a receipt in a record comes to. */
export interface CheckedReceipt {
  file: string;
  /** did:web of the platform that speaks. */
  issuer: string;
  /** When it says so. */
  created: string;
  /** Lines by what became of them. */
  outcomes: Record<string, number>;
  /**
   * Where the platform's key was from: `known` to the reader beforehand, `carried` by the record itself (then compare
   * it with what the platform publishes), or nowhere: then the signature was not checked.
   */
  key: 'known' | 'carried' | 'missing';
}

/** A log of the record, as far as receipts speak of it. */
export interface ReceiptLog {
  stream: RecordStream;
  checkpoint: Checkpoint;
  leaves: Uint8Array;
}

/**
 * Checks a receipt against the record that carries it: that it is about one of its logs and that log's key, that the
 * log still begins as it stood when the receipt was given, and the platform's signature where its key is at hand.
 */
export async function checkReceipt(
  file: string,
  receipt: Receipt,
  logs: readonly ReceiptLog[],
  { known, carried }: { known: readonly DidDocument[]; carried: readonly DidDocument[] },
): Promise<CheckedReceipt | { what: string }> {
  const { credentialSubject: subject, issuer } = receipt;
  const log = logs.find(({ stream }) => stream.id === subject.stream);
  if (!log) return { what: 'The receipt is about a log that is not in this record.' };
  if (subject.id !== log.stream.controller)
    return { what: 'The receipt was given to another key than that of the log.' };
  if (`did:web:${new URL(log.stream.platform).host.replace(':', '%3A')}` !== issuer) {
    return { what: 'The receipt is by another platform than that of the log.' };
  }
  const note = parseNote(subject.checkpoint);
  const then = note && parseCheckpoint(note.text);
  if (!then || then.origin !== log.checkpoint.origin) return { what: 'The receipt speaks of another log.' };
  const begins =
    then.size * 32 <= log.leaves.length && sameHash(rootOfBlock(log.leaves.subarray(0, then.size * 32)), then.root);
  if (!begins) return { what: 'The log is not the one that the platform saw when it gave the receipt.' };
  const outcomes: Record<string, number> = {};
  let next = subject.outcomes[0]?.[0] ?? 0;
  for (const [from, to, outcome] of subject.outcomes) {
    if (from !== next || to <= from || to > then.size)
      return { what: 'The lines that the receipt speaks of do not fit.' };
    outcomes[outcome] = (outcomes[outcome] ?? 0) + to - from;
    next = to;
  }
  const told = { file, issuer, created: receipt.validFrom, outcomes };
  const documents = { known: known.find(({ id }) => id === issuer), carried: carried.find(({ id }) => id === issuer) };
  const key = documents.known ? 'known' : documents.carried ? 'carried' : 'missing';
  const document = documents.known ?? documents.carried;
  if (!document) return { ...told, key };
  const flaw = await flawOfProof(receipt as unknown as Document, receipt.proof, {
    purpose: 'assertionMethod',
    issuer,
    keyOf: (method) => keyInDocument(document, method),
  });
  return flaw ?? { ...told, key };
}
