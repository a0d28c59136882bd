import type { Discovery, Receipt } from './protocol.ts';

// What the extension remembers of claims: rows of the store `receipts`, told apart by `type`. All of it is JSON.

/** What a platform published when it was asked last. */
export interface PlatformRow {
  /** `platform:` and the origin. */
  id: string;
  type: 'platform';
  platform: string;
  at: string;
  /** Missing where it publishes nothing. */
  discovery?: Discovery;
}

/** A stream whose key speaks for an account at its platform, or soon will. */
export interface LinkRow {
  /** `link:` and the stream. */
  id: string;
  type: 'link';
  platform: string;
  stream: string;
  at: string;
  linked: boolean;
  claimUrl: string;
}

/** Where a claim stands; each step is written down before the next is begun, so that it can go on after any end. */
export type ClaimStep = 'signed' | 'accepted' | 'uploaded' | 'decided' | 'withdrawn' | 'refused';

export interface ClaimRow {
  /** `claim:` and a UUID. */
  id: string;
  type: 'claim';
  platform: string;
  stream: string;
  reward: string;
  title: string;
  at: string;
  step: ClaimStep;
  /** Lines `[from, to)` are covered; which of them are shown. */
  from: number;
  to: number;
  seen: [from: number, to: number];
  kinds: string[];
  evidence: string[];
  leave: number[];
  /** The presentation as it is sent, until it is accepted: sent again, it is the same claim. */
  form?: string;
  responseUri: string;
  holder: string;
  claimId: string;
  digest: string;
  streamId: string;
  checkpoint: string;
  claimUrl?: string;
  uploadUrl?: string;
  receiptUrl?: string;
  receipt?: Receipt;
  /** Why it does not get further for now, or never. */
  problem?: { name: string; said?: string };
  /** What the platform says about where it stands. Text from elsewhere. */
  detail?: string;
  objectedAt?: string;
}

/** The person's consent to claim what is new, period by period, until they take it back. */
export interface StandingRow {
  /** `standing:`, the stream, `:` and the reward. */
  id: string;
  type: 'standing';
  platform: string;
  stream: string;
  reward: string;
  /** ISO 8601 duration: `P1W`. */
  every: string;
  since: string;
  next: string;
}

export const platformId = (origin: string): string => `platform:${origin}`;
export const linkId = (stream: string): string => `link:${stream}`;
export const standingId = (stream: string, reward: string): string => `standing:${stream}:${reward}`;

/** Whether nothing more is to be done about a claim. */
export const isOver = ({ step, receipt }: ClaimRow): boolean =>
  step === 'withdrawn' || step === 'refused' || (step === 'decided' && receipt !== undefined);

/** First line of a stream that was never sent for a reward. */
export function nextIndexOf(rows: readonly ClaimRow[], stream: string, reward: string): number {
  const decided = rows.filter((row) => row.stream === stream && row.reward === reward && row.step === 'decided');
  return Math.max(0, ...decided.map(({ seen: [, to] }) => to));
}
