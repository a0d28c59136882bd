import { describe, expect, it } from 'vitest';
import { changesOf } from '../../../lib/lists/changes.ts';
import { isNarrow } from '../../../lib/lists/hosts.ts';
import { mergeDefinitions } from '../../../lib/lists/merge.ts';
import { originsOf } from '../../../lib/sites/engine.ts';
import type { Site } from '../../../lib/sites/schema.ts';
import { loadSites } from '../../../scripts/load-sites.ts';
import { heath } from './make.ts';

const v = (version: number, change: Partial<Site> = {}): Site => ({ ...heath, version, ...change });

describe('definitions in use', () => {
  it('are replaced by a list only where its version is higher', () => {
    const shipped = v(2, { name: 'Shipped' });
    expect(mergeDefinitions([shipped], [[v(2, { name: 'List' })]])).toEqual([shipped]);
    expect(mergeDefinitions([shipped], [[v(1, { name: 'List' })]])).toEqual([shipped]);
    expect(mergeDefinitions([shipped], [[v(3, { name: 'List' })]])[0]?.name).toBe('List');
  });

  it('are the highest of several lists, and keep their place before what is new', () => {
    const fen = v(1, { id: 'fen' });
    const merged = mergeDefinitions([heath], [[fen, v(3, { name: 'Three' })], [v(2, { name: 'Two' })]]);
    expect(merged.map(({ id, name }) => [id, name])).toEqual([
      ['heath', 'Three'],
      ['fen', 'Heath'],
    ]);
  });

  it('of the person count whatever the lists say', () => {
    expect(mergeDefinitions([v(2)], [[v(9)]], [v(1, { name: 'Mine' })])[0]?.name).toBe('Mine');
  });
});

describe('what changes', () => {
  it('is told by id and version, with hosts that were not asked for before', () => {
    const moor = v(1, { id: 'moor', name: 'Moor', hosts: ['moor.example'] });
    const next = v(2, { apiHosts: ['api.heath.example'] });
    expect(changesOf([heath, moor], [next, v(1, { id: 'fen', name: 'Fen', hosts: ['fen.example'] })])).toEqual({
      added: [{ id: 'fen', name: 'Fen', version: 1, hosts: ['fen.example'] }],
      changed: [{ id: 'heath', name: 'Heath', version: 2, from: 1, hosts: ['api.heath.example'] }],
      removed: [{ id: 'moor', name: 'Moor', version: 1, from: 1, hosts: [] }],
    });
  });

  it('is nothing between two that say the same', () => {
    expect(changesOf([heath], [heath])).toEqual({ added: [], changed: [], removed: [] });
  });
});

describe('a host', () => {
  it.each(['x.com', '*.stackexchange.com', 'bbc.co.uk', '*.bbc.co.uk', 'a-b.example', '*.github.io'])(
    'is one site: %s',
    (host) => expect(isNarrow(host)).toBe(true),
  );
  it.each([
    '*',
    'com',
    '*.com',
    '*.co.uk',
    '*.com.au',
    'localhost',
    'a.localhost',
    'nas.local',
    '10.0.0.1',
    '*.0.0.1',
    'a..b',
    '-a.com',
    'x.com:8080',
    '*.*.com',
    '',
  ])('is more, or none: %s', (host) => expect(isNarrow(host)).toBe(false));

  it('of every definition that comes with the extension is one site', async () => {
    const wide = (await loadSites()).flatMap(({ site }) =>
      (site.hosts ?? [])
        .flatMap((host) => originsOf(site, host.replace('*', 'any')))
        .filter((origin) => !isNarrow(origin.slice(4, -2))),
    );
    expect(wide).toEqual([]);
  });
});
