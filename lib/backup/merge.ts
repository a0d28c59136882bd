import { sha256 } from '@noble/hashes/sha2.js';
import { base64urlnopad, hex } from '@scure/base';
import { relate, sameSite } from '../ledger/begin-stream.ts';
import { countEntry, countTaken, emptyRollup, isAct, rollupKey } from '../ledger/counting.ts';
import { type LedgerDatabase, withLedger } from '../ledger/database.ts';
import type { Entry } from '../ledger/entry.ts';
import { fieldSalt } from '../ledger/field-salt.ts';
import { forget } from '../ledger/forget.ts';
import { markMatched } from '../ledger/matched.ts';
import { appendLeaf, emptyFrontier, type Frontier, leafHash, rootOf } from '../ledger/merkle.ts';
import { isEntry } from '../ledger/queries.ts';
import { entryId, recordLine } from '../ledger/record-line.ts';
import type { Rollup } from '../ledger/rollup.ts';
import type { Stream, Tombstone } from '../ledger/stream.ts';
import { type Namespace, namespace as ownNamespace } from '../namespace.ts';
import {
  type EndContent,
  type EntriesContent,
  entrySchema,
  type LogEdge,
  type LogEnd,
  type LogIdentity,
  lively,
  type SideContent,
  tombstoneSchema,
} from './content.ts';
import { frontierFrom, staysHere } from './write.ts';

/**
 * Why a row of a backup was not taken. `shape`: it is no entry. `changed`: its content does not give its id.
 * `lost-act`: it takes back or revises an act that is nowhere. `log`: it belongs to no log, or its log is another one
 * here. `kept-here`: settings that never travel.
 */
export type RefusalReason = 'shape' | 'changed' | 'lost-act' | 'log' | 'kept-here';

/** What became of the rows of a chunk. */
export interface Merged {
  added: number;
  /** They were there already, forgotten ones included. */
  known: number;
  /** Entries of this ledger that were forgotten on the other side, and are now here too. */
  forgotten: number;
  /** Of those added, how many could not keep their place in their log and stand in another beside it. */
  beside: number;
  refused: { id: string; why: RefusalReason }[];
}

export interface MergeOptions {
  namespace?: Namespace;
  /** The public key for records that this browser's keys give, where it has keys. */
  keys?: string | undefined;
}

/**
 * Takes a chunk of entries into the ledger, in one transaction. By id, so doing it twice is doing it once; what is
 * forgotten on either side stays forgotten. Logs are never rewritten:
 * - A row that is the next one of its log continues it, with the very leaf hash it had.
 * - Any other row (the log went on here differently, or rows before it are lost) is written into a log *beside* that
 *   one, whose id follows from it.
 * - Logs that come from elsewhere are closed here, and so is one of this browser that turns out to have grown
 *   elsewhere: new acts begin a new log (record-and-claim standards §5).
 */
export function mergeEntries(
  db: LedgerDatabase,
  { keys, logs, rows }: Omit<EntriesContent, 'kind'>,
  { namespace = ownNamespace, keys: own }: MergeOptions = {},
): Promise<Merged> {
  return withLedger(() =>
    // `forget` joins in, with all the stores that it needs.
    db.transaction('rw', [db.entries, db.streams, db.rollups, db.receipts], async () => {
      const merging = new Merging(db, namespace, {
        identities: new Map(logs.map(({ before, ...log }) => [log.id, log])),
        edges: new Map(logs.map(({ id, before }) => [id, edgeOf(before)])),
        sameKeys: keys !== undefined && keys === own,
      });
      return merging.take(rows);
    }),
  );
}

interface Given {
  identities: Map<string, LogIdentity>;
  /** Right edge of each log of the backup before the row that is looked at; undefined where it is not known. */
  edges: Map<string, Frontier | undefined>;
  sameKeys: boolean;
}

class Merging {
  readonly #db: LedgerDatabase;
  readonly #namespace: Namespace;
  readonly #given: Given;
  #streams = new Map<string, Stream>();
  readonly #changed = new Set<Stream>();
  readonly #rollups = new Map<string, Rollup>();
  readonly #rows = new Map<string, Entry | Tombstone>();
  readonly #fresh: (Entry | Tombstone)[] = [];
  #next = 0;
  readonly #merged: Merged = { added: 0, known: 0, forgotten: 0, beside: 0, refused: [] };

  constructor(db: LedgerDatabase, namespace: Namespace, given: Given) {
    this.#db = db;
    this.#namespace = namespace;
    this.#given = given;
  }

  async take(given: readonly unknown[]): Promise<Merged> {
    const rows = given.flatMap((row) => this.#parse(row) ?? []);
    await this.#readAhead(rows);
    const going: string[] = [];
    const raised: Entry[] = [];
    for (const row of rows) {
      const known = this.#rows.get(row.id);
      if (known) {
        this.#merged.known += 1;
        if (isEntry(known) && !isEntry(row)) going.push(row.id);
        if (isEntry(known) && isEntry(row) && row.evidence.level === 'matched' && known.evidence.level !== 'matched') {
          raised.push(known);
        }
      } else {
        const placed = this.#place(row);
        if (placed) this.#add(placed);
      }
      this.#pass(row);
    }
    await this.#count();
    await this.#write();
    // What a platform's receipt said on the other side holds here too.
    for (const { stream, index } of raised) await markMatched(this.#db, stream, [[index, index + 1]]);
    for (const id of going) this.#merged.forgotten += (await forget(this.#db, id)).length;
    return this.#merged;
  }

  /** Moves the edge of the backup's log behind a row. */
  #pass({ stream, index, leaf }: Entry | Tombstone): void {
    const { edges } = this.#given;
    const edge = edges.get(stream);
    edges.set(stream, edge?.size === index ? grownBy(edge, leaf) : undefined);
  }

  /** Whether the log here is just what the backup's log was before this row. */
  #continues(stream: Stream, { index, stream: id }: Entry | Tombstone): boolean {
    const edge = this.#given.edges.get(id);
    if (stream.size !== index || edge?.size !== index) return false;
    return edge.edges.every((hash, at) => base64urlnopad.encode(hash) === stream.edges[at]);
  }

  #parse(row: unknown): Entry | Tombstone | undefined {
    const entry = entrySchema.safeParse(row);
    if (entry.success) {
      const parsed = withoutUndefined(entry.data);
      if (hasId(parsed)) return parsed;
      this.#refuse(parsed, 'changed');
      return undefined;
    }
    const tombstone = tombstoneSchema.safeParse(row);
    if (tombstone.success) return tombstone.data;
    this.#refuse(row, 'shape');
    return undefined;
  }

  #refuse(row: unknown, why: RefusalReason): void {
    const { id } = (typeof row === 'object' && row !== null ? row : {}) as { id?: unknown };
    this.#merged.refused.push({ id: typeof id === 'string' ? id.slice(0, 64) : '', why });
  }

  async #readAhead(rows: readonly (Entry | Tombstone)[]): Promise<void> {
    const named = rows.flatMap((row) => (isEntry(row) && namedBy(row)) || []);
    const ids = new Set([...rows.map(({ id }) => id), ...named]);
    const [known, streams, last] = await Promise.all([
      this.#db.entries
        .where('id')
        .anyOf([...ids])
        .toArray(),
      this.#db.streams.toArray(),
      this.#db.entries.toCollection().reverse().limit(1).primaryKeys(),
    ]);
    for (const row of known) this.#rows.set(row.id, row);
    this.#streams = new Map(streams.map((stream) => [stream.id, stream]));
    this.#next = (last[0] ?? -1) + 1;
  }

  /** Gives a row its place, or says why it has none. */
  #place(row: Entry | Tombstone): Entry | Tombstone | undefined {
    const identity = this.#given.identities.get(row.stream);
    const stream = identity && this.#logOf(identity);
    if (!stream) return this.#refuse(row, 'log') as undefined;
    const seq = this.#next;
    const continues = this.#continues(stream, row);
    if (!isEntry(row)) {
      const home = this.#homeOf(stream, continues);
      return { ...row, seq, stream: home.id, index: home.size };
    }
    const named = namedBy(row);
    const earlier = named === undefined ? undefined : this.#rows.get(named);
    if (named !== undefined && !earlier) return this.#refuse(row, 'lost-act') as undefined;
    // What it takes back or revises was forgotten on this side, so it is forgotten with it.
    if (earlier && !isEntry(earlier)) {
      const home = this.#homeOf(stream, continues);
      const { id, leaf } = row;
      return { seq, id, stream: home.id, index: home.size, leaf, forgotten: true };
    }
    if (continues && this.#leafIn(stream, row, earlier) === row.leaf) {
      return { ...row, seq, stream: this.#homeOf(stream, true).id };
    }
    const home = this.#homeOf(stream, false);
    const moved = { ...row, seq, stream: home.id, index: home.size };
    const leaf = this.#leafIn(home, moved, earlier);
    return leaf === undefined ? (this.#refuse(row, 'shape') as undefined) : { ...moved, leaf };
  }

  /** Leaf hash of an entry as the next line of a log; undefined where it cannot be a line. */
  #leafIn(stream: Stream, row: Entry, earlier: Entry | undefined): string | undefined {
    try {
      const index = stream.size;
      const line = recordLine(
        { ...row, index },
        {
          namespace: this.#namespace,
          stream,
          earlier,
          fieldSalt: fieldSalt(stream),
        },
      );
      return base64urlnopad.encode(leafHash(line.bytes));
    } catch {
      return undefined;
    }
  }

  /** The log of this identity, begun (and closed) where there is none; undefined where another log has its id. */
  #logOf(identity: LogIdentity): Stream | undefined {
    const stream = this.#streams.get(identity.id);
    if (!stream) return this.#begin(identity);
    const isSame =
      stream.secret === identity.secret &&
      stream.actor === identity.actor &&
      stream.site === identity.site &&
      stream.account === identity.account &&
      stream.platform === identity.platform;
    return isSame ? stream : undefined;
  }

  #begin(identity: LogIdentity): Stream {
    const stream: Stream = {
      ...identity,
      epoch: this.#epochOf(identity),
      size: 0,
      edges: [],
      root: base64urlnopad.encode(rootOf(emptyFrontier)),
      recent: [],
      closed: true,
    };
    this.#streams.set(stream.id, stream);
    return stream;
  }

  /** The key's number stays with the same keys. With others two logs of a platform must not get one key by chance. */
  #epochOf({ platform, epoch }: LogIdentity): number {
    const taken = [...this.#streams.values()].filter((row) => row.platform === platform).map((row) => row.epoch);
    if (this.#given.sameKeys || !taken.includes(epoch)) return epoch;
    return Math.max(...taken) + 1;
  }

  /** The log that takes a row: its own where the row continues it, else the one beside. */
  #homeOf(stream: Stream, continues: boolean): Stream {
    // Its own log grew elsewhere: it is not continued here any more.
    if (!stream.closed) {
      stream.closed = true;
      this.#changed.add(stream);
    }
    if (continues) return stream;
    this.#merged.beside += 1;
    const id = besideId(stream.id);
    return this.#streams.get(id) ?? this.#begin({ ...identityFields(stream), id });
  }

  #add(row: Entry | Tombstone): void {
    const stream = this.#streams.get(row.stream) as Stream;
    const grown = appendLeaf(frontierFrom(stream), base64urlnopad.decode(row.leaf));
    stream.size = grown.size;
    stream.edges = grown.edges.map((edge) => base64urlnopad.encode(edge));
    stream.root = base64urlnopad.encode(rootOf(grown));
    this.#changed.add(stream);
    this.#rows.set(row.id, row);
    this.#fresh.push(row);
    this.#next += 1;
    this.#merged.added += 1;
  }

  /** Counts what was added. Every roll-up that it needs is asked for at once: many single waits end a transaction. */
  async #count(): Promise<void> {
    const counted = this.#fresh.filter(isEntry).map((row) => {
      const act = row.undoes ? this.#rows.get(row.undoes) : undefined;
      return { row, act: act && isEntry(act) && isAct(act) ? act : undefined };
    });
    const entries = counted.flatMap(({ row, act }) => [row, ...(act ? [act] : [])]);
    const keys = new Map(entries.map((entry) => [rollupKey(entry).join('\n'), rollupKey(entry)]));
    for (const row of await this.#db.rollups.bulkGet([...keys.values()])) {
      if (row) this.#rollups.set([row.day, row.stream, row.kind].join('\n'), row);
    }
    for (const { row, act } of counted) {
      countEntry(this.#rollupOf(row), row, 1);
      if (act) countTaken(this.#rollupOf(act), act, 1);
    }
  }

  #rollupOf(entry: Entry): Rollup {
    const name = rollupKey(entry).join('\n');
    const row = this.#rollups.get(name) ?? emptyRollup(entry, this.#streams.get(entry.stream) as Stream);
    this.#rollups.set(name, row);
    return row;
  }

  async #write(): Promise<void> {
    const all = [...this.#streams.values()];
    for (const stream of [...this.#changed]) {
      for (const related of relate(sameSite(stream, all))) this.#changed.add(related);
    }
    await Promise.all([
      this.#db.entries.bulkAdd(this.#fresh),
      // A log that was begun for a row that found no place in it has no row to hold.
      this.#db.streams.bulkPut([...this.#changed]),
      this.#db.rollups.bulkPut([...this.#rollups.values()]),
    ]);
  }
}

/** How far a log of the backup was brought back. */
export interface LogOutcome {
  id: string;
  account: string;
  host: string;
  /** Lines that it had, and how many of them are in it here. */
  size: number;
  here: number;
  /** Whether its first `size` lines here are the very ones. Known only where nothing came after them. */
  whole: boolean;
}

/**
 * Ends a merge: takes over what was signed (nothing may ever be signed against it) and how logs belong together.
 * @returns the logs that are not whole
 */
export function mergeEnd(db: LedgerDatabase, { logs }: Pick<EndContent, 'logs'>): Promise<LogOutcome[]> {
  return withLedger(() =>
    db.transaction('rw', [db.streams], async () => {
      const unlike: LogOutcome[] = [];
      for (const end of logs) {
        const stream = await db.streams.get(end.id);
        if (!stream) {
          if (end.size > 0) unlike.push({ id: end.id, account: '', host: '', size: end.size, here: 0, whole: false });
          continue;
        }
        const whole = stream.size > end.size || (stream.size === end.size && stream.root === end.root);
        const { id, account, host } = stream;
        if (!whole) unlike.push({ id, account, host, size: end.size, here: Math.min(stream.size, end.size), whole });
        const changes = await changesBy(db, stream, end);
        if (Object.keys(changes).length > 0) await db.streams.update(id, changes);
      }
      return unlike;
    }),
  );
}

async function changesBy(db: LedgerDatabase, stream: Stream, { signed, joins, joined }: LogEnd) {
  const changes: Partial<Pick<Stream, 'signed' | 'joins' | 'joined'>> = {};
  if (signed && signed.size > (stream.signed?.size ?? 0)) changes.signed = signed;
  if (stream.joins || stream.joined) return changes;
  if (joins && (await db.streams.get(joins))) changes.joins = joins;
  else if (joined && (await db.streams.get(joined))) changes.joined = joined;
  return changes;
}

/** Takes rows of another store: those that are not there yet. What is there is never overwritten. */
export function mergeSide(db: LedgerDatabase, { store, rows }: Omit<SideContent, 'kind'>): Promise<Merged> {
  const merged: Merged = { added: 0, known: 0, forgotten: 0, beside: 0, refused: [] };
  return withLedger(() =>
    db.transaction('rw', [db.table(store), db.entries], async () => {
      for (const given of rows) {
        const row = lively(given) as { [name: string]: unknown } | undefined;
        const key = typeof row === 'object' && row !== null ? row[store === 'settings' ? 'name' : 'id'] : undefined;
        if (typeof key !== 'string' || key.length === 0 || key.length > 1024) {
          merged.refused.push({ id: '', why: 'shape' });
        } else if (staysHere(store, key)) {
          merged.refused.push({ id: key.slice(0, 64), why: 'kept-here' });
        } else if ((await db.table(store).get(key)) || (await isOfForgotten(db, store, row))) {
          merged.known += 1;
        } else {
          await db.table(store).add(row);
          merged.added += 1;
        }
      }
      return merged;
    }),
  );
}

/** What came back for an entry goes when that entry is forgotten, and does not come again with a backup. */
async function isOfForgotten(
  db: LedgerDatabase,
  store: SideContent['store'],
  row: object | undefined,
): Promise<boolean> {
  const { entry } = (row ?? {}) as { entry?: unknown };
  if (store !== 'receipts' || typeof entry !== 'string') return false;
  const named = await db.entries.where('id').equals(entry).first();
  return named !== undefined && !isEntry(named);
}

/** Id of the log beside another: the same on every device. */
function besideId(id: string): string {
  return hex.encode(sha256(new TextEncoder().encode(`contrail/v1/beside\n${id}`)).slice(0, 8));
}

/** The tree with one more leaf; undefined where edge or leaf are none. */
function grownBy(edge: Frontier, leaf: string): Frontier | undefined {
  try {
    return appendLeaf(edge, base64urlnopad.decode(leaf));
  } catch {
    return undefined;
  }
}

function edgeOf(edge: LogEdge): Frontier | undefined {
  try {
    const frontier = frontierFrom(edge);
    return frontier.edges.every(({ length }) => length === 32) ? frontier : undefined;
  } catch {
    return undefined;
  }
}

function identityFields({ site, host, platform, account, actor, epoch, secret }: Stream): Omit<LogIdentity, 'id'> {
  return { site, host, platform, account, actor, epoch, secret };
}

/** Whether the content gives the id. */
function hasId(entry: Entry): boolean {
  try {
    return entryId(entry) === entry.id;
  } catch {
    return false;
  }
}

/** The act that an entry takes back or revises, by id. */
function namedBy(entry: Entry): string | undefined {
  return entry.undoes ?? (typeof entry.revises === 'string' ? entry.revises : undefined);
}

function withoutUndefined(entry: object): Entry {
  return Object.fromEntries(Object.entries(entry).filter(([, member]) => member !== undefined)) as unknown as Entry;
}
