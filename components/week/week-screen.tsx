import { dayHere, type Period, periodName } from '../../lib/report/calendar.ts';
import { makeReport } from '../../lib/report/report.ts';
import { overview } from '../dashboard/overview.ts';
import { useLive } from '../live.ts';
import { PeriodPicker, periodFrom } from '../period-picker.tsx';
import { readForReport, readMemories } from '../reader.ts';
import { Problem, Waiting } from '../states.tsx';
import { words } from '../words.ts';
import { SaveReport } from './save-report.tsx';
import { WeekReport } from './week-report.tsx';

const { say } = words;

/** The report of a week, month, year or any days: those the address names, otherwise this week. */
export function WeekScreen({ name }: { name: string }) {
  const today = dayHere(new Date());
  const period = periodFrom(name, today, 'week');
  const asked = [period.from, period.to];
  const sums = useLive(() => readForReport(period), asked);
  const memories = useLive(() => readMemories(period), asked);
  const worth = useLive(async () => (await import('./read-worth.ts')).readWorth(period), asked);
  const known = overview.value;

  if (sums.is === 'error') return <Problem title={say('readError')} />;
  if (sums.is === 'loading') return <Waiting title={say('navWeek')} />;

  const sites = known.is === 'ready' ? known.value.sites.filter((site) => site.state === 'on') : [];
  const isSame = ({ period: of }: { period: Period }) => periodName(of) === periodName(sums.value.period);
  const remembered = memories.is === 'ready' && isSame(memories.value) && memories.value;
  const valued = worth.is === 'ready' && isSame(worth.value) && worth.value;
  const report = {
    ...makeReport({ entries: [], ...sums.value, ...remembered, today, sites }),
    ...(valued && { worth: valued.worth }),
  };
  return (
    <>
      <div class="week-bar">
        <PeriodPicker period={period} today={today} at="#/week" />
        {report.totals.given > 0 && <SaveReport report={report} />}
      </div>
      <WeekReport report={report} />
    </>
  );
}
