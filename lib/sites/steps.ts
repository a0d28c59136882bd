import { readPointer } from './pointer.ts';
import { protobufField } from './protobuf.ts';
import type { Step } from './schema.ts';

/** Longest text a regular expression of a definition is run on: with the refusal of nested quantifiers, no hang. */
const longest = 4096;

/**
 * Runs the steps of a value in order.
 *
 * @param value what a pointer reached
 * @returns the value after the last step; undefined as soon as one step cannot read what it is given
 */
export function runSteps(value: unknown, steps: readonly Step[]): unknown {
  let at = value;
  for (const step of steps) {
    if (at === undefined || at === null) return undefined;
    at = runStep(at, step);
  }
  return at;
}

function runStep(value: unknown, step: Step): unknown {
  if (typeof step === 'object' && 'at' in step) return readPointer(value, step.at);
  const text = scalarText(value);
  if (text === undefined) return undefined;
  if (typeof step === 'string') return named[step](text);
  if ('match' in step) return firstGroup(text, step.match);
  if ('map' in step) return Object.hasOwn(step.map, text) ? step.map[text] : step.else;
  if ('replace' in step) return text.replaceAll(step.replace[0], () => step.replace[1]);
  if ('protobuf' in step) return protobufField(text, step.protobuf);
  return step.format.replaceAll('{}', () => text);
}

const named: Record<Extract<Step, string>, (text: string) => unknown> = {
  base64: base64Text,
  percent: (text) => attempt(() => decodeURIComponent(text)),
  json: parseJson,
  lower: (text) => text.toLowerCase(),
  trim: (text) => text.trim(),
  words: (text) => text.split(/[\s,]+/).filter(Boolean),
  'last-path-segment': (text) => text.split(/[?#]/, 1)[0]?.split('/').filter(Boolean).at(-1),
  shortcode,
};

/** A number, truth value or text as text; undefined for everything else. */
export function scalarText(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

/** First capture group (the whole match where there is none) of a definition's regular expression. */
export function firstGroup(text: string, pattern: string): string | undefined {
  const found = expression(pattern).exec(text.slice(0, longest));
  return found ? (found[1] ?? found[0]) : undefined;
}

const expressions = new Map<string, RegExp>();

function expression(pattern: string): RegExp {
  let known = expressions.get(pattern);
  if (!known) {
    known = new RegExp(pattern, 'u');
    expressions.set(pattern, known);
  }
  return known;
}

/** Whether a definition's regular expression matches anywhere in the text. */
export const matchesPattern = (text: string, pattern: string) => expression(pattern).test(text.slice(0, longest));

/**
 * JSON whose numbers keep their digits: ids beyond 2^53 become texts instead of other ids.
 *
 * @returns the tree, or undefined where the text is not JSON
 */
export function parseJson(text: string): unknown {
  return attempt(() =>
    JSON.parse(text, ((_key, value: unknown, context?: { source?: string }) => {
      const inexact = typeof value === 'number' && !Number.isSafeInteger(value);
      return inexact && context?.source !== undefined ? context.source : value;
    }) as (key: string, value: unknown) => unknown),
  );
}

function base64Text(text: string): string | undefined {
  return attempt(() => new TextDecoder('utf-8', { fatal: true }).decode(base64Bytes(text)));
}

/**
 * Bytes of base64 or base64url, padding optional.
 *
 * @throws where the text is neither
 */
export function base64Bytes(text: string): Uint8Array {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/').replace(/=+$/, ''));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

const shortcodeAlphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** A media number of Instagram or Threads as the code in its permalink: base 64, most significant digit first. */
function shortcode(text: string): string | undefined {
  const digits = /^\d{1,24}/.exec(text)?.[0];
  if (!digits) return undefined;
  let rest = BigInt(digits);
  let code = '';
  do {
    code = shortcodeAlphabet.charAt(Number(rest % 64n)) + code;
    rest /= 64n;
  } while (rest > 0n);
  return code;
}

function attempt<Result>(read: () => Result): Result | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
