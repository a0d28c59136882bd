import type { LedgerDatabase } from '../ledger/database.ts';
import { wholeSeconds } from '../ledger/record-line.ts';
import type { Stream } from '../ledger/stream.ts';
import { type Namespace, namespace as ownNamespace } from '../namespace.ts';
import { addCheckpoints, type CarriedCheckpoint } from './carried-checkpoint.ts';
import { type Chosen, isChosen } from './chosen.ts';
import { contextUrl, credentialsContext } from './context.ts';
import { signDocument } from './data-integrity.ts';
import type { Signer } from './ed25519.ts';
import { RecordError } from './errors.ts';
import { instructions } from './instructions.ts';
import type { KeyRing } from './keys.ts';
import { packZip } from './pack-zip.ts';
import { describeLog, readLog, rememberCheckpoints } from './read-log.ts';
import { readablePage } from './readable-page.ts';
import type { RecordDocument, RecordStream } from './schema.ts';
import { sealFiles, sealPath } from './seal.ts';
import { type ShownLine, shownLine } from './shown.ts';
import { activitiesTable } from './table.ts';
import { uuidFrom } from './uuid.ts';
import type { VerifierScript } from './verifier-page.ts';
import { withCosignatures } from './witness.ts';

export interface ExportRequest extends Chosen {
  /** Ids of the streams; all of them where missing. Several in one record show that they are one person's. */
  streams?: readonly string[];
  /** Whether titles go along in `disclosures.json` and in the readable files. Yes, unless told otherwise. */
  titles?: boolean;
  /** Ids of entries that are shown without their title. */
  untitled?: ReadonlySet<string>;
  /** Receipts of platforms to go along, by file name. */
  receipts?: ReadonlyMap<string, unknown>;
  /** did:web documents of the platforms that gave them, by host. */
  platforms?: ReadonlyMap<string, unknown>;
  /** Checkpoints that witnesses signed or that were stamped with a time, of whichever streams. */
  checkpoints?: readonly CarriedCheckpoint[];
  /** The script by which the readable page checks itself; without it the page says how else. */
  verifier?: VerifierScript;
  /** Told now and then how much is done, from 0 to 1; the work waits for what it returns. */
  progress?: (share: number) => void | Promise<void>;
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
  const tick = ticker(request, wanted);

  const files = new Map<string, Uint8Array>();
  const signers: Signer[] = [];
  const shown: Stream[] = [];
  const streams: RecordStream[] = [];
  const lines: ShownLine[] = [];
  const disclosures: string[] = [];
  for (const stream of wanted) {
    // Lines point to their stream before it is described: what they need of it is known only at the end.
    const described = {} as RecordStream;
    const before = lines.length;
    const log = await readLog(db, stream, namespace, {
      visible: (entry) => isChosen(entry, request),
      show: ({ index, entry, line, titles }) => {
        const chosen = request.titles === false || request.untitled?.has(entry.id) ? [] : titles;
        for (const title of chosen) disclosures.push(JSON.stringify(title));
        lines.push(shownLine(described, index, line, chosen));
      },
      tick,
    });
    if (lines.length === before) continue;
    const signer = await keys.streamKey(stream.platform, stream.epoch);
    Object.assign(described, await describeLog(stream, log, signer, namespace));
    const kept = (request.checkpoints ?? []).filter((one) => one.stream === stream.id).map(({ note }) => note);
    described.checkpoint = withCosignatures(described.checkpoint, kept);
    files.set(`entries/${stream.id}.jsonl`, log.file);
    signers.push(signer);
    streams.push(described);
    shown.push(stream);
  }
  const [only, ...others] = signers;
  if (!only) throw new RecordError('nothing', 'There is no entry to show.');
  const issuer = others.length === 0 ? only : await keys.recordKey();
  lines.sort((one, other) => (one.published < other.published ? -1 : one.published > other.published ? 1 : 0));

  const record = await signRecord(streams, issuer, { now, random: request.random, namespace });
  files.set('record.json', text(`${JSON.stringify(record, null, 1)}\n`));
  if (disclosures.length > 0) files.set('disclosures.json', text(`[\n${disclosures.join(',\n')}\n]\n`));
  addProofs(files, request, shown);
  const signed = new Map(files);
  files.set('activities.csv', text(activitiesTable(lines)));
  const self = request.verifier && { verifier: request.verifier, signed };
  files.set('index.html', text(readablePage(record, lines, self)));
  files.set('README.txt', text(instructions(record)));
  await request.progress?.(shareOfReading);
  files.set(sealPath, text(await sealFiles(files, { recordId: record.id, signer: issuer, namespace })));

  await rememberCheckpoints(db, shown);
  const zip = await packZip(files, new Date(record.validFrom));
  await request.progress?.(1);
  return { files, zip, record, shown: lines.length };
}

/** Reading and hashing take about so much of the whole; the rest is packing. */
const shareOfReading = 0.8;

/** Tells the progress of reading so many streams. */
function ticker({ progress }: ExportRequest, streams: readonly Stream[]): (lines: number) => Promise<void> {
  const total = streams.reduce((sum, { size }) => sum + size, 1);
  let read = 0;
  return async (lines) => {
    read += lines;
    await progress?.((shareOfReading * read) / total);
  };
}

/** What platforms and time stampers said, as files beside the record. */
function addProofs(files: Map<string, Uint8Array>, request: ExportRequest, streams: readonly Stream[]): void {
  for (const [name, receipt] of request.receipts ?? []) {
    files.set(`receipts/${name}`, text(`${JSON.stringify(receipt, null, 1)}\n`));
  }
  for (const [host, document] of request.platforms ?? []) {
    // A port is written as in the did: a file name has no colon.
    files.set(`proofs/did-web/${host.replace(':', '%3A')}.json`, text(`${JSON.stringify(document, null, 1)}\n`));
  }
  addCheckpoints(files, request.checkpoints ?? [], streams);
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
  const log = await readLog(db, stream, namespace, {});
  const described = await describeLog(stream, log, signer, namespace);
  const record = await signRecord([described], signer, { ...request, namespace });
  await rememberCheckpoints(db, [stream]);
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

const encoder = new TextEncoder();
const text = (content: string): Uint8Array => encoder.encode(content);
