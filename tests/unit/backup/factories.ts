import { newSealer } from '../../../lib/backup/chunk.ts';
import { type Merged, mergeEnd, mergeEntries, mergeSide } from '../../../lib/backup/merge.ts';
import { type Derivation, keyOfPassphrase } from '../../../lib/backup/passphrase.ts';
import { type ByteSource, type OpenBackup, openBackup } from '../../../lib/backup/read.ts';
import { beginning, joined, nextPiece, type Position, snapshotOf } from '../../../lib/backup/write.ts';
import type { LedgerDatabase } from '../../../lib/ledger/database.ts';
import { seededRandom } from '../ledger/factories.ts';

export const passphrase = 'a kettle of herring';
/** Few rounds: the tests open hundreds of backups. */
export const derivation: Derivation = {
  name: 'PBKDF2',
  hash: 'SHA-256',
  rounds: 1000,
  salt: 'AAAAAAAAAAAAAAAAAAAAAA',
};
export const key = keyOfPassphrase(passphrase, derivation);
export const keyOf = () => key;

/** The pieces of a whole backup of a ledger. */
export async function piecesOf(db: LedgerDatabase, seed = 1): Promise<Uint8Array[]> {
  const sealer = await newSealer(await key, { made: '2026-11-22T01:00:00Z', derivation }, seededRandom(seed));
  const snapshot = await snapshotOf(db);
  const pieces: Uint8Array[] = [];
  for (let at: Position | undefined = beginning; at; ) {
    const { bytes, next }: { bytes: Uint8Array; next: Position | undefined } = await nextPiece(
      db,
      sealer,
      snapshot,
      at,
    );
    pieces.push(bytes);
    at = next;
  }
  return pieces;
}

export const backupOf = async (db: LedgerDatabase, seed = 1): Promise<Uint8Array> => joined(await piecesOf(db, seed));

export const sourceOf = (bytes: Uint8Array): ByteSource => ({
  size: bytes.length,
  read: async (from, to) => bytes.slice(from, to),
});

/** Merges a backup into a ledger, as the background does. */
export async function mergeInto(db: LedgerDatabase, bytes: Uint8Array) {
  const opened = await openBackup(sourceOf(bytes), keyOf);
  return mergeOpened(db, opened);
}

async function mergeOpened(db: LedgerDatabase, opened: OpenBackup) {
  const sum: Merged = { added: 0, known: 0, forgotten: 0, beside: 0, refused: [] };
  let unlike: Awaited<ReturnType<typeof mergeEnd>> = [];
  for await (const { content } of opened.contents()) {
    if (content.kind === 'end') {
      unlike = await mergeEnd(db, content);
      continue;
    }
    const merged = content.kind === 'side' ? await mergeSide(db, content) : await mergeEntries(db, content);
    for (const name of ['added', 'known', 'forgotten', 'beside'] as const) sum[name] += merged[name];
    sum.refused.push(...merged.refused);
  }
  return { ...sum, unlike, condition: opened.condition };
}
