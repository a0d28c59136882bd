import { randomBytes } from 'node:crypto';

/** Digits of Crockford's base 32: no letter that looks like a number, and in the order of their character codes. */
const digits = '0123456789abcdefghjkmnpqrstvwxyz';

/**
 * A new id: a UUID version 7 (RFC 9562 section 5.7) written as 26 base 32 digits, so that it is short in a link, needs no
 * sequence, and sorts by the time it was made.
 *
 * @param at milliseconds since the epoch
 * @param random source of `n` random bytes; the seed passes its own to be the same everywhere
 */
export function newId(at: number = Date.now(), random: (n: number) => Uint8Array = randomBytes): string {
  const noise = BigInt(`0x${Buffer.from(random(10)).toString('hex')}`);
  const version = 7n << 76n;
  const variant = 2n << 62n;
  const bits =
    (BigInt(at) << 80n) | version | (((noise >> 64n) & 0xfffn) << 64n) | variant | (noise & 0x3fffffffffffffffn);
  let text = '';
  for (let shift = 125n; shift >= 0n; shift -= 5n) text += digits[Number((bits >> shift) & 31n)];
  return text;
}

/** Whether a text can be the id of an item: made by `newId`, or the chosen name of a thing. */
export const isId = (text: string): boolean => /^[a-z0-9][a-z0-9-]{0,63}$/.test(text);

/**
 * The part of a link that stands for a name: `Ada Lark` → `ada-lark`. Letters and digits of every script stay; everything
 * else becomes a hyphen, so that a handle is never markup, a path or a query.
 *
 * @returns undefined where nothing is left of it
 */
export function handleOf(name: string): string | undefined {
  const handle = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40);
  return handle || undefined;
}
