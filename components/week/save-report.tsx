import { useState } from 'preact/hooks';
import { periodName } from '../../lib/report/calendar.ts';
import { type Hideable, hideable, redact } from '../../lib/report/redact.ts';
import type { Report } from '../../lib/report/report.ts';
import type { MessageKey } from '../../lib/report/words.ts';
import { download } from '../download.ts';
import { words } from '../words.ts';

const { say } = words;
const savedWidth = 1000;

const labels: Record<Hideable, MessageKey> = {
  people: 'seePeople',
  titles: 'seeTitles',
  places: 'seePlaces',
  time: 'seeTime',
  worth: 'seeWorth',
};

/** Keeps the report as a file. What its reader may see is chosen first; what is not chosen is not in the file. */
export function SaveReport({ report }: { report: Report }) {
  const [hidden, setHidden] = useState<ReadonlySet<Hideable>>(new Set());
  const [failed, setFailed] = useState(false);
  const name = `contrail-${periodName(report.period)}`;
  const shown = () => redact(report, hidden);
  const toggle = (what: Hideable) => {
    const next = new Set(hidden);
    if (!next.delete(what)) next.add(what);
    setHidden(next);
  };
  const savers: [string, string, (report: Report) => Promise<void>][] = [
    ['html', say('savePage'), async (kept) => download(await pageOf(kept), 'text/html;charset=utf-8', `${name}.html`)],
    ['print', say('savePdf'), async (kept) => (await import('./picture.ts')).print(await pageOf(kept))],
    [
      'picture',
      say('savePicture'),
      async (kept) =>
        download(await (await import('./picture.ts')).pictureOf(await pageOf(kept)), 'image/png', `${name}.png`),
    ],
    ['markdown', 'Markdown', (kept) => saveMarkdown(kept, name)],
    ['csv', 'CSV', (kept) => saveCsv(kept, name)],
  ];
  return (
    <details class="save">
      <summary class="button">{say('save')}</summary>
      <div class="save-sheet">
        <fieldset class="reader">
          <legend class="small quiet">{say('readerMaySee')}</legend>
          {hideable.map((what) => (
            <label key={what} class="check">
              <input type="checkbox" checked={!hidden.has(what)} onChange={() => toggle(what)} />
              {say(labels[what])}
            </label>
          ))}
        </fieldset>
        <div class="row">
          {savers.map(([id, label, save]) => (
            <button
              key={id}
              type="button"
              class="button"
              data-testid={`save-${id}`}
              onClick={() =>
                save(shown()).then(
                  () => setFailed(false),
                  () => setFailed(true),
                )
              }
            >
              {label}
            </button>
          ))}
        </div>
        {failed && (
          <p class="small danger-text" role="status">
            {say('savePictureFailed')}
          </p>
        )}
      </div>
    </details>
  );
}

async function pageOf(report: Report): Promise<string> {
  const [{ toHtml }, { drawDays }, { css }] = await Promise.all([
    import('../../lib/report/html.ts'),
    import('./days-chart.ts'),
    import('./saved-style.ts'),
  ]);
  const chart = drawDays(report.days, words, savedWidth).drawing.outerHTML;
  return toHtml(report, words, { css, chart });
}

async function saveMarkdown(report: Report, name: string) {
  const { toMarkdown } = await import('../../lib/report/markdown.ts');
  download(toMarkdown(report, words), 'text/markdown;charset=utf-8', `${name}.md`);
}

async function saveCsv(report: Report, name: string) {
  const { toCsv } = await import('../../lib/report/csv.ts');
  download(toCsv(report), 'text/csv;charset=utf-8', `${name}.csv`);
}
