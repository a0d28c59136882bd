import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { caseAbouts } from '../../../lib/sites/cases.ts';
import { siteSchema } from '../../../lib/sites/schema.ts';
import { loadSites } from '../../../scripts/load-sites.ts';
import { leftToFillIn } from './fill-in.ts';

const files = await loadSites();

it('gives every definition an id of its own', () => {
  const ids = files.map(({ site }) => site.id);
  expect(new Set(ids).size).toBe(ids.length);
});

describe.each(files)('$path', ({ path, site, cases }) => {
  it('has nothing left to be filled in', async () => {
    const read = (ending: string) => readFile(new URL(`../../../lib/sites/${path}${ending}`, import.meta.url), 'utf8');
    // Each is a place in the two files that `npm run new:site` made; docs/adding-a-site.md says what belongs there.
    expect(leftToFillIn([await read('.ts'), await read('.cases.ts')])).toEqual([]);
  });

  it('holds to the schema', () => {
    expect(siteSchema.safeParse(site).error?.issues ?? []).toEqual([]);
  });

  it('is plain data', () => {
    expect(JSON.parse(JSON.stringify(site))).toEqual(site);
  });

  it('is named like its file', () => {
    expect(path.split('/').at(-1)).toBe(site.id);
  });

  it('has a case for every situation, or says why not', async () => {
    const source = await readFile(new URL(`../../../lib/sites/${path}.cases.ts`, import.meta.url), 'utf8');
    const covered = new Set<string>(cases.map(({ about }) => about));
    const missing = caseAbouts.filter((about) => !covered.has(about) && !source.includes(`No "${about}" case:`));
    expect(missing).toEqual([]);
  });

  it('has a case for every action it describes', () => {
    const kinds = new Set(cases.flatMap(({ expect: entries }) => entries.map(({ kind }) => kind)));
    expect(site.actions.filter(({ kind }) => !kinds.has(kind)).map(({ id }) => id)).toEqual([]);
  });

  it('names its cases apart, and finds those that a case builds on', () => {
    const names = cases.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(cases.flatMap(({ after }) => after ?? []).filter((name) => !names.includes(name))).toEqual([]);
  });
});
