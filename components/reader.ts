import { openLedger } from '../lib/ledger/database.ts';
import type { Entry } from '../lib/ledger/entry.ts';
import { type Family, families, type Kind } from '../lib/ledger/kinds.ts';
import { allStreams, entriesOf, entryById, firstDay, newestPage, type Page, rollupsOf } from '../lib/ledger/queries.ts';
import type { Stream } from '../lib/ledger/stream.ts';
import { masterName } from '../lib/record/keys.ts';
import { earlier, type Period } from '../lib/report/calendar.ts';
import { periodsBefore, placeOf, type ReportInput } from '../lib/report/report.ts';
import { type Choice, type Preview, readPreview } from './records/preview.ts';

/** The ledger as pages use it: they read, and the background alone writes. */
const ledger = openLedger();

/** The sums for the report of a period: few rows, however many entries there are. */
export async function readForReport(period: Period): Promise<Pick<ReportInput, 'period' | 'rollups' | 'streams'>> {
  const [rollups, streams] = await Promise.all([
    rollupsOf(ledger, { from: earlier(period, periodsBefore).from, to: period.to }),
    allStreams(ledger),
  ]);
  return { period, rollups, streams: streams.map(({ id, account }) => ({ stream: id, account })) };
}

/** Of a period with more acts than this, no page reads the entries themselves. */
export const mostEntries = 60_000;

/** The entries of a period; null where there are more than a page should hold. */
export async function readEntries(period: Period): Promise<Entry[] | null> {
  const rows = await rollupsOf(ledger, period);
  const all = rows.reduce((sum, { done, undone, revised }) => sum + done + undone + revised, 0);
  return all > mostEntries ? null : entriesOf(ledger, period);
}

/** What makes a report worth remembering, and takes longer to read than its sums. */
export async function readMemories(period: Period): Promise<Pick<ReportInput, 'period' | 'entries' | 'known'>> {
  const [entries, streams, keysBefore] = await Promise.all([
    readEntries(period),
    allStreams(ledger),
    // Keys alone: what was known before is asked of the whole past.
    ledger.rollups.where('[day+stream+kind]').below([period.from]).primaryKeys(),
  ]);
  const hosts = new Map(streams.map(({ id, host }) => [id, host]));
  return {
    period,
    entries: entries ?? [],
    known: {
      kinds: new Set(keysBefore.map(([, , kind]) => kind as Kind)),
      places: new Set(keysBefore.map(([, stream]) => placeOf(hosts.get(stream) ?? ''))),
    },
  };
}

export interface PageRequest {
  /** Only entries older than this `seq`; the newest where undefined. */
  before: number | undefined;
  family: Family | null;
  place: string | null;
}

/** One page of the ledger, newest first. */
export async function readPage({ before, family, place }: PageRequest): Promise<Page> {
  const streams = place
    ? (await allStreams(ledger)).filter(({ host }) => placeOf(host) === place).map(({ id }) => id)
    : undefined;
  return newestPage(ledger, {
    ...(before !== undefined && { before }),
    ...(family && { kinds: families[family] }),
    ...(streams && { streams }),
  });
}

export const readEntry = (id: string): Promise<Entry | undefined> => entryById(ledger, id);

export const readStreams = (): Promise<Stream[]> => allStreams(ledger);

/** Names of all places that anything was done in. */
export async function readPlaces(): Promise<string[]> {
  return [...new Set((await readStreams()).map(({ host }) => placeOf(host)))].sort();
}

/** Whether the person's keys were made in this browser. */
export const readHasKeys = async (): Promise<boolean> => (await ledger.settings.get(masterName)) !== undefined;

/** The first day on which anything was done. */
export const readFirstDay = (): Promise<string | undefined> => firstDay(ledger);

/** What a reader of a record will see. */
export const readRecordPreview = (choice: Choice): Promise<Preview> => readPreview(ledger, choice);
