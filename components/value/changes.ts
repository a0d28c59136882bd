import type { Rollup } from '../../lib/ledger/rollup.ts';
import { countRollups } from '../../lib/value/acts.ts';
import { type Answering, answer, answering } from '../../lib/value/answers.ts';
import { type Book, type Month, monthOf, ratesOf } from '../../lib/value/book.ts';
import type { Figure } from '../../lib/value/figure.ts';
import { type Hiding, mayHide } from '../../lib/value/may-hide.ts';

/** One figure that a change of the rates would change. */
export interface Change {
  month: Month;
  method: Answering;
  before: Figure;
  after: Figure;
}

/** What a change of the book would do to the months that roll-ups are of. Closed months are named, and stay. */
export function changesOf(
  before: Book,
  after: Book,
  rollups: readonly Rollup[],
  known: Hiding,
): { changes: Change[]; closed: Month[] } {
  const hides = mayHide(known);
  const figure = (book: Book, method: Answering, month: Month, rows: readonly Rollup[]): Figure => {
    const { own, card } = ratesOf(book, month);
    const counted = countRollups(rows, { own, mayHide: hides });
    return answer(method, counted, (at) => ratesOf(book, at), own.currency ?? card.currency);
  };
  const changes: Change[] = [];
  const closed: Month[] = [];
  for (const [month, rows] of Map.groupBy(rollups, ({ day }) => monthOf(day))) {
    if (after.closings.some((closing) => closing.month === month)) {
      closed.push(month);
      continue;
    }
    for (const method of answering) {
      const [old, now] = [figure(before, method, month, rows), figure(after, method, month, rows)];
      if (!isSame(old, now)) changes.push({ month, method, before: old, after: now });
    }
  }
  return { changes: changes.sort((a, b) => (a.month < b.month ? 1 : a.month > b.month ? -1 : 0)), closed };
}

const isSame = (a: Figure, b: Figure) =>
  a.currency === b.currency &&
  a.range?.low === b.range?.low &&
  a.range?.mid === b.range?.mid &&
  a.range?.high === b.range?.high;
