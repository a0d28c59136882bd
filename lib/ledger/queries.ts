import { type LedgerDatabase, withLedger } from './database.ts';
import type { Entry } from './entry.ts';
import { kinds as allKinds, type Kind } from './kinds.ts';
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

/** What a page of the ledger is narrowed to. */
export interface Narrowing {
  kinds?: readonly Kind[];
  /** Ids of streams. */
  streams?: readonly string[];
}

/** So many rows are read at once, twice as many each time nothing was found among them. */
const firstReach = 400;
/** After so many rows of looking back, what is wanted is rare or long ago, and the index of kinds is asked instead. */
const longestReach = 3000;

/**
 * The newest entries first, a page at a time. Forgotten ones are not among them. Rows are read in runs, because going
 * from one to the next costs ten times as much in every browser.
 */
export function newestPage(
  db: LedgerDatabase,
  { before, limit = 50, kinds, streams }: { before?: number; limit?: number } & Narrowing = {},
): Promise<Page> {
  return withLedger(() =>
    db.transaction('r', [db.entries, db.streams], async () => {
      const wanted = (row: Entry | Tombstone): row is Entry =>
        isEntry(row) && (!kinds || kinds.includes(row.kind)) && (!streams || streams.includes(row.stream));
      const newest = before ?? Number((await db.entries.orderBy('seq').lastKey()) ?? -1) + 1;
      const narrowed = kinds !== undefined || streams !== undefined;
      const entries: Entry[] = [];
      let to = newest;
      // Where everything is wanted, few rows more than shown will do: some may be forgotten.
      for (let reach = narrowed ? firstReach : limit + 10; to > 0 && entries.length <= limit; reach *= 2) {
        if (narrowed && newest - to >= longestReach) {
          entries.push(...(await byIndex(db, to, limit + 1 - entries.length, { kinds, streams })));
          break;
        }
        const from = Math.max(0, to - reach);
        const rows = await db.entries.where('seq').between(from, to, true, false).toArray();
        entries.push(...rows.filter(wanted).reverse());
        to = from;
      }
      const shown = entries.slice(0, limit);
      const last = shown.at(-1);
      return { entries: shown, ...(entries.length > limit && last && { next: last.seq }) };
    }),
  );
}

/** The newest entries of some streams and kinds below `to`, by the keys of an index alone. */
async function byIndex(
  db: LedgerDatabase,
  to: number,
  limit: number,
  { kinds = allKinds, streams }: { kinds?: readonly Kind[] | undefined; streams?: readonly string[] | undefined },
): Promise<Entry[]> {
  const ids = streams ?? (await db.streams.toCollection().primaryKeys());
  const pairs = ids.flatMap((stream) => kinds.map((kind) => [stream, kind] as const));
  const keys = await Promise.all(
    pairs.map(([stream, kind]) =>
      db.entries
        .where('[stream+kind+object.url]')
        .between([stream, kind], [stream, kind, []], true, true)
        .primaryKeys(),
    ),
  );
  const newest = keys
    .flat()
    .filter((seq) => seq < to)
    .sort((one, other) => other - one)
    .slice(0, limit);
  return ((await db.entries.bulkGet(newest)) as (Entry | Tombstone)[]).filter(
    (row) => row !== undefined && isEntry(row),
  );
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
