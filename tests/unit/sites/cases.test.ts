// First of all: Dexie looks for a database when it is loaded.
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type LedgerDatabase, openLedger } from '../../../lib/ledger/database.ts';
import { compile } from '../../../lib/sites/engine.ts';
import { loadSites } from '../../../scripts/load-sites.ts';
import { compared } from './expected.ts';
import { playCase } from './play.ts';

const files = await loadSites();
const index = compile(files.map(({ site }) => site));

let ledger: LedgerDatabase;
let turn = 0;
beforeEach(() => {
  ledger = openLedger({ name: `cases-${turn++}` });
});
afterEach(() => ledger.delete());

describe.each(files)('$path', ({ cases }) => {
  it.each(cases)('$name', async (one) => {
    const entries = await playCase(index, ledger, cases, one);
    expect(compared(entries, one.expect)).toEqual(one.expect);
  });
});
