import { describe, expect, it } from 'vitest';
import { worstWork } from '../../../lib/sites/pattern-work.ts';
import { isSafePattern } from '../../../lib/sites/safe-pattern.ts';
import { loadSites } from '../../../scripts/load-sites.ts';

describe('an expression of a definition', () => {
  it.each([
    ['^/item/(\\d+)$'],
    ['/user/([^/?#]+)'],
    ['^(.+?)( by .*)?$'],
    ['^\\s*@?([^@\\s]+)\\s*$'],
    ['"me":"\\d+".*?"acct":"([^"@]+)"'],
    ['/((?:release|master|artist|label)/\\d+[^/?#]*)'],
    ['^(?!\\s*query)'],
    ['^(?:add|remove)\\w*(?:Label|Assignee)\\w*Mutation$'],
  ])('is taken where it is plain: %s', (source) => {
    expect(isSafePattern(source)).toBe(true);
  });

  it.each([
    ['what repeats a repetition', '(a+)+$'],
    ['what repeats a choice', '(a|aa)*$'],
    ['what looks back', '(?<=a)b'],
    ['what names an earlier group', '(a)\\1'],
    ['repetitions that compete for the same text', 'a*a*a*b'],
    ['the same in other clothes', '\\w*[a-z]*\\d*x'],
    ['the same beyond Latin letters', '[а-я]*[а-я]*[а-я]*!'],
    ['counted repetitions', 'a{0,1000}a{0,1000}a{0,1000}b'],
    ['counted repetitions of counted ones', '(a{0,9}){9}b'],
    ['many optional letters', `${'a?'.repeat(40)}${'a'.repeat(40)}`],
    ['many choices that begin alike', `${'(a|a)'.repeat(40)}b`],
    ['the same behind a look ahead', '(?=(a*a*a*b))a'],
    ['what is none', '('],
  ])('is refused: %s', (_, source) => {
    expect(isSafePattern(source)).toBe(false);
  });

  it('is judged at once, however cunning it is', () => {
    const started = performance.now();
    for (const source of ['(a|a)'.repeat(51), 'a?'.repeat(128), `${'(?:'.repeat(60)}a${')?'.repeat(60)}`])
      worstWork(source);
    expect(performance.now() - started).toBeLessThan(500);
  });

  it('takes no longer on a hostile text than was said of it', () => {
    const texts = [
      'a'.repeat(4096),
      '/'.repeat(4096),
      '/a:'.repeat(1365),
      '-_'.repeat(2048),
      `${'"acct":"'.repeat(512)}`,
    ];
    for (const source of ['^.*.*x', '([\\w-]+)x', '/((?:a|b)/\\d+[^/?#]*)$', '"acct":"([^"@]+)"!']) {
      const expression = new RegExp(source, 'u');
      for (const text of texts) {
        const started = performance.now();
        expression.test(text);
        // A backtracking step takes a few nanoseconds.
        expect(performance.now() - started).toBeLessThan(50 + worstWork(source) / 2e4);
      }
    }
  });
});

it('is what every definition that comes with the extension holds to', async () => {
  const unsafe: string[] = [];
  const look = (value: unknown, name: string, path: string): void => {
    if (Array.isArray(value)) for (const one of value) look(one, name, path);
    else if (typeof value === 'object' && value !== null)
      for (const [key, one] of Object.entries(value)) look(one, key, path);
    else if (typeof value === 'string' && (name === 'match' || name === 'matches') && !isSafePattern(value))
      unsafe.push(`${path}: ${value}`);
  };
  for (const { path, site } of await loadSites()) look(site, '', path);
  expect(unsafe).toEqual([]);
});
