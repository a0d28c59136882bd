import { z } from 'zod';
import { type EvidenceLevel, evidenceLevels, kinds } from './kinds.ts';

export * from './kinds.ts';

/** `limited` is an audience that is neither public nor a private message (friends, a closed group). Private is never stored. */
export const audiences = ['public', 'limited'] as const;

const text = (max: number) =>
  z
    .string()
    .max(max)
    .refine((s) => s.isWellFormed(), 'a lone surrogate is not text');
const url = z.url().max(4096);

/** Shape of what capture hands to the ledger: an entry without the fields that the ledger itself assigns. */
export const contributionSchema = z.strictObject({
  /** Instant of the act, UTC, RFC 3339 with `Z`. */
  at: z.iso.datetime(),
  /** Offset from UTC where the person was, `+01:00`. */
  zone: z.string().regex(/^[+-]\d\d:\d\d$/),
  /** Id of the site definition. */
  site: text(64),
  /** Host the act was done on. */
  host: text(255),
  /** Account name as the platform writes it; empty while unknown or for an anonymous visitor. */
  account: text(256),
  /** Profile URL of the account on the platform; the platform's own URL while the account is unknown. */
  actor: url,
  kind: z.enum(kinds),
  detail: z
    .strictObject({
      reaction: text(64).optional(),
      /** `up` or `down`. */
      vote: z.enum(['up', 'down']).optional(),
      /** Decimal, with the best possible value: `4/5`. */
      rating: text(32).optional(),
      /** Which act of this kind, in the definition's own word: `accept`, `close`, `thank`. */
      act: text(64).optional(),
    })
    .optional(),
  object: z.strictObject({ url, id: text(512), title: text(512).optional() }),
  to: z.strictObject({ name: text(256), url: url.optional() }).optional(),
  made: z.strictObject({ url, id: text(512) }).optional(),
  undo: z.literal(true).optional(),
  /** For an undo whose site cannot say what exactly it takes back: any of these kinds, whichever stands. */
  undoesKinds: z.array(z.enum(kinds)).max(8).optional(),
  /** Set where the act is a change to something the same person made before. */
  revises: z.union([z.literal(true), text(64)]).optional(),
  effort: z.strictObject({ seconds: z.int().nonnegative(), words: z.int().nonnegative() }).optional(),
  topics: z.array(text(64)).max(32).optional(),
  audience: z.enum(audiences),
  evidence: z.strictObject({ level: z.enum(evidenceLevels), signs: z.array(text(32)).max(16) }),
  source: z.enum(['capture', 'import', 'declared']),
  /** Definition and version that recognised the act: `x@3`. */
  definition: text(80),
  /** Identity of the request or gesture; the ledger uses it to store an act once and does not keep it in the entry. */
  key: text(256).optional(),
});
export type Contribution = z.infer<typeof contributionSchema>;

/** An entry as it lies in the ledger (store `entries`). Field names are fixed. */
export interface Entry extends Omit<Contribution, 'key' | 'actor' | 'revises' | 'undoesKinds' | 'evidence'> {
  v: 1;
  /** `was`: the level that the entry was sealed with, where a platform's receipt raised it to `matched` later. */
  evidence: Contribution['evidence'] & { was?: EvidenceLevel | undefined };
  /** base64url SHA-256 of the canonical JSON (RFC 8785) without `id`, `seq`, `stream`, `index`, `leaf`. */
  id: string;
  /** Local order over all streams, gapless from 0. */
  seq: number;
  /** 16 hex digits: the stream (one account on one platform) whose log holds it. */
  stream: string;
  /** Position in that stream. */
  index: number;
  /** `id` of the act that this one takes back, where the ledger knows it: always the first of the act, never a revision. */
  undoes?: string;
  /** `id` of the act that this one revises (the first, never another revision), or true where only the fact is known. */
  revises?: string | true;
  /** At least 16 random bytes, base64url. */
  salt: string;
  /** Leaf hash (RFC 9162) of the record line, base64url. */
  leaf: string;
}
