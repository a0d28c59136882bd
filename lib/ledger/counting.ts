import type { Entry } from './entry.ts';
import { localDay } from './local-day.ts';
import type { Rollup } from './rollup.ts';
import type { Stream } from './stream.ts';

/** Whether this entry is an act of its own: neither an undo nor a revision. */
export function isAct(entry: Pick<Entry, 'undo' | 'undoes' | 'revises'>): boolean {
  return !entry.undo && !entry.undoes && !entry.revises;
}

/** Primary key of the roll-up that an entry counts in. */
export function rollupKey(entry: Entry): [day: string, stream: string, kind: string] {
  return [localDay(entry.at, entry.zone), entry.stream, entry.kind];
}

/** A roll-up in which nothing is counted yet. */
export function emptyRollup(entry: Entry, stream: Pick<Stream, 'site' | 'host'>): Rollup {
  return {
    day: localDay(entry.at, entry.zone),
    stream: entry.stream,
    kind: entry.kind,
    site: stream.site,
    host: stream.host,
    done: 0,
    taken: 0,
    undone: 0,
    revised: 0,
    seconds: 0,
    words: 0,
    evidence: {},
    to: {},
  };
}

/** Counts an entry in its own roll-up, or (`sign` −1) takes it out again. Changes `row`. */
export function countEntry(row: Rollup, entry: Entry, sign: 1 | -1): void {
  if (entry.undo || entry.undoes) {
    row.undone += sign;
    return;
  }
  row.seconds += sign * (entry.effort?.seconds ?? 0);
  row.words += sign * (entry.effort?.words ?? 0);
  if (entry.revises) {
    row.revised += sign;
    return;
  }
  row.done += sign;
  add(row.evidence, entry.evidence.level, sign);
  if (entry.to) add(row.to, entry.to.name, sign);
}

/** Counts in the roll-up of an act that it was taken back, or (`sign` −1) that it stands again. Changes `row`. */
export function countTaken(row: Rollup, act: Entry, sign: 1 | -1): void {
  row.taken += sign;
  if (act.to) add(row.to, act.to.name, sign === 1 ? -1 : 1);
}

/** Whether nothing is counted in this roll-up any more. */
export function isEmptyRollup(row: Rollup): boolean {
  return row.done === 0 && row.undone === 0 && row.revised === 0;
}

/** Names come from pages: `__proto__` is one like any other. */
function add(counts: Record<string, number>, name: string, amount: number): void {
  const value = (Object.hasOwn(counts, name) ? (counts[name] ?? 0) : 0) + amount;
  if (value === 0) delete counts[name];
  else Object.defineProperty(counts, name, { value, enumerable: true, configurable: true, writable: true });
}
