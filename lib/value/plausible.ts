import type { Rates } from './book.ts';
import { exchange } from './exchange.ts';
import type { Figure } from './figure.ts';
import { platformOf } from './lookups.ts';
import { type Micros, toMicros } from './micros.ts';
import { decimal, times } from './ratio.ts';

/** A platform earns so much from an average user a year; where an estimate is above that, it is said (methods §3). */
export interface Plausibility {
  platform: string;
  /** What the figure comes to in a year, by its middle. */
  yearly: Micros;
  /** Revenue per user and year. */
  perUser: Micros;
  year: number;
  above: boolean;
}

/**
 * Holds a figure of method (c) against what the platform earns from an average user.
 * @param days how many days the figure is for, at least 1
 * @param region of the person, as the card names it; the world where left out or not published
 */
export function plausibility(figure: Figure, days: number, rates: Rates, region?: string): Plausibility[] {
  const sums = new Map<string, Micros>();
  for (const { site, range } of figure.lines) {
    const platform = platformOf(rates.card, site);
    sums.set(platform, (sums.get(platform) ?? 0n) + range.mid);
  }
  return [...sums].flatMap(([platform, sum]) => {
    const found = revenuePerUser(platform, rates, figure.currency, region);
    if (!found) return [];
    const yearly = (sum * 365n) / BigInt(days);
    return [{ platform, yearly, perUser: found.amount, year: found.year, above: yearly > found.amount }];
  });
}

/**
 * What a platform earns from a user in a year: all there is to show where nothing is counted (methods §3).
 * @param region as the card names it; the world where left out or not published
 */
export function revenuePerUser(
  platform: string,
  { card, exchange: table, own }: Rates,
  currency: string,
  region?: string,
): { amount: Micros; year: number; sources: readonly string[] } | undefined {
  const regional = card.arpuByRegion.filter(
    (row) => row.platform === platform && row.region === region && row.period === 'year',
  );
  const rows = [...regional, ...card.platformRevenue.filter((row) => row.platform === platform)];
  const to = exchange(card.currency, currency, table, own.exchange);
  for (const { arpu, year, sources } of rows) {
    if (arpu !== null && to) return { amount: toMicros(times(decimal(arpu), to.rate)), year, sources };
  }
  return undefined;
}
