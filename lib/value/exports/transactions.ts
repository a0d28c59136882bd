import type { Transaction } from '../accounts.ts';
import { writeMicros } from '../micros.ts';
import { csvLine } from './csv.ts';

/** Every posting as a line of CSV, under a head line. */
export function transactionsCsv(transactions: Iterable<Transaction>): string {
  const head = ['day', 'account', 'site', 'kind', 'amount', 'commodity', 'person', 'topics', 'title', 'url', 'id'];
  const lines = [csvLine(head)];
  for (const { day, id, title, url, person, topics, postings } of transactions) {
    for (const { account, site, kind, amount, commodity } of postings) {
      const number = { number: writeMicros(amount) };
      lines.push(csvLine([day, account, site, kind, number, commodity, person, topics.join(' '), title, url, id]));
    }
  }
  return lines.join('');
}

/** Every transaction as a line of JSON (https://jsonlines.org); amounts are decimals in quotes, so that none is rounded. */
export function transactionsJsonLines(transactions: Iterable<Transaction>): string {
  let text = '';
  for (const { postings, ...transaction } of transactions) {
    const written = postings.map((posting) => ({ ...posting, amount: writeMicros(posting.amount) }));
    text += `${JSON.stringify({ ...transaction, postings: written })}\n`;
  }
  return text;
}
