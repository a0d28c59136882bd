import { logAct, undoActs } from './acts.ts';
import type { MarkKind, Write } from './database.ts';

/** What a mark is called in the log, and what is said about it there. */
const logged: Record<MarkKind, { kind: string; detail?: (value: string) => string }> = {
  like: { kind: 'like', detail: (reaction) => reaction },
  vote: { kind: 'vote', detail: (direction) => direction },
  rating: { kind: 'rating', detail: (stars) => `${stars}/5` },
  share: { kind: 'share' },
  bookmark: { kind: 'bookmark' },
  follow: { kind: 'follow' },
  report: { kind: 'moderation', detail: () => 'report' },
  accept: { kind: 'vote', detail: () => 'accept' },
};

/** A mark to be set, changed or (with `value: null`) taken back. */
export interface Marking {
  handle: string;
  kind: MarkKind;
  /** Id of the item, `@handle` for people. */
  item: string;
  value: string | null;
  /** Permalink for the log. */
  object: string;
  receiver: string;
}

/**
 * Sets a mark and logs it. Doing what is done, or undoing what is not, changes and logs nothing; another value undoes the
 * earlier act and logs a new one. Two requests at once leave one mark and one act.
 */
export async function setMark(write: Write, mark: Marking, at: Date): Promise<void> {
  const { kind, detail } = logged[mark.kind];
  const act = { handle: mark.handle, kind, item: mark.item };
  const before = await write
    .selectFrom('marks')
    .select('value')
    .where('item', '=', mark.item)
    .where('kind', '=', mark.kind)
    .where('handle', '=', mark.handle)
    .forUpdate()
    .executeTakeFirst();
  if (before?.value === (mark.value ?? undefined)) return;
  if (before) {
    await undoActs(write, act, at);
    await write
      .deleteFrom('marks')
      .where('item', '=', mark.item)
      .where('kind', '=', mark.kind)
      .where('handle', '=', mark.handle)
      .execute();
  }
  if (mark.value === null) return;
  const set = await write
    .insertInto('marks')
    .values({ item: mark.item, kind: mark.kind, handle: mark.handle, value: mark.value, made_at: at })
    .onConflict((clash) => clash.doNothing())
    .executeTakeFirst();
  // Somebody's second tab was quicker: its act stands.
  if (!set.numInsertedOrUpdatedRows) return;
  await logAct(write, { ...act, detail: detail?.(mark.value), object: mark.object, receiver: mark.receiver }, at);
}
