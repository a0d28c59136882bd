import { type Day, type Period, spanOf, stepsOf, weekNumber } from './calendar.ts';
import type { Words } from './words.ts';

/** What a period is called, `Week 47`, `November 2026`, `2026`, and its days where the name does not say them. */
export function titleOf(period: Period, words: Words): { name: string; days: string } {
  const days = words.period(period);
  switch (spanOf(period)) {
    case 'week':
      return { name: words.say('weekTitle', weekNumber(period)), days };
    case 'month':
      return { name: words.day(period.from, 'month'), days: '' };
    case 'year':
      return { name: words.day(period.from, 'year'), days: '' };
    default:
      return { name: days, days: '' };
  }
}

/** The title in one line. */
export function titleLine(period: Period, words: Words): string {
  const { name, days } = titleOf(period, words);
  return days ? `${name} · ${days}` : name;
}

/** How one step of a period is named in a table: a day of a week, a day of a month, a month of a year. */
export function stepName(step: Day, period: Period, words: Words): string {
  if (stepsOf(period) === 'months') return words.day(step, 'month');
  return words.day(step, spanOf(period) === 'week' ? 'weekday' : 'short date');
}
