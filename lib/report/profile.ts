import { isAct } from '../ledger/counting.ts';
import type { Entry } from '../ledger/entry.ts';
import type { Kind } from '../ledger/kinds.ts';
import type { RecognitionKind, Sighting } from '../value/recognition.ts';
import { placeOf } from './report.ts';
import { countsOf } from './worth.ts';

/** Where a line of a profile comes from. */
export type SkillGroup = 'topic' | 'place' | 'kind';

/** One line: what was done, how often, for how long, what came back, and the newest entries it rests on. */
export interface Skill {
  /** Stays the same for the same thing: what the person unticked stays unticked. */
  id: string;
  group: SkillGroup;
  /** A topic, a place, or a kind of contribution. Topics come from pages: escape them. */
  name: string;
  acts: number;
  seconds: number;
  recognised: readonly { kind: RecognitionKind; count: number }[];
  evidence: readonly Evidence[];
}

export interface Evidence {
  id: string;
  title: string;
  url: string;
}

/** What a profile is made from, all of it from the person's own entries. */
export interface Profile {
  skills: Skill[];
  /** People who were helped, and how often, most first. */
  people: { name: string; count: number }[];
  seconds: number;
  acts: number;
}

/** Acts that take skill: a press of one button shows none. */
const skilled: ReadonlySet<Kind> = new Set<Kind>([
  'review',
  'answer',
  'comment',
  'post',
  'edit',
  'code-review',
  'moderation',
]);
const shownEvidence = 10;
/** Of a topic or place with fewer acts than this, nothing is claimed. */
const least = 2;

/** Reads entries as a profile. What was taken back does not count, and revisions add time but no act. */
export function makeProfile(entries: Iterable<Entry>, sightings: readonly Sighting[]): Profile {
  const all = [...entries];
  const taken = new Set(all.map(({ undoes }) => undoes));
  const acts = all.filter((entry) => isAct(entry) && !taken.has(entry.id));
  const groups = new Map<string, { group: SkillGroup; name: string; entries: Entry[] }>();
  const put = (group: SkillGroup, name: string, entry: Entry) => {
    const id = `${group}:${name}`;
    const found = groups.get(id) ?? { group, name, entries: [] };
    found.entries.push(entry);
    groups.set(id, found);
  };
  for (const entry of acts.filter(({ kind }) => skilled.has(kind))) {
    for (const topic of new Set(entry.topics ?? [])) put('topic', topic, entry);
    put('place', placeOf(entry.host), entry);
    put('kind', entry.kind, entry);
  }
  const skills = [...groups]
    .filter(([, { entries: of }]) => of.length >= least)
    .map(([id, { group, name, entries: of }]) => skillOf(id, group, name, of, sightings))
    .sort((a, b) => b.acts - a.acts || (a.id < b.id ? -1 : 1));
  // The same name in two places is two people.
  const people = new Map<string, { name: string; count: number }>();
  for (const { to, account, host } of acts) {
    if (!to || to.name === account) continue;
    const key = `${to.name}\n${placeOf(host)}`;
    people.set(key, { name: to.name, count: (people.get(key)?.count ?? 0) + 1 });
  }
  return {
    skills,
    people: [...people.values()].sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1)),
    seconds: all.filter(({ undo }) => !undo).reduce((sum, { effort }) => sum + (effort?.seconds ?? 0), 0),
    acts: acts.length,
  };
}

function skillOf(
  id: string,
  group: SkillGroup,
  name: string,
  entries: readonly Entry[],
  sightings: readonly Sighting[],
): Skill {
  const ids = new Set(entries.map((entry) => entry.id));
  const newest = entries.toSorted((a, b) => b.seq - a.seq).slice(0, shownEvidence);
  return {
    id,
    group,
    name,
    acts: entries.length,
    seconds: entries.reduce((sum, { effort }) => sum + (effort?.seconds ?? 0), 0),
    recognised: countsOf(sightings.filter(({ entry }) => ids.has(entry))),
    evidence: newest.map(({ id: of, object, made }) => ({
      id: of,
      title: object.title ?? '',
      url: made?.url ?? object.url,
    })),
  };
}
