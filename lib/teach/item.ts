import { pathFrom } from '../capture/watcher/path.ts';
import type { Read } from '../sites/schema.ts';
import { type Changing, marksOf, safely, selectorFor } from './selector.ts';

/** The container of one post, answer or product among several like it, and what can be read from it. */
export interface FoundItem {
  element: Element;
  select: string;
  read: Record<string, Read[]>;
}

/**
 * Finds the item that a control belongs to: the largest element around it that holds no other control of its kind,
 * while what is around that holds several.
 *
 * @returns undefined where the page has one such control only: it belongs to the page then
 */
export function itemOf(control: Element, changing: Changing): FoundItem | undefined {
  const boundary = boundaryOf(control, changing);
  if (!boundary) return undefined;
  // From the boundary inwards, the first that has a name of its own.
  const inwards = pathFrom(control).slice(1);
  const path = inwards.slice(0, inwards.indexOf(boundary) + 1).reverse();
  for (const element of path) {
    const select = nameOfKind(element, control, changing);
    if (select) return { element, select, read: readsOf(element, control) };
  }
  return undefined;
}

function boundaryOf(control: Element, changing: Changing): Element | undefined {
  const path = pathFrom(control).slice(1);
  const top = control.ownerDocument.documentElement;
  for (const kind of kindsOf(control, changing)) {
    const count = (element: Element) => countDeep(element, kind);
    if (count(top) < 2) continue;
    const outside = path.findIndex((element) => count(element) > 1);
    const found = path[outside - 1];
    // What holds two of a kind directly is a row of buttons, not a list of posts.
    if (outside > 0 && found && found !== top && found.localName !== 'body') return found;
  }
  return undefined;
}

/** Selectors of the control's kind, narrowest first; labels tell kinds apart here, and are not kept. */
function kindsOf(control: Element, changing: Changing): string[] {
  const names = marksOf(control, changing).map(({ select }) => select);
  const label = control.getAttribute('aria-label');
  const tag = control.localName;
  const labelled =
    label && !changing.has('aria-label') && !/["\\\d]/.test(label) ? [`${tag}[aria-label="${label}"]`] : [];
  const all = names.filter((select) => !/^[a-z]/.test(select)).join('');
  const kinds = [...(all ? [tag + all] : []), ...labelled, ...names];
  if (names.length === 0 && tag === 'button') kinds.push(tag);
  return [...new Set(kinds)];
}

function countDeep(root: Element, select: string): number {
  let sum = safely(root, select).length;
  for (const element of [root, ...root.querySelectorAll('*')]) {
    if (element.shadowRoot)
      sum += [...element.shadowRoot.children].reduce((more, one) => more + withSelf(one, select), 0);
  }
  return sum;
}

const withSelf = (element: Element, select: string): number =>
  countDeep(element, select) + Number(matches(element, select));

function matches(element: Element, select: string): boolean {
  try {
    return element.matches(select);
  } catch {
    return false;
  }
}

/** A selector that holds for this element, for more of its kind, and for nothing between it and the control. */
function nameOfKind(element: Element, control: Element, changing: Changing): string | undefined {
  const root = element.getRootNode() as Document | ShadowRoot;
  const path = pathFrom(control);
  const between = path.slice(0, path.indexOf(element));
  const parent = element.parentElement;
  const [around] = parent ? marksOf(parent, changing).filter(({ place }) => place !== 'label') : [];
  const candidates = [
    ...marksOf(element, changing)
      .filter(({ place }) => place !== 'label')
      .map(({ select }) => select),
    ...(/^(?:article|li|tr|section)$|-/.test(element.localName) ? [element.localName] : []),
    ...(around ? [`${around.select} > ${element.localName}`] : []),
  ];
  return candidates.find(
    (select) => safely(root, select).length > 1 && !between.some((inner) => matches(inner, select)),
  );
}

const links = [
  '[itemprop~="url"]',
  'a[rel~="bookmark"]',
  'a:has(time)',
  'time a',
  'h1 a',
  'h2 a',
  'h3 a',
  'h4 a',
  'a[class*="permalink"]',
  'a[class*="title"]',
];
const titles = ['[itemprop~="name"]', '[itemprop~="headline"]', 'h1', 'h2', 'h3', 'h4', '[class*="title"]'];
const authors = ['[rel~="author"]', '[itemprop~="author"]', '[class*="author"]', '[class*="username"]'];

function readsOf(item: Element, control: Element): Record<string, Read[]> {
  const read: Record<string, Read[]> = {};
  const has = (select: string) => safely(item, select)[0];
  const link = links.find((select) => leadsToOneThing(has(select), item)) ?? onlyLink(item, control);
  if (link) read.link = [{ select: link, attr: 'href' }];
  if (item.id && /\d/.test(item.id)) read.id = [{ attr: 'id' }];
  else {
    const data = [...item.attributes].find(
      ({ name, value }) => /^data-(?:[a-z-]+-)?id$/.test(name) && /^[\w-]{1,64}$/.test(value),
    );
    if (data) read.id = [{ attr: data.name }];
  }
  const title = titles.find((select) => has(select)?.textContent?.trim());
  if (title) read.title = [{ select: title }];
  const author = authors.find((select) => has(select)?.textContent?.trim());
  if (author) read.author = [{ select: author }];
  return read;
}

/** The address of this item and of no other: on the same site, and not only a place on this page. */
function leadsToOneThing(link: Element | undefined, item: Element): boolean {
  const href = link?.getAttribute('href');
  const url = href ? URL.parse(href, item.baseURI) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.origin !== new URL(item.baseURI).origin) return false;
  return url.pathname !== '/' || url.search !== '';
}

/** Where the item has one link with a name of its own. */
function onlyLink(item: Element, control: Element): string | undefined {
  const found = safely(item, 'a[href]').filter((link) => link !== control && leadsToOneThing(link, item));
  const [link] = found;
  if (!link || found.length > 1) return undefined;
  const { select, place } = selectorFor(link, item);
  return place === 'structure' ? 'a[href]' : select;
}
