import { hex } from '@scure/base';
import { describe, expect, it } from 'vitest';
import { didOf, keyOfDid, keyOfMethod, methodOf } from '../../../lib/record/did-key.ts';
import { signerFromSeed } from '../../../lib/record/keys.ts';
import { vectorJson } from './vectors.ts';

interface KeyVector {
  seed: string;
  did: string;
  verificationMethod: string;
}

describe('did:key', () => {
  it.each(vectorJson('did-key/ed25519.json') as KeyVector[])('of seed $seed is $did', async (given) => {
    const signer = await signerFromSeed(hex.decode(given.seed));
    expect(signer).toMatchObject({ did: given.did, method: given.verificationMethod });
    expect(didOf(signer.publicKey)).toBe(given.did);
    expect(methodOf(given.did)).toBe(given.verificationMethod);
    expect(keyOfDid(given.did)).toEqual(signer.publicKey);
    expect(keyOfMethod(given.verificationMethod)).toEqual({ did: given.did, publicKey: signer.publicKey });
  });

  it.each(vectorJson('did-key/must-reject.json') as { case: string; did?: string; verificationMethod?: string }[])(
    'refuses: $case',
    ({ did, verificationMethod }) => {
      if (did) expect(keyOfDid(did)).toBeNull();
      if (did) expect(keyOfMethod(methodOf(did))).toBeNull();
      if (verificationMethod) expect(keyOfMethod(verificationMethod)).toBeNull();
    },
  );

  it('refuses a key of another kind', () => {
    for (const { did } of vectorJson('did-key/p256.json')) expect(keyOfDid(did)).toBeNull();
    for (const text of [
      '',
      'did:key:',
      'did:web:social.example',
      `did:key:z${'1'.repeat(47)}`,
      `did:key:z${'0'.repeat(47)}`,
    ]) {
      expect(keyOfDid(text)).toBeNull();
    }
  });
});
