import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ExportedRecord } from '../../../lib/record/export.ts';
import { packZip } from '../../../lib/record/pack-zip.ts';
import { aRecord, aWeek } from './factories.ts';
import { bytesOf, vector } from './vectors.ts';

const script = new URL('../../../scripts/verify.ts', import.meta.url).pathname;
let folder: string;
let record: ExportedRecord;

/** Runs the command as `npm run verify -- …` does. */
function verify(...args: string[]): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [script, ...args], { timeout: 30_000 }, (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code) : 0, output: stdout + stderr }),
    );
  });
}

async function unpackedTo(name: string, files: ReadonlyMap<string, Uint8Array>): Promise<string> {
  const place = join(folder, name);
  for (const [path, bytes] of files) {
    await mkdir(dirname(join(place, path)), { recursive: true });
    await writeFile(join(place, path), bytes);
  }
  return place;
}

async function zipOf(name: string, bytes: Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return path;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'contrail-verify-'));
  // Dated before today, whatever the clock of the machine says.
  record = await aRecord(await aWeek(), { now: () => new Date('2024-01-01T00:00:00Z') });
});
afterAll(() => rm(folder, { recursive: true }));

describe('npm run verify', { timeout: 60_000 }, () => {
  it('says valid, with exit code 0, for the zip and for its unpacked folder', async () => {
    for (const path of [await zipOf('record.zip', record.zip), await unpackedTo('record', record.files)]) {
      const { code, output } = await verify(path);
      expect(output).toContain('Valid. Signed 2024-01-01T00:00:00Z');
      expect(output).toContain('https://social.example/@alice on https://social.example: 8 entries, 7 shown');
      expect(code).toBe(0);
    }
  });

  it('checks the worked example under its own namespace', async () => {
    const files = new Map([
      ['record.json', bytesOf(vector('worked-example/record.json'))],
      ['entries/7f3c9a1e5b2d4c60.jsonl', bytesOf(vector('worked-example/entries.jsonl'))],
    ]);
    const path = await unpackedTo('example', files);
    expect(await verify(path)).toMatchObject({
      code: 1,
      output: expect.stringContaining('--namespace https://contrail.example'),
    });
    const { output } = await verify('--namespace', 'https://contrail.example', path);
    // The example is dated 21 November 2026: either it verifies, or the clock of this machine is behind it.
    expect(output).toMatch(/^Valid|Step 6 \(times\)/);
  });

  it('names step, file and line of a change, with exit code 1', async () => {
    const [path = ''] = [...record.files.keys()].filter((name) => name.startsWith('entries/'));
    const text = new TextDecoder().decode(record.files.get(path));
    const changed = new Map(record.files).set(path, bytesOf(text.replace('"kind":"', '"kind" :"')));
    const { code, output } = await verify(await unpackedTo('changed', changed));
    expect(code).toBe(1);
    expect(output).toMatch(/^Not valid\. Step 8 \(entries\): .+\n {2}in entries\/[0-9a-f]{16}\.jsonl, line 1\n/);
    const page = new Map(record.files).set('index.html', bytesOf('<p>Trust me'));
    const zipped = await verify(await zipOf('changed.zip', await packZip(page, new Date())));
    expect(zipped).toMatchObject({ code: 1, output: expect.stringMatching(/Step 10 .+\n {2}in index\.html/) });
  });

  it('refuses a damaged zip and a folder with links, with exit code 1', async () => {
    const damaged = Uint8Array.from(record.zip);
    damaged[200] = (damaged[200] as number) ^ 1;
    expect(await verify(await zipOf('damaged.zip', damaged))).toMatchObject({
      code: 1,
      output: expect.stringContaining('Step 1'),
    });
    const linked = await unpackedTo('linked', record.files);
    await symlink('/etc/hostname', join(linked, 'more.txt'));
    expect(await verify(linked)).toMatchObject({ code: 1, output: expect.stringContaining('more.txt') });
  });

  it.each([
    ['nothing', []],
    ['two paths', ['a', 'b']],
    ['an unknown option', ['--trust', 'a']],
    ['a path that is not there', ['/nowhere/record.zip']],
  ])('cannot read %s, with exit code 2', async (_, args) => {
    expect(await verify(...args)).toMatchObject({ code: 2, output: expect.stringContaining('Cannot be read') });
  });

  it('cannot read what is no record, with exit code 2', async () => {
    expect(await verify(await zipOf('text.zip', bytesOf('only text')))).toMatchObject({ code: 2 });
    expect(await verify(await unpackedTo('empty', new Map([['a.txt', bytesOf('a')]])))).toMatchObject({ code: 2 });
  });
});
