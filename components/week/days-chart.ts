import * as Plot from '@observablehq/plot';
import { type Family, families } from '../../lib/ledger/kinds.ts';
import { corners } from '../../lib/report/marks.ts';
import type { DayLine } from '../../lib/report/report.ts';
import type { Words } from '../../lib/report/words.ts';
import { type Grid, gridFor, tally } from './tally.ts';

const order = Object.keys(families) as Family[];
const height = 216;
const head = 20;
const foot = 46;
/** Room between one day's heap and the next. */
const gapIn = (band: number) => Math.min(12, Math.round(band / 4));

/** The shapes of the families as Plot draws symbols: inside a circle of the given area. */
const symbols = order.map((family) => ({
  draw(path: CanvasPath, area: number) {
    const radius = Math.sqrt(area / Math.PI);
    const [first, ...others] = corners[family];
    if (!first) {
      path.arc(0, 0, radius * 0.9, 0, 2 * Math.PI);
      return;
    }
    path.moveTo(first[0] * radius, first[1] * radius);
    for (const [x, y] of others) path.lineTo(x * radius, y * radius);
    path.closePath();
  },
}));

/** Hours and minutes, `1:05`; nothing for less than a minute. */
const clock = (seconds: number) => {
  const minutes = Math.round(seconds / 60);
  return minutes === 0 ? '' : `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
};

/** What stands under a day or month: as much as its band has room for. */
function labelling(days: readonly DayLine[], words: Words, band: number) {
  const months = days.length > 1 && days.every(({ day }) => day.endsWith('-01'));
  if (months) return ({ day }: DayLine) => words.day(day, band < 30 ? 'narrow month' : 'short month');
  if (days.length <= 10) return ({ day }: DayLine) => words.day(day, 'short weekday');
  const every = band < 18 ? 5 : 1;
  return ({ day }: DayLine) =>
    Number(day.slice(8)) % every === 0 || day.endsWith('-01') ? words.day(day, 'day number') : '';
}

/** Under this width two times beside each other would run together. */
const narrowestClock = 34;

/**
 * Draws the days of a report, `width` pixels wide: one mark for each act where they can be told apart, stacked bars
 * where they cannot; below each day the time it took. Colours are the tokens of the style sheet, so one drawing serves
 * dark, light and paper. `counted` tells whether there is one mark for each act, `timed` whether
 * the time stands below.
 */
export function drawDays(
  days: readonly DayLine[],
  words: Words,
  width: number,
): { drawing: SVGSVGElement; counted: boolean; timed: boolean } {
  const most = Math.max(...days.map(({ count }) => count));
  const band = width / days.length;
  const grid = gridFor(most, band - gapIn(band), height - head);
  const drawing = (grid ? heaps(days, words, width, grid) : bars(days, words, width)) as SVGSVGElement;
  // Its groups are named after Plot's marks; what the picture says stands beside it in words and in the table.
  drawing.ariaHidden = 'true';
  return { drawing, counted: grid !== null, timed: band >= narrowestClock };
}

const common = (width: number): Plot.PlotOptions => ({
  width,
  marginTop: head,
  marginLeft: 0,
  marginRight: 0,
  marginBottom: foot,
  style: { background: 'none', color: 'var(--ink)', fontFamily: 'inherit', fontSize: '12px', overflow: 'visible' },
  color: { domain: order, range: order.map((family) => `var(--${family})`) },
});

/** Days in reading order. */
const inOrder = (days: readonly DayLine[], { dir }: Words) =>
  (dir === 'rtl' ? [...days].reverse() : days).map(({ day }) => day);

function heaps(days: readonly DayLine[], words: Words, width: number, { columns, rows, cell }: Grid) {
  const rtl = words.dir === 'rtl';
  const band = width / days.length;
  const side = columns * cell;
  const gap = gapIn(band);
  const under: Plot.TextOptions = { fx: 'day', frameAnchor: rtl ? 'bottom-right' : 'bottom-left' };
  return Plot.plot({
    ...common(width),
    height: rows * cell + head + foot,
    fx: { domain: inOrder(days, words), axis: null, padding: 0 },
    x: { domain: [0, columns], range: rtl ? [band, band - side] : [0, side], axis: null },
    y: { domain: [0, rows], axis: null },
    symbol: { domain: order, range: symbols as never },
    marks: [
      Plot.ruleY([0], { stroke: 'var(--line)', insetRight: rtl ? 0 : gap, insetLeft: rtl ? gap : 0 }),
      Plot.dot(tally(days, columns), {
        fx: 'day',
        x: ({ column }) => column + 0.5,
        y: ({ row }) => row + 0.5,
        symbol: 'family',
        fill: 'family',
        r: cell / 2 - cell / 7,
      }),
      Plot.text(days, { ...under, text: labelling(days, words, band), dy: 20 }),
      Plot.text(days, {
        ...under,
        text: ({ seconds }) => (band < narrowestClock ? '' : clock(seconds)),
        dy: 38,
        fill: 'var(--quiet)',
      }),
    ],
  });
}

function bars(days: readonly DayLine[], words: Words, width: number) {
  const band = width / days.length;
  const under: Plot.TextOptions = { x: 'day', frameAnchor: 'bottom' };
  const parts = days.flatMap(({ day, families: counts }) =>
    order.map((family) => ({ day, family, count: counts[family] })),
  );
  return Plot.plot({
    ...common(width),
    height: height + head + foot,
    x: { domain: inOrder(days, words), axis: null, padding: 0.35 },
    y: { axis: null },
    marks: [
      Plot.barY(parts, Plot.stackY({ order }, { x: 'day', y: 'count', fill: 'family', insetTop: 1 })),
      Plot.text(days, { x: 'day', y: 'count', text: ({ count }) => (band < 24 ? '' : words.number(count)), dy: -8 }),
      Plot.ruleY([0], { stroke: 'var(--line)' }),
      Plot.text(days, { ...under, text: labelling(days, words, band), dy: 20 }),
      Plot.text(days, {
        ...under,
        text: ({ seconds }) => (band < narrowestClock ? '' : clock(seconds)),
        dy: 38,
        fill: 'var(--quiet)',
      }),
    ],
  });
}
