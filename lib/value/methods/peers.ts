import { type Micros, toMicros } from '../micros.ts';
import { decimal, over, plus, type Ratio, times, zero } from '../ratio.ts';
import { share } from '../split.ts';

// (e) Points by weights that a group chose for itself (methods §5). Points, not money: money only if the group itself
// declares a pool.

/** A group's weights: points for one act or endorsement of a kind, with the version and day the group settled them. */
export interface PeerWeights {
  version: string;
  date: string;
  points: Readonly<Record<string, number>>;
}

/** Something a member did, of a kind that the weights name, and whether somebody used it. */
export interface PeerAct {
  by: string;
  kind: string;
  /** Writing alone earns nothing: without use or endorsement an act has no points. */
  used: boolean;
}

export interface Endorsement {
  by: string;
  of: string;
  kind: string;
}

export interface PeerRules {
  /** Most points one endorser can give away in the period. */
  cap: number;
  /** Closed circles of at most so many, in which all endorse only each other, count nothing. */
  ring: number;
}

/** Points of each member, exactly. Members without points are there with zero. */
export function cred(
  acts: readonly PeerAct[],
  endorsements: readonly Endorsement[],
  weights: PeerWeights,
  rules: PeerRules,
): Map<string, Ratio> {
  const points = new Map<string, Ratio>();
  const give = (to: string, amount: Ratio) => points.set(to, plus(points.get(to) ?? zero, amount));
  const worth = (kind: string) => (Object.hasOwn(weights.points, kind) ? decimal(weights.points[kind] ?? 0) : zero);
  for (const { by, kind, used } of acts) give(by, used ? worth(kind) : zero);
  const sound = endorsements.filter(({ by, of }) => by !== of);
  const rings = closedRings(sound, rules.ring);
  for (const [by, given] of Map.groupBy(sound, ({ by }) => by)) {
    if (rings.has(by)) continue;
    const sum = given.reduce((all, { kind }) => plus(all, worth(kind)), zero);
    const cap = decimal(rules.cap);
    const scaleDown = sum.n > 0n && sum.n * cap.d > cap.n * sum.d ? over(cap, sum) : undefined;
    for (const { of, kind } of given) give(of, scaleDown ? times(worth(kind), scaleDown) : worth(kind));
  }
  return points;
}

/** Part of all points that one member has. Zero while nobody has any. */
export function shareOf(member: string, points: ReadonlyMap<string, Ratio>): Ratio {
  const all = [...points.values()].reduce(plus, zero);
  return all.n === 0n ? zero : over(points.get(member) ?? zero, all);
}

/** The group's own decision in money: a pool it declared, split by points to the last millionth. */
export function splitPool(pool: Micros, points: ReadonlyMap<string, Ratio>): Map<string, Micros> {
  const members = [...points.keys()];
  const amounts = share(pool, [...points.values()].map(toMicros));
  return new Map(members.map((member, i) => [member, amounts[i] ?? 0n]));
}

/** Everyone in a small circle that neither endorses anyone outside nor is endorsed from there. */
function closedRings(endorsements: readonly Endorsement[], most: number): Set<string> {
  const beside = new Map<string, Set<string>>();
  const join = (a: string, b: string) => beside.set(a, (beside.get(a) ?? new Set()).add(b));
  for (const { by, of } of endorsements) {
    join(by, of);
    join(of, by);
  }
  const closed = new Set<string>();
  const seen = new Set<string>();
  for (const start of beside.keys()) {
    if (seen.has(start)) continue;
    const circle = reach(start, beside);
    for (const member of circle) seen.add(member);
    const mutual = (a: string, b: string) => endorsements.some(({ by, of }) => by === a && of === b);
    const allMutual = [...circle].every((a) => [...(beside.get(a) ?? [])].every((b) => mutual(a, b) && mutual(b, a)));
    if (circle.size <= most && allMutual) for (const member of circle) closed.add(member);
  }
  return closed;
}

function reach(start: string, beside: ReadonlyMap<string, ReadonlySet<string>>): Set<string> {
  const found = new Set([start]);
  for (const member of found) for (const next of beside.get(member) ?? []) found.add(next);
  return found;
}
