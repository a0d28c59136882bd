import { type BrowserContext, chromium, type Page as PlaywrightPage } from '@playwright/test';
import { findChromium } from '../../scripts/browsers.ts';
import type { Browser, LaunchOptions, Page } from './browser.ts';
import { pageOver } from './page.ts';
import { rowsOf } from './store.ts';

/** Chromium as Playwright knows it, for those who need its words (downloads, several windows of a person). */
export interface ChromiumBrowser extends Browser {
  context: BrowserContext;
}

/** Chromium, Chrome or Edge with the extension, on a fresh profile that is thrown away at the end unless one is named. */
export async function launchChromium(options: Omit<LaunchOptions, 'browser'>): Promise<ChromiumBrowser> {
  const { headless = true, hostsTo, language, profile = '' } = options;
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findChromium().path,
    // Playwright's own headless mode is another browser, without extensions.
    headless: false,
    ignoreHTTPSErrors: true,
    ignoreDefaultArgs: ['--disable-extensions'],
    args: [
      ...(headless ? ['--headless=new'] : []),
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      // Chrome and Edge no longer take an extension from the command line; the protocol works in all of them.
      '--enable-unsafe-extension-debugging',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-quic',
      ...(language ? [`--lang=${language}`] : []),
    ],
    ...(hostsTo === undefined ? {} : { proxy: { server: `http://127.0.0.1:${hostsTo}` } }),
    ...(headless ? { viewport: { width: 1280, height: 800 } } : { viewport: null }),
    ...(options.colorScheme ? { colorScheme: options.colorScheme } : {}),
    ...(language ? { locale: language } : {}),
  });
  const browser = context.browser();
  if (!browser) throw new Error('Playwright gave no browser for its persistent context');
  const protocol = await browser.newBrowserCDPSession();
  // Newer than Playwright's types; see https://chromedevtools.github.io/devtools-protocol/tot/Extensions/
  const send = protocol.send.bind(protocol) as (method: string, given?: object) => Promise<unknown>;
  const { id } = (await send('Extensions.loadUnpacked', { path: options.extension })) as { id: string };
  const extensionUrl = (path: string) => `chrome-extension://${id}/${path}`;

  const newPage = async () => wrap(await context.newPage());
  let ownPage: Promise<Page> | undefined;
  const extensionPage = () => {
    ownPage ??= newPage().then(async (page) => {
      await page.goto(extensionUrl('dashboard.html'));
      return page;
    });
    return ownPage;
  };

  return {
    name: 'chromium',
    context,
    newPage,
    extensionUrl,
    extensionPage,
    async readStore(store) {
      return (await (await extensionPage()).evaluate(rowsOf, store)) as never;
    },
    async stopBackground() {
      const { targetInfos } = (await send('Target.getTargets')) as {
        targetInfos: { targetId: string; type: string; url: string }[];
      };
      const worker = targetInfos.find(({ type, url }) => type === 'service_worker' && url.startsWith(extensionUrl('')));
      if (worker) await send('Target.closeTarget', { targetId: worker.targetId });
    },
    close: () => context.close(),
  };
}

function wrap(page: PlaywrightPage): Page {
  // Every question of a page is answered with yes; otherwise Playwright says no to all but one.
  page.on('dialog', (dialog) => void dialog.accept());
  page.setDefaultTimeout(15_000);
  return pageOver(page, {
    async goto(url) {
      await page.goto(url);
    },
    resize: (width, height) => page.setViewportSize({ width, height }),
    async screenshot(path, { whole = false } = {}) {
      await page.screenshot({ path, fullPage: whole });
    },
  });
}
