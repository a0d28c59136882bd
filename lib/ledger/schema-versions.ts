import type { Transaction } from 'dexie';

export interface SchemaVersion {
  version: number;
  stores: Record<string, string | null>;
  /** Brings rows of the version before into the shape of this one, inside the transaction that upgrades. */
  upgrade?: (transaction: Transaction) => PromiseLike<unknown>;
}

/**
 * Every schema that was ever released, oldest first. A version that is out is never edited: a change is a new one,
 * with its `upgrade` and with a stored database of the version before in `tests/unit/ledger/`.
 */
export const schemaVersions: readonly SchemaVersion[] = [
  {
    version: 1,
    stores: {
      // seq: newest page, and the next number. stream+kind+object.url: the latest act on a thing (within equal
      // keys an index is ordered by seq). undoes and revises exist on few entries, so their indexes stay small.
      entries: 'seq, &id, &[stream+index], [stream+kind+object.url], [stream+made.url], at, undoes, revises',
      streams: 'id',
      rollups: '[day+stream+kind]',
      blobs: 'id',
      receipts: 'id',
      settings: 'name',
    },
  },
];
