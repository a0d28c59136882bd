import { hex } from '@scure/base';
import { describe, expect, it } from 'vitest';
import { namespaceAt } from '../../../lib/namespace.ts';
import { signerFromSeed } from '../../../lib/record/keys.ts';
import { flawOfRotation, type KeyRotation, rotateKeys } from '../../../lib/record/rotation.ts';
import { vectorJson } from './vectors.ts';

const keys = vectorJson('worked-example/keys.json');
const example: KeyRotation = vectorJson('worked-example/key-rotation.json');
const setting = { now: Date.parse('2026-11-22T12:00:00Z'), namespace: namespaceAt('https://contrail.example') };
const signer = (epoch: 0 | 1) => signerFromSeed(hex.decode(keys[`holder_epoch${epoch}`].seed_hex));
const [old, fresh] = [await signer(0), await signer(1)];
const request = {
  lastCheckpoint: example.credentialSubject.lastCheckpoint,
  created: example.validFrom,
  random: () => hex.decode('40000000000040008000000000000001'),
  namespace: setting.namespace,
};

describe('a change of keys', () => {
  it('is that of the worked example, byte for byte', async () => {
    expect(await rotateKeys(old, fresh, request)).toEqual(example);
    expect(await flawOfRotation(example, setting)).toBeNull();
  });

  const changed = (change: (copy: KeyRotation) => void) => {
    const copy = structuredClone(example);
    change(copy);
    return copy;
  };
  const subject = example.credentialSubject;
  it.each([
    ['without the proof of the new key', changed((copy) => copy.proof.pop())],
    ['with the old key’s proof twice', changed((copy) => copy.proof.splice(1, 1, copy.proof[0]))],
    ['with its proofs in the wrong order', changed((copy) => copy.proof.reverse())],
    ['for another new key', { ...example, credentialSubject: { ...subject, replacedBy: old.did } }],
    ['from another time on', { ...example, credentialSubject: { ...subject, effectiveFrom: '2026-11-21T00:00:00Z' } }],
    ['with a member more', { ...example, more: 1 }],
    ['by nobody', {}],
  ])('is refused %s', async (_, value) => {
    expect(await flawOfRotation(value, setting)).toMatch(/\.$/);
  });

  it('is refused when only one of the two keys signed it', async () => {
    const forged = await rotateKeys(old, { ...old, did: fresh.did, method: fresh.method }, request);
    expect(await flawOfRotation(forged, setting)).toMatch(/^The new key did not sign this/);
    const stolen = await rotateKeys({ ...fresh, did: old.did, method: old.method }, fresh, request);
    expect(await flawOfRotation(stolen, setting)).toMatch(/^The old key did not sign this/);
  });

  it('is refused with a checkpoint that the old key never signed, or from the future', async () => {
    const note = subject.lastCheckpoint.replace('\n5\n', '\n6\n');
    const other = await rotateKeys(old, fresh, { ...request, lastCheckpoint: note });
    expect(await flawOfRotation(other, setting)).toMatch(/checkpoint/);
    expect(await flawOfRotation(example, { ...setting, now: 0 })).toMatch(/future/);
  });
});
