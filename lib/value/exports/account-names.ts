import type { Posting, Transaction } from '../accounts.ts';

/** Writes a part of an account's name so that a program takes it as one. */
export type PartWriter = (part: string) => string;

/**
 * Names for accounts that a program accepts, one for each site and kind: parts that would come out the same are told
 * apart by a number, so that no two accounts fall together.
 */
export function accountNames(
  transactions: readonly Transaction[],
  root: (posting: Posting) => string,
  write: PartWriter,
) {
  const written = new Map<string, string>();
  const taken = new Set<string>();
  const parts = new Set(transactions.flatMap(({ postings }) => postings.flatMap(({ site, kind }) => [site, kind])));
  for (const part of [...parts].sort()) {
    const plain = write(part);
    let name = plain;
    for (let i = 2; taken.has(name); i++) name = `${plain}-${i}`;
    taken.add(name);
    written.set(part, name);
  }
  const nameOf = (posting: Posting) => `${root(posting)}:${written.get(posting.site)}:${written.get(posting.kind)}`;
  const all = new Set(transactions.flatMap(({ postings }) => postings.map(nameOf)));
  return { nameOf, all: [...all].sort() };
}

/** Letters, digits and dashes, never empty. */
export const slug = (part: string): string =>
  part
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '') || 'none';
