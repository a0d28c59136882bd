import type { Entry } from '../ledger/entry.ts';
import { type EvidenceLevel, evidenceLevels, type Family, families, familyOf, type Kind } from '../ledger/kinds.ts';
import { localDay } from '../ledger/local-day.ts';
import type { Rollup } from '../ledger/rollup.ts';
import { type Day, daysOf, earlier, type Period, stepsOf } from './calendar.ts';
import type { Worth } from './worth.ts';

/** How many periods before are compared with. */
export const periodsBefore = 4;

/** What a report is made from. Everything is handed in; nothing is looked up, so the same input gives the same report. */
export interface ReportInput {
  period: Period;
  today: Day;
  /** Roll-ups of the period and of the four periods before it; others are left out. */
  rollups: readonly Rollup[];
  /** The period's entries, from which the memorable ones and those taken back are chosen; others are left out. */
  entries: Iterable<Entry>;
  /** Streams of the ledger: whose account each is, so that nobody is said to have helped themself. */
  streams: readonly { stream: string; account: string }[];
  /** Kinds and places that had been seen before the period began; absent while that is not known. */
  known?: { kinds: ReadonlySet<Kind>; places: ReadonlySet<string> };
  /** What is known about sites: names, limits of their definitions, health. */
  sites: readonly SiteNote[];
}

interface SiteNote {
  site: string;
  name: string;
  host: string;
  /** What the definition deliberately cannot see, in plain words. */
  unseen: string[];
  health: { presses: number; misses: number };
}

/** An entry as far as a report shows it. `title` and `to` come from pages: escape them. */
export interface Note {
  id: string;
  kind: Kind;
  title: string;
  url: string;
  place: string;
  to: string;
  at: string;
  zone: string;
  day: Day;
  seconds: number;
}

export interface FamilyLine {
  family: Family;
  /** Acts not taken back. */
  count: number;
  kinds: { kind: Kind; count: number }[];
  /** Counts in the periods before, oldest first. */
  before: number[];
}

export interface DayLine {
  day: Day;
  count: number;
  families: Record<Family, number>;
  seconds: number;
}

export interface PlaceLine {
  place: string;
  count: number;
  families: Record<Family, number>;
  seconds: number;
}

export interface PersonLine {
  name: string;
  place: string;
  count: number;
}

export interface Report {
  period: Period;
  /** Whether the period lies wholly before today. */
  over: boolean;
  /** `given` counts acts not taken back; revisions of one's own items are not acts; `undone` is what happened in the period. */
  totals: {
    given: number;
    people: number;
    places: number;
    seconds: number;
    words: number;
    undone: number;
    revised: number;
  };
  /** All five families, in their order. */
  families: FamilyLine[];
  /** Every day of the period, in order; of a long one every month, named by its first day. */
  days: DayLine[];
  /** Most first. */
  places: PlaceLine[];
  /** Most first. */
  people: PersonLine[];
  /** Acts by what stands behind them, in the order of `evidenceLevels`, absent levels left out. Taken-back acts are among them. */
  evidence: { level: EvidenceLevel; count: number }[];
  /** Acts given in the periods before, oldest first. */
  before: number[];
  undone: Note[];
  remember: { why: 'longest' | 'first of its kind' | 'first in this place'; note: Note }[];
  unseen: { name: string; place: string; what: string[]; doubtful: boolean }[];
  /** What it was worth and what came back; absent until that is read, and where its reader shall not see it. */
  worth?: Worth;
}

/** A place as people name it: the host without the prefix that only names a layout. */
export const placeOf = (host: string): string => host.replace(/^(www|m|mobile|old|new|np)\.(?=.+\.)/, '');

/** More presses of known controls without any effect than this share, and the definition may be out of date. */
const doubtfulShare = 0.2;
const doubtfulPresses = 5;

/**
 * Whether a site's definition may be out of date: many presses led to nothing, or the latest ones did however long it
 * worked before (`row`: since it was last seen working).
 */
export const isDoubtful = ({
  presses,
  misses,
  row,
}: {
  presses: number;
  misses: number;
  row?: { misses: number };
}): boolean =>
  (presses >= doubtfulPresses && misses / presses > doubtfulShare) || (row?.misses ?? 0) >= doubtfulPresses;

const noFamilies = (): Record<Family, number> => ({ likes: 0, reviews: 0, answers: 0, shares: 0, care: 0 });
const within = ({ from, to }: Period, day: Day) => day >= from && day <= to;
const mostFirst = <T extends { count: number }>(lines: T[], name: (line: T) => string): T[] =>
  lines.sort((a, b) => b.count - a.count || (name(a) < name(b) ? -1 : 1));

/** Reads a period of the ledger as a report. */
export function makeReport(input: ReportInput): Report {
  const { period, today, sites } = input;
  const rollups = rollupsIn(input, period);
  const before = Array.from({ length: periodsBefore }, (_, i) => rollupsIn(input, earlier(period, periodsBefore - i)));
  const places = placesOf(rollups);
  const people = peopleOf(rollups, input.streams);
  const { kept, undone } = notesOf(input);
  return {
    period,
    over: period.to < today,
    totals: {
      given: sum(rollups, net),
      people: people.length,
      places: places.length,
      seconds: sum(rollups, (rollup) => rollup.seconds),
      words: sum(rollups, (rollup) => rollup.words),
      undone: sum(rollups, (rollup) => rollup.undone),
      revised: sum(rollups, (rollup) => rollup.revised),
    },
    families: familiesOf(rollups, before),
    days: daysLines(rollups, period),
    places,
    people,
    evidence: evidenceOf(rollups),
    before: before.map((rows) => sum(rows, net)),
    undone,
    remember: memorable(kept, input.known),
    unseen: unseenOf(places, sites),
  };
}

const net = (rollup: Rollup) => rollup.done - rollup.taken;
const sum = (rollups: readonly Rollup[], value: (rollup: Rollup) => number) =>
  rollups.reduce((total, rollup) => total + value(rollup), 0);
const rollupsIn = ({ rollups }: ReportInput, period: Period) => rollups.filter(({ day }) => within(period, day));

function familiesOf(rollups: readonly Rollup[], before: readonly Rollup[][]): FamilyLine[] {
  return (Object.keys(families) as Family[]).map((family) => {
    const ofFamily = (rows: readonly Rollup[]) => rows.filter(({ kind }) => familyOf(kind) === family);
    const own = ofFamily(rollups);
    const kinds = families[family]
      .map((kind: Kind) => ({
        kind,
        count: sum(
          own.filter((rollup) => rollup.kind === kind),
          net,
        ),
      }))
      .filter(({ count }) => count > 0);
    return { family, count: sum(own, net), kinds, before: before.map((rows) => sum(ofFamily(rows), net)) };
  });
}

function daysLines(rollups: readonly Rollup[], period: Period): DayLine[] {
  const stepOf = stepsOf(period) === 'months' ? (day: Day) => `${day.slice(0, 7)}-01` : (day: Day) => day;
  const steps = new Set(daysOf(period).map(stepOf));
  const lines = new Map(
    [...steps].map((day): [Day, DayLine] => [day, { day, count: 0, families: noFamilies(), seconds: 0 }]),
  );
  for (const rollup of rollups) {
    const line = lines.get(stepOf(rollup.day));
    if (line) addTo(line, rollup);
  }
  return [...lines.values()];
}

function addTo(line: Pick<DayLine, 'count' | 'families' | 'seconds'>, rollup: Rollup): void {
  line.count += net(rollup);
  line.families[familyOf(rollup.kind)] += net(rollup);
  line.seconds += rollup.seconds;
}

/** Places where something was given, or where one's own items were bettered. */
function placesOf(rollups: readonly Rollup[]): PlaceLine[] {
  const lines = new Map<string, PlaceLine>();
  for (const rollup of rollups) {
    if (net(rollup) === 0 && rollup.revised === 0) continue;
    const place = placeOf(rollup.host);
    const line = lines.get(place) ?? { place, count: 0, families: noFamilies(), seconds: 0 };
    addTo(line, rollup);
    lines.set(place, line);
  }
  return mostFirst([...lines.values()], ({ place }) => place);
}

/** The others it went to. The same name in two places is two people; one's own name is nobody. */
function peopleOf(rollups: readonly Rollup[], streams: ReportInput['streams']): PersonLine[] {
  const accounts = new Map(streams.map(({ stream, account }) => [stream, account]));
  const lines = new Map<string, PersonLine>();
  for (const rollup of rollups) {
    const place = placeOf(rollup.host);
    for (const [name, count] of Object.entries(rollup.to)) {
      if (count <= 0 || name === accounts.get(rollup.stream)) continue;
      const key = `${place}\n${name}`;
      const line = lines.get(key) ?? { name, place, count: 0 };
      line.count += count;
      lines.set(key, line);
    }
  }
  return mostFirst([...lines.values()], ({ name, place }) => `${name}\n${place}`);
}

function evidenceOf(rollups: readonly Rollup[]): Report['evidence'] {
  return evidenceLevels
    .map((level) => ({ level, count: sum(rollups, ({ evidence }) => evidence[level] ?? 0) }))
    .filter(({ count }) => count > 0);
}

const noteOf = (entry: Entry): Note => ({
  id: entry.id,
  kind: entry.kind,
  title: entry.object.title ?? '',
  url: entry.made?.url ?? entry.object.url,
  place: placeOf(entry.host),
  to: entry.to?.name ?? '',
  at: entry.at,
  zone: entry.zone,
  day: localDay(entry.at, entry.zone),
  seconds: entry.effort?.seconds ?? 0,
});

/** The period's acts that stand, and its undos, each in the order they happened. */
function notesOf({ period, entries }: ReportInput): { kept: Note[]; undone: Note[] } {
  const taken = new Set<string>();
  const done: Note[] = [];
  const undone: Note[] = [];
  for (const entry of entries) {
    if (entry.undoes) taken.add(entry.undoes);
    if (entry.revises || !within(period, localDay(entry.at, entry.zone))) continue;
    (entry.undo ? undone : done).push(noteOf(entry));
  }
  const inOrder = (a: Note, b: Note) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0);
  return { kept: done.filter(({ id }) => !taken.has(id)).sort(inOrder), undone: undone.sort(inOrder) };
}

/** In a young ledger everything is a first: more of them would say nothing. */
const mostFirsts = 3;
/** Effort below this is no *longest help* worth telling. */
const worthTelling = 120;

function memorable(kept: readonly Note[], known: ReportInput['known']): Report['remember'] {
  const chosen = new Map<string, Report['remember'][number]>();
  const longest = kept.reduce<Note | null>((best, note) => (note.seconds > (best?.seconds ?? 0) ? note : best), null);
  if (longest && longest.seconds >= worthTelling) chosen.set(longest.id, { why: 'longest', note: longest });
  for (const first of known ? firstsIn(kept, known).slice(0, mostFirsts) : []) {
    if (!chosen.has(first.note.id)) chosen.set(first.note.id, first);
  }
  return [...chosen.values()];
}

/** Acts of a kind, or else in a place, that never occurred before, in the order they happened. */
function firstsIn(kept: readonly Note[], known: NonNullable<ReportInput['known']>): Report['remember'] {
  const kinds = new Set(known.kinds);
  const places = new Set(known.places);
  return kept.flatMap((note) => {
    const why = !kinds.has(note.kind) ? 'first of its kind' : !places.has(note.place) ? 'first in this place' : null;
    kinds.add(note.kind);
    places.add(note.place);
    return why ? [{ why, note }] : [];
  });
}

/** Limits of what was watched, for the places of this report. */
function unseenOf(places: readonly PlaceLine[], sites: readonly SiteNote[]): Report['unseen'] {
  const visited = new Set(places.map(({ place }) => place));
  return sites
    .filter(({ host, unseen, health }) => visited.has(placeOf(host)) && (unseen.length > 0 || isDoubtful(health)))
    .map(({ name, host, unseen, health }) => ({
      name,
      place: placeOf(host),
      what: unseen,
      doubtful: isDoubtful(health),
    }));
}
