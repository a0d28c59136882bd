import type { Book, Closing } from './book.ts';
import type { RateCard } from './card.ts';
import type { ExchangeTable } from './exchange.ts';
import { parseMicros, writeMicros } from './micros.ts';
import type { OwnRates } from './own-rates.ts';

/** A closing with its amounts as decimals. */
export interface StoredClosing extends Omit<Closing, 'totals'> {
  totals: Record<string, { currency: string; low: string; mid: string; high: string } | null>;
}

/** What the person added to the rates that come with Contrail, as it is stored: plain JSON, so that backups hold it. */
export interface StoredRates {
  own: readonly OwnRates[];
  /** Cards the person took on, and from which day each holds. */
  cards: readonly { from: string; card: RateCard }[];
  closings: readonly StoredClosing[];
  /** Rates that came with some version of Contrail and that a month was closed with: a newer version has others. */
  kept: { cards: readonly RateCard[]; exchanges: readonly ExchangeTable[] };
}

/** Name of the row in the store `settings`. */
export const storedRatesName = 'rates';

export const nothingStored: StoredRates = { own: [], cards: [], closings: [], kept: { cards: [], exchanges: [] } };

/** Before any day that can be in a ledger. */
const always = '0001-01-01';

/** All rates there are: those that come with this version, and what the person added. */
export function bookOf(stored: StoredRates, shipped: { card: RateCard; exchange: ExchangeTable }): Book {
  const kept = stored.kept.cards.filter(({ version }) => version !== shipped.card.version);
  const tables = stored.kept.exchanges.filter(({ date }) => date !== shipped.exchange.date);
  return {
    cards: [...[...kept, shipped.card].map((card) => ({ from: always, card })), ...stored.cards],
    own: stored.own,
    exchanges: [...tables, shipped.exchange],
    closings: stored.closings.map(({ totals, ...closing }) => ({ ...closing, totals: mapTotals(totals, read) })),
  };
}

/** Adds what a month was closed with; a month that is closed already stays as it was. */
export function withClosing(
  stored: StoredRates,
  closing: StoredClosing,
  used: { card: RateCard; exchange: ExchangeTable },
): StoredRates {
  if (stored.closings.some(({ month }) => month === closing.month)) return stored;
  const hasCard = [...stored.kept.cards, ...stored.cards.map(({ card }) => card)].some(
    ({ version }) => version === used.card.version,
  );
  const hasTable = stored.kept.exchanges.some(({ date }) => date === used.exchange.date);
  return {
    ...stored,
    closings: [...stored.closings, closing],
    kept: {
      cards: hasCard ? stored.kept.cards : [...stored.kept.cards, used.card],
      exchanges: hasTable ? stored.kept.exchanges : [...stored.kept.exchanges, used.exchange],
    },
  };
}

export const writeClosing = ({ totals, ...closing }: Closing): StoredClosing => ({
  ...closing,
  totals: mapTotals(totals, write),
});

type Total<Amount> = { currency: string; low: Amount; mid: Amount; high: Amount };

const mapTotals = <From, To>(
  totals: Readonly<Record<string, Total<From> | null>>,
  map: (amount: From) => To,
): Record<string, Total<To> | null> =>
  Object.fromEntries(
    Object.entries(totals).map(([method, total]) => [
      method,
      total && { currency: total.currency, low: map(total.low), mid: map(total.mid), high: map(total.high) },
    ]),
  );

const read = (text: string) => parseMicros(text);
const write = (micros: bigint) => writeMicros(micros);
