import { describe, expect, it } from 'vitest';
import { append } from '../../../lib/ledger/append.ts';
import type { Entry } from '../../../lib/ledger/entry.ts';
import { forget } from '../../../lib/ledger/forget.ts';
import type { Kind } from '../../../lib/ledger/kinds.ts';
import { localDay, shiftDay } from '../../../lib/ledger/local-day.ts';
import {
  entriesOf,
  entryById,
  firstDay,
  type Narrowing,
  newestPage,
  rollupsOf,
  standingIn,
  streamRows,
} from '../../../lib/ledger/queries.ts';
import { aContribution, aLedger, options } from './factories.ts';

const post = (n: number) => ({ url: `https://social.example/posts/${n}`, id: `${n}` });

describe('a narrowed page', () => {
  const kindAt = (seq: number) => (seq % 1999 === 3 ? 'review' : seq < 40 ? 'answer' : seq % 3 ? 'like' : 'vote');
  const streamAt = (seq: number) => (seq % 5 ? 'a'.repeat(16) : 'b'.repeat(16));
  const rows = Array.from({ length: 9000 }, (_, seq) =>
    seq % 7 === 6
      ? { seq, id: `i${seq}`, stream: streamAt(seq), index: seq, leaf: '', forgotten: true as const }
      : {
          seq,
          id: `i${seq}`,
          stream: streamAt(seq),
          index: seq,
          kind: kindAt(seq),
          object: { url: `https://x/${(seq * 7919) % 9000}` },
        },
  );

  it.each([
    ['of a kind that is everywhere', { kinds: ['like'] }],
    ['of a kind that is rare', { kinds: ['review'] }],
    ['of a kind that is long ago', { kinds: ['answer'] }],
    ['of a kind that is nowhere', { kinds: ['edit'] }],
    ['of a stream', { streams: ['b'.repeat(16)] }],
    ['of a rare kind in a stream', { kinds: ['review', 'answer'], streams: ['b'.repeat(16)] }],
    ['of no stream at all', { streams: [] }],
  ] as const)('has what going through everything finds, %s', async (_, { ...narrowing }: Narrowing) => {
    const db = aLedger();
    await db.entries.bulkAdd(rows as never);
    await db.streams.bulkAdd(['a', 'b'].map((name) => ({ id: name.repeat(16) })) as never);
    const { kinds, streams } = narrowing;
    const all = rows
      .filter(
        (row) =>
          'kind' in row && (kinds?.includes(row.kind as Kind) ?? true) && (streams?.includes(row.stream) ?? true),
      )
      .map(({ seq }) => seq)
      .reverse();
    const first = await newestPage(db, { ...narrowing });
    expect(first.entries.map(({ seq }) => seq)).toEqual(all.slice(0, 50));
    expect(first.next).toBe(all.length > 50 ? all[49] : undefined);
    if (first.next === undefined) return;
    const second = await newestPage(db, { ...narrowing, before: first.next });
    expect(second.entries.map(({ seq }) => seq)).toEqual(all.slice(50, 100));
  });
});

describe('a page of the newest entries', () => {
  it('goes back to the first, page by page, without the forgotten', async () => {
    const db = aLedger();
    for (let n = 0; n < 7; n++) await append(db, aContribution({ object: post(n) }), options(n + 1));
    await forget(db, ((await db.entries.get(3)) as Entry).id);
    const seen: number[] = [];
    let before: number | undefined;
    do {
      const page = await newestPage(db, { limit: 2, ...(before !== undefined && { before }) });
      expect(page.entries.length).toBeGreaterThan(0);
      seen.push(...page.entries.map(({ seq }) => seq));
      before = page.next;
    } while (before !== undefined);
    expect(seen).toEqual([6, 5, 4, 2, 1, 0]);
    expect(await newestPage(aLedger())).toEqual({ entries: [] });
  });
});

describe('a period', () => {
  it('is by the day where the person was', async () => {
    const db = aLedger();
    const acts: [string, string][] = [
      ['2026-11-21T23:30:00Z', '+01:00'],
      ['2026-11-22T00:30:00Z', '-05:00'],
      ['2026-11-22T12:00:00Z', '+00:00'],
      ['2026-11-22T23:59:59Z', '+00:01'],
      ['2026-11-23T11:00:00Z', '-12:00'],
    ];
    for (const [n, [at, zone]] of acts.entries())
      await append(db, aContribution({ at, zone, object: post(n) }), options(n + 1));
    const sunday = { from: '2026-11-22', to: '2026-11-22' };
    expect((await entriesOf(db, sunday)).map(({ seq }) => seq)).toEqual([0, 2, 4]);
    expect(standingIn(await rollupsOf(db, sunday))).toBe(3);
    expect(standingIn(await rollupsOf(db, { from: '2026-11-01', to: '2026-11-30' }))).toBe(5);
    expect(standingIn(await rollupsOf(db, { from: '2026-11-23', to: '2026-11-29' }))).toBe(1);
    expect(await firstDay(db)).toBe('2026-11-21');
  });

  it('knows days', () => {
    expect(localDay('2026-01-01T00:10:00Z', '-00:30')).toBe('2025-12-31');
    expect(localDay('2026-02-28T18:30:00.5Z', '+05:45')).toBe('2026-03-01');
    expect(shiftDay('2026-03-01', -1)).toBe('2026-02-28');
  });
});

describe('one entry, one stream', () => {
  it('is found by id and by place', async () => {
    const db = aLedger();
    for (let n = 0; n < 4; n++) await append(db, aContribution({ object: post(n) }), options(n + 1));
    const third = (await db.entries.get(2)) as Entry;
    expect(await entryById(db, third.id)).toEqual(third);
    await forget(db, third.id);
    expect(await entryById(db, third.id)).toBeUndefined();
    const rows = await streamRows(db, third.stream, 1, 2);
    expect(rows.map(({ index }) => index)).toEqual([1, 2]);
    expect(rows[1]).toHaveProperty('forgotten');
  });
});
