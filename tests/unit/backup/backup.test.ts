import { beforeAll, describe, expect, it } from 'vitest';
import { newSealer, type Sealer, sealerFor } from '../../../lib/backup/chunk.ts';
import type { Content } from '../../../lib/backup/content.ts';
import { headerBytes, readHeader } from '../../../lib/backup/header.ts';
import { mergeEntries, mergeSide } from '../../../lib/backup/merge.ts';
import { freshDerivation, keyOfPassphrase } from '../../../lib/backup/passphrase.ts';
import { isSound, openBackup } from '../../../lib/backup/read.ts';
import { joined } from '../../../lib/backup/write.ts';
import { append } from '../../../lib/ledger/append.ts';
import { checkLedger } from '../../../lib/ledger/check.ts';
import type { LedgerDatabase } from '../../../lib/ledger/database.ts';
import type { Entry } from '../../../lib/ledger/entry.ts';
import { forget } from '../../../lib/ledger/forget.ts';
import type { Stream } from '../../../lib/ledger/stream.ts';
import { aContribution, aLedger, options, seededRandom } from '../ledger/factories.ts';
import { backupOf, derivation, key, keyOf, mergeInto, passphrase, piecesOf, sourceOf } from './factories.ts';

const thing = (n: number) => ({ url: `https://social.example/posts/${n}`, id: String(n), title: `Kettle ${n}` });
const random = seededRandom(3);

/** Twelve hundred likes (three chunks) on two platforms, one forgotten, one taken back, and rows beside them. */
async function aFullLedger(): Promise<LedgerDatabase> {
  const db = aLedger();
  const acts = Array.from({ length: 1200 }, (_, n) =>
    aContribution({
      object: thing(n),
      ...(n % 2 && { host: 'b.example', actor: 'https://b.example/@alice', site: 'b' }),
    }),
  );
  await append(db, acts, options(1));
  await append(db, aContribution({ object: thing(4), undo: true }), options(2));
  await forget(db, ((await db.entries.get(700)) as Entry).id);
  await db.receipts.add({ id: 'r1', issuer: 'did:web:social.example', proof: Uint8Array.of(1, 2, 3) });
  await db.settings.bulkAdd([
    { name: 'rates', value: { hour: '12.50' } },
    { name: 'master-key', value: (await crypto.subtle.generateKey('Ed25519', false, ['sign'])) as unknown },
    { name: 'backup-target', value: { password: 'herring' } },
  ]);
  return db;
}

let full: LedgerDatabase;
let pieces: Uint8Array[];
let whole: Uint8Array;
beforeAll(async () => {
  full = await aFullLedger();
  pieces = await piecesOf(full);
  whole = joined(pieces);
});

const rows = async (db: LedgerDatabase) => [await db.entries.toArray(), await db.rollups.toArray()];

describe('a backup', () => {
  it('brings everything back into an empty ledger, which then checks', async () => {
    const db = aLedger();
    const merged = await mergeInto(db, whole);
    expect(merged).toMatchObject({ added: 1203, known: 0, refused: [], beside: 0, unlike: [] });
    expect(isSound(merged.condition)).toBe(true);
    expect(await rows(db)).toEqual(await rows(full));
    expect(await checkLedger(db)).toEqual({ ok: true, entries: 1201 });
    expect(await db.receipts.toArray()).toEqual(await full.receipts.toArray());
    expect(await db.settings.toArray()).toEqual([{ name: 'rates', value: { hour: '12.50' } }]);
  });

  it('names what could not go along, and never takes what must stay', async () => {
    const opened = await openBackup(sourceOf(whole), keyOf);
    const contents: Content[] = [];
    for await (const { content } of opened.contents()) contents.push(content);
    expect(contents.at(-1)).toMatchObject({ kind: 'end', entries: 1201, left: ['settings/master-key'] });
    expect(JSON.stringify(contents)).not.toContain('herring');
  });

  it('shows nothing of its content without the passphrase', () => {
    const text = new TextDecoder('latin1').decode(whole);
    for (const word of ['alice', 'social.example', 'Kettle', 'rates']) expect(text).not.toContain(word);
  });

  it('begins new logs for new acts, and still knows what stands', async () => {
    const db = aLedger();
    await mergeInto(db, whole);
    expect(await append(db, aContribution({ object: thing(0) }), options(5))).toMatchObject({ outcome: 'duplicate' });
    const appended = await append(db, aContribution({ object: thing(0), undo: true }), options(6));
    const first = (await db.entries.get(0)) as Entry;
    expect(appended).toMatchObject({ outcome: 'stored', entry: { undoes: first.id, index: 0 } });
    const logs = await db.streams.toArray();
    expect(logs.filter(({ closed }) => closed)).toHaveLength(2);
    const open = logs.filter(({ closed }) => !closed);
    expect(open).toHaveLength(1);
    // A key of its own: no other log of the platform has this number.
    expect(open[0]?.epoch).toBe(1);
    expect(await checkLedger(db)).toMatchObject({ ok: true });
  });

  it('gives logs of other keys another key number where theirs is taken', async () => {
    const db = aLedger();
    await append(db, aContribution({ account: 'work', actor: 'https://social.example/@work' }), options(9));
    await mergeInto(db, whole);
    const epochs = (await db.streams.toArray()).filter(({ platform }) => platform === 'https://social.example');
    expect(new Set(epochs.map(({ epoch }) => epoch)).size).toBe(2);
  });

  it('closes a log of this browser that has grown elsewhere', async () => {
    const db = aLedger();
    await append(db, aContribution({ object: thing(1) }), options(1));
    const early = await backupOf(db);
    await append(db, aContribution({ object: thing(2) }), options(2));
    const late = await backupOf(db);
    const rolledBack = aLedger();
    await mergeInto(rolledBack, early);
    await rolledBack.streams.toCollection().modify((row) => void delete row.closed);
    await mergeInto(rolledBack, early);
    expect((await rolledBack.streams.toArray())[0]?.closed).toBeUndefined();
    await mergeInto(rolledBack, late);
    expect((await rolledBack.streams.toArray())[0]).toMatchObject({ closed: true, size: 2 });
  });

  it('keeps both ends of a log that was continued twice', async () => {
    const [one, other] = [aLedger(), aLedger()];
    await append(one, aContribution({ object: thing(1) }), options(1));
    await mergeInto(other, await backupOf(one));
    // As if the whole profile had been copied.
    await other.streams.toCollection().modify((row) => void delete row.closed);
    await append(one, aContribution({ object: thing(2) }), options(2));
    await append(
      other,
      [3, 4].map((n) => aContribution({ object: thing(n) })),
      options(3),
    );
    const before = (await one.streams.toArray())[0];
    const merged = await mergeInto(one, await backupOf(other));
    expect(merged).toMatchObject({ added: 2, beside: 2, refused: [] });
    expect(merged.unlike).toHaveLength(1);
    const logs = await one.streams.toArray();
    expect(logs.find(({ id }) => id === before?.id)).toMatchObject({ size: 2, root: before?.root, closed: true });
    expect(await checkLedger(one)).toEqual({ ok: true, entries: 4 });
    expect(await mergeInto(one, await backupOf(other))).toMatchObject({ added: 0, known: 3 });
  });

  it('can be made on after an interruption, in pieces that were sealed twice', async () => {
    const sealer = await newSealer(await key, { made: '2026-11-22T01:00:00Z', derivation }, random);
    const again = await sealerFor(await keyOfPassphrase(passphrase, derivation), sealer.header);
    const { nextPiece, snapshotOf, beginning } = await import('../../../lib/backup/write.ts');
    const snapshot = await snapshotOf(full);
    const first = await nextPiece(full, sealer, snapshot, beginning);
    const parts = [first.bytes];
    for (let at = first.next; at; ) {
      await nextPiece(full, sealer, snapshot, at);
      const { bytes, next } = await nextPiece(full, again, structuredClone(snapshot), structuredClone(at));
      parts.push(bytes);
      at = next;
    }
    const db = aLedger();
    expect(isSound((await mergeInto(db, joined(parts))).condition)).toBe(true);
    expect(await checkLedger(db)).toMatchObject({ ok: true });
  });
});

describe('what is refused', () => {
  it('is a wrong passphrase, and the same one typed in another way is right', async () => {
    const wrong = openBackup(sourceOf(whole), (how) => keyOfPassphrase(`${passphrase}s`, how));
    await expect(wrong).rejects.toMatchObject({ problem: 'passphrase' });
    expect(freshDerivation(random)).toMatchObject({ rounds: 600_000 });
    const composed = await keyOfPassphrase('caf\u00e9', derivation);
    const sealer = await newSealer(composed, { made: '2026-11-22T01:00:00Z', derivation }, random);
    await expect(sealerFor(await keyOfPassphrase('cafe\u0301', derivation), sealer.header)).resolves.toBeDefined();
  });

  it('is what is no backup, and what a later version wrote', async () => {
    const empty = openBackup(sourceOf(new Uint8Array()), keyOf);
    await expect(empty).rejects.toMatchObject({ problem: 'not-a-backup' });
    const noise = openBackup(sourceOf(random(10_000)), keyOf);
    await expect(noise).rejects.toMatchObject({ problem: 'not-a-backup' });
    const { header } = readHeader(whole, whole);
    const { sha256 } = await import('@noble/hashes/sha2.js');
    const { hex } = await import('@scure/base');
    const line = `contrail-backup 2 ${JSON.stringify(header)}\n`;
    const bytes = new TextEncoder().encode(line);
    const newer = new TextEncoder().encode(`${line}${hex.encode(sha256(bytes))}\n`);
    await expect(openBackup(sourceOf(newer), keyOf)).rejects.toMatchObject({ problem: 'newer' });
  });

  it('is a header that asks for hours of work', async () => {
    const { header } = readHeader(whole, whole);
    const greedy = { ...header, derivation: { ...header.derivation, rounds: 2 ** 31 } };
    await expect(openBackup(sourceOf(headerBytes(greedy)), keyOf)).rejects.toMatchObject({ problem: 'header' });
  });

  it('is a chunk that unpacks to more than any chunk', async () => {
    const sealer = await newSealer(await key, { made: '2026-11-22T01:00:00Z', derivation }, random);
    const bomb = await sealedBomb(sealer);
    const opened = await openBackup(sourceOf(joined([headerBytes(sealer.header), bomb])), keyOf);
    const contents = [];
    for await (const { content } of opened.contents()) contents.push(content);
    expect(contents).toEqual([]);
    expect(opened.condition).toMatchObject({ chunks: 0, ended: false });
  });

  const anEntry = async () => (await full.entries.get(0)) as Entry;
  const logs = async () => {
    const { id, site, host, platform, account, actor, epoch, secret } = (await full.streams.toArray()).find(
      ({ site }) => site === 'social',
    ) as Stream;
    return [{ id, site, host, platform, account, actor, epoch, secret, before: { size: 0, edges: [] } }];
  };
  it.each([
    ['another title', { object: { ...thing(0), title: 'Pots' } }, 'changed'],
    ['a private act', { audience: 'private' }, 'shape'],
    ['an address that is none', { object: { url: 'nowhere', id: '1' } }, 'shape'],
    ['a member that no entry has', { extra: 1 }, 'shape'],
    ['a negative place', { index: -1 }, 'shape'],
    ['a log that is not there', { stream: 'ffffffffffffffff' }, 'log'],
    ['a title without end', { object: { ...thing(0), title: 'x'.repeat(10_000) } }, 'shape'],
    ['no sense at all', { object: null }, 'shape'],
  ])('is an entry with %s; the ledger stays as it was', async (_, change, why) => {
    const db = aLedger();
    const merged = await mergeEntries(db, { logs: await logs(), rows: [{ ...(await anEntry()), ...change }] });
    expect(merged).toMatchObject({ added: 0, refused: [{ why }] });
    expect(await db.entries.count()).toBe(0);
    expect(await db.streams.count()).toBe(0);
  });

  it('is an undo whose act is nowhere', async () => {
    const db = aLedger();
    const undo = await full.entries.get(1200);
    expect(await mergeEntries(db, { logs: await logs(), rows: [undo] })).toMatchObject({
      added: 0,
      refused: [{ why: 'lost-act' }],
    });
  });

  it('is a leaf hash that is not the entry’s own: it is made anew, in a log beside', async () => {
    const db = aLedger();
    const entry = { ...(await anEntry()), leaf: 'A'.repeat(43) };
    expect(await mergeEntries(db, { logs: await logs(), rows: [entry] })).toMatchObject({ added: 1, beside: 1 });
    expect(await checkLedger(db)).toEqual({ ok: true, entries: 1 });
  });

  it('are settings that belong to the other browser, and rows without a name', async () => {
    const db = aLedger();
    const given = [{ name: 'backup-target', value: 1 }, { value: 2 }, null, 3, { name: '', value: 4 }];
    const merged = await mergeSide(db, { store: 'settings', rows: given });
    expect(merged.refused.map(({ why }) => why)).toEqual(['kept-here', 'shape', 'shape', 'shape', 'shape']);
    await db.settings.add({ name: 'rates', value: 'mine' });
    await mergeSide(db, { store: 'settings', rows: [{ name: 'rates', value: 'theirs' }] });
    expect(await db.settings.get('rates')).toEqual({ name: 'rates', value: 'mine' });
  });
});

describe('a damaged backup', () => {
  const at = (piece: number) => pieces.slice(0, piece).reduce((length, { length: more }) => length + more, 0);

  it('gives back what is sound, and names the rest', async () => {
    const broken = whole.slice();
    broken[at(1) + 2000] = (broken[at(1) + 2000] as number) ^ 1;
    const db = aLedger();
    const merged = await mergeInto(db, broken);
    expect(merged.condition).toMatchObject({ missing: 1, ended: true, damaged: [{ from: at(1), to: at(2) }] });
    // 500 of the second chunk are lost; those behind it have lost their place in their log, and nothing else.
    expect(merged).toMatchObject({ added: 703, beside: 201, refused: [] });
    expect(merged.unlike.map(({ size, here }) => [size, here])).toEqual(
      expect.arrayContaining([
        [601, 250],
        [600, 250],
      ]),
    );
    expect(await checkLedger(db)).toEqual({ ok: true, entries: 701 });
    // Nothing comes twice when a sound one is found later.
    await mergeInto(db, whole);
    expect(await db.entries.count()).toBe(1201);
    expect(await checkLedger(db)).toEqual({ ok: true, entries: 1201 });
  });

  it('is read behind a damaged header, by the copy at its end', async () => {
    const broken = whole.slice();
    broken.fill(0, 0, 200);
    const merged = await mergeInto(aLedger(), broken);
    expect(merged).toMatchObject({ added: 1203, refused: [], condition: { missing: 0, ended: true } });
    expect(isSound(merged.condition)).toBe(false);
  });

  it('is seen when its end is missing, wherever it was cut', async () => {
    for (const length of [at(1), at(1) + 10, at(2), at(3) + 5, whole.length - 1, whole.length - 700]) {
      const db = aLedger();
      const { condition } = await mergeInto(db, whole.slice(0, length));
      expect(isSound(condition)).toBe(false);
      expect(await checkLedger(db)).toMatchObject({ ok: true });
    }
  });

  it('is seen when chunks were repeated, swapped, or taken from another one', async () => {
    const [one, two, three, ...rest] = pieces as [Uint8Array, Uint8Array, Uint8Array, ...Uint8Array[]];
    const other = await piecesOf(full, 77);
    for (const parts of [
      [one, two, two, three, ...rest],
      [one, three, two, ...rest],
      [one, other[1] as Uint8Array, three, ...rest],
      [one, random(5000), two, three, ...rest],
    ]) {
      const db = aLedger();
      const merged = await mergeInto(db, joined(parts));
      expect(isSound(merged.condition)).toBe(false);
      expect(await checkLedger(db)).toMatchObject({ ok: true });
    }
  });
});

/** A chunk of 17 MB of nothing, which packs to very little. `seal` would refuse to make it: it is told another length. */
async function sealedBomb(sealer: Sealer): Promise<Uint8Array> {
  const { encode } = TextEncoder.prototype;
  TextEncoder.prototype.encode = function (text) {
    return Object.defineProperty(encode.call(this, text), 'length', { value: 1 });
  };
  try {
    return await sealer.seal({ nothing: ' '.repeat(17 * 1024 * 1024) }, 0, false);
  } finally {
    TextEncoder.prototype.encode = encode;
  }
}
