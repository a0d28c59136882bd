import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sourcesOf, workOf, worksOf } from '../../../lib/value/built-on.ts';
import { counterparts, headAndTail, reciprocity, sumBy } from '../../../lib/value/flow.ts';
import { passItOn, passItOnCsv } from '../../../lib/value/pass-it-on.ts';
import { compare, one, ratio, zero } from '../../../lib/value/ratio.ts';
import { walletAddress } from '../../../lib/value/wallet.ts';
import { entry } from './samples.ts';

const minutes = (record: Record<string, number>) => new Map(Object.entries(record));

describe('reciprocity, methods §7.2', () => {
  it('is 0.4 for forty minutes given to J and ten received', () => {
    expect(reciprocity(minutes({ J: 40 }), minutes({ J: 10 }))).toEqual(ratio(2, 5));
  });

  it('is between one-way and even', () => {
    const some = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.nat(1000));
    fc.assert(
      fc.property(some, some, (given, received) => {
        const found = reciprocity(minutes(given), minutes(received));
        expect(compare(found, zero) >= 0 && compare(found, one) <= 0).toBe(true);
        expect(found).toEqual(reciprocity(minutes(received), minutes(given)));
      }),
    );
    expect(reciprocity(new Map(), new Map())).toEqual(zero);
  });
});

describe('flows', () => {
  it('show whom I lifted and who lifted me', () => {
    const given = sumBy(
      [entry({ to: { name: 'Ann' } }), entry({ to: { name: 'Ann' } }), entry()],
      ({ to }) => to?.name,
      () => 1,
    );
    expect(counterparts(given, new Map([['Bo', 5]]))).toEqual([
      { name: 'Bo', given: 0, received: 5 },
      { name: 'Ann', given: 2, received: 0 },
    ]);
  });

  it('tell small makers from big ones, and how much goes to few', () => {
    const given = minutes({ a: 60, b: 20, c: 10, d: 5, e: 5 });
    const reach = (name: string) => ({ a: 50_000, b: 300, c: 9_999 })[name];
    expect(headAndTail(given, reach)).toEqual({ big: 60, small: 30, unknown: 10, concentration: ratio(3, 5) });
    expect(headAndTail(new Map(), reach).concentration).toEqual(zero);
  });
});

describe('pass it on', () => {
  const question = { url: 'https://forum.example/q/1', id: '1', title: 'How?' };
  const made = { url: 'https://forum.example/a/2', id: '2' };
  const answer = entry({
    kind: 'answer',
    object: question,
    made,
    to: { name: 'Ann', url: 'https://forum.example/u/ann' },
  });
  const reply = entry({
    kind: 'comment',
    object: { url: made.url, id: '2' },
    made: { url: 'https://forum.example/c/3', id: '3' },
  });
  const { links, makers } = worksOf([answer, reply]);

  it('goes along what was built on what, through one’s own works to those of others', () => {
    expect(links.map(({ relation }) => relation)).toEqual(['in-reply-to', 'in-reply-to']);
    const { kept, list } = passItOn(
      10_000_000n,
      [workOf(reply)],
      sourcesOf(links),
      makers,
      () => '$wallet.example/ann',
    );
    expect(kept).toBe(5_100_000n); // 30 % of the reply, 30 % of the answer under it
    expect(list).toMatchObject([
      { maker: { name: 'Ann' }, amount: 4_900_000n, works: [question.url], wallet: 'https://wallet.example/ann' },
    ]);
  });

  it('adds up for any amount and any works', () => {
    const works = [workOf(reply), workOf(answer), 'https://elsewhere.example/'];
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 10n ** 12n }),
        fc.shuffledSubarray(works, { minLength: 1 }),
        (amount, some) => {
          const { kept, list } = passItOn(amount, some, sourcesOf(links), makers);
          expect(list.reduce((sum, line) => sum + line.amount, kept)).toBe(amount);
        },
      ),
    );
  });

  it('exports names that are formulas as text', () => {
    const evil = new Map([[question.url, { name: '=HYPERLINK("http://x")', site: 'forum' }]]);
    const csv = passItOnCsv(passItOn(10_000_000n, [workOf(answer)], sourcesOf(links), evil), 'EUR');
    expect(csv.split('\r\n')[1]).toBe(`"'=HYPERLINK(""http://x"")",forum,,7,EUR,,${question.url}`);
  });

  it('takes wallet addresses and payment pointers, and no guesses', () => {
    expect(walletAddress('$ilp.example')).toBe('https://ilp.example/.well-known/pay');
    expect(walletAddress('$ilp.example/alice')).toBe('https://ilp.example/alice');
    expect(walletAddress('https://ilp.example/alice')).toBe('https://ilp.example/alice');
    for (const not of ['', 'alice', 'http://ilp.example', '$a@b.example', '$ilp.example/a?b', 'javascript:alert(1)']) {
      expect(walletAddress(not)).toBeUndefined();
    }
  });
});
