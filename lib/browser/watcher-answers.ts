import type { Correlator } from '../capture/correlate.ts';
import { type SiteIndex, sitesOfPage } from '../sites/engine.ts';
import { definitionNow } from './generic.ts';
import type { createLeavings } from './leavings.ts';
import type { createLives } from './lives.ts';
import type { WatcherHandlers } from './messages.ts';
import { recognise } from './recognise.ts';
import type { SettingsStore } from './settings.ts';

interface Parts {
  index: SiteIndex;
  settings: SettingsStore;
  leavings: ReturnType<typeof createLeavings>;
  lives: ReturnType<typeof createLives>;
  correlator: Correlator;
}

/** Answers to the watchers of pages. What a page may say was checked before (`messages.ts`). */
export function watcherAnswers({
  index,
  settings,
  leavings,
  lives,
  correlator,
}: Parts): Omit<WatcherHandlers, 'pressed'> {
  return {
    async page({ signals }, { url }) {
      lives.note();
      const recognised = recognise(await settings.read(), index, url, signals);
      if (!recognised || 'probes' in recognised) return recognised;
      const { site, profile } = recognised;
      // A definition can name hosts and be recognised by its marks elsewhere: only the latter is remembered.
      const named = sitesOfPage(index, url.hostname).length > 0;
      if (!named && settings.now()?.instances[url.host] === undefined)
        await settings.change(({ instances }) => ({
          instances: { ...instances, [url.host]: { site: site.id, on: true } },
        }));
      return { profile };
    },
    async leaving({ gesture }, { tab }) {
      lives.note();
      await leavings.keep(tab, gesture);
      void correlator.left(tab);
      return null;
    },
    async unclaimed({ site: id, gesture, outcome }) {
      lives.note();
      const site = definitionNow(await settings.read(), index, id);
      if (site) await correlator.unclaimed(site, gesture, outcome);
      return null;
    },
  };
}
