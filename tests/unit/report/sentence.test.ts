import { describe, expect, it } from 'vitest';
import { noticeOf } from '../../../lib/report/notice.ts';
import type { Report } from '../../../lib/report/report.ts';
import { comparisonOf, sentenceOf } from '../../../lib/report/sentence.ts';
import { english, reportOn, wordsOf } from './make.ts';

const none = reportOn().totals;
const withTotals = (totals: Partial<Report['totals']>, changes: Partial<Report> = {}): Report => ({
  ...reportOn(),
  totals: { ...none, ...totals },
  ...changes,
});
const say = (totals: Partial<Report['totals']>, changes: Partial<Report> = {}) =>
  sentenceOf(withTotals(totals, changes), english);

describe('the sentence of a week', () => {
  it('says whom, where and for how long', () => {
    expect(say({ given: 92, people: 23, places: 9, seconds: 14_300 })).toBe(
      'You helped 23 people in 9 places this week, for about 4 hours.',
    );
  });

  it('speaks of one as one', () => {
    expect(say({ given: 1, people: 1, places: 1, seconds: 3600 })).toBe(
      'You helped 1 person in 1 place this week, for about 1 hour.',
    );
  });

  it('does not mention time that was not spent', () => {
    expect(say({ given: 2, people: 2, places: 1 })).toBe('You helped 2 people in 1 place this week.');
  });

  it('does not invent people where none are known', () => {
    expect(say({ given: 3, places: 2 })).toBe('You made 3 contributions in 2 places this week.');
  });

  it('knows the past', () => {
    expect(say({ given: 3, people: 1, places: 2 }, { over: true })).toBe('You helped 1 person in 2 places that week.');
  });

  it('does not blame an empty week', () => {
    expect(say({})).toBe('Nothing is recorded this week yet.');
    expect(say({}, { over: true })).toBe('Nothing was recorded that week.');
  });

  it('counts what was gone back to', () => {
    expect(say({ revised: 2, places: 1 })).toBe('You went back to 2 things of your own this week.');
  });

  it('is German in German and follows the six plurals of Arabic', () => {
    const report = withTotals({ given: 9, people: 3, places: 2, seconds: 1500 });
    expect(sentenceOf(report, wordsOf('de-DE'))).toBe(
      'Du hast diese Woche 3 Menschen an 2 Orten geholfen, etwa 25 Minuten lang.',
    );
    expect(sentenceOf(report, wordsOf('ar'))).toContain('3 أشخاص في مكانين');
  });
});

describe('the comparison', () => {
  it('gives the usual week beside this one', () => {
    expect(comparisonOf(withTotals({ given: 92 }, { before: [60, 50, 70, 48] }), english)).toBe(
      '92 contributions. In the four weeks before it was about 57 a week.',
    );
  });

  it('says so where there is nothing to compare with', () => {
    expect(comparisonOf(withTotals({ given: 1 }), english)).toBe(
      '1 contribution. There is nothing in the four weeks before to compare with.',
    );
  });
});

describe('the weekly notice', () => {
  it('is the sentence and the comparison', () => {
    expect(noticeOf(withTotals({ given: 2, people: 2, places: 1 }), english)).toEqual({
      title: 'You helped 2 people in 1 place last week.',
      message: '2 contributions. There is nothing in the four weeks before to compare with.',
    });
  });

  it('does not come for an empty week', () => {
    expect(noticeOf(reportOn(), english)).toBeNull();
  });
});
