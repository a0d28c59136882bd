import type { Entry } from '../../../lib/ledger/entry.ts';
import type { ExpectedEntry } from '../../../lib/sites/cases.ts';

/** The members of an entry that a case speaks of, in the case's own form, so that a difference reads well. */
export function comparable(entry: Entry, expected: ExpectedEntry): ExpectedEntry {
  const shown: Record<string, unknown> = { kind: entry.kind };
  // An undo, a revision and a restricted audience are always compared: forgetting them in a case must not hide them.
  if (entry.undo) shown.undo = true;
  if (entry.revises !== undefined && expected.revises) shown.revises = true;
  if (entry.audience !== 'public' || expected.audience) shown.audience = entry.audience;
  if (expected.level) shown.level = entry.evidence.level;
  if (expected.account !== undefined) shown.account = entry.account;
  if (expected.topics) shown.topics = entry.topics;
  if (expected.detail) shown.detail = entry.detail;
  for (const part of ['object', 'made', 'to'] as const) {
    const wanted = expected[part];
    if (wanted === null) shown[part] = entry[part] ?? null;
    if (!wanted) continue;
    const has = (entry[part] ?? {}) as Record<string, unknown>;
    shown[part] = Object.fromEntries(Object.keys(wanted).map((name) => [name, has[name]]));
  }
  return shown as unknown as ExpectedEntry;
}

/** Entries beside what is expected of them, in order; entries nobody expects stand alone. */
export const compared = (entries: readonly Entry[], expected: readonly ExpectedEntry[]): ExpectedEntry[] =>
  entries.map((entry, at) => comparable(entry, expected[at] ?? { kind: entry.kind, object: {} }));
