import { shiftDay } from '../ledger/local-day.ts';
import type { Period } from '../ledger/queries.ts';

/**
 * Days and weeks of the calendar, as texts like `2026-11-21`. A day has no instant and no zone, so nothing here can
 * slip over daylight saving or a journey: the offset an act was done in has already decided its day.
 */
export type Day = string;

export type { Period };

/** Day of the week, 0 is Sunday. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6;

const dayLength = 86_400_000;
const midnight = (day: Day) => Date.parse(`${day}T00:00:00Z`);

/** Days from `a` to `b`, negative if `b` is earlier. */
export const daysBetween = (a: Day, b: Day): number => Math.round((midnight(b) - midnight(a)) / dayLength);

export const weekdayOf = (day: Day): Weekday => new Date(midnight(day)).getUTCDay() as Weekday;

/** All days of a period in order. */
export function daysOf({ from, to }: Period): Day[] {
  return Array.from({ length: daysBetween(from, to) + 1 }, (_, i) => shiftDay(from, i));
}

/** The period of the same length that ends `times` such lengths earlier. */
export function earlier(period: Period, times: number): Period {
  const shift = -times * (daysBetween(period.from, period.to) + 1);
  return { from: shiftDay(period.from, shift), to: shiftDay(period.to, shift) };
}

/** The day it is at this instant on this machine. */
export function dayHere(now: Date): Day {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${String(now.getFullYear()).padStart(4, '0')}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Minutes east of UTC of an offset like `-03:30`. */
export function minutesEast(zone: string): number {
  const [, sign, hours, minutes] = /^([+-])(\d\d):(\d\d)$/.exec(zone) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

/** The week, starting on the given weekday, that a day lies in. */
export function weekOf(day: Day, start: Weekday): Period {
  const from = shiftDay(day, -((weekdayOf(day) - start + 7) % 7));
  return { from, to: shiftDay(from, 6) };
}

const thursdayOf = (week: Period): Day => shiftDay(week.from, (4 - weekdayOf(week.from) + 7) % 7);

/**
 * Name of a week after ISO 8601, `2026-W47`. Every run of seven days holds exactly one Thursday, and ISO 8601 names
 * a week by the year its Thursday is in; so weeks that start on Sunday or Saturday have an unambiguous name, too.
 */
export function weekName(week: Period): string {
  const thursday = thursdayOf(week);
  const year = thursday.slice(0, 4);
  const number = Math.floor(daysBetween(`${year}-01-01`, thursday) / 7) + 1;
  return `${year}-W${String(number).padStart(2, '0')}`;
}

/** Number of a week in its year, 1 to 53. */
export const weekNumber = (week: Period): number => Number(weekName(week).slice(6));

/** The week of that name, starting on the given weekday; null where there is no such week. */
export function weekNamed(name: string, start: Weekday): Period | null {
  const [, year, number] = /^(\d{4})-W(\d\d)$/.exec(name) ?? [];
  if (!year || !number || Number(number) < 1) return null;
  const firstThursday = shiftDay(`${year}-01-01`, (4 - weekdayOf(`${year}-01-01`) + 7) % 7);
  const week = weekOf(shiftDay(firstThursday, (Number(number) - 1) * 7), start);
  return weekName(week) === name ? week : null;
}

/** Regions whose week starts on Sunday or Saturday (CLDR supplemental data, weekData/firstDay), for browsers without `getWeekInfo`. */
const sundayFirst =
  'AG AS AU BD BR BS BT BW BZ CA CN CO DM DO ET GT GU HK HN ID IL IN JM JP KE KH KR LA MH MM MO MT MX MZ NI NP PA PE PH PK PR PT PY SA SG SV TH TT TW UM US VE VI WS YE ZA ZW';
const saturdayFirst = 'AE AF BH DJ DZ EG IQ IR JO KW LY OM QA SD SY';

/** The weekday a week starts on for readers of that locale. */
export function weekStartOf(tag: string): Weekday {
  const locale = new Intl.Locale(tag) as Intl.Locale & { getWeekInfo?: () => { firstDay: number } };
  if (locale.getWeekInfo) return (locale.getWeekInfo().firstDay % 7) as Weekday;
  const region = locale.maximize().region ?? '';
  if (sundayFirst.split(' ').includes(region)) return 0;
  return saturdayFirst.split(' ').includes(region) ? 6 : 1;
}
