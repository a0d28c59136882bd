import type { Entry } from '../ledger/entry.ts';
import type { BuiltOn } from './cascade.ts';

/** In what way a work was built on another. */
export type Relation = 'in-reply-to' | 'shared-from' | 'reviewed' | 'edited' | 'responds-to';

const relations: Partial<Record<Entry['kind'], Relation>> = {
  answer: 'in-reply-to',
  comment: 'in-reply-to',
  share: 'shared-from',
  review: 'reviewed',
  rating: 'reviewed',
  'code-review': 'reviewed',
  edit: 'edited',
};

export interface Link {
  from: string;
  to: string;
  relation: Relation;
}

/** Somebody who made a work: their name on a site, and where they are found. */
export interface Maker {
  name: string;
  site: string;
  url?: string;
}

/** Works and what they were built on, as far as the person's own ledger knows. */
export interface Works {
  links: readonly Link[];
  /** Who made a work, where an entry says so. Works of the person are not among them. */
  makers: ReadonlyMap<string, Maker>;
}

/** The work that an entry is: what it made, or itself. */
export const workOf = (entry: Pick<Entry, 'id' | 'made'>): string => entry.made?.url ?? `act:${entry.id}`;

/**
 * Reads from entries what was built on what. An entry is built on its object; where the object is something the person
 * made earlier, the path goes on from there.
 */
export function worksOf(entries: Iterable<Entry>): Works {
  const links: Link[] = [];
  const makers = new Map<string, Maker>();
  for (const entry of entries) {
    const from = workOf(entry);
    const to = entry.object.url;
    if (from !== to) links.push({ from, to, relation: relations[entry.kind] ?? 'responds-to' });
    if (entry.to) {
      const { name, url } = entry.to;
      makers.set(to, { name, site: entry.site, ...(url ? { url } : {}) });
    }
  }
  return { links, makers };
}

/**
 * What each work was built on, with the weights the person gave; one for each link they gave none.
 * @param weights by `from` and `to`, parts of a million
 */
export function sourcesOf(
  links: readonly Link[],
  weights: (link: Link) => bigint = () => 1n,
): (work: string) => readonly BuiltOn[] {
  const byWork = new Map<string, Map<string, bigint>>();
  for (const link of links) {
    const of = byWork.get(link.from) ?? new Map<string, bigint>();
    of.set(link.to, weights(link));
    byWork.set(link.from, of);
  }
  return (work) => [...(byWork.get(work) ?? [])].map(([to, weight]) => ({ work: to, weight }));
}
