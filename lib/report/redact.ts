import type { Note, Report } from './report.ts';

/** What a reader of a saved report may be kept from seeing. */
export const hideable = ['people', 'titles', 'places', 'time', 'worth'] as const;
export type Hideable = (typeof hideable)[number];

/**
 * The report without what its reader shall not see. What is hidden is not in the result at all, so that no saved file
 * can hold it; totals stay. An address names the place and the thing, so it goes with either.
 */
export function redact(report: Report, hidden: ReadonlySet<Hideable>): Report {
  if (hidden.size === 0) return report;
  const note = (given: Note): Note => ({
    ...given,
    id: '',
    ...(hidden.has('people') && { to: '' }),
    ...(hidden.has('titles') && { title: '', url: '' }),
    ...(hidden.has('places') && { place: '', url: '' }),
    ...(hidden.has('time') && { seconds: 0 }),
  });
  const timeless = <Line extends { seconds: number }>(line: Line): Line =>
    hidden.has('time') ? { ...line, seconds: 0 } : line;
  const { worth, ...rest } = report;
  return {
    ...rest,
    ...(worth && !hidden.has('worth') && { worth }),
    totals: timeless(report.totals),
    days: report.days.map(timeless),
    people: hidden.has('people')
      ? []
      : report.people.map((line) => (hidden.has('places') ? { ...line, place: '' } : line)),
    places: hidden.has('places') ? [] : report.places.map(timeless),
    undone: report.undone.map(note),
    // Which of one's helps was the longest tells of time as well.
    remember: report.remember
      .filter(({ why }) => why !== 'longest' || !hidden.has('time'))
      .map((line) => ({ ...line, note: note(line.note) })),
    unseen: hidden.has('places') ? [] : report.unseen,
  };
}
