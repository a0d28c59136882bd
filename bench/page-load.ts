import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CDPSession, Page } from '@playwright/test';
import { type ChromiumBrowser, launchChromium } from '../tests/browser/chromium.ts';
import { openWorld } from '../tests/browser/world.ts';
import type { Measurement } from './measurement.ts';

const address = 'https://x.com/home';
const loads = 60;
/** After the load event the page is left alone this long, so that everything the extension does counts. */
const quiet = 250;

/**
 * What the watcher costs a page while it loads, against an extension whose content script is empty: the same page of
 * 400 posts, in two browsers that take turns. Measured is the time the page's own process spends on tasks, which
 * holds parsing, style, layout and scripts of page and extension.
 */
export async function measurePageLoad(extension = '.output/chrome-mv3-e2e'): Promise<Measurement[]> {
  const empty = await emptyExtension();
  const world = await openWorld();
  world.tell(({ url }) =>
    url.hostname === 'x.com' ? { headers: { 'content-type': 'text/html' }, body: timeline } : undefined,
  );
  const browsers: ChromiumBrowser[] = [];
  try {
    const lanes: Lane[] = [];
    for (const path of [empty, extension]) {
      const browser = await launchChromium({ extension: path, hostsTo: world.port });
      browsers.push(browser);
      lanes.push(await laneIn(browser));
    }
    for (let load = -5; load < loads; load++) for (const lane of lanes) await lane.load(load >= 0);
    const [floor, watched] = lanes.map(({ tasks }) => median(tasks)) as [number, number];
    const [without, script] = lanes.map(({ scripts }) => median(scripts)) as [number, number];
    return [
      {
        name: 'load a page of 400 posts with the watcher',
        value: watched / floor,
        unit: '×',
        floor: { name: 'with an empty content script (ms of the page)', value: floor },
        budget: { most: 1.5 },
      },
      {
        name: 'script time of the watcher in that load',
        value: script - without,
        unit: 'ms',
        floor: { name: 'script time with an empty content script (ms)', value: without },
        budget: { most: 10 },
      },
    ];
  } finally {
    await Promise.all(browsers.map((browser) => browser.close()));
    await world.close();
    await rm(empty, { recursive: true, force: true });
  }
}

interface Lane {
  tasks: number[];
  scripts: number[];
  load(counts: boolean): Promise<void>;
}

async function laneIn(browser: ChromiumBrowser): Promise<Lane> {
  const page = await browser.context.newPage();
  const session = await browser.context.newCDPSession(page);
  await session.send('Performance.enable');
  const lane: Lane = { tasks: [], scripts: [], load: (counts) => loadOnce(page, session, counts ? lane : undefined) };
  return lane;
}

async function loadOnce(page: Page, session: CDPSession, lane: Lane | undefined): Promise<void> {
  await page.goto(address, { waitUntil: 'load' });
  await page.waitForTimeout(quiet);
  const { TaskDuration, ScriptDuration } = await metrics(session);
  lane?.tasks.push(TaskDuration);
  lane?.scripts.push(ScriptDuration);
}

/** Milliseconds since the document began: with each document Chromium counts anew. */
async function metrics(session: CDPSession): Promise<Record<'TaskDuration' | 'ScriptDuration', number>> {
  const { metrics: found } = await session.send('Performance.getMetrics');
  const of = (wanted: string) => (found.find(({ name }) => name === wanted)?.value ?? Number.NaN) * 1000;
  return { TaskDuration: of('TaskDuration'), ScriptDuration: of('ScriptDuration') };
}

/** An extension that does nothing but be there. */
async function emptyExtension(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'empty-extension-'));
  const script = { matches: ['*://*/*'], js: ['empty.js'], all_frames: true, run_at: 'document_start' };
  const manifest = {
    manifest_version: 3,
    name: 'Empty',
    version: '1',
    background: { service_worker: 'background.js' },
    content_scripts: [script],
  };
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
  await writeFile(join(folder, 'empty.js'), '');
  await writeFile(join(folder, 'background.js'), '');
  return folder;
}

const post = (id: number) => `<article data-testid="tweet" role="article" tabindex="0"><div data-testid="User-Name">
  <a href="/ada"><span>Ada</span></a><a href="/ada"><span>@ada</span></a><a href="/ada/status/${id}"><time>1h</time></a></div>
  <div data-testid="tweetText" lang="en">Swifts are back over the old mill, number ${id}.</div>
  <div role="group"><button data-testid="reply"><svg></svg></button><button data-testid="retweet"><svg></svg></button>
  <button data-testid="like"><svg></svg></button><button data-testid="bookmark"><svg></svg></button></div></article>`;
const timeline = `<!doctype html><meta charset="utf-8"><title>Home</title><main>${Array.from({ length: 400 }, (_, id) => post(id)).join('')}</main>`;

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
