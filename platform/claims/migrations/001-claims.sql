-- What a platform keeps about claims. No sequence, no trigger, no advisory lock, no foreign key. Everything about a
-- stream or a claim is found by its own id and everything about rewards by the account, so the tables can be spread.
-- Instants come from the server's clock; amounts are whole millionths, written as texts.

-- The secret that the platform's keys are made from, where none is given from outside.
create table claim_settings (
  name text primary key,
  value text not null
);

-- Keys that sign receipts and checkpoints; retired ones stay listed, so that old receipts verify.
create table claim_keys (
  id text primary key,
  multikey text not null,
  made_at timestamptz not null,
  retired_at timestamptz
);

-- Every version of the terms that was ever published, by the digest that claims name.
create table claim_terms (
  digest text primary key,
  reward text not null,
  content text not null,
  made_at timestamptz not null
);

-- Requests for a presentation: valid for minutes, used once.
create table claim_requests (
  state text primary key,
  nonce text not null,
  reward text not null,
  -- Of a link: SHA-256 of the session that began it, and its account.
  session text,
  account text,
  -- SHA-256 of the address that asked: to tell when one asks too often.
  peer text not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  -- Digest of the one presentation that used it up, and the claim it became.
  used_by text,
  claim text,
  -- SHA-256 of the code that the final redirect of a link carries.
  response_code text,
  finished_at timestamptz
);
create index claim_requests_by_peer on claim_requests (peer, made_at);
create index claim_requests_by_end on claim_requests (expires_at);

-- Which key speaks for which account.
create table claim_links (
  did text primary key,
  account text not null,
  linked_at timestamptz not null,
  revoked_at timestamptz
);
create index claim_links_by_account on claim_links (account);

-- What is known of a stream: the largest checkpoint that was cosigned, and how many leaves are held.
create table claim_streams (
  origin text primary key,
  did text not null,
  account text not null,
  witnessed_size bigint not null,
  witnessed_root text not null,
  witnessed_checkpoint text not null,
  held_size bigint not null,
  held_edges text not null
);

-- Leaf hashes, 32 bytes each, as they came: one row for each upload.
create table claim_leaves (
  stream text not null,
  from_index bigint not null,
  leaves bytea not null,
  primary key (stream, from_index)
);

create table claims (
  id text collate "C" primary key,
  account text not null,
  did text not null,
  stream text not null,
  reward text not null,
  terms text not null,
  from_index bigint not null,
  to_index bigint not null,
  digest text not null,
  -- `id` of the claim, `id` of the stream, checkpoint and payout address as they were presented.
  claim_id text not null,
  stream_id text not null,
  checkpoint text not null,
  payout text,
  status text not null,
  detail text,
  -- Digest of the body that was uploaded; number of its lines that are withheld.
  uploaded text,
  withheld bigint,
  made_at timestamptz not null,
  decided_at timestamptz,
  receipt text
);
create index claims_by_account on claims (account, id);
create index claims_by_stream on claims (stream, reward);
create index claims_by_status on claims (status, id);

-- The lines, compressed as they came, until the retention ends.
create table claim_uploads (
  claim text primary key,
  body bytea not null,
  kept_at timestamptz not null
);

-- Work to do. Who does it holds a lease; if that process dies another takes over when the lease ends.
create table claim_jobs (
  claim text primary key,
  run_at timestamptz not null,
  lease text,
  attempts bigint not null
);
create index claim_jobs_by_time on claim_jobs (run_at);

-- Each act that was rewarded, once for ever.
create table claim_rewarded (
  account text not null,
  kind text not null,
  object text not null,
  leaf text not null,
  claim text not null,
  day text not null,
  receiver text,
  primary key (account, kind, object)
);
create unique index claim_rewarded_leaf on claim_rewarded (account, leaf);
create index claim_rewarded_by_day on claim_rewarded (account, day);
create index claim_rewarded_by_claim on claim_rewarded (claim);

-- What a pool or a person's cap has given away in a period.
create table claim_budgets (
  reward text not null,
  period text not null,
  -- The account, or nothing for the pool.
  account text not null,
  granted text not null,
  primary key (reward, period, account)
);

create table claim_grants (
  receipt text not null,
  account text not null,
  claim text not null,
  amount text not null,
  unit text not null,
  -- What stays with the one who claimed, or what was passed on to those it was built on.
  part text not null,
  status text not null,
  payout text,
  reference text,
  made_at timestamptz not null,
  primary key (receipt, account)
);
create index claim_grants_by_status on claim_grants (status, made_at);
create index claim_grants_by_claim on claim_grants (claim);

create table claim_receipts (
  id text primary key,
  claim text not null,
  document text not null,
  made_at timestamptz not null
);
create index claim_receipts_by_claim on claim_receipts (claim);

create table claim_objections (
  id text collate "C" primary key,
  claim text not null,
  reason text not null,
  -- Indices of the lines it is about, as a JSON list.
  lines text not null,
  made_at timestamptz not null,
  answer text,
  upheld boolean,
  answered_at timestamptz
);
create index claim_objections_by_claim on claim_objections (claim);

-- Nonces of signed requests, for two minutes.
create table claim_nonces (
  did text not null,
  nonce text not null,
  seen_at timestamptz not null,
  primary key (did, nonce)
);
create index claim_nonces_by_time on claim_nonces (seen_at);

-- Two checkpoints of one stream that cannot both be true.
create table claim_evidence (
  id text collate "C" primary key,
  stream text not null,
  account text not null,
  held text not null,
  shown text not null,
  at timestamptz not null
);

create table claim_audit (
  id text collate "C" primary key,
  at timestamptz not null,
  who text not null,
  what text not null,
  about text not null,
  detail text not null
);
create index claim_audit_by_subject on claim_audit (about, id);
