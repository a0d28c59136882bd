import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Entry } from '../../lib/ledger/entry.ts';
import type { Rollup } from '../../lib/ledger/rollup.ts';
import type { Stream } from '../../lib/ledger/stream.ts';
import type { BackupState, PageMessages } from '../../lib/messages.ts';
import type { Browser, BrowserName, Page } from '../browser/browser.ts';
import { launch } from '../browser/launch.ts';
import { openWorld, type WorldRequest } from '../browser/world.ts';
import { generate } from '../screens/generate.ts';
import { seed } from '../screens/seed.ts';
import { openDav, password, user } from './dav.ts';

/**
 * A long ledger in a real Chromium, backed up to a real WebDAV server that is killed halfway and comes back; restored
 * in a real Firefox that has a ledger of its own. Then the other way round: both come to the same.
 *
 *     node tests/backup/run.ts [--entries 16000] [--chromium folder] [--firefox folder]
 */
const { values } = parseArgs({
  options: {
    entries: { type: 'string', default: '16000' },
    chromium: { type: 'string', default: '.output/chrome-mv3-e2e' },
    firefox: { type: 'string', default: '.output/firefox-mv3-e2e' },
    headed: { type: 'boolean', default: false },
  },
});
const wanted = Number(values.entries);
const passphrase = 'kettles and herrings';
const host = 'localhost';

const folder = await mkdtemp(join(tmpdir(), 'contrail-dav-'));
const dav = await openDav(folder);
const world = await openWorld();
/** Names of files that arrived under their right name, in order. */
const moved: string[] = [];
/** After so many parts the server is killed, in the middle of the next. */
let killAfter = 2;
world.tell(async (request) => {
  if (request.url.host !== host) return undefined;
  const name = decodeURIComponent(request.url.pathname.split('/').at(-1) ?? '');
  if (request.method === 'PUT' && moved.length === killAfter) {
    killAfter = -1;
    await dav.kill();
  }
  const answer = await dav.ask(forwarded(request));
  if (!answer) return { status: 502 };
  if (request.method === 'MOVE' && answer.status < 300) moved.push(name.replace(/\.tmp$/, ''));
  return answer;
});

let passed = 0;
const problems: string[] = [];
const started = Date.now();

try {
  const chromium = await open('chromium', resolve(values.chromium));
  const firefox = await open('firefox', resolve(values.firefox));
  try {
    await play(chromium, firefox);
  } finally {
    await chromium.close();
    await firefox.close();
  }
} finally {
  await dav.kill();
  await world.close();
  await rm(folder, { recursive: true, force: true });
}
for (const problem of problems) console.log(`✗ ${problem}`);
console.log(`${passed} passed, ${problems.length} failed`);
process.exitCode = problems.length === 0 && passed > 0 ? 0 : 1;

async function play(chromium: Browser, firefox: Browser): Promise<void> {
  const one = await chromium.extensionPage();
  const other = await firefox.extensionPage();
  const acts = generate({ until: '2026-11-20T20:30:00Z', days: Math.ceil(wanted / 100), perDay: 115 }).slice(-wanted);
  await seed(one, acts);
  await seed(other, generate({ until: '2026-11-19T20:30:00Z', days: 30, perDay: 20, seed: 2 }));
  const [first, second] = [await ledgerOf(chromium), await ledgerOf(firefox)];
  note(`${first.ids.length} entries in Chromium, ${second.ids.length} in Firefox`);
  expect(first.ids.length > wanted * 0.9 && second.ids.length > 300, 'the ledgers were not filled');

  // Backup, with the server killed halfway.
  await plan(one);
  await until(one, ({ last, running }) => !running && last !== undefined);
  const broken = await ask(one, 'backup', {});
  expect(broken.last?.problem === 'unreachable', `the killed server was not noticed: ${JSON.stringify(broken.last)}`);
  expect(broken.unfinished, 'nothing was left to go on with');
  const before = [...moved];
  expect(before.length === 2, `${before.length} parts had arrived and not 2`);
  await dav.start();
  await ask(one, 'backupNow', {});
  await until(one, ({ last, running }) => !running && last !== undefined && last.problem === undefined);
  note('backed up, after the server was killed and came back');
  const after = moved.slice(before.length);
  expect(after.length > 1 && !after.some((name) => before.includes(name)), 'parts were sent again');
  const files = await readdir(folder);
  expect(files.filter((name) => name.endsWith('.backup.json')).length === 1, `there lies ${files.join(' ')}`);
  expect(
    files.filter((name) => /backup-\d{4}$/.test(name)).length === moved.length - 1,
    `there lies ${files.join(' ')}`,
  );

  // Restored in the other browser, into a ledger with entries of its own, on the screen that people use.
  await plan(other);
  await until(other, ({ last, running }) => !running && last?.problem === undefined && last !== undefined);
  await restoreNewest('its own', firefox);
  // Its own backup is newer, so it brings nothing: what Chromium put there is what is wanted.
  const ownOnly = await ledgerOf(firefox);
  expect(same(ownOnly, second), 'a restore of its own backup changed the ledger');
  const manifests = (await readdir(folder)).filter((name) => name.endsWith('.backup.json'));
  expect(manifests.length === 2, `${manifests.length} complete backups are there`);
  await ask(one, 'backupNow', {});
  await until(
    one,
    ({ last, running }) =>
      !running &&
      (last?.at ?? '') > (broken.last?.at ?? '') &&
      moved.filter((name) => name.endsWith('.json')).length === 3,
  );
  await restoreNewest('merge', firefox);
  note('restored in Firefox');
  const merged = await ledgerOf(firefox);
  expect(merged.ids.length === first.ids.length + second.ids.length, `${merged.ids.length} entries after merging`);
  expect((await ask(other, 'selfCheck', {})).ok, 'the merged ledger does not check');

  // The other way round: Chromium takes in what Firefox has now.
  const made = moved.filter((name) => name.endsWith('.json')).length;
  await ask(other, 'backupNow', {});
  await until(other, ({ running }) => !running && moved.filter((name) => name.endsWith('.json')).length === made + 1);
  await restoreNewest('merge', chromium);
  note('merged in Chromium');
  const back = await ledgerOf(chromium);
  expect(same(back, merged), 'the two browsers do not hold the same');
  expect((await ask(one, 'selfCheck', {})).ok, 'the ledger merged in Chromium does not check');

  // The same again, and with a wrong passphrase.
  await restoreNewest('again', chromium);
  expect(same(await ledgerOf(chromium), back), 'a second restore changed something');
  const page = await chromium.newPage();
  const told = await restoreOn(page, chromium, 'another one altogether');
  expect(told === 'failed', `a wrong passphrase came to ${told}`);
  note('done');
}

async function open(browser: BrowserName, extension: string): Promise<Browser> {
  return launch({ browser, extension, hostsTo: world.port, headless: !values.headed });
}

function plan(page: Page) {
  const target = { kind: 'webdav' as const, url: `http://${host}/`, user, password };
  return ask(page, 'backupPlan', { plan: { target, every: 'week', passphrase } });
}

/** Restores the newest backup of the server, on the settings screen. */
async function restoreNewest(what: string, browser: Browser): Promise<void> {
  const page = await browser.newPage();
  const told = await restoreOn(page, browser, passphrase);
  expect(told === 'done', `restoring (${what}) in ${browser.name} came to ${told}`);
  const text = await page.evaluate(() => document.querySelector('[data-testid="restore-status"]')?.textContent ?? '');
  note(`${browser.name}: ${text}`);
  await page.close();
}

async function restoreOn(page: Page, browser: Browser, typed: string): Promise<string> {
  await page.goto(browser.extensionUrl('dashboard.html#/settings'));
  await page.see('[data-testid="restore-server"]');
  await page.type('[data-testid="restore"] input[type="password"]', typed);
  await page.click('[data-testid="restore-server"]');
  for (const end = Date.now() + 600_000; Date.now() < end; await pause(250)) {
    const state = await page.evaluate(
      () => document.querySelector<HTMLElement>('[data-testid="restore-status"]')?.dataset.state ?? '',
    );
    if (!['idle', 'working'].includes(state)) return state;
  }
  return 'never';
}

async function until(page: Page, holds: (state: BackupState) => boolean): Promise<void> {
  let state: BackupState | undefined;
  for (const end = Date.now() + 300_000; Date.now() < end; await pause(200)) {
    state = await ask(page, 'backup', {});
    if (holds(state)) return;
  }
  throw new Error(`waited in vain: ${JSON.stringify(state)}`);
}

function ask<Name extends keyof PageMessages>(page: Page, name: Name, input: PageMessages[Name]['input']) {
  return page.evaluate(
    (message) =>
      (
        globalThis as unknown as { chrome: { runtime: { sendMessage(given: unknown): Promise<unknown> } } }
      ).chrome.runtime.sendMessage(message),
    { name, input },
  ) as Promise<PageMessages[Name]['output']>;
}

interface Ledger {
  ids: string[];
  logs: string[];
  counts: string[];
}

/** What must be the same in both browsers. */
async function ledgerOf(browser: Browser): Promise<Ledger> {
  const [entries, streams, rollups] = [
    await browser.readStore<Entry>('entries'),
    await browser.readStore<Stream>('streams'),
    await browser.readStore<Rollup>('rollups'),
  ];
  return {
    ids: entries.map(({ id, stream, index }) => `${id} ${stream} ${index}`).sort(),
    logs: streams.map(({ id, size, root }) => `${id} ${size} ${root}`).sort(),
    counts: rollups
      .map(({ day, stream, kind, done, taken, undone, revised, seconds, words, evidence }) =>
        JSON.stringify([
          day,
          stream,
          kind,
          done,
          taken,
          undone,
          revised,
          seconds,
          words,
          Object.entries(evidence).sort(),
        ]),
      )
      .sort(),
  };
}

function same(one: Ledger, other: Ledger): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function forwarded({ method, url, headers, body }: WorldRequest) {
  const { authorization, depth, destination, overwrite } = headers;
  const kept = { authorization, depth, destination, overwrite, 'content-length': String(body.length) };
  const given = Object.entries(kept).filter(([, value]) => value !== undefined);
  return {
    method,
    path: url.pathname,
    headers: {
      ...(Object.fromEntries(given) as Record<string, string>),
      // As a reverse proxy tells it, so that the destination is of the same server.
      host: url.host,
      ...(typeof destination === 'string' && { destination: destination.replace('https://', 'http://') }),
    },
    body,
  };
}

function expect(holds: boolean, what: string): void {
  if (holds) passed += 1;
  else problems.push(what);
}

function note(what: string): void {
  console.log(`${((Date.now() - started) / 1000).toFixed(1)} s  ${what}`);
}

function pause(time: number): Promise<void> {
  return new Promise((resume) => setTimeout(resume, time));
}
