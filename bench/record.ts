import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chromium } from '@playwright/test';
import puppeteer from 'puppeteer-core';
import { findChromium, findFirefox } from '../scripts/browsers.ts';
import { bundle } from './in-chromium.ts';
import type { Measurement } from './measurement.ts';

/**
 * A record of 100,000 lines made and checked in a worker of a real browser, while the page beside it counts how long
 * it could not move, and this program how much memory the browser takes for it.
 */
export async function measureRecord(browser: 'chromium' | 'firefox'): Promise<Measurement[]> {
  const code = await bundle(new URL('./record-worker.ts', import.meta.url).pathname);
  const server = createServer((request, response) => {
    const { url } = request;
    response.setHeader('content-type', url === '/' ? 'text/html' : 'text/javascript');
    if (url === '/measure.js') response.end(code);
    else if (url === '/worker.js') response.end(worker);
    else response.end('<!doctype html><title>Measuring</title>');
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  const { page, processes, close } = await open(browser, `http://127.0.0.1:${port}/`);
  let most = 0;
  let least = Number.POSITIVE_INFINITY;
  const watch = setInterval(() => {
    const now = processes().reduce((sum, pid) => sum + residentKilobytes(pid), 0);
    most = Math.max(most, now);
    least = Math.min(least, now);
  }, 100);
  try {
    const { measurements, gap } = await page.evaluate(inPage);
    return [
      ...measurements.map((one) => ({ ...one, name: `${browser}: ${one.name}` })),
      { name: `${browser}: longest pause of the page meanwhile`, value: gap, unit: 'ms', budget: { most: 50 } },
      {
        name: `${browser}: memory over that of the empty page`,
        value: most - least,
        unit: 'KB',
        budget: { most: 300 * 1024 },
      },
    ];
  } finally {
    clearInterval(watch);
    await close();
    server.close();
  }
}

const worker = `import measure from '/measure.js';
measure((step) => postMessage({ step })).then(
  (measurements) => postMessage({ measurements }),
  (error) => postMessage({ failed: String(error?.stack ?? error) }),
);`;

interface Answer {
  measurements: Measurement[];
  gap: number;
}

/** Runs in the page: starts the worker and asks for a turn all the time; the longest wait is the pause. */
function inPage(): Promise<Answer> {
  return new Promise((resolve, reject) => {
    let gap = 0;
    let last = performance.now();
    let counts = false;
    const channel = new MessageChannel();
    const turn = () => {
      const now = performance.now();
      if (counts) gap = Math.max(gap, now - last);
      last = now;
      setTimeout(() => channel.port2.postMessage(0), 4);
    };
    channel.port1.onmessage = turn;
    turn();
    const job = new Worker('/worker.js', { type: 'module' });
    job.onerror = (event) => reject(new Error(event.message));
    job.onmessage = ({ data }) => {
      if (data.step) counts = data.step === 'making' || data.step === 'checking';
      else if (data.failed) reject(new Error(data.failed));
      else resolve({ measurements: data.measurements, gap });
    };
  });
}

interface Opened {
  page: { evaluate(work: () => Promise<Answer>): Promise<Answer> };
  /** Ids of the browser's processes that run pages. */
  processes(): number[];
  close(): Promise<void>;
}

async function open(browser: 'chromium' | 'firefox', url: string): Promise<Opened> {
  if (browser === 'firefox') {
    const opened = await puppeteer.launch({
      browser: 'firefox',
      executablePath: findFirefox().path,
      headless: true,
      protocolTimeout: 900_000,
    });
    const page = await opened.newPage();
    await page.goto(url);
    const root = opened.process()?.pid ?? 0;
    return { page, processes: () => pageProcesses(root, 'firefox'), close: () => opened.close() };
  }
  const opened = await chromium.launch({
    executablePath: findChromium().path,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  const page = await opened.newPage();
  await page.goto(url);
  return { page, processes: () => pageProcesses(process.pid, 'chromium'), close: () => opened.close() };
}

/** All processes below one that show pages. */
function pageProcesses(root: number, browser: 'chromium' | 'firefox'): number[] {
  const parents = new Map<number, number>();
  const commands = new Map<number, string>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
      commands.set(Number(name), readFileSync(`/proc/${name}/cmdline`, 'utf8'));
    } catch {
      // It ended meanwhile.
    }
  }
  const below = (pid: number): boolean => pid === root || (parents.has(pid) && below(parents.get(pid) as number));
  const mark = browser === 'firefox' ? /-contentproc[\s\S]*tab/ : /--type=renderer/;
  return [...commands].filter(([pid, command]) => mark.test(command) && below(pid)).map(([pid]) => pid);
}

function residentKilobytes(pid: number): number {
  try {
    return Number(/^Rss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}
