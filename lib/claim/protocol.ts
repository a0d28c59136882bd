import { z } from 'zod';
import { kinds } from '../ledger/kinds.ts';
import type { Namespace } from '../namespace.ts';
import { contextUrl, credentialsContext, entryProfileUrl } from '../record/context.ts';

/**
 * The documents of the claim protocol, as both sides read them: what the extension hears from a platform, and what a
 * platform hears from anybody. Sizes are bounded here, bytes and depth where the text is parsed.
 */

/** Reward id of a request that links a key to an account instead of claiming anything. */
export const linkReward = 'link';

/** Where a platform publishes what it recognises (RFC 8615). */
export const discoveryPath = '/.well-known/contribution-claims';

/** Relation of a link to that document, for the header `Link` and the element `link`. */
export const claimsRelation = (namespace: Namespace): string => `${namespace.url}/rel/claims`;

/** `tag` of RFC 9421 signatures of this protocol. */
export const signatureTag = 'contribution-claim';

/** A part of a document that is JSON in a page: the request of a link. */
export const requestInPage = 'data-contribution-claim-request';

const text = (most: number) => z.string().min(1).max(most);
const address = z.url({ protocol: /^https?$/ }).max(2048);
const multihash = z.string().regex(/^uEi[A-Za-z0-9_-]{44}$/);
const uuid = z.string().regex(/^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
const didKey = z
  .string()
  .max(64)
  .regex(/^did:key:z6Mk/);
const instant = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
  .refine((written) => Number.isFinite(Date.parse(written)), 'no such time');
const index = z.int().nonnegative();
/** A decimal without sign or exponent: `12`, `0.50`. */
export const decimalText = z.string().regex(/^(0|[1-9]\d{0,17})(\.\d{1,6})?$/);
/** Kinds that a later version may know pass through as words. */
const kindWord = z.string().regex(/^[a-z-]{1,32}$/);

const rewardSchema = z.looseObject({
  id: text(64),
  title: text(200),
  terms: address,
  terms_digest: multihash,
  kinds: z.array(kindWord).max(32),
  period: z.looseObject({ from: instant, to: instant }).optional(),
  /** ISO 8601 duration after which it can be claimed again: `P1W`, `P1M`. */
  recurs: z
    .string()
    .regex(/^P\d{1,3}[DWM]$/)
    .optional(),
});
export type PublishedReward = z.infer<typeof rewardSchema>;

/** What a platform publishes about what it recognises. Members that are not named here are passed over. */
export const discoverySchema = z.looseObject({
  version: z.literal('1'),
  platform: address,
  issuer: z
    .string()
    .max(512)
    .regex(/^did:web:/),
  claim_request_endpoint: address,
  account_link_endpoint: address,
  entry_profiles_supported: z.array(text(512)).max(16),
  kinds_recognised: z.array(kindWord).max(32),
  evidence_levels_accepted: z.array(text(32)).max(16),
  cryptosuites_supported: z.array(text(64)).max(16),
  witness: z.looseObject({ name: text(256), vkey: text(512), submission_prefix: address }).optional(),
  rewards: z.array(rewardSchema).max(100),
  payout_methods_supported: z.array(text(64)).max(16),
  limits: z.looseObject({
    max_entries_per_claim: z.int().positive(),
    max_upload_bytes: z.int().positive(),
    request_ttl_seconds: z.int().positive(),
  }),
  data_retention_days: z.int().nonnegative(),
  privacy_policy: address,
});
export type Discovery = z.infer<typeof discoverySchema>;

/** An OpenID4VP 1.0 authorization request for one record credential. */
export const requestSchema = z.looseObject({
  response_type: z.literal('vp_token'),
  response_mode: z.literal('direct_post'),
  client_id: text(2100),
  response_uri: address,
  nonce: z.string().regex(/^[\w-]{22,128}$/),
  state: z.string().regex(/^[\w-]{1,128}$/),
  dcql_query: z.looseObject({
    credentials: z.tuple([z.looseObject({ id: z.literal('record'), format: z.literal('ldp_vc') })]),
  }),
  client_metadata: z.looseObject({}),
  /** How much of the stream the platform holds already, and the checkpoint it saw last. */
  known_size: index.optional(),
  known_checkpoint: z.string().max(4096).optional(),
});
export type ClaimRequest = z.infer<typeof requestSchema>;

const proofSchema = z.looseObject({
  type: text(64),
  cryptosuite: text(64),
  verificationMethod: text(256),
  proofPurpose: text(64),
  created: instant,
  expires: instant.optional(),
  '@context': z.unknown().optional(),
  proofValue: text(128),
});

const payoutSchema = z.strictObject({ id: text(2048), type: z.literal('WalletAddress') });

/** A claim as it is sent: a presentation of the record of one stream, made for one nonce of one platform. */
export function presentationSchema(namespace: Namespace) {
  const context = z.tuple([z.literal(credentialsContext), z.literal(contextUrl(namespace))]);
  const stream = z.strictObject({
    id: uuid,
    type: z.literal('ContributionStream'),
    platform: address,
    account: address,
    controller: didKey,
    entryProfile: z.literal(entryProfileUrl(namespace)),
    entryCount: z.int().positive(),
    firstPublished: instant.optional(),
    lastPublished: instant.optional(),
    kindCounts: z.partialRecord(z.enum(kinds), z.int().positive()),
    digestMultibase: multihash,
    checkpoint: text(4096),
  });
  const record = z.looseObject({
    '@context': context,
    id: uuid,
    type: z.tuple([z.literal('VerifiableCredential'), z.literal('ContributionRecordCredential')]),
    issuer: didKey,
    validFrom: instant,
    validUntil: instant.optional(),
    credentialSubject: z.looseObject({ id: didKey, type: z.literal('ContributionRecord'), streams: z.tuple([stream]) }),
    proof: proofSchema,
  });
  return z.looseObject({
    '@context': context,
    id: uuid,
    type: z.tuple([z.literal('VerifiablePresentation'), z.literal('ContributionClaim')]),
    holder: didKey,
    verifiableCredential: z.tuple([record]),
    claim: z.strictObject({
      id: text(256),
      reward: text(64),
      fromIndex: index,
      toIndex: index,
      terms: address,
      termsDigest: multihash,
      payout: payoutSchema.optional(),
    }),
    proof: proofSchema.extend({ challenge: text(128), domain: text(2100) }),
  });
}
export type Presentation = z.infer<ReturnType<typeof presentationSchema>>;

/** Answer to a presentation. */
export const acceptedSchema = z.looseObject({
  claim: address,
  upload: address.optional(),
  redirect_uri: address.optional(),
});
export type Accepted = z.infer<typeof acceptedSchema>;

const claimStatuses = [
  'awaiting_upload',
  'received',
  'checking',
  'decided',
  'needs_link',
  'withdrawn',
  'refused',
] as const;
export type ClaimStatus = (typeof claimStatuses)[number];

/** State of a claim. */
export const statusSchema = z.looseObject({
  status: z.enum(claimStatuses),
  receipt: address.optional(),
  detail: z.string().max(1000).optional(),
});
export type StatusAnswer = z.infer<typeof statusSchema>;

/** What became of a line of a claim. */
export const lineOutcomes = [
  'confirmed',
  'notFound',
  'mismatched',
  'alreadyClaimed',
  'notEligible',
  'withheld',
] as const;
export type LineOutcome = (typeof lineOutcomes)[number];

const amountSchema = z.union([
  z.strictObject({ type: z.literal('MonetaryAmount'), value: decimalText, currency: z.string().regex(/^[A-Z]{3}$/) }),
  z.strictObject({ type: z.literal('Points'), value: decimalText, name: text(64) }),
]);
export type Amount = z.infer<typeof amountSchema>;

/** A platform's signed receipt. */
export function receiptSchema(namespace: Namespace) {
  return z.looseObject({
    '@context': z.tuple([z.literal(credentialsContext), z.literal(contextUrl(namespace))]),
    id: address,
    type: z.tuple([z.literal('VerifiableCredential'), z.literal('ContributionReceiptCredential')]),
    issuer: z
      .string()
      .max(512)
      .regex(/^did:web:/),
    validFrom: instant,
    credentialSubject: z.looseObject({
      id: didKey,
      type: z.literal('ContributionReceipt'),
      claimId: text(256),
      presentationDigest: multihash,
      stream: uuid,
      checkpoint: text(4096),
      outcomes: z.array(z.tuple([index, index, z.enum(lineOutcomes)])).max(200_000),
      rewardGranted: amountSchema.optional(),
      payoutStatus: z.enum(['none', 'pending', 'paid', 'failed']),
      payoutReference: z.string().max(256).optional(),
      supersedes: address.optional(),
    }),
    proof: proofSchema,
  });
}
export type Receipt = z.infer<ReturnType<typeof receiptSchema>>;

/** A platform's did:web document, as far as receipts need it. */
export const didDocumentSchema = z.looseObject({
  id: z
    .string()
    .max(512)
    .regex(/^did:web:/),
  verificationMethod: z
    .array(
      z.looseObject({
        id: text(600),
        type: text(64),
        controller: text(512),
        publicKeyMultibase: z.string().max(128).optional(),
      }),
    )
    .max(64),
  assertionMethod: z.array(z.string().max(600)).max(64),
});

/** A problem document (RFC 9457). */
export const problemSchema = z.looseObject({
  type: z.string().max(512),
  status: z.int(),
  title: z.string().max(200).optional(),
  detail: z.string().max(1000).optional(),
  step: z.int().optional(),
  index: z.int().optional(),
  receipt: address.optional(),
});

/** Outcomes of the lines from `from` on as ranges `[from, to, outcome]`, without gap. */
export function asRanges(from: number, outcomes: readonly LineOutcome[]): [number, number, LineOutcome][] {
  const ranges: [number, number, LineOutcome][] = [];
  for (const [offset, outcome] of outcomes.entries()) {
    const last = ranges.at(-1);
    if (last?.[2] === outcome) last[1] += 1;
    else ranges.push([from + offset, from + offset + 1, outcome]);
  }
  return ranges;
}

/** The did:web of an origin (W3C CCG did:web method): a port is written with `%3A`. */
export const didWebOf = (origin: string): string => `did:web:${new URL(origin).host.replace(':', '%3A')}`;
