import { browser } from 'wxt/browser';
import { originsOf, type SiteIndex } from '../sites/engine.ts';
import { genericId } from '../sites/generic.ts';
import type { Site } from '../sites/schema.ts';
import { isE2e } from './build.ts';
import { genericWanted } from './generic.ts';
import { inTurn } from './in-turn.ts';
import { isWatching } from './pause.ts';
import type { Settings, SettingsStore } from './settings.ts';

const watcherId = 'watcher';
const watcherFile = '/watcher.js';
const everySite = '*://*/*';

/** Whether a site is switched on; software of its own hosts is switched on host by host. */
export function isOn(settings: Settings, site: Site, host: string): boolean {
  if (site.id === genericId && !isGenericOn(settings, host)) return false;
  if (site.hosts && settings.sites[site.id] !== undefined) return settings.sites[site.id] === true;
  const instance = settings.instances[host];
  if (instance?.site === site.id) return instance.on;
  return isE2e;
}

/** Pages nobody described are watched on the hosts that the person chose, while they want any of it at all. */
const isGenericOn = (settings: Settings, host: string): boolean =>
  settings.instances[host]?.site === genericId && genericWanted(settings).length > 0;

/** The software that was recognised on a host, where one was. */
export const softwareOn = (settings: Settings, host: string): string | undefined => settings.instances[host]?.site;

/** Switches a site (or one host of self-hosted software) on or off. */
export function switchSite(settings: SettingsStore, site: Site, host: string, on: boolean): Promise<void> {
  return settings.change(({ sites, instances }) =>
    site.hosts
      ? { sites: { ...sites, [site.id]: on } }
      : { instances: { ...instances, [host]: { site: site.id, on } } },
  );
}

/** Match patterns that a switched-on site needs and still holds, with those of its pages apart. */
interface Granted {
  pages: string[];
  origins: string[];
}

/**
 * Brings the registered watcher in line with what is switched on and granted: pages of other sites never get it. In
 * tabs that are open already it is started now.
 */
export function placeWatcher(settings: SettingsStore, index: SiteIndex): Promise<void> {
  return turn(async () => place(await settings.read(), index));
}

/** Switching off gives a permission back, which calls for this a second time: two at once would trip over each other. */
const turn = inTurn();

async function place(settings: Settings, index: SiteIndex): Promise<void> {
  const { pages } = await grantedOf(settings, index);
  const matches = isWatching(settings) ? pages : [];
  const registered = await browser.scripting.getRegisteredContentScripts({ ids: [watcherId] });
  if (matches.length === 0) {
    if (registered.length > 0) await browser.scripting.unregisterContentScripts({ ids: [watcherId] });
    return;
  }
  const script = {
    id: watcherId,
    js: [watcherFile],
    matches,
    allFrames: true,
    matchOriginAsFallback: true,
    runAt: 'document_start' as const,
  };
  const [known] = registered;
  if (!known) await browser.scripting.registerContentScripts([script]);
  else if (!sameMembers(known.matches ?? [], matches)) await browser.scripting.updateContentScripts([script]);
  await startInOpenTabs(matches);
}

async function startInOpenTabs(matches: string[]): Promise<void> {
  const tabs = await browser.tabs.query({ url: matches });
  await Promise.all(
    tabs.map(({ id, incognito }) =>
      id === undefined || incognito
        ? undefined
        : browser.scripting
            .executeScript({ target: { tabId: id, allFrames: true }, files: [watcherFile] })
            // A tab that is just closing, an error page: there is nothing to watch there.
            .catch(() => undefined),
    ),
  );
}

async function grantedOf(settings: Settings, index: SiteIndex): Promise<Granted> {
  if (isE2e) return { pages: [everySite], origins: [everySite] };
  const granted: Granted = { pages: [], origins: [] };
  for (const { site, hosts } of switchedOn(settings, index)) {
    const held = await heldOf(hosts.flatMap((host) => originsOf(site, host)));
    granted.origins.push(...held);
    granted.pages.push(...pagesOf(site, hosts).filter((page) => held.includes(page)));
  }
  return { pages: [...new Set(granted.pages)], origins: [...new Set(granted.origins)] };
}

/**
 * Those of the origins that are granted. One by one: a newer definition can want more hosts than a person was asked
 * for, and goes on with those it has until they are asked.
 */
async function heldOf(origins: readonly string[]): Promise<string[]> {
  const held = await Promise.all(origins.map((origin) => browser.permissions.contains({ origins: [origin] })));
  return origins.filter((_, at) => held[at]);
}

/** Which origins of what is switched on are not granted, by site and host (`site host`). */
export async function missingOrigins(settings: Settings, index: SiteIndex): Promise<Map<string, string[]>> {
  const missing = new Map<string, string[]>();
  if (isE2e) return missing;
  for (const { site, hosts } of switchedOn(settings, index)) {
    for (const host of hosts) {
      const wanted = originsOf(site, host);
      const held = await heldOf(wanted);
      missing.set(
        `${site.id} ${host}`,
        wanted.filter((origin) => !held.includes(origin)),
      );
    }
  }
  return missing;
}

function switchedOn(settings: Settings, index: SiteIndex): { site: Site; hosts: string[] }[] {
  const { sites, instances } = settings;
  const on: { site: Site; hosts: string[] }[] = [];
  for (const { site } of index.byId.values()) {
    if (site.hosts && sites[site.id]) on.push({ site, hosts: [...site.hosts] });
    const hosts = Object.entries(instances).filter(
      ([host, instance]) =>
        instance.site === site.id && instance.on && (site.id !== genericId || isGenericOn(settings, host)),
    );
    if (hosts.length > 0) on.push({ site, hosts: hosts.map(([host]) => host) });
  }
  return on;
}

const pagesOf = (site: Site, hosts: readonly string[]): string[] =>
  hosts.map((host) => (site.hosts?.includes(host) ? `*://${host}/*` : `*://${host.replace(/:\d+$/, '')}/*`));

/** Gives back the permission for a site that was switched off, as far as no other site needs it. */
export async function giveBack(settings: Settings, index: SiteIndex, site: Site, host: string): Promise<void> {
  if (isE2e) return;
  const { origins } = await grantedOf(settings, index);
  const idle = originsOf(site, host).filter((origin) => !origins.includes(origin));
  // Where a browser counts it among those it cannot take back, the site is off all the same.
  if (idle.length > 0) await browser.permissions.remove({ origins: idle }).catch(() => false);
}

/** Permissions were taken away in the browser's own settings: a site none of whose pages may be seen is off. */
export async function switchOffUngranted(settings: SettingsStore, index: SiteIndex): Promise<void> {
  if (isE2e) return;
  const before = await settings.read();
  const lost: { site: Site; hosts: string[] }[] = [];
  for (const one of switchedOn(before, index)) {
    if ((await heldOf(pagesOf(one.site, one.hosts))).length === 0) lost.push(one);
  }
  for (const { site, hosts } of lost) for (const host of hosts) await switchSite(settings, site, host, false);
}

function sameMembers(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((member) => other.includes(member));
}
