import Dexie, { RangeSet, type Transaction } from 'dexie';

// The hot path of an append speaks to IndexedDB itself, inside Dexie's transaction: measured in Chromium at 100,000
// entries, Dexie's own reads and writes there cost a third of a bare `add` more (`bench/append.ts`).

/** The answer to a request. The transaction stays open for what is asked in the same turn as the answer comes. */
export function answerOf<Answer>(request: IDBRequest<Answer>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** One row to write. `add` refuses a key that is there already. */
export interface Write {
  store: string;
  how: 'add' | 'put';
  row: unknown;
}

/**
 * Ends a read-write transaction with some writes and the commit behind them, all placed in one go. Dexie's own writes
 * are placed one by one in later turns of the event loop, so with them nobody can say when to commit, and each act
 * waits a turn longer. All or nothing: what cannot be placed throws before the commit, and a write that fails aborts.
 */
export function writeAtOnce({ idbtrans }: Transaction, writes: Iterable<Write>): void {
  for (const { store, how, row } of writes) {
    const request = idbtrans.objectStore(store)[how](row);
    // Dexie would take the event for handled, and keep the other writes.
    request.onerror = (event) => event.stopPropagation();
  }
  idbtrans.commit?.();
}

/** Tells live queries, in every page, to ask again: Dexie did not see what was written. */
export function tellWritten(): void {
  Dexie.on.storagemutated.fire({ all: new RangeSet() });
}
