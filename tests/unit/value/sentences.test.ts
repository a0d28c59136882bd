import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { digits, disagree } from '../../../lib/value/compare-methods.ts';
import { advertising } from '../../../lib/value/methods/advertising.ts';
import { replacement } from '../../../lib/value/methods/replacement.ts';
import { revenueShare } from '../../../lib/value/methods/revenue-share.ts';
import { always, caveats, notes, ratesSentence, unknowns } from '../../../lib/value/sentences.ts';
import { valueActs } from '../../../lib/value/value-acts.ts';
import { act, ratesWith } from './samples.ts';

const likes = [act({ site: 'youtube', kind: 'like', acts: 60 })];
const figureOf = (method: typeof replacement) => valueActs(method, { acts: likes }, () => ratesWith(), 'USD');

describe('what is said', () => {
  it('never promises, demands or blames (methods §9)', () => {
    const all = [...always, ...Object.values(caveats), ...Object.values(notes), ...Object.values(unknowns)];
    for (const sentence of all) {
      expect(sentence).not.toMatch(/\bowed\b|unpaid wages|\bdebt|invoice|stolen|!/i);
      expect(sentence).toMatch(/\.$/);
    }
  });

  it('tells the age and the weakest confidence of the rates', () => {
    expect(ratesSentence([figureOf(replacement), figureOf(advertising)])).toBe(
      'Rates of 2026-11-21; oldest source 1983; weakest confidence low.',
    );
  });

  it('says first that methods disagree where they differ tenfold', () => {
    expect(disagree([figureOf(replacement), figureOf(advertising)])).toBe(true);
    expect(disagree([figureOf(advertising), figureOf(revenueShare)])).toBe(false);
    expect(disagree([])).toBe(false);
  });

  it('has no more digits than the confidence bears', () => {
    const shown = (micros: bigint, level: 'low' | 'medium' | 'high') => Number(digits(micros, level).amount) / 1e6;
    expect(shown(4_623_000n, 'high')).toBe(4.6);
    expect(shown(4_623_000n, 'medium')).toBe(5);
    expect(shown(1_470_000n, 'medium')).toBe(1.5);
    expect(shown(1_470_000n, 'low')).toBe(1);
    expect(shown(-389_000n, 'medium')).toBe(-0.4);
    expect(digits(9_843n, 'high')).toEqual({ amount: 9_843n, lessThanCent: true });
    expect(digits(0n, 'low')).toEqual({ amount: 0n, lessThanCent: false });
  });
});

describe('the room', () => {
  it('has no function that adds answers of several methods', () => {
    // A figure names one method; what takes several figures answers with a word or a yes, never an amount.
    const results: string[] = [];
    for (const file of readdirSync('lib/value', { recursive: true, encoding: 'utf8' })) {
      if (!file.endsWith('.ts')) continue;
      const source = readFileSync(`lib/value/${file}`, 'utf8');
      const takesMany = /function \w+\(\s*figures: readonly [^)]*\): (\w+) \{/g;
      for (const [, result = ''] of source.matchAll(takesMany)) results.push(result);
    }
    expect(results.sort()).toEqual(['boolean', 'string']);
  });
});
