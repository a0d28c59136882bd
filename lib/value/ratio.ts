/** An exact fraction. The denominator is positive and the two have no common factor. */
export interface Ratio {
  readonly n: bigint;
  readonly d: bigint;
}

export const zero: Ratio = { n: 0n, d: 1n };
export const one: Ratio = { n: 1n, d: 1n };

/** `n / d` in lowest terms. @throws RangeError for a denominator of zero */
export function ratio(n: bigint | number, d: bigint | number = 1n): Ratio {
  let [top, bottom] = [BigInt(n), BigInt(d)];
  if (bottom === 0n) throw new RangeError('A fraction cannot be divided by zero.');
  if (bottom < 0n) [top, bottom] = [-top, -bottom];
  const common = gcd(top < 0n ? -top : top, bottom);
  return { n: top / common, d: bottom / common };
}

const decimalPattern = /^([+-]?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d{1,3}))?$/;

/**
 * A decimal as written, exactly: `4.62`, `-0.5`, `1e-7`. A number stands for its shortest decimal, so that 0.1 is one
 * tenth. @throws RangeError for anything else
 */
export function decimal(value: string | number): Ratio {
  const found = decimalPattern.exec(String(value));
  if (!found) throw new RangeError(`"${value}" is not a decimal number.`);
  const [, sign = '', whole = '', part = '', power = '0'] = found;
  const digits = BigInt(whole + part) * (sign === '-' ? -1n : 1n);
  const scale = Number(power) - part.length;
  return scale >= 0 ? ratio(digits * 10n ** BigInt(scale)) : ratio(digits, 10n ** BigInt(-scale));
}

export const times = (a: Ratio, b: Ratio): Ratio => ratio(a.n * b.n, a.d * b.d);
export const over = (a: Ratio, b: Ratio): Ratio => ratio(a.n * b.d, a.d * b.n);
export const plus = (a: Ratio, b: Ratio): Ratio => ratio(a.n * b.d + b.n * a.d, a.d * b.d);
/** Negative, zero or positive, as a sort wants it. */
export const compare = (a: Ratio, b: Ratio): number => Number(sign(a.n * b.d - b.n * a.d));
/** The nearest number, for logarithms and pictures; never for money. */
export const approximate = ({ n, d }: Ratio): number => {
  // Both may be far beyond what a number holds although the quotient is not.
  const scaled = (n * 10n ** 18n) / d;
  const small = scaled < 10n ** 15n && scaled > -(10n ** 15n);
  return small ? Number((n * 10n ** 36n) / d) / 1e36 : Number(scaled) / 1e18;
};

/** Divides and rounds to the nearest whole, halves to the even one. */
export function divideRounded(n: bigint, d: bigint): bigint {
  if (d < 0n) return divideRounded(-n, -d);
  const negative = n < 0n;
  const size = negative ? -n : n;
  let quotient = size / d;
  const twice = 2n * (size % d);
  if (twice > d || (twice === d && quotient % 2n === 1n)) quotient += 1n;
  return negative ? -quotient : quotient;
}

function gcd(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b];
  return a === 0n ? 1n : a;
}

const sign = (value: bigint): bigint => (value > 0n ? 1n : value < 0n ? -1n : 0n);
