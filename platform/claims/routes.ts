import { getConnInfo } from '@hono/node-server/conninfo';
import { type Context, Hono } from 'hono';
import { contentDigest } from '../../lib/claim/digest.ts';
import { readSignedRequest } from '../../lib/claim/http-signature.ts';
import { type Discovery, discoveryPath, type StatusAnswer } from '../../lib/claim/protocol.ts';
import { entryProfileUrl } from '../../lib/record/context.ts';
import { verifierKey } from '../../lib/record/note.ts';
import { JsonError, parseStrictJson } from '../../lib/record/strict-json.ts';
import { acceptAnswer } from './accept.ts';
import { didDocument } from './keys.ts';
import { audit, type Desk, prefix, termsUrl } from './kit.ts';
import { object } from './objections.ts';
import { Problem, problemResponse } from './problems.ts';
import { receiptAt } from './receipts.ts';
import { makeRequest } from './requests.ts';
import { published } from './rules.ts';
import type { ClaimTables } from './tables.ts';
import { takeUpload } from './upload.ts';
import { addCheckpoint } from './witness.ts';

const smallBody = 64 * 1024;
const smallTime = 10_000;

/** Everything of the claim desk that programs talk to. People's pages are in `pages.ts`. */
export function claimRoutes(opening: () => Promise<Desk>): Hono {
  const app = new Hono();

  app.get(discoveryPath, async (c) => answer(c, discovery(await opening()), 'public, max-age=300'));
  app.get('/.well-known/did.json', async (c) => {
    const { db, keys } = await opening();
    return answer(c, await didDocument(db, keys.did), 'public, max-age=300');
  });

  app.get(`${prefix}/terms/:digest`, async (c) => {
    const { db } = await opening();
    const kept = await db
      .selectFrom('claim_terms')
      .select('content')
      .where('digest', '=', c.req.param('digest'))
      .executeTakeFirst();
    if (!kept) throw new Problem('not-found');
    return c.body(kept.content, 200, { 'content-type': 'application/json', 'cache-control': 'public, max-age=86400' });
  });

  app.post(`${prefix}/requests`, async (c) => {
    const desk = await opening();
    const given = jsonOf(await bodyOf(c, smallBody, smallTime)) as { reward?: unknown; stream_origin?: unknown } | null;
    const { reward, stream_origin: streamOrigin } = given ?? {};
    if (typeof reward !== 'string' || (streamOrigin !== undefined && typeof streamOrigin !== 'string')) {
      throw new Problem('malformed-request', { detail: 'Name the reward.', step: 3 });
    }
    return answer(c, await makeRequest(desk, { reward, streamOrigin }, peerOf(c)));
  });

  app.post(`${prefix}/response`, async (c) => {
    const desk = await opening();
    if (!/^application\/x-www-form-urlencoded/i.test(c.req.header('content-type') ?? '')) {
      throw new Problem('malformed-request', { detail: 'The answer is a form.', step: 5 });
    }
    return answer(c, await acceptAnswer(desk, await bodyOf(c, desk.limits.answerBytes, smallTime)));
  });

  app.put(`${prefix}/claims/:id/upload`, async (c) => {
    const desk = await opening();
    if (c.req.header('content-encoding') !== 'gzip') {
      throw new Problem('malformed-request', { detail: 'The lines come packed with gzip.', step: 6 });
    }
    const body = await bodyOf(c, desk.limits.uploadBytes, desk.limits.uploadTime);
    const claim = await signedClaim(desk, c, body);
    await takeUpload(desk, claim, body);
    return answer(c, { status: 'received' });
  });

  app.get(`${prefix}/claims/:id`, async (c) => {
    const desk = await opening();
    const { status, receipt, detail } = await signedClaim(desk, c);
    if (status === 'received' || status === 'checking') c.header('retry-after', '1');
    const state: StatusAnswer = { status, ...(receipt && { receipt }), ...(detail && { detail }) };
    return answer(c, state);
  });

  app.delete(`${prefix}/claims/:id`, async (c) => {
    const desk = await opening();
    const claim = await signedClaim(desk, c);
    if (!(await withdraw(desk, claim))) {
      throw new Problem('already-claimed', { step: 7, ...(claim.receipt && { receipt: claim.receipt }) });
    }
    return answer(c, { status: 'withdrawn' });
  });

  app.post(`${prefix}/claims/:id/objections`, async (c) => {
    const desk = await opening();
    const body = await bodyOf(c, smallBody, smallTime);
    const claim = await signedClaim(desk, c, body);
    return answer(c, { objection: await object(desk, claim, jsonOf(body)) });
  });

  app.get(`${prefix}/claims/:id/receipts/:n`, async (c) => {
    const desk = await opening();
    await signedClaim(desk, c);
    const receipt = await receiptAt(desk, `${desk.site.origin()}${c.req.path}`);
    if (!receipt) throw new Problem('not-found');
    return c.body(JSON.stringify(receipt), 200, { 'content-type': 'application/vc', 'cache-control': 'no-store' });
  });

  app.post('/witness/add-checkpoint', async (c) => {
    const desk = await opening();
    const text = new TextDecoder().decode(await bodyOf(c, smallBody, smallTime));
    const { status, body } = await addCheckpoint(desk, text);
    const type = status === 409 ? 'text/x.tlog.size' : 'text/plain; charset=utf-8';
    return c.body(body, status, { 'content-type': type, 'cache-control': 'no-store' });
  });

  app.onError((error, c) => {
    if (error instanceof Problem) return problemResponse(error);
    console.error(`${c.req.method} ${c.req.path}:`, error);
    return problemResponse(new Problem('server-error'));
  });
  return app;
}

/** The document that says what is recognised here. */
export function discovery(desk: Desk): Discovery {
  const { site, keys, limits, rewards, namespace } = desk;
  const origin = site.origin();
  return {
    version: '1',
    platform: origin,
    issuer: keys.did,
    claim_request_endpoint: `${origin}${prefix}/requests`,
    account_link_endpoint: `${origin}${prefix}/link`,
    entry_profiles_supported: [entryProfileUrl(namespace)],
    kinds_recognised: [...new Set(rewards.flatMap(({ rule }) => Object.keys(rule.each)))],
    evidence_levels_accepted: [...new Set(rewards.flatMap(({ rule }) => rule.evidence))],
    cryptosuites_supported: ['eddsa-jcs-2022'],
    witness: {
      name: keys.witness.key.name,
      vkey: verifierKey(keys.witness.key),
      submission_prefix: `${origin}/witness`,
    },
    rewards: rewards.map((reward) => published(reward, (digest) => termsUrl(desk, digest))),
    payout_methods_supported: [...new Set(rewards.flatMap(({ rule }) => rule.payout))],
    limits: {
      max_entries_per_claim: limits.entries,
      max_upload_bytes: limits.uploadBytes,
      request_ttl_seconds: limits.requestSeconds,
    },
    data_retention_days: limits.retentionDays,
    privacy_policy: `${origin}${site.privacyPath}`,
  };
}

function answer(c: Context, document: object, cache = 'no-store'): Response {
  c.header('cache-control', cache);
  // Nothing here is told by who is signed in, so anybody may read it from anywhere.
  c.header('access-control-allow-origin', '*');
  return c.json(document);
}

function jsonOf(body: Uint8Array): unknown {
  try {
    return parseStrictJson(body, { bytes: smallBody, depth: 8 });
  } catch (error) {
    if (error instanceof JsonError)
      throw new Problem('malformed-request', { detail: `The body is ${error.message}.`, step: 1 });
    throw error;
  }
}

/**
 * Reads a body that may be endless or never end.
 * @throws Problem `too-large` beyond `most` bytes, `malformed-request` where it takes longer than `time` milliseconds
 */
async function bodyOf(c: Context, most: number, time: number): Promise<Uint8Array> {
  if (Number(c.req.header('content-length') ?? 0) > most) throw new Problem('too-large');
  const reader = c.req.raw.body?.getReader();
  if (!reader) return new Uint8Array();
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Problem('malformed-request', { detail: 'It took too long.' })), time);
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for (;;) {
      const { done, value } = await Promise.race([reader.read(), late.promise]);
      if (done) return Buffer.concat(chunks);
      length += value.length;
      if (length > most) throw new Problem('too-large');
      chunks.push(value);
    }
  } catch (error) {
    reader.cancel().catch(() => {});
    if (error instanceof Problem) throw error;
    throw new Problem('malformed-request', { detail: 'The body broke off.' });
  } finally {
    clearTimeout(timer);
  }
}

/**
 * The claim in the address, if its holder signed this request (RFC 9421) and never sent it before. Somebody else's
 * claim and one that does not exist are the same to a stranger.
 * @throws Problem `digest-mismatch`, `signature-invalid`, `not-found`
 */
async function signedClaim(desk: Desk, c: Context, body?: Uint8Array): Promise<ClaimTables['claims']> {
  const { db, now, site } = desk;
  if (body && c.req.header('content-digest') !== contentDigest(body)) throw new Problem('digest-mismatch', { step: 6 });
  const { pathname, search } = new URL(c.req.url);
  const at = now();
  const request = {
    method: c.req.method,
    // The platform's own address, whatever a proxy or a stranger calls it.
    url: `${site.origin()}${pathname}${search}`,
    headers: c.req.header(),
    hasBody: body !== undefined,
  };
  const signed = await readSignedRequest(request, at);
  if (!signed) throw new Problem('signature-invalid', { step: 6 });
  const fresh = await db
    .insertInto('claim_nonces')
    .values({ did: signed.did, nonce: signed.nonce, seen_at: at })
    .onConflict((clash) => clash.doNothing())
    .executeTakeFirst();
  if (!fresh.numInsertedOrUpdatedRows) throw new Problem('signature-invalid', { step: 6 });
  const claim = await db
    .selectFrom('claims')
    .selectAll()
    .where('id', '=', c.req.param('id') ?? '')
    .executeTakeFirst();
  if (claim?.did !== signed.did) throw new Problem('not-found');
  return claim;
}

/** Takes an undecided claim back; its lines go at once. */
async function withdraw({ db, now }: Desk, { id, account }: ClaimTables['claims']): Promise<boolean> {
  const at = now();
  return db.transaction().execute(async (write) => {
    const taken = await write
      .updateTable('claims')
      .set({ status: 'withdrawn', decided_at: at })
      .where('id', '=', id)
      .where('status', 'in', ['awaiting_upload', 'received', 'checking', 'needs_link'])
      .executeTakeFirst();
    if (!taken.numUpdatedRows) return false;
    await write.deleteFrom('claim_jobs').where('claim', '=', id).execute();
    await write.deleteFrom('claim_uploads').where('claim', '=', id).execute();
    await audit(write, at, { who: account, what: 'withdrew', about: id });
    return true;
  });
}

function peerOf(c: Context): string {
  try {
    return getConnInfo(c).remote.address ?? '';
  } catch {
    return '';
  }
}
