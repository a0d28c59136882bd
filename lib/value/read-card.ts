import { cardSchema, type RateCard } from './card.ts';
import { cardFaults } from './card-faults.ts';
import { JsonError, type Located, readLocated } from './json-lines.ts';

/** A card that is refused: every reason with the line of the text it is on. Nothing of it is used. */
export class CardError extends Error {
  readonly faults: readonly { line: number; message: string }[];

  constructor(faults: readonly { line: number; message: string }[]) {
    super(faults.map(({ line, message }) => `line ${line}: ${message}`).join('\n'));
    this.name = 'CardError';
    this.faults = faults;
  }
}

/** No card is near this long; a text that is was not meant as one. */
const longest = 4_000_000;

/**
 * Reads a rate card that somebody hands over.
 * @param currencies codes that can be converted
 * @throws CardError
 */
export function readCard(text: string, currencies: ReadonlySet<string>): RateCard {
  if (text.length > longest) throw new CardError([{ line: 1, message: 'this is too long to be a rate card' }]);
  const located = locate(text);
  const read = cardSchema.safeParse(located.value);
  if (!read.success) {
    throw new CardError(
      read.error.issues.map((issue) => ({
        line: located.lineOf(issue.path),
        message: `${issue.path.join('.') || 'the card'}: ${issue.message}`,
      })),
    );
  }
  const faults = cardFaults(read.data, currencies);
  if (faults.length === 0) return read.data;
  throw new CardError(
    faults.map(({ path, message }) => ({ line: located.lineOf(path), message: `${path.join('.')}: ${message}` })),
  );
}

/** A card as a file: one field a line, so that two versions compare well. Reading it gives the same card. */
export const writeCard = (card: RateCard): string => `${JSON.stringify(card, undefined, 1)}\n`;

function locate(text: string): Located {
  try {
    return readLocated(text);
  } catch (error) {
    if (error instanceof JsonError) throw new CardError([{ line: error.line, message: error.message }]);
    throw error;
  }
}
