import { readdirSync, readFileSync } from 'node:fs';
import { hex } from '@scure/base';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical, canonicalBytes, jcs } from '../../../lib/ledger/canonical.ts';

const folder = new URL('../../vectors/jcs/', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, folder), 'utf8');

describe('canonical JSON (RFC 8785)', () => {
  it.each(readdirSync(new URL('input/', folder)))('gives the published bytes for %s', (file) => {
    const bytes = new TextEncoder().encode(jcs(JSON.parse(read(`input/${file}`))));
    const expected = read(`outhex/${file.replace('.json', '.txt')}`).replaceAll(/\s/g, '');
    expect(hex.encode(bytes)).toBe(expected);
  });

  it.each(JSON.parse(read('numbers-appendix-b.json')) as { ieee754_hex: string; json?: string; error?: true }[])(
    'writes the double $ieee754_hex as appendix B does',
    ({ ieee754_hex, json, error }) => {
      const value = new DataView(hex.decode(ieee754_hex).buffer).getFloat64(0);
      if (error) expect(() => jcs(value)).toThrow();
      else expect(jcs(value)).toBe(json);
    },
  );

  it.each(
    (JSON.parse(read('must-reject.json')) as { case: string; json: string }[]).filter(
      // Duplicate names are gone once a text is parsed: the record reader refuses those (lib/record/strict-json.ts).
      ({ case: name }) => !name.startsWith('duplicate'),
    ),
  )('refuses $case', ({ json }) => expect(() => canonical(JSON.parse(json))).toThrow(TypeError));
});

describe('canonical JSON for records', () => {
  it.each([
    ['a float', { a: [1, 0.5] }, '/a/1'],
    ['null', { a: null }, '/a'],
    ['undefined', { a: undefined }, '/a'],
    ['a hole in a list', { a: new Array(1) }, '/a/0'],
    ['an object with a class', { 'a/b': new Date(0) }, '/a~1b'],
    ['a function', { a: () => 1 }, '/a'],
    ['a big integer', 1n, '/'],
  ])('refuses %s and says where', (_, value, path) => {
    expect(() => canonical(value)).toThrow(
      expect.objectContaining({ name: 'TypeError', message: expect.stringContaining(path) }),
    );
  });

  it('orders names by UTF-16 code units and keeps text as it came', () => {
    const decomposed = 'e\u0301';
    expect(canonical({ '\u{1f600}': 1, '\ufb33': 2, a: decomposed, A: true })).toBe(
      `{"A":true,"a":"${decomposed}","\u{1f600}":1,"\ufb33":2}`,
    );
    expect(canonicalBytes('é')).toEqual(Uint8Array.of(0x22, 0xc3, 0xa9, 0x22));
  });

  it('takes the short way only where it gives the same text', () => {
    const names = fc.constantFrom('a', 'b', '10', '9', '', '_sd', 'é', '\u{1f600}', '\ufb33', '__proto__', 'toJSON');
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 3 },
        fc.string({ unit: 'binary' }),
        fc.maxSafeInteger(),
        fc.constantFrom(0, -0, true, false),
        fc.array(tie('value'), { maxLength: 3 }),
        fc
          .array(fc.tuple(names, tie('value')), { maxLength: 4 })
          .map((pairs) => JSON.parse(JSON.stringify(Object.fromEntries(pairs)))),
      ),
    }));
    fc.assert(
      fc.property(value, (one) => canonical(one) === jcs(one)),
      { numRuns: 2000 },
    );
  });
});
