import type { Answer } from '../sites/contribution.ts';
import type { Match } from '../sites/engine.ts';
import type { Gesture, Outcome } from './gesture.ts';

/** A request that looks like a contribution, from the moment it begins. */
export interface Begun {
  /** The browser's id of the request: one for a whole chain of redirects, unique in the browser session. */
  id: string;
  /** -1 where the request belongs to no tab (a page's service worker). */
  tab: number;
  frame: number;
  /** Milliseconds since the epoch. */
  startedAt: number;
  /** The request loads a document, so its page is about to go. */
  unloads: boolean;
  /** Origin of the page that asked for it, where the browser tells. */
  origin?: string;
  matches: Match[];
}

/** What has been learned so far. Absent: not yet asked; null: asked, and there is none. */
export interface Pending extends Begun {
  gesture?: Gesture | null;
  answer?: Answer;
  outcome?: Outcome | null;
  /** Begun in a former life of the background, which may have missed the answer. */
  resumed?: boolean;
}

/** The part of `storage.session` that is used: in memory, gone with the browser, outlives the background. */
export interface SessionArea {
  get(keys: null): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string[]): Promise<void>;
}

type Part = 'begun' | 'gesture' | 'answer' | 'outcome';
const parts: readonly Part[] = ['begun', 'gesture', 'answer', 'outcome'];
const keyOf = (part: Part, id: string) => `pending.${part}.${id}`;

/**
 * Everything between a request and its entry. Each part is written once, under a key of its own and at once, so that
 * nothing has to be read before it can be written and a background that dies between two steps loses neither.
 */
export function createPendingStore(area: SessionArea) {
  const pending = new Map<string, Pending>();
  /** Parts that came before the store was loaded, for requests that may turn out to be pending. */
  const early = new Map<string, Partial<Pending>>();
  let loaded: Promise<void> | undefined;
  let isLoaded = false;

  /** Reads what a former life of the background left behind. Resolves at once when done before. */
  function load(): Promise<void> {
    loaded ??= area.get(null).then((items) => {
      for (const [key, begun] of Object.entries(items)) {
        const id = key.startsWith('pending.begun.') ? key.slice('pending.begun.'.length) : undefined;
        if (id === undefined || pending.has(id)) continue;
        const known: Pending = { ...(begun as Begun), resumed: true };
        for (const part of parts) {
          const key = keyOf(part, id);
          if (part !== 'begun' && Object.hasOwn(items, key)) Object.assign(known, { [part]: items[key] });
        }
        pending.set(id, Object.assign(known, early.get(id)));
      }
      const strays = [...early.keys()].filter((id) => !pending.has(id)).map((id) => keyOf('answer', id));
      early.clear();
      isLoaded = true;
      if (strays.length > 0) return area.remove(strays);
    });
    return loaded;
  }

  /** Stores a request. */
  function begin(begun: Begun): void {
    pending.set(begun.id, { ...begun });
    write({ [keyOf('begun', begun.id)]: begun });
  }

  /** Adds what was learned; nothing where the request is not pending. */
  function note<Name extends Exclude<Part, 'begun'>>(
    id: string,
    part: Name,
    value: NonNullable<Pending[Name]> | null,
  ): void {
    const known = pending.get(id);
    if (known) Object.assign(known, { [part]: value });
    else if (isLoaded) return;
    else early.set(id, { ...early.get(id), [part]: value });
    write({ [keyOf(part, id)]: value });
  }

  /**
   * Nobody waits for a write: it is on its way when this returns, reaches the browser even if the background dies now,
   * and writes keep their order. One that fails (no memory left) leaves what is known in this life.
   */
  function write(items: Record<string, unknown>): void {
    area.set(items).catch(() => undefined);
  }

  /** Ends a request. */
  function forget(id: string): Promise<void> {
    pending.delete(id);
    return area.remove(parts.map((part) => keyOf(part, id)));
  }

  return {
    load,
    begin,
    note,
    forget,
    get: (id: string) => pending.get(id),
    all: () => [...pending.values()],
    /** Whether the request is known or may still turn out to be. */
    mayHold: (id: string) => pending.has(id) || !isLoaded,
  };
}

export type PendingStore = ReturnType<typeof createPendingStore>;
