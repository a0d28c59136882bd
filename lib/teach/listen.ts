import { elementsOf, finder, fits, nearest } from '../capture/watcher/path.ts';
import { readAll } from '../capture/watcher/read.ts';
import { pageReads } from './draft.ts';
import { itemOf } from './item.ts';
import type { Pressed } from './pressed.ts';
import { privatePaths, privateRegions } from './private.ts';
import { selectorFor } from './selector.ts';
import { changingOf, type Snap, snapOf } from './states.ts';

/** How long a page has to show what became of the press. */
const settles = 1_200;
/** The person has thought better of it. */
const givenUp = 120_000;

/** What people press. */
const pressable =
  'button,summary,a[href],label,input,select,textarea,[contenteditable]:not([contenteditable=false]),[role=button],[role=switch],[role=checkbox],[role=radio],[role^=menuitem],[role=link],[role=option],[role=tab],[aria-pressed],[aria-checked],[onclick],[tabindex]:not([tabindex="-1"])';
const pressedInputs = /^(?:button|checkbox|image|radio|reset|submit)$/;
const typed = 'input,textarea,select,[contenteditable]:not([contenteditable=false])';

interface Held {
  control: Element;
  item: Element | undefined;
  before: Snap;
  /** From the control outwards: each parent, and which child of it was the way. */
  way: { parent: Element | ShadowRoot; at: number }[];
}

/**
 * Listens for the one press by which a person shows a control. The press does on the page what it always does; nothing
 * is written to the page, and nothing is read from it but names, marks and what the item is called.
 *
 * @param tell called at most once: what was pressed, or why it teaches nothing
 * @returns ends the listening
 */
export function listenForPress(window: Window, tell: (pressed: Pressed) => void): () => void {
  const { document } = window;
  const listening = new AbortController();
  const stop = () => listening.abort();
  let held: Held | undefined;

  const take = (event: Event): void => {
    if (event.isTrusted) held = hold(controlOf(elementsOf(event)));
  };
  const clicked = (event: Event): void => {
    if (!event.isTrusted) return;
    const path = elementsOf(event);
    const control = controlOf(path);
    if (!control) return;
    const refused = refusalOf(control, path, document);
    if (!held || held.control !== control) held = hold(control);
    const known = held;
    stop();
    if (refused) tell({ refused });
    else if (known) window.setTimeout(() => tell(reportOf(known, document)), settles);
  };
  const how = { capture: true, passive: true, signal: listening.signal };
  window.addEventListener('pointerdown', take, how);
  window.addEventListener('keydown', take, how);
  window.addEventListener('click', clicked, how);
  window.setTimeout(stop, givenUp);
  return stop;
}

function controlOf(path: readonly Element[]): Element | undefined {
  const control = nearest(path, pressable) ?? path[0];
  // The word beside a box belongs to the box.
  const labelled = (control as HTMLLabelElement | undefined)?.control;
  return control?.localName === 'label' && labelled ? labelled : control;
}

function refusalOf(control: Element, path: readonly Element[], document: Document) {
  const { form } = control as HTMLInputElement;
  const secret = 'input[type=password],input[autocomplete^="cc-"],input[autocomplete="one-time-code"]';
  if (fits(control, secret) || form?.querySelector?.(secret)) return 'password';
  if (fits(control, typed) && !pressedInputs.test((control as HTMLInputElement).type)) return 'field';
  const isPrivate = privatePaths.some((pathname) => new URLPattern({ pathname }).test(document.URL));
  return isPrivate || nearest(path, privateRegions.join()) ? 'private' : undefined;
}

function hold(control: Element | undefined): Held | undefined {
  if (!control) return undefined;
  const item = itemOf(control, new Set())?.element;
  const way: Held['way'] = [];
  for (let at: Element = control; at.parentNode && way.length < 12; ) {
    const parent = at.parentNode as Element | ShadowRoot;
    way.push({ parent, at: [...parent.children].indexOf(at) });
    if (parent.nodeType !== 1) break;
    at = parent as Element;
  }
  return { control, item, before: snapOf(control, item), way };
}

/** The control now: pages replace it, and put the new one where it was. */
function nowOf({ control, way }: Held): Element {
  if (control.isConnected) return control;
  const from = way.findIndex(({ parent }) => parent.isConnected);
  let at: Element | ShadowRoot | undefined = way[from]?.parent;
  for (const { at: child } of way.slice(0, from + 1).reverse()) at = at?.children[child];
  return at?.nodeType === 1 && (at as Element).localName === control.localName ? (at as Element) : control;
}

function reportOf(held: Held, document: Document): Pressed {
  const control = nowOf(held);
  const same = held.item?.isConnected === false ? undefined : held.item;
  const after = snapOf(control, same);
  const changing = changingOf(held.before, after);
  const item = itemOf(control, changing);
  const { select, place } = selectorFor(control, item?.element ?? document, changing);
  const page = readAll(item?.read ?? pageReads, { document, item: item?.element, control }, finder());
  return {
    control: { select, place, label: labelOf(control) },
    item: item ? { select: item.select, read: item.read } : null,
    page,
    before: held.before,
    after,
  };
}

function labelOf(control: Element): string {
  const labels = (control as HTMLInputElement).labels;
  const text =
    control.getAttribute('aria-label') ||
    control.textContent?.trim() ||
    labels?.[0]?.textContent ||
    control.getAttribute('title');
  return (text ?? '').replace(/\s+/g, ' ').trim().slice(0, 80).toWellFormed();
}
