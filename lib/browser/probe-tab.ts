import { browser } from 'wxt/browser';
import type { Probe } from '../capture/gesture.ts';

/**
 * Looks for marks of software in the tab whose popup the person has just opened (that is what `activeTab` allows),
 * once, reading only.
 *
 * @returns ids of the sites whose marks the page bears; none where the browser lets nobody look
 */
export async function probeTab(tab: number, probes: Probe[]): Promise<string[]> {
  try {
    const [frame] = await browser.scripting.executeScript({
      target: { tabId: tab },
      func: sitesWhoseMarksAreHere,
      args: [probes],
    });
    return Array.isArray(frame?.result) ? frame.result.filter((id): id is string => typeof id === 'string') : [];
  } catch {
    return [];
  }
}

/** Runs inside the page, sent there as text, so it stands alone. */
function sitesWhoseMarksAreHere(probes: Probe[]): string[] {
  const bears = (signal: Probe['signals'][number]): boolean => {
    try {
      const found = [...document.querySelectorAll(signal.select)];
      if (!('attr' in signal)) return found.length > 0;
      const pattern = new RegExp(signal.matches, 'u');
      return found.some((element) => pattern.test((element.getAttribute(signal.attr) ?? '').slice(0, 512)));
    } catch {
      return false;
    }
  };
  return probes.filter(({ signals }) => signals.some(bears)).map(({ site }) => site);
}
