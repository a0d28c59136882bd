import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { verifyRecord } from '../../../lib/record/verify.ts';
import { unpackZip, ZipError } from '../../../lib/record/zip.ts';
import { aRecord, aWeek, madeAt } from './factories.ts';

const now = madeAt.getTime();

describe('a record that was tampered with', () => {
  it('is found out, and the file named, whichever byte of whichever file was changed', async () => {
    const { files } = await aRecord(await aWeek(), { period: { from: '2026-11-17', to: '2026-11-22' } });
    const paths = [...files.keys()];
    const counts = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...paths),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        async (path, seed, change) => {
          const bytes = Uint8Array.from(files.get(path) as Uint8Array);
          const at = seed % bytes.length;
          bytes[at] = (bytes[at] as number) ^ change;
          const verdict = await verifyRecord(new Map(files).set(path, bytes), { now });
          expect(verdict).toMatchObject({ ok: false, file: path });
          counts.set(path, (counts.get(path) ?? 0) + 1);
        },
      ),
      { numRuns: 10_000 },
    );
    expect(counts.size).toBe(paths.length);
  }, 120_000);

  it('is found out when a file is cut, lengthened, removed, added or exchanged', async () => {
    const db = await aWeek();
    const { files } = await aRecord(db);
    const other = await aRecord(db, { random: (length) => new Uint8Array(length) });
    for (const path of files.keys()) {
      const bytes = files.get(path) as Uint8Array;
      const without = new Map(files);
      without.delete(path);
      // Without its list the files are refused by the name of the first that only the list covers.
      const file = path === 'proofs/files.txt' ? expect.any(String) : path;
      expect(await verifyRecord(without, { now })).toMatchObject({ ok: false, file });
      for (const changed of [bytes.subarray(1), bytes.subarray(0, -1), Uint8Array.of(...bytes, 10), new Uint8Array()]) {
        expect(await verifyRecord(new Map(files).set(path, changed), { now })).toMatchObject({ ok: false, file: path });
      }
    }
    const stranger = new Map(files).set('more.txt', new Uint8Array());
    expect(await verifyRecord(stranger, { now })).toMatchObject({ ok: false, step: 10, file: 'more.txt' });
    const seal = other.files.get('proofs/files.txt') as Uint8Array;
    expect(await verifyRecord(new Map(files).set('proofs/files.txt', seal), { now })).toMatchObject({
      ok: false,
      step: 10,
    });
  });

  it('cannot hide in the zip: it is refused, or unpacks to the same files', async () => {
    const { zip, files } = await aRecord(await aWeek());
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(fc.nat(zip.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const changed = Uint8Array.from(zip);
        changed[at] = (changed[at] as number) ^ change;
        try {
          expect(await unpackZip(changed)).toEqual(files);
        } catch (error) {
          if (!(error instanceof ZipError)) throw error;
          refused++;
        }
      }),
      { numRuns: 3000 },
    );
    expect(refused).toBeGreaterThan(2000);
  }, 120_000);
});
