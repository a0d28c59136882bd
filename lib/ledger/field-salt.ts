import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { base64urlnopad } from '@scure/base';
import type { Stream } from './stream.ts';

/** Salts for withheld fields of a stream's lines: nobody without the stream's secret can compute them. */
export function fieldSalt(stream: Pick<Stream, 'secret'>): (lineId: string, path: string) => string {
  const secret = base64urlnopad.decode(stream.secret);
  const encoder = new TextEncoder();
  return (lineId, path) =>
    base64urlnopad.encode(hmac(sha256, secret, encoder.encode(`${lineId}\n${path}`)).slice(0, 16));
}
