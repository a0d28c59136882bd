import { type LedgerDatabase, withLedger } from './database.ts';
import type { Entry } from './entry.ts';
import { localDay, shiftDay } from './local-day.ts';
import type { Rollup } from './rollup.ts';
import type { Stream, Tombstone } from './stream.ts';

/** Days from `from` to `to`, both included: `2026-11-16` to `2026-11-22`. */
export interface Period {
  from: string;
  to: string;
}

export interface Page {
  entries: Entry[];
  /** Pass as `before` for the next page; missing on the last. */
  next?: number;
}

/** The newest entries first, a page at a time. Forgotten ones are not among them. */
export function newestPage(
  db: LedgerDatabase,
  { before, limit = 50, where }: { before?: number; limit?: number; where?: (entry: Entry) => boolean } = {},
): Promise<Page> {
  return withLedger(async () => {
    const rows = before === undefined ? db.entries.toCollection() : db.entries.where('seq').below(before);
    const entries = (await rows
      .reverse()
      .filter((row) => isEntry(row) && (!where || where(row)))
      .limit(limit + 1)
      .toArray()) as Entry[];
    const shown = entries.slice(0, limit);
    const last = shown.at(-1);
    return { entries: shown, ...(entries.length > limit && last && { next: last.seq }) };
  });
}

/** Entries of a period by the person's own calendar, in the order in which they were stored. */
export function entriesOf(db: LedgerDatabase, { from, to }: Period): Promise<Entry[]> {
  return withLedger(async () => {
    // A local day begins up to a day before or after the same day in UTC.
    const rows = await db.entries.where('at').between(shiftDay(from, -1), shiftDay(to, 2), true, true).toArray();
    return rows
      .filter(isEntry)
      .filter(({ at, zone }) => isWithin(localDay(at, zone), { from, to }))
      .sort((one, other) => one.seq - other.seq);
  });
}

/** Roll-ups of a period, by day. */
export function rollupsOf(db: LedgerDatabase, { from, to }: Period): Promise<Rollup[]> {
  // An array sorts above every string, so it closes the range of all streams and kinds of the last day.
  return withLedger(() => db.rollups.where('[day+stream+kind]').between([from], [to, []], true, true).toArray());
}

/** How many acts of these roll-ups stand: done and not taken back. */
export function standingIn(rollups: readonly Rollup[]): number {
  return rollups.reduce((sum, { done, taken }) => sum + done - taken, 0);
}

/** Everything by its id; undefined where it never was or is forgotten. */
export function entryById(db: LedgerDatabase, id: string): Promise<Entry | undefined> {
  return withLedger(async () => {
    const row = await db.entries.where('id').equals(id).first();
    return row && isEntry(row) ? row : undefined;
  });
}

/** All streams, in no particular order. */
export function allStreams(db: LedgerDatabase): Promise<Stream[]> {
  return withLedger(() => db.streams.toArray());
}

/** First day on which anything was done, or undefined in an empty ledger. */
export function firstDay(db: LedgerDatabase): Promise<string | undefined> {
  return withLedger(async () => {
    const [key] = await db.rollups.toCollection().limit(1).primaryKeys();
    return key?.[0];
  });
}

/** Rows of one stream by index, forgotten ones included, in pages: `from` inclusive. */
export function streamRows(
  db: LedgerDatabase,
  stream: string,
  from: number,
  limit: number,
): Promise<(Entry | Tombstone)[]> {
  return withLedger(() =>
    db.entries
      .where('[stream+index]')
      .between([stream, from], [stream, from + limit], true, false)
      .toArray(),
  );
}

/** Whether a row still has its content. */
export function isEntry(row: Entry | Tombstone): row is Entry {
  return !('forgotten' in row);
}

export function isWithin(day: string, { from, to }: Period): boolean {
  return from <= day && day <= to;
}
