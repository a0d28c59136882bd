import { exactRate, platformOf, shareRate } from '../lookups.ts';
import { scale } from '../range.ts';
import { decimal, over } from '../ratio.ts';
import type { PricingMethod } from './method.ts';

/**
 * (g) The part of what a platform takes for letting machines learn from contributions, where it publishes that income.
 * Licences cover what was contributed before as well, so a figure per new contribution is an upper bound.
 */
export const licensing: PricingMethod = {
  method: 'licensing',
  formula: 'V = n · s · A / ΣN',
  key: ({ site, kind }) => `${site} ${kind}`,
  price({ site, kind }, rates) {
    const { card } = rates;
    const platform = platformOf(card, site);
    const rows = card.aiLicensing.filter((row) => row.platform === platform).sort((a, b) => b.year - a.year);
    if (rows.length === 0) return 'no-licence';
    const row = rows.find(({ contributionsPerYear }) => contributionsPerYear !== null);
    if (!row?.contributionsPerYear) return 'no-count';
    if (!row.covers.includes(kind)) return 'kind-not-counted';
    const share = shareRate(rates);
    const where = `aiLicensing/${platform}/${row.year}`;
    const each = over(decimal(row.income), decimal(row.contributionsPerYear));
    return {
      unit: scale(share.range, each),
      inputs: [
        { symbol: 's', rate: { ...share, sources: [...share.sources, 'asm-licence-share'], confidence: 'low' } },
        { symbol: 'A', rate: exactRate(card, where, `income ${row.year}`, `${card.currency}/year`, row.income, row) },
        { symbol: 'ΣN', rate: exactRate(card, where, 'contributions', '1/year', row.contributionsPerYear, row) },
      ],
      notes: [
        'upper-bound-flow',
        'licence-not-split-out',
        ...(row.covers.length > 1 ? (['kinds-counted-alike'] as const) : []),
      ],
    };
  },
};
