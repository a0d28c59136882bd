import { sha256 } from '@noble/hashes/sha2.js';
import { base64urlnopad, hex } from '@scure/base';
import { z } from 'zod';
import { BackupError } from './errors.ts';
import { derivationSchema } from './passphrase.ts';

/** The version that this code writes, and the newest that it reads. */
export const backupVersion = 1;

const bytesOf = (length: number) =>
  z.string().refine((text) => {
    try {
      return base64urlnopad.decode(text).length === length;
    } catch {
      return false;
    }
  }, `not ${length} bytes`);

const headerSchema = z.strictObject({
  /** Random, so that two backups are told apart. */
  id: bytesOf(16),
  made: z.iso.datetime(),
  cipher: z.literal('AES-256-GCM'),
  packing: z.literal('deflate-raw'),
  /** How the passphrase becomes a key. */
  derivation: derivationSchema,
  /** Makes this backup's key another one than that of every other backup under the same passphrase. */
  salt: bytesOf(32),
  /** Follows from the key: tells a wrong passphrase from damage. */
  check: bytesOf(16),
  /** What every chunk begins with, so that the next one is found behind a damaged one. */
  marker: bytesOf(8),
});

/** What stands at the front of a backup (and once more at its end), in clear. It says nothing of the content. */
export type Header = z.infer<typeof headerSchema>;

/** No header is longer. */
export const maxHeaderBytes = 4096;

const encoder = new TextEncoder();

/** The bytes of a header: one line of JSON with the version before it, and one with its SHA-256. */
export function headerBytes(header: Header): Uint8Array {
  const line = `contrail-backup ${backupVersion} ${JSON.stringify(header)}\n`;
  return encoder.encode(`${line}${hex.encode(sha256(encoder.encode(line)))}\n`);
}

/** What every chunk is bound to: SHA-256 of the whole header as it was written. */
export function headerHash(header: Header): Uint8Array {
  return sha256(headerBytes(header));
}

/**
 * Finds the header in the first or in the last bytes of a backup.
 * @returns the header, and how many bytes it takes
 * @throws BackupError `not-a-backup`, `newer`, or `header` where it is one whose header is damaged
 */
export function readHeader(first: Uint8Array, last: Uint8Array): { header: Header; length: number } {
  const decoder = new TextDecoder('utf-8');
  const front = decoder.decode(first);
  const back = decoder.decode(last);
  const found = parseHeader(front) ?? parseHeader(back.slice(Math.max(0, back.lastIndexOf('contrail-backup '))));
  if (found) return found;
  const isOne = front.startsWith('contrail-backup') || back.includes('contrail-backup ');
  throw isOne
    ? new BackupError('header', 'both headers of this backup are damaged')
    : new BackupError('not-a-backup', 'this does not begin or end as a backup does');
}

function parseHeader(text: string): { header: Header; length: number } | undefined {
  const [whole, line, version, json, digest] =
    /^(contrail-backup ([1-9]\d{0,5}) ([^\n]*)\n)([0-9a-f]{64})\n/.exec(text) ?? [];
  if (!whole || !line || !json || hex.encode(sha256(encoder.encode(line))) !== digest) return undefined;
  if (Number(version) > backupVersion) {
    throw new BackupError('newer', `version ${version} of Contrail's backups; this one reads ${backupVersion}`);
  }
  let parsed: unknown;
  try {
    parsed = JSON.parse(json);
  } catch {
    return undefined;
  }
  const { data } = headerSchema.safeParse(parsed);
  // Bound to the bytes: written again it must be the same.
  return data && json === JSON.stringify(data) ? { header: data, length: encoder.encode(whole).length } : undefined;
}
