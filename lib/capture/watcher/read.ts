import type { Read } from '../../sites/schema.ts';
import { type Finder, fits, typedInto } from './path.ts';

export type Reading = string | string[];

/** Where reading starts. */
export interface Near {
  document: Document;
  item?: Element | undefined;
  control?: Element | undefined;
}

const longest = 512;
const mostTexts = 64;

/** The first of several rules that finds something. */
export function read(rules: Read | readonly Read[], near: Near, find: Finder): Reading | undefined {
  for (const rule of [rules].flat() as Read[]) {
    const found = readOne(rule, near, find);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Reads every named rule; what is not there is left out. */
export function readAll(
  rules: Record<string, Read | readonly Read[]>,
  near: Near,
  find: Finder,
): Record<string, Reading> {
  const readings: Record<string, Reading> = {};
  for (const [name, rule] of Object.entries(rules)) {
    const found = read(rule, near, find);
    if (found !== undefined) readings[name] = found;
  }
  return readings;
}

function readOne(rule: Read, near: Near, find: Finder): Reading | undefined {
  const of = rule.of ?? (near.item ? 'item' : 'page');
  const root = of === 'page' ? near.document.documentElement : near[of];
  if (!root) return undefined;
  const texts = elementsOf(rule, root, find)
    .map((element) => textOf(element, rule))
    .filter((text) => text !== undefined);
  if (rule.all) return texts.length > 0 ? texts.slice(0, mostTexts) : undefined;
  return texts[0];
}

function elementsOf({ select, all }: Read, root: Element, find: Finder): Element[] {
  if (select === undefined) return [root];
  if (all) return find.all(root, select);
  const inside = find.one(root, select);
  return inside ? [inside] : fits(root, select) ? [root] : [];
}

function textOf(element: Element, { attr, match }: Read): string | undefined {
  const raw = attr === undefined ? contentOf(element) : attributeOf(element, attr);
  const text = raw?.slice(0, 4096).replace(/\s+/g, ' ').trim();
  if (!text) return undefined;
  if (match === undefined) return cut(text);
  const found = new RegExp(match, 'u').exec(text);
  const group = found?.[1] ?? found?.[0];
  return group ? cut(group) : undefined;
}

/** What people type is not read, whatever a definition says. */
function contentOf(element: Element): string | null {
  return element.closest(typedInto) ? null : element.textContent;
}

function attributeOf(element: Element, name: string): string | null {
  const value = element.getAttribute(name);
  if (value === null || (name !== 'href' && name !== 'src')) return value;
  return URL.parse(value, element.baseURI)?.href ?? null;
}

/** Half a character at the cut, or anywhere else, is what the background would refuse. */
const cut = (text: string) => text.slice(0, longest).toWellFormed();
