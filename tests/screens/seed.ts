import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import type { Contribution } from '../../lib/ledger/entry.ts';
import type { Page } from '../browser/browser.ts';
import { asFunction } from './page-tools.ts';

/**
 * Fills the ledger of a browser through the ledger's own `append`, run in a page of the extension: what the screens
 * then show has been counted, chained and sealed like everything else.
 */
export async function seed(page: Page, contributions: readonly Contribution[]): Promise<void> {
  const bundle = await writerBundle();
  await page.evaluate(asFunction(`${bundle}; window.seedLedger = writer.fill;`));
  for (let i = 0; i < contributions.length; i += 500) {
    await page.evaluate(
      (batch) => (window as unknown as { seedLedger: (batch: unknown) => Promise<void> }).seedLedger(batch),
      contributions.slice(i, i + 500),
    );
  }
}

interface Filler {
  fillMore(batch: readonly Contribution[]): Promise<number>;
  entriesSoFar(): Promise<number>;
}

/** Makes a page of the extension ready to take many batches. */
export async function filler(page: Page): Promise<Filler> {
  const bundle = await writerBundle();
  await page.evaluate(asFunction(`${bundle}; window.ledgerFiller = writer;`));
  return {
    fillMore: (batch) =>
      page.evaluate((given) => (window as unknown as { ledgerFiller: Filler }).ledgerFiller.fillMore(given), batch),
    entriesSoFar: () =>
      page.evaluate(() => (window as unknown as { ledgerFiller: Filler }).ledgerFiller.entriesSoFar()),
  };
}

let bundled: Promise<string> | undefined;
function writerBundle(): Promise<string> {
  bundled ??= build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: false,
      lib: { entry: fileURLToPath(new URL('./writer.ts', import.meta.url)), formats: ['iife'], name: 'writer' },
    },
  }).then((result) => {
    const [output] = Array.isArray(result) ? result : [result];
    if (!output || !('output' in output)) throw new Error('the writer was not bundled');
    return output.output[0].code;
  });
  return bundled;
}
