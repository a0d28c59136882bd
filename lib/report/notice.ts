import type { Report } from './report.ts';
import { comparisonOf, sentenceOf } from './sentence.ts';
import type { Words } from './words.ts';

/**
 * Text of the weekly notification that opens the report on the week that has just ended: its sentence and the comparison. Names no person
 * and no place, because notifications are read over shoulders. Null for a week without anything, which needs no notice.
 */
export function noticeOf(report: Report, words: Words): { title: string; message: string } | null {
  if (report.totals.given === 0 && report.totals.revised === 0) return null;
  return { title: sentenceOf(report, words, words.say('lastWeek')), message: comparisonOf(report, words) };
}
