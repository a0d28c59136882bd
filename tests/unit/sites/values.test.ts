import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPointer, withPointer } from '../../../lib/sites/pointer.ts';
import { protobufField } from '../../../lib/sites/protobuf.ts';
import { allHold, fillTemplate, resolve, sourceOf } from '../../../lib/sites/resolve.ts';
import { isSafePattern } from '../../../lib/sites/safe-pattern.ts';
import { parseJson, runSteps } from '../../../lib/sites/steps.ts';

describe('pointers', () => {
  const tree = { a: { 'b/c': [1, { '~': 'deep' }] } };

  it('read objects, lists and escaped tokens', () => {
    expect(readPointer(tree, '/a/b~1c/1/~0')).toBe('deep');
  });

  it('never reach a prototype', () => {
    expect(readPointer(tree, '/constructor')).toBeUndefined();
    expect(readPointer(tree, '/a/__proto__')).toBeUndefined();
    expect(readPointer('text', '/length')).toBeUndefined();
  });

  it('put a value only where one stands already, and leave the tree as it was', () => {
    const read = withPointer(tree, '/a/b~1c/0', 'new');
    expect(readPointer(read, '/a/b~1c/0')).toBe('new');
    expect(readPointer(tree, '/a/b~1c/0')).toBe(1);
    expect(withPointer(tree, '/x/y', 1)).toBeUndefined();
  });
});

describe('steps', () => {
  it('decode base64 with and without padding, url-safe or not', () => {
    expect(runSteps('ZmVlZGJhY2s6MTIz', ['base64'])).toBe('feedback:123');
    expect(runSteps('w6k_', ['base64'])).toBe('é?');
  });

  it('give nothing where they cannot read', () => {
    expect(runSteps('%%%', ['base64'])).toBeUndefined();
    expect(runSteps('%E0%', ['percent'])).toBeUndefined();
    expect(runSteps({}, ['lower'])).toBeUndefined();
    expect(runSteps('no', [{ map: { yes: '1' } }])).toBeUndefined();
  });

  it('turn media numbers into the codes of permalinks', () => {
    expect(runSteps('3865890235180097425', ['shortcode'])).toBe('DWmZq_Aj5-R');
  });

  it('keep the digits of numbers that are too long for a number', () => {
    expect(parseJson('{"id":12345678901234567890,"n":7}')).toEqual({ id: '12345678901234567890', n: 7 });
  });

  it('read a field of a protocol buffer by its path', () => {
    // {2: "dQw4w9WgXcQ", 5: {1: 300}}
    const bytes = [0x12, 11, ...new TextEncoder().encode('dQw4w9WgXcQ'), 0x2a, 3, 0x08, 0xac, 0x02];
    const token = encodeURIComponent(btoa(String.fromCharCode(...bytes)));
    expect(protobufField(token, [2])).toBe('dQw4w9WgXcQ');
    expect(protobufField(token, [5, 1])).toBe('300');
    expect(protobufField(token, [9])).toBeUndefined();
  });

  it('survive any token given as a protocol buffer', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.base64String()),
        fc.array(fc.nat({ max: 30 }), { minLength: 1 }),
        (token, path) => {
          const field = protobufField(token, path);
          expect(field === undefined || typeof field === 'string').toBe(true);
        },
      ),
      { numRuns: 5000 },
    );
  });
});

describe('patterns of definitions', () => {
  it.each(['^@?([^@\\s]+)', '/status/(\\d+)', '^(?:use)?Polaris', 'a{2,}b'])('takes %s', (pattern) => {
    expect(isSafePattern(pattern)).toBe(true);
  });

  it.each(['(a+)+$', '(a|aa)*b', '(\\w*,)+', '(a)\\1', '((a*)b)*', '(?<=x)y', '(', '(a{1,9})+'])(
    'refuses %s',
    (pattern) => {
      expect(isSafePattern(pattern)).toBe(false);
    },
  );
});

describe('values and tests', () => {
  const read = sourceOf({
    form: { dir: '1', id: 't3_x', empty: '', gone: null },
    json: { ok: true, n: 3, list: ['a', 'b'] },
  });

  it('take the first pointer that leads somewhere', () => {
    expect(resolve({ from: ['/form/none', '/form/empty', '/form/id'], via: [{ match: '^t3_(.+)$' }] }, read)).toBe('x');
    expect(resolve('/json/list', read)).toEqual(['a', 'b']);
  });

  it('compare numbers, truth values and null as texts', () => {
    expect(
      allHold(
        [
          { at: '/json/n', is: 3 },
          { at: '/json/ok', is: true },
          { at: '/form/gone', is: null },
          { at: '/form/dir', not: ['0', -1] },
        ],
        read,
      ),
    ).toBe(true);
    expect(
      allHold(
        [
          { at: '/form/none', not: 'x' },
          { at: '/form/empty', present: false },
        ],
        read,
      ),
    ).toBe(true);
    expect(
      allHold(
        [
          {
            any: [
              { at: '/form/none', present: true },
              { at: '/form/id', matches: '^t3_' },
            ],
          },
        ],
        read,
      ),
    ).toBe(true);
    expect(allHold([{ at: '/form/none', is: 'x' }], read)).toBe(false);
  });
});

describe('templates', () => {
  const names = (name: string) => ({ id: '12', title: 'Talk:A b?c', 'page.url': 'https://x.example/a?b=c' })[name];

  it('keep values inside their part of the URL', () => {
    expect(fillTemplate('https://w.example/wiki/{title}', names)).toBe('https://w.example/wiki/Talk:A%20b%3Fc');
    expect(fillTemplate('https://w.example/?title={title}', names)).toBe('https://w.example/?title=Talk%3AA%20b%3Fc');
    expect(fillTemplate('{page.url}', names)).toBe('https://x.example/a?b=c');
  });

  it('give nothing where a name is unknown', () => {
    expect(fillTemplate('https://x.example/{none}', names)).toBeUndefined();
  });
});
