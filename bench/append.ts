import Dexie from 'dexie';
import { append } from '../lib/ledger/append.ts';
import type { LedgerDatabase } from '../lib/ledger/database.ts';
import type { Contribution, Entry } from '../lib/ledger/entry.ts';
import { schemaVersions } from '../lib/ledger/schema-versions.ts';
import type { Measurement } from './measurement.ts';

/**
 * What it costs to put one act into a ledger of many, against a bare Dexie `add` of the same row to a table as long,
 * with the same indexes and the same durability. The two take turns, so that both meet the same machine.
 * @param db an empty ledger
 * @param bare an empty database from {@link openBare}
 */
export async function measureAppend(
  db: LedgerDatabase,
  bare: Dexie,
  { entries = 100_000, rounds = 400 } = {},
): Promise<Measurement & { ratio: number }> {
  await fill(db, bare, entries);
  const appends: number[] = [];
  const adds: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const given = act(entries + round);
    const start = performance.now();
    const { entry } = await append(db, given, { random });
    const between = performance.now();
    await bare.table('entries').add(entry);
    adds.push(performance.now() - between);
    appends.push(between - start);
  }
  const floor = median(adds);
  const ratio = median(appends) / floor;
  return {
    name: `append one act to ${entries} entries`,
    value: ratio,
    ratio,
    unit: '×',
    floor: { name: 'bare Dexie add of the same row (ms)', value: floor },
    budget: { most: 2 },
  };
}

/** A database with the ledger's `entries` and nothing else. */
export function openBare(name: string): Dexie {
  const bare = new Dexie(name, { chromeTransactionDurability: 'strict' });
  bare.version(1).stores({ entries: schemaVersions.at(-1)?.stores.entries ?? null });
  return bare;
}

async function fill(db: LedgerDatabase, bare: Dexie, entries: number): Promise<void> {
  const batch = 1000;
  for (let from = 0; from < entries; from += batch) {
    const acts = Array.from({ length: Math.min(batch, entries - from) }, (_, n) => act(from + n));
    const appended = await append(db, acts, { random });
    await bare.table('entries').bulkAdd(appended.map(({ entry }) => entry as Entry));
  }
}

/** A day's mix over four platforms: most acts are likes, some are answers with effort and a title. */
export function act(n: number): Contribution {
  const platform = `https://platform${n % 4}.example`;
  const isAnswer = n % 5 === 0;
  return {
    at: new Date(Date.UTC(2025, 0, 1) + n * 300_000).toISOString(),
    zone: '+01:00',
    site: 'bench',
    host: new URL(platform).host,
    account: 'alice',
    actor: `${platform}/@alice`,
    kind: isAnswer ? 'answer' : 'like',
    object: { url: `${platform}/posts/${n}`, id: `${n}`, title: `Post number ${n}` },
    to: { name: `Person ${n % 50}`, url: `${platform}/@person${n % 50}` },
    ...(isAnswer && {
      made: { url: `${platform}/answers/${n}`, id: `${n}` },
      effort: { seconds: 300, words: 120 },
    }),
    audience: 'public',
    evidence: { level: 'confirmed', signs: ['gesture', 'request', 'flip'] },
    source: 'capture',
    definition: 'bench@1',
    key: `request ${n}`,
  };
}

const random = (length: number): Uint8Array => crypto.getRandomValues(new Uint8Array(length));

function median(figures: readonly number[]): number {
  return figures.toSorted((one, other) => one - other)[Math.floor(figures.length / 2)] ?? Number.NaN;
}
