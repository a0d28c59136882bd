import type { RateCard } from './card.ts';
import type { Confidence } from './confidence.ts';
import type { ExactRange } from './range.ts';
import { decimal, type Ratio, ratio, times } from './ratio.ts';

/** One figure as a method uses it, with everything one may want to know about it. */
export interface Rate {
  /** Where it stands: `card 0.2.0: wages/Editors (27-3041) (US)`, `own 3: wages`, `measured`. */
  ref: string;
  name: string;
  unit: string;
  range: ExactRange;
  /** Bounds nobody published: a third or three times the middle. */
  assumed: readonly ('low' | 'high')[];
  /** Bounds drawn apart because the source is old. */
  widened?: { by: string; year: number };
  basis: 'published' | 'derived' | 'assumption' | 'own' | 'measured';
  confidence: Confidence;
  note: string;
  /** Ids of the card's sources. */
  sources: readonly string[];
}

/** What a row of a card says, whatever it is about. */
export interface Row {
  low: number | null;
  mid: number | null;
  high: number | null;
  basis?: 'published' | 'derived' | 'assumption';
  confidence: Confidence;
  note: string;
  sources: readonly string[];
}

/** Measures of the hand and the eye do not age (methods §8.4). */
const ageless = new Set(['cmn-klm', 'karat-1999', 'dhakal-2018', 'palin-2019', 'brysbaert-2019']);
const three = ratio(3n);
const third = ratio(1n, 3n);

/**
 * A row of a card as a rate: missing bounds are assumed (§8.3), bounds of old sources drawn apart (§8.4). Nothing where
 * the middle is not known: unknown is never zero.
 */
export function rateOf(card: RateCard, ref: string, name: string, unit: string, row: Row): Rate | undefined {
  if (row.mid === null) return undefined;
  const mid = decimal(row.mid);
  const assumed = (['low', 'high'] as const).filter((side) => row[side] === null);
  const low = row.low === null ? times(mid, third) : decimal(row.low);
  const high = row.high === null ? times(mid, three) : decimal(row.high);
  const age = ageOf(card, row.sources);
  const by = age && age.years > 8 ? three : age && age.years >= 3 ? ratio(3n, 2n) : undefined;
  return {
    ref: `card ${card.version}: ${ref}`,
    name,
    unit,
    range: by ? { low: shrink(low, by), mid, high: times(high, by) } : { low, mid, high },
    assumed,
    ...(by && age ? { widened: { by: by.d === 1n ? '3' : '1.5', year: age.year } } : {}),
    basis: row.basis ?? 'published',
    confidence: assumed.length > 0 ? 'low' : row.confidence,
    note: row.note,
    sources: assumed.length > 0 ? [...row.sources, 'asm-range3'] : row.sources,
  };
}

const shrink = (low: Ratio, by: Ratio): Ratio => times(low, { n: by.d, d: by.n });

/** Year and age of the newest source that can age; nothing where none can. */
function ageOf(card: RateCard, ids: readonly string[]): { year: number; years: number } | undefined {
  const years = card.sources
    .filter(({ id, checked }) => ids.includes(id) && checked !== 'project-assumption' && !ageless.has(id))
    .map(({ year }) => year);
  if (years.length === 0) return undefined;
  const year = Math.max(...years);
  return { year, years: Number(card.asOf.slice(0, 4)) - year };
}
