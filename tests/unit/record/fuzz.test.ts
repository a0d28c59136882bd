import { describe, expect, it } from 'vitest';
import { namespace } from '../../../lib/namespace.ts';
import { checkLines } from '../../../lib/record/line-file.ts';
import { type Checkpoint, parseCheckpoint, parseNote } from '../../../lib/record/note.ts';
import type { RecordStream } from '../../../lib/record/schema.ts';
import { JsonError, parseStrictJson } from '../../../lib/record/strict-json.ts';
import { verifyZip } from '../../../lib/record/verifier.ts';
import { verifyRecord } from '../../../lib/record/verify.ts';
import { unpackZip, ZipError } from '../../../lib/record/zip.ts';
import { aRecord, aWeek, madeAt } from './factories.ts';

/**
 * 100,000 broken inputs, each at the cheapest place where it could be accepted: whole records, line files, zip files,
 * documents. Each must be refused, with a reason, within a moment. Another seed: CONTRAIL_FUZZ=123.
 */
const seed = Number(process.env.CONTRAIL_FUZZ ?? Date.now() % 2 ** 31);
const now = madeAt.getTime();
/** No single input may keep the verifier busy for longer, even where the machine is slow. */
const longest = 2000;

const { files, zip, record } = await aRecord(await aWeek());
const stream = record.credentialSubject.streams[0] as RecordStream;
const checkpoint = parseCheckpoint(parseNote(stream.checkpoint)?.text ?? '') as Checkpoint;
const linesPath = `entries/${checkpoint.origin.split('/').at(-1)}.jsonl`;
const bytesAt = (path: string) => files.get(path) as Uint8Array;

/** mulberry32: quick, and the same everywhere for one seed. */
function dice(from: number): (sides: number) => number {
  let state = from >>> 0;
  return (sides) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides;
  };
}

const encoder = new TextEncoder();
/** What breaks readers of JSON, of text and of numbers. */
const pieces = [
  ...['"', '\\', '{', '}', '[', ']', ',', ':', 'null', 'true', '-0', '1e999', '9007199254740993', '0.1', '\\u0000'],
  ...[
    '\\ud800',
    '\ufeff',
    '\u2028',
    '"id":0,',
    '"__proto__":{},',
    '[[[[[[[[[[[[[[[[',
    '\n',
    '\r\n',
    '\0',
    ' ',
    '+',
    '=',
  ],
  ...['{"redacted":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"}\n', '— x AAAA\n', '../', 'PK\u0005\u0006', '\u0001'],
].map((text) => encoder.encode(text));

/** Changes bytes in one to three places: flips, cuts, doubles, moves, puts something in. Never gives the same back. */
function mutate(bytes: Uint8Array, roll: (sides: number) => number): Uint8Array {
  let changed = bytes;
  for (let times = 1 + roll(3); times > 0; times--) changed = mutateOnce(changed, roll);
  const same = changed.length === bytes.length && changed.every((byte, at) => byte === bytes[at]);
  return same ? mutate(bytes, roll) : changed;
}

function mutateOnce(bytes: Uint8Array, roll: (sides: number) => number): Uint8Array {
  const at = roll(bytes.length + 1);
  const to = Math.min(bytes.length, at + roll(40));
  const spliced = (middle: Uint8Array, end = at) => {
    const whole = new Uint8Array(at + middle.length + bytes.length - end);
    whole.set(bytes.subarray(0, at));
    whole.set(middle, at);
    whole.set(bytes.subarray(end), at + middle.length);
    return whole;
  };
  switch (roll(6)) {
    case 0:
    case 1: {
      const flipped = bytes.slice();
      if (at < bytes.length) flipped[at] = (flipped[at] as number) ^ (1 << roll(8));
      return flipped;
    }
    case 2:
      return spliced(pieces[roll(pieces.length)] as Uint8Array);
    case 3:
      return spliced(pieces[roll(pieces.length)] as Uint8Array, to);
    case 4:
      return spliced(new Uint8Array(), to);
    default:
      return spliced(bytes.subarray(at, to));
  }
}

/** Runs `count` mutations of something through a judge that tells why each was refused, or null if it was taken. */
async function fuzz(
  count: number,
  salt: number,
  bytes: Uint8Array,
  judge: (changed: Uint8Array) => Promise<string | null> | string | null,
): Promise<Set<string>> {
  const roll = dice(seed + salt);
  const reasons = new Set<string>();
  for (let n = 0; n < count; n++) {
    const changed = mutate(bytes, roll);
    const start = performance.now();
    let reason: string | null;
    try {
      reason = await judge(changed);
    } catch (error) {
      throw new Error(`seed ${seed}, input ${n} (${Buffer.from(changed).toString('base64')})`, { cause: error });
    }
    const taken = performance.now() - start;
    if (!reason) expect.fail(`seed ${seed}: input ${n} was taken: ${Buffer.from(changed).toString('base64')}`);
    if (taken > longest) expect.fail(`seed ${seed}: input ${n} took ${taken} ms`);
    reasons.add(reason);
  }
  return reasons;
}

/** Judges a record with one file exchanged. */
const inRecord = (path: string) => async (changed: Uint8Array) => {
  const verdict = await verifyRecord(new Map(files).set(path, changed), { now });
  return verdict.ok ? null : `${verdict.step} ${verdict.what}`;
};

describe(`broken inputs are refused, with a reason, at once (seed ${seed})`, () => {
  it('20,000 records', async () => {
    const reasons = await fuzz(20_000, 1, bytesAt('record.json'), inRecord('record.json'));
    expect(reasons.size).toBeGreaterThan(20);
  });

  it('46,000 line files', async () => {
    const options = { namespace, tick: async () => undefined };
    const reasons = await fuzz(46_000, 2, bytesAt(linesPath), async (changed) => {
      const checked = await checkLines(changed, stream, checkpoint, { ...options, titles: new Map() });
      return 'what' in checked ? checked.what : null;
    });
    expect(reasons.size).toBeGreaterThan(15);
  });

  it('20,000 zip files', async () => {
    let whole = 0;
    const reasons = await fuzz(20_000, 3, zip, async (changed) => {
      try {
        const unpacked = await unpackZip(changed);
        // Bytes that say nothing about a file (its date, who packed it) may change: then the files are the same.
        const same =
          unpacked.size === files.size && [...files].every(([path, bytes]) => equal(unpacked.get(path), bytes));
        if (same) whole += 1;
        if (same) return 'the same files';
        const verdict = await verifyRecord(unpacked, { now });
        return verdict.ok ? null : verdict.what;
      } catch (error) {
        if (!(error instanceof ZipError)) throw error;
        const verdict = await verifyZip(changed, { now });
        return verdict.ok ? null : verdict.what;
      }
    });
    expect(reasons.size).toBeGreaterThan(8);
    expect(whole).toBeLessThan(6000);
  });

  it('2,000 lists of titles, 2,000 lists of files', async () => {
    expect((await fuzz(2000, 4, bytesAt('disclosures.json'), inRecord('disclosures.json'))).size).toBeGreaterThan(5);
    expect((await fuzz(2000, 5, bytesAt('proofs/files.txt'), inRecord('proofs/files.txt'))).size).toBeGreaterThan(1);
  });

  it('10,000 texts that are nearly JSON are read as JSON.parse reads them, or refused', async () => {
    let read = 0;
    const roll = dice(seed + 6);
    for (let n = 0; n < 10_000; n++) {
      const changed = mutate(bytesAt('disclosures.json').subarray(0, 300 + roll(300)), roll);
      try {
        const value = parseStrictJson(changed, { bytes: 10_000, depth: 8 });
        expect(value).toEqual(JSON.parse(new TextDecoder().decode(changed)));
        read += 1;
      } catch (error) {
        if (!(error instanceof JsonError)) throw new Error(`seed ${seed}, input ${n}`, { cause: error });
      }
    }
    expect(read).toBeLessThan(10_000);
  });
});

const equal = (one: Uint8Array | undefined, other: Uint8Array) =>
  one?.length === other.length && one.every((byte, at) => byte === other[at]);
