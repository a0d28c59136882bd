import type { RateCard } from '../card.ts';
import type { Input, Note } from '../figure.ts';
import { exactRate, platformOf } from '../lookups.ts';
import { extremes } from '../range.ts';
import { decimal, over, type Ratio } from '../ratio.ts';
import type { PricingMethod } from './method.ts';

type Answer = RateCard['consumerSurplus'][number];

/**
 * (d) What users would need to be paid to give the service up, or would pay to keep it (methods §4). The share β of it
 * that comes from other users' contributions is not known; at 1 every result is an upper bound.
 */
export const surplus: PricingMethod = {
  method: 'surplus',
  formula: 'V = n · β · S / E;  E = ΣN / U;  β = 1',
  key: ({ site, kind }) => `${site} ${kind}`,
  price({ site, kind }, { card }) {
    const platform = platformOf(card, site);
    const answers = answersFor(card, platform);
    if (answers.length === 0) return 'nobody-asked';
    const row = card.platformRevenue
      .filter((year) => year.platform === platform && year.measure === 'flow' && year.engagementsPerYear !== null)
      .sort((a, b) => b.year - a.year)[0];
    if (!row?.engagementsPerYear) return 'no-count';
    if (!row.covers?.includes(kind)) return 'kind-not-counted';
    const where = `platformRevenue/${platform}/${row.year}`;
    const count: Input = {
      symbol: 'ΣN',
      rate: exactRate(card, where, row.engagementKinds ?? '', '1/year', row.engagementsPerYear, row),
    };
    const beta: Input = {
      symbol: 'β',
      rate: exactRate(card, 'β', 'part that comes from contributions', 'share', 1, {
        basis: 'assumption',
        confidence: 'low',
        note: 'not known',
        sources: ['asm-beta1'],
      }),
    };
    const inputs: Input[] = [count, beta];
    if (row.mau !== null) {
      inputs.push({ symbol: 'U', rate: exactRate(card, where, 'users a month', 'users', row.mau, row) });
    }
    const results: Ratio[] = [];
    for (const answer of answers) {
      const of = (value: number, name: string): Input => ({
        symbol: 'S',
        rate: exactRate(
          card,
          `consumerSurplus/${answer.good}/${name}`,
          name,
          `${card.currency}/user/year`,
          value,
          answer,
        ),
      });
      if (answer.perUserYear !== undefined && row.mau !== null) {
        const each = over(decimal(row.engagementsPerYear), decimal(row.mau));
        results.push(over(decimal(answer.perUserYear), each));
        inputs.push(of(answer.perUserYear, answer.measure));
      }
      for (const total of [answer.totalYearLow, answer.totalYearHigh]) {
        if (total === undefined) continue;
        results.push(over(decimal(total), decimal(row.engagementsPerYear)));
        inputs.push(of(total, answer.measure));
      }
    }
    const unit = extremes(results);
    if (!unit) return 'no-count';
    const notes: Note[] = ['share-of-benefit-unknown'];
    if (unit.low.n < 0n) notes.push('negative-low');
    if (answers.some(({ good }) => good !== platform)) notes.push('borrowed-from-other-service');
    if (!answers.some(({ question }) => question === 'payment')) notes.push('no-payment-figure');
    return { unit, inputs, notes };
  },
};

/**
 * One answer to each question: people asked for real before people asked what if, medians before means, the surest,
 * then the newest. Acceptance is never used without an answer that counts non-users beside it (methods §4); where
 * nobody asked that about this service, the lowest answer about another is borrowed, and said to be.
 */
function answersFor(card: RateCard, platform: string): Answer[] {
  const own = card.consumerSurplus.filter(({ good }) => good === platform);
  const rank = { low: 0, medium: 1, high: 2 };
  const best = (question: Answer['question']) =>
    own
      .filter(
        (answer) => answer.question === question && (answer.statistic === 'median' || answer.statistic === 'total'),
      )
      .sort(
        (a, b) =>
          Number(b.incentivised) - Number(a.incentivised) || rank[b.confidence] - rank[a.confidence] || b.year - a.year,
      )[0];
  const asked = (['acceptance', 'payment', 'replacement'] as const).flatMap((question) => best(question) ?? []);
  if (asked.length === 0) return [];
  const counting = card.consumerSurplus
    .filter(({ question, perUserYear }) => question === 'non-users' && perUserYear !== undefined)
    .sort(
      (a, b) =>
        Number(b.good === platform) - Number(a.good === platform) || (a.perUserYear ?? 0) - (b.perUserYear ?? 0),
    )[0];
  const accepted = asked.some(({ question }) => question === 'acceptance');
  return accepted && counting ? [...asked, counting] : asked;
}
