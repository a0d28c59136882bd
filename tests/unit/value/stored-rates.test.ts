import { describe, expect, it } from 'vitest';
import { closeMonth, ratesOf } from '../../../lib/value/book.ts';
import { shippedCard, shippedExchange } from '../../../lib/value/rates/shipped.ts';
import { bookOf, nothingStored, type StoredRates, withClosing, writeClosing } from '../../../lib/value/stored-rates.ts';

const shipped = { card: shippedCard, exchange: shippedExchange };
const newer = {
  card: { ...shippedCard, version: '99.0.0' },
  exchange: { ...shippedExchange, date: '2027-01-01' },
};
const total = { currency: 'USD', low: -1n, mid: 4_620_000n, high: 9_370_000n };

function closed(): StoredRates {
  const closing = closeMonth(bookOf(nothingStored, shipped), '2026-10', { replacement: total, surplus: null })
    .closings[0];
  if (!closing) throw new Error('nothing was closed');
  return withClosing(nothingStored, writeClosing(closing), shipped);
}

describe('stored rates', () => {
  it('are JSON, and give back the closing they were made of', () => {
    const stored = JSON.parse(JSON.stringify(closed())) as StoredRates;
    expect(bookOf(stored, shipped).closings[0]?.totals).toEqual({ replacement: total, surplus: null });
  });

  it('keep the rates of a closed month when a newer version brings others', () => {
    const book = bookOf(closed(), newer);
    expect(ratesOf(book, '2026-10').card.version).toBe(shippedCard.version);
    expect(ratesOf(book, '2026-10').exchange.date).toBe(shippedExchange.date);
    expect(ratesOf(book, '2026-11').card.version).toBe('99.0.0');
  });

  it('close a month once', () => {
    const [stored] = [closed()];
    const again = { ...(stored.closings[0] as StoredRates['closings'][number]), card: 'other' };
    expect(withClosing(stored, again, newer)).toBe(stored);
  });

  it('put a card the person took on above the shipped one from its day', () => {
    const own = { ...shippedCard, version: '1.2.3' };
    const book = bookOf({ ...nothingStored, cards: [{ from: '2026-11-01', card: own }] }, shipped);
    expect(ratesOf(book, '2026-11').card.version).toBe('1.2.3');
    expect(ratesOf(book, '2026-10').card.version).toBe(shippedCard.version);
  });
});
