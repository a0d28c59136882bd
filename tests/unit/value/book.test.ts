import { describe, expect, it } from 'vitest';
import {
  addCard,
  addOwnRates,
  type Book,
  BookError,
  closeMonth,
  ratesOf,
  reopenMonth,
} from '../../../lib/value/book.ts';
import type { RateCard } from '../../../lib/value/card.ts';
import { replacement } from '../../../lib/value/methods/replacement.ts';
import { noOwnRates } from '../../../lib/value/own-rates.ts';
import { shippedCard, shippedExchange } from '../../../lib/value/rates/shipped.ts';
import { effectOfChange, rateChanges } from '../../../lib/value/repricing.ts';
import { valueActs } from '../../../lib/value/value-acts.ts';
import { act } from './samples.ts';

const start: Book = {
  cards: [{ from: '2026-01-01', card: shippedCard }],
  own: [],
  exchanges: [shippedExchange],
  closings: [],
};
/** The same card with every answer taking twice as long. */
const slower: RateCard = {
  ...shippedCard,
  version: '0.3.0',
  timePerAction: shippedCard.timePerAction.map((row) =>
    row.kind === 'answer' ? { ...row, low: 260, mid: 1320, high: 3960 } : row,
  ),
};
const { revision: _, ...own } = noOwnRates;
const answers = (month: string) => [act({ site: 'x', kind: 'answer', day: `${month}-05` })];
const months = new Map(['2026-09', '2026-10', '2026-11'].map((month) => [month, answers(month)]));
const mid = (book: Book, month: string) =>
  valueActs(replacement, { acts: answers(month) }, (at) => ratesOf(book, at), 'USD').range?.mid;

describe('rates by date', () => {
  it('hold from their day on and leave earlier months alone', () => {
    const after = addCard(start, '2026-11-01', slower);
    expect(mid(after, '2026-10')).toBe(mid(start, '2026-10'));
    expect(mid(after, '2026-11')).toBe(2n * (mid(start, '2026-11') ?? 0n));
  });

  it('let the person’s own wage stand above the card, the closest line first', () => {
    const wages = [
      { currency: 'USD', low: 10, mid: 10, high: 10 },
      { kind: 'answer' as const, currency: 'USD', low: 60, mid: 60, high: 60 },
      { topic: 'law', currency: 'USD', low: 90, mid: 90, high: 90 },
    ];
    const book = addOwnRates(start, { ...own, from: '2026-01-01', wages });
    const worth = (topics: string[], kind: 'answer' | 'comment') =>
      valueActs(replacement, { acts: [act({ site: 'x', kind, topics })] }, (at) => ratesOf(book, at), 'USD').range?.mid;
    expect(worth([], 'answer')).toBe(11_000_000n);
    expect(worth(['law'], 'answer')).toBe(16_500_000n);
    expect(worth([], 'comment')).toBe(111_667n);
  });

  it('refuse a second card of the same version', () => {
    expect(() => addCard(start, '2026-12-01', shippedCard)).toThrow(BookError);
  });
});

describe('a closed month', () => {
  const closed = closeMonth(start, '2026-10', {});

  it('keeps its rates when new ones are dated back', () => {
    const after = addCard(closed, '2026-01-01', slower);
    expect(mid(after, '2026-10')).toBe(mid(start, '2026-10'));
    expect(mid(after, '2026-09')).toBe(2n * (mid(start, '2026-09') ?? 0n));
  });

  it('keeps the person’s own rates, even when they change those of the same day', () => {
    const wage = (mid: number) => [{ currency: 'USD', low: mid, mid, high: mid }];
    const first = addOwnRates(start, { ...own, from: '2026-01-01', wages: wage(60) });
    const after = addOwnRates(closeMonth(first, '2026-10', {}), { ...own, from: '2026-01-01', wages: wage(120) });
    expect(mid(after, '2026-10')).toBe(11_000_000n);
    expect(mid(after, '2026-11')).toBe(22_000_000n);
  });

  it('shows what a change would do before it is made', () => {
    const after = addCard(closed, '2026-01-01', slower);
    const effects = effectOfChange(closed, after, months, replacement, 'USD');
    for (const { month, closed, before, after, ifReopened } of effects) {
      expect(after?.mid === before?.mid).toBe(month === '2026-10');
      expect(closed).toBe(month === '2026-10');
      expect(ifReopened?.mid).toBe(2n * (before?.mid ?? 0n));
    }
    expect(rateChanges(shippedCard, slower)).toEqual([
      { list: 'timePerAction', row: 'answer', field: 'low', from: 130, to: 260 },
      { list: 'timePerAction', row: 'answer', field: 'mid', from: 660, to: 1320 },
      { list: 'timePerAction', row: 'answer', field: 'high', from: 1980, to: 3960 },
    ]);
  });

  it('follows new rates only when the person opens it again', () => {
    const after = reopenMonth(addCard(closed, '2026-01-01', slower), '2026-10');
    expect(mid(after, '2026-10')).toBe(2n * (mid(start, '2026-10') ?? 0n));
  });

  it('is an error, not a guess, where its rates are gone', () => {
    const { cards: _, ...rest } = closed;
    const lost = { ...rest, cards: [{ from: '2026-01-01', card: slower }] };
    expect(() => ratesOf(lost, '2026-10')).toThrow(BookError);
    expect(() => closeMonth(closed, '2026-10', {})).toThrow(BookError);
  });
});
