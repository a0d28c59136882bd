import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lookupIn, round } from '../../../lib/report/words.ts';
import { english, wordsOf } from './make.ts';

describe('durations', () => {
  it.each([
    [20, 1, 'minute'],
    [540, 9, 'minute'],
    [1000, 15, 'minute'],
    [2990, 50, 'minute'],
    [3300, 1, 'hour'],
    [5400, 1.5, 'hour'],
    [14_300, 4, 'hour'],
    [40_000, 11, 'hour'],
  ])('of %i seconds are about %d %s', (seconds, value, unit) => {
    expect(round(seconds)).toEqual({ value, unit });
  });

  it('are never nothing, and at most a third away from the truth above a minute', () => {
    fc.assert(
      fc.property(fc.integer({ min: 60, max: 1_000_000 }), (seconds) => {
        const { value, unit } = round(seconds);
        const said = value * (unit === 'hour' ? 3600 : 60);
        expect(Math.abs(said - seconds) / seconds).toBeLessThan(1 / 3);
      }),
    );
  });

  it('are exact to the minute where they are listed', () => {
    // CLDR writes `min` in one release and `mins` in another.
    expect(english.duration(4800)).toMatch(/^1 hr 20 mins?$/);
    expect(english.duration(3600)).toMatch(/^1 hr$/);
    expect(english.duration(150)).toMatch(/^3 mins?$/);
    expect(english.duration(20)).toMatch(/^20 secs?$/);
  });
});

describe('days and times', () => {
  it('are those of the place where the act was done', () => {
    expect(english.time('2026-11-21T23:30:00Z', '+05:45')).toBe('5:15');
    expect(wordsOf('de').time('2026-11-21T23:30:00Z', '-03:30')).toBe('20:00');
  });

  it('are written as the language writes them', () => {
    expect(english.period({ from: '2026-11-16', to: '2026-11-22' })).toMatch(/^16\s?–\s?22 November 2026$/);
    expect(english.period({ from: '2026-12-28', to: '2027-01-03' })).toMatch(/^28 December 2026\s–\s3 January 2027$/);
    expect(wordsOf('de').day('2026-11-21', 'full')).toBe('Samstag, 21. November 2026');
  });
});

describe('messages', () => {
  it('take their parts in any order, and a dollar for two', () => {
    const lookup = lookupIn({ it: { message: '$2 for $1, $$5' } });
    expect(lookup('it', ['a', 'b'])).toBe('b for a, $5');
  });

  it('leave parts alone that look like marks', () => {
    expect(lookupIn({ it: { message: '$1' } })('it', ['$2 & $$'])).toBe('$2 & $$');
  });

  it('give the key back where there is no message, so that the gap is seen', () => {
    const words = wordsOf('en');
    expect(words.say('nonsense' as never)).toBe('nonsense');
  });
});
