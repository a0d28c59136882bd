import { createHash, randomBytes } from 'node:crypto';
import type { Database, Write } from './database.ts';
import { handleOf } from './ids.ts';
import { Refusal } from './refusal.ts';

/** Who is signed in on this request. */
export interface Visitor {
  handle: string;
  name: string;
  /** Must come back with every form. */
  csrf: string;
}

const longestName = 40;
const digest = (token: string) => createHash('sha256').update(token).digest('base64url');
const secret = () => randomBytes(24).toString('base64url');

/**
 * Signs in by name; a name that nobody has becomes an account.
 *
 * @returns the cookie's value
 * @throws Refusal where the name has no letter or digit, or is too long
 */
export async function signIn(db: Database, typed: string, now: Date): Promise<{ token: string; handle: string }> {
  const name = typed.normalize('NFC').replace(/\s+/g, ' ').trim();
  if (name.length > longestName) throw new Refusal('too-long', 422);
  const handle = handleOf(name);
  if (!handle) throw new Refusal('no-name', 422);
  const token = secret();
  await db.transaction().execute(async (trx) => {
    await ensureAccount(trx, { handle, name, about: '', joined_at: now });
    await trx
      .insertInto('sessions')
      .values({ id: digest(token), handle, csrf: secret(), made_at: now })
      .execute();
  });
  return { token, handle };
}

/** Makes an account unless its handle is there. */
export async function ensureAccount(
  write: Write,
  account: { handle: string; name: string; about: string; joined_at: Date },
): Promise<void> {
  await write
    .insertInto('accounts')
    .values(account)
    .onConflict((clash) => clash.doNothing())
    .execute();
}

/** The visitor that a cookie stands for. */
export async function visitorOf(db: Database, token: string | undefined): Promise<Visitor | undefined> {
  if (!token || token.length > 64) return undefined;
  return db
    .selectFrom('sessions')
    .innerJoin('accounts', 'accounts.handle', 'sessions.handle')
    .select(['accounts.handle', 'accounts.name', 'sessions.csrf'])
    .where('sessions.id', '=', digest(token))
    .executeTakeFirst();
}

export async function signOut(db: Database, token: string): Promise<void> {
  await db.deleteFrom('sessions').where('id', '=', digest(token)).execute();
}
