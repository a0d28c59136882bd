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
  // Where the names stand in order already, the platform's own serialiser writes the very same text, and much faster:
  // RFC 8785 took the form of numbers and texts from it.
  if (isSorted(value, Number.POSITIVE_INFINITY)) return JSON.stringify(value);
  requireCanonical(value, '');
  return jcs(value);
}

/** The UTF-8 bytes of {@link canonical}: what is hashed and signed. */
export function canonicalBytes(value: unknown): Uint8Array {
  return encoder.encode(canonical(value));
}

/**
 * Whether a value is one that a record may hold, with the names of every object in the order of RFC 8785, and objects
 * and lists no deeper in each other than `depth`. No object that brings its own words for JSON is taken for one.
 */
export function isSorted(value: unknown, depth: number): boolean {
  switch (typeof value) {
    case 'boolean':
      return true;
    case 'string':
      return value.isWellFormed();
    case 'number':
      return Number.isSafeInteger(value);
    case 'object': {
      if (value === null || depth <= 0) return false;
      if (Array.isArray(value)) {
        if (Object.hasOwn(value, 'toJSON')) return false;
        for (let index = 0; index < value.length; index++) if (!isSorted(value[index], depth - 1)) return false;
        return true;
      }
      const prototype = Object.getPrototypeOf(value);
      if ((prototype !== Object.prototype && prototype !== null) || Object.hasOwn(value, 'toJSON')) return false;
      let before: string | undefined;
      for (const name of Object.keys(value)) {
        if ((before !== undefined && before >= name) || !name.isWellFormed()) return false;
        if (!isSorted((value as Record<string, unknown>)[name], depth - 1)) return false;
        before = name;
      }
      return true;
    }
    default:
      return false;
  }
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
