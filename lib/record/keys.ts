import { base64urlnopad } from '@scure/base';
import type { LedgerDatabase } from '../ledger/database.ts';
import { didOf, methodOf } from './did-key.ts';
import { type Signer, verifySignature } from './ed25519.ts';
import { RecordError } from './errors.ts';

/**
 * The person's keys: one master secret that no script can read, and from it one Ed25519 key for each stream, so that
 * two platforms cannot tell by the key that they know the same person.
 */
export interface KeyRing {
  /** Key of one stream. `epoch` counts the keys of a platform. */
  streamKey(platform: string, epoch: number): Promise<Signer>;
  /** Key that signs records over several streams. */
  recordKey(): Promise<Signer>;
}

/** Where keys are kept: something that holds a `CryptoKey` without its bytes becoming readable. */
export interface KeyStore {
  get(name: string): Promise<CryptoKey | undefined>;
  /** Keeps a key unless one of that name is there already; returns the one that is there now. */
  keep(name: string, key: CryptoKey): Promise<CryptoKey>;
  remove(name: string): Promise<void>;
}

/** Under this name the store keeps the master secret. */
export const masterName = 'master-key';

/** The store `settings` of the ledger's database. */
export function keyStoreOf(db: LedgerDatabase): KeyStore {
  return {
    get: async (name) => (await db.settings.get(name))?.value as CryptoKey | undefined,
    keep: (name, key) =>
      db.transaction('rw', db.settings, async () => {
        const kept = await db.settings.get(name);
        if (kept) return kept.value as CryptoKey;
        await db.settings.add({ name, value: key });
        return key;
      }),
    remove: (name) => db.settings.delete(name),
  };
}

/**
 * Opens the key ring, making the master secret where there is none yet.
 * @param wrap is given the new secret's 32 bytes once, before they become unreadable: the only moment for a backup
 * @throws RecordError `no-ed25519` or `no-key-store`
 */
export async function openKeyRing(
  store: KeyStore,
  { random, wrap }: { random: (length: number) => Uint8Array; wrap?: (secret: Uint8Array) => Promise<void> },
): Promise<KeyRing> {
  const master = (await stored(() => store.get(masterName))) ?? (await makeMaster(store, random, wrap));
  return {
    streamKey: (platform, epoch) => derive(master, platform, epoch),
    recordKey: () => derive(master, 'record', 0),
  };
}

async function makeMaster(
  store: KeyStore,
  random: (length: number) => Uint8Array,
  wrap: ((secret: Uint8Array) => Promise<void>) | undefined,
): Promise<CryptoKey> {
  await requireSigning(store);
  const secret = new Uint8Array(random(32));
  try {
    await wrap?.(secret);
    const key = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveBits']);
    return await stored(() => store.keep(masterName, key));
  } finally {
    secret.fill(0);
  }
}

/**
 * Tries what the keys will need: make, store, read back, sign, verify. Some browsers have the algorithm and still
 * refuse to keep its keys.
 * @throws RecordError `no-ed25519` or `no-key-store`
 */
export async function requireSigning(store: KeyStore): Promise<void> {
  const trial = 'key-trial';
  const bytes = new TextEncoder().encode('Can this browser sign?');
  let pair: CryptoKeyPair;
  let publicKey: Uint8Array;
  try {
    pair = (await crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify'])) as CryptoKeyPair;
    publicKey = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
  } catch (error) {
    throw new RecordError('no-ed25519', 'This browser cannot make signatures of the kind that records need.', error);
  }
  const signature = await stored(async () => {
    await store.remove(trial);
    await store.keep(trial, pair.privateKey);
    const kept = await store.get(trial);
    await store.remove(trial);
    if (!kept) throw new Error('the key was not kept');
    return new Uint8Array(await crypto.subtle.sign('Ed25519', kept, bytes));
  });
  if (!(await verifySignature(publicKey, signature, bytes))) {
    throw new RecordError('no-ed25519', 'This browser made a signature that does not verify.');
  }
}

/** HKDF-SHA-256 over the master secret with an empty salt; the 32 bytes are the seed of an Ed25519 key. */
async function derive(master: CryptoKey, subject: string, epoch: number): Promise<Signer> {
  const info = new TextEncoder().encode(`contrail/v1/stream-key\n${subject}\nepoch ${epoch}`);
  const algorithm = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info };
  const seed = new Uint8Array(await crypto.subtle.deriveBits(algorithm, master, 256));
  return signerFromSeed(seed);
}

/** PKCS #8 around an Ed25519 seed (RFC 8410 section 7). */
const pkcs8Prefix = Uint8Array.from([
  0x30, 0x2e, 0x02, 0x01, 0, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20,
]);

/** A signer from a 32-byte seed, which is overwritten: afterwards only the browser holds the key. */
export async function signerFromSeed(seed: Uint8Array): Promise<Signer> {
  const pkcs8 = Uint8Array.of(...pkcs8Prefix, ...seed);
  seed.fill(0);
  try {
    // Only once, and only to learn the public half: there is no other way that every browser has.
    const readable = await crypto.subtle.importKey('pkcs8', pkcs8, 'Ed25519', true, ['sign']);
    const { x = '' } = await crypto.subtle.exportKey('jwk', readable);
    const publicKey = base64urlnopad.decode(x);
    const key = await crypto.subtle.importKey('pkcs8', pkcs8, 'Ed25519', false, ['sign']);
    const did = didOf(publicKey);
    return {
      did,
      method: methodOf(did),
      publicKey,
      sign: async (bytes) => new Uint8Array(await crypto.subtle.sign('Ed25519', key, new Uint8Array(bytes))),
    };
  } catch (error) {
    throw new RecordError('no-ed25519', 'This browser cannot make signatures of the kind that records need.', error);
  } finally {
    pkcs8.fill(0);
  }
}

async function stored<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw new RecordError('no-key-store', 'This browser keeps no keys here (a private window?).', error);
  }
}
