import { lstat, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { namespace, namespaceAt } from '../lib/namespace.ts';
import { type DidDocument, didDocumentShape } from '../lib/record/did-web.ts';
import { type Checkpoint, type NoteKey, parseVerifierKey } from '../lib/record/note.ts';
import type { CheckedReceipt } from '../lib/record/receipt.ts';
import { parseStrictJson } from '../lib/record/strict-json.ts';
import { checkpointsIn, refusalOf } from '../lib/record/verifier.ts';
import {
  type Refusal,
  secondsAtMost,
  steps,
  type VerifiedStream,
  type VerifyOptions,
  verifyRecord,
} from '../lib/record/verify.ts';
import { fileLimits, isSafePath, unpackZip, ZipError } from '../lib/record/zip.ts';

/**
 * `npm run verify -- PATH`: checks a record offline, the zip file or the folder it was unpacked to.
 * Exit code 0: valid; 1: not valid, and at which step; 2: cannot be read.
 *
 *     --earlier PATH     a record of the same person that was seen before: its logs must go on in this one (repeatable)
 *     --witness KEY      verifier key of a witness whose signature is to be checked (repeatable)
 *     --platform FILE    did.json of a platform, fetched by the reader, for its receipts (repeatable)
 *     --namespace URL    another namespace than Contrail's own
 *     --seconds N        how long it may take
 */
class Unreadable extends Error {}

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof Unreadable)) throw error;
  console.error(`Cannot be read: ${error.message}`);
  process.exitCode = 2;
}

async function run(given: string[]): Promise<number> {
  const { path, earlier, ...options } = await readArguments(given);
  const checkpoints: Checkpoint[] = [];
  for (const one of earlier) {
    const files = await readRecord(one);
    const verdict = files instanceof Map ? await verifyRecord(files, options) : files;
    if (!verdict.ok || !(files instanceof Map)) {
      console.log(`The earlier record ${one} cannot be compared with.`);
      return refuse(verdict as Refusal);
    }
    checkpoints.push(...checkpointsIn(files));
  }
  const files = await readRecord(path);
  if (!(files instanceof Map)) return refuse(files);

  const verdict = await verifyRecord(files, { ...options, earlier: checkpoints });
  if (!verdict.ok) return refuse(verdict);
  const { issuer, created, streams, titles, receipts, continued, sealed } = verdict.summary;
  console.log(`Valid. Signed ${created} by ${issuer}`);
  for (const stream of streams) console.log(sentenceOf(stream));
  if (titles > 0) console.log(`  ${titles} titles shown, as they were sealed`);
  for (const receipt of receipts) console.log(`  ${receiptSentence(receipt)}`);
  if (earlier.length > 0) console.log(`  ${continued} logs of earlier records go on in this one`);
  if (sealed > 0) console.log(`  ${sealed} files as they were made`);
  console.log('This shows that nothing was changed since. It does not show that the person did these things.');
  return 0;
}

/** The files of a record, or why they are refused unread. */
async function readRecord(path: string): Promise<Map<string, Uint8Array> | Refusal> {
  try {
    const files = await readFiles(path);
    if (!files.has('record.json')) throw new Unreadable(`there is no record.json in ${path}`);
    return files;
  } catch (error) {
    if (error instanceof ZipError && error.problem === 'refused') return refusalOf(error);
    throw asUnreadable(error, path);
  }
}

interface Arguments extends Omit<VerifyOptions, 'earlier'> {
  path: string;
  /** Paths of records that were seen before. */
  earlier: string[];
}

async function readArguments(given: string[]): Promise<Arguments> {
  const { path, values } = parse(given);
  const { namespace: url, earlier = [], witness = [], platform = [], seconds } = values;
  if (url !== undefined && (!URL.canParse(url) || !/^https:\/\/.*[^/]$/.test(url))) {
    throw new Unreadable('a namespace is an https address without a slash at its end');
  }
  if (seconds !== undefined && !/^[1-9]\d{0,5}$/.test(seconds)) throw new Unreadable('seconds are a whole number');
  return {
    path,
    earlier,
    now: Date.now(),
    namespace: url ? namespaceAt(url) : namespace,
    witnesses: witness.map(readKey),
    platforms: await Promise.all(platform.map(readDocument)),
    seconds: seconds ? Number(seconds) : secondsAtMost,
  };
}

function parse(given: string[]) {
  const usage = 'give one zip file or folder: npm run verify -- record.zip';
  const several = { type: 'string', multiple: true } as const;
  const one = { type: 'string' } as const;
  try {
    const { values, positionals } = parseArgs({
      args: given,
      options: { namespace: one, earlier: several, witness: several, platform: several, seconds: one },
      allowPositionals: true,
    });
    const [path, ...more] = positionals;
    if (!path || more.length > 0) throw new Unreadable(usage);
    return { path, values };
  } catch (error) {
    throw error instanceof Unreadable ? error : new Unreadable(usage);
  }
}

function readKey(text: string): NoteKey {
  const key = parseVerifierKey(text);
  if (!key) throw new Unreadable(`${text} is no verifier key (name+id+key)`);
  return key;
}

async function readDocument(path: string): Promise<DidDocument> {
  try {
    const value = parseStrictJson(new Uint8Array(await readFile(path)), { bytes: 1024 ** 2, depth: 12 });
    if (didDocumentShape(value)) throw new Unreadable(`${path} is no did:web document`);
    return value as DidDocument;
  } catch (error) {
    throw error instanceof Unreadable ? error : new Unreadable(`${path} (${(error as Error).message})`);
  }
}

async function readFiles(path: string): Promise<Map<string, Uint8Array>> {
  const found = await lstat(path);
  if (!found.isDirectory()) {
    if (found.size > fileLimits.totalBytes) throw new ZipError('refused', 'too large');
    return await unpackZip(await readFile(path));
  }
  const files = new Map<string, Uint8Array>();
  let total = 0;
  for (const entry of await readdir(path, { recursive: true, withFileTypes: true })) {
    const full = join(entry.parentPath, entry.name);
    const name = full.slice(join(path, '/').length).replaceAll('\\', '/');
    if (entry.isDirectory()) continue;
    if (!entry.isFile() || !isSafePath(name)) throw new ZipError('refused', 'something that is no plain file', name);
    const { size } = await lstat(full);
    total += size;
    if (size > fileLimits.fileBytes || total > fileLimits.totalBytes || files.size >= fileLimits.files) {
      throw new ZipError('refused', 'too large', name);
    }
    files.set(name, new Uint8Array(await readFile(full)));
  }
  return files;
}

function asUnreadable(error: unknown, path: string): unknown {
  if (error instanceof ZipError) return new Unreadable(`${path} is ${error.message}`);
  const { code } = error as NodeJS.ErrnoException;
  return code ? new Unreadable(`${path} (${code})`) : error;
}

function refuse({ step, what, file, line, next }: Refusal): 1 {
  console.log(`Not valid. Step ${step} (${steps[step]}): ${what}`);
  if (file) console.log(`  in ${file}${line ? `, line ${line}` : ''}`);
  console.log(`  ${next}`);
  return 1;
}

const keyWords = {
  known: 'by the key that was given',
  carried: 'by a key that came with the record: compare it with the one the platform publishes',
  missing: 'signature not checked: give the platform’s did.json with --platform',
};

function receiptSentence({ issuer, created, outcomes, key }: CheckedReceipt): string {
  const lines = Object.entries(outcomes).map(([outcome, number]) => `${outcome} ${number}`);
  return `Receipt of ${issuer}, ${created.slice(0, 10)}: ${lines.join(', ')} (${keyWords[key]})`;
}

function sentenceOf({ platform, account, entries, shown, first, last, kindCounts, witnessed }: VerifiedStream): string {
  const kinds = Object.entries(kindCounts).map(([kind, count]) => `${kind} ${count}`);
  const time = first && last ? `, ${first.slice(0, 10)} to ${last.slice(0, 10)}` : '';
  const seen = witnessed.map((one) => `\n    seen by ${one.name} at ${new Date(one.time * 1000).toISOString()}`);
  return `  ${account} on ${platform}: ${entries} entries, ${shown} shown${time} (${kinds.join(', ')})${seen.join('')}`;
}
