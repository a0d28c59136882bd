import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import puppeteer from 'puppeteer-core';
import { packZip } from '../../lib/record/pack-zip.ts';
import { verifierPage } from '../../lib/record/verifier-page.ts';
import { findChromium, findFirefox } from '../../scripts/browsers.ts';
import { bundleVerifier } from '../../scripts/build-verifier.ts';
import { aRecord, aWeek } from '../unit/record/factories.ts';

/**
 * The pages that check records, opened from the disk in a real browser without the extension and without a network:
 * `index.html` of a record (as it was made, and changed), and the verifier of its own with files given to it.
 *
 *     node tests/verifier/run.ts [--browser chromium|firefox]
 */
const { values } = parseArgs({ options: { browser: { type: 'string', default: 'chromium' } } });

/** As much of a page as both drivers have. */
interface Tab {
  open(path: string): Promise<void>;
  give(selector: string, path: string): Promise<void>;
  /** Text of the answer, once there is one. */
  answer(): Promise<string>;
  close(): Promise<void>;
}

let passed = 0;
const problems: string[] = [];
const folder = await mkdtemp(join(tmpdir(), 'contrail-verifier-'));
try {
  const tab = await openTab();
  try {
    await checkAll(tab);
  } finally {
    await tab.close();
  }
} finally {
  await rm(folder, { recursive: true });
}
for (const problem of problems) console.log(`✗ ${problem}`);
console.log(`${passed} passed, ${problems.length} failed`);
process.exitCode = problems.length === 0 && passed > 0 ? 0 : 1;

async function checkAll(tab: Tab): Promise<void> {
  const script = await bundleVerifier();
  const verifier = { script, hash: createHash('sha256').update(script).digest('base64') };
  const db = await aWeek();
  const at = new Date();
  const earlier = await aRecord(db, { verifier, now: () => at });
  const record = await aRecord(db, { verifier, now: () => at });
  const page = new TextDecoder().decode(record.files.get('index.html'));
  const put = async (name: string, content: string | Uint8Array) => {
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
    return path;
  };

  await tab.open(await put('index.html', page));
  await expect(tab, 'a record’s own page', /^Valid: the copy of the record inside this page\./);
  const path = [...record.files.keys()].find((name) => name.startsWith('entries/')) ?? '';
  await tab.open(await put('changed.html', page.replace('things/2', 'things/3')));
  await expect(
    tab,
    'the page around a changed entry',
    new RegExp(`^Not valid: A line was changed.*${path.slice(0, 8)}`),
  );
  await tab.open(await put('forged.html', page.replace('"did:key:', '"did:key:z6Mk')));
  await expect(tab, 'a page whose copy is another file', /^Not valid: /);

  await tab.open(await put('verifier.html', verifierPage(verifier)));
  const zip = await put('record.zip', record.zip);
  const [chosen, before] = ['#verifier label:nth-of-type(1) input', '#verifier label:nth-of-type(2) input'];
  await tab.give(chosen, zip);
  await expect(
    tab,
    'a record given to the verifier',
    /^Valid: the file record\.zip, whole\.[\s\S]*files beside the record: 7 files/,
  );
  await tab.give(before, await put('earlier.zip', earlier.zip));
  await expect(tab, 'a record beside an earlier one', /continues 2 earlier logs/);
  const changed = await packZip(new Map(record.files).set('activities.csv', new TextEncoder().encode('time')), at);
  await tab.give(chosen, await put('changed.zip', changed));
  await expect(tab, 'a record with a changed table', /^Not valid: This file was changed.* In activities\.csv\./);
  await tab.give(chosen, await put('text.zip', 'not a zip'));
  await expect(tab, 'something that is no zip file', /^Not valid: .*This is no zip file\./);
}

async function expect(tab: Tab, what: string, pattern: RegExp): Promise<void> {
  const answer = await tab.answer();
  if (pattern.test(answer)) passed += 1;
  else problems.push(`${what}: ${answer.slice(0, 300)}`);
}

/** Waits for the verdict and takes it away, so that the next one is not mistaken for it. */
async function readAnswer(): Promise<string> {
  for (let tries = 0; tries < 600; tries++) {
    const answer = document.querySelector<HTMLElement>('#verifier .answer');
    const verdict = answer?.querySelector('.good, .bad');
    if (answer && verdict) {
      const text = answer.innerText;
      answer.replaceChildren();
      return text;
    }
    await new Promise((next) => setTimeout(next, 50));
  }
  return `no answer: ${document.body.innerText.slice(0, 200)}`;
}

async function openTab(): Promise<Tab> {
  if (values.browser === 'firefox') {
    const browser = await puppeteer.launch({ browser: 'firefox', executablePath: findFirefox().path, headless: true });
    const page = await browser.newPage();
    return {
      open: async (path) => void (await page.goto(pathToFileURL(path).href)),
      give: async (selector, path) => {
        const input = await page.$(selector);
        await (input as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(path);
      },
      answer: () => page.evaluate(readAnswer),
      close: () => browser.close(),
    };
  }
  const browser = await chromium.launch({
    executablePath: findChromium().path,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  const page = await browser.newPage();
  return {
    open: async (path) => void (await page.goto(pathToFileURL(path).href)),
    give: (selector, path) => page.setInputFiles(selector, path),
    answer: () => page.evaluate(readAnswer),
    close: () => browser.close(),
  };
}
