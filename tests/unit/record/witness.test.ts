import { base64, base64urlnopad } from '@scure/base';
import { describe, expect, it } from 'vitest';
import { append } from '../../../lib/ledger/append.ts';
import { consistencyProof, rootOfLeaves, verifyConsistency } from '../../../lib/ledger/merkle.ts';
import type { Stream } from '../../../lib/ledger/stream.ts';
import { signerFromSeed } from '../../../lib/record/keys.ts';
import { type Checkpoint, keyId, type NoteKey, parseCheckpoint, parseNote } from '../../../lib/record/note.ts';
import { verifyRecord } from '../../../lib/record/verify.ts';
import { askWitness, type Post } from '../../../lib/record/witness.ts';
import { aContribution, seededRandom } from '../ledger/factories.ts';
import { aRecord, aWeek, madeAt } from './factories.ts';

const signer = await signerFromSeed(new Uint8Array(32).fill(8));
const key: NoteKey = { name: 'social.example/witness', type: 4, publicKey: signer.publicKey };
const prefix = 'https://social.example/witness';
const seenAt = Math.floor(madeAt.getTime() / 1000);

/** A witness as c2sp.org/tlog-witness describes it, for one log that it holds up to a checkpoint. */
function aWitness(held?: Checkpoint): Post & { requests: () => number } {
  let requests = 0;
  const post: Post = async (url, body) => {
    requests += 1;
    const answer = (status: number, text = '', type = 'text/plain') => ({ status, type, body: text });
    const [head = '', note = ''] = [body.slice(0, body.indexOf('\n\n')), body.slice(body.indexOf('\n\n') + 2)];
    const [old = '', ...hashes] = head.split('\n');
    const shown = parseCheckpoint(parseNote(note)?.text ?? '') as Checkpoint;
    const size = held?.size ?? 0;
    if (url !== `${prefix}/add-checkpoint`) return answer(404);
    if (old !== `old ${size}`) return answer(409, `${size}\n`, 'text/x.tlog.size');
    const claim = { oldSize: BigInt(size), newSize: BigInt(shown.size), newRoot: shown.root };
    const proof = hashes.map((hash) => base64.decode(hash));
    if (held && !verifyConsistency({ ...claim, oldRoot: held.root, proof })) return answer(422);
    held = shown;
    const text = parseNote(note)?.text ?? '';
    const signed = await signer.sign(new TextEncoder().encode(`cosignature/v1\ntime ${seenAt}\n${text}`));
    const time = new Uint8Array(8);
    new DataView(time.buffer).setBigUint64(0, BigInt(seenAt));
    return answer(200, `— ${key.name} ${base64.encode(Uint8Array.of(...keyId(key), ...time, ...signed))}\n`);
  };
  return Object.assign(post, { requests: () => requests });
}

async function aLog() {
  const db = await aWeek();
  const { record } = await aRecord(db);
  const note = record.credentialSubject.streams[0]?.checkpoint ?? '';
  const checkpoint = parseCheckpoint(parseNote(note)?.text ?? '') as Checkpoint;
  const stream = checkpoint.origin.split('/').at(-1) as string;
  const rows = await db.entries.where('[stream+index]').between([stream, 0], [stream, 99]).toArray();
  const leaves = rows.map(({ leaf }) => base64urlnopad.decode(leaf));
  return { db, note, checkpoint, stream, leaves, proofFrom: (from: number) => consistencyProof(leaves, from) };
}

describe('a witness', () => {
  it('signs a log it is shown for the first time, and its signature goes along in the record', async () => {
    const { db, note, stream, proofFrom } = await aLog();
    const given = { note, knownSize: 0, size: 8, proofFrom };
    const answer = await askWitness(aWitness(), { key, prefix }, given);
    const cosigned = 'cosigned' in answer ? answer.cosigned : '';
    expect(cosigned.startsWith(note)).toBe(true);
    const { files, record } = await aRecord(db, { checkpoints: [{ stream, note: cosigned }] });
    expect(record.credentialSubject.streams[0]?.checkpoint).toContain(key.name);
    const seen = { witnessed: [{ name: key.name, time: seenAt }] };
    expect(await verifyRecord(files, { now: madeAt.getTime(), witnesses: [key] })).toMatchObject({
      ok: true,
      summary: { streams: [seen, { witnessed: [] }], checkpoints: [{ size: 8, ...seen }] },
    });
  });

  it('tells itself how much it holds, and signs what continues that', async () => {
    const { note, checkpoint, leaves, proofFrom } = await aLog();
    const held = { ...checkpoint, size: 3, root: rootOfLeaves(leaves.slice(0, 3)) };
    const witness = aWitness(held);
    const given = { note, knownSize: 0, size: 8, proofFrom };
    expect(await askWitness(witness, { key, prefix }, given)).toHaveProperty('cosigned');
    expect(witness.requests()).toBe(2);
    const other = aWitness({ ...held, root: leaves[0] as Uint8Array });
    expect(await askWitness(other, { key, prefix }, given)).toEqual({ refused: 'inconsistent' });
  });

  it('is believed in nothing that does not verify, and missed where it does not answer', async () => {
    const { note, proofFrom } = await aLog();
    const given = { note, knownSize: 0, size: 8, proofFrom };
    const ask = (status: number, body = '', type = 'text/plain') =>
      askWitness(async () => ({ status, body, type }), { key, prefix }, given);
    const forged = `— ${key.name} ${base64.encode(Uint8Array.of(...keyId(key), ...new Uint8Array(72)))}\n`;
    expect(await ask(200, forged)).toEqual({ refused: 'not-signed' });
    expect(await ask(200, 'hello')).toEqual({ refused: 'not-signed' });
    expect(await ask(404)).toEqual({ refused: 'unknown-log' });
    expect(await ask(409, '99', 'text/x.tlog.size')).toEqual({ refused: 'inconsistent' });
    expect(await ask(500)).toEqual({ refused: 'no-answer' });
    const unreachable = () => Promise.reject(new TypeError('no network'));
    expect(await askWitness(unreachable, { key, prefix }, given)).toEqual({ refused: 'no-answer' });
  });
});

describe('an earlier checkpoint in a record', () => {
  it('holds while the log goes on from it, and is refused under another name or from another log', async () => {
    const { db, note, stream } = await aLog();
    await append(db, aContribution({ object: { url: 'https://social.example/new', id: 'n' } }), {
      random: seededRandom(99),
    });
    const grown = ((await db.streams.get(stream)) as Stream).size;
    expect(grown).toBe(9);
    const { files } = await aRecord(db, { checkpoints: [{ stream, note }] });
    const now = madeAt.getTime();
    expect(await verifyRecord(files, { now })).toMatchObject({ ok: true, summary: { checkpoints: [{ size: 8 }] } });
    const path = `proofs/checkpoints/${stream}-8.txt`;
    const bytes = files.get(path) as Uint8Array;
    const renamed = new Map(files).set(path.replace('-8', '-7'), bytes);
    renamed.delete(path);
    expect(await verifyRecord(renamed, { now })).toMatchObject({ ok: false, step: 9, file: path.replace('-8', '-7') });
    const text = new TextDecoder().decode(bytes);
    const forged = new Map(files).set(path, new TextEncoder().encode(text.replace('\n8\n', '\n7\n')));
    expect(await verifyRecord(forged, { now })).toMatchObject({ ok: false, step: 9, file: path });
  });
});
