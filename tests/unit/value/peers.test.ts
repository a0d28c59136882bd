import { describe, expect, it } from 'vitest';
import { cred, splitPool } from '../../../lib/value/methods/peers.ts';
import { points } from '../../../lib/value/methods/points.ts';
import { ratio, zero } from '../../../lib/value/ratio.ts';

import { act, ratesWith } from './samples.ts';

const weights = { version: '1', date: '2026-01-01', points: { post: 4, heart: 2 } };
const rules = { cap: 6, ring: 3 };
const heart = (by: string, of: string) => ({ by, of, kind: 'heart' });

describe('points of a group', () => {
  it('come from use and endorsement, never from writing alone', () => {
    const acts = [
      { by: 'ann', kind: 'post', used: true },
      { by: 'bo', kind: 'post', used: false },
    ];
    const points = cred(acts, [heart('cy', 'bo'), heart('di', 'ann')], weights, rules);
    expect(points.get('ann')).toEqual(ratio(6));
    expect(points.get('bo')).toEqual(ratio(2));
  });

  it('do not come from oneself, nor from circles that endorse only each other', () => {
    const ring = [heart('x', 'y'), heart('y', 'x'), heart('me', 'me')];
    const points = cred([], [...ring, heart('ann', 'bo'), heart('bo', 'cy')], weights, rules);
    expect(points.get('x') ?? zero).toEqual(zero);
    expect(points.get('y') ?? zero).toEqual(zero);
    expect(points.get('me') ?? zero).toEqual(zero);
    expect(points.get('bo')).toEqual(ratio(2));
  });

  it('are capped for each endorser, whoever gets them', () => {
    const many = ['a', 'b', 'c', 'd'].map((of) => heart('fan', of));
    const points = cred([], many, weights, rules);
    expect([...points.values()]).toEqual(Array.from({ length: 4 }, () => ratio(3, 2)));
  });

  it('split a pool to the last millionth, and names from pages are only names', () => {
    const points = new Map([
      ['__proto__', ratio(1)],
      ['b', ratio(1)],
      ['c', ratio(1)],
    ]);
    expect([...splitPool(1_000_000n, points).values()]).toEqual([333_334n, 333_333n, 333_333n]);
    expect(cred([{ by: 'a', kind: '__proto__', used: true }], [], weights, rules).get('a')).toEqual(zero);
  });
});

describe('points of one person', () => {
  const review = act({ site: 'github', kind: 'code-review', id: 'seen' });
  const ignored = act({ site: 'github', kind: 'code-review', id: 'unseen' });

  it('count what somebody used, by a group’s weights, and are no money', () => {
    const figure = points(
      'sourcecred-github',
      { acts: [review, ignored] },
      () => ratesWith(),
      ({ id }) => id === 'seen',
    );
    expect(figure).toMatchObject({ method: 'peers', currency: 'points', range: { low: 1_000_000n, high: 1_000_000n } });
    expect(figure.sources.map(({ id }) => id)).toEqual(['sourcecred-gh']);
  });

  it('multiply the person’s own weights for kind, site and topic', () => {
    const weights = [
      { kind: 'answer' as const, weight: 3 },
      { topic: 'gardens', weight: 1.5 },
      { site: 'forum', weight: 2 },
    ];
    const own = () => ratesWith({ weights });
    const worth = (given: Parameters<typeof act>[0]) => points('own', { acts: [act(given)] }, own, () => true);
    expect(worth({ site: 'forum', kind: 'answer', topics: ['gardens'] }).range?.mid).toBe(9_000_000n);
    expect(worth({ site: 'x', kind: 'answer' }).range?.mid).toBe(3_000_000n);
    expect(worth({ site: 'x', kind: 'like' })).toMatchObject({ range: null, unknown: [{ why: 'no-weight' }] });
  });
});
