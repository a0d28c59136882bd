import { append } from '../../lib/ledger/append.ts';
import { openLedger } from '../../lib/ledger/database.ts';
import type { Contribution } from '../../lib/ledger/entry.ts';

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));

/** Runs in a page of the extension (see seed.ts). */
export async function fill(contributions: Contribution[]): Promise<void> {
  const db = openLedger();
  await append(db, contributions, { random });
  db.close();
}

let open: ReturnType<typeof openLedger> | undefined;

/** The same for many batches: the ledger stays open between them. @returns how many entries the batch added */
export async function fillMore(contributions: Contribution[]): Promise<number> {
  open ??= openLedger();
  const appended = await append(open, contributions, { random });
  return appended.filter(({ outcome }) => outcome !== 'duplicate').length;
}

/** How many entries the ledger has given a number to, forgotten ones among them. */
export async function entriesSoFar(): Promise<number> {
  open ??= openLedger();
  const last = await open.entries.orderBy('seq').lastKey();
  return last === undefined ? 0 : Number(last) + 1;
}
