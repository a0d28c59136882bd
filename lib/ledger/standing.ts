import { isAct } from './counting.ts';
import type { Contribution, Entry } from './entry.ts';
import type { Kind } from './kinds.ts';
import { answerOf } from './requests.ts';
import type { Tombstone } from './stream.ts';

/**
 * What stands in the ledger for a thing: the rules by which an act is recognised as the same, as a change of mind,
 * or as what an undo takes back.
 *
 * A kind with a *state* is either so or not so for one object: a second like changes nothing. Where several states
 * of one kind can hold side by side (two reactions to one item), the definition tells them apart by `detail.act`.
 * All other kinds make something new each time, known by what they made.
 */
const stateKinds: ReadonlySet<Kind> = new Set<Kind>(['like', 'vote', 'bookmark', 'follow', 'rating']);

/** A share has a state (a boost, a repost) unless it made a post of its own. */
export function hasState(act: Pick<Entry, 'kind' | 'made'>): boolean {
  return stateKinds.has(act.kind) || (act.kind === 'share' && !act.made);
}

/** How things are before a contribution is stored. */
export interface Standing {
  /** The act that stands, as it was first done. */
  act: Entry;
  /** Its latest form: the act itself, or the last change of mind. */
  latest: Entry;
}

/** Why there is nothing to take back: never anything, or it was taken back already. */
export type Nothing = 'unknown' | 'gone';

/** Entries of one kind on one object in one stream, oldest first. Few, for a kind with a state. */
export function entriesOn(transaction: IDBTransaction, stream: string, kind: Kind, url: string): Promise<Entry[]> {
  return indexed(transaction, '[stream+kind+object.url]', [stream, kind, url]);
}

/** Entries of one stream that made the thing at this URL, oldest first. */
export function entriesMaking(transaction: IDBTransaction, stream: string, url: string): Promise<Entry[]> {
  return indexed(transaction, '[stream+made.url]', [stream, url]);
}

async function indexed(transaction: IDBTransaction, index: string, key: string[]): Promise<Entry[]> {
  const rows: (Entry | Tombstone)[] = await answerOf(transaction.objectStore('entries').index(index).getAll(key));
  return rows.filter(isEntry);
}

const isEntry = (row: Entry | Tombstone | undefined): row is Entry => row !== undefined && 'kind' in row;

/** The entry of this id; undefined where it is not there, or was forgotten. */
export async function entryOf(transaction: IDBTransaction, id: string): Promise<Entry | undefined> {
  const row: Entry | Tombstone | undefined = await answerOf(transaction.objectStore('entries').index('id').get(id));
  return isEntry(row) ? row : undefined;
}

/** Finds what stands for a contribution with a state, among the entries on its object. */
export async function standingState(
  transaction: IDBTransaction,
  entries: readonly Entry[],
  given: Pick<Contribution, 'detail'>,
): Promise<Standing | Nothing> {
  const latest = newest(entries.filter((entry) => hasState(entry) && entry.detail?.act === given.detail?.act));
  if (!latest) return 'unknown';
  if (latest.undo || latest.undoes) return 'gone';
  return { act: await firstOf(transaction, latest), latest };
}

/** Finds the newest act of these kinds that still stands, among the entries that made one thing. */
export async function standingMade(
  transaction: IDBTransaction,
  entries: readonly Entry[],
  kinds: readonly Kind[],
): Promise<Standing | Nothing> {
  const acts = entries.filter((entry) => isAct(entry) && kinds.includes(entry.kind));
  return newestStanding(transaction, acts);
}

/** How many of the person's own acts on one thing are looked through for one that still stands. */
const lookback = 50;

/** Finds the newest act of a kind on an object that still stands, where nothing names what it made. */
export async function standingOn(
  transaction: IDBTransaction,
  streams: readonly string[],
  given: Pick<Contribution, 'kind' | 'object' | 'detail'>,
): Promise<Standing | Nothing> {
  const rows: Entry[] = [];
  for (const stream of streams) {
    const all = await entriesOn(transaction, stream, given.kind, given.object.url);
    const some = all.filter((row) => isAct(row) && row.detail?.act === given.detail?.act);
    rows.push(...some.slice(-lookback));
  }
  return newestStanding(transaction, rows);
}

async function newestStanding(transaction: IDBTransaction, acts: readonly Entry[]): Promise<Standing | Nothing> {
  for (const act of acts.toSorted((one, other) => other.seq - one.seq)) {
    if (!(await isTaken(transaction, act))) return { act, latest: act };
  }
  return acts.length > 0 ? 'gone' : 'unknown';
}

async function isTaken(transaction: IDBTransaction, act: Entry): Promise<boolean> {
  return (await answerOf(transaction.objectStore('entries').index('undoes').count(act.id))) > 0;
}

/** The act that an entry revises; the entry itself where it revises nothing that is known. */
async function firstOf(transaction: IDBTransaction, entry: Entry): Promise<Entry> {
  if (typeof entry.revises !== 'string') return entry;
  return (await entryOf(transaction, entry.revises)) ?? entry;
}

function newest(entries: readonly Entry[]): Entry | undefined {
  return entries.reduce<Entry | undefined>((best, entry) => (!best || entry.seq > best.seq ? entry : best), undefined);
}
