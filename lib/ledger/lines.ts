import { base64urlnopad } from '@scure/base';
import type { Namespace } from '../namespace.ts';
import type { LedgerDatabase } from './database.ts';
import type { Entry } from './entry.ts';
import { LedgerError } from './errors.ts';
import { fieldSalt } from './field-salt.ts';
import { type Hash, leafHash } from './merkle.ts';
import { isEntry, streamRows } from './queries.ts';
import { type RecordLine, recordLine } from './record-line.ts';
import type { Stream } from './stream.ts';

/** One leaf of a stream's log. A forgotten entry has its leaf hash and nothing else. */
export interface LogLine {
  index: number;
  /** Leaf hash, base64url. */
  leaf: string;
  /** The same as bytes. */
  hash: Hash;
  entry?: Entry;
  record?: RecordLine;
}

const pageSize = 1000;

/**
 * All lines of a stream in order, as far as its row says it goes, read page by page.
 * @throws LedgerError `damaged` at the first entry that does not give its stored leaf hash
 */
export async function* linesOf(db: LedgerDatabase, stream: Stream, namespace: Namespace): AsyncGenerator<LogLine> {
  const salt = fieldSalt(stream);
  const page = async (from: number) => {
    const rows = await streamRows(db, stream.id, from, Math.min(pageSize, stream.size - from));
    return { rows, earlier: await earlierOf(db, rows.filter(isEntry)) };
  };
  let ahead = stream.size > 0 ? page(0) : undefined;
  for (let from = 0; ahead; from += pageSize) {
    const { rows, earlier } = await ahead;
    // The next page is read while this one is looked at.
    ahead = from + pageSize < stream.size ? page(from + pageSize) : undefined;
    // Where nobody asks for it any more, its failure is nobody's either.
    ahead?.catch(() => undefined);
    for (const [offset, row] of rows.entries()) {
      const index = from + offset;
      if (row.index !== index) throw new LedgerError('damaged', `entry ${index} of stream ${stream.id} is missing`);
      if (!isEntry(row)) {
        yield { index, leaf: row.leaf, hash: base64urlnopad.decode(row.leaf) };
        continue;
      }
      const record = recordLine(row, { namespace, stream, earlier: earlier.get(namedBy(row) ?? ''), fieldSalt: salt });
      const hash = leafHash(record.bytes);
      if (base64urlnopad.encode(hash) !== row.leaf) {
        throw new LedgerError('damaged', `entry ${row.id} was changed after it was stored`);
      }
      yield { index, leaf: row.leaf, hash, entry: row, record };
    }
    if (rows.length === 0) throw new LedgerError('damaged', `entry ${from} of stream ${stream.id} is missing`);
  }
}

/** The act that an entry takes back or revises, by id. */
function namedBy(entry: Entry): string | undefined {
  return entry.undoes ?? (typeof entry.revises === 'string' ? entry.revises : undefined);
}

async function earlierOf(db: LedgerDatabase, entries: readonly Entry[]): Promise<Map<string, Entry>> {
  const ids = entries.flatMap((entry) => namedBy(entry) ?? []);
  if (ids.length === 0) return new Map();
  const rows = await db.entries.where('id').anyOf(ids).toArray();
  return new Map(rows.filter(isEntry).map((entry) => [entry.id, entry]));
}
