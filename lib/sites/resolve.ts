import { readPointer } from './pointer.ts';
import type { Step, Test, Value } from './schema.ts';
import { matchesPattern, runSteps, scalarText } from './steps.ts';

/** What a value of a definition comes to: a text, or texts (topics). */
export type Text = string | string[];

/** Answers what stands at a pointer after the given steps; undefined where nothing does. */
export type Source = (pointer: string, via: readonly Step[]) => Text | undefined;

/** Reads values straight from a tree of facts. */
export const sourceOf =
  (facts: unknown): Source =>
  (pointer, via) =>
    asText(runSteps(readPointer(facts, pointer), via));

function asText(value: unknown): Text | undefined {
  if (Array.isArray(value)) {
    const texts = value.map(scalarText).filter((text) => text !== undefined);
    return texts.length > 0 ? texts : undefined;
  }
  // A null is told apart from a missing field by tests (`is: null`).
  return value === null ? 'null' : scalarText(value);
}

/** The value a definition asks for; the first pointer that leads somewhere wins. */
export function resolve(value: Value, source: Source): Text | undefined {
  if (typeof value === 'string') return source(value, []);
  if ('text' in value) return value.text;
  for (const pointer of typeof value.from === 'string' ? [value.from] : value.from) {
    const found = source(pointer, value.via ?? []);
    if (found !== undefined && found !== '') return found;
  }
  return undefined;
}

/** The value as one text; of several texts the first. */
export function resolveText(value: Value, source: Source): string | undefined {
  const found = resolve(value, source);
  return Array.isArray(found) ? found[0] : found;
}

/** Whether all tests hold. */
export const allHold = (tests: readonly Test[], source: Source): boolean => tests.every((test) => holds(test, source));

function holds(test: Test, source: Source): boolean {
  if ('any' in test) {
    return test.any.some(({ at, is, matches, present }) => {
      if (is !== undefined && !holds({ at, is }, source)) return false;
      if (matches !== undefined && !holds({ at, matches }, source)) return false;
      return present === undefined || holds({ at, present }, source);
    });
  }
  const text = resolveText(test.at, source);
  if ('present' in test) return (text !== undefined && text !== '' && text !== 'null') === test.present;
  if ('same' in test) return text !== undefined && text !== '' && text === resolveText(test.same, source);
  if ('matches' in test) return text !== undefined && matchesPattern(text, test.matches);
  if ('not' in test) return !isOneOf(text, test.not);
  return isOneOf(text, test.is);
}

type Scalar = string | number | boolean | null;

const isOneOf = (text: string | undefined, wanted: Scalar | readonly Scalar[]) =>
  (Array.isArray(wanted) ? wanted : [wanted]).some((one) => text !== undefined && text === String(one));

/** Every pointer with its steps that a definition's value can ask for. */
export function pointersOf(value: Value): { pointer: string; via: readonly Step[] }[] {
  if (typeof value === 'string') return [{ pointer: value, via: [] }];
  if ('text' in value) return [];
  const via = value.via ?? [];
  return (typeof value.from === 'string' ? [value.from] : value.from).map((pointer) => ({ pointer, via }));
}

/** The same for tests. */
export function pointersOfTests(tests: readonly Test[]): { pointer: string; via: readonly Step[] }[] {
  return tests.flatMap((test) => {
    if ('any' in test) return test.any.flatMap(({ at }) => pointersOf(at));
    return 'same' in test ? [...pointersOf(test.at), ...pointersOf(test.same)] : pointersOf(test.at);
  });
}

/**
 * Fills a URL or text template: `https://x.com/i/status/{id}`.
 *
 * A name is one of `names`, or a dotted path into the facts (`{page.url}`, `{url.id}`, `{query.title}`, `{made.id}`).
 * A value at the very start stays as it is (it brings the origin); after a `?` it is percent-encoded whole, elsewhere
 * so that it stays inside its part of the URL.
 *
 * @returns the text, or undefined where a name is unknown
 */
export function fillTemplate(template: string, names: (name: string) => string | undefined): string | undefined {
  let missing = false;
  const isUrl = template.startsWith('http') || template.startsWith('{');
  const filled = template.replace(/\{([\w.-]+)\}/g, (_whole, name: string, at: number) => {
    const value = names(name);
    if (value === undefined || value === '') {
      missing = true;
      return '';
    }
    if (at === 0 || !isUrl) return value;
    return template.lastIndexOf('?', at) >= 0 || template.lastIndexOf('#', at) >= 0
      ? encodeURIComponent(value.toWellFormed())
      : encodePart(value);
  });
  return missing ? undefined : filled;
}

/** Names in a template. */
export const namesIn = (template: string): string[] =>
  [...template.matchAll(/\{([\w.-]+)\}/g)].map((found) => found[1] ?? '');

/** What is escaped already stays as it is: `AT%26T` is one title, `AT&T` would be another address. */
const encodePart = (value: string): string =>
  encodeURI(value.toWellFormed())
    .replace(/%25([0-9a-f]{2})/gi, '%$1')
    .replaceAll('?', '%3F')
    .replaceAll('#', '%23');
