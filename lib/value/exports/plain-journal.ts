import type { Transaction } from '../accounts.ts';
import { writeMicros } from '../micros.ts';
import { accountNames, slug } from './account-names.ts';
import { plainLine } from './plain.ts';

/** Programs that read nearly the same journal; they differ in how a commodity is declared. */
export type Dialect = 'hledger' | 'ledger';

/** hledger's account types (https://hledger.org/hledger.html#account-types). */
const types = { given: 'R', unrecognised: 'A', recognised: 'A', received: 'A', others: 'E' } as const;

/**
 * A journal for hledger or ledger. All accounts and commodities are declared, so that `hledger check --strict` and
 * `ledger --pedantic` hold.
 */
export function plainJournal(transactions: readonly Transaction[], dialect: Dialect): string {
  const { nameOf, all } = accountNames(transactions, ({ account }) => account, slug);
  const commodities = [...new Set(transactions.flatMap(({ postings }) => postings.map((one) => one.commodity)))].sort();
  const lines = [
    '; Estimates (commodities ending in .EST) are no money. No platform or person owes these amounts.',
    ...commodities.map((name) => declareCommodity(name, dialect)),
    ...all.map((name) => declareAccount(name, dialect)),
    '',
  ];
  for (const transaction of transactions) {
    lines.push(`${transaction.day} * (${code(transaction.id)}) ${description(transaction.title)}`);
    for (const posting of transaction.postings) {
      lines.push(`    ${nameOf(posting)}  ${writeMicros(posting.amount)} ${quoted(posting.commodity)}`);
    }
    lines.push('');
  }
  return `${lines.join('\n')}\n`;
}

/** An id as a code in brackets. */
const code = (id: string) => id.replace(/[^\w-]/g, '').slice(0, 64);

const quoted = (commodity: string) => (/^[A-Z]+$/.test(commodity) ? commodity : `"${commodity}"`);

const declareCommodity = (name: string, dialect: Dialect) =>
  dialect === 'hledger' ? `commodity 1000.000000 ${quoted(name)}` : `commodity ${quoted(name)}`;

const declareAccount = (name: string, dialect: Dialect) =>
  dialect === 'hledger'
    ? `account ${name}  ; type:${types[name.split(':')[0] as keyof typeof types]}`
    : `account ${name}`;

/**
 * A title as a description. A semicolon would begin a comment, in which both programs look for tags, dates and, ledger,
 * for formulas; a bar would part payee from note.
 */
function description(title: string): string {
  return plainLine(title).replaceAll(';', ',').replaceAll('|', '¦') || '…';
}
