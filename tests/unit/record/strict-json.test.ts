import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JsonError, parseStrictJson } from '../../../lib/record/strict-json.ts';
import { bytesOf, vectorJson } from './vectors.ts';

const limits = { bytes: 100_000, depth: 8 };
const parse = (text: string) => parseStrictJson(bytesOf(text), limits);

describe('strict JSON', () => {
  it.each(vectorJson('jcs/must-reject.json') as { case: string; json: string }[])('refuses: $case', ({ json }) => {
    expect(() => parse(json)).toThrow(JsonError);
  });

  it.each([
    ['a name twice, written otherwise', '{"a":1,"\\u0061":2}'],
    ['a name twice, deep down', '[{"b":{"a":"}","a":2}}]'],
    ['a name twice around a quote', '{"a\\"":1,"a\\"":2}'],
    ['too much depth', '['.repeat(9) + ']'.repeat(9)],
    ['an open string', '{"a'],
    ['a trailing comma', '[1,]'],
    ['two values', '{}{}'],
    ['nothing', ''],
    ['a byte order mark', '\ufeff{}'],
  ])('refuses %s', (_, text) => expect(() => parse(text)).toThrow(JsonError));

  it('refuses bytes that are no UTF-8, and too many of them', () => {
    expect(() => parseStrictJson(Uint8Array.of(0x22, 0xff, 0x22), limits)).toThrow(JsonError);
    expect(() => parseStrictJson(new Uint8Array(100_001), limits)).toThrow(JsonError);
  });

  it('reads a name again in another object, and what looks like a name in a text', () => {
    expect(parse('[{"a":1},{"a":"\\"a\\":1,{["}]')).toEqual([{ a: 1 }, { a: '"a":1,{[' }]);
  });

  it('reads whatever JSON.stringify writes of exact values', () => {
    const value = fc.letrec((tie) => ({
      value: fc.oneof(
        { depthSize: 'small', maxDepth: 5 },
        fc.string({ unit: 'grapheme' }),
        fc.integer(),
        fc.boolean(),
        fc.constant(null),
        fc.array(tie('value'), { maxLength: 4 }),
        fc.dictionary(fc.string({ unit: 'grapheme' }), tie('value'), { maxKeys: 4 }),
      ),
    })).value;
    fc.assert(
      fc.property(value, (given) => {
        expect(parse(JSON.stringify(given))).toEqual(JSON.parse(JSON.stringify(given)));
      }),
    );
  });

  it('never fails otherwise than by its own error, even on hostile texts', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('"', '\\', '{', '}', '[', ']', ':', ',', 'a', '1', ' ') }),
        (text) => {
          try {
            parse(text);
          } catch (error) {
            expect(error).toBeInstanceOf(JsonError);
          }
        },
      ),
    );
    expect(() => parse(`"${'\\'.repeat(99_000)}`)).toThrow(JsonError);
    expect(() => parse('['.repeat(99_000))).toThrow(JsonError);
  });

  it('is not kept busy by a long text before many colons', () => {
    const bytes = new TextEncoder().encode(`["${'a'.repeat(1_000_000)}"${':'.repeat(1_000_000)}]`);
    const start = performance.now();
    expect(() => parseStrictJson(bytes, { bytes: 4_000_000, depth: 8 })).toThrow(JsonError);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
