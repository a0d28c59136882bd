import { describe, expect, it } from 'vitest';
import { sourcesFromTop, towerOf } from '../../../components/flow/tower.ts';
import { sourcesOf, worksOf } from '../../../lib/value/built-on.ts';
import { thirtySeventy } from '../../../lib/value/cascade.ts';
import { entry } from '../value/samples.ts';

describe('the tower', () => {
  const to = (name: string, url: string) => ({ to: { name }, object: { url, id: url }, kind: 'answer' as const });
  const own = 'https://a.example/mine';
  const works = worksOf([
    entry({ ...to('Amina', 'https://a.example/1'), made: { url: own, id: 'mine' } }),
    entry(to('Amina', 'https://a.example/2')),
    entry(to('Jonas', 'https://a.example/3')),
    entry({ object: { url: 'https://a.example/4', id: '4' } }),
    // An answer below one's own answer is built on it, and so on what that was built on.
    entry({ object: { url: own, id: 'mine' }, kind: 'comment' }),
  ]);
  const sources = sourcesFromTop(works, sourcesOf(works.links));

  it('heaps by maker what runs over, floor by floor, and loses nothing', () => {
    const tower = towerOf(10_000_000n, works, sources, thirtySeventy);
    expect(tower.kept).toBe(3_000_000n);
    expect(tower.floors[0]?.map(({ maker, amount }) => [maker?.name, amount])).toEqual([
      ['Amina', 2_800_000n],
      [undefined, 2_800_000n],
      ['Jonas', 1_400_000n],
    ]);
    expect(tower.floors[1]?.map(({ maker, amount }) => [maker?.name, amount])).toEqual([['Amina', 980_000n]]);
    expect([...tower.cascade.kept.values()].reduce((a, b) => a + b, 0n)).toBe(10_000_000n);
  });

  it('keeps as much and goes as deep as it is told', () => {
    const tower = towerOf(10_000_000n, works, sources, { ...thirtySeventy, keep: 70, depth: 1 });
    expect(tower.kept).toBe(7_000_000n);
    expect(tower.floors).toHaveLength(1);
  });
});
