import { execFileSync, spawnSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { siteSchema } from '../../../lib/sites/schema.ts';
import { faultOf, filesOf } from '../../../scripts/new-site.ts';
import { leftToFillIn } from '../sites/fill-in.ts';

const root = mkdtempSync(join(tmpdir(), 'contrail-new-site-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const run = (...args: string[]) =>
  spawnSync(process.execPath, ['scripts/new-site.ts', ...args, '--root', root], { encoding: 'utf8' });

describe('a new site', () => {
  it('is two files that compile as they are', () => {
    expect(run('--id', 'bee-hive', '--host', 'hive.example').status).toBe(0);
    expect(run('--id', 'comb', '--host', 'comb.example', '--software').status).toBe(0);
    // What they import lies beside them in the real tree.
    symlinkSync(resolve('node_modules'), join(root, 'node_modules'));
    for (const path of globSync(['lib/*', 'lib/sites/*.ts'])) {
      if (path !== 'lib/sites') symlinkSync(resolve(path), join(root, path));
    }
    const { compilerOptions } = JSON.parse(readFileSync('tsconfig.json', 'utf8').replace(/^\s*\/\/.*$/gm, '')) as {
      compilerOptions: object;
    };
    writeFileSync(
      join(root, 'tsconfig.json'),
      JSON.stringify({
        compilerOptions: { ...compilerOptions, noEmit: true, types: [], skipLibCheck: true },
        files: ['hosts/bee-hive', 'software/comb'].flatMap((path) => [
          `lib/sites/${path}.ts`,
          `lib/sites/${path}.cases.ts`,
        ]),
      }),
    );
    const tsc = resolve('node_modules/.bin/tsc');
    expect(() => execFileSync(tsc, ['-p', root], { encoding: 'utf8' })).not.toThrow();
  });

  it.each([
    ['hosts', { id: 'bee-hive', host: 'hive.example' }],
    ['software', { id: 'comb', host: 'comb.example', software: true }],
  ])('in %s holds to the schema, and says place by place what is left to fill in', async (folder, order) => {
    const site = ((await import(join(root, `lib/sites/${folder}/${order.id}.ts`))) as { default: object }).default;
    expect(siteSchema.safeParse(site).error).toBeUndefined();
    const left = leftToFillIn(Object.values(filesOf(order)));
    expect(left).toContainEqual(expect.stringContaining('where the facts come from'));
    expect(left.length).toBeGreaterThan(8);
  });

  it('takes the place of none that is there', () => {
    expect(run('--id', 'bee-hive', '--host', 'other.example').stderr).toContain(
      'There is lib/sites/hosts/bee-hive.ts already.',
    );
  });

  it.each([
    [{}, 'Usage'],
    [{ id: 'Hive', host: 'hive.example' }, 'no id'],
    [{ id: '../x', host: 'hive.example' }, 'no id'],
    [{ id: 'hive', host: 'https://hive.example' }, 'no host'],
  ])('is refused where the order is wrong: %j', (order, why) => {
    expect(faultOf(order)).toContain(why);
  });
});
