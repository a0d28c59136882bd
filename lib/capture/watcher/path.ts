type Root = Document | ShadowRoot | Element;

const isElement = (node: unknown): node is Element => (node as Node | null)?.nodeType === 1;

/** Elements an event went through, innermost first; leads through open shadow roots. */
export const elementsOf = (event: Event): Element[] => event.composedPath().filter(isElement);

/** The element and everything around it, across shadow roots. */
export function pathFrom(element: Element): Element[] {
  const path: Element[] = [];
  for (let at: Element | null = element; at; ) {
    path.push(at);
    const parent: Node | null = at.assignedSlot ?? at.parentNode;
    at = isElement(parent) ? parent : ((parent as ShadowRoot | null)?.host ?? null);
  }
  return path;
}

/** Whether a selector holds; a selector the browser does not know holds for nothing. */
export function fits(element: Element, selector: string): boolean {
  try {
    return element.matches(selector);
  } catch {
    return false;
  }
}

/** What people type into. */
export const typedInto = 'input,select,textarea,[contenteditable]:not([contenteditable=false])';

/** The innermost element of a path that fits. */
export const nearest = (path: readonly Element[], selector: string): Element | undefined =>
  path.find((element) => fits(element, selector));

/**
 * Looks elements up below a root, in open shadow roots too. The shadow roots of a tree are listed once per finder, so
 * a finder is made for one moment and thrown away. A selector the browser does not know finds nothing.
 */
export function finder() {
  const known = new Map<Root, ShadowRoot[]>();

  function shadowRootsOf(root: Root): ShadowRoot[] {
    let roots = known.get(root);
    if (!roots) {
      const hosts = [root as Element, ...root.querySelectorAll('*')];
      roots = hosts.flatMap(({ shadowRoot }) => (shadowRoot ? [shadowRoot, ...shadowRootsOf(shadowRoot)] : []));
      known.set(root, roots);
    }
    return roots;
  }

  function all(root: Root, selector: string): Element[] {
    try {
      const light = [...root.querySelectorAll(selector)];
      return light.length > 0 ? light : shadowRootsOf(root).flatMap((inner) => [...inner.querySelectorAll(selector)]);
    } catch {
      return [];
    }
  }

  function one(root: Root, selector: string): Element | undefined {
    try {
      return root.querySelector(selector) ?? all(root, selector)[0];
    } catch {
      return undefined;
    }
  }

  return { all, one };
}

export type Finder = ReturnType<typeof finder>;
