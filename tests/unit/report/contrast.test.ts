import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('../../../components/style/tokens.css', import.meta.url), 'utf8');
const tokens = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#[\da-f]{6}), (#[\da-f]{6})\)/g)].map(
    ([, name = '', light = '', dark = '']) => [name, { light, dark }],
  ),
);

/** Relative luminance, WCAG 2.2. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

const token = (name: string, scheme: 'light' | 'dark') => {
  const colours = tokens.get(name);
  if (!colours) throw new Error(`there is no token ${name}`);
  return colours[scheme];
};

describe.each(['light', 'dark'] as const)('%s colours', (scheme) => {
  const text = ['ink', 'quiet', 'accent', 'gold', 'returned', 'danger'];
  it.each(text.flatMap((name) => ['paper', 'surface'].map((ground) => [name, ground])))(
    '%s can be read on %s',
    (name, ground) => {
      expect(contrast(token(name as string, scheme), token(ground as string, scheme))).toBeGreaterThanOrEqual(4.5);
    },
  );

  it('words on the accent can be read', () => {
    expect(contrast(token('on-accent', scheme), token('accent', scheme))).toBeGreaterThanOrEqual(4.5);
  });

  // WCAG 2.2, 1.4.11: graphics and the edges of controls.
  it.each(['likes', 'reviews', 'answers', 'shares', 'care', 'edge'])('%s is seen on every ground', (name) => {
    for (const ground of ['paper', 'surface']) {
      expect(contrast(token(name, scheme), token(ground, scheme))).toBeGreaterThanOrEqual(3);
    }
  });
});
