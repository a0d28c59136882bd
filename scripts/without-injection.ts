import type { Plugin } from 'vite';

/**
 * Packages that can turn text into markup or into code, and the line where they do. Nothing here uses these lines, so
 * they are taken out of the builds: what is not shipped cannot be misused, and a store's reviewer need not wonder.
 */
const cuts: { file: RegExp; line: RegExp; instead: string }[] = [
  // Preact's `dangerouslySetInnerHTML`.
  { file: /\/preact\/dist\/preact\.\w+(\.js)?$/, line: /\(\w+\.innerHTML=\w+\.__html\)/, instead: '(void 0)' },
  // `selection.html(…)` of d3, which comes with Observable Plot.
  { file: /\/d3-selection\/dist\/d3-selection\.mjs$/, line: /this\.innerHTML = (?!"")[^;]+;/g, instead: '' },
  // zod compiles schemas where it may; an extension may not, so its slower way is the only one here anyway.
  {
    file: /\/zod\/v4\/core\/util\.js$/,
    line: /const F = Function;\s+new F\(""\);\s+return true;/,
    instead: 'return false;',
  },
  {
    file: /\/zod\/v4\/core\/doc\.js$/,
    line: /const F = Function;[\s\S]+?return factory\([^;]+;/,
    instead: 'throw new Error("Nothing is compiled here.");',
  },
];

/** Vite plugin. Fails the build where a package no longer has its line: then somebody has to look again. */
export function withoutInjection(): Plugin {
  return {
    name: 'without-injection',
    enforce: 'pre',
    transform(code, id) {
      const path = id.replace(/\?.*$/, '').replaceAll('\\', '/');
      const cut = cuts.find(({ file }) => file.test(path));
      if (!cut) return null;
      const without = code.replace(cut.line, cut.instead);
      if (without === code)
        this.error(`The line to be taken out of ${path} is not there: see scripts/without-injection.ts`);
      return { code: without, map: null };
    },
  };
}
