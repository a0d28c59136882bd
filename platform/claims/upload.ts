import { base64 } from '@scure/base';
import { contentDigest } from '../../lib/claim/digest.ts';
import { appendLeaf, type Frontier, type Hash, rootOf, rootOfLeaves, sameHash } from '../../lib/ledger/merkle.ts';
import { parseCheckpoint, parseNote } from '../../lib/record/note.ts';
import { audit, type Desk } from './kit.ts';
import { type ReadLine, readLines, unpack } from './lines.ts';
import { Problem } from './problems.ts';
import type { ClaimTables, ClaimWrite } from './tables.ts';
import { cosigned, keepEvidence } from './witness.ts';

type Claim = ClaimTables['claims'];
type KnownStream = ClaimTables['claim_streams'];

const hashLength = 32;

/**
 * Takes the lines of a claim (standards section 8, step 6): they must give the root that was signed, together with
 * the leaves that are held already. The checkpoint is cosigned, and a check is put on the list of work.
 * @param body compressed bytes, whose digest was signed
 * @throws Problem
 */
export async function takeUpload(desk: Desk, claim: Claim, body: Uint8Array): Promise<void> {
  const digest = contentDigest(body);
  if (claim.uploaded === digest) return;
  if (claim.status !== 'awaiting_upload')
    throw new Problem('nonce-used', { detail: 'Its lines are here already.', step: 6 });
  const [from, to] = [Number(claim.from_index), Number(claim.to_index)];
  const file = await unpack(body, to - from);
  const place = { stream: claim.stream, account: claim.account, from, to };
  const lines = await readLines(file, place, desk.namespace);

  const at = desk.now();
  const contradiction = await desk.db.transaction().execute(async (write) => {
    const now = await write
      .selectFrom('claims')
      .select(['status', 'uploaded'])
      .where('id', '=', claim.id)
      .forUpdate()
      .executeTakeFirstOrThrow();
    if (now.uploaded === digest) return false;
    if (now.status !== 'awaiting_upload')
      throw new Problem('nonce-used', { detail: 'Its lines are here already.', step: 6 });
    const known = await write
      .selectFrom('claim_streams')
      .selectAll()
      .where('origin', '=', claim.stream)
      .forUpdate()
      .executeTakeFirstOrThrow();
    const flaw = await extendStream(desk, write, claim, known, lines, at);
    if (flaw) {
      await keepEvidence(write, at, flaw);
      return true;
    }
    await write
      .updateTable('claims')
      .set({ status: 'received', uploaded: digest, withheld: lines.filter(({ line }) => !line).length })
      .where('id', '=', claim.id)
      .execute();
    await write
      .insertInto('claim_uploads')
      .values({ claim: claim.id, body: Buffer.from(body), kept_at: at })
      .execute();
    await write.insertInto('claim_jobs').values({ claim: claim.id, run_at: at, lease: null, attempts: 0 }).execute();
    await audit(write, at, { who: claim.account, what: 'sent the lines', about: claim.id });
    return false;
  });
  if (contradiction) throw new Problem('checkpoint-inconsistent', { step: 9 });
  desk.wake();
}

/**
 * Brings what is known of a stream up to the checkpoint of a claim.
 * @returns two checkpoints that contradict each other, where they do; nothing is changed then
 * @throws Problem `root-mismatch`
 */
async function extendStream(
  desk: Desk,
  write: ClaimWrite,
  claim: Claim,
  known: KnownStream,
  lines: readonly ReadLine[],
  at: Date,
): Promise<{ stream: string; account: string; held: string; shown: string } | null> {
  const note = parseNote(claim.checkpoint);
  const checkpoint = note && parseCheckpoint(note.text);
  const [from, held, witnessed] = [Number(claim.from_index), Number(known.held_size), Number(known.witnessed_size)];
  if (!checkpoint || from > held) throw new Problem('root-mismatch', { step: 8 });
  const contradiction = {
    stream: known.origin,
    account: known.account,
    held: known.witnessed_checkpoint,
    shown: claim.checkpoint,
  };
  const overlap = lines.slice(0, Math.max(0, held - from));
  if (overlap.length > 0) {
    const before = await heldLeaves(write, known.origin, from, from + overlap.length);
    if (!overlap.every(({ leaf }, n) => sameHash(leaf, before[n] ?? new Uint8Array()))) return contradiction;
  }
  // The log may have grown by another claim since this one was made.
  if (checkpoint.size < held) {
    const leaves = await heldLeaves(write, known.origin, 0, checkpoint.size);
    if (!sameHash(rootOfLeaves(leaves), checkpoint.root)) return contradiction;
    return null;
  }
  if (checkpoint.size < witnessed) {
    throw new Problem('checkpoint-inconsistent', { detail: 'The log has grown since: claim again.', step: 9 });
  }

  let frontier: Frontier = {
    size: held,
    edges: (JSON.parse(known.held_edges) as string[]).map((edge) => base64.decode(edge)),
  };
  const fresh = lines.slice(overlap.length).map(({ leaf }) => leaf);
  let rootThen: Hash | undefined = held === witnessed ? rootOf(frontier) : undefined;
  for (const leaf of fresh) {
    frontier = appendLeaf(frontier, leaf);
    if (frontier.size === witnessed) rootThen = rootOf(frontier);
  }
  if (frontier.size !== checkpoint.size || !sameHash(rootOf(frontier), checkpoint.root)) {
    throw new Problem('root-mismatch', { step: 8 });
  }
  if (!rootThen || !sameHash(rootThen, base64.decode(known.witnessed_root))) return contradiction;
  if (fresh.length > 0) {
    const leaves = Buffer.concat(fresh);
    await write.insertInto('claim_leaves').values({ stream: known.origin, from_index: held, leaves }).execute();
  }
  const cosignedNote = await cosigned(desk, claim.checkpoint, at);
  await write
    .updateTable('claim_streams')
    .set({
      held_size: frontier.size,
      held_edges: JSON.stringify(frontier.edges.map((edge) => base64.encode(edge))),
      witnessed_size: checkpoint.size,
      witnessed_root: base64.encode(checkpoint.root),
      witnessed_checkpoint: cosignedNote,
    })
    .where('origin', '=', known.origin)
    .execute();
  await write.updateTable('claims').set({ checkpoint: cosignedNote }).where('id', '=', claim.id).execute();
  return null;
}

/** Leaf hashes `[from, to)` as they were uploaded before. */
async function heldLeaves(write: ClaimWrite, stream: string, from: number, to: number): Promise<Hash[]> {
  const rows = await write
    .selectFrom('claim_leaves')
    .selectAll()
    .where('stream', '=', stream)
    .where('from_index', '<', to)
    .orderBy('from_index')
    .execute();
  const leaves: Hash[] = [];
  for (const row of rows) {
    const start = Number(row.from_index);
    for (let n = 0; n * hashLength < row.leaves.length; n++) {
      if (start + n >= from && start + n < to) leaves.push(row.leaves.subarray(n * hashLength, (n + 1) * hashLength));
    }
  }
  return leaves;
}
