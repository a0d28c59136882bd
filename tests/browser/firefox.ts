import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer, { type Browser as PuppeteerBrowser, type Page as PuppeteerPage } from 'puppeteer-core';
import { findFirefox } from '../../scripts/browsers.ts';
import type { Browser, LaunchOptions, Page } from './browser.ts';
import { pageOver } from './page.ts';
import { rowsOf } from './store.ts';

/** Firefox with the extension over WebDriver BiDi, on a fresh profile that is thrown away at the end. */
export async function launchFirefox(options: Omit<LaunchOptions, 'browser'>): Promise<Browser> {
  const { headless = true, hostsTo, language, colorScheme } = options;
  const manifest = JSON.parse(readFileSync(join(options.extension, 'manifest.json'), 'utf8'));
  const id: string = manifest.browser_specific_settings.gecko.id;
  // The host of an extension's pages is random in Firefox; chosen beforehand, it is known.
  const host = randomUUID();
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: findFirefox().path,
    headless,
    acceptInsecureCerts: true,
    // Pages of an extension may be opened and read over BiDi only with this; websites gain nothing from it.
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [id]: host }),
      // Optional permissions are granted without a prompt: nobody could press it.
      'extensions.webextOptionalPermissionPrompts': false,
      // Windows in the background keep focus and full timers, so that several can be driven at once.
      'focusmanager.testmode': true,
      'dom.min_background_timeout_value': 4,
      ...(hostsTo === undefined ? {} : proxied(hostsTo)),
      ...(language ? { 'intl.accept_languages': language, 'intl.locale.requested': language } : {}),
      ...(colorScheme ? { 'layout.css.prefers-color-scheme.content-override': colorScheme === 'dark' ? 0 : 1 } : {}),
    },
  });
  await browser.installExtension(options.extension);
  const extensionUrl = (path: string) => `moz-extension://${host}/${path}`;

  // A window each and not a tab: Firefox serves input to tabs in the background only after seconds.
  const newPage = async () => {
    const page = await browser.newPage({ type: 'window' });
    if (headless) await page.setViewport({ width: 1280, height: 800 });
    return wrap(page);
  };
  let ownPage: Promise<Page> | undefined;
  const extensionPage = () => {
    ownPage ??= newPage().then(async (page) => {
      await page.goto(extensionUrl('dashboard.html'));
      return page;
    });
    return ownPage;
  };

  return {
    name: 'firefox',
    newPage,
    extensionUrl,
    extensionPage,
    async readStore(store) {
      return (await (await extensionPage()).evaluate(rowsOf, store)) as never;
    },
    stopBackground: () => runPrivileged(browser, stopBackgroundOf(id)),
    close: () => browser.close(),
  };
}

/** What Firefox itself does when an extension's event page was idle, without its exceptions for running work. */
const stopBackgroundOf = (id: string) =>
  `WebExtensionPolicy.getByID(${JSON.stringify(id)}).extension
    .terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true })`;

/** Runs an expression in the browser's own process: puppeteer has no words for it, its BiDi connection has. */
async function runPrivileged(browser: PuppeteerBrowser, expression: string): Promise<void> {
  interface Answer {
    result: { contexts?: { context: string }[]; type?: string; exceptionDetails?: { text: string } };
  }
  const { connection } = browser as unknown as {
    connection: { send(method: string, given: object): Promise<Answer> };
  };
  const tree = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome', maxDepth: 0 });
  const context = tree.result.contexts?.at(0)?.context;
  if (context === undefined) throw new Error('Firefox shows no window of its own');
  const { result } = await connection.send('script.evaluate', { expression, target: { context }, awaitPromise: true });
  if (result.type === 'exception') throw new Error(result.exceptionDetails?.text ?? 'failed');
}

const proxied = (port: number) => ({
  'network.proxy.type': 1,
  'network.proxy.http': '127.0.0.1',
  'network.proxy.http_port': port,
  'network.proxy.ssl': '127.0.0.1',
  'network.proxy.ssl_port': port,
  'network.proxy.no_proxies_on': '',
  'network.proxy.allow_hijacking_localhost': true,
});

function wrap(page: PuppeteerPage): Page {
  // Every question of a page is answered with yes, also the one whether to leave it.
  page.on('dialog', (dialog) => void dialog.accept());
  page.setDefaultTimeout(15_000);
  const wrapped = pageOver(page as never, {
    async goto(url) {
      if (!url.startsWith('moz-extension:')) return void (await page.goto(url));
      // Firefox changes the process for a page of an extension and puppeteer waits for the old one: ask the page instead.
      page.goto(url).catch(() => {});
      await wrapped.waitFor((wanted) => location.href === wanted && document.readyState === 'complete', url);
    },
    resize: (width, height) => page.setViewport({ width, height }),
    async screenshot(path, { whole = false } = {}) {
      await page.screenshot({ path, fullPage: whole });
    },
  });
  return wrapped;
}
