import { describe, expect, it } from 'vitest';
import { type Row, rateOf } from '../../../lib/value/rate.ts';
import { shippedCard } from '../../../lib/value/rates/shipped.ts';
import { approximate } from '../../../lib/value/ratio.ts';

/** A rate of 1 / 2 / 4 from one source of a given year, on the shipped card's day in 2026. */
const rate = (year: number, more: Partial<Row> = {}) => {
  const source = { id: 'one', citation: 'x', year, confidence: 'high', checked: 'seen-primary' } as const;
  const card = { ...shippedCard, sources: [source] };
  const row: Row = { low: 1, mid: 2, high: 4, confidence: 'high', note: '', sources: ['one'], ...more };
  const found = rateOf(card, 'x', 'x', 'x', row);
  return found && { ...found, sides: [found.range.low, found.range.mid, found.range.high].map(approximate) };
};

describe('a rate, methods §8', () => {
  it('keeps its bounds while its source is young', () => {
    expect(rate(2024)).toMatchObject({ sides: [1, 2, 4], assumed: [], confidence: 'high' });
    expect(rate(2024)?.widened).toBeUndefined();
  });

  it('is drawn apart by 1.5 from three years on, and by 3 beyond eight', () => {
    expect(rate(2023)?.sides).toEqual([expect.closeTo(2 / 3), 2, 6]);
    expect(rate(2018)?.sides).toEqual([expect.closeTo(2 / 3), 2, 6]);
    expect(rate(2017)).toMatchObject({ sides: [expect.closeTo(1 / 3), 2, 12], widened: { by: '3', year: 2017 } });
  });

  it('assumes a third and three times the middle for bounds nobody published, and is not sure then', () => {
    expect(rate(2026, { low: null, high: null })).toMatchObject({
      sides: [expect.closeTo(2 / 3), 2, 6],
      assumed: ['low', 'high'],
      confidence: 'low',
      sources: ['one', 'asm-range3'],
    });
    expect(rate(2026, { high: null })?.sides).toEqual([1, 2, 6]);
  });

  it('is unknown without a middle, never zero', () => {
    expect(rate(2026, { mid: null })).toBeUndefined();
  });

  it('does not age where it measures the hand or the eye', () => {
    const step = shippedCard.timePerAction.find(({ kind }) => kind === 'click-step');
    if (!step) throw new Error('There is no click step.');
    expect(rateOf(shippedCard, 'x', 'x', 's', step)?.widened).toBeUndefined();
  });
});
