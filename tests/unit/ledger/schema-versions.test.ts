import { readFileSync } from 'node:fs';
import Dexie from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { append } from '../../../lib/ledger/append.ts';
import { checkLedger } from '../../../lib/ledger/check.ts';
import { databaseName, openLedger } from '../../../lib/ledger/database.ts';
import { newestPage } from '../../../lib/ledger/queries.ts';
import { schemaVersions } from '../../../lib/ledger/schema-versions.ts';
import { aContribution, aLedger, options } from './factories.ts';

type Rows = Record<string, object[]>;
type Stores = Record<string, string | null>;

/**
 * The schemas of released versions, written down a second time: a version that is out is never edited. What each left
 * behind lies in `databases/`.
 */
const released: Record<number, Stores> = {
  1: {
    entries: 'seq, &id, &[stream+index], [stream+kind+object.url], [stream+made.url], at, undoes, revises',
    streams: 'id',
    rollups: '[day+stream+kind]',
    blobs: 'id',
    receipts: 'id',
    settings: 'name',
  },
};

async function stored(version: number, stores: Stores, rows: Rows): Promise<IDBFactory> {
  const factory = new IDBFactory();
  const db = new Dexie(databaseName, { indexedDB: factory, IDBKeyRange });
  db.version(version).stores(stores);
  for (const [store, content] of Object.entries(rows)) await db.table(store).bulkAdd(content);
  await db.open();
  db.close();
  return factory;
}

describe('a stored database', () => {
  it('has a test for every version, and none was edited', () => {
    expect(schemaVersions.map(({ version, stores }) => [`${version}`, stores])).toEqual(Object.entries(released));
  });

  it.each(Object.keys(released).map(Number))('of version %i opens, checks and goes on', async (version) => {
    const rows: Rows = JSON.parse(readFileSync(new URL(`databases/v${version}.json`, import.meta.url), 'utf8'));
    const db = aLedger(await stored(version, released[version] ?? {}, rows));
    expect(await checkLedger(db)).toEqual({ ok: true, entries: 10 });
    const { entry } = await append(
      db,
      aContribution({ object: { url: 'https://social.example/new', id: 'n' } }),
      options(),
    );
    expect(entry).toMatchObject({ seq: 10, account: 'alice' });
    expect((await newestPage(db)).entries).toHaveLength(10);
    expect(await checkLedger(db)).toEqual({ ok: true, entries: 11 });
  });

  it('of a later version is not read, with a word for it', async () => {
    const last = schemaVersions.at(-1)?.version ?? 0;
    const db = aLedger(await stored(last + 1, { ...released[last], more: 'id' }, {}));
    await expect(append(db, aContribution(), options())).rejects.toMatchObject({ problem: 'newer' });
    await expect(newestPage(db)).rejects.toMatchObject({ problem: 'newer' });
  });
});

it('says so where there is no database at all', async () => {
  const nowhere = openLedger({ name: 'nowhere' });
  await expect(newestPage(nowhere)).rejects.toMatchObject({ name: 'LedgerError', problem: 'unavailable' });
});
