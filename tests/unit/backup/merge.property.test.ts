import fc from 'fast-check';
import { expect, it } from 'vitest';
import { append } from '../../../lib/ledger/append.ts';
import { checkLedger } from '../../../lib/ledger/check.ts';
import type { LedgerDatabase } from '../../../lib/ledger/database.ts';
import { forget } from '../../../lib/ledger/forget.ts';
import { markMatched } from '../../../lib/ledger/matched.ts';
import { isEntry } from '../../../lib/ledger/queries.ts';
import { aContribution, aLedger, seededRandom } from '../ledger/factories.ts';
import { backupOf, mergeInto } from './factories.ts';

/** What must be the same whatever the order: rows without their local number, logs, counts. */
async function essence(db: LedgerDatabase) {
  const rows = (await db.entries.toArray()).map(({ seq, ...row }) => row).sort((a, b) => (a.id < b.id ? -1 : 1));
  const logs = (await db.streams.toArray()).map(({ id, size, root, edges }) => ({ id, size, root, edges }));
  const counts = await db.rollups.toArray();
  return { rows, logs, counts: counts.filter(({ done, undone, revised }) => done + undone + revised > 0) };
}

interface Act {
  device: number;
  what: 'act' | 'undo' | 'forget' | 'match' | 'sync';
  thing: number;
  kind: 'like' | 'comment' | 'follow';
  account: 'alice' | 'work' | '';
}

const anAct: fc.Arbitrary<Act> = fc.record({
  device: fc.nat(1),
  what: fc.constantFrom('act', 'act', 'act', 'undo', 'forget', 'match', 'sync'),
  thing: fc.nat(5),
  kind: fc.constantFrom('like', 'comment', 'follow'),
  account: fc.constantFrom('alice', 'alice', 'work', ''),
});

/** Lets two devices live: they act, forget, and now and then one takes over the other's backup. */
async function live(acts: readonly Act[]): Promise<[LedgerDatabase, LedgerDatabase]> {
  const devices: [LedgerDatabase, LedgerDatabase] = [aLedger(), aLedger()];
  const random = [seededRandom(7), seededRandom(8)];
  for (const [n, { device, what, thing, kind, account }] of acts.entries()) {
    const db = devices[device] as LedgerDatabase;
    const from = devices[1 - device] as LedgerDatabase;
    if (what === 'sync') await mergeInto(db, await backupOf(from, n + 1));
    else if (what === 'forget' || what === 'match') {
      const entries = (await db.entries.toArray()).filter(isEntry);
      const entry = entries[thing % Math.max(1, entries.length)];
      if (entry && what === 'forget') await forget(db, entry.id);
      else if (entry) await markMatched(db, entry.stream, [[entry.index, entry.index + 1]]);
    } else {
      const url = `https://social.example/posts/${thing}`;
      await append(
        db,
        aContribution({
          at: `2026-11-20T09:${String(n % 60).padStart(2, '0')}:00Z`,
          kind,
          account,
          actor: account ? `https://social.example/@${account}` : 'https://social.example',
          object: { url, id: String(thing), title: `Thing ${thing}` },
          to: { name: `maker ${thing}` },
          ...(kind === 'comment' && { made: { url: `${url}#${n}`, id: `c${n}` } }),
          ...(what === 'undo' && { undo: true as const }),
        }),
        { random: random[device] as never },
      );
    }
  }
  return devices;
}

it('gives the same ids, counts and roots in both orders, once and twice', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anAct, { minLength: 2, maxLength: 24 }), async (acts) => {
      const [one, other] = await live(acts);
      const [a, b] = [await backupOf(one, 101), await backupOf(other, 102)];
      const [ab, ba] = [aLedger(), aLedger()];
      await mergeInto(ab, a);
      await mergeInto(ab, b);
      await mergeInto(ba, b);
      await mergeInto(ba, a);
      const expected = await essence(ab);
      expect(await essence(ba)).toEqual(expected);
      // The devices themselves come to the same.
      await mergeInto(one, b);
      await mergeInto(other, a);
      expect(await essence(one)).toEqual(expected);
      expect(await essence(other)).toEqual(expected);
      for (const db of [one, other, ab, ba]) expect(await checkLedger(db)).toMatchObject({ ok: true });
      // And once more changes nothing.
      const again = await mergeInto(ab, await backupOf(other, 103));
      expect(again).toMatchObject({ added: 0, forgotten: 0, refused: [], unlike: [] });
      expect(await essence(ab)).toEqual(expected);
    }),
    { numRuns: 60 },
  );
});
