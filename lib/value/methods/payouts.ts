import type { Rates } from '../book.ts';
import type { RateCard } from '../card.ts';
import { rowName } from '../card-faults.ts';
import { exchange } from '../exchange.ts';
import type { Figure, Unknown } from '../figure.ts';
import { finishFigure } from '../finish-figure.ts';
import { nothing, type Range, roundRange, scale } from '../range.ts';
import { type Rate, rateOf } from '../rate.ts';
import { decimal, over } from '../ratio.ts';
import { nothingLeftOut } from '../value-acts.ts';

export type Programme = RateCard['actualPayouts'][number];

/** (f) What a real programme paid for a metric, or would have paid (methods §6). */
export interface Payout {
  programme: Programme;
  /** What it pays: zero where the conditions are not met, or where it never pays money. */
  figure: Figure;
  /** What it would be with all conditions met. */
  ifEligible: Range | Unknown;
}

/**
 * `V = rate · metric · e`
 * @param metric how much of what the programme counts, as a decimal: impressions, surveys, …
 * @param eligible whether the person says that they meet every condition
 */
export function payout(
  programme: Programme,
  metric: string,
  eligible: boolean,
  rates: Rates,
  currency: string,
): Payout {
  const { card } = rates;
  const ref = `actualPayouts/${rowName('actualPayouts', programme)}`;
  const rate = rateOf(card, ref, programme.programme, `${card.currency} ${programme.metric}`, programme);
  const to = exchange(card.currency, currency, rates.exchange, rates.own.exchange);
  const known = rate && to;
  const ifEligible: Range | Unknown = known
    ? roundRange(scale(scale(rate.range, over(decimal(metric), decimal(programme.per))), to.rate))
    : rate
      ? 'no-exchange-rate'
      : programme.share === null
        ? 'no-price'
        : 'share-only';
  const paid = !programme.cash || !eligible ? nothing : ifEligible;
  return { programme, ifEligible, figure: figureOf(programme, rate, paid, eligible, rates, currency) };
}

function figureOf(
  programme: Programme,
  rate: Rate | undefined,
  paid: Range | Unknown,
  eligible: boolean,
  rates: Rates,
  currency: string,
): Figure {
  const { platform: site } = programme;
  const about = { site, kind: 'other' as const, acts: 1 };
  return finishFigure({
    method: 'payouts',
    formula: 'V = rate · metric · e',
    currency,
    lines:
      typeof paid === 'string'
        ? []
        : [
            {
              ...about,
              reduced: 0,
              range: paid,
              inputs: rate ? [{ symbol: 'rate', rate }] : [],
              notes: eligible ? [] : ['not-eligible'],
              beside: [],
            },
          ],
    unknown: typeof paid === 'string' ? [{ ...about, why: paid }] : [],
    left: nothingLeftOut,
    used: [rates],
  });
}
