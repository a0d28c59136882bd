import { isAct } from '../ledger/counting.ts';
import type { Entry } from '../ledger/entry.ts';
import type { Kind } from '../ledger/kinds.ts';
import { localDay } from '../ledger/local-day.ts';
import type { Rollup } from '../ledger/rollup.ts';
import { hasState } from '../ledger/standing.ts';
import { burstWeight, fullOf, reducedWeights } from './burst.ts';
import { type Micros, microsInOne } from './micros.ts';
import type { OwnRates } from './own-rates.ts';

/** Acts that count, alike in all that a method asks: one entry, or what one roll-up holds. */
export interface Act {
  /** The entry, where it is one. */
  id?: string;
  day: string;
  stream: string;
  site: string;
  kind: Kind;
  /** A report to moderators, which is one kind of moderation. */
  report: boolean;
  topics: readonly string[];
  to?: string;
  acts: number;
  /** Weights of those among them that count less than one act. */
  reduced: readonly Micros[];
  /** Measured over all of them. */
  effort?: { seconds: number; words: number };
}

/** What was left out, and why: said on screen beside the figure. */
export interface LeftOut {
  undone: number;
  revised: number;
  /** Done again although it stood already. */
  repeated: number;
  /** Answered with success by a site that may still have refused. */
  unconfirmed: number;
}

export interface Counted {
  acts: Act[];
  left: LeftOut;
}

export interface CountingRules {
  own: OwnRates;
  /** Whether a site can refuse an act of a kind although it answers with success. */
  mayHide(site: string, kind: Kind): boolean;
}

/**
 * The acts of a set of entries that count: nothing that was undone, revised or repeated is paid twice.
 * @param entries in any order; the undos of these entries must be among them
 */
export function countEntries(entries: Iterable<Entry>, rules: CountingRules): Counted {
  const ordered = [...entries].sort((a, b) => a.seq - b.seq);
  const taken = new Set(ordered.map(({ undoes }) => undoes));
  const standing = new Set<string>();
  const ofDay = new Map<string, number>();
  const left: LeftOut = { undone: 0, revised: 0, repeated: 0, unconfirmed: 0 };
  const acts: Act[] = [];
  for (const entry of ordered) {
    if (!isAct(entry)) {
      if (entry.revises) left.revised++;
      continue;
    }
    if (taken.has(entry.id)) left.undone++;
    else if (unconfirmed(entry, rules)) left.unconfirmed++;
    else if (repeats(entry, standing)) left.repeated++;
    else acts.push(actOf(entry, ofDay, rules.own));
  }
  return { acts, left };
}

/**
 * The same from roll-ups, which are few however many the entries. Effort is what the day's acts took on average, those
 * taken back and the revisions among them; topics and reports are not known here.
 */
export function countRollups(rollups: Iterable<Rollup>, rules: CountingRules): Counted {
  const left: LeftOut = { undone: 0, revised: 0, repeated: 0, unconfirmed: 0 };
  const acts: Act[] = [];
  for (const { day, stream, site, kind, done, taken, revised, seconds, words, evidence } of rollups) {
    const standing = done - taken;
    const doubtful = rules.own.countAccepted || !rules.mayHide(site, kind) ? 0 : (evidence.accepted ?? 0);
    const withheld = Math.min(standing, doubtful);
    const n = standing - withheld;
    left.undone += taken;
    left.revised += revised;
    left.unconfirmed += withheld;
    if (n <= 0) continue;
    const share = n / (done + revised);
    acts.push({
      day,
      stream,
      site,
      kind,
      report: false,
      topics: [],
      acts: n,
      reduced: reducedWeights(n, fullOf(kind, rules.own.fullPerDay)),
      ...(seconds + words > 0
        ? { effort: { seconds: Math.round(seconds * share), words: Math.round(words * share) } }
        : {}),
    });
  }
  return { acts, left };
}

function unconfirmed({ evidence, site, kind }: Entry, { own, mayHide }: CountingRules): boolean {
  return evidence.level === 'accepted' && !own.countAccepted && mayHide(site, kind);
}

/** Whether the same stands already; notes it if not. What neither has a state nor made anything is new each time. */
function repeats(entry: Entry, standing: Set<string>): boolean {
  const { stream, kind, object, detail, made } = entry;
  const what = hasState(entry) ? [object.url, detail?.act] : made && ['made', made.url];
  if (!what) return false;
  const key = JSON.stringify([stream, kind, ...what]);
  if (standing.has(key)) return true;
  standing.add(key);
  return false;
}

function actOf(entry: Entry, ofDay: Map<string, number>, own: OwnRates): Act {
  const { id, stream, site, kind, detail, topics = [], to, effort } = entry;
  const day = localDay(entry.at, entry.zone);
  const cell = `${day} ${stream} ${kind}`;
  const i = (ofDay.get(cell) ?? 0) + 1;
  ofDay.set(cell, i);
  const weight = burstWeight(i, fullOf(kind, own.fullPerDay));
  return {
    id,
    day,
    stream,
    site,
    kind,
    report: kind === 'moderation' && detail?.act === 'report',
    topics,
    ...(to ? { to: to.name } : {}),
    acts: 1,
    reduced: weight < microsInOne ? [weight] : [],
    ...(effort && effort.seconds + effort.words > 0 ? { effort } : {}),
  };
}
