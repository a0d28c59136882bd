import type { Act } from '../acts.ts';
import { type Month, monthOf, type Rates } from '../book.ts';
import type { Figure, Line, UnknownLine } from '../figure.ts';
import { finishFigure } from '../finish-figure.ts';
import { exactRate, ownRate } from '../lookups.ts';
import { type Micros, microsInOne, toMicros } from '../micros.ts';
import { matches } from '../own-rates.ts';
import { addRanges, nothing, type Range, repeat, weigh } from '../range.ts';
import type { Rate } from '../rate.ts';
import { decimal, one, times } from '../ratio.ts';
import { nothingLeftOut } from '../value-acts.ts';

/**
 * (e) Points for what one person gave, by a system of weights of the card or, `own`, by the person's. Points, never
 * money; a pool in money is `splitPool`.
 * @param used whether somebody used or endorsed an act: by a group's weights, writing alone earns nothing
 */
export function points(
  system: string,
  counted: { acts: Iterable<Act>; left?: Figure['left'] },
  ratesFor: (month: Month) => Rates,
  used: (act: Act) => boolean,
): Figure {
  const lines = new Map<string, Line>();
  const unknown = new Map<string, UnknownLine>();
  const all = new Map<Month, Rates>();
  for (const act of counted.acts) {
    const month = monthOf(act.day);
    const rates = all.get(month) ?? ratesFor(month);
    all.set(month, rates);
    const rate = system === 'own' ? ownWeight(act, rates) : groupWeight(system, act, rates);
    const { site, kind } = act;
    const key = `${site} ${kind}`;
    if (!rate) {
      const acts = (unknown.get(key)?.acts ?? 0) + act.acts;
      unknown.set(key, { site, kind, acts, why: 'no-weight' });
      continue;
    }
    const before = lines.get(key) ?? {
      site,
      kind,
      acts: 0,
      reduced: 0,
      range: nothing,
      inputs: [],
      notes: [],
      beside: [],
    };
    const known = before.inputs.some((input) => input.rate.ref === rate.ref);
    lines.set(key, {
      ...before,
      acts: before.acts + act.acts,
      reduced: before.reduced + act.reduced.length,
      range: used(act) ? addRanges(before.range, weighed(toMicros(rate.range.mid), act)) : before.range,
      inputs: known ? before.inputs : [...before.inputs, { symbol: 'weight', rate }],
      notes: act.reduced.length > 0 ? ['burst'] : before.notes,
    });
  }
  return finishFigure({
    method: 'peers',
    formula: 'cred = Σ weight · n',
    currency: 'points',
    lines: [...lines.values()],
    unknown: [...unknown.values()],
    left: counted.left ?? nothingLeftOut,
    used: [...all.values()],
  });
}

function weighed(point: Micros, { acts, reduced }: Act): Range {
  const each: Range = { low: point, mid: point, high: point };
  const full = repeat(each, BigInt(acts - reduced.length));
  return reduced.reduce((sum, weight) => addRanges(sum, weigh(each, weight, microsInOne)), full);
}

/** The person's weights that fit an act, multiplied: for its kind, its site, its topics. Nothing where none fits. */
function ownWeight(act: Act, rates: Rates): Rate | undefined {
  const fitting = rates.own.weights.filter((line) => matches(line, act));
  if (fitting.length === 0) return undefined;
  const mid = fitting.reduce((product, { weight }) => times(product, decimal(weight)), one);
  const name = fitting.map(({ kind, site, topic }) => [kind, site, topic].filter(Boolean).join(' ')).join(' · ');
  return ownRate(rates, `weights ${name}`, name, 'points', { low: mid, mid, high: mid });
}

function groupWeight(system: string, { kind }: Act, { card }: Rates): Rate | undefined {
  const row = card.peerWeights.find((weight) => weight.system === system && weight.kind === kind);
  return row && exactRate(card, `peerWeights/${system}/${kind}`, kind, 'points', row.points, row);
}
