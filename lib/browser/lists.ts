import { browser } from 'wxt/browser';
import { z } from 'zod';
import { type Bundle, openBundle } from '../lists/bundle.ts';
import { type Changes, changesOf } from '../lists/changes.ts';
import { ListError, listProblems } from '../lists/errors.ts';
import { fetchList, readAddress } from '../lists/fetch.ts';
import { judgeSites } from '../lists/judge.ts';
import { mergeDefinitions } from '../lists/merge.ts';
import type { ListFound, ListLine, ListPeriod } from '../messages.ts';
import type { Site } from '../sites/schema.ts';
import type { Definitions } from './definitions.ts';
import { inTurn } from './in-turn.ts';
import type { LocalArea } from './settings.ts';

/** What the alarms of lists begin with; the list's id follows. */
const alarmPrefix = 'list/';
const minutesOf: Record<ListPeriod, number> = { day: 24 * 60, week: 7 * 24 * 60, month: 30 * 24 * 60 };
const mostLists = 16;

const edition = z.object({
  serial: z.int().positive(),
  created: z.string(),
  digest: z.string(),
  count: z.int().nonnegative(),
});
const change = z.object({
  id: z.string(),
  name: z.string(),
  version: z.int(),
  from: z.int().optional(),
  hosts: z.array(z.string()),
});
const subscription = z.object({
  id: z.string(),
  url: z.string(),
  /** did:key that every edition must be signed with, since the first. */
  key: z.string(),
  name: z.string(),
  every: z.enum(['day', 'week', 'month']).nullable(),
  /** Stays at the edition it has. */
  pinned: z.boolean(),
  /** The highest edition ever taken: nothing below it comes back by itself. */
  top: z.object({ serial: z.int().positive(), digest: z.string() }),
  current: edition,
  previous: edition.optional(),
  /** From the edition before to this one. */
  changes: z.object({ added: z.array(change), changed: z.array(change), removed: z.array(change) }).optional(),
  /** When the list was last asked for. */
  checked: z.iso.datetime(),
  /** Why the last answer was not taken. */
  problem: z.object({ problem: z.enum(listProblems), detail: z.string() }).optional(),
});
type Subscription = z.infer<typeof subscription>;
const stateSchema = z.object({ version: z.literal(1), lists: z.array(subscription) });

const stateKey = 'lists';
const keyOf = (id: string, serial: number) => `list.${id}.${serial}`;

/** What lists need of the browser. */
export interface ListsWorld {
  area: LocalArea & { remove(keys: string[]): Promise<void> };
  fetch: typeof fetch;
  now(): Date;
  /** Of the extension: definitions that another version judged are judged anew. */
  version: string;
  shipped: readonly Site[];
  /** Called with the definitions to use, at the start and after every change. */
  use(sites: Site[]): void;
  alarms: {
    has(name: string): Promise<boolean>;
    /** `first` and `every` in minutes. */
    set(name: string, first: number, every: number): void;
    clear(name: string): Promise<unknown>;
  };
}

/**
 * The lists that the person subscribed to. Nothing is fetched before they ask for it; afterwards at the interval they
 * chose. An edition is taken only if it is signed by the key of the first, and newer than all that were taken before.
 */
export function createLists(world: ListsWorld) {
  const { area, now } = world;
  const turn = inTurn();
  let lists: Subscription[] = [];
  /** Definitions of each list, by its id. */
  const sites = new Map<string, readonly Site[]>();

  async function load(): Promise<void> {
    lists = stateSchema.safeParse((await area.get(stateKey))[stateKey]).data?.lists ?? [];
    for (const list of lists) sites.set(list.id, await stored(list.id, list.current.serial));
    if (lists.length > 0) world.use(inUse());
    for (const { id, every, checked } of lists) {
      if (every === null || (await world.alarms.has(alarmPrefix + id))) continue;
      const due = (Date.parse(checked) - now().getTime()) / 60_000 + minutesOf[every];
      world.alarms.set(alarmPrefix + id, Math.max(1, due), minutesOf[every]);
    }
  }
  const loaded = turn(load);

  const inUse = (): Site[] =>
    mergeDefinitions(
      world.shipped,
      lists.map(({ id }) => sites.get(id) ?? []),
    );

  /** Definitions of an edition that is kept; none where this version does not take them any more. */
  async function stored(id: string, serial: number): Promise<readonly Site[]> {
    const key = keyOf(id, serial);
    const kept = (await area.get(key))[key] as { by: string; sites: Site[] } | undefined;
    if (!kept) return [];
    try {
      return kept.by === world.version ? kept.sites : judgeSites(kept.sites);
    } catch {
      return [];
    }
  }

  async function save(next: Subscription[]): Promise<void> {
    await area.set({ [stateKey]: { version: 1, lists: next } });
    lists = next;
  }

  const one = (id: string): Subscription => {
    const list = lists.find((known) => known.id === id);
    if (!list) throw new Error('no such list');
    return list;
  };

  const replaced = (list: Subscription) => lists.map((known) => (known.id === list.id ? list : known));

  /** Takes an edition: its definitions are stored before anything points to them. */
  async function take(list: Subscription, bundle: Bundle, before: readonly Site[]): Promise<void> {
    await area.set({ [keyOf(list.id, bundle.serial)]: { by: world.version, sites: bundle.sites } });
    const changes: Changes = changesOf(before, bundle.sites);
    const known = lists.some(({ id }) => id === list.id);
    const next = { ...list, changes };
    await save(known ? replaced(next) : [...lists, next]);
    sites.set(list.id, bundle.sites);
    world.use(inUse());
  }

  async function fetched(url: string, key: string | undefined): Promise<Bundle> {
    return openBundle(await fetchList(url, world.fetch), key);
  }

  function schedule({ id, every, pinned }: Subscription): void {
    if (every === null || pinned) void world.alarms.clear(alarmPrefix + id);
    else world.alarms.set(alarmPrefix + id, minutesOf[every], minutesOf[every]);
  }

  /** Fetches a list and says what it would change. Nothing is kept. */
  async function look(typed: string): Promise<ListFound> {
    await loaded;
    const address = readAddress(typed);
    const bundle = await fetched(address.url, address.key);
    const after = mergeDefinitions(world.shipped, [...lists.map(({ id }) => sites.get(id) ?? []), bundle.sites]);
    const { sites: held, ...head } = bundle;
    return { ...head, url: address.url, count: held.length, changes: changesOf(inUse(), after) };
  }

  /**
   * Subscribes to what was looked at: the key is pinned from now on.
   *
   * @throws ListError, also where the list is another by now than the one that was looked at
   */
  const subscribe = (chosen: { url: string; key: string; digest: string; every: ListPeriod | null }): Promise<void> =>
    turn(async () => {
      const { url } = readAddress(chosen.url);
      if (lists.length >= mostLists || lists.some((list) => list.url === url)) throw new ListError('address', url);
      const bundle = await fetched(url, chosen.key);
      if (bundle.digest !== chosen.digest) throw new ListError('same-number', String(bundle.serial));
      const list: Subscription = {
        id: crypto.randomUUID(),
        url,
        key: bundle.key,
        name: bundle.name,
        every: chosen.every,
        pinned: false,
        top: { serial: bundle.serial, digest: bundle.digest },
        current: editionOf(bundle),
        checked: now().toISOString(),
      };
      const before = inUse().filter(({ id }) => bundle.sites.some((site) => site.id === id));
      await take(list, bundle, before);
      schedule(list);
    });

  /**
   * Asks for a newer edition. What is refused is remembered with its reason; what is in use stays in use.
   *
   * @throws ListError
   */
  const update = (id: string): Promise<void> =>
    turn(async () => {
      const list = one(id);
      if (list.pinned) return;
      const checked = now().toISOString();
      try {
        const bundle = await fetched(list.url, list.key);
        const { serial, digest } = bundle;
        if (serial < list.top.serial) throw new ListError('older', `${serial} < ${list.top.serial}`);
        if (serial === list.top.serial && digest !== list.top.digest) throw new ListError('same-number', `${serial}`);
        const { problem: _, ...sound } = list;
        if (serial === list.current.serial) return await save(replaced({ ...sound, checked }));
        const stale = list.previous && list.previous.serial !== serial ? [keyOf(id, list.previous.serial)] : [];
        const next = { ...sound, checked, name: bundle.name, top: { serial, digest }, current: editionOf(bundle) };
        await take({ ...next, previous: list.current }, bundle, sites.get(id) ?? []);
        await area.remove(stale);
      } catch (error) {
        const known = error instanceof ListError ? error : new ListError('unreachable');
        await save(replaced({ ...list, checked, problem: { problem: known.problem, detail: known.detail } }));
        throw known;
      }
    });

  /** Back to the edition before, and to stay there: the next update would bring the same again. */
  const back = (id: string): Promise<void> =>
    turn(async () => {
      const list = one(id);
      if (!list.previous) return;
      const held = await stored(id, list.previous.serial);
      const { changes: _, ...rest } = list;
      const next: Subscription = { ...rest, pinned: true, current: list.previous, previous: list.current };
      await save(replaced({ ...next, changes: changesOf(sites.get(id) ?? [], held) }));
      sites.set(id, held);
      schedule(next);
      world.use(inUse());
    });

  const choose = (id: string, choice: { every?: ListPeriod | null; pinned?: boolean }): Promise<void> =>
    turn(async () => {
      const next = { ...one(id), ...choice };
      await save(replaced(next));
      schedule(next);
    });

  const remove = (id: string): Promise<void> =>
    turn(async () => {
      const { current, previous } = one(id);
      await save(lists.filter((list) => list.id !== id));
      sites.delete(id);
      await world.alarms.clear(alarmPrefix + id);
      await area.remove([current, previous].flatMap((kept) => (kept ? [keyOf(id, kept.serial)] : [])));
      world.use(inUse());
    });

  return {
    loaded,
    look,
    subscribe,
    update,
    back,
    choose,
    remove,
    /** An alarm rang; not every alarm is one of a list. */
    async rang(alarm: string): Promise<void> {
      if (!alarm.startsWith(alarmPrefix)) return;
      await loaded;
      // A refusal is kept with the list, where the person finds it.
      await update(alarm.slice(alarmPrefix.length)).catch(() => undefined);
    },
    async forgetAll(): Promise<void> {
      await loaded;
      for (const { id } of lists) await remove(id);
    },
    async lines(): Promise<ListLine[]> {
      await loaded;
      return lists.map(({ top: _, ...list }) => list as ListLine);
    },
    /** Name of the list that the definition in use comes from; undefined where it came with the extension. */
    sourceOf: (site: Site): string | undefined => lists.find(({ id }) => sites.get(id)?.includes(site))?.name,
  };
}

export type Lists = ReturnType<typeof createLists>;

const editionOf = ({ serial, created, digest, sites }: Bundle) => ({ serial, created, digest, count: sites.length });

/** The browser, as far as lists need it. */
export const listsWorld = ({ shipped, use }: Definitions): ListsWorld => ({
  area: browser.storage.local,
  fetch: (url, how) => fetch(url, how),
  now: () => new Date(),
  version: browser.runtime.getManifest().version,
  shipped,
  use,
  alarms: {
    has: async (name) => (await browser.alarms.get(name)) !== undefined,
    set: (name, first, every) => void browser.alarms.create(name, { delayInMinutes: first, periodInMinutes: every }),
    clear: (name) => browser.alarms.clear(name),
  },
});
