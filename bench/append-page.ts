import { openLedger } from '../lib/ledger/database.ts';
import { measureAppend, openBare } from './append.ts';
import type { Measurement } from './measurement.ts';

/** The append measurement on fresh databases of the page it runs in. */
export default async function measure(): Promise<Measurement[]> {
  const ledger = openLedger({ name: 'bench-ledger' });
  const bare = openBare('bench-bare');
  try {
    return [await measureAppend(ledger, bare)];
  } finally {
    await Promise.all([ledger.delete(), bare.delete()]);
  }
}
