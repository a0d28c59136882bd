import { sha256 } from '@noble/hashes/sha2.js';
import { z } from 'zod';
import { decimalText, linkReward, type PublishedReward } from '../../lib/claim/protocol.ts';
import { evidenceLevels, kinds } from '../../lib/ledger/kinds.ts';
import { digestMultibase } from '../../lib/record/multihash.ts';

const kind = z.enum(kinds);

/**
 * What a platform recognises and how, as data. Nothing is ever granted on the record alone: what counts is what the
 * site's own log confirms.
 */
const ruleSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,63}$/)
    .refine((id) => id !== linkReward, 'is taken'),
  title: z.string().min(1).max(200),
  /** What people read before they claim. */
  terms: z.string().min(1).max(20_000),
  /** What one act of a kind is worth; kinds that are not named are not recognised. */
  each: z.partialRecord(kind, decimalText).refine((each) => Object.keys(each).length > 0, 'names no kind'),
  unit: z.union([
    z.strictObject({ points: z.string().min(1).max(64) }),
    z.strictObject({ currency: z.string().regex(/^[A-Z]{3}$/) }),
  ]),
  /** Evidence that a line must claim at least one of. */
  evidence: z.array(z.enum(evidenceLevels)).min(1).default(['accepted', 'confirmed', 'matched', 'imported']),
  /** So many acts of a kind count in full in one day (UTC); the i-th beyond counts for `full / i`. */
  fullPerDay: z.partialRecord(kind, z.int().positive()).default({}),
  /** An act counts when it has stood for so many minutes. */
  minAgeMinutes: z.int().nonnegative().default(0),
  /** Only acts of this time. */
  period: z.strictObject({ from: z.iso.datetime(), to: z.iso.datetime() }).optional(),
  /** The most that one account gets, and the most that all get, in a calendar month (UTC) of decisions. */
  capPerMonth: decimalText.optional(),
  poolPerMonth: decimalText.optional(),
  /** Parts of a hundred that stay with the one who claims; the rest runs on to linked people it was done for. */
  keep: z.int().min(0).max(100).default(100),
  /** So many steps down it may run. */
  steps: z.int().min(1).max(6).default(1),
  /** `people`: a keeper looks at every claim before it is granted. */
  decision: z.enum(['automatic', 'people']).default('automatic'),
  /** How often it can be claimed as a stream: `P1W`. */
  recurs: z
    .string()
    .regex(/^P\d{1,3}[DWM]$/)
    .optional(),
  payout: z.array(z.enum(['none', 'list', 'open-payments'])).default(['none']),
});
export type RewardRule = z.output<typeof ruleSchema>;
export type RewardRuleGiven = z.input<typeof ruleSchema>;

/** A rule with what is published about it. */
export interface Reward {
  rule: RewardRule;
  /** The bytes that `terms_digest` is of: the rule itself as JSON, its words included. */
  content: string;
  digest: string;
}

/**
 * Reads rules.
 * @throws TypeError that names what is wrong
 */
export function readRules(given: unknown): Reward[] {
  const parsed = z.array(ruleSchema).max(100).safeParse(given);
  if (!parsed.success) {
    throw new TypeError(parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '));
  }
  if (new Set(parsed.data.map(({ id }) => id)).size !== parsed.data.length) throw new TypeError('two rules of one id');
  return parsed.data.map((rule) => {
    const content = `${JSON.stringify(rule, null, 1)}\n`;
    return { rule, content, digest: digestMultibase(sha256(new TextEncoder().encode(content))) };
  });
}

/** What discovery says of a reward. */
export function published({ rule, digest }: Reward, termsUrl: (digest: string) => string): PublishedReward {
  return {
    id: rule.id,
    title: rule.title,
    terms: termsUrl(digest),
    terms_digest: digest,
    kinds: Object.keys(rule.each),
    ...(rule.period && { period: { from: wholeSeconds(rule.period.from), to: wholeSeconds(rule.period.to) } }),
    ...(rule.recurs && { recurs: rule.recurs }),
  };
}

const wholeSeconds = (at: string) => `${new Date(at).toISOString().slice(0, 19)}Z`;
