import { type Cell, csvLine } from '../value/exports/csv.ts';
import { writeMicros } from '../value/micros.ts';
import type { Report } from './report.ts';

const number = (value: number | bigint): Cell => ({ number: String(value) });

/**
 * The report as one table, safe to open in a spreadsheet: what a line is about, its name and place, how many, seconds,
 * and for figures low, middle, high and currency. Names of sections and fields are English in every language, because
 * programs read them.
 */
export function toCsv({ families, days, places, people, worth }: Report): string {
  const line = (about: string, name: string, place: string, count: number, seconds: number | null) =>
    csvLine([about, name, place, number(count), seconds === null ? '' : number(seconds), '', '', '', '']);
  return [
    csvLine(['about', 'name', 'place', 'count', 'seconds', 'low', 'middle', 'high', 'currency']),
    ...families.map(({ family, count }) => line('family', family, '', count, null)),
    ...days.map(({ day, count, seconds }) => line('day', day, '', count, seconds)),
    ...places.map(({ place, count, seconds }) => line('place', '', place, count, seconds)),
    ...people.map(({ name, place, count }) => line('person', name, place, count, null)),
    ...(worth?.figures ?? []).flatMap(({ method, range, currency }) =>
      range
        ? [
            csvLine([
              'estimate',
              method,
              '',
              '',
              '',
              ...[range.low, range.mid, range.high].map((amount) => ({ number: writeMicros(amount) })),
              currency,
            ]),
          ]
        : [],
    ),
    ...(worth?.received ?? []).map(({ amount, currency }) =>
      csvLine(['received', '', '', '', '', '', { number: writeMicros(amount) }, '', currency]),
    ),
  ].join('');
}
