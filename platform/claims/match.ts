import type { ClaimedAct } from './lines.ts';
import type { SiteAct, SiteLog } from './site.ts';

/** Clocks differ, and a page may take its time: so far apart is still the same act. */
const tolerance = 10 * 60_000;

/** A claimed act compared with the site's own log. */
export type Match =
  | { is: 'confirmed'; act: SiteAct }
  /** Done, and taken back since. */
  | { is: 'undone' }
  /** The same thing at another time. */
  | { is: 'mismatched' }
  | { is: 'notFound' };

/** What an act is about, for good: what it made, or else what it was done to. */
const thingOf = ({ made, object }: Pick<SiteAct, 'made' | 'object'>): string => made ?? object;

/** What makes an act one, for good: by this it is rewarded once. */
export const identityOf = (act: SiteAct): string => act.id ?? thingOf(act);

/**
 * Looks claimed acts up in the site's own log, each act of the log for at most one line.
 * @returns one match for each, in order
 */
export async function matchActs(log: SiteLog, account: string, claimed: readonly ClaimedAct[]): Promise<Match[]> {
  const times = claimed.map(({ at }) => at.getTime()).filter(Number.isFinite);
  if (times.length === 0) return claimed.map(() => ({ is: 'notFound' }));
  const first = times.reduce((one, other) => Math.min(one, other));
  const last = times.reduce((one, other) => Math.max(one, other));
  const acts = await log.acts(account, new Date(first - tolerance), new Date(last + tolerance));
  const byThing = new Map<string, SiteAct[]>();
  for (const act of acts) {
    // An act that made something can be named by that, or by what it was done to.
    for (const thing of new Set([thingOf(act), act.object])) {
      const key = `${act.kind}\n${thing}`;
      const there = byThing.get(key);
      if (there) there.push(act);
      else byThing.set(key, [act]);
    }
  }
  const taken = new Set<SiteAct>();
  return claimed.map((wanted) => matchOne(wanted, byThing, taken));
}

function matchOne(wanted: ClaimedAct, byThing: ReadonlyMap<string, SiteAct[]>, taken: Set<SiteAct>): Match {
  const named = (thing: string | undefined) =>
    thing === undefined ? [] : (byThing.get(`${wanted.kind}\n${thing}`) ?? []);
  const byMade = named(wanted.made).filter((act) => thingOf(act) === wanted.made);
  // A log that does not know what was made can only be asked for what it was done to.
  const same = byMade.length > 0 ? byMade : named(wanted.object).filter(({ made }) => !made || !wanted.made);
  const fitting = same.filter((act) => {
    if (wanted.manner === 'undoes') return act.undoneAt !== undefined;
    return wanted.manner === 'revises' || act.revises !== true || wanted.kind === 'edit';
  });
  const near = fitting
    .filter((act) => !taken.has(act) || wanted.manner === 'undoes')
    .map((act) => ({ act, apart: Math.abs(timeOf(act, wanted) - wanted.at.getTime()) }))
    .filter(({ apart }) => apart <= tolerance)
    // What still stands goes before what was taken back: a like that was set again stands.
    .sort((one, other) => Number(isUndone(one.act)) - Number(isUndone(other.act)) || one.apart - other.apart);
  const [best] = near;
  if (!best) return { is: fitting.some((act) => !taken.has(act)) ? 'mismatched' : 'notFound' };
  if (wanted.manner === 'undoes') return { is: 'confirmed', act: best.act };
  taken.add(best.act);
  return isUndone(best.act) ? { is: 'undone' } : { is: 'confirmed', act: best.act };
}

const isUndone = ({ undoneAt }: SiteAct): boolean => undoneAt !== undefined;

const timeOf = (act: SiteAct, { manner }: ClaimedAct): number =>
  (manner === 'undoes' && act.undoneAt ? act.undoneAt : act.at).getTime();
