import { sha256 } from '@noble/hashes/sha2.js';
import { base64urlnopad } from '@scure/base';

/**
 * A field that stands in a record line only as a digest, and what is needed to show it: the salted-digest rule of
 * SD-JWT (RFC 9901 section 4.2), without the JWT.
 */
export interface Disclosure {
  /** `id` of the record line. */
  entry: string;
  /** JSON Pointer of the object that the field belongs to. */
  path: string;
  /** base64url of the JSON array [salt, name, value]: the bytes that are hashed. */
  disclosure: string;
  /** base64url SHA-256 of `disclosure`; what stands in `_sd`. */
  digest: string;
  name: string;
  value: string;
}

const encoder = new TextEncoder();

/** Withholds one field. `salt` is base64url of at least 16 random bytes, used for this field alone. */
export function withhold(field: Pick<Disclosure, 'entry' | 'path' | 'name' | 'value'>, salt: string): Disclosure {
  const disclosure = base64urlnopad.encode(encoder.encode(JSON.stringify([salt, field.name, field.value])));
  return { ...field, disclosure, digest: digestOf(disclosure) };
}

/** base64url SHA-256 over the ASCII bytes of an encoded disclosure. */
export function digestOf(disclosure: string): string {
  return base64urlnopad.encode(sha256(encoder.encode(disclosure)));
}
