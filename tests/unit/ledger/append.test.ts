import Dexie, { liveQuery } from 'dexie';
import { IDBFactory, IDBObjectStore, IDBTransaction } from 'fake-indexeddb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Appended, append } from '../../../lib/ledger/append.ts';
import type { LedgerDatabase } from '../../../lib/ledger/database.ts';
import type { Entry } from '../../../lib/ledger/entry.ts';
import { LedgerError } from '../../../lib/ledger/errors.ts';
import { entryId } from '../../../lib/ledger/record-line.ts';
import { aContribution, aLedger, options } from './factories.ts';

const entryOf = (appended: Appended) => appended.entry as Entry;
const nowhere = { account: '', actor: 'https://social.example/' };
const aComment = aContribution({
  kind: 'comment',
  object: { url: 'https://social.example/questions/3', id: '3' },
  made: { url: 'https://social.example/comments/5', id: '5' },
});

describe('append', () => {
  it('stores an act with the fields that the ledger assigns', async () => {
    const db = aLedger();
    const { outcome, entry } = await append(db, aContribution({ key: 'request 1' }), options());
    expect(outcome).toBe('stored');
    const [stored] = await db.entries.toArray();
    expect(stored).toEqual(entry);
    expect(stored).toMatchObject({ v: 1, seq: 0, index: 0, kind: 'like', at: '2026-11-20T09:15:02Z' });
    expect(stored).not.toHaveProperty('key');
    expect(stored).not.toHaveProperty('actor');
    expect((stored as Entry).id).toBe(entryId(stored as Entry));
    expect((stored as Entry).salt).toMatch(/^[\w-]{22}$/);
    expect((stored as Entry).stream).toMatch(/^[0-9a-f]{16}$/);
  });

  it('numbers gapless over all streams and by position within each', async () => {
    const db = aLedger();
    const other = { host: 'other.example', actor: 'https://other.example/@al' };
    for (let n = 0; n < 6; n++) {
      const object = { url: `https://social.example/posts/${n}`, id: `${n}` };
      await append(db, aContribution({ object, ...(n % 2 ? other : {}) }), options(n + 1));
    }
    const entries = (await db.entries.toArray()) as Entry[];
    expect(entries.map((entry) => entry.seq)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(entries.map((entry) => entry.index)).toEqual([0, 0, 1, 1, 2, 2]);
    expect(await db.streams.count()).toBe(2);
  });

  it('keeps one roll-up per day, stream and kind, by the local day of the act', async () => {
    const db = aLedger();
    const at = '2026-11-20T23:30:00Z';
    await append(db, aContribution({ at, to: { name: 'Bob' }, effort: { seconds: 5, words: 2 } }), options());
    expect(await db.rollups.toArray()).toEqual([
      {
        day: '2026-11-21',
        stream: (await db.streams.toArray())[0]?.id,
        kind: 'like',
        site: 'social',
        host: 'social.example',
        done: 1,
        taken: 0,
        undone: 0,
        revised: 0,
        seconds: 5,
        words: 2,
        evidence: { confirmed: 1 },
        to: { Bob: 1 },
      },
    ]);
  });

  it('lets the clock jump backwards: seq is the order, at is as told', async () => {
    const db = aLedger();
    await append(db, aContribution({ at: '2026-11-20T10:00:00Z' }), options(1));
    const object = { url: 'https://social.example/posts/2', id: '2' };
    await append(db, aContribution({ at: '2026-11-19T10:00:00Z', object }), options(2));
    const entries = (await db.entries.orderBy('seq').toArray()) as Entry[];
    expect(entries.map((entry) => entry.at)).toEqual(['2026-11-20T10:00:00Z', '2026-11-19T10:00:00Z']);
  });
});

describe('append, said twice', () => {
  it('stores a like once, whatever identity the second event has', async () => {
    const db = aLedger();
    const first = await append(db, aContribution({ key: 'a' }), options(1));
    const second = await append(db, aContribution({ key: 'b', at: '2026-11-20T09:15:03Z' }), options(2));
    expect(second).toEqual({ outcome: 'duplicate', entry: first.entry });
    expect(await db.entries.count()).toBe(1);
  });

  it('stores a request once even after its act was taken back', async () => {
    const db = aLedger();
    await append(db, aContribution({ key: 'a' }), options(1));
    await append(db, aContribution({ key: 'b', undo: true }), options(2));
    expect((await append(db, aContribution({ key: 'a' }), options(3))).outcome).toBe('duplicate');
    expect(await db.entries.count()).toBe(2);
  });

  it('stores two comments on one thing as two, and one comment told twice as one', async () => {
    const db = aLedger();
    const unnamed = aContribution({ kind: 'comment', key: 'first' });
    expect((await append(db, unnamed, options(1))).outcome).toBe('stored');
    expect((await append(db, unnamed, options(2))).outcome).toBe('duplicate');
    expect((await append(db, { ...unnamed, key: 'second' }, options(3))).outcome).toBe('stored');
    expect((await append(db, { ...aComment, key: 'third' }, options(4))).outcome).toBe('stored');
    expect((await append(db, { ...aComment, key: 'fourth' }, options(5))).outcome).toBe('duplicate');
  });

  it('takes several acts out of one request', async () => {
    const db = aLedger();
    const objects = [1, 2].map((n) => ({ url: `https://social.example/posts/${n}`, id: `${n}` }));
    const acts = objects.map((object) => aContribution({ object, key: 'one request' }));
    expect((await append(db, acts, options())).map(({ outcome }) => outcome)).toEqual(['stored', 'stored']);
  });

  it('never doubles when many ask at once', async () => {
    const db = aLedger();
    const asked = Array.from({ length: 20 }, (_, n) =>
      append(db, aContribution({ object: { url: `https://social.example/${n % 4}`, id: '1' } }), options(n + 1)),
    );
    const outcomes = await Promise.all(asked);
    expect(outcomes.filter(({ outcome }) => outcome === 'stored')).toHaveLength(4);
    expect(((await db.entries.toArray()) as Entry[]).map(({ seq, index }) => [seq, index])).toEqual([
      [0, 0],
      [1, 1],
      [2, 2],
      [3, 3],
    ]);
  });

  it('remembers the last identities of each stream, and no more', async () => {
    const db = aLedger();
    let seed = 0;
    const comment = (n: number) => append(db, aContribution({ kind: 'comment', key: `request ${n}` }), options(++seed));
    for (let n = 0; n < 70; n++) expect((await comment(n)).outcome).toBe('stored');
    expect((await db.streams.toArray())[0]?.recent).toHaveLength(32);
    expect((await comment(69)).outcome).toBe('duplicate');
    expect((await comment(38)).outcome).toBe('duplicate');
    expect((await comment(37)).outcome).toBe('stored');
  });

  it('knows a request again whose account was learned in between', async () => {
    const db = aLedger();
    const comment = aContribution({ kind: 'comment', key: 'request' });
    expect((await append(db, { ...comment, ...nowhere }, options(1))).outcome).toBe('stored');
    expect((await append(db, comment, options(2))).outcome).toBe('duplicate');
  });
});

describe('append, taking back', () => {
  it('links an undo to what stands, and counts it on the day of the act', async () => {
    const db = aLedger();
    const like = await append(db, aContribution({ to: { name: 'Bob' } }), options(1));
    const undo = await append(db, aContribution({ undo: true, at: '2026-11-22T08:00:00Z' }), options(2));
    expect(undo.entry).toMatchObject({ undo: true, undoes: like.entry?.id, kind: 'like' });
    const [done, undone] = await db.rollups.toArray();
    expect(done).toMatchObject({ day: '2026-11-20', done: 1, taken: 1, undone: 0, to: {} });
    expect(undone).toMatchObject({ day: '2026-11-22', done: 0, taken: 0, undone: 1 });
  });

  it('stores an undo of something unknown without taking anything, and only once', async () => {
    const db = aLedger();
    const undo = await append(db, aContribution({ undo: true }), options(1));
    expect(undo.outcome).toBe('stored');
    expect(undo.entry).not.toHaveProperty('undoes');
    expect(await db.rollups.toArray()).toMatchObject([{ done: 0, taken: 0, undone: 1 }]);
    expect((await append(db, aContribution({ undo: true }), options(2))).outcome).toBe('duplicate');
  });

  it('counts a like again after it was taken back', async () => {
    const db = aLedger();
    for (const undo of [undefined, true, undefined, true, undefined] as const) {
      await append(db, aContribution({ ...(undo && { undo }) }), options(1 + (await db.entries.count())));
    }
    expect(await db.rollups.toArray()).toMatchObject([{ done: 3, taken: 2, undone: 2 }]);
  });

  it('takes back whichever of several kinds stands, and stores the undo under that kind', async () => {
    const db = aLedger();
    const down = await append(db, aContribution({ kind: 'vote', detail: { vote: 'down' } }), options(1));
    const undo = await append(db, aContribution({ undo: true, undoesKinds: ['like', 'vote'] }), options(2));
    expect(undo.entry).toMatchObject({ kind: 'vote', detail: { vote: 'down' }, undoes: down.entry?.id });
  });

  it('takes back no act of another kind than was said', async () => {
    const db = aLedger();
    const post = aContribution({ kind: 'post', made: aComment.made });
    await append(db, post, options(1));
    const object = { url: aComment.made?.url ?? '', id: '5' };
    const removal = await append(db, aContribution({ kind: 'comment', undo: true, object }), options(2));
    expect(removal.entry).not.toHaveProperty('undoes');
    const named = await append(db, aContribution({ kind: 'post', undo: true, object }), options(3));
    expect(named.entry).toHaveProperty('undoes');
  });

  it('finds a comment by what it made, and otherwise takes the newest on that object', async () => {
    const db = aLedger();
    const named = await append(db, { ...aComment, key: '1' }, options(1));
    const { made, ...unnamed } = aComment;
    const newer = await append(db, { ...unnamed, key: '2' }, options(2));
    const removal = aContribution({ kind: 'comment', undo: true, object: { url: made?.url ?? '', id: '5' }, key: '3' });
    expect((await append(db, removal, options(3))).entry).toMatchObject({ undoes: named.entry?.id });
    const other = await append(db, { ...unnamed, undo: true, key: '4' }, options(4));
    expect(other.entry).toMatchObject({ undoes: newer.entry?.id });
    const third = await append(db, { ...unnamed, undo: true, key: '5' }, options(5));
    expect(third.entry).not.toHaveProperty('undoes');
    expect(await db.rollups.toArray()).toMatchObject([{ done: 2, taken: 2, undone: 3 }]);
  });
});

describe('append, changing one’s mind', () => {
  it('lets another reaction replace the first, which counts no second time', async () => {
    const db = aLedger();
    const first = await append(db, aContribution({ detail: { reaction: 'like' } }), options(1));
    const second = await append(db, aContribution({ detail: { reaction: 'love' } }), options(2));
    expect(second).toMatchObject({ outcome: 'superseded', entry: { revises: first.entry?.id } });
    const third = await append(db, aContribution({ detail: { reaction: 'haha' } }), options(3));
    expect(third).toMatchObject({ outcome: 'superseded', entry: { revises: first.entry?.id } });
    expect((await append(db, aContribution({ detail: { reaction: 'haha' } }), options(4))).outcome).toBe('duplicate');
    const undo = await append(db, aContribution({ undo: true }), options(5));
    expect(undo.entry).toMatchObject({ undoes: first.entry?.id, detail: { reaction: 'haha' } });
    expect(await db.rollups.toArray()).toMatchObject([{ done: 1, taken: 1, undone: 1, revised: 2 }]);
  });

  it('keeps acts apart that a definition names apart', async () => {
    const db = aLedger();
    const hooray = { reaction: 'hooray', act: 'hooray' };
    const heart = { reaction: 'heart', act: 'heart' };
    await append(db, aContribution({ detail: hooray }), options(1));
    expect((await append(db, aContribution({ detail: heart }), options(2))).outcome).toBe('stored');
    const undo = await append(db, aContribution({ detail: hooray, undo: true }), options(3));
    const [first] = (await db.entries.toArray()) as Entry[];
    expect(entryOf(undo).undoes).toBe(first?.id);
  });

  it('links an edit to the act that made the thing, and counts it as revised', async () => {
    const db = aLedger();
    const made = await append(db, aComment, options(1));
    const edit = await append(db, { ...aComment, revises: true, effort: { seconds: 9, words: 4 } }, options(2));
    expect(edit.entry).toMatchObject({ revises: made.entry?.id });
    const editByObject = aContribution({
      kind: 'edit',
      revises: true,
      object: { url: aComment.made?.url ?? '', id: '5' },
    });
    expect((await append(db, editByObject, options(3))).entry).toMatchObject({ kind: 'edit', revises: made.entry?.id });
    const unknown = aContribution({
      kind: 'comment',
      revises: true,
      object: { url: 'https://social.example/c/9', id: '9' },
    });
    expect((await append(db, unknown, options(4))).entry).toMatchObject({ revises: true });
    const rows = await db.rollups.toArray();
    expect(rows.find((row) => row.kind === 'comment')).toMatchObject({ done: 1, revised: 2, seconds: 9, words: 4 });
    expect(rows.find((row) => row.kind === 'edit')).toMatchObject({ done: 0, revised: 1 });
  });

  it('takes a repost as a state and a share with a post of its own as a new thing', async () => {
    const db = aLedger();
    const repost = aContribution({ kind: 'share' });
    expect((await append(db, repost, options(1))).outcome).toBe('stored');
    expect((await append(db, repost, options(2))).outcome).toBe('duplicate');
    const quote = (n: number) => ({ ...repost, made: { url: `https://social.example/@alice/${n}`, id: `${n}` } });
    expect((await append(db, quote(1), options(3))).outcome).toBe('stored');
    expect((await append(db, quote(2), options(4))).outcome).toBe('stored');
    expect((await append(db, quote(2), options(5))).outcome).toBe('duplicate');
  });
});

describe('append, whose act it is', () => {
  it('keeps accounts, platforms and sites in streams of their own, each with its own number of key', async () => {
    const db = aLedger();
    await append(db, aContribution(), options(1));
    await append(db, aContribution({ account: 'work', actor: 'https://social.example/@work' }), options(2));
    await append(db, aContribution({ host: 'b.example', actor: 'https://b.example/@alice' }), options(3));
    const streams = await db.streams.toArray();
    expect(streams.map(({ platform, account, epoch }) => [platform, account, epoch]).sort()).toEqual([
      ['https://b.example', 'alice', 0],
      ['https://social.example', 'alice', 0],
      ['https://social.example', 'work', 1],
    ]);
  });

  it('joins acts without an account to the account learned later, and rewrites nothing', async () => {
    const db = aLedger();
    const like = await append(db, aContribution(nowhere), options(1));
    const [before] = await db.entries.toArray();
    const undo = await append(db, aContribution({ undo: true }), options(2));
    expect(undo.entry).toMatchObject({ undoes: like.entry?.id });
    const streams = await db.streams.toArray();
    const nameless = streams.find((row) => row.account === '');
    const named = streams.find((row) => row.account === 'alice');
    expect(nameless?.joins).toBe(named?.id);
    expect(named?.joined).toBe(nameless?.id);
    expect((await db.entries.toArray())[0]).toEqual(before);
  });

  it('does not begin a stream for what turns out to be known', async () => {
    const db = aLedger();
    await append(db, aContribution(nowhere), options(1));
    expect((await append(db, aContribution(), options(2))).outcome).toBe('duplicate');
    expect(await db.streams.toArray()).toMatchObject([{ account: '' }]);
    expect((await db.streams.toArray())[0]).not.toHaveProperty('joins');
  });

  it('joins nothing where two accounts could be meant', async () => {
    const db = aLedger();
    await append(db, aContribution(), options(1));
    await append(db, aContribution({ account: 'work', actor: 'https://social.example/@work' }), options(2));
    expect((await append(db, aContribution(nowhere), options(3))).outcome).toBe('stored');
    expect((await db.streams.toArray()).filter((row) => row.joins || row.joined)).toEqual([]);
  });
});

describe('append, refused', () => {
  it.each([
    ['an unknown field', { ...aContribution(), text: 'secret' }],
    ['a private audience', { ...aContribution(), audience: 'private' }],
    ['a lone surrogate', aContribution({ object: { url: 'https://a.example/', id: '\ud800' } })],
    ['no instant', aContribution({ at: 'yesterday' })],
  ])('refuses %s and writes nothing of the batch', async (_, bad) => {
    const db = aLedger();
    const asked = append(db, [aContribution(), bad as never], options());
    await expect(asked).rejects.toMatchObject({ name: 'LedgerError', problem: 'invalid' });
    expect(await db.entries.count()).toBe(0);
  });

  it('refuses an act whose line would be too long for a record', async () => {
    const db = aLedger();
    const long = (path: string) => `https://social.example/${path}${'é'.repeat(3900)}`;
    const asked = append(
      db,
      aContribution({
        kind: 'comment',
        object: { url: long('a'), id: '1' },
        made: { url: long('b'), id: '2' },
        to: { name: 'x', url: long('c') },
      }),
      options(),
    );
    await expect(asked).rejects.toBeInstanceOf(LedgerError);
    expect([await db.entries.count(), await db.streams.count(), await db.rollups.count()]).toEqual([0, 0, 0]);
  });

  describe('with nothing half-written', () => {
    const object = { url: 'https://social.example/posts/2', id: '2' };
    const everything = (db: LedgerDatabase) => Promise.all(db.tables.map((table) => table.toArray()));
    afterEach(() => vi.restoreAllMocks());

    it('when the disk turns out to be full at the end', async () => {
      const db = aLedger();
      await append(db, aContribution(), options(1));
      const before = await everything(db);
      vi.spyOn(IDBTransaction.prototype, 'commit').mockImplementation(function (this: IDBTransaction) {
        // As a browser does it: the transaction ends as aborted, and says why.
        Object.assign(this, { error: new DOMException('no space', 'QuotaExceededError') });
        this.abort();
      });
      await expect(append(db, aContribution({ object }), options(2))).rejects.toMatchObject({ problem: 'disk-full' });
      vi.restoreAllMocks();
      expect(await everything(db)).toEqual(before);
      expect((await append(db, aContribution({ object }), options(3))).entry).toMatchObject({ seq: 1, index: 1 });
    });

    it('when the last of the writes cannot be placed', async () => {
      const db = aLedger();
      await append(db, aContribution(), options(1));
      const before = await everything(db);
      const put = IDBObjectStore.prototype.put;
      vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, row: unknown) {
        if (this.name === 'rollups') throw new DOMException('no', 'DataCloneError');
        return put.call(this, row);
      });
      await expect(append(db, aContribution({ object }), options(2))).rejects.toThrow();
      vi.restoreAllMocks();
      expect(await everything(db)).toEqual(before);
    });

    it('when the first of the writes is refused by the database', async () => {
      const db = aLedger();
      await append(db, aContribution(), options(1));
      const first = (await db.entries.get(0)) as Entry;
      const known = await append(db, aContribution({ object }), options(2));
      // A row that should not be there stands in the next place of the log.
      await db.entries.put({ ...first, seq: -1, id: 'stray', index: 2 });
      const before = await everything(db);
      const third = { url: 'https://social.example/posts/3', id: '3' };
      await expect(append(db, aContribution({ object: third }), options(3))).rejects.toThrow();
      expect(await everything(db)).toEqual(before);
      expect(known.outcome).toBe('stored');
    });
  });
});

describe('live queries', () => {
  it('hear of what was appended', async () => {
    // Without a database of its own in the global scope Dexie takes live queries for a server's.
    Dexie.dependencies.indexedDB = new IDBFactory();
    const db = aLedger();
    const seen: number[] = [];
    const query = liveQuery(() => db.rollups.toArray());
    const heard = Promise.withResolvers<void>();
    const subscription = query.subscribe((rows) => {
      seen.push(rows.length);
      if (rows.length === 2) heard.resolve();
    });
    await append(db, aContribution(), options(1));
    await append(db, aContribution(), options(2));
    await append(db, aContribution({ kind: 'follow' }), options(3));
    await heard.promise;
    subscription.unsubscribe();
    expect(seen.at(-1)).toBe(2);
  });
});
