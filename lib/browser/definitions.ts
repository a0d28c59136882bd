import { compile, type SiteIndex } from '../sites/engine.ts';
import { genericSite } from '../sites/generic.ts';
import type { Site } from '../sites/schema.ts';

/**
 * The definitions in use, behind one index that stays the same object while what it holds is exchanged: everybody who
 * was handed it sees a new list at once.
 */
export interface Definitions {
  index: SiteIndex;
  /** Those that came with the extension. */
  shipped: readonly Site[];
  /** Resolves when what was stored is in use, or cannot be. Until then only the shipped ones are. */
  ready: Promise<void>;
  /** Puts definitions in the place of those in use, and tells the listeners: not of those that were stored already. */
  use(sites: readonly Site[]): void;
  /** The stored ones are in use now. */
  settled(): void;
  onChange(listener: () => void): void;
}

export function createDefinitions(shipped: readonly Site[]): Definitions {
  // The generic one stands last, so that no list can take its name.
  const compiled = (sites: readonly Site[]) => compile([...sites, genericSite()]);
  let used = compiled(shipped);
  const listeners: (() => void)[] = [];
  let isSettled = false;
  const { promise: ready, resolve } = Promise.withResolvers<void>();
  return {
    index: {
      get byId() {
        return used.byId;
      },
      get byHost() {
        return used.byHost;
      },
      get byDomain() {
        return used.byDomain;
      },
      get software() {
        return used.software;
      },
    },
    shipped,
    ready,
    settled() {
      isSettled = true;
      resolve();
    },
    use(sites) {
      used = compiled(sites);
      // A background starts many times a day: pages would forget what was just done in them each time.
      if (isSettled) for (const listener of listeners) listener();
    },
    onChange: (listener) => void listeners.push(listener),
  };
}
