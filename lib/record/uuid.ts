import { hex } from '@scure/base';

/** A UUID of the given version (RFC 9562) around 16 bytes. */
export function uuidFrom(bytes: Uint8Array, version: 4 | 8): string {
  const marked = Uint8Array.from(bytes);
  marked[6] = ((marked[6] ?? 0) & 0x0f) | (version << 4);
  marked[8] = ((marked[8] ?? 0) & 0x3f) | 0x80;
  return hex.encode(marked).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
