import canonicalize from 'canonicalize';

/** A JSON value as it may stand in a record: no floats, no null, nothing that JSON would drop or change in silence. */
export type Canonical = string | number | boolean | readonly Canonical[] | { readonly [name: string]: Canonical };

const encoder = new TextEncoder();

/**
 * Canonical JSON text (JCS, RFC 8785) of any JSON value. Throws a `TypeError` for what JSON has no words for
 * (undefined, functions, NaN, lone surrogates).
 */
export function jcs(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('not a JSON value');
  return text;
}

/**
 * Canonical JSON text under the rules of record lines: integers within ±(2^53 − 1) only, no null, no undefined
 * member, well-formed strings. Throws a `TypeError` that names the offending path as a JSON Pointer.
 */
export function canonical(value: unknown): string {
  requireCanonical(value, '');
  return jcs(value);
}

/** The UTF-8 bytes of {@link canonical}: what is hashed and signed. */
export function canonicalBytes(value: unknown): Uint8Array {
  return encoder.encode(canonical(value));
}

/** Throws a `TypeError` unless every value below is one that a record may hold. */
function requireCanonical(value: unknown, path: string): asserts value is Canonical {
  switch (typeof value) {
    case 'boolean':
      return;
    case 'string':
      if (!value.isWellFormed()) throw new TypeError(`a lone surrogate at ${path || '/'}`);
      return;
    case 'number':
      if (!Number.isSafeInteger(value)) throw new TypeError(`a number that is no safe integer at ${path || '/'}`);
      return;
    case 'object': {
      if (value === null) throw new TypeError(`null at ${path || '/'}`);
      if (Array.isArray(value)) {
        // Not forEach: it would pass over the holes of a sparse array.
        for (let index = 0; index < value.length; index++) requireCanonical(value[index], `${path}/${index}`);
        return;
      }
      const prototype = Object.getPrototypeOf(value);
      if (prototype !== Object.prototype && prototype !== null)
        throw new TypeError(`no plain object at ${path || '/'}`);
      for (const [name, member] of Object.entries(value)) {
        if (!name.isWellFormed()) throw new TypeError(`a lone surrogate in a name below ${path || '/'}`);
        requireCanonical(member, `${path}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`);
      }
      return;
    }
    default:
      throw new TypeError(`${typeof value} at ${path || '/'}`);
  }
}
