import type { Browser, LaunchOptions } from './browser.ts';
import { launchChromium } from './chromium.ts';
import { launchFirefox } from './firefox.ts';

/** Opens a browser with the extension. */
export const launch = (options: LaunchOptions): Promise<Browser> =>
  options.browser === 'firefox' ? launchFirefox(options) : launchChromium(options);
