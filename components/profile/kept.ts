/** What the person chose and wrote for their profile. */
export interface Kept {
  name: string;
  /** Ids of lines that are not shown. */
  hidden: readonly string[];
  /** Own words, by block. */
  words: Readonly<Record<string, string>>;
}

const key = 'profile';
const nothing: Kept = { name: '', hidden: [], words: {} };

/** It is no part of the ledger, only of how it is shown, so it stays with the page. */
export function keptProfile(): Kept {
  try {
    return { ...nothing, ...(JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<Kept>) };
  } catch {
    return nothing;
  }
}

export const keepProfile = (kept: Kept): void => localStorage.setItem(key, JSON.stringify(kept));
