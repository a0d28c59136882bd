import { openLedger } from '../../lib/ledger/database.ts';
import type { Entry } from '../../lib/ledger/entry.ts';
import { rollupsOf } from '../../lib/ledger/queries.ts';
import type { StoredReturned } from '../../lib/ledger/returned.ts';
import type { Rollup } from '../../lib/ledger/rollup.ts';
import type { Period } from '../../lib/report/calendar.ts';
import { type Counted, type CountingRules, countRollups } from '../../lib/value/acts.ts';
import type { Answering } from '../../lib/value/answers.ts';
import { type Book, type Month, monthOf, type Rates, ratesNow, ratesOf } from '../../lib/value/book.ts';
import { type Hiding, mayHide } from '../../lib/value/may-hide.ts';
import { parseMicros } from '../../lib/value/micros.ts';
import { shippedCard, shippedExchange } from '../../lib/value/rates/shipped.ts';
import type { Receipt, Sighting } from '../../lib/value/recognition.ts';
import { bookOf, nothingStored, type StoredRates, storedRatesName } from '../../lib/value/stored-rates.ts';
import { ask } from '../ask.ts';
import { readEntries } from '../reader.ts';

const ledger = openLedger();

/** What came back, as the person wrote it down. */
export interface CameBack {
  receipts: Receipt[];
  sightings: Sighting[];
}

/** What the Value screen knows of a period. */
export interface ValueMaterial {
  period: Period;
  rollups: Rollup[];
  stored: StoredRates;
  book: Book;
  back: CameBack;
}

let hiding: Promise<Hiding> | undefined;

/** Which sites can refuse what behind a yes. Asked once: only a new version of Contrail changes it. */
export function readHiding(): Promise<Hiding> {
  hiding ??= ask('hiding', {});
  hiding.catch(() => {
    hiding = undefined;
  });
  return hiding;
}

export async function readBook(): Promise<{ stored: StoredRates; book: Book }> {
  const row = await ledger.settings.get(storedRatesName);
  const stored = (row?.value as StoredRates | undefined) ?? nothingStored;
  return { stored, book: bookOf(stored, { card: shippedCard, exchange: shippedExchange }) };
}

export async function readForValue(period: Period): Promise<ValueMaterial> {
  const [rollups, rates, back] = await Promise.all([rollupsOf(ledger, period), readBook(), readBack()]);
  return { period, rollups, ...rates, back };
}

/** All that was written down as come back, however long ago: money first and apart from every estimate. */
export async function readBack(): Promise<CameBack> {
  const rows = (await ledger.receipts.toArray()) as unknown as StoredReturned[];
  const back: CameBack = { receipts: [], sightings: [] };
  for (const row of rows) {
    if (row.type === 'money') {
      const { id, day, site, amount, currency, from, note } = row;
      const at = `${day}T12:00:00Z`;
      back.receipts.push({
        id,
        at,
        zone: '+00:00',
        site,
        amount: parseMicros(amount),
        currency,
        from,
        entries: [],
        note,
      });
    } else if (row.type === 'recognition') {
      const { at, zone, entry, kind, count, by } = row;
      back.sightings.push({ at, zone, entry, kind, count, ...(by ? { by } : {}) });
    }
  }
  return back;
}

/** The entries of a period; null where there are more than a page should hold. */
export const readForAccounts = (period: Period): Promise<Entry[] | null> => readEntries(period);

/** Everything that answers are made from. */
export interface Valuing {
  rules: CountingRules;
  ratesFor(month: Month): Rates;
  currency: string;
}

/** The rates of a period: what is set for its last month decides what counts and in which currency it is told. */
export function valuing(book: Book, period: Period, known: Hiding): Valuing {
  const { own, card } = ratesOf(book, monthOf(period.to));
  return {
    rules: { own, mayHide: mayHide(known) },
    ratesFor: (month) => ratesOf(book, month),
    currency: ratesNow(book, monthOf(period.to)).own.currency ?? card.currency,
  };
}

export const countPeriod = (rollups: readonly Rollup[], { rules }: Valuing): Counted => countRollups(rollups, rules);

const chosenKey = 'value-method';

/** The method that is shown first and that accounts are told in. A choice of how to look, so it stays with the page. */
export const chosenMethod = (): Answering => (localStorage.getItem(chosenKey) as Answering | null) ?? 'replacement';
export const chooseMethod = (method: Answering): void => localStorage.setItem(chosenKey, method);

/** The roll-ups of the last twelve months: what a change of the rates is tried on. */
export const readLastYear = (today: string): Promise<Rollup[]> =>
  rollupsOf(ledger, { from: `${Number(today.slice(0, 4)) - 1}${today.slice(4, 7)}-01`, to: today });
