import { resolve } from 'node:path';
import type { Page as PlaywrightPage } from '@playwright/test';
import { weekName, weekOf } from '../lib/report/calendar.ts';
import { demoData } from '../scripts/demo-data.ts';
import { type ChromiumBrowser, launchChromium } from '../tests/browser/chromium.ts';
import { bundle } from './in-chromium.ts';
import type { Measurement } from './measurement.ts';

const loads = 7;

/**
 * The dashboard over a large ledger: the first report, the filters and pages of the ledger, the memory. The profile is
 * filled once by `demo:data` and kept, so that a second run begins at once.
 */
export async function measureDashboard(entries: number, extension = '.output/chrome-mv3-e2e'): Promise<Measurement[]> {
  const profile = resolve(`.cache/bench-${entries}`);
  const until = '2026-11-21';
  const built = resolve(extension);
  const there = await demoData({ entries, years: 3, seed: 1, until, profile, extension: built }, console.log);
  const browser = await launchChromium({ extension: built, profile });
  try {
    const page = await browser.context.newPage();
    const firsts = await firstReports(page, browser, until);
    const { own, bare, rows } = await comparedReads(page, until);
    const turns = await ledgerTurns(page, browser);
    const heap = await heapOf(page, browser);
    const of = `${there} entries`;
    return [
      {
        name: `first report after the page has come, of ${of}`,
        value: median(firsts),
        unit: 'ms',
        floor: { name: `bare read of its ${rows} roll-ups`, value: median(bare) },
        budget: { most: 200 },
      },
      {
        name: `reading for the report, against the bare read, of ${of}`,
        value: median(own) / median(bare),
        unit: '×',
        floor: { name: 'bare read, ms', value: median(bare) },
        budget: { most: 1.5 },
      },
      ...Object.entries(turns).map(
        ([name, value]): Measurement => ({
          name: `ledger, ${name}, of ${of}`,
          value,
          unit: 'ms',
          budget: { most: 100 },
        }),
      ),
      { name: `memory of the dashboard, of ${of}`, value: heap / 1024, unit: 'KB', budget: { most: 150 * 1024 } },
    ];
  } finally {
    await browser.close();
  }
}

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

/** From the arrival of the page, so before its script starts, to the sentence of the report in the document; each load is a new one. */
async function firstReports(page: PlaywrightPage, { extensionUrl }: ChromiumBrowser, until: string): Promise<number[]> {
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (!document.querySelector('.report .sentence')) return;
      observer.disconnect();
      (window as unknown as { drawn: number }).drawn = performance.now();
    }).observe(document, { childList: true, subtree: true });
  });
  const times: number[] = [];
  for (let i = 0; i < loads; i++) {
    await page.goto('about:blank');
    await page.goto(extensionUrl(`dashboard.html#/week/${weekName(weekOf(until, 0))}`));
    await page.waitForSelector('.report .sentence');
    times.push(
      await page.evaluate(() => {
        const [loaded] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
        return (window as unknown as { drawn: number }).drawn - (loaded?.responseEnd ?? 0);
      }),
    );
  }
  return times;
}

async function comparedReads(page: PlaywrightPage, until: string) {
  const code = await bundle(new URL('./dashboard-page.ts', import.meta.url).pathname, 'iife', 'reading');
  await page.evaluate(`${code}; window.reading = reading;`);
  type Reads = typeof import('./dashboard-page.ts').reads;
  return page.evaluate(
    ([period, times]) => (window as unknown as { reading: { reads: Reads } }).reading.reads(period, times),
    [weekOf(until, 0), 21] as const,
  );
}

/** From the press to the first list that shows what was asked for. */
async function ledgerTurns(page: PlaywrightPage, { extensionUrl }: ChromiumBrowser): Promise<Record<string, number>> {
  const turns: Record<string, number[]> = {};
  for (let i = 0; i < loads; i++) {
    await page.goto('about:blank');
    await page.goto(extensionUrl('dashboard.html#/ledger'));
    await page.waitForSelector('.entries > li');
    const timed = async (name: string, act: string) => {
      const time = await page.evaluate(pressAndWait, act);
      turns[name] = [...(turns[name] ?? []), time];
    };
    await timed('an older page', 'nav.row .button:last-child');
    for (const nth of [1, 2, 5]) await timed(`family ${nth}`, `.chips .chip:nth-child(${nth})`);
    await page.click('.chips .chip:nth-child(5)');
    await page.waitForTimeout(300);
    await timed('a place', '.filters select');
  }
  return Object.fromEntries(Object.entries(turns).map(([name, times]) => [name, median(times)]));
}

/** Runs in the page: presses a control, or chooses the first place of a list, and waits until another list stands. */
function pressAndWait(selector: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const list = () => [...document.querySelectorAll('.entries > li')].map(({ id }) => id).join();
    const before = list();
    const control = document.querySelector<HTMLElement>(selector);
    const from = performance.now();
    const give = setTimeout(() => reject(new Error(`${selector} changed nothing`)), 20_000);
    new MutationObserver((_, observer) => {
      if (list() === before) return;
      observer.disconnect();
      clearTimeout(give);
      resolve(performance.now() - from);
    }).observe(document.body, { childList: true, subtree: true, attributes: true });
    if (control instanceof HTMLSelectElement) {
      control.selectedIndex = 1;
      control.dispatchEvent(new Event('change', { bubbles: true }));
    } else control?.click();
  });
}

async function heapOf(page: PlaywrightPage, { context }: ChromiumBrowser): Promise<number> {
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable');
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? Number.NaN;
}
