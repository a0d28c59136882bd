import type { Kysely, Transaction } from 'kysely';
import type { ClaimStatus } from '../../lib/claim/protocol.ts';

/** Whole numbers come back as text from PostgreSQL's `bigint` and as numbers from PGlite: read them with `Number`. */
type Whole = number | string | bigint;

/** Tables of claims as the migrations leave them; what each column means stands there. */
export interface ClaimTables {
  claim_settings: { name: string; value: string };
  claim_keys: { id: string; multikey: string; made_at: Date; retired_at: Date | null };
  claim_terms: { digest: string; reward: string; content: string; made_at: Date };
  claim_requests: {
    state: string;
    nonce: string;
    reward: string;
    session: string | null;
    account: string | null;
    peer: string;
    made_at: Date;
    expires_at: Date;
    used_by: string | null;
    claim: string | null;
    response_code: string | null;
    finished_at: Date | null;
  };
  claim_links: { did: string; account: string; linked_at: Date; revoked_at: Date | null };
  claim_streams: {
    origin: string;
    did: string;
    account: string;
    witnessed_size: Whole;
    witnessed_root: string;
    witnessed_checkpoint: string;
    held_size: Whole;
    held_edges: string;
  };
  claim_leaves: { stream: string; from_index: Whole; leaves: Uint8Array };
  claims: {
    id: string;
    account: string;
    did: string;
    stream: string;
    reward: string;
    terms: string;
    from_index: Whole;
    to_index: Whole;
    digest: string;
    claim_id: string;
    stream_id: string;
    checkpoint: string;
    payout: string | null;
    status: ClaimStatus;
    detail: string | null;
    uploaded: string | null;
    withheld: Whole | null;
    made_at: Date;
    decided_at: Date | null;
    receipt: string | null;
  };
  claim_uploads: { claim: string; body: Uint8Array; kept_at: Date };
  claim_jobs: { claim: string; run_at: Date; lease: string | null; attempts: Whole };
  claim_rewarded: {
    account: string;
    kind: string;
    object: string;
    leaf: string;
    claim: string;
    day: string;
    receiver: string | null;
  };
  claim_budgets: { reward: string; period: string; account: string; granted: string };
  claim_grants: {
    receipt: string;
    account: string;
    claim: string;
    amount: string;
    unit: string;
    part: 'own' | 'passed on';
    status: 'none' | 'pending' | 'paid' | 'failed';
    payout: string | null;
    reference: string | null;
    made_at: Date;
  };
  claim_receipts: { id: string; claim: string; document: string; made_at: Date };
  claim_objections: {
    id: string;
    claim: string;
    reason: string;
    lines: string;
    made_at: Date;
    answer: string | null;
    upheld: boolean | null;
    answered_at: Date | null;
  };
  claim_nonces: { did: string; nonce: string; seen_at: Date };
  claim_evidence: { id: string; stream: string; account: string; held: string; shown: string; at: Date };
  claim_audit: { id: string; at: Date; who: string; what: string; about: string; detail: string };
}

export type ClaimDatabase = Kysely<ClaimTables>;
export type ClaimWrite = Transaction<ClaimTables>;
