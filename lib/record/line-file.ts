import { sha256 } from '@noble/hashes/sha2.js';
import { base64urlnopad } from '@scure/base';
import { canonical } from '../ledger/canonical.ts';
import { type Disclosure, digestOf } from '../ledger/disclosure.ts';
import { evidenceLevels, type Kind, kinds } from '../ledger/kinds.ts';
import { type Hash, leafHash, rootOfLeaves, sameHash } from '../ledger/merkle.ts';
import { maxLineBytes } from '../ledger/record-line.ts';
import type { Namespace } from '../namespace.ts';
import { digestMultibase } from './multihash.ts';
import type { Checkpoint } from './note.ts';
import { instantSchema, type RecordStream } from './schema.ts';
import { JsonError, parseStrictJson } from './strict-json.ts';

/** What is wrong in a line file, and where. `line` counts from 1. */
export interface LineFlaw {
  what: string;
  line?: number;
}

/** A line file that fits its checkpoint. */
export interface CheckedLines {
  leaves: Hash[];
  /** Shown lines by their `id`. */
  shown: Map<string, Line>;
}

export type Line = { readonly [name: string]: unknown };

/**
 * Checks the lines of one stream against its signed description: canonical bytes, places, account, root, counts.
 * The first flaw is returned.
 */
export function checkLines(
  file: Uint8Array,
  stream: RecordStream,
  checkpoint: Checkpoint,
  namespace: Namespace,
): CheckedLines | LineFlaw {
  const prefix = `${namespace.tag}${checkpoint.origin.split('/').at(-1)}/`;
  const leaves: Hash[] = [];
  const shown = new Map<string, Line>();
  for (let at = 0; at < file.length; ) {
    const line = leaves.length + 1;
    const end = file.indexOf(0x0a, at);
    if (end < 0) return { what: 'The last line has no end.', line };
    if (line > checkpoint.size) return { what: 'There are more lines than were signed.', line };
    const bytes = file.subarray(at, end);
    at = end + 1;
    const read = checkLine(bytes, { id: `${prefix}${leaves.length}`, account: stream.account });
    if ('what' in read) return { what: read.what, line };
    leaves.push(read.leaf);
    if (read.line) shown.set(read.line.id as string, read.line);
  }
  if (leaves.length < checkpoint.size) {
    return { what: `${checkpoint.size - leaves.length} of the signed lines are missing.`, line: leaves.length + 1 };
  }
  if (!sameHash(rootOfLeaves(leaves), checkpoint.root)) {
    return { what: 'A line was changed: together they no longer give the seal that was signed.' };
  }
  const isWhole = shown.size === leaves.length;
  if (isWhole && digestMultibase(sha256(file)) !== stream.digestMultibase) {
    return { what: 'The file is not the one that was signed.' };
  }
  const flaw = flawOfCounts([...shown.values()], leaves.length, stream);
  return flaw ? { what: flaw } : { leaves, shown };
}

/** A line that is in order: its leaf hash, and what it says unless it is withheld. */
export interface CheckedLine {
  leaf: Hash;
  line?: Line;
}

/**
 * Checks one line (without its line end) by itself: canonical bytes, place, account, shape.
 * @param place the `id` that the line must have, and the account that it must be of
 */
export function checkLine(
  bytes: Uint8Array,
  place: { id: string; account: string },
): CheckedLine | { what: string; canonical: boolean } {
  const read = readLine(bytes);
  if (typeof read === 'string') return { what: read, canonical: false };
  const withheld = redactedHash(read);
  if (withheld) return { leaf: withheld };
  const flaw = flawOfLine(read, place);
  return flaw ? { what: flaw, canonical: true } : { leaf: leafHash(bytes), line: read };
}

/** The line as a value, if its bytes are exactly the canonical ones; otherwise what is wrong. */
function readLine(bytes: Uint8Array): Line | string {
  try {
    const value = parseStrictJson(bytes, { bytes: maxLineBytes, depth: 8 });
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'The line is no entry.';
    if (canonical(value) !== new TextDecoder().decode(bytes))
      return 'The line is not written in the one canonical way.';
    return value as Line;
  } catch (error) {
    if (error instanceof JsonError || error instanceof TypeError) return `The line cannot be read (${error.message}).`;
    throw error;
  }
}

/** The leaf hash that stands for a line which is not shown; null for any other line. */
function redactedHash(line: Line): Hash | null {
  const { redacted, ...rest } = line;
  if (typeof redacted !== 'string' || !/^[\w-]{43}$/.test(redacted) || Object.keys(rest).length > 0) return null;
  return decode(redacted);
}

function flawOfLine(line: Line, { id, account }: { id: string; account: string }): string | null {
  if (line.id !== id) return 'The line is not in its place.';
  if (line.actor !== account) return 'The line is of another account.';
  if (!(kinds as readonly unknown[]).includes(line.kind)) return 'The line is of no known kind.';
  if (!(evidenceLevels as readonly unknown[]).includes(line.evidence)) return 'The line has no known evidence.';
  if (!instantSchema.safeParse(line.published).success) return 'The line has no time.';
  if (typeof line.type !== 'string' || !isNode(line.object)) return 'The line is no activity.';
  if (typeof line.salt !== 'string' || (decode(line.salt)?.length ?? 0) < 16) return 'The line has no salt.';
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

/** Of lines that are not shown only the number is known, so the counts can be checked as far as that allows. */
function flawOfCounts(shown: readonly Line[], size: number, stream: RecordStream): string | null {
  const counted: Partial<Record<Kind, number>> = {};
  for (const { kind } of shown as { kind: Kind }[]) counted[kind] = (counted[kind] ?? 0) + 1;
  const signed = Object.values(stream.kindCounts).reduce((sum, number) => sum + number, 0);
  const fits = kinds.every((kind) => (counted[kind] ?? 0) <= (stream.kindCounts[kind] ?? 0));
  if (!fits || signed > size || (shown.length === size && signed !== size)) {
    return 'The numbers by kind are not those of the lines.';
  }
  const times = shown.map(({ published }) => published as string).sort();
  const { firstPublished = '', lastPublished = '' } = stream;
  const [first, last] = [times[0], times.at(-1)];
  if (first === undefined || last === undefined) return null;
  const isWithin = firstPublished <= first && last <= lastPublished;
  const isExact = firstPublished === first && lastPublished === last;
  return isWithin && (isExact || shown.length < size) ? null : 'The first and last time are not those of the lines.';
}

/**
 * Checks a chosen title against the line that withholds it (RFC 9901 section 7.1): its digest stands there exactly
 * once, and its name is free.
 */
export function flawOfDisclosure(disclosure: Disclosure, line: Line | undefined): string | null {
  if (!line) return 'A title belongs to a line that is not shown.';
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
