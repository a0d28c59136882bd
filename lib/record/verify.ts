import { canonical } from '../ledger/canonical.ts';
import type { Disclosure } from '../ledger/disclosure.ts';
import { rootOfLeaves, sameHash } from '../ledger/merkle.ts';
import { type Namespace, namespace as ownNamespace } from '../namespace.ts';
import { contextUrl } from './context.ts';
import { type Document, flawOfProof } from './data-integrity.ts';
import { keyOfDid, keyOfMethod } from './did-key.ts';
import { type CheckedLines, checkLines, flawOfDisclosure, type Line } from './line-file.ts';
import { type Checkpoint, judgeNote, type NoteKey, parseCheckpoint, parseNote } from './note.ts';
import { disclosuresSchema, type RecordDocument, type RecordStream, recordSchema } from './schema.ts';
import { flawOfSeal, sealPath } from './seal.ts';
import { JsonError, parseStrictJson } from './strict-json.ts';

/** The steps of verification, in order, by number. */
export const steps = {
  1: 'reading',
  2: 'form of the proof',
  3: 'words of the proof',
  4: 'key',
  5: 'signature',
  6: 'times',
  7: 'checkpoints',
  8: 'entries',
  9: 'witnesses and earlier records',
  10: 'files beside the record',
} as const;
export type Step = keyof typeof steps;

export interface Refusal {
  ok: false;
  step: Step;
  /** What is wrong, as a sentence. */
  what: string;
  file?: string;
  /** Line in that file, from 1. */
  line?: number;
  /** What the reader can do, as a sentence. */
  next: string;
}

export interface VerifiedStream {
  platform: string;
  account: string;
  origin: string;
  /** Entries in the log, and how many of them are shown. */
  entries: number;
  shown: number;
  first?: string;
  last?: string;
  kindCounts: RecordStream['kindCounts'];
  /** Known witnesses that saw this log, with the time (Unix seconds) they saw it. */
  witnessed: { name: string; time: number }[];
}

export interface Verified {
  ok: true;
  summary: {
    issuer: string;
    created: string;
    streams: VerifiedStream[];
    /** Titles that were disclosed. */
    titles: number;
    /** Files covered by the list of files; 0 where there are none beside the record. */
    sealed: number;
  };
}

export interface VerifyOptions {
  /** Milliseconds since the epoch. */
  now: number;
  namespace?: Namespace;
  /** Witnesses whose cosignatures are to be checked; others are passed over. */
  witnesses?: readonly NoteKey[];
  /** Checkpoints of the same streams from records that were seen earlier. */
  earlier?: readonly Checkpoint[];
}

/** Clocks differ. */
const skew = 5 * 60_000;
const recordLimits = { bytes: 4 * 1024 ** 2, depth: 12 };
const disclosureLimits = { bytes: 256 * 1024 ** 2, depth: 4 };

/**
 * Verifies a record from its files alone: no network, no clock but the given one. All steps in order; the first that
 * fails is named.
 * @param files by path, as in the zip file; `record.json` must be among them
 */
export async function verifyRecord(
  files: ReadonlyMap<string, Uint8Array>,
  options: VerifyOptions,
): Promise<Verified | Refusal> {
  try {
    return { ok: true, summary: await verifyAll(files, { namespace: ownNamespace, ...options }) };
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    throw error;
  }
}

type Files = ReadonlyMap<string, Uint8Array>;
type Options = VerifyOptions & { namespace: Namespace };

/** Ends the verification. Never leaves this file. */
class Refused extends Error {
  readonly refusal: Refusal;

  constructor(step: Step, what: string, where: { file?: string; line?: number; next?: string } = {}) {
    super(what);
    const { next = 'Ask whoever gave you this record for the file as it was made.', ...place } = where;
    this.refusal = { ok: false, step, what, ...place, next };
  }
}

async function verifyAll(files: Files, options: Options): Promise<Verified['summary']> {
  const record = readRecord(files, options.namespace);
  const disclosures = readDisclosures(files);
  await verifyProof(record);
  verifyTimes(record, options.now);
  const { streams } = record.credentialSubject;
  const checkpoints: Checkpoint[] = [];
  for (const stream of streams) checkpoints.push(await verifyCheckpoint(stream, options.namespace));
  requireDistinct(checkpoints);

  const logs: Log[] = [];
  for (const [n, stream] of streams.entries()) {
    logs.push(verifyLines(files, stream, checkpoints[n] as Checkpoint, options.namespace));
  }
  verifyDisclosures(disclosures, new Map(logs.flatMap(({ shown }) => [...shown])));
  const verified: VerifiedStream[] = [];
  for (const log of logs) {
    verifyEarlier(log, options.earlier ?? []);
    verified.push(await described(log, options.witnesses ?? []));
  }
  const sealed = await verifySeal(files, record, checkpoints, options.namespace);
  return { issuer: record.issuer, created: record.validFrom, streams: verified, titles: disclosures.length, sealed };
}

// Step 1

function readRecord(files: Files, namespace: Namespace): RecordDocument {
  const file = 'record.json';
  const bytes = files.get(file);
  if (!bytes)
    throw new Refused(1, 'There is no record.json.', {
      file,
      next: 'Give the zip file or the folder it was unpacked to.',
    });
  const value = parse(bytes, recordLimits, file);
  const context = (value as { '@context'?: unknown } | null)?.['@context'];
  const other = Array.isArray(context) && typeof context[1] === 'string' ? context[1] : undefined;
  if (other?.endsWith('/ns/v1') && other !== contextUrl(namespace)) {
    const url = other.slice(0, -'/ns/v1'.length);
    throw new Refused(1, `This record is made in the words of ${url}.`, {
      file,
      next: `If you know that place, say so: --namespace ${url}`,
    });
  }
  const parsed = recordSchema(namespace).safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const path = issue?.path.join('/');
    throw new Refused(1, `The record does not have the form of one (${path ? `${path}: ` : ''}${issue?.message}).`, {
      file,
    });
  }
  const record = parsed.data;
  try {
    canonical(record);
  } catch (error) {
    throw new Refused(1, `The record holds a value that no record can hold (${(error as Error).message}).`, { file });
  }
  if (record.credentialSubject.id !== record.issuer) {
    throw new Refused(1, 'The record speaks for another key than the one that signed it.', { file });
  }
  return record;
}

function readDisclosures(files: Files): Disclosure[] {
  const file = 'disclosures.json';
  const bytes = files.get(file);
  if (!bytes) return [];
  const parsed = disclosuresSchema.safeParse(parse(bytes, disclosureLimits, file));
  if (!parsed.success) throw new Refused(1, 'The list of titles does not have the form of one.', { file });
  return parsed.data;
}

function parse(bytes: Uint8Array, limits: { bytes: number; depth: number }, file: string): unknown {
  try {
    return parseStrictJson(bytes, limits);
  } catch (error) {
    if (error instanceof JsonError) throw new Refused(1, `The file cannot be read (${error.message}).`, { file });
    throw error;
  }
}

// Steps 2 to 6

async function verifyProof(record: RecordDocument): Promise<void> {
  const file = 'record.json';
  const { proof } = record;
  if (Array.isArray(proof)) throw new Refused(2, 'The record carries several proofs where one is expected.', { file });
  const flaw = await flawOfProof(record as unknown as Document, proof as Parameters<typeof flawOfProof>[1], {
    purpose: 'assertionMethod',
    issuer: record.issuer,
    keyOf: keyOfMethod,
  });
  if (flaw) throw new Refused(flaw.step, flaw.what, { file });
}

function verifyTimes(record: RecordDocument, now: number): void {
  const file = 'record.json';
  const { validFrom, validUntil } = record;
  const { created, expires } = record.proof as { created: string; expires?: string };
  const next = 'Look at the clock of this computer, then ask when the record was made.';
  for (const time of [created, validFrom]) {
    if (Date.parse(time) > now + skew)
      throw new Refused(6, `The record is dated in the future (${time}).`, { file, next });
  }
  for (const time of [validUntil, expires]) {
    if (time && Date.parse(time) < now)
      throw new Refused(6, `The record was valid until ${time} only.`, { file, next });
  }
}

// Step 7

async function verifyCheckpoint(stream: RecordStream, namespace: Namespace): Promise<Checkpoint> {
  const file = 'record.json';
  const note = parseNote(stream.checkpoint);
  const checkpoint = note && parseCheckpoint(note.text);
  if (!note || !checkpoint) throw new Refused(7, `The checkpoint of ${stream.account} cannot be read.`, { file });
  const publicKey = keyOfDid(stream.controller);
  const key = publicKey && { name: checkpoint.origin, type: 0x01 as const, publicKey };
  if (!key || (await judgeNote(note, key)).verdict !== 'signed') {
    throw new Refused(7, `The checkpoint of ${stream.account} is not signed by the key of its stream.`, { file });
  }
  const prefix = `${namespace.origin}/stream/`;
  if (!checkpoint.origin.startsWith(prefix) || !/^[0-9a-f]{16}$/.test(checkpoint.origin.slice(prefix.length))) {
    throw new Refused(7, `The checkpoint of ${stream.account} is of no log of this kind.`, { file });
  }
  if (checkpoint.size !== stream.entryCount) {
    throw new Refused(7, `The checkpoint of ${stream.account} is for another number of entries.`, { file });
  }
  return checkpoint;
}

function requireDistinct(checkpoints: readonly Checkpoint[]): void {
  if (new Set(checkpoints.map(({ origin }) => origin)).size !== checkpoints.length) {
    throw new Refused(7, 'The record lists one log twice.', { file: 'record.json' });
  }
}

// Step 8

/** A stream whose lines fit what was signed. */
interface Log extends CheckedLines {
  stream: RecordStream;
  checkpoint: Checkpoint;
  file: string;
}

const pathOfLines = ({ origin }: Checkpoint): string => `entries/${origin.split('/').at(-1)}.jsonl`;

function verifyLines(files: Files, stream: RecordStream, checkpoint: Checkpoint, namespace: Namespace): Log {
  const file = pathOfLines(checkpoint);
  const bytes = files.get(file);
  if (!bytes) throw new Refused(8, 'The entries of a stream are missing.', { file });
  const checked = checkLines(bytes, stream, checkpoint, namespace);
  if ('what' in checked) throw new Refused(8, checked.what, { file, ...(checked.line && { line: checked.line }) });
  return { ...checked, stream, checkpoint, file };
}

function verifyDisclosures(disclosures: readonly Disclosure[], shown: ReadonlyMap<string, Line>): void {
  const file = 'disclosures.json';
  const digests = new Set<string>();
  for (const disclosure of disclosures) {
    const flaw = flawOfDisclosure(disclosure, shown.get(disclosure.entry));
    if (flaw) throw new Refused(8, flaw, { file });
    if (digests.has(disclosure.digest)) throw new Refused(8, 'A title is listed twice.', { file });
    digests.add(disclosure.digest);
  }
}

// Step 9

function verifyEarlier({ leaves, checkpoint, file }: Log, earlier: readonly Checkpoint[]): void {
  for (const { origin, size, root } of earlier) {
    if (origin !== checkpoint.origin) continue;
    // All leaf hashes are here, so the old root can simply be computed.
    const continues = size <= leaves.length && sameHash(rootOfLeaves(leaves.slice(0, size)), root);
    if (!continues) throw new Refused(9, 'The log does not continue the one of an earlier record.', { file });
  }
}

async function described(log: Log, witnesses: readonly NoteKey[]): Promise<VerifiedStream> {
  const { stream, checkpoint, shown } = log;
  const note = parseNote(stream.checkpoint);
  const witnessed: VerifiedStream['witnessed'] = [];
  for (const witness of witnesses) {
    const verdict = note ? await judgeNote(note, witness) : { verdict: 'unsigned' as const };
    if (verdict.verdict === 'bad') {
      throw new Refused(9, `The signature of the witness ${witness.name} does not fit.`, { file: 'record.json' });
    }
    if (verdict.verdict === 'signed' && verdict.time !== undefined) {
      witnessed.push({ name: witness.name, time: verdict.time });
    }
  }
  return {
    platform: stream.platform,
    account: stream.account,
    origin: checkpoint.origin,
    entries: checkpoint.size,
    shown: shown.size,
    ...(stream.firstPublished && { first: stream.firstPublished }),
    ...(stream.lastPublished && { last: stream.lastPublished }),
    kindCounts: stream.kindCounts,
    witnessed,
  };
}

// Step 10

/** @returns number of files that the list covers */
async function verifySeal(
  files: Files,
  record: RecordDocument,
  checkpoints: readonly Checkpoint[],
  namespace: Namespace,
): Promise<number> {
  const seal = files.get(sealPath);
  if (!seal) {
    // Signature and log cover these by themselves; anything else could say what was never signed.
    const covered = new Set(['record.json', 'disclosures.json', ...checkpoints.map(pathOfLines)]);
    const file = [...files.keys()].find((path) => !covered.has(path));
    if (!file) return 0;
    throw new Refused(10, 'This file is not covered by any signature.', {
      file,
      next: 'Remove it, or ask for the whole record.',
    });
  }
  // A byte order mark stays where it is, and bytes that are no text become signs that no signature fits.
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(seal);
  const flaw = await flawOfSeal(text, files, { recordId: record.id, issuer: record.issuer, namespace });
  if (flaw) throw new Refused(10, flaw.what, { file: flaw.file });
  return files.size - 1;
}
