import { sha256 } from '@noble/hashes/sha2.js';
import { base64urlnopad } from '@scure/base';
import { canonical, isSorted } from '../ledger/canonical.ts';
import { type Disclosure, digestOf } from '../ledger/disclosure.ts';
import { evidenceLevels, type Kind, kinds } from '../ledger/kinds.ts';
import { rootOfBlock, sameHash } from '../ledger/merkle.ts';
import { maxLineBytes } from '../ledger/record-line.ts';
import type { Namespace } from '../namespace.ts';
import { digestMultibase } from './multihash.ts';
import type { Checkpoint } from './note.ts';
import { isInstant, type RecordStream } from './schema.ts';
import { JsonError, parseStrictJson } from './strict-json.ts';

/** What is wrong in a line file, and where. `line` counts from 1. */
export interface LineFlaw {
  what: string;
  line?: number;
}

/** A line file that fits its checkpoint. */
export interface CheckedLines {
  /** Leaf hashes, one after the other: 32 bytes each. */
  leaves: Uint8Array;
  /** How many lines are shown. */
  shown: number;
  /** What is wrong with the first title of a shown line that is not the sealed one. */
  titleFlaw: string | null;
}

export type Line = { readonly [name: string]: unknown };

/** Titles that were chosen to be shown, by the `id` of their line. Those of lines that were met are taken out. */
export type Titles = Map<string, Disclosure[]>;

const newline = 0x0a;
/** So many lines are read between two looks at the clock. */
const linesAtOnce = 1000;

/**
 * Checks the lines of one stream against its signed description: canonical bytes, places, account, root, counts.
 * The first flaw is returned. Lines are looked at one by one and not kept: a record may have a million.
 * @param tick is awaited now and then; what it throws ends the work
 */
export async function checkLines(
  file: Uint8Array,
  stream: RecordStream,
  checkpoint: Checkpoint,
  { namespace, titles, tick }: { namespace: Namespace; titles: Titles; tick: (bytes: number) => Promise<void> },
): Promise<CheckedLines | LineFlaw> {
  const prefix = `${namespace.tag}${checkpoint.origin.split('/').at(-1)}/`;
  // A line has two bytes at least, so a signed number that is too large costs no memory.
  const leaves = new Uint8Array(32 * Math.min(checkpoint.size, Math.ceil(file.length / 2)));
  // The data of a leaf is a zero and the line: one room for all of them.
  const room = new Uint8Array(1 + maxLineBytes);
  const counted = new Tally();
  let titleFlaw: string | null = null;
  let count = 0;
  let told = 0;
  for (let at = 0; at < file.length; ) {
    const line = count + 1;
    if (count % linesAtOnce === 0) {
      await tick(at - told);
      told = at;
    }
    const end = file.indexOf(newline, at);
    if (end < 0) return { what: 'The last line has no end.', line };
    if (line > checkpoint.size) return { what: 'There are more lines than were signed.', line };
    const id = `${prefix}${count}`;
    const read = checkLine(file.subarray(at, end), { id, account: stream.account }, room);
    if ('what' in read) return { what: read.what, line };
    leaves.set(read.leaf, count * 32);
    if (read.line) {
      counted.add(read.line);
      titleFlaw ??= flawOfTitles(titles.get(id), read.line);
      titles.delete(id);
    }
    count += 1;
    at = end + 1;
  }
  await tick(file.length - told);
  if (count < checkpoint.size) {
    return { what: `${checkpoint.size - count} of the signed lines are missing.`, line: count + 1 };
  }
  if (!sameHash(rootOfBlock(leaves), checkpoint.root)) {
    return { what: 'A line was changed: together they no longer give the seal that was signed.' };
  }
  const isWhole = counted.shown === count;
  if (isWhole && digestMultibase(await digest(file)) !== stream.digestMultibase) {
    return { what: 'The file is not the one that was signed.' };
  }
  const flaw = counted.flaw(count, stream);
  return flaw ? { what: flaw } : { leaves, shown: counted.shown, titleFlaw };
}

/** SHA-256 by the platform, which is quick with long files. */
async function digest(file: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', file as Uint8Array<ArrayBuffer>));
}

function flawOfTitles(titles: readonly Disclosure[] | undefined, line: Line): string | null {
  for (const title of titles ?? []) {
    const flaw = flawOfDisclosure(title, line);
    if (flaw) return flaw;
  }
  return null;
}

/** A line that is in order: its leaf hash, and what it says unless it is withheld. */
export interface CheckedLine {
  leaf: Uint8Array;
  line?: Line;
}

/**
 * Checks one line (without its line end) by itself: canonical bytes, place, account, shape.
 * @param place the `id` that the line must have, and the account that it must be of
 * @param room bytes to use for the data of the leaf, the first of them zero
 */
export function checkLine(
  bytes: Uint8Array,
  place: { id: string; account: string },
  room = new Uint8Array(1 + maxLineBytes),
): CheckedLine | { what: string; canonical: boolean } {
  const read = readLine(bytes);
  if (typeof read === 'string') return { what: read, canonical: false };
  const withheld = redactedHash(read);
  if (withheld) return { leaf: withheld };
  const flaw = flawOfLine(read, place);
  if (flaw) return { what: flaw, canonical: true };
  room.set(bytes, 1);
  return { leaf: sha256(room.subarray(0, 1 + bytes.length)), line: read };
}

const maxDepth = 8;
const strictText = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The line as a value, if its bytes are exactly the canonical ones; otherwise what is wrong. */
function readLine(bytes: Uint8Array): Line | string {
  return readCanonical(bytes) ?? readOther(bytes);
}

/**
 * The short way, for a line as it should be: what is read gives the same text again, with its names in order. A name
 * twice, another order, another way to write a number or a letter would not. Null sends the line the long way.
 */
function readCanonical(bytes: Uint8Array): Line | null {
  if (bytes.length > maxLineBytes) return null;
  try {
    const text = strictText.decode(bytes);
    const value: unknown = JSON.parse(text);
    return isNode(value) && isSorted(value, maxDepth) && JSON.stringify(value) === text ? value : null;
  } catch {
    return null;
  }
}

/** The long way: what exactly is wrong, or that nothing is. */
function readOther(bytes: Uint8Array): Line | string {
  try {
    const value = parseStrictJson(bytes, { bytes: maxLineBytes, depth: maxDepth });
    if (!isNode(value)) return 'The line is no entry.';
    if (canonical(value) !== strictText.decode(bytes)) return 'The line is not written in the one canonical way.';
    return value;
  } catch (error) {
    if (error instanceof JsonError || error instanceof TypeError) return `The line cannot be read (${error.message}).`;
    throw error;
  }
}

/** The leaf hash that stands for a line which is not shown; null for any other line. */
function redactedHash(line: Line): Uint8Array | null {
  const { redacted } = line;
  if (typeof redacted !== 'string' || !/^[\w-]{43}$/.test(redacted) || Object.keys(line).length > 1) return null;
  return decode(redacted);
}

function flawOfLine(line: Line, { id, account }: { id: string; account: string }): string | null {
  if (line.id !== id) return 'The line is not in its place.';
  if (line.actor !== account) return 'The line is of another account.';
  if (!(kinds as readonly unknown[]).includes(line.kind)) return 'The line is of no known kind.';
  if (!(evidenceLevels as readonly unknown[]).includes(line.evidence)) return 'The line has no known evidence.';
  if (typeof line.published !== 'string' || !isInstant(line.published)) return 'The line has no time.';
  if (typeof line.type !== 'string' || !isNode(line.object)) return 'The line is no activity.';
  if (typeof line.salt !== 'string' || !isSalt(line.salt)) return 'The line has no salt.';
  return flawOfDigests(line);
}

/** Withheld fields stand as a sorted list of digests, each once. */
function flawOfDigests(node: Line): string | null {
  const digests = node._sd;
  if (digests !== undefined) {
    const texts = Array.isArray(digests) ? digests : [];
    const isSorted = texts.every((text, n) => n === 0 || texts[n - 1] < text);
    const isDigest = texts.every((text) => typeof text === 'string' && /^[\w-]{43}$/.test(text));
    if (texts.length === 0 || !isSorted || !isDigest) return 'The withheld fields of the line cannot be read.';
  }
  for (const member of Object.values(node)) {
    const flaw = isNode(member) ? flawOfDigests(member) : null;
    if (flaw) return flaw;
  }
  return null;
}

/** 16 bytes or more in base64url without padding, the one way to write them: no bit is left over in the last letter. */
function isSalt(text: string): boolean {
  return text.length >= 22 && /^([\w-]{4})*([\w-][AQgw]|[\w-]{2}[AEIMQUYcgkosw048])?$/.test(text);
}

/** What the shown lines say together. */
class Tally {
  shown = 0;
  readonly #kinds = new Map<Kind, number>();
  #first = '';
  #last = '';

  add({ kind, published }: Line): void {
    const at = published as string;
    this.#kinds.set(kind as Kind, (this.#kinds.get(kind as Kind) ?? 0) + 1);
    if (this.shown === 0 || at < this.#first) this.#first = at;
    if (at > this.#last) this.#last = at;
    this.shown += 1;
  }

  /** Of lines that are not shown only the number is known, so the counts can be checked as far as that allows. */
  flaw(size: number, stream: RecordStream): string | null {
    const signed = Object.values(stream.kindCounts).reduce((sum, number) => sum + number, 0);
    const fits = kinds.every((kind) => (this.#kinds.get(kind) ?? 0) <= (stream.kindCounts[kind] ?? 0));
    if (!fits || signed > size || (this.shown === size && signed !== size)) {
      return 'The numbers by kind are not those of the lines.';
    }
    if (this.shown === 0) return null;
    const { firstPublished = '', lastPublished = '' } = stream;
    const isWithin = firstPublished <= this.#first && this.#last <= lastPublished;
    const isExact = firstPublished === this.#first && lastPublished === this.#last;
    return isWithin && (isExact || this.shown < size) ? null : 'The first and last time are not those of the lines.';
  }
}

/**
 * Checks a chosen title against the line that withholds it (RFC 9901 section 7.1): its digest stands there exactly
 * once, and its name is free.
 */
function flawOfDisclosure(disclosure: Disclosure, line: Line): string | null {
  const { name, value } = disclosure;
  const node = nodeAt(line, disclosure.path);
  if (!node) return 'A title belongs to nothing in its line.';
  const digests = Array.isArray(node._sd) ? node._sd : [];
  const digest = digestOf(disclosure.disclosure);
  if (digest !== disclosure.digest || digests.filter((one) => one === digest).length !== 1) {
    return 'A title is not the one that was sealed.';
  }
  if (name === '_sd' || name === '...' || Object.hasOwn(node, name))
    return 'A title stands in place of something else.';
  const decoded = decode(disclosure.disclosure);
  let content: unknown;
  try {
    content = decoded && parseStrictJson(decoded, { bytes: 8192, depth: 1 });
  } catch {
    content = null;
  }
  const [salt, sealedName, sealedValue, ...more] = Array.isArray(content) ? content : [];
  const isSalted = typeof salt === 'string' && (decode(salt)?.length ?? 0) >= 16;
  if (!isSalted || sealedName !== name || sealedValue !== value || more.length > 0) {
    return 'A title is not the one that was sealed.';
  }
  return null;
}

/** The object at a JSON Pointer. */
function nodeAt(line: Line, path: string): Line | null {
  let node: unknown = line;
  for (const part of path.split('/').slice(1)) node = isNode(node) && Object.hasOwn(node, part) ? node[part] : null;
  return isNode(node) ? node : null;
}

function isNode(value: unknown): value is Line {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** base64url without padding, exactly as an encoder writes it; null for anything else. */
function decode(text: string): Uint8Array | null {
  try {
    return base64urlnopad.decode(text);
  } catch {
    return null;
  }
}
