import { idleCut } from '../times.ts';
import { fits, nearest } from './path.ts';

export interface Effort {
  seconds: number;
  words: number;
}

interface Composing {
  /** Milliseconds of activity so far. */
  active: number;
  /** When the person was last active in it. */
  last: number;
  words: number;
}

const mostComposers = 8;
/** Longest text that is counted to the end. */
const longestCounted = 200_000;

/** How much work goes into the composers of a page: seconds of activity and a count of words, never keys or text. */
export function createEffort(selectors: readonly string[], now: () => number) {
  /** By composer, the one used last at the end. */
  const composings = new Map<Element, Composing>();

  /** The person did something in a field. */
  function touch(path: readonly Element[]): void {
    const composer = selectors.length > 0 && nearest(path, selectors.join());
    if (!composer) return;
    const at = now();
    const { active, last, words } = composings.get(composer) ?? { active: 0, last: at, words: 0 };
    composings.delete(composer);
    composings.set(composer, { active: active + Math.min(at - last, idleCut), last: at, words });
    for (const oldest of composings.keys()) if (composings.size > mostComposers) composings.delete(oldest);
  }

  /**
   * Effort at the moment of a gesture, in the composer that it closes: the nearest around it, the last one used among
   * equals, or where that is removed already just the last one used. Undefined where nothing was composed.
   */
  function at(path: readonly Element[]): { composer: Element; effort: Effort } | undefined {
    const latest = [...composings.keys()].reverse();
    const inside = path.flatMap((around) => latest.filter((one) => around.contains(one)));
    const [composer] = [...inside, ...latest];
    const composing = composer && composings.get(composer);
    if (!composing) return undefined;
    // Pages empty or remove a composer as they send: the last count stands then.
    composing.words = wordsIn(composer) || composing.words;
    const effort = { seconds: Math.round(composing.active / 1000), words: composing.words };
    return effort.seconds > 0 || effort.words > 0 ? { composer, effort } : undefined;
  }

  /** What was composed has become a contribution: the next one starts at nothing. */
  const taken = (composer: Element) => composings.delete(composer);

  return { touch, at, taken };
}

function wordsIn(composer: Element): number {
  let words = 0;
  for (const { isWordLike } of new Intl.Segmenter(undefined, { granularity: 'word' }).segment(textIn(composer))) {
    if (isWordLike) words++;
  }
  return words;
}

function textIn(composer: Element): string {
  const text = fits(composer, 'textarea,input')
    ? (composer as HTMLTextAreaElement).value
    : // Not `textContent`, in which the paragraphs of an editor run together.
      ((composer as HTMLElement).innerText ?? '');
  return text.slice(0, longestCounted);
}
