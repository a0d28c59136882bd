// These functions run inside a page, sent there as text: each may use `deep` and nothing else from here. Other
// functions that a page is asked to run may use it as well.

/**
 * First match of a CSS selector in the document or, if there is none, in any open shadow root. `>>>` steps from a host
 * into its open shadow root: `x-post >>> button`.
 */
export function deep(selector: string): Element | null {
  const steps = selector.split('>>>').map((step) => step.trim());
  const last = steps.pop() ?? '*';
  let roots: (Document | ShadowRoot)[] = [document];
  for (const step of steps) {
    roots = roots.flatMap((root) => [...root.querySelectorAll(step)].flatMap((host) => host.shadowRoot ?? []));
  }
  while (roots.length > 0) {
    for (const root of roots) {
      const found = root.querySelector(last);
      if (found) return found;
    }
    if (steps.length > 0) return null;
    roots = roots.flatMap((root) => [...root.querySelectorAll('*')].flatMap((host) => host.shadowRoot ?? []));
  }
  return null;
}

/** Middle of the element in the window, once it is where a mouse can press it; otherwise what is in the way. */
export function pressPoint(selector: string): { x: number; y: number } | { trouble: string } {
  const element = deep(selector);
  if (!element) return { trouble: 'it is missing' };
  element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
  const { left, top, width, height } = element.getBoundingClientRect();
  if (width === 0 || height === 0) return { trouble: 'it has no size' };
  const x = left + width / 2;
  const y = top + height / 2;
  let hit = document.elementFromPoint(x, y);
  while (hit?.shadowRoot) {
    const inner = hit.shadowRoot.elementFromPoint(x, y);
    if (!inner || inner === hit) break;
    hit = inner;
  }
  // A hit inside the element, however deep in shadow roots, reaches it; its label or its host does not.
  for (let node: Node | null = hit; node; node = node instanceof ShadowRoot ? node.host : node.parentNode) {
    if (node === element) return { x, y };
  }
  // Boxes of inline elements are not rectangles: any of its parts will do.
  for (const part of element.getClientRects()) {
    const inside = document.elementFromPoint(part.left + part.width / 2, part.top + part.height / 2);
    if (inside && element.contains(inside)) return { x: part.left + part.width / 2, y: part.top + part.height / 2 };
  }
  const cover = hit ? `<${hit.localName} class="${hit.getAttribute('class') ?? ''}">` : 'nothing';
  return { trouble: `it is covered by ${cover}` };
}

export function isThere(selector: string): boolean {
  return deep(selector) !== null;
}

/** Gives an element the focus; false where it is missing or cannot have it. */
export function focusOn(selector: string): boolean {
  const element = deep(selector);
  if (!(element instanceof HTMLElement)) return false;
  element.focus();
  return element.matches(':focus');
}
