import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build, type Rolldown } from 'vite';
import { verifierPage } from '../lib/record/verifier-page.ts';

/**
 * `npm run build:verifier`: the same verification in two files that need nothing else, in `.output/verifier/`:
 * `contrail-verifier.html`, a page that opens from the disk and asks nothing from the network, and
 * `contrail-verifier.mjs`, a module for platforms (Node 20 or newer, or any runtime with WebCrypto).
 */
const mostBytes = 25 * 1024;

const sources = {
  page: new URL('../components/verifier/verifier.ts', import.meta.url),
  module: new URL('./verifier-module.ts', import.meta.url),
};

/** The verifier as one script without imports, ready to stand inside a page. */
export async function bundleVerifier(): Promise<string> {
  const code = await bundle(sources.page, 'iife');
  // Inside an element only these two would end or change the script.
  return code.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--').trim();
}

async function bundle(source: URL, format: 'iife' | 'es'): Promise<string> {
  const built = (await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2023',
      minify: true,
      lib: { entry: fileURLToPath(source), formats: [format], fileName: 'verifier', name: 'contrailVerifier' },
    },
  })) as Rolldown.RolldownOutput[] | Rolldown.RolldownOutput;
  const [output] = Array.isArray(built) ? built : [built];
  const chunks = output?.output ?? [];
  const [chunk] = chunks;
  if (!chunk || chunks.length !== 1 || !('code' in chunk)) throw new Error(`${source} was not bundled into one file`);
  return chunk.code;
}

if (import.meta.main) {
  const folder = new URL('../.output/verifier/', import.meta.url);
  mkdirSync(folder, { recursive: true });
  const script = await bundleVerifier();
  const hash = createHash('sha256').update(script).digest('base64');
  const files = {
    'contrail-verifier.html': verifierPage({ script, hash }),
    'contrail-verifier.mjs': await bundle(sources.module, 'es'),
  };
  let tooLarge = false;
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(new URL(name, folder), text);
    const packed = gzipSync(text, { level: 9 }).length;
    tooLarge ||= packed > mostBytes;
    console.log(`.output/verifier/${name}: ${(packed / 1024).toFixed(1)} KB gzip of ${mostBytes / 1024} KB`);
  }
  process.exitCode = tooLarge ? 1 : 0;
}
