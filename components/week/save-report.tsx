import { periodName } from '../../lib/report/calendar.ts';
import type { Report } from '../../lib/report/report.ts';
import { download } from '../download.ts';
import { words } from '../words.ts';

const { say } = words;
const savedWidth = 1000;

/** Keeps the report as a file: a page that needs nothing else, or Markdown. */
export function SaveReport({ report }: { report: Report }) {
  const name = `contrail-${periodName(report.period)}`;
  return (
    <fieldset class="save" aria-label={say('save')}>
      <span class="note quiet">{say('save')}</span>
      <button type="button" class="button" data-testid="save-html" onClick={() => saveHtml(report, name)}>
        {say('savePage')}
      </button>
      <button type="button" class="button" data-testid="save-markdown" onClick={() => saveMarkdown(report, name)}>
        Markdown
      </button>
    </fieldset>
  );
}

async function saveHtml(report: Report, name: string) {
  const [{ toHtml }, { drawDays }, { css }] = await Promise.all([
    import('../../lib/report/html.ts'),
    import('./days-chart.ts'),
    import('./saved-style.ts'),
  ]);
  const chart = drawDays(report.days, words, savedWidth).drawing.outerHTML;
  download(toHtml(report, words, { css, chart }), 'text/html;charset=utf-8', `${name}.html`);
}

async function saveMarkdown(report: Report, name: string) {
  const { toMarkdown } = await import('../../lib/report/markdown.ts');
  download(toMarkdown(report, words), 'text/markdown;charset=utf-8', `${name}.md`);
}
