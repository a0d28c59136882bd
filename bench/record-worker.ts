import { sha256 } from '@noble/hashes/sha2.js';
import canonicalize from 'canonicalize';
import { append } from '../lib/ledger/append.ts';
import { openLedger } from '../lib/ledger/database.ts';
import { exportRecord } from '../lib/record/export.ts';
import { keyStoreOf, openKeyRing } from '../lib/record/keys.ts';
import { verifyZip } from '../lib/record/verifier.ts';
import { unpackZip } from '../lib/record/zip.ts';
import { act } from './append.ts';
import type { Measurement } from './measurement.ts';

/**
 * What it costs to make and to check a record of many lines, in the worker where that happens in the extension,
 * against the bare cost of its own lines: canonical JSON, UTF-8 and SHA-256 of each, and nothing else.
 */
export default async function measure(step: (name: string) => void, entries = 100_000): Promise<Measurement[]> {
  const db = openLedger({ name: `bench-record-${Math.random()}` });
  try {
    step('filling');
    for (let from = 0; from < entries; from += batch) {
      await append(
        db,
        Array.from({ length: Math.min(batch, entries - from) }, (_, n) => act(from + n)),
        { random },
      );
    }
    const keys = await openKeyRing(keyStoreOf(db), { random });
    step('making');
    const start = performance.now();
    const made = await exportRecord(db, keys, { random, now: () => new Date() });
    const make = performance.now() - start;
    const { zip } = made;
    made.files.clear();
    step('checking');
    const before = performance.now();
    const verdict = await verifyZip(zip, { now: Date.now() });
    const check = performance.now() - before;
    if (!verdict.ok) throw new Error(`the record was refused: ${verdict.what}`);
    step('bare');
    const bare = await bareCost(zip);
    const floor = { name: 'JCS and SHA-256 of the same lines (ms)', value: bare };
    return [
      { name: `make a record of ${entries} lines`, value: make / bare, unit: '×', floor, budget: { most: 2 } },
      { name: `check a record of ${entries} lines`, value: check / bare, unit: '×', floor, budget: { most: 2 } },
    ];
  } finally {
    await db.delete();
  }
}

const batch = 1000;
const random = (length: number): Uint8Array => crypto.getRandomValues(new Uint8Array(length));

async function bareCost(zip: Uint8Array): Promise<number> {
  const encoder = new TextEncoder();
  let time = 0;
  for (const [path, bytes] of await unpackZip(zip)) {
    if (!path.endsWith('.jsonl')) continue;
    const lines = new TextDecoder().decode(bytes).trimEnd().split('\n');
    for (let from = 0; from < lines.length; from += batch) {
      // Shuffled, as a program has them before it makes them canonical: in order they would be cheaper to sort.
      const values = lines
        .slice(from, from + batch)
        .map((line) => Object.fromEntries(Object.entries(JSON.parse(line)).reverse()));
      const start = performance.now();
      for (const value of values) sha256(encoder.encode(canonicalize(value)));
      time += performance.now() - start;
    }
  }
  return time;
}
