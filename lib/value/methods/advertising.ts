import type { RateCard } from '../card.ts';
import type { Priced } from '../figure.ts';
import { countedYear, exactRate, incomeOf, platformOf, priceRate } from '../lookups.ts';
import { compare, decimal, over } from '../ratio.ts';
import type { PricingMethod } from './method.ts';

/** (b) What a business pays elsewhere for a similar bought action, beside the adding-up ceiling (methods §2). */
export const advertising: PricingMethod = {
  method: 'advertising',
  formula: 'V = n · P;  C = R / ΣN',
  key: ({ site, kind }) => `${site} ${kind}`,
  price(act, rates) {
    const platform = platformOf(rates.card, act.site);
    const price = priceRate(rates, act.site, act.kind);
    if (!price) return 'no-price';
    const ceiling = ceilingOf(rates.card, platform);
    const above = ceiling && compare(price.range.mid, ceiling.unit.mid) > 0;
    return {
      unit: price.range,
      inputs: [{ symbol: 'P', rate: price }],
      notes: [
        ...(above ? (['above-ceiling'] as const) : []),
        ...(ceiling ? [] : (['no-ceiling'] as const)),
        ...(price.ref.includes('-emv') ? (['earned-media'] as const) : []),
      ],
      beside: ceiling ? [ceiling] : [],
    };
  },
};

/** If every such action had one price, no more than this could be paid from the platform's whole income. */
function ceilingOf(card: RateCard, platform: string): NonNullable<Priced['beside']>[number] | undefined {
  const row = countedYear(card, platform, 'flow');
  const income = row && incomeOf(row);
  if (!row || !income || !row.engagementsPerYear) return undefined;
  const where = `platformRevenue/${platform}/${row.year}`;
  const each = over(decimal(income), decimal(row.engagementsPerYear));
  return {
    what: 'ceiling',
    unit: { low: each, mid: each, high: each },
    inputs: [
      { symbol: 'R', rate: exactRate(card, where, `income ${row.year}`, `${card.currency}/year`, income, row) },
      { symbol: 'ΣN', rate: exactRate(card, where, row.engagementKinds ?? '', '1/year', row.engagementsPerYear, row) },
    ],
  };
}
