import { readPointer, withPointer } from './pointer.ts';
import type { Decode } from './schema.ts';
import { parseJson } from './steps.ts';

/** A request as the browser shows it before it is sent. Bodies exist only for the time of one match. */
export interface ObservedRequest {
  method: string;
  /** Absolute. */
  url: string;
  /** Urlencoded and multipart bodies, as `webRequest` gives them. */
  formData?: Record<string, readonly string[]>;
  /** Any other body, its chunks already joined. */
  raw?: Uint8Array;
}

/** The tree that a definition's pointers lead into. */
export interface Facts {
  method: string;
  host: string;
  origin: string;
  path: string;
  /** Named groups of the URLPattern that matched. */
  url: Record<string, string>;
  query: Record<string, string>;
  form?: Record<string, unknown>;
  json?: unknown;
  /** One operation of several in a body. */
  item?: unknown;
}

/** No contribution of any site comes near this; what is larger (an upload) is not read. */
const largestBody = 4 * 1024 * 1024;
/** Operations in one body beyond which it is not a person's act. */
const mostItems = 64;

/** What can be said of a request before its body is looked at. */
export function factsOfUrl(method: string, url: URL): Facts {
  const query: Record<string, string> = {};
  for (const [key, value] of url.searchParams) if (!Object.hasOwn(query, key)) setOwn(query, key, value);
  return { method, host: url.host, origin: url.origin, path: url.pathname, url: {}, query };
}

/**
 * Decodes the body by the steps of a definition (by its own looks, where there are none).
 *
 * @returns one tree for each operation in the body; none where a step cannot be done
 */
export function decodeBody(facts: Facts, request: ObservedRequest, steps: readonly Decode[] | undefined): Facts[] {
  const read: Facts = { ...facts };
  const form = formOf(request);
  if (form) read.form = form;
  else {
    const json = jsonOf(request);
    if (json !== undefined) read.json = json;
  }
  let trees = [read];
  for (const step of steps ?? []) trees = trees.flatMap((tree) => decodeStep(tree, step));
  return trees;
}

function decodeStep(facts: Facts, step: Decode): Facts[] {
  if (step === 'form') return facts.form ? [facts] : [];
  if (step === 'json') return facts.json === undefined ? [] : [facts];
  if ('json' in step) {
    const text = readPointer(facts, step.json);
    const tree = typeof text === 'string' ? parseJson(text) : undefined;
    if (tree === undefined) return [];
    const read = withPointer(facts, step.json, tree);
    return read ? [read] : [];
  }
  if ('numbered' in step) return numbered(facts.form, step.numbered).map((item) => ({ ...facts, item }));
  const items = readPointer(facts, step.each);
  if (!Array.isArray(items)) return items === undefined ? [] : [{ ...facts, item: items }];
  return items.slice(0, mostItems).map((item: unknown) => ({ ...facts, item }));
}

/** The rows of a form whose fields are called `<prefix><number>.<name>`. */
function numbered(form: Record<string, unknown> | undefined, prefix: string): Record<string, unknown>[] {
  const rows = new Map<string, Record<string, unknown>>();
  for (const [key, value] of Object.entries(form ?? {})) {
    const [, number, name] = (key.startsWith(prefix) && /^(\d{1,4})\.(.+)$/.exec(key.slice(prefix.length))) || [];
    if (number === undefined || name === undefined) continue;
    const row = rows.get(number) ?? {};
    setOwn(row, name, value);
    rows.set(number, row);
  }
  return [...rows.values()].slice(0, mostItems);
}

function formOf(request: ObservedRequest): Record<string, unknown> | undefined {
  if (request.formData) {
    const form: Record<string, unknown> = {};
    // One field given several times stays a list; the rest are texts.
    for (const [key, values] of Object.entries(request.formData))
      setOwn(form, key, values.length === 1 ? values[0] : [...values]);
    return form;
  }
  // A form sent with an unusual content type arrives as bytes.
  const text = textOf(request);
  if (text === undefined || !/^[^\s{["<=&]+=[^\s{["<]*(&|$)/.test(text.slice(0, 512))) return undefined;
  const form: Record<string, unknown> = {};
  for (const [key, value] of new URLSearchParams(text)) if (!Object.hasOwn(form, key)) setOwn(form, key, value);
  return form;
}

function jsonOf(request: ObservedRequest): unknown {
  const text = textOf(request);
  return text !== undefined && /^\s*[{["]/.test(text) ? parseJson(text) : undefined;
}

function textOf(request: ObservedRequest): string | undefined {
  if (!request.raw || request.raw.length === 0 || request.raw.length > largestBody) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(request.raw);
  } catch {
    return undefined;
  }
}

/** Plain assignment would let a field called `__proto__` through. */
function setOwn(target: Record<string, unknown>, key: string, value: unknown): void {
  Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
}
