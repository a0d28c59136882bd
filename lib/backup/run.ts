import { sha256 } from '@noble/hashes/sha2.js';
import { hex } from '@scure/base';
import type { LedgerDatabase } from '../ledger/database.ts';
import { newSealer, sealerFor } from './chunk.ts';
import type { Header } from './header.ts';
import type { Derivation } from './passphrase.ts';
import { type Manifest, manifestName, type Part, type Place, partName } from './place.ts';
import { beginning, joined, nextPiece, type Position, type Snapshot, snapshotOf } from './write.ts';

/**
 * A backup that is being put somewhere, part by part. Plain data, stored after every part: whoever comes next (the
 * same background, or one after it was killed) goes on behind the last part that arrived. WebDAV has no way to
 * append, so a backup is a row of files of about a megabyte, and a list that is put there last.
 */
export interface Run {
  name: string;
  header: Header;
  snapshot: Snapshot;
  /** Undefined when the last part has arrived. */
  position: Position | undefined;
  parts: Part[];
}

const partSize = 1024 * 1024;

/** Begins a backup of what is in the ledger now. Nothing is sent yet. */
export async function beginRun(
  db: LedgerDatabase,
  { key, derivation, keys }: { key: CryptoKey; derivation: Derivation; keys?: string | undefined },
  { now, random }: { now: Date; random: (length: number) => Uint8Array },
): Promise<Run> {
  const made = now.toISOString();
  const { header } = await newSealer(key, { made, derivation }, random);
  return {
    name: `contrail-${made.slice(0, 10)}-${hex.encode(random(4))}`,
    header,
    snapshot: await snapshotOf(db, keys),
    position: beginning,
    parts: [],
  };
}

/**
 * Makes and puts one part, or when all are there, the list.
 * @returns the run behind it, or the list when all is done. Parts that are gone are found before the list is put:
 * then the run begins anew
 * @throws PlaceError; the run can be taken up again
 */
export async function advance(
  db: LedgerDatabase,
  key: CryptoKey,
  place: Place,
  run: Run,
): Promise<{ run: Run } | { manifest: Manifest }> {
  if (!run.position) {
    for (const { name, size } of place.tells ? run.parts : []) {
      if ((await place.size(name)) !== size) return { run: { ...run, position: beginning, parts: [] } };
    }
    const manifest: Manifest = {
      format: 'contrail-backup-parts',
      version: 1,
      made: run.header.made,
      parts: run.parts,
    };
    await place.put(manifestName(run.name), new TextEncoder().encode(`${JSON.stringify(manifest, null, 1)}\n`));
    return { manifest };
  }
  const sealer = await sealerFor(key, run.header);
  const pieces: Uint8Array[] = [];
  let size = 0;
  let position: Position | undefined = run.position;
  while (position && size < partSize) {
    const { bytes, next }: { bytes: Uint8Array; next: Position | undefined } = await nextPiece(
      db,
      sealer,
      run.snapshot,
      position,
    );
    pieces.push(bytes);
    size += bytes.length;
    position = next;
  }
  const bytes = new Uint8Array(joined(pieces));
  const part = { name: partName(run.name, run.parts.length + 1), size, sha256: hex.encode(sha256(bytes)) };
  await place.put(part.name, bytes);
  return { run: { ...run, position, parts: [...run.parts, part] } };
}

/** How far a run has come, in entries. */
export function progressOf({ position, snapshot }: Run): { done: number; of: number } {
  const of = snapshot.end;
  return { of, done: position?.stage === 'entries' ? Number(position.from) : of };
}
