import type { SiteLine } from '../../lib/messages.ts';
import type { Refusal } from '../../lib/sites/contribution.ts';

/** What of the counts of one definition is worth telling those who mend it. */
interface BreakageLine {
  site: string;
  version: number;
  /** A day: `2026-11-22`. */
  lastSeen?: string;
  presses: number;
  withoutRequest: number;
  withoutRequestInARow: number;
  withoutPress: number;
  refused: Partial<Record<Refusal, number>>;
}

export interface Breakage {
  type: 'ContrailBreakageReport';
  contrail: string;
  browser: string;
  day: string;
  sites: BreakageLine[];
}

/** The reasons there are: what is stored under another name is not told. */
const refusals: Record<Refusal, true> = {
  status: true,
  'taken-back': true,
  login: true,
  'no-redirect': true,
  'signed-out': true,
  private: true,
  draft: true,
  'no-control': true,
  'no-object': true,
  unclear: true,
};

/**
 * Which definitions had trouble, as a file for those who mend them: numbers, the definitions' own names, and days. Only
 * definitions that came with the extension are in it, because the name of one that did not can tell where a person
 * works; and only those with trouble, because the others would tell which sites a person uses. No host, no address.
 *
 * @param day today, `2026-11-22`
 */
export function reportOfBreakage(
  sites: readonly SiteLine[],
  build: { version: string; browser: string },
  day: string,
): Breakage {
  const lines = sites.flatMap(({ site, version, list, health }): BreakageLine[] => {
    const { lastSeen, presses, misses, row, alone } = health;
    if (list !== undefined || misses + alone === 0) return [];
    const refused = Object.entries(health.refused).filter(([why]) => Object.hasOwn(refusals, why));
    return [
      {
        site,
        version,
        ...(lastSeen === undefined ? {} : { lastSeen: lastSeen.slice(0, 10) }),
        presses,
        withoutRequest: misses,
        withoutRequestInARow: row.misses,
        withoutPress: alone,
        refused: Object.fromEntries(refused),
      },
    ];
  });
  return {
    type: 'ContrailBreakageReport',
    contrail: build.version,
    browser: build.browser,
    day,
    sites: lines.sort((a, b) => (a.site < b.site ? -1 : 1)),
  };
}
