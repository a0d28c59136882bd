import type { TabMessages } from '../../messages.ts';
import type { Held } from './held.ts';

export type Asked = TabMessages['gesture']['input'];

/** Clocks of browser and page may differ by a moment. */
const slack = 50;

/**
 * The gesture that a request most likely came from: what hit the request's control or belongs to the thing the request
 * names goes before what is merely the latest.
 */
export function choose(ring: readonly Held[], asked: Asked): Held | undefined {
  const candidates = ring.filter((held) => isInTime(held, asked));
  const latest = candidates.at(-1);
  if (latest?.gesture.private) return latest;
  // Sorting keeps the order of equals, so the last one is the latest of the best.
  return candidates.sort((one, other) => pointsOf(one, asked) - pointsOf(other, asked)).at(-1);
}

const hits = (held: Held, { actions }: Asked) => held.gesture.controls.some(({ action }) => actions.includes(action));

function isInTime(held: Held, asked: Asked): boolean {
  const span = hits(held, asked) ? asked.within : asked.nearby;
  // A touch counts before its click only where it is on a known control: elsewhere it may be a scroll.
  if (held.tentative && held.pressed.size === 0) return false;
  return held.gesture.at <= asked.startedAt + slack && asked.startedAt - held.last <= span;
}

function pointsOf(held: Held, asked: Asked): number {
  const named = asked.mentions.some((mention) => Object.values(held.gesture.page).flat().some(isAbout(mention)));
  const taken = asked.actions.some((action) => held.claimed.has(action));
  return (named ? 4 : 0) + (hits(held, asked) ? 3 : 0) + (taken ? 0 : 1);
}

/** Whether a reading is the mentioned id or an address with it. */
const isAbout = (mention: string) => (reading: string) =>
  reading === mention || reading.split(/[/?&=#]/).includes(mention);
