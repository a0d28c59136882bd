import type en from '../../public/_locales/en/messages.json';
import { type Day, minutesEast, type Period } from './calendar.ts';

export type MessageKey = keyof typeof en;
/** A message that exists once for each plural form of a language: `people` stands for `people_one`, `people_other`, … */
type PluralKey = MessageKey extends infer K ? (K extends `${infer Base}_other` ? Base : never) : never;

/** Looks a message up, its `$1` to `$9` replaced; empty where there is none. The browser's own `getMessage` is one. */
export type Lookup = (key: string, parts?: string[]) => string;

/** Everything a page or a saved report says: messages, numbers, days, durations in one language. */
export interface Words {
  /** BCP 47 tag, for `lang` and `Intl`. */
  readonly locale: string;
  readonly dir: 'ltr' | 'rtl';
  say(key: MessageKey, ...parts: (string | number)[]): string;
  /** The message in the plural form for `n`, which it holds as `$1`. */
  count(key: PluralKey, n: number, ...parts: (string | number)[]): string;
  number(n: number): string;
  /** Things in a row, as the language lists them. */
  list(items: string[]): string;
  /** `Mon`, `Monday`, `16 November 2026`, … */
  day(day: Day, style: keyof typeof dayStyles): string;
  period(period: Period): string;
  /** Time of day of an act, on the clock of the place it was done at. */
  time(at: string, zone: string): string;
  /** A duration to the minute: `1 hr 20 min`. */
  duration(seconds: number): string;
  /** A duration as a friend would put it, without the word *about*: `4 hours`, `25 minutes`. */
  roughly(seconds: number): string;
}

const noon = (day: Day) => new Date(`${day}T12:00:00Z`);

const dayStyles = {
  weekday: { weekday: 'long' },
  'short weekday': { weekday: 'short' },
  date: { day: 'numeric', month: 'long', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
  'short month': { month: 'short' },
  'narrow month': { month: 'narrow' },
  year: { year: 'numeric' },
  'day number': { day: 'numeric' },
  'short date': { day: 'numeric', month: 'short' },
  full: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
} satisfies Record<string, Intl.DateTimeFormatOptions>;

/**
 * Rounds a duration to what can be said about it: minutes below ten to one, below fifty to five, hours below ten to
 * a half, then whole.
 */
export function round(seconds: number): { value: number; unit: 'minute' | 'hour' } {
  const minutes = seconds / 60;
  if (minutes < 9.5) return { value: Math.max(1, Math.round(minutes)), unit: 'minute' };
  if (minutes < 52.5) return { value: Math.round(minutes / 5) * 5, unit: 'minute' };
  const hours = minutes / 60;
  return { value: hours < 9.75 ? Math.round(hours * 2) / 2 : Math.round(hours), unit: 'hour' };
}

/** The words of one language. `locale` decides numbers, days and plurals; `lookup` the sentences. */
export function makeWords(locale: string, dir: 'ltr' | 'rtl', lookup: Lookup): Words {
  const numbers = new Intl.NumberFormat(locale);
  const plurals = new Intl.PluralRules(locale);
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' });
  const days = new Map<string, Intl.DateTimeFormat>();
  const inUtc = (name: string, options: Intl.DateTimeFormatOptions) => {
    let format = days.get(name);
    if (!format) {
      format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
      days.set(name, format);
    }
    return format;
  };
  const unit = (value: number, name: 'minute' | 'hour', unitDisplay: 'long' | 'short') =>
    new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay }).format(value);
  const asText = (parts: (string | number)[]) =>
    parts.map((part) => (typeof part === 'number' ? numbers.format(part) : part));

  return {
    locale,
    dir,
    say: (key, ...parts) => lookup(key, asText(parts)) || key,
    count(key, n, ...parts) {
      const texts = asText([n, ...parts]);
      return lookup(`${key}_${plurals.select(n)}`, texts) || lookup(`${key}_other`, texts) || key;
    },
    number: (n) => numbers.format(n),
    list: (items) => lists.format(items),
    day: (day, style) => inUtc(style, dayStyles[style]).format(noon(day)),
    period: ({ from, to }) => inUtc('period', dayStyles.date).formatRange(noon(from), noon(to)),
    time: (at, zone) =>
      inUtc('time', { hour: 'numeric', minute: '2-digit' }).format(
        new Date(Date.parse(at) + minutesEast(zone) * 60_000),
      ),
    duration(seconds) {
      const minutes = Math.round(seconds / 60);
      if (minutes === 0 && seconds > 0)
        return new Intl.NumberFormat(locale, { style: 'unit', unit: 'second' }).format(seconds);
      const hours = Math.floor(minutes / 60);
      const rest = minutes % 60;
      if (hours === 0) return unit(rest, 'minute', 'short');
      return rest === 0
        ? unit(hours, 'hour', 'short')
        : `${unit(hours, 'hour', 'short')} ${unit(rest, 'minute', 'short')}`;
    },
    roughly(seconds) {
      const { value, unit: name } = round(seconds);
      return unit(value, name, 'long');
    },
  };
}

/** Looks messages up in the content of a `_locales` file, as the browser does: `$1` to `$9`, and `$$` for a dollar. */
export function lookupIn(messages: Record<string, { message: string }>): Lookup {
  return (key, parts = []) =>
    (messages[key]?.message ?? '').replace(/\$([1-9$])/g, (_, mark: string) =>
      mark === '$' ? '$' : (parts[Number(mark) - 1] ?? ''),
    );
}
