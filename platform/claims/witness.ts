import { base64 } from '@scure/base';
import { sameHash, verifyConsistency } from '../../lib/ledger/merkle.ts';
import { keyOfDid } from '../../lib/record/did-key.ts';
import { type Checkpoint, judgeNote, keyId, parseCheckpoint, parseNote } from '../../lib/record/note.ts';
import { newId } from '../ids.ts';
import { audit, type Desk } from './kit.ts';
import type { ClaimWrite } from './tables.ts';

const encoder = new TextEncoder();

/** The witness's signature line for a checkpoint (C2SP cosignature/v1), with its line end. */
export async function cosign({ keys }: Pick<Desk, 'keys'>, checkpointText: string, at: Date): Promise<string> {
  const { key, signer } = keys.witness;
  const seconds = Math.floor(at.getTime() / 1000);
  const signature = await signer.sign(encoder.encode(`cosignature/v1\ntime ${seconds}\n${checkpointText}`));
  const bytes = new Uint8Array(4 + 8 + signature.length);
  bytes.set(keyId(key), 0);
  new DataView(bytes.buffer).setBigUint64(4, BigInt(seconds));
  bytes.set(signature, 12);
  return `— ${key.name} ${base64.encode(bytes)}\n`;
}

/** A note with the witness's signature in place of an earlier one of its own. */
export async function cosigned(desk: Pick<Desk, 'keys'>, note: string, at: Date): Promise<string> {
  const end = note.lastIndexOf('\n\n');
  const text = note.slice(0, end + 1);
  const { name } = desk.keys.witness.key;
  const others = note
    .slice(end + 2)
    .split('\n')
    .filter((line) => line && !line.startsWith(`— ${name} `));
  return `${text}\n${others.map((line) => `${line}\n`).join('')}${await cosign(desk, text, at)}`;
}

/** Keeps two checkpoints of one stream that cannot both be true. */
export async function keepEvidence(
  write: ClaimWrite,
  at: Date,
  found: { stream: string; account: string; held: string; shown: string },
): Promise<void> {
  await write
    .insertInto('claim_evidence')
    .values({ id: newId(at.getTime()), at, ...found })
    .execute();
  await audit(write, at, { who: found.account, what: 'contradicted itself', about: found.stream });
}

/** What `add-checkpoint` answers. */
export interface WitnessAnswer {
  status: 200 | 400 | 403 | 404 | 409 | 422;
  body: string;
}

/** Reads `old <size>`, consistency hashes, an empty line and a signed checkpoint; null for anything else. */
function readSubmission(body: string): { old: number; proof: Uint8Array[]; note: string } | null {
  const end = body.indexOf('\n\n');
  if (end < 0) return null;
  const [first = '', ...hashes] = body.slice(0, end).split('\n');
  const [, size] = /^old (0|[1-9]\d{0,15})$/.exec(first) ?? [];
  if (size === undefined || hashes.length > 63 || !Number.isSafeInteger(Number(size))) return null;
  try {
    const proof = hashes.map((hash) => base64.decode(hash));
    return proof.every(({ length }) => length === 32) ? { old: Number(size), proof, note: body.slice(end + 2) } : null;
  } catch {
    return null;
  }
}

/**
 * `add-checkpoint` of a witness (standards section 5): cosigns a checkpoint that extends the one it knows. The row of
 * the stream is locked from the check to the change, so two requests at once cannot roll it back.
 */
export async function addCheckpoint(desk: Desk, body: string): Promise<WitnessAnswer> {
  const refused = (status: WitnessAnswer['status'], why: string): WitnessAnswer => ({ status, body: `${why}\n` });
  const given = readSubmission(body);
  const note = given && parseNote(given.note);
  const shown = note && parseCheckpoint(note.text);
  if (!given || !note || !shown) return refused(400, 'This is no request for a cosignature.');
  const { old, proof } = given;
  if (old > shown.size) return refused(400, 'The old size is larger than the new one.');
  return desk.db.transaction().execute(async (write) => {
    const known = await write
      .selectFrom('claim_streams')
      .selectAll()
      .where('origin', '=', shown.origin)
      .forUpdate()
      .executeTakeFirst();
    if (!known) return refused(404, 'This log is not known here: link it to an account first.');
    const publicKey = keyOfDid(known.did);
    const verdict = publicKey && (await judgeNote(note, { name: shown.origin, type: 0x01, publicKey }));
    if (verdict?.verdict !== 'signed') return refused(403, 'The key of this log did not sign.');
    const size = Number(known.witnessed_size);
    if (old !== size) return { status: 409, body: `${size}\n` };
    const root = base64.decode(known.witnessed_root);
    const now = desk.now();
    if (!extendsIt({ size, root }, shown, proof)) {
      await keepEvidence(write, now, {
        stream: shown.origin,
        account: known.account,
        held: known.witnessed_checkpoint,
        shown: given.note,
      });
      return refused(422, 'It does not continue the checkpoint that is known here.');
    }
    const line = await cosign(desk, note.text, now);
    await write
      .updateTable('claim_streams')
      .set({
        witnessed_size: shown.size,
        witnessed_root: base64.encode(shown.root),
        witnessed_checkpoint: await cosigned(desk, given.note, now),
      })
      .where('origin', '=', shown.origin)
      .execute();
    return { status: 200, body: line };
  });
}

function extendsIt(known: Pick<Checkpoint, 'size' | 'root'>, shown: Checkpoint, proof: readonly Uint8Array[]): boolean {
  // Every log continues the empty one, and there is nothing to prove.
  if (known.size === 0) return proof.length === 0;
  if (known.size === shown.size) return proof.length === 0 && sameHash(known.root, shown.root);
  return verifyConsistency({
    oldSize: BigInt(known.size),
    newSize: BigInt(shown.size),
    oldRoot: known.root,
    newRoot: shown.root,
    proof,
  });
}
