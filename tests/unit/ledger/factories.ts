import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import type { AppendOptions } from '../../../lib/ledger/append.ts';
import { openLedger } from '../../../lib/ledger/database.ts';
import type { Contribution } from '../../../lib/ledger/entry.ts';

/** A ledger in memory that nobody else sees. */
export function aLedger(factory = new IDBFactory()) {
  return openLedger({ factory, keyRange: IDBKeyRange });
}

/** Reproducible bytes (xorshift32), so that a failing case can be repeated. */
export function seededRandom(seed = 1): (length: number) => Uint8Array {
  let state = seed || 1;
  return (length) =>
    Uint8Array.from({ length }, () => {
      state ^= state << 13;
      state ^= state >>> 17;
      state ^= state << 5;
      return state & 0xff;
    });
}

export function options(seed = 1): AppendOptions {
  return { random: seededRandom(seed) };
}

/** A like of one post on one platform; say what is different. */
export function aContribution(changes: Partial<Contribution> = {}): Contribution {
  return {
    at: '2026-11-20T09:15:02Z',
    zone: '+01:00',
    site: 'social',
    host: 'social.example',
    account: 'alice',
    actor: 'https://social.example/@alice',
    kind: 'like',
    object: { url: 'https://social.example/@bob/113', id: '113' },
    audience: 'public',
    evidence: { level: 'confirmed', signs: ['gesture', 'request', 'flip'] },
    source: 'capture',
    definition: 'social@7',
    ...changes,
  };
}
