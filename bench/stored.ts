import { type ChromiumBrowser, launchChromium } from '../tests/browser/chromium.ts';
import { openWorld } from '../tests/browser/world.ts';
import { hostOf } from '../tests/capture/meadow.ts';
import type { Measurement } from './measurement.ts';

const host = 'meadow.example';
const acts = 120;
const warmUp = 10;

/**
 * From the site's answer to the entry on the disk: the act is pressed as a person presses it, the page flips its
 * button, and the time is taken from the response (as the page sees it come) until the entry can be read.
 */
export async function measureStored(extension = '.output/chrome-mv3-e2e'): Promise<Measurement[]> {
  const world = await openWorld();
  world.tell(
    hostOf(host, { posts: Array.from({ length: acts + warmUp }, (_, number) => String(1_000 + number)), script }),
  );
  const browser = await launchChromium({ extension, hostsTo: world.port });
  try {
    const times = (await timesIn(browser)).slice(warmUp).sort((a, b) => a - b);
    const at = (part: number) => times[Math.floor(times.length * part)] ?? Number.NaN;
    const floor = { name: 'the median', value: at(0.5) };
    return [
      { name: 'from the answer to the stored entry, p95', value: at(0.95), unit: 'ms', floor, budget: { most: 50 } },
    ];
  } finally {
    await browser.close();
    await world.close();
  }
}

/** Notes when the answer of each post came; the page's clock and the extension's are the same. */
const script = `
  window.answers = {};
  const send = window.fetch;
  window.fetch = async (path, ...more) => {
    const answer = await send(path, ...more);
    window.answers[path.split('/')[4]] = performance.timeOrigin + performance.now();
    return answer;
  };`;

async function timesIn(browser: ChromiumBrowser): Promise<number[]> {
  const own = await browser.extensionPage();
  await own.evaluate(watchLedger);
  // A freshly installed extension needs a moment until pages are watched; that is not what is measured here.
  await own.waitFor(isPlaced);
  const page = await browser.newPage();
  await page.goto(`https://${host}/home`);
  await page.see('[data-id="1000"] .star-icon');
  for (let number = 0; number < acts + warmUp; number++) {
    await page.click(`[data-id="${1_000 + number}"] .star-icon`);
    await own.waitFor((count) => Object.keys(globalThis.seen).length > count, number);
  }
  const answers = await page.evaluate(() => (globalThis as unknown as { answers: Record<string, number> }).answers);
  const seen = await own.evaluate(() => globalThis.seen);
  return Object.entries(seen).map(([id, at]) => at - (answers[id] ?? Number.NaN));
}

/** Runs in a page of the extension. */
async function isPlaced(): Promise<boolean> {
  const { chrome } = globalThis as unknown as {
    chrome: { scripting: { getRegisteredContentScripts(): Promise<unknown[]> } };
  };
  return (await chrome.scripting.getRegisteredContentScripts()).length > 0;
}

declare global {
  /** When each post's entry could be read first. */
  var seen: Record<string, number>;
}

/** Runs in a page of the extension: looks for new entries without pause. */
function watchLedger(): void {
  globalThis.seen = {};
  const opening = indexedDB.open('contrail');
  opening.onsuccess = () => {
    const look = () => {
      const newest = opening.result.transaction('entries').objectStore('entries').openCursor(null, 'prev');
      newest.onsuccess = () => {
        const id = newest.result?.value.object?.id;
        if (id !== undefined) globalThis.seen[id] ??= performance.timeOrigin + performance.now();
        setTimeout(look);
      };
    };
    look();
  };
}
