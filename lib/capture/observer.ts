import type { Answer } from '../sites/contribution.ts';
import type { ObservedRequest } from '../sites/engine.ts';

/** A request as `webRequest` shows it, in the words of both browsers. */
export interface RequestDetails {
  requestId: string;
  method: string;
  url: string;
  type: string;
  tabId: number;
  frameId: number;
  timeStamp: number;
  incognito?: boolean;
  /** Chromium. */
  initiator?: string;
  /** Firefox. */
  originUrl?: string;
  documentUrl?: string;
  requestBody?: {
    formData?: Record<string, unknown>;
    raw?: readonly { bytes?: unknown }[];
  } | null;
}

export interface AnswerDetails extends RequestDetails {
  statusCode: number;
  redirectUrl?: string;
  responseHeaders?: readonly { name: string; value?: string }[];
}

/** Types of request that can carry a person's act; Chromium says `ping` where Firefox says `beacon`. */
export const typesOf = (isFirefox: boolean) =>
  ['main_frame', 'sub_frame', 'xmlhttprequest', 'ping', 'image', 'other', ...(isFirefox ? ['beacon'] : [])] as const;

/** What capture looks at of a request, its body chunks joined; the page that asked for it beside. */
export function requestOf(details: RequestDetails): { request: ObservedRequest; origin?: string } {
  const request: ObservedRequest = { method: details.method, url: details.url };
  const { formData, raw } = details.requestBody ?? {};
  if (formData) request.formData = textsOf(formData);
  else if (raw) request.raw = joined(raw);
  const origin = originOf(details.initiator ?? details.documentUrl ?? details.originUrl);
  return origin === undefined ? { request } : { request, origin };
}

/** The answer, with the place a redirect or a created item's header leads to. */
export function answerOf(details: AnswerDetails): Answer {
  const header = details.responseHeaders?.find(({ name }) => name.toLowerCase() === 'location')?.value;
  const location = details.redirectUrl ?? (header === undefined ? undefined : resolved(header, details.url));
  return location === undefined ? { status: details.statusCode } : { status: details.statusCode, location };
}

/** Whether a redirect sends the same request on (moved for good, or to https) instead of answering it. */
export const goesOn = ({ statusCode, method }: AnswerDetails): boolean =>
  statusCode === 307 || statusCode === 308 || (statusCode === 301 && (method === 'GET' || method === 'HEAD'));

/** Only texts: uploaded files come as bytes, and are nobody's business here. */
function textsOf(formData: Record<string, unknown>): Record<string, string[]> {
  const texts: Record<string, string[]> = {};
  for (const [name, values] of Object.entries(formData)) {
    const kept = Array.isArray(values) ? values.filter((value) => typeof value === 'string') : [];
    if (kept.length > 0) Object.defineProperty(texts, name, { value: kept, enumerable: true });
  }
  return texts;
}

/** Bodies can arrive in pieces that cut through a character. */
function joined(raw: readonly { bytes?: unknown }[]): Uint8Array {
  const chunks = raw.map(({ bytes }) => (bytes instanceof ArrayBuffer ? new Uint8Array(bytes) : new Uint8Array()));
  const whole = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

function originOf(url: string | undefined): string | undefined {
  if (url === undefined) return undefined;
  try {
    const { origin, protocol } = new URL(url);
    return protocol === 'http:' || protocol === 'https:' ? origin : undefined;
  } catch {
    return undefined;
  }
}

function resolved(location: string, base: string): string | undefined {
  try {
    return new URL(location, base).href;
  } catch {
    return undefined;
  }
}
