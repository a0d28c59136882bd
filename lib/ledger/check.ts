import { base64urlnopad } from '@scure/base';
import { type Namespace, namespace as ownNamespace } from '../namespace.ts';
import { canonical } from './canonical.ts';
import { countEntry, countTaken, emptyRollup, isAct, isEmptyRollup, rollupKey } from './counting.ts';
import { type LedgerDatabase, withLedger } from './database.ts';
import type { Entry } from './entry.ts';
import { fieldSalt } from './field-salt.ts';
import { appendLeaf, emptyFrontier, type Frontier, leafHash, rootOf } from './merkle.ts';
import { isEntry } from './queries.ts';
import { entryId, recordLine } from './record-line.ts';
import type { Rollup } from './rollup.ts';
import type { Stream, Tombstone } from './stream.ts';

export interface Checked {
  ok: boolean;
  /** Rows looked at, forgotten ones included. */
  entries: number;
  /** The first thing that does not fit. `seq` is −1 where it is a stream (`id` names it) or a roll-up. */
  problem?: { id: string; seq: number; what: string };
}

/** Rows read at a time. */
const pageSize = 500;

/**
 * Checks the whole ledger from its first entry: numbers, content addresses, record lines, logs, streams, roll-ups.
 * Reads page by page, so that a long ledger neither fills the memory nor holds up appends; what is appended
 * meanwhile is left for the next check.
 */
export function checkLedger(db: LedgerDatabase, namespace: Namespace = ownNamespace): Promise<Checked> {
  return withLedger(async () => {
    const checked = await checkOnce(db, namespace);
    // Something forgotten halfway looks like damage; it does not look so twice.
    return checked.ok ? checked : checkOnce(db, namespace);
  });
}

async function checkOnce(db: LedgerDatabase, namespace: Namespace): Promise<Checked> {
  // One snapshot of the sums; rows above its last number are not looked at.
  const { streams, rollups, end } = await db.transaction('r', [db.streams, db.rollups, db.entries], async () => ({
    streams: await db.streams.toArray(),
    rollups: await db.rollups.toArray(),
    end: ((await db.entries.toCollection().reverse().limit(1).primaryKeys())[0] ?? -1) + 1,
  }));
  const logs = new Map(streams.map((stream) => [stream.id, { stream, frontier: emptyFrontier as Frontier }]));
  const recount: Recount = new Map();

  let next = 0;
  while (next < end) {
    const rows = await db.entries
      .where('seq')
      .between(next, Math.min(next + pageSize, end))
      .toArray();
    if (rows.length === 0) return bad(next, { id: '', seq: next }, 'is missing');
    for (const row of rows) {
      if (row.seq !== next) return bad(next, { id: '', seq: next }, 'is missing');
      const log = logs.get(row.stream);
      if (!log) return bad(next, row, 'belongs to no stream');
      if (row.index !== log.frontier.size) return bad(next, row, `is not number ${log.frontier.size} of its stream`);
      if (isEntry(row)) {
        const what = await problemOf(db, row, log.stream, namespace);
        if (what) return bad(next, row, what);
        await count(db, recount, row, log.stream);
      }
      const leaf = hashFrom(row.leaf);
      if (!leaf) return bad(next, row, 'has no leaf hash');
      log.frontier = appendLeaf(log.frontier, leaf);
      next++;
    }
  }

  for (const { stream, frontier } of logs.values()) {
    const root = base64urlnopad.encode(rootOf(frontier));
    const edges = frontier.edges.map((edge) => base64urlnopad.encode(edge));
    if (stream.size !== frontier.size || stream.root !== root || stream.edges.join() !== edges.join()) {
      return bad(next, { id: stream.id, seq: -1 }, 'does not fit its entries');
    }
  }
  const difference = compare(recount, rollups);
  if (difference) return bad(next, { id: difference, seq: -1 }, 'counts what its entries do not');
  return { ok: true, entries: next };
}

/** Counts every roll-up anew from the entries; the self-check compares them with what is stored. */
export function rebuildRollups(db: LedgerDatabase): Promise<Rollup[]> {
  return withLedger(async () => {
    const streams = new Map((await db.streams.toArray()).map((stream) => [stream.id, stream]));
    const recount: Recount = new Map();
    for (const row of await db.entries.toArray()) {
      const stream = streams.get(row.stream);
      if (isEntry(row) && stream) await count(db, recount, row, stream);
    }
    return [...recount.values()];
  });
}

/** What is wrong with one entry by itself, or null. */
async function problemOf(
  db: LedgerDatabase,
  entry: Entry,
  stream: Stream,
  namespace: Namespace,
): Promise<string | null> {
  try {
    if (entryId(entry) !== entry.id) return 'was changed: its content does not give its id';
    const earlierId = entry.undoes ?? (typeof entry.revises === 'string' ? entry.revises : undefined);
    const earlier = earlierId ? await db.entries.where('id').equals(earlierId).first() : undefined;
    if (earlierId && !earlier) return 'names an entry that is not there';
    const line = recordLine(entry, {
      namespace,
      stream,
      earlier: earlier && isEntry(earlier) ? earlier : undefined,
      fieldSalt: fieldSalt(stream),
    });
    return base64urlnopad.encode(leafHash(line.bytes)) === entry.leaf
      ? null
      : 'was changed: it does not give its leaf hash';
  } catch {
    return 'was changed: it can no longer stand in a record';
  }
}

type Recount = Map<string, Rollup>;

async function count(db: LedgerDatabase, recount: Recount, entry: Entry, stream: Stream): Promise<void> {
  const rowOf = (counted: Entry): Rollup => {
    const name = rollupKey(counted).join('\n');
    const row = recount.get(name) ?? emptyRollup(counted, stream);
    recount.set(name, row);
    return row;
  };
  countEntry(rowOf(entry), entry, 1);
  if (!entry.undoes) return;
  const act = await db.entries.where('id').equals(entry.undoes).first();
  if (act && isEntry(act) && isAct(act)) countTaken(rowOf(act), act, 1);
}

/** Key of the first roll-up in which two counts differ, or null. */
function compare(recount: Recount, stored: readonly Rollup[]): string | null {
  const left = new Map(recount);
  for (const row of stored) {
    const name = [row.day, row.stream, row.kind].join('\n');
    const counted = left.get(name);
    left.delete(name);
    if (!counted || canonical(counted) !== canonical(row)) return name;
  }
  for (const [name, row] of left) if (!isEmptyRollup(row)) return name;
  return null;
}

function bad(entries: number, { id, seq }: Pick<Tombstone, 'id' | 'seq'>, what: string): Checked {
  return { ok: false, entries, problem: { id, seq, what } };
}

function hashFrom(text: unknown): Uint8Array | null {
  try {
    const bytes = base64urlnopad.decode(text as string);
    return bytes.length === 32 ? bytes : null;
  } catch {
    return null;
  }
}
