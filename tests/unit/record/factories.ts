import { append } from '../../../lib/ledger/append.ts';
import type { LedgerDatabase } from '../../../lib/ledger/database.ts';
import type { Contribution, Entry } from '../../../lib/ledger/entry.ts';
import { forget } from '../../../lib/ledger/forget.ts';
import { type ExportedRecord, type ExportRequest, exportRecord } from '../../../lib/record/export.ts';
import { type KeyRing, keyStoreOf, openKeyRing } from '../../../lib/record/keys.ts';
import { aContribution, aLedger, seededRandom } from '../ledger/factories.ts';

export const madeAt = new Date('2026-11-22T10:00:00.500Z');

const elsewhere = {
  site: 'wiki',
  host: 'wiki.example',
  account: 'Alice W',
  actor: 'https://wiki.example/User:Alice_W',
};
const thing = (n: number, title?: string) => ({
  url: `https://social.example/things/${n}`,
  id: `${n}`,
  ...(title && { title }),
});

/** A week on two platforms: every shape of line, one undo, one change of mind, one entry that was forgotten. */
const week: Partial<Contribution>[] = [
  {
    at: '2026-11-16T08:00:00Z',
    object: thing(1, 'Notes on kettles'),
    to: { name: 'Bob', url: 'https://social.example/@bob' },
  },
  {
    at: '2026-11-17T08:00:00Z',
    kind: 'answer',
    object: thing(2, '<b>=HYPERLINK("x")</b> & “quotes”'),
    made: { url: 'https://social.example/answers/5', id: '5' },
    effort: { seconds: 640, words: 203 },
  },
  {
    at: '2026-11-17T09:00:00Z',
    ...elsewhere,
    kind: 'edit',
    object: { url: 'https://wiki.example/Kettle', id: 'Kettle', title: 'Kettle' },
  },
  {
    at: '2026-11-18T08:00:00Z',
    kind: 'review',
    detail: { rating: '4/5' },
    object: thing(3),
    made: { url: 'https://social.example/reviews/7', id: '7' },
  },
  { at: '2026-11-18T09:00:00Z', kind: 'vote', detail: { vote: 'up' }, object: thing(4) },
  { at: '2026-11-18T10:00:00Z', kind: 'vote', detail: { vote: 'down' }, object: thing(4) },
  { at: '2026-11-19T08:00:00Z', kind: 'share', object: thing(5, 'Forget me') },
  { at: '2026-11-19T09:00:00Z', undo: true, object: thing(1) },
  {
    at: '2026-11-20T08:00:00Z',
    ...elsewhere,
    kind: 'moderation',
    detail: { act: 'close' },
    object: { url: 'https://wiki.example/Talk', id: 'Talk' },
  },
  {
    at: '2026-11-21T23:30:00Z',
    kind: 'post',
    object: thing(6),
    made: { url: 'https://social.example/@alice/9', id: '9' },
  },
];

export async function aWeek(): Promise<LedgerDatabase> {
  const db = aLedger();
  const random = seededRandom(7);
  for (const [n, act] of week.entries()) await append(db, aContribution({ key: `${n}`, ...act }), { random });
  await forget(db, ((await db.entries.get(6)) as Entry).id);
  return db;
}

export const keysOf = (db: LedgerDatabase): Promise<KeyRing> =>
  openKeyRing(keyStoreOf(db), { random: seededRandom(9) });

/** The record of a ledger, at a fixed time. */
export async function aRecord(db: LedgerDatabase, request: Partial<ExportRequest> = {}): Promise<ExportedRecord> {
  return exportRecord(db, await keysOf(db), { now: () => madeAt, random: seededRandom(11), ...request });
}
