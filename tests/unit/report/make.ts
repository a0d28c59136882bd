import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Entry } from '../../../lib/ledger/entry.ts';
import type { Rollup } from '../../../lib/ledger/rollup.ts';
import { makeReport, type Report, type ReportInput } from '../../../lib/report/report.ts';
import { lookupIn, makeWords, type Words } from '../../../lib/report/words.ts';

export type Messages = Record<string, { message: string; description?: string }>;

export const messagesOf = (language: string): Messages =>
  JSON.parse(readFileSync(join(import.meta.dirname, '../../../public/_locales', language, 'messages.json'), 'utf8'));

/** The shipped words of a language, formatted for one of its regions. */
export function wordsOf(locale: string): Words {
  const messages = messagesOf(new Intl.Locale(locale).language);
  return makeWords(locale, messages.direction?.message === 'rtl' ? 'rtl' : 'ltr', lookupIn(messages));
}

export const english = wordsOf('en-GB');

export function makeRollup(changes: Partial<Rollup> = {}): Rollup {
  return {
    day: '2026-11-18',
    stream: 'aaaaaaaaaaaaaaaa',
    kind: 'like',
    site: 'forum',
    host: 'forum.example',
    done: 1,
    taken: 0,
    undone: 0,
    revised: 0,
    seconds: 0,
    words: 0,
    evidence: {},
    to: {},
    ...changes,
  };
}

let seq = 0;
export function makeEntry(changes: Partial<Entry> = {}): Entry {
  seq += 1;
  return {
    v: 1,
    id: `entry-${seq}`,
    seq,
    stream: 'aaaaaaaaaaaaaaaa',
    index: seq,
    at: '2026-11-18T10:00:00Z',
    zone: '+01:00',
    site: 'forum',
    host: 'forum.example',
    account: 'robin',
    kind: 'like',
    object: { url: 'https://forum.example/1', id: '1', title: 'A question' },
    audience: 'public',
    evidence: { level: 'confirmed', signs: [] },
    source: 'capture',
    definition: 'forum@1',
    salt: 'AAAAAAAAAAAAAAAAAAAAAA',
    leaf: 'leaf',
    ...changes,
  };
}

/** A report on the week of 16 to 22 November 2026, seen on the Saturday in it. */
export const reportOn = (changes: Partial<ReportInput> = {}): Report =>
  makeReport({
    period: { from: '2026-11-16', to: '2026-11-22' },
    today: '2026-11-21',
    rollups: [],
    entries: [],
    streams: [],
    sites: [],
    ...changes,
  });
