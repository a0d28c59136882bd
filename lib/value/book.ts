import type { RateCard } from './card.ts';
import type { ExchangeTable } from './exchange.ts';
import type { Micros } from './micros.ts';
import { noOwnRates, type OwnRates } from './own-rates.ts';

/** The rates of one month: what every method looks its figures up in. */
export interface Rates {
  card: RateCard;
  own: OwnRates;
  exchange: ExchangeTable;
}

/** A calendar month, `2026-11`. Rates are settled by month: totals by month at the earliest (methods §9). */
export type Month = string;

/** With which rates a month was closed, and what it came to. */
export interface Closing {
  month: Month;
  card: string;
  own: number;
  exchange: string;
  /** Currency and range of each method, as shown when the month was closed. */
  totals: Readonly<Record<string, { currency: string; low: Micros; mid: Micros; high: Micros } | null>>;
}

/** All rates there ever were, dated. Nothing in it is changed or taken out; things are added. */
export interface Book {
  /** `from`: the first day the card holds. */
  cards: readonly { from: string; card: RateCard }[];
  own: readonly OwnRates[];
  exchanges: readonly ExchangeTable[];
  closings: readonly Closing[];
}

/** A month was closed with rates that the book no longer holds, or there are none at all. */
export class BookError extends Error {
  override readonly name = 'BookError';
}

export const monthOf = (day: string): Month => day.slice(0, 7);
const lastDay = (month: Month) => `${month}-31`;

/**
 * The rates of a month: those it was closed with; while it is open, the newest that hold on its last day, or the oldest
 * there are for months before any.
 * @throws BookError
 */
export function ratesOf(book: Book, month: Month): Rates {
  const closing = book.closings.find((one) => one.month === month);
  return closing ? ratesWhenClosed(book, closing) : ratesNow(book, month);
}

/** What the rates of a month would be if it were open. */
export function ratesNow(book: Book, month: Month): Rates {
  const dated = <T>(list: readonly T[], from: (item: T) => string): T | undefined => {
    // Sorting keeps the order of equals: of two for the same day, the one added later wins.
    const sorted = [...list].sort((a, b) => (from(a) < from(b) ? -1 : from(a) > from(b) ? 1 : 0));
    return sorted.findLast((item) => from(item) <= lastDay(month)) ?? sorted[0];
  };
  const card = dated(book.cards, ({ from }) => from)?.card;
  const exchange = dated(book.exchanges, ({ date }) => date);
  if (!card || !exchange) throw new BookError('The book holds no rates.');
  const own = book.own.filter(({ from }) => from <= lastDay(month));
  return { card, exchange, own: dated(own, ({ from }) => from) ?? noOwnRates };
}

function ratesWhenClosed(book: Book, closing: Closing): Rates {
  const card = book.cards.find(({ card }) => card.version === closing.card)?.card;
  const exchange = book.exchanges.find(({ date }) => date === closing.exchange);
  const own = closing.own === 0 ? noOwnRates : book.own.find(({ revision }) => revision === closing.own);
  if (!card || !exchange || !own) throw new BookError(`The rates that ${closing.month} was closed with are gone.`);
  return { card, exchange, own };
}

/**
 * Closes a month: from now on new rates leave it alone. A closed month stays as it was closed.
 * @throws BookError where it is closed already
 */
export function closeMonth(book: Book, month: Month, totals: Closing['totals']): Book {
  if (book.closings.some((one) => one.month === month)) throw new BookError(`${month} is closed already.`);
  const { card, own, exchange } = ratesNow(book, month);
  const revision = book.own.includes(own) ? own.revision : 0;
  const closing: Closing = { month, card: card.version, own: revision, exchange: exchange.date, totals };
  return { ...book, closings: [...book.closings, closing] };
}

/** Opens a month again, because the person said so: its figures follow the newest rates from now on. */
export const reopenMonth = (book: Book, month: Month): Book => ({
  ...book,
  closings: book.closings.filter((one) => one.month !== month),
});

/** Adds a card. @throws BookError where another card of that version is there: a version names one card for ever */
export function addCard(book: Book, from: string, card: RateCard): Book {
  if (book.cards.some((held) => held.card.version === card.version)) {
    throw new BookError(`There is a card of version ${card.version} already.`);
  }
  return { ...book, cards: [...book.cards, { from, card }] };
}

/** Lays own rates on top; the revision is counted up here. */
export function addOwnRates(book: Book, layer: Omit<OwnRates, 'revision'>): Book {
  const revision = Math.max(0, ...book.own.map((held) => held.revision)) + 1;
  return { ...book, own: [...book.own, { ...layer, revision }] };
}
