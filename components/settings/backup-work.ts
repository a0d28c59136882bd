import { newSealer } from '../../lib/backup/chunk.ts';
import { keysNameOf } from '../../lib/backup/keys-name.ts';
import { freshDerivation, keyOfPassphrase } from '../../lib/backup/passphrase.ts';
import { type ByteSource, type Condition, openBackup } from '../../lib/backup/read.ts';
import { webdav } from '../../lib/backup/webdav.ts';
import { beginning, nextPiece, type Position, snapshotOf } from '../../lib/backup/write.ts';
import { openLedger } from '../../lib/ledger/database.ts';
import type { BackupTarget, MergeOutcome } from '../../lib/messages.ts';
import { ask } from '../ask.ts';

/** Told now and then how far a piece of work has come; throws where the person stopped it. */
export type Tell = (done: number, of: number) => void;

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));

/** Makes a backup of the ledger as a file. The browser holds its parts, so that memory stays flat. */
export async function makeBackup(
  passphrase: string,
  tell: Tell,
): Promise<{ file: Blob; name: string; entries: number }> {
  const db = openLedger();
  try {
    const made = new Date().toISOString();
    const derivation = freshDerivation(random);
    const sealer = await newSealer(await keyOfPassphrase(passphrase, derivation), { made, derivation }, random);
    const snapshot = await snapshotOf(db, await keysNameOf(db));
    const parts: Blob[] = [];
    for (let at: Position | undefined = beginning; at; ) {
      tell(at.stage === 'entries' ? Number(at.from) : snapshot.end, snapshot.end);
      const { bytes, next }: Awaited<ReturnType<typeof nextPiece>> = await nextPiece(db, sealer, snapshot, at);
      parts.push(new Blob([new Uint8Array(bytes)]));
      at = next;
    }
    const file = new Blob(parts, { type: 'application/octet-stream' });
    return { file, name: `contrail-${made.slice(0, 10)}.backup`, entries: snapshot.end };
  } finally {
    db.close();
  }
}

/** What a restore came to. */
export interface Restored extends MergeOutcome {
  condition: Condition;
}

/**
 * Takes a backup into this browser's ledger, chunk by chunk through the background, which alone writes. Stopping it,
 * or starting it again, does no harm: what is there is known.
 * @throws BackupError where it cannot be opened
 */
export async function restore(source: ByteSource, passphrase: string, tell: Tell): Promise<Restored> {
  const opened = await openBackup(source, (how) => keyOfPassphrase(passphrase, how));
  const sum: MergeOutcome = { added: 0, known: 0, forgotten: 0, beside: 0, refused: [], unlike: [] };
  tell(0, source.size);
  for await (const { content, read } of opened.contents()) {
    const merged = await ask('merge', { content });
    for (const name of ['added', 'known', 'forgotten', 'beside'] as const) sum[name] += merged[name];
    sum.refused.push(...merged.refused);
    sum.unlike.push(...merged.unlike);
    tell(read, source.size);
  }
  return { ...sum, condition: opened.condition };
}

/** One file, or the parts of one backup, which are put in order by their names. */
export function filesSource(files: readonly File[]): ByteSource {
  const parts = files
    .filter(({ name }) => !name.endsWith('.json'))
    .toSorted((one, other) => (one.name < other.name ? -1 : 1));
  const whole = new Blob(parts);
  return {
    size: whole.size,
    read: async (from, to) => new Uint8Array(await whole.slice(from, to).arrayBuffer()),
  };
}

/** The newest complete backup at the place that regular backups go to. @throws PlaceError */
export async function serverSource(): Promise<ByteSource | undefined> {
  const db = openLedger();
  try {
    const kept = (await db.settings.get('backup-plan'))?.value as { target: BackupTarget } | undefined;
    if (kept?.target.kind !== 'webdav') return undefined;
    const place = webdav(kept.target);
    // Names begin with the day; of one day the list that was made last is wanted.
    const names = await place.backups();
    const lists = await Promise.all(names.slice(-3).map((name) => place.manifest(name)));
    const [newest] = lists.toSorted((one, other) => (one.made < other.made ? 1 : -1));
    return newest && place.source(newest);
  } finally {
    db.close();
  }
}
