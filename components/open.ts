import { browser } from 'wxt/browser';

/** Opens one of the extension's own pages in a tab; a popup closes by itself. */
export async function openPage(page: `${'dashboard' | 'welcome'}.html${string}`): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(`/${page}`) });
  if (location.pathname === '/popup.html') window.close();
}
