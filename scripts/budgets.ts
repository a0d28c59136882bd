import { globSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { loadSites } from './load-sites.ts';

/**
 * What the parts of the extension may weigh, minified as they are shipped; `gzip` where the mission counts so. The
 * pages count with every chunk that their HTML loads at once. A budget that is too wide guards nothing: lower it when
 * there is room.
 */
interface Budget {
  what: string;
  files: (build: string) => string[];
  most: number;
  gzip?: true;
}

const kilobyte = 1024;
const builds = ['.output/chrome-mv3', '.output/firefox-mv3'];
const budgets: Budget[] = [
  { what: 'the watcher in a page', files: (build) => [`${build}/watcher.js`], most: 12 * kilobyte },
  { what: 'the script that is shown a control', files: (build) => [`${build}/teacher.js`], most: 14 * kilobyte },
  // The definitions (judged by themselves below, 150 at most), and some 115 of ledger, schemas, capture, site lists,
  // backups and claims: a service worker cannot load a part of itself later.
  { what: 'the background', files: (build) => [`${build}/background.js`], most: 265 * kilobyte, gzip: true },
  { what: 'the verifier in every record', files: (build) => [`${build}/verifier.js`], most: 25 * kilobyte, gzip: true },
  { what: 'the popup', files: (build) => loadedBy(build, 'popup.html'), most: 40 * kilobyte, gzip: true },
  {
    what: 'the dashboard before charts',
    files: (build) => loadedBy(build, 'dashboard.html'),
    most: 120 * kilobyte,
    gzip: true,
  },
];

/** Scripts that a page loads at once: those in its HTML and what they import without waiting. */
function loadedBy(build: string, page: string): string[] {
  const html = readFileSync(`${build}/${page}`, 'utf8');
  const found = new Set<string>();
  const add = (path: string) => {
    if (found.has(path)) return;
    found.add(path);
    const source = readFileSync(path, 'utf8');
    for (const [, name] of source.matchAll(/(?:\bfrom|\bimport)\s*["']\.\/([^"']+\.js)["']/g))
      add(`${build}/chunks/${name}`);
  };
  for (const [, path] of html.matchAll(/(?:src|href)="\/([^"]+\.js)"/g)) add(`${build}/${path}`);
  return [...found];
}

const size = (paths: string[], gzip: boolean) =>
  paths.reduce((sum, path) => sum + (gzip ? gzipSync(readFileSync(path)).length : readFileSync(path).length), 0);

let passed = 0;
let failed = 0;
const judge = (ok: boolean, line: string) => {
  if (ok) passed += 1;
  else failed += 1;
  console.log(`${ok ? '·' : '✗'} ${line}`);
};
const definitions = gzipSync(JSON.stringify((await loadSites()).map(({ site }) => site))).length;
judge(
  definitions <= 150 * kilobyte,
  `the definitions of all sites weigh ${(definitions / kilobyte).toFixed(1)} KB gzip of 150 KB`,
);
for (const build of builds) {
  for (const { what, files, most, gzip = false } of budgets) {
    const is = size(files(build), gzip);
    const shown = (bytes: number) => `${(bytes / kilobyte).toFixed(1)} KB`;
    judge(is <= most, `${build}: ${what} weighs ${shown(is)}${gzip ? ' gzip' : ''} of ${shown(most)}`);
  }
  // The whole extension runs from its own files: a script from elsewhere would be a way in.
  const remote = globSync(`${build}/*.html`).filter((path) =>
    /<script[^>]+src="(https?:)?\/\//.test(readFileSync(path, 'utf8')),
  );
  judge(remote.length === 0, `${build}: no page loads a script from elsewhere ${remote.join(' ')}`.trimEnd());
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
