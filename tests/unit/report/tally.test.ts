import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gridFor, tally } from '../../../components/week/tally.ts';
import { makeRollup, reportOn } from './make.ts';

describe('the heaps of the days', () => {
  it('have one mark for each act, none upon another, families in their order', () => {
    const { days } = reportOn({
      rollups: [
        makeRollup({ kind: 'edit', done: 2 }),
        makeRollup({ kind: 'like', done: 3 }),
        makeRollup({ day: '2026-11-19' }),
      ],
    });
    const marks = tally(days, 2);
    expect(marks).toHaveLength(6);
    expect(
      marks.filter(({ day }) => day === '2026-11-18').map(({ family, column, row }) => [family, column, row]),
    ).toEqual([
      ['likes', 0, 0],
      ['likes', 1, 0],
      ['likes', 0, 1],
      ['care', 1, 1],
      ['care', 0, 2],
    ]);
  });

  it('fit the place that they are given, or say that they do not', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5000 }),
        fc.integer({ min: 20, max: 200 }),
        fc.integer({ min: 80, max: 400 }),
        (most, width, height) => {
          const grid = gridFor(most, width, height);
          if (!grid) return;
          expect(grid.columns * grid.rows).toBeGreaterThanOrEqual(most);
          expect(grid.columns * grid.cell).toBeLessThanOrEqual(width);
          expect(grid.rows * grid.cell).toBeLessThanOrEqual(height);
        },
      ),
    );
    expect(gridFor(30, 80, 200)).not.toBeNull();
    expect(gridFor(5000, 80, 200)).toBeNull();
  });
});
