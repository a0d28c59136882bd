import { z } from 'zod';
import { JsonError, readLocated } from './json-lines.ts';
import { type OwnRates, ownRatesSchema } from './own-rates-schema.ts';
import { CardError } from './read-card.ts';

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
