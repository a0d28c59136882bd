import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { BrowserName } from '../../browser/browser.ts';
import { launch } from '../../browser/launch.ts';
import { type Step, walk } from '../ledger.ts';
import { bringMediawiki, startWiki } from './server.ts';
import { signIn, visitAs } from './visit.ts';

/**
 * A real MediaWiki, written in by a person without and with an account, in a real browser.
 *
 *     node tests/real/mediawiki/run.ts --browser chromium|firefox [--headed]
 */
const { values } = parseArgs({
  options: {
    browser: { type: 'string', default: 'chromium' },
    extension: { type: 'string' },
    headed: { type: 'boolean', default: false },
  },
});
const name = values.browser as BrowserName;
if (!bringMediawiki()) throw new Error('MediaWiki is missing, and it cannot be installed here (Debian, as root).');

const wiki = await startWiki();
const extension = resolve(values.extension ?? `.output/${name === 'firefox' ? 'firefox' : 'chrome'}-mv3-e2e`);
const browser = await launch({ browser: name, extension, headless: !values.headed });
try {
  const page = await browser.newPage();
  const steps: Step[] = [
    ...visitAs(page, wiki, ''),
    { name: 'signs in', act: () => signIn(page, wiki, wiki.ada), expect: [] },
    ...visitAs(page, wiki, wiki.ada.name),
  ];
  const trouble = await walk(browser, steps);
  for (const line of trouble) console.log(line);
  console.log(`${Math.max(0, steps.length - trouble.length)} passed, ${trouble.length} failed`);
  process.exitCode = trouble.length === 0 ? 0 : 1;
} finally {
  await browser.close();
  await wiki.close();
}
