import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countEntry, countTaken, emptyRollup, isAct, rollupKey } from '../../../lib/ledger/counting.ts';
import type { Entry } from '../../../lib/ledger/entry.ts';
import type { Rollup } from '../../../lib/ledger/rollup.ts';
import { type CountingRules, countEntries, countRollups } from '../../../lib/value/acts.ts';
import { burstWeight, reducedWeights } from '../../../lib/value/burst.ts';
import { hidingOf, mayHide } from '../../../lib/value/may-hide.ts';
import { revenueShare } from '../../../lib/value/methods/revenue-share.ts';
import { noOwnRates } from '../../../lib/value/own-rates.ts';
import { valueActs } from '../../../lib/value/value-acts.ts';
import { entry, ratesWith } from './samples.ts';

const rules = (more: Partial<CountingRules> = {}): CountingRules => ({
  own: noOwnRates,
  mayHide: () => false,
  ...more,
});
const valued = (entries: Entry[], given = rules()) =>
  valueActs(revenueShare, countEntries(entries, given), () => ratesWith(), 'USD');

describe('what counts', () => {
  it('is not what was taken back', () => {
    const like = entry();
    const undo = entry({ object: like.object, undo: true, undoes: like.id });
    expect(valued([like, undo])).toMatchObject({ range: { mid: 0n }, left: { undone: 1 }, notes: ['undone'] });
  });

  it('is a like that came back, once', () => {
    const object = { url: 'https://www.youtube.com/watch?v=a', id: 'a' };
    const first = entry({ object });
    const again = entry({ object });
    const entries = [first, entry({ object, undo: true, undoes: first.id }), again, entry({ object })];
    const { acts, left } = countEntries(entries, rules());
    expect(acts.map(({ id }) => id)).toEqual([again.id]);
    expect(left).toMatchObject({ undone: 1, repeated: 1 });
  });

  it('is an item once, however often it was edited', () => {
    const made = { url: 'https://www.youtube.com/c/1', id: '1' };
    const comment = entry({ kind: 'comment', made, effort: { seconds: 30, words: 12 } });
    const edit = entry({ kind: 'comment', made, revises: comment.id, effort: { seconds: 300, words: 90 } });
    const { acts, left } = countEntries([comment, edit], rules());
    expect(acts).toMatchObject([{ id: comment.id, effort: { seconds: 30, words: 12 } }]);
    expect(left.revised).toBe(1);
  });

  it('is the same made thing once, and two comments on one thing twice', () => {
    const object = { url: 'https://www.youtube.com/watch?v=a', id: 'a' };
    const made = (id: string) => ({ url: `https://www.youtube.com/c/${id}`, id });
    const comments = ['1', '1', '2'].map((id) => entry({ kind: 'comment', object, made: made(id) }));
    expect(countEntries(comments, rules())).toMatchObject({ acts: { length: 2 }, left: { repeated: 1 } });
  });

  it('is not what a site may have refused behind a success, unless the person says so', () => {
    const accepted = entry({ evidence: { level: 'accepted', signs: ['request'] } });
    const mayHide = () => true;
    expect(valued([accepted], rules({ mayHide }))).toMatchObject({ left: { unconfirmed: 1 }, lines: [] });
    expect(valued([accepted], rules()).lines).toHaveLength(1);
    const own = { ...noOwnRates, countAccepted: true };
    expect(valued([accepted], rules({ mayHide, own })).lines).toHaveLength(1);
  });

  it('weighs less and less beyond a full day, and says so', () => {
    const day = Array.from({ length: 250 }, () => entry());
    const many = valued(day);
    const hundred = valued(day.slice(0, 100));
    expect(many.notes).toContain('burst');
    expect(hundred.notes).not.toContain('burst');
    expect(many.lines[0]).toMatchObject({ acts: 250, reduced: 150 });
    const times = Number(many.range?.mid) / Number(hundred.range?.mid);
    expect(times).toBeGreaterThan(1.9);
    expect(times).toBeLessThan(1.93); // 1 + ln 2.5
  });

  it('has weights that never rise and never reach zero', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 2000 }), (full, n) => {
        const weights = [burstWeight(full, full), ...reducedWeights(n, full)];
        for (const [i, weight] of weights.entries()) {
          expect(weight > 0n && weight <= (weights[i - 1] ?? 1_000_000n)).toBe(true);
        }
      }),
    );
  });
});

describe('roll-ups', () => {
  const rollupsOf = (entries: Entry[]): Rollup[] => {
    const rows = new Map<string, Rollup>();
    const byId = new Map(entries.map((one) => [one.id, one]));
    const rowOf = (one: Entry) => {
      const key = rollupKey(one).join(' ');
      const row = rows.get(key) ?? emptyRollup(one, one);
      rows.set(key, row);
      return row;
    };
    for (const one of entries) {
      countEntry(rowOf(one), one, 1);
      const taken = one.undoes ? byId.get(one.undoes) : undefined;
      if (taken) countTaken(rowOf(taken), taken, 1);
    }
    return [...rows.values()];
  };

  it('come to the same as the entries they were made from', () => {
    const some = fc.record({
      kind: fc.constantFrom<Entry['kind']>('like', 'comment', 'vote'),
      site: fc.constantFrom('youtube', 'reddit'),
      day: fc.integer({ min: 1, max: 3 }),
      undone: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(some, { maxLength: 400 }), (given) => {
        const entries = given.flatMap(({ kind, site, day, undone }) => {
          const at = `2026-11-0${day}T10:00:00Z`;
          const act = entry({ kind, site, host: site, stream: site.padEnd(16, '0'), at });
          return undone
            ? [act, entry({ ...act, id: `u${act.id}`, seq: act.seq + 1e6, undo: true, undoes: act.id })]
            : [act];
        });
        const fromRollups = valueActs(
          revenueShare,
          countRollups(rollupsOf(entries), rules()),
          () => ratesWith(),
          'USD',
        );
        const fromEntries = valued(entries);
        expect(fromRollups.range).toEqual(fromEntries.range);
        expect(fromRollups.left).toEqual(fromEntries.left);
        expect(entries.filter(isAct).length - fromEntries.left.undone).toBe(
          [...fromEntries.lines, ...fromEntries.unknown].reduce((sum, { acts }) => sum + acts, 0),
        );
      }),
      { numRuns: 100 },
    );
  });

  it('leave out what may have been refused', () => {
    const accepted = Array.from({ length: 3 }, () => entry({ evidence: { level: 'accepted', signs: [] } }));
    const counted = countRollups(rollupsOf([...accepted, entry()]), rules({ mayHide: () => true }));
    expect(counted).toMatchObject({ acts: [{ acts: 1 }], left: { unconfirmed: 3 } });
  });
});

describe('a hidden refusal', () => {
  const definition = {
    id: 'forum',
    actions: [
      { id: 'like', kind: 'like', refusal: 'status', object: { url: 'x' } },
      {
        id: 'reply',
        kind: 'comment',
        refusal: 'hidden',
        becomes: [{ where: [], kind: 'answer' }],
        object: { url: 'x' },
      },
    ],
  } as unknown as Parameters<typeof hidingOf>[0][number];

  it('is what the site’s definition says, and possible where there is none', () => {
    const hides = mayHide(hidingOf([definition]));
    expect(hides('forum', 'like')).toBe(false);
    expect(hides('forum', 'comment')).toBe(true);
    expect(hides('forum', 'answer')).toBe(true);
    expect(hides('gone', 'like')).toBe(true);
  });
});
