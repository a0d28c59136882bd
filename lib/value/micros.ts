import { decimal, divideRounded, type Ratio } from './ratio.ts';

/** An amount in millionths of its unit (a dollar, an act, a point). All sums and splits are of these. */
export type Micros = bigint;

export const microsInOne = 1_000_000n;

/** The nearest number of millionths, halves to the even one. */
export const toMicros = ({ n, d }: Ratio): Micros => divideRounded(n * microsInOne, d);
/** Reads `4.62` as 4620000. @throws RangeError where it is no decimal or finer than a millionth */
export function parseMicros(text: string): Micros {
  const { n, d } = decimal(text);
  if (microsInOne % d !== 0n) throw new RangeError(`"${text}" is finer than a millionth.`);
  return n * (microsInOne / d);
}

/** Writes millionths as a plain decimal with a point and no grouping: `-0.001472`, `4.62`, `3`. For files, not screens. */
export function writeMicros(micros: Micros, places?: number): string {
  const size = micros < 0n ? -micros : micros;
  let part = (size % microsInOne).toString().padStart(6, '0');
  if (places === undefined) part = part.replace(/0+$/, '');
  else if (/[1-9]/.test(part.slice(places))) throw new RangeError('Writing would lose millionths.');
  else part = part.slice(0, places);
  return `${micros < 0n ? '-' : ''}${size / microsInOne}${part && `.${part}`}`;
}
