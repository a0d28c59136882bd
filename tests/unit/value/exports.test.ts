import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { book } from '../../../lib/value/accounts.ts';
import { balances, type Dimension, imbalance } from '../../../lib/value/balances.ts';
import { estimateEntries } from '../../../lib/value/estimates.ts';
import { activityStreams } from '../../../lib/value/exports/activity-streams.ts';
import { beancountJournal } from '../../../lib/value/exports/beancount.ts';
import { csvLine } from '../../../lib/value/exports/csv.ts';
import { effortCalendar } from '../../../lib/value/exports/icalendar.ts';
import { plainLine } from '../../../lib/value/exports/plain.ts';
import { plainJournal } from '../../../lib/value/exports/plain-journal.ts';
import { transactionsCsv, transactionsJsonLines } from '../../../lib/value/exports/transactions.ts';
import { replacement } from '../../../lib/value/methods/replacement.ts';
import { parseMicros } from '../../../lib/value/micros.ts';
import { noOwnRates } from '../../../lib/value/own-rates.ts';
import { generatedYear, hostile } from './generated-year.ts';
import { entry, ratesWith } from './samples.ts';

const rules = { own: noOwnRates, mayHide: () => false };
const booked = (n: number) => {
  const { entries, sightings, receipts } = generatedYear(n);
  const { given } = estimateEntries(entries, rules, replacement, () => ratesWith(), 'USD');
  return { entries, given, sightings, receipts, transactions: book(given, sightings, receipts, 'USD') };
};
const { entries, given, transactions } = booked(500);

/** The cells of a CSV text (RFC 4180). */
function cellsOf(csv: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === '\r\n') rows.push([]);
    else if (end === '') break;
  }
  rows.pop();
  return rows;
}

describe('accounts', () => {
  it('always balance: every event, every commodity, whatever was seen and received', () => {
    const sighting = fc.record({
      entry: fc.constantFrom(...given.slice(0, 5).map((one) => one.entry.id), 'nobody'),
      at: fc
        .date({ min: new Date('2025-12-01'), max: new Date('2026-11-01'), noInvalidDate: true })
        .map((d) => d.toISOString()),
      zone: fc.constant('+00:00'),
      kind: fc.constantFrom('votes' as const, 'thanks' as const, 'accepted' as const),
      count: fc.nat(3),
    });
    fc.assert(
      fc.property(fc.array(sighting, { maxLength: 40 }), (sightings) => {
        const all = book(given.slice(0, 5), sightings, [], 'USD');
        for (const one of all) expect(imbalance([one])).toEqual(new Map());
        // What was given is either recognised or not.
        const by = new Map<string, bigint>();
        for (const { account, commodity, amount } of balances(all, 'site')) {
          if (commodity === 'ACT') by.set(account, (by.get(account) ?? 0n) + amount);
        }
        expect((by.get('recognised') ?? 0n) + (by.get('unrecognised') ?? 0n)).toBe(5_000_000n);
        expect((by.get('recognised') ?? 0n) >= 0n && (by.get('unrecognised') ?? 0n) >= 0n).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('come to the same by site, kind, topic, person and month', () => {
    const sums = (by: Dimension) => {
      const all: Record<string, bigint> = {};
      for (const { account, commodity, amount } of balances(transactions, by)) {
        const key = `${account} ${commodity}`;
        all[key] = (all[key] ?? 0n) + amount;
      }
      return Object.fromEntries(
        Object.entries(all)
          .filter(([, amount]) => amount !== 0n)
          .sort(),
      );
    };
    for (const by of ['kind', 'topic', 'person', 'month'] as const) expect(sums(by)).toEqual(sums('site'));
  });

  it('split what has several topics evenly, each topic once', () => {
    const [one] = book([{ entry: entry({ topics: ['tea', 'tea', 'gardens'] }), estimate: 7n }], [], [], 'USD');
    const found = one ? balances([one], 'topic').filter(({ account }) => account === 'unrecognised') : [];
    expect(found.map(({ group, commodity, amount }) => [group, commodity, amount])).toEqual([
      ['tea', 'ACT', 500_000n],
      ['gardens', 'ACT', 500_000n],
      ['tea', 'USD.EST', 4n],
      ['gardens', 'USD.EST', 3n],
    ]);
  });

  it('take a count seen again as a new total, and give the act back when all of it is gone', () => {
    const act = entry();
    const saw = (day: number, count: number) => ({
      at: `2026-11-1${day}T00:00:00Z`,
      zone: '+00:00',
      entry: act.id,
      kind: 'votes' as const,
      count,
    });
    const state = (...sightings: ReturnType<typeof saw>[]) => {
      const found = balances(book([{ entry: act, estimate: undefined }], sightings, [], 'USD'), 'kind');
      return Object.fromEntries(
        found.map(({ account, commodity, amount }) => [`${account} ${commodity}`, amount / 1_000_000n]),
      );
    };
    const seen = { 'given ACT': -1n, 'recognised ACT': 1n, 'others VOTES': -3n, 'recognised VOTES': 3n };
    expect(state(saw(1, 2), saw(3, 3), saw(2, 5))).toEqual(seen);
    expect(state(saw(1, 2), saw(2, 0))).toEqual({ 'given ACT': -1n, 'unrecognised ACT': 1n });
  });

  it('have names of their own in a journal, however alike the sites', () => {
    const postings = transactions.flatMap((one) => one.postings);
    const ours = new Set(postings.map(({ account, site, kind }) => JSON.stringify([account, site, kind])));
    for (const journal of [plainJournal(transactions, 'ledger'), beancountJournal(transactions)]) {
      const declared = journal.split('\n').filter((line) => /^(account |\d{4}-\d\d-\d\d open )/.test(line));
      expect(new Set(declared).size).toBe(ours.size);
    }
  });

  it('keep estimates and money apart', () => {
    for (const { postings } of transactions) {
      for (const { account, commodity } of postings) {
        if (account === 'received') expect(['USD', 'EUR']).toContain(commodity);
        else expect(commodity === 'USD' && account !== 'others').toBe(false);
      }
    }
  });
});

describe('CSV', () => {
  const rows = cellsOf(transactionsCsv(transactions));

  it('has a line for each posting, with the amounts of the ledger', () => {
    const postings = transactions.flatMap((one) => one.postings);
    expect(rows).toHaveLength(postings.length + 1);
    expect(rows.slice(1).map((row) => parseMicros(row[4] ?? ''))).toEqual(postings.map(({ amount }) => amount));
  });

  it('lets no cell from a page begin like a formula', () => {
    for (const row of rows.slice(1)) {
      for (const [i, cell] of row.entries()) if (i !== 4) expect(cell).not.toMatch(/^\s*[=+\-@|%]/);
    }
    expect(rows.some((row) => row[8]?.startsWith("'="))).toBe(true);
  });

  it('gives back any text, but for the apostrophe in front of a formula', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 1, maxLength: 5 }), (texts) => {
        const [row] = cellsOf(csvLine(texts));
        const back = row?.map((cell) => cell.replace(/^'(?=\s*[=+\-@|%＝＋－＠]|[\t\r\n])/u, ''));
        expect(back).toEqual(
          texts.map((text) =>
            text
              .toWellFormed()
              .replaceAll('\0', '')
              .replace(/^'(?=\s*[=+\-@|%＝＋－＠]|[\t\r\n])/u, ''),
          ),
        );
      }),
    );
  });
});

describe('JSON Lines', () => {
  it('has one object a line, with titles untouched and amounts exact', () => {
    const lines = transactionsJsonLines(transactions)
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines).toHaveLength(transactions.length);
    lines.forEach((line, i) => {
      const one = transactions[i];
      expect(line.title).toBe(one?.title.toWellFormed() === one?.title ? one?.title : line.title);
      expect(line.postings.map(({ amount }: { amount: string }) => parseMicros(amount))).toEqual(
        one?.postings.map(({ amount }) => amount),
      );
    });
  });
});

describe('ActivityStreams', () => {
  it('has an activity for each entry, undos and edits as such', () => {
    const made = { url: 'https://a.example/c/1', id: '1' };
    const comment = entry({
      kind: 'comment',
      made,
      to: { name: 'Ann', url: 'https://a.example/ann' },
      topics: ['tea'],
    });
    const stream = activityStreams([
      comment,
      entry({ kind: 'comment', made, revises: comment.id }),
      entry({ kind: 'share' }),
      entry({ kind: 'vote', detail: { vote: 'down' } }),
      entry({ kind: 'comment', undo: true, undoes: comment.id }),
    ]);
    expect(stream).toMatchObject({
      '@context': 'https://www.w3.org/ns/activitystreams',
      type: 'OrderedCollection',
      totalItems: 5,
      orderedItems: [
        {
          type: 'Create',
          object: { type: 'Note', id: made.url, inReplyTo: { id: comment.object.url } },
          to: [{ name: 'Ann' }],
        },
        { type: 'Update' },
        { type: 'Announce' },
        { type: 'Dislike' },
        { type: 'Undo', object: `urn:contrail:entry:${comment.id}` },
      ],
    });
  });
});

describe('iCalendar', () => {
  const calendar = effortCalendar(entries, '2026-11-21T12:00:00Z');
  const lines = calendar.replaceAll('\r\n ', '').trimEnd().split('\r\n');

  it('folds at 75 octets and ends every line as RFC 5545 wants', () => {
    expect(calendar.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    for (const line of calendar.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
  });

  it('has an event for each entry with effort, ending when it was done', () => {
    const timed = entries.filter(({ effort, undo }) => !undo && effort?.seconds);
    expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(timed.length);
    const instants = (name: string) =>
      lines
        .filter((line) => line.startsWith(`${name}:`))
        .map((line) => Date.parse(line.slice(name.length + 1).replace(/(....)(..)(..T..)(..)(..Z)/, '$1-$2-$3:$4:$5')));
    const [starts, ends] = [instants('DTSTART'), instants('DTEND')];
    timed.forEach(({ at, effort }, i) => {
      expect(ends[i]).toBe(Math.floor(Date.parse(at) / 1000) * 1000);
      expect(Math.abs((ends[i] ?? 0) - (starts[i] ?? 0) - (effort?.seconds ?? 0) * 1000)).toBeLessThanOrEqual(1000);
    });
  });

  it('lets no title forge a line or a property', () => {
    const names = /^(BEGIN|END|VERSION|PRODID|CALSCALE|UID|DTSTAMP|DTSTART|DTEND|SUMMARY|CATEGORIES|URL|TRANSP):/;
    for (const line of lines) expect(line).toMatch(names);
    expect(lines.filter((line) => line.startsWith('BEGIN:') && !/^BEGIN:(VEVENT|VCALENDAR)$/.test(line))).toEqual([]);
    for (const line of lines.filter((one) => one.startsWith('SUMMARY:'))) {
      expect(line.slice(8).replace(/\\[\\;,n]/g, '')).not.toMatch(/[\\;,]/);
    }
  });
});

describe('titles', () => {
  it('become one plain line, whatever the page put in', () => {
    for (const title of hostile) expect(plainLine(title)).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
    expect(plainLine('line\nbreak')).toBe('line break');
    expect([...plainLine('x'.repeat(500))]).toHaveLength(200);
  });

  it('begin no comment in a journal and part no payee from a note', () => {
    for (const title of ['a  ; date:2026-99-99', ';:tag:', 'payee | note']) {
      const journal = plainJournal([{ ...transactions[0], title } as (typeof transactions)[number]], 'hledger');
      const [line] = journal.split('\n').filter((one) => /^\d{4}-/.test(one));
      expect(line).not.toMatch(/[;|]/);
    }
  });

  it('add no line to a journal', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (title) => {
        const one = { ...transactions[0], title } as (typeof transactions)[number];
        const journal = plainJournal([one], 'ledger');
        expect(journal.split('\n')).toHaveLength(
          plainJournal([{ ...one, title: 'plain' }], 'ledger').split('\n').length,
        );
      }),
    );
  });
});
