import type { Rates } from './book.ts';
import type { Source } from './card.ts';
import { weakest } from './confidence.ts';
import { exchange } from './exchange.ts';
import type { Figure, Input, Line, Note } from './figure.ts';
import { addRanges, nothing, width } from './range.ts';
import { approximate, ratio } from './ratio.ts';

type Open = Pick<Figure, 'method' | 'formula' | 'currency' | 'lines' | 'unknown' | 'left'> & {
  used: readonly Rates[];
};

/** Adds to the lines of one method what must be known with them: sum, sources, confidence, what moves it, notes. */
export function finishFigure({ used, ...open }: Open): Figure {
  const inputs = open.lines.flatMap((line) => [...line.inputs, ...line.beside.flatMap((beside) => beside.inputs)]);
  const sources = sourcesOf(
    inputs,
    used,
    open.lines.some(({ reduced }) => reduced > 0),
  );
  const cards = [...new Set(used.map(({ card }) => card.version))];
  const confidences = open.lines.flatMap((line) => line.inputs.map(({ rate }) => rate.confidence));
  const unknown = open.lines.length === 0 && open.unknown.length > 0;
  const newest = used.reduce<Rates | undefined>((a, b) => (a && a.card.asOf > b.card.asOf ? a : b), undefined);
  const to = newest && exchange(newest.card.currency, open.currency, newest.exchange, newest.own.exchange);
  return {
    ...open,
    range: unknown ? null : open.lines.reduce((sum, { range }) => addRanges(sum, range), nothing),
    notes: notesOf(open, inputs, sources),
    sources,
    confidence: confidences.length > 0 ? weakest(confidences) : null,
    movesMost: mover(open.lines),
    cards,
    asOf: newest?.card.asOf ?? '',
    oldestYear: sources.length > 0 ? Math.min(...sources.map(({ year }) => year)) : null,
    exchange: to && to.from !== to.to ? to : null,
  };
}

function sourcesOf(inputs: readonly Input[], used: readonly Rates[], burst: boolean): Source[] {
  const ids = new Set(inputs.flatMap(({ rate }) => rate.sources));
  if (burst) ids.add('asm-burst');
  const found = new Map<string, Source>();
  for (const { card } of used) for (const source of card.sources) if (ids.has(source.id)) found.set(source.id, source);
  return [...found.values()];
}

function notesOf({ lines, left }: Omit<Open, 'used'>, inputs: readonly Input[], sources: readonly Source[]): Note[] {
  const notes = new Set<Note>(lines.flatMap((line) => line.notes));
  if (left.undone > 0) notes.add('undone');
  if (left.repeated > 0) notes.add('repeated');
  if (left.unconfirmed > 0) notes.add('unconfirmed');
  if (inputs.some(({ rate }) => rate.assumed.length > 0)) notes.add('assumed-bound');
  if (inputs.some(({ rate }) => rate.widened)) notes.add('old-source');
  if (sources.some(({ checked }) => checked === 'from-memory')) notes.add('from-memory');
  return [...notes];
}

/** The widest of the rates, weighed by what they bear on. */
function mover(lines: readonly Line[]): Input | null {
  let best: { input: Input; pull: number } | undefined;
  for (const line of lines) {
    const size = Math.abs(approximate(ratio(line.range.mid)));
    for (const input of line.inputs) {
      const pull = width(input.rate.range) * size;
      if (pull > 0 && (!best || pull > best.pull)) best = { input, pull };
    }
  }
  return best?.input ?? null;
}
