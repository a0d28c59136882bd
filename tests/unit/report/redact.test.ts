import { describe, expect, it } from 'vitest';
import { toCsv } from '../../../lib/report/csv.ts';
import { toHtml } from '../../../lib/report/html.ts';
import { toMarkdown } from '../../../lib/report/markdown.ts';
import { type Hideable, hideable, redact } from '../../../lib/report/redact.ts';
import type { Report } from '../../../lib/report/report.ts';
import { countsOf, sumsOf, type Worth } from '../../../lib/report/worth.ts';
import { answer } from '../../../lib/value/answers.ts';
import { act, ratesWith } from '../value/samples.ts';
import { english, reportOn } from './make.ts';

const counted = {
  acts: [act({ site: 'youtube', kind: 'like', acts: 60 })],
  left: { undone: 0, revised: 0, repeated: 0, unconfirmed: 0 },
};
const worth: Worth = {
  chosen: 'advertising',
  figures: [
    answer('advertising', counted, () => ratesWith(), 'USD'),
    answer('surplus', counted, () => ratesWith(), 'USD'),
  ],
  received: [{ currency: 'EUR', amount: 12_500_000n }],
  recognised: [{ kind: 'thanks', count: 14 }],
  unrecognised: { acts: 46, places: 2 },
};
const note = {
  id: 'entry-id',
  kind: 'answer' as const,
  title: 'A secret title',
  url: 'https://hidden.example/thing',
  place: 'hidden.example',
  to: 'Amina',
  at: '2026-11-21T10:00:00Z',
  zone: '+00:00',
  day: '2026-11-21',
  seconds: 725,
};
const families = { likes: 1, reviews: 0, answers: 0, shares: 0, care: 0 };
const full: Report = {
  ...reportOn(),
  totals: { ...reportOn().totals, given: 60, people: 1, places: 1, seconds: 7777 },
  people: [{ name: 'Amina', place: 'hidden.example', count: 3 }],
  places: [{ place: 'hidden.example', count: 3, families, seconds: 7777 }],
  remember: [
    { why: 'longest', note },
    { why: 'first of its kind', note },
  ],
  undone: [note],
  unseen: [{ name: 'Hidden site', place: 'hidden.example', what: ['votes'], doubtful: false }],
  worth,
};
const files = (report: Report) =>
  [toHtml(report, english, { css: '' }), toMarkdown(report, english), toCsv(report)].join('\n').replaceAll('\\', '');

/** What betrays each thing, in any of the saved files. */
const traces: Record<Hideable, string[]> = {
  people: ['Amina'],
  titles: ['secret title', 'https://hidden'],
  places: ['hidden.example', 'Hidden site'],
  time: ['7777', '12 min', '2 hours', 'longest help'],
  worth: ['USD', 'EUR', '14 thanks'],
};

describe('a redacted report', () => {
  it('shows everything where nothing is hidden', () => {
    for (const trace of Object.values(traces).flat()) expect(files(full)).toContain(trace);
  });

  it.each(hideable)('holds nothing of %s in any file', (what) => {
    const text = files(redact(full, new Set([what])));
    for (const trace of traces[what]) expect([trace, text.includes(trace)]).toEqual([trace, false]);
  });

  it('hides all at once, and keeps the totals', () => {
    const kept = redact(full, new Set(hideable));
    for (const trace of Object.values(traces).flat()) expect(files(kept)).not.toContain(trace);
    expect(kept.totals).toMatchObject({ given: 60, people: 1, places: 1 });
  });
});

describe('what came back', () => {
  const sighting = { zone: '+00:00', entry: 'a', kind: 'votes' as const };

  it('counts the latest sighting of each thing once, also when it fell', () => {
    const at = (hour: number) => `2026-11-21T${hour}:00:00Z`;
    expect(
      countsOf([
        { ...sighting, at: at(12), count: 5 },
        { ...sighting, at: at(14), count: 3 },
        { ...sighting, at: at(13), count: 9 },
        { ...sighting, at: at(10), entry: 'b', count: 2 },
      ]),
    ).toEqual([{ kind: 'votes', count: 5 }]);
  });

  it('adds money by currency, never across', () => {
    const receipt = { id: '', at: '', zone: '', site: '', from: '', entries: [], note: '' };
    expect(
      sumsOf([
        { ...receipt, amount: 1n, currency: 'EUR' },
        { ...receipt, amount: 2n, currency: 'USD' },
        { ...receipt, amount: 4n, currency: 'EUR' },
      ]),
    ).toEqual([
      { currency: 'EUR', amount: 5n },
      { currency: 'USD', amount: 2n },
    ]);
  });
});
