import type { Kind } from '../ledger/kinds.ts';
import type { LeftOut } from './acts.ts';
import type { Source } from './card.ts';
import type { Confidence } from './confidence.ts';
import type { Exchange } from './exchange.ts';
import type { ExactRange, Range } from './range.ts';
import type { Rate } from './rate.ts';

/** The methods, by the letters of the method paper: (a) to (g). They measure different things and are never added. */
export const methods = {
  replacement: 'a',
  advertising: 'b',
  'revenue-share': 'c',
  surplus: 'd',
  peers: 'e',
  payouts: 'f',
  licensing: 'g',
} as const;
export type Method = keyof typeof methods;

/** Why an act has no value by a method. Unknown is never zero. */
export type Unknown =
  | 'no-time'
  | 'no-wage'
  | 'no-price'
  | 'no-revenue'
  | 'no-count'
  | 'kind-not-counted'
  | 'revenue-per-user-only'
  | 'nobody-asked'
  | 'no-licence'
  | 'no-weight'
  | 'share-only'
  | 'no-exchange-rate';

/** What must be said with a figure; `sentences.ts` has the words. */
export type Note =
  | 'measured-time'
  | 'words-counted'
  | 'above-ceiling'
  | 'no-ceiling'
  | 'upper-bound-flow'
  | 'left-out-work'
  | 'kinds-counted-alike'
  | 'above-average-user'
  | 'share-of-benefit-unknown'
  | 'borrowed-from-other-service'
  | 'no-payment-figure'
  | 'burst'
  | 'unconfirmed'
  | 'undone'
  | 'repeated'
  | 'assumed-bound'
  | 'old-source'
  | 'from-memory'
  | 'negative-low'
  | 'earned-media'
  | 'not-eligible'
  | 'group-decision'
  | 'licence-not-split-out';

/** One of the figures that a formula takes. */
export interface Input {
  symbol: string;
  rate: Rate;
}

/** Another answer that belongs beside a line: the ceiling of (b), the stock of (c). */
export interface Beside {
  what: 'ceiling' | 'stock';
  range: Range;
  inputs: readonly Input[];
}

/** What one kind of act on one site comes to. */
export interface Line {
  site: string;
  kind: Kind;
  acts: number;
  /** How many of them count less because there were so many in a day. */
  reduced: number;
  range: Range;
  inputs: readonly Input[];
  notes: readonly Note[];
  beside: readonly Beside[];
}

export interface UnknownLine {
  site: string;
  kind: Kind;
  acts: number;
  why: Unknown;
}

/** The answer of one method, which opens to all that it was made from. */
export interface Figure {
  method: Method;
  /** Symbols are those of the method paper, §0. */
  formula: string;
  /** ISO 4217, or `points`. */
  currency: string;
  /** The sum of the lines; null where nothing has a known value although something was given. */
  range: Range | null;
  lines: readonly Line[];
  unknown: readonly UnknownLine[];
  left: LeftOut;
  notes: readonly Note[];
  sources: readonly Source[];
  /** The least of its rates; null while there are none. */
  confidence: Confidence | null;
  /** The rate that moves the result most. */
  movesMost: Input | null;
  cards: readonly string[];
  /** The day the rates stand for. */
  asOf: string;
  oldestYear: number | null;
  exchange: Exchange | null;
}

/** The price of one act before rounding, in the card's currency. */
export interface Priced {
  unit: ExactRange;
  inputs: readonly Input[];
  notes?: readonly Note[];
  beside?: readonly { what: Beside['what']; unit: ExactRange; inputs: readonly Input[] }[];
}
