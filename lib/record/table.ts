import { type Column, csv } from './csv.ts';
import type { ShownLine } from './shown.ts';

const columns: readonly Column<ShownLine>[] = [
  { name: 'time', value: ({ published }) => published },
  { name: 'platform', value: ({ stream }) => stream.platform },
  { name: 'account', value: ({ stream }) => stream.account },
  { name: 'kind', value: ({ kind }) => kind },
  { name: 'activity', value: ({ type }) => type },
  { name: 'title', value: ({ title }) => title },
  { name: 'url', value: ({ url }) => url },
  { name: 'about', value: ({ about }) => about },
  { name: 'to', value: ({ to }) => to },
  { name: 'rating', value: ({ rating }) => rating },
  { name: 'evidence', value: ({ evidence }) => evidence },
  { name: 'seconds', value: ({ seconds }) => seconds },
  { name: 'words', value: ({ words }) => words },
  { name: 'line', value: ({ index }) => index },
];

/** `activities.csv`: every shown line as a row. */
export const activitiesTable = (lines: Iterable<ShownLine>): string => csv(columns, lines);
