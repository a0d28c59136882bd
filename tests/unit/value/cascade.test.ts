import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BuiltOn, type CascadeRules, cascade, thirtySeventy } from '../../../lib/value/cascade.ts';
import { writeMicros } from '../../../lib/value/micros.ts';
import { share } from '../../../lib/value/split.ts';

const graph =
  (links: Record<string, string[]>) =>
  (work: string): BuiltOn[] =>
    (links[work] ?? []).map((to) => ({ work: to, weight: 1n }));
const keptOf = (amount: bigint, links: Record<string, string[]>, rules: Partial<CascadeRules> = {}) => {
  const { kept } = cascade(amount, 'you', graph(links), { ...thirtySeventy, ...rules });
  return Object.fromEntries([...kept].map(([work, part]) => [work, writeMicros(part)]));
};
const sum = (parts: Iterable<bigint>) => [...parts].reduce((all, part) => all + part, 0n);

describe('a split', () => {
  it('adds up to the last unit, each part its exact one rounded up or down', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }),
        fc.array(fc.bigInt({ min: 0n, max: 10n ** 12n }), { minLength: 1, maxLength: 20 }),
        (amount, weights) => {
          const all = sum(weights);
          fc.pre(all > 0n);
          const parts = share(amount, weights);
          expect(sum(parts)).toBe(amount);
          parts.forEach((part, i) => {
            const off = part * all - amount * (weights[i] ?? 0n);
            expect(off > -all && off < all).toBe(true);
          });
        },
      ),
      { numRuns: 5000 },
    );
  });

  it('refuses what cannot be split', () => {
    expect(() => share(1n, [])).toThrow(RangeError);
    expect(() => share(1n, [0n, 0n])).toThrow(RangeError);
    expect(() => share(1n, [1n, -1n])).toThrow(RangeError);
    expect(share(0n, [0n])).toEqual([0n]);
  });
});

describe('the cascade, methods §7.1', () => {
  const review = 4_620_000n;
  const links = { you: ['A', 'B'], A: ['C'] };

  it('keeps 30 and passes on 70: 1.386, 0.4851, 1.1319 and 1.617', () => {
    expect(keptOf(review, links)).toEqual({ you: '1.386', A: '0.4851', B: '1.617', C: '1.1319' });
  });

  it('keeps 70 where the person wishes: 3.234, 0.4851, 0.2079 and 0.693', () => {
    expect(keptOf(review, links, { keep: 70 })).toEqual({ you: '3.234', A: '0.4851', B: '0.693', C: '0.2079' });
  });

  it('leaves everything with a work that has no known source', () => {
    expect(keptOf(review, {})).toEqual({ you: '4.62' });
  });

  it('ends loops after six steps, and leaves what is left where it stopped', () => {
    const kept = keptOf(1_000_000n, { you: ['A'], A: ['you'] }, { stopBelow: 0n });
    expect(Number(kept.you) + Number(kept.A)).toBe(1);
    expect(Number(kept.you)).toBeCloseTo(0.3 * (1 + 0.7 ** 2 + 0.7 ** 4) + 0.7 ** 6, 5);
  });

  it('does not split less than a cent', () => {
    expect(keptOf(9_999n, { you: ['A'] })).toEqual({ you: '0.009999' });
    expect(keptOf(10_000n, { you: ['A'] })).toEqual({ you: '0.003', A: '0.007' });
  });

  it('follows no step at depth 0, and refuses rules that cannot be', () => {
    expect(keptOf(review, links, { depth: 0 })).toEqual({ you: '4.62' });
    for (const rules of [{ keep: 101 }, { keep: -1 }, { keep: 0.5 }, { depth: -1 }]) {
      expect(() => keptOf(review, links, rules)).toThrow(RangeError);
    }
  });

  it('splits by the weights the person gave', () => {
    const sources = (work: string): BuiltOn[] =>
      work === 'you'
        ? [
            { work: 'A', weight: 3n },
            { work: 'B', weight: 1n },
            { work: 'C', weight: 0n },
          ]
        : [];
    const { kept } = cascade(1_000_000n, 'you', sources);
    expect([...kept]).toEqual([
      ['you', 300_000n],
      ['A', 525_000n],
      ['B', 175_000n],
    ]);
  });
});

describe('conservation', () => {
  const work = (n: number) => fc.nat(n);

  it('holds on any graph, loops and doubled links too, for any rules', () => {
    const links = fc.array(fc.tuple(work(12), work(12), fc.bigInt({ min: 0n, max: 100n })), { maxLength: 40 });
    const rules = fc.record({
      keep: fc.integer({ min: 0, max: 100 }),
      depth: fc.integer({ min: 0, max: 8 }),
      stopBelow: fc.bigInt({ min: 0n, max: 20_000n }),
    });
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 15n }), links, rules, (amount, all, given) => {
        const sources = (from: string) =>
          all.filter(([a]) => String(a) === from).map(([, b, weight]) => ({ work: String(b), weight }));
        const { kept, overflows } = cascade(amount, '0', sources, given);
        expect(sum(kept.values())).toBe(amount);
        expect([...kept.values()].every((part) => part >= 0n)).toBe(true);
        // What flows into a glass stays or flows on: nothing is made on the way.
        for (const [at, part] of kept) {
          const into =
            sum(overflows.filter(({ to }) => to === at).map((flow) => flow.amount)) + (at === '0' ? amount : 0n);
          const out = sum(overflows.filter(({ from }) => from === at).map((flow) => flow.amount));
          expect(into - out).toBe(part);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('holds for a million random small trees', () => {
    // Trees are drawn from fast-check's own seed by a small generator: a million arbitraries would take minutes.
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 31 - 1 }), (seed) => {
        const draw = generator(seed);
        for (let tree = 0; tree < 100_000; tree++) {
          const amount = BigInt(draw(2 ** 31));
          const children: BuiltOn[][] = Array.from({ length: 2 + draw(7) }, () => []);
          for (let node = 1; node < children.length; node++) {
            children[draw(node)]?.push({ work: String(node), weight: BigInt(1 + draw(9)) });
          }
          const rules = { keep: draw(101), depth: 1 + draw(7), stopBelow: BigInt(draw(20_000)) };
          const { kept } = cascade(amount, '0', (at) => children[Number(at)] ?? [], rules);
          let all = 0n;
          for (const part of kept.values()) all += part;
          // Plain comparison: a million calls of `expect` would cost more than the trees.
          if (all !== amount) throw new Error(`tree ${tree} of seed ${seed} lost ${amount - all}`);
        }
      }),
      { numRuns: 10 },
    );
  }, 120_000);
});

/** Whole numbers below a bound, from a 32-bit xorshift: the same for the same seed. */
function generator(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}
