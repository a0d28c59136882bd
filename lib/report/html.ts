import type { EvidenceLevel, Family } from '../ledger/kinds.ts';
import { stepsOf } from './calendar.ts';
import { evidenceLabels, familyLabels, kindLabels, rememberLabels } from './labels.ts';
import { markPath } from './marks.ts';
import type { DayLine, FamilyLine, Note, PersonLine, PlaceLine, Report } from './report.ts';
import { comparisonOf, sentenceOf } from './sentence.ts';
import { stepName, titleLine } from './title.ts';
import type { Words } from './words.ts';
import { type Worth, worthInWords } from './worth.ts';

/** Markup that is known to be safe; everything else that enters a template is text and gets escaped. */
class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Part = Markup | string | number | null | readonly Part[];

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text as HTML shows it literally, in elements and in quoted attributes alike. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (mark) => escapes[mark] ?? mark).replace(/\0/g, '\ufffd');

function markupOf(part: Part): string {
  if (part === null) return '';
  if (part instanceof Markup) return part.text;
  if (Array.isArray(part)) return part.map(markupOf).join('');
  return escapeHtml(String(part));
}

const html = (texts: TemplateStringsArray, ...parts: Part[]): Markup =>
  new Markup(texts.map((text, i) => text + markupOf(parts[i] ?? null)).join(''));

const shownAtFirst = 12;

/** What the saved file is dressed with. Both come from this house, never from a page. */
export interface Dress {
  /** The style sheets: tokens, base, report. */
  css: string;
  /** The chart of the days as SVG; without it the table stands alone. */
  chart?: string;
}

/**
 * The report as one file that needs nothing else: no script, no request, readable in dark and light and on paper.
 * Its policy forbids even what a missed escape could smuggle in.
 */
export function toHtml(report: Report, words: Words, { css, chart }: Dress): string {
  const { say } = words;
  const title = titleLine(report.period, words);
  const page = html`<!doctype html>
<html lang="${words.locale}" dir="${words.dir}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title} · ${say('extensionName')}</title>
<style>${new Markup(css.replaceAll('</', '<\\/'))}
body { max-inline-size: 68rem; margin-inline: auto; padding: 2.5rem 1.25rem; }</style>
</head>
<body>
<main class="report">
<header class="opening"><p class="note quiet">${title}</p>
<h1 class="sentence">${sentenceOf(report, words)}</h1>
${report.totals.given > 0 ? html`<p class="quiet">${comparisonOf(report, words)}</p>` : null}</header>
${report.totals.given > 0 ? familiesIn(report.families, words) : null}
${report.totals.given > 0 ? daysIn(report, words, chart) : null}
<div class="columns">
${report.worth && report.totals.given > 0 ? section('valueSection', worthIn(report.worth, words), words) : null}
${section('toWhom', folded(report.people, personRow, words), words)}
${section(
  'where',
  rows(report.places, (line) => placeRow(line, report, words)),
  words,
)}
${section(
  'remember',
  rows(report.remember, ({ why, note }) => noteRow(note, words, say(rememberLabels[why]))),
  words,
)}
${section(
  'undone',
  rows(report.undone, (note) => noteRow(note, words)),
  words,
)}
${section(
  'evidence',
  rows(report.evidence, ({ level, count }) => evidenceRow(level, count, words)),
  words,
)}
${section('unseen', unseenIn(report, words), words)}
</div>
<footer class="small quiet">${say('savedFoot')}</footer>
</main>
</body>
</html>
`;
  return page.text;
}

const mark = (family: Family) =>
  html`<svg class="mark family-${family}" viewBox="-1 -1 2 2" aria-hidden="true"><path d="${markPath(family, 1)}"/></svg>`;

function section(title: Parameters<Words['say']>[0], content: Markup | null, words: Words): Markup | null {
  return content && html`<section class="section"><h2>${words.say(title)}</h2>${content}</section>`;
}

function rows<Line>(lines: readonly Line[], row: (line: Line) => Markup): Markup | null {
  if (lines.length === 0) return null;
  return html`<ul class="rows">${lines.map((line) => html`<li>${row(line)}</li>`)}</ul>`;
}

/** Rows of which only the first are open to see: a busy week has hundreds of people. */
function folded<Line>(lines: readonly Line[], row: (line: Line, words: Words) => Markup, words: Words): Markup | null {
  const list = (some: readonly Line[]) => rows(some, (line) => row(line, words));
  const more = lines.length - shownAtFirst;
  if (more < 2) return list(lines);
  return html`${list(lines.slice(0, shownAtFirst))}<details><summary>${words.count('andMore', more)}</summary>${list(lines.slice(shownAtFirst))}</details>`;
}

function worthIn(worth: Worth, words: Words): Markup {
  const told = worthInWords(worth, words);
  const row = ({ name, text }: { name: string; text: string }) =>
    html`<span class="grow stacked"><span class="small quiet">${name} (${words.say('estimate')})</span><span class="estimate">${text}</span></span>`;
  const lines = [...(told.first ? [told.first] : []), ...told.others];
  return html`${told.disagree ? html`<p class="note">${told.disagree}</p>` : null}${rows(lines, row)}<ul class="rows"><li><span class="grow stacked"><span class="small quiet">${words.say('cameBack')}</span><span class="${told.cameBack ? 'received' : ''}">${told.back}</span></span></li><li><span class="grow stacked"><span class="small quiet">${words.say('accountUnrecognised')}</span>${told.unrecognised}</span></li></ul><p class="small quiet">${told.always}</p>`;
}

const personRow = ({ name, place, count }: PersonLine, words: Words) =>
  html`<span class="grow"><bdi>${name}</bdi> <span class="quiet small"><bdi>${place}</bdi></span></span><span>${words.number(count)}</span>`;

const evidenceRow = (level: EvidenceLevel, count: number, words: Words) =>
  html`<span class="grow stacked"><span>${words.say(evidenceLabels[level].word)}</span><span class="small quiet">${words.say(evidenceLabels[level].meaning)}</span></span><span>${words.number(count)}</span>`;

function familiesIn(lines: readonly FamilyLine[], words: Words): Markup {
  return html`<ul class="families">${lines.map(
    ({ family, count, before }) =>
      html`<li class="family-${family}">${mark(family)}<span class="name">${words.say(familyLabels[family])}</span><span class="figure"><span class="number">${words.number(count)}</span>${trend([...before, count])}</span></li>`,
  )}</ul>`;
}

function trend(counts: readonly number[]): Markup {
  const most = Math.max(1, ...counts);
  return html`<span class="trend" aria-hidden="true">${counts.map((count) => html`<span style="block-size:${Math.round((count / most) * 100)}%"></span>`)}</span>`;
}

function daysIn({ days, families, period }: Report, words: Words, chart: string | undefined): Markup {
  const { say } = words;
  const months = stepsOf(period) === 'months';
  const row = (line: DayLine) =>
    html`<tr><th scope="row">${stepName(line.day, period, words)}</th>${families.map(({ family }) => html`<td>${words.number(line.families[family])}</td>`)}<td>${words.number(line.count)}</td><td>${line.seconds > 0 ? words.duration(line.seconds) : '–'}</td></tr>`;
  return html`<section class="section"><h2>${say(months ? 'byMonth' : 'byDay')}</h2>${chart ? html`<figure class="chart scroll" aria-hidden="true">${new Markup(chart)}</figure>` : null}<div class="scroll"><table class="table"><thead><tr><th scope="col">${say(months ? 'month' : 'day')}</th>${families.map(({ family }) => html`<th scope="col">${mark(family)} ${say(familyLabels[family])}</th>`)}<th scope="col">${say('all')}</th><th scope="col">${say('effort')}</th></tr></thead><tbody>${days.map(row)}</tbody></table></div></section>`;
}

function placeRow(line: PlaceLine, report: Report, words: Words): Markup {
  const most = Math.max(1, ...report.places.map(({ count }) => count));
  const part = (family: Family) =>
    line.families[family] > 0
      ? html`<span class="family-${family}" style="flex:${line.families[family]}"></span>`
      : null;
  return html`<span class="grow stacked"><bdi>${line.place}</bdi><span class="share" aria-hidden="true" style="inline-size:${Math.round((line.count / most) * 100)}%">${report.families.map(({ family }) => part(family))}</span></span><span>${words.number(line.count)}</span>`;
}

/** Only web addresses become links: nothing else a page may call its URL is safe to press. */
const isWeb = (url: string) => /^https?:\/\//i.test(url);

function noteRow(note: Note, words: Words, why?: string): Markup {
  const title = note.title || note.to || note.place || words.say(kindLabels[note.kind]);
  const what = isWeb(note.url)
    ? html`<a href="${note.url}" rel="noreferrer"><bdi>${title}</bdi></a>`
    : html`<bdi>${title}</bdi>`;
  const facts = html`<span class="small quiet">${words.say(kindLabels[note.kind])}${note.to ? html` · <bdi>${note.to}</bdi>` : null}${note.place ? html` · <bdi>${note.place}</bdi>` : null} · ${words.day(note.day, 'short date')} ${words.time(note.at, note.zone)}${note.seconds >= 60 ? ` · ${words.duration(note.seconds)}` : null}</span>`;
  return html`<span class="grow stacked">${why ? html`<span class="small quiet">${why}</span>` : null}<span>${what}</span>${facts}</span>`;
}

function unseenIn({ unseen }: Report, words: Words): Markup {
  const site = ({ name, what, doubtful }: Report['unseen'][number]) =>
    html`<details${new Markup(doubtful ? ' open' : '')}><summary><bdi>${name}</bdi></summary><ul class="small quiet">${
      doubtful ? html`<li>${words.say('healthDoubtful')}</li>` : null
    }${what.map((text) => html`<li lang="en">${text}</li>`)}</ul></details>`;
  return html`<p class="note quiet">${words.say('unseenAlways')}</p>${rows(unseen, site)}`;
}
