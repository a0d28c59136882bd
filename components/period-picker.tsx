import { ChevronLeft, ChevronRight } from 'lucide-preact';
import {
  type Day,
  earlier,
  monthOf,
  type Period,
  periodName,
  periodNamed,
  type Span,
  spanOf,
  type Weekday,
  weekOf,
  weekStartOf,
  yearOf,
} from '../lib/report/calendar.ts';
import { titleOf } from '../lib/report/title.ts';
import type { MessageKey } from '../lib/report/words.ts';
import { words } from './words.ts';

const { say } = words;

const spanLabels: Record<Span, MessageKey> = {
  week: 'spanWeek',
  month: 'spanMonth',
  year: 'spanYear',
  days: 'spanDays',
};

/** The period an address names; the current one of the span that is usual on the screen where it names none. */
export function periodFrom(name: string, today: Day, usual: 'week' | 'month' | 'year'): Period {
  const start = weekStartOf(words.locale);
  return periodNamed(name, start) ?? periodAround(today, usual, start);
}

function periodAround(day: Day, span: Exclude<Span, 'days'>, start: Weekday): Period {
  if (span === 'month') return monthOf(day);
  return span === 'year' ? yearOf(day) : weekOf(day, start);
}

interface Choice {
  period: Period;
  today: Day;
  /** Address of the screen, `#/week`. */
  at: string;
}

/** Chooses the time a screen is about: a week, a month, a year or any days. The address holds what is chosen. */
export function PeriodPicker({ period, today, at }: Choice) {
  const start = weekStartOf(words.locale);
  const span = spanOf(period);
  const to = (chosen: Period) => `${at}/${periodName(chosen)}`;
  const go = (chosen: Period) => {
    location.hash = to(chosen);
  };
  const current = span === 'days' ? null : periodAround(today, span, start);
  const next = earlier(period, -1);
  const title = titleOf(period, words);
  const other = (wanted: Span) => {
    if (wanted === 'days')
      return { from: period.from, to: period.to > today && period.from < today ? today : period.to };
    const day = period.from <= today && today <= period.to ? today : period.to;
    return periodAround(day, wanted, start);
  };
  return (
    <nav class="week-picker" aria-label={say('choosePeriod')}>
      <a
        class="icon-button"
        href={to(earlier(period, 1))}
        aria-label={say('previousPeriod')}
        title={say('previousPeriod')}
      >
        <ChevronLeft size={20} class="directed" aria-hidden="true" />
      </a>
      {current ? (
        <label class="week-name">
          <span>
            <strong>{title.name}</strong> {title.days && <span class="quiet">{title.days}</span>}
          </span>
          <input
            type="date"
            value={period.from}
            max={current.to}
            aria-label={say('choosePeriodByDay')}
            onChange={({ currentTarget }) => {
              if (currentTarget.value && span !== 'days') go(periodAround(currentTarget.value, span, start));
            }}
          />
        </label>
      ) : (
        <ChosenDays period={period} today={today} go={go} />
      )}
      {next.from <= today && (
        <a class="icon-button" href={to(next)} aria-label={say('nextPeriod')} title={say('nextPeriod')}>
          <ChevronRight size={20} class="directed" aria-hidden="true" />
        </a>
      )}
      <select
        class="span"
        aria-label={say('howLong')}
        value={span}
        onChange={({ currentTarget }) => {
          // Seven days are a week wherever they begin, so chosen days begin as one day less.
          const wanted = currentTarget.value as Span;
          const chosen = other(wanted);
          go(wanted === 'days' && spanOf(chosen) !== 'days' ? { from: chosen.from, to: chosen.from } : chosen);
        }}
      >
        {(Object.keys(spanLabels) as Span[]).map((name) => (
          <option key={name} value={name}>
            {say(spanLabels[name])}
          </option>
        ))}
      </select>
      {current && period.from !== current.from && (
        <a class="note now" href={at}>
          {say('toNow')}
        </a>
      )}
    </nav>
  );
}

function ChosenDays({ period, today, go }: { period: Period; today: Day; go: (chosen: Period) => void }) {
  return (
    <span class="chosen-days">
      <input
        type="date"
        value={period.from}
        max={period.to}
        aria-label={say('recordFrom')}
        onChange={({ currentTarget: { value } }) => value && value <= period.to && go({ ...period, from: value })}
      />
      <span aria-hidden="true">–</span>
      <input
        type="date"
        value={period.to}
        min={period.from}
        max={today}
        aria-label={say('recordTo')}
        onChange={({ currentTarget: { value } }) => value && value >= period.from && go({ ...period, to: value })}
      />
    </span>
  );
}
