import { sha256 } from '@noble/hashes/sha2.js';
import { base58 } from '@scure/base';
import { canonical, canonicalBytes } from '../ledger/canonical.ts';
import { type Signer, verifySignature } from './ed25519.ts';

/**
 * W3C VC Data Integrity 1.0 with the cryptosuite `eddsa-jcs-2022`: Ed25519 over
 * SHA-256(JCS(proof options)) ‖ SHA-256(JCS(document)). No context is ever fetched.
 */
export interface Proof {
  type: string;
  cryptosuite: string;
  verificationMethod: string;
  proofPurpose: string;
  created: string;
  '@context'?: unknown;
  proofValue: string;
  [other: string]: unknown;
}

export type Document = { '@context': unknown; [member: string]: unknown };

/** `proofValue` of 64 signature bytes. */
const proofValueOf = (signature: Uint8Array) => `z${base58.encode(signature)}`;

/** The 64 bytes that are signed: hash of the proof options first, then that of the document without its proof. */
export function bytesToSign(document: Document, proofOptions: Omit<Proof, 'proofValue'>): Uint8Array {
  const { proof, ...unsigned } = document;
  return Uint8Array.of(...sha256(canonicalBytes(proofOptions)), ...sha256(canonicalBytes(unsigned)));
}

/** What a proof is made for. */
export interface ProofRequest {
  /** RFC 3339, whole seconds. */
  created: string;
  purpose: 'assertionMethod' | 'authentication';
  /** Of an authentication: what the verifier asked to be signed, and who the verifier is. */
  challenge?: string;
  domain?: string;
}

/** Signs a document: the same document with a `proof`. */
export async function signDocument<Unsigned extends Document>(
  document: Unsigned,
  signer: Signer,
  { created, purpose, ...asked }: ProofRequest,
): Promise<Unsigned & { proof: Proof }> {
  const options = {
    type: 'DataIntegrityProof',
    cryptosuite: 'eddsa-jcs-2022',
    verificationMethod: signer.method,
    proofPurpose: purpose,
    created,
    ...asked,
    '@context': document['@context'],
  };
  const proofValue = proofValueOf(await signer.sign(bytesToSign(document, options)));
  return { ...document, proof: { ...options, proofValue } };
}

/** Where the check of a proof can fail: the steps 2 to 5 of the verification of a record. */
export type ProofFlaw = { step: 2 | 3 | 4 | 5; what: string };

/**
 * Checks one proof against the document that carries it: form, contexts, key, signature, in this order.
 * @param keyOf the public key of a verification method if it may be used for `purpose` in the name of `issuer`, or null
 * @returns null where it holds, otherwise the first flaw
 */
export async function flawOfProof(
  document: Document,
  proof: Proof,
  expected: {
    purpose: string;
    issuer: unknown;
    keyOf: (method: string) => { did: string; publicKey: Uint8Array } | null;
  },
): Promise<ProofFlaw | null> {
  if (proof.type !== 'DataIntegrityProof') return { step: 2, what: 'The proof is of another type.' };
  if (proof.cryptosuite !== 'eddsa-jcs-2022') return { step: 2, what: 'The proof is made by another method.' };
  if (proof.proofPurpose !== expected.purpose) return { step: 2, what: 'The proof was made for another purpose.' };

  if (proof['@context'] === undefined || canonical(proof['@context']) !== canonical(document['@context'])) {
    return { step: 3, what: 'The proof was made for other words than the document uses.' };
  }

  const key = expected.keyOf(proof.verificationMethod);
  if (!key) return { step: 4, what: 'The proof names no key that can be used.' };
  if (key.did !== expected.issuer) return { step: 4, what: 'The proof was made with another key than the issuer’s.' };

  const signature = signatureOf(proof.proofValue);
  const { proofValue, ...options } = proof;
  if (!signature || !(await verifySignature(key.publicKey, signature, bytesToSign(document, options)))) {
    return { step: 5, what: 'The signature does not fit: something in the document was changed after it was signed.' };
  }
  return null;
}

/** The signature in a `proofValue`, or null. 64 bytes in base58 have 64 (all zero) to 88 characters. */
function signatureOf(proofValue: string): Uint8Array | null {
  if (!/^z[1-9A-HJ-NP-Za-km-z]{64,88}$/.test(proofValue)) return null;
  const bytes = base58.decode(proofValue.slice(1));
  return bytes.length === 64 ? bytes : null;
}
