import type { Database, Write } from './database.ts';
import { newId } from './ids.ts';
import { Refusal } from './refusal.ts';

const longest = 4000;

/** Sends a private message. It is not an act: nothing about it stands in the log. */
export async function sendMessage(
  write: Write,
  sender: string,
  receiver: string,
  typed: string,
  at: Date,
): Promise<void> {
  const body = typed.replace(/\r\n?/g, '\n').trim();
  if (!body) throw new Refusal('no-text', 422);
  if (body.length > longest) throw new Refusal('too-long', 422);
  if (sender === receiver) throw new Refusal('own', 409);
  await write
    .insertInto('messages')
    .values({ id: newId(at.getTime()), sender, receiver, body, sent_at: at })
    .execute();
}

/** What two people wrote to each other, oldest first. */
export async function conversation(db: Database, one: string, other: string) {
  const newest = await db
    .selectFrom('messages')
    .selectAll()
    .where((eb) => eb.or([eb.and({ sender: one, receiver: other }), eb.and({ sender: other, receiver: one })]))
    .orderBy('id', 'desc')
    .limit(200)
    .execute();
  return newest.reverse();
}

/** Whom a person has written to or heard from, and everybody else they could write to. */
export async function correspondents(db: Database, handle: string) {
  const everybody = await db
    .selectFrom('accounts')
    .select(['handle', 'name'])
    .where('handle', '<>', handle)
    .orderBy('name')
    .limit(200)
    .execute();
  const rows = await db
    .selectFrom('messages')
    .select(['sender', 'receiver'])
    .where((eb) => eb.or([eb('sender', '=', handle), eb('receiver', '=', handle)]))
    .distinct()
    .execute();
  const known = new Set(rows.flatMap((row) => [row.sender, row.receiver]));
  return {
    known: everybody.filter((one) => known.has(one.handle)),
    others: everybody.filter((one) => !known.has(one.handle)),
  };
}
