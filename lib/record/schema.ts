import { z } from 'zod';
import { kinds } from '../ledger/kinds.ts';
import type { Namespace } from '../namespace.ts';
import { contextUrl, credentialsContext, entryProfileUrl } from './context.ts';

/** An instant as records write it: UTC, whole seconds. */
export const instantSchema = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
  .refine((text) => Number.isFinite(Date.parse(text)), 'no such time');

const did = z.string().max(128).regex(/^did:/);
const uuid = z.string().regex(/^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
const multihash = z.string().regex(/^uEi[A-Za-z0-9_-]{44}$/);

const proofSchema = z.looseObject({
  type: z.string().max(64),
  cryptosuite: z.string().max(64),
  verificationMethod: z.string().max(256),
  proofPurpose: z.string().max(64),
  created: instantSchema,
  expires: instantSchema.optional(),
  '@context': z.unknown().optional(),
  proofValue: z.string().max(128),
});

/** Shape of `record.json` in a namespace. Members that are not named here are allowed: the signature covers them. */
export function recordSchema(namespace: Namespace) {
  const stream = z.strictObject({
    id: uuid,
    type: z.literal('ContributionStream'),
    platform: z.url({ protocol: /^https?$/ }).max(512),
    account: z.url({ protocol: /^https?$/ }).max(4096),
    controller: did,
    entryProfile: z.literal(entryProfileUrl(namespace)),
    entryCount: z.int().positive(),
    /** Missing where every entry of the stream was forgotten. */
    firstPublished: instantSchema.optional(),
    lastPublished: instantSchema.optional(),
    kindCounts: z.partialRecord(z.enum(kinds), z.int().positive()),
    digestMultibase: multihash,
    checkpoint: z.string().max(4096),
  });
  return z.looseObject({
    '@context': z.tuple([z.literal(credentialsContext), z.literal(contextUrl(namespace))]),
    id: uuid,
    type: z.tuple([z.literal('VerifiableCredential'), z.literal('ContributionRecordCredential')]),
    issuer: did,
    validFrom: instantSchema,
    validUntil: instantSchema.optional(),
    credentialSubject: z.looseObject({
      id: did,
      type: z.literal('ContributionRecord'),
      streams: z.array(stream).min(1).max(1000),
    }),
    proof: z.union([proofSchema, z.array(z.unknown())]),
  });
}

export type RecordDocument = z.infer<ReturnType<typeof recordSchema>>;
export type RecordStream = RecordDocument['credentialSubject']['streams'][number];

/** Shape of `disclosures.json`. */
export const disclosuresSchema = z.array(
  z.strictObject({
    entry: z.string().max(256),
    path: z
      .string()
      .max(256)
      .regex(/^(\/[^/~]+)*$/),
    disclosure: z
      .string()
      .max(8192)
      .regex(/^[A-Za-z0-9_-]+$/),
    digest: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
    name: z.string().max(64),
    value: z.string().max(4096),
  }),
);
