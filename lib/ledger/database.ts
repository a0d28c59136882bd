import Dexie, { type Table } from 'dexie';
import type { Entry } from './entry.ts';
import { asLedgerError, LedgerError } from './errors.ts';
import type { Rollup } from './rollup.ts';
import { schemaVersions } from './schema-versions.ts';
import type { Stream, Tombstone } from './stream.ts';

/** One line of the store `settings`. Keys live here too: IndexedDB can hold what must not be readable as bytes. */
export interface Setting {
  name: string;
  value: unknown;
}

/** The ledger's database. Only the background writes it; pages of the extension read it. */
export type LedgerDatabase = Dexie & {
  entries: Table<Entry | Tombstone, number>;
  streams: Table<Stream, string>;
  rollups: Table<Rollup, [day: string, stream: string, kind: string]>;
  blobs: Table<{ id: string; [name: string]: unknown }, string>;
  receipts: Table<{ id: string; [name: string]: unknown }, string>;
  settings: Table<Setting, string>;
};

/** Name of the database. Fixed. */
export const databaseName = 'contrail';

/**
 * Opens the ledger, upgrading it in place where an earlier version left it. Nothing is read or written before the
 * first use. `name` and `factory` are for tests and for tools that run outside a browser.
 */
export function openLedger(options: { name?: string; factory?: IDBFactory; keyRange?: typeof IDBKeyRange } = {}) {
  const db = new Dexie(options.name ?? databaseName, {
    // An act that was told as kept must survive a power cut.
    chromeTransactionDurability: 'strict',
    // Dexie's own copy of what was queried costs memory and time at every write; screens ask for little at a time.
    cache: 'disabled',
    ...(options.factory && { indexedDB: options.factory }),
    ...(options.keyRange && { IDBKeyRange: options.keyRange }),
  }) as LedgerDatabase;
  for (const { version, stores, upgrade } of schemaVersions) {
    const declared = db.version(version).stores(stores);
    if (upgrade) declared.upgrade(upgrade);
  }
  // Dexie would open what a later version wrote, and read it as if it understood.
  db.on('ready', () => requireKnownVersion(db), true);
  return db;
}

/** Dexie counts versions in tens. */
function requireKnownVersion(db: LedgerDatabase): void {
  const written = Math.floor(db.backendDB().version / 10);
  if (written > (schemaVersions.at(-1)?.version ?? 0)) {
    throw new LedgerError('newer', `version ${written} wrote this ledger`);
  }
}

/** Runs a piece of work on the ledger; what it throws is a `LedgerError` wherever the reason is known. */
export async function withLedger<Result>(work: () => PromiseLike<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw asLedgerError(error);
  }
}
