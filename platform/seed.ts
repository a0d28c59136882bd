import { ensureAccount } from './accounts.ts';
import type { Database, Write } from './database.ts';
import { handleOf, newId } from './ids.ts';
import { type ItemRow, makeItem, permalink } from './items.ts';
import { setMark } from './marks.ts';
import { sendMessage } from './messages.ts';
import * as story from './story.ts';

/**
 * Fills an empty community with the story's people and what they made: the same on every machine, ids and times included.
 * A community that has items is left as it is, and so is one that another process fills at the same moment.
 */
export async function sow(db: Database): Promise<void> {
  const there = await db.selectFrom('items').select('id').limit(1).executeTakeFirst();
  if (there) return;
  try {
    await db.transaction().execute((write) => tell(write));
  } catch (error) {
    // Its ids are the same everywhere, so only one of two processes can store them.
    if ((error as { code?: string }).code !== '23505') throw error;
  }
}

async function tell(write: Write): Promise<void> {
  const clock = clockFrom(story.begins);
  const random = noiseFrom(20261101);
  const made = new Map<string, ItemRow>();

  const handles = new Map<string, string>();
  for (const { key, name, about, daysBefore } of story.people) {
    const handle = handleOf(name) ?? key;
    handles.set(key, handle);
    await ensureAccount(write, { handle, name, about, joined_at: new Date(story.begins - daysBefore * 86_400_000) });
  }
  const person = (key: string): string => {
    const handle = handles.get(key);
    if (!handle) throw new Error(`the story does not know ${key}`);
    return handle;
  };
  const found = (key: string): ItemRow => {
    const item = made.get(key);
    if (!item) throw new Error(`the story speaks of ${key} before it is there`);
    return item;
  };
  for (const piece of story.pieces) {
    const at = clock(piece.minutes);
    const id = piece.type === 'thing' ? piece.key : newId(at.getTime(), random);
    const content = {
      title: piece.title ?? '',
      body: piece.body,
      topic: piece.topic ?? '',
      tags: piece.tags ?? [],
      stars: piece.stars ?? null,
    };
    const under = piece.under ? found(piece.under) : undefined;
    made.set(piece.key, await makeItem(write, { type: piece.type, author: person(piece.by), content, under, id }, at));
  }
  for (const [by, kind, key, value = ''] of story.marks) {
    const at = clock(7);
    const mark = { handle: person(by), kind };
    if (kind === 'follow') {
      const followed = person(key);
      const object = `/@${encodeURIComponent(followed)}`;
      await setMark(write, { ...mark, item: `@${followed}`, value, object, receiver: followed }, at);
      continue;
    }
    // An accepted answer is marked on its question; the act is about the answer.
    const about = found(kind === 'accept' ? value : key);
    const marked = kind === 'accept' ? about.id : value;
    await setMark(
      write,
      { ...mark, item: found(key).id, value: marked, object: permalink(about), receiver: about.author },
      at,
    );
  }
  for (const [from, to, text] of story.messages) await sendMessage(write, person(from), person(to), text, clock(3));
}

/** A clock that goes forward by the minutes it is told. */
function clockFrom(start: number): (minutes: number) => Date {
  let at = start;
  return (minutes) => {
    at += minutes * 60_000;
    return new Date(at);
  };
}

/** The same bytes in every run (mulberry32). */
function noiseFrom(seed: number): (n: number) => Uint8Array {
  let state = seed;
  return (n) =>
    Uint8Array.from({ length: n }, () => {
      state = (state + 0x6d2b79f5) | 0;
      let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
      mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
      return (mixed ^ (mixed >>> 14)) & 255;
    });
}
