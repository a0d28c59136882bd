import type { Contribution } from '../ledger/entry.ts';
import type { TabMessages } from '../messages.ts';
import { type Answer, contributionOf, type Refusal } from '../sites/contribution.ts';
import type { CompiledSite, Match, SiteIndex } from '../sites/engine.ts';
import { many, valueKey } from '../sites/engine.ts';
import { allHold } from '../sites/resolve.ts';
import type { Action, Site } from '../sites/schema.ts';
import type { Gesture, Outcome } from './gesture.ts';
import type { Begun, Pending, PendingStore } from './pending.ts';
import {
  answerGivenUp,
  answerMissing,
  earlierFirst,
  flipMustStand,
  lastWord,
  withinAnyGesture,
  withinPress,
} from './times.ts';

/** What became of something that looked like a contribution, for the health of its site. */
export type Fate =
  | { site: string; what: 'recorded'; pressed: boolean }
  | { site: string; what: 'no-gesture' }
  | { site: string; what: 'no-request' }
  | { site: string; what: 'refused'; why: Refusal };

/** What the correlator needs of the world. Everything in it may fail or be slow. */
export interface World {
  index: SiteIndex;
  store: PendingStore;
  now(): number;
  wait(milliseconds: number): Promise<void>;
  /** Resolves when it is known what the person allows, and what the page of this request runs. */
  ready(begun?: Begun): Promise<void>;
  /** Whether this site may be recorded on this host now (consent, pause, switch). */
  allows(match: { site: string; host: string }, origin: string | undefined): boolean;
  /** Throws where the page is too busy to say; it is asked again then. */
  askGesture(begun: Begun, input: TabMessages['gesture']['input']): Promise<Gesture | null>;
  askOutcome(begun: Begun, input: TabMessages['outcome']['input']): Promise<Outcome | null>;
  /** Gestures that pages told before they went, newest last. */
  leavings(tab: number): Promise<Gesture[]>;
  /** Puts contributions into the ledger in one transaction; what is there already is not put there again. */
  append(contributions: Contribution[]): Promise<void>;
  /** Whether the background may have been dead at this instant, so that a request went by unseen. */
  mayHaveMissed(at: number): Promise<boolean>;
  tell(fate: Fate): void;
  /** Called with whether anything is pending, whenever that may have changed. */
  pending(any: boolean): void;
}

/**
 * Brings together what belongs together: a request, the gesture it came from, the answer, and what the page shows
 * after it. Each step is stored before the next begins, so a background that starts again goes on where it was.
 */
export function createCorrelator(world: World) {
  const { index, store } = world;
  const running = new Map<string, { again: boolean }>();
  /** Requests that let an earlier act on the same thing go first. */
  const waiting = new Set<string>();
  /** Requests that were answered: what a redirect leads to is not another act. */
  const answeredIds = new Set<string>();

  function began(begun: Begun): void {
    if (answeredIds.has(begun.id)) return;
    store.begin(begun);
    world.pending(true);
    void advance(begun.id);
  }

  function answered(id: string, answer: Answer): void {
    if (!store.mayHold(id) || store.get(id)?.answer) return;
    answeredIds.add(id);
    if (answeredIds.size > 512) answeredIds.delete(answeredIds.values().next().value as string);
    store.note(id, 'answer', answer);
    void advance(id);
  }

  /** The request ended without an answer: offline, cancelled, blocked. */
  function failed(id: string): void {
    if (store.mayHold(id)) void store.load().then(() => (store.get(id) ? end(id) : undefined));
  }

  /** A page told a gesture before it went: requests that found none may have been waiting for it. */
  async function left(tab: number): Promise<void> {
    await store.load();
    for (const { id, gesture, tab: of } of store.all()) if (of === tab && !gesture) await advance(id);
  }

  /** Goes on with everything that is pending. */
  async function resume(): Promise<void> {
    await Promise.all([store.load(), world.ready()]);
    await Promise.all(store.all().map(({ id }) => advance(id)));
    world.pending(store.all().length > 0);
  }

  /** Takes as many steps as can be taken now; one at a time for each request. */
  async function advance(id: string): Promise<void> {
    const already = running.get(id);
    if (already) {
      already.again = true;
      return;
    }
    const run = { again: false };
    running.set(id, run);
    try {
      await store.load();
      await world.ready(store.get(id));
      do {
        run.again = false;
        for (let pending = store.get(id); pending && (await step(pending)); pending = store.get(id));
      } while (run.again);
    } catch {
      // What is stored stays and is tried again by the next event or alarm.
    } finally {
      running.delete(id);
    }
  }

  async function end(id: string): Promise<void> {
    await store.forget(id);
    world.pending(store.all().length > 0);
  }

  /** One step; true if another may follow at once. */
  async function step(pending: Pending): Promise<boolean> {
    const { id } = pending;
    const acts = actsOf(pending);
    const age = world.now() - pending.startedAt;
    if (acts.length === 0 || (age > answerGivenUp && !(pending.gesture && pending.answer))) {
      await end(id);
      return false;
    }
    if (pending.gesture === undefined) {
      store.note(id, 'gesture', await findGesture(pending, acts));
      return true;
    }
    const lost = pending.resumed === true && age > answerMissing;
    if (!pending.answer && !lost) return false;
    if (pending.gesture === null) {
      // The page's last word may have come in the meantime.
      const late = await lastGesture(pending, acts);
      if (late) {
        store.note(id, 'gesture', late);
        return true;
      }
      for (const { site } of acts) world.tell({ site: site.id, what: 'no-gesture' });
      await end(id);
      return false;
    }
    if (pending.outcome === undefined && mayStillCount(acts, pending)) {
      store.note(id, 'outcome', await findOutcome(pending, pending.gesture, acts));
      return true;
    }
    if (store.all().some((other) => comesFirst(other, pending, world.now()))) {
      lookAgain(id);
      return false;
    }
    await record(acts, pending, pending.gesture);
    await end(id);
    // What came after it on the same thing may have waited for it.
    for (const later of store.all()) if (later.answer) void advance(later.id);
    return false;
  }

  /** Once, for the case that an earlier act never ends: what follows it must not wait for ever. */
  function lookAgain(id: string): void {
    if (waiting.has(id)) return;
    waiting.add(id);
    void world.wait(earlierFirst).then(() => {
      waiting.delete(id);
      return advance(id);
    });
  }

  /** The acts in a request that the person allows to be recorded, with their definitions. */
  function actsOf({ matches, origin }: Begun): Act[] {
    return matches.flatMap((match) => {
      const { site, actions } = index.byId.get(match.site) ?? ({} as Partial<CompiledSite>);
      const action = actions?.get(match.action);
      return site && action && world.allows(match, origin) ? [{ site, action, match }] : [];
    });
  }

  async function findGesture(pending: Pending, acts: readonly Act[]): Promise<Gesture | null> {
    const told = await world.askGesture(pending, question(pending, acts));
    if (told) return told;
    const last = await lastGesture(pending, acts);
    if (last || !pending.unloads) return last;
    await world.wait(lastWord);
    return lastGesture(pending, acts);
  }

  /** Of the gestures that the tab's pages told before they went, the one this request came from. */
  async function lastGesture(pending: Pending, acts: readonly Act[]): Promise<Gesture | null> {
    const { within, nearby, actions } = question(pending, acts);
    const inTime = (await world.leavings(pending.tab)).filter(({ at, controls, type }) => {
      const hit = controls.some(({ action }) => actions.includes(action));
      // Any press may have sent a form; but what the next page sends of itself does not come from the link to it.
      if (!hit && !pending.unloads && type !== 'submit') return false;
      return at <= pending.startedAt + lastWord && pending.startedAt - at <= (hit ? within : nearby);
    });
    return (
      inTime.findLast(({ controls }) => controls.some(({ action }) => actions.includes(action))) ??
      inTime.at(-1) ??
      null
    );
  }

  function question({ startedAt }: Begun, acts: readonly Act[]): TabMessages['gesture']['input'] {
    const spans = acts.map(({ action }) => action.within ?? 0);
    return {
      startedAt,
      within: Math.max(withinPress, ...spans),
      nearby: Math.max(withinAnyGesture, ...spans),
      actions: acts.map(({ action }) => action.id),
      mentions: [...new Set(acts.flatMap(({ match }) => Object.values(match.values).flat()))].filter(looksLikeId),
      takesEffort: acts.some(({ action }) => isWritten.has(action.kind)),
    };
  }

  async function findOutcome(pending: Pending, gesture: Gesture, acts: readonly Act[]): Promise<Outcome | null> {
    // A redirected document has replaced the page that could tell.
    if (pending.unloads && pending.answer?.location !== undefined) return null;
    const want: Record<string, 'on' | 'off'> = {};
    for (const { action, match } of acts) {
      const state = wanted(action, match);
      if (state) want[action.id] = state;
    }
    const hidden = acts.some(({ action }) => action.refusal === 'hidden');
    return world.askOutcome(pending, {
      gesture: gesture.id,
      actions: acts.map(({ action }) => action.id),
      want,
      settle: hidden ? flipMustStand : 0,
    });
  }

  async function record(acts: readonly Act[], pending: Pending, gesture: Gesture): Promise<void> {
    const contributions: Contribution[] = [];
    const fates: Fate[] = [];
    for (const { site, action, match } of acts) {
      const result = contributionOf(site, action, { match, ...told(pending, gesture) });
      if ('refused' in result) fates.push({ site: site.id, what: 'refused', why: result.refused });
      else {
        contributions.push(keyed(result.contribution, gesture, action));
        fates.push({ site: site.id, what: 'recorded', pressed: pressed(gesture, action) });
      }
    }
    if (contributions.length > 0) await world.append(contributions);
    for (const fate of fates) world.tell(fate);
  }

  /**
   * A known control flipped and no request asked for the gesture. Recorded as `seen` where the definition takes the
   * flip alone, or where the background may have been dead when the request went by; otherwise only counted.
   */
  async function unclaimed(site: Site, gesture: Gesture, outcome: Outcome): Promise<void> {
    await world.ready();
    if (!world.allows({ site: site.id, host: new URL(gesture.url).host }, undefined)) return;
    const missed = await world.mayHaveMissed(gesture.at);
    const contributions = site.actions
      .filter((action) => pressed(gesture, action) && (missed || many(action.control).some(({ alone }) => alone)))
      .map((action) => ({ action, result: contributionOf(site, action, { gesture, outcome }) }))
      .flatMap(({ action, result }) => ('refused' in result ? [] : [keyed(result.contribution, gesture, action)]));
    if (contributions.length > 0) await world.append(contributions);
    world.tell(
      contributions.length > 0
        ? { site: site.id, what: 'recorded', pressed: true }
        : { site: site.id, what: 'no-request' },
    );
  }

  /** Forgets everything that is pending. */
  async function drop(): Promise<void> {
    await store.load();
    await Promise.all(store.all().map(({ id }) => end(id)));
  }

  return { began, answered, failed, left, unclaimed, resume, drop };
}

export type Correlator = ReturnType<typeof createCorrelator>;

interface Act {
  site: Site;
  action: Action;
  match: Match;
}

const isWritten = new Set(['review', 'answer', 'comment', 'post', 'share', 'edit', 'code-review']);

/**
 * Acts on one thing reach the ledger in the order in which they were done: an undo stored before what it takes back
 * would take back nothing. Requests are about one thing where they share anything that could be its name.
 */
function comesFirst(other: Pending, pending: Pending, now: number): boolean {
  if (other.startedAt >= pending.startedAt || now - other.startedAt > earlierFirst || other.gesture === null)
    return false;
  const names = new Set(namesIn(pending));
  return namesIn(other).some((name) => names.has(name));
}

const namesIn = ({ matches }: Begun): string[] =>
  matches.flatMap(({ site, values }) =>
    Object.values(values)
      .flat()
      .filter((value) => looksLikeId(value) || /^\d+$/.test(value))
      .map((value) => `${site} ${value}`),
  );

const looksLikeId = (value: string) => value.length >= 3 && value.length <= 128 && !/\s/.test(value);

const pressed = (gesture: Gesture, action: Action) => gesture.controls.some((control) => control.action === action.id);

/** A gesture leads to one entry of an action, however often the request is sent or the step repeated. */
const keyed = (contribution: Contribution, gesture: Gesture, action: Action): Contribution => ({
  ...contribution,
  key: `${gesture.id}/${action.id}`,
});

function told({ answer, outcome }: Pending, gesture: Gesture) {
  return { gesture, ...(answer ? { answer } : {}), ...(outcome ? { outcome } : {}) };
}

/** Whether asking the page is worth the wait: a refusal that is certain already needs no second witness. */
function mayStillCount(acts: readonly Act[], pending: Pending): boolean {
  const { gesture, answer } = pending;
  if (!gesture) return false;
  if (!answer) return true;
  return acts.some(({ site, action, match }) => {
    const result = contributionOf(site, action, { match, gesture, answer });
    return !('refused' in result) || result.refused === 'unclear' || result.refused === 'no-object';
  });
}

/** The state an act leads to, where the request tells it. */
function wanted(action: Action, match: Match): 'on' | 'off' | undefined {
  if (action.undo === 'toggle') return undefined;
  const takesBack =
    action.undo === true ||
    (Array.isArray(action.undo) && allHold(action.undo, (pointer, via) => match.values[valueKey(pointer, via)]));
  return takesBack ? 'off' : 'on';
}
