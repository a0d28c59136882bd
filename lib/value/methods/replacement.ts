import type { Act } from '../acts.ts';
import type { Rates } from '../book.ts';
import type { Input, Note } from '../figure.ts';
import { kindTimeRate, timeRate, timeRow, wageRate } from '../lookups.ts';
import { type ExactRange, multiply, scale } from '../range.ts';
import type { Rate } from '../rate.ts';
import { plus, ratio } from '../ratio.ts';
import type { PricingMethod } from './method.ts';

const anHour: ExactRange = scale({ low: ratio(1n), mid: ratio(1n), high: ratio(1n) }, ratio(1n, 3600n));

/** (a) What it would cost to hire somebody to do the same (methods §1). */
export const replacement: PricingMethod = {
  method: 'replacement',
  formula: 'V = n · t / 3600 · W',
  key: (act) => (act.effort ? undefined : JSON.stringify([act.site, act.kind, act.report, act.topics])),
  price(act, rates) {
    const time = timeOf(act, rates);
    if (!time) return 'no-time';
    const wage = wageRate(rates, act, act.report);
    if (!wage) return 'no-wage';
    return {
      unit: multiply([time.seconds, wage.range, anHour]),
      inputs: [...time.inputs, { symbol: 'W', rate: wage }],
      ...(time.note ? { notes: [time.note] } : {}),
    };
  },
};

interface Time {
  seconds: ExactRange;
  inputs: Input[];
  note?: Note;
}

/** Seconds for one act, best first: measured here, counted from the words, the fixed figure of its kind. */
function timeOf(act: Act, rates: Rates): Time | undefined {
  const { seconds = 0, words = 0 } = act.effort ?? {};
  if (seconds > 0 && rates.own.measuredTime) return measured(seconds, act.acts);
  if (words > 0) {
    const counted = fromWords(words, act, rates);
    if (counted) return counted;
  }
  const fixed = kindTimeRate(rates, act.kind, act.report);
  return fixed && { seconds: fixed.range, inputs: [{ symbol: 't', rate: fixed }] };
}

function measured(seconds: number, acts: number): Time {
  const each = ratio(seconds, acts);
  const range = { low: each, mid: each, high: each };
  const rate: Rate = {
    ref: 'measured',
    name: 'time at the keyboard',
    unit: 's',
    range,
    assumed: [],
    basis: 'measured',
    confidence: 'high',
    note: '',
    sources: [],
  };
  return { seconds: range, inputs: [{ symbol: 't', rate }], note: 'measured-time' };
}

/** `t = L · w + clicks`, for kinds that are written. */
function fromWords(words: number, act: Act, rates: Rates): Time | undefined {
  const row = timeRow(rates, act.kind, act.report);
  const [word, step] = [timeRate(rates, 'write-word'), timeRate(rates, 'click-step')];
  if (!row?.steps || !word || !step) return undefined;
  const writing = scale(word.range, ratio(words, act.acts));
  const clicking = scale(step.range, ratio(row.steps));
  return {
    seconds: {
      low: plus(writing.low, clicking.low),
      mid: plus(writing.mid, clicking.mid),
      high: plus(writing.high, clicking.high),
    },
    inputs: [
      { symbol: 'w', rate: word },
      { symbol: 'click', rate: step },
    ],
    note: 'words-counted',
  };
}
