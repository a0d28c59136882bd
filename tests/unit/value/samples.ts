import type { Entry } from '../../../lib/ledger/entry.ts';
import type { Act } from '../../../lib/value/acts.ts';
import type { Rates } from '../../../lib/value/book.ts';
import { noOwnRates, type OwnRates } from '../../../lib/value/own-rates.ts';
import { shippedCard, shippedExchange } from '../../../lib/value/rates/shipped.ts';

/** The shipped rates, with the person's own changed as wished. */
export const ratesWith = (own: Partial<OwnRates> = {}): Rates => ({
  card: shippedCard,
  exchange: shippedExchange,
  own: { ...noOwnRates, ...own },
});

export const act = (given: Partial<Act> & Pick<Act, 'site' | 'kind'>): Act => ({
  day: '2026-11-02',
  stream: 'aaaaaaaaaaaaaaaa',
  report: false,
  topics: [],
  acts: 1,
  reduced: [],
  ...given,
});

let last = 0;

/** An entry as the ledger would hold it, without real hashes: a new `seq` and id each time. */
export function entry(given: Partial<Entry> = {}): Entry {
  const seq = last++;
  return {
    v: 1,
    id: `id${String(seq).padStart(41, '0')}`,
    seq,
    stream: 'aaaaaaaaaaaaaaaa',
    index: seq,
    at: '2026-11-02T10:00:00Z',
    zone: '+00:00',
    site: 'youtube',
    host: 'www.youtube.com',
    account: 'me',
    kind: 'like',
    object: { url: `https://www.youtube.com/watch?v=${seq}`, id: String(seq), title: `Film ${seq}` },
    audience: 'public',
    evidence: { level: 'confirmed', signs: ['flip'] },
    source: 'capture',
    definition: 'youtube@1',
    salt: 'c2FsdHNhbHRzYWx0c2FsdA',
    leaf: 'leaf',
    ...given,
  };
}

export const cents = (micros: bigint): string => (Number(micros) / 1e6).toFixed(2);
