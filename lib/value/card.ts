import { z } from 'zod';
import { kinds } from '../ledger/kinds.ts';
import { confidences } from './confidence.ts';

// The language of rate cards: published figures with their sources, nothing computed. `card-faults.ts` checks what a
// schema cannot: references, order of bounds, currencies.

const text = z.string().min(1).max(2000);
const id = z.string().regex(/^[a-z0-9][a-z0-9.-]*$/, 'ids are lower-case letters, digits, dots and dashes');
const year = z.int().min(1900).max(2200);
const day = z.iso.date();
/** null is unknown, never zero. */
const amount = z.number().nullable();
const count = z.number().nonnegative().nullable();
const share = z.number().min(0).max(1);
const sources = z.array(id);
const kind = z.enum(kinds);

const confidence = z.enum(confidences);
const basis = z.enum(['published', 'derived', 'assumption']);

/** How somebody saw a source. */
export const sightings = ['seen-primary', 'seen-secondary', 'from-memory', 'project-assumption'] as const;

export const sourceSchema = z.strictObject({
  id,
  citation: text,
  url: z.url({ protocol: /^https?$/ }).optional(),
  year,
  confidence,
  checked: z.enum(sightings),
});

const bounds = { low: amount, mid: amount, high: amount };
const weighed = { confidence, note: z.string().max(2000), sources };

const timeSchema = z.strictObject({
  kind: id,
  /** Seconds for one of these. */
  unit: z.enum(['action', 'word', 'step']),
  ...bounds,
  /** Clicks that come on top where the words are counted. */
  steps: z.int().positive().optional(),
  basis,
  /** Name of the wage that would replace it. */
  wage: text.nullable(),
  ...weighed,
});

const wageSchema = z.strictObject({
  name: text,
  region: text,
  ...bounds,
  basis,
  appliesTo: z.array(text),
  ...weighed,
});

const adSchema = z.strictObject({
  platform: id,
  kind: id,
  unit: text,
  region: text,
  ...bounds,
  basis,
  /** An "earned media value": off unless somebody asks for it. */
  earnedMedia: z.literal(true).optional(),
  ...weighed,
});

const platformSchema = z.strictObject({
  platform: id,
  year,
  revenue: count,
  adRevenue: count,
  mau: count,
  dau: count,
  arpu: amount,
  engagementsPerYear: count,
  engagementKinds: text.nullable(),
  /** Which kinds of contribution the count is of. */
  covers: z.array(kind).optional(),
  /** New ones in the year, or all that are on show. */
  measure: z.enum(['flow', 'stock']).optional(),
  /** Counts by name of `timePerAction`. */
  engagementsByKind: z.record(id, z.number().positive()).optional(),
  /** Dividing this revenue by this count says nothing. */
  contextOnly: z.literal(true).optional(),
  ...weighed,
});

const arpuSchema = z.strictObject({
  platform: id,
  year,
  period: z.string().regex(/^(year|Q[1-4])$/),
  region: text,
  revenue: count,
  arpu: amount,
  basis,
  ...weighed,
});

const payoutSchema = z.strictObject({
  platform: id,
  programme: text,
  metric: text,
  /** The bounds are for so many of the metric. */
  per: z.int().positive(),
  ...bounds,
  /** Part of an income that is passed on, where that is all that is published. */
  share: share.nullable(),
  /** False where the programme never pays money: zero by rule, and worth showing. */
  cash: z.boolean(),
  eligibility: text,
  year,
  ...weighed,
});

const surplusSchema = z.strictObject({
  good: text,
  measure: text,
  /** What people were asked. */
  question: z.enum(['acceptance', 'payment', 'non-users', 'replacement']),
  statistic: z.enum(['median', 'mean', 'extrapolated', 'total']),
  perUserYear: z.number().optional(),
  totalYearLow: z.number().optional(),
  totalYearHigh: z.number().optional(),
  incentivised: z.boolean(),
  year,
  ...weighed,
});

const licenceSchema = z.strictObject({
  platform: id,
  year,
  income: z.number().nonnegative(),
  contributionsPerYear: count,
  covers: z.array(kind).min(1),
  basis,
  ...weighed,
});

export const cardSchema = z.strictObject({
  version: z.string().regex(/^\d+\.\d+\.\d+$/, 'versions are three numbers, like 1.0.0'),
  /** The day the card stands for: ages of sources are counted from it. */
  asOf: day,
  currency: z.string().regex(/^[A-Z]{3}$/, 'currencies are three capital letters'),
  notes: z.array(text),
  sources: z.array(sourceSchema).min(1),
  timePerAction: z.array(timeSchema),
  /** Which time a kind of contribution takes. */
  kindTimes: z.array(z.strictObject({ kind, time: id, sources })),
  wages: z.array(wageSchema),
  adMarket: z.array(adSchema),
  platformRevenue: z.array(platformSchema),
  /** Which site definitions a platform's figures serve. */
  platformSites: z.array(z.strictObject({ platform: id, sites: z.array(id).min(1) })),
  arpuByRegion: z.array(arpuSchema),
  actualPayouts: z.array(payoutSchema),
  contributorShare: z.strictObject({ low: share, mid: share, high: share, basis, ...weighed }),
  consumerSurplus: z.array(surplusSchema),
  peerWeights: z.array(z.strictObject({ system: id, kind: id, points: z.number(), ...weighed })),
  aiLicensing: z.array(licenceSchema),
  /** Figures to compare with; no method uses them. */
  anchors: z.array(z.looseObject({ what: text, year, ...weighed })),
  guardrails: z.array(z.strictObject({ rule: text, sources })),
});

export type RateCard = z.infer<typeof cardSchema>;
export type Source = z.infer<typeof sourceSchema>;
export type PlatformRow = z.infer<typeof platformSchema>;
