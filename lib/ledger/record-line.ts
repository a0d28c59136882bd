import { sha256 } from '@noble/hashes/sha2.js';
import { base64urlnopad } from '@scure/base';
import type { Namespace } from '../namespace.ts';
import { type Canonical, canonicalBytes } from './canonical.ts';
import { type Disclosure, withhold } from './disclosure.ts';
import type { Entry } from './entry.ts';
import type { Kind } from './kinds.ts';

/**
 * Entry profile v1: how a ledger entry becomes a line of a signed record, an ActivityStreams 2.0 activity. The bytes
 * of a line are hashed into the stream's log when the entry is appended, so **this function never changes**: another
 * mapping is another profile with a file of its own.
 */
export interface LineSetting {
  namespace: Namespace;
  /** Stream that holds the entry, and the profile URL of its account. */
  stream: { id: string; actor: string };
  /** The act that the entry takes back or revises, where the ledger knows it. */
  earlier?: Entry | undefined;
  /**
   * Salt (base64url, at least 16 bytes) for a field withheld at a path of this line. It must not follow from the
   * line itself, or a title could be guessed.
   */
  fieldSalt: (lineId: string, path: string) => string;
}

export interface RecordLine {
  line: { readonly [name: string]: Canonical };
  /** Canonical bytes of the line, without a line end: the data of its leaf. */
  bytes: Uint8Array;
  /** Titles that stand in the line as digests only. */
  disclosures: Disclosure[];
}

/** No line is longer. */
export const maxLineBytes = 16 * 1024;

/** Kinds whose act makes a new thing that answers, comments on or reviews the object. */
const objectTypes: Partial<Record<Kind, Canonical>> = {
  comment: ['Note', 'schema:Comment'],
  answer: ['Note', 'schema:Answer'],
  review: ['Article', 'schema:Review'],
  'code-review': ['Article', 'schema:Review'],
  rating: 'schema:Rating',
};

/** `base64url(SHA-256(JCS(entry as it was sealed, without id, seq, stream, index, leaf)))`: its content address. */
export function entryId(entry: object): string {
  const { id, seq, stream, index, leaf, ...now } = entry as Record<string, unknown>;
  const { was, ...evidence } = (now.evidence ?? {}) as { was?: unknown };
  // What a receipt raised later was not there when the address was made.
  const content = was === undefined ? now : { ...now, evidence: { ...evidence, level: was } };
  return base64urlnopad.encode(sha256(canonicalBytes(content)));
}

/**
 * Derives the record line of an entry. Pure.
 * @throws TypeError where a value cannot stand in a record; RangeError where the line would exceed 16 KB
 */
export function recordLine(entry: Omit<Entry, 'id' | 'seq' | 'leaf' | 'stream'>, setting: LineSetting): RecordLine {
  const { namespace, stream } = setting;
  const id = `${namespace.tag}${stream.id}/${entry.index}`;
  const disclosures: Disclosure[] = [];
  const titled = (path: string): Record<string, Canonical> => {
    if (entry.object.title === undefined) return {};
    const field = { entry: id, path, name: 'name', value: entry.object.title };
    const withheld = withhold(field, setting.fieldSalt(id, path));
    disclosures.push(withheld);
    return { _sd: [withheld.digest] };
  };
  // Here and below names stand in canonical order: that saves sorting them, a hundred thousand times in a long record.
  const line = {
    actor: stream.actor,
    ...(entry.effort && { effort: { seconds: entry.effort.seconds, words: entry.effort.words } }),
    evidence: entry.evidence.was ?? entry.evidence.level,
    id,
    instrument: { name: entry.definition, type: 'Application' },
    kind: entry.kind,
    object: objectOf(entry, setting, titled),
    published: wholeSeconds(entry.at),
    salt: entry.salt,
    ...(entry.kind === 'moderation' &&
      activityType(entry) === 'Activity' &&
      entry.detail?.act && { summary: entry.detail.act }),
    type: activityType(entry),
  };
  const bytes = canonicalBytes(line);
  if (bytes.length > maxLineBytes) throw new RangeError(`the record line has ${bytes.length} bytes`);
  return { line, bytes, disclosures };
}

/** `at` in UTC with whole seconds, as records write it. */
export function wholeSeconds(at: string): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}

type Act = Pick<Entry, 'kind' | 'detail' | 'object' | 'made'> & {
  [Mark in 'undo' | 'undoes' | 'revises']?: Entry[Mark] | undefined;
};

function activityType(entry: Act): string {
  if (entry.undo || entry.undoes) return 'Undo';
  if (entry.revises) return 'Update';
  switch (entry.kind) {
    case 'like':
      return 'Like';
    case 'vote':
      return entry.detail?.vote === 'down' ? 'Dislike' : 'Like';
    case 'bookmark':
      return 'Add';
    case 'share':
      return 'Announce';
    case 'post':
    case 'comment':
    case 'answer':
    case 'review':
    case 'code-review':
    case 'rating':
      return 'Create';
    case 'edit':
      return 'Update';
    case 'moderation':
      return entry.detail?.act === 'report' ? 'Flag' : 'Activity';
    case 'follow':
      return 'Follow';
    case 'other':
      return 'Activity';
  }
}

function objectOf(
  entry: Omit<Entry, 'id' | 'seq' | 'leaf' | 'stream'>,
  { namespace, stream, earlier }: LineSetting,
  titled: (path: string) => Record<string, Canonical>,
): Canonical {
  const { kind, made } = entry;
  /** An earlier line of another stream is not named: the two logs are shown to others apart. */
  const earlierLine: Record<string, Canonical> =
    earlier && earlier.stream === stream.id ? { id: `${namespace.tag}${stream.id}/${earlier.index}` } : {};

  if (entry.undo || entry.undoes) {
    const taken = earlier ?? { ...entry, undo: undefined, undoes: undefined };
    return { ...earlierLine, object: thingOf(taken), type: activityType(taken) };
  }

  const addressed: Record<string, Canonical> = entry.to?.url ? { attributedTo: entry.to.url } : {};
  const addressee = (path: string) => ({ ...titled(path), ...addressed, id: entry.object.url, type: 'Object' });
  const type = objectTypes[kind];
  if (type !== undefined) {
    return {
      ...(made && { id: made.url }),
      inReplyTo: addressee('/object/inReplyTo'),
      ...(kind === 'rating' ? ratingMembers(entry.detail?.rating) : reviewRating(kind, entry.detail?.rating)),
      type,
    };
  }
  if (kind === 'post') {
    return {
      ...titled('/object'),
      id: thingOf(entry),
      type: entry.detail?.act === 'article' ? 'Article' : 'Note',
    };
  }
  if (entry.revises && kind !== 'edit') {
    // A changed mind (another reaction, the other vote): the earlier activity, as it reads now.
    return { ...earlierLine, object: entry.object.url, type: activityType({ ...entry, revises: undefined }) };
  }
  return addressee('/object');
}

/** URL of the thing that an act is about: what it made, or else what it was done to. */
function thingOf(entry: Act): string {
  const makes = entry.kind === 'post' || objectTypes[entry.kind] !== undefined;
  return (makes && entry.made?.url) || entry.object.url;
}

function reviewRating(kind: Kind, rating: string | undefined): Record<string, Canonical> {
  if (rating === undefined || (kind !== 'review' && kind !== 'code-review')) return {};
  return { 'schema:reviewRating': { ...ratingMembers(rating), type: 'schema:Rating' } };
}

/** `4/5` as decimal texts: value, and the best possible one where it is given. */
function ratingMembers(rating: string | undefined): Record<string, Canonical> {
  if (rating === undefined) return {};
  const [, value, best] = /^([^/]+)\/([^/]+)$/.exec(rating) ?? [];
  return value && best ? { 'schema:bestRating': best, 'schema:ratingValue': value } : { 'schema:ratingValue': rating };
}
