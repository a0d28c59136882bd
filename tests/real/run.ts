import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { BrowserName } from '../browser/browser.ts';
import { launch } from '../browser/launch.ts';
import { walk } from './ledger.ts';
import type { Product } from './product.ts';

/**
 * Real third-party software, written in by people in a real browser; after each act the ledger must hold what was done.
 *
 *     node tests/real/run.ts --browser chromium|firefox [--product wordpress]… [--headed]
 */
const { values } = parseArgs({
  options: {
    browser: { type: 'string', default: 'chromium' },
    product: { type: 'string', multiple: true },
    extension: { type: 'string' },
    headed: { type: 'boolean', default: false },
  },
});
const name = values.browser as BrowserName;
const extension = resolve(values.extension ?? `.output/${name === 'firefox' ? 'firefox' : 'chrome'}-mv3-e2e`);
const all = readdirSync(import.meta.dirname, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((folder) => folder.name);

let passed = 0;
let failed = 0;
for (const product of values.product ?? all) await visit(product);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;

/** Each product has a browser and a ledger of its own. */
async function visit(title: string): Promise<void> {
  const { product } = (await import(`./${title}/product.ts`)) as { product: Product };
  if (!product.bring()) throw new Error(`${title} is missing, and it cannot be installed here (Debian, as root).`);
  const running = await product.start();
  try {
    const browser = await launch({ browser: name, extension, headless: !values.headed });
    try {
      const steps = running.steps(await browser.newPage());
      const trouble = await walk(browser, steps);
      for (const line of trouble) console.log(line.replace('✗', `✗ ${title}:`));
      passed += Math.max(0, steps.length - trouble.length);
      failed += trouble.length;
      console.log(`· ${title}: ${steps.length} steps, ${trouble.length} in trouble`);
    } finally {
      await browser.close();
    }
  } finally {
    await running.close();
  }
}
