import type { Family } from '../ledger/kinds.ts';

/**
 * The shape of each family, so that colour is never alone: corners around the origin, at most 1 away from it in
 * each direction. Likes have none: they are a circle.
 */
export const corners: Record<Family, readonly (readonly [number, number])[]> = {
  likes: [],
  reviews: [
    [0, -1],
    [1, 0],
    [0, 1],
    [-1, 0],
  ],
  answers: [
    [0, -0.9],
    [1, 0.8],
    [-1, 0.8],
  ],
  shares: [
    [-0.8, -1],
    [1, 0],
    [-0.8, 1],
  ],
  care: [
    [-0.8, -0.8],
    [0.8, -0.8],
    [0.8, 0.8],
    [-0.8, 0.8],
  ],
};

/** The shape as an SVG path around the origin, `radius` units large. */
export function markPath(family: Family, radius: number): string {
  const points = corners[family];
  if (points.length === 0) {
    const r = radius * 0.9;
    return `M${-r} 0a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`;
  }
  return `M${points.map(([x, y]) => `${round(x * radius)} ${round(y * radius)}`).join('L')}Z`;
}

const round = (n: number) => Math.round(n * 100) / 100;
