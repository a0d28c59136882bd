import type { Namespace } from '../../lib/namespace.ts';
import { newId } from '../ids.ts';
import type { PlatformKeys } from './keys.ts';
import type { Wallets } from './payout.ts';
import type { Reward } from './rules.ts';
import type { ClaimSite } from './site.ts';
import type { ClaimDatabase, ClaimWrite } from './tables.ts';

export interface ClaimLimits {
  /** Lines in one claim. */
  entries: number;
  /** Compressed bytes of one upload. */
  uploadBytes: number;
  /** Bytes of an answer. */
  answerBytes: number;
  /** How long an upload may take, in milliseconds. */
  uploadTime: number;
  /** How long a request can be answered, in seconds. */
  requestSeconds: number;
  /** Requests of one address in a minute. */
  requestsPerMinute: number;
  /** How long lines are kept, in days. */
  retentionDays: number;
  /** How long a process may work on one claim before another takes over, in milliseconds. */
  lease: number;
}

export const usualLimits: ClaimLimits = {
  entries: 20_000,
  uploadBytes: 8 * 1024 ** 2,
  answerBytes: 64 * 1024,
  uploadTime: 60_000,
  requestSeconds: 600,
  requestsPerMinute: 120,
  retentionDays: 90,
  lease: 30_000,
};

/** All that the parts of the claim desk work with. */
export interface Desk {
  db: ClaimDatabase;
  site: ClaimSite;
  rewards: readonly Reward[];
  keys: PlatformKeys;
  wallets: Wallets;
  limits: ClaimLimits;
  namespace: Namespace;
  now: () => Date;
  /** Tells the workers of this process that there is something to do. */
  wake: () => void;
}

/** Path below which everything of the claim desk is served. */
export const prefix = '/contribution-claims';

export const claimUrl = ({ site }: Pick<Desk, 'site'>, id: string): string => `${site.origin()}${prefix}/claims/${id}`;
export const termsUrl = ({ site }: Pick<Desk, 'site'>, digest: string): string =>
  `${site.origin()}${prefix}/terms/${digest}`;
export const responseUrl = ({ site }: Pick<Desk, 'site'>): string => `${site.origin()}${prefix}/response`;
/** Who the platform is to a presentation: its `domain`. */
export const clientId = (desk: Pick<Desk, 'site'>): string => `redirect_uri:${responseUrl(desk)}`;

/** Writes down what happened, in the transaction in which it happens. */
export async function audit(
  write: ClaimWrite,
  at: Date,
  note: { who: string; what: string; about: string; detail?: string },
): Promise<void> {
  await write
    .insertInto('claim_audit')
    .values({ id: newId(at.getTime()), at, detail: '', ...note })
    .execute();
}
