import { stepsOf } from './calendar.ts';
import { evidenceLabels, familyLabels, kindLabels, rememberLabels } from './labels.ts';
import type { Note, Report } from './report.ts';
import { comparisonOf, sentenceOf } from './sentence.ts';
import { stepName, titleLine } from './title.ts';
import type { Words } from './words.ts';
import { worthInWords } from './worth.ts';

/**
 * Makes text from a page harmless in Markdown: one line, and every character that CommonMark could read as markup
 * escaped (CommonMark 0.31, 2.4: any ASCII punctuation may be), so that no title can become a heading, a link, an
 * image or HTML. Invisible direction marks and control characters go.
 */
export const escapeMarkdown = (text: string): string =>
  text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .trim()
    .replace(/[!-/:-@[-`{-~]/g, (mark) => (mark === ',' || mark === "'" ? mark : `\\${mark}`));

/** A URL as a link destination: only web addresses, and nothing in it that could end the destination. */
function destination(url: string): string | null {
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) return null;
  return `<${new URL(url).href.replace(/[<>\\]/g, (mark) => encodeURIComponent(mark))}>`;
}

/** The report as CommonMark with tables (GFM). */
export function toMarkdown(report: Report, words: Words): string {
  const { say, count, number } = words;
  const { totals, period } = report;
  const heading = (key: Parameters<typeof say>[0]) => `## ${say(key)}`;
  const note = (entry: Note) => {
    const title = escapeMarkdown(entry.title || entry.place) || say(kindLabels[entry.kind]);
    const link = destination(entry.url);
    const what = link ? `[${title}](${link})` : title;
    const facts = [
      say(kindLabels[entry.kind]),
      what,
      entry.to && escapeMarkdown(entry.to),
      entry.place && escapeMarkdown(entry.place),
    ];
    return `${facts.filter(Boolean).join(' · ')} · ${words.day(entry.day, 'short date')} ${words.time(entry.at, entry.zone)}`;
  };
  const table = (head: string[], rows: string[][]) => [
    `| ${head.join(' | ')} |`,
    `| ${head.map((_, i) => (i === 0 ? '---' : '---:')).join(' | ')} |`,
    ...rows.map((row) => `| ${row.join(' | ')} |`),
  ];
  const blocks: string[][] = [[`# ${titleLine(period, words)}`], [`**${sentenceOf(report, words)}**`]];
  if (totals.given > 0) {
    blocks.push(
      [comparisonOf(report, words)],
      [heading('whatYouGave')],
      report.families
        .filter((family) => family.count > 0)
        .map(
          ({ family, count: total, kinds }) =>
            `- ${say(familyLabels[family])}: ${number(total)} (${kinds
              .map((line) => `${say(kindLabels[line.kind])} ${number(line.count)}`)
              .join(', ')})`,
        ),
      [heading(stepsOf(period) === 'months' ? 'byMonth' : 'byDay')],
      table(
        [
          say(stepsOf(period) === 'months' ? 'month' : 'day'),
          ...report.families.map(({ family }) => say(familyLabels[family])),
          say('all'),
          say('effort'),
        ],
        report.days.map((line) => [
          stepName(line.day, period, words),
          ...report.families.map(({ family }) => number(line.families[family])),
          number(line.count),
          line.seconds > 0 ? words.duration(line.seconds) : '–',
        ]),
      ),
    );
  }
  if (report.worth && totals.given > 0) {
    const told = worthInWords(report.worth, words);
    const lines = [...(told.first ? [told.first] : []), ...told.others];
    blocks.push(
      [heading('valueSection')],
      told.disagree ? [told.disagree] : [],
      [
        ...lines.map(({ name, text }) => `- ${name} (${say('estimate')}): ${text}`),
        `- ${say('cameBack')}: ${told.back}`,
        `- ${say('accountUnrecognised')}: ${told.unrecognised}`,
      ],
      [told.always],
    );
  }
  if (report.people.length > 0) {
    blocks.push(
      [heading('toWhom')],
      report.people.map(
        (line) =>
          `- ${escapeMarkdown(line.name)}${line.place ? ` (${escapeMarkdown(line.place)})` : ''}: ${number(line.count)}`,
      ),
    );
  }
  if (report.places.length > 0) {
    blocks.push(
      [heading('where')],
      report.places.map((line) => `- ${escapeMarkdown(line.place)}: ${number(line.count)}`),
    );
  }
  if (report.remember.length > 0) {
    blocks.push(
      [heading('remember')],
      report.remember.map((line) => `- ${say(rememberLabels[line.why])}: ${note(line.note)}`),
    );
  }
  if (report.undone.length > 0) {
    blocks.push(
      [heading('undone')],
      [count('undoneCount', report.undone.length)],
      report.undone.map((line) => `- ${note(line)}`),
    );
  }
  if (report.evidence.length > 0) {
    blocks.push(
      [heading('evidence')],
      report.evidence.map(
        ({ level, count: acts }) =>
          `- ${number(acts)} ${say(evidenceLabels[level].word)}: ${say(evidenceLabels[level].meaning)}`,
      ),
    );
  }
  blocks.push(
    [heading('unseen')],
    [
      `- ${say('unseenAlways')}`,
      ...report.unseen.flatMap((site) => [
        ...site.what.map((what) => `- ${escapeMarkdown(site.name)}: ${escapeMarkdown(what)}`),
        ...(site.doubtful ? [`- ${escapeMarkdown(site.name)}: ${say('healthDoubtful')}`] : []),
      ]),
    ],
    [`*${say('savedFoot')}*`],
  );
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}
