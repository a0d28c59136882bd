import { base64urlnopad } from '@scure/base';
import { z } from 'zod';
import { contributionSchema, evidenceLevels } from '../ledger/entry.ts';
import type { Stream, Tombstone } from '../ledger/stream.ts';

/** 32 bytes, base64url. */
const hash = z.string().regex(/^[\w-]{43}$/);
const salt = z.string().regex(/^[\w-]{22,86}$/);
const streamId = z.string().regex(/^[0-9a-f]{16}$/);
const place = z.int().nonnegative();

/** An entry as the ledger stores it. */
export const entrySchema = contributionSchema.omit({ key: true, actor: true, undoesKinds: true }).extend({
  /** With the level it was sealed with, where a receipt raised it. */
  evidence: contributionSchema.shape.evidence.extend({ was: z.enum(evidenceLevels).optional() }),
  v: z.literal(1),
  id: hash,
  seq: place,
  stream: streamId,
  index: place,
  undoes: z.string().max(64).optional(),
  salt,
  leaf: hash,
});

export const tombstoneSchema: z.ZodType<Tombstone> = z.strictObject({
  seq: place,
  id: hash,
  stream: streamId,
  index: place,
  leaf: hash,
  forgotten: z.literal(true),
});

/** What the lines of a log depend on. It stands in every chunk that needs it, so that each can be read by itself. */
export const logSchema = z.strictObject({
  id: streamId,
  site: z.string().min(1).max(64),
  host: z.string().max(255),
  platform: z.url().max(4096),
  account: z.string().max(256),
  actor: z.url().max(4096),
  epoch: z.int().nonnegative(),
  secret: hash,
});
export type LogIdentity = z.infer<typeof logSchema>;

/** Right edge of a log before the first row of a chunk: tells whether those rows continue what is there already. */
const edgeSchema = z.strictObject({ size: place, edges: z.array(hash).max(53) });
export type LogEdge = z.infer<typeof edgeSchema>;

/** How far a log goes, and what of it was signed. */
const logEndSchema = z.strictObject({
  id: streamId,
  size: place,
  root: hash,
  joins: streamId.optional(),
  joined: streamId.optional(),
  signed: z.strictObject({ size: place, root: hash }).optional(),
});
export type LogEnd = z.infer<typeof logEndSchema>;

/** Stores beside the entries whose rows go along as they are. */
export const sideStores = ['receipts', 'blobs', 'settings'] as const;
export type SideStore = (typeof sideStores)[number];

/** What one chunk holds. Rows are judged one by one when they are merged: a bad one does not take others with it. */
export const contentSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('entries'),
    /** Names the secret that the keys of these logs come from, where there is one: the public key for records. */
    keys: z.string().max(128).optional(),
    logs: z.array(logSchema.extend({ before: edgeSchema })).max(1000),
    rows: z.array(z.unknown()).max(1000),
  }),
  z.strictObject({ kind: z.literal('side'), store: z.enum(sideStores), rows: z.array(z.unknown()).max(10_000) }),
  z.strictObject({
    kind: z.literal('end'),
    /** How many entries, forgotten ones included. */
    entries: place,
    logs: z.array(logEndSchema).max(100_000),
    /** Chained hash over all chunks before: shows that they were made in one run. */
    chain: hash,
    /** Rows that could not go along, `store/name`. */
    left: z.array(z.string().max(256)).max(1000),
  }),
]);
export type Content = z.infer<typeof contentSchema>;
export type EntriesContent = Extract<Content, { kind: 'entries' }>;
export type SideContent = Extract<Content, { kind: 'side' }>;
export type EndContent = Extract<Content, { kind: 'end' }>;

export function identityOf({ id, site, host, platform, account, actor, epoch, secret }: Stream): LogIdentity {
  return { id, site, host, platform, account, actor, epoch, secret };
}

export function endOf({ id, size, root, joins, joined, signed }: Stream): LogEnd {
  return { id, size, root, ...(joins && { joins }), ...(joined && { joined }), ...(signed && { signed }) };
}

/** A value as JSON can hold it, bytes as `{"$bytes": base64url}`; undefined where it cannot be written (a key). */
export function plain(value: unknown): unknown {
  if (value === null || ['string', 'number', 'boolean'].includes(typeof value)) return value;
  if (value instanceof Uint8Array) return { $bytes: base64urlnopad.encode(value) };
  if (value instanceof ArrayBuffer) return { $bytes: base64urlnopad.encode(new Uint8Array(value)) };
  if (Array.isArray(value)) {
    const items = value.map(plain);
    return items.includes(undefined) ? undefined : items;
  }
  if (typeof value !== 'object' || Object.prototype.toString.call(value) !== '[object Object]') return undefined;
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .map(([name, member]) => [name, plain(member)] as const);
  return members.some(([, member]) => member === undefined) ? undefined : Object.fromEntries(members);
}

/** The other way round; undefined where `$bytes` are none. */
export function lively(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(lively);
  const entries = Object.entries(value);
  const [[name, bytes] = []] = entries;
  if (entries.length === 1 && name === '$bytes' && typeof bytes === 'string') {
    try {
      return base64urlnopad.decode(bytes);
    } catch {
      return undefined;
    }
  }
  return Object.fromEntries(entries.map(([member, inner]) => [member, lively(inner)]));
}
