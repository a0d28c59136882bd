import { useEffect, useRef, useState } from 'preact/hooks';
import { stepsOf } from '../../lib/report/calendar.ts';
import { familyLabels } from '../../lib/report/labels.ts';
import type { Report } from '../../lib/report/report.ts';
import { stepName } from '../../lib/report/title.ts';
import type { MessageKey } from '../../lib/report/words.ts';
import { Mark } from '../mark.tsx';
import { words } from '../words.ts';

const { say, number } = words;

/** The days as a picture, and as a table for whoever prefers or needs one. */
export function Days({ report }: { report: Report }) {
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const [drawn, setDrawn] = useState({ counted: true, timed: true });
  const months = stepsOf(report.period) === 'months';
  useEffect(() => {
    let current = true;
    // The drawing library is its own chunk: the words are on the screen before it is read.
    import('./days-chart.ts').then(({ drawDays }) => {
      if (!current || width === 0) return;
      const { drawing, ...drawn } = drawDays(report.days, words, width);
      frame.current?.replaceChildren(drawing);
      setDrawn(drawn);
    });
    return () => {
      current = false;
    };
  }, [report, width]);
  return (
    <>
      <figure class="private">
        <div ref={frame} class="chart" role="img" aria-label={daysInWords(report)} />
        <figcaption class="small quiet">{say(captionOf(months, drawn))}</figcaption>
      </figure>
      <details>
        <summary>{say('asTable')}</summary>
        <div class="scroll">
          <DaysTable report={report} />
        </div>
      </details>
    </>
  );
}

function captionOf(months: boolean, { counted, timed }: { counted: boolean; timed: boolean }): MessageKey {
  if (months) return timed ? 'daysCaptionMonths' : 'monthsCaptionOnly';
  if (counted) return timed ? 'daysCaption' : 'daysCaptionOnly';
  return timed ? 'daysCaptionBars' : 'barsCaptionOnly';
}

/** The picture in one sentence, for screen readers. */
function daysInWords({ days, period }: Report): string {
  return words.list(days.map((line) => `${stepName(line.day, period, words)} ${number(line.count)}`));
}

function useWidth(frame: { current: HTMLElement | null }): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    observer.observe(element);
    return () => observer.disconnect();
  }, [frame]);
  return width;
}

function DaysTable({ report: { days, families, period } }: { report: Report }) {
  return (
    <table class="table private">
      <thead>
        <tr>
          <th scope="col">{say(stepsOf(period) === 'months' ? 'month' : 'day')}</th>
          {families.map(({ family }) => (
            <th key={family} scope="col">
              <Mark family={family} /> {say(familyLabels[family])}
            </th>
          ))}
          <th scope="col">{say('all')}</th>
          <th scope="col">{say('effort')}</th>
        </tr>
      </thead>
      <tbody>
        {days.map((line) => (
          <tr key={line.day}>
            <th scope="row">{stepName(line.day, period, words)}</th>
            {families.map(({ family }) => (
              <td key={family}>{number(line.families[family])}</td>
            ))}
            <td>{number(line.count)}</td>
            <td>{line.seconds > 0 ? words.duration(line.seconds) : '–'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
