import { presentationDigest } from '../../lib/claim/digest.ts';
import { type Presentation, presentationSchema } from '../../lib/claim/protocol.ts';
import type { Namespace } from '../../lib/namespace.ts';
import { entryProfileUrl } from '../../lib/record/context.ts';
import { type Document, flawOfProof, type Proof } from '../../lib/record/data-integrity.ts';
import { keyOfDid, keyOfMethod } from '../../lib/record/did-key.ts';
import { type Checkpoint, judgeNote, parseCheckpoint, parseNote } from '../../lib/record/note.ts';
import { JsonError, parseStrictJson } from '../../lib/record/strict-json.ts';
import { Problem } from './problems.ts';

/** A presentation whose signatures hold: who it is of, and what it says of the stream. */
export interface CheckedPresentation {
  presentation: Presentation;
  stream: Presentation['verifiableCredential'][0]['credentialSubject']['streams'][0];
  checkpoint: Checkpoint;
  digest: string;
}

const clockSkew = 5 * 60_000;
const maxDepth = 12;

/**
 * Reads the form that answers a request: `vp_token` and `state`, each once.
 * @throws Problem `malformed-request`, `unsupported-profile`, `unsupported-cryptosuite`
 */
export function readAnswer(
  body: Uint8Array,
  limits: { answerBytes: number },
  namespace: Namespace,
): { state: string; presentation: Presentation } {
  let form: URLSearchParams;
  try {
    form = new URLSearchParams(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    throw new Problem('malformed-request', { detail: 'The form is no text.', step: 5 });
  }
  const [token, ...moreTokens] = form.getAll('vp_token');
  const [state, ...moreStates] = form.getAll('state');
  if (token === undefined || state === undefined || moreTokens.length > 0 || moreStates.length > 0) {
    throw new Problem('malformed-request', { detail: 'vp_token and state must be there, each once.', step: 5 });
  }
  let value: unknown;
  try {
    value = parseStrictJson(new TextEncoder().encode(token), { bytes: limits.answerBytes, depth: maxDepth });
  } catch (error) {
    if (!(error instanceof JsonError)) throw error;
    throw new Problem('malformed-request', { detail: `vp_token is ${error.message}.`, step: 1 });
  }
  const [given] = listIn(value, 'record');
  refuseUnknownVersions(given, namespace);
  const parsed = presentationSchema(namespace).safeParse(given);
  if (!parsed.success || listIn(value, 'record').length !== 1 || !/^[\w-]{1,128}$/.test(state)) {
    const where = parsed.error?.issues[0];
    const detail = where ? `${where.path.join('/')}: ${where.message}` : 'There must be one presentation.';
    throw new Problem('malformed-request', { detail: detail.slice(0, 300), step: 1 });
  }
  return { state, presentation: parsed.data };
}

/** What a later version of us might send is told apart from what is broken. */
function refuseUnknownVersions(given: unknown, namespace: Namespace): void {
  const [credential] = listIn(given, 'verifiableCredential');
  for (const signed of [given, credential]) {
    const suite = memberOf(memberOf(signed, 'proof'), 'cryptosuite');
    if (typeof suite === 'string' && suite !== 'eddsa-jcs-2022')
      throw new Problem('unsupported-cryptosuite', { step: 2 });
  }
  const [stream] = listIn(memberOf(credential, 'credentialSubject'), 'streams');
  const profile = memberOf(stream, 'entryProfile');
  if (typeof profile === 'string' && profile !== entryProfileUrl(namespace))
    throw new Problem('unsupported-profile', { step: 8 });
}

const memberOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as { [name: string]: unknown })[name]
    : undefined;
const listIn = (value: unknown, name: string): unknown[] => {
  const list = memberOf(value, name);
  return Array.isArray(list) ? list : [];
};

/**
 * Checks what a presentation says by itself: for whom and which request it was made, both signatures, times, that one
 * key holds, signs and controls, and the checkpoint's own signature.
 * @throws Problem
 */
export async function checkPresentation(
  presentation: Presentation,
  expected: { nonce: string; domain: string; platform: string },
  now: Date,
  namespace: Namespace,
): Promise<CheckedPresentation> {
  const { proof, holder } = presentation;
  if (proof.domain !== expected.domain) throw new Problem('wrong-domain', { step: 5 });
  if (proof.challenge !== expected.nonce) throw new Problem('wrong-challenge', { step: 5 });
  await requireProof(presentation as Document, proof as Proof, 'authentication', holder);
  const [record] = presentation.verifiableCredential;
  await requireProof(record as Document, record.proof as Proof, 'assertionMethod', record.issuer);
  requireTimes(presentation, now);

  const [stream] = record.credentialSubject.streams;
  if (record.issuer !== holder || record.credentialSubject.id !== holder || stream.controller !== holder) {
    throw new Problem('proof-invalid', { detail: 'Another key signed the record.', step: 4 });
  }
  if (stream.platform !== expected.platform) {
    throw new Problem('malformed-request', { detail: 'The record is of another platform.', step: 5 });
  }
  const checkpoint = await signedCheckpoint(stream.checkpoint, stream.controller, namespace);
  if (checkpoint.size !== stream.entryCount) {
    throw new Problem('malformed-request', { detail: 'The checkpoint is for another number of entries.', step: 7 });
  }
  return { presentation, stream, checkpoint, digest: presentationDigest(presentation) };
}

async function requireProof(document: Document, proof: Proof, purpose: string, issuer: string): Promise<void> {
  let flaw: Awaited<ReturnType<typeof flawOfProof>>;
  try {
    flaw = await flawOfProof(document, proof, { purpose, issuer, keyOf: keyOfMethod });
  } catch (error) {
    // Values that no canonical form has (fractions, null) cannot have been signed.
    if (error instanceof TypeError) throw new Problem('proof-invalid', { step: 5 });
    throw error;
  }
  if (flaw) throw new Problem('proof-invalid', { detail: flaw.what, step: flaw.step });
}

function requireTimes({ proof, verifiableCredential: [record] }: Presentation, now: Date): void {
  const made = [proof.created, record.proof.created, record.validFrom].map(Date.parse);
  const ends = [proof.expires, record.proof.expires, record.validUntil].flatMap((at) => (at ? [Date.parse(at)] : []));
  const isFuture = made.some((at) => at > now.getTime() + clockSkew);
  if (isFuture || ends.some((at) => at < now.getTime())) {
    throw new Problem('proof-invalid', { detail: 'It is dated in the future, or no longer valid.', step: 6 });
  }
}

/**
 * The checkpoint in a signed note, if the stream's own key signed it.
 * @throws Problem `proof-invalid`
 */
async function signedCheckpoint(text: string, controller: string, namespace: Namespace): Promise<Checkpoint> {
  const note = parseNote(text);
  const checkpoint = note && parseCheckpoint(note.text);
  const publicKey = keyOfDid(controller);
  if (!note || !checkpoint || !publicKey) {
    throw new Problem('malformed-request', { detail: 'The checkpoint cannot be read.', step: 7 });
  }
  const start = `${namespace.origin}/stream/`;
  const { origin } = checkpoint;
  if (!origin.startsWith(start) || !/^[0-9a-f]{16}$/.test(origin.slice(start.length))) {
    throw new Problem('malformed-request', { detail: 'The checkpoint is of no log of this kind.', step: 7 });
  }
  const { verdict } = await judgeNote(note, { name: origin, type: 0x01, publicKey });
  if (verdict !== 'signed') throw new Problem('proof-invalid', { detail: 'The checkpoint is not signed.', step: 7 });
  return checkpoint;
}
