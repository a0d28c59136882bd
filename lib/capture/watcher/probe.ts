import type { Probe } from '../gesture.ts';
import { type Finder, finder } from './path.ts';

/** Marks that a page's script may add late are looked for once more after this long. */
const lateBy = 2_000;

/** Ids of the sites whose marks the page bears; looked for again as the page grows, until one is there. */
export async function probesThatHold(probes: readonly Probe[], window: Window, signal: AbortSignal): Promise<string[]> {
  const { document } = window;
  for (let late = false; !signal.aborted; ) {
    if (document.readyState !== 'loading') {
      const find = finder();
      const found = probes.filter((probe) => probeHolds(probe, document, find)).map(({ site }) => site);
      if (found.length > 0 || late) return found;
    }
    late = document.readyState === 'complete';
    await new Promise((resume) => {
      if (late) window.setTimeout(resume, lateBy);
      else document.addEventListener('readystatechange', resume, { once: true });
    });
  }
  return [];
}

/** Whether any one mark of a probe is in the document. */
export const probeHolds = ({ signals }: Probe, document: Document, find: Finder): boolean =>
  signals.some((signal) =>
    find
      .all(document, signal.select)
      .some(
        (mark) => !('attr' in signal) || new RegExp(signal.matches, 'u').test(mark.getAttribute(signal.attr) ?? ''),
      ),
  );
