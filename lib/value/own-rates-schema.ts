import { z } from 'zod';
import { kinds } from '../ledger/kinds.ts';

// What the person sets for themself, above any card. A layer is never changed: a new revision is laid on top, so that a
// month that was closed with an older one keeps its figures.

const amount = z.number().nonnegative();
const code = z.string().regex(/^[A-Z]{3}$/, 'currencies are three capital letters');
/** What a line is for. Fields left out stand for all; the line that says most wins. */
const scope = {
  kind: z.enum(kinds).optional(),
  site: z.string().max(64).optional(),
  topic: z.string().max(64).optional(),
};

export const ownRatesSchema = z.strictObject({
  /** Counts up with every change. */
  revision: z.int().positive(),
  /** From which day on it holds. */
  from: z.iso.date(),
  currency: code.optional(),
  wages: z
    .array(
      z.union([
        z.strictObject({ ...scope, /** A wage of the card, by name. */ name: z.string().min(1) }),
        z.strictObject({ ...scope, currency: code, low: amount, mid: amount, high: amount }),
      ]),
    )
    .default([]),
  /** Seconds for one act of a kind. */
  seconds: z.array(z.strictObject({ kind: z.enum(kinds), low: amount, mid: amount, high: amount })).default([]),
  /** Points for one act, for the person's own weighing (method e). Kind, site and topic multiply. */
  weights: z.array(z.strictObject({ ...scope, weight: amount })).default([]),
  exchange: z
    .array(z.strictObject({ date: z.iso.date(), from: code, to: code, rate: z.string().regex(/^\d+(\.\d+)?$/) }))
    .default([]),
  /** Acts of a kind on one account in one day that count in full. */
  fullPerDay: z.partialRecord(z.enum(kinds), z.int().positive()).default({}),
  /** Count acts that a site answered with success although it may have refused them. */
  countAccepted: z.boolean().default(false),
  /** Use the time measured on this device, where there is some. */
  measuredTime: z.boolean().default(true),
  /** Show "earned media values", which the measurement profession rejects. */
  earnedMedia: z.boolean().default(false),
});
export type OwnRates = z.infer<typeof ownRatesSchema>;
