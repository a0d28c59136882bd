import type { LedgerDatabase } from '../../lib/ledger/database.ts';
import type { Entry } from '../../lib/ledger/entry.ts';
import { fieldSalt } from '../../lib/ledger/field-salt.ts';
import type { Kind } from '../../lib/ledger/kinds.ts';
import { entriesOf, entryById, type Period } from '../../lib/ledger/queries.ts';
import { recordLine } from '../../lib/ledger/record-line.ts';
import type { Stream } from '../../lib/ledger/stream.ts';
import { namespace } from '../../lib/namespace.ts';
import { isChosen } from '../../lib/record/chosen.ts';
import { type ShownLine, shownLine } from '../../lib/record/shown.ts';

export interface Choice {
  period: Period;
  /** Ids of the chosen streams. */
  streams: readonly string[];
  /** Kinds that are shown. */
  kinds: readonly Kind[];
  /** Ids of entries that are left out one by one. */
  without: readonly string[];
  /** Whether titles go along. */
  titles: boolean;
}

/** One entry as it will stand in the record, or would if it were not left out. */
export interface PreviewLine {
  /** Id of the entry. */
  id: string;
  line: ShownLine<Stream>;
}

export interface Preview {
  /** How many entries a reader will see. */
  total: number;
  /** The newest of them, as they will stand there, and those left out among them. */
  lines: PreviewLine[];
}

const linesShown = 50;

/**
 * What a reader of the record will see: made from the very lines that will be signed, so that nothing is shown here
 * that does not go out, and the other way round.
 */
export async function readPreview(db: LedgerDatabase, choice: Choice): Promise<Preview> {
  const streams = new Map((await db.streams.toArray()).map((stream) => [stream.id, stream]));
  const { period, kinds } = choice;
  const entries = (await entriesOf(db, period)).filter(
    (entry) => choice.streams.includes(entry.stream) && isChosen(entry, { period, kinds }),
  );
  const without = new Set(choice.without);
  const newest = entries.slice(-linesShown).reverse();
  const lines = await Promise.all(newest.map((entry) => lineOf(db, entry, streams.get(entry.stream), choice.titles)));
  const total = entries.filter(({ id }) => !without.has(id)).length;
  return { total, lines: lines.filter((line) => line !== null) };
}

async function lineOf(db: LedgerDatabase, entry: Entry, stream: Stream | undefined, titles: boolean) {
  if (!stream) return null;
  const named = entry.undoes ?? (typeof entry.revises === 'string' ? entry.revises : undefined);
  const earlier = named ? await entryById(db, named) : undefined;
  const { line, disclosures } = recordLine(entry, { namespace, stream, earlier, fieldSalt: fieldSalt(stream) });
  return { id: entry.id, line: shownLine(stream, entry.index, line, titles ? disclosures : []) };
}
