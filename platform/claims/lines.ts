import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { base64urlnopad } from '@scure/base';
import type { Kind } from '../../lib/ledger/kinds.ts';
import { type Hash, leafHash } from '../../lib/ledger/merkle.ts';
import type { Namespace } from '../../lib/namespace.ts';
import { checkLine, type Line } from '../../lib/record/line-file.ts';
import { Problem } from './problems.ts';

const inflate = promisify(gunzip);
/** On average; one line may be longer. */
const bytesPerLine = 2048;

/** A line of an upload: its leaf, and what it says unless it is withheld. */
export interface ReadLine {
  index: number;
  leaf: Hash;
  line?: Line;
}

/** Where the lines of an upload stand. */
export interface LinePlace {
  stream: string;
  account: string;
  from: number;
  to: number;
}

/**
 * Unpacks a body that may be a bomb: it stops at the size that so many lines can have.
 * @throws Problem `too-large`, `malformed-request`
 */
export async function unpack(body: Uint8Array, lines: number): Promise<Uint8Array> {
  try {
    return await inflate(body, { maxOutputLength: Math.max(64 * 1024, lines * bytesPerLine) });
  } catch (error) {
    if ((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE') throw new Problem('too-large', { step: 6 });
    throw new Problem('malformed-request', { detail: 'The body is not packed with gzip.', step: 6 });
  }
}

/**
 * Reads the lines of `[from, to)` and checks each: bytes, place, account, shape. Breathes between slices, so that a
 * long upload does not hold up other requests.
 * @throws Problem `entry-not-canonical`, `entry-invalid`, `too-many-entries`
 */
export async function readLines(file: Uint8Array, place: LinePlace, namespace: Namespace): Promise<ReadLine[]> {
  const start = `${namespace.tag}${place.stream.split('/').at(-1)}/`;
  const lines: ReadLine[] = [];
  let at = 0;
  for (let index = place.from; at < file.length; index++) {
    const end = file.indexOf(0x0a, at);
    if (end < 0) throw new Problem('entry-not-canonical', { detail: 'The last line has no end.', step: 8, index });
    if (index >= place.to) throw new Problem('too-many-entries', { step: 6 });
    const read = checkLine(file.subarray(at, end), { id: `${start}${index}`, account: place.account });
    at = end + 1;
    if ('what' in read) {
      throw new Problem(read.canonical ? 'entry-invalid' : 'entry-not-canonical', {
        detail: read.what,
        step: 8,
        index,
      });
    }
    lines.push({ index, ...read });
    if (lines.length % 500 === 0) await new Promise((resume) => setImmediate(resume));
  }
  if (lines.length < place.to - place.from) {
    throw new Problem('entry-invalid', { detail: 'Lines are missing.', step: 8, index: place.from + lines.length });
  }
  return lines;
}

/** Reads lines that were checked when they came, without doing it again. */
export function readCheckedLines(file: Uint8Array, from: number): ReadLine[] {
  const lines: ReadLine[] = [];
  for (let at = 0, index = from; at < file.length; index++) {
    const end = file.indexOf(0x0a, at);
    const bytes = file.subarray(at, end);
    const line = JSON.parse(new TextDecoder().decode(bytes)) as Line;
    const { redacted } = line;
    lines.push(
      typeof redacted === 'string'
        ? { index, leaf: base64urlnopad.decode(redacted) }
        : { index, leaf: leafHash(bytes), line },
    );
    at = end + 1;
  }
  return lines;
}

/** What a line says was done, in the words of a site's log. */
export interface ClaimedAct {
  kind: Kind;
  /** What it was done to; missing where the line names only what was made. */
  object: string | undefined;
  /** What it made. */
  made: string | undefined;
  at: Date;
  evidence: string;
  /** It takes an act back, or changes one. */
  manner: 'does' | 'undoes' | 'revises';
}

/** Reads a checked line as an act. */
export function actOf(line: Line): ClaimedAct {
  const object = nodeOf(line.object);
  const about = nodeOf(object?.inReplyTo);
  const thing = textOf(object?.object) ?? textOf(object?.id);
  const kind = line.kind as Kind;
  const makes = about !== undefined || kind === 'post';
  const manner = line.type === 'Undo' ? 'undoes' : line.type === 'Update' && kind !== 'edit' ? 'revises' : 'does';
  return {
    kind,
    object: about ? textOf(about.id) : kind === 'post' ? undefined : thing,
    made: makes ? thing : undefined,
    at: new Date(String(line.published)),
    evidence: String(line.evidence),
    manner,
  };
}

type Node = { readonly [name: string]: unknown } | undefined;
const nodeOf = (value: unknown): Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Node) : undefined;
const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
