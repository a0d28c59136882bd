import type { Family } from '../../lib/ledger/kinds.ts';
import type { DayLine } from '../../lib/report/report.ts';

/** One act in the picture of the days: a mark in a column and row of its day's heap, counted from below. */
export interface TallyMark {
  day: string;
  family: Family;
  column: number;
  row: number;
}

/** Heaps one mark for each act, families in their order from below, `columns` beside each other. */
export function tally(days: readonly DayLine[], columns: number): TallyMark[] {
  return days.flatMap(({ day, families }) => {
    const acts = (Object.entries(families) as [Family, number][]).flatMap(([family, count]) =>
      Array.from({ length: count }, () => family),
    );
    return acts.map((family, i) => ({ day, family, column: i % columns, row: Math.floor(i / columns) }));
  });
}

/** How the heaps fit a place. */
export interface Grid {
  columns: number;
  rows: number;
  /** Pixels from one mark to the next. */
  cell: number;
}

const smallest = 8;
const largest = 18;

/**
 * Chooses the grid for heaps of up to `most` marks in a band of `width` pixels, `height` pixels high: heaps about
 * twice as high as wide, marks as large as they may be. Null where they would be too small to tell apart.
 */
export function gridFor(most: number, width: number, height: number): Grid | null {
  const widest = Math.floor(width / smallest);
  const wanted = Math.max(2, Math.ceil(Math.sqrt(most / 2)));
  for (let columns = Math.min(wanted, widest); columns > 0 && columns <= widest; columns++) {
    const rows = Math.max(4, Math.ceil(most / columns));
    const cell = Math.min(largest, Math.floor(width / columns), Math.floor(height / rows));
    if (cell >= smallest) return { columns, rows, cell };
  }
  return null;
}
