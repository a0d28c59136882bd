import { createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { didWebOf } from '../../lib/claim/protocol.ts';
import { encodeMultikey } from '../../lib/record/did-key.ts';
import type { Signer } from '../../lib/record/ed25519.ts';
import { signerFromSeed } from '../../lib/record/keys.ts';
import type { NoteKey } from '../../lib/record/note.ts';
import type { ClaimDatabase } from './tables.ts';

/** The platform's keys: one that signs receipts under did:web, one that cosigns checkpoints. */
export interface PlatformKeys {
  did: string;
  /** Verification method of the current key for receipts. */
  receipts: Signer;
  witness: { key: NoteKey; signer: Signer };
  /** A keyed hash for what must be told apart but not known: addresses, sessions, codes. */
  blind(what: string): string;
}

/**
 * Opens the platform's keys. They all follow from one secret, so that every process of the platform has the same.
 * @param secret at least 32 bytes from outside; without it one is made and kept in the database, where whoever reads
 * the database can sign as the platform: good for a trial
 */
export async function openKeys(
  db: ClaimDatabase,
  origin: string,
  now: Date,
  secret?: Uint8Array,
): Promise<PlatformKeys> {
  if (secret && secret.length < 32) throw new TypeError('the secret of the claim desk has fewer than 32 bytes');
  const root = secret ?? (await keptSecret(db));
  const seed = (what: string) =>
    new Uint8Array(hkdfSync('sha256', root, new Uint8Array(), `contrail/v1/platform\n${what}`, 32));
  const did = didWebOf(origin);
  const signer = await signerFromSeed(seed('receipts'));
  const multikey = encodeMultikey(signer.publicKey);
  const id = `receipts-${multikey.slice(-12)}`;
  // A key that is new here retires the others: with another secret, old receipts still verify by the listed keys.
  await db
    .insertInto('claim_keys')
    .values({ id, multikey, made_at: now, retired_at: null })
    .onConflict((clash) => clash.doNothing())
    .execute();
  await db
    .updateTable('claim_keys')
    .set({ retired_at: now })
    .where('id', '<>', id)
    .where('retired_at', 'is', null)
    .execute();
  const witness = await signerFromSeed(seed('witness'));
  const mask = seed('blind');
  return {
    did,
    receipts: { ...signer, did, method: `${did}#${id}` },
    witness: {
      signer: witness,
      key: { name: `${new URL(origin).host}/witness`, type: 0x04, publicKey: witness.publicKey },
    },
    blind: (what) => createHmac('sha256', mask).update(what).digest('base64url'),
  };
}

async function keptSecret(db: ClaimDatabase): Promise<Uint8Array> {
  await db
    .insertInto('claim_settings')
    .values({ name: 'secret', value: randomBytes(32).toString('base64') })
    .onConflict((clash) => clash.doNothing())
    .execute();
  const { value } = await db
    .selectFrom('claim_settings')
    .select('value')
    .where('name', '=', 'secret')
    .executeTakeFirstOrThrow();
  return Buffer.from(value, 'base64');
}

/** The platform's DID document: every key that ever signed a receipt. */
export async function didDocument(db: ClaimDatabase, did: string) {
  const keys = await db.selectFrom('claim_keys').selectAll().orderBy('made_at').execute();
  return {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
    id: did,
    verificationMethod: keys.map(({ id, multikey }) => ({
      id: `${did}#${id}`,
      type: 'Multikey',
      controller: did,
      publicKeyMultibase: multikey,
    })),
    assertionMethod: keys.map(({ id }) => `${did}#${id}`),
  };
}
