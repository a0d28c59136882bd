import type { Kind } from '../ledger/kinds.ts';

/** What is asked of a definition here. */
interface Definition {
  id: string;
  actions: readonly {
    kind: Kind;
    becomes?: readonly { kind: Kind }[] | undefined;
    refusal?: string | undefined;
  }[];
}

/**
 * From the definitions: whether a site can refuse an act of a kind although it answers with success. A site that no
 * definition knows any more may.
 */
export function mayHide(sites: readonly Definition[]): (site: string, kind: Kind) => boolean {
  const known = new Set(sites.map(({ id }) => id));
  const hiding = new Set<string>();
  for (const { id, actions } of sites) {
    for (const { kind, becomes = [], refusal } of actions) {
      if (refusal !== 'hidden') continue;
      for (const each of [kind, ...becomes.map((other) => other.kind)]) hiding.add(`${id} ${each}`);
    }
  }
  return (site, kind) => !known.has(site) || hiding.has(`${site} ${kind}`);
}
