import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { packZip } from '../../../lib/record/pack-zip.ts';
import { unpackZip, ZipError } from '../../../lib/record/zip.ts';
import { bytesOf } from './vectors.ts';

const at = new Date('2026-11-22T10:00:00Z');
const limits = { files: 8, fileBytes: 100_000, totalBytes: 150_000 };
const refusal = async (zip: Uint8Array) => {
  try {
    await unpackZip(zip, limits);
  } catch (error) {
    if (error instanceof ZipError) return error.problem;
    throw error;
  }
  return 'opened';
};
/** A zip with a change somewhere in it; `find` is looked for from the end. */
function patched(zip: Uint8Array, signature: number[], offset: number, bytes: number[]): Uint8Array {
  const changed = Uint8Array.from(zip);
  for (let n = changed.length - 4; n >= 0; n--) {
    if (!signature.every((byte, k) => changed[n + k] === byte)) continue;
    changed.set(bytes, n + offset);
    return changed;
  }
  throw new Error('no such header');
}
const local = [0x50, 0x4b, 3, 4];
const central = [0x50, 0x4b, 1, 2];

describe('a zip file', async () => {
  const files = new Map([
    ['a.txt', bytesOf('a'.repeat(5000))],
    ['folder/ü.txt', bytesOf('b')],
    ['empty', new Uint8Array()],
  ]);
  const zip = await packZip(files, at);

  it('comes back as it went in, and is the same every time', async () => {
    expect(await unpackZip(zip, limits)).toEqual(files);
    expect(await packZip(files, at)).toEqual(zip);
  });

  it('may have been packed by another tool', async () => {
    const other = zipSync({ folder: { 'b.txt': [bytesOf('b'), { level: 0 }] } }, { comment: 'from elsewhere', os: 3 });
    expect(await unpackZip(other, limits)).toEqual(new Map([['folder/b.txt', bytesOf('b')]]));
  });

  it.each(['../a', 'a/../../b', '/etc/passwd', 'C:/a', 'a\\b', 'a//b', './a', 'a\u0000b', 'a\nb', ''])(
    'is refused with a file named %j',
    async (name) => expect(await refusal(zipSync({ [name]: bytesOf('x') }))).toBe('refused'),
  );

  it('is refused with a name twice, in capitals too', async () => {
    expect(await refusal(zipSync({ 'a.txt': bytesOf('1'), 'A.TXT': bytesOf('2') }))).toBe('refused');
    expect(await refusal(zipSync({ 'a\u0308': bytesOf('1'), '\u00e4': bytesOf('2') }))).toBe('refused');
  });

  it('is refused when it would grow too large, or says less than it holds', async () => {
    expect(await refusal(zipSync({ big: new Uint8Array(100_001) }))).toBe('refused');
    expect(await refusal(zipSync({ a: new Uint8Array(80_000), b: new Uint8Array(80_000) }))).toBe('refused');
    expect(
      await refusal(zipSync(Object.fromEntries(Array.from({ length: 9 }, (_, n) => [`${n}`, bytesOf('x')])))),
    ).toBe('refused');
    const bomb = zipSync({ bomb: new Uint8Array(90_000) });
    // Both headers claim ten bytes.
    const modest = patched(patched(bomb, central, 24, [10, 0, 0, 0]), local, 22, [10, 0, 0, 0]);
    expect(await refusal(modest)).toBe('refused');
    // Or far more than so few bytes can become.
    expect(
      await refusal(
        patched(patched(zipSync({ a: bytesOf('x') }), central, 24, [0, 128, 1, 0]), local, 22, [0, 128, 1, 0]),
      ),
    ).toBe('refused');
  });

  it('is refused where its two descriptions of a file differ', async () => {
    const one = zipSync({ 'a.txt': bytesOf('hello') });
    expect(await refusal(patched(one, local, 30, [0x62]))).toBe('refused');
    expect(await refusal(patched(one, local, 14, [0]))).toBe('refused');
    expect(await refusal(patched(one, central, 42, [4]))).toBe('refused');
    expect(await refusal(patched(one, central, 8, [1]))).toBe('refused');
    expect(await refusal(patched(one, central, 10, [12]))).toBe('refused');
  });

  it('is refused where two files share their bytes', async () => {
    const two = zipSync({ 'a.txt': bytesOf('same'), 'b.txt': bytesOf('same') });
    // The second entry of the table points to the first file, under that file's name.
    const shared = patched(patched(two, central, 42, [0, 0, 0, 0]), central, 46, [0x61]);
    expect(await refusal(shared)).toBe('refused');
  });

  it('is none at all', async () => {
    for (const bytes of [
      new Uint8Array(),
      bytesOf('PK'),
      bytesOf('not a zip file at all, only text'),
      zip.subarray(0, -1),
    ]) {
      expect(await refusal(bytes)).toBe('unreadable');
    }
  });
});
