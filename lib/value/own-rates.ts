import type { OwnRates } from './own-rates-schema.ts';

export type { OwnRates };

type Scope = Pick<OwnRates['weights'][number], 'kind' | 'site' | 'topic'>;

/** What an act is, as far as the person's own rates ask. */
export interface Scoped {
  kind: string;
  site: string;
  topics: readonly string[];
}

/** Nothing set. */
export const noOwnRates: OwnRates = {
  revision: 1,
  from: '1970-01-01',
  wages: [],
  seconds: [],
  weights: [],
  exchange: [],
  fullPerDay: {},
  countAccepted: false,
  measuredTime: true,
  earnedMedia: false,
};

export function matches(scope: Scope, act: Scoped): boolean {
  return (
    (scope.kind === undefined || scope.kind === act.kind) &&
    (scope.site === undefined || scope.site === act.site) &&
    (scope.topic === undefined || act.topics.includes(scope.topic))
  );
}

/** The line that says most about an act: topic before site before kind. Of equals, the last. */
export function closest<T extends Scope>(lines: readonly T[], act: Scoped): T | undefined {
  const weight = ({ topic, site, kind }: Scope) => Number(!!topic) * 4 + Number(!!site) * 2 + Number(!!kind);
  let best: T | undefined;
  for (const line of lines) if (matches(line, act) && (!best || weight(line) >= weight(best))) best = line;
  return best;
}
