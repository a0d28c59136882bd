import { describe, expect, it } from 'vitest';
import { ago } from '../../../components/ago.ts';
import { readRoute } from '../../../components/dashboard/route.ts';

describe('the address of a screen', () => {
  it.each([
    ['', 'week', ''],
    ['#/week/2026-W47', 'week', '2026-W47'],
    ['#/ledger/i4w9-V3CcC3KPyUOAalD0FSPVkgwK3AhIDNhdOpsFfI', 'ledger', 'i4w9-V3CcC3KPyUOAalD0FSPVkgwK3AhIDNhdOpsFfI'],
    ['#/settings', 'settings', ''],
    ['#/nowhere', 'week', ''],
    ['#/week/<b>', 'week', ''],
  ])('%s leads to %s %s', (hash, screen, rest) => {
    expect(readRoute(hash)).toEqual({ screen, rest });
  });
});

describe('how long ago', () => {
  const now = Date.parse('2026-11-21T12:00:00Z');
  it.each([
    ['2026-11-21T11:59:40Z', 'this minute'],
    ['2026-11-21T11:55:00Z', '5 minutes ago'],
    ['2026-11-21T10:00:00Z', '2 hours ago'],
    ['2026-11-20T10:00:00Z', 'yesterday'],
    ['2026-11-21T12:00:09Z', 'this minute'],
  ])('%s was %s', (at, said) => {
    expect(ago(at, now, 'en-GB')).toBe(said);
  });
});
