import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chromium } from '@playwright/test';
import { build, type Rolldown } from 'vite';
import { findChromium } from '../scripts/browsers.ts';
import type { Measurement } from './measurement.ts';

/**
 * Runs a measurement where its code lives later: in a page of a real Chromium, with its IndexedDB and its crypto.
 *
 * @param entry module below `bench/` whose default export gives the measurements
 */
export async function inChromium(entry: string): Promise<Measurement[]> {
  const code = await bundle(new URL(entry, import.meta.url).pathname);
  const server = createServer((request, response) => {
    const isCode = request.url === '/measure.js';
    response.setHeader('content-type', isCode ? 'text/javascript' : 'text/html');
    response.end(isCode ? code : '<!doctype html><title>Measuring</title>');
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  const browser = await chromium.launch({
    executablePath: findChromium().path,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  try {
    const page = await browser.newPage();
    // A page of this machine is a secure context, so it has the same crypto as the extension.
    await page.goto(`http://127.0.0.1:${port}/`);
    return await page.evaluate(
      async (module: string) => (await import(module)).default() as Promise<Measurement[]>,
      '/measure.js',
    );
  } finally {
    await browser.close();
    server.close();
  }
}

/** One script of a module and all it imports: a module of its own, or one that leaves its exports under a name. */
export async function bundle(entry: string, format: 'es' | 'iife' = 'es', name = 'measure'): Promise<string> {
  const built = (await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, target: 'es2023', lib: { entry, formats: [format], name, fileName: 'measure' } },
  })) as Rolldown.RolldownOutput[] | Rolldown.RolldownOutput;
  const [output] = Array.isArray(built) ? built : [built];
  const chunk = output?.output.find((one) => one.type === 'chunk');
  if (!chunk || !('code' in chunk)) throw new Error(`${entry} was bundled into nothing`);
  return chunk.code;
}
