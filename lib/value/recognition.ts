import type { Micros } from './micros.ts';

/** What came back for something one did, short of money. */
export const recognitions = ['thanks', 'votes', 'accepted', 'badges', 'replies'] as const;
export type RecognitionKind = (typeof recognitions)[number];

/**
 * A count seen when the person visited their own item again: so many in all by then. Later sightings of the same item
 * and kind replace earlier ones; a count can fall.
 */
export interface Sighting {
  at: string;
  zone: string;
  /** Id of the entry it is about. */
  entry: string;
  kind: RecognitionKind;
  count: number;
  /** By whom, where one person can be named. */
  by?: string;
}

/** Money the person says they received, or a receipt proves. Shown first and apart from all estimates. */
export interface Receipt {
  id: string;
  at: string;
  zone: string;
  site: string;
  amount: Micros;
  /** ISO 4217 */
  currency: string;
  from: string;
  /** Entries it was for, where known. */
  entries: readonly string[];
  note: string;
}
