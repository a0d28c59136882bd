import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../../platform/database.ts';
import { handleOf, isId, newId } from '../../../platform/ids.ts';
import { migrate } from '../../../platform/migrate.ts';
import { sow } from '../../../platform/seed.ts';
import { startPlatform } from '../../../platform/server.ts';
import { freshPlace, type Place, startTime } from './place.ts';

const part = { name: 'community', folder: new URL('../../../platform/migrations/', import.meta.url) };

let place: Place;
let db: Database;
beforeAll(async () => {
  place = await freshPlace();
  db = openDatabase(place);
}, startTime);
afterAll(async () => {
  await db.destroy();
  await place.remove();
});

describe('migrations', () => {
  it('run once when several processes start at the same moment, and never again', async () => {
    // Where PostgreSQL is given these are connections of their own; PGlite has one, and they take turns.
    const others = place.databaseUrl ? Array.from({ length: 4 }, () => openDatabase(place)) : [];
    try {
      const ran = await Promise.all([db, db, ...others].map((one) => migrate(one, part)));
      expect(ran.flat()).toEqual(['community/001-community.sql']);
    } finally {
      for (const other of others) await other.destroy();
    }
    expect(await migrate(db, part)).toEqual([]);
  });

  it('that fail half-way leave nothing behind, and run when they are mended', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'lamplight-'));
    const mine = { name: 'trial', folder: pathToFileURL(`${folder}/`) };
    try {
      await writeFile(join(folder, '001-trial.sql'), 'create table trial (id text);\ncreate table trial (id text);\n');
      await expect(migrate(db, mine)).rejects.toThrow(/already exists/);
      await writeFile(
        join(folder, '001-trial.sql'),
        '-- a comment;\ncreate table trial (id text);\ncreate index trial_ids on trial (id);\n',
      );
      expect(await migrate(db, mine)).toEqual(['trial/001-trial.sql']);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('need no sequence', async () => {
    const found = await sql<{
      n: number;
    }>`select count(*)::int as n from pg_class where relkind = 'S' and relnamespace = current_schema()::regnamespace`.execute(
      db,
    );
    expect(found.rows).toEqual([{ n: 0 }]);
  });
});

describe('the seed', () => {
  const everything = async (one: Database) => ({
    items: await one.selectFrom('items').selectAll().orderBy('id').execute(),
    marks: await one.selectFrom('marks').selectAll().orderBy('item').orderBy('kind').orderBy('handle').execute(),
    acts: await one
      .selectFrom('acts')
      .select(['handle', 'kind', 'detail', 'object', 'made', 'at'])
      .orderBy('at')
      .orderBy('object')
      .orderBy('handle')
      .execute(),
  });

  it('is the same in every community, and is sown once', async () => {
    await Promise.all([sow(db), sow(db)]);
    const first = await everything(db);
    await sow(db);
    expect(await everything(db)).toEqual(first);

    const otherPlace = await freshPlace();
    const other = openDatabase(otherPlace);
    try {
      await migrate(other, part);
      await sow(other);
      expect(await everything(other)).toEqual(first);
    } finally {
      await other.destroy();
      await otherPlace.remove();
    }
    const roots = first.items.filter(({ type }) => type === 'post' || type === 'question');
    expect(roots.length).toBeGreaterThanOrEqual(12);
    expect(new Set(first.items.map(({ author }) => author)).size).toBe(8);
  });
});

it('one request’s rollback takes nothing of another request with it', async () => {
  const account = (handle: string) => ({ handle, name: handle, about: '', joined_at: new Date(0) });
  const failing = db.transaction().execute(async (trx) => {
    await trx.insertInto('accounts').values(account('gone')).execute();
    // The other request comes while this transaction is open.
    const beside = db.insertInto('accounts').values(account('stays')).execute();
    await trx.selectFrom('accounts').select('handle').execute();
    queueMicrotask(() => beside.catch(() => {}));
    throw new Error('rolled back');
  });
  await expect(failing).rejects.toThrow('rolled back');
  await expect
    .poll(() => db.selectFrom('accounts').select('handle').where('handle', 'in', ['stays', 'gone']).execute())
    .toEqual([{ handle: 'stays' }]);
});

// PGlite belongs to one process; only a database server can be shared.
it.runIf(process.env.DATABASE_URL)('two servers beside each other on one database show the same', async () => {
  const [one, two] = await Promise.all([startPlatform({ port: 0, ...place }), startPlatform({ port: 0, ...place })]);
  try {
    const pages = await Promise.all([one, two].map(async ({ url }) => (await fetch(`${url}/things`)).text()));
    expect(pages[0]).toBe(pages[1]);
    expect(pages[0]).toContain('Café Lantern');
  } finally {
    await Promise.all([one.close(), two.close()]);
  }
});

it('a folder keeps the community over a restart', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'lamplight-data-'));
  try {
    const first = await startPlatform({ port: 0, dataDir, seed: false });
    await fetch(`${first.url}/sign-in`, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ name: 'Stays Here' }),
    });
    await first.close();
    const second = await startPlatform({ port: 0, dataDir, seed: false });
    try {
      expect((await fetch(`${second.url}/@stays-here`)).status).toBe(200);
    } finally {
      await second.close();
    }
  } finally {
    await rm(dataDir, { recursive: true });
  }
});

describe('ids', () => {
  it('sort by the time they were made and never repeat', () => {
    const ids = [1, 2, 1_000, 1_700_000_000_000, 1_700_000_000_001].map((at) => newId(at));
    expect([...ids].sort()).toEqual(ids);
    expect(new Set(Array.from({ length: 2_000 }, () => newId(5))).size).toBe(2_000);
    expect(ids.every((id) => id.length === 26 && isId(id))).toBe(true);
  });

  it('carry version 7 and the variant of RFC 9562', () => {
    const digits = '0123456789abcdefghjkmnpqrstvwxyz';
    const bits = [...newId(1_700_000_000_000)].reduce((sum, digit) => (sum << 5n) | BigInt(digits.indexOf(digit)), 0n);
    expect([bits >> 80n, (bits >> 76n) & 15n, (bits >> 62n) & 3n]).toEqual([1_700_000_000_000n, 7n, 2n]);
  });

  it('of people are parts of a path, whatever the name', () => {
    expect(['Ada Lark', ' José-María ', '../../etc', '@a/b?c#d', 'Олена', '李小龍'].map(handleOf)).toEqual([
      'ada-lark',
      'josé-maría',
      'etc',
      'a-b-c-d',
      'олена',
      '李小龍',
    ]);
    expect(handleOf('🙂 !?')).toBeUndefined();
  });
});
