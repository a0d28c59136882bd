import { describe, expect, it } from 'vitest';
import { shippedCard } from '../../../lib/value/rates/shipped.ts';

// Figures of the shipped card that are stated arithmetic on others of it, worked out again.

const time = (name: string) => {
  const row = shippedCard.timePerAction.find(({ kind }) => kind === name);
  if (!row) throw new Error(`There is no time for ${name}.`);
  return { low: row.low ?? 0, mid: row.mid ?? 0, high: row.high ?? 0, steps: row.steps ?? 0 };
};
const platform = (name: string, year: number) => {
  const row = shippedCard.platformRevenue.find((one) => one.platform === name && one.year === year);
  if (!row) throw new Error(`There is no ${name} in ${year}.`);
  return row;
};
/** Equal within one percent: what rounding to the digits shown can do. */
const near = (found: number | null | undefined, wanted: number) =>
  expect(Math.abs((found ?? Number.NaN) / wanted - 1)).toBeLessThan(0.01);

describe('the card’s own arithmetic', () => {
  it('times clicks by steps', () => {
    const step = time('click-step');
    for (const kind of ['like', 'follow', 'rating', 'share', 'flag', 'photo', 'place-edit']) {
      const { low, mid, high, steps } = time(kind);
      near(low, steps * step.low);
      near(mid, steps * step.mid);
      near(high, steps * step.high);
    }
  });

  it('times writing by words and steps', () => {
    const [word, step] = [time('write-word'), time('click-step')];
    for (const [kind, words] of [
      ['short-post', 13.6],
      ['comment', 11.9],
      ['post', 110],
      ['review', 43.6],
    ] as const) {
      const { low, mid, steps } = time(kind);
      near(low, words * word.low + steps * step.low);
      near(mid, words * word.mid + steps * step.mid);
    }
    near(time('write-word').mid, 60 / 19);
    near(time('read-word').mid, 60 / 238);
    near(time('edit').mid, (102_673_683 * 3600) / 1.29e9);
    near(time('moderation').mid, (8 * 3600) / 300);
  });

  it('counts a year by its days', () => {
    const youtube = platform('youtube', 2024);
    near(youtube.engagementsByKind?.like, 3.5e9 * 366);
    near(youtube.engagementsByKind?.comment, 0.1e9 * 366);
    near(youtube.engagementsPerYear, 3.6e9 * 366);
    near(platform('facebook', 2012).engagementsPerYear, 3.2e9 * 366);
    near(platform('reddit', 2024).engagementsPerYear, 2 * 5.3e9);
    near(platform('wikipedia', 2024).engagementsPerYear, 12 * 13e6);
    near(platform('google-maps', 2024).engagementsPerYear, 999e6 + 752e6 + 94e6);
  });

  it('divides revenue by users', () => {
    for (const [name, year, users] of [
      ['x', 2025, 404e6],
      ['youtube', 2025, 2.7e9],
      ['tiktok', 2025, 1.59e9],
    ] as const) {
      const { arpu, adRevenue, revenue } = platform(name, year);
      near(arpu, (name === 'youtube' ? (revenue ?? 0) : (adRevenue ?? 0)) / users);
    }
    near(platform('github', 2022).arpu, 1e9 / 90e6);
  });

  it('has the ceiling of a like as all income over all likes and comments', () => {
    const ceiling = shippedCard.adMarket.find(({ kind }) => kind === 'like-ceiling');
    const { adRevenue, engagementsPerYear } = platform('youtube', 2024);
    near(ceiling?.mid, (adRevenue ?? 0) / (engagementsPerYear ?? 1));
  });
});
