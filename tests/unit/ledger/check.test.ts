import { describe, expect, it } from 'vitest';
import { append } from '../../../lib/ledger/append.ts';
import { checkLedger } from '../../../lib/ledger/check.ts';
import type { LedgerDatabase } from '../../../lib/ledger/database.ts';
import type { Entry } from '../../../lib/ledger/entry.ts';
import { forget } from '../../../lib/ledger/forget.ts';
import { aContribution, aLedger, options } from './factories.ts';

/** Six likes on two platforms, one of them titled, one taken back, one forgotten. */
async function aFullLedger(): Promise<LedgerDatabase> {
  const db = aLedger();
  for (let n = 0; n < 6; n++) {
    const platform = n % 2 ? { host: 'b.example', actor: 'https://b.example/@alice' } : {};
    const object = { url: `https://social.example/posts/${n}`, id: `${n}`, ...(n === 2 && { title: 'Kettles' }) };
    await append(db, aContribution({ ...platform, object }), options(n + 1));
  }
  await append(
    db,
    aContribution({ object: { url: 'https://social.example/posts/2', id: '2' }, undo: true }),
    options(9),
  );
  await forget(db, ((await db.entries.get(1)) as Entry).id);
  return db;
}

describe('the self-check', () => {
  it('finds nothing wrong with what was appended', async () => {
    expect(await checkLedger(await aFullLedger())).toEqual({ ok: true, entries: 7 });
    expect(await checkLedger(aLedger())).toEqual({ ok: true, entries: 0 });
  });

  it.each([
    ['another title', 2, { object: { url: 'https://social.example/posts/2', id: '2', title: 'Pots' } }],
    ['a later time', 3, { at: '2026-11-20T10:00:00Z' }],
    ['stronger evidence', 4, { evidence: { level: 'matched', signs: [] } }],
    ['another salt', 0, { salt: 'AAAAAAAAAAAAAAAAAAAAAA' }],
    ['another act taken back', 6, { undoes: 'nothing' }],
    ['another leaf hash', 5, { leaf: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' }],
    ['no sense at all', 4, { object: null }],
  ])('names the entry that was given %s', async (_, seq, change) => {
    const db = await aFullLedger();
    const entry = (await db.entries.get(seq)) as Entry;
    await db.entries.put({ ...entry, ...change } as Entry);
    expect(await checkLedger(db)).toMatchObject({ ok: false, problem: { seq, id: entry.id } });
  });

  it('names the first of several', async () => {
    const db = await aFullLedger();
    for (const seq of [5, 3]) await db.entries.put({ ...((await db.entries.get(seq)) as Entry), site: 'forged' });
    expect(await checkLedger(db)).toMatchObject({ ok: false, problem: { seq: 3 } });
  });

  it('misses an entry that was removed, wherever it was', async () => {
    for (const seq of [0, 3, 6]) {
      const db = await aFullLedger();
      const stream = (await db.entries.get(seq))?.stream;
      await db.entries.delete(seq);
      const { ok, problem } = await checkLedger(db);
      expect(ok).toBe(false);
      // The last one leaves no gap behind: its stream and its undo's count give it away.
      expect(seq === 6 ? problem?.id : problem?.seq).toBe(seq === 6 ? stream : seq);
    }
  });

  it('names the stream whose forgotten entry or root was exchanged', async () => {
    const db = await aFullLedger();
    const gone = await db.entries.get(1);
    await db.entries.update(1, { leaf: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' });
    expect(await checkLedger(db)).toMatchObject({ ok: false, problem: { id: gone?.stream, seq: -1 } });
  });

  it('names a roll-up that counts too much', async () => {
    const db = await aFullLedger();
    const [row] = await db.rollups.toArray();
    if (row) await db.rollups.put({ ...row, done: row.done + 1 });
    const { ok, problem } = await checkLedger(db);
    expect(ok).toBe(false);
    expect(problem?.id).toContain(row?.day);
  });
});
