import { readdir, readFile } from 'node:fs/promises';
import { type Kysely, sql } from 'kysely';

/** Several parts of the platform can share one database; each has its own numbered files. */
export interface Part {
  name: string;
  /** Folder of `NNN-what.sql` files; a statement ends with `;` at the end of a line. */
  folder: URL;
}

/**
 * Brings the database up to date. Each file runs once, in its own transaction together with the row that says so. The
 * row is written first: a second process that starts at the same time waits on its primary key and then finds the work
 * done, which needs no advisory lock.
 *
 * @returns names of the files that ran now
 */
export async function migrate<T>(db: Kysely<T>, part: Part): Promise<string[]> {
  await makeLog(db);
  const files = (await readdir(part.folder)).filter((name) => /^\d{3}-.*\.sql$/.test(name)).sort();
  const ran: string[] = [];
  for (const file of files) {
    const statements = statementsOf(await readFile(new URL(file, part.folder), 'utf8'));
    const name = `${part.name}/${file}`;
    const done = await db.transaction().execute(async (trx) => {
      const claimed =
        await sql`insert into migrations (name, at) values (${name}, now()) on conflict do nothing`.execute(trx);
      if (!claimed.numAffectedRows) return false;
      for (const statement of statements) await sql.raw(statement).execute(trx);
      return true;
    });
    if (done) ran.push(name);
  }
  return ran;
}

async function makeLog<T>(db: Kysely<T>): Promise<void> {
  try {
    await sql`create table if not exists migrations (name text primary key, at timestamptz not null)`.execute(db);
  } catch (error) {
    // PostgreSQL itself races here: two `create table if not exists` at once, and one is told that the type's name is
    // taken (23505) or the table is there (42P07). Either way the table exists now.
    const code = (error as { code?: string }).code;
    if (code !== '23505' && code !== '42P07') throw error;
  }
}

function statementsOf(text: string): string[] {
  const withoutComments = text.replace(/^\s*--.*$/gm, '');
  return withoutComments
    .split(/;\s*$/m)
    .map((statement) => statement.trim())
    .filter(Boolean);
}
