import { countEntry, isAct, rollupKey } from './counting.ts';
import { type LedgerDatabase, withLedger } from './database.ts';
import { isEntry } from './queries.ts';

/**
 * Raises entries of a stream to `matched`: a platform found them in its own log and its receipt says so. What was
 * sealed stays as it was: the level of that time is kept beside the new one, and lines and ids are made from it.
 * @param ranges `[from, to)` by index
 * @returns how many were raised; those that are matched already, forgotten or not there are passed over
 */
export function markMatched(
  db: LedgerDatabase,
  stream: string,
  ranges: readonly (readonly [from: number, to: number])[],
): Promise<number> {
  return withLedger(() =>
    db.transaction('rw', db.entries, db.rollups, async () => {
      let raised = 0;
      for (const [from, to] of ranges) {
        const rows = await db.entries
          .where('[stream+index]')
          .between([stream, from], [stream, to], true, false)
          .toArray();
        for (const entry of rows) {
          if (!isEntry(entry) || entry.evidence.level === 'matched') continue;
          const { level: was } = entry.evidence;
          const matched = { ...entry, evidence: { ...entry.evidence, level: 'matched' as const, was } };
          await db.entries.put(matched);
          const row = isAct(entry) ? await db.rollups.get(rollupKey(entry)) : undefined;
          if (row) {
            countEntry(row, entry, -1);
            countEntry(row, matched, 1);
            await db.rollups.put(row);
          }
          raised += 1;
        }
      }
      return raised;
    }),
  );
}
