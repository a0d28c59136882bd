import type { Profile } from '../gesture.ts';
import { nearest } from './path.ts';

/** Answers whether a place on the page belongs to private messages, by its address or by the region it is in. */
export function privacyOf({ private: { paths, within } }: Profile) {
  const patterns = paths.map((path) => new URLPattern(/^https?:/.test(path) ? path : { pathname: path }));

  return (url: string, path: readonly Element[]): boolean =>
    patterns.some((pattern) => pattern.test(url)) || (within.length > 0 && nearest(path, within.join()) !== undefined);
}
