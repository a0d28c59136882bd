import type { Selectable } from 'kysely';
import { logAct, makingOf } from './acts.ts';
import type { Database, ItemType, Tables, Write } from './database.ts';
import { isId, newId } from './ids.ts';
import { Refusal } from './refusal.ts';
import { topics } from './words.ts';

export type ItemRow = Selectable<Tables['items']>;

/** The letter that stands for a type in paths and fragments. */
export const letters: Record<ItemType, string> = {
  post: 'p',
  question: 'q',
  answer: 'a',
  comment: 'c',
  thing: 't',
  review: 'r',
};
const isRoot = (type: ItemType) => type === 'post' || type === 'question' || type === 'thing';

/** Where an item is shown: `/q/…`, `/q/…#a-…`. */
export const permalink = (item: Pick<ItemRow, 'id' | 'type' | 'page'>): string =>
  isRoot(item.type) ? item.page : `${item.page}#${letters[item.type]}-${item.id}`;

/** Kinds of the acts that make an item. A question is a post: the help is the answer. */
const madeKind: Record<ItemType, string> = {
  post: 'post',
  question: 'post',
  thing: 'post',
  answer: 'answer',
  comment: 'comment',
  review: 'review',
};

const shortest: Partial<Record<ItemType, number>> = { answer: 20, review: 20 };
const longestBody = 20_000;

/** What a person typed into a form, before it is believed. */
export interface Typed {
  title?: string;
  body?: string;
  topic?: string;
  tags?: string;
  stars?: string;
}

/** What may be stored. */
interface Content {
  title: string;
  body: string;
  topic: string;
  tags: string[];
  stars: number | null;
}

/** @throws Refusal 422 that names what is missing; the form is then shown again. */
export function contentOf(type: ItemType, typed: Typed): Content {
  const body = (typed.body ?? '').replace(/\r\n?/g, '\n').trim();
  const title = (typed.title ?? '').replace(/\s+/g, ' ').trim();
  if (title.length > 150 || body.length > longestBody) throw new Refusal('too-long', 422);
  if ((type === 'post' || type === 'question') && title.length < 5) throw new Refusal('no-title', 422);
  if (body.length === 0) throw new Refusal('no-text', 422);
  if (body.length < (shortest[type] ?? 1)) throw new Refusal('too-short', 422);
  const topic = typed.topic ?? '';
  if ((type === 'post' || type === 'question') && !Object.hasOwn(topics, topic)) throw new Refusal('bad-value', 422);
  const stars = type === 'review' ? Number(typed.stars) : null;
  if (stars !== null && !(Number.isInteger(stars) && stars >= 1 && stars <= 5)) throw new Refusal('no-stars', 422);
  return { title, body, topic, tags: tagsOf(typed.tags ?? ''), stars };
}

/** `Wool, moths` → `wool`, `moths`: at most five, each at most 30 characters. */
function tagsOf(typed: string): string[] {
  const tags = typed
    .split(',')
    .map((tag) => tag.toLowerCase().replace(/\s+/g, ' ').trim().slice(0, 30))
    .filter(Boolean);
  return [...new Set(tags)].slice(0, 5);
}

/**
 * The item with this id and type.
 *
 * @throws Refusal 404 where there is none, 410 where its author deleted it
 */
export async function itemOf(db: Database | Write, types: ItemType | ItemType[], id: string): Promise<ItemRow> {
  const item = isId(id)
    ? await db
        .selectFrom('items')
        .selectAll()
        .where('id', '=', id)
        .where('type', 'in', [types].flat())
        .executeTakeFirst()
    : undefined;
  if (!item) throw new Refusal('not-found', 404);
  if (item.deleted_at) throw new Refusal('gone', 410);
  return item;
}

/** Stores a new item and logs it. `under` is what it answers, comments on or reviews. */
export async function makeItem(
  write: Write,
  made: { type: ItemType; author: string; content: Content; under?: ItemRow | undefined; id?: string },
  at: Date,
): Promise<ItemRow> {
  const id = made.id ?? newId(at.getTime());
  const { type, author, content, under } = made;
  if (type === 'review' && under) {
    const earlier = await write
      .selectFrom('items')
      .select('id')
      .where('type', '=', 'review')
      .where('author', '=', author)
      .where('parent', '=', under.id)
      .where('deleted_at', 'is', null)
      .executeTakeFirst();
    if (earlier) throw new Refusal('reviewed');
  }
  const item: ItemRow = {
    id,
    type,
    author,
    parent: under?.id ?? null,
    page: under?.page ?? `/${letters[type]}/${id}`,
    ...content,
    made_at: at,
    edited_at: null,
    deleted_at: null,
  };
  await write.insertInto('items').values(item).execute();
  await logAct(
    write,
    {
      handle: author,
      kind: madeKind[type],
      detail: content.stars ? `${content.stars}/5` : '',
      object: placeOf(item, under),
      made: permalink(item),
      item: id,
      receiver: under?.author,
    },
    at,
  );
  return item;
}

/** What a new item was given to: the item above it, or the topic it was posted in. */
function placeOf(item: ItemRow, under: ItemRow | undefined): string {
  if (under) return permalink(under);
  return item.type === 'thing' ? '/things' : `/topic/${item.topic}`;
}

/**
 * Changes an item. Its author revises it; the description of a thing can be improved by anybody.
 *
 * @throws Refusal 403 for somebody else's item, 422 where nothing would change
 */
export async function editItem(write: Write, item: ItemRow, by: string, typed: Typed, at: Date): Promise<void> {
  const anybodys = item.type === 'thing';
  if (!anybodys && item.author !== by) throw new Refusal('not-own', 403);
  const content = contentOf(item.type, {
    title: item.title,
    topic: item.topic,
    tags: item.tags.join(','),
    ...(item.stars ? { stars: String(item.stars) } : {}),
    ...typed,
  });
  const fields = ['title', 'body', 'topic', 'stars'] as const;
  const same = fields.every((field) => item[field] === content[field]) && `${item.tags}` === `${content.tags}`;
  if (same) throw new Refusal('unchanged', 422);
  await write
    .updateTable('items')
    .set({ ...content, edited_at: at })
    .where('id', '=', item.id)
    .execute();
  if (anybodys) {
    const object = permalink(item);
    await logAct(write, { handle: by, kind: 'edit', object, item: item.id, receiver: item.author }, at);
    return;
  }
  await logAct(
    write,
    {
      handle: by,
      kind: madeKind[item.type],
      detail: content.stars ? `${content.stars}/5` : '',
      object: permalink(item),
      item: item.id,
      revises: await makingOf(write, item.id),
    },
    at,
  );
}

/** Takes an item of one's own away; what was logged about making and revising it is dated as undone. */
export async function deleteItem(write: Write, item: ItemRow, by: string, at: Date): Promise<void> {
  if (item.type === 'thing') throw new Refusal('not-possible', 403);
  if (item.author !== by) throw new Refusal('not-own', 403);
  await write.updateTable('items').set({ deleted_at: at }).where('id', '=', item.id).execute();
  await write
    .updateTable('acts')
    .set({ undone_at: at })
    .where('item', '=', item.id)
    .where('handle', '=', by)
    .where('kind', '=', madeKind[item.type])
    .where('undone_at', 'is', null)
    .execute();
}
