import { sha256 } from '@noble/hashes/sha2.js';
import { base64urlnopad } from '@scure/base';
import type { LedgerDatabase } from '../ledger/database.ts';
import type { Disclosure } from '../ledger/disclosure.ts';
import type { Entry } from '../ledger/entry.ts';
import { LedgerError } from '../ledger/errors.ts';
import type { Kind } from '../ledger/kinds.ts';
import { linesOf } from '../ledger/lines.ts';
import { rootOfBlock } from '../ledger/merkle.ts';
import type { Stream } from '../ledger/stream.ts';
import type { Namespace } from '../namespace.ts';
import { entryProfileUrl } from './context.ts';
import type { Signer } from './ed25519.ts';
import { RecordError } from './errors.ts';
import { digestMultibase } from './multihash.ts';
import { checkpointText, signNote } from './note.ts';
import type { RecordStream } from './schema.ts';
import { uuidFrom } from './uuid.ts';

/** A stream as it is shown: its line file, and what is said about the whole of it. */
export interface Log {
  file: Uint8Array;
  /** SHA-256 of the file as it would be with no line withheld. */
  fullDigest: Uint8Array;
  kindCounts: Partial<Record<Kind, number>>;
  first: string | undefined;
  last: string | undefined;
}

/** One line that is shown. */
export interface VisibleLine {
  index: number;
  entry: Entry;
  line: { readonly [name: string]: unknown };
  titles: Disclosure[];
}

/**
 * Reads a stream's log, checking every line against its stored hash and the whole against the stream's root.
 * @param visible whether an entry is shown; the others stand in the file as hashes
 * @param show is given each visible line, in order; lines are not kept here
 * @param tick is awaited now and then with the number of lines read since; what it throws ends the work
 * @throws RecordError `damaged`, `contradiction`
 */
export async function readLog(
  db: LedgerDatabase,
  stream: Stream,
  namespace: Namespace,
  {
    visible = () => true,
    show = () => undefined,
    tick = async () => undefined,
  }: {
    visible?: (entry: Entry) => boolean;
    show?: (line: VisibleLine) => void;
    tick?: (lines: number) => Promise<void>;
  },
): Promise<Log> {
  const shown = new Bytes();
  /** The file with nothing withheld: only where something is. */
  let full: Bytes | undefined;
  const leaves = new Uint8Array(32 * stream.size);
  const kindCounts: Partial<Record<Kind, number>> = {};
  let [first, last]: (string | undefined)[] = [];
  try {
    for await (const { index, leaf, hash, entry, record } of linesOf(db, stream, namespace)) {
      if (index % linesAtOnce === linesAtOnce - 1) await tick(linesAtOnce);
      leaves.set(hash, 32 * index);
      const isVisible = entry !== undefined && record !== undefined && visible(entry);
      const redacted = isVisible ? undefined : encoder.encode(`{"redacted":"${leaf}"}`);
      if (record && redacted && !full) full = shown.copy();
      full?.addLine(record?.bytes ?? (redacted as Uint8Array));
      shown.addLine(redacted ?? (record as { bytes: Uint8Array }).bytes);
      if (isVisible) show({ index, entry, line: record.line, titles: record.disclosures });
      if (!entry) continue;
      kindCounts[entry.kind] = (kindCounts[entry.kind] ?? 0) + 1;
      const published = record?.line.published as string;
      if (!first || published < first) first = published;
      if (!last || published > last) last = published;
    }
  } catch (error) {
    if (error instanceof LedgerError) throw new RecordError('damaged', error.message, error);
    throw error;
  }
  if (base64urlnopad.encode(rootOfBlock(leaves)) !== stream.root) {
    throw new RecordError('damaged', `stream ${stream.id} does not fit its entries`);
  }
  requireContinuation(stream, leaves);
  const file = shown.take();
  const whole = (full ? full.take() : file) as Uint8Array<ArrayBuffer>;
  const fullDigest = new Uint8Array(await crypto.subtle.digest('SHA-256', whole));
  return { file, fullDigest, kindCounts, first, last };
}

const linesAtOnce = 1000;
const encoder = new TextEncoder();

/** Never sign what does not extend everything signed before: two such checkpoints would look like forgery. */
function requireContinuation({ id, signed }: Stream, leaves: Uint8Array): void {
  if (!signed || signed.size * 32 > leaves.length) return;
  if (base64urlnopad.encode(rootOfBlock(leaves.subarray(0, signed.size * 32))) !== signed.root) {
    throw new RecordError('contradiction', `stream ${id} says otherwise than a record that was signed before`);
  }
}

/** Origin of a stream's checkpoints. */
export const originOf = ({ id }: Pick<Stream, 'id'>, namespace: Namespace): string =>
  `${namespace.origin}/stream/${id}`;

/** What a record says about a log, its checkpoint signed by the log's own key. */
export async function describeLog(
  stream: Stream,
  log: Log,
  signer: Signer,
  namespace: Namespace,
): Promise<RecordStream> {
  const origin = originOf(stream, namespace);
  const root = base64urlnopad.decode(stream.root);
  return {
    // The same in every record of this stream, so that receipts can name it.
    id: `urn:uuid:${uuidFrom(sha256(encoder.encode(origin)).slice(0, 16), 8)}`,
    type: 'ContributionStream',
    platform: stream.platform,
    account: stream.actor,
    controller: signer.did,
    entryProfile: entryProfileUrl(namespace),
    entryCount: stream.size,
    ...(log.first && log.last && { firstPublished: log.first, lastPublished: log.last }),
    kindCounts: log.kindCounts,
    digestMultibase: digestMultibase(log.fullDigest),
    checkpoint: await signNote(checkpointText({ origin, size: stream.size, root }), origin, signer),
  };
}

/** Remembers what was signed. Streams may have grown since, and a longer checkpoint is never forgotten for a shorter. */
export function rememberCheckpoints(db: LedgerDatabase, streams: readonly Stream[]): Promise<void> {
  return db.transaction('rw', db.streams, async () => {
    for (const stream of streams) {
      const now = await db.streams.get(stream.id);
      if (!now || (now.signed && now.signed.size >= stream.size)) continue;
      await db.streams.update(stream.id, { signed: { size: stream.size, root: stream.root } });
    }
  });
}

/** Lines one after the other, without an object for each. */
class Bytes {
  #room = new Uint8Array(64 * 1024);
  #length = 0;

  addLine(line: Uint8Array): void {
    const needed = this.#length + line.length + 1;
    if (needed > this.#room.length) {
      const more = new Uint8Array(Math.max(needed, this.#room.length * 2));
      more.set(this.#room.subarray(0, this.#length));
      this.#room = more;
    }
    this.#room.set(line, this.#length);
    this.#room[needed - 1] = 0x0a;
    this.#length = needed;
  }

  copy(): Bytes {
    const other = new Bytes();
    other.#room = this.#room.slice();
    other.#length = this.#length;
    return other;
  }

  /** What is there, without the room that was kept for more. */
  take(): Uint8Array {
    return this.#room.slice(0, this.#length);
  }
}
