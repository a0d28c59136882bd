import { sha256 } from '@noble/hashes/sha2.js';
import { rootOfBlock, sameHash } from '../ledger/merkle.ts';
import { keyOfDid } from './did-key.ts';
import { type Checkpoint, judgeNote, type NoteKey, parseCheckpoint, parseNote } from './note.ts';

/**
 * An earlier checkpoint of a log that goes along with a record, because others saw it: a witness that signed it, or a
 * time stamper. In the record it is `proofs/checkpoints/<stream>-<size>.txt`, the signed note as it was kept.
 */
export interface CarriedCheckpoint {
  /** Id of the stream. */
  stream: string;
  note: string;
  /** RFC 3161 answer over the SHA-256 of the note's text, as the time stamper sent it. Beside the note, as `.tsr`. */
  token?: Uint8Array;
}

export const checkpointFolder = 'proofs/checkpoints/';

/** Puts checkpoints among the files of a record: those of its own streams. */
export function addCheckpoints(
  files: Map<string, Uint8Array>,
  checkpoints: readonly CarriedCheckpoint[],
  streams: readonly { id: string }[],
): void {
  for (const { stream, note, token } of checkpoints) {
    if (!streams.some(({ id }) => id === stream)) continue;
    const path = `${checkpointFolder}${stream}-${note.split('\n')[1]}`;
    files.set(`${path}.txt`, new TextEncoder().encode(note));
    if (token) files.set(`${path}.tsr`, token);
  }
}

/** What an earlier checkpoint in a record comes to. */
export interface CheckedCheckpoint {
  file: string;
  size: number;
  /** Known witnesses that signed it, with the time (Unix seconds). */
  witnessed: { name: string; time: number }[];
  /** Whether a time stamp over it lies beside it: `openssl ts -verify` can tell by whom and when. */
  stamped: boolean;
}

/**
 * Checks an earlier checkpoint against the log that it is of: its own key signed it, and the log goes on from there.
 * A time stamp is not opened: it must speak of this checkpoint, which is seen by the digest in it.
 */
export async function checkCarried(
  file: string,
  text: string,
  token: Uint8Array | undefined,
  logs: readonly { stream: { controller: string }; checkpoint: Checkpoint; leaves: Uint8Array }[],
  witnesses: readonly NoteKey[],
): Promise<CheckedCheckpoint | { what: string }> {
  const note = parseNote(text);
  const then = note && parseCheckpoint(note.text);
  const log = then && logs.find(({ checkpoint }) => checkpoint.origin === then.origin);
  const publicKey = log && keyOfDid(log.stream.controller);
  if (!log || !publicKey) return { what: 'This is no checkpoint of a log in this record.' };
  if (`${checkpointFolder}${then.origin.split('/').at(-1)}-${then.size}.txt` !== file) {
    return { what: 'The checkpoint lies under the name of another.' };
  }
  const own = await judgeNote(note, { name: then.origin, type: 0x01, publicKey });
  if (own.verdict !== 'signed') return { what: 'The checkpoint is not signed by the key of its log.' };
  const block = log.leaves.subarray(0, then.size * 32);
  if (block.length !== then.size * 32 || !sameHash(rootOfBlock(block), then.root)) {
    return { what: 'The log does not go on from this checkpoint.' };
  }
  const witnessed: CheckedCheckpoint['witnessed'] = [];
  for (const witness of witnesses) {
    const { verdict, time } = { time: undefined, ...(await judgeNote(note, witness)) };
    if (verdict === 'bad') return { what: `The signature of the witness ${witness.name} does not fit.` };
    if (verdict === 'signed' && time !== undefined) witnessed.push({ name: witness.name, time });
  }
  if (token && !holds(token, sha256(new TextEncoder().encode(note.text)))) {
    return { what: 'The time stamp is of something else.' };
  }
  return { file, size: then.size, witnessed, stamped: token !== undefined };
}

function holds(bytes: Uint8Array, part: Uint8Array): boolean {
  for (let at = bytes.indexOf(part[0] as number); at >= 0; at = bytes.indexOf(part[0] as number, at + 1)) {
    if (sameHash(bytes.subarray(at, at + part.length), part)) return true;
  }
  return false;
}
