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

/** The sites there are, and what each can refuse although it answers with success, as `site kind`. */
export interface Hiding {
  sites: readonly string[];
  hiding: readonly string[];
}

/** Reads from the definitions what the figures ask of them: a few words, where the definitions are large. */
export function hidingOf(sites: readonly Definition[]): Hiding {
  const hiding = new Set<string>();
  for (const { id, actions } of sites) {
    for (const { kind, becomes = [], refusal } of actions) {
      if (refusal !== 'hidden') continue;
      for (const each of [kind, ...becomes.map((other) => other.kind)]) hiding.add(`${id} ${each}`);
    }
  }
  return { sites: sites.map(({ id }) => id), hiding: [...hiding] };
}

/** Whether a site can refuse an act of a kind although it answers with success. One that nobody knows any more may. */
export function mayHide(known: Hiding): (site: string, kind: Kind) => boolean {
  const sites = new Set(known.sites);
  const hiding = new Set(known.hiding);
  return (site, kind) => !sites.has(site) || hiding.has(`${site} ${kind}`);
}
