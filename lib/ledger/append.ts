import { sha256 } from '@noble/hashes/sha2.js';
import { base64urlnopad } from '@scure/base';
import { type Namespace, namespace as ownNamespace } from '../namespace.ts';
import { beginStream, link, onePerson, relate, sameSite, streamName } from './begin-stream.ts';
import { canonical } from './canonical.ts';
import { countEntry, countTaken, emptyRollup, isAct, rollupKey } from './counting.ts';
import { type LedgerDatabase, withLedger } from './database.ts';
import { type Contribution, contributionSchema, type Entry } from './entry.ts';
import { LedgerError } from './errors.ts';
import { fieldSalt } from './field-salt.ts';
import { localDay } from './local-day.ts';
import { appendLeaf, leafHash, rootOf } from './merkle.ts';
import { type Place, Placing } from './place.ts';
import { entryId, recordLine } from './record-line.ts';
import { answerOf, inOneTransaction, tellWritten, type Write, writeAtOnce } from './requests.ts';
import type { Rollup } from './rollup.ts';
import type { Stream, Tombstone } from './stream.ts';

export interface AppendOptions {
  /** Fresh random bytes: salts, stream ids, stream secrets. */
  random: (length: number) => Uint8Array;
  namespace?: Namespace;
}

/**
 * What became of a contribution. `stored`: a new entry. `superseded`: a new entry that changes an act which already
 * counts (a switched reaction), so it counts no second time. `duplicate`: the ledger has it already, as `entry`
 * (missing where that entry was forgotten); nothing was written.
 */
export type Appended =
  | { outcome: 'stored' | 'superseded'; entry: Entry }
  | { outcome: 'duplicate'; entry?: Entry | undefined };

/** So many request identities are remembered for each stream: a retry comes within a few acts. */
const remembered = 32;

/**
 * Ids of streams by site, platform and account. They never change while a stream exists, so knowing one saves asking
 * for it before all else; the row itself is read in every transaction.
 */
const knownIds = new WeakMap<LedgerDatabase, Map<string, string>>();

/**
 * Puts contributions into the ledger, in order, in one transaction: all of them or none. Doing it twice is doing it
 * once, whoever repeats it: a retry, two tabs, a double event.
 * @throws LedgerError `invalid`, `disk-full`, `unavailable` or `newer`; nothing was written then
 */
export function append(db: LedgerDatabase, given: Contribution, options: AppendOptions): Promise<Appended>;
export function append(db: LedgerDatabase, given: readonly Contribution[], options: AppendOptions): Promise<Appended[]>;
export async function append(
  db: LedgerDatabase,
  given: Contribution | readonly Contribution[],
  options: AppendOptions,
): Promise<Appended | Appended[]> {
  const contributions = (Array.isArray(given) ? given : [given]).map(parse);
  const appended = await withLedger(() =>
    inOneTransaction(db, async (transaction) => {
      const writing = new Writing(db, transaction, options);
      const outcomes: Appended[] = [];
      for (const contribution of contributions) outcomes.push(await writing.append(contribution));
      writing.finish();
      return outcomes;
    }),
  );
  if (appended.some(({ outcome }) => outcome !== 'duplicate')) tellWritten();
  return Array.isArray(given) ? appended : (appended[0] as Appended);
}

function parse(given: unknown): Contribution {
  const parsed = contributionSchema.safeParse(given);
  if (!parsed.success) {
    const where = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
    throw new LedgerError('invalid', `not a contribution (${where})`, parsed.error);
  }
  return withoutUndefined(parsed.data);
}

/** What an entry holds of its own, and the address that follows from it. */
type Content = Omit<Entry, 'id' | 'seq' | 'stream' | 'index' | 'leaf'>;

/** One transaction's worth of work: streams and roll-ups that it touches are read once and written at the end. */
class Writing {
  readonly #transaction: IDBTransaction;
  readonly #options: AppendOptions;
  readonly #streams = new Map<string, Stream>();
  readonly #rollups = new Map<string, Rollup>();
  /** Streams and roll-ups that were changed, not only read: a stream begun for a duplicate is not kept. */
  readonly #grown = new Set<Stream>();
  readonly #counted = new Set<Rollup>();
  /** Streams begun here, to the one they join or are joined by. */
  readonly #partners = new Map<Stream, Stream>();
  /** Streams begun here beside logs from elsewhere, to all logs that must know of it. */
  readonly #relatives = new Map<Stream, Stream[]>();
  readonly #ids: Map<string, string>;
  #next: number | undefined;
  /** The entry that was made last: not written yet, and its stream has not grown yet. */
  #pending: { entry: Entry; stream: Stream } | undefined;

  constructor(db: LedgerDatabase, transaction: IDBTransaction, options: AppendOptions) {
    this.#transaction = transaction;
    this.#options = options;
    this.#ids = knownIds.get(db) ?? new Map();
    knownIds.set(db, this.#ids);
  }

  async append(given: Contribution): Promise<Appended> {
    await this.#writePending();
    const placing = new Placing(this.#transaction, given);
    const reading = this.#readAhead(given, placing);
    // While the database looks, hash.
    const content = this.#contentOf(given);
    const id = entryId(content);
    const key = given.key === undefined ? undefined : keyHash(given);
    await reading;

    const stream = await this.#streamOf(given);
    const seen = key === undefined ? undefined : await this.#recent(stream, key);
    if (seen !== undefined)
      return { outcome: 'duplicate', entry: asEntry(await answerOf(this.#store('entries').get(seen))) };
    const place = await placing.place(onePerson(stream));
    if ('duplicate' in place) return { outcome: 'duplicate', entry: place.duplicate };

    const placed = place.undoes || place.revises ? placedIn(content, place) : content;
    const entry = this.#entryOf(placed, placed === content ? id : entryId(placed), place, stream);
    await this.#count(entry, place, stream);
    if (key !== undefined) stream.recent = [...stream.recent.slice(1 - remembered), `${entry.seq}:${key}`];
    this.#pending = { entry, stream };
    this.#next = entry.seq + 1;
    return { outcome: place.supersedes ? 'superseded' : 'stored', entry };
  }

  /** Places all that is to be written. The transaction ends with it. */
  finish(): void {
    if (this.#pending) writeAtOnce(this.#transaction, this.#writes(this.#pending));
  }

  *#writes({ entry, stream }: { entry: Entry; stream: Stream }): Generator<Write> {
    yield { store: 'entries', how: 'add', row: entry };
    // The entry is on its way: the log is hashed meanwhile.
    this.#grow(stream, entry);
    for (const row of this.#grown) yield { store: 'streams', how: 'put', row };
    for (const row of this.#counted) yield { store: 'rollups', how: 'put', row };
  }

  /** Writes the entry before, so that the next contribution finds it. */
  async #writePending(): Promise<void> {
    if (!this.#pending) return;
    const { entry, stream } = this.#pending;
    this.#pending = undefined;
    await answerOf(this.#store('entries').add(entry));
    this.#grow(stream, entry);
  }

  /** Asks at once for all that an ordinary act will need: each question of its own costs a turn of the event loop. */
  async #readAhead(given: Contribution, placing: Placing): Promise<void> {
    const id = this.#ids.get(streamName(given));
    const expected =
      id === undefined
        ? []
        : [
            this.#readStream(id),
            placing.readAhead(id),
            this.#readRollup([localDay(given.at, given.zone), id, given.kind]),
          ];
    await Promise.all([this.#readNext(), ...expected]);
  }

  /** Entries are never removed, only emptied, so the last key is the count: that makes `seq` gapless. */
  async #readNext(): Promise<void> {
    if (this.#next !== undefined) return;
    const last = await answerOf(this.#store('entries').openKeyCursor(null, 'prev'));
    this.#next = last ? (last.key as number) + 1 : 0;
  }

  async #readStream(id: string): Promise<Stream | undefined> {
    const known = this.#streams.get(id);
    if (known) return known;
    const stored: Stream | undefined = await answerOf(this.#store('streams').get(id));
    if (stored) this.#streams.set(id, stored);
    return stored;
  }

  async #streamOf(given: Contribution): Promise<Stream> {
    const name = streamName(given);
    const expected = this.#streams.get(this.#ids.get(name) ?? '');
    if (expected && !expected.closed) return expected;
    for (const id of await answerOf(this.#store('streams').getAllKeys())) await this.#readStream(id as string);
    const others = [...this.#streams.values()];
    const stream = others.find((other) => streamName(other) === name && !other.closed) ?? this.#begin(given, others);
    // Where this stream is not kept after all, its id leads nowhere, and all are read again.
    this.#ids.set(name, stream.id);
    return stream;
  }

  #begin(given: Contribution, others: readonly Stream[]): Stream {
    const { stream, partner } = beginStream(given, others, this.#options.random);
    this.#streams.set(stream.id, stream);
    if (partner) this.#partners.set(stream, partner);
    const logs = sameSite(stream, [...others, stream]);
    if (relate(logs).length > 0) this.#relatives.set(stream, logs);
    return stream;
  }

  #contentOf({ key, actor, undoesKinds, revises, ...kept }: Contribution): Content {
    return { ...kept, v: 1, salt: base64urlnopad.encode(this.#options.random(16)) };
  }

  #entryOf(content: Content, id: string, place: Place, stream: Stream): Entry {
    const setting = {
      namespace: this.#options.namespace ?? ownNamespace,
      stream,
      earlier: place.earlier,
      fieldSalt: fieldSalt(stream),
    };
    try {
      const line = recordLine({ ...content, index: stream.size }, setting);
      const leaf = base64urlnopad.encode(leafHash(line.bytes));
      return { ...content, id, seq: this.#next as number, stream: stream.id, index: stream.size, leaf };
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      throw new LedgerError('invalid', `cannot stand in a record: ${error.message}`, error);
    }
  }

  #grow(stream: Stream, { leaf }: Entry): void {
    const edges = stream.edges.map((edge) => base64urlnopad.decode(edge));
    const grown = appendLeaf({ size: stream.size, edges }, base64urlnopad.decode(leaf));
    stream.size = grown.size;
    stream.edges = grown.edges.map((edge) => base64urlnopad.encode(edge));
    stream.root = base64urlnopad.encode(rootOf(grown));
    this.#grown.add(stream);
    const partner = this.#partners.get(stream);
    if (partner) {
      Object.assign(partner, link(partner, stream.id));
      this.#grown.add(partner);
      this.#partners.delete(stream);
    }
    for (const relative of this.#relatives.get(stream) ?? []) this.#grown.add(relative);
    this.#relatives.delete(stream);
  }

  async #count(entry: Entry, { undoes }: Place, stream: Stream): Promise<void> {
    countEntry(await this.#rollup(entry, stream), entry, 1);
    if (undoes && isAct(undoes)) countTaken(await this.#rollup(undoes, stream), undoes, 1);
  }

  async #rollup(entry: Entry, stream: Stream): Promise<Rollup> {
    const key = rollupKey(entry);
    const row = (await this.#readRollup(key)) ?? emptyRollup(entry, stream);
    this.#rollups.set(key.join('\n'), row);
    this.#counted.add(row);
    return row;
  }

  async #readRollup(key: [day: string, stream: string, kind: string]): Promise<Rollup | undefined> {
    const name = key.join('\n');
    const known = this.#rollups.get(name);
    if (known) return known;
    const stored: Rollup | undefined = await answerOf(this.#store('rollups').get(key));
    if (stored) this.#rollups.set(name, stored);
    return stored;
  }

  #store(name: 'entries' | 'streams' | 'rollups'): IDBObjectStore {
    return this.#transaction.objectStore(name);
  }

  /** `seq` of the entry that a request or gesture became, in any stream of the same person. */
  async #recent(stream: Stream, key: string): Promise<number | undefined> {
    for (const id of onePerson(stream)) {
      const found = (await this.#readStream(id))?.recent.find((identity) => identity.endsWith(`:${key}`));
      if (found !== undefined) return Number.parseInt(found, 10);
    }
    return undefined;
  }
}

/** An undo is stored under the kind of what it takes back, in the form in which that stood. */
function placedIn(content: Content, { undoes, latest, revises }: Place): Content {
  return {
    ...content,
    ...(undoes && {
      undoes: undoes.id,
      kind: undoes.kind,
      ...(!content.detail && latest?.detail && { detail: latest.detail }),
    }),
    ...(revises !== undefined && { revises }),
  };
}

/**
 * One request can carry several acts, and identities come from pages: the act itself is part of the key. 96 bits keep
 * a few dozen apart.
 */
function keyHash({ key, site, kind, object, undo }: Contribution): string {
  const text = canonical([key ?? '', site, kind, object.url, undo ?? false]);
  return base64urlnopad.encode(sha256(new TextEncoder().encode(text)).slice(0, 12));
}

function asEntry(row: Entry | Tombstone | undefined): Entry | undefined {
  return row && 'kind' in row ? row : undefined;
}

/** Optional members may come as undefined; canonical JSON has no word for that. */
function withoutUndefined<Value>(value: Value): Value {
  if (Array.isArray(value)) return value.map(withoutUndefined) as Value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .map(([name, member]) => [name, withoutUndefined(member)]),
  ) as Value;
}
