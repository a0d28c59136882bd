import { hex } from '@scure/base';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { RecordError } from '../../../lib/record/errors.ts';
import { type KeyStore, keyStoreOf, openKeyRing } from '../../../lib/record/keys.ts';
import { aLedger } from '../ledger/factories.ts';
import { vectorJson } from './vectors.ts';

/** Keeps keys as a browser would, but in memory. */
function aKeyStore(): KeyStore & { keys: Map<string, CryptoKey> } {
  const keys = new Map<string, CryptoKey>();
  return {
    keys,
    get: async (name) => keys.get(name),
    keep: async (name, key) => {
      if (!keys.has(name)) keys.set(name, key);
      return keys.get(name) as CryptoKey;
    },
    remove: async (name) => void keys.delete(name),
  };
}

const example = vectorJson('worked-example/keys.json');
const random = () => hex.decode(example.master_secret_hex);

afterEach(() => vi.restoreAllMocks());

describe('the key ring', () => {
  it('derives the keys of the worked example', async () => {
    const ring = await openKeyRing(aKeyStore(), { random });
    for (const epoch of [0, 1]) {
      const expected = example[`holder_epoch${epoch}`];
      const signer = await ring.streamKey('https://social.example', epoch);
      expect(signer).toMatchObject({ did: expected.did, method: expected.verificationMethod });
      expect(hex.encode(signer.publicKey)).toBe(expected.public_hex);
    }
    const dids = [
      (await ring.recordKey()).did,
      (await ring.streamKey('https://other.example', 0)).did,
      example.holder_epoch0.did,
    ];
    expect(new Set(dids).size).toBe(3);
  });

  it('keeps one secret, unreadable, whoever opens it first', async () => {
    const store = aKeyStore();
    const seeds = [1, 2, 3];
    const rings = await Promise.all(
      seeds.map((seed) => openKeyRing(store, { random: (length) => new Uint8Array(length).fill(seed) })),
    );
    const dids = await Promise.all(rings.map(async (ring) => (await ring.recordKey()).did));
    expect(new Set(dids).size).toBe(1);
    expect((await (await openKeyRing(store, { random })).recordKey()).did).toBe(dids[0]);
    expect([...store.keys.keys()]).toEqual(['master-key']);
    for (const key of store.keys.values()) {
      expect(key.extractable).toBe(false);
      await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow();
    }
  });

  it('shows the new secret once, and overwrites it', async () => {
    const store = aKeyStore();
    const seen: Uint8Array[] = [];
    let copy = '';
    const wrap = async (secret: Uint8Array) => {
      seen.push(secret);
      copy = hex.encode(secret);
    };
    await openKeyRing(store, { random, wrap });
    await openKeyRing(store, { random, wrap });
    expect(seen).toHaveLength(1);
    expect(copy).toBe(example.master_secret_hex);
    expect(seen[0]?.every((byte) => byte === 0)).toBe(true);
  });

  it('says so where a browser will not keep keys, and keeps none', async () => {
    const refusing: KeyStore = {
      ...aKeyStore(),
      keep: async () => Promise.reject(new DOMException('no', 'DataCloneError')),
    };
    await expect(openKeyRing(refusing, { random })).rejects.toMatchObject({
      name: 'RecordError',
      problem: 'no-key-store',
    });
    const forgetful: KeyStore = { ...aKeyStore(), get: async () => undefined };
    await expect(openKeyRing(forgetful, { random })).rejects.toMatchObject({ problem: 'no-key-store' });
  });

  it('says so where a browser cannot sign', async () => {
    vi.spyOn(crypto.subtle, 'generateKey').mockRejectedValue(
      new DOMException('Unrecognized name.', 'NotSupportedError'),
    );
    const opening = openKeyRing(aKeyStore(), { random });
    await expect(opening).rejects.toBeInstanceOf(RecordError);
    await expect(opening).rejects.toMatchObject({ problem: 'no-ed25519' });
  });

  it('lives in the ledger’s settings and goes with everything else', async () => {
    const db = aLedger();
    const ring = await openKeyRing(keyStoreOf(db), { random });
    expect((await ring.recordKey()).did).toMatch(/^did:key:z6Mk/);
    expect(await db.settings.toCollection().primaryKeys()).toEqual(['master-key']);
  });
});
