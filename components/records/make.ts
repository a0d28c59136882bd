import { openLedger } from '../../lib/ledger/database.ts';
import { exportRecord } from '../../lib/record/export.ts';
import { keyStoreOf, openKeyRing } from '../../lib/record/keys.ts';
import type { Choice } from './preview.ts';

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));

/**
 * Makes the signed record of what was chosen. Keys are made on first use. The only thing written is what was signed
 * (so that no later record can contradict it), and never an entry.
 * @throws RecordError
 */
export async function makeRecord({
  period,
  streams,
  titles,
}: Choice): Promise<{ zip: Uint8Array<ArrayBuffer>; shown: number }> {
  const db = openLedger();
  try {
    const keys = await openKeyRing(keyStoreOf(db), { random });
    const { zip, shown } = await exportRecord(db, keys, { period, streams, titles, random, now: () => new Date() });
    return { zip: new Uint8Array(zip), shown };
  } finally {
    db.close();
  }
}
