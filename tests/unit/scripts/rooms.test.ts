import { expect, it } from 'vitest';
import { disorder } from '../../../scripts/rooms.ts';

const says = (path: string, source: string) => disorder([path], () => source);

it('lets a room import from those it knows, and from itself', () => {
  expect(says('lib/capture/a.ts', "import { b } from './b.ts'; import type { S } from '../sites/schema.ts';")).toEqual(
    [],
  );
});

it('refuses an import against the order, types and re-exports included', () => {
  const wrong = ['lib/sites/a.ts: lib/sites does not know lib/ledger/append.ts'];
  const door = ['lib/sites/a.ts: may not import lib/ledger/append.ts, because the background alone writes the ledger'];
  expect(says('lib/sites/a.ts', "import type { Appended } from '../ledger/append.ts';")).toEqual([...wrong, ...door]);
  expect(says('lib/sites/a.ts', "export * from '../ledger/append.ts';")).toEqual([...wrong, ...door]);
  expect(says('lib/sites/a.ts', "const later = await import('../ledger/append.ts');")).toEqual([...wrong, ...door]);
});

it('keeps screens from writing the ledger, which they may read', () => {
  expect(says('components/a.tsx', "import { newest } from '../lib/ledger/queries.ts';")).toEqual([]);
  expect(says('components/a.tsx', "import { append } from '../lib/ledger/append.ts';")).toHaveLength(1);
});

it('refuses packages that a room has no use for, by whole names', () => {
  expect(says('lib/ledger/a.ts', "import Dexie from 'dexie'; import { sha256 } from '@noble/hashes/sha2.js';")).toEqual(
    [],
  );
  expect(says('lib/capture/watcher/a.ts', "import { z } from 'zod';")).toHaveLength(1);
  expect(says('lib/sites/a.ts', "import 'node:fs'; import 'zod-other';")).toHaveLength(2);
});

it('speaks of files outside every room and of files that cannot be read', () => {
  expect(says('elsewhere/a.ts', '')).toEqual(['elsewhere/a.ts: stands in no room']);
  expect(says('lib/sites/a.ts', 'import {')).toHaveLength(1);
});
