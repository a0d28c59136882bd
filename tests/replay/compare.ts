import type { Entry } from '../../lib/ledger/entry.ts';
import type { ExpectedEntry, SiteCase } from '../../lib/sites/cases.ts';

/**
 * Compares what stands in the ledger with what a case expects, in whatever order.
 * @returns differences in words; none if it is right
 */
export function differences(given: Pick<SiteCase, 'expect'>, found: readonly Entry[]): string[] {
  const left = [...found];
  const unmet: ExpectedEntry[] = [];
  for (const expected of given.expect) {
    const at = left.findIndex((entry) => mismatches(expected, entry).length === 0);
    if (at < 0) unmet.push(expected);
    else left.splice(at, 1);
  }
  const problems: string[] = [];
  for (const expected of unmet) {
    // The nearest of what is left over is most likely what was meant.
    const nearest = left
      .map((entry) => ({ entry, wrong: mismatches(expected, entry) }))
      .sort((a, b) => a.wrong.length - b.wrong.length)
      .at(0);
    if (nearest) {
      left.splice(left.indexOf(nearest.entry), 1);
      problems.push(...nearest.wrong);
    } else problems.push(`missing: ${JSON.stringify(expected)}`);
  }
  return [...problems, ...left.map((entry) => `not expected: ${JSON.stringify(shown(entry))}`)];
}

function mismatches(expected: ExpectedEntry, entry: Entry): string[] {
  const { level, undo, revises, ...members } = expected;
  const wrong = compare('', members, entry);
  if (level !== undefined && entry.evidence.level !== level) wrong.push(said('level', level, entry.evidence.level));
  if (Boolean(undo) !== Boolean(entry.undo)) wrong.push(said('undo', undo, entry.undo));
  // Beside what definitions say, the ledger itself knows what a new rating or a switched reaction revises.
  const isRevision = revises ? entry.revises !== undefined : entry.revises === true;
  if (isRevision !== Boolean(revises)) wrong.push(said('revises', revises, entry.revises));
  return wrong;
}

/** Nested objects by their given members, everything else exactly. */
function compare(path: string, expected: unknown, found: unknown): string[] {
  // `null` in a case says that there must be nothing.
  if (expected === null && found === undefined) return [];
  if (typeof expected !== 'object' || expected === null || Array.isArray(expected)) {
    return JSON.stringify(expected) === JSON.stringify(found) ? [] : [said(path, expected, found)];
  }
  return Object.entries(expected).flatMap(([name, value]) =>
    value === undefined
      ? []
      : compare(path === '' ? name : `${path}.${name}`, value, (found as Record<string, unknown> | undefined)?.[name]),
  );
}

const said = (path: string, expected: unknown, found: unknown) =>
  `${path}: expected ${JSON.stringify(expected)}, found ${JSON.stringify(found)}`;

const shown = ({ kind, object, to, made, detail, undo, revises, account, site, host, evidence }: Entry) => ({
  kind,
  object,
  to,
  made,
  detail,
  undo,
  revises,
  account,
  site,
  host,
  evidence,
});
