import { lstat, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { namespace, namespaceAt } from '../lib/namespace.ts';
import { steps, type VerifiedStream, verifyRecord } from '../lib/record/verify.ts';
import { fileLimits, isSafePath, unpackZip, ZipError } from '../lib/record/zip.ts';

/**
 * `npm run verify -- PATH [--namespace URL]`: checks a record offline, the zip file or the folder it was unpacked to.
 * Exit code 0: valid; 1: not valid, and at which step; 2: cannot be read.
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
  const { path, url } = readArguments(given);
  let files: Map<string, Uint8Array>;
  try {
    files = await readFiles(path);
  } catch (error) {
    if (!(error instanceof ZipError) || error.problem === 'unreadable') throw asUnreadable(error, path);
    return refuse({
      step: 1,
      what: `The zip file is refused: ${error.message}.`,
      ...(error.file && { file: error.file }),
    });
  }
  if (!files.has('record.json')) throw new Unreadable(`there is no record.json in ${path}`);

  const verdict = await verifyRecord(files, { now: Date.now(), namespace: url ? namespaceAt(url) : namespace });
  if (!verdict.ok) return refuse(verdict);
  const { issuer, created, streams, titles, sealed } = verdict.summary;
  console.log(`Valid. Signed ${created} by ${issuer}`);
  for (const stream of streams) console.log(sentenceOf(stream));
  if (titles > 0) console.log(`  ${titles} titles shown, as they were sealed`);
  if (sealed > 0) console.log(`  ${sealed} files as they were made`);
  console.log('This shows that nothing was changed since. It does not show that the person did these things.');
  return 0;
}

function readArguments(given: string[]): { path: string; url: string | undefined } {
  const usage = 'give one zip file or folder: npm run verify -- record.zip';
  try {
    const { values, positionals } = parseArgs({
      args: given,
      options: { namespace: { type: 'string' } },
      allowPositionals: true,
    });
    const [path, ...more] = positionals;
    if (!path || more.length > 0) throw new Unreadable(usage);
    const { namespace: url } = values;
    if (url !== undefined && (!URL.canParse(url) || !/^https:\/\/.*[^/]$/.test(url))) {
      throw new Unreadable('a namespace is an https address without a slash at its end');
    }
    return { path, url };
  } catch (error) {
    throw error instanceof Unreadable ? error : new Unreadable(usage);
  }
}

async function readFiles(path: string): Promise<Map<string, Uint8Array>> {
  const found = await lstat(path);
  if (!found.isDirectory()) {
    if (found.size > fileLimits.totalBytes) throw new ZipError('refused', 'too large');
    return unpackZip(await readFile(path));
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

function refuse({
  step,
  what,
  file,
  line,
  next,
}: {
  step: keyof typeof steps;
  what: string;
  file?: string;
  line?: number;
  next?: string;
}): 1 {
  console.log(`Not valid. Step ${step} (${steps[step]}): ${what}`);
  if (file) console.log(`  in ${file}${line ? `, line ${line}` : ''}`);
  if (next) console.log(`  ${next}`);
  return 1;
}

function sentenceOf({ platform, account, entries, shown, first, last, kindCounts }: VerifiedStream): string {
  const kinds = Object.entries(kindCounts).map(([kind, count]) => `${kind} ${count}`);
  const time = first && last ? `, ${first.slice(0, 10)} to ${last.slice(0, 10)}` : '';
  return `  ${account} on ${platform}: ${entries} entries, ${shown} shown${time} (${kinds.join(', ')})`;
}
