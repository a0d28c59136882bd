import type { Site } from '../sites/schema.ts';

/**
 * The definitions in use: those that came with the extension, those of the lists that somebody subscribed to, in the
 * order of subscription, and the person's own. A list replaces a definition only by a higher version of it; what the
 * person wrote always counts.
 */
export function mergeDefinitions(
  shipped: readonly Site[],
  lists: readonly (readonly Site[])[],
  own: readonly Site[] = [],
): Site[] {
  const merged = new Map(shipped.map((site) => [site.id, site]));
  for (const list of lists) {
    for (const site of list) {
      const known = merged.get(site.id);
      if (!known || site.version > known.version) merged.set(site.id, site);
    }
  }
  for (const site of own) merged.set(site.id, site);
  return [...merged.values()];
}
