import type { Act, LeftOut } from './acts.ts';
import { type Month, monthOf, type Rates } from './book.ts';
import { exchange } from './exchange.ts';
import type { Beside, Figure, Input, Line, Note, Priced, Unknown, UnknownLine } from './figure.ts';
import { finishFigure } from './finish-figure.ts';
import type { PricingMethod } from './methods/method.ts';
import { microsInOne } from './micros.ts';
import { addRanges, nothing, type Range, repeat, roundRange, scale, weigh } from './range.ts';
import { ratio } from './ratio.ts';

export const nothingLeftOut: LeftOut = { undone: 0, revised: 0, repeated: 0, unconfirmed: 0 };

/** What an act comes to by one method, and what belongs beside it. */
export interface Worth {
  range: Range;
  priced: Priced;
  beside: readonly Beside[];
}

/** A price in whole millionths of the currency wanted. */
interface Unit {
  range: Range;
  priced: Priced;
  beside: readonly Beside[];
}

/**
 * Makes the price finder of one method: each act in whole millionths of the currency, so that sums never drift, and
 * doubling what was given doubles the value exactly.
 * @param ratesFor the rates of a month
 * @param currency what to answer in
 */
export function pricer(method: PricingMethod, ratesFor: (month: Month) => Rates, currency: string) {
  const known = new Map<string, Unit | Unknown>();
  const months = new Map<Month, Rates>();

  const ratesAt = (month: Month): Rates => {
    const found = months.get(month) ?? ratesFor(month);
    months.set(month, found);
    return found;
  };

  const unitOf = (act: Act, month: Month): Unit | Unknown => {
    const key = method.key(act);
    const cell = key === undefined ? undefined : `${month} ${key}`;
    const found = (cell !== undefined && known.get(cell)) || look(method, act, ratesAt(month), currency);
    if (cell !== undefined) known.set(cell, found);
    return found;
  };

  return {
    ratesAt,
    worth(act: Act): Worth | Unknown {
      const unit = unitOf(act, monthOf(act.day));
      if (typeof unit === 'string') return unit;
      return {
        range: weighAct(unit.range, act),
        priced: unit.priced,
        beside: unit.beside.map((aside) => ({ ...aside, range: weighAct(aside.range, act) })),
      };
    },
  };
}

function look(method: PricingMethod, act: Act, rates: Rates, currency: string): Unit | Unknown {
  const priced = method.price(act, rates);
  if (typeof priced === 'string') return priced;
  const to = exchange(rates.card.currency, currency, rates.exchange, rates.own.exchange);
  if (!to) return 'no-exchange-rate';
  const rounded = (unit: Priced['unit']) => roundRange(scale(unit, to.rate));
  const beside = (priced.beside ?? []).map(({ what, unit, inputs }) => ({ what, inputs, range: rounded(unit) }));
  return { range: rounded(priced.unit), priced, beside };
}

/** Full acts count once each, the others by their weights. */
function weighAct(unit: Range, { acts, reduced }: Act): Range {
  let sum = repeat(unit, BigInt(acts - reduced.length));
  for (const weight of reduced) sum = addRanges(sum, weigh(unit, weight, microsInOne));
  return sum;
}

/** The answer of one method for a set of acts. There is no function that adds answers of several methods. */
export function valueActs(
  method: PricingMethod,
  counted: { acts: Iterable<Act>; left?: LeftOut },
  ratesFor: (month: Month) => Rates,
  currency: string,
): Figure {
  const { worth, ratesAt } = pricer(method, ratesFor, currency);
  const lines = new Map<string, Draft>();
  const unknown = new Map<string, UnknownLine>();
  const used = new Set<Rates>();
  for (const act of counted.acts) {
    const found = worth(act);
    used.add(ratesAt(monthOf(act.day)));
    if (typeof found === 'string') {
      const key = `${act.site} ${act.kind} ${found}`;
      const line = unknown.get(key) ?? { site: act.site, kind: act.kind, acts: 0, why: found };
      unknown.set(key, { ...line, acts: line.acts + act.acts });
      continue;
    }
    const key = `${act.site} ${act.kind}`;
    const line = lines.get(key) ?? emptyDraft(act);
    lines.set(key, line);
    extend(line, act, found);
  }
  return finishFigure({
    method: method.method,
    formula: method.formula,
    currency,
    lines: [...lines.values()].map(closeDraft),
    unknown: [...unknown.values()],
    left: counted.left ?? nothingLeftOut,
    used: [...used],
  });
}

interface Draft extends Omit<Line, 'inputs' | 'notes' | 'beside'> {
  seen: Set<Priced>;
  inputs: Map<string, Input>;
  notes: Set<Note>;
  beside: Map<Beside['what'], Beside>;
  /** Acts with measured time, and how long all of those took. */
  measured: { acts: number; seconds: number };
}

const emptyDraft = ({ site, kind }: Act): Draft => ({
  site,
  kind,
  acts: 0,
  reduced: 0,
  range: nothing,
  seen: new Set(),
  inputs: new Map(),
  notes: new Set(),
  beside: new Map(),
  measured: { acts: 0, seconds: 0 },
});

function extend(line: Draft, act: Act, { range, priced, beside }: Worth): void {
  line.acts += act.acts;
  line.reduced += act.reduced.length;
  line.range = addRanges(line.range, range);
  if (act.reduced.length > 0) line.notes.add('burst');
  for (const aside of beside) {
    const before = line.beside.get(aside.what)?.range ?? nothing;
    line.beside.set(aside.what, { ...aside, range: addRanges(before, aside.range) });
  }
  if (priced.notes?.includes('measured-time')) {
    line.measured.acts += act.acts;
    line.measured.seconds += act.effort?.seconds ?? 0;
  }
  if (line.seen.has(priced)) return;
  line.seen.add(priced);
  for (const input of priced.inputs) line.inputs.set(`${input.symbol} ${input.rate.ref} ${input.rate.name}`, input);
  for (const note of priced.notes ?? []) line.notes.add(note);
}

const closeDraft = ({ seen: _, inputs, notes, beside, measured, ...line }: Draft): Line => ({
  ...line,
  inputs: [...inputs.values()].map((input) => averaged(input, measured)),
  notes: [...notes],
  beside: [...beside.values()],
});

/** Each act has its own measured time; the line tells what they took on average. */
function averaged(input: Input, { acts, seconds }: Draft['measured']): Input {
  if (input.rate.basis !== 'measured') return input;
  const mid = ratio(seconds, acts);
  return { ...input, rate: { ...input.rate, range: { low: mid, mid, high: mid } } };
}
