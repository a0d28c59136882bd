import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { base64urlnopad } from '@scure/base';
import type { Stream } from './stream.ts';

/** Salts for withheld fields of a stream's lines: nobody without the stream's secret can compute them. */
export function fieldSalt(stream: Pick<Stream, 'secret'>): (lineId: string, path: string) => string {
  // The keyed beginning of the hash is the same for every field.
  const keyed = hmac.create(sha256, base64urlnopad.decode(stream.secret));
  const encoder = new TextEncoder();
  return (lineId, path) =>
    base64urlnopad.encode(
      keyed
        .clone()
        .update(encoder.encode(`${lineId}\n${path}`))
        .digest()
        .slice(0, 16),
    );
}
