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

/** What a period is to its reader. A run of seven days is a week, wherever it begins. */
export type Span = 'week' | 'month' | 'year' | 'days';

export function spanOf(period: Period): Span {
  const { from, to } = period;
  if (from === monthOf(from).from && to === monthOf(from).to) return 'month';
  if (from === yearOf(from).from && to === yearOf(from).to) return 'year';
  return daysBetween(from, to) === 6 ? 'week' : 'days';
}

/** The calendar month a day lies in. */
export function monthOf(day: Day): Period {
  const from = `${day.slice(0, 7)}-01`;
  return { from, to: shiftDay(`${monthAfter(from, 1)}-01`, -1) };
}

/** The calendar year a day lies in. */
export const yearOf = (day: Day): Period => ({ from: `${day.slice(0, 4)}-01-01`, to: `${day.slice(0, 4)}-12-31` });

const two = (n: number) => String(n).padStart(2, '0');

/** The month `n` months after the one a day lies in: `2026-11`. */
function monthAfter(day: Day, n: number): string {
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + n;
  return `${String(Math.floor(months / 12)).padStart(4, '0')}-${two((months % 12) + 1)}`;
}

/**
 * The period `times` such periods earlier: months and years by the calendar, all others by their length in days.
 * Negative `times` go forward.
 */
export function earlier(period: Period, times: number): Period {
  const span = spanOf(period);
  if (span === 'month') return monthOf(`${monthAfter(period.from, -times)}-01`);
  if (span === 'year') return yearOf(`${monthAfter(period.from, -12 * times)}-01`);
  const shift = -times * (daysBetween(period.from, period.to) + 1);
  return { from: shiftDay(period.from, shift), to: shiftDay(period.to, shift) };
}

/** The day it is at this instant on this machine. */
export function dayHere(now: Date): Day {
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

/** More days than this are shown by month. */
const mostDays = 62;

/** Whether a period is shown day by day or month by month. */
export const stepsOf = ({ from, to }: Period): 'days' | 'months' =>
  daysBetween(from, to) >= mostDays ? 'months' : 'days';

/** Name of a period in addresses and files: `2026-W47`, `2026-11`, `2026`, `2026-11-02_2026-11-20`. */
export function periodName(period: Period): string {
  const span = spanOf(period);
  if (span === 'week') return weekName(period);
  if (span === 'days') return `${period.from}_${period.to}`;
  return period.from.slice(0, span === 'month' ? 7 : 4);
}

/** The longest run of days that can be asked for, so that a mistyped year does not ask for ten thousand years. */
const longestDays = 3660;

/** The period of that name; null where there is none. Weeks start on the given weekday. */
export function periodNamed(name: string, start: Weekday): Period | null {
  if (/^\d{4}$/.test(name)) return yearOf(name);
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(name)) return monthOf(name);
  const [, from = '', to = ''] = /^(\d{4}-\d\d-\d\d)_(\d{4}-\d\d-\d\d)$/.exec(name) ?? [];
  if (from) return isDay(from) && isDay(to) && from <= to && daysBetween(from, to) < longestDays ? { from, to } : null;
  return weekNamed(name, start);
}

const isDay = (text: string): boolean =>
  !Number.isNaN(midnight(text)) && new Date(midnight(text)).toISOString().startsWith(text);

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
