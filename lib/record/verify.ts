import { canonical } from '../ledger/canonical.ts';
import type { Disclosure } from '../ledger/disclosure.ts';
import { rootOfBlock, sameHash } from '../ledger/merkle.ts';
import { type Namespace, namespace as ownNamespace } from '../namespace.ts';
import { type CheckedCheckpoint, checkCarried, checkpointFolder } from './carried-checkpoint.ts';
import { contextUrl } from './context.ts';
import { type Document, flawOfProof } from './data-integrity.ts';
import { keyOfDid, keyOfMethod } from './did-key.ts';
import { type DidDocument, didDocumentShape } from './did-web.ts';
import { type CheckedLines, checkLines, type Titles } from './line-file.ts';
import { type Checkpoint, judgeNote, type NoteKey, parseCheckpoint, parseNote } from './note.ts';
import { type CheckedReceipt, checkReceipt, type Receipt, receiptShape } from './receipt.ts';
import { disclosuresShape, type RecordDocument, type RecordProof, type RecordStream, recordShape } from './schema.ts';
import { flawOfSeal, sealPath } from './seal.ts';
import { type Shape, told } from './shape.ts';
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
  9: 'witnesses, receipts and earlier records',
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
  /** The same as one word, for who speaks another language. */
  advice: Advice;
}

/**
 * `ask`: for the record as it was made. `files`: give the whole zip file or folder. `clock`: look at this computer's
 * clock. `namespace`: say that another namespace is known. `time`: allow more of it.
 */
export type Advice = 'ask' | 'files' | 'clock' | 'namespace' | 'time';

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
    /** Receipts of platforms that lie beside it. */
    receipts: CheckedReceipt[];
    /** Earlier checkpoints of its logs that others saw. */
    checkpoints: CheckedCheckpoint[];
    /** How many of the given earlier checkpoints are of logs in this record: it continues all of them. */
    continued: number;
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
  /** did:web documents of platforms that the reader fetched or knows; those in the record are only what it says. */
  platforms?: readonly DidDocument[];
  /**
   * The files are a copy inside the readable page. A page cannot hold its own digest, so the files beside the record
   * (step 10) are not judged.
   */
  copy?: boolean;
  /** Seconds after which the work is given up. A hundred thousand entries take about five. */
  seconds?: number;
  /** Told now and then how much is done, from 0 to 1; the work waits for what it returns. */
  progress?: (share: number) => void | Promise<void>;
}

/** Clocks differ. */
const skew = 5 * 60_000;
const recordLimits = { bytes: 4 * 1024 ** 2, depth: 12 };
const disclosureLimits = { bytes: 256 * 1024 ** 2, depth: 4 };
const receiptLimits = { bytes: 16 * 1024 ** 2, depth: 8 };
const maxReceipts = 1000;
/** What a verification may take, unless more is asked for. */
export const secondsAtMost = 300;

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

const advices: Record<Advice, string> = {
  ask: 'Ask whoever gave you this record for the file as it was made.',
  files: 'Give the zip file or the folder it was unpacked to, whole.',
  clock: 'Look at the clock of this computer, then ask when the record was made.',
  namespace: 'If you know that place, say so: --namespace',
  time: 'Try again where more time is allowed, with Contrail’s own program for example.',
};

/** Ends the verification. Never leaves this file. */
class Refused extends Error {
  readonly refusal: Refusal;

  constructor(step: Step, what: string, where: { file?: string; line?: number; advice?: Advice; more?: string } = {}) {
    super(what);
    const { advice = 'ask', more, ...place } = where;
    const next = more ? `${advices[advice]} ${more}` : advices[advice];
    this.refusal = { ok: false, step, what, ...place, next, advice };
  }
}

/** Counts the bytes that were looked at against all there are, and the time against what is allowed. */
class Pace {
  readonly #began = performance.now();
  readonly #total: number;
  readonly #options: Options;
  #done = 0;

  constructor(files: Files, options: Options) {
    // Everything is read once for what it says and once for the list of files.
    this.#total = 2 * [...files.values()].reduce((sum, { length }) => sum + length, 1);
    this.#options = options;
  }

  /** Called by whatever takes long. */
  async tick(step: Step, bytes: number): Promise<void> {
    this.#done += bytes;
    const { seconds = secondsAtMost, progress } = this.#options;
    if (performance.now() - this.#began > seconds * 1000) {
      throw new Refused(step, `Checking takes longer than ${seconds} seconds.`, { advice: 'time' });
    }
    await progress?.(Math.min(1, this.#done / this.#total));
  }
}

async function verifyAll(files: Files, options: Options): Promise<Verified['summary']> {
  const { namespace } = options;
  const pace = new Pace(files, options);
  const record = readRecord(files, namespace);
  const disclosures = readDisclosures(files);
  await pace.tick(1, sizeOf(files, 'record.json') + sizeOf(files, 'disclosures.json'));
  const receipts = readReceipts(files, namespace);
  const documents = readDidDocuments(files);
  await verifyProof(record);
  verifyTimes(record, options.now);
  const { streams } = record.credentialSubject;
  const checkpoints: Checkpoint[] = [];
  for (const stream of streams) checkpoints.push(await verifyCheckpoint(stream, namespace));
  requireDistinct(checkpoints);

  const titles = byLine(disclosures);
  const logs: Log[] = [];
  for (const [n, stream] of streams.entries()) {
    logs.push(await verifyLines(files, stream, checkpoints[n] as Checkpoint, { namespace, titles, pace }));
  }
  verifyTitles(titles, logs);
  const verified: VerifiedStream[] = [];
  let continued = 0;
  for (const log of logs) {
    continued += verifyEarlier(log, options.earlier ?? []);
    verified.push(await described(log, options.witnesses ?? []));
  }
  const checked: CheckedReceipt[] = [];
  for (const [file, receipt] of receipts) {
    checked.push(
      await verifyReceipt(file, receipt, logs, { known: options.platforms ?? [], carried: documents }, options.now),
    );
    await pace.tick(9, sizeOf(files, file));
  }
  const carried = await verifyCarried(files, logs, options.witnesses ?? []);
  const sealed = options.copy ? 0 : await verifySeal(files, record, checkpoints, namespace, pace);
  return {
    issuer: record.issuer,
    created: record.validFrom,
    streams: verified,
    titles: disclosures.length,
    receipts: checked,
    checkpoints: carried,
    continued,
    sealed,
  };
}

const sizeOf = (files: Files, path: string): number => files.get(path)?.length ?? 0;

// Step 1

function readRecord(files: Files, namespace: Namespace): RecordDocument {
  const file = 'record.json';
  const bytes = files.get(file);
  if (!bytes) throw new Refused(1, 'There is no record.json.', { file, advice: 'files' });
  const value = parse(bytes, recordLimits, file);
  const context = (value as { '@context'?: unknown } | null)?.['@context'];
  const other = Array.isArray(context) && typeof context[1] === 'string' ? context[1] : undefined;
  if (other?.endsWith('/ns/v1') && other !== contextUrl(namespace)) {
    const url = other.slice(0, -'/ns/v1'.length);
    throw new Refused(1, `This record is made in the words of ${url}.`, {
      file,
      advice: 'namespace',
      more: url,
    });
  }
  requireShape(value, recordShape(namespace), 'The record does not have the form of one', file);
  const record = value as RecordDocument;
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
  const value = parse(bytes, disclosureLimits, file);
  requireShape(value, disclosuresShape, 'The list of titles does not have the form of one', file);
  return value as Disclosure[];
}

const receiptsAt = /^receipts\/[^/]+\.json$/;
const documentsAt = /^proofs\/did-web\/[^/]+\.json$/;

function readReceipts(files: Files, namespace: Namespace): [file: string, receipt: Receipt][] {
  const paths = [...files.keys()].filter((path) => receiptsAt.test(path));
  if (paths.length > maxReceipts) throw new Refused(1, `There are more than ${maxReceipts} receipts.`);
  const shape = receiptShape(namespace);
  return paths.map((file) => {
    const value = parse(files.get(file) as Uint8Array, receiptLimits, file);
    requireShape(value, shape, 'The receipt does not have the form of one', file);
    return [file, value as Receipt];
  });
}

function readDidDocuments(files: Files): DidDocument[] {
  const paths = [...files.keys()].filter((path) => documentsAt.test(path));
  if (paths.length > maxReceipts) throw new Refused(1, `There are more than ${maxReceipts} keys of platforms.`);
  return paths.map((file) => {
    const value = parse(files.get(file) as Uint8Array, recordLimits, file);
    requireShape(value, didDocumentShape, 'The keys of the platform do not have the form of any', file);
    return value as DidDocument;
  });
}

function requireShape(value: unknown, shape: Shape, what: string, file: string): void {
  const flaw = shape(value);
  if (flaw) throw new Refused(1, `${what} (${told(flaw)}).`, { file });
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
  const flaw = await flawOfProof(record as unknown as Document, proof, {
    purpose: 'assertionMethod',
    issuer: record.issuer,
    keyOf: keyOfMethod,
  });
  if (flaw) throw new Refused(flaw.step, flaw.what, { file });
}

function verifyTimes(record: RecordDocument, now: number): void {
  const file = 'record.json';
  const { validFrom, validUntil } = record;
  const { created, expires } = record.proof as RecordProof;
  for (const time of [created, validFrom]) {
    if (Date.parse(time) > now + skew)
      throw new Refused(6, `The record is dated in the future (${time}).`, { file, advice: 'clock' });
  }
  for (const time of [validUntil, expires]) {
    if (time && Date.parse(time) < now)
      throw new Refused(6, `The record was valid until ${time} only.`, { file, advice: 'clock' });
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

async function verifyLines(
  files: Files,
  stream: RecordStream,
  checkpoint: Checkpoint,
  { namespace, titles, pace }: { namespace: Namespace; titles: Titles; pace: Pace },
): Promise<Log> {
  const file = pathOfLines(checkpoint);
  const bytes = files.get(file);
  if (!bytes) throw new Refused(8, 'The entries of a stream are missing.', { file, advice: 'files' });
  const tick = (read: number) => pace.tick(8, read);
  const checked = await checkLines(bytes, stream, checkpoint, { namespace, titles, tick });
  if ('what' in checked) throw new Refused(8, checked.what, { file, ...(checked.line && { line: checked.line }) });
  return { ...checked, stream, checkpoint, file };
}

function byLine(disclosures: readonly Disclosure[]): Titles {
  const titles: Titles = new Map();
  const digests = new Set<string>();
  for (const disclosure of disclosures) {
    const { entry, digest } = disclosure;
    if (digests.has(digest)) throw new Refused(8, 'A title is listed twice.', { file: 'disclosures.json' });
    digests.add(digest);
    const listed = titles.get(entry);
    if (listed) listed.push(disclosure);
    else titles.set(entry, [disclosure]);
  }
  return titles;
}

/** After all lines: where a line was changed that is said, and not that its title does not fit it. */
function verifyTitles(left: Titles, logs: readonly Log[]): void {
  const what =
    logs.find(({ titleFlaw }) => titleFlaw)?.titleFlaw ??
    (left.size > 0 ? 'A title belongs to a line that is not shown.' : null);
  if (what) throw new Refused(8, what, { file: 'disclosures.json' });
}

// Step 9

/** @returns how many of the earlier checkpoints are of this log */
function verifyEarlier({ leaves, checkpoint, file }: Log, earlier: readonly Checkpoint[]): number {
  const own = earlier.filter(({ origin }) => origin === checkpoint.origin);
  for (const { size, root } of own) {
    // All leaf hashes are here, so the old root can simply be computed.
    const continues = size * 32 <= leaves.length && sameHash(rootOfBlock(leaves.subarray(0, size * 32)), root);
    if (!continues) throw new Refused(9, 'The log does not continue the one of an earlier record.', { file });
  }
  return own.length;
}

async function verifyReceipt(
  file: string,
  receipt: Receipt,
  logs: readonly Log[],
  documents: { known: readonly DidDocument[]; carried: readonly DidDocument[] },
  now: number,
): Promise<CheckedReceipt> {
  for (const time of [receipt.proof.created, receipt.validFrom]) {
    if (Date.parse(time) > now + skew)
      throw new Refused(9, `The receipt is dated in the future (${time}).`, { file, advice: 'clock' });
  }
  const checked = await checkReceipt(file, receipt, logs, documents);
  if ('what' in checked) throw new Refused(9, checked.what, { file });
  return checked;
}

async function verifyCarried(
  files: Files,
  logs: readonly Log[],
  witnesses: readonly NoteKey[],
): Promise<CheckedCheckpoint[]> {
  const checkpoints: CheckedCheckpoint[] = [];
  const paths = [...files.keys()].filter((path) => path.startsWith(checkpointFolder));
  if (paths.length > maxReceipts) throw new Refused(9, `There are more than ${maxReceipts} checkpoints.`);
  for (const file of paths) {
    if (file.endsWith('.tsr') && files.has(file.replace(/tsr$/, 'txt'))) continue;
    const bytes = files.get(file) as Uint8Array;
    if (bytes.length > 16 * 1024) throw new Refused(9, 'This is no checkpoint of a log in this record.', { file });
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    const checked = await checkCarried(file, text, files.get(file.replace(/txt$/, 'tsr')), logs, witnesses);
    if ('what' in checked) throw new Refused(9, checked.what, { file });
    checkpoints.push(checked);
  }
  return checkpoints;
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
    shown,
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
  pace: Pace,
): Promise<number> {
  const seal = files.get(sealPath);
  if (!seal) {
    // Signature and log cover these by themselves; anything else could say what was never signed.
    const covered = new Set(['record.json', 'disclosures.json', ...checkpoints.map(pathOfLines)]);
    const file = [...files.keys()].find((path) => !covered.has(path));
    if (!file) return 0;
    throw new Refused(10, 'This file is not covered by any signature.', {
      file,
      advice: 'files',
    });
  }
  // A byte order mark stays where it is, and bytes that are no text become signs that no signature fits.
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(seal);
  const flaw = await flawOfSeal(text, files, {
    recordId: record.id,
    issuer: record.issuer,
    namespace,
    tick: (bytes) => pace.tick(10, bytes),
  });
  if (flaw) throw new Refused(10, flaw.what, { file: flaw.file });
  return files.size - 1;
}
