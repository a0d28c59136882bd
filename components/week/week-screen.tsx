import { ChevronLeft, ChevronRight } from 'lucide-preact';
import {
  dayHere,
  earlier,
  type Period,
  weekName,
  weekNamed,
  weekNumber,
  weekOf,
  weekStartOf,
} from '../../lib/report/calendar.ts';
import { makeReport } from '../../lib/report/report.ts';
import { overview } from '../dashboard/overview.ts';
import { useLive } from '../live.ts';
import { readForReport } from '../reader.ts';
import { Problem, Waiting } from '../states.tsx';
import { words } from '../words.ts';
import { SaveReport } from './save-report.tsx';
import { WeekReport } from './week-report.tsx';

const { say } = words;

/** The report of one week: the one the address names, otherwise this week. */
export function WeekScreen({ name }: { name: string }) {
  const today = dayHere(new Date());
  const start = weekStartOf(words.locale);
  const current = weekOf(today, start);
  const period = weekNamed(name, start) ?? current;
  const material = useLive(() => readForReport(period), [period.from]);
  const known = overview.value;

  if (material.is === 'error') return <Problem title={say('readError')} />;
  if (material.is === 'loading' || known.is === 'loading') return <Waiting title={say('navWeek')} />;

  const sites = known.is === 'ready' ? known.value.sites.filter((site) => site.state === 'on') : [];
  const report = makeReport({ ...material.value, today, sites });
  return (
    <>
      <div class="week-bar">
        <WeekPicker period={period} current={current} />
        {report.totals.given > 0 && <SaveReport report={report} />}
      </div>
      <WeekReport report={report} />
    </>
  );
}

function WeekPicker({ period, current }: { period: Period; current: Period }) {
  const to = (week: Period) => `#/week/${weekName(week)}`;
  const previous = earlier(period, 1);
  const next = earlier(period, -1);
  const isCurrent = period.from === current.from;
  return (
    <nav class="week-picker" aria-label={say('chooseWeek')}>
      <a class="icon-button" href={to(previous)} aria-label={say('previousWeek')} title={say('previousWeek')}>
        <ChevronLeft size={20} class="directed" aria-hidden="true" />
      </a>
      <label class="week-name">
        <span>
          <strong>{say('weekTitle', weekNumber(period))}</strong> <span class="quiet">{words.period(period)}</span>
        </span>
        <input
          type="date"
          value={period.from}
          max={current.to}
          aria-label={say('chooseWeekByDay')}
          onChange={({ currentTarget }) => {
            if (currentTarget.value) location.hash = to(weekOf(currentTarget.value, weekStartOf(words.locale)));
          }}
        />
      </label>
      {next.from <= current.from && (
        <a class="icon-button" href={to(next)} aria-label={say('nextWeek')} title={say('nextWeek')}>
          <ChevronRight size={20} class="directed" aria-hidden="true" />
        </a>
      )}
      {!isCurrent && (
        <a class="note" href="#/week">
          {say('toThisWeek')}
        </a>
      )}
    </nav>
  );
}
