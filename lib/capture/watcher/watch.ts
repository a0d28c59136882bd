import type { TabMessages, WatcherMessages } from '../../messages.ts';
import type { Gesture, Profile } from '../gesture.ts';
import {
  gestureKept,
  gesturesKept,
  saidAgain,
  saidAgainMost,
  sameGesture,
  submitFollows,
  unclaimedAfter,
} from '../times.ts';
import { createEffort } from './effort.ts';
import { extend, type Held, hold, type Moment, noteExisting } from './held.ts';
import { outcomeNow, watchOutcome } from './outcome.ts';
import { elementsOf, nearest } from './path.ts';
import { privacyOf } from './private.ts';
import { probesThatHold } from './probe.ts';
import { type Asked, choose } from './ring.ts';
import { follows, keyActOf } from './same-act.ts';

/** What the watcher needs of the world. */
export interface Surroundings {
  window: Window & typeof globalThis;
  now(): number;
  id(): string;
  /** Says something to the background; undefined or a rejection where nobody heard it. */
  send(message: { name: string; input: unknown }): Promise<unknown>;
  /** False once the extension was updated or removed: nobody will ever answer. */
  alive(): boolean;
}

export interface Watcher {
  /** Answers the background; undefined where this frame has nothing to say. */
  receive(message: unknown): Promise<unknown> | undefined;
  stop(): void;
}

/** What must be taken down while an event is on its way: afterwards it no longer knows its path. */
interface Seen {
  at: number;
  path: Element[];
  url: string;
  /** The person did something a moment ago: browsers call it transient activation. */
  active: boolean;
}

/**
 * Watches one frame: notices trusted gestures, remembers them for a minute, answers the background's questions.
 * Reads the page and never writes to it, requests nothing, patches nothing.
 */
export function startWatcher({ window, now, id, send, alive }: Surroundings): Watcher {
  const { document } = window;
  /** Its own signal: a page can end the context of a content-script framework with a forged event. */
  let listening: AbortController;
  /** undefined while the background has not said which site this is. */
  let profile: Profile | undefined;
  let isPrivate: ReturnType<typeof privacyOf>;
  let effort: ReturnType<typeof createEffort>;
  let ring: Held[] = [];
  /** Resolves when the site is known; acts and questions of the first moments wait for it. */
  let identified: Promise<void>;

  // ── which site is this? ──

  async function identify(signal: AbortSignal): Promise<void> {
    const ask = (signals?: string[]) => tell('page', { url: address(), signals }, signal);
    let answer = await ask();
    if (answer && 'probes' in answer) answer = await ask(await probesThatHold(answer.probes, window, signal));
    if (signal.aborted) return;
    if (!answer || 'probes' in answer) return stop();
    profile = answer.profile;
    isPrivate = privacyOf(profile);
    effort = createEffort(profile.composers, now);
  }

  /** Frames without an address of their own (`srcdoc`) belong to the page around them. */
  const address = () => (/^http/.test(document.URL) ? document.URL : document.baseURI);

  /** Says something until it is heard; null where nobody will ever hear it. */
  async function tell<Name extends keyof WatcherMessages>(
    name: Name,
    input: WatcherMessages[Name]['input'],
    signal: AbortSignal,
  ): Promise<WatcherMessages[Name]['output'] | null> {
    for (let pause = saidAgain; !signal.aborted; pause = Math.min(pause * 2, saidAgainMost)) {
      if (!alive()) stop();
      // A background that dies as it wakes leaves a question without any answer.
      const enough = new Promise<undefined>((resume) => window.setTimeout(resume, pause));
      const answer = await Promise.race([send({ name, input }), enough]).catch(() => undefined);
      if (answer !== undefined) return answer as WatcherMessages[Name]['output'];
      await enough;
    }
    return null;
  }

  // ── gestures ──

  /** Listens for trusted events of one type, before the page does. */
  function on<Type extends keyof WindowEventMap>(
    type: Type,
    react: (event: WindowEventMap[Type], seen: Seen, known: Profile) => void,
  ): void {
    const listener = (event: WindowEventMap[Type]) => {
      if (!event.isTrusted) return;
      const active = window.navigator.userActivation?.isActive ?? true;
      const seen = { at: now(), path: elementsOf(event), url: address(), active };
      const act = (known: Profile) => {
        // Nothing is measured where messages are private.
        if (!isPrivate(seen.url, seen.path)) effort.touch(seen.path);
        react(event, seen, known);
      };
      if (profile) act(profile);
      else void identified.then(() => profile && act(profile));
    };
    window.addEventListener(type, listener, { capture: true, passive: true, signal: listening.signal });
  }

  const momentOf = ({ at, path, url }: Seen, type: Gesture['type'], reach: Moment['reach']): Moment => ({
    id: id(),
    at,
    type,
    reach,
    path,
    url,
    zone: -new Date(at).getTimezoneOffset(),
    private: isPrivate(url, path),
  });

  function begin(known: Profile, moment: Moment): Held {
    const opener = ring.at(-1)?.spot;
    const held = hold(known, document, { ...moment, opener, composed: effort.at(moment.path) });
    ring = [...ring.filter((one) => moment.at - one.last < gestureKept), held].slice(-gesturesKept);
    watchUnclaimed(held, known);
    return held;
  }

  const goOn = (held: Held, known: Profile, moment: Moment) =>
    extend(held, known, document, { ...moment, opener: ring.at(-2)?.spot });

  function onPointerDown(event: PointerEvent, seen: Seen, known: Profile): void {
    // Some sites act on the press already, so it counts; a finger on the glass may only scroll.
    if (event.button === 0) begin(known, momentOf(seen, 'click', 'press')).tentative = event.pointerType === 'touch';
  }

  function onPointerCancel(): void {
    ring = ring.filter(({ tentative }) => !tentative);
  }

  function onClick(_event: MouseEvent, seen: Seen, known: Profile): void {
    const moment = momentOf(seen, 'click', 'press');
    let last = ring.at(-1);
    if (last && follows(last.spot.path, seen.path)) goOn(last, known, moment);
    // A click that no press and no key explains is assistive technology's, or a script's by way of a label.
    else if (seen.active && (!last || seen.at - last.last > sameGesture)) last = begin(known, moment);
    else return;
    if (last.pressed.size > 0 && nearest(seen.path, 'a[href]')) leave(last);
  }

  function onKeyDown(event: KeyboardEvent, seen: Seen, known: Profile): void {
    const act = keyActOf(event, seen.path[0]);
    if (act) begin(known, momentOf(seen, 'key', act === 'shortcut' ? 'none' : act));
  }

  function onSubmit({ submitter }: SubmitEvent, seen: Seen, known: Profile): void {
    const [form] = seen.path;
    const last = ring.at(-1);
    // `requestSubmit()` makes trusted submits without anybody: only what follows a gesture is one.
    if (!form || !last || seen.at - last.last > submitFollows) return;
    const path = submitter ? [submitter, ...seen.path] : seen.path;
    goOn(last, known, momentOf({ ...seen, path }, 'submit', follows(last.spot.path, path) ? 'submit' : 'none'));
    last.gesture.type = 'submit';
    leave(last);
  }

  // ── what cannot wait ──

  /** A gesture that may end the page is told at once: nobody can be asked later. */
  function leave({ gesture }: Held): void {
    if (!gesture.private) send({ name: 'leaving', input: { gesture } }).catch(() => {});
  }

  function onPageHide(): void {
    for (const held of ring) {
      // Claimed ones too: the answer to the question may have been lost with the page.
      if (!held.tentative && now() - held.last < unclaimedAfter) leave(held);
    }
  }

  /** A known control that flipped although no request asked for the gesture: the background counts it, or records it. */
  function watchUnclaimed(held: Held, known: Profile): void {
    const { signal } = listening;
    const { gesture, before, claimed } = held;
    window.setTimeout(() => {
      if (signal.aborted || claimed.size > 0 || held.tentative || gesture.private) return;
      const actions = gesture.controls.map(({ action }) => action);
      const { outcome } = outcomeNow(held, { actions, want: {}, settle: 0 }, known, document);
      const flipped = ({ action, state }: Gesture['controls'][number]) =>
        state && outcome.states[action] && outcome.states[action] !== before[action];
      if (gesture.controls.some(flipped)) void tell('unclaimed', { site: known.site, gesture, outcome }, signal);
    }, unclaimedAfter);
  }

  // ── questions ──

  function receive(message: unknown): Promise<unknown> | undefined {
    const { name, input } = message as { name?: keyof TabMessages; input?: unknown };
    if (name === 'changed') {
      stop();
      start();
      return undefined;
    }
    if (!profile) return listening.signal.aborted ? undefined : identified.then(() => receive(message));
    if (name === 'gesture') {
      const held = choose(ring, input as Asked);
      return held && Promise.resolve(claim(held, input as Asked, profile));
    }
    if (name !== 'outcome') return undefined;
    const asked = input as TabMessages['outcome']['input'];
    const held = ring.find(({ gesture }) => gesture.id === asked.gesture);
    return held && watchOutcome(held, asked, profile, window);
  }

  function claim(held: Held, { actions, takesEffort }: Asked, known: Profile): Gesture {
    for (const action of actions) held.claimed.add(action);
    if (!held.gesture.private) noteExisting(held, actions, known, document);
    if (takesEffort && held.composer) effort.taken(held.composer);
    return held.gesture;
  }

  // ── life ──

  function start(): void {
    listening = new AbortController();
    on('pointerdown', onPointerDown);
    on('pointercancel', onPointerCancel);
    on('click', onClick);
    on('keydown', onKeyDown);
    on('submit', onSubmit);
    on('input', () => {});
    on('pagehide', onPageHide);
    identified = identify(listening.signal);
  }

  function stop(): void {
    listening.abort();
    ring = [];
    profile = undefined;
  }

  start();
  return { receive, stop };
}
