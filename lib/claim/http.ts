import { base64urlnopad } from '@scure/base';
import type { z } from 'zod';
import type { Signer } from '../record/ed25519.ts';
import { JsonError, parseStrictJson } from '../record/strict-json.ts';
import { contentDigest } from './digest.ts';
import { ClaimError } from './errors.ts';
import { signRequest } from './http-signature.ts';
import { problemSchema } from './protocol.ts';

/** What the client needs of the world; the browser's own in the extension, anything in tests. */
export interface ClaimWorld {
  fetch: typeof fetch;
  now: () => Date;
  random: (length: number) => Uint8Array;
}

const patience = 20_000;
const uploadPatience = 120_000;
const mostBytes = 2 * 1024 ** 2;

/**
 * The origin of a platform that can be talked to: https, or this machine itself.
 * @throws ClaimError `strange`
 */
export function platformOrigin(url: string): string {
  const parsed = URL.parse(url);
  const isLocal = parsed?.protocol === 'http:' && /^(localhost|127\.0\.0\.1|\[::1\])$/.test(parsed.hostname);
  if (!parsed || !(parsed.protocol === 'https:' || isLocal)) throw new ClaimError('strange');
  return parsed.origin;
}

/** A URL of the platform's own. @throws ClaimError `strange` for any other */
export function ownUrl(url: string, origin: string): string {
  const parsed = URL.parse(url);
  if (parsed?.origin !== origin || parsed.username || parsed.password) throw new ClaimError('strange');
  return parsed.href;
}

interface Asking {
  method?: string;
  headers?: Record<string, string>;
  body?: BodyInit;
  cache?: RequestCache;
  patience?: number;
}

/**
 * Asks a platform and reads its JSON: no cookies, no redirects, little time, few bytes, nothing that two readers
 * could understand differently.
 * @throws ClaimError
 */
export async function ask<Schema extends z.ZodType>(
  { fetch }: ClaimWorld,
  url: string,
  schema: Schema,
  asking: Asking = {},
): Promise<z.output<Schema>> {
  const { patience: time = patience, ...init } = asking;
  let status: number;
  let value: unknown;
  try {
    const response = await fetch(url, {
      cache: 'no-store',
      ...init,
      credentials: 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(time),
    });
    status = response.status;
    const bytes = await bytesOf(response);
    value = bytes.length === 0 ? undefined : parseStrictJson(bytes, { bytes: mostBytes, depth: 16 });
  } catch (error) {
    if (error instanceof ClaimError) throw error;
    throw new ClaimError(error instanceof JsonError ? 'strange' : 'unreachable');
  }
  if (status !== 200) throw refusal(status, value);
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new ClaimError('strange');
  return parsed.data;
}

async function bytesOf(response: Response): Promise<Uint8Array> {
  const reader = response.body?.getReader();
  if (!reader) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > mostBytes) {
      reader.cancel().catch(() => {});
      throw new ClaimError('strange');
    }
    chunks.push(value);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

function refusal(status: number, value: unknown): ClaimError {
  const problem = problemSchema.safeParse(value);
  if (!problem.success) return new ClaimError(status === 404 ? 'not-found' : status >= 500 ? 'unreachable' : 'strange');
  const { type, detail, receipt } = problem.data;
  return new ClaimError(/[a-z-]{3,64}$/.exec(type)?.[0] ?? 'strange', detail, receipt);
}

/** The same, signed by the holder of a claim (RFC 9421). */
export async function askSigned<Schema extends z.ZodType>(
  world: ClaimWorld,
  signer: Signer,
  url: string,
  schema: Schema,
  { method = 'GET', body, headers = {} }: { method?: string; body?: Uint8Array; headers?: Record<string, string> } = {},
): Promise<z.output<Schema>> {
  const nonce = base64urlnopad.encode(world.random(16));
  const digest: Record<string, string> = body ? { 'content-digest': contentDigest(body) } : {};
  const signed = await signRequest({ method, url, headers: digest }, signer, { now: world.now(), nonce });
  return ask(world, url, schema, {
    method,
    headers: { ...headers, ...signed },
    ...(body && { body: new Uint8Array(body), patience: uploadPatience }),
  });
}
