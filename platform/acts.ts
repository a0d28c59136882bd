import type { Selectable } from 'kysely';
import type { Database, Tables, Write } from './database.ts';
import { newId } from './ids.ts';
import { Refusal } from './refusal.ts';

/** One line of the platform's own log. `object` and `made` are permalinks below the platform's origin. */
export interface Act {
  handle: string;
  /** One of Contrail's kinds. */
  kind: string;
  /** Reaction, `up`, `down`, `4/5`, `accept`, `report`. */
  detail?: string | undefined;
  object: string;
  made?: string | undefined;
  /** The item it was done to, or that it made. */
  item: string;
  receiver?: string | undefined;
  revises?: string | undefined;
}

/** Writes an act into the log, in the transaction that does it. */
export async function logAct(write: Write, act: Act, at: Date): Promise<void> {
  await write
    .insertInto('acts')
    .values({
      id: newId(at.getTime()),
      handle: act.handle,
      kind: act.kind,
      detail: act.detail ?? '',
      object: act.object,
      made: act.made ?? null,
      item: act.item,
      receiver: act.receiver && act.receiver !== act.handle ? act.receiver : null,
      revises: act.revises ?? null,
      at,
      undone_at: null,
    })
    .execute();
}

/** Dates what stands of a person's acts of one kind on one item as undone. */
export async function undoActs(
  write: Write,
  of: { handle: string; kind: string; item: string },
  at: Date,
): Promise<void> {
  await write
    .updateTable('acts')
    .set({ undone_at: at })
    .where('handle', '=', of.handle)
    .where('kind', '=', of.kind)
    .where('item', '=', of.item)
    .where('undone_at', 'is', null)
    .execute();
}

/** The act that made an item, for its revisions to point to. */
export async function makingOf(write: Write, item: string): Promise<string | undefined> {
  const row = await write
    .selectFrom('acts')
    .select('id')
    .where('item', '=', item)
    .where('made', 'is not', null)
    .where('revises', 'is', null)
    .executeTakeFirst();
  return row?.id;
}

/** @throws Refusal 429 where the person did more in the last minute than people do. */
export async function holdPace(write: Write, handle: string, perMinute: number, now: Date): Promise<void> {
  const { done } = await write
    .selectFrom('acts')
    .select((eb) => eb.cast<number>(eb.fn.countAll(), 'integer').as('done'))
    .where('handle', '=', handle)
    .where('at', '>', new Date(now.getTime() - 60_000))
    .executeTakeFirstOrThrow();
  if (done >= perMinute) throw new Refusal('too-fast', 429);
}

/** All acts of one person, oldest first: what a claim is compared against. */
export function actsOf(db: Database, handle: string): Promise<Selectable<Tables['acts']>[]> {
  return db.selectFrom('acts').selectAll().where('handle', '=', handle).orderBy('id').execute();
}

/** What others did for a person, newest first, with the title of the page it was done on. */
export async function thanksTo(db: Database, handle: string) {
  return db
    .selectFrom('acts')
    .innerJoin('accounts', 'accounts.handle', 'acts.handle')
    .leftJoin('items', 'items.id', 'acts.item')
    .leftJoin('items as root', (join) =>
      join.onRef('root.page', '=', 'items.page').on('root.type', 'in', ['post', 'question', 'thing']),
    )
    .select([
      'acts.id',
      'acts.kind',
      'acts.detail',
      'acts.object',
      'acts.made',
      'acts.at',
      'acts.handle',
      'accounts.name',
    ])
    .select('root.title')
    .where('acts.receiver', '=', handle)
    .where('acts.undone_at', 'is', null)
    .where('acts.revises', 'is', null)
    .where('acts.kind', '<>', 'moderation')
    .orderBy('acts.id', 'desc')
    .limit(100)
    .execute();
}
