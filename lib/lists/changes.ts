import type { Site } from '../sites/schema.ts';
import { hostsOf } from './hosts.ts';

/** One definition that an edition of a list adds, changes or no longer has. */
export interface Change {
  id: string;
  name: string;
  version: number;
  /** Of the definition before. */
  from?: number;
  /** Hosts that it wants to see and that the definition before did not. They are never granted by themselves. */
  hosts: string[];
}

export interface Changes {
  added: Change[];
  changed: Change[];
  removed: Change[];
}

/** What becomes different when `after` takes the place of `before`, by the definitions' ids and versions. */
export function changesOf(before: readonly Site[], after: readonly Site[]): Changes {
  const known = new Map(before.map((site) => [site.id, site]));
  const kept = new Set(after.map(({ id }) => id));
  const changes: Changes = { added: [], changed: [], removed: [] };
  for (const site of after) {
    const old = known.get(site.id);
    if (!old) changes.added.push(changeOf(site, undefined));
    else if (old.version !== site.version) changes.changed.push(changeOf(site, old));
  }
  for (const site of before) if (!kept.has(site.id)) changes.removed.push({ ...changeOf(site, site), hosts: [] });
  return changes;
}

function changeOf(site: Site, old: Site | undefined): Change {
  const held = new Set(old ? hostsOf(old) : []);
  return {
    id: site.id,
    name: site.name,
    version: site.version,
    ...(old ? { from: old.version } : {}),
    hosts: hostsOf(site).filter((host) => !held.has(host)),
  };
}
