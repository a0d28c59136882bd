import type { LedgerDatabase } from '../../lib/ledger/database.ts';
import type { Entry } from '../../lib/ledger/entry.ts';
import { fieldSalt } from '../../lib/ledger/field-salt.ts';
import { entriesOf, entryById, type Period } from '../../lib/ledger/queries.ts';
import { recordLine } from '../../lib/ledger/record-line.ts';
import type { Stream } from '../../lib/ledger/stream.ts';
import { namespace } from '../../lib/namespace.ts';
import { type ShownLine, shownLine } from '../../lib/record/shown.ts';

export interface Choice {
  period: Period;
  /** Ids of the chosen streams. */
  streams: readonly string[];
  /** Whether titles go along. */
  titles: boolean;
}

export interface Preview {
  /** How many entries a reader will see. */
  total: number;
  /** The newest of them, as they will stand there. */
  lines: ShownLine<Stream>[];
}

const linesShown = 50;

/**
 * What a reader of the record will see: made from the very lines that will be signed, so that nothing is shown here
 * that does not go out, and the other way round.
 */
export async function readPreview(db: LedgerDatabase, choice: Choice): Promise<Preview> {
  const streams = new Map((await db.streams.toArray()).map((stream) => [stream.id, stream]));
  const entries = (await entriesOf(db, choice.period)).filter(({ stream }) => choice.streams.includes(stream));
  const newest = entries.slice(-linesShown).reverse();
  const lines = await Promise.all(newest.map((entry) => lineOf(db, entry, streams.get(entry.stream), choice.titles)));
  return { total: entries.length, lines: lines.filter((line) => line !== null) };
}

async function lineOf(db: LedgerDatabase, entry: Entry, stream: Stream | undefined, titles: boolean) {
  if (!stream) return null;
  const named = entry.undoes ?? (typeof entry.revises === 'string' ? entry.revises : undefined);
  const earlier = named ? await entryById(db, named) : undefined;
  const { line, disclosures } = recordLine(entry, { namespace, stream, earlier, fieldSalt: fieldSalt(stream) });
  return shownLine(stream, entry.index, line, titles ? disclosures : []);
}
