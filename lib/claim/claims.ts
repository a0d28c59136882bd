import { z } from 'zod';
import type { LedgerDatabase } from '../ledger/database.ts';
import { LedgerError } from '../ledger/errors.ts';
import { markMatched } from '../ledger/matched.ts';
import { wholeSeconds } from '../ledger/record-line.ts';
import type { Stream } from '../ledger/stream.ts';
import { type Namespace, namespace as ownNamespace } from '../namespace.ts';
import { contextUrl, credentialsContext } from '../record/context.ts';
import { signDocument } from '../record/data-integrity.ts';
import type { Signer } from '../record/ed25519.ts';
import { RecordError } from '../record/errors.ts';
import { signStream } from '../record/export.ts';
import type { KeyRing } from '../record/keys.ts';
import { parseNote } from '../record/note.ts';
import { presentationDigest } from './digest.ts';
import { discover } from './discover.ts';
import { ClaimError } from './errors.ts';
import { ask, askSigned, type ClaimWorld, ownUrl, platformOrigin } from './http.ts';
import { claimedLines, gzip } from './prepare.ts';
import {
  acceptedSchema,
  type ClaimRequest,
  type Discovery,
  linkReward,
  requestSchema,
  statusSchema,
} from './protocol.ts';
import { checkReceipt } from './receipt.ts';
import {
  type ClaimRow,
  isOver,
  type LinkRow,
  linkId,
  nextIndexOf,
  type PlatformRow,
  platformId,
  type StandingRow,
  standingId,
} from './rows.ts';

interface Parts {
  db: LedgerDatabase;
  /** Opens the person's keys. */
  keys: () => Promise<KeyRing>;
  world: ClaimWorld;
  namespace?: Namespace;
}

/** Two claims of one stream at once would get in each other's way. */
const polls = 60;
const pollEvery = 500;

/**
 * The person's side of claims (standards section 8). Everything here is begun by the person, but for what they agreed
 * to have repeated. Each step is stored before the next is taken, so a claim goes on where it was, whatever ended.
 */
export function createClaims({ db, keys, world, namespace = ownNamespace }: Parts) {
  const at = () => world.now().toISOString();

  async function streamOf(id: string): Promise<Stream> {
    const stream = await db.streams.get(id);
    if (!stream) throw new ClaimError('nothing');
    return stream;
  }

  async function signerOf(stream: Stream): Promise<Signer> {
    return (await keys()).streamKey(stream.platform, stream.epoch);
  }

  /** Asks a platform what it recognises and remembers it. @throws ClaimError `nobody` is remembered too */
  async function look(platform: string, fresh = false): Promise<Discovery> {
    const origin = platformOrigin(platform);
    const row: PlatformRow = { id: platformId(origin), type: 'platform', platform: origin, at: at() };
    try {
      const discovery = await discover(world, origin, fresh);
      await put({ ...row, discovery });
      return discovery;
    } catch (error) {
      if (error instanceof ClaimError && error.problem === 'nobody') await put(row);
      throw error;
    }
  }

  /** Signs the presentation of a stream for one request. */
  async function present(
    stream: Stream,
    request: ClaimRequest,
    claim: { reward: string; fromIndex: number; terms: string; termsDigest: string; all: boolean },
  ) {
    const signer = await signerOf(stream);
    const now = world.now();
    const { record } = await signStream(db, await keys(), { stream: stream.id, now, random: world.random, namespace });
    const [described] = record.credentialSubject.streams;
    const checkpoint = described && parseNote(described.checkpoint)?.text;
    if (!described || checkpoint === undefined) throw new ClaimError('damaged');
    const id = `urn:uuid:${crypto.randomUUID()}`;
    const { all, ...rest } = claim;
    const toIndex = all ? described.entryCount : 0;
    const presentation = await signDocument(
      {
        '@context': [credentialsContext, contextUrl(namespace)],
        id,
        type: ['VerifiablePresentation', 'ContributionClaim'],
        holder: signer.did,
        verifiableCredential: [record],
        claim: { id: `${id}#claim`, toIndex, ...rest },
      },
      signer,
      {
        created: wholeSeconds(now.toISOString()),
        purpose: 'authentication',
        challenge: request.nonce,
        domain: request.client_id,
      },
    );
    const form = new URLSearchParams({ vp_token: JSON.stringify({ record: [presentation] }), state: request.state });
    return {
      form: form.toString(),
      about: {
        responseUri: request.response_uri,
        holder: signer.did,
        claimId: `${id}#claim`,
        digest: presentationDigest(presentation),
        streamId: described.id,
        checkpoint,
        to: described.entryCount,
      },
    };
  }

  const answer = (responseUri: string, form: string) =>
    ask(world, responseUri, acceptedSchema, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: form,
    });

  /** A request must be the platform's own, for its own address. */
  function requireOwn(request: ClaimRequest, origin: string): ClaimRequest {
    ownUrl(request.response_uri, origin);
    if (request.client_id !== `redirect_uri:${request.response_uri}`) throw new ClaimError('strange');
    return request;
  }

  /**
   * Answers the request of a link that stands in the platform's own page.
   * @returns the address on the platform that finishes it, to be opened in the same tab
   */
  async function link(streamId: string, given: unknown): Promise<string> {
    const stream = await streamOf(streamId);
    const origin = platformOrigin(stream.platform);
    const parsed = requestSchema.safeParse(given);
    if (!parsed.success) throw new ClaimError('strange');
    const request = requireOwn(parsed.data, origin);
    const { form } = await present(stream, request, {
      reward: linkReward,
      fromIndex: 0,
      terms: `${origin}/`,
      // Nothing is agreed to by a link; the member is there because every claim has it.
      termsDigest: presentationDigest({}),
      all: false,
    });
    const { claim, redirect_uri } = await answer(request.response_uri, form);
    if (!redirect_uri) throw new ClaimError('strange');
    await put({
      id: linkId(streamId),
      type: 'link',
      platform: origin,
      stream: streamId,
      at: at(),
      linked: false,
      claimUrl: ownUrl(claim, origin),
    });
    return ownUrl(redirect_uri, origin);
  }

  /** Asks whether a link that was answered is finished by now. */
  async function linked(streamId: string): Promise<boolean> {
    const row = (await db.receipts.get(linkId(streamId))) as LinkRow | undefined;
    if (!row || row.linked) return row?.linked ?? false;
    const signer = await signerOf(await streamOf(streamId));
    const { status } = await askSigned(world, signer, row.claimUrl, statusSchema);
    if (status === 'decided') await put({ ...row, linked: true });
    return status === 'decided';
  }

  const allClaims = async (): Promise<ClaimRow[]> =>
    (await db.receipts.filter(({ type }) => type === 'claim').toArray()) as unknown as ClaimRow[];

  /**
   * Claims what is new of a stream for a reward, and follows it to the receipt as far as it goes now.
   * @param wanted `seen` and `leave` as they were in the preview: what came later is not shown
   * @returns id of the claim
   */
  async function send(wanted: {
    stream: string;
    reward: string;
    seen: readonly [from: number, to: number];
    leave: readonly number[];
  }): Promise<string> {
    const stream = await streamOf(wanted.stream);
    const origin = platformOrigin(stream.platform);
    const open = (await allClaims()).find(
      (row) => row.stream === stream.id && row.reward === wanted.reward && !isOver(row),
    );
    if (open) {
      await goOn(open.id);
      return open.id;
    }
    const discovery = await look(origin, true);
    const reward = discovery.rewards.find(({ id }) => id === wanted.reward);
    if (!reward) throw new ClaimError('nobody');
    const request = requireOwn(
      await ask(world, ownUrl(discovery.claim_request_endpoint, origin), requestSchema, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ reward: reward.id, stream_origin: `${namespace.origin}/stream/${stream.id}` }),
      }),
      origin,
    );
    // The platform may hold less than we sent once: then it needs the lines again.
    const [seenFrom, seenTo] = wanted.seen;
    const from = Math.min(seenFrom, request.known_size ?? 0);
    if (seenFrom >= seenTo || seenTo > stream.size) throw new ClaimError('nothing');
    const { form, about } = await present(stream, request, {
      reward: reward.id,
      fromIndex: from,
      terms: reward.terms,
      termsDigest: reward.terms_digest,
      all: true,
    });
    const row: ClaimRow = {
      ...about,
      id: `claim:${crypto.randomUUID()}`,
      type: 'claim',
      platform: origin,
      stream: stream.id,
      reward: reward.id,
      title: reward.title,
      at: at(),
      step: 'signed',
      from,
      seen: [seenFrom, seenTo],
      kinds: reward.kinds,
      evidence: discovery.evidence_levels_accepted,
      leave: [...wanted.leave],
      form,
    };
    await put(row);
    await goOn(row.id);
    return row.id;
  }

  /** Takes a claim as far as it goes now. What stops it is written down with it. */
  async function goOn(id: string): Promise<void> {
    let row = await claimRow(id);
    if (!row || isOver(row)) return;
    const change = async (changes: Partial<ClaimRow>) => {
      // The person may have withdrawn it meanwhile.
      const now = await claimRow(id);
      if (!now || now.step === 'withdrawn') throw new ClaimError('withdrawn');
      const { problem, ...kept } = now;
      row = { ...kept, ...changes };
      await put(row);
      return row;
    };
    try {
      const stream = await streamOf(row.stream);
      const signer = await signerOf(stream);
      if (row.step === 'signed' && row.form !== undefined) {
        const { claim, upload } = await answer(row.responseUri, row.form);
        if (!upload) throw new ClaimError('strange');
        const { form, ...rest } = await change({});
        await put({
          ...rest,
          step: 'accepted',
          claimUrl: ownUrl(claim, row.platform),
          uploadUrl: ownUrl(upload, row.platform),
        });
        row = (await claimRow(id)) as ClaimRow;
      }
      if (row.step === 'accepted' && row.uploadUrl) {
        const body = await gzip(await claimedLines(db, stream, row, namespace));
        const headers = { 'content-type': 'application/jsonl', 'content-encoding': 'gzip' };
        await askSigned(world, signer, row.uploadUrl, z.looseObject({}), { method: 'PUT', body, headers });
        row = await change({ step: 'uploaded' });
      }
      for (let n = 0; n < polls && row.step === 'uploaded' && row.claimUrl; n++) {
        const state = await askSigned(world, signer, row.claimUrl, statusSchema);
        if (state.status === 'decided' && state.receipt) {
          row = await change({ step: 'decided', receiptUrl: ownUrl(state.receipt, row.platform) });
        } else if (state.status === 'refused' || state.status === 'withdrawn') {
          await change({ step: state.status, ...(state.detail && { detail: state.detail }) });
          return;
        } else if (state.detail) {
          // Somebody looks at it: it is asked for again later.
          await change({ detail: state.detail });
          return;
        } else {
          await new Promise((resolve) => setTimeout(resolve, pollEvery));
        }
      }
      if (row.step === 'decided' && row.receiptUrl) await keepReceipt(row, signer);
    } catch (error) {
      const problem = problemOf(error);
      if (problem.problem === 'withdrawn') return;
      const over = final.has(problem.problem);
      const { form, ...rest } = (await claimRow(id)) ?? row;
      await put({
        ...rest,
        ...(over ? { step: 'refused' as const } : form !== undefined && { form }),
        problem: { name: problem.problem, ...(problem.said && { said: problem.said }) },
      });
      throw problem;
    }
  }

  /** Fetches the receipt of a decided claim, checks it, keeps it, and raises what it confirms. */
  async function keepReceipt(row: ClaimRow, signer: Signer): Promise<void> {
    const given = await askSigned(world, signer, row.receiptUrl ?? '', z.unknown());
    const known = (await db.receipts.get(platformId(row.platform))) as PlatformRow | undefined;
    const receipt = await checkReceipt(world, given, row, known?.discovery ?? {}, namespace);
    const now = (await claimRow(row.id)) ?? row;
    const { problem, detail, ...kept } = now;
    await put({ ...kept, receipt });
    const confirmed = receipt.credentialSubject.outcomes.filter(([, , outcome]) => outcome === 'confirmed');
    await markMatched(
      db,
      row.stream,
      confirmed.map(([from, to]) => [from, to]),
    );
  }

  /** Asks again about a decided claim: an objection or a payment may have made a new receipt. */
  async function refresh(id: string): Promise<void> {
    const row = await claimRow(id);
    if (!row?.claimUrl || row.step !== 'decided') return goOn(id);
    const signer = await signerOf(await streamOf(row.stream));
    const { receipt } = await askSigned(world, signer, row.claimUrl, statusSchema);
    if (!receipt || (receipt === row.receiptUrl && row.receipt)) return;
    const next = { ...row, receiptUrl: ownUrl(receipt, row.platform) };
    await put(next);
    await keepReceipt(next, signer);
  }

  /** Takes back a claim that is not decided. */
  async function withdraw(id: string): Promise<void> {
    const row = await claimRow(id);
    if (!row || isOver(row)) return;
    if (row.claimUrl) {
      const signer = await signerOf(await streamOf(row.stream));
      await askSigned(world, signer, row.claimUrl, statusSchema, { method: 'DELETE' });
    }
    const { form, problem, ...rest } = row;
    await put({ ...rest, step: 'withdrawn' });
  }

  /** Says that a decision is wrong, and about which lines. */
  async function object(id: string, reason: string, lines: readonly number[]): Promise<void> {
    const row = await claimRow(id);
    if (!row?.claimUrl || row.step !== 'decided') throw new ClaimError('nothing');
    const signer = await signerOf(await streamOf(row.stream));
    const body = new TextEncoder().encode(JSON.stringify({ reason, lines }));
    await askSigned(world, signer, `${row.claimUrl}/objections`, z.looseObject({}), {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json' },
    });
    await put({ ...row, objectedAt: at() });
  }

  /** Agrees to claim what is new every so often, or takes that back. */
  async function stand(streamId: string, reward: string, every: string | null): Promise<void> {
    if (every === null) return void (await db.receipts.delete(standingId(streamId, reward)));
    const { platform } = await streamOf(streamId);
    await put({
      id: standingId(streamId, reward),
      type: 'standing',
      platform: platformOrigin(platform),
      stream: streamId,
      reward,
      every,
      since: at(),
      next: after(world.now(), every).toISOString(),
    });
  }

  /** Does what is due: claims that did not get to their end, and those that were agreed to be repeated. */
  async function runDue(): Promise<void> {
    const rows = await db.receipts.toArray();
    for (const row of rows as unknown as (ClaimRow | StandingRow)[]) {
      // What goes wrong is written down with the claim and seen on the screen.
      if (row.type === 'claim' && !isOver(row)) await goOn(row.id).catch(() => {});
      if (row.type !== 'standing' || row.next > at()) continue;
      await put({ ...row, next: after(world.now(), row.every).toISOString() });
      const from = nextIndexOf(await allClaims(), row.stream, row.reward);
      const to = (await db.streams.get(row.stream))?.size ?? 0;
      await send({ stream: row.stream, reward: row.reward, seen: [from, to], leave: [] }).catch(() => {});
    }
  }

  const claimRow = async (id: string): Promise<ClaimRow | undefined> =>
    (await db.receipts.get(id)) as ClaimRow | undefined;
  const put = async (row: PlatformRow | LinkRow | ClaimRow | StandingRow): Promise<void> => {
    await db.receipts.put(row as unknown as { id: string });
  };

  return { look, link, linked, send, refresh, withdraw, object, stand, runDue };
}

/** Refusals that no second try can change. Everything else may be tried again. */
const final = new Set([
  'malformed-request',
  'proof-invalid',
  'wrong-challenge',
  'wrong-domain',
  'nonce-unknown',
  'nonce-used',
  'request-expired',
  'account-not-linked',
  'already-claimed',
  'checkpoint-inconsistent',
  'root-mismatch',
  'entry-not-canonical',
  'entry-invalid',
  'too-large',
  'too-many-entries',
  'unsupported-profile',
  'unsupported-cryptosuite',
  'payout-address-invalid',
  'not-found',
]);

/** Any failure as one of ours. */
export function problemOf(error: unknown): ClaimError {
  if (error instanceof ClaimError) return error;
  if (error instanceof RecordError) {
    return new ClaimError(
      error.problem === 'no-ed25519' || error.problem === 'no-key-store' ? 'no-keys' : error.problem,
    );
  }
  if (error instanceof LedgerError) return new ClaimError('damaged');
  return new ClaimError('unknown');
}

/** A time that is a duration (`P1W`) after another. */
function after(from: Date, every: string): Date {
  const [, n = '1', unit = 'W'] = /^P(\d{1,3})([DWM])$/.exec(every) ?? [];
  const next = new Date(from);
  if (unit === 'M') next.setUTCMonth(next.getUTCMonth() + Number(n));
  else next.setUTCDate(next.getUTCDate() + Number(n) * (unit === 'W' ? 7 : 1));
  return next;
}
