import { sha256 } from '@noble/hashes/sha2.js';
import { base64urlnopad } from '@scure/base';
import { type LedgerDatabase, withLedger } from '../ledger/database.ts';
import { appendLeaf, type Frontier } from '../ledger/merkle.ts';
import type { Stream } from '../ledger/stream.ts';
import type { Sealer } from './chunk.ts';
import { type Content, endOf, identityOf, type LogEdge, plain, type SideStore, sideStores } from './content.ts';
import { headerBytes } from './header.ts';

/** What a backup is of: the ledger up to a moment. Plain data, so that a run can be taken up again later. */
export interface Snapshot {
  /** Entries with a smaller `seq` are in it. */
  end: number;
  logs: Stream[];
  /** See `EntriesContent.keys`. */
  keys?: string;
}

/** How far a backup has been written. Plain data. */
export interface Position {
  stage: 'entries' | SideStore | 'end';
  /** First `seq` of the next chunk, or the last key of the one before. */
  from: number | string;
  place: number;
  chain: string;
  /** Right edges of the logs, as far as they have been written, by id. */
  edges: Record<string, LogEdge>;
  left: string[];
}

/** Entries in a chunk: some 100 KB packed. */
const pageSize = 500;
/** Side rows in a chunk, in characters of JSON; a row above the second does not go along. */
const fullChunk = 1_000_000;
const largestRow = 4_000_000;

/** What is in the ledger now. Everything that is appended later is left for the next backup. */
export function snapshotOf(db: LedgerDatabase, keys?: string): Promise<Snapshot> {
  return withLedger(() =>
    db.transaction('r', [db.entries, db.streams], async () => ({
      logs: await db.streams.toArray(),
      end: ((await db.entries.toCollection().reverse().limit(1).primaryKeys())[0] ?? -1) + 1,
      ...(keys !== undefined && { keys }),
    })),
  );
}

/** Before the first chunk. */
export const beginning: Position = {
  stage: 'entries',
  from: 0,
  place: 0,
  chain: base64urlnopad.encode(new Uint8Array(32)),
  edges: {},
  left: [],
};

/** The bytes of a backup from a position on. The header is repeated at the end, so that damage to one is no loss. */
export interface Piece {
  bytes: Uint8Array;
  /** Where the next piece begins; undefined behind the last. */
  next: Position | undefined;
}

/**
 * Makes the next piece of a backup: reads a page, packs, seals. What is forgotten while a backup is made is in it or
 * not; a piece that is made twice (after a broken upload) has other bytes, and both are good.
 */
export async function nextPiece(
  db: LedgerDatabase,
  sealer: Sealer,
  snapshot: Snapshot,
  position: Position,
): Promise<Piece> {
  const { content, next } = await withLedger(() => nextContent(db, snapshot, position));
  const chunk = await sealer.seal(content, position.place, next === undefined);
  const header = headerBytes(sealer.header);
  const bytes = joined([...(position.place === 0 ? [header] : []), chunk, ...(next ? [] : [header])]);
  if (!next) return { bytes, next };
  const chain = base64urlnopad.encode(chained(base64urlnopad.decode(position.chain), chunk));
  return { bytes, next: { ...next, place: position.place + 1, chain } };
}

/** One link of the hash over all chunks. */
export function chained(before: Uint8Array, chunk: Uint8Array): Uint8Array {
  return sha256.create().update(before).update(chunk).digest();
}

type Step = { content: Content; next: Omit<Position, 'place' | 'chain'> | undefined };

async function nextContent(db: LedgerDatabase, snapshot: Snapshot, position: Position): Promise<Step> {
  const { logs, end, keys } = snapshot;
  const { edges } = position;
  let { stage, from } = position;
  const left = [...position.left];
  if (stage === 'entries') {
    const first = Number(from);
    if (first < end) {
      const until = Math.min(first + pageSize, end);
      const rows = await db.entries.where('seq').between(first, until).toArray();
      const named = new Set(rows.map(({ stream }) => stream));
      const content: Content = {
        kind: 'entries',
        ...(keys !== undefined && { keys }),
        logs: logs
          .filter(({ id }) => named.has(id))
          .map((log) => ({ ...identityOf(log), before: edges[log.id] ?? noEdge })),
        rows,
      };
      return { content, next: { stage, from: until, left, edges: grown(edges, rows) } };
    }
    [stage, from] = [sideStores[0], ''];
  }
  while (stage !== 'end') {
    const { rows, last } = await sideRows(db, stage, String(from), left);
    const following: Position['stage'] = sideStores[sideStores.indexOf(stage) + 1] ?? 'end';
    if (rows.length > 0) {
      return { content: { kind: 'side', store: stage, rows }, next: { stage, from: last, left, edges } };
    }
    [stage, from] = [following, ''];
  }
  return {
    content: { kind: 'end', entries: end, logs: logs.map(endOf), chain: position.chain, left: left.slice(0, 1000) },
    next: undefined,
  };
}

const noEdge: LogEdge = { size: 0, edges: [] };

/** The edges of logs behind these rows. */
function grown(edges: Record<string, LogEdge>, rows: readonly { stream: string; leaf: string }[]) {
  const frontiers = new Map<string, Frontier>();
  for (const { stream, leaf } of rows) {
    const frontier = frontiers.get(stream) ?? frontierFrom(edges[stream] ?? noEdge);
    frontiers.set(stream, appendLeaf(frontier, base64urlnopad.decode(leaf)));
  }
  const moved = [...frontiers].map(([id, frontier]) => [id, edgeFrom(frontier)] as const);
  return { ...edges, ...Object.fromEntries(moved) };
}

export function frontierFrom({ size, edges }: LogEdge): Frontier {
  return { size, edges: edges.map((edge) => base64urlnopad.decode(edge)) };
}

function edgeFrom({ size, edges }: Frontier): LogEdge {
  return { size, edges: edges.map((edge) => base64urlnopad.encode(edge)) };
}

/** Rows of a side store after a key, as many as fit a chunk. Names of those that cannot go along are put on `left`. */
async function sideRows(
  db: LedgerDatabase,
  store: SideStore,
  after: string,
  left: string[],
): Promise<{ rows: unknown[]; last: string }> {
  const rows: unknown[] = [];
  let last = after;
  let size = 0;
  for (;;) {
    const key = await db.table(store).where(':id').above(last).limit(1).primaryKeys();
    if (key.length === 0) return { rows, last };
    const name = key[0] as string;
    if (!staysHere(store, name)) {
      const row = plain(await db.table(store).get(name));
      const length = row === undefined ? Number.POSITIVE_INFINITY : JSON.stringify(row).length;
      if (length > largestRow) left.push(`${store}/${name}`.slice(0, 256));
      else {
        if (rows.length > 0 && size + length > fullChunk) return { rows, last };
        rows.push(row);
        size += length;
      }
    }
    last = name;
  }
}

/**
 * Settings that never leave this browser: where backups go with the word that opens that place, and what only this
 * browser can hold.
 */
export function staysHere(store: SideStore, name: string): boolean {
  return store === 'settings' && /^(backup|key-trial)/.test(name);
}

export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
