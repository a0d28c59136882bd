import { base64urlnopad } from '@scure/base';
import { sameHash } from '../ledger/merkle.ts';
import { frameBytes, readFrame, type Sealer, sealerFor } from './chunk.ts';
import { type Content, contentSchema } from './content.ts';
import { type Header, headerBytes, maxHeaderBytes, readHeader } from './header.ts';
import type { Derivation } from './passphrase.ts';
import { chained } from './write.ts';

/** Where a backup is read from: a file, several parts one behind the other, a server. */
export interface ByteSource {
  readonly size: number;
  /** Bytes `from` (inclusive) to `to` (exclusive), both within the size. */
  read(from: number, to: number): Promise<Uint8Array>;
}

/** What is wrong with a backup, found while it was read. Nothing of it stands in what was read. */
export interface Condition {
  /** Stretches of bytes that are not what was written. */
  damaged: { from: number; to: number }[];
  /** Chunks that were read, and how many of those before the last one are missing. */
  chunks: number;
  missing: number;
  /** Whether its end was there: without it nobody knows how much is missing. */
  ended: boolean;
  /** Chunks of two runs were put together: each is genuine, and they were not made at once. */
  mixed: boolean;
}

export function isSound({ damaged, missing, ended, mixed }: Condition): boolean {
  return damaged.length === 0 && missing === 0 && ended && !mixed;
}

export interface OpenBackup {
  header: Header;
  /**
   * What it holds, chunk by chunk, each of them authenticated and of the right shape. Damage is passed over.
   * `read` is how many bytes are behind.
   */
  contents(): AsyncGenerator<{ content: Content; read: number }>;
  /** Complete when `contents` has come to its end. */
  condition: Condition;
}

/**
 * Opens a backup.
 * @param keyOf gives the key for a derivation: asks for the passphrase, or knows it
 * @throws BackupError `not-a-backup`, `newer`, `header` or `passphrase`
 */
export async function openBackup(
  source: ByteSource,
  keyOf: (derivation: Derivation) => Promise<CryptoKey>,
): Promise<OpenBackup> {
  const first = await source.read(0, Math.min(maxHeaderBytes, source.size));
  const last = await source.read(Math.max(0, source.size - maxHeaderBytes), source.size);
  const { header } = readHeader(first, last);
  const sealer = await sealerFor(await keyOf(header.derivation), header);
  const condition: Condition = { damaged: [], chunks: 0, missing: 0, ended: false, mixed: false };
  return { header, condition, contents: () => contentsOf(source, sealer, condition) };
}

/** Read at a time where the next chunk is looked for. */
const windowBytes = 256 * 1024;

async function* contentsOf(
  source: ByteSource,
  sealer: Sealer,
  condition: Condition,
): AsyncGenerator<{ content: Content; read: number }> {
  const header = headerBytes(sealer.header);
  const isHeader = (bytes: Uint8Array) => sameHash(bytes, header);
  /** First byte that is not accounted for. */
  let good = isHeader(await source.read(0, Math.min(header.length, source.size))) ? header.length : 0;
  let at = good;
  let expected = 0;
  let chain: Uint8Array = new Uint8Array(32);
  // Without its first header there is damage even where nothing stands in its place.
  let isFaulty = good === 0;
  const damagedUntil = (end: number) => {
    if (end > good || isFaulty) condition.damaged.push({ from: good, to: end });
    isFaulty = false;
  };
  while (at < source.size && !condition.ended) {
    const found = await chunkAt(source, sealer, at);
    // A chunk that stands again or too early was put there: it is no part of the whole.
    const parsed = found && found.frame.place >= expected ? contentSchema.safeParse(found.content) : undefined;
    if (!found || !parsed?.success || (parsed.data.kind === 'end') !== found.frame.last) {
      at = await nextMarker(source, sealer.marker, at + 1);
      continue;
    }
    damagedUntil(at);
    at += found.bytes.length;
    good = at;
    condition.missing += found.frame.place - expected;
    condition.chunks += 1;
    expected = found.frame.place + 1;
    condition.ended = found.frame.last;
    if (parsed.data.kind === 'end') {
      const claimed = base64urlnopad.decode(parsed.data.chain);
      condition.mixed = condition.missing === 0 && !sameHash(claimed, chain);
    }
    chain = chained(chain, found.bytes);
    yield { content: parsed.data, read: at };
  }
  const rest = source.size - good;
  if (condition.ended && rest === header.length && isHeader(await source.read(good, source.size))) return;
  if (rest > 0 || !condition.ended) damagedUntil(source.size);
  // A backup that ends behind its last chunk lacks the header's second copy.
  if (condition.ended && rest === 0) condition.damaged.push({ from: source.size, to: source.size });
}

async function chunkAt(source: ByteSource, sealer: Sealer, at: number) {
  const frame = readFrame(await source.read(at, Math.min(at + frameBytes, source.size)), sealer.marker);
  const end = at + frameBytes + (frame?.length ?? 0);
  if (!frame || end > source.size) return undefined;
  const bytes = await source.read(at, end);
  const opened = await sealer.open(bytes);
  return opened && { ...opened, bytes };
}

/** Where the marker stands next, or the end. */
async function nextMarker(source: ByteSource, marker: Uint8Array, from: number): Promise<number> {
  for (let at = from; at < source.size; at += windowBytes - marker.length + 1) {
    const bytes = await source.read(at, Math.min(at + windowBytes, source.size));
    let found = bytes.indexOf(marker[0] as number);
    while (found >= 0) {
      if (sameHash(bytes.subarray(found, found + marker.length), marker)) return at + found;
      found = bytes.indexOf(marker[0] as number, found + 1);
    }
    if (at + windowBytes >= source.size) break;
  }
  return source.size;
}
