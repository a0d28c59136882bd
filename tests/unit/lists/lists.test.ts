import { beforeEach, describe, expect, it } from 'vitest';
import { createLists, type ListsWorld } from '../../../lib/browser/lists.ts';
import type { ListError } from '../../../lib/lists/errors.ts';
import type { Site } from '../../../lib/sites/schema.ts';
import { bundleOf, type Edition, heath, signerOf } from './make.ts';

const signer = await signerOf(7);
const other = await signerOf(8);
const url = 'https://lists.example/sites.json';
const v = (version: number, change: Partial<Site> = {}): Site => ({ ...heath, version, ...change });
const shipped = [v(1)];

let items: Record<string, unknown>;
let alarms: Map<string, number>;
let served: Uint8Array;
let asked: string[];
let used: readonly Site[];
let now: number;

const world = (version = '1.0'): ListsWorld => ({
  area: {
    get: async (key) => structuredClone({ [key]: items[key] }),
    set: async (more) => void Object.assign(items, structuredClone(more)),
    remove: async (keys) => {
      for (const key of keys) delete items[key];
    },
  },
  fetch: async (address) => {
    asked.push(String(address));
    return new Response(new Uint8Array(served));
  },
  now: () => new Date(now),
  version,
  shipped,
  use: (sites) => {
    used = sites;
  },
  alarms: {
    has: async (name) => alarms.has(name),
    set: (name, first) => void alarms.set(name, first),
    clear: async (name) => alarms.delete(name),
  },
});
const serve = async (edition: Edition = {}, by = signer) => {
  served = await bundleOf(by, edition);
};
const inUse = () => used.map(({ id, version }) => `${id}@${version}`);
const problemOf = (work: Promise<unknown>) =>
  work.then(
    () => 'taken',
    (error: ListError) => error.problem,
  );
/** Follows what is served. */
async function follow(lists: ReturnType<typeof createLists>, every: 'day' | null = null): Promise<string> {
  const { key, digest } = await lists.look(url);
  await lists.subscribe({ url, key, digest, every });
  return (await lists.lines())[0]?.id ?? '';
}

beforeEach(() => {
  items = {};
  alarms = new Map();
  asked = [];
  used = shipped;
  now = Date.parse('2026-11-22T12:00:00Z');
});

describe('before anybody follows a list', () => {
  it('nothing is fetched, kept or changed', async () => {
    const lists = createLists(world());
    await lists.loaded;
    await lists.rang('list/unknown');
    expect([asked, items, inUse(), alarms.size]).toEqual([[], {}, ['heath@1'], 0]);
  });

  it('a look tells what would change, and keeps nothing', async () => {
    await serve({ sites: [v(2, { apiHosts: ['api.heath.example'] }), v(1, { id: 'fen', hosts: ['fen.example'] })] });
    expect(await createLists(world()).look(url)).toMatchObject({
      name: 'Moorland',
      key: signer.did,
      count: 2,
      changes: {
        added: [{ id: 'fen', hosts: ['fen.example'] }],
        changed: [{ id: 'heath', version: 2, from: 1, hosts: ['api.heath.example'] }],
        removed: [],
      },
    });
    expect([items, inUse()]).toEqual([{}, ['heath@1']]);
  });

  it('an address that names a key takes no other', async () => {
    await serve({}, other);
    expect(await problemOf(createLists(world()).look(`${url}#${signer.did}`))).toBe('signature');
  });

  it('what changed between look and yes is not taken', async () => {
    const lists = createLists(world());
    await serve({ sites: [v(2)] });
    const { key, digest } = await lists.look(url);
    await serve({ sites: [v(3)] });
    expect(await problemOf(lists.subscribe({ url, key, digest, every: null }))).toBe('same-number');
    expect(await lists.lines()).toEqual([]);
  });
});

describe('a list that is followed', () => {
  it('replaces what is older, adds what is new, and outlives the background', async () => {
    await serve({ sites: [v(2), v(1, { id: 'fen', hosts: ['fen.example'] })] });
    await follow(createLists(world()));
    expect(inUse()).toEqual(['heath@2', 'fen@1']);
    used = shipped;
    const next = createLists(world());
    await next.loaded;
    expect(inUse()).toEqual(['heath@2', 'fen@1']);
    expect(next.sourceOf(used[0] as Site)).toBe('Moorland');
    expect(next.sourceOf(shipped[0] as Site)).toBeUndefined();
  });

  it('is asked for by its alarm only where the person chose so', async () => {
    await serve({ sites: [v(2)] });
    const lists = createLists(world());
    const id = await follow(lists);
    expect(alarms.size).toBe(0);
    await lists.choose(id, { every: 'week' });
    expect(alarms.get(`list/${id}`)).toBe(7 * 24 * 60);
    await serve({ sites: [v(3)], serial: 2 });
    await lists.rang(`list/${id}`);
    expect(inUse()).toEqual(['heath@3']);
    await lists.choose(id, { pinned: true });
    expect(alarms.size).toBe(0);
    asked = [];
    await lists.rang(`list/${id}`);
    expect(asked).toEqual([]);
  });

  it('gets its alarm back where the browser lost it, when it is due', async () => {
    await serve();
    const id = await follow(createLists(world()), 'day');
    alarms.clear();
    now += 20 * 3_600_000;
    await createLists(world()).loaded;
    expect(alarms.get(`list/${id}`)).toBeCloseTo(240);
  });

  it('says what an edition changed, goes back and stays there, and comes forward again', async () => {
    const lists = createLists(world());
    await serve({ sites: [v(2)] });
    const id = await follow(lists);
    await serve({ sites: [v(3)], serial: 2 });
    await lists.update(id);
    expect((await lists.lines())[0]).toMatchObject({
      current: { serial: 2 },
      previous: { serial: 1 },
      changes: { changed: [{ id: 'heath', from: 2, version: 3 }] },
    });
    await lists.back(id);
    expect([inUse(), (await lists.lines())[0]?.pinned]).toEqual([['heath@2'], true]);
    await lists.update(id);
    expect(inUse()).toEqual(['heath@2']);
    await lists.choose(id, { pinned: false });
    await lists.update(id);
    expect(inUse()).toEqual(['heath@3']);
  });

  it.each<[string, () => Promise<void>, string]>([
    ['an older edition', () => serve({ sites: [v(9)], serial: 4 }), 'older'],
    ['another edition under the same number', () => serve({ sites: [v(9)], serial: 5 }), 'same-number'],
    ['another key', () => serve({ sites: [v(9)], serial: 6 }, other), 'signature'],
    [
      'junk',
      async () => {
        served = new Uint8Array(5 * 1024 * 1024);
      },
      'too-large',
    ],
  ])('stays as it is where it is sent %s, and says why', async (_, send, problem) => {
    const lists = createLists(world());
    await serve({ sites: [v(2)], serial: 5 });
    const id = await follow(lists);
    await send();
    expect(await problemOf(lists.update(id))).toBe(problem);
    expect(inUse()).toEqual(['heath@2']);
    expect((await lists.lines())[0]?.problem?.problem).toBe(problem);
    await serve({ sites: [v(3)], serial: 6 });
    await lists.update(id);
    expect((await lists.lines())[0]?.problem).toBeUndefined();
    expect(inUse()).toEqual(['heath@3']);
  });

  it('that was taken back cannot be brought below by an attack from the past', async () => {
    const lists = createLists(world());
    await serve({ sites: [v(2)], serial: 5 });
    const id = await follow(lists);
    await serve({ sites: [v(3)], serial: 7 });
    await lists.update(id);
    await lists.back(id);
    await lists.choose(id, { pinned: false });
    await serve({ sites: [v(4)], serial: 6 });
    expect(await problemOf(lists.update(id))).toBe('older');
  });

  it('leaves nothing behind when it is left', async () => {
    const lists = createLists(world());
    await serve({ sites: [v(2)] });
    const id = await follow(lists, 'day');
    await serve({ sites: [v(3)], serial: 2 });
    await lists.update(id);
    await lists.remove(id);
    expect([inUse(), alarms.size, items]).toEqual([['heath@1'], 0, { lists: { version: 1, lists: [] } }]);
  });

  it('keeps two editions and no more', async () => {
    const lists = createLists(world());
    await serve({ sites: [v(2)] });
    const id = await follow(lists);
    for (const serial of [2, 3, 4]) {
      await serve({ sites: [v(serial + 1)], serial });
      await lists.update(id);
    }
    expect(Object.keys(items).filter((key) => key.startsWith('list.'))).toEqual([`list.${id}.3`, `list.${id}.4`]);
  });

  it('is judged anew by another version of Contrail', async () => {
    await serve({ sites: [v(2)] });
    const id = await follow(createLists(world()));
    const kept = items[`list.${id}.1`] as { sites: unknown[] };
    kept.sites = [{ ...heath, version: 2, magic: true }];
    used = shipped;
    await createLists(world('2.0')).loaded;
    expect(inUse()).toEqual(['heath@1']);
  });

  it('is dropped where what is stored of it cannot be read', async () => {
    items = { lists: { version: 1, lists: [{ id: 'broken' }] } };
    const lists = createLists(world());
    expect(await lists.lines()).toEqual([]);
    expect(inUse()).toEqual(['heath@1']);
  });
});
