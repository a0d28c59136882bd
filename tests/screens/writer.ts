import { append } from '../../lib/ledger/append.ts';
import { openLedger } from '../../lib/ledger/database.ts';
import type { Contribution } from '../../lib/ledger/entry.ts';

/** Runs in a page of the extension (see seed.ts). */
export async function fill(contributions: Contribution[]): Promise<void> {
  const db = openLedger();
  await append(db, contributions, { random: (length) => crypto.getRandomValues(new Uint8Array(length)) });
  db.close();
}
