import { createHash, randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { base64, base64urlnopad } from '@scure/base';
import { contentDigest } from '../../lib/claim/digest.ts';
import { signRequest } from '../../lib/claim/http-signature.ts';
import type { Discovery } from '../../lib/claim/protocol.ts';
import { canonicalBytes } from '../../lib/ledger/canonical.ts';
import type { Kind } from '../../lib/ledger/kinds.ts';
import { consistencyProof, leafHash, rootOfLeaves } from '../../lib/ledger/merkle.ts';
import { namespace } from '../../lib/namespace.ts';
import { contextUrl, credentialsContext, entryProfileUrl } from '../../lib/record/context.ts';
import { type Document, signDocument } from '../../lib/record/data-integrity.ts';
import type { Signer } from '../../lib/record/ed25519.ts';
import { signerFromSeed } from '../../lib/record/keys.ts';
import { digestMultibase } from '../../lib/record/multihash.ts';
import { checkpointText, signNote } from '../../lib/record/note.ts';

/** Something done, as a line of a record tells it. */
export interface Did {
  kind: Kind;
  /** Absolute URL of what it was done to. */
  object: string;
  /** Absolute URL of what it made. */
  made?: string;
  at?: Date;
  type?: string;
  evidence?: string;
}

export interface Said {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: an attacker reads whatever comes
  body: any;
  headers: Headers;
}

type Changes = { [name: string]: unknown };
const instant = (at: Date) => `${at.toISOString().slice(0, 19)}Z`;
const uuid = () => `urn:uuid:${crypto.randomUUID()}`;
const types: Partial<Record<Kind, string>> = { like: 'Like', share: 'Announce', vote: 'Like', follow: 'Follow' };
const making = ['answer', 'comment', 'review', 'rating'];

/**
 * A wallet without a browser, which can also do everything that no honest wallet does: each step can be changed
 * before it is signed or sent. Independent of the extension's own claim code.
 */
export class Claimant {
  readonly url: string;
  readonly account: string;
  readonly signer: Signer;
  readonly stream = randomBytes(8).toString('hex');
  lines: Uint8Array[] = [];

  private constructor(url: string, account: string, signer: Signer) {
    this.url = url;
    this.account = account;
    this.signer = signer;
  }

  /** @param account profile URL */
  static async of(url: string, account: string): Promise<Claimant> {
    return new Claimant(url, account, await signerFromSeed(new Uint8Array(randomBytes(32))));
  }

  get origin(): string {
    return `${namespace.origin}/stream/${this.stream}`;
  }

  /** Appends a line for each act. */
  did(...acts: Did[]): void {
    for (const act of acts) this.lines.push(canonicalBytes(this.line(act)));
  }

  line({ kind, object, made, at = new Date(), type, evidence = 'confirmed' }: Did, index = this.lines.length): Changes {
    const about = { id: object, type: 'Object' };
    const makes = making.includes(kind);
    return {
      id: `${namespace.tag}${this.stream}/${index}`,
      type: type ?? types[kind] ?? 'Create',
      kind,
      published: instant(at),
      actor: this.account,
      object:
        type === 'Undo'
          ? { type: 'Like', object }
          : makes
            ? { ...(made && { id: made }), type: 'Note', inReplyTo: about }
            : kind === 'post'
              ? { id: made ?? object, type: 'Note' }
              : about,
      instrument: { type: 'Application', name: 'test@1' },
      evidence,
      salt: randomBytes(16).toString('base64url'),
    };
  }

  leaves(size = this.lines.length): Uint8Array[] {
    return this.lines.slice(0, size).map((line) => leafHash(line));
  }

  async checkpoint(size = this.lines.length, root = rootOfLeaves(this.leaves(size))): Promise<string> {
    return signNote(checkpointText({ origin: this.origin, size, root }), this.origin, this.signer);
  }

  /** The signed record of the stream, the stream's description and the document changed as wished before signing. */
  async record(changes: { stream?: Changes; document?: Changes; size?: number } = {}): Promise<Document> {
    const size = changes.size ?? this.lines.length;
    const kindCounts: Record<string, number> = {};
    const times: string[] = [];
    for (const line of this.lines.slice(0, size)) {
      const { kind, published } = JSON.parse(new TextDecoder().decode(line));
      kindCounts[kind] = (kindCounts[kind] ?? 0) + 1;
      times.push(published);
    }
    times.sort();
    const file = Buffer.concat(this.lines.slice(0, size).flatMap((line) => [line, Buffer.from('\n')]));
    const hex = createHash('sha256').update(this.origin).digest('hex');
    const stream = {
      id: `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`,
      type: 'ContributionStream',
      platform: new URL(this.url).origin,
      account: this.account,
      controller: this.signer.did,
      entryProfile: entryProfileUrl(namespace),
      entryCount: size,
      ...(times.length > 0 && { firstPublished: times[0], lastPublished: times.at(-1) }),
      kindCounts,
      digestMultibase: digestMultibase(createHash('sha256').update(file).digest()),
      checkpoint: await this.checkpoint(size),
      ...changes.stream,
    };
    const created = instant(new Date());
    return signDocument(
      {
        '@context': [credentialsContext, contextUrl(namespace)],
        id: uuid(),
        type: ['VerifiableCredential', 'ContributionRecordCredential'],
        issuer: this.signer.did,
        validFrom: created,
        credentialSubject: { id: this.signer.did, type: 'ContributionRecord', streams: [stream] },
        ...changes.document,
      },
      this.signer,
      { created, purpose: 'assertionMethod' },
    );
  }

  async discovery(): Promise<Discovery> {
    return (await (await fetch(`${this.url}/.well-known/contribution-claims`)).json()) as Discovery;
  }

  async request(reward = 'good-neighbour'): Promise<Said> {
    const { claim_request_endpoint: endpoint } = await this.discovery();
    return said(
      await fetch(endpoint, { method: 'POST', body: JSON.stringify({ reward, stream_origin: this.origin }) }),
    );
  }

  /** A presentation for a request; `changes` are made before it is signed. */
  async presentation(
    request: Changes,
    changes: { claim?: Changes; document?: Changes; proof?: Changes; record?: Document; signer?: Signer } = {},
  ): Promise<Document> {
    const signer = changes.signer ?? this.signer;
    const reward = String(changes.claim?.reward ?? 'good-neighbour');
    const published = (await this.discovery()).rewards.find(({ id }) => id === reward);
    const size = this.lines.length;
    return signDocument(
      {
        '@context': [credentialsContext, contextUrl(namespace)],
        id: uuid(),
        type: ['VerifiablePresentation', 'ContributionClaim'],
        holder: signer.did,
        verifiableCredential: [changes.record ?? (await this.record())],
        claim: {
          id: `${uuid()}#claim`,
          reward,
          fromIndex: 0,
          toIndex: size,
          terms: published?.terms ?? `${this.url}/terms`,
          termsDigest: published?.terms_digest ?? digestMultibase(new Uint8Array(32)),
          ...changes.claim,
        },
        ...changes.document,
      },
      signer,
      {
        created: instant(new Date()),
        purpose: 'authentication',
        challenge: String(request.nonce),
        domain: String(request.client_id),
        ...changes.proof,
      },
    );
  }

  async answer(request: Changes, presentation: unknown): Promise<Said> {
    const form = new URLSearchParams({
      vp_token: JSON.stringify({ record: [presentation] }),
      state: String(request.state),
    });
    return said(await fetch(String(request.response_uri), { method: 'POST', body: form }));
  }

  /** The lines of a claim as a body: those in `withheld` as hashes only. */
  body(from = 0, to = this.lines.length, withheld: readonly number[] = []): Uint8Array {
    const parts = this.lines.slice(from, to).flatMap((line, n) => {
      const shown = withheld.includes(from + n)
        ? canonicalBytes({ redacted: base64urlnopad.encode(leafHash(line)) })
        : line;
      return [shown, Buffer.from('\n')];
    });
    return gzipSync(Buffer.concat(parts));
  }

  /** A signed request; `changes` replace headers after signing. */
  async signed(
    method: string,
    url: string,
    options: { body?: Uint8Array; headers?: Record<string, string>; now?: Date; signer?: Signer; nonce?: string } = {},
  ): Promise<Said> {
    const { body, now = new Date(), signer = this.signer, nonce = randomBytes(16).toString('base64url') } = options;
    const headers = body ? { 'content-digest': contentDigest(body) } : {};
    const all = await signRequest({ method, url, headers }, signer, { now, nonce });
    return said(
      await fetch(url, {
        method,
        headers: { ...all, ...options.headers },
        ...(body && { body: new Uint8Array(body) }),
      }),
    );
  }

  upload(url: string, body: Uint8Array, headers: Record<string, string> = {}): Promise<Said> {
    const own = { 'content-type': 'application/jsonl', 'content-encoding': 'gzip', ...headers };
    return this.signed('PUT', url, { body, headers: own });
  }

  /** Asks until the claim is decided, or something else than waiting. */
  async settled(claim: string, patience = 15_000, every = 50): Promise<Said> {
    const until = Date.now() + patience;
    for (;;) {
      const state = await this.signed('GET', claim);
      const waits = ['received', 'checking'].includes(state.body.status) && !state.body.detail;
      if (!waits || Date.now() > until) return state;
      await new Promise((resolve) => setTimeout(resolve, every));
    }
  }

  /** The whole way with nothing changed: the receipt's subject. */
  async claims(from = 0, withheld: readonly number[] = []): Promise<Said['body']> {
    const { body: request } = await this.request();
    const { body: accepted, status } = await this.answer(
      request,
      await this.presentation(request, { claim: { fromIndex: from } }),
    );
    if (status !== 200) throw new Error(`not accepted: ${status} ${JSON.stringify(accepted)}`);
    const uploaded = await this.upload(accepted.upload, this.body(from, this.lines.length, withheld));
    if (uploaded.status !== 200) throw new Error(`not uploaded: ${uploaded.status} ${JSON.stringify(uploaded.body)}`);
    const { body: state } = await this.settled(accepted.claim);
    if (!state.receipt) throw new Error(`not decided: ${JSON.stringify(state)}`);
    const { body: receipt } = await this.signed('GET', state.receipt);
    return { ...receipt.credentialSubject, claim: accepted.claim, receipt: state.receipt };
  }

  /** Links the key to the account of somebody who is signed in there by this cookie. */
  async link(cookie: string): Promise<Said> {
    const page = await (await fetch(`${this.url}/contribution-claims/link`, { headers: { cookie } })).text();
    const request = JSON.parse(/claim-request[^>]*>(.*?)<\/script>/s.exec(page)?.[1] ?? 'null');
    const presentation = await this.presentation(request, { claim: { reward: 'link', fromIndex: 0, toIndex: 0 } });
    const { body, status, headers } = await this.answer(request, presentation);
    if (status !== 200) return { body, status, headers };
    return said(await fetch(body.redirect_uri, { headers: { cookie }, redirect: 'manual' }));
  }

  /** Body of a witness request for what the stream is now. */
  async submission(old: number, size = this.lines.length): Promise<string> {
    const proof = old > 0 && old < size ? consistencyProof(this.leaves(size), old, size) : [];
    return `old ${old}\n${proof.map((hash) => `${base64.encode(hash)}\n`).join('')}\n${await this.checkpoint(size)}`;
  }
}

async function said(response: Response): Promise<Said> {
  const text = await response.text();
  let body: unknown = text;
  try {
    body = JSON.parse(text);
  } catch {
    // Pages and notes are texts.
  }
  return { status: response.status, body, headers: response.headers };
}
