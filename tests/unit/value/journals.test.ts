import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { book } from '../../../lib/value/accounts.ts';
import { balances, imbalance } from '../../../lib/value/balances.ts';
import { estimateEntries } from '../../../lib/value/estimates.ts';
import { beancountJournal } from '../../../lib/value/exports/beancount.ts';
import { plainJournal } from '../../../lib/value/exports/plain-journal.ts';
import { replacement } from '../../../lib/value/methods/replacement.ts';
import { writeMicros } from '../../../lib/value/micros.ts';
import { noOwnRates } from '../../../lib/value/own-rates.ts';
import { provideAccountingPrograms } from '../../../scripts/accounting.ts';
import { generatedYear } from './generated-year.ts';
import { entry, ratesWith } from './samples.ts';

// A generated year of 20,000 entries, read by the real programs. Where one is missing and cannot be installed this
// fails in CI and is left out elsewhere.

const lacking = provideAccountingPrograms();
const year = generatedYear(20_000);
const { given, figure } = estimateEntries(
  year.entries,
  { own: noOwnRates, mayHide: (site) => site === 'x' },
  replacement,
  () => ratesWith(),
  'EUR',
);
const transactions = book(given, year.sightings, year.receipts, 'EUR');

/** One more small ledger with titles nobody would think of. */
const odd = book(
  fc
    .sample(fc.string({ unit: 'binary', maxLength: 80 }), { numRuns: 1000, seed: 20261121 })
    .map((title) => ({ entry: entry({ object: { url: 'https://a.example/', id: '1', title } }), estimate: 1n })),
  [],
  [],
  'EUR',
);

/** What each of our accounts comes to, by commodity. */
const totals: Record<string, string> = {};
const sums = new Map<string, bigint>();
for (const { account, commodity, amount } of balances(transactions, 'site')) {
  const key = `${account} ${commodity}`;
  sums.set(key, (sums.get(key) ?? 0n) + amount);
}
for (const [key, amount] of sums) if (amount !== 0n) totals[key] = writeMicros(amount);

describe('the accounts of the year', () => {
  it('balance, and the estimates given are the figure on screen', () => {
    expect(imbalance(transactions)).toEqual(new Map());
    expect(totals['given EUR.EST']).toBe(writeMicros(-(figure.range?.mid ?? 0n)));
    expect(totals['given ACT']).toBe(String(-given.length));
    expect(figure.left.undone).toBeGreaterThan(100);
    expect(figure.left.repeated).toBeGreaterThan(100);
    expect(figure.left.unconfirmed).toBeGreaterThan(100);
    expect(transactions.length).toBeGreaterThan(20_000);
  });
});

describe.skipIf(lacking.length > 0)('journals', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'contrail-journals-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const file = (name: string, text: string) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };
  const run = (program: string, ...args: string[]) => {
    const done = spawnSync(program, args, {
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
      env: { ...process.env, LANG: 'C.UTF-8' },
    });
    expect(done.stderr).toBe('');
    expect(done.status).toBe(0);
    return done.stdout;
  };

  it('are accepted by hledger, strictly, with our totals', () => {
    const path = file('year.hledger', plainJournal(transactions, 'hledger'));
    run('hledger', '-f', path, 'check', '--strict');
    const rows = run('hledger', '-f', path, 'balance', '--depth', '1', '--no-total', '-O', 'csv', '--layout', 'bare');
    const found: Record<string, string> = {};
    for (const line of rows.trim().split('\n').slice(1)) {
      const [account, commodity, amount] = line.split(',').map((cell) => cell.replace(/^"|"$/g, ''));
      if (amount !== '0') found[`${account} ${commodity?.replaceAll('"', '')}`] = plain(amount ?? '');
    }
    expect(found).toEqual(totals);
    expect(run('hledger', '-f', path, 'stats')).toMatch(new RegExp(`Transactions +: ${transactions.length} `));
    const strange = file('odd.hledger', plainJournal(odd, 'hledger'));
    run('hledger', '-f', strange, 'check', '--strict');
    expect(run('hledger', '-f', strange, 'stats')).toMatch(/Transactions +: 1000 /);
  }, 300_000);

  it('are accepted by ledger, pedantically, with our totals', () => {
    const path = file('year.ledger', plainJournal(transactions, 'ledger'));
    const args = ['--pedantic', '--args-only', '-f', path];
    const rows = run(
      'ledger',
      ...args,
      'balance',
      '--depth',
      '1',
      '--no-total',
      '--format',
      '%(account)\n%(display_total)\n',
    );
    const found: Record<string, string> = {};
    let account = '';
    for (const line of rows.trim().split('\n')) {
      const [amount, commodity] = line.trim().split(' ');
      if (commodity === undefined) account = line.trim();
      else if (Number(amount) !== 0) found[`${account} ${commodity.replaceAll('"', '')}`] = plain(amount ?? '');
    }
    expect(found).toEqual(totals);
    const strange = ['--pedantic', '--args-only', '-f', file('odd.ledger', plainJournal(odd, 'ledger'))];
    expect(run('ledger', ...strange, 'balance', 'given', '--format', '%(display_total)\n')).toContain('-1000 ACT');
  }, 300_000);

  it('are accepted by beancount, with our totals', () => {
    const path = file('year.beancount', beancountJournal(transactions));
    run('bean-check', path);
    const query = 'select leaf(root(account, 2)), currency, sum(number) group by 1, 2';
    const rows = run('bean-query', '-f', 'csv', path, query);
    const found: Record<string, string> = {};
    for (const line of rows.trim().split('\n').slice(1)) {
      const [account, commodity, amount] = line.split(',').map((cell) => cell.trim());
      if (Number(amount) !== 0) found[`${account?.toLowerCase()} ${commodity}`] = plain(amount ?? '');
    }
    expect(found).toEqual(totals);
    run('bean-check', file('odd.beancount', beancountJournal(odd)));
  }, 300_000);
});

/** A decimal without zeros at its end. */
const plain = (amount: string) => (amount.includes('.') ? amount.replace(/\.?0+$/, '') : amount);
