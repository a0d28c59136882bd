import type { ControlState, Outcome, Profile } from '../gesture.ts';
import { outcomeWatched } from '../times.ts';
import { type Held, proofsOf } from './held.ts';
import { finder } from './path.ts';
import { readAll } from './read.ts';
import { currentItem, stateOf } from './spot.ts';

export interface Asked {
  actions: readonly string[];
  /** State each action leads to; an action without one is done when its control differs from before. */
  want: Readonly<Record<string, 'on' | 'off'>>;
  /** Milliseconds the new state must stand. */
  settle: number;
}

/** What the page shows of the asked actions right now. */
export function outcomeNow(held: Held, asked: Asked, profile: Profile, document: Document) {
  const find = finder();
  const item = currentItem(held.spot, held.gesture.page, document, find);
  const states: Record<string, ControlState> = {};
  let made: Outcome['made'];
  let done = true;
  for (const action of asked.actions) {
    let state: ControlState = null;
    for (const control of profile.controls) {
      if (state === null && control.action === action)
        state = stateOf(control, held.spot, held.pressed.get(control), item, find);
    }
    states[action] = state;
    const before = held.before[action];
    const rule = profile.made[action];
    const appeared = proofsOf(held, action, profile, document, find).find(
      (one) => !held.existing.get(action)?.has(one),
    );
    if (appeared) made ??= readAll(rule?.read ?? {}, { document, item: appeared }, find);
    const want = asked.want[action];
    const reached = want ? state === want : before && state && state !== before;
    // Nothing to wait for where the page has neither a control with a state nor a place for the new item.
    if ((rule?.appears || before || state) && !appeared && !reached) done = false;
  }
  return { outcome: { states, ...(made ? { made } : {}) } satisfies Outcome, done };
}

/**
 * Watches, around the item alone, whether the act took. Ends as soon as the new state has stood for `settle`, and
 * after three seconds at the latest.
 */
export function watchOutcome(held: Held, asked: Asked, profile: Profile, window: Window): Promise<Outcome> {
  const { document } = window;
  const { promise, resolve } = Promise.withResolvers<Outcome>();
  const observer = new MutationObserver(() => look(false));
  let settling: number | undefined;

  function finish(): void {
    observer.disconnect();
    window.clearTimeout(settling);
    window.clearTimeout(deadline);
    resolve(outcomeNow(held, asked, profile, document).outcome);
  }

  function look(stood: boolean): void {
    const { done } = outcomeNow(held, asked, profile, document);
    if (!done) {
      window.clearTimeout(settling);
      settling = undefined;
    } else if (stood || asked.settle === 0) finish();
    // A state that is no node (`:checked`) changes without a mutation: it is looked at again before it is believed.
    else settling ??= window.setTimeout(look, asked.settle, true);
  }

  const deadline = window.setTimeout(finish, outcomeWatched);
  for (const { root, deep } of rootsOf(held, asked, profile, document))
    observer.observe(
      root,
      deep ? { subtree: true, childList: true, attributes: true } : { childList: true, subtree: root === document },
    );
  look(false);
  return promise;
}

/** The item and its place among its siblings, into its shadow root; the whole document only where the created item may appear anywhere. */
function rootsOf({ spot, pressed }: Held, { actions }: Asked, profile: Profile, document: Document) {
  const roots: { root: Node; deep: boolean }[] = [];
  const [control] = pressed.values();
  for (const near of [spot.item, control?.parentElement]) {
    if (near) roots.push({ root: near, deep: true }, { root: near.parentNode ?? near, deep: false });
  }
  for (const root of [spot.item?.shadowRoot, control?.getRootNode()])
    if (root && root !== document) roots.push({ root, deep: true });
  if (actions.some((action) => profile.made[action]?.appears)) roots.push({ root: document, deep: false });
  return roots;
}
