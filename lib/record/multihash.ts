import { base64urlnopad } from '@scure/base';

/** A SHA-256 digest as multibase: `u` + base64url(12 20 ‖ digest). */
export function digestMultibase(sha256: Uint8Array): string {
  return `u${base64urlnopad.encode(Uint8Array.of(0x12, sha256.length, ...sha256))}`;
}
