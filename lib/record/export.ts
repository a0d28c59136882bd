import { sha256 } from '@noble/hashes/sha2.js';
import { base64urlnopad, hex } from '@scure/base';
import { canonicalBytes } from '../ledger/canonical.ts';
import type { LedgerDatabase } from '../ledger/database.ts';
import type { Disclosure } from '../ledger/disclosure.ts';
import { LedgerError } from '../ledger/errors.ts';
import type { Kind } from '../ledger/kinds.ts';
import { linesOf } from '../ledger/lines.ts';
import { localDay } from '../ledger/local-day.ts';
import { appendLeaf, emptyFrontier, rootOf } from '../ledger/merkle.ts';
import { isWithin, type Period } from '../ledger/queries.ts';
import { wholeSeconds } from '../ledger/record-line.ts';
import type { Stream } from '../ledger/stream.ts';
import { type Namespace, namespace as ownNamespace } from '../namespace.ts';
import { contextUrl, credentialsContext, entryProfileUrl } from './context.ts';
import { signDocument } from './data-integrity.ts';
import type { Signer } from './ed25519.ts';
import { RecordError } from './errors.ts';
import { instructions } from './instructions.ts';
import type { KeyRing } from './keys.ts';
import { digestMultibase } from './multihash.ts';
import { checkpointText, signNote } from './note.ts';
import { readablePage } from './readable-page.ts';
import type { RecordDocument, RecordStream } from './schema.ts';
import { sealFiles, sealPath } from './seal.ts';
import { type ShownLine, shownLine } from './shown.ts';
import { activitiesTable } from './table.ts';
import type { VerifierScript } from './verifier-page.ts';
import { packZip } from './zip.ts';

export interface ExportRequest {
  /** Ids of the streams; all of them where missing. Several in one record show that they are one person's. */
  streams?: readonly string[];
  /** Only entries of these days are shown; all of them where missing. The others stay as hashes. */
  period?: Period;
  /** Whether titles go along in `disclosures.json` and in the readable files. Yes, unless told otherwise. */
  titles?: boolean;
  /** Receipts of platforms to go along, by file name. */
  receipts?: ReadonlyMap<string, unknown>;
  /** did:web documents of the platforms that gave them, by host. */
  platforms?: ReadonlyMap<string, unknown>;
  /** The script by which the readable page checks itself; without it the page says how else. */
  verifier?: VerifierScript;
  now: () => Date;
  random: (length: number) => Uint8Array;
  namespace?: Namespace;
}

export interface ExportedRecord {
  /** The files of the record by path. */
  files: Map<string, Uint8Array>;
  /** The same, packed. */
  zip: Uint8Array;
  record: RecordDocument;
  /** How many entries it shows. */
  shown: number;
}

/**
 * Makes a signed record of one or all streams: the whole of each log as hashes, the entries of a period in clear.
 * One stream is signed with that stream's key, several with the record key.
 * @throws RecordError `nothing`, `damaged`, `contradiction`, or what the key ring throws
 */
export async function exportRecord(db: LedgerDatabase, keys: KeyRing, request: ExportRequest): Promise<ExportedRecord> {
  const namespace = request.namespace ?? ownNamespace;
  const now = request.now();
  const all = await db.streams.toArray();
  const wanted = all
    .filter((stream) => !request.streams || request.streams.includes(stream.id))
    .sort((one, other) => (one.actor < other.actor ? -1 : one.actor > other.actor ? 1 : one.epoch - other.epoch));

  const logs: { stream: Stream; log: Log; signer: Signer }[] = [];
  for (const stream of wanted) {
    const log = await readLog(db, stream, request.period, namespace);
    if (log.shown.length === 0) continue;
    logs.push({ stream, log, signer: await keys.streamKey(stream.platform, stream.epoch) });
  }
  const [only] = logs;
  if (!only) throw new RecordError('nothing', 'There is no entry to show.');
  const issuer = logs.length === 1 ? only.signer : await keys.recordKey();

  const files = new Map<string, Uint8Array>();
  const streams: RecordStream[] = [];
  const lines: ShownLine[] = [];
  const disclosures: Disclosure[] = [];
  for (const { stream, log, signer } of logs) {
    const described = await streamDescription(stream, log, signer, namespace);
    streams.push(described);
    files.set(`entries/${stream.id}.jsonl`, log.file);
    for (const { index, line, titles } of log.shown) {
      const chosen = request.titles === false ? [] : titles;
      disclosures.push(...chosen);
      lines.push(shownLine(described, index, line, chosen));
    }
  }
  lines.sort((one, other) => (one.published < other.published ? -1 : one.published > other.published ? 1 : 0));

  const record = await signRecord(streams, issuer, { now, random: request.random, namespace });

  files.set('record.json', text(`${JSON.stringify(record, null, 1)}\n`));
  if (disclosures.length > 0) files.set('disclosures.json', text(`${JSON.stringify(disclosures, null, 1)}\n`));
  for (const [name, receipt] of request.receipts ?? []) {
    files.set(`receipts/${name}`, text(`${JSON.stringify(receipt, null, 1)}\n`));
  }
  for (const [host, document] of request.platforms ?? []) {
    // A port is written as in the did: a file name has no colon.
    files.set(`proofs/did-web/${host.replace(':', '%3A')}.json`, text(`${JSON.stringify(document, null, 1)}\n`));
  }
  const signed = new Map(files);
  files.set('activities.csv', text(activitiesTable(lines)));
  const self = request.verifier && { verifier: request.verifier, signed };
  files.set('index.html', text(readablePage(record, lines, self)));
  files.set('README.txt', text(instructions(record)));
  files.set(sealPath, text(await sealFiles(files, { recordId: record.id, signer: issuer, namespace })));

  await rememberCheckpoints(db, logs);
  return { files, zip: packZip(files, new Date(record.validFrom)), record, shown: lines.length };
}

/** One stream signed by its own key, with every line of it: what a claim is made from. */
export interface SignedStream {
  record: RecordDocument;
  /** The line file, nothing withheld but what was forgotten. */
  lines: Uint8Array;
}

/**
 * Signs the whole of one stream, for a reader who knows what to withhold before it goes out.
 * @throws RecordError `nothing`, `damaged`, `contradiction`, or what the key ring throws
 */
export async function signStream(
  db: LedgerDatabase,
  keys: KeyRing,
  request: { stream: string; now: Date; random: (length: number) => Uint8Array; namespace?: Namespace },
): Promise<SignedStream> {
  const namespace = request.namespace ?? ownNamespace;
  const stream = await db.streams.get(request.stream);
  if (!stream || stream.size === 0) throw new RecordError('nothing', 'There is no entry to show.');
  const signer = await keys.streamKey(stream.platform, stream.epoch);
  const log = await readLog(db, stream, undefined, namespace);
  const described = await streamDescription(stream, log, signer, namespace);
  const record = await signRecord([described], signer, { ...request, namespace });
  await rememberCheckpoints(db, [{ stream }]);
  return { record, lines: log.file };
}

/** The signed document about streams that were described before. */
async function signRecord(
  streams: RecordStream[],
  issuer: Signer,
  { now, random, namespace }: { now: Date; random: (length: number) => Uint8Array; namespace: Namespace },
): Promise<RecordDocument> {
  const created = wholeSeconds(now.toISOString());
  const unsigned = {
    '@context': [credentialsContext, contextUrl(namespace)],
    id: `urn:uuid:${uuidFrom(random(16), 4)}`,
    type: ['VerifiableCredential', 'ContributionRecordCredential'],
    issuer: issuer.did,
    validFrom: created,
    credentialSubject: { id: issuer.did, type: 'ContributionRecord', streams },
  };
  return (await signDocument(unsigned, issuer, { created, purpose: 'assertionMethod' })) as RecordDocument;
}

/** A stream as it is shown: its line file, and what is said about the whole of it. */
interface Log {
  file: Uint8Array;
  /** SHA-256 of the file as it would be with no line withheld. */
  fullDigest: Uint8Array;
  shown: { index: number; line: { readonly [name: string]: unknown }; titles: Disclosure[] }[];
  kindCounts: Partial<Record<Kind, number>>;
  first: string | undefined;
  last: string | undefined;
}

async function readLog(
  db: LedgerDatabase,
  stream: Stream,
  period: Period | undefined,
  namespace: Namespace,
): Promise<Log> {
  const parts: Uint8Array[] = [];
  const shown: Log['shown'] = [];
  const kindCounts: Partial<Record<Kind, number>> = {};
  const full = sha256.create();
  let [first, last]: (string | undefined)[] = [];
  let frontier = emptyFrontier;
  try {
    for await (const { index, leaf, entry, record } of linesOf(db, stream, namespace)) {
      frontier = appendLeaf(frontier, base64urlnopad.decode(leaf));
      requireContinuation(stream, frontier);
      const redacted = canonicalBytes({ redacted: leaf });
      const bytes = record?.bytes ?? redacted;
      full.update(bytes).update(lineEnd);
      const visible = entry && record && (!period || isWithin(localDay(entry.at, entry.zone), period));
      parts.push(visible ? bytes : redacted, lineEnd);
      if (visible) shown.push({ index, line: record.line, titles: record.disclosures });
      if (!entry) continue;
      kindCounts[entry.kind] = (kindCounts[entry.kind] ?? 0) + 1;
      const published = wholeSeconds(entry.at);
      if (!first || published < first) first = published;
      if (!last || published > last) last = published;
    }
  } catch (error) {
    if (error instanceof LedgerError) throw new RecordError('damaged', error.message, error);
    throw error;
  }
  if (base64urlnopad.encode(rootOf(frontier)) !== stream.root) {
    throw new RecordError('damaged', `stream ${stream.id} does not fit its entries`);
  }
  return { file: joined(parts), fullDigest: full.digest(), shown, kindCounts, first, last };
}

/** Never sign what does not extend everything signed before: two such checkpoints would look like forgery. */
function requireContinuation({ id, signed }: Stream, frontier: { size: number; edges: readonly Uint8Array[] }): void {
  if (signed?.size !== frontier.size) return;
  if (base64urlnopad.encode(rootOf(frontier)) !== signed.root) {
    throw new RecordError('contradiction', `stream ${id} says otherwise than a record that was signed before`);
  }
}

async function streamDescription(
  stream: Stream,
  log: Log,
  signer: Signer,
  namespace: Namespace,
): Promise<RecordStream> {
  const origin = `${namespace.origin}/stream/${stream.id}`;
  const root = base64urlnopad.decode(stream.root);
  return {
    // The same in every record of this stream, so that receipts can name it.
    id: `urn:uuid:${uuidFrom(sha256(text(origin)).slice(0, 16), 8)}`,
    type: 'ContributionStream',
    platform: stream.platform,
    account: stream.actor,
    controller: signer.did,
    entryProfile: entryProfileUrl(namespace),
    entryCount: stream.size,
    ...(log.first && log.last && { firstPublished: log.first, lastPublished: log.last }),
    kindCounts: log.kindCounts,
    digestMultibase: digestMultibase(log.fullDigest),
    checkpoint: await signNote(checkpointText({ origin, size: stream.size, root }), origin, signer),
  };
}

/** Remembers what was signed. Streams may have grown since, and a longer checkpoint is never forgotten for a shorter. */
function rememberCheckpoints(db: LedgerDatabase, logs: readonly { stream: Stream }[]): Promise<void> {
  return db.transaction('rw', db.streams, async () => {
    for (const { stream } of logs) {
      const now = await db.streams.get(stream.id);
      if (!now || (now.signed && now.signed.size >= stream.size)) continue;
      await db.streams.update(stream.id, { signed: { size: stream.size, root: stream.root } });
    }
  });
}

const lineEnd = Uint8Array.of(0x0a);
const encoder = new TextEncoder();
const text = (content: string): Uint8Array => encoder.encode(content);

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** A UUID of the given version (RFC 9562) around 16 bytes. */
function uuidFrom(bytes: Uint8Array, version: 4 | 8): string {
  const marked = Uint8Array.from(bytes);
  marked[6] = ((marked[6] ?? 0) & 0x0f) | (version << 4);
  marked[8] = ((marked[8] ?? 0) & 0x3f) | 0x80;
  return hex.encode(marked).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
