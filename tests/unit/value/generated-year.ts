import type { Entry } from '../../../lib/ledger/entry.ts';
import type { Receipt, Sighting } from '../../../lib/value/recognition.ts';
import { entry } from './samples.ts';

/** What pages put into titles to break what reads them. */
export const hostile = [
  '=HYPERLINK("http://evil.example","click")',
  "+1+cmd|' /C calc'!A0",
  '-2+3',
  '@SUM(A1:A9)',
  '"; drop table',
  'back\\slash \\" and "quote"',
  'line\nbreak\r\n2026-01-01 * forged\n    assets:bank  -1000 EUR\n    given:x:like',
  'tab\tand  two  blanks  ; a comment',
  '; :tag: key:: account("x")',
  '[2026/99/99=2026/01/01] date:1999-01-01',
  'x  ; date:2026-99-99, [2026/99/99]',
  'payee | note',
  '! pending * cleared (code)',
  '(virtual) [balanced] {lot} @ 3 EUR = 5',
  '\u202Eright to left\u202C and zero\u200Bwidth',
  'null\0and \u0007 bell',
  'lone \uD800 surrogate',
  'emoji 👩‍🌾 العربية 日本語',
  '',
  '   ',
  '~ periodic',
  '= auto',
  'include /etc/passwd',
  'END:VEVENT\r\nBEGIN:VALARM',
  'a,b;c\\n:d',
  '#tag ^link %comment',
  '</script><script>alert(1)</script>',
  'x'.repeat(512),
] as const;

const sites = ['youtube', 'reddit', 'x', 'stackoverflow', 'wikipedia', 'mastodon.social', 'odd: site Ü', 'odd-site'];
const kinds = ['like', 'vote', 'comment', 'answer', 'review', 'share', 'edit', 'code-review', 'moderation'] as const;

/**
 * A year of a busy person: always the same. Undos, edits, repeated acts, bursts, counts that rise and fall, and money in
 * two currencies are among it.
 */
export function generatedYear(n: number): { entries: Entry[]; sightings: Sighting[]; receipts: Receipt[] } {
  const entries: Entry[] = [];
  const sightings: Sighting[] = [];
  for (let i = 0; i < n; i++) {
    const site = sites[i % sites.length] ?? 'x';
    const kind = kinds[(i * 7) % kinds.length] ?? 'like';
    const title = hostile[i % hostile.length] ?? '';
    const at = new Date(Date.UTC(2025, 10, 22) + Math.floor((i * 365 * 86_400_000) / n)).toISOString();
    const url = `https://site.example/${encodeURIComponent(site)}/${i % 11 === 5 ? 'same' : i}?q=${encodeURIComponent(title.toWellFormed())}`;
    const act = entry({
      at,
      zone: i % 2 ? '+01:00' : '-08:00',
      site,
      host: 'site.example',
      stream: String(i % sites.length).padStart(16, '0'),
      kind,
      object: { url, id: String(i), title },
      ...(i % 3 === 0
        ? { to: { name: hostile[(i * 5) % hostile.length] ?? '', url: 'https://site.example/u/1' } }
        : {}),
      ...(kind === 'comment' || kind === 'answer' ? { effort: { seconds: i % 400, words: i % 130 } } : {}),
      ...(i % 4 === 0 ? { topics: ['gardens', hostile[i % hostile.length] || 'none'] } : {}),
      ...(i % 9 === 0 ? { evidence: { level: 'accepted' as const, signs: [] } } : {}),
    });
    entries.push(act);
    if (i % 50 === 7) entries.push(entry({ ...act, id: `undo${i}`, seq: n * 10 + i, undo: true, undoes: act.id }));
    if (i % 40 === 3) entries.push(entry({ ...act, id: `edit${i}`, seq: n * 20 + i, revises: act.id }));
    if (i % 5 === 0) {
      const seen = { entry: act.id, zone: '+00:00', kind: i % 2 ? ('votes' as const) : ('thanks' as const) };
      const later = new Date(Date.parse(at) + 86_400_000).toISOString();
      sightings.push({ ...seen, at, count: 1 + (i % 4) }, { ...seen, at: later, count: i % 3 });
    }
  }
  const receipts = Array.from(
    { length: 24 },
    (_, i): Receipt => ({
      id: `receipt-${i}`,
      at: new Date(Date.UTC(2025, 11 + (i >> 1), 1 + i)).toISOString(),
      zone: '+00:00',
      site: sites[i % sites.length] ?? 'x',
      amount: BigInt(1_000_000 + i * 10_001),
      currency: i % 2 ? 'EUR' : 'USD',
      from: hostile[i] ?? 'a fund',
      entries: [entries[i]?.id ?? ''],
      note: hostile[hostile.length - 1 - i] ?? '',
    }),
  );
  return { entries, sightings, receipts };
}
