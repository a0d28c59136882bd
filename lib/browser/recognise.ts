import type { Probe, Profile } from '../capture/gesture.ts';
import { probesFor, profileOf, type SiteIndex, sitesOfPage } from '../sites/engine.ts';
import type { Site } from '../sites/schema.ts';
import { isE2e } from './build.ts';
import { definitionNow } from './generic.ts';
import { isWatching } from './pause.ts';
import type { Settings } from './settings.ts';
import { isOn } from './sites.ts';

export type Recognised = { profile: Profile; site: Site } | { probes: Probe[] } | null;

/**
 * Which definition a page is watched by.
 *
 * @param signals ids of the probes that the page answered to, once it was asked
 * @returns a profile; or what to look for on the page first; or null where nothing is watched
 */
export function recognise(settings: Settings, index: SiteIndex, url: URL, signals?: readonly string[]): Recognised {
  if (!isWatching(settings)) return null;
  const named = sitesOfPage(index, url.hostname).map(({ site }) => site);
  if (named.length > 0) return recogniseNamed(settings, index, url, named, signals);
  const instance = settings.instances[url.host];
  if (instance) {
    const site = definitionNow(settings, index, instance.site);
    return site && instance.on ? watchedBy(site) : null;
  }
  // Unknown hosts are asked in the e2e build only: elsewhere the person switches a host on in the popup.
  if (!isE2e) return null;
  if (!signals) return { probes: probesFor(index.software) };
  const found = index.software.find(({ site }) => signals.includes(site.id));
  return found ? watchedBy(found.site) : null;
}

function recogniseNamed(
  settings: Settings,
  index: SiteIndex,
  url: URL,
  named: readonly Site[],
  signals: readonly string[] | undefined,
): Recognised {
  const on = named.filter((site) => isOn(settings, site, url.host));
  const layouts = on.filter((site) => site.only);
  if (layouts.length > 0 && !signals)
    return { probes: probesFor([...index.byId.values()].filter(({ site }) => layouts.includes(site))) };
  const site = layouts.find(({ id }) => signals?.includes(id)) ?? on.find(({ only }) => !only);
  return site ? watchedBy(site) : null;
}

const watchedBy = (site: Site) => ({ site, profile: profileOf(site) });
