import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import type { ClaimRow } from '../lib/claim/rows.ts';
import type { Entry } from '../lib/ledger/entry.ts';
import { startPlatform } from '../platform/server.ts';
import { type ChromiumBrowser, launchChromium } from '../tests/browser/chromium.ts';
import { walk } from '../tests/real/ledger.ts';
import { isMediawikiThere, startWiki } from '../tests/real/mediawiki/server.ts';
import { signIn, visitAs } from '../tests/real/mediawiki/visit.ts';
import { runProgram } from './program.ts';
import { playCommunityWeek } from './week.ts';

/**
 * `npm start`: builds the extension, starts the demo community and opens it in a real browser that has Contrail. With
 * `-- --headless`, or where there is no display, a visitor plays a week in it instead; the report and the signed
 * record of that week are saved to `out/` and checked.
 */
const { values } = parseArgs({ options: { headless: { type: 'boolean' } } });
const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
const headless = values.headless ?? !hasDisplay;
const out = resolve('out');

const closing: (() => Promise<unknown>)[] = [];
let closed: Promise<void> | undefined;
let interrupted = false;
/** Undoes what was started, last first, once. */
const close = () => {
  closed ??= (async () => {
    for (const one of closing.reverse()) await one().catch((error) => interrupted || console.error(error));
  })();
  return closed;
};
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    interrupted = true;
    close().then(() => process.exit(130));
  });
}

try {
  process.exitCode = (await (headless ? playWeek() : openForPerson())) ? 0 : 1;
} catch (error) {
  // What breaks because somebody ended it is not worth a word.
  if (!interrupted) console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await close();
}

async function prepare(): Promise<{ url: string; browser: ChromiumBrowser }> {
  console.log('Building the extension …');
  const built = await runProgram([process.execPath, 'scripts/build.ts', '--e2e', '--browser', 'chrome']);
  if (built.code !== 0) throw new Error(`The extension could not be built:\n${built.output}`);
  const platform = await startPlatform({ port: 0 });
  closing.push(() => platform.close());
  console.log(`The demo community Lamplight is at ${platform.url}`);
  const browser = await launchChromium({ extension: resolve('.output/chrome-mv3-e2e'), headless });
  closing.push(() => browser.close());
  return { url: platform.url, browser };
}

async function openForPerson(): Promise<boolean> {
  const { url, browser } = await prepare();
  const [page] = browser.context.pages();
  await (page ?? (await browser.context.newPage())).goto(url);
  const dashboard = await browser.context.newPage();
  await dashboard.goto(browser.extensionUrl('dashboard.html'));
  await page?.bringToFront();
  console.log('The browser is open: sign in by any name, like, answer, comment; the other tab shows your week.');
  console.log('This build watches every site without asking first. Nothing leaves this machine. Close it to end.');
  await new Promise((end) => browser.context.once('close', end));
  return true;
}

async function playWeek(): Promise<boolean> {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const { url, browser } = await prepare();
  console.log('A visitor plays a week …');
  const trouble = await playCommunityWeek(browser, url);
  if (isMediawikiThere()) {
    const wiki = await startWiki();
    closing.push(() => wiki.close());
    console.log(`… and writes in a real MediaWiki at ${wiki.url} …`);
    const wikiPage = await browser.newPage();
    const signingIn = { name: 'signs in', act: () => signIn(wikiPage, wiki, wiki.ada), expect: [] };
    trouble.push(...(await walk(browser, [signingIn, ...visitAs(wikiPage, wiki, wiki.ada.name)])));
  } else {
    console.log(
      'MediaWiki is not on this machine (Debian has it as a package), so the visitor stays in the community.',
    );
  }
  if (trouble.length > 0) {
    console.log(`The ledger is not what the visitor did:\n${trouble.join('\n')}`);
    return false;
  }
  const entries = await browser.readStore('entries');
  console.log(`The ledger holds what the visitor did, and nothing else: ${entries.length} entries.`);
  await saveReport(browser);
  await saveRecord(browser);
  console.log(readFileSync(join(out, 'report.md'), 'utf8'));
  console.log('Saved: out/report.html, out/report.png, out/report.md, out/record.zip');
  if (!(await verify(join(out, 'record.zip')))) return false;
  return claim(browser, url);
}

/** The report, by the dashboard's own buttons, and a picture of the saved page. */
async function saveReport({ context, extensionUrl }: ChromiumBrowser): Promise<void> {
  const page = await context.newPage();
  await page.goto(extensionUrl('dashboard.html#/week'));
  // The figures are read after the report stands; what is saved shall hold them.
  await page.locator('.section a[href^="#/value/"]').waitFor();
  await page.locator('.save > summary').click();
  for (const [button, file] of [
    ['save-html', 'report.html'],
    ['save-markdown', 'report.md'],
  ] as const) {
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByTestId(button).click()]);
    await download.saveAs(join(out, file));
  }
  await page.setViewportSize({ width: 1080, height: 800 });
  await page.goto(pathToFileURL(join(out, 'report.html')).href);
  await page.screenshot({ path: join(out, 'report.png'), fullPage: true });
  await page.close();
}

async function saveRecord({ context, extensionUrl }: ChromiumBrowser): Promise<void> {
  const page = await context.newPage();
  await page.goto(extensionUrl('dashboard.html#/records'));
  await page.getByTestId('make-record').click();
  const link = page.getByTestId('download-record');
  await link.waitFor();
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
  await download.saveAs(join(out, 'record.zip'));
  await page.close();
}

/**
 * Claims what the visitor did from the community, by the dashboard's own buttons: asks what it recognises, links the
 * key, sees what goes out, sends it, and prints the receipt that came back.
 */
async function claim({ context, extensionUrl, readStore }: ChromiumBrowser, url: string): Promise<boolean> {
  console.log(`Claiming it from ${url} …`);
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  await page.goto(extensionUrl('dashboard.html#/records'));
  const place = page.locator(`[data-testid="claim-place"][data-host="${new URL(url).host}"]`);
  for (const button of ['claim-look', 'claim-link', 'claim-preview', 'claim-send']) {
    await place.getByTestId(button).first().click();
  }
  await place.locator('[data-testid="claim"][data-receipt="yes"]').waitFor();
  const [row] = (await readStore<ClaimRow>('receipts')).filter(({ type }) => type === 'claim');
  const receipt = row?.receipt;
  if (!receipt) throw new Error('The receipt is not in the ledger.');
  writeFileSync(join(out, 'receipt.json'), `${JSON.stringify(receipt, null, 1)}\n`);
  const { outcomes, rewardGranted: granted, payoutStatus } = receipt.credentialSubject;
  const counts = new Map<string, number>();
  for (const [from, to, outcome] of outcomes) counts.set(outcome, (counts.get(outcome) ?? 0) + to - from);
  console.log(`Receipt by ${receipt.issuer}, ${receipt.validFrom} (its signature holds; saved as out/receipt.json):`);
  for (const [outcome, count] of counts) console.log(`  ${count} ${outcome}`);
  if (granted)
    console.log(`  granted: ${granted.value} ${granted.type === 'Points' ? granted.name : granted.currency}`);
  console.log(`  payout: ${payoutStatus}`);
  await page.close();
  const raised = (await readStore<Entry>('entries')).filter(({ evidence }) => evidence.level === 'matched').length;
  console.log(`Entries of the ledger that the platform found in its own log: ${raised}.`);
  // All that was shown was really done there, so nothing of it may be missing from its log.
  const { notFound = 0, mismatched = 0, confirmed = 0 } = Object.fromEntries(counts);
  return confirmed > 0 && raised === confirmed && notFound + mismatched === 0;
}

/** By the same program that a stranger would use. */
async function verify(path: string): Promise<boolean> {
  const { code, output } = await runProgram([process.execPath, 'scripts/verify.ts', path]);
  console.log(output.trimEnd());
  return code === 0;
}
