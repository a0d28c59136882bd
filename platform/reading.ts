import type { SelectQueryBuilder } from 'kysely';
import type { Database, MarkKind, Tables } from './database.ts';
import type { ItemRow } from './items.ts';

/** An item with everything a page shows of it. */
export interface Shown extends ItemRow {
  authorName: string;
  /** How many marks stand, by kind and value: `like/thanks`, `share/`. */
  counts: Record<string, number>;
  /** The viewer's own marks: the value, or absent. */
  mine: Partial<Record<MarkKind, string>>;
  comments: number;
  answers: number;
}

/** A thing with its ratings: of each person the review's stars, else the rating's. */
export interface Rated {
  mean: string;
  ratings: number;
}

type Picked = SelectQueryBuilder<Tables, 'items', object>;

/**
 * Reads items with author, marks and the viewer's own marks, in four queries however many there are.
 *
 * @param pick which items, in which order
 * @param viewer handle of who looks, if anybody is signed in
 */
export async function readItems(
  db: Database,
  viewer: string | undefined,
  pick: (items: Picked) => Picked,
): Promise<Shown[]> {
  const rows = await pick(db.selectFrom('items'))
    .innerJoin('accounts', 'accounts.handle', 'items.author')
    .selectAll('items')
    .select('accounts.name as authorName')
    .where('items.deleted_at', 'is', null)
    .execute();
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const counts = await db
    .selectFrom('marks')
    .select((eb) => ['item', 'kind', 'value', eb.cast<number>(eb.fn.countAll(), 'integer').as('n')])
    .where('item', 'in', ids)
    .groupBy(['item', 'kind', 'value'])
    .execute();
  const mine = viewer
    ? await db
        .selectFrom('marks')
        .select(['item', 'kind', 'value'])
        .where('item', 'in', ids)
        .where('handle', '=', viewer)
        .execute()
    : [];
  const below = await db
    .selectFrom('items')
    .select((eb) => ['parent', 'type', eb.cast<number>(eb.fn.countAll(), 'integer').as('n')])
    .where('parent', 'in', ids)
    .where('deleted_at', 'is', null)
    .groupBy(['parent', 'type'])
    .execute();
  return rows.map((row) => ({
    ...row,
    counts: Object.fromEntries(
      counts.filter((one) => one.item === row.id).map((one) => [`${one.kind}/${one.value}`, one.n]),
    ),
    mine: Object.fromEntries(mine.filter((one) => one.item === row.id).map((one) => [one.kind, one.value])),
    comments: below.find((one) => one.parent === row.id && one.type === 'comment')?.n ?? 0,
    answers: below.find((one) => one.parent === row.id && one.type === 'answer')?.n ?? 0,
  }));
}

/** Ratings of things, by id. */
export async function ratingsOf(db: Database, things: string[]): Promise<Map<string, Rated>> {
  if (things.length === 0) return new Map();
  const marks = await db
    .selectFrom('marks')
    .select(['item', 'handle', 'value'])
    .where('kind', '=', 'rating')
    .where('item', 'in', things)
    .execute();
  const reviews = await db
    .selectFrom('items')
    .select(['parent', 'author', 'stars'])
    .where('type', '=', 'review')
    .where('parent', 'in', things)
    .where('deleted_at', 'is', null)
    .execute();
  return new Map(
    things.map((thing) => {
      const stars = new Map(
        marks.filter((mark) => mark.item === thing).map((mark) => [mark.handle, Number(mark.value)]),
      );
      for (const review of reviews) if (review.parent === thing && review.stars) stars.set(review.author, review.stars);
      const sum = [...stars.values()].reduce((total, one) => total + one, 0);
      return [thing, { mean: stars.size ? (sum / stars.size).toFixed(1) : '', ratings: stars.size }];
    }),
  );
}
