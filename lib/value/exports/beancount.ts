import type { Account, Transaction } from '../accounts.ts';
import { writeMicros } from '../micros.ts';
import { accountNames, slug } from './account-names.ts';
import { plainLine } from './plain.ts';

/** Beancount knows five roots; ours become accounts of them. */
const roots: Record<Account, string> = {
  given: 'Income:Given',
  unrecognised: 'Assets:Unrecognised',
  recognised: 'Assets:Recognised',
  received: 'Assets:Received',
  others: 'Equity:Others',
};

/** A journal for Beancount 2 and 3 (https://beancount.github.io/docs/beancount_language_syntax.html). */
export function beancountJournal(transactions: readonly Transaction[]): string {
  const capital = (part: string) => slug(part).replace(/^./, (first) => first.toUpperCase());
  const { nameOf, all } = accountNames(transactions, ({ account }) => roots[account], capital);
  const first = transactions[0]?.day ?? '1970-01-01';
  const lines = [
    '; Estimates (commodities ending in .EST) are no money. No platform or person owes these amounts.',
    ...all.map((name) => `${first} open ${name}`),
    '',
  ];
  for (const { day, id, title, url, person, postings } of transactions) {
    lines.push(`${day} * ${quoted(title)}`, `  id: ${quoted(id)}`);
    if (url) lines.push(`  url: ${quoted(url, 4096)}`);
    if (person) lines.push(`  person: ${quoted(person)}`);
    for (const posting of postings) {
      lines.push(`  ${nameOf(posting)}  ${writeMicros(posting.amount)} ${posting.commodity}`);
    }
    lines.push('');
  }
  return `${lines.join('\n')}\n`;
}

const quoted = (text: string, most?: number) =>
  `"${plainLine(text, most).replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
