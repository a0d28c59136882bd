import { expect, it } from 'vitest';
import type { BackupError } from '../../../lib/backup/errors.ts';
import { isSound, openBackup } from '../../../lib/backup/read.ts';
import { joined } from '../../../lib/backup/write.ts';
import { append } from '../../../lib/ledger/append.ts';
import { sameHash } from '../../../lib/ledger/merkle.ts';
import { aContribution, aLedger, options } from '../ledger/factories.ts';
import { keyOf, piecesOf, sourceOf } from './factories.ts';

const mutants = 100_000;
/** So many at a time keep the threads that decrypt busy. */
const together = 200;

/** Mulberry32: the same mutants every time. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

it('refuses or reports every one of 100,000 mutated backups, and takes nothing that was not written', async () => {
  // Most are of an empty ledger: one chunk between two headers, opened in no time.
  const small = await piecesOf(aLedger());
  const db = aLedger();
  await append(
    db,
    [1, 2].map((n) => aContribution({ object: { url: `https://a.example/${n}`, id: `${n}` } })),
    options(),
  );
  const large = await piecesOf(db, 2);
  const genuine = new Set<string>();
  for (const pieces of [small, large]) {
    for await (const { content } of (await openBackup(sourceOf(joined(pieces)), keyOf)).contents()) {
      genuine.add(JSON.stringify(content));
    }
  }
  expect(genuine.size).toBe(3);

  const random = randomFrom(5);
  const upTo = (most: number) => Math.floor(random() * most);
  const mutations: ((bytes: Uint8Array) => Uint8Array)[] = [
    (bytes) => {
      const bit = upTo(bytes.length * 8);
      bytes[bit >> 3] = (bytes[bit >> 3] as number) ^ (1 << (bit & 7));
      return bytes;
    },
    (bytes) => bytes.fill(upTo(256), upTo(bytes.length), upTo(bytes.length)),
    (bytes) => bytes.slice(0, upTo(bytes.length)),
    (bytes) => bytes.slice(1 + upTo(bytes.length - 1)),
    (bytes) => {
      const [from, to] = [upTo(bytes.length), upTo(bytes.length)].sort((a, b) => a - b) as [number, number];
      return joined([bytes.slice(0, from), bytes.slice(to)]);
    },
    (bytes) => {
      const [from, to] = [upTo(bytes.length), upTo(bytes.length)].sort((a, b) => a - b) as [number, number];
      return joined([bytes.slice(0, to), bytes.slice(from)]);
    },
    () => joined([...large].sort(() => random() - 0.5)),
  ];

  const originals = [joined(small), joined(large)] as const;
  const outcomes = { same: 0, refused: 0, reported: 0 };
  const tryOne = async (bytes: Uint8Array): Promise<void> => {
    if (originals.some((whole) => sameHash(whole, bytes))) {
      outcomes.same += 1;
      return;
    }
    let opened: Awaited<ReturnType<typeof openBackup>>;
    try {
      opened = await openBackup(sourceOf(bytes), keyOf);
    } catch (error) {
      expect(['not-a-backup', 'header', 'newer', 'passphrase']).toContain((error as BackupError).problem);
      outcomes.refused += 1;
      return;
    }
    for await (const { content } of opened.contents()) {
      if (!genuine.has(JSON.stringify(content))) throw new Error('took what was never written');
    }
    if (isSound(opened.condition)) throw new Error('took a mutant for sound');
    outcomes.reported += 1;
  };
  for (let n = 0; n < mutants; n += together) {
    const batch = Array.from({ length: together }, (_, at) =>
      // Most are single flipped bits: the least that can be wrong.
      (mutations[(n + at) % 2 ? 0 : upTo(mutations.length)] as (typeof mutations)[0])(
        originals[at % 10 ? 0 : 1].slice(),
      ),
    );
    await Promise.all(batch.map(tryOne));
  }
  expect(outcomes.refused + outcomes.reported + outcomes.same).toBe(mutants);
  expect(outcomes.same).toBeLessThan(mutants / 10);
  expect(outcomes.refused).toBeGreaterThan(1000);
  expect(outcomes.reported).toBeGreaterThan(1000);
});
