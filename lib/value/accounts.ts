import type { Entry } from '../ledger/entry.ts';
import { localDay } from '../ledger/local-day.ts';
import type { Micros } from './micros.ts';
import { microsInOne } from './micros.ts';
import type { Receipt, RecognitionKind, Sighting } from './recognition.ts';

// The ledger as double entry. What one gives leaves `given` and rests in `unrecognised` until somebody shows that they
// saw it, which moves it to `recognised`. What comes back, thanks or money, comes from `others`.

export const accounts = ['given', 'unrecognised', 'recognised', 'received', 'others'] as const;
export type Account = (typeof accounts)[number];

/**
 * What is counted: acts, an estimate in a currency (never mixed with money), a kind of recognition, or money.
 * Written `ACT`, `USD.EST`, `VOTES`, `EUR`.
 */
export type Commodity = string;
export const actCommodity = 'ACT';
export const estimateOf = (currency: string): Commodity => `${currency}.EST`;
export const recognitionCommodity = (kind: RecognitionKind): Commodity => kind.toUpperCase();

export interface Posting {
  account: Account;
  site: string;
  /** Kind of contribution; `money` for receipts. */
  kind: string;
  commodity: Commodity;
  amount: Micros;
}

/** Postings of one event, which add up to zero in every commodity. Titles and names come from pages. */
export interface Transaction {
  id: string;
  day: string;
  title: string;
  url: string;
  person: string;
  topics: readonly string[];
  postings: readonly Posting[];
}

/** An act that counts, and its estimate by the chosen method; nothing where that is not known. */
export interface Given {
  entry: Entry;
  estimate: Micros | undefined;
}

/**
 * Books everything, in order of days.
 * @param currency of the estimates
 */
export function book(
  given: readonly Given[],
  sightings: readonly Sighting[],
  receipts: readonly Receipt[],
  currency: string,
): Transaction[] {
  const byEntry = new Map(given.map((one) => [one.entry.id, one]));
  const transactions = [
    ...given.map((one) => bookGiven(one, currency)),
    ...bookSightings(sightings, byEntry, currency),
    ...receipts.map((receipt) => bookReceipt(receipt, byEntry)),
  ];
  return transactions.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

/** An act with its estimate, moved from one account to another. */
function move({ entry, estimate }: Given, from: Account, to: Account, currency: string): Posting[] {
  const { site, kind } = entry;
  const pair = (commodity: Commodity, amount: Micros): Posting[] => [
    { account: from, site, kind, commodity, amount: -amount },
    { account: to, site, kind, commodity, amount },
  ];
  return [...pair(actCommodity, microsInOne), ...(estimate ? pair(estimateOf(currency), estimate) : [])];
}

const about = ({ object, to, topics = [] }: Entry) => ({
  title: object.title ?? object.id,
  url: object.url,
  person: to?.name ?? '',
  topics,
});

const bookGiven = (one: Given, currency: string): Transaction => ({
  id: one.entry.id,
  day: localDay(one.entry.at, one.entry.zone),
  ...about(one.entry),
  postings: move(one, 'given', 'unrecognised', currency),
});

/** Counts are seen as totals; what is booked is how they changed, and the act when it is first recognised or no more. */
function bookSightings(
  sightings: readonly Sighting[],
  byEntry: ReadonlyMap<string, Given>,
  currency: string,
): Transaction[] {
  const ordered = [...sightings].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const seen = new Map<string, Map<RecognitionKind, number>>();
  return ordered.flatMap((sighting, i): Transaction[] => {
    const one = byEntry.get(sighting.entry);
    const counts = seen.get(sighting.entry) ?? new Map<RecognitionKind, number>();
    const change = sighting.count - (counts.get(sighting.kind) ?? 0);
    if (!one || change === 0) return [];
    const before = recognised(counts);
    seen.set(sighting.entry, counts.set(sighting.kind, sighting.count));
    const after = recognised(counts);
    const { site, kind } = one.entry;
    const commodity = recognitionCommodity(sighting.kind);
    const amount = BigInt(change) * microsInOne;
    const postings: Posting[] = [
      { account: 'others', site, kind, commodity, amount: -amount },
      { account: 'recognised', site, kind, commodity, amount },
      ...(after && !before ? move(one, 'unrecognised', 'recognised', currency) : []),
      ...(before && !after ? move(one, 'recognised', 'unrecognised', currency) : []),
    ];
    const day = localDay(sighting.at, sighting.zone);
    return [{ ...about(one.entry), id: `${one.entry.id}-${i}`, day, person: sighting.by ?? '', postings }];
  });
}

const recognised = (counts: ReadonlyMap<RecognitionKind, number>) => [...counts.values()].some((count) => count > 0);

function bookReceipt(receipt: Receipt, byEntry: ReadonlyMap<string, Given>): Transaction {
  const { id, at, zone, site, amount, currency, from, note } = receipt;
  const first = byEntry.get(receipt.entries[0] ?? '')?.entry;
  const posting = { site, kind: 'money', commodity: currency };
  return {
    id,
    day: localDay(at, zone),
    title: note || from,
    url: first?.object.url ?? '',
    person: from,
    topics: first?.topics ?? [],
    postings: [
      { ...posting, account: 'others', amount: -amount },
      { ...posting, account: 'received', amount },
    ],
  };
}
