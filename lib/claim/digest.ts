import { sha256 } from '@noble/hashes/sha2.js';
import { base64 } from '@scure/base';
import { canonicalBytes } from '../ledger/canonical.ts';
import { digestMultibase } from '../record/multihash.ts';

/** Multibase SHA-256 of the canonical bytes of a presentation: by this a receipt names what it answers. */
export const presentationDigest = (presentation: unknown): string =>
  digestMultibase(sha256(canonicalBytes(presentation)));

/** `Content-Digest` of a body (RFC 9530). */
export const contentDigest = (body: Uint8Array): string => `sha-256=:${base64.encode(sha256(body))}:`;
