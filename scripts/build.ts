import { parseArgs } from 'node:util';
import { build, zip } from 'wxt';

/**
 * `npm run build`: chrome, edge, firefox and safari into `.output/<browser>-mv3`. `--zip` packs each as well.
 * `--e2e`: `.output/chrome-mv3-e2e` and `.output/firefox-mv3-e2e`. `--browser` (repeatable) picks some of them.
 */
const targets = ['chrome', 'edge', 'firefox', 'safari'] as const;
const e2eTargets = ['chrome', 'firefox'] as const;

interface BuildOptions {
  browsers: readonly string[];
  e2e?: boolean;
  zip?: boolean;
  /** Folder that takes the builds; `.output` unless given. */
  outDir?: string;
}

/** Builds the extension, one browser after the other (a build is quick, and two at once would share `.wxt`). */
async function buildExtension({ browsers, e2e = false, zip: packed = false, outDir }: BuildOptions): Promise<void> {
  for (const browser of browsers) {
    const config = {
      browser,
      manifestVersion: 3 as const,
      mode: e2e ? 'e2e' : 'production',
      ...(outDir ? { outDir } : {}),
    };
    await (packed ? zip(config) : build(config));
  }
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      browser: { type: 'string', multiple: true },
      e2e: { type: 'boolean' },
      zip: { type: 'boolean' },
      out: { type: 'string' },
    },
  });
  await buildExtension({
    browsers: values.browser ?? (values.e2e ? e2eTargets : targets),
    e2e: values.e2e ?? false,
    zip: values.zip ?? false,
    ...(values.out ? { outDir: values.out } : {}),
  });
}
