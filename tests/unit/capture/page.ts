import { vi } from 'vitest';
import type { Gesture, Outcome } from '../../../lib/capture/gesture.ts';
import { startWatcher } from '../../../lib/capture/watcher/watch.ts';
import type { TabMessages } from '../../../lib/messages.ts';
import { profileOf } from '../../../lib/sites/engine.ts';
import { meadow } from './fixtures.ts';

type Answer = (message: { name: string; input: unknown }) => Promise<unknown>;

const knowsMeadow: Answer = async ({ name }) => (name === 'page' ? { profile: profileOf(meadow) } : null);

/**
 * A page with a watcher in it, in happy-dom with fake timers. Events are marked as trusted here, by the test, because
 * only a browser can make real ones; that the watcher believes no others is tested too.
 */
export class WatchedPage {
  readonly sent: { name: string; input: Record<string, unknown> }[] = [];
  alive = true;
  /** The background answers `page` with this; it can be made to wait, fail or stay silent. */
  answer: Answer;
  active = true;
  readonly watcher;

  constructor(html: string, { url = 'https://meadow.example/feed', answer = knowsMeadow as Answer } = {}) {
    this.answer = answer;
    (window as unknown as { happyDOM: { setURL(url: string): void } }).happyDOM.setURL(url);
    document.body.innerHTML = html;
    openShadowRoots(document.body);
    Object.defineProperty(navigator, 'userActivation', { configurable: true, get: () => ({ isActive: this.active }) });
    let ids = 0;
    this.watcher = startWatcher({
      window: window as Window & typeof globalThis,
      now: () => Date.now(),
      id: () => `gesture-${++ids}`,
      send: async (message) => {
        this.sent.push(structuredClone(message) as WatchedPage['sent'][number]);
        return this.answer(message);
      },
      alive: () => this.alive,
    });
  }

  /** Lets messages come and go, without time passing. */
  async settle(): Promise<this> {
    await vi.advanceTimersByTimeAsync(0);
    return this;
  }

  said(name: string): Record<string, unknown>[] {
    return this.sent.filter((message) => message.name === name).map(({ input }) => input);
  }

  /** What a person's mouse does: press, release, click. */
  click(selector: string, { by = 'mouse' } = {}): void {
    this.press(selector, by);
    this.fire(selector, new MouseEvent('click', { bubbles: true, composed: true, detail: 1, cancelable: true }));
  }

  press(selector: string, by = 'mouse'): void {
    this.fire(selector, new PointerEvent('pointerdown', { bubbles: true, composed: true, button: 0, pointerType: by }));
  }

  key(selector: string, key: string, more: KeyboardEventInit = {}): void {
    this.fire(selector, new KeyboardEvent('keydown', { key, bubbles: true, composed: true, ...more }));
  }

  submit(selector: string, submitter?: string): void {
    const event = new SubmitEvent('submit', { bubbles: true, composed: true, cancelable: true });
    Object.defineProperty(event, 'submitter', { value: submitter ? find(submitter) : null });
    this.fire(selector, event);
  }

  fire(selector: string, event: Event, trusted = true): void {
    Object.defineProperty(event, 'isTrusted', { value: trusted });
    find(selector).dispatchEvent(event);
  }

  /** Asks as the background does when a request begins now. */
  async gesture(over: Partial<TabMessages['gesture']['input']> = {}): Promise<Gesture | undefined> {
    return this.watcher.receive({
      name: 'gesture',
      input: {
        startedAt: Date.now(),
        within: 5_000,
        nearby: 3_000,
        actions: ['like'],
        mentions: [],
        takesEffort: false,
        ...over,
      },
    }) as Promise<Gesture> | undefined;
  }

  outcome(over: Partial<TabMessages['outcome']['input']> = {}): Promise<Outcome> | undefined {
    return this.watcher.receive({
      name: 'outcome',
      input: { gesture: 'gesture-1', actions: ['like'], want: { like: 'on' }, settle: 0, ...over },
    }) as Promise<Outcome> | undefined;
  }
}

/** `>>>` steps into an open shadow root. */
export function find(selector: string): Element {
  let root: Document | ShadowRoot = document;
  let found: Element | null = null;
  for (const part of selector.split('>>>')) {
    found = root.querySelector(part.trim());
    if (!found) throw new Error(`nothing is ${selector}`);
    root = found.shadowRoot ?? root;
  }
  return found as Element;
}

/** `innerHTML` does not open declarative shadow roots; a browser's parser does. */
function openShadowRoots(root: Element | ShadowRoot): void {
  for (const template of root.querySelectorAll<HTMLTemplateElement>('template[shadowrootmode]')) {
    const host = template.parentElement;
    if (!host) continue;
    const shadow = host.attachShadow({ mode: 'open' });
    shadow.innerHTML = template.innerHTML;
    template.remove();
    openShadowRoots(shadow);
  }
}
