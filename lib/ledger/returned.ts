import { z } from 'zod';
import { type LedgerDatabase, withLedger } from './database.ts';

// What came back, as the person writes it down: money, or that somebody recognised an entry. It lies in the store
// `receipts` beside the signed receipts of platforms, told apart by `type`. All of it is JSON, so that backups hold it.

const text = (max: number) => z.string().max(max);

const moneySchema = z.strictObject({
  type: z.literal('money'),
  /** Local day it came on. */
  day: z.iso.date(),
  /** Id of a site definition, or what the person calls the place. */
  site: text(64).min(1),
  /** Decimal, at most six places. */
  amount: z.string().regex(/^\d{1,12}(\.\d{1,6})?$/),
  /** ISO 4217 */
  currency: z.string().regex(/^[A-Z]{3}$/),
  from: text(256),
  note: text(512),
});

const recognitionSchema = z.strictObject({
  type: z.literal('recognition'),
  at: z.iso.datetime(),
  zone: z.string().regex(/^[+-]\d\d:\d\d$/),
  /** Id of the entry that was recognised. */
  entry: text(64).min(1),
  kind: z.enum(['thanks', 'votes', 'accepted', 'badges', 'replies']),
  /** How many in all by then. */
  count: z.int().min(0).max(1_000_000_000),
  by: text(256).optional(),
});

/** What the person says came back. */
export const returnedSchema = z.discriminatedUnion('type', [moneySchema, recognitionSchema]);
export type Returned = z.infer<typeof returnedSchema>;
export type StoredReturned = Returned & { id: string };

/** Writes down what came back. @returns its id */
export function addReturned(db: LedgerDatabase, returned: Returned, id: string): Promise<string> {
  return withLedger(async () => {
    await db.receipts.add({ ...returned, id });
    return id;
  });
}

/** Takes back what was written down by mistake. Receipts of platforms are left alone. */
export function removeReturned(db: LedgerDatabase, id: string): Promise<void> {
  return withLedger(() =>
    db.transaction('rw', db.receipts, async () => {
      const row = await db.receipts.get(id);
      if (row && returnedSchema.options.some(({ shape }) => shape.type.value === row.type))
        await db.receipts.delete(id);
    }),
  );
}
