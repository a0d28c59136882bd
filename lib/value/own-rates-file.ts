import { z } from 'zod';
import { kinds } from '../ledger/kinds.ts';
import { JsonError, readLocated } from './json-lines.ts';
import { CardError } from './read-card.ts';

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

const fileSchema = z.strictObject({
  contrail: z.literal('own-rates'),
  version: z.literal(1),
  layers: z.array(ownRatesSchema),
});

/** The person's own rates as a file. */
export const writeOwnRates = (layers: readonly OwnRates[]): string =>
  `${JSON.stringify({ contrail: 'own-rates', version: 1, layers }, undefined, 1)}\n`;

/** Reads a file of own rates. @throws CardError with the lines, also for low above high and unknown currencies */
export function readOwnRates(text: string, currencies: ReadonlySet<string>): OwnRates[] {
  let located: ReturnType<typeof readLocated>;
  try {
    located = readLocated(text);
  } catch (error) {
    if (error instanceof JsonError) throw new CardError([{ line: error.line, message: error.message }]);
    throw error;
  }
  const checked = fileSchema
    .superRefine(({ layers }, context) => {
      layers.forEach((layer, i) => {
        for (const { path, message } of layerFaults(layer, currencies)) {
          context.addIssue({ code: 'custom', path: ['layers', i, ...path], message });
        }
      });
    })
    .safeParse(located.value);
  if (checked.success) return checked.data.layers;
  throw new CardError(
    checked.error.issues.map(({ path, message }) => ({
      line: located.lineOf(path),
      message: `${path.join('.')}: ${message}`,
    })),
  );
}

function layerFaults(layer: OwnRates, currencies: ReadonlySet<string>): { path: PropertyKey[]; message: string }[] {
  const faults: { path: PropertyKey[]; message: string }[] = [];
  const known = (path: PropertyKey[], currency: string | undefined) => {
    if (currency !== undefined && !currencies.has(currency)) {
      faults.push({ path, message: `the currency ${currency} is not known here` });
    }
  };
  known(['currency'], layer.currency);
  layer.wages.forEach((wage, i) => {
    if ('mid' in wage) known(['wages', i, 'currency'], wage.currency);
  });
  layer.exchange.forEach(({ rate }, i) => {
    if (Number(rate) === 0) faults.push({ path: ['exchange', i, 'rate'], message: 'a rate of zero converts nothing' });
  });
  for (const list of ['wages', 'seconds'] as const) {
    layer[list].forEach((row, i) => {
      if ('mid' in row && (row.low > row.mid || row.mid > row.high)) {
        faults.push({ path: [list, i], message: 'low, mid and high are not in order' });
      }
    });
  }
  return faults;
}
