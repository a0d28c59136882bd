import { countEntry, countTaken, isAct, isEmptyRollup, rollupKey } from './counting.ts';
import { type LedgerDatabase, withLedger } from './database.ts';
import type { Entry } from './entry.ts';
import type { Rollup } from './rollup.ts';
import type { Tombstone } from './stream.ts';

/**
 * Forgets an entry: its content goes, the salted leaf hash stays, so the log still verifies. What would tell the same
 * goes with it: an act with all that revises it or takes it back, and an undo with its act. A revision goes alone.
 * @returns ids of the entries that were forgotten; none where there is no such entry
 */
export function forget(db: LedgerDatabase, id: string): Promise<string[]> {
  return withLedger(() =>
    db.transaction('rw', [db.entries, db.rollups, db.streams, db.receipts], async () => {
      const row = await db.entries.where('id').equals(id).first();
      if (!row || !('kind' in row)) return [];
      const going = await goingWith(db, row);

      const rollups = new Map<string, Rollup>();
      const rollupOf = async (entry: Entry): Promise<Rollup | undefined> => {
        const key = rollupKey(entry);
        const name = key.join('\n');
        const stored = rollups.get(name) ?? (await db.rollups.get(key));
        if (stored) rollups.set(name, stored);
        return stored;
      };
      for (const entry of going) {
        const own = await rollupOf(entry);
        if (own) countEntry(own, entry, -1);
        const taken = going.find((act) => act.id === entry.undoes && isAct(act));
        const of = taken && (await rollupOf(taken));
        if (taken && of) countTaken(of, taken, -1);
      }

      const rows = [...rollups.values()];
      const empty = rows
        .filter(isEmptyRollup)
        .map(({ day, stream, kind }) => [day, stream, kind] as [string, string, string]);
      await Promise.all([
        db.rollups.bulkPut(rows),
        db.entries.bulkPut(going.map(tombstoneOf)),
        forgetKeys(db, going),
        forgetReturned(db, going),
      ]);
      await db.rollups.bulkDelete(empty);
      return going.map((entry) => entry.id);
    }),
  );
}

/** Deletes the whole database, keys included, and begins an empty one. */
export function forgetEverything(db: LedgerDatabase): Promise<void> {
  return withLedger(async () => {
    await db.delete();
    await db.open();
  });
}

/** Request identities of forgotten entries go too: they are hashes over what was acted on. */
async function forgetKeys(db: LedgerDatabase, going: readonly Entry[]): Promise<void> {
  const gone = new Set(going.map(({ seq }) => `${seq}`));
  for (const id of new Set(going.map(({ stream }) => stream))) {
    const stream = await db.streams.get(id);
    const left = stream?.recent.filter((identity) => !gone.has(identity.split(':', 1)[0] ?? ''));
    if (stream && left && left.length < stream.recent.length) await db.streams.update(id, { recent: left });
  }
}

/** What was written down as come back for forgotten entries names them, so it goes too. */
async function forgetReturned(db: LedgerDatabase, going: readonly Entry[]): Promise<void> {
  const gone = new Set<unknown>(going.map(({ id }) => id));
  await db.receipts.filter((row) => row.type === 'recognition' && gone.has(row.entry)).delete();
}

/** The entries that one entry cannot be forgotten without, itself included, each once. */
async function goingWith(db: LedgerDatabase, entry: Entry): Promise<Entry[]> {
  if (typeof entry.revises === 'string') return [entry];
  const act = entry.undoes ? ((await db.entries.where('id').equals(entry.undoes).first()) ?? entry) : entry;
  const [undos, revisions] = await Promise.all([
    db.entries.where('undoes').equals(act.id).toArray(),
    db.entries.where('revises').equals(act.id).toArray(),
  ]);
  return [act, ...undos, ...revisions].filter((row): row is Entry => 'kind' in row);
}

function tombstoneOf({ seq, id, stream, index, leaf }: Entry): Tombstone {
  return { seq, id, stream, index, leaf, forgotten: true };
}
