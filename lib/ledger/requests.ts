import Dexie, { RangeSet } from 'dexie';
import type { LedgerDatabase } from './database.ts';

// The hot path of an append speaks to IndexedDB itself: measured in Chromium at 100,000 entries, Dexie's own
// transactions, reads and writes there cost more than a bare `add` again (`bench/append.ts`).

/** Stores that an append touches. */
type Appending = 'entries' | 'streams' | 'rollups';

/**
 * Runs work in one read-write transaction over what an append touches, and resolves with its result when the disk has
 * it. All or nothing: what throws aborts. The work may await only answers of this transaction (`answerOf`), because
 * IndexedDB ends a transaction that asks nothing.
 */
export async function inOneTransaction<Result>(
  db: LedgerDatabase,
  work: (transaction: IDBTransaction) => Promise<Result>,
): Promise<Result> {
  if (!db.isOpen()) await db.open();
  const stores: Appending[] = ['entries', 'streams', 'rollups'];
  const transaction = db.backendDB().transaction(stores, 'readwrite', { durability: 'strict' });
  const ended = new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('the transaction was aborted'));
  });
  // Where the work throws first, that is the reason to tell.
  ended.catch(() => {});
  try {
    const result = await work(transaction);
    await ended;
    return result;
  } catch (error) {
    abort(transaction);
    await ended.catch(() => {});
    throw transaction.error ?? error;
  }
}

function abort(transaction: IDBTransaction): void {
  try {
    transaction.abort();
  } catch {
    // It has ended already.
  }
}

/** The answer to a request. The transaction stays open for what is asked in the same turn as the answer comes. */
export function answerOf<Answer>(request: IDBRequest<Answer>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** One row to write. `add` refuses a key that is there already. */
export interface Write {
  store: Appending;
  how: 'add' | 'put';
  row: unknown;
}

/**
 * Ends a transaction with some writes and the commit behind them, all placed in one go: waiting for each of them would
 * cost each act more turns of the event loop. What cannot be placed throws before the commit; a write that fails aborts.
 */
export function writeAtOnce(transaction: IDBTransaction, writes: Iterable<Write>): void {
  for (const { store, how, row } of writes) transaction.objectStore(store)[how](row);
  transaction.commit();
}

/** Tells live queries, in every page, to ask again: Dexie did not see what was written. */
export function tellWritten(): void {
  Dexie.on.storagemutated.fire({ all: new RangeSet() });
}
