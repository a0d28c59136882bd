import { decimal, over, type Ratio, times } from './ratio.ts';

/** What currencies were worth on one day. */
export interface ExchangeTable {
  /** `2026-03-13` */
  date: string;
  /** The currency that is one. */
  base: string;
  /** Who said so. */
  source: string;
  url?: string;
  checked: 'seen-primary' | 'seen-secondary' | 'own';
  /** How much of each currency one of the base is, as decimals. */
  perBase: Readonly<Record<string, string>>;
}

/** A rate the person sets: one `from` is `rate` `to`, as of a day. */
export interface OwnExchange {
  date: string;
  from: string;
  to: string;
  rate: string;
}

/** How much of one currency is one of another, and who says so. */
export interface Exchange {
  from: string;
  to: string;
  rate: Ratio;
  date: string;
  source: string;
  own: boolean;
}

/** Codes that a table can convert. */
export const currenciesOf = (table: ExchangeTable): ReadonlySet<string> =>
  new Set([table.base, ...Object.keys(table.perBase)]);

/**
 * The rate from one currency to another: the person's newest own one for this pair, else through the table's base.
 * Nothing where one of them is unknown.
 */
export function exchange(
  from: string,
  to: string,
  table: ExchangeTable,
  own: readonly OwnExchange[] = [],
): Exchange | undefined {
  const mine = own
    .filter((rate) => (rate.from === from && rate.to === to) || (rate.from === to && rate.to === from))
    .sort((a, b) => (a.date < b.date ? 1 : -1))[0];
  if (mine && from !== to) {
    const rate = decimal(mine.rate);
    return {
      from,
      to,
      rate: mine.from === from ? rate : over(decimal(1), rate),
      date: mine.date,
      source: '',
      own: true,
    };
  }
  const [a, b] = [perBase(table, from), perBase(table, to)];
  return (
    a && b && { from, to, rate: times(b, over(decimal(1), a)), date: table.date, source: table.source, own: false }
  );
}

function perBase(table: ExchangeTable, currency: string): Ratio | undefined {
  if (currency === table.base) return decimal(1);
  return Object.hasOwn(table.perBase, currency) ? decimal(table.perBase[currency] ?? '') : undefined;
}
