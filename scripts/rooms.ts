import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { parseSync } from 'oxc-parser';

/**
 * The order of the rooms: which folder may import from which, and which package may be used where. A program of our
 * own, because the usual tool for it needs a JavaScript API that TypeScript 7 no longer has; types count as imports.
 */
interface Room {
  /** Path or folder; the longest that fits a file is its room. */
  at: string;
  /** Paths or folders of this repository that it may import from. */
  knows: string[];
  /** Packages and built-in modules, `*` for any. */
  packages: string[];
}

/** The words that all rooms share: what an entry and a gesture are. Nothing in them does anything. */
const vocabulary = ['lib/ledger/entry.ts', 'lib/ledger/kinds.ts', 'lib/capture/gesture.ts', 'lib/namespace.ts'];
const hashing = ['@noble/', '@scure/base', 'canonicalize'];

export const rooms: Room[] = [
  { at: 'lib/namespace.ts', knows: [], packages: [] },
  // What a person may write down or set is said by its own schema.
  {
    at: 'lib/messages.ts',
    knows: [
      ...vocabulary,
      'lib/ledger/returned.ts',
      'lib/value',
      'lib/lists/errors.ts',
      'lib/claim/wish.ts',
      'lib/teach/pressed.ts',
    ],
    packages: ['zod'],
  },
  { at: 'lib/sites', knows: vocabulary, packages: ['zod'] },
  { at: 'lib/capture', knows: [...vocabulary, 'lib/sites', 'lib/messages.ts'], packages: [] },
  { at: 'lib/capture/watcher', knows: ['lib/capture', 'lib/messages.ts', 'lib/sites/schema.ts'], packages: [] },
  { at: 'lib/ledger', knows: ['lib/namespace.ts'], packages: ['dexie', 'zod', ...hashing] },
  // A definition says which acts a site may have refused behind a yes.
  { at: 'lib/value', knows: ['lib/ledger', 'lib/sites/schema.ts'], packages: ['zod'] },
  { at: 'lib/report', knows: ['lib/ledger', 'lib/value', 'public/_locales'], packages: [] },
  {
    at: 'lib/record',
    knows: ['lib/namespace.ts', 'lib/ledger', 'lib/value', 'lib/report'],
    packages: ['zod', 'fflate', ...hashing],
  },
  {
    at: 'lib/claim',
    knows: ['lib/namespace.ts', 'lib/ledger', 'lib/record'],
    packages: ['zod', 'dexie', 'http-message-sig', ...hashing],
  },
  { at: 'lib/backup', knows: ['lib/namespace.ts', 'lib/ledger', 'lib/record/keys.ts'], packages: ['zod', ...hashing] },
  {
    at: 'lib/lists',
    knows: ['lib/namespace.ts', 'lib/ledger', 'lib/record', 'lib/sites'],
    packages: ['zod', ...hashing],
  },
  { at: 'lib/teach', knows: [...vocabulary, 'lib/sites', 'lib/capture/watcher', 'lib/lists'], packages: ['zod'] },
  { at: 'lib/browser', knows: ['lib'], packages: ['wxt/browser', 'zod'] },
  { at: 'entrypoints', knows: ['lib', 'components'], packages: ['wxt/', 'preact', '@preact/signals'] },
  { at: 'entrypoints/teacher.ts', knows: ['lib/teach/listen.ts'], packages: ['wxt/utils/define-unlisted-script'] },
  { at: 'entrypoints/watcher.ts', knows: ['lib/capture/watcher'], packages: ['wxt/utils/define-unlisted-script'] },
  {
    at: 'components',
    knows: [
      'lib/namespace.ts',
      'lib/messages.ts',
      'lib/browser/words.ts',
      'lib/sites',
      'lib/ledger',
      'lib/value',
      'lib/report',
      'lib/record',
      'lib/backup',
      'lib/claim',
      'public/_locales',
    ],
    packages: ['preact', '@preact/signals', 'wxt/browser', '@observablehq/plot', 'lucide-preact', 'dexie'],
  },
  {
    at: 'platform',
    knows: ['lib/namespace.ts', 'lib/ledger', 'lib/record', 'lib/claim', 'lib/value'],
    packages: ['*'],
  },
  {
    at: 'scripts',
    knows: ['lib', 'platform', 'tests'],
    packages: ['*'],
  },
  { at: 'bench', knows: ['lib', 'components', 'platform', 'scripts', 'tests'], packages: ['*'] },
  {
    at: 'tests',
    knows: ['lib', 'components', 'entrypoints', 'platform', 'scripts', 'bench', 'public', 'wxt.config.ts'],
    packages: ['*'],
  },
];

/** Single doors: what only the named places may import, whatever their room. */
const doors: { door: RegExp; only: string[]; why: string }[] = [
  {
    door: /^lib\/(ledger\/append|backup\/merge)\.ts$/,
    only: ['lib/browser', 'lib/ledger', 'lib/backup', 'bench', 'scripts', 'tests'],
    why: 'the background alone writes the ledger',
  },
];

/** Everything that breaks the order, one line each. */
export function disorder(files: readonly string[], read: (path: string) => string): string[] {
  return files.flatMap((path) => {
    const room = roomOf(path);
    if (!room) return [`${path}: stands in no room`];
    return importsOf(path, read(path)).flatMap((wanted) => {
      if (!wanted.startsWith('.')) {
        return room.packages.some((name) => fits(name, wanted)) ? [] : [`${path}: ${room.at} has no use for ${wanted}`];
      }
      const target = normalize(join(dirname(path), wanted))
        .replaceAll('\\', '/')
        .replace(/\?.*$/, '');
      const home = roomOf(target);
      const known = home === room || [room.at, ...room.knows].some((place) => inside(place, target));
      const shut = doors.find(({ door, only }) => door.test(target) && !only.some((place) => inside(place, path)));
      return [
        ...(known ? [] : [`${path}: ${room.at} does not know ${target}`]),
        ...(shut ? [`${path}: may not import ${target}, because ${shut.why}`] : []),
      ];
    });
  });
}

function importsOf(path: string, source: string): string[] {
  const { module, errors } = parseSync(path, source);
  const [error] = errors;
  if (error) return [`unreadable (${error.message})`];
  const dynamic = module.dynamicImports.map(({ moduleRequest: { start, end } }) => source.slice(start, end));
  return [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ moduleRequest }) => moduleRequest?.value ?? []),
    ),
    // An import of something computed cannot be judged, and does not happen in the rooms that are bound.
    ...dynamic.flatMap((text) => /^(['"])(.*)\1$/.exec(text)?.[2] ?? []),
  ];
}

const roomOf = (path: string): Room | undefined =>
  rooms.filter(({ at }) => inside(at, path)).sort((a, b) => b.at.length - a.at.length)[0];

const inside = (place: string, path: string) => path === place || path.startsWith(`${place}/`);

const fits = (allowed: string, wanted: string) =>
  allowed === '*' || wanted === allowed || wanted.startsWith(allowed.endsWith('/') ? allowed : `${allowed}/`);

if (import.meta.main) {
  const folders = ['lib', 'entrypoints', 'components', 'platform', 'scripts', 'bench', 'tests'].filter(existsSync);
  const files = folders
    .flatMap((folder) => globSync(`${folder}/**/*.{ts,tsx}`))
    .map((path) => path.replaceAll('\\', '/'));
  const found = disorder(files, (path) => readFileSync(path, 'utf8'));
  for (const line of found) console.log(line);
  console.log(
    found.length === 0 ? `${files.length} files keep the order of the rooms.` : `${found.length} imports out of order.`,
  );
  process.exitCode = found.length === 0 ? 0 : 1;
}
