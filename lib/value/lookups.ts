import type { Rates } from './book.ts';
import type { PlatformRow, RateCard } from './card.ts';
import { rowName } from './card-faults.ts';
import { exchange } from './exchange.ts';
import { closest, type Scoped } from './own-rates.ts';
import { scale } from './range.ts';
import { type Rate, type Row, rateOf } from './rate.ts';
import { decimal } from './ratio.ts';

// Where each figure of a method comes from: the person's own layer first, then the card.

const ownRange = ({ low, mid, high }: { low: number; mid: number; high: number }) => ({
  low: decimal(low),
  mid: decimal(mid),
  high: decimal(high),
});

/** A figure the person set. */
export const ownRate = (rates: Rates, list: string, name: string, unit: string, range: Rate['range']): Rate => ({
  ref: `own ${rates.own.revision}: ${list}`,
  name,
  unit,
  range,
  assumed: [],
  basis: 'own',
  confidence: 'high',
  note: '',
  sources: [],
});

const remembered = new WeakMap<RateCard, Map<string, Rate | undefined>>();

/** A rate of a card, made once: cards never change, and an act with its own words asks for several. */
function once(card: RateCard, ref: string, make: () => Rate | undefined): Rate | undefined {
  const known = remembered.get(card) ?? new Map<string, Rate | undefined>();
  remembered.set(card, known);
  if (!known.has(ref)) known.set(ref, make());
  return known.get(ref);
}

/** A row of `timePerAction` by its own name. */
export function timeRate({ card }: Rates, name: string): Rate | undefined {
  const row = card.timePerAction.find(({ kind }) => kind === name);
  const ref = `timePerAction/${name}`;
  return row && once(card, ref, () => rateOf(card, ref, name, `s/${row.unit}`, row));
}

/** The row of `timePerAction` that a kind of contribution takes. */
export function timeRow({ card }: Rates, kind: string, report = false) {
  const name = report ? 'flag' : card.kindTimes.find((row) => row.kind === kind)?.time;
  return card.timePerAction.find((row) => row.kind === name);
}

/** Seconds for one act of a kind, as the person or the card has it. */
export function kindTimeRate(rates: Rates, kind: string, report = false): Rate | undefined {
  const mine = closest(rates.own.seconds, { kind, site: '', topics: [] });
  if (mine) return ownRate(rates, 'seconds', kind, 's/action', ownRange(mine));
  const row = timeRow(rates, kind, report);
  const found = row && timeRate(rates, row.kind);
  const why = report ? ['asm-kinds'] : (rates.card.kindTimes.find((of) => of.kind === kind)?.sources ?? []);
  return found && why.length > 0 ? { ...found, sources: [...found.sources, ...why], confidence: 'low' } : found;
}

/** Wage for the work that would replace an act, in the card's currency an hour. */
export function wageRate(rates: Rates, act: Scoped, report = false): Rate | undefined {
  const mine = closest(rates.own.wages, act);
  if (mine && 'mid' in mine) {
    const to = exchange(mine.currency, rates.card.currency, rates.exchange, rates.own.exchange);
    return to && ownRate(rates, 'wages', 'own wage', `${rates.card.currency}/h`, scale(ownRange(mine), to.rate));
  }
  const name = mine?.name ?? timeRow(rates, act.kind, report)?.wage;
  const row = rates.card.wages.find((wage) => wage.name === name);
  if (!row) return undefined;
  const { card } = rates;
  const ref = `wages/${rowName('wages', row)}`;
  return once(card, ref, () => rateOf(card, ref, `${row.name}, ${row.region}`, `${card.currency}/h`, row));
}

/** Price of a bought action of a kind: on the site or its platform, or else anywhere. */
export function priceRate(rates: Rates, site: string, kind: string): Rate | undefined {
  const { card } = rates;
  const wanted = rates.own.earnedMedia ? [kind, `${kind}-emv`] : [kind];
  for (const name of wanted) {
    for (const at of [site, platformOf(card, site), 'generic']) {
      const row = card.adMarket.find((ad) => ad.kind === name && ad.platform === at && ad.region === 'world');
      const ref = row && `adMarket/${rowName('adMarket', row)}`;
      if (row && ref) return rateOf(card, ref, `${name}, ${at}`, `${card.currency} ${row.unit}`, row);
    }
  }
  return undefined;
}

/** The share of an income counted as coming from contributors. */
export const shareRate = ({ card }: Rates): Rate =>
  rateOf(card, 'contributorShare', 'contributor share', 'share', card.contributorShare) as Rate;

/** A published figure without a range, such as a revenue or a count. */
export function exactRate(
  card: RateCard,
  ref: string,
  name: string,
  unit: string,
  value: number,
  row: Omit<Row, 'low' | 'mid' | 'high'>,
): Rate {
  const mid = decimal(value);
  const plain = { low: value, mid: value, high: value, ...row };
  const rate = rateOf(card, ref, name, unit, plain) as Rate;
  const { widened: _, ...unaged } = rate;
  return { ...unaged, range: { low: mid, mid, high: mid } };
}

/** The card's name for the platform behind a site definition. */
export const platformOf = (card: RateCard, site: string): string =>
  card.platformSites.find(({ sites }) => sites.includes(site))?.platform ?? site;

/** Revenue that a count divides: advertising where there is some, else all. */
export const incomeOf = (row: PlatformRow): number | null => row.adRevenue || row.revenue;

/** The newest year of a platform for which both income and a count of contributions are published. */
export function countedYear(card: RateCard, platform: string, measure: 'flow' | 'stock'): PlatformRow | undefined {
  return card.platformRevenue
    .filter((row) => row.platform === platform && row.measure === measure && !row.contextOnly)
    .filter((row) => incomeOf(row) !== null && row.engagementsPerYear !== null)
    .sort((a, b) => b.year - a.year)[0];
}
