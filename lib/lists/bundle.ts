import { sha256 } from '@noble/hashes/sha2.js';
import { z } from 'zod';
import { jcs } from '../ledger/canonical.ts';
import { namespace } from '../namespace.ts';
import { flawOfProof, type Proof, signDocument } from '../record/data-integrity.ts';
import { keyOfMethod } from '../record/did-key.ts';
import type { Signer } from '../record/ed25519.ts';
import { digestMultibase } from '../record/multihash.ts';
import { JsonError, parseStrictJson } from '../record/strict-json.ts';
import type { Site } from '../sites/schema.ts';
import { ListError } from './errors.ts';
import { judgeSites } from './judge.ts';

/**
 * A site list: one JSON document with definitions and the signature of who made it (W3C Data Integrity,
 * `eddsa-jcs-2022`, as in records). The signature covers the head, and the head holds the digest of the definitions:
 * they may say `null`, which signed heads may not.
 */
export interface Bundle {
  name: string;
  /** did:key of who signed it. */
  key: string;
  /** Raised with every edition. */
  serial: number;
  /** When it was made, RFC 3339 in UTC. */
  created: string;
  /** Of the definitions: two editions with the same digest say the same. */
  digest: string;
  sites: Site[];
}

/** Largest list that is read. All sites there are weigh a tenth of it. */
export const largestList = 4 * 1024 * 1024;
/** The language of definitions (`lib/sites/schema.ts`). Raised when it gains a word that older versions refuse. */
export const language = 1;

const context = `${namespace.url}/lists/v1`;
const depth = 64;
/** UTC, whole seconds, as signed documents say it. */
const instant = z.iso.datetime({ precision: 0 });

const headSchema = z.object({
  '@context': z.literal(context),
  type: z.literal('ContrailSiteList'),
  language: z.int().positive(),
  name: z.string().trim().min(1).max(64),
  serial: z.int().positive(),
  issuer: z.string().max(128),
  created: instant,
  digest: z.string().max(64),
});

const documentSchema = headSchema.strict().extend({
  sites: z.array(z.unknown()).max(5000),
  proof: z.looseObject({
    type: z.string().max(64),
    cryptosuite: z.string().max(64),
    verificationMethod: z.string().max(256),
    proofPurpose: z.string().max(64),
    created: instant,
    proofValue: z.string().max(128),
  }),
});

const encoder = new TextEncoder();
const digestOf = (sites: readonly unknown[]): string => digestMultibase(sha256(encoder.encode(jcs(sites))));

/**
 * Makes a list of definitions, ready to be put on any web server.
 *
 * @param serial greater than that of the edition before
 * @param created RFC 3339 in UTC, whole seconds
 * @throws ListError where a definition would be refused by those who fetch it
 */
export async function makeBundle(
  sites: readonly Site[],
  { name, serial, created }: { name: string; serial: number; created: string },
  signer: Signer,
): Promise<Uint8Array> {
  judgeSites(sites);
  const head = headSchema.strict().parse({
    '@context': context,
    type: 'ContrailSiteList',
    language,
    name,
    serial,
    issuer: signer.did,
    created,
    digest: digestOf(sites),
  });
  const signed = await signDocument(head, signer, { created, purpose: 'assertionMethod' });
  const bytes = encoder.encode(`${JSON.stringify({ ...signed, sites })}\n`);
  if (bytes.length > largestList) throw new ListError('too-large', `${bytes.length}`);
  return bytes;
}

/**
 * Reads and judges a list. Nothing in it is looked at closer than its form before its signature is known to be good.
 *
 * @param key did:key that must have signed it; undefined at the first look, when any key may
 * @throws ListError
 */
export async function openBundle(bytes: Uint8Array, key: string | undefined): Promise<Bundle> {
  if (bytes.length > largestList) throw new ListError('too-large');
  const { sites, proof, ...head } = documentOf(bytes);
  if (key !== undefined && head.issuer !== key) throw new ListError('signature', head.issuer);
  const flaw = await flawOfProof(head, proof as Proof, {
    purpose: 'assertionMethod',
    issuer: head.issuer,
    keyOf: keyOfMethod,
  });
  if (flaw) throw new ListError('signature', flaw.what);
  if (digestIs(sites) !== head.digest) throw new ListError('signature', 'sites');
  if (head.language > language) throw new ListError('newer', String(head.language));
  const { name, serial, created, digest, issuer } = head;
  return { name, key: issuer, serial, created, digest, sites: judgeSites(sites) };
}

function documentOf(bytes: Uint8Array): z.infer<typeof documentSchema> {
  let value: unknown;
  try {
    value = parseStrictJson(bytes, { bytes: largestList, depth });
  } catch (error) {
    if (error instanceof JsonError) throw new ListError('not-a-list', error.message);
    throw error;
  }
  const parsed = documentSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new ListError('not-a-list', issue ? `${issue.path.join('.')}: ${issue.message}` : '');
}

/** What cannot be written as JSON again has no digest, and fits none. */
function digestIs(sites: readonly unknown[]): string | undefined {
  try {
    return digestOf(sites);
  } catch {
    return undefined;
  }
}
