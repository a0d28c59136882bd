import type { ControlState, Gesture, Profile, ProfileControl } from '../gesture.ts';
import type { Effort } from './effort.ts';
import { type Finder, finder } from './path.ts';
import { read, readAll } from './read.ts';
import { controlsHit, inheritedSpot, type Reach, type Spot, spotOf, stateOf } from './spot.ts';

/** A gesture with what only the page itself can keep: its elements. */
export interface Held {
  gesture: Gesture;
  /** When the last event of this one physical act came. */
  last: number;
  spot: Spot;
  pressed: Map<ProfileControl, Element>;
  /** State of each action's control before the act, pressed or not. */
  before: Record<string, ControlState>;
  /** Elements that were already there, of those whose appearance proves an action. */
  existing: Map<string, Set<Element>>;
  /** Actions whose request asked for this gesture. */
  claimed: Set<string>;
  composer?: Element;
  /** A touch that may still turn out to be a scroll. */
  tentative: boolean;
}

/** One event of an act. */
export interface Moment {
  id: string;
  at: number;
  type: Gesture['type'];
  reach: Reach | 'none';
  path: readonly Element[];
  url: string;
  /** Minutes east of UTC. */
  zone: number;
  private: boolean;
  /** Where the gesture before was: a popup belongs to what it was opened from. */
  opener?: Spot | undefined;
  composed?: { composer: Element; effort: Effort } | undefined;
}

/** Snaps the page at the moment of an act. Nothing is read in a private place. */
export function hold(profile: Profile, document: Document, moment: Moment): Held {
  const { id, at, type, url, zone, path, composed } = moment;
  const held: Held = {
    gesture: {
      id,
      at,
      type,
      url: url.slice(0, 4096),
      zone,
      controls: [],
      page: {},
      account: '',
      signedOut: false,
      private: false,
    },
    last: at,
    spot: { path },
    pressed: new Map(),
    before: {},
    existing: new Map(),
    claimed: new Set(),
    tentative: false,
  };
  snap(held, profile, document, moment, true);
  if (composed && !moment.private) {
    held.composer = composed.composer;
    held.gesture.effort = composed.effort;
  }
  return held;
}

/** One more event of the same physical act: a click after its press, a submit after its click. */
export function extend(held: Held, profile: Profile, document: Document, moment: Moment): void {
  held.last = moment.at;
  held.tentative = false;
  snap(held, profile, document, moment, false);
}

/** Reads what the event adds: the controls that it hits and, by the first event that hits any, the item and the page. */
function snap(held: Held, profile: Profile, document: Document, moment: Moment, first: boolean): void {
  const { gesture, pressed } = held;
  const { path, reach, opener } = moment;
  gesture.private ||= moment.private;
  if (gesture.private) {
    gesture.page = {};
    return;
  }
  const find = finder();
  const unknown = pressed.size === 0;
  for (const [control, element] of reach === 'none' ? [] : controlsHit(profile, path, reach, find))
    if (!pressed.has(control)) pressed.set(control, element);
  if (first || (unknown && pressed.size > 0)) {
    held.spot = inheritedSpot(spotOf(path, profile.items), opener);
    const { item, rule } = held.spot;
    const [control] = pressed.values();
    gesture.page = readAll(rule ? rule.read : profile.page, { document, item, control }, find);
    readAccount(gesture, profile, document, find);
  }
  noteBefore(held, profile, document, find);
}

function readAccount(gesture: Gesture, { account }: Profile, document: Document, find: Finder): void {
  if (!account) return;
  const name = read(account.name, { document }, find);
  gesture.account = [name ?? ''].flat()[0]?.slice(0, 256) ?? '';
  gesture.signedOut = account.signedOut !== undefined && find.one(document, account.signedOut) !== undefined;
}

/** States before the act, and what is there already of the elements whose appearance would prove it. */
function noteBefore(held: Held, profile: Profile, document: Document, find: Finder): void {
  const { gesture, pressed, before, spot } = held;
  for (const control of profile.controls) {
    // The state snapped first is the one before the act: later events may come after the page has reacted.
    before[control.action] ??= stateOf(control, spot, pressed.get(control), spot.item, find);
  }
  const actions = new Set([...pressed.keys()].map(({ action }) => action));
  gesture.controls = [...actions].slice(0, 32).map((action) => ({ action, state: before[action] ?? null }));
  noteExisting(held, actions, profile, document, find);
}

/** Remembers which elements are there before the act makes a new one. */
export function noteExisting(
  held: Held,
  actions: Iterable<string>,
  profile: Profile,
  document: Document,
  find = finder(),
): void {
  for (const action of actions) {
    if (!held.existing.has(action)) held.existing.set(action, new Set(proofsOf(held, action, profile, document, find)));
  }
}

/** The elements there are whose appearance would prove an action; `{account}` in a selector is the person's own name. */
export function proofsOf(
  { gesture: { account } }: Held,
  action: string,
  profile: Profile,
  document: Document,
  find: Finder,
): Element[] {
  const appears = profile.made[action]?.appears;
  if (appears === undefined || (account === '' && appears.includes('{account}'))) return [];
  const escaped = account.replace(/[^\w-]/gu, (sign) => `\\${sign.codePointAt(0)?.toString(16)} `);
  return find.all(
    document,
    appears.replaceAll('{account}', () => escaped),
  );
}
