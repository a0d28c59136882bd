import type { Act } from '../acts.ts';
import type { Rates } from '../book.ts';
import type { PlatformRow } from '../card.ts';
import type { Input, Note, Priced, Unknown } from '../figure.ts';
import { countedYear, exactRate, incomeOf, platformOf, shareRate, timeRate, timeRow } from '../lookups.ts';
import { type ExactRange, multiply, scale } from '../range.ts';
import { decimal, over, plus, type Ratio, times, zero } from '../ratio.ts';
import type { PricingMethod } from './method.ts';

/** (c) The part of what the platform earned, if contributors together were credited with a share of it (methods §3). */
export const revenueShare: PricingMethod = {
  method: 'revenue-share',
  formula: 'v = s · R / Σ(N · t);  V = n · t · v',
  key: ({ site, kind, report }) => `${site} ${kind} ${report}`,
  price(act, rates) {
    const platform = platformOf(rates.card, act.site);
    const flow = countedYear(rates.card, platform, 'flow');
    if (!flow) return whyNot(rates, platform);
    const priced = partOf(act, flow, rates);
    if (typeof priced === 'string') return priced;
    const stock = countedYear(rates.card, platform, 'stock');
    const held = stock && partOf(act, stock, rates);
    const beside = held && typeof held !== 'string' ? [{ what: 'stock' as const, ...held }] : [];
    return { ...priced, beside };
  },
};

function whyNot({ card }: Rates, platform: string): Unknown {
  const rows = card.platformRevenue.filter((row) => row.platform === platform);
  if (rows.some(({ arpu }) => arpu !== null)) return 'revenue-per-user-only';
  return rows.some((row) => incomeOf(row) !== null) ? 'no-count' : 'no-revenue';
}

/** What one act gets when a year's income is shared out over what was contributed, by time where kinds are told apart. */
function partOf(act: Act, row: PlatformRow, rates: Rates): Priced | Unknown {
  const share = shareRate(rates);
  const { card } = rates;
  const where = `platformRevenue/${row.platform}/${row.year}`;
  const income = incomeOf(row);
  if (income === null || row.engagementsPerYear === null) return 'no-count';
  const inputs: Input[] = [
    { symbol: 's', rate: share },
    { symbol: 'R', rate: exactRate(card, where, `income ${row.year}`, `${card.currency}/year`, income, row) },
  ];
  const notes: Note[] = ['left-out-work', ...(row.measure === 'flow' ? (['upper-bound-flow'] as const) : [])];
  const counted = (value: number, name: string): Input => ({
    symbol: 'N',
    rate: exactRate(card, where, name, '1/year', value, row),
  });
  const pot = scale(share.range, decimal(income));
  if (!row.engagementsByKind) {
    if (!row.covers?.includes(act.kind)) return 'kind-not-counted';
    return {
      unit: scale(pot, over(decimal(1), decimal(row.engagementsPerYear))),
      inputs: [...inputs, counted(row.engagementsPerYear, row.engagementKinds ?? '')],
      notes: row.covers.length > 1 ? [...notes, 'kinds-counted-alike'] : notes,
    };
  }
  const name = timeRow(rates, act.kind, act.report)?.kind ?? '';
  const [time, all] = [timeRate(rates, name), allTime(row.engagementsByKind, rates)];
  if (!time || !all || !Object.hasOwn(row.engagementsByKind, name)) return 'kind-not-counted';
  // Only the middle time counts: it is in the dividend and the divisor, so its doubt cancels for all but the mixture.
  const alone: ExactRange = { low: time.range.mid, mid: time.range.mid, high: time.range.mid };
  return {
    unit: multiply([scale(pot, over(decimal(1), all)), alone]),
    inputs: [
      ...inputs,
      ...Object.entries(row.engagementsByKind).map(([kind, n]) => counted(n, kind)),
      { symbol: 't', rate: time },
    ],
    notes,
  };
}

/** Σ(N · t) over all kinds that are counted; nothing where one of their times is not known. */
function allTime(byKind: Record<string, number>, rates: Rates): Ratio | undefined {
  let sum = zero;
  for (const [kind, n] of Object.entries(byKind)) {
    const time = timeRate(rates, kind);
    if (!time) return undefined;
    sum = plus(sum, times(decimal(n), time.range.mid));
  }
  return sum;
}
