import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import type { SiteCase } from '../lib/sites/cases.ts';
import type { Site } from '../lib/sites/schema.ts';

/** One definition with its cases, as they lie in the folder. */
export interface SiteFiles {
  /** Path below `lib/sites/`, without ending: `hosts/x`. */
  path: string;
  site: Site;
  cases: readonly SiteCase[];
}

const root = new URL('../lib/sites/', import.meta.url);

/**
 * Every definition in `lib/sites/hosts` and `lib/sites/software` with its cases, for programs that run under Node
 * (the extension itself finds them through `lib/sites/all.ts`).
 */
export async function loadSites(): Promise<SiteFiles[]> {
  const found: SiteFiles[] = [];
  for (const folder of ['hosts', 'software']) {
    const names = (await readdir(new URL(`${folder}/`, root))).filter(
      (name) => name.endsWith('.ts') && !name.endsWith('.cases.ts'),
    );
    for (const name of names.sort()) {
      const path = `${folder}/${name.slice(0, -3)}`;
      const { default: site } = (await import(new URL(`${path}.ts`, root).href)) as { default: Site };
      // A definition without cases must fail its own test, not everybody's.
      const file = new URL(`${path}.cases.ts`, root);
      const cases = existsSync(file) ? ((await import(file.href)) as { default: readonly SiteCase[] }).default : [];
      found.push({ path, site, cases });
    }
  }
  return found;
}
