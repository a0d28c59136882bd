import { describe, expect, it } from 'vitest';
import { append } from '../../../lib/ledger/append.ts';
import { checkLedger } from '../../../lib/ledger/check.ts';
import type { Entry } from '../../../lib/ledger/entry.ts';
import { forget, forgetEverything } from '../../../lib/ledger/forget.ts';
import { newestPage } from '../../../lib/ledger/queries.ts';
import { aContribution, aLedger, options } from './factories.ts';

const post = (n: number) => ({ url: `https://social.example/posts/${n}`, id: `${n}`, title: `Secret ${n}` });

describe('forget', () => {
  it('removes the content and keeps the log verifiable', async () => {
    const db = aLedger();
    for (let n = 0; n < 5; n++) await append(db, aContribution({ object: post(n), key: `${n}` }), options(n + 1));
    const before = (await db.entries.get(2)) as Entry;
    const [stream] = await db.streams.toArray();
    expect(await forget(db, before.id)).toEqual([before.id]);
    expect(await db.entries.get(2)).toEqual({
      seq: 2,
      id: before.id,
      stream: before.stream,
      index: 2,
      leaf: before.leaf,
      forgotten: true,
    });
    const everything = await Promise.all(db.tables.map((table) => table.toArray()));
    expect(JSON.stringify(everything)).not.toContain('posts/2');
    expect(JSON.stringify(everything)).not.toContain(before.salt);
    const recent = stream?.recent.filter((identity) => !identity.startsWith('2:'));
    expect(await db.streams.toArray()).toEqual([{ ...stream, recent }]);
    expect(recent).toHaveLength(4);
    expect(await checkLedger(db)).toEqual({ ok: true, entries: 5 });
    expect((await newestPage(db)).entries.map(({ seq }) => seq)).toEqual([4, 3, 1, 0]);
    expect(await db.rollups.toArray()).toMatchObject([{ done: 4 }]);
  });

  it('takes the undo along with its act, from either end', async () => {
    for (const which of [0, 1]) {
      const db = aLedger();
      await append(db, aContribution({ to: { name: 'Bob' } }), options(1));
      await append(db, aContribution({ undo: true }), options(2));
      const rows = (await db.entries.toArray()) as Entry[];
      expect(await forget(db, (rows[which] as Entry).id)).toHaveLength(2);
      expect(await db.rollups.count()).toBe(0);
      expect((await newestPage(db)).entries).toEqual([]);
      expect(await checkLedger(db)).toEqual({ ok: true, entries: 2 });
    }
  });

  it('takes the changes of an act along with it, and a change alone', async () => {
    const db = aLedger();
    for (const [n, reaction] of ['like', 'love', 'haha'].entries()) {
      await append(db, aContribution({ detail: { reaction } }), options(n + 1));
    }
    const [first, second] = (await db.entries.toArray()) as [Entry, Entry];
    expect(await forget(db, second.id)).toEqual([second.id]);
    expect(await db.rollups.toArray()).toMatchObject([{ done: 1, revised: 1 }]);
    expect(await forget(db, first.id)).toHaveLength(2);
    expect(await db.rollups.count()).toBe(0);
    expect(await checkLedger(db)).toEqual({ ok: true, entries: 3 });
  });

  it('does nothing for an id that is not there, or twice', async () => {
    const db = aLedger();
    const { entry } = await append(db, aContribution(), options());
    expect(await forget(db, 'nobody')).toEqual([]);
    expect(await forget(db, entry?.id ?? '')).toHaveLength(1);
    expect(await forget(db, entry?.id ?? '')).toEqual([]);
    expect((await append(db, aContribution(), options(2))).outcome).toBe('stored');
  });

  it('forgets everything, keys too, and can begin again', async () => {
    const db = aLedger();
    await append(db, aContribution(), options());
    await db.settings.put({ name: 'master', value: 'key' });
    await forgetEverything(db);
    for (const table of db.tables) expect(await table.count()).toBe(0);
    expect((await append(db, aContribution(), options(2))).entry).toMatchObject({ seq: 0, index: 0 });
  });
});
