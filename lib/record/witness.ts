import { base64 } from '@scure/base';
import type { Hash } from '../ledger/merkle.ts';
import { judgeNote, type NoteKey, parseNote } from './note.ts';

/**
 * A witness signs checkpoints that it finds to continue the ones it saw before (c2sp.org/tlog-witness,
 * `add-checkpoint`): from then on nobody can tell another story about the time before.
 */
export interface Witness {
  key: NoteKey;
  /** Where it listens, without a slash at the end. */
  prefix: string;
}

/** Sends a request and gives the answer as text. */
export type Post = (url: string, body: string) => Promise<{ status: number; type: string; body: string }>;

/** What came of asking: the note with the witness's signature, or why there is none. */
export type WitnessAnswer =
  | { cosigned: string }
  | { refused: 'unknown-log' | 'not-signed' | 'inconsistent' | 'no-answer' };

const mostHashes = 64;

/**
 * Asks a witness to sign a checkpoint. It says itself how much of the log it holds, so nothing need be remembered.
 * Never throws.
 * @param note the signed checkpoint
 * @param knownSize how much of the log the witness is believed to hold; 0 where nothing is known
 * @param proofFrom hashes that lead from the first so many lines to this checkpoint
 */
export async function askWitness(
  post: Post,
  { key, prefix }: Witness,
  {
    note,
    knownSize,
    size,
    proofFrom,
  }: { note: string; knownSize: number; size: number; proofFrom: (from: number) => Hash[] },
): Promise<WitnessAnswer> {
  let from = knownSize;
  // Once more, if it holds another part than was thought.
  for (let tries = 0; tries < 2; tries++) {
    const proof = from > 0 && from < size ? proofFrom(from) : [];
    if (proof.length >= mostHashes) return { refused: 'inconsistent' };
    const body = [`old ${from}`, ...proof.map((hash) => base64.encode(hash)), '', note].join('\n');
    const answer = await post(`${prefix}/add-checkpoint`, body).catch(() => null);
    if (!answer) return { refused: 'no-answer' };
    if (answer.status === 200) return signedBy(key, note, answer.body);
    if (answer.status === 404) return { refused: 'unknown-log' };
    if (answer.status === 403) return { refused: 'not-signed' };
    const held = answer.status === 409 && answer.type.startsWith('text/x.tlog.size') ? sizeIn(answer.body) : null;
    if (held === null || held === from || held > size) {
      return { refused: [400, 409, 422].includes(answer.status) ? 'inconsistent' : 'no-answer' };
    }
    from = held;
  }
  return { refused: 'inconsistent' };
}

function sizeIn(body: string): number | null {
  const [, digits] = /^(0|[1-9]\d{0,14})\n?$/.exec(body) ?? [];
  return digits === undefined ? null : Number(digits);
}

/** The note with the lines of the answer that are good signatures of this witness. */
async function signedBy(key: NoteKey, note: string, answer: string): Promise<WitnessAnswer> {
  const lines = answer.split('\n').filter((line) => line.startsWith(`— ${key.name} `));
  const cosigned = `${note}${lines.map((line) => `${line}\n`).join('')}`;
  const parsed = lines.length > 0 ? parseNote(cosigned) : null;
  const verdict = parsed ? await judgeNote(parsed, key) : null;
  return verdict?.verdict === 'signed' ? { cosigned } : { refused: 'not-signed' };
}

/** A checkpoint with the witnesses' signatures that an earlier note over the very same text carries. */
export function withCosignatures(checkpoint: string, kept: readonly string[]): string {
  const own = parseNote(checkpoint);
  if (!own) return checkpoint;
  const lines = new Set<string>();
  for (const note of kept) {
    const other = parseNote(note);
    if (other?.text !== own.text) continue;
    const [name] = own.signatures;
    for (const line of note.slice(other.text.length + 1, -1).split('\n')) {
      // The log's own signature is there already.
      if (!line.startsWith(`— ${name?.name} `)) lines.add(line);
    }
  }
  return `${checkpoint}${[...lines].map((line) => `${line}\n`).join('')}`;
}
