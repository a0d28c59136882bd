import fc from 'fast-check';
import { expect, it } from 'vitest';
import { append } from '../../../lib/ledger/append.ts';
import { checkLedger, rebuildRollups } from '../../../lib/ledger/check.ts';
import type { Contribution, Entry } from '../../../lib/ledger/entry.ts';
import { forget } from '../../../lib/ledger/forget.ts';
import { newestPage } from '../../../lib/ledger/queries.ts';
import { aContribution, aLedger, seededRandom } from './factories.ts';

type Move = { do: Contribution } | { forget: number };

const place = fc.constantFrom('https://social.example', 'https://b.example');
const contribution: fc.Arbitrary<Contribution> = fc
  .record({
    place,
    thing: fc.nat(2),
    kind: fc.constantFrom('like', 'vote', 'share', 'comment', 'rating', 'edit', 'moderation'),
    account: fc.constantFrom('', 'alice', 'bob'),
    how: fc.constantFrom('do', 'do', 'do', 'undo', 'revise'),
    reaction: fc.constantFrom(undefined, 'up', 'down'),
    made: fc.option(fc.nat(2), { nil: undefined }),
    to: fc.constantFrom(undefined, 'Bob', '__proto__', 'constructor'),
    day: fc.nat(2),
    zone: fc.constantFrom('+00:00', '+14:00', '-11:30'),
    level: fc.constantFrom('seen', 'accepted', 'confirmed'),
    seconds: fc.nat(9),
    key: fc.option(fc.nat(20), { nil: undefined }),
  })
  .map(({ place: platform, ...one }) =>
    aContribution({
      at: `2026-11-${20 + one.day}T23:00:00Z`,
      zone: one.zone,
      host: new URL(platform).host,
      account: one.account,
      actor: `${platform}/@${one.account}`,
      kind: one.kind as Contribution['kind'],
      object: { url: `${platform}/things/${one.thing}`, id: `${one.thing}` },
      evidence: { level: one.level as 'seen', signs: [] },
      effort: { seconds: one.seconds, words: 1 },
      ...(one.reaction && { detail: { reaction: one.reaction } }),
      ...(one.made !== undefined && { made: { url: `${platform}/made/${one.made}`, id: `${one.made}` } }),
      ...(one.to && { to: { name: one.to } }),
      ...(one.how === 'undo' && { undo: true as const, undoesKinds: ['like', one.kind as 'like'] }),
      ...(one.how === 'revise' && { revises: true as const }),
      ...(one.key !== undefined && { key: `request ${one.key}` }),
    }),
  );
const move: fc.Arbitrary<Move> = fc.oneof(
  { weight: 6, arbitrary: contribution.map((given) => ({ do: given })) },
  { weight: 1, arbitrary: fc.nat(40).map((seq) => ({ forget: seq })) },
);

/** Net acts per person addressed and in all, counted from the entries in the most simple-minded way. */
function recount(entries: Entry[]) {
  const acts = entries.filter((entry) => !entry.undo && !entry.revises);
  const taken = new Set(entries.map((entry) => entry.undoes));
  return {
    done: acts.length,
    taken: acts.filter((entry) => taken.has(entry.id)).length,
    undone: entries.filter((entry) => entry.undo).length,
    revised: entries.filter((entry) => entry.revises && !entry.undo).length,
    seconds: entries.filter((entry) => !entry.undo).reduce((sum, entry) => sum + (entry.effort?.seconds ?? 0), 0),
    toBob: acts.filter((entry) => entry.to?.name === 'Bob' && !taken.has(entry.id)).length,
    toProto: acts.filter((entry) => entry.to?.name === '__proto__' && !taken.has(entry.id)).length,
  };
}

it('roll-ups equal a recount, nothing is taken twice, and the log holds, whatever is done in whatever order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(move, { minLength: 1, maxLength: 40 }), fc.integer(), async (moves, seed) => {
      const db = aLedger();
      const random = seededRandom(seed);
      for (const one of moves) {
        if ('do' in one) await append(db, one.do, { random });
        else {
          const row = await db.entries.get(one.forget);
          if (row) await forget(db, row.id);
        }
      }
      const { entries } = await newestPage(db, { limit: 1000 });
      const rollups = await db.rollups.toArray();
      const sum = (value: (row: (typeof rollups)[number]) => number) =>
        rollups.reduce((all, row) => all + value(row), 0);
      const named = (row: (typeof rollups)[number], name: string) =>
        Object.hasOwn(row.to, name) ? (row.to[name] ?? 0) : 0;
      expect({
        done: sum((row) => row.done),
        taken: sum((row) => row.taken),
        undone: sum((row) => row.undone),
        revised: sum((row) => row.revised),
        seconds: sum((row) => row.seconds),
        toBob: sum((row) => named(row, 'Bob')),
        toProto: sum((row) => named(row, '__proto__')),
      }).toEqual(recount(entries));
      for (const row of rollups) {
        expect(row.taken).toBeLessThanOrEqual(row.done);
        expect(Object.values(row.to).every((count) => count > 0)).toBe(true);
        expect(Object.values(row.evidence).reduce((all, count) => all + (count ?? 0), 0)).toBe(row.done);
      }
      const undoes = entries.flatMap((entry) => entry.undoes ?? []);
      expect(new Set(undoes).size).toBe(undoes.length);
      const byKey = (rows: typeof rollups) =>
        [...rows].sort((a, b) => `${a.day}${a.stream}${a.kind}`.localeCompare(`${b.day}${b.stream}${b.kind}`));
      expect(byKey(await rebuildRollups(db))).toEqual(byKey(rollups));
      expect(await checkLedger(db)).toMatchObject({ ok: true });
    }),
    { numRuns: 120 },
  );
}, 60_000);
