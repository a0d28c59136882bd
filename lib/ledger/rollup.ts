import type { EvidenceLevel, Kind } from './entry.ts';

/**
 * One day of one stream and kind, kept up to date in the transaction that appends. Screens read these instead of
 * entries. Primary key: `[day, stream, kind]`.
 */
export interface Rollup {
  /** Local calendar day of the act, in the offset it was done in: `2026-11-21`. */
  day: string;
  stream: string;
  kind: Kind;
  site: string;
  host: string;
  /** Acts done on this day (revisions and undos are not among them). */
  done: number;
  /** Of those, how many were taken back later, on whatever day: the net count is `done - taken`. */
  taken: number;
  /** Undos that happened on this day. */
  undone: number;
  /** Revisions of the person's own items on this day. */
  revised: number;
  /** Sums of effort over done and revised. */
  seconds: number;
  words: number;
  /** How many of `done` have which evidence. */
  evidence: Partial<Record<EvidenceLevel, number>>;
  /** Whom it went to: name as the site writes it, to number of acts not taken back. */
  to: Record<string, number>;
}
