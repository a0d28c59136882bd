import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shiftDay } from '../../../lib/ledger/local-day.ts';
import {
  dayHere,
  daysOf,
  earlier,
  minutesEast,
  monthOf,
  periodName,
  periodNamed,
  spanOf,
  stepsOf,
  type Weekday,
  weekName,
  weekNamed,
  weekOf,
  weekStartOf,
  yearOf,
} from '../../../lib/report/calendar.ts';

const anyDay = fc.integer({ min: -20_000, max: 40_000 }).map((n) => shiftDay('2000-01-01', n));
const anyStart = fc.integer({ min: 0, max: 6 }) as fc.Arbitrary<Weekday>;

describe('weeks', () => {
  // ISO 8601: the year ends that people get wrong.
  it.each([
    ['2026-11-21', '2026-W47'],
    ['2021-01-03', '2020-W53'],
    ['2021-01-04', '2021-W01'],
    ['2018-12-31', '2019-W01'],
    ['2027-01-01', '2026-W53'],
    ['2024-12-29', '2024-W52'],
    ['2024-12-30', '2025-W01'],
  ])('%s lies in %s where weeks start on Monday', (day, name) => {
    expect(weekName(weekOf(day, 1))).toBe(name);
  });

  it('keep their name where they start on Sunday or Saturday', () => {
    expect(weekOf('2026-11-21', 0)).toEqual({ from: '2026-11-15', to: '2026-11-21' });
    expect(weekName(weekOf('2026-11-21', 0))).toBe('2026-W47');
    expect(weekOf('2026-11-21', 6)).toEqual({ from: '2026-11-21', to: '2026-11-27' });
    expect(weekName(weekOf('2026-11-21', 6))).toBe('2026-W48');
  });

  it('are found again by their name, for every day and every start', () => {
    fc.assert(
      fc.property(anyDay, anyStart, (day, start) => {
        const week = weekOf(day, start);
        expect(daysOf(week)).toHaveLength(7);
        expect(daysOf(week)).toContain(day);
        expect(weekNamed(weekName(week), start)).toEqual(week);
      }),
    );
  });

  it('that do not exist are refused', () => {
    for (const name of ['2026-W54', '2025-W53', '2026-W00', '2026-47', '', 'W47', '2026-W7', '../etc']) {
      expect(weekNamed(name, 1)).toBeNull();
    }
  });

  it('before a week follow each other without gap or overlap', () => {
    fc.assert(
      fc.property(anyDay, anyStart, (day, start) => {
        const week = weekOf(day, start);
        expect(shiftDay(earlier(week, 1).to, 1)).toBe(week.from);
        expect(earlier(week, 4)).toEqual(weekOf(shiftDay(day, -28), start));
        expect(earlier(week, -1).from).toBe(shiftDay(week.to, 1));
      }),
    );
  });

  it('start where the reader is used to', () => {
    expect(weekStartOf('de-DE')).toBe(1);
    expect(weekStartOf('en-US')).toBe(0);
    expect(weekStartOf('ar-EG')).toBe(6);
    expect(weekStartOf('ja')).toBe(0);
    expect(weekStartOf('fr')).toBe(1);
  });

  it('start the same in browsers that do not know', () => {
    const prototype = Intl.Locale.prototype as { getWeekInfo?: unknown };
    const own = prototype.getWeekInfo;
    delete prototype.getWeekInfo;
    try {
      expect(['de-DE', 'en-US', 'ar-EG', 'ja', 'fr'].map(weekStartOf)).toEqual([1, 0, 6, 0, 1]);
    } finally {
      if (own) prototype.getWeekInfo = own;
    }
  });
});

describe('days', () => {
  it('are those of the clock on the wall', () => {
    expect(dayHere(new Date(2026, 10, 21, 0, 0, 1))).toBe('2026-11-21');
    expect(dayHere(new Date(2026, 10, 21, 23, 59, 59))).toBe('2026-11-21');
  });

  it('are all there in the weeks in which clocks change', () => {
    expect(daysOf({ from: '2026-03-23', to: '2026-03-29' })).toHaveLength(7);
    expect(daysOf({ from: '2026-10-19', to: '2026-10-25' })).toHaveLength(7);
  });

  it('follow offsets to the minute', () => {
    expect(minutesEast('+05:45')).toBe(345);
    expect(minutesEast('-03:30')).toBe(-210);
    expect(minutesEast('+00:00')).toBe(0);
  });
});

describe('months, years and chosen days', () => {
  const february = monthOf('2028-02-11');

  it('knows what a period is', () => {
    expect(february).toEqual({ from: '2028-02-01', to: '2028-02-29' });
    expect(spanOf(february)).toBe('month');
    expect(spanOf(yearOf('2026-05-01'))).toBe('year');
    expect(spanOf(weekOf('2026-11-21', 1))).toBe('week');
    expect(spanOf({ from: '2026-01-01', to: '2026-01-30' })).toBe('days');
  });

  it('goes back by the calendar, not by a number of days', () => {
    expect(earlier(february, 1)).toEqual(monthOf('2028-01-01'));
    expect(earlier(february, 2)).toEqual(monthOf('2027-12-31'));
    expect(earlier(monthOf('2027-12-05'), -1)).toEqual(monthOf('2028-01-01'));
    expect(earlier(yearOf('2028-01-01'), 4)).toEqual(yearOf('2024-12-31'));
    expect(earlier({ from: '2026-01-02', to: '2026-01-04' }, 1)).toEqual({ from: '2025-12-30', to: '2026-01-01' });
  });

  it('finds every period by its name', () => {
    for (const period of [
      february,
      yearOf('2026-01-01'),
      weekOf('2026-11-21', 1),
      { from: '2026-11-02', to: '2026-11-20' },
    ])
      expect(periodNamed(periodName(period), 1)).toEqual(period);
  });

  it.each(['2026-13', '2026-00', '2026-02-30_2026-03-01', '2026-03-02_2026-03-01', '0001-01-01_2026-01-01', 'x'])(
    'finds nothing by %s',
    (name) => expect(periodNamed(name, 1)).toBeNull(),
  );

  it('shows two months by day and a year by month', () => {
    expect(stepsOf({ from: '2026-07-01', to: '2026-08-31' })).toBe('days');
    expect(stepsOf(yearOf('2026-07-01'))).toBe('months');
  });
});
