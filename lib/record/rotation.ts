import type { Namespace } from '../namespace.ts';
import { contextUrl, credentialsContext } from './context.ts';
import { type Document, flawOfProof, type Proof, signDocument } from './data-integrity.ts';
import { keyOfDid, keyOfMethod } from './did-key.ts';
import type { Signer } from './ed25519.ts';
import { judgeNote, parseCheckpoint, parseNote } from './note.ts';
import { did, instant, proof, type RecordProof, uuid } from './schema.ts';
import { exactly, object, row, type Shape, text, told } from './shape.ts';
import { uuidFrom } from './uuid.ts';

/**
 * A change of keys (standards section 10): the key of a log says which one takes its place, and both sign that. Who
 * holds only one of them can make no such statement.
 */
export interface KeyRotation {
  '@context': [string, string];
  id: string;
  type: ['VerifiableCredential', 'KeyRotationCredential'];
  /** did:key of the key that goes. */
  issuer: string;
  validFrom: string;
  credentialSubject: {
    id: string;
    type: 'KeyRotation';
    /** did:key of the key that comes. */
    replacedBy: string;
    effectiveFrom: string;
    /** Signed note: as far as the log had come under the old key. */
    lastCheckpoint: string;
  };
  /** By the old key and by the new one, over the same document. */
  proof: [RecordProof, RecordProof];
}

/** Shape of a change of keys in a namespace. */
function rotationShape(namespace: Namespace): Shape {
  return object<KeyRotation>({
    '@context': row(exactly(credentialsContext), exactly(contextUrl(namespace))),
    id: uuid,
    type: row(exactly('VerifiableCredential'), exactly('KeyRotationCredential')),
    issuer: did,
    validFrom: instant,
    credentialSubject: object<KeyRotation['credentialSubject']>({
      id: did,
      type: exactly('KeyRotation'),
      replacedBy: did,
      effectiveFrom: instant,
      lastCheckpoint: text(4096),
    }),
    proof: row(proof, proof),
  });
}

/**
 * States that one key takes the place of another.
 * @param lastCheckpoint note that the old key signed over the log
 * @param created RFC 3339, whole seconds
 */
export async function rotateKeys(
  from: Signer,
  to: Signer,
  request: { lastCheckpoint: string; created: string; random: (length: number) => Uint8Array; namespace: Namespace },
): Promise<KeyRotation> {
  const { lastCheckpoint, created, random, namespace } = request;
  const document = {
    '@context': [credentialsContext, contextUrl(namespace)],
    id: `urn:uuid:${uuidFrom(random(16), 4)}`,
    type: ['VerifiableCredential', 'KeyRotationCredential'],
    issuer: from.did,
    validFrom: created,
    credentialSubject: {
      id: from.did,
      type: 'KeyRotation',
      replacedBy: to.did,
      effectiveFrom: created,
      lastCheckpoint,
    },
  };
  const proofs: Proof[] = [];
  for (const signer of [from, to]) {
    proofs.push((await signDocument(document, signer, { created, purpose: 'assertionMethod' })).proof);
  }
  return { ...document, proof: proofs } as unknown as KeyRotation;
}

/**
 * Checks a change of keys: each proof by itself (some libraries call a pair good when one of them is), and that the old
 * key signed the checkpoint.
 * @returns null where it holds, otherwise what is wrong
 */
export async function flawOfRotation(
  value: unknown,
  { now, namespace }: { now: number; namespace: Namespace },
): Promise<string | null> {
  const flaw = rotationShape(namespace)(value);
  if (flaw) return `This is no change of keys (${told(flaw)}).`;
  const rotation = value as KeyRotation;
  const { credentialSubject: subject, issuer } = rotation;
  if (subject.id !== issuer || subject.replacedBy === issuer) return 'The change does not name two keys.';
  for (const [n, wanted] of [issuer, subject.replacedBy].entries()) {
    const one = rotation.proof[n] as RecordProof;
    const broken = await flawOfProof(rotation as unknown as Document, one, {
      purpose: 'assertionMethod',
      issuer: wanted,
      keyOf: keyOfMethod,
    });
    if (broken) return `The ${n === 0 ? 'old' : 'new'} key did not sign this: ${broken.what}`;
    if (Date.parse(one.created) > now + skew) return 'The change is dated in the future.';
  }
  if (Date.parse(rotation.validFrom) > now + skew) return 'The change is dated in the future.';
  const note = parseNote(subject.lastCheckpoint);
  const checkpoint = note && parseCheckpoint(note.text);
  const publicKey = keyOfDid(issuer);
  if (!checkpoint || !publicKey) return 'The checkpoint of the change cannot be read.';
  const { verdict } = await judgeNote(note, { name: checkpoint.origin, type: 0x01, publicKey });
  return verdict === 'signed' ? null : 'The checkpoint of the change is not signed by the old key.';
}

/** Clocks differ. */
const skew = 5 * 60_000;
