import { chosenPart, countedPart, isMeaningful, isPassing, isSpeaking } from './names.ts';

/** Attributes that change with the act: a selector must hold before and after. `class like` names a class. */
export type Changing = ReadonlySet<string>;

const none: Changing = new Set();
const states = ['aria-pressed', 'aria-checked', 'aria-selected'];
/** What people write, and what frameworks put there for themselves. */
const ownData =
  /^data-(?!v-|s-|react|emotion|styled|radix|headlessui|astro|svelte|n-head|state|status|active|focus|hover)[a-z-]+$/;

/** A text in a selector. */
const quoted = (text: string): string => `"${text.replace(/["\\]/g, '\\$&').replace(/\n/g, '\\a ')}"`;
const escaped = (name: string): string => name.replace(/[^\w-]/g, '\\$&');

/** Places in the written order of preference (docs/adding-a-site.md). */
export type Place = 'data' | 'id' | 'role' | 'name' | 'class' | 'label' | 'structure';

interface Mark {
  place: Place;
  select: string;
}

/**
 * Everything by which an element can be known again, best first: data attributes, stable ids, roles and state
 * attributes, names of fields and addresses, class names that describe meaning; labels at the very end.
 */
export function marksOf(element: Element, changing: Changing = none): Mark[] {
  const tag = element.localName;
  const marks: Mark[] = [];
  const add = (place: Place, select: string) => void marks.push({ place, select });
  const attribute = (name: string) => (changing.has(name) ? null : element.getAttribute(name));

  const data = [...element.attributes].filter(({ name }) => ownData.test(name) && !isPassing(name));
  const tests = /test|qa|action|role|type|name|control|click|component|element/;
  data.sort((one, other) => Number(tests.test(other.name)) - Number(tests.test(one.name)));
  for (const { name, value } of data) {
    if (changing.has(name)) continue;
    // An id of a thing is not the name of a kind of thing: its presence is.
    add('data', value !== '' && isSpeaking(value) ? `[${name}=${quoted(value)}]` : `[${name}]`);
  }
  const id = attribute('id');
  if (id && isSpeaking(id)) add('id', `#${escaped(id)}`);
  else if (id && countedPart(id)) add('id', `[id^=${quoted(countedPart(id) ?? '')}]`);

  const role = attribute('role');
  const state = states.find((name) => element.hasAttribute(name) && !changing.has(`no ${name}`));
  if (role && isSpeaking(role)) add('role', `[role=${quoted(role)}]${state ? `[${state}]` : ''}`);
  if (state) add('role', `${tag}[${state}]`);
  for (const name of ['itemprop', 'itemtype', 'rel']) {
    const value = attribute(name);
    if (value && value.length < 96) add('role', `[${name}=${quoted(value)}]`);
  }
  const type = attribute('type');
  for (const name of ['name', 'formaction']) {
    const value = attribute(name);
    if (value && isSpeaking(value)) add('name', `${tag}[${name}=${quoted(value)}]`);
  }
  const [, way] = /^\/?([a-z][a-z_-]{2,24})(?=[/?.])/.exec(attribute('href') ?? '') ?? [];
  if (way && isSpeaking(way))
    add('name', `a[href^=${quoted(/^\/?[a-z_-]+/.exec(attribute('href') ?? '')?.[0] ?? '')}]`);
  if (tag === 'input' && type) add('name', `input[type=${quoted(type)}]`);
  for (const token of element.classList) {
    if (changing.has(`class ${token}`) || isPassing(token)) continue;
    const part = chosenPart(token);
    if (isMeaningful(token)) add('class', `.${escaped(token)}`);
    else if (part) add('class', `[class*=${quoted(part)}]`);
  }
  const alone = marks.length === 0;
  for (const name of ['aria-label', 'title']) {
    const value = attribute(name);
    if (alone && value && value.length <= 48 && !/\d/.test(value)) add('label', `${tag}[${name}=${quoted(value)}]`);
  }
  return marks;
}

/** A selector, and the lowest place in the order that it needed. */
export interface Chosen {
  select: string;
  place: Place;
}

/**
 * A stable selector of one element.
 *
 * @param scope what the selector must be the only one in: the element's item, or its document or shadow root
 * @param changing names of attributes and classes that differ before and after the act
 * @returns a selector that only this element in the scope fits, in the element's own tree; shadow roots begin anew
 */
export function selectorFor(
  element: Element,
  scope: Element | Document | ShadowRoot,
  changing: Changing = none,
): Chosen {
  const root = element.getRootNode() as Document | ShadowRoot;
  const within = scope.contains(element) ? scope : root;
  const only = (select: string) => {
    const found = safely(within, select);
    return found.length === 1 && found[0] === element;
  };
  const tag = element.localName;
  const marks = marksOf(element, changing).filter(({ place }) => place !== 'label');
  for (const { select, place } of marks) if (only(select)) return { select, place };
  // Two names of one element: the tag before a class is no name of its own.
  for (const [at, one] of marks.entries()) {
    for (const other of marks.slice(at + 1)) {
      const select = joined(one.select, other.select);
      if (select && only(select)) return { select, place: other.place };
    }
  }
  const around = ancestorsWithin(element, within);
  for (const mark of [...marks, ...(distinct(tag) ? [{ place: 'structure' as const, select: tag }] : [])]) {
    for (const ancestor of around) {
      for (const { select, place } of marksOf(ancestor, changing).filter((one) => one.place !== 'label')) {
        const path = `${select} ${mark.select}`;
        if (only(path))
          return { select: path, place: mark.place === 'structure' ? 'structure' : lower(mark.place, place) };
      }
    }
  }
  const [label] = marksOf(element, changing).filter(({ place, select }) => place === 'label' && only(select));
  if (distinct(tag) && only(tag)) return { select: tag, place: 'structure' };
  if (label) return label;
  return { select: structureOf(element, within, changing), place: 'structure' };
}

const order: Place[] = ['data', 'id', 'role', 'name', 'class', 'label', 'structure'];
const lower = (one: Place, other: Place): Place => (order.indexOf(one) > order.indexOf(other) ? one : other);

/** Tags that say something. */
const distinct = (tag: string) =>
  tag.includes('-') || /^(?:button|form|article|summary|label|time|select|tr|li)$/.test(tag);

function joined(one: string, other: string): string | undefined {
  if (!/^[a-z]/.test(other)) return one + other;
  return /^[a-z]/.test(one) ? undefined : other + one;
}

function ancestorsWithin(element: Element, within: Node): Element[] {
  const around: Element[] = [];
  for (let at = element.parentElement; at && at !== within && within.contains(at); at = at.parentElement)
    around.push(at);
  return around;
}

/** The way down from the nearest thing with a name, child by child. */
function structureOf(element: Element, within: Node, changing: Changing): string {
  const steps: string[] = [];
  let at: Element | null = element;
  for (; at && at !== within && at.localName !== 'html'; at = at.parentElement) {
    const [mark] = at === element ? [] : marksOf(at, changing).filter(({ place }) => place !== 'label');
    if (mark) return [mark.select, ...steps].join(' > ');
    const { localName, parentNode }: Element = at;
    const alike = [...(parentNode?.children ?? [])].filter((one) => one.localName === localName);
    steps.unshift(alike.length > 1 ? `${localName}:nth-of-type(${alike.indexOf(at) + 1})` : localName);
  }
  return steps.join(' > ');
}

/** What a selector finds; nothing where the browser does not know it. */
export function safely(root: Element | Document | ShadowRoot, select: string): Element[] {
  try {
    return [...root.querySelectorAll(select)];
  } catch {
    return [];
  }
}
