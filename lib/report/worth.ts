import { type Answering, answering } from '../value/answers.ts';
import { disagree } from '../value/compare-methods.ts';
import type { Figure } from '../value/figure.ts';
import type { Micros } from '../value/micros.ts';
import { type Receipt, type RecognitionKind, recognitions, type Sighting } from '../value/recognition.ts';
import { exactAmount, figureText } from './money.ts';
import { methodLabel, recognitionLabels } from './value-labels.ts';
import type { Words } from './words.ts';

/** What a time was worth by several methods, what came back, and what is not recognised yet. */
export interface Worth {
  /** The method that is shown first. */
  chosen: Answering;
  figures: readonly Figure[];
  /** Money, by currency. Shown apart from every estimate. */
  received: readonly { currency: string; amount: Micros }[];
  /** Counts of what was given in this time, as last seen. */
  recognised: readonly { kind: RecognitionKind; count: number }[];
  /** Acts of this time that nobody has shown to have seen, and on how many platforms. */
  unrecognised: { acts: number; places: number };
}

/** The latest count of each kind, over all entries. */
export function countsOf(sightings: readonly Sighting[]): Worth['recognised'] {
  const latest = new Map<string, Sighting>();
  for (const sighting of sightings) {
    const key = `${sighting.entry} ${sighting.kind}`;
    const known = latest.get(key);
    if (!known || known.at <= sighting.at) latest.set(key, sighting);
  }
  return recognitions
    .map((kind) => ({
      kind,
      count: [...latest.values()].filter((one) => one.kind === kind).reduce((sum, { count }) => sum + count, 0),
    }))
    .filter(({ count }) => count > 0);
}

/** Money by currency, exactly. */
export function sumsOf(receipts: readonly Receipt[]): Worth['received'] {
  const sums = new Map<string, Micros>();
  for (const { currency, amount } of receipts) sums.set(currency, (sums.get(currency) ?? 0n) + amount);
  return [...sums].map(([currency, amount]) => ({ currency, amount }));
}

/** The figure that is shown first: that of the chosen method, or the first that knows anything. */
export const firstFigure = ({ figures, chosen }: Pick<Worth, 'figures' | 'chosen'>): Figure | undefined =>
  figures.find(({ method, range }) => method === chosen && range) ?? figures.find(({ range }) => range);

/** A worth in lines of words, the same on the screen and in every saved file. */
export function worthInWords(worth: Worth, words: Words) {
  const { say } = words;
  const first = firstFigure(worth);
  const told = (figure: Figure) => ({ name: say(methodLabel(figure.method)), text: figureText(figure, words) });
  const back = [
    ...worth.received.map(({ currency, amount }) => exactAmount(amount, currency, words)),
    ...worth.recognised.map(({ kind, count }) => `${words.number(count)} ${say(recognitionLabels[kind])}`),
  ];
  return {
    first: first && told(first),
    others: answering.flatMap((method) => {
      const figure = worth.figures.find((one) => one.method === method && one !== first && one.range);
      return figure ? [told(figure)] : [];
    }),
    disagree: disagree(worth.figures) ? say('valueDisagree') : null,
    back: back.length > 0 ? back.join(' · ') : say('nothingCameBack'),
    /** Whether anything did come back. */
    cameBack: back.length > 0,
    unrecognised: say(
      'worthUnrecognised',
      words.count('contributions', worth.unrecognised.acts),
      words.count('places', worth.unrecognised.places),
    ),
    always: `${say('always1')} ${say('always2')}`,
  };
}
