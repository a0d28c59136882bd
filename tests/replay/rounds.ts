import type { SiteCase } from '../../lib/sites/cases.ts';
import { hostsOf } from './stage.ts';

/** A case with what it builds on, ready to be played. */
export interface Replay {
  site: string;
  given: SiteCase;
  /** Cases to be played before, oldest first. */
  before: SiteCase[];
}

/** All cases of a site that a real browser can play. Throws where a case builds on one that is not there. */
export function replaysOf(site: string, cases: readonly SiteCase[]): Replay[] {
  const named = (name: string) => {
    const found = cases.find((one) => one.name === name);
    if (!found) throw new Error(`${site}: no case is called "${name}"`);
    return found;
  };
  const before = ({ after = [] }: SiteCase): SiteCase[] =>
    after.map(named).flatMap((earlier) => [...before(earlier), earlier]);
  return cases.filter((given) => given.unitOnly === undefined).map((given) => ({ site, given, before: before(given) }));
}

/**
 * Parts replays into rounds that can be played side by side in one browser: no two of a round share a site or a host,
 * so every entry and every request belongs to one of them.
 */
export function roundsOf(replays: readonly Replay[], most: number): Replay[][] {
  const waiting = [...replays];
  const rounds: Replay[][] = [];
  while (waiting.length > 0) {
    const round: Replay[] = [];
    const taken = new Set<string>();
    // Sites with the most cases left go first, or the last rounds would hold one lone case each.
    const counts = Map.groupBy(waiting, ({ site }) => site);
    const order = [...waiting].sort((a, b) => (counts.get(b.site)?.length ?? 0) - (counts.get(a.site)?.length ?? 0));
    for (const replay of order) {
      if (round.length === most) break;
      const marks = [`site ${replay.site}`, ...[replay.given, ...replay.before].flatMap((one) => [...hostsOf(one)])];
      if (marks.some((mark) => taken.has(mark))) continue;
      for (const mark of marks) taken.add(mark);
      round.push(replay);
      waiting.splice(waiting.indexOf(replay), 1);
    }
    rounds.push(round);
  }
  return rounds;
}

/** The one act, one undo and one refusal of each site that Firefox plays too: the first of each, in file order. */
export function selection(replays: readonly Replay[]): Replay[] {
  const abouts = ['do', 'undo', 'refusal'];
  return [...Map.groupBy(replays, ({ site }) => site).values()].flatMap((ofSite) =>
    abouts.flatMap((about) => ofSite.find(({ given }) => given.about === about) ?? []),
  );
}
