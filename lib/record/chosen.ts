import type { Entry } from '../ledger/entry.ts';
import type { Kind } from '../ledger/kinds.ts';
import { localDay } from '../ledger/local-day.ts';
import { isWithin, type Period } from '../ledger/queries.ts';

/** Which entries of a stream a record shows; the others stand in it as hashes. */
export interface Chosen {
  /** Only entries of these days; all of them where missing. */
  period?: Period;
  /** Only entries of these kinds. */
  kinds?: readonly Kind[];
  /** Ids of entries that are not shown, whatever else says so. */
  without?: ReadonlySet<string>;
}

/** Whether an entry goes out in clear. */
export function isChosen(
  entry: Pick<Entry, 'id' | 'at' | 'zone' | 'kind'>,
  { period, kinds, without }: Chosen,
): boolean {
  if (kinds && !kinds.includes(entry.kind)) return false;
  if (without?.has(entry.id)) return false;
  return !period || isWithin(localDay(entry.at, entry.zone), period);
}
