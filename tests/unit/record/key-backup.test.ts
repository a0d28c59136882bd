import { describe, expect, it } from 'vitest';
import { restoreKeys, sealSecret } from '../../../lib/record/key-backup.ts';
import { keyStoreOf, openKeyRing } from '../../../lib/record/keys.ts';
import { aLedger, seededRandom } from '../ledger/factories.ts';
import { bytesOf } from './vectors.ts';

const passphrase = 'seven brown kettles é';

/** Keys made with a copy of them. */
async function aCopy(seed = 9) {
  const store = keyStoreOf(aLedger());
  const random = seededRandom(seed);
  let file = '';
  const ring = await openKeyRing(store, {
    random,
    wrap: async (secret) => {
      file = await sealSecret(secret, passphrase, random);
    },
  });
  return { store, file: bytesOf(file), text: file, did: (await ring.recordKey()).did };
}
const didIn = async (store: ReturnType<typeof keyStoreOf>) =>
  (await (await openKeyRing(store, { random: seededRandom(1) })).recordKey()).did;

describe('a copy of the keys', () => {
  it('gives another browser the same keys, however the passphrase is typed', async () => {
    const { file, did } = await aCopy();
    const store = keyStoreOf(aLedger());
    await restoreKeys(store, file, passphrase.normalize('NFD'));
    expect(await didIn(store)).toBe(did);
    const master = await store.get('master-key');
    expect(master?.extractable).toBe(false);
  });

  it('says by which means it is sealed, and holds nothing in clear', async () => {
    const { text } = await aCopy();
    expect(JSON.parse(text)).toMatchObject({ kdf: 'PBKDF2-SHA-256', iterations: 600_000, cipher: 'AES-256-GCM' });
  });

  it('is opened by its passphrase alone, and then nothing is changed', async () => {
    const { file } = await aCopy();
    const store = keyStoreOf(aLedger());
    await expect(restoreKeys(store, file, 'seven brown kettle')).rejects.toMatchObject({ problem: 'passphrase' });
    expect(await store.get('master-key')).toBeUndefined();
  });

  it('never takes the place of other keys, and may be restored twice', async () => {
    const { store, file, did } = await aCopy();
    await restoreKeys(store, file, passphrase);
    const other = await aCopy(10);
    await expect(restoreKeys(store, other.file, passphrase)).rejects.toMatchObject({ problem: 'other-keys' });
    expect(await didIn(store)).toBe(did);
  });

  it.each([
    ['no JSON', (text: string) => text.slice(1)],
    ['another file', () => '{"type":"contrail-backup"}'],
    ['a later version', (text: string) => text.replace('"version": 1', '"version": 2')],
    ['work for a day', (text: string) => text.replace('600000', '900000000')],
    ['too little work', (text: string) => text.replace('600000', '1000')],
    ['a salt that is none', (text: string) => text.replace(/"salt": "[^"]+"/, '"salt": "AAAAAAAAAAAAAAAAAAAAAB=="')],
  ])('is refused when it is %s', async (_, change) => {
    const { text } = await aCopy();
    await expect(restoreKeys(keyStoreOf(aLedger()), bytesOf(change(text)), passphrase)).rejects.toMatchObject({
      problem: 'unreadable',
    });
  });

  it('is refused when a bit of what is sealed was changed', async () => {
    const { text } = await aCopy();
    const changed = text.replace(/"sealed": "(.)/, (_, one) => `"sealed": "${one === 'A' ? 'B' : 'A'}`);
    await expect(restoreKeys(keyStoreOf(aLedger()), bytesOf(changed), passphrase)).rejects.toMatchObject({
      problem: 'passphrase',
    });
  });

  it('wants a passphrase that is worth one', async () => {
    await expect(sealSecret(new Uint8Array(32), 'short', seededRandom(1))).rejects.toThrow(RangeError);
  });
});
